"""Marked-up text: what the evaluation of a style yields before it is punctuated and written out.

A :class:`Piece` is a run of parts (strings and further pieces) with the formatting it asks for.  Two
neighbouring strings are two things printed beside each other: punctuation is only reconciled at such
seams, never inside what the data says.  Pieces are not changed once they are built.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeAlias

Style: TypeAlias = tuple[tuple[str, str], ...]
"""CSL formatting attributes with their values, e.g. ``(("font-style", "italic"),)``."""


class Piece:
    """A run of text with formatting.

    ``style`` holds formatting attributes, ``quotes`` asks for the locale's quotation marks, ``display`` is
    the CSL attribute, ``tag`` and ``data`` say what the run stands for (``"names"``, ``"year-suffix"``, ...)
    so that later stages find it, ``nocase`` shields it from changes of case.
    """

    __slots__ = ("data", "display", "nocase", "parts", "quotes", "style", "tag")

    def __init__(
        self,
        parts: list[Part],
        style: Style = (),
        quotes: bool = False,
        display: str = "",
        tag: str = "",
        data: Any = None,
        nocase: bool = False,
    ) -> None:
        self.parts = parts
        self.style = style
        self.quotes = quotes
        self.display = display
        self.tag = tag
        self.data = data
        self.nocase = nocase

    def with_parts(self, parts: list[Part]) -> Piece:
        """The same piece around other parts."""
        return Piece(parts, self.style, self.quotes, self.display, self.tag, self.data, self.nocase)

    def __repr__(self) -> str:
        return f"Piece({self.parts!r}, {self.style!r}, tag={self.tag!r})"


class Inner(str):
    """Text that goes on within a field after a quotation: its punctuation is the author's own."""

    __slots__ = ()


Part: TypeAlias = str | Piece


def joined(parts: Iterable[Part | None], delimiter: str) -> list[Part]:
    """The parts that are there, with *delimiter* between them."""
    out: list[Part] = []
    for part in parts:
        if part is None or part == "":
            continue
        if out and delimiter:
            out.append(delimiter)
        out.append(part)
    return out


def as_part(parts: list[Part]) -> Part | None:
    """The parts as one: none, the only one, or a piece around them."""
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Piece(parts)


def affixed(part: Part | None, prefix: str, suffix: str) -> Part | None:
    """The part between two affixes; nothing stays nothing."""
    if part is None or part == "" or not (prefix or suffix):
        return part
    parts: list[Part] = [part]
    if prefix:
        parts.insert(0, prefix)
    if suffix:
        parts.append(suffix)
    return Piece(parts)


def leaves(part: Part) -> Iterator[str]:
    """Every string of a part, in order."""
    if isinstance(part, str):
        yield part
    else:
        for child in part.parts:
            yield from leaves(child)


def plain(part: Part | None) -> str:
    """The characters of a part without any formatting."""
    if part is None:
        return ""
    return part if isinstance(part, str) else "".join(leaves(part))


def find(part: Part | None, tag: str) -> Iterator[Piece]:
    """The pieces of that tag, outermost and leftmost first."""
    if isinstance(part, Piece):
        if part.tag == tag:
            yield part
        for child in part.parts:
            yield from find(child, tag)


def replace(part: Part, old: Piece, new: Part | None) -> Part | None:
    """The part with one piece (the very object) put in place of another; None takes it out."""
    if part is old:
        return new
    if isinstance(part, str):
        return part
    changed = False
    out: list[Part] = []
    for child in part.parts:
        got = replace(child, old, new)
        changed = changed or got is not child
        if got is not None:
            out.append(got)
    if not changed:
        return part
    return part.with_parts(out) if out else None


def map_text(part: Part, change: Callable[[str], str]) -> Part:
    """The part with every string changed, formatting kept; what is shielded from case stays."""
    if isinstance(part, str):
        return change(part)
    if part.nocase:
        return part
    return part.with_parts([map_text(child, change) for child in part.parts])


_MARKUP = re.compile(r"</?(?:i|b|sc|sup|sub)>|<span [^<>]*>|</span>|[\"'“”‘’]")
_INTERESTING = re.compile("[<\"'“”‘’]")
_OPENS: dict[str, Style] = {
    "<i>": (("font-style", "italic"),),
    "<b>": (("font-weight", "bold"),),
    "<sc>": (("font-variant", "small-caps"),),
    "<sup>": (("vertical-align", "sup"),),
    "<sub>": (("vertical-align", "sub"),),
}
_SMALL_CAPS = re.compile(r"font-variant:\s*small-caps")


class _Frame:
    """An element or quotation that is open while a field is read."""

    __slots__ = ("kind", "mark", "nocase", "parts", "style", "tag")

    def __init__(self, kind: str, mark: str, style: Style = (), nocase: bool = False, tag: str = "") -> None:
        self.kind = kind
        self.mark = mark
        self.style = style
        self.nocase = nocase
        self.tag = tag
        self.parts: list[Part] = []


@lru_cache(maxsize=8192)
def parse_field(text: str) -> tuple[Part, ...]:
    """The inline markup of a CSL-JSON string: ``<i> <b> <sc> <sup> <sub>``, spans, and quotation marks.

    Quotation marks become pieces, so that nested ones alternate and the locale chooses their shape;
    an apostrophe becomes ’, the spaces within French guillemets do not break, and what does not pair stays
    as it is written.
    """
    if "«" in text or "»" in text:
        text = text.replace("« ", "«\u202f").replace(" »", "\u202f»")
    if not _INTERESTING.search(text):
        return (text,) if text else ()
    return tuple(_Reader(text).read())


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.stack = [_Frame("", "")]

    def read(self) -> list[Part]:
        place = 0
        for found in _MARKUP.finditer(self.text):
            self.add(self.text[place : found.start()])
            self.mark(found.group(), found.start(), found.end())
            place = found.end()
        self.add(self.text[place:])
        while len(self.stack) > 1:
            self.give_up()
        return _merged(self.stack[0].parts)

    def add(self, part: Part) -> None:
        if part != "":
            self.stack[-1].parts.append(part)

    def mark(self, mark: str, start: int, end: int) -> None:
        if mark[0] != "<":
            self.quote(mark, start, end)
        elif mark[1] == "/":
            self.close(mark[2:-1], mark)
        elif mark in _OPENS:
            self.stack.append(_Frame(mark[1:-1], mark, _OPENS[mark], mark in ("<sc>", "<sup>", "<sub>")))
        elif "nodecor" in mark:
            self.stack.append(_Frame("span", mark, nocase=True, tag="nodecor"))
        elif "nocase" in mark:
            self.stack.append(_Frame("span", mark, nocase=True))
        elif _SMALL_CAPS.search(mark):
            self.stack.append(_Frame("span", mark, _OPENS["<sc>"], nocase=True))
        else:
            self.stack.append(_Frame("span", mark))

    def quote(self, mark: str, start: int, end: int) -> None:
        before = self.before(start)
        after = self.text[end : end + 1]
        kind = "single" if mark in "'‘’" else "double"
        is_open = any(frame.kind == kind for frame in self.stack)
        if mark == "“":
            self.stack.append(_Frame(kind, mark))
        elif mark == "‘":
            if any(frame.kind == "double" for frame in self.stack):
                self.stack.append(_Frame(kind, mark))
            else:
                self.add(mark)
        elif mark == "”":
            self.close(kind, mark)
        elif kind == "double":
            if is_open and before != " ":
                self.close(kind, mark)
            elif not before or not before.isalnum():
                self.stack.append(_Frame(kind, mark))
            else:
                self.add(mark)
        elif is_open and not after.isalnum() and before not in (" ", ""):
            self.close(kind, "’")
        elif mark == "'" and (not before or before in ' \u00a0([{-–—/:"“') and after not in ("", " "):
            self.stack.append(_Frame(kind, mark))
        else:
            self.add("’")

    def before(self, start: int) -> str:
        """The character before a place, seen through markup."""
        text = self.text[:start]
        while text.endswith(">"):
            opening = text.rfind("<")
            if opening < 0 or not _MARKUP.fullmatch(text[opening:]):
                break
            text = text[:opening]
        return text[-1:]

    def close(self, kind: str, mark: str) -> None:
        if not any(frame.kind == kind for frame in self.stack):
            self.add(mark)
            return
        while self.stack[-1].kind != kind:
            self.give_up()
        frame = self.stack.pop()
        quoted = kind in ("single", "double")
        if quoted and not frame.parts:
            self.add(frame.mark + mark)
            return
        data = frame.mark + mark if quoted else None
        self.add(Piece(_merged(frame.parts), frame.style, quoted, "", frame.tag, data, frame.nocase))

    def give_up(self) -> None:
        """An opening without its end is only characters."""
        frame = self.stack.pop()
        self.add("’" if frame.mark == "'" else frame.mark)
        self.stack[-1].parts.extend(frame.parts)


def _merged(parts: list[Part]) -> list[Part]:
    """Neighbouring strings of one field are one string: there is no seam within the data."""
    out: list[Part] = []
    for part in parts:
        if isinstance(part, str) and out and isinstance(out[-1], str):
            out[-1] = out[-1] + part
        elif isinstance(part, str) and out and isinstance(out[-1], Piece):
            out.append(Inner(part))
        else:
            out.append(part)
    return out
