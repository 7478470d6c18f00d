"""What has an imprint in a document: books cited themselves, and the books that cited parts stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citekit.lint.bibliography import containers
from citekit.lint.subject import Subject, Use
from citekit.match.titles import Relation, relation
from citekit.model import Item

PUBLISHED = frozenset(
    {"book", "chapter", "thesis", "article-journal", "article-magazine", "article-newspaper", "collection"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A published thing: its title, what all its citations together say, and the first of them."""

    title: str
    item: Item
    use: Use


def sources(subject: Subject) -> Iterator[Source]:
    """Each published work once, each book that holds cited chapters or documents once."""
    known: list[str] = []
    for use in subject.uses:
        work = use.work
        if work is None or subject.uses_of[work.id][0] is not use or work.item.get("type") not in PUBLISHED:
            continue
        item = work.item
        if any(name in item for name in ("archive", "archive_collection", "archive_location")):
            continue
        whole = item.get("type") == "chapter"
        title = next(containers(item), "") if whole else str(item.get("title", ""))
        if not title or any(_same(title, other) for other in known):
            continue
        known.append(title)
        yield Source(title, _fullest(subject, title, item, whole), use)


def _same(one: str, two: str) -> bool:
    return max(relation(one, two), relation(two, one)) >= Relation.ALIKE


def _fullest(subject: Subject, title: str, item: Item, whole: bool) -> Item:
    """The imprint as all works of that title together state it."""
    merged: Item = dict(item)
    for work in subject.works.values():
        own = (
            str(work.item.get("title", ""))
            if work.item.get("type") == "book"
            else next(containers(work.item), "")
        )
        if own and _same(own, title):
            for name in ("publisher", "publisher-place", "issued", "editor"):
                if name in work.item and (whole or work.item.get("type") == "book"):
                    merged.setdefault(name, work.item[name])
    return merged
