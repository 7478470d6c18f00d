"""One chapter typed in many ways: whatever the typing, the notes are the same."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from citekit.readers import read, read_text

CHAPTER = Path(__file__).parents[1] / "fixtures" / "readers" / "chapter.md"
SOURCE = CHAPTER.read_text(encoding="utf-8")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
NUMBER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
NOTE_BEGINS = r"\n\n(?=[⁰¹²³⁴⁵⁶⁷⁸⁹]+ ?\S)"


def wrapped(text: str) -> str:
    """Every paragraph cut at 80 columns."""
    lines = text.split("\n")
    return "\n".join(
        "\n".join(textwrap.wrap(line, 80, break_on_hyphens=False)) if len(line) > 80 else line
        for line in lines
    )


def listed(text: str) -> str:
    """The notes gathered in a list under a heading."""
    document = read_text(text, "x.md")
    cuts = sorted(
        (span.start, span.end)
        for note in document.notes
        for span in (*note.pieces, *([note.label] if note.label is not None else []))
    )
    body, end = "", 0
    for start, stop in cuts:
        body, end = body + text[end:start], stop
    notes = "".join(f"{note.n}. {note.text}\n" for note in document.notes)
    head, _, bibliography = (body + text[end:]).partition("## Bibliography")
    return f"{head}\n\n## Notes\n\n{notes}\n\n## Bibliography{bibliography}"


SHAPES: list[tuple[str, Callable[[str], str]]] = [
    ("lines-cut-at-80-columns", wrapped),
    ("windows-line-ends", lambda text: text.replace("\n", "\r\n")),
    ("no-blank-lines", lambda text: re.sub(r"\n\n+", "\n", text)),
    ("no-blank-line-before-notes", lambda text: re.sub(NOTE_BEGINS, "\n", text)),
    ("no-blank-line-before-notes-and-wrapped", lambda text: re.sub(NOTE_BEGINS, "\n", wrapped(text))),
    ("no-space-after-the-number", lambda text: re.sub(r"(?m)^([⁰¹²³⁴⁵⁶⁷⁸⁹]+) ", r"\1", text)),
    (
        "html-superscripts",
        lambda text: NUMBER.sub(lambda m: f"<sup>{m.group().translate(DIGITS)}</sup>", text),
    ),
    ("carets", lambda text: NUMBER.sub(lambda m: f"^{m.group().translate(DIGITS)}^", text)),
    ("page-numbers-between", lambda text: re.sub(r"\n\n(?=[a-z])", "\n\n57\n\n", text)),
    (
        "numbers-with-points",
        lambda text: re.sub(r"(?m)^[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda m: m.group().translate(DIGITS) + ".", text),
    ),
    ("form-feeds-between-pages", lambda text: re.sub(r"\n\n(?=[a-z])", "\n\f", text)),
    ("endnotes", listed),
]


@pytest.mark.parametrize("shape", [pytest.param(shape, id=name) for name, shape in SHAPES])
def test_the_typing_does_not_matter(shape: Callable[[str], str]) -> None:
    expected, found = read(CHAPTER), read_text(shape(SOURCE), "chapter.md")
    assert {note.n: note.text for note in found.notes} == {note.n: note.text for note in expected.notes}
    assert [entry.text for entry in found.bibliography] == [entry.text for entry in expected.bibliography]
    assert [mark.n for mark in found.marks] == [mark.n for mark in expected.marks]
