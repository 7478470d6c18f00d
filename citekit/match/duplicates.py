"""Which of many items are one work: equal identifiers, then fingerprints; likeness only nominates.

The steps go from sure to unsure, and each sees what the steps before have joined.  Work is linear in the
number of
items: they meet only under a common key, and under one key an item is compared with few.
"""

from __future__ import annotations

import gc
import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rapidfuzz import fuzz

from citekit.match import blocks
from citekit.match.agreement import (
    contradiction,
    dates_agree,
    other_identifier,
    people_meet,
    same_titled,
    says_enough,
)
from citekit.match.groups import MOST_TOLD, Apart, Duplicates, Groups, Waiting
from citekit.match.sketch import Sketch, sketch
from citekit.model import Item

Pair = tuple[int, int]

MOST_COMPARED = 40
"""With so many groups of its title an item is compared; where more share it, the title says nothing."""

UNLIKE = 45.0
"""Titles whose words have less than this in common (rapidfuzz token_set_ratio) speak of different things."""


def find_duplicates(
    items: Iterable[Item], same: Sequence[Pair] = (), different: Sequence[Pair] = ()
) -> Duplicates:
    """The groups of *items* that are one work, and what waits for the writer.

    Args:
        items: normalised CSL-JSON items; they are gone through once and not kept.
        same: pairs of their numbers that the writer has said are one work.
        different: pairs that the writer has said are not.
    """
    with _collector_at_rest():
        return _find(items, same, different)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage collection meanwhile: there are no circles; looking for them takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _find(items: Iterable[Item], same: Sequence[Pair], different: Sequence[Pair]) -> Duplicates:
    equal: dict[int, list[int]] = defaultdict(list)
    sketches = []
    for number, item in enumerate(items):
        found = sketch(item)
        sketches.append(found)
        if found.kind in ("letter", "record"):
            equal[_content(item)].append(number)
    result = Duplicates()
    groups = Groups(sketches, different)
    for one, two in same:
        groups.join(one, two, "decision", ("your decision",))
    by_identifier(groups, result)
    for numbers in equal.values():
        for number in numbers[1:]:
            if not groups.forbidden(numbers[0], number):
                groups.join(numbers[0], number, "equal", ("every field",))
    by_place(groups)
    by_title(groups, result)
    result.waiting += blocks.nominate(groups, result)
    result.merges = groups.merges
    result.groups = groups.all()
    return result


def _content(item: Item) -> int:
    """Equal for items that say the same, whatever their ids (marshal is the quickest way to bytes)."""
    fields = sorted(field for field in item.items() if field[0] != "id")
    try:
        return hash(marshal.dumps(fields, 2))
    except ValueError:  # a date of YAML
        return hash(repr(fields))


def by_identifier(groups: Groups, result: Duplicates) -> None:
    """Join what has the same identifier, unless date, parties or title contradict: that is a conflict."""
    seen: dict[str, list[int]] = {}
    for number in range(len(groups.sketches)):
        for identifier in groups.sketches[number].ids:
            known = seen.setdefault(identifier, [])
            why = ""
            for other in known[:MOST_COMPARED]:
                if groups.root(other) == groups.root(number):
                    break
                why = why or _conflict(groups.sketch(other), groups.sketch(number))
                if not _conflict(groups.sketch(other), groups.sketch(number)) and not groups.forbidden(
                    other, number
                ):
                    groups.join(other, number, "identifier", (identifier,))
                    break
            else:
                if known and why:
                    result.conflicts.append(Apart(known[0], number, f"both are {identifier}, but: {why}"))
                    if not groups.forbidden(known[0], number):
                        result.waiting.append(
                            Waiting(groups.root(known[0]), number, (f"identifier {identifier}",), (why,))
                        )
                known.append(number)


def _conflict(one: Sketch, two: Sketch) -> str:
    """What contradicts an equal identifier: another identifier, the date, the parties, the title."""
    other = other_identifier(one, two)
    if other:
        return other
    archival = any(not identifier.startswith(("doi:", "isbn:")) for identifier in one.ids)
    if not dates_agree(one.date, two.date) and (archival or one.kind not in ("article", "part")):
        return f"date {one.date}, {two.date}".replace(", ", "-").replace(")-(", "), (")
    if {one.kind, two.kind} >= {"part", "whole"}:
        return "one is a part of a book, the other a book"
    if one.volume and two.volume and one.volume != two.volume and "whole" in (one.kind, two.kind):
        return f"volume {one.volume}, {two.volume}"
    parties = _parties(one, two)
    if parties is False and "letter" in (one.kind, two.kind):
        return "other sender or recipient"
    if (
        not (parties and one.date and one.date == two.date)
        and _unlike(one, two)
        and not (parties and not one.recipients)
    ):
        return "the titles have nothing in common"
    return ""


def _parties(one: Sketch, two: Sketch) -> bool | None:
    """Whether authors and recipients agree as far as both say; None where nothing can be compared."""
    verdict: bool | None = None
    for a, b in ((one.creators, two.creators), (one.recipients, two.recipients)):
        if a and b:
            if not people_meet(a, b, surely=False) and not _alike_people(a, b):
                return False
            verdict = True
    return verdict


def _alike_people(one: Iterable[tuple[str, str]], two: Iterable[tuple[str, str]]) -> bool:
    """Whether a name of the one list may be a spelling of one of the other (Orlov, Orlow)."""
    return any(
        fuzz.ratio(a[0], b[0]) >= 75 or blocks.may_be_one_person(a, b) is not None for a in one for b in two
    )


def _unlike(one: Sketch, two: Sketch) -> bool:
    """Whether no two of the titles that are written in one script have words in common."""
    if one.title and one.title == two.title:
        return False
    compared = False
    for a in (one.title, one.original, one.translated):
        for b in (two.title, two.original, two.translated):
            if a and b and a.isascii() == b.isascii():
                compared = True
                if fuzz.token_set_ratio(a, b) >= UNLIKE:
                    return False
    return compared


def by_place(groups: Groups) -> None:
    """Join documents of one file, or of one page of a collection, whose parties and date agree."""
    buckets: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(groups.sketches):
        if groups.root(number) != number:
            continue
        if one.file and not one.title and not one.creators and not one.date:
            buckets["file", one.file].append(number)
        elif one.file and (len(one.date) == 3 or one.title):
            buckets["document", one.file, one.date].append(number)
        if one.kind == "letter" and one.container and one.page and len(one.date) == 3:
            buckets["page", one.container, one.volume, one.page, one.date].append(number)
    for key, numbers in buckets.items():
        kept: list[int] = []
        for number in numbers:
            for other in kept[:MOST_COMPARED]:
                a, b = groups.sketch(other), groups.sketch(number)
                if _same_place(str(key[0]), a, b) and not groups.forbidden(other, number):
                    groups.join(other, number, "place", _place_evidence(key, a))
                    break
            else:
                kept.append(number)


def _same_place(what: str, one: Sketch, two: Sketch) -> bool:
    if what == "file":
        return True
    if contradiction(one, two):
        return False
    if one.recipients and two.recipients and one.creators and two.creators:
        return (
            len(one.date) == 3
            and people_meet(one.creators, two.creators)
            and people_meet(one.recipients, two.recipients)
        )
    return bool(one.title) and one.title == two.title and bool(one.recipients) == bool(two.recipients)


def _place_evidence(key: tuple[object, ...], one: Sketch) -> tuple[str, ...]:
    place = f"page {one.page} of {one.container}" if key[0] == "page" else f"file {one.file}"
    if key[0] == "file":
        return (place,)
    return (place, "date" if one.date else "title", *(("sender", "recipient") if one.recipients else ()))


def by_title(groups: Groups, result: Duplicates) -> None:
    """Join works of one title on further evidence; what fits several works equally well is left alone."""
    titles: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(groups.sketches):
        if groups.root(number) == number:
            if one.title:
                titles[one.title].append(number)
            if one.original and one.original != one.title:
                titles[one.original].append(number)
    for title, numbers in titles.items():
        if len(numbers) > 1:
            _join_titled(title, numbers, groups, result)


def _join_titled(title: str, numbers: list[int], groups: Groups, result: Duplicates) -> None:
    """Of one title: what says most comes first, so that what says little finds all it may belong to."""
    shelf = _Shelf()
    kept: dict[tuple[object, ...], int] = {}
    for number in sorted(numbers, key=lambda n: (-_says(groups.sketches[n]), n)):
        one = groups.sketch(number)
        same = kept.get(_signature(one))
        if same is not None and same_titled(groups.sketch(same), one) and not groups.forbidden(same, number):
            groups.join(same, number, "fingerprint", ("title", *same_titled(groups.sketch(same), one)))
            continue
        fitting = []
        for other in shelf.near(one):
            if groups.root(other) == groups.root(number):
                break
            two = groups.sketch(other)
            why = contradiction(one, two) if number < other else contradiction(two, one)
            if why:
                if says_enough(title) and (one.kind != "letter" or other_identifier(one, two)):
                    result.vetoed += 1
                    if len(result.vetoes) < MOST_TOLD:
                        result.vetoes.append(Apart(min(other, number), max(other, number), why))
            elif not groups.forbidden(other, number) and (evidence := same_titled(two, one)):
                fitting.append((other, evidence))
        else:
            if len(fitting) == 1:
                groups.join(fitting[0][0], number, "fingerprint", ("title", *fitting[0][1]))
            else:
                shelf.add(number, one)
                kept.setdefault(_signature(one), number)
                result.waiting += [
                    Waiting(other, number, ("title", *evidence), ("it fits another as well",))
                    for other, evidence in fitting[:3]
                ]


def _says(one: Sketch) -> int:
    """How much of what tells two works of one title apart is stated."""
    return sum(
        bool(part)
        for part in (
            *(one.year, one.date, one.creators, one.container),
            *(one.volume, one.issue, one.edition, one.page, one.ids),
        )
    )


def _signature(one: Sketch) -> tuple[object, ...]:
    return (
        *(one.kind, one.creators, one.recipients, one.year, one.date, one.container, one.ids, one.file),
        *(one.genre, one.volume, one.issue, one.edition, one.page, one.section),
    )


class _Shelf:
    """The groups of one title, found again by author, container or year."""

    def __init__(self) -> None:
        self._by_author: dict[str, list[int]] = defaultdict(list)
        self._authorless: list[int] = []
        self._all: list[int] = []

    def add(self, number: int, one: Sketch) -> None:
        """Keep the group of *number*."""
        self._all.append(number)
        for family, _ in one.creators:
            self._by_author[family].append(number)
        if not one.creators:
            self._authorless.append(number)

    def near(self, one: Sketch) -> Iterator[int]:
        """The groups that *one* may belong to, at most :data:`MOST_COMPARED`."""
        if len(self._all) <= MOST_COMPARED or not one.creators:
            yield from self._all[:MOST_COMPARED]
            return
        found = dict.fromkeys(number for family, _ in one.creators for number in self._by_author[family])
        yield from [*found, *self._authorless][:MOST_COMPARED]
