"""A mark in the text that calls no note.

What it does: compares the marks in the text with the notes; names each mark without a note, with its line;
where the document has no notes at all, once.

Why it matters: a claim seems to have a source, and has none.

Example: the text has a raised 12, the notes end with 11

What to do: look for the note in an earlier version, or take the mark out.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.model import Mark


def check(subject: Subject) -> Iterator[Finding]:
    """Marks whose number no note has."""
    present = {read.note.n for read in subject.notes}
    lost = [mark for mark in subject.document.marks if mark.n not in present]
    if not present and len(lost) > 1:
        numbers = f"{lost[0].n} to {lost[-1].n}"
        message = f"The text calls the notes {numbers}, and the document has none."
        yield _finding(subject, lost[0], message, "Look whether they stand in another file.")
        return
    for mark in lost:
        message = f"The text calls note {mark.n}, which is not there."
        advice = "Look for the note in an earlier version, or take the mark out."
        yield _finding(subject, mark, message, advice)


def _finding(subject: Subject, mark: Mark, message: str, advice: str) -> Finding:
    place = subject.in_text(mark.span.start, mark.span.of(subject.document.source))
    return Finding(RULE.code, message, place, advice)


RULE = Rule("mark-without-note", "A mark in the text that calls no note.", check)
