"""A work in a few words, and what sort of thing it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from citekit.model import Item
from citekit.report.values import date_in_words, family_of, name_in_words, script_language
from citekit.report.views import Label

KINDS = {
    "printed-document": "Document in a collection",
    "personal_communication": "Unpublished letter or telegram",
    "document": "Archival file or document",
    "manuscript": "Manuscript",
    "book": "Book",
    "chapter": "Chapter",
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "collection": "Issue or collection",
    "report": "Report",
    "thesis": "Thesis",
    "speech": "Speech",
    "interview": "Interview",
    "legislation": "Law or decree",
    "webpage": "Web page",
}
"""The kinds of works: CSL types, with the chapters that are archival documents apart."""

UNPUBLISHED = {"personal_communication", "document", "manuscript"}
_QUOTED = {
    "chapter",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "webpage",
    "speech",
    "thesis",
}
MOST_NAMES = 3
"""More authors than these are "and others"."""


def kind_of(item: Item) -> str:
    """The kind of a work: a key of :data:`KINDS`, or the CSL type where that has no other name."""
    kind = str(item.get("type", ""))
    if kind == "chapter" and (item.get("recipient") or item.get("original-date") or item.get("number")):
        return "printed-document"
    return kind


def kind_name(kind: str) -> str:
    """The name of a kind of works, "Post weblog" for a type without one here."""
    return KINDS.get(kind) or kind.replace("_", " ").replace("-", " ").capitalize() or "Unknown"


def is_archival(item: Item) -> bool:
    """Whether the work is a document of an archive, printed or not."""
    kind = kind_of(item)
    return kind in UNPUBLISHED or kind == "printed-document" or bool(item.get("archive"))


def date_of(item: Item) -> Mapping[str, Any]:
    """The date by which a historian knows the work: its own, else that of its publication."""
    return item.get("original-date") or item.get("issued") or {}


def label(item: Item) -> Label:
    """The work in a few words."""
    title = str(item.get("title", ""))
    head, genre = _head(item), str(item.get("genre", ""))
    if _names_its_parties(item, title):
        head = ""
    number = str(item.get("number", ""))
    if not head and not title:
        head = _kept(item) or str(item.get("container-title", "")) or str(item.get("URL", "")) or item["id"]
        source = ""
    else:
        source = _source(item)
    if not title and genre and item.get("recipient"):
        head, genre = f"{head}, {genre}", ""
    original = str(item.get("original-title", ""))
    return Label(
        head=head,
        date=date_in_words(date_of(item)),
        title=title,
        original=original,
        source=source,
        number=f"№ {number}" if number and is_archival(item) else number,
        quoted=bool(item.get("recipient")) or item.get("type") in _QUOTED,
        title_lang=script_language(title),
        original_lang=script_language(original),
    )


def _head(item: Item) -> str:
    authors, recipients = item.get("author") or (), item.get("recipient") or ()
    if recipients:
        return f"{_parties(authors) or 'Unknown'} to {_parties(recipients)}"
    if authors:
        return _listed(authors)
    editors = [] if is_archival(item) else item.get("editor") or []
    return f"{_listed(editors)} (ed.)" if editors else ""


def _names_its_parties(item: Item, title: str) -> bool:
    """Whether the title of a document says already who wrote to whom ("Shtykov to Stalin: ...")."""
    parties = [*(item.get("author") or ()), *(item.get("recipient") or ())]
    folded = title.casefold()
    return is_archival(item) and bool(parties) and all(family_of(p).casefold() in folded for p in parties)


def _parties(names: Sequence[Mapping[str, Any]]) -> str:
    """Correspondents as a sentence names them: "Mao, Zhou and Peng"."""
    called = [family_of(name) for name in names]
    if len(called) > MOST_NAMES:
        return f"{called[0]} and others"
    return " and ".join([", ".join(called[:-1]), called[-1]] if len(called) > 1 else called)


def _listed(names: Sequence[Mapping[str, Any]]) -> str:
    """Authors as a catalogue lists them: "Shen, Zhihua; Xia, Yafeng"."""
    called = [name_in_words(name) for name in names]
    return f"{called[0]} and others" if len(called) > MOST_NAMES else "; ".join(called)


def _source(item: Item) -> str:
    """Where the work stands and who published it."""
    volume, issue = item.get("volume"), item.get("issue")
    within = _joined(
        ", ",
        item.get("container-title"),
        f"vol. {volume}" if volume else "",
        f"no. {issue}" if issue else "",
    )
    year = date_in_words({"date-parts": [part[:1] for part in _parts(item.get("issued"))]})
    published = _joined(": ", item.get("publisher-place"), item.get("publisher"))
    imprint = _joined(", ", published, year if item.get("original-date") else "")
    return _joined(". ", within, imprint, _kept(item))


def _joined(between: str, *parts: object) -> str:
    return between.join(str(part) for part in parts if part)


def _parts(date: Any) -> Sequence[Sequence[int]]:
    return (date or {}).get("date-parts") or []


def _kept(item: Item) -> str:
    return _joined(", ", *(item.get(key) for key in ("archive", "archive_collection", "archive_location")))
