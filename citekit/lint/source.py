"""From a character of a note to its line and column in the source, and edits carried back into the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from citekit.lint.finding import Edit, Finding
from citekit.model import Document, Note, Span
from citekit.rewrite.align import LATEX, MARKDOWN, PLAIN, places

_MARKUP = {"markdown": MARKDOWN, "text": PLAIN, "latex": LATEX}
EDITABLE = frozenset({"markdown", "text"})
"""Formats whose source is the text itself, so that an edit of a note is an edit of the file."""


class Positions:
    """Where the characters of notes stand in the source of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._of_note: dict[tuple[str, int | None], list[Span] | None] = {}

    @cached_property
    def _lines(self) -> list[int]:
        starts = [0]
        source = self.document.source
        at = source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = source.find("\n", at + 1)
        return starts

    def of_offset(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a place in the source."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def of(self, note: Note, at: int) -> tuple[int | None, int]:
        """Line and column of character *at* of *note*: in the source where it is text, else in the note."""
        found = self.spans(note)
        if found is None or not found:
            return note.line, at + 1
        return self.of_offset(found[min(at, len(found) - 1)].start)

    def spans(self, note: Note) -> list[Span] | None:
        """For each character of *note* its stretch of the source; None where that is not known."""
        key = note.n, note.line
        if key not in self._of_note:
            self._of_note[key] = self._aligned(note)
        return self._of_note[key]

    def _aligned(self, note: Note) -> list[Span] | None:
        markup = _MARKUP.get(self.document.format)
        if markup is None or not note.pieces:
            return None
        joined = " ".join(piece.of(self.document.source) for piece in note.pieces)
        found = places(joined, note.text, markup)
        return None if found is None else [self._in_source(note, span) for span in found]

    def _in_source(self, note: Note, span: Span) -> Span:
        """A stretch of the joined pieces as one of the source; what joins two pieces is empty."""
        at = 0
        for piece in note.pieces:
            if span.start < at + len(piece):
                start = piece.start + span.start - at
                return Span(start, min(piece.end, piece.start + span.end - at))
            if span.start == at + len(piece):
                return Span(piece.end, piece.end)
            at += len(piece) + 1
        return Span(note.pieces[-1].end, note.pieces[-1].end)


def mended(document: Document, findings: Iterable[Finding]) -> tuple[str, int]:
    """The source of *document* with the edits of *findings*, and how many were made.

    Edits that meet mark-up, or each other, are left out; so is everything where the source is no text.
    """
    if document.format not in EDITABLE:
        return document.source, 0
    positions = Positions(document)
    notes = {note.n: note for note in (*document.notes, *document.bibliography)}
    wanted = sorted(
        {change for f in findings for e in f.edits if (change := _change(positions, notes, e)) is not None}
    )
    source, made, free = document.source, 0, len(document.source)
    for start, end, new in reversed(wanted):
        if end <= free:
            source, free, made = source[:start] + new + source[end:], start, made + 1
    return source, made


def _change(positions: Positions, notes: dict[str, Note], edit: Edit) -> tuple[int, int, str] | None:
    """The edit as (start, end, new) of the source, None where mark-up stands in between."""
    note = notes.get(edit.note)
    found = positions.spans(note) if note is not None else None
    if note is None or not found or not len(edit.span):
        return None
    stretch = found[edit.span.start : edit.span.end]
    if any(one.end != two.start for one, two in pairwise(stretch)):
        return None
    return stretch[0].start, stretch[-1].end, edit.new
