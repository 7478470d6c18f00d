"""OpenDocument texts (.odt, ISO/IEC 26300): notes stand in the text, with the number that is printed."""

from __future__ import annotations

import re
from typing import Any

from citekit.model import Document, Note
from citekit.readers import stored
from citekit.readers.errors import ReaderError
from citekit.readers.packages import Package, attribute, local
from citekit.readers.rich import Call, Paragraph, Run, Solved, assembled, passage

_SKIPPED = frozenset(
    # Deleted text, comments, forms, the index that LibreOffice makes, and declarations.
    {"tracked-changes", "annotation", "annotation-end", "forms", "table-of-content", "sequence-decls"}
    | {"variable-decls", "user-field-decls", "note-citation", "ruby-text", "title", "desc"}
)
_ENTRY = re.compile(r"Bibliography(?:_20_\d+)?|ZOTERO_BIBL.*|Bibliography \d+")
_MOST_SPACES = 1000


def read_odt(data: bytes, name: str) -> Document:
    """The notes and bibliography of an OpenDocument text.

    Raises ReaderError for a damaged or protected one.
    """
    package = Package(data, name, "OpenDocument text")
    manifest = package.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise ReaderError(f"{name}: is protected with a password", "Save it without one.")
    root = package.xml("content.xml")
    text = (
        None if root is None else next((element for element in root.iter() if local(element) == "text"), None)
    )
    if root is None or text is None:
        raise package.damaged("it has no text")
    looks = _Looks(root, package.xml("styles.xml"))
    walker = _Walker(looks)
    walker.block(text)
    return assembled(name, "odt", walker.paragraphs, walker.notes, package.strange_names())


class _Looks:
    """Which styles are italic or raised; a style says it itself or inherits it."""

    def __init__(self, *roots: Any) -> None:
        self._italic: dict[str, bool | None] = {}
        self._raised: dict[str, bool] = {}
        self._parent: dict[str, str] = {}
        for root in roots:
            for element in root.iter() if root is not None else ():
                if local(element) == "style" and attribute(element, "name"):
                    self._add(attribute(element, "name") or "", element)

    def _add(self, name: str, element: Any) -> None:
        self._parent[name] = attribute(element, "parent-style-name") or ""
        for child in element:
            if local(child) == "text-properties":
                slant = attribute(child, "font-style")
                self._italic[name] = None if slant is None else slant in ("italic", "oblique")
                self._raised[name] = (attribute(child, "text-position") or "").startswith(
                    ("super", "33%", "58%")
                )

    def chain(self, name: str | None) -> list[str]:
        """The style and those it inherits from."""
        names: list[str] = []
        while name and name not in names:
            names.append(name)
            name = self._parent.get(name)
        return names

    def italic(self, name: str | None) -> bool | None:
        """Whether text of the style is italic; None where no style says so."""
        return next(
            (value for style in self.chain(name) if (value := self._italic.get(style)) is not None), None
        )

    def raised(self, name: str | None) -> bool:
        """Whether text of the style is superscript."""
        return any(self._raised.get(style, False) for style in self.chain(name))


class _Walker:
    """Goes through the text and gathers paragraphs and notes."""

    def __init__(self, looks: _Looks) -> None:
        self.looks = looks
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Note] = []
        self.current = Paragraph()
        self._open_citations: dict[str, tuple[Paragraph, int]] = {}

    def block(self, element: Any, item: str = "", entry: bool = False) -> None:
        """Take the paragraphs under *element*; *item* is the sign of the list they stand in."""
        for child in element:
            name = local(child)
            if name in _SKIPPED:
                continue
            if name in ("p", "h"):
                self._paragraph(child, item, entry)
                item = ""  # later paragraphs of an item carry it on
            elif name == "list-item":
                self.block(child, "-", entry)
            else:
                declared = (attribute(child, "name") or "").lstrip().startswith(
                    "ZOTERO_BIBL"
                ) or name == "bibliography"
                self.block(child, item, entry or declared)

    def _paragraph(self, element: Any, item: str, entry: bool) -> None:
        outer = self.current
        style = attribute(element, "style-name")
        level = attribute(element, "outline-level") if local(element) == "h" else None
        heading = int(level) if level and level.isdecimal() else 0
        declared = entry or any(_ENTRY.fullmatch(name) for name in self.looks.chain(style))
        self.current = Paragraph(
            heading=heading, item="" if heading else item, entry=declared and not heading
        )
        self._inline(element, bool(self.looks.italic(style)), False)
        if self.current.runs:
            self.paragraphs.append(self.current)
        self.current = outer

    def _inline(self, element: Any, italic: bool, raised: bool) -> None:
        self._text(element.text, italic, raised)
        for child in element:
            self._child(child, local(child), italic, raised)
            self._text(child.tail, italic, raised)

    def _text(self, text: str | None, italic: bool, raised: bool) -> None:
        if text:
            self.current.runs.append(Run(re.sub(r"[\n\t\r]+", " ", text), italic, raised))

    def _child(self, child: Any, name: str, italic: bool, raised: bool) -> None:
        if name in _SKIPPED:
            return
        if name == "s":
            count = attribute(child, "c") or "1"
            self._text(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES), italic, raised)
        elif name in ("tab", "line-break"):
            self._text(" ", italic, raised)
        elif name == "note":
            self._note(child)
        elif name == "span":
            style = attribute(child, "style-name")
            slant = self.looks.italic(style)
            self._inline(child, italic if slant is None else slant, raised or self.looks.raised(style))
        elif name in ("reference-mark-start", "bookmark-start"):
            self._open_citations[attribute(child, "name") or ""] = (self.current, len(self.current.runs))
        elif name in ("reference-mark-end", "bookmark-end"):
            self._citation_ends(attribute(child, "name") or "")
        elif name == "frame":
            self.block(child)  # a text box: its paragraphs stand by themselves
        else:
            self._inline(child, italic, raised)

    def _citation_ends(self, name: str) -> None:
        """Zotero and Mendeley keep a citation in the name of a reference mark around it."""
        paragraph, start = self._open_citations.pop(name, (None, 0))
        items = stored.items_of(name) if paragraph is self.current else ()
        if items:
            self.current.solved.append(Solved(start, len(self.current.runs), items))

    def _note(self, element: Any) -> None:
        citation = next((child for child in element if local(child) == "note-citation"), None)
        body = next((child for child in element if local(child) == "note-body"), None)
        if body is None:
            return
        printed = "" if citation is None else "".join(citation.itertext()).strip()
        n = printed or str(len(self.notes) + 1)
        inner = _Walker(self.looks)
        inner.block(body)
        read = passage(inner.paragraphs)
        anchor = f"content.xml#{attribute(element, 'id') or ''}"
        self.notes.append(Note(n, read.text, read.emphasis, solved=read.solved, anchor=anchor))
        self.current.runs.append(Call(n))
