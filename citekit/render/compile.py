"""From a parsed style to plain nodes: done once, so that evaluation never looks at XML.

``Program`` is a compiled style.  Macros are compiled once per area (citation, bibliography), because the
options of names are inherited from there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from typing import Any

from citekit.render import conditions, dates, elements
from citekit.render.elements import Branch, Choose, Group, Label, Look, Node, Sequence
from citekit.render.items import Person
from citekit.render.names import EtAl, NameLabel, Names
from citekit.render.personal import NameOptions
from citekit.render.terms import NS, XML_LANG, Locale, LocaleTable, build_locale, read_locale

FORMATTING = ("vertical-align", "text-decoration", "font-weight", "font-variant", "font-style")


class StyleError(ValueError):
    """A style that cannot be used; the message says where and what to do."""


@dataclass(slots=True)
class Layout:
    """A ``cs:layout``: what prints one cite or entry, for items in ``languages`` (CSL-M; empty: all)."""

    languages: tuple[str, ...]
    children: list[Node]
    look: Look
    delimiter: str


@dataclass(slots=True)
class SortKey:
    """A ``cs:key``."""

    variable: str
    nodes: list[Node] | None
    descending: bool
    names_min: int
    names_use_first: int
    names_use_last: bool | None


@dataclass(slots=True)
class Area:
    """``cs:citation`` or ``cs:bibliography``."""

    name: str
    options: dict[str, str]
    layouts: list[Layout]
    keys: list[SortKey] = field(default_factory=list)
    in_text: bool = True

    @property
    def default(self) -> Layout:
        """The layout for items that no other is meant for."""
        return next((layout for layout in self.layouts if not layout.languages), self.layouts[-1])

    def layout_for(self, language: str) -> Layout:
        """The layout for an item's language, by dialect first, then by language."""
        if len(self.layouts) > 1 and language:
            low = language.lower()
            base = low.split("-")[0]
            for wanted in (low, base):
                for layout in self.layouts:
                    if wanted in layout.languages:
                        return layout
            for layout in self.layouts:
                if any(lang.split("-")[0] == base for lang in layout.languages):
                    return layout
        return self.default


class Program:
    """A style compiled."""

    def __init__(self, root: Any, language: str | None = None) -> None:
        self.root = root
        self.options = dict(root.attrib)
        self.is_note = self.options.get("class") == "note"
        self.page_range_format = self.options.get("page-range-format", "")
        self.language = language or self.options.get("default-locale") or "en-US"
        self._in_style: list[tuple[str, LocaleTable]] = [
            (element.get(XML_LANG, ""), read_locale(element))
            for element in root
            if element.tag == NS + "locale"
        ]
        self._locales: dict[str, Locale] = {}
        self.locale = self.locale_for(self.language)
        self._macros = {element.get("name"): element for element in root if element.tag == NS + "macro"}
        self._compiled: dict[tuple[str, str], list[Node]] = {}
        self._open: list[str] = []
        self._dates: dict[tuple[str, str], tuple[str, list[dates.DatePart]]] = {}
        self.explicit_year_suffix = any(
            element.get("variable") == "year-suffix" for element in root.iter(NS + "text")
        )
        self.cites_by_label = any(
            element.get("variable") == "citation-label" for element in root.iter(NS + "text")
        )
        self.has_disambiguate = any(
            element.get("disambiguate") is not None for element in root.iter(NS + "if", NS + "else-if")
        )
        self.implicit_year_suffix = not (self.explicit_year_suffix or self.cites_by_label)
        self.levels: dict[Person, int] = {}
        self.primary_only = False
        self.is_own = False
        """Our own styles do what CSL cannot say: 沈志华 whole in short forms, 杜威·佛克马."""
        self.citation = self._area("citation")
        if self.citation is None:
            raise StyleError("the style has no cs:citation; a CSL style needs one with a cs:layout")
        self.bibliography = self._area("bibliography")

    def name_level(self, person: Person, place: int, nameset: int) -> int:
        """How far a name is spelt out in all cites (``givenname-disambiguation-rule`` other than by-cite)."""
        if not self.levels or (self.primary_only and (place or nameset)):
            return 0
        return self.levels.get(person, 0)

    def locale_for(self, language: str) -> Locale:
        """The locale of a language within this style."""
        if language not in self._locales:
            self._locales[language] = build_locale(language, self._in_style)
        return self._locales[language]

    def localised_date(self, locale: Locale, form: str) -> tuple[str, list[dates.DatePart]]:
        """The delimiter and parts of a locale's date format."""
        key = (locale.language, form)
        if key not in self._dates:
            attributes, parts = locale.table.dates.get(form, ({}, []))
            self._dates[key] = (attributes.get("delimiter", ""), [_date_part(part) for part in parts])
        return self._dates[key]

    # -- areas ------------------------------------------------------------------------------------

    def _area(self, name: str) -> Any:
        element = next((child for child in self.root if child.tag == NS + name), None)
        if element is None:
            return None
        compiler = Compiler(self, name, {**self.options, **element.attrib})
        layouts = [
            Layout(
                tuple((child.get("locale") or "").lower().split()),
                compiler.children(child),
                _look(child),
                child.get("delimiter", ""),
            )
            for child in element
            if child.tag == NS + "layout"
        ]
        if not layouts:
            raise StyleError(f"cs:{name} of the style has no cs:layout (line {element.sourceline})")
        keys = [
            compiler.key(key)
            for sort in element
            if sort.tag == NS + "sort"
            for key in sort
            if key.tag == NS + "key"
        ]
        return Area(name, dict(element.attrib), layouts, keys, not self.is_note)

    def macro(self, name: str, area: str, compiler: Compiler, line: int) -> list[Node]:
        """The nodes of a macro; raises StyleError where it is missing or calls itself."""
        key = (area, name)
        if key not in self._compiled:
            if name not in self._macros:
                raise StyleError(f"line {line}: the macro {name!r} is called but not defined in the style")
            if name in self._open:
                chain = " → ".join([*self._open[self._open.index(name) :], name])
                raise StyleError(f"line {line}: the macro {name!r} calls itself ({chain})")
            self._open.append(name)
            parents, compiler.parents = compiler.parents, []
            compiler.depth += 1
            self._compiled[key] = compiler.children(self._macros[name])
            compiler.depth -= 1
            compiler.parents = parents
            self._open.pop()
        return self._compiled[key]


class Compiler:
    """Compiles the elements of one area."""

    def __init__(self, program: Program, area: str, inherited: dict[str, str]) -> None:
        self.program = program
        self.area = area
        self.inherited = inherited
        self.depth = 0
        self.parents: list[Any] = []
        """The ``cs:names`` whose substitutes are being compiled; childless ones inherit its children."""

    def children(self, element: Any) -> list[Node]:
        """The compiled children of an element."""
        return [node for node in (self.node(child) for child in element) if node is not None]

    def node(self, element: Any) -> Node | None:
        """An element compiled; None for what is not a rendering element."""
        if not isinstance(element.tag, str):
            return None
        method = getattr(self, "_" + element.tag.removeprefix(NS).replace("-", "_"), None)
        return method(element) if method else None

    def _text(self, element: Any) -> Node | None:
        look = self.look(element)
        get = element.get
        if get("variable") is not None:
            return elements.TextVariable(get("variable"), get("form", "long"), look)
        if get("macro") is not None:
            body = self.program.macro(get("macro"), self.area, self, element.sourceline)
            return Sequence(body, look, get("macro"))
        if get("term") is not None:
            return elements.TextTerm(get("term"), get("form", "long"), get("plural") == "true", look)
        return elements.TextValue(_affix(get("value", "")), look)

    def _number(self, element: Any) -> Node:
        return elements.Number(
            element.get("variable", ""), element.get("form", "numeric"), self.look(element)
        )

    def _label(self, element: Any) -> Node:
        get = element.get
        return Label(
            get("variable", ""), get("form", "long"), get("plural", "contextual"), self.look(element)
        )

    def _group(self, element: Any) -> Node:
        look = self.look(element)
        self.depth += 1
        children = self.children(element)
        self.depth -= 1
        return Group(children, _affix(element.get("delimiter", "")), look)

    def _choose(self, element: Any) -> Node:
        return Choose([self._branch(child) for child in element if isinstance(child.tag, str)])

    def _branch(self, element: Any) -> Branch:
        if element.tag == NS + "else":
            return Branch(elements.Test(), self.children(element))
        checks = [
            conditions.TESTS[name](value)
            for name, values in element.attrib.items()
            if name in conditions.TESTS
            for value in ([values] if name in conditions.WHOLE else values.split())
        ]
        types = [frozenset(element.get("type").split())] if element.get("type") is not None else []
        test = conditions.Condition(checks, element.get("match", "all"), types)
        return Branch(test, self.children(element))

    def _date(self, element: Any) -> Node:
        get = element.get
        own = [_date_part(dict(child.attrib)) for child in element if child.tag == NS + "date-part"]
        return dates.DateNode(
            get("variable", ""), get("form", ""), get("date-parts", "year-month-day"),
            {part.name: part for part in own}, own, get("delimiter", ""), self.look(element),
        )  # fmt: skip

    def _names(self, element: Any) -> Node:
        parent = self.parents[-1] if self.parents else None
        source = element if len(element) or parent is None else parent
        found = {child.tag: child for child in reversed(source) if isinstance(child.tag, str)}
        name, label = found.get(NS + "name"), found.get(NS + "label")
        et_al, substitute = found.get(NS + "et-al"), found.get(NS + "substitute")
        options = self.name_options(name)
        if NS + "institution" in found:  # CSL-M: bodies have a look of their own
            parts = [part for part in found[NS + "institution"] if part.tag == NS + "institution-part"]
            options.institution = _look(parts[-1]) if parts else _look(found[NS + "institution"])
        delimiter = element.get("delimiter")
        if delimiter is None and source is parent:
            delimiter = parent.get("delimiter")
        if delimiter is None:
            delimiter = self.inherited.get("names-delimiter", "")
        inner: list[Node] = []
        if substitute is not None and source is element:
            self.parents.append(element)
            inner = self.children(substitute)
            self.parents.pop()
        before = (
            label is not None and name is not None and list(source).index(label) < list(source).index(name)
        )
        return Names(
            element.get("variable", "").split(), options, delimiter,
            NameLabel(label.get("form", "long"), label.get("plural", "contextual"), self.look(label), before)
            if label is not None else None,
            EtAl("et-al", Look()) if et_al is None else EtAl(et_al.get("term", "et-al"), self.look(et_al)),
            inner, self.look(element, parent if source is parent else None),
        )  # fmt: skip

    def name_options(self, name: Any) -> NameOptions:
        """The options of a ``cs:name`` (or None), with those it inherits."""
        own = dict(name.attrib) if name is not None else {}
        up = self.inherited

        def get(key: str, inherited: str | None = None) -> str | None:
            return own.get(key, up.get(inherited or key))

        low, first = get("et-al-min"), get("et-al-use-first")
        looks = {"family": Look(), "given": Look()}
        for part in name if name is not None else ():
            if part.tag == NS + "name-part" and part.get("name") in looks:
                looks[part.get("name")] = _look(part)
        return NameOptions(
            and_=get("and") or "",
            delimiter=own.get("delimiter", up.get("name-delimiter", ", ")),
            precedes_last=get("delimiter-precedes-last") or "contextual",
            precedes_et_al=get("delimiter-precedes-et-al") or "contextual",
            et_al_min=int(low or 0),
            et_al_use_first=-1 if first is None else int(first),
            et_al_subsequent_min=int(get("et-al-subsequent-min") or 0),
            et_al_subsequent_use_first=int(get("et-al-subsequent-use-first") or 0),
            et_al_use_last=get("et-al-use-last") == "true",
            form=own.get("form", up.get("name-form", "long")),
            initialize=get("initialize") != "false",
            initialize_with=get("initialize-with"),
            sort_order=get("name-as-sort-order") or "",
            sort_separator=own.get("sort-separator", up.get("sort-separator", ", ")),
            hyphen=up.get("initialize-with-hyphen") != "false",
            demote=up.get("demote-non-dropping-particle", "display-and-sort"),
            look=self.look(name) if name is not None else Look(),
            family=looks["family"],
            given=looks["given"],
        )

    def look(self, element: Any, parent: Any = None) -> Look:
        """The look of an element; ``display`` counts only on what stands directly in the layout."""
        look = _look(element, parent)
        if self.depth and look.display:
            look.display = ""
        return look

    def key(self, element: Any) -> SortKey:
        """A ``cs:key``."""
        get = element.get
        nodes = None
        if get("macro") is not None:
            nodes = self.program.macro(get("macro"), self.area, self, element.sourceline)
        use_last = get("names-use-last")
        return SortKey(
            get("variable", ""), nodes, get("sort") == "descending", int(get("names-min") or 0),
            int(get("names-use-first") or 0), None if use_last is None else use_last == "true",
        )  # fmt: skip


def _look(element: Any, parent: Any = None) -> Look:
    attributes = dict(element.attrib) if parent is None else {**parent.attrib, **element.attrib}
    get = attributes.get
    look = Look(
        tuple((name, attributes[name]) for name in FORMATTING if name in attributes),
        _affix(get("prefix", "")), _affix(get("suffix", "")), get("quotes") == "true", get("text-case", ""),
        get("strip-periods") == "true", get("display", ""),
    )  # fmt: skip
    look.plain = not (look.style or look.quotes or look.case or look.strip_periods or look.display)
    return look


def _affix(text: str) -> str:
    """An affix; some styles escape a character reference twice ("&amp;#160;")."""
    return unescape(text) if "&#" in text else text


def _date_part(attributes: dict[str, str]) -> dates.DatePart:
    look = Look(
        tuple((name, attributes[name]) for name in FORMATTING if name in attributes),
        attributes.get("prefix", ""), attributes.get("suffix", ""), False, attributes.get("text-case", ""),
        attributes.get("strip-periods") == "true",
    )  # fmt: skip
    look.plain = not (look.style or look.case or look.strip_periods)
    name = attributes.get("name", "year")
    return dates.DatePart(name, attributes.get("form", ""), attributes.get("range-delimiter", "–"), look)
