"""Looking at the signs of a note without stumbling over addresses, ellipses and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Edit, Finding
from citekit.lint.subject import Subject
from citekit.model import Note, Span

_ADDRESS = re.compile(r"(?:https?://|www\.|doi:\s*10\.|\b10\.\d{4,9}/)[^\s<>\"”»]+|<[^<>\s]+>|\S+@\S+\.\S+")
_HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
FILLER = "\x00"
"""Stands where an address stood: it is no letter, digit, sign or space."""


def without_addresses(text: str) -> str:
    """*text* with every web address, DOI and e-mail address replaced by fillers of the same length."""
    if "/" not in text and "@" not in text and "www." not in text and "<" not in text:
        return text
    return _ADDRESS.sub(lambda found: FILLER * len(found[0]), text)


def around(text: str, span: Span, reach: int = 18) -> str:
    """The words around *span*, for a message: "…Press, 1990,, p. 5"."""
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    while start > 0 and not text[start - 1].isspace() and span.start - start < reach + 8:
        start -= 1
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"


def each_match(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Note, re.Match[str]]]:
    """Every match of *pattern* in notes and entries, addresses left out."""
    for note in subject.texts:
        for found in pattern.finditer(without_addresses(note.text)):
            yield note, found


def at_match(
    subject: Subject,
    note: Note,
    span: Span,
    code: str,
    message: str,
    advice: str,
    new: str | None = None,
) -> Finding:
    """A finding at *span* of *note*; *new* is what may safely stand there instead."""
    edits = () if new is None else (Edit(note.n, span, new),)
    return Finding(code, message, subject.place(note, span), advice, edits=edits)
