"""A bracket without its partner.

What it does: finds "(", "[", "{", 《, 〈, 「, 『, 【 and « that are never closed, and partners that were
never opened.  The bracket of a list ("1)", "a)", "б)") needs no partner.

Why it matters: the reader cannot see where the imprint or the original title ends.

Example: "Berlin: Akademie Verlag, 1990.) 1-5"

What to do: put the missing bracket where it belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match, without_addresses
from citekit.model import Span

_PAIRS = {
    ")": "(",
    "]": "[",
    "}": "{",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
    "】": "【",
    "»": "«",
    "）": "（",
}
_OPEN = frozenset(_PAIRS.values())
_LISTED = re.compile(r"(?:\A|[\s;:,(])(?:\d{1,2}|[a-zа-я])\Z")
_MIXED = {"(": "（", "（": "("}  # half- and full-width brackets close each other in careless typing


def check(subject: Subject) -> Iterator[Finding]:
    """Brackets left alone, the outermost of each note."""
    for note in subject.texts:
        for at, sign in _alone(without_addresses(note.text)):
            span = Span(at, at + 1)
            what = "is never closed" if sign in _OPEN else "was never opened"
            yield at_match(
                subject, note, span, RULE.code,
                f"The bracket “{sign}” in “{around(note.text, span)}” {what}.",
                "Put its partner where it belongs.",
            )  # fmt: skip


def _alone(text: str) -> Iterator[tuple[int, str]]:
    opened: list[tuple[int, str]] = []
    for at, sign in enumerate(text):
        if sign in _OPEN:
            opened.append((at, sign))
        elif sign in _PAIRS:
            partner = _PAIRS[sign]
            fits = [i for i, (_, o) in enumerate(opened) if o in (partner, _MIXED.get(partner))]
            if fits:
                yield from opened[fits[-1] + 1 :]
                del opened[fits[-1] :]
            elif sign not in ")）" or not _LISTED.search(text[max(0, at - 4) : at]):
                yield at, sign
    yield from opened


RULE = Rule("unbalanced-brackets", "A bracket without its partner.", check)
