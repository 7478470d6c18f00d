"""A mark in the text that calls no note.

What it does: compares the marks in the text with the notes; names each mark without a note, with its line.

Why it matters: a claim seems to have a source, and has none.

Example: the text has a raised 12, the notes end with 11

What to do: look for the note in an earlier version, or take the mark out.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Marks whose number no note has."""
    present = {read.note.n for read in subject.notes}
    for mark in subject.document.marks:
        if mark.n not in present:
            yield Finding(
                RULE.code,
                f"The text calls note {mark.n}, which is not there.",
                subject.in_text(mark.span.start, mark.span.of(subject.document.source)),
                "Look for the note in an earlier version, or take the mark out.",
            )


RULE = Rule("mark-without-note", "A mark in the text that calls no note.", check)
