"""A quotation mark without its partner, or with a space on its inner side.

What it does: pairs straight and typographic double quotation marks of each note; names the one that is left
over, and a space between a mark and the words that it encloses.  Marks of inches and seconds (12") are no
quotation marks; Chinese, German and French marks are paired in their own ways.

Why it matters: where the title ends is no longer certain, for readers and for programs.

Example: 'Smith, "The First Press, Journal of History 3' or '" Resolution of the Council"'

What to do: put the missing mark where the title ends; take the space out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match, without_addresses
from citekit.model import Note, Span

_STRAIGHT = re.compile('"')


def check(subject: Subject) -> Iterator[Finding]:
    """Marks that are alone, and marks that do not touch what they enclose."""
    for note in subject.texts:
        text = without_addresses(note.text)
        if '"' in text:
            yield from _straight(subject, note, text)
        if "“" in text or "”" in text:
            yield from _curly(subject, note, text)


def _straight(subject: Subject, note: Note, text: str) -> Iterator[Finding]:
    marks: list[int] = []
    for at in (found.start() for found in _STRAIGHT.finditer(text)):
        if len(marks) % 2 or not text[at - 1 : at].isdigit():  # 12" is a measure where no mark is open
            marks.append(at)
    if len(marks) % 2:
        yield _lonely(subject, note, _suspect(text, marks))
        return
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if text[opening + 1] == " ":
            yield _spaced(subject, note, Span(opening, opening + 2), "behind the opening")
        elif text[closing - 1] == " ":
            yield _spaced(subject, note, Span(closing - 1, closing + 1), "before the closing")


def _suspect(text: str, marks: list[int]) -> int:
    """The first mark whose sides do not fit its turn: an opening one has a space before and a word behind."""
    opening = True
    for at in marks:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        looks_open = (not before or before in " (—–[") and after not in ("", " ")
        looks_closed = (not after or after in " ,.;:)]—–") and before not in ("", " ")
        if (opening and looks_closed) or (not opening and looks_open):
            return at
        opening = not opening
    return marks[-1]


def _curly(subject: Subject, note: Note, text: str) -> Iterator[Finding]:
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign == "„" or (sign == "“" and not (opened and text[opened[-1]] == "„")):
            opened.append(at)
        elif sign in "”“":
            if not opened:
                yield _lonely(subject, note, at)
            else:
                opened.pop()
    for at in opened:
        yield _lonely(subject, note, at)


def _lonely(subject: Subject, note: Note, at: int) -> Finding:
    span = Span(at, at + 1)
    return at_match(
        subject, note, span, RULE.code,
        f"The quotation mark in “{around(note.text, span)}” has no partner.",
        "Put the missing mark where the quotation or title begins or ends.",
    )  # fmt: skip


def _spaced(subject: Subject, note: Note, span: Span, where: str) -> Finding:
    return at_match(
        subject, note, span, RULE.code,
        f"A space stands {where} quotation mark in “{around(note.text, span)}”.", "Take it out.",
    )  # fmt: skip


RULE = Rule("quotation-marks", "A quotation mark without its partner, or with a space inside.", check)
