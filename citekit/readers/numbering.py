"""The printed numbers of notes as a row: what is missing, what stands twice, where counting starts anew.

Readers of all formats hand their notes and marks through ``numbered``, so that every document is judged
alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from citekit.model import Diagnostic, Mark, Note


def numbered(
    notes: Sequence[Note], marks: Sequence[Mark], *, source: str
) -> tuple[tuple[Note, ...], tuple[Mark, ...], tuple[Diagnostic, ...]]:
    """*notes* and *marks* in order, told apart where counting starts anew, and what the row looks like.

    The first row keeps its printed numbers; the notes of a later row (a new chapter, a new page with ①)
    are called "2:1", "2:2" and so on, and so are their marks.  A number that merely stands twice stays.
    """
    series = _series([note.n for note in notes])
    renamed = tuple(
        note if row == 1 else replace(note, n=f"{row}:{note.n}")
        for note, row in zip(notes, series, strict=True)
    )
    rows = max(series, default=1)
    calls = tuple(marks) if rows == 1 else _renamed_marks(marks, rows)
    return renamed, calls, tuple(_findings(renamed, calls, rows, source))


def _series(numbers: Sequence[str]) -> list[int]:
    """The row each number belongs to: a new one begins where counting falls back to 1 and goes on."""
    rows: list[int] = []
    row, last = 1, 0
    for index, number in enumerate(numbers):
        value = int(number) if number.isdecimal() else None
        if value is not None:
            following = numbers[index + 1] if index + 1 < len(numbers) else None
            if value == 1 and last and following in (None, "1", "2"):
                row += 1
            last = value
        rows.append(row)
    return rows


def _renamed_marks(marks: Sequence[Mark], rows: int) -> tuple[Mark, ...]:
    series = _series([mark.n for mark in marks])
    if (
        max(series, default=1) != rows
    ):  # the marks do not show the same rows: rather no pairing than a wrong one
        return tuple(marks)
    return tuple(
        mark if row == 1 else replace(mark, n=f"{row}:{mark.n}")
        for mark, row in zip(marks, series, strict=True)
    )


def _findings(notes: Sequence[Note], marks: Sequence[Mark], rows: int, source: str) -> Iterable[Diagnostic]:
    lines = {note.n: note.line for note in notes}
    if rows > 1:
        yield Diagnostic(
            "numbering-restarts",
            f"The notes are counted anew {rows - 1} time{'s' if rows > 2 else ''}: "
            "those of the second row are called 2:1, 2:2 and so on",
            "info",
            source,
        )
    repeated = [n for n, times in Counter(note.n for note in notes).items() if times > 1]
    if repeated:
        yield Diagnostic(
            "note-number-repeated",
            f"Several notes have the same number: {_ranges(repeated)}",
            source=source,
            note=repeated[0],
            line=lines[repeated[0]],
            help="Give each note its own number: Ibid. and “see note” cannot tell them apart.",
        )
    yield from _gaps(notes, source)
    yield from _unmatched(notes, marks, source)


def _gaps(notes: Sequence[Note], source: str) -> Iterable[Diagnostic]:
    last: dict[str, int] = {}
    missing: list[int] = []
    after_gap: Note | None = None
    for note in notes:
        row, _, number = note.n.rpartition(":")
        if not number.isdecimal():
            continue
        value, before = int(number), last.get(row)
        if before is not None and value > before + 1:
            missing.extend(range(before + 1, min(value, before + 1000)))
            after_gap = after_gap or note
        last[row] = value
    if after_gap is not None:
        yield Diagnostic(
            "note-number-gap",
            f"The numbers of the notes leave out {_ranges(missing)}",
            source=source,
            note=after_gap.n,
            line=after_gap.line,
            help="Look in the source whether the missing notes have lost their numbers.",
        )


def _unmatched(notes: Sequence[Note], marks: Sequence[Mark], source: str) -> Iterable[Diagnostic]:
    if not marks:
        return
    called, present = {mark.n for mark in marks}, {note.n for note in notes}
    without_note = [mark.n for mark in marks if mark.n not in present]
    without_mark = [note.n for note in notes if note.n not in called]
    if without_note:
        yield Diagnostic(
            "mark-without-note",
            f"The text calls notes that it does not hold: {_ranges(without_note)}",
            source=source,
            note=without_note[0],
            help="The notes may stand in another file, or may have been lost when the text was copied.",
        )
    if without_mark:
        yield Diagnostic(
            "note-without-mark",
            f"Nothing in the text calls the notes {_ranges(without_mark)}",
            "info",
            source,
            without_mark[0],
        )


def _ranges(numbers: Iterable[object]) -> str:
    """Numbers as people list them: "3, 7-9"."""
    parts: list[str] = []
    first = last = None
    for number in dict.fromkeys(str(number) for number in numbers):
        if last is not None and last.isdecimal() and number.isdecimal() and int(number) == int(last) + 1:
            last = number
            continue
        if first is not None:
            parts.append(first if first == last else f"{first}-{last}")
        first = last = number
        if len(parts) > 40:
            parts.append("...")
            return ", ".join(parts)
    if first is not None:
        parts.append(first if first == last else f"{first}-{last}")
    return ", ".join(parts)
