"""JSON lines ``{"n": "14", "text": "..."}``: notes that a program already took out of their document."""

from __future__ import annotations

import json
from typing import Any

from citekit.model import Diagnostic, Document, Note, Span
from citekit.readers.blocks import lines_of
from citekit.readers.errors import ReaderError
from citekit.readers.inline import plain
from citekit.readers.numbering import numbered

_HELP = 'Each line is one note: {"n": "14", "text": "..."}.'


def read_json_lines(source: str, name: str) -> Document:
    """The notes of *source*; those whose n begins with B are the bibliography.

    Raises ReaderError, with the line, for a line that is not such an object.
    """
    notes: list[Note] = []
    entries: list[Note] = []
    for line in lines_of(source):
        if line.text.strip():
            note = _note(line.text, name, line.number)
            (entries if note.is_entry else notes).append(note)
    named, _, findings = numbered(notes, (), source=name)
    kept: tuple[Diagnostic, ...] = findings
    return Document(name, "jsonl", named, tuple(entries), "", (), kept)


def _note(text: str, name: str, number: int) -> Note:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise ReaderError(f"{name}:{number}: is not JSON ({reason})", _HELP, line=number) from None
    n = row.get("n") if isinstance(row, dict) else None
    if (
        not isinstance(n, (str, int))
        or isinstance(n, bool)
        or not str(n)
        or not isinstance(row.get("text"), str)
    ):
        raise ReaderError(f"{name}:{number}: has no “n” and “text”", _HELP, line=number)
    read = plain(row["text"])
    return Note(str(n), read.text, _emphasis(row.get("emphasis"), len(read.text)), line=number)


def _emphasis(spans: Any, length: int) -> tuple[Span, ...]:
    """The optional key ``emphasis``: pairs of places in the text, as citekit writes them."""
    if not isinstance(spans, list):
        return ()
    pairs = [
        pair
        for pair in spans
        if isinstance(pair, list) and len(pair) == 2 and all(type(x) is int for x in pair)
    ]
    return tuple(Span(start, end) for start, end in pairs if 0 <= start < end <= length)
