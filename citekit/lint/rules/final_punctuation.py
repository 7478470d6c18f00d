"""A note that ends in a comma, semicolon or colon.

What it does: finds notes and entries whose last sign says that something follows.

Why it matters: a citation was cut off or moved away; the reader looks for what is missing.

Example: "Smith, Letters, 550-551;"

What to do: end the note with a full stop, or put back what stood behind the sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match
from citekit.model import Span


def check(subject: Subject) -> Iterator[Finding]:
    """Last signs that end nothing."""
    for note in subject.texts:
        text = note.text.rstrip()
        if len(text) > 1 and text[-1] in ",;:，；：、":
            span = Span(len(text) - 1, len(text))
            yield at_match(
                subject, note, span, RULE.code,
                f"The note ends in “{text[-1]}”: “{around(text, span)}”.",
                "End it with a full stop, or put back what followed.",
            )  # fmt: skip


RULE = Rule("final-punctuation", "A note that ends in a comma, semicolon or colon.", check)
