"""Reads a few lines as the notes of a document, for the tables of this folder."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.model import Cite, Document, Note, Result
from citekit.pipeline import parse


def read(lines: Iterable[str], entries: Iterable[str] = ()) -> Result:
    """The lines as notes 1, 2, ... and the entries as B1, B2, ..."""
    notes = tuple(Note(str(n), line) for n, line in enumerate(lines, 1))
    bibliography = tuple(Note(f"B{n}", line) for n, line in enumerate(entries, 1))
    return parse(Document("notes", "text", notes, bibliography))


def cites(result: Result) -> list[list[Cite]]:
    return [list(note.cites) for note in result.notes]


def linked(result: Result) -> list[list[int | None]]:
    """For each note the works it cites, numbered in the order in which they first occur; None where unresolved."""
    numbers: dict[str, int] = {}
    return [
        [None if c.work is None else numbers.setdefault(c.work, len(numbers) + 1) for c in found]
        for found in cites(result)
    ]


def forms(result: Result) -> list[str]:
    return [" ".join(c.form for c in found) for found in cites(result)]


def codes(result: Result) -> set[str]:
    return {d.code for d in result.diagnostics}
