"""PDF documents: notes are found by what a reader sees, small print at the foot of the page with raised
numbers.

The library is pdfium (pypdfium2).  Pages are read one after the other and only their lines are kept, so
memory stays small however long the document is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from citekit.model import Diagnostic, Document, Note
from citekit.readers.errors import ReaderError
from citekit.readers.joining import Joiner
from citekit.readers.paragraphs import ends_open, open_signs, starts_inside_sentence
from citekit.readers.pdflayout import Frame, Measures, drop_furniture, frames_of, measures_of
from citekit.readers.pdfpage import PdfLine, PdfPage, page_of
from citekit.readers.pdftext import body_paragraphs, joined_runs, typed_quotes
from citekit.readers.rich import Paragraph, Run, assembled, passage

_LABEL = re.compile(r"[\[(]?(\d{1,4})[\])]?[.:]?\s*")
# A number straight before a capital, an ideograph or a quotation mark has lost its space in print ("2nd"
# has not).
_PLAIN_LABEL = re.compile(
    r"""[\[(]?(\d{1,4})(?:[\])][.:]?\s*|[.:]?\s+|(?=[A-ZА-ЯЁ\u00c0-\u00de\u3400-\u9fff《“"«]))(?=\S)"""
)
_CIRCLED = re.compile(r"([①-⑳])\s*")
_MOST_PAGES = 20_000
_FARTHEST_STEP = 3  # a plain number at a line's beginning counts on from the note before, or nearly so


def read_pdf(data: bytes, name: str) -> Document:
    """The notes and bibliography of a PDF; raises ReaderError for a protected, damaged or scanned one."""
    pages = _pages(data, name)
    diagnostics = list(_unread(pages, name))
    measures = measures_of(pages)
    drop_furniture(pages, measures)
    joiner = Joiner("\n".join(line.text for page in pages for line in page.lines))
    collector = _Collector(measures)
    frames = [frame for page in pages for frame in frames_of(page, measures)]
    collector.numbers_are_raised = _numbers_are_raised(frames)
    for frame in frames:
        collector.take(frame)
    notes = [_note(found, joiner) for found in collector.notes]
    numbers = frozenset(note.n for note in notes)
    paragraphs = body_paragraphs(collector.body, measures, joiner, numbers, circled=collector.circled)
    document = assembled(name, "pdf", paragraphs, notes, diagnostics)
    entries = tuple(replace(entry, text=typed_quotes(entry.text)) for entry in document.bibliography)
    return replace(document, bibliography=entries)


def _pages(data: bytes, name: str) -> list[PdfPage]:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReaderError(f"{name}: is protected with a password", "Save a copy without one.") from None
        raise ReaderError(
            f"{name}: is no PDF, or a damaged one", "Open it in a viewer and print it to a new PDF."
        ) from None
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise ReaderError(f"{name}: says that it has {count} pages", "Cut the document into parts.")
        pages: list[PdfPage] = []
        for index in range(count):
            pages.append(_page(document, index))
    finally:
        document.close()
    if not any(page.lines for page in pages):
        raise ReaderError(
            f"{name}: holds no text, only pictures of pages (a scan)",
            "Have its text recognised first: ocrmypdf in.pdf out.pdf, or the recognition of your scanner.",
        )
    return pages


def _page(document: Any, index: int) -> PdfPage:
    """A page; one that pdfium cannot load is empty."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PdfPage(index + 1, 0, 0)
    try:
        return page_of(page, index + 1)
    finally:
        page.close()


def _unread(pages: Sequence[PdfPage], name: str) -> Iterator[Diagnostic]:
    empty = [page.number for page in pages if not page.lines]
    if len(empty) * 10 > len(pages):
        yield Diagnostic(
            "pages-without-text",
            f"{len(empty)} of {len(pages)} pages hold no text (the first is page {empty[0]})",
            source=name,
            help="If they are scanned, have a program recognise their text first (ocrmypdf).",
        )


@dataclass(slots=True)
class _Found:
    """A note while its lines are gathered; ``skip`` characters of the first line are its number."""

    n: str
    lines: list[PdfLine] = field(default_factory=list)


@dataclass(slots=True)
class _Collector:
    """Goes through the frames in reading order and gathers notes and body."""

    measures: Measures
    notes: list[_Found] = field(default_factory=list)
    body: list[list[PdfLine]] = field(default_factory=list)
    numbers_are_raised: bool = False
    circled: bool = False

    def take(self, frame: Frame) -> None:
        """Add the notes and the body of *frame*."""
        labels = self._labels(frame)
        first = min(labels, default=len(frame.notes))
        before = frame.notes[:first]
        body = list(frame.body)
        if before and not self._goes_on(frame, before, bool(labels)):
            body += before  # small print that is no note: a quotation, a caption
            before = []
        if before:
            self.notes[-1].lines += before
        for index in range(first, len(frame.notes)):
            line = frame.notes[index]
            if index in labels:
                n, rest = labels[index]
                self.notes.append(_Found(n, [replace(line, runs=rest)]))
            else:
                self.notes[-1].lines.append(line)
        if body:
            self.body.append(body)

    def _labels(self, frame: Frame) -> dict[int, tuple[str, list[Run]]]:
        """The lines of a note area that begin a note: their numbers, and what stands after them."""
        last = int(self.notes[-1].n) if self.notes and self.notes[-1].n.isdecimal() else 0
        labels: dict[int, tuple[str, list[Run]]] = {}
        for index, line in enumerate(frame.notes):
            found = _label(line)
            if found is None:
                continue
            number, rest, sure = found
            self.circled = self.circled or "①" <= line.text[0] <= "⑳"
            # The first note of a document (a chapter of its own) may have any number.
            fits = number == 1 or last < number <= last + _FARTHEST_STEP or (not last and frame.by_rule)
            if rest if sure else fits and not self.numbers_are_raised:
                labels[index] = (str(number), rest)
                last = number
        return labels

    def _goes_on(self, frame: Frame, lines: list[PdfLine], notes_follow: bool) -> bool:
        """Whether the lines at the head of a note area carry on the last note of the page before."""
        if not self.notes:
            return False
        if frame.by_rule:
            return True
        text = " ".join(line.text for line in self.notes[-1].lines[-3:])
        if ends_open(text) or open_signs(text) > 0:
            return True
        return notes_follow and starts_inside_sentence(lines[0].text)


def _numbers_are_raised(frames: Sequence[Frame]) -> bool:
    """Whether the notes of a document have raised numbers.

    Then a plain one that begins a line is a page or year.
    """
    labels = [label for frame in frames for line in frame.notes if (label := _label(line)) is not None]
    return sum(sure for _, _, sure in labels) * 3 > len(labels)


def _label(line: PdfLine) -> tuple[int, list[Run], bool] | None:
    """The number that begins a line, the runs after it, and whether its form is sure to be that of a note."""
    first, rest = line.runs[0], line.runs[1:]
    text = first.text
    if first.raised and (match := _LABEL.fullmatch(text.strip())):
        return int(match.group(1)), _lstripped(rest), True
    match = _CIRCLED.match(text)
    if match:
        return (
            ord(match.group(1)) - ord("①") + 1,
            _lstripped([replace(first, text=text[match.end() :]), *rest]),
            True,
        )
    match = _PLAIN_LABEL.match(line.text) if not first.raised else None
    if match is None or match.end() > len(text):
        whole = _LABEL.fullmatch(text.strip())
        return (int(whole.group(1)), _lstripped(rest), False) if whole and rest else None
    return int(match.group(1)), _lstripped([replace(first, text=text[match.end() :]), *rest]), False


def _lstripped(runs: list[Run]) -> list[Run]:
    runs = [run for run in runs if run.text]
    return [replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]] if runs else runs


def _note(found: _Found, joiner: Joiner) -> Note:
    paragraph = Paragraph(runs=list(joined_runs([line.runs for line in found.lines], joiner)))
    read = passage([paragraph])
    return Note(found.n, typed_quotes(read.text), read.emphasis, anchor=f"page {found.lines[0].page}")
