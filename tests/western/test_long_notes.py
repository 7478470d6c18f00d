"""The work is linear in the length of a note: hundreds of kilobytes take no minutes."""

from __future__ import annotations

import time

import pytest

from citekit.model import Document, Note
from citekit.pipeline import parse

PROSE = (
    "The delegation returned to Moscow in the spring and reported on page 4 that the talks had gone well. "
)


@pytest.mark.parametrize(
    "text",
    ["Roe, " * 20_000, PROSE * 3_000, "Doe, Memoirs (London: Roe, 1990), 5; " * 1_000],
    ids=["names", "prose", "citations"],
)
def test_a_long_note_is_read_in_seconds(text: str) -> None:
    before = time.process_time()
    result = parse(Document("long", "text", (Note("1", text),)))
    assert result.notes[0].note.text == text
    assert time.process_time() - before < 20
