"""URLs, DOIs, dates of access, databases and the numbers documents have in them."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.languages import en_prints
from citekit.recognise.dates import date_at
from citekit.recognise.web import ACCESSED, CHANGED, DOI, ISBN, URL

_DOCUMENT_NUMBER = re.compile(
    r",?\s*\b(?:document|doc\.|document\s+(?:no\.?|number|ID))\s+"
    r"(?P<number>(?=[A-Z]*\d)[A-Z0-9](?:[A-Z0-9./-]{2,}[A-Z0-9]))"
)
_VENDOR = "|".join(en_prints.DATABASE_VENDORS)
_DATABASE = re.compile(
    rf"(?:^|(?<=[,.”]\s)|(?<=\s\())(?P<source>[A-Z](?:[^,.;()]|(?<=[A-Z])\.){{2,80}}?\((?:{_VENDOR})[^()]*\)|"
    rf"(?:[A-Z][^,.;()]{{2,80}}?\b)?(?:{'|'.join(en_prints.DATABASE_WORDS)})\b)"
)
_ITEM_NUMBER = re.compile(r"\b(?P<archive>[A-Z]{2,6})\s+Item\s+No\.?\s*(?P<number>[\d/-]+)")
_PUBLISHED_BY = re.compile(
    r",?\s*(?:and\s+)?published\s+by\s+(?:the\s+)?(?P<publisher>[A-Z][^,.;()]{2,80}?)"
    r"(?P<use>\s+for\s+internal\s+(?:use|circulation)(?:\s+only)?)?(?=[,.;()]|$)"
)


def read_addresses(draft: Draft) -> None:
    """Claim URL, DOI, ISBN, accessed, and the database and number of a digitised document."""
    text = draft.text
    if "10." in text:
        _claim(draft, DOI, "DOI", "doi", "doi")
    if "://" in text or "www." in text:
        _claim(draft, URL, "URL", "url", "url")
    if "ISBN" in text:
        match = ISBN.search(draft.rest)
        if match:
            draft.claim("ISBN", re.sub(r"[\s-]", "", match["isbn"]), match.start(), match.end(), "isbn")
    if "ed " in text or "ed:" in text:
        _dated(draft, ACCESSED, "accessed")
        _dated(draft, CHANGED, "issued")
    if "ocument" in text or "doc." in text:
        _claim(draft, _DOCUMENT_NUMBER, "number", "number", "database-number")
    if "Item No" in text:
        match = _ITEM_NUMBER.search(draft.rest)
        if match:
            draft.claim("archive", match["archive"], *match.span("archive"), "item-archive")
            draft.claim("number", match["number"], match.end("archive"), match.end(), "item-number")
    _database(draft)
    if "ublished by" in text:
        _published_by(draft)


def _claim(draft: Draft, pattern: re.Pattern[str], field: str, group: str, rule: str) -> None:
    match = pattern.search(draft.rest)
    if match:
        draft.claim(field, match[group], match.start(), match.end(), rule)


def _dated(draft: Draft, pattern: re.Pattern[str], field: str) -> None:
    """The date behind the words of *pattern*, with the bracket that closes behind it."""
    for match in pattern.finditer(draft.rest):
        found = date_at(draft.rest, match.end())
        if found is None:
            continue
        end = found.end
        if draft.rest[end : end + 1] in (")", "]") and re.match(r"\s*[(\[]", match[0]):
            end += 1
        draft.claim(field, found.date, match.start(), end, f"{field}-date")
        return


def _database(draft: Draft) -> None:
    if not any(word in draft.rest for word in en_prints.DATABASE_SIGNS):
        return
    match = _DATABASE.search(draft.rest)
    if match:
        draft.claim("source", match["source"], *match.span("source"), "database")


def _published_by(draft: Draft) -> None:
    match = _PUBLISHED_BY.search(draft.rest)
    if match is None:
        return
    draft.claim("publisher", match["publisher"], *match.span("publisher"), "published-by")
    draft.connect(match.start(), match.start("publisher"))
    if match["use"]:
        draft.connect(*match.span("use"))
