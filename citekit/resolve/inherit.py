"""What a citation takes over from the one before it: "Ibid. + new document", "; д. 22, л. 27"."""

from __future__ import annotations

from citekit.languages.en import CORRESPONDENCE
from citekit.match.identity import Facts, identifiers
from citekit.model import Date, Name, Reference
from citekit.resolve.archives import inherit_archive
from citekit.resolve.chain import Chain, Link
from citekit.resolve.collections import Collection, Collections, fill_from

_PERIODICAL_TITLES = ("custom.original-container-title", "custom.translated-container-title")
_PLACED = frozenset({"container-title", "editor", "archive", "publisher"})


def goes_on(reference: Reference, facts: Facts, chain: Chain) -> bool:
    """Whether a printed document, behind another in the same note, stands in the same collection."""
    if reference.back is not None or not chain.here or facts.values.get("type") != "chapter":
        return False
    return chain.here[-1].facts.values.get("type") == "chapter" and not _PLACED & facts.values.keys()


def inherit(facts: Facts, antecedent: Link, collections: Collections) -> Collection | None:
    """Complete *facts* in place with the archive, collection or book of *antecedent*.

    Gives the collection back, None where it is an archive or nothing.
    """
    before = antecedent.facts
    day = str(facts.values.pop("custom.day", ""))
    if (
        inherit_archive(facts, before)
        or _inherit_periodical(facts, before, day)
        or _inherit_file(facts, before)
    ):
        if "archive_location" in facts.values or "archive_collection" in facts.values:
            _make_unprinted(facts)
        return None
    collection = _collection_of(antecedent, collections)
    if collection is None:
        return None
    if before.values.get("type") != "chapter":
        _make_chapter(facts, before)
    nearest, collection = collection, collections.of_series(facts, collection)
    if collection is nearest and before.values.get("type") == "chapter":
        for name in ("issue", "issued"):  # of a bulletin; the same title has many
            if name in before.values:
                facts.values.setdefault(name, before.values[name])
    fill_from(facts, collection)
    if facts.values.get("type", "document") == "document":
        facts.values["type"] = "chapter"
    if antecedent.volume and collection is nearest:
        facts.values.setdefault("volume", antecedent.volume)
    return collection


def _inherit_periodical(facts: Facts, before: Facts, day: str) -> bool:
    """ "Там же. 1950. 28 июня", "Там же. 28 июня" behind a newspaper: the same newspaper of another day."""
    if not before.text("type").startswith("article") or not (
        day or {"issued", "issue"} & facts.values.keys()
    ):
        return False
    if {"container-title", "archive", "publisher"} & facts.values.keys():
        return False
    for name in ("container-title", "type", "language", "publisher-place", *_PERIODICAL_TITLES):
        if name in before.values:
            facts.values.setdefault(name, before.values[name])
    issued = before.values.get("issued")
    if isinstance(issued, Date) and issued.year and "issued" not in facts.values:
        parts = (issued.year, *map(int, day.split("-"))) if day else (issued.year,)
        facts.values["issued"] = Date((parts,))
    return True


def _inherit_file(facts: Facts, before: Facts) -> bool:
    """ "Письмо ... // Там же. Л. 174": another document of the file that was cited before."""
    if not (facts.is_letter or "original-date" in facts.values) or "archive_location" not in before.values:
        return False
    if "container-title" in facts.values or "container-title" in before.values:
        return False
    numbered = identifiers(before)[0] is not None  # a decimal number is given to one paper, not to a file
    for name in ("archive", "archive-place", "archive_collection", "archive_location"):
        if name in before.values and not (numbered and name == "archive_location"):
            facts.values.setdefault(name, before.values[name])
    return True


def _make_unprinted(facts: Facts) -> None:
    """A document that "ibid." places in an archive is no part of a book; a letter there has no title but one
    that says what it is about (data contract, "titles").
    """
    values = facts.values
    if values.get("type") != "chapter" or "container-title" in values:
        return
    genre = facts.text("genre")
    sent = facts.is_letter and (not genre or genre in CORRESPONDENCE)
    values["type"] = "personal_communication" if sent else "document"
    if facts.is_letter and ":" not in facts.text("title"):
        values.pop("title", None)


def author_before(chain: Chain) -> tuple[Name, ...]:
    """The authors of the citation before, for "Он же", "Idem" and "——"."""
    found = chain.antecedents()
    return found[-1].facts.names("author") if found else ()


def _collection_of(antecedent: Link, collections: Collections) -> Collection | None:
    values = antecedent.facts.values
    if antecedent.collection is not None and values.get("type") == "chapter":
        return antecedent.collection
    if values.get("type") in ("book", "collection") or "container-title" in values:
        return collections.find(str(values.get("container-title") or values.get("title") or ""))
    return None


def _make_chapter(facts: Facts, book: Facts) -> None:
    """A chapter after Ibid. in a book by authors is by the same authors."""
    if "author" not in facts.values and "author" in book.values and not facts.is_letter:
        facts.values["author"] = book.values["author"]
    facts.values["type"] = "chapter"
