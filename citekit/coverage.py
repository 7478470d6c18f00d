"""What became of every character of a note: a field, connecting words, prose, punctuation, or residue.

Principle 1 of the design: nothing is lost, and what is not understood is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from citekit.model import Diagnostic, Note, ReadNote, Reference, Segments, Span

Kind: TypeAlias = Literal["field", "connective", "prose", "punctuation", "residue"]

_RANK: tuple[Kind, ...] = ("residue", "punctuation", "prose", "connective", "field")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of characters with one fate; ``name`` is the field's where it is a field."""

    span: Span
    kind: Kind
    name: str = ""


def coverage(read: ReadNote) -> list[Stretch]:
    """The whole note as stretches that follow on one another without gap or overlap."""
    return cover(read.note, read.segments, [cite.reference for cite in read.cites])


def cover(note: Note, segments: Segments, references: Iterable[Reference]) -> list[Stretch]:
    """The same for a note that has been segmented and parsed, but not yet linked."""
    fates: list[tuple[Kind, str]] = [_of_itself(c) for c in note.text]
    for span in (*segments.prose, *_introducing(segments)):
        _paint(fates, span, "prose" if span in segments.prose else "connective", "")
    for reference in references:
        for span in reference.connectives:
            _paint(fates, span, "connective", "")
        if reference.locator_span:
            _paint(fates, reference.locator_span, "field", "locator")
        for entry in reference.fields:
            _paint(fates, entry.span, "field", entry.name)
    stretches, at = [], 0
    for (kind, name), run in groupby(fates):
        length = sum(1 for _ in run)
        stretches.append(Stretch(Span(at, at + length), kind, name))
        at += length
    return stretches


def _of_itself(character: str) -> tuple[Kind, str]:
    """Signs and spaces explain themselves; letters and digits must be explained."""
    return ("residue" if character.isalnum() else "punctuation", "")


def _introducing(segments: Segments) -> Iterator[Span]:
    yield from segments.connectives
    for citation in segments.citations:
        for span in (citation.lead, citation.trail):
            if span is not None:
                yield span


def _paint(fates: list[tuple[Kind, str]], span: Span, kind: Kind, name: str) -> None:
    for at in range(max(0, span.start), min(span.end, len(fates))):
        if _RANK.index(kind) >= _RANK.index(fates[at][0]):
            fates[at] = (kind, name)


def residue(read: ReadNote) -> list[Span]:
    """What stands inside the citations of a note and was not understood: runs of letters and digits."""
    text = read.note.text
    understood = bytearray(len(text))
    for reference in (cite.reference for cite in read.cites):
        spans = [*reference.connectives, *(entry.span for entry in reference.fields)]
        for span in (*spans, reference.locator_span) if reference.locator_span else spans:
            understood[span.start : span.end] = b"\1" * (min(span.end, len(text)) - span.start)
    found = []
    for citation in read.segments.citations:
        at = understood.find(0, citation.span.start, citation.span.end)
        while at >= 0:
            end = understood.find(1, at, citation.span.end)
            end = citation.span.end if end < 0 else end
            found += [Span(at + m.start(), at + m.end()) for m in _WORD.finditer(text[at:end])]
            at = understood.find(0, end, citation.span.end) if end < citation.span.end else -1
    return found


_WORD = re.compile(r"[^\W_]+")


def residue_diagnostics(notes: Iterable[ReadNote]) -> Iterator[Diagnostic]:
    """One diagnostic for each note of which words inside a citation were not understood."""
    for read in notes:
        left = residue(read)
        if not left:
            continue
        words = "; ".join(f"“{_whole_words(read.note.text, span)}”" for span in left[:4])
        yield Diagnostic(
            "not-understood",
            f"Not understood inside a citation: {words}.",
            "info",
            note=read.note.n,
            span=left[0],
            line=read.note.line,
            help="The words are kept in the note; check that no field of the work is missing.",
        )


def _whole_words(text: str, span: Span) -> str:
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]
