"""A citation while it is being read: which characters are understood, as what, and what is left.

A grammar is a list of small rules.  Each rule looks at :attr:`Draft.rest`, the citation's text in which
everything already understood is blanked out, and claims what it recognises.  Offsets in ``rest`` are
offsets in the citation, so that a rule never has to search for what it has found.
"""

from __future__ import annotations

import re

from citekit.model import Citation, Field, Reference, Span, Value

BLANK = "\x1f"
"""Stands in ``rest`` for a character that is already understood; it occurs in no text."""


class Draft:
    """The growing reading of one citation.  Local offsets count from the citation's first character."""

    def __init__(self, citation: Citation, note_text: str, emphasis: tuple[Span, ...] = ()) -> None:
        self.citation = citation
        self.base = citation.span.start
        self.text = citation.span.of(note_text)
        self.emphasis = [
            Span(max(s.start, citation.span.start) - self.base, min(s.end, citation.span.end) - self.base)
            for s in emphasis
            if s.start < citation.span.end and s.end > citation.span.start
        ]
        self.rest = self.text
        self.fields: list[Field] = []
        self.connectives: list[Span] = []
        self.locator: str | None = None
        self.locator_span: Span | None = None
        self.locator_label = "page"
        self.back: str | None = None
        self.back_note: str | None = None
        self.abbreviation: str | None = None
        self.abbreviates: str | None = None

    def blank(self, start: int, end: int) -> None:
        """Take ``text[start:end]`` out of the rest."""
        self.rest = self.rest[:start] + BLANK * (end - start) + self.rest[end:]

    def claim(self, name: str, value: Value, start: int, end: int, rule: str) -> None:
        """Record that ``text[start:end]`` states the field *name*, and take it out of the rest."""
        self.fields.append(Field(name, value, Span(start, end).shifted(self.base), rule))
        self.blank(start, end)

    def imply(self, name: str, value: Value, start: int, end: int, rule: str) -> None:
        """Record a field that follows from words which stay in the rest, or which state another field too."""
        self.fields.append(Field(name, value, Span(start, end).shifted(self.base), rule))

    def connect(self, start: int, end: int) -> None:
        """Take recognised words that state no field ("in", "ed. by", "//") out of the rest."""
        self.connectives.append(Span(start, end).shifted(self.base))
        self.blank(start, end)

    def locate(self, locator: str, start: int, end: int, label: str = "page") -> None:
        """Record the cited pages, normalised to '-' for ranges, and take them out of the rest."""
        self.locator, self.locator_label = locator, label
        self.locator_span = Span(start, end).shifted(self.base)
        self.blank(start, end)

    def has(self, name: str) -> bool:
        """Whether the field *name* has been read."""
        return any(f.name == name for f in self.fields)

    def get(self, name: str) -> Value | None:
        """The first value read for the field *name*."""
        return next((f.value for f in self.fields if f.name == name), None)

    def drop(self, name: str) -> None:
        """Take a field back; its characters stay understood."""
        self.fields = [f for f in self.fields if f.name != name]

    def search(self, pattern: re.Pattern[str], start: int = 0) -> re.Match[str] | None:
        """Search *pattern* in the rest."""
        return pattern.search(self.rest, start)

    def reference(self) -> Reference:
        """The finished reading."""
        return Reference(
            citation=self.citation,
            fields=tuple(self.fields),
            connectives=tuple(self.connectives),
            locator=self.locator,
            locator_span=self.locator_span,
            locator_label=self.locator_label,
            back=self.back,
            back_note=self.back_note,
            abbreviation=self.abbreviation,
            abbreviates=self.abbreviates,
        )
