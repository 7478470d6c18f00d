"""The library brought up to date with documents that have grown: merged, never replaced.

Keys stay, what the writer changed or added stays, what the documents say anew is taken in, and what no
document cites any more is marked (DESIGN, principle 6).  Nothing here touches the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from citekit.library.items import normalised
from citekit.library.layout import in_order, placed
from citekit.library.memory import Memory, OpenCitation, ParsedWork, WaitingPair
from citekit.library.recognised import follow_the_writer, recognise
from citekit.library.sources import Source
from citekit.library.three_way import MARK, Clash, merged
from citekit.match.citekeys import citekey, free_key
from citekit.match.duplicates import find_duplicates
from citekit.match.joined import join_items
from citekit.model import Diagnostic, Item


@dataclass(slots=True)
class Updated:
    """The library and its memory after a run, and what happened: keys by what was done to their items.

    ``uncited`` are those marked in this run because no document cites them any more; ``keys`` gives for each
    document parsed now the keys of its works by those of the parser.
    """

    items: list[Item]
    memory: Memory
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    uncited: list[str] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    keys: dict[str, dict[str, str]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def update(
    library: Sequence[Item],
    memory: Memory,
    sources: Sequence[Source],
    *,
    forget: Callable[[str], bool] = lambda _: False,
    restore: Iterable[str] = (),
    key_of: Callable[[Item], str] = citekey,
) -> Updated:
    """The library with *sources*, the documents of this run, merged into it.

    Args:
        library: the items as the writer has them, each with an id of its own.
        memory: what is remembered of it; it is changed.
        sources: the documents parsed now; others remembered stay as they are.
        forget: says of a remembered document whether it no longer counts.
        restore: keys that the writer deleted and wants back.
        key_of: makes the key of a new item.
    """
    result = Updated([dict(item) for item in library], memory)
    memory.sources = {name: works for name, works in memory.sources.items() if not forget(name)}
    memory.deleted = [key for key in memory.deleted if key not in set(restore)]
    for key in restore:
        memory.items.pop(key, None)
    result.renamed = follow_the_writer(result.items, memory)
    result.keys = {source.name: _take_in(source, result, key_of) for source in sources}
    _merge(result)
    memory.waiting = find_waiting(result.items, memory)
    memory.citations = [c for c in memory.citations if c.source in memory.sources] + _open(
        sources, result.keys, memory
    )
    return result


def _take_in(source: Source, result: Updated, key_of: Callable[[Item], str]) -> dict[str, str]:
    """Give the works of *source* their keys; the mapping from the parser's keys to those of the library."""
    memory = result.memory
    theirs = [work.key for work in source.works]
    works = [replace(work, key="") for work in source.works]
    old = memory.sources.pop(source.name, [])
    memory.citations = [c for c in memory.citations if c.source != source.name]
    recognise(works, old, result.items, memory)
    taken = {str(item["id"]) for item in result.items} | set(memory.items) | set(memory.deleted)
    taken |= {work.key for _, work in memory.works()} | {d.two for d in memory.decisions if d.kind == "same"}
    for work in works:
        if not work.key:
            work.key = free_key(key_of(work.item), taken)
            taken.add(work.key)
    memory.sources[source.name] = works
    return {parsers: work.key for parsers, work in zip(theirs, works, strict=True)}


def _merge(result: Updated) -> None:
    """Merge what all documents say now into what the writer has."""
    memory = result.memory
    parsed: dict[str, list[ParsedWork]] = {}
    for _, work in memory.works():
        parsed.setdefault(work.key, []).append(work)
    now = {key: parsed_item(key, works) for key, works in parsed.items()}
    spoken_for = {d.one for d in memory.decisions if d.kind == "citation" and d.source in memory.sources}
    for place, item in enumerate(result.items):
        key = str(item["id"])
        if key in now:
            after, happened = _merge_one(item, now.pop(key), result), result.changed
        elif key in memory.items and key not in spoken_for:
            after, happened = _marked(item), result.uncited
        else:
            continue
        if after != item:
            result.items[place] = after
            happened.append(key)
    for key, item in now.items():
        if key in memory.deleted:
            result.diagnostics.append(_deleted(key, parsed[key]))
            continue
        _insert(result.items, in_order(item))
        memory.items[key] = item
        result.added.append(key)


def parsed_item(key: str, works: Sequence[ParsedWork]) -> Item:
    """What all documents together say of the work called *key*."""
    return {**join_items([work.item for work in works]), "id": key}


def _merge_one(item: Item, theirs: Item, result: Updated) -> Item:
    """*item* with what is new in *theirs*; without a base the writer's item stands as it is."""
    key = str(item["id"])
    base = result.memory.items.get(key)
    result.memory.items[key] = theirs
    after, clashes = merged(base, item, theirs) if base is not None else (dict(item), [])
    result.diagnostics += [_told(clash) for clash in clashes]
    custom = after.get("custom")
    if isinstance(custom, dict) and MARK in custom:
        custom = {name: value for name, value in custom.items() if name != MARK}
        after = {**after, "custom": custom}
        if not custom:
            del after["custom"]
    return after


def _marked(item: Item) -> Item:
    custom = item.get("custom")
    return placed(item, "custom", {**(custom if isinstance(custom, dict) else {}), MARK: True})


def _insert(items: list[Item], item: Item) -> None:
    """A new item goes to its place among the keys if they are in order, else to the end."""
    ids = [str(other["id"]) for other in items]
    place = len(items)
    if ids == sorted(ids):
        place = next((n for n, other in enumerate(ids) if other > item["id"]), place)
    items.insert(place, item)


def _told(clash: Clash) -> Diagnostic:
    return Diagnostic(
        "library-clash",
        f"{clash.key}, {clash.field}: you have {_shown(clash.writer)}, the document now says "
        f"{_shown(clash.document)} (before: {_shown(clash.before)}). Yours stands.",
        help="If the document is right, change the library by hand.",
    )


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, dict) and "date-parts" in value:
        return "/".join("-".join(str(n) for n in point) for point in value["date-parts"])
    if isinstance(value, list) and all(isinstance(name, dict) for name in value):
        names = (name.get("literal") or f"{name.get('given', '')} {name.get('family', '')}" for name in value)
        return "; ".join(" ".join(name.split()) for name in names)
    return str(value)


def _deleted(key: str, works: Sequence[ParsedWork]) -> Diagnostic:
    notes = list(dict.fromkeys(c.note for work in works for c in work.cited))
    return Diagnostic(
        "library-deleted-but-cited",
        f"{key} is not in the library because you took it out, but notes cite it: {', '.join(notes[:8])}.",
        "info",
        help="To have it back: citekit update --restore KEY.",
    )


def find_waiting(items: Sequence[Item], memory: Memory) -> list[WaitingPair]:
    """The pairs of *items* that may be one work and that the writer has not judged."""
    keys = [str(item["id"]) for item in items]
    number = {key: n for n, key in enumerate(keys)}
    apart = [
        (number[d.one], number[d.two])
        for d in memory.decisions
        if d.kind == "different" and d.one in number and d.two in number
    ]
    found = find_duplicates(map(normalised, items), different=apart)
    pairs = [(w.one, w.two, list(w.evidence), list(w.against)) for w in found.waiting]
    pairs += [(m.one, m.two, [m.step, *m.evidence], []) for m in found.merges]
    return [
        WaitingPair(keys[min(one, two)], keys[max(one, two)], evidence, against)
        for one, two, evidence, against in pairs
        if not memory.decided(keys[one], keys[two])
    ]


def _open(
    sources: Sequence[Source], parsers_keys: dict[str, dict[str, str]], memory: Memory
) -> list[OpenCitation]:
    return [
        replace(citation, suggestions=[parsers_keys[source.name][key] for key in citation.suggestions])
        for source in sources
        for citation in source.citations
        if not memory.answered(citation)
    ]
