"""Straight and typographic quotation marks in one document.

What it does: counts the notes with straight ("...") and those with typographic (“...”) double quotation marks
outside Chinese text, and names the first note of the rarer kind.  One finding for the document.

Why it matters: publishers ask for one kind; a mixture shows which notes were pasted from elsewhere.

Example: note 1 has "The First Year", note 2 has “The First Year”

What to do: choose one kind, usually the typographic, and let the word processor replace the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import without_addresses
from citekit.lint.wording import listed
from citekit.model import Span

_STRAIGHT = re.compile(r'"')
_CURLY = re.compile(r"(?<![\u2e80-\uffff])[“”](?![\u2e80-\uffff])")


def check(subject: Subject) -> Iterator[Finding]:
    """The rarer kind, once."""
    texts = [(note, without_addresses(note.text)) for note in subject.texts]
    straight = [(note, found) for note, text in texts if (found := _STRAIGHT.search(text))]
    curly = [(note, found) for note, text in texts if (found := _CURLY.search(text))]
    if not straight or not curly:
        return
    rare, usual = (curly, straight) if len(curly) <= len(straight) else (straight, curly)
    name, other = ("typographic", "straight") if rare is curly else ("straight", "typographic")
    note, found = rare[0]
    places = [subject.place(n, Span(*f.span())) for n, f in rare]
    yield Finding(
        RULE.code,
        f"{len(rare)} notes have {name} quotation marks ({listed(places)}), {len(usual)} have {other} ones.",
        subject.place(note, Span(*found.span())),
        "Use one kind throughout.",
        (subject.place(usual[0][0], Span(*usual[0][1].span())),),
    )


RULE = Rule("mixed-quotation-marks", "Straight and typographic quotation marks in one document.", check)
