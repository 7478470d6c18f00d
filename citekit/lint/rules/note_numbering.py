"""Numbers of notes that leave one out or stand twice.

What it does: follows the printed numbers of the notes; names gaps, repeated numbers, and marks of Markdown
that are defined twice.  A new row that begins with 1 (a new chapter) is no fault.

Why it matters: "see note 12" and Ibid. mean another note than the writer thinks.

Example: notes 1, 2, 4, 5, 5, 6

What to do: let the word processor number the notes, or look for the note that was lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.numbering import told
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject

_SAID = frozenset({"note-number-gap", "note-number-repeated", "note-defined-twice"})


def check(subject: Subject) -> Iterator[Finding]:
    """What the readers saw."""
    yield from told(subject, RULE.code, _SAID, "Give each note its own number.")


RULE = Rule("note-numbering", "Numbers of notes that leave one out or stand twice.", check)
