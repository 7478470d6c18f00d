"""Two items of a library made one, and one made two again: what the writer decides, and how it is undone."""

from __future__ import annotations

from copy import deepcopy
from itertools import combinations

from citekit.library.memory import Decision, JoinedItems, Memory
from citekit.library.three_way import merged
from citekit.library.update import parsed_item
from citekit.match.citekeys import free_key
from citekit.match.joined import join_items
from citekit.model import Item

FORMER = "former-keys"
"""The key in ``custom`` that lists the citekeys of the items that were joined into this one."""


def find_item(items: list[Item], key: str) -> int:
    """The place of the item called *key*.

    Raises:
        KeyError: there is none.
    """
    for place, item in enumerate(items):
        if item["id"] == key:
            return place
    raise KeyError(key)


def join_keys(items: list[Item], memory: Memory, one: str, two: str) -> None:
    """Make the item *two* part of the item *one*, in place; the words of *one* stand.

    Raises:
        KeyError: one of them is not in the library.
    """
    first, second = find_item(items, one), find_item(items, two)
    members = [deepcopy(items[first]), deepcopy(items[second])]
    result = join_items(members)
    custom = result.setdefault("custom", {})
    custom[FORMER] = [*custom.get(FORMER, []), two]
    items[first] = result
    del items[second]
    owners = [memory.owners(one), memory.owners(two)]
    memory.joined.append(JoinedItems(one, members, deepcopy(result), owners))
    memory.decisions = [d for d in memory.decisions if {d.one, d.two} != {one, two}]
    memory.decisions.append(Decision("same", one, two))
    for _, work in memory.works():
        work.key = one if work.key == two else work.key
    memory.items.pop(two, None)
    _remember_parsed(memory, one)
    _point_elsewhere(memory, two, one)


def _remember_parsed(memory: Memory, key: str) -> None:
    """What the documents say of *key* now counts as parsed."""
    works = [work for _, work in memory.works() if work.key == key]
    if works and key in memory.items:
        memory.items[key] = parsed_item(key, works)


def _point_elsewhere(memory: Memory, old: str, new: str) -> None:
    """What waits with *old* waits with *new*, and what was said to mean *old* means *new*."""
    for citation in memory.citations:
        named = [new if key == old else key for key in citation.suggestions]
        citation.suggestions = list(dict.fromkeys(named))
    for decision in memory.decisions:
        if decision.kind == "citation" and decision.one == old:
            decision.one = new
    for pair in memory.waiting:
        pair.one = new if pair.one == old else pair.one
        pair.two = new if pair.two == old else pair.two
    seen: set[frozenset[str]] = set()
    kept = []
    for pair in memory.waiting:
        both = frozenset((pair.one, pair.two))
        if len(both) == 2 and both not in seen and not memory.decided(pair.one, pair.two):
            kept.append(pair)
            seen.add(both)
    memory.waiting = kept


def keep_apart(memory: Memory, one: str, two: str) -> None:
    """Remember that the items *one* and *two* are different works."""
    memory.decisions = [d for d in memory.decisions if {d.one, d.two} != {one, two}]
    memory.decisions.append(Decision("different", one, two))
    memory.waiting = [pair for pair in memory.waiting if {pair.one, pair.two} != {one, two}]


def split(items: list[Item], memory: Memory, key: str) -> list[str]:
    """Undo the last joining of the item *key*, in place; the keys of what it was, *key* first.

    What the writer has changed in it since stays with the first.  The parts are never joined again unless the
    writer says so.

    Raises:
        KeyError: there is no such item.
        ValueError: it was never joined.
    """
    place = find_item(items, key)
    last = next((joined for joined in reversed(memory.joined) if joined.key == key), None)
    if last is None:
        return _split_sources(items, memory, key)
    memory.joined.remove(last)
    first, *others = deepcopy(last.members)
    base = {**last.result, "id": key}
    items[place], _ = merged(base, items[place], {**first, "id": key})
    taken = {str(item["id"]) for item in items}
    back = [key]
    for offset, other in enumerate(others, 1):
        name = free_key(str(other["id"]), taken)
        taken.add(name)
        items.insert(place + offset, {**other, "id": name})
        back.append(name)
        if offset < len(last.owners):
            _give_back(memory, last.owners[offset], name)
    _remember_parsed(memory, key)
    _separate(memory, back)
    return back


def _give_back(memory: Memory, owned: list[tuple[str, str]], key: str) -> None:
    """The works of documents that were *key* before the joining are so again."""
    wanted = {tuple(one) for one in owned}
    for source, work in memory.works():
        if (source, str(work.item["id"])) in wanted:
            work.key = key
    works = [work for _, work in memory.works() if work.key == key]
    if works and memory.items:
        memory.items[key] = parsed_item(key, works)


def _split_sources(items: list[Item], memory: Memory, key: str) -> list[str]:
    """Undo what an update joined: each document's work becomes an item of its own again."""
    works = [work for _, work in memory.works() if work.key == key]
    if len(works) < 2:
        raise ValueError(key)
    place = find_item(items, key)
    taken = {str(item["id"]) for item in items}
    back = [key]
    for offset, work in enumerate(works[1:], 1):
        work.key = free_key(str(work.item["id"]), taken)
        taken.add(work.key)
        items.insert(place + offset, {**deepcopy(work.item), "id": work.key})
        memory.items[work.key] = parsed_item(work.key, [work])
        back.append(work.key)
    first = parsed_item(key, works[:1])
    items[place], _ = merged(memory.items.get(key, items[place]), items[place], first)
    memory.items[key] = first
    _separate(memory, back)
    return back


def _separate(memory: Memory, keys: list[str]) -> None:
    for one, two in combinations(keys, 2):
        keep_apart(memory, one, two)
