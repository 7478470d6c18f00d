"""Names whose order contradicts itself.

What it does: finds four kinds of contradiction.  A comma behind the given name, as if it were the family name
("Weiguo, Chen").  One East Asian author with the family name first here and last there.  East Asian names in
both orders among the notes.  Entries of the bibliography that begin with the given name among entries that
begin with the family name, and notes that invert names ("Mill, John S.") among notes that do not (Chicago
Manual of Style, 17th ed., 14.21 and 14.76).

Why it matters: the author is filed under the wrong letter, and cited by the given name.

Example: "Weiguo, Chen, and Ann Hart" beside "Chen, Weiguo"

What to do: choose the family name's place for notes and for the bibliography, and keep it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, TypeAlias

from citekit.lint.finding import Finding
from citekit.lint.persons import Mention, mentions
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.wording import listed
from citekit.names.order import is_asian_surname
from citekit.names.words import fold

Order: TypeAlias = Literal["first", "last", "inverted", "wrong"]

_MOSTLY = 3  # times as often: then the other order is a slip


def check(subject: Subject) -> Iterator[Finding]:
    """Wrong commas first; a name that was told of is not told of again."""
    named = (m for m in mentions(subject, ("author", "editor", "translator")) if not m.heading)
    ordered = [(m, order) for m in named if (order := _order(m))]
    told: set[tuple[str | None, str]] = set()
    for finding in (
        *_wrong_commas(subject, ordered),
        *_first_names(subject, ordered, entries=True),
        *_first_names(subject, ordered, entries=False),
        *_asian(ordered),
    ):
        key = finding.place.note, finding.place.words
        if key not in told:
            told.add(key)
            yield finding


def _order(mention: Mention) -> Order | None:
    """How the name is printed: family name first or last, inverted with a comma, or with the comma wrong."""
    name, words = mention.name, mention.place.words
    if (
        not name.given
        or not name.family
        or name.family[0] >= "\u2e80"
        or len(words) > len(name.given + name.family) + 6
    ):
        return None
    given, family = re.escape(name.given.rstrip(".")), re.escape(name.family)
    if re.match(rf"{family},\s*{given}", words):
        return "inverted"
    if re.match(rf"{given},\s*{family}", words):
        return "wrong"
    if re.match(rf"{family}\s+{given}", words):
        return "first"
    return "last" if re.match(rf"{given}\.?\s+{family}", words) else None


def _wrong_commas(subject: Subject, ordered: list[tuple[Mention, Order]]) -> Iterator[Finding]:
    for mention, order in ordered:
        if order != "wrong":
            continue
        name = mention.name
        elsewhere = [m.place for m, o in ordered if o != "wrong" and _key(m) == _key(mention)]
        there = f" (“{elsewhere[0].words}” in {listed(elsewhere)})" if elsewhere else ""
        yield Finding(
            RULE.code,
            f"“{mention.place.words}” makes {name.given} the family name; {name.family} is it{there}.",
            mention.place,
            f"Write “{name.family}, {name.given}” or “{name.given} {name.family}”.",
            tuple(elsewhere[:1]),
        )


def _key(mention: Mention) -> tuple[str, str]:
    return fold(mention.name.family), fold(mention.name.given)


def _first_names(
    subject: Subject, ordered: list[tuple[Mention, Order]], *, entries: bool
) -> Iterator[Finding]:
    """The first name of each entry (or note) that is inverted among direct ones, or direct among inverted."""
    firsts: dict[bool, list[Mention]] = {True: [], False: []}
    seen: set[tuple[str, int]] = set()
    for mention, order in ordered:
        use = mention.use
        key = (use.note.n, use.span.start)
        if use.note.is_entry is not entries or key in seen or mention.place.span is None:
            continue
        if mention.place.span.start > use.span.start + 2:
            continue
        seen.add(key)
        if order in ("inverted", "wrong"):
            firsts[True].append(mention)
        elif order == "last":
            firsts[False].append(mention)
    inverted, direct = len(firsts[True]), len(firsts[False])
    usual = inverted >= direct if entries else inverted > _MOSTLY * direct
    if not firsts[usual] or not firsts[not usual]:
        return
    example = firsts[usual][0]
    for mention in firsts[not usual]:
        how = "begins with the given name" if usual else "is inverted"
        others = "entries" if entries else "notes"
        yield Finding(
            RULE.code,
            f"“{mention.place.words}” {how}; most {others} have it as in “{example.place.words}” "
            f"({example.place.name}).",
            mention.place,
            "Keep one order.",
            (example.place,),
        )


def _asian(ordered: list[tuple[Mention, Order]]) -> Iterator[Finding]:
    """East Asian names without a comma: of one person, then of all that the writer romanised."""
    asian = [
        (m, o) for m, o in ordered if o in ("first", "last", "inverted") and is_asian_surname(m.name.family)
    ]
    for entries in (False, True):
        part = [(m, o) for m, o in asian if m.use.note.is_entry is entries and (entries or o != "inverted")]
        people: dict[tuple[str, str], dict[Order, list[Mention]]] = defaultdict(lambda: defaultdict(list))
        for mention, order in part:
            people[_key(mention)][order].append(mention)
        for orders in people.values():
            yield from _contradictions(orders)
        told = {key for key, orders in people.items() if len(orders) > 1}
        if not entries:
            groups: dict[Order, list[Mention]] = defaultdict(list)
            for mention, order in part:
                if _is_romanised_by_writer(mention) and _key(mention) not in told:
                    groups[order].append(mention)
            for person in _by_person(groups):
                yield from _contradictions(person)


def _by_person(groups: dict[Order, list[Mention]]) -> Iterator[dict[Order, list[Mention]]]:
    """The rarer order of the whole document, each person of it apart, against the usual one."""
    usual = max(groups, key=lambda order: len(groups[order]), default=None)
    for order, found in groups.items():
        if usual is not None and order != usual:
            for key in dict.fromkeys(_key(mention) for mention in found):
                yield {order: [m for m in found if _key(m) == key], usual: groups[usual]}


def _is_romanised_by_writer(mention: Mention) -> bool:
    """A work in an East Asian language: the writer, not its title page, chose the order."""
    return mention.use.work is not None and mention.use.work.item.get("language") in ("zh", "ko", "ja", "vi")


def _contradictions(orders: dict[Order, list[Mention]]) -> Iterator[Finding]:
    """The rarer orders against the usual one, a finding each."""
    usual = max(orders, key=lambda order: len(orders[order]), default=None)
    for order, found in orders.items():
        if usual is None or order == usual:
            continue
        places, others = [m.place for m in found], [m.place for m in orders[usual]]
        yield Finding(
            RULE.code,
            f"“{places[0].words}” ({listed(places)}) is not in the order of "
            f"“{others[0].words}” ({listed(others)}).",
            places[0],
            "Keep one order.",
            (others[0], *places[1:]),
        )


RULE = Rule("name-order", "Names whose order contradicts itself.", check)
