"""A compiled style at work on a set of items: registers them, disambiguates, renders cites and entries."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.render import bibliography, citations, disambiguation, sorting
from citekit.render.collation import Collator
from citekit.render.compile import Area, Layout, Program
from citekit.render.context import SUBSEQUENT, Context, Disambiguation
from citekit.render.elements import Node, render_all
from citekit.render.items import Entry, with_volume
from citekit.render.markup import Part, Piece, find, plain
from citekit.render.outputs import Format, Quotes, write
from citekit.render.positions import CitationCluster, CiteItem
from citekit.render.punctuation import flatten, punctuate
from citekit.render.specialise import Specialiser
from citekit.render.terms import Locale
from citekit.render.walk import name_nodes

UNPRINTED = "[CSL STYLE ERROR: reference with no printed form.]"
"""What stands where a style prints nothing at all for an item, in the words of citeproc-js: an empty note
would pass unseen."""


class Engine:
    """Items, their numbers and their disambiguation under one style."""

    def __init__(
        self,
        program: Program,
        entries: dict[str, Entry],
        collator: Collator,
        terms_by_language: bool = False,
    ) -> None:
        self.terms_by_language = terms_by_language
        self.program = program
        self.entries = entries
        self.collator = collator
        self.order: list[str] = []
        self.numbers: dict[str, int] = {}
        self.disambiguated: dict[str, Disambiguation] = {}
        self._cache: dict[tuple[object, ...], Part | None] = {}
        self._cut: dict[tuple[int, str], list[Node]] = {}
        self._specialisers: dict[str, Specialiser] = {}

    # -- registration -----------------------------------------------------------------------------

    def register(self, ids: Sequence[str]) -> None:
        """Take these items, in this order, as the ones that are cited."""
        self.order = [id_ for id_ in dict.fromkeys(ids) if id_ in self.entries]
        self._cache.clear()
        self.disambiguated = {}
        self.program.levels = {}
        self.numbers = {id_: place for place, id_ in enumerate(self.order, 1)}
        ordered = self.sorted_entries()
        self.numbers = {id_: place for place, id_ in enumerate(ordered, 1)}
        self._disambiguate(ordered)
        if any(disambiguation.year_suffix for disambiguation in self.disambiguated.values()):
            ordered = self.sorted_entries()
            self.numbers = {id_: place for place, id_ in enumerate(ordered, 1)}

    def sorted_entries(self) -> list[str]:
        """The ids in the order of the bibliography."""
        area = self.program.bibliography
        if area is None or not area.keys:
            return list(self.order)

        def context(id_: str) -> Context:
            return self._context(self.entries[id_], area)

        return sorting.sort_items(self.order, area.keys, context, self.collator)

    def _disambiguate(self, ordered: list[str]) -> None:
        options = {**self.program.options, **self.program.citation.options}
        entries = [self.entries[id_] for id_ in self.order]
        rule = options.get("givenname-disambiguation-rule", "by-cite")
        cache: dict[tuple[object, ...], Part] = {}

        def render(id_: str, how: Disambiguation) -> Part:
            key = (id_, tuple(sorted(how.names.items())), tuple(sorted(how.givens.items())), how.condition)
            if key not in cache:
                cache[key] = self._bare_cite(id_, how) or ""
            return cache[key]

        if options.get("disambiguate-add-givenname") == "true" and rule != "by-cite":
            lists = [
                piece.data for id_ in self.order for piece in find(render(id_, Disambiguation()), "namelist")
            ]
            signs = [node.options.initialize_with for node in name_nodes(self.program.citation)]
            sign = next((sign for sign in signs if sign is not None), None)
            self.program.levels, self.program.primary_only = disambiguation.global_levels(lists, rule, sign)
            cache.clear()
        order = {id_: place for place, id_ in enumerate(ordered)}
        worker = disambiguation.Disambiguator(entries, options, render, self.program.has_disambiguate, order)
        self.disambiguated = worker.run()

    # -- rendering --------------------------------------------------------------------------------

    def _context(self, entry: Entry, area: Area, how: Disambiguation | None = None) -> Context:
        if how is None:
            how = self.disambiguated.get(entry.id) or Disambiguation()
        return Context(
            self.program, entry, self.locale_of(entry, area), area.name, how, self.numbers.get(entry.id, 0)
        )

    def locale_of(self, entry: Entry, area: Area) -> Locale:
        """The locale an item is printed in: that of the layout for its language, else the style's."""
        if self.terms_by_language and entry.print_language:
            return self.program.locale_for(entry.print_language)
        if len(area.layouts) < 2:
            return self.program.locale
        layout = area.layout_for(entry.print_language)
        if not layout.languages:
            return self.program.locale
        return self.program.locale_for(_matching(entry.print_language, layout.languages))

    def locale_of_item(self, id_: str, area: str) -> Locale:
        """The locale of an item in the area of that name."""
        where = self.program.citation if area == "citation" else self.program.bibliography
        return self.locale_of(self.entries[id_], where)

    def _children(self, layout: Layout, type_: str) -> list[Node]:
        """The nodes of a layout, cut down to an item type."""
        key = (id(layout), type_)
        if key not in self._cut:
            specialiser = self._specialisers.setdefault(type_, Specialiser(type_))
            self._cut[key] = specialiser.nodes(layout.children)
        return self._cut[key]

    def _bare_cite(self, id_: str, how: Disambiguation) -> Part | None:
        ctx = self._context(self.entries[id_], self.program.citation, how)
        ctx.position = SUBSEQUENT
        ctx.looking = True
        layout = self.program.citation.layout_for(ctx.entry.print_language)
        parts = render_all(self._children(layout, ctx.entry.type), ctx)
        return Piece(parts) if parts else None

    def cite(self, cite: CiteItem, mode: str = "") -> tuple[Part | None, Layout]:
        """One cite without the writer's affixes."""
        area = self.program.citation
        entry = self.entries[cite.id]
        if cite.volume and "volume" not in entry.present:
            entry = with_volume(entry, cite.volume)
        layout = area.layout_for(entry.print_language)
        key = (
            cite.id, cite.locator, cite.label, cite.position, cite.near_note, cite.first_note,
            cite.suppress_author, cite.volume, mode,
        )  # fmt: skip
        if key in self._cache:
            return self._cache[key], layout
        ctx = self._context(entry, area)
        ctx.locator, ctx.label = cite.locator, cite.label
        ctx.position, ctx.near_note, ctx.first_note = cite.position, cite.near_note, cite.first_note
        ctx.suppress_names = cite.suppress_author or mode == "no-names"
        ctx.capitalise = mode == "sentence"
        parts = render_all(self._children(layout, ctx.entry.type), ctx)
        part = Piece(parts) if parts else None
        if cite.author_only and part is not None:
            part = next(find(part, "names"), part)
        self._cache[key] = part
        return part, layout

    def citation(self, cluster: CitationCluster) -> Part | None:
        """A whole citation."""
        rendered: list[citations.RenderedCite] = []
        items = [item for item in cluster.items if item.id in self.entries]
        for place, item in enumerate(self._sorted_cites(items)):
            starts = self.program.is_note and _starts_sentence(item.prefix, place)
            part, layout = self.cite(item, "sentence" if starts else "")
            part = citations.with_affixes(item, part)
            if part is None:
                continue
            locale = self.locale_of(self.entries[item.id], self.program.citation)
            if locale is not self.program.locale:
                part = Piece([part], tag="locale", data=locale)
            how = self.disambiguated.get(item.id)
            rendered.append(
                citations.RenderedCite(
                    item, part, layout, self.numbers.get(item.id, 0), how.year_suffix if how else 0
                )
            )

        def rerender(item: CiteItem, mode: str) -> Part | None:
            return citations.with_affixes(item, self.cite(item, mode)[0])

        return citations.assemble(rendered, self.program.citation, rerender) or UNPRINTED

    def _sorted_cites(self, items: list[CiteItem]) -> list[CiteItem]:
        area = self.program.citation
        if not area.keys or len(items) < 2:
            return items
        return sorting.sort_items(
            items, area.keys, lambda item: self._context(self.entries[item.id], area), self.collator
        )

    def entries_of(self, ids: Sequence[str]) -> list[Part | None]:
        """The bibliography entries of these items, in this order, authors substituted."""
        area = self.program.bibliography
        if area is None:
            return []
        rendered: list[tuple[list[Part], Layout]] = []
        for id_ in ids:
            entry = self.entries[id_]
            layout = area.layout_for(entry.print_language)
            ctx = self._context(entry, area)
            parts = render_all(self._children(layout, ctx.entry.type), ctx)
            if len(layout.children) > 1 and _only_number(parts):
                parts.append(UNPRINTED)
            rendered.append((parts, layout))
        whole: list[Part | None] = [Piece(parts) if parts else None for parts, _layout in rendered]
        mark = area.options.get("subsequent-author-substitute")
        if mark is not None:
            rule = area.options.get("subsequent-author-substitute-rule", "complete-all")
            whole = bibliography.substitute_authors(whole, mark, rule)
        align = area.options.get("second-field-align", "")
        out: list[Part | None] = []
        for part, (_parts, layout) in zip(whole, rendered, strict=True):
            if part is None:
                out.append(None)
            else:
                parts = part.parts if isinstance(part, Piece) and not part.tag else [part]
                out.append(bibliography.lay_out(parts, layout, align))
        return out

    def finish(self, part: Part | None, fmt: Format, locale: Locale | None = None) -> str:
        """A rendered part punctuated and written in an output format."""
        if part is None:
            return ""
        locale = locale or self.program.locale
        judge = locale if locale.own_quotes else self.program.locale
        tokens = punctuate(flatten(part), judge.punctuation_in_quote)
        return write(tokens, fmt, Quotes(*locale.quotes()))


def _only_number(parts: list[Part]) -> bool:
    """Whether an entry prints its number and nothing else."""
    numbers = "".join(plain(piece) for part in parts for piece in find(part, "citation-number"))
    text = "".join(plain(part) for part in parts).strip(" .,[]()")
    return bool(numbers) and text == numbers.strip(" .,[]()")


def _starts_sentence(prefix: str, place: int) -> bool:
    """Whether a cite of a note begins a sentence, so that "ibid." is written with a capital."""
    prefix = prefix.rstrip()
    if not prefix:
        return place == 0
    return prefix.rstrip("\"'”’")[-1:] in (".", "!", "?") and " " in prefix


def _matching(language: str, languages: tuple[str, ...]) -> str:
    """The locale for an item's language: its dialect where one is named, else the layout's."""
    low = language.lower()
    for wanted in languages:
        if wanted == low or wanted.split("-")[0] == low.split("-")[0]:
            return language
    return languages[0]
