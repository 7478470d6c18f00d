"""The results of one or several documents as one material: keys that clash are told apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.export._format import Material
from citekit.model import Item, ReadNote, Result


def material_of(results: Sequence[Result]) -> Material:
    """The works and notes of *results*.

    Works of different documents are kept apart (joining them is the work of ``citekit dedupe``), but an item
    that is the same in every field is listed once.  Where two documents use one key for different works, the
    later one gets a letter, in its citations too.
    """
    items: dict[str, Item] = {}
    notes: list[ReadNote] = []
    sources: list[str] = []
    for result in results:
        keys: dict[str, str] = {}
        for work in result.works:
            key = next(key for key in _keys(work.id) if items.get(key, work.item) in _as(work.item, key))
            items[key] = work.item if key == work.id else {**work.item, "id": key}
            keys[work.id] = key
        notes.extend(_renamed(note, keys) for note in result.notes)
        sources.extend(result.document.name for _ in result.notes)
    return Material(list(items.values()), notes, sources if len(results) > 1 else ())


def _as(item: Item, key: str) -> tuple[Item, ...]:
    return (item, {**item, "id": key})


def _keys(key: str) -> Iterator[str]:
    """The key itself, then with a, b, ... z, 27, 28, ... behind it."""
    yield key
    yield from (key + letter for letter in "abcdefghijklmnopqrstuvwxyz")
    yield from (f"{key}-{number}" for number in itertools.count(27))


def _renamed(note: ReadNote, keys: dict[str, str]) -> ReadNote:
    if all(cite.work is None or keys.get(cite.work) == cite.work for cite in note.cites):
        return note
    return replace(
        note, cites=tuple(replace(c, work=None if c.work is None else keys[c.work]) for c in note.cites)
    )
