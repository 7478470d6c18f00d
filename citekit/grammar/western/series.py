"""The series of a book: the run between its title and its imprint (Chicago 14.123)."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.kinds import is_transliterated_russian
from citekit.grammar.western.runs import clean_title, strip
from citekit.languages import en_prints
from citekit.model import Field, Span

_SERIES = re.compile(
    rf"\b(?:{'|'.join(en_prints.SERIES_WORDS)})\b|\bseriia\b|\bseriya\b|biblioteka", re.IGNORECASE
)


def read_series(draft: Draft, start: int, limit: int) -> None:
    """The run between title and imprint is the series: "Studies in X." (Chicago 14.123)."""
    left, right = strip(draft, start, limit)
    for mark in ("(", "["):
        at = draft.rest.find(mark, left, right)
        if at >= 0:
            right = at
    at = draft.rest.find(BLANK, left, right)
    left, right = strip(draft, left, at if at >= 0 else right)
    text = draft.text[left:right]
    if right - left < 3 or _lengthens_russian_title(draft, left, right):
        return
    if not text[0].isupper() or len(text.split()) > 14:
        return
    number = re.search(r",?\s+(?:no\.|vol\.|№)?\s*(?P<n>\d+)$", text)
    if number:
        at = left + number.start("n")
        draft.claim("collection-number", number["n"], at, right, "series-number")
        right = left + number.start()
    draft.claim("collection-title", clean_title(draft.text[left:right]), left, right, "series")


def _lengthens_russian_title(draft: Draft, left: int, right: int) -> bool:
    """Whether ``text[left:right]`` goes on with a romanised Russian title, and if so lengthen it.

    Russian title pages divide title and subtitle by a full stop (GOST R 7.0.5-2008, 6.2.1), and romanising
    authors keep it: "Obshchestvo i vlast'. 1930-e gody. Povestvovanie v dokumentakh".
    """
    index = next(
        (i for i, f in enumerate(draft.fields) if f.name in ("title", "container-title")),
        None,
    )
    if index is None or _SERIES.search(draft.text, left, right):
        return False
    title = draft.fields[index]
    start, end = title.span.start - draft.base, title.span.end - draft.base
    if draft.text[end:left].strip() != "." or not is_transliterated_russian(draft.text[start:right]):
        return False
    while right < len(draft.text) and draft.text[right] == ".":
        right += 1
    whole = clean_title(draft.text[start:right])
    draft.fields[index] = Field(title.name, whole, Span(title.span.start, right + draft.base), title.rule)
    draft.blank(left, right)
    return True
