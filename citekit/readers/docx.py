"""Word documents (.docx, ECMA-376 / ISO 29500): footnotes and endnotes from the package's own parts.

Both namespaces of the standard (transitional and strict) are read, since elements are known by their
local names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from citekit.model import Diagnostic, Document, Note
from citekit.readers import stored
from citekit.readers.docxnumbers import NoteNumbers
from citekit.readers.docxstyles import Styles
from citekit.readers.packages import Package, attribute, local
from citekit.readers.rich import Call, Paragraph, Run, Solved, assembled, passage

_LEADING = re.compile(r"^[\s.):\u3000]+")
# What is not shown, or shown elsewhere: deleted text, properties, comments, alternatives for old programs.
_SKIPPED = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText", "delText", "Fallback"}
)
_SKIPPED |= {"sdtPr", "sdtEndPr", "fldData", "delInstrText", "commentReference", "annotationRef", "tblGrid"}
_CHARACTERS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}


def read_docx(data: bytes, name: str) -> Document:
    """The notes and bibliography of a Word document; raises ReaderError for a damaged or protected one."""
    package = Package(data, name, "Word document")
    main = package.relations("").get("officeDocument", "word/document.xml")
    root = package.xml(main)
    body = None if root is None else next((child for child in root if local(child) == "body"), None)
    if body is None:
        raise package.damaged("it has no text")
    relations = package.relations(main)
    styles = Styles(package.xml(relations.get("styles", "")))
    settings = package.xml(relations.get("settings", ""))
    walker = _Walker(styles, NoteNumbers(body, settings))
    paragraphs = walker.paragraphs(body)
    notes: list[Note] = []
    for kind, part in (("footnote", relations.get("footnotes")), ("endnote", relations.get("endnotes"))):
        calls = [call for call in walker.calls if call.kind == kind]
        if part is not None and calls:
            notes += _notes(package, part, calls, styles)
    diagnostics = [
        *package.strange_names(),
        *walker.numbers.diagnostics(name),
        *_uncalled(package, relations, walker, name),
    ]
    return assembled(name, "docx", paragraphs, notes, diagnostics)


@dataclass(frozen=True, slots=True)
class _NoteCall:
    """A reference in the body: which note of which part, and the number that Word prints."""

    kind: str
    id: str
    n: str
    custom: bool


def _elements(package: Package, part: str) -> dict[str, Any]:
    """The notes of a part by id; separators are none."""
    root = package.xml(part)
    return {
        attribute(element, "id") or "": element
        for element in (root if root is not None else ())
        if local(element) in ("footnote", "endnote") and attribute(element, "type") in (None, "normal")
    }


def _notes(package: Package, part: str, calls: list[_NoteCall], styles: Styles) -> Iterator[Note]:
    elements = _elements(package, part)
    seen: set[str] = set()
    for call in calls:
        element = elements.get(call.id)
        if element is None or call.id in seen:
            continue
        seen.add(call.id)
        paragraphs = _Walker(styles, None).paragraphs(element)
        _without_number(paragraphs, call.n if call.custom else "")
        read = passage(paragraphs)
        yield Note(call.n, read.text, read.emphasis, solved=read.solved, anchor=f"{part}#{call.id}")


def _without_number(paragraphs: list[Paragraph], custom: str) -> None:
    """Take a custom mark, and the point or tab after any number, from the beginning of a note."""
    for paragraph in paragraphs[:1]:
        for index, run in enumerate(paragraph.runs[:4]):
            if not isinstance(run, Run):
                continue
            text = run.text.lstrip()
            if custom and text.startswith(custom):
                text = text[len(custom) :]
                custom = ""
            text = _LEADING.sub("", text)
            paragraph.runs[index] = Run(text, run.italic, run.raised)
            if text:
                return


def _uncalled(
    package: Package, relations: dict[str, str], walker: _Walker, name: str
) -> Iterator[Diagnostic]:
    """Notes that no reference calls (their place in the text was deleted)."""
    for kind in ("footnote", "endnote"):
        part = relations.get(f"{kind}s")
        if part is None:
            continue
        called = {call.id for call in walker.calls if call.kind == kind}
        lost = [
            id_
            for id_, element in _elements(package, part).items()
            if id_ not in called and _has_text(element)
        ]
        if lost:
            yield Diagnostic(
                "note-without-mark",
                f"{kind.capitalize()}s in the package: {len(lost)} "
                "are called nowhere and left out, as Word leaves them out",
                "info",
                name,
            )


def _has_text(element: Any) -> bool:
    return any(local(child) == "t" and (child.text or "").strip() for child in element.iter())


@dataclass(slots=True)
class _Field:
    """A complex field while its parts go by: instruction, then result."""

    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    start: int = 0


class _Walker:
    """Goes through the elements in their order and gathers paragraphs."""

    def __init__(self, styles: Styles, numbers: NoteNumbers | None) -> None:
        self.styles = styles
        self.numbers = numbers or NoteNumbers(None, None)
        self.calls: list[_NoteCall] = []
        self.fields: list[_Field] = []
        self.current = Paragraph()
        self.italic = False  # what the style of the paragraph says
        self.done: list[Paragraph] = []
        self.entries = 0  # open fields or controls that hold a bibliography
        self.custom = ""  # kind and id of a note whose mark the writer typed, until that mark goes by

    def paragraphs(self, root: Any) -> list[Paragraph]:
        """The paragraphs under *root*, those of tables and text boxes too."""
        self._children(root)
        return self.done

    def _children(self, element: Any) -> None:
        """Walk the children; a stack of our own, for documents nested deeper than Python's."""
        stack: list[Any] = [iter(element)]
        closing: list[Any] = [None]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                close = closing.pop()
                if close is not None:
                    close()
                continue
            close = self._open(child)
            if close is not False:
                stack.append(iter(child))
                closing.append(close)

    def _open(self, element: Any) -> Any:
        """Take *element*; False where its children are not wanted, else what to do after them (or None)."""
        name = local(element)
        if name in _SKIPPED:
            return False
        if name == "p":
            return self._paragraph(element)
        if name == "r":
            return self._run(element)
        if name == "sdt":
            return self._control(element)
        if name == "fldSimple":
            return self._simple_field(element)
        return None

    def _paragraph(self, element: Any) -> Any:
        outer, outer_italic = self.current, self.italic
        properties = next((child for child in element if local(child) == "pPr"), None)
        style, item, ends_section = self.styles.paragraph(properties)
        self.current = Paragraph(heading=style.heading, item=item, entry=style.entry or self.entries > 0)
        self.italic = style.italic

        def close() -> None:
            self.current.entry = self.current.entry or self.entries > 0
            if self.current.runs:
                self.done.append(self.current)
            self.current, self.italic = outer, outer_italic
            if ends_section:
                self.numbers.section_ends()

        return close

    def _control(self, element: Any) -> Any:
        """A content control: Mendeley Cite keeps citations and the bibliography in them."""
        tag = next((attribute(child, "val") for child in element.iter() if local(child) == "tag"), None) or ""
        if tag.startswith("MENDELEY_BIBLIOGRAPHY"):
            self.entries += 1
            return self._entries_end
        items = stored.items_of_control(tag)
        if not items:
            return None
        paragraph, start = self.current, len(self.current.runs)
        return lambda: paragraph.solved.append(Solved(start, len(paragraph.runs), items))

    def _entries_end(self) -> None:
        self.entries -= 1

    def _simple_field(self, element: Any) -> Any:
        items = stored.items_of(attribute(element, "instr") or "")
        if not items:
            return None
        paragraph, start = self.current, len(self.current.runs)
        return lambda: paragraph.solved.append(Solved(start, len(paragraph.runs), items))

    def _run(self, element: Any) -> Any:
        """The characters, calls and field signs of a run; True children only where it holds a drawing."""
        properties = next((child for child in element if local(child) == "rPr"), None)
        look = self.styles.run(properties)
        if look.hidden:
            return False
        italic = look.italic if look.italic is not None else self.italic
        for child in element:
            name = local(child)
            if name == "t":
                self._text(child.text or "", italic, look.raised)
            elif name in _CHARACTERS:
                if name == "br" and attribute(child, "type") == "page":
                    self.numbers.page_ends()
                self._text(_CHARACTERS[name], italic, False)
            elif name == "lastRenderedPageBreak":
                self.numbers.page_ends()
            elif name == "sym":
                self._text(symbol(attribute(child, "char") or ""), italic, look.raised)
            elif name in ("footnoteReference", "endnoteReference"):
                self._call(child, name.removesuffix("Reference"))
            elif name == "fldChar":
                self._field_sign(child)
            elif name == "instrText" and self.fields and not self.fields[-1].in_result:
                self.fields[-1].instruction.append(child.text or "")
            elif name in ("drawing", "pict", "AlternateContent", "object"):
                self._text_boxes(child)
        return False

    def _text(self, text: str, italic: bool, raised: bool) -> None:
        if any(not open_field.in_result for open_field in self.fields):
            return
        if self.custom and text.strip():  # the sign that stands for the number of the note just called
            self._name_custom(text.strip())
            return
        if text:
            self.current.runs.append(Run(text, italic, raised))

    def _name_custom(self, sign: str) -> None:
        kind, _, id_ = self.custom.partition(" ")
        self.custom = ""
        self.calls.append(_NoteCall(kind, id_, sign, True))
        self.current.runs.append(Call(sign))

    def _call(self, element: Any, kind: str) -> None:
        id_ = attribute(element, "id") or ""
        if attribute(element, "customMarkFollows") in ("1", "true", "on"):
            self.custom = f"{kind} {id_}"
            return
        n = self.numbers.next(kind)
        self.calls.append(_NoteCall(kind, id_, n, False))
        self.current.runs.append(Call(n))

    def _field_sign(self, element: Any) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self.fields.append(_Field(start=len(self.current.runs)))
        elif kind == "separate" and self.fields:
            self.fields[-1].in_result = True
            if stored.is_bibliography("".join(self.fields[-1].instruction)):
                self.entries += 1
                self.current.entry = True
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            instruction = "".join(ended.instruction)
            if stored.is_bibliography(instruction) and ended.in_result:
                self.entries -= 1
            items = stored.items_of(instruction)
            if items and ended.start <= len(self.current.runs):
                self.current.solved.append(Solved(ended.start, len(self.current.runs), items))

    def _text_boxes(self, element: Any) -> None:
        """The paragraphs of text boxes stand as paragraphs of their own before the one they hang on."""
        for box in element.iter():
            if local(box) == "txbxContent" and not any(
                local(above) in ("Fallback", "txbxContent") for above in box.iterancestors()
            ):
                fields, self.fields = self.fields, []
                self._children(box)
                self.fields = fields


def symbol(code: str) -> str:
    """The character of a w:sym; of the private area (F000), a font's own signs, only ASCII is kept."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= value <= 0xF0FF:
        value -= 0xF000
        return chr(value) if 0x20 <= value < 0x7F else ""
    return chr(value) if 0x20 <= value < 0x110000 else ""
