"""A space before a comma, full stop or other closing sign.

What it does: finds a space before ",", ".", ";", ":", "!" and "?".  French sets a space before the high
signs, and descriptions after ISBD and GOST R 7.0.5-2008 set one before ":", ";" and "/"; so a high sign is
named only where the document mostly writes it without a space and the note has no Cyrillic letters.

Why it matters: the sign can fall to the next line, and the title no longer equals the one in the
bibliography.

Example: "Red Flags over the River : A History"

What to do: take the space out.  ``citekit lint --fix`` does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match, each_match
from citekit.model import Span

_LOW = re.compile(r"(?<=[^\s.,;:]) +(?!\.\.)(?=[,.](?:[\s,.;”\"'’)\x00]|$))")
_HIGH = re.compile(r"(?<=[^\s.,;:]) +(?=[;:!?](?:[\s,.;”\"'’)]|$))")
_CYRILLIC = re.compile(r"[а-яёА-ЯЁ]")
_USUAL = 5  # so many times oftener without a space: then the space is a slip


def check(subject: Subject) -> Iterator[Finding]:
    """Spaces before low signs anywhere, before high signs where they are not the custom of the document."""
    spaced = sum(1 for _ in each_match(subject, _HIGH))
    tight = sum(len(re.findall(r"(?<=\S)[;:!?](?=\s)", note.text)) for note in subject.texts)
    patterns = [_LOW, _HIGH] if tight >= _USUAL * spaced else [_LOW]
    for pattern in patterns:
        for note, found in each_match(subject, pattern):
            if pattern is _HIGH and _CYRILLIC.search(note.text):
                continue
            span = Span(*found.span())
            sign = note.text[span.end]
            yield at_match(
                subject, note, span, RULE.code,
                f"A space stands before “{sign}” in “{around(note.text, span)}”.",
                "Take it out.", "",
            )  # fmt: skip


RULE = Rule("space-before-punctuation", "A space before a closing sign.", check, fixes=True)
