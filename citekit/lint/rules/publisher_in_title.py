"""The publisher's name stuck to the title.

What it does: finds a citation in which the name of the publisher stands a second time, in or behind the
title.  A body that is both author and publisher may of course be named twice.

Why it matters: names of downloaded files ("Title-Publisher (2013)") get into reference managers as titles.

Example: "Six Friends of Printing-Dent Sons. (London: Dent & Sons, 1913)"

What to do: take the publisher out of the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.typography import around
from citekit.model import Span

_WORD = re.compile(r"[^\W\d_]+")


def check(subject: Subject) -> Iterator[Finding]:
    """A second time outside the names of authors and editors."""
    for use in subject.uses:
        publisher = use.field("publisher")
        if publisher is None or not isinstance(publisher.value, str):
            continue
        again = _again(use, publisher.span)
        if again is not None:
            yield Finding(
                RULE.code,
                f"The publisher stands in “{around(use.note.text, again)}” already.",
                subject.place(use.note, again),
                "Take it out of the title.",
                (subject.place(use.note, publisher.span),),
            )


def _again(use: Use, publisher: Span) -> Span | None:
    """Two or more words of the name in a row, with or without the "and" between them."""
    words = [word for word in _WORD.findall(publisher.of(use.note.text)) if word not in ("and", "und", "et")]
    if len(words) < 2 or publisher.start <= use.span.start:
        return None
    pattern = re.compile(r"\b" + r"\W+(?:and\W+)?".join(map(re.escape, words)) + r"\b")
    for found in pattern.finditer(use.note.text, use.span.start, publisher.start):
        names = [e.span for e in use.reference.fields if isinstance(e.value, tuple)]
        if not any(span.start <= found.start() < span.end for span in names):
            return Span(*found.span())
    return None


RULE = Rule("publisher-in-title", "The publisher's name stuck to the title.", check)
