/* The keyboard: single keys, unless they are switched off or something is being typed. */
const typing = (target) => target.closest?.("input, select, textarea, dialog");

const leave = (event) => {
  if (!tip.hidden) closeTip();
  else if (event.target.closest?.(".toolbar")) event.target.blur();
  else currentList()?.clear();
};

const KEYS = {
  "/": () => currentList("notes").form.elements.q.focus(),
  j: () => currentList()?.step(1),
  k: () => currentList()?.step(-1),
  f: () => {
    const article = document.activeElement.closest("article");
    if (article) toggleFields(article);
  },
  t: () => switchTheme(),
  "?": () => openHelp(),
  1: () => openView("notes"),
  2: () => openView("works"),
  3: () => openView("timeline"),
  4: () => openView("sources"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "Escape") {
    leave(event);
    return;
  }
  const action = KEYS[event.key];
  if (!action || typing(event.target) || !byId("single-keys").checked) return;
  event.preventDefault();
  action();
});
