/* About how high a note or work is, in pixels. */
const ENTRY_HEIGHT = 110;

/* A list of articles (the notes, the works) with the filters above it. */
class List {
  constructor(section, what) {
    this.what = what;
    this.form = section.querySelector(".toolbar");
    this.status = this.form.querySelector("[role=status]");
    this.reset = this.form.querySelector("[type=reset]");
    this.nothing = section.querySelector(".nothing");
    this.chunks = all(".chunk", section).map((element) => ({ element, size: element.childElementCount, shown: null }));
    this.entries = all("article", section).map((element) => ({
      element,
      shown: true,
      text: null,
      state: element.dataset.state.split(" "),
      kind: element.dataset.kind.split("|"),
      language: element.dataset.language.split("|"),
      archive: element.dataset.archive.split("|"),
      finding: element.dataset.finding.split("|"),
    }));
    this.parts = all(".part", section);
    this.byName = [...this.entries];
    this.order = "";
    this.form.addEventListener("input", () => this.filter());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(() => this.filter()));
    const more = this.form.querySelector(".more");
    more.addEventListener("click", () => {
      const open = this.form.classList.toggle("opened");
      more.setAttribute("aria-expanded", String(open));
    });
    this.filter();
    (window.requestIdleCallback ?? setTimeout)(() => this.readTexts());
  }

  readTexts() {
    for (const entry of this.entries) entry.text ??= folded(entry.element.textContent);
  }

  wanted() {
    const chosen = new FormData(this.form);
    const facets = ["state", "kind", "language", "archive", "finding"].filter((facet) => chosen.get(facet));
    return { words: folded(chosen.get("q")).split(/\s+/).filter(Boolean), facets, chosen };
  }

  filter() {
    const { words, facets, chosen } = this.wanted();
    this.sort(chosen.get("order") ?? "");
    if (words.length) this.readTexts();
    const fits = (entry) => facets.every((facet) => entry[facet].includes(chosen.get(facet)))
      && words.every((word) => entry.text.includes(word));
    let at = 0;
    let number = 0;
    for (const chunk of this.chunks) {
      const shown = this.filterSome(this.entries.slice(at, at + chunk.size), fits);
      this.fold(chunk, shown);
      at += chunk.size;
      number += shown;
    }
    this.tell(number, Boolean(words.length || facets.length));
  }

  filterSome(entries, fits) {
    let number = 0;
    for (const entry of entries) {
      const shown = fits(entry);
      if (shown) number += 1;
      if (shown !== entry.shown) {
        entry.shown = shown;
        entry.element.hidden = !shown;
      }
    }
    return number;
  }

  /* The browser lays out only the chunks that are on the screen; of the others it has to know about how high they are. */
  fold(chunk, shown) {
    if (shown === chunk.shown) return;
    chunk.shown = shown;
    chunk.element.hidden = !shown;
    chunk.element.style.containIntrinsicSize = shown < chunk.size ? `none ${shown * ENTRY_HEIGHT}px` : "";
  }

  sort(order) {
    if (order === this.order) return;
    this.order = order;
    const ways = {
      date: (one, other) => (one.element.dataset.date || "9999").localeCompare(other.element.dataset.date || "9999"),
      times: (one, other) => other.element.dataset.times - one.element.dataset.times,
    };
    this.entries = ways[order] ? [...this.byName].sort(ways[order]) : [...this.byName];
    let at = 0;
    for (const chunk of this.chunks) {
      chunk.element.append(...this.entries.slice(at, at + chunk.size).map((entry) => entry.element));
      at += chunk.size;
    }
  }

  tell(number, filtered) {
    const total = this.entries.length.toLocaleString("en");
    const one = this.entries.length === 1 ? this.what.slice(0, -1) : this.what;
    this.status.textContent = filtered ? `${number.toLocaleString("en")} of ${total} ${one}` : `${total} ${one}`;
    this.reset.hidden = !filtered;
    this.nothing.hidden = number > 0 || !filtered;
    for (const part of this.parts) part.hidden = filtered;
  }

  clear() {
    this.form.reset();
    this.filter();
  }

  choose(facet, key) {
    this.form.reset();
    const select = this.form.elements[facet];
    if (select) select.value = key;
    this.filter();
  }

  /* Focus on the next (by = 1) or previous (by = -1) article that the filters leave. */
  step(by) {
    const shown = this.entries.filter((entry) => entry.shown);
    if (!shown.length) return;
    const at = shown.findIndex((entry) => entry.element.contains(document.activeElement));
    const from = at >= 0 ? at : this.nearest(shown, by);
    const next = shown[Math.min(Math.max(at >= 0 ? from + by : from, 0), shown.length - 1)].element;
    show(next);
  }

  /* Without a focus the walk begins at what stands on the screen. */
  nearest(shown) {
    const top = this.form.getBoundingClientRect().bottom;
    const at = shown.findIndex((entry) => entry.element.getBoundingClientRect().bottom > top + 4);
    return at < 0 ? shown.length - 1 : at;
  }
}

const show = (element) => {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
};
