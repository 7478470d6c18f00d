"""Notes and entries of the Russian convention, and what is read of them (``*.cases.txt``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.grammar.gost import parse
from citekit.model import Note
from citekit.segment.gost import segment

from .reading_aloud import CONTEXT, said

FOLDER = Path(__file__).parent


def cases() -> list[tuple[str, str, list[str]]]:
    """Blocks: a note (``B `` before an entry of a bibliography), then an indented line for each citation."""
    found = []
    for path in sorted(FOLDER.glob("*.cases.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line and not line.startswith("# ")]
            if lines:
                name = f"{path.name[:-10]}-{lines[0][:40]}"
                found.append((name, lines[0], [line.strip() for line in lines[1:]]))
    return found


ALL = cases()


def note_of(text: str) -> Note:
    return Note("B1", text[2:]) if text.startswith("B ") else Note("1", text)


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, lines, id=name) for name, text, lines in ALL]
)
def test_case(text: str, expected: list[str]) -> None:
    assert said(note_of(text)) == expected


def test_little_is_left_over() -> None:
    """Residue inside citations stays under 2 % of their characters (DESIGN, principle 1)."""
    left = whole = 0
    for _, text, _ in ALL:
        note = note_of(text)
        for citation in segment(note).citations:
            reference = parse(citation, note, CONTEXT)[0]
            covered = {
                at for f in reference.fields for at in range(f.span.start, f.span.end) if f.name != "language"
            }
            covered |= {at for span in reference.connectives for at in range(span.start, span.end)}
            if reference.locator_span:
                covered |= set(range(reference.locator_span.start, reference.locator_span.end))
            whole += len(citation.span)
            left += sum(
                note.text[at].isalnum()
                for at in range(citation.span.start, citation.span.end)
                if at not in covered
            )
    assert left < whole * 0.02
