"""Documents for the rules: notes and entries typed as a table, or a Markdown source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from citekit import parse
from citekit.lint import Finding, check
from citekit.model import Document, Note
from citekit.readers import read_text

Lint = Callable[..., list[Finding]]


def document_of(notes: Sequence[str], entries: Sequence[str] = ()) -> Document:
    """A document of notes 1, 2, ... and entries B1, B2, ..."""
    return Document(
        "chapter",
        "notes",
        tuple(Note(str(n), text) for n, text in enumerate(notes, 1)),
        tuple(Note(f"B{n}", text) for n, text in enumerate(entries, 1)),
    )


@pytest.fixture
def lint() -> Lint:
    """``lint(code, notes, entries)`` or ``lint(code, markdown)``: the findings of one rule."""

    def look(code: str, given: str | Sequence[str], entries: Sequence[str] = ()) -> list[Finding]:
        document = read_text(given, "chapter.md") if isinstance(given, str) else document_of(given, entries)
        return check(parse(document), [code])

    return look
