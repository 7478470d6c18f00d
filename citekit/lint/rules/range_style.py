"""Ranges of pages that are shortened in some notes and not in others.

What it does: counts ranges of three-digit pages whose second number could be shortened ("145-149") and those
where it is ("145-49"), and lists the rarer ones; leaves of archives, Chinese and Russian notes are not
counted.  One finding for the document.

Why it matters: a style has one rule (Chicago Manual of Style, 17th ed., 9.61, shortens; MLA, GOST and GB/T
7714 have rules of their own), and "117-30" among full ranges looks like an error.

Example: "117-30" in note 3, "145-149" in note 4

What to do: write all ranges as your style asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.wording import listed
from citekit.model import Span

_RANGE = re.compile(r"(?<!\d)(\d{3,4})[-–](\d{1,4})(?!\d)")


def check(subject: Subject) -> Iterator[Finding]:
    """The rarer way, once."""
    ways: dict[bool, list[tuple[Use, Span]]] = {True: [], False: []}
    for use in subject.uses:
        if use.reference.citation.convention != "western" or use.reference.locator_label != "page":
            continue
        page = use.field("page")
        for whole in (use.reference.locator_span, page.span if page is not None else None):
            for found in _RANGE.finditer(whole.of(use.note.text)) if whole is not None else ():
                first, last = found[1], found[2]
                if len(last) < len(first) or first[0] == last[0]:
                    span = Span(*found.span()).shifted(whole.start if whole is not None else 0)
                    ways[len(last) < len(first)].append((use, span))
    if not ways[True] or not ways[False]:
        return
    short = len(ways[True]) <= len(ways[False])
    places = [subject.place(use.note, span) for use, span in ways[short]]
    other = subject.place(ways[not short][0][0].note, ways[not short][0][1])
    how = "is shortened" if short else "is not shortened"
    yield Finding(
        RULE.code,
        f"The range “{places[0].words}” {how} ({listed(places)}), unlike “{other.words}” in {other.name} and "
        f"{len(ways[not short]) - 1} others.",
        places[0],
        "Write all ranges in one way.",
        (other, *places[1:]),
    )


RULE = Rule("range-style", "Ranges of pages shortened in some notes and not in others.", check)
