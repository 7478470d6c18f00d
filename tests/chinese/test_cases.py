"""Notes and entries of the Chinese convention, and what is read of them (``*.cases.txt``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.model import Note

from .reading_aloud import said

FOLDER = Path(__file__).parent


def cases() -> list[tuple[str, str, list[str]]]:
    """Blocks: a note (``B `` before an entry of a bibliography), then an indented line for each citation."""
    found = []
    for path in sorted(FOLDER.glob("*.cases.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            text, *expected = [line for line in block.splitlines() if line and not line.startswith("# ")] or [
                ""
            ]
            if text:
                found.append((f"{path.name[:-10]}-{text[:40]}", text, [line.strip() for line in expected]))
    return found


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, lines, id=name) for name, text, lines in cases()]
)
def test_case(text: str, expected: list[str]) -> None:
    note = Note("B1", text[2:]) if text.startswith("B ") else Note("1", text)
    assert said(note) == expected
