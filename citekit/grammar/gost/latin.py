"""Documents and titles in Latin letters within a Russian record.

"Doe to Roe, telegram, October 11, 1950, № 16008 // Declassified Archives (解密档案) / ed. by J. Smith. London, 2015.
P. 5": the heading is read as in western notes, and what stands in brackets behind a title is its original or its
translation.
"""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import Draft
from citekit.grammar.gost.window import Window, strip
from citekit.grammar.western.parties import english_genre, names_document, read_parties
from citekit.grammar.western.runs import original_at_end
from citekit.languages import en
from citekit.model import Field
from citekit.names import is_body
from citekit.recognise.dates import DateMatch, find_date, find_dates

_CYRILLIC = re.compile("[А-Яа-яЁё]")
_NUMBER = re.compile(r",?\s(?:№|[Nn]o\.)\s?(?P<number>\d[\w./-]*)$")
_KIND = re.compile(
    rf",\s(?P<kind>{'|'.join(sorted(map(re.escape, en.GENRES), key=len, reverse=True))})$", re.IGNORECASE
)
_TRANSLATION = re.compile(r"^(?P<title>.*\S)\s\[(?P<translation>[^\[\]]*[A-Za-z]{3}[^\[\]]*)\](?:\.\s(?P<house>.+))?$")
_SHORT = re.compile(r"[A-ZÀ-Ý“].{5,300}?(?:1[5-9]|20)\d\d(?=\.?$|\.\s(?:Vol|T|P|L)\.\s?\d)")
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


def read_short(draft: Draft, window: Window, context: Context) -> bool:
    """A document cited again: "Doe to Roe, May 5, 1950. Vol. 4. P. 175"; False where it is none."""
    head = _SHORT.match(draft.rest, window.start, window.end)
    if head is None or find_date(draft.rest, window.start, head.end()) is None:
        return False
    return read_heading(draft, Window(window.start, head.end()), context, printed=True)


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
