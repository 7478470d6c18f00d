"""What the styles of a Word document say of a paragraph or a run.

Heading, italic, raised, hidden, bibliography.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from citekit.readers.packages import attribute, local

_HEADING = re.compile(r"(?:heading|заголовок|标题|標題|überschrift|titre|título)\s*(\d)", re.IGNORECASE)
_ENTRY = re.compile(r"(?:endnote )?bibliography(?: \d+)?|библиография|书目|литература", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a run; None where the run itself says nothing of italics."""

    italic: bool | None = None
    raised: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """The depth of a heading (0: none), whether its paragraphs are entries of a bibliography, and italics."""

    heading: int = 0
    entry: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """A style as its part states it."""

    name: str
    based_on: str
    look: Look
    outline: int


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Any) -> None:
        """*root* is the root of the styles part, or None."""
        self._styles: dict[str, _Style] = {}
        for element in root if root is not None else ():
            if local(element) == "style":
                self._styles[attribute(element, "styleId") or ""] = _style(element)

    def _chain(self, style_id: str) -> list[_Style]:
        """The style and those it is based on; a circle ends it."""
        chain: list[_Style] = []
        seen: set[str] = set()
        while style_id and style_id not in seen and style_id in self._styles:
            seen.add(style_id)
            chain.append(self._styles[style_id])
            style_id = chain[-1].based_on
        return chain

    def paragraph(self, properties: Any) -> tuple[ParagraphStyle, str, bool]:
        """The style of a paragraph, the sign of its list, and whether it ends a section."""
        style_id, outline, item, ends = "", 0, "", False
        for child in properties if properties is not None else ():
            name = local(child)
            if name == "pStyle":
                style_id = attribute(child, "val") or ""
            elif name == "outlineLvl":
                outline = _outline(attribute(child, "val"))
            elif name == "numPr":
                number = next((attribute(entry, "val") for entry in child if local(entry) == "numId"), None)
                item = "-" if number not in (None, "0") else ""
            elif name == "sectPr":
                ends = True
        chain = self._chain(style_id)
        names = [style.name or style_id for style in chain] or [style_id]
        matches = [match for name in names if (match := _HEADING.match(name))]
        heading = (
            int(matches[0].group(1))
            if matches
            else outline or next((s.outline for s in chain if s.outline), 0)
        )
        entry = bool(_ENTRY.fullmatch(names[0])) if names[0] else False
        italic = next((style.look.italic for style in chain if style.look.italic is not None), False)
        return ParagraphStyle(heading, entry, bool(italic)), "" if heading else item, ends

    def run(self, properties: Any) -> Look:
        """The look of a run with *properties* (may be None): its own, else that of its character style."""
        if properties is None:
            return Look()
        own = _look(properties)
        style_id = next((attribute(child, "val") for child in properties if local(child) == "rStyle"), None)
        for style in self._chain(style_id or ""):
            own = Look(
                style.look.italic if own.italic is None else own.italic,
                own.raised or style.look.raised,
                own.hidden or style.look.hidden,
            )
        return own


def _outline(value: str | None) -> int:
    return int(value) + 1 if value is not None and value.isdecimal() and int(value) < 9 else 0


def _style(element: Any) -> _Style:
    name = based_on = ""
    look, outline = Look(), 0
    for child in element:
        kind = local(child)
        if kind == "name":
            name = attribute(child, "val") or ""
        elif kind == "basedOn":
            based_on = attribute(child, "val") or ""
        elif kind == "rPr":
            look = _look(child)
        elif kind == "pPr":
            outline = next((_outline(attribute(e, "val")) for e in child if local(e) == "outlineLvl"), 0)
    return _Style(name, based_on, look, outline)


def _look(properties: Any) -> Look:
    italic: bool | None = None
    raised = hidden = False
    for child in properties:
        kind = local(child)
        on = (attribute(child, "val") or "1") not in _OFF
        if kind == "i":
            italic = on
        elif kind == "vertAlign":
            raised = attribute(child, "val") == "superscript"
        elif kind == "vanish":
            hidden = on
    return Look(italic, raised, hidden)
