"use strict";
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);

const make = (name, properties = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
};

let readData = null;
const data = () => (readData ??= JSON.parse(byId("data").textContent));

/* Search overlooks capitals and accents: "Muller" finds "Müller", "Shtykov" finds "SHTYKOV". */
const folded = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
