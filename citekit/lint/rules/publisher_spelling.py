"""One publisher whose name is spelled in different ways.

What it does: finds names of publishers that differ by a slip in one word ("Materials", "Material").

Why it matters: in a bibliography the names stand below one another.

Example: "Harvest Book Press" beside "Harvest Books Press"

What to do: write the name as the title page has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

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
    for one, two in _slips(printed):
        rare, usual = sorted((one, two), key=lambda name: (len(printed[name]), -list(printed).index(name)))
        yield Finding(
            RULE.code,
            f"“{rare}” in {listed(printed[rare])} is “{usual}” in {listed(printed[usual])}.",
            printed[rare][0],
            "Write the name as the title page has it.",
            (printed[usual][0], *printed[rare][1:]),
        )


def _slips(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names that are equal but for a letter of one word; they are found by what is left without that word."""
    without: dict[tuple[int, tuple[str, ...]], list[tuple[str, str]]] = defaultdict(list)
    for name in names:
        parts = words(name)
        for at, word in enumerate(parts):
            rest = (at, (*parts[:at], *parts[at + 1 :]))
            yield from ((other, name) for other, unlike in without[rest] if _slip(word, unlike))
            without[rest].append((name, word))


def _slip(one: str, two: str) -> bool:
    """Whether two words of four and more letters differ by one letter; figures never do."""
    from rapidfuzz.distance import OSA

    letters = not any(c.isdigit() for c in one + two)
    return letters and min(len(one), len(two)) >= 4 and OSA.distance(one, two, score_cutoff=1) == 1


RULE = Rule("publisher-spelling", "One publisher spelled in different ways.", check)
