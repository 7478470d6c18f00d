"""URLs, DOIs, dates of access, databases and the numbers documents have in them."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.recognise.dates import read_date
from citekit.recognise.web import ACCESSED, DOI, ISBN, URL

_DOCUMENT_NUMBER = re.compile(r",?\s*\b(?:document|doc\.|document\s+(?:no\.?|number))\s+(?P<number>(?=[A-Z]*\d)[A-Z0-9][A-Z0-9./-]{3,})")
_DATABASE = re.compile(
    r"(?:^|(?<=[,.]\s))(?P<source>[A-Z][^,.;()]{3,80}?\((?:Gale|ProQuest|EBSCO|HeinOnline|JSTOR|Brill|Adam Matthew)[^()]*\)|"
    r"[A-Z][^,.;()]{3,60}?\b(?:Documents Online|Collections Online|Digital Archive|Digital Collections?|Database|Wikisource))"
)
_ITEM_NUMBER = re.compile(r"\b(?P<archive>[A-Z]{2,6})\s+Item\s+No\.?\s*(?P<number>[\d/-]+)")
_PUBLISHED_BY = re.compile(
    r",?\s*(?:and\s+)?published\s+by\s+(?:the\s+)?(?P<publisher>[A-Z][^,.;()]{2,80}?)(?P<use>\s+for\s+internal\s+(?:use|circulation)(?:\s+only)?)?(?=[,.;()]|$)"
)


def read_addresses(draft: Draft) -> None:
    """Claim URL, DOI, ISBN, accessed, and the database and number of a digitised document."""
    text = draft.text
    if "10." in text:
        _doi(draft)
    if "://" in text or "www." in text:
        match = URL.search(draft.rest)
        if match:
            draft.claim("URL", match["url"], match.start(), match.end(), "url")
    if "ISBN" in text:
        match = ISBN.search(draft.rest)
        if match:
            draft.claim("ISBN", re.sub(r"[\s-]", "", match["isbn"]), match.start(), match.end(), "isbn")
    _access(draft)
    if "ocument" in text or "doc." in text:
        match = _DOCUMENT_NUMBER.search(draft.rest)
        if match:
            draft.claim("number", match["number"], match.start(), match.end(), "database-number")
    if "Item No" in text:
        match = _ITEM_NUMBER.search(draft.rest)
        if match:
            draft.claim("archive", match["archive"], match.start("archive"), match.end("archive"), "item-archive")
            draft.claim("number", match["number"], match.end("archive"), match.end(), "item-number")
    if "Online" in text or "Digital" in text or "(" in text:
        match = _DATABASE.search(draft.rest)
        if match:
            draft.claim("source", match["source"], match.start("source"), match.end("source"), "database")
    if "ublished by" in text:
        match = _PUBLISHED_BY.search(draft.rest)
        if match:
            draft.claim("publisher", match["publisher"], match.start("publisher"), match.end("publisher"), "published-by")
            draft.connect(match.start(), match.start("publisher"))
            if match["use"]:
                draft.connect(match.start("use"), match.end("use"))


def _doi(draft: Draft) -> None:
    match = DOI.search(draft.rest)
    if match is None:
        return
    start, end = match.start(), match.end()
    if start and draft.text[start - 1] == "<":
        start -= 1
    if draft.text[end : end + 1] == ">":
        end += 1
    draft.claim("DOI", match["doi"], start, end, "doi")


def _access(draft: Draft) -> None:
    match = ACCESSED.search(draft.rest)
    if match is None:
        return
    date = read_date(match["date"])
    if date:
        draft.claim("accessed", date, match.start(), match.end(), "accessed")
