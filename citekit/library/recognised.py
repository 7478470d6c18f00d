"""Which item of the library each parsed work is: a document that has grown keeps its citekeys.

A work is known again, the surest first: by the words that cite it, by an identifier or the rules by which one
document's citations are joined, by what the library and the other documents hold, and last as the only work
that is like one which has disappeared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from citekit.library.items import normalised
from citekit.library.memory import Memory, ParsedWork
from citekit.library.sources import Source
from citekit.match.agreement import contradiction
from citekit.match.citekeys import free_key
from citekit.match.duplicates import find_duplicates
from citekit.match.identity import Facts, keys, same_work
from citekit.match.sketch import sketch
from citekit.model import Date, Item, Name

TELLING = 12
"""Citing words shorter than this ("Ibid., 5.", "Chen, 60.") tell no work from another."""

SURELY_RENAMED = 0.8
"""An item with more than this share of the fields of a missing one is that one under another key."""

_DATES = ("issued", "original-date")


def recognise(
    new: Sequence[ParsedWork], old: Sequence[ParsedWork], library: Sequence[Item], memory: Memory
) -> None:
    """Give each of the *new* works of a document its key in place, where it has one.

    *old* are the works of the same document as remembered, *library* the items that the writer keeps.
    """
    taken: set[str] = set()
    _by_words(new, old, memory, taken)
    gone = [work for work in old if memory.alias(work.key) not in taken]
    _by_rules([w for w in new if not w.key], gone, memory, taken)
    _by_library([w for w in new if not w.key], library, memory)
    _by_key([w for w in new if not w.key], library, memory)
    taken |= {work.key for work in new}
    gone = [work for work in old if memory.alias(work.key) not in taken]
    _by_likeness([w for w in new if not w.key], gone, memory)


def follow_the_writer(library: Sequence[Item], memory: Memory) -> list[tuple[str, str]]:
    """Find what the writer renamed and deleted since the last run; the old and new keys of the renamed."""
    present = {str(item["id"]) for item in library}
    missing = [key for key in memory.items if key not in present and key not in memory.deleted]
    unknown = [item for item in library if str(item["id"]) not in memory.items]
    renamed = []
    for key in missing:
        likenesses = [(_unchanged(memory.items[key], item), item) for item in unknown]
        best = max((likeness for likeness, _ in likenesses), default=0.0)
        fitting = [item for likeness, item in likenesses if likeness == best]
        if best > SURELY_RENAMED and len(fitting) == 1:
            unknown.remove(fitting[0])
            memory.rename(key, str(fitting[0]["id"]))
            renamed.append((key, str(fitting[0]["id"])))
        else:
            memory.deleted.append(key)
    memory.deleted = [key for key in memory.deleted if key not in present]
    return renamed


def _unchanged(base: Item, item: Item) -> float:
    """The share of the fields of *base* that *item* has as they were."""
    old, new = normalised(base), normalised(item)
    names = [name for name in old if name not in ("id", "custom")]
    return sum(bool(old[name] == new.get(name)) for name in names) / max(1, len(names))


def known_keys(source: Source, library: Sequence[Item], memory: Memory) -> dict[str, str]:
    """The citekeys that the works of *source* have in the library, by those of the parser.

    A work that the library does not hold keeps the parser's key, with a letter if that means another item.
    """
    follow_the_writer(library, memory)
    works = [replace(work, key="") for work in source.works]
    recognise(works, memory.sources.get(source.name, []), library, memory)
    taken = {str(item["id"]) for item in library} | {work.key for work in works}
    for work in works:
        if not work.key:
            work.key = free_key(str(work.item["id"]), taken)
            taken.add(work.key)
    return {str(work.item["id"]): work.key for work in works}


def _by_words(new: Sequence[ParsedWork], old: Sequence[ParsedWork], memory: Memory, taken: set[str]) -> None:
    """The same words cite the same work, if they cited one only."""
    cited: dict[str, set[str]] = defaultdict(set)
    for work in old:
        for raw in _words_of(work):
            cited[raw].add(memory.alias(work.key))
    votes: list[tuple[int, int, str]] = []
    for place, work in enumerate(new):
        counted = Counter(next(iter(cited[raw])) for raw in _words_of(work) if len(cited.get(raw, ())) == 1)
        votes += [(-number, place, key) for key, number in counted.items()]
    for _, place, key in sorted(votes):
        if not new[place].key and key not in taken:
            new[place].key = key
            taken.add(key)


def _words_of(work: ParsedWork) -> list[str]:
    return [c.raw for c in work.cited if c.form != "ibid" and len(c.raw) >= TELLING]


def _by_rules(new: Iterable[ParsedWork], gone: Sequence[ParsedWork], memory: Memory, taken: set[str]) -> None:
    """The rules that join the citations of one document (:func:`citekit.match.identity.same_work`)."""
    known: dict[tuple[str, ...], list[tuple[str, Facts]]] = defaultdict(list)
    for work in gone:
        facts = facts_of(work.item)
        for key in keys(facts):
            known[key].append((memory.alias(work.key), facts))
    for work in new:
        facts = facts_of(work.item)
        for key in keys(facts):
            fitting = {
                k for k, other in known.get(key, ()) if k not in taken and same_work(other, facts, key)
            }
            if len(fitting) == 1:
                work.key = fitting.pop()
                taken.add(work.key)
                break


def _by_library(new: Sequence[ParsedWork], library: Sequence[Item], memory: Memory) -> None:
    """What the library holds, as the writer has it and as it was parsed, and the works of other documents."""
    if not new:
        return
    held = [(memory.alias(str(item["id"])), item) for item in library]
    held += [(memory.alias(key), item) for key, item in memory.items.items()]
    held += [(memory.alias(work.key), work.item) for _, work in memory.works() if work.key]
    first: dict[str, int] = {}
    same = [(first[key], n) for n, (key, _) in enumerate(held) if first.setdefault(key, n) != n]
    items = [*(item for _, item in held), *(work.item for work in new)]
    found = find_duplicates(map(normalised, items), same, _apart(memory, first))
    for group in found.groups:
        known = {held[n][0] for n in group if n < len(held)}
        if len(known) == 1:
            for number in group:
                if number >= len(held):
                    new[number - len(held)].key = next(iter(known))


def _by_key(new: Sequence[ParsedWork], library: Sequence[Item], memory: Memory) -> None:
    """An item that nothing is remembered of and that has the very key of the work, if nothing contradicts.

    So a library finds its works again after ``.citekit`` was deleted.
    """
    strange = {str(item["id"]): item for item in library if item["id"] not in memory.items}
    for work in new:
        item = strange.get(str(work.item["id"]))
        if item is not None and not contradiction(sketch(normalised(item)), sketch(normalised(work.item))):
            work.key = str(strange.pop(str(item["id"]))["id"])


def _apart(memory: Memory, first: dict[str, int]) -> list[tuple[int, int]]:
    return [
        (first[d.one], first[d.two])
        for d in memory.decisions
        if d.kind == "different" and d.one in first and d.two in first
    ]


def _by_likeness(new: Sequence[ParsedWork], gone: Sequence[ParsedWork], memory: Memory) -> None:
    """A work that has disappeared and a new one that is like it and like no other: its note was corrected."""
    if not new or not gone:
        return
    items = [normalised(work.item) for work in (*gone, *new)]
    like: dict[int, set[int]] = defaultdict(set)
    for pair in find_duplicates(items).waiting:
        if pair.one < len(gone) <= pair.two or pair.two < len(gone) <= pair.one:
            like[pair.one].add(pair.two)
            like[pair.two].add(pair.one)
    for number, others in like.items():
        if number >= len(gone) and len(others) == 1 and like[(old := next(iter(others)))] == {number}:
            new[number - len(gone)].key = memory.alias(gone[old].key)


def facts_of(item: Item) -> Facts:
    """*item* as the facts that :mod:`citekit.match.identity` compares."""
    values: dict[str, object] = {}
    for name, value in item.items():
        if name in _DATES and isinstance(value, dict):
            parts = value.get("date-parts") or []
            values[name] = Date(tuple(tuple(p) for p in parts), str(value.get("literal") or ""))
        elif isinstance(value, list):
            values[name] = tuple(_name(one) for one in value if isinstance(one, dict))
        elif isinstance(value, str):
            values[name] = value
    return Facts(values)


def _name(csl: dict[str, Any]) -> Name:
    return Name(
        family=str(csl.get("family", "")),
        given=str(csl.get("given", "")),
        literal=str(csl.get("literal", "")),
        non_dropping_particle=str(csl.get("non-dropping-particle", "")),
    )
