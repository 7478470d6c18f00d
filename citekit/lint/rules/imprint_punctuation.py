"""A place and a publisher that are parted otherwise than in the other notes.

What it does: looks at the sign between place and publisher.  Where nearly all citations of the document have
the colon ("London: Dent"), those with another sign are named.

Why it matters: "Beijing, China Press" can be a publisher's name as a whole.

Example: "(Beijing, China Press, 1988)" among "(Beijing: China Press, 1988)"

What to do: use the sign of the other notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.model import Span

_NEARLY_ALL = 0.9
_LEAST = 10


def check(subject: Subject) -> Iterator[Finding]:
    """The rare sign against the usual one."""
    between = []
    for use in subject.uses:
        place, publisher = use.field("publisher-place"), use.field("publisher")
        if place is not None and publisher is not None and 0 < publisher.span.start - place.span.end <= 4:
            span = Span(place.span.end, publisher.span.start)
            sign = span.of(use.note.text).strip()
            if sign in (":", ",", ".", ";", ""):
                between.append((sign, use, span))
    colons = [entry for entry in between if entry[0] == ":"]
    if len(between) < _LEAST or len(colons) < _NEARLY_ALL * len(between):
        return
    for sign, use, span in between:
        if sign != ":":
            place = use.field("publisher-place")
            wide = Span(place.span.start if place is not None else span.start, span.end)
            yield Finding(
                RULE.code,
                f"“{wide.of(use.note.text).strip()}” stands before the publisher; others have a colon there.",
                subject.place(use.note, wide),
                "Use the sign of the other notes.",
                (subject.place(colons[0][1].note, colons[0][2]),),
            )


RULE = Rule("imprint-punctuation", "Place and publisher parted otherwise than in other notes.", check)
