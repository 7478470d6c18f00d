"""The notes with their citations, one JSON line each (docs/data-contract.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from citekit.export._format import Exported, Format, Material
from citekit.model import Cite, Document, ReadNote


def _cite(cite: Cite) -> dict[str, Any]:
    citation = cite.reference.citation
    line: dict[str, Any] = {
        "work": cite.work,
        "form": cite.form,
        "locator": cite.locator,
        "raw": cite.raw,
        "span": [citation.span.start, citation.span.end],
    }
    if cite.volume is not None:
        line["volume"] = cite.volume
    if cite.locator is not None and cite.reference.locator_label != "page":
        line["label"] = cite.reference.locator_label
    if citation.signal is not None:
        line["signal"] = citation.signal
    return line


def note_line(note: ReadNote) -> dict[str, Any]:
    """A note as notes.jsonl has it: ``n``, ``text``, ``cites``."""
    return {"n": note.note.n, "text": note.note.text, "cites": [_cite(cite) for cite in note.cites]}


def write(material: Material) -> Exported:
    """One line for each note, in the document's order."""
    lines = [note_line(note) for note in material.notes]
    for line, source in zip(lines, material.sources, strict=False):
        line["source"] = source
    return Exported("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))


def plain_lines(documents: Iterable[Document]) -> str:
    """The notes and bibliography entries of *documents* as read, ``{"n", "text"}``, one line each."""
    return "".join(
        json.dumps({"n": note.n, "text": note.text}, ensure_ascii=False) + "\n"
        for document in documents
        for note in (*document.notes, *document.bibliography)
    )


FORMAT = Format(
    "notes", "the notes and what each cites, one JSON line each", (".jsonl",), write, of_notes=True
)
