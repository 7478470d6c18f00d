"""A parsed document as the rules look at it: notes, entries, every use of every work, places for messages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from citekit.lint.finding import Place
from citekit.lint.source import Positions
from citekit.model import Cite, Document, Field, Note, ReadNote, Reference, Result, Span, Work


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """One citation: the note it stands in, what it says, the work it means (None where none is certain)."""

    read: ReadNote
    cite: Cite
    work: Work | None

    @property
    def note(self) -> Note:
        """The note."""
        return self.read.note

    @property
    def reference(self) -> Reference:
        """What the citation says."""
        return self.cite.reference

    @property
    def span(self) -> Span:
        """The citation in the note."""
        return self.reference.citation.span

    def field(self, name: str) -> Field | None:
        """The first field called *name* as it is printed here."""
        return next((entry for entry in self.reference.fields if entry.name == name), None)


class Subject:
    """The result of parsing one document."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.document: Document = result.document
        self.notes = tuple(read for read in result.notes if not read.note.is_entry)
        self.entries = tuple(read for read in result.notes if read.note.is_entry)
        self.works = {work.id: work for work in result.works}
        self._positions = Positions(result.document)

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every citation of the notes, then of the bibliography, in order."""
        return tuple(
            Use(read, cite, self.works.get(cite.work) if cite.work else None)
            for read in self.result.notes
            for cite in read.cites
        )

    @cached_property
    def uses_of(self) -> dict[str, list[Use]]:
        """The uses of each work, by its id."""
        found: dict[str, list[Use]] = {work: [] for work in self.works}
        for use in self.uses:
            if use.work is not None:
                found[use.work.id].append(use)
        return found

    @cached_property
    def texts(self) -> tuple[Note, ...]:
        """Notes and entries as they are printed, whether they cite or not."""
        return tuple(read.note for read in self.result.notes)

    def place(self, note: Note, span: Span | None = None) -> Place:
        """The place of *span* (the whole note where there is none) of *note*."""
        line, column = self._positions.of(note, span.start if span else 0)
        return Place(note.n, span, line, column, span.of(note.text) if span else "")

    def printed(self, note: Note, at: int) -> str:
        """What the source has for character *at* of *note*: a space may stand for several; "" if unknown."""
        spans = self._positions.spans(note)
        return spans[at].of(self.document.source) if spans else ""

    def at(self, use: Use, *names: str) -> Place:
        """The place of the first of the fields *names* that *use* has; of the whole citation without them."""
        fields = (use.field(name) for name in names)
        printed = next((entry.span for entry in fields if entry is not None and len(entry.span)), use.span)
        words = printed.of(use.note.text)
        return self.place(use.note, Span(printed.start, printed.start + len(words.rstrip(" ,;"))))

    def in_text(self, offset: int, words: str) -> Place:
        """A place of the text itself, *offset* characters into the source."""
        line, column = self._positions.of_offset(offset)
        return Place(None, None, line, column, words)
