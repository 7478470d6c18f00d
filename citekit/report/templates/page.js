/* The four views, the places that links point at, the theme, the help. */
const views = all("[data-view]");
const help = byId("help");
const lists = { notes: new List(byId("notes"), "notes"), works: new List(byId("works"), "works") };
let view = "notes";

const currentList = (otherwise) => {
  if (!lists[view] && otherwise) openView(otherwise);
  return lists[view];
};

const setView = (name) => {
  view = name;
  for (const section of views) section.hidden = section.id !== name;
  for (const link of all(".views a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
};

const openView = (name) => {
  if (location.hash !== `#${name}`) history.pushState(null, "", `#${name}`);
  go();
};

/* Show the place that the address names: a view, a note or a work, whatever the filters hide. */
const go = () => {
  const target = byId(decodeURIComponent(location.hash.slice(1)));
  const section = target?.closest("[data-view]");
  if (!section) {
    setView(view);
    return;
  }
  setView(section.id);
  closeTip();
  if (target === section) {
    section.querySelector("h2").focus({ preventScroll: true });
    scrollTo(0, Math.min(scrollY, document.querySelector(".views").offsetTop));
    return;
  }
  if (target.hidden) lists[section.id].clear();
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
};

addEventListener("hashchange", go);
addEventListener("popstate", go);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-facet]");
  if (link) lists.works.choose(link.dataset.facet, link.dataset.key);
  const figure = event.target.closest?.("a[data-state]");
  if (figure) lists.notes.choose("state", figure.dataset.state);
});

const openHelp = () => {
  help.showModal();
  help.querySelector("form button").focus();
};

const switchTheme = () => {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  try { localStorage.setItem("citekit-theme", root.dataset.theme); } catch { /* it lasts as long as the page */ }
};

byId("theme").addEventListener("click", switchTheme);
byId("help-open").addEventListener("click", () => openHelp());
addEventListener("beforeprint", () => {
  for (const section of views) section.hidden = false;
  for (const folded of all("details")) folded.open = true;
});
addEventListener("afterprint", () => setView(view));
if (location.hash) go();
else setView("notes");
