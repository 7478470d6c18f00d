"""What has an imprint in a document: books cited themselves, and the books that cited parts stand in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from citekit.lint.bibliography import Titles, containers
from citekit.lint.subject import Subject, Use
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


@lru_cache(maxsize=1)
def sources(subject: Subject) -> tuple[Source, ...]:
    """Each published work once, each book that holds cited chapters or documents once."""
    known = Titles()
    found: list[Source] = []
    for use in subject.uses:
        work = use.work
        if work is None or subject.uses_of[work.id][0] is not use or not _is_published(work.item):
            continue
        part = work.item.get("type") == "chapter"
        title = next(containers(work.item), "") if part else str(work.item.get("title", ""))
        at = known.find(title) if title else None
        if at is not None:
            _add(found[at].item, work.item)
        elif title:
            known.add(title)
            found.append(Source(title, dict(work.item), use))
    return tuple(found)


def _is_published(item: Item) -> bool:
    kept = any(name in item for name in ("archive", "archive_collection", "archive_location"))
    return item.get("type") in PUBLISHED and not kept


def _add(item: Item, other: Item) -> None:
    """What another part of the same book, or its entry in the bibliography, says of the imprint."""
    for name in ("publisher", "publisher-place", "issued"):
        if name in other:
            item.setdefault(name, other[name])
