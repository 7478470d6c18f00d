"""Two or more spaces where one belongs.

What it does: finds runs of spaces inside a note or an entry, in sources that are plain text (Markdown, text).
In word-processor files the reader sees the same note whether one space stands there or three.

Why it matters: doubled spaces show in justified print and make two spellings of one title out of one.

Example: "Ibid.,  p. 12"

What to do: leave one space.  ``citekit lint --fix`` does it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.source import EDITABLE
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match
from citekit.model import Span


def check(subject: Subject) -> Iterator[Finding]:
    """Spaces of a note that the source prints several times."""
    if subject.document.format not in EDITABLE or "  " not in subject.document.source:
        return
    for note in subject.texts:
        for at, char in enumerate(note.text):
            if char != " ":
                continue
            printed = subject.printed(note, at)
            if len(printed) > 1 and not printed.strip(" \u00a0"):
                span = Span(at, at + 1)
                yield at_match(
                    subject, note, span, RULE.code,
                    f"{len(printed)} spaces in “{around(note.text, span)}”.", "Leave one.", " ",
                )  # fmt: skip


RULE = Rule("double-space", "Two or more spaces where one belongs.", check, fixes=True)
