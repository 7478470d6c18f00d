"""Works that may be the same document but are not joined: the writer decides (DESIGN, principle 3).

Sender, recipient and date that agree through romanisations (Shtykov, Штыков, 什特科夫), without an identifier
that says so, only nominate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from citekit.model import Item, Name
from citekit.names.persons import alike_person, same_person

LIKE_ENOUGH = 0.8
"""From this likeness of two names on they may be spellings of one (Orlov, Orlow)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two works that may be one, and what speaks for it."""

    one: str
    two: str
    evidence: tuple[str, ...]


def nominate(items: Iterable[Item]) -> list[Candidate]:
    """Pairs of letters and telegrams of one day whose correspondents may be the same persons.

    Works with different archive numbers are never nominated.
    """
    found = []
    for group in _by_day(items).values():
        for one, two in combinations(group, 2):
            evidence = _evidence(one, two)
            if evidence:
                found.append(Candidate(str(one["id"]), str(two["id"]), evidence))
    return found


def _by_day(items: Iterable[Item]) -> dict[tuple[int, ...], list[Item]]:
    groups: dict[tuple[int, ...], list[Item]] = defaultdict(list)
    for item in items:
        parts = (item.get("original-date") or {}).get("date-parts") or [[]]
        if len(parts) == 1 and len(parts[0]) == 3 and item.get("author") and item.get("recipient"):
            groups[tuple(parts[0])].append(item)
    return groups


def _evidence(one: Item, two: Item) -> tuple[str, ...]:
    if _contradict(one, two):
        return ()
    sides = []
    for role in ("author", "recipient"):
        side = _side(one, two, role)
        if side is None:
            return ()
        sides.append(side)
    day = "-".join(str(n) for n in one["original-date"]["date-parts"][0])
    return (f"date {day}", *sides)


def _contradict(one: Item, two: Item) -> bool:
    """Different identifiers or genres say that the two are not one document."""
    a, b = one.get("custom") or {}, two.get("custom") or {}
    for name in ("archive_id", "file_id"):
        if a.get(name) and b.get(name) and a[name] != b[name]:
            return True
    genres = {one.get("genre"), two.get("genre")} - {None}
    return len(genres) > 1


def _side(one: Item, two: Item, role: str) -> str | None:
    """How the persons of one role agree, or None where they do not."""
    for a in _names(one, role):
        for b in _names(two, role):
            agree = same_person(a, b)
            if agree is True:
                return f"{role} {_printed(a)} = {_printed(b)}"
            if agree is None and alike_person(a, b) >= LIKE_ENOUGH:
                return f"{role} {_printed(a)} like {_printed(b)}"
    return None


def _names(item: Item, role: str) -> Iterator[Name]:
    for csl in item.get(role, ()):
        yield _name(csl)


def _name(csl: Mapping[str, Any]) -> Name:
    return Name(family=csl.get("family", ""), given=csl.get("given", ""), literal=csl.get("literal", ""))


def _printed(name: Name) -> str:
    return name.literal or " ".join(part for part in (name.family, name.given) if part)
