"""Notes and entries of the western convention, and what is read of them (``*.cases.txt``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from .reading_aloud import note_of, said

FOLDER = Path(__file__).parent


def cases() -> list[tuple[str, str, list[str]]]:
    """Blocks: a note (``B `` before an entry of a bibliography), then an indented line for each stretch of it."""
    found = []
    for path in sorted(FOLDER.glob("*.cases.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line and not line.startswith("# ")]
            if lines:
                found.append((f"{path.name[:-10]}-{lines[0][:40]}", lines[0], [x.strip() for x in lines[1:]]))
    return found


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, lines, id=name) for name, text, lines in cases()]
)
def test_case(text: str, expected: list[str]) -> None:
    assert said(note_of(text)) == expected
