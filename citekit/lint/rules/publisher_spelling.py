"""One publisher whose name is spelled in different ways.

What it does: finds names of publishers that differ by a slip in one word ("Materials", "Material").

Why it matters: in a bibliography the names stand below one another.

Example: "Harvest Book Press" beside "Harvest Books Press"

What to do: write the name as the title page has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from citekit.lint.finding import Finding, Place
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.wording import listed
from citekit.match.folding import words


def check(subject: Subject) -> Iterator[Finding]:
    """Pairs of publishers a slip apart; the rarer form is named."""
    printed: dict[str, list[Place]] = defaultdict(list)
    for use in subject.uses:
        entry = use.field("publisher")
        if entry is not None and isinstance(entry.value, str):
            printed[" ".join(entry.value.split())].append(subject.place(use.note, entry.span))
    for one, two in combinations(printed, 2):
        if not _slip(one, two):
            continue
        rare, usual = sorted((one, two), key=lambda name: (len(printed[name]), -list(printed).index(name)))
        yield Finding(
            RULE.code,
            f"“{rare}” in {listed(printed[rare])} is “{usual}” in {listed(printed[usual])}.",
            printed[rare][0],
            "Write the name as the title page has it.",
            (printed[usual][0], *printed[rare][1:]),
        )


def _slip(one: str, two: str) -> bool:
    """One word in which at most two letters differ; no figures, and nothing left out."""
    from rapidfuzz.distance import OSA

    a, b = words(one), words(two)
    if len(a) != len(b) or a == b:
        return False
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    x, y = unlike[0]
    return (
        len(unlike) == 1
        and min(len(x), len(y)) >= 4
        and not any(c.isdigit() for c in x + y)
        and OSA.distance(x, y) <= 1
    )


RULE = Rule("publisher-spelling", "One publisher spelled in different ways.", check)
