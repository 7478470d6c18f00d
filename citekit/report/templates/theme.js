(() => {
  const root = document.documentElement;
  const wish = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try { chosen = localStorage.getItem("citekit-theme"); } catch { /* a page from a file may have no storage */ }
  const set = () => { root.dataset.theme = chosen || (wish.matches ? "dark" : "light"); };
  wish.addEventListener("change", set);
  root.classList.add("js");
  set();
})();
