"""Rendering elements that print text: ``cs:text``, ``cs:number``, ``cs:label``, ``cs:group`` (CSL 1.0.2)."""

from __future__ import annotations

from dataclasses import dataclass, field

from citekit.render import textcase
from citekit.render.context import Context
from citekit.render.items import NUMBER_VARIABLES
from citekit.render.markup import Part, Piece, Style, affixed, as_part, map_text, parse_field, plain
from citekit.render.numbers import is_numeric, is_plural, render_number
from citekit.render.pages import format_pages


@dataclass(slots=True)
class Look:
    """Formatting, case, quotes, affixes and display of an element."""

    style: Style = ()
    prefix: str = ""
    suffix: str = ""
    quotes: bool = False
    case: str = ""
    strip_periods: bool = False
    display: str = ""
    plain: bool = True

    def dress(self, parts: list[Part], ctx: Context, tag: str = "", data: object = None) -> Part | None:
        """The parts with everything the element asks for."""
        if not parts:
            return None
        if self.plain and not tag:
            return affixed(as_part(parts), self.prefix, self.suffix)
        if self.strip_periods:
            parts = [map_text(part, _without_periods) for part in parts]
        if self.case:
            parts = textcase.apply(parts, self.case, ctx.is_english())
        part = Piece(parts, self.style, self.quotes) if self.style or self.quotes else as_part(parts)
        part = affixed(part, self.prefix, self.suffix)
        if part is not None and (self.display or tag):
            part = Piece([part], display=self.display, tag=tag, data=data)
        return part


def _without_periods(text: str) -> str:
    return text.replace(".", "")


class Node:
    """A compiled element."""

    def render(self, ctx: Context) -> Part | None:
        """What the element prints for the item at hand; None for nothing."""
        raise NotImplementedError


def render_all(nodes: list[Node], ctx: Context, delimiter: str = "") -> list[Part]:
    """What the elements print, with the delimiter between, which reaches into ``cs:choose``."""
    out: list[Part] = []
    _render_into(out, nodes, ctx, delimiter)
    return out


def _render_into(out: list[Part], nodes: list[Node], ctx: Context, delimiter: str) -> None:
    for node in nodes:
        if type(node) is Choose:
            chosen = node.chosen(ctx)
            if chosen:
                _render_into(out, chosen, ctx, delimiter)
            continue
        part = node.render(ctx)
        if part is not None and part != "":
            if out and delimiter:
                out.append(delimiter)
            out.append(part)


@dataclass(slots=True)
class TextVariable(Node):
    """``<text variable>``."""

    variable: str
    form: str
    look: Look

    def render(self, ctx: Context) -> Part | None:
        """The variable's value, its short form where asked for."""
        variable = self.variable
        if variable == "year-suffix":
            return self._year_suffix(ctx)
        value = ctx.text(variable)
        if self.form == "short":
            value = ctx.peek(variable + "-short") or value
            if value and not ctx.found:
                ctx.found = True
        elif not value and variable.endswith("-short") and variable not in ctx.suppressed:
            value = ""
        if not value:
            return None
        if variable in ("page", "locator", "page-first"):
            parts: list[Part] = list(parse_field(_pages(value, variable, ctx)))
        elif variable in NUMBER_VARIABLES and is_numeric(value):
            parts = [
                value.replace("-", "–")
                if variable in ("issue", "volume", "number") and "-" in value
                else value
            ]
        else:
            parts = list(parse_field(value))
        tag = variable if variable in ("citation-number", "citation-label", "locator") else ""
        if variable in ("URL", "DOI"):
            parts = [Piece([value], nocase=True)]
        if variable == "citation-label":
            parts = self._label(parts, ctx)
        if variable in ctx.pending:
            parts = [*parts, ctx.pending.pop(variable)]
        return self.look.dress(parts, ctx, tag, ctx.number if tag == "citation-number" else None)

    def _year_suffix(self, ctx: Context) -> Part | None:
        suffix = year_suffix(ctx.disambiguation.year_suffix)
        if not suffix or ctx.year_suffix_done:
            return None
        ctx.called = ctx.found = True
        ctx.year_suffix_done = True
        return self.look.dress([Piece([suffix], tag="year-suffix", data=ctx.disambiguation.year_suffix)], ctx)

    def _label(self, parts: list[Part], ctx: Context) -> list[Part]:
        number = ctx.disambiguation.year_suffix
        if number and not ctx.program.explicit_year_suffix:
            return [*parts, Piece([year_suffix(number)], tag="year-suffix", data=number)]
        return parts


def _pages(value: str, variable: str, ctx: Context) -> str:
    delimiter = ctx.locale.term("page-range-delimiter")
    delimiter = "–" if delimiter is None else delimiter
    style = ctx.program.page_range_format
    if variable == "locator" and ctx.label not in ("page", "folio"):
        style = ""
    if " & " in value:
        value = value.replace(" & ", f" {ctx.locale.term('and', 'symbol') or '&'} ")
    return format_pages(value, style, delimiter)


def year_suffix(number: int) -> str:
    """1 is a, 26 z, 27 aa (CSL 1.0.2, "disambiguate-add-year-suffix")."""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out


@dataclass(slots=True)
class TextTerm(Node):
    """``<text term>``."""

    term: str
    form: str
    plural: bool
    look: Look

    def render(self, ctx: Context) -> Part | None:
        """The term; "no date" carries the year suffix where the style does not place it."""
        value = ctx.locale.term(self.term, self.form, self.plural)
        if not value:
            return None
        if ctx.capitalise and not ctx.drawn:
            value = value[0].upper() + value[1:]
        ctx.drawn = True
        parts: list[Part] = [value]
        number = ctx.disambiguation.year_suffix
        if (
            self.term == "no date"
            and number
            and ctx.program.implicit_year_suffix
            and not ctx.year_suffix_done
        ):
            ctx.year_suffix_done = True
            parts = [*parts, Piece(["-" + year_suffix(number)], tag="year-suffix", data=number)]
        return self.look.dress(parts, ctx)


@dataclass(slots=True)
class TextValue(Node):
    """``<text value>``."""

    value: str
    look: Look

    def render(self, ctx: Context) -> Part | None:
        """The text as it stands in the style."""
        ctx.drawn = True
        return self.look.dress(list(parse_field(self.value)), ctx) if self.value else None


@dataclass(slots=True)
class Sequence(Node):
    """The body of a macro: elements printed one after the other; ``<text macro>`` gives it its look."""

    children: list[Node]
    look: Look
    name: str = ""

    def render(self, ctx: Context) -> Part | None:
        """What the macro prints; like a group, nothing where all variables it asks for are empty."""
        called, found = ctx.called, ctx.found
        ctx.called = ctx.found = False
        parts = render_all(self.children, ctx)
        empty = ctx.called and not ctx.found
        ctx.called, ctx.found = called or ctx.called, found or ctx.found
        if empty or not parts:
            return None
        ctx.called = ctx.found = True
        return self.look.dress(parts, ctx)


@dataclass(slots=True)
class Group(Node):
    """``cs:group``: silent where all variables it asks for are empty."""

    children: list[Node]
    delimiter: str
    look: Look

    def render(self, ctx: Context) -> Part | None:
        """The children joined, or nothing."""
        called, found = ctx.called, ctx.found
        ctx.called = ctx.found = False
        parts = render_all(self.children, ctx, self.delimiter)
        empty = ctx.called and not ctx.found
        ctx.called, ctx.found = called or ctx.called, found or ctx.found
        if empty or not parts:
            return None
        ctx.called = ctx.found = True
        return self.look.dress(parts, ctx)


@dataclass(slots=True)
class Number(Node):
    """``cs:number``."""

    variable: str
    form: str
    look: Look

    def render(self, ctx: Context) -> Part | None:
        """The number in the form asked for, or the text where it is not numeric."""
        value = ctx.text(self.variable)
        if not value:
            return None
        if self.variable in ("page", "locator"):
            value = _pages(value, self.variable, ctx)
        elif is_numeric(value):
            value = render_number(value, self.form, ctx.locale, ctx.locale.gender(self.variable))
        parts = list(parse_field(value))
        if self.variable in ctx.pending:
            parts.append(ctx.pending.pop(self.variable))
        tag = self.variable if self.variable in ("citation-number", "locator") else ""
        return self.look.dress(parts, ctx, tag, ctx.number if tag == "citation-number" else None)


@dataclass(slots=True)
class Label(Node):
    """``cs:label`` outside of names."""

    variable: str
    form: str
    plural: str
    look: Look

    def render(self, ctx: Context) -> Part | None:
        """The term of the variable, in the plural where its value names several."""
        value = ctx.peek(self.variable)
        if not value and self.variable == "page":
            value = (ctx.locator if ctx.label == "page" else "") or ctx.peek("number-of-pages")
        if not value:
            return None
        if self.variable == "locator":
            term = ctx.label
        elif self.variable == "number-of-pages":
            term = "page"
        elif self.variable.startswith("number-of-"):
            term = self.variable[len("number-of-") :].rstrip("s")
        else:
            term = self.variable
        text = lookup_label(ctx, term, self.form, self.is_plural(value, ctx))
        ctx.drawn = True
        if "%s" in text:  # zotero-chinese: 第%s卷 stands around the number that follows
            text, ctx.pending[self.variable] = text.split("%s", 1)
        return self.look.dress([text], ctx) if text else None

    def is_plural(self, value: str, ctx: Context) -> bool:
        """Whether the label stands in the plural."""
        if self.plural in ("always", "never"):
            return self.plural == "always"
        if self.variable.startswith("number-of-"):
            return value.strip() not in ("1", "0")
        for word in (ctx.locale.term("and"), ctx.locale.term("and", "symbol")):
            if word and f" {word} " in value:
                value = value.replace(f" {word} ", " & ")
        return is_plural(value)


def lookup_label(ctx: Context, term: str, form: str, plural: bool) -> str:
    """The term of a label, under its name with a hyphen or a space ("sub-verbo", "sub verbo")."""
    for name in (term, term.replace(" ", "-"), term.replace("-", " ")):
        text = ctx.locale.term(name, form, plural)
        if text is not None:
            return text
    return ""


@dataclass(slots=True)
class Branch:
    """One ``cs:if``, ``cs:else-if`` or ``cs:else``."""

    test: Test
    children: list[Node]


class Test:
    """A compiled condition; this one, of ``cs:else``, is always true."""

    def holds(self, ctx: Context) -> bool:
        """Whether the branch is taken."""
        return True


@dataclass(slots=True)
class Choose(Node):
    """``cs:choose``."""

    branches: list[Branch] = field(default_factory=list)

    def render(self, ctx: Context) -> Part | None:
        """What the branch taken prints."""
        return as_part(render_all(self.chosen(ctx), ctx))

    def chosen(self, ctx: Context) -> list[Node]:
        """The children of the first branch whose condition holds."""
        for branch in self.branches:
            if branch.test.holds(ctx):
                return branch.children
        return []


def text_of(nodes: list[Node], ctx: Context) -> str:
    """The characters that the elements print."""
    return "".join(plain(part) for part in render_all(nodes, ctx))
