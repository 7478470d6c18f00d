"""Which work a short form means: creators and a short title, a title alone, a name alone."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.match.identity import Facts, creators
from citekit.model import Name, Reference
from citekit.resolve.collections import Collections, fill_from
from citekit.resolve.shelf import Holding, Shelf

_PARTS = frozenset({"chapter", "article-journal", "article-newspaper", "article-magazine"})


@dataclass(frozen=True, slots=True)
class Found:
    """The one work, or the several that fit; *listed*: so far only the bibliography has it."""

    holding: Holding | None = None
    candidates: tuple[Holding, ...] = ()
    listed: bool = False


def find_short_form(reference: Reference, own: Facts, shelf: Shelf, entries: Shelf) -> Found:
    """Look for the work among those cited before, then in the bibliography."""
    quoted = is_quoted(reference, own)
    named = _by_name_alone(own, shelf) if not quoted else None
    if named is not None:
        return Found(named)
    found, candidates = shelf.of_short_form(own, quoted=quoted)
    if found is not None or candidates:
        return Found(found, tuple(candidates))
    found, candidates = entries.of_short_form(own, quoted=quoted)
    return Found(found, tuple(candidates), listed=True)


def is_quoted(reference: Reference, own: Facts) -> bool:
    """Whether the title is that of a part: printed in quotation marks, or typed as such."""
    return own.values.get("type") in _PARTS or any(f.rule == "quoted-title" for f in reference.fields)


def _by_name_alone(own: Facts, shelf: Shelf) -> Holding | None:
    """ "Harding, 65.": one or two plain words before the pages are the name of an author cited before."""
    title = own.text("title")
    if not title or creators(own) or len(title.split()) > 2:
        return None
    found, _ = shelf.of_short_form(Facts({"author": (Name(family=title),)}), quoted=False)
    return found


def chapter_of_only_book(facts: Facts, own: Facts, shelf: Shelf, collections: Collections) -> None:
    """Complete *facts* in place: a quoted title by authors of exactly one book is a chapter of it."""
    book = shelf.of_creators(creators(own), kinds=frozenset({"book"}))
    collection = collections.find(book.facts.text("title"), creators=creators(book.facts)) if book else None
    if book is None or collection is None:
        return
    facts.values["type"] = "chapter"
    facts.values["author"] = book.facts.values.get("author", facts.values.get("author"))
    fill_from(facts, collection)
