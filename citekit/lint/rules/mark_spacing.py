"""The mark of a note that touches the next word, or stands apart from its own.

What it does: looks at the raised figures in the text and at the numbers before the notes.  Names a mark with
no space behind it before a word, a mark with a space before it, and a note whose number touches its first
word where the numbers of most notes do not.

Why it matters: the mark seems to belong to the next word; programs read "46When" as one word, and the number
of the note as a part of its text.

Example: "by August 10."⁴⁶When he asked" or "⁵⁴Ibid."

What to do: set the space behind the mark, and none before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject

_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+\Z")
_LEAST = 3  # of four notes must part number and text before the fourth is a slip


def check(subject: Subject) -> Iterator[Finding]:
    """Raised marks in the text, then the labels of the notes."""
    source = subject.document.source
    for mark in subject.document.marks:
        printed = mark.span.of(source)
        if not _RAISED.search(printed):
            continue
        before, after = (
            source[mark.span.start - 1 : mark.span.start],
            source[mark.span.end : mark.span.end + 1],
        )
        if after.isalpha() and after < "\u2e80":
            message = f"The mark of note {mark.n} touches the next word: “{_context(source, mark.span.end)}”."
        elif before in (" ", "\u00a0"):
            message = f"A space stands before the mark of note {mark.n}: “{_context(source, mark.span.end)}”."
        else:
            continue
        place = subject.in_text(mark.span.start, printed)
        yield Finding(RULE.code, message, place, "Set the space behind the mark, none before it.")
    yield from _labels(subject)


def _labels(subject: Subject) -> Iterator[Finding]:
    source = subject.document.source
    labelled = [read.note for read in subject.notes if read.note.label is not None]
    tight = [note for note in labelled if note.label and not note.label.of(source)[-1:].isspace()]
    if not tight or len(tight) * (_LEAST + 1) > len(labelled):
        return
    for note in tight:
        yield Finding(
            RULE.code,
            f"The number of note {note.n} touches its text: “{note.label.of(source) if note.label else ''}"
            f"{note.text[:20]}…”.",
            subject.place(note),
            "Set a space between the number and the note, as the other notes have it.",
        )


def _context(source: str, at: int) -> str:
    return source[max(0, at - 18) : at + 12].replace("\n", " ").strip()


RULE = Rule("mark-spacing", "The mark or number of a note touches a word, or stands apart.", check)
