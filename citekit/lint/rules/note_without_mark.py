"""A note that nothing in the text calls.

What it does: compares the marks in the text with the notes; names each note without a mark.  Documents
without any mark (a list of notes alone) are not judged.

Why it matters: the sentence that the note supports was deleted, or the mark lost its raised figure.

Example: notes 1 to 5, but the text has the marks 1, 2, 4 and 5

What to do: put the mark back, or delete the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.numbering import told
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Notes whose number no mark has; what a packaged file says of notes that it does not show."""
    advice = "Put the mark back, or delete the note."
    called = {mark.n for mark in subject.document.marks}
    if not called:
        yield from told(subject, RULE.code, frozenset({"note-without-mark"}), advice)
        return
    for read in subject.notes:
        if read.note.n not in called:
            yield Finding(
                RULE.code,
                f"Nothing in the text calls note {read.note.n}.",
                subject.place(read.note),
                advice,
            )


RULE = Rule("note-without-mark", "A note that nothing in the text calls.", check)
