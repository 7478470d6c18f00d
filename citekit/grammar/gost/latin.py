"""Documents and titles in Latin letters within a Russian record.

"Doe to Roe, telegram, October 11, 1950, № 16008 // Declassified Archives (解密档案). London, 2015. P. 5": the
heading is read as in western notes, and what stands in brackets behind a title is its original or its
translation.
"""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.gost.window import Window, strip
from citekit.grammar.western.imprint import is_publisher
from citekit.grammar.western.parties import english_genre, names_document, read_parties
from citekit.grammar.western.runs import original_at_end, sentence_end
from citekit.languages import en
from citekit.model import Date, Field, Name
from citekit.names import is_body
from citekit.recognise import russian_imprint
from citekit.recognise.dates import DateMatch, find_date, find_dates

_CYRILLIC = re.compile("[А-Яа-яЁё]")
_NUMBER = re.compile(r",?\s(?:№|[Nn]o\.)\s?(?P<number>\d[\w./-]*(?:,\s\d+)*)$")
_KIND = re.compile(
    rf",\s(?P<kind>{'|'.join(sorted(map(re.escape, en.GENRES), key=len, reverse=True))})$", re.IGNORECASE
)
_TRANSLATION = re.compile(
    r"^(?P<title>.*\S)\s\[(?P<translation>[^\[\]]*[A-Za-z]{3}[^\[\]]*)\](?:\.\s(?P<house>.+))?$"
)
_SHORT = re.compile(r"[A-ZÀ-Ý“].{5,300}?(?:1[5-9]|20)\d\d(?=\.?$|\.\s(?:Vol|T|P|L)\.\s?\d)")
_HOUSE = re.compile(r"[.?!]\s(?P<house>[A-Z][^.:;()]{4,80}),\s(?P<year>(?:1[5-9]|20)\d\d)(?=\.(?:\s|$)|$)")
# "Andrei A. Doe to Roe": initials within a name in its own order head no record
_DIRECT = re.compile(r"[A-Z][\w’'-]+\s(?:[A-Z]\.\s?)+\s?[A-Z][\w’'-]+\sto\s[A-Z]")
_TITLE_AHEAD = re.compile(r"\.\s[A-ZÀ-Ý“\"][^.]{4,}")
_TITLES = {
    "title": ("original-title", "custom.translated-title"),
    "container-title": ("custom.original-container-title", "custom.translated-container-title"),
}


def is_latin(text: str) -> bool:
    """Whether *text* has no Russian letters."""
    return not _CYRILLIC.search(text)


def read_heading(draft: Draft, window: Window, context: Context, *, printed: bool) -> bool:
    """Read the heading of a document in *window*, its kind, date and number; False where it is none."""
    inner = strip(draft, window)
    if not inner or not is_latin(draft.text[inner.start : inner.end]):
        return False
    end = inner.end
    number = _NUMBER.search(draft.rest, inner.start, end)
    end = number.start() if number else end
    date = _date_at_end(draft, inner.start, end)
    end = date.start if date else end
    end = strip(draft, Window(inner.start, end)).end
    kind = _KIND.search(draft.rest, inner.start, end)
    end = kind.start() if kind else end
    heading = draft.text[inner.start : end]
    original = original_at_end(heading)
    title = heading[: original.start()] if original else heading
    known = bool(number) or bool(original and names_document(original["original"]))
    parties = read_parties(title, context.evidence, certain=known, dated=date is not None)
    if not (number or kind or (parties.sender and parties.recipient) or (date and english_genre(title))):
        return False
    if number:
        draft.claim("number", number["number"], *number.span(), "number-of-document")
    if date:
        draft.claim("original-date", date.date, date.start, date.end, "date-of-document")
    genre = kind["kind"].casefold() if kind else ""
    if kind:
        draft.claim("genre", en.GENRES[genre], *kind.span(), "genre-behind-heading")
    elif parties.genre or english_genre(title):
        draft.imply("genre", parties.genre or english_genre(title), inner.start, end, "genre-of-heading")
    if parties.sender and not draft.has("author"):
        draft.imply("author", parties.sender, inner.start, end, "sender")
    if parties.recipient:
        draft.imply("recipient", parties.recipient, inner.start, end, "addressee")
    if not printed and parties.recipient and (draft.has("archive") or draft.has("archive_location")):
        draft.drop("type")
        draft.imply("type", "personal_communication", inner.start, end, "letter")
        draft.connect(inner.start, end)  # an unpublished letter has no title but its parties
    elif end > inner.start:
        draft.claim("title", heading, inner.start, end, "heading-of-document")
    return True


def names_parties(draft: Draft, window: Window) -> bool:
    """Whether the heading of a document begins with its sender ("Andrei A. Doe to Roe, telegram")."""
    inner = strip(draft, window)
    return _DIRECT.match(draft.rest, inner.start, inner.end) is not None


def read_body(draft: Draft, start: int, end: int) -> int:
    """Claim a body that heads a record, before a full stop and the title; where the title begins."""
    while start < end and draft.rest[start] in f" .,{BLANK}":
        start += 1
    if draft.has("author") or not is_latin(draft.text[start:end]):
        return start
    stop = sentence_end(draft.rest, start, end)
    name = draft.rest[start:stop]
    if not _TITLE_AHEAD.match(draft.rest, stop, end) or BLANK in name or not is_body(name):
        return start
    draft.claim("author", (Name(literal=name),), start, stop, "body-heading")
    return stop


def read_short(draft: Draft, window: Window, context: Context) -> bool:
    """A document cited again: "Doe to Roe, May 5, 1950. Vol. 4. P. 175"; False where it is none."""
    head = _SHORT.match(draft.rest, window.start, window.end)
    if head is None or find_date(draft.rest, window.start, head.end()) is None:
        return False
    return read_heading(draft, Window(window.start, head.end()), context, printed=True)


def read_house(draft: Draft, window: Window) -> None:
    """ ". Office of History, 1974" at the end of a record: a house without its place."""
    match = _HOUSE.search(draft.rest, window.start, window.end)
    if match is None or russian_imprint.find(draft.rest, window.start, window.end):
        return
    if is_latin(match["house"]) and is_publisher(match["house"]):
        draft.claim("publisher", match["house"], *match.span("house"), "house-without-place")
        draft.claim("issued", Date(((int(match["year"]),),)), *match.span("year"), "year-of-house")


def _date_at_end(draft: Draft, start: int, end: int) -> DateMatch | None:
    """The date with a month that ends the heading."""
    for found in find_dates(draft.rest, start, end):
        if found.is_precise and not draft.rest[found.end : end].strip(" ,."):
            return found
    return None


def divide_titles(draft: Draft) -> None:
    """Take original and translation out of the titles of a Latin record."""
    divided: list[Field] = []
    for entry in draft.fields:
        parts = _divided(entry, draft) if entry.name in _TITLES and isinstance(entry.value, str) else None
        divided += parts or [entry]
    draft.fields = divided


def _divided(entry: Field, draft: Draft) -> list[Field] | None:
    text = str(entry.value)
    original_name, translated_name = _TITLES[entry.name]
    original = original_at_end(text)
    if original and not draft.has(original_name):
        return [
            Field(entry.name, text[: original.start()], entry.span, entry.rule),
            Field(original_name, original["original"], entry.span, "original-in-brackets"),
        ]
    translated = _TRANSLATION.match(text)
    if translated is None or draft.has(translated_name):
        return None
    house = translated["house"]
    if house and (draft.has("publisher") or not is_body(house)):
        return None
    found = [
        Field(entry.name, translated["title"], entry.span, entry.rule),
        Field(translated_name, translated["translation"], entry.span, "translation-in-brackets"),
    ]
    return [*found, Field("publisher", house, entry.span, "house-behind-title")] if house else found
