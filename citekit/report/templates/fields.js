/* What was read of the words under the pointer or the focus, and all fields of a note as a table. */
const tip = byId("tip");

const words = (note, start, end) => [...note.querySelector(".text").textContent].slice(start, end).join("");

const noteFields = (note) => data().notes[note.id] ?? [];

const tipLine = (note, [name, value, rule, start, end]) => {
  const [label, group] = data().labels[name];
  return make("p", {},
    make("span", { className: `swatch g-${group}` }),
    make("strong", { textContent: label }), " ",
    make("span", { className: "value", textContent: value || words(note, start, end) }), " ",
    make("span", { className: "rule", textContent: rule }));
};

const fillTip = (run) => {
  const note = run.closest(".note");
  if (run.dataset.f) {
    const fields = noteFields(note);
    const here = run.dataset.f.split(" ").map((at) => fields[Number(at)]);
    here.sort((one, other) => (one[4] - one[3]) - (other[4] - other[3]));
    tip.replaceChildren(...here.map((field) => tipLine(note, field)));
  } else {
    tip.replaceChildren(make("p", {}, make("strong", { textContent: "Not understood" }),
      " kept in the note, in no field"));
  }
};

const openTip = (run) => {
  fillTip(run);
  tip.hidden = false;
  run.setAttribute("aria-describedby", "tip");
  const box = run.getClientRects()[0] ?? run.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left), document.documentElement.clientWidth - size.width - 8);
  const below = box.bottom + 6;
  const top = below + size.height < innerHeight ? below : Math.max(4, box.top - size.height - 6);
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${top}px`;
};

const closeTip = () => {
  if (tip.hidden) return;
  tip.hidden = true;
  for (const run of all("[aria-describedby=tip]")) run.removeAttribute("aria-describedby");
};

const runOf = (target) => target.closest?.(".text .f, .text .r");

/* The citation under the pointer and its work beside the note show that they belong together. */
const joinCitation = (target) => {
  const part = target.closest?.(".note [data-c]");
  for (const element of all(".joined")) element.classList.remove("joined");
  if (!part) return;
  const wanted = part.dataset.c.split(" ");
  const parts = all("[data-c]", part.closest(".note"));
  if (parts.length < 3) return;
  for (const element of parts) {
    const joined = element.dataset.c.split(" ").some((at) => wanted.includes(at));
    element.classList.toggle("joined", joined);
  }
};

const point = (event) => {
  joinCitation(event.target);
  const run = runOf(event.target);
  if (run) openTip(run);
  else closeTip();
};

document.addEventListener("pointerover", point);
document.addEventListener("click", point);
document.addEventListener("scroll", closeTip, { passive: true });

/* Fields can be reached with Tab in the note that has the focus, not in all of them. */
let walked = null;
document.addEventListener("focusin", (event) => {
  const note = event.target.closest?.(".note");
  if (note !== walked) {
    for (const run of walked ? all(".text .f, .text .r", walked) : []) run.removeAttribute("tabindex");
    for (const run of note ? all(".text .f, .text .r", note) : []) run.tabIndex = 0;
    walked = note;
  }
  point(event);
});
document.addEventListener("focusout", closeTip);

const table = (head, rows) => make("table", {},
  make("thead", {}, make("tr", {}, ...head.map((textContent) => make("th", { scope: "col", textContent })))),
  make("tbody", {}, ...rows.map(([first, ...rest]) => make("tr", {},
    make("th", { scope: "row", textContent: first }),
    ...rest.map((textContent) => make("td", { textContent }))))));

const noteTable = (note) => table(["Field", "Value", "In the note", "Rule"],
  [...noteFields(note)].sort((one, other) => (one[3] === one[4]) - (other[3] === other[4])).map(([name, value, rule, start, end]) => {
    const printed = words(note, start, end);
    return [data().labels[name][0], value || printed, start === end ? "—" : printed, rule];
  }));

const workTable = (work) => table(["Field", "Value"], data().works[work.id]);

const toggleFields = (article) => {
  const button = article.querySelector(".details");
  if (!button) return;
  const open = article.querySelector(".fields");
  if (open) open.remove();
  else {
    const made = article.classList.contains("note") ? noteTable(article) : workTable(article);
    article.append(make("div", { className: "fields" }, made));
  }
  button.setAttribute("aria-expanded", String(!open));
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".details");
  if (button) toggleFields(button.closest("article"));
});
