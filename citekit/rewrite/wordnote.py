"""One note of a Word document: its characters with their places, and replacing stretches of them.

WordprocessingML: ECMA-376 Part 1, 17.3 (paragraphs and runs).  Names are looked up without their namespace,
so that transitional and strict documents are the same here.  What a program or another hand put into a note,
a field, a tracked change, a picture, is an obstacle only where a citation would be cut out of it.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from citekit.readers.docx import symbol
from citekit.readers.packages import attribute, local
from citekit.rewrite.align import PLAIN, places
from citekit.rewrite.rendered import Setting
from citekit.rewrite.wordrun import SPACE, runs

_LEADING = re.compile(r"[\s.):\u3000]*")
_CHARACTERS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
# What prints nothing, and may stand anywhere: a range, its marks stay where they are.
_QUIET = frozenset(
    """pPr rPr sdtPr sdtEndPr proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak footnoteRef endnoteRef
    separator continuationSeparator softHyphen commentRangeStart commentRangeEnd permStart permEnd
    smartTagPr customXmlPr""".split()
)
# What only says something of the text inside: what a word means, which way it runs.
_TRANSPARENT = frozenset(("smartTag", "customXml", "dir", "bdo"))
_TRACKED = "it has tracked changes; accept or reject them first"
_FIELD = "it has a field, perhaps of a reference manager"
_PICTURE = "it has a picture or a text box"
_OBSTACLES = {
    "ins": _TRACKED, "del": _TRACKED, "moveFrom": _TRACKED, "moveTo": _TRACKED,
    "fldSimple": _FIELD, "fldChar": _FIELD,
    "sdt": "it has a content control, perhaps of a reference manager",
    "drawing": _PICTURE, "pict": _PICTURE, "AlternateContent": _PICTURE,
    "object": "it has an embedded object", "oMath": "it has a formula", "oMathPara": "it has a formula",
    "commentReference": "it has a comment", "tbl": "it has a table", "ruby": "it has characters with a gloss",
    "footnoteReference": "it calls another note", "endnoteReference": "it calls another note",
}  # fmt: skip


class UnusualNoteError(Exception):
    """The note has something in it that replacing text could damage."""


@dataclass(frozen=True, slots=True)
class _Atom:
    """A character: the run and the child of it that print it, its place there, and its paragraph.

    ``obstacle`` says why it cannot be replaced, if it cannot.
    """

    run: Any
    child: Any
    offset: int
    paragraph: Any
    obstacle: str = ""


def replace(note: Any, text: str, settings: list[Setting]) -> None:
    """Put *settings* into the element *note*, whose text was read as *text*.

    Raises:
        UnusualNoteError: with what stands in the way; the note is then as it was.
    """
    found = _Characters()
    found.block(note, "")
    raw = "".join(char for char, _ in found.atoms)
    start = _LEADING.match(raw).end()  # type: ignore[union-attr]
    spans = places(raw[start:], text, PLAIN)
    if spans is None:
        raise UnusualNoteError("its characters are not those that were read")
    ranges = []
    for setting in settings:
        first = spans[setting.start].start + start
        last = spans[setting.end - 1].end + start
        found.check(first, last)
        ranges.append((first, last, setting))
    for first, last, setting in sorted(ranges, key=lambda entry: -entry[0]):
        _replace([atom for _, atom in found.atoms[first:last]], setting)


@dataclass(slots=True)
class _Characters:
    """The characters of a note in their order, and what stands between them that must not be cut out."""

    atoms: list[tuple[str, _Atom]] = field(default_factory=list)
    barriers: list[tuple[int, str]] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)  # the open ones: whether their result has begun

    def block(self, element: Any, obstacle: str) -> None:
        """The paragraphs of *element*, a note or what holds paragraphs within it."""
        for child in element:
            name = local(child)
            if name == "p":
                if self.atoms:
                    self.atoms.append((" ", _Atom(None, None, 0, None)))
                self._inside(child, child, obstacle)
            elif name == "sdtContent":
                self.block(child, obstacle)
            elif name and name not in _QUIET:
                self.block(child, obstacle or _OBSTACLES.get(name, f"it has a {name}"))

    def _inside(self, element: Any, paragraph: Any, obstacle: str) -> None:
        for child in element:
            name = local(child)
            if name == "r":
                self._run(child, paragraph, obstacle)
            elif name in ("del", "moveFrom"):
                self._bar(_TRACKED)
            elif name in _TRANSPARENT or name in ("hyperlink", "sdtContent"):
                self._inside(child, paragraph, obstacle)
            elif name and name not in _QUIET:
                why = _OBSTACLES.get(name, f"it has a {name}")
                self._bar(why)
                self._inside(child, paragraph, obstacle or why)

    def _run(self, run: Any, paragraph: Any, obstacle: str) -> None:
        properties = next((child for child in run if local(child) == "rPr"), ())
        if any(local(look) in ("vanish", "specVanish") for look in properties):
            self._bar("it has hidden text")
            return
        for child in run:
            kind = local(child)
            if kind == "fldChar":
                self._field(attribute(child, "fldCharType") or "")
            elif kind in _CHARACTERS or kind in ("t", "sym"):
                printed = child.text or "" if kind == "t" else _CHARACTERS.get(kind, "")
                if kind == "sym":
                    printed = symbol(attribute(child, "char") or "")
                self._take(printed, run, child, paragraph, obstacle)
            elif kind not in _QUIET and kind not in ("instrText", "delText", "delInstrText"):
                self._bar(_OBSTACLES.get(kind, f"it has a {kind}"))

    def _take(self, printed: str, run: Any, child: Any, paragraph: Any, obstacle: str) -> None:
        if not all(self.fields):
            return  # an instruction, not what it gives
        why = obstacle or (_FIELD if self.fields else "")
        self.atoms += [(char, _Atom(run, child, at, paragraph, why)) for at, char in enumerate(printed)]

    def _field(self, kind: str) -> None:
        self._bar(_FIELD)
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _bar(self, why: str) -> None:
        self.barriers.append((len(self.atoms), why))

    def check(self, first: int, last: int) -> None:
        """Raise UnusualNoteError where the characters from *first* to *last* cannot be taken out."""
        inside = [atom for _, atom in self.atoms[first:last]]
        why = next((atom.obstacle for atom in inside if atom.obstacle), "")
        why = why or next((reason for at, reason in self.barriers if first < at < last), "")
        if why:
            raise UnusualNoteError(why)
        if len({id(atom.paragraph) for atom in inside}) != 1:
            raise UnusualNoteError("a citation goes over the end of a paragraph")
        for edge in (inside[0], inside[-1]):
            link = _link(edge)
            if link is None:
                continue
            linked = [at for at, (_, atom) in enumerate(self.atoms) if _link(atom) is link]
            if linked[0] < first or linked[-1] >= last:
                raise UnusualNoteError("a citation begins or ends inside a link")


def _link(atom: _Atom) -> Any:
    """The link that a character belongs to, or None."""
    element = None if atom.run is None else atom.run.getparent()
    while element is not None and element is not atom.paragraph:
        if local(element) == "hyperlink":
            return element
        element = element.getparent()
    return None


def _replace(atoms: list[_Atom], setting: Setting) -> None:
    """The characters of *atoms*, which follow on one another in a paragraph, by what *setting* writes."""
    last, first = atoms[-1], atoms[0]
    for atom in (first, last):
        link = _link(atom)
        _unwrap(atom.run if link is None else link)
    made = [run for look in setting.looks for run in runs(first.run, look)]
    stop, rest = _cut_behind(last)
    begin = _cut_before(first)
    if _link(last) is None and last.run is first.run:
        stop = begin
    for run in made:
        begin.addprevious(run)
    _take_out(begin, stop)
    for part in (first.run, rest):
        if part is not None and part.getparent() is not None and _is_empty(part):
            part.getparent().remove(part)


def _unwrap(element: Any) -> None:
    """Take a run or link out of the tags that say what its words mean ("smart tags"); they print nothing."""
    wrapper = element.getparent()
    while local(wrapper) in _TRANSPARENT:
        for child in list(wrapper):
            if local(child) not in ("smartTagPr", "customXmlPr"):
                wrapper.addprevious(child)
        outer = wrapper.getparent()
        outer.remove(wrapper)
        wrapper = outer


def _cut_behind(atom: _Atom) -> tuple[Any, Any]:
    """Cut the run of *atom* behind it: the element that ends with it, and the part behind, if any."""
    link = _link(atom)
    return (link, None) if link is not None else (atom.run, _split(atom.run, atom.child, atom.offset + 1))


def _cut_before(atom: _Atom) -> Any:
    """Cut the run of *atom* before it: the element that begins with it."""
    link = _link(atom)
    return link if link is not None else _split(atom.run, atom.child, atom.offset)


def _take_out(begin: Any, stop: Any) -> None:
    """Remove what prints from *begin* to *stop*; bookmarks and other marks of ranges stay."""
    element = begin
    while element is not None:
        following = element.getnext()
        if local(element) == "r" or local(element) in ("hyperlink", "proofErr", *_TRANSPARENT):
            element.getparent().remove(element)
        if element is stop:
            break
        element = following


def _is_empty(run: Any) -> bool:
    return all(local(child) == "rPr" for child in run)


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
            part.set(SPACE, "preserve")
        rest.append(tail)
        at += 1
    elif offset > 0:
        at += 1
    for element in children[at:]:
        rest.append(element)
    run.addnext(rest)
    return rest


def note_elements(root: Any) -> dict[str, Any]:
    """The notes of a part by their id."""
    return {
        attribute(element, "id") or "": element
        for element in root
        if local(element) in ("footnote", "endnote")
    }
