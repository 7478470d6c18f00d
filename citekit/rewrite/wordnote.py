"""One note of a Word document: its characters with their places, and replacing stretches of them.

WordprocessingML: ECMA-376 Part 1, 17.3 (paragraphs and runs).  Names are looked up without their namespace,
so that transitional and strict documents are the same here.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from citekit.readers.packages import attribute, local
from citekit.rewrite.align import PLAIN, places
from citekit.rewrite.rendered import Look, Setting

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEADING = re.compile(r"[\s.):\u3000]*")
_CHARACTERS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
# What a paragraph and a run may hold beside text, and the note still be set: marks that print nothing.
_QUIET = frozenset(
    {"pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "footnoteRef"}
    | {"endnoteRef", "separator", "softHyphen", "commentRangeStart", "commentRangeEnd"}
)
_LOOKS = {
    "italic": ("i", "iCs"), "bold": ("b", "bCs"), "capitals": ("smallCaps",), "underlined": ("u",),
    "raised": ("vertAlign",), "lowered": ("vertAlign",),
}  # fmt: skip
_VALUES = {"underlined": "single", "raised": "superscript", "lowered": "subscript"}
# The order in which the schema wants the properties of a run (CT_RPr).
_ORDER = (
    """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
    vertAlign rtl cs em lang eastAsianLayout specVanish oMath"""
).split()
_RESET = frozenset("rStyle b bCs i iCs caps smallCaps u vertAlign lang color".split())


class UnusualNoteError(Exception):
    """The note has something in it that replacing text could damage."""


@dataclass(frozen=True, slots=True)
class _Atom:
    """A character: the run and the child of it that print it, its place there, and its paragraph."""

    run: Any
    child: Any
    offset: int
    paragraph: int


def replace(note: Any, text: str, settings: list[Setting]) -> None:
    """Put *settings* into the element *note*, whose text was read as *text*.

    Raises:
        UnusualNoteError: with what stands in the way; the note is then as it was.
    """
    atoms = _atoms(note)
    raw = "".join(char for char, _ in atoms)
    start = _LEADING.match(raw).end()  # type: ignore[union-attr]
    spans = places(raw[start:], text, PLAIN)
    if spans is None:
        raise UnusualNoteError("its characters are not those that were read")
    ranges = []
    for setting in settings:
        first = spans[setting.start].start + start
        last = spans[setting.end - 1].end + start
        if len({atom.paragraph for _, atom in atoms[first:last]}) != 1:
            raise UnusualNoteError("a citation goes over the end of a paragraph")
        if any(local(atom.run.getparent()) != "p" for _, atom in (atoms[first], atoms[last - 1])):
            raise UnusualNoteError("a citation begins or ends inside a link")
        ranges.append((first, last, setting.looks))
    for first, last, looks in sorted(ranges, key=lambda entry: -entry[0]):
        _replace([atom for _, atom in atoms[first:last]], looks)


def _atoms(note: Any) -> list[tuple[str, _Atom]]:
    found: list[tuple[str, _Atom]] = []
    for number, paragraph in enumerate(note):
        if local(paragraph) != "p":
            raise UnusualNoteError(f"it holds more than paragraphs ({local(paragraph)})")
        if found:
            found.append((" ", _Atom(None, None, 0, -1)))
        for child in paragraph:
            runs = list(child) if local(child) == "hyperlink" else [child]
            for run in runs:
                found += _of_run(run, number)
    return found


def _of_run(run: Any, number: int) -> list[tuple[str, _Atom]]:
    name = local(run)
    if name in _QUIET or not name:
        return []
    if name != "r":
        raise UnusualNoteError(_OBSTACLES.get(name, f"it holds a {name}"))
    found: list[tuple[str, _Atom]] = []
    for child in run:
        kind = local(child)
        if kind == "t":
            text = child.text or ""
            found += [(char, _Atom(run, child, place, number)) for place, char in enumerate(text)]
        elif kind in _CHARACTERS:
            found.append((_CHARACTERS[kind], _Atom(run, child, 0, number)))
        elif kind == "rPr":
            if any(local(look) == "vanish" for look in child):
                raise UnusualNoteError("it has hidden text")
        elif kind not in _QUIET:
            raise UnusualNoteError(_OBSTACLES.get(kind, f"it holds a {kind}"))
    return found


_OBSTACLES = {
    "ins": "it has tracked changes; accept or reject them first",
    "del": "it has tracked changes; accept or reject them first",
    "moveFrom": "it has tracked changes; accept or reject them first",
    "moveTo": "it has tracked changes; accept or reject them first",
    "fldChar": "it has a field, perhaps of a reference manager",
    "fldSimple": "it has a field, perhaps of a reference manager",
    "sdt": "it has a content control, perhaps of a reference manager",
    "drawing": "it has a picture",
    "pict": "it has a picture",
    "object": "it has an embedded object",
}


def _replace(atoms: list[_Atom], looks: tuple[Look, ...]) -> None:
    """The characters of *atoms*, which follow on one another in a paragraph, by runs with *looks*."""
    last, first = atoms[-1], atoms[0]
    rest = _split(last.run, last.child, last.offset + 1)
    middle = _split(first.run, first.child, first.offset)
    properties = next((child for child in first.run if local(child) == "rPr"), None)
    for look in looks:
        middle.addprevious(_run(first.run, properties, look))
    run = middle
    stop = last.run if last.run is not first.run else middle
    while run is not None:
        following = run.getnext()
        if local(run) in ("r", "hyperlink"):
            run.getparent().remove(run)
        if run is stop:
            break
        run = following
    for part in (first.run, rest):
        if all(local(child) == "rPr" for child in part) and part.getparent() is not None:
            part.getparent().remove(part)


def _split(run: Any, child: Any, offset: int) -> Any:
    """Cut *run* before the character at *offset* of *child*; the part after the cut, a run of its own."""
    rest = deepcopy(run)
    for element in list(rest):
        if local(element) != "rPr":
            rest.remove(element)
    children = list(run)
    at = children.index(child)
    if local(child) == "t" and 0 < offset < len(child.text or ""):
        tail = deepcopy(child)
        tail.text, child.text = (child.text or "")[offset:], (child.text or "")[:offset]
        for part in (tail, child):
            part.set(_SPACE, "preserve")
        rest.append(tail)
        at += 1
    elif offset > 0:
        at += 1
    for element in children[at:]:
        rest.append(element)
    run.addnext(rest)
    return rest


def _run(model: Any, properties: Any, look: Look) -> Any:
    """A run like *model* without its own looks, with those of *look*."""
    namespace = model.tag.rpartition("}")[0] + "}"
    run = model.makeelement(model.tag, nsmap=model.nsmap)
    made = deepcopy(properties) if properties is not None else model.makeelement(f"{namespace}rPr")
    for child in list(made):
        if local(child) in _RESET:
            made.remove(child)
    for name in sorted(look.looks):
        for tag in _LOOKS[name]:
            element = made.makeelement(f"{namespace}{tag}")
            if name in _VALUES:
                element.set(f"{namespace}val", _VALUES[name])
            made.append(element)
    made[:] = sorted(made, key=_rank)
    if len(made):
        run.append(made)
    text = run.makeelement(f"{namespace}t")
    text.text = look.text
    if look.text != look.text.strip():
        text.set(_SPACE, "preserve")
    run.append(text)
    return run


def _rank(element: Any) -> int:
    name = local(element)
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def note_elements(root: Any) -> dict[str, Any]:
    """The notes of a part by their id."""
    return {
        attribute(element, "id") or "": element
        for element in root
        if local(element) in ("footnote", "endnote")
    }
