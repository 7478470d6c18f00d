"""Documents and libraries made into one library: what merged, what did not, what waits."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

from citekit.library.items import normalised
from citekit.library.joining import join_keys
from citekit.library.layout import in_order
from citekit.library.loaded import Loaded
from citekit.library.memory import Cited, JoinedItems, Memory, OpenCitation, ParsedWork, WaitingPair
from citekit.library.sources import source_of
from citekit.library.store import read
from citekit.match.citekeys import free_key
from citekit.match.duplicates import find_duplicates
from citekit.match.groups import Duplicates
from citekit.match.joined import join_items
from citekit.model import Item, Result


@dataclass(slots=True)
class Member:
    """An item of an input: from where, with the places that cite it."""

    source: str
    item: Item
    cited: list[Cited] = field(default_factory=list)

    @property
    def notes(self) -> list[str]:
        """The numbers of the notes that cite it, each once, in order."""
        return list(dict.fromkeys(cited.note for cited in self.cited))


@dataclass(slots=True)
class Deduped:
    """One library made of many, and how: ``keys`` are those of the members in the result, by their number."""

    items: list[Item]
    memory: Memory
    members: list[Member]
    keys: list[str]
    duplicates: Duplicates

    def key_notes(self, key: str) -> dict[str, list[str]]:
        """For each document that cites the item *key* the numbers of its notes."""
        found: dict[str, list[str]] = {}
        for member, own in zip(self.members, self.keys, strict=True):
            if own == key and member.cited:
                found.setdefault(member.source, []).extend(member.notes)
        return found


@dataclass(slots=True)
class Input:
    """What a document or library brings; open citations name works by the keys of the document's parse."""

    members: list[Member]
    citations: list[OpenCitation] = field(default_factory=list)


def input_of_document(result: Result) -> Input:
    """The works of a parsed document with their notes, and its open citations."""
    source = source_of(result, result.document.name)
    members = [Member(source.name, work.item, work.cited) for work in source.works]
    return Input(members, source.citations)


def input_of_library(loaded: Loaded, path: Path) -> Input:
    """The items of a library, with the notes that cite them where it remembers its documents."""
    cited: dict[str, list[Cited]] = {}
    for source, work in read(path).memory.works() if path.suffix == ".json" and path.exists() else ():
        for place in work.cited:
            cited.setdefault(work.key, []).append(replace(place, note=f"{source} {place.note}"))
    return Input([Member(loaded.name, item, cited.get(str(item["id"]), [])) for item in loaded.items])


def dedupe(library: Sequence[Item], memory: Memory, inputs: Sequence[Input], *, name: str = "") -> Deduped:
    """One library of the items of *library*, whose words and keys stand, and of all *inputs*.

    Args:
        library: what the writer keeps, called *name* in reports; empty where a new file is made.
        memory: the decisions made before, and what was remembered; it is changed.
        inputs: the other libraries and documents, in the order of their importance.
    """
    foreign = [member for one in inputs for member in one.members]
    members = [Member(name, item) for item in library] + foreign
    for member in members[: len(library)]:
        key = str(member.item["id"])
        member.cited = [c for _, work in memory.works() if work.key == key for c in work.cited]
    before = _remembered(members, memory, len(library))
    same, different = _decided(before, memory)
    found = find_duplicates((normalised(member.item) for member in members), same, different)
    items = [dict(item) for item in library]
    keys = [""] * len(members)
    taken = {str(item["id"]) for item in library}
    for group in found.groups:
        key = _make_one(group, members, len(library), items, memory, taken, before)
        for number in group:
            keys[number] = key
    if not library:
        _remember(memory, foreign, keys)
    memory.waiting = [
        WaitingPair(keys[w.one], keys[w.two], list(w.evidence), list(w.against))
        for w in found.waiting
        if keys[w.one] != keys[w.two] and not memory.decided(keys[w.one], keys[w.two])
    ]
    own = {(m.source, str(m.item["id"])): key for m, key in zip(members, keys, strict=True)}
    _keep_open([c for one in inputs for c in one.citations], own, memory)
    return Deduped(items, memory, members, keys, found)


def _keep_open(citations: Sequence[OpenCitation], own: dict[tuple[str, str], str], memory: Memory) -> None:
    """Let the open citations wait that the writer has not answered, with the keys of the new library."""
    again = {citation.source for citation in citations}
    memory.citations = [c for c in memory.citations if c.source not in again]
    for citation in citations:
        if not memory.answered(citation):
            keys = [own[citation.source, key] for key in citation.suggestions]
            memory.citations.append(replace(citation, suggestions=list(dict.fromkeys(keys))))


def _remembered(members: Sequence[Member], memory: Memory, library: int) -> list[str]:
    """The key under which each member is known from before, or the empty string."""
    known = {(source, str(work.item["id"])): work.key for source, work in memory.works()}
    return [
        str(member.item["id"]) if number < library else known.get((member.source, str(member.item["id"])), "")
        for number, member in enumerate(members)
    ]


def _decided(before: Sequence[str], memory: Memory) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The writer's decisions, on keys, as pairs of members."""
    numbers: dict[str, list[int]] = {}
    for number, key in enumerate(before):
        if key:
            numbers.setdefault(key, []).append(number)
    same, different = [], []
    for decision in memory.decisions:
        ones, twos = numbers.get(decision.one, []), numbers.get(decision.two, [])
        if decision.kind == "same":  # since then the works of both have the key of the first
            same += [((ones + twos)[0], number) for number in (ones + twos)[1:]]
        elif decision.kind == "different":
            different += [(one, two) for one in ones for two in twos]
    return same, different


def _make_one(
    group: Sequence[int],
    members: Sequence[Member],
    library: int,
    items: list[Item],
    memory: Memory,
    taken: set[str],
    before: Sequence[str],
) -> str:
    """Put the members of *group* into one item of *items*; its key."""
    kept = [number for number in group if number < library]
    foreign = [members[number].item for number in group if number >= library]
    if kept:
        key = str(members[kept[0]].item["id"])
        for number in kept[1:]:
            join_keys(items, memory, key, str(members[number].item["id"]))
        if foreign:
            place = next(n for n, item in enumerate(items) if item["id"] == key)
            whole = [items[place], *foreign]
            items[place] = join_items(whole)
            if items[place] != whole[0]:
                memory.joined.append(JoinedItems(key, whole, deepcopy(items[place])))
        return key
    held = next((before[n] for n in group if before[n] and before[n] not in taken), "")
    key = held or free_key(str(foreign[0]["id"]), taken)
    taken.add(key)
    made = {**in_order(join_items(foreign)), "id": key}
    items.append(made)
    memory.joined = [joined for joined in memory.joined if joined.key != key]
    if len(foreign) > 1:
        owners = [[(members[n].source, str(members[n].item["id"]))] for n in group]
        memory.joined.append(JoinedItems(key, foreign, deepcopy(made), owners))
    return key


def _remember(memory: Memory, inputs: Sequence[Member], keys: Sequence[str]) -> None:
    """Of a new file it is remembered where each of its items came from."""
    memory.sources = {}
    for member, key in zip(inputs, keys, strict=True):
        memory.sources.setdefault(member.source, []).append(ParsedWork(member.item, member.cited, key))
    present = set(keys)
    memory.joined = [joined for joined in memory.joined if joined.key in present]
