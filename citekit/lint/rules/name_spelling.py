"""One person whose name is spelled in different ways.

What it does: finds different spellings of a name that mean one person, and says what speaks for it: the
original title names the person in Chinese characters; the citations are of one work; or the letters have the
same partner and nearly the same date.  Where the table of persons knows the person, its spellings are right;
otherwise the spelling met most often is.  Likeness alone never suffices: Petrov and Pestrov may be two men.

Why it matters: an index, a search, and the reader take the spellings for different persons.

Example: "Molotof's report" (莫洛托夫...) beside "Molotov to Dekanozov" (莫洛托夫...)

What to do: choose one spelling, and use it in notes, text and bibliography.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from citekit.lint.finding import Finding, Place
from citekit.lint.partners import by_partners, of_one_work
from citekit.lint.persons import Sighting, sightings
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.wording import listed
from citekit.model import Name
from citekit.names import likeness
from citekit.names.persons import person_key
from citekit.names.words import fold

_MUTUALLY = 0.85  # likeness that two spellings need where no table knows the person


@dataclass(slots=True)
class _Spellings:
    """The spellings of one person, each with its places."""

    places: dict[str, list[Sighting]] = field(default_factory=lambda: defaultdict(list))


def check(subject: Subject) -> Iterator[Finding]:
    """By original script, then by work, then by partners."""
    told: set[str] = set()
    for finding in (*_by_script(subject), *of_one_work(subject, RULE.code), *by_partners(subject, RULE.code)):
        word = fold(finding.place.words)
        if word not in told:
            told.add(word)
            yield finding


def _by_script(subject: Subject) -> Iterator[Finding]:
    groups: dict[str, _Spellings] = defaultdict(_Spellings)
    for sighting in sightings(subject):
        groups[sighting.person].places[sighting.word].append(sighting)
    for person, group in groups.items():
        spellings = dict(group.places)
        known = [word for word in spellings if _is_known(word, person)]
        in_table = not _is_han(person)
        if in_table and not known:
            yield from _against_table(person, spellings)
            continue
        usual = max(known or spellings, key=lambda word: (len(spellings[word]), word in known))
        for word, seen in spellings.items():
            if word == usual or fold(word) == fold(usual):
                continue
            if in_table or likeness.alike_word(fold(word), fold(usual)) >= _MUTUALLY:
                yield _finding(word, seen, usual, spellings[usual])


def _is_known(word: str, person: str) -> bool:
    return person_key(Name(family=word)) == person or fold(word) == person.split("-")[0]


def _is_han(person: str) -> bool:
    return person[:1] >= "\u2e80"


def _finding(word: str, seen: list[Sighting], usual: str, other: list[Sighting]) -> Finding:
    places = [s.place for s in seen]
    return Finding(
        RULE.code,
        f"{seen[0].han} is “{word}” in {listed(places)} but “{usual}” in {listed(s.place for s in other)}.",
        places[0],
        "Choose one spelling.",
        (other[0].place, *_rest(places)),
    )


def _rest(places: list[Place]) -> tuple[Place, ...]:
    return tuple(places[1:])


def _against_table(person: str, spellings: dict[str, list[Sighting]]) -> Iterator[Finding]:
    """A spelling that nobody uses for the person whom the characters name."""
    right = person.split("-")[0].capitalize()
    for word, seen in spellings.items():
        places = [s.place for s in seen]
        yield Finding(
            RULE.code,
            f"{seen[0].han} is “{word}” in {listed(places)}; the usual spelling is “{right}”.",
            places[0],
            "Check the spelling.",
            _rest(places),
        )


RULE = Rule("name-spelling", "One person whose name is spelled in different ways.", check)
