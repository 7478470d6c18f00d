"""Which entry of the bibliography stands for which work of the notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citekit.lint.subject import Subject
from citekit.match.titles import Relation, relation
from citekit.model import Item, Work

_CONTAINERS = ("container-title", "collection-title")


def titles(item: Item) -> Iterator[str]:
    """The titles of a work in every tongue."""
    custom = item.get("custom") or {}
    for text in (item.get("title"), item.get("original-title"), custom.get("translated-title")):
        if text:
            yield str(text)


def containers(item: Item) -> Iterator[str]:
    """The titles of what a work stands in, in every tongue, also of further places."""
    custom = item.get("custom") or {}
    places = [str(place.get("container-title", "")) for place in custom.get("also_in", ())]
    named = [str(item.get(name, "")) for name in _CONTAINERS]
    original = [str(custom.get(f"{kind}-container-title", "")) for kind in ("original", "translated")]
    yield from (title for title in (*named, *original, *places) if title)


def listed_works(subject: Subject) -> list[Work]:
    """The works that the bibliography has."""
    ids = dict.fromkeys(cite.work for read in subject.entries for cite in read.cites if cite.work)
    return [subject.works[work] for work in ids]


def cited_works(subject: Subject) -> list[Work]:
    """The works that the notes cite."""
    ids = dict.fromkeys(cite.work for read in subject.notes for cite in read.cites if cite.work)
    return [subject.works[work] for work in ids]


def one_of(wanted: Iterable[str], known: Iterable[str]) -> bool:
    """Whether one of the titles *wanted* is one of *known*, in full or in short."""
    wholes = list(known)
    return any(
        max(relation(one, other), relation(other, one)) >= Relation.ALIKE
        for one in wanted
        for other in wholes
    )
