"""What is left when a citation has been read: connecting words, and the house that keeps a document."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.runs import clean_title
from citekit.languages import en
from citekit.names import is_body

_PIECE = re.compile(rf"[^{BLANK}]+")
_WORD = re.compile(r"[\w’']+")
_EDGES = " \t,.;:()[]“”\"‘’'–—-*"
_UNPUBLISHED = frozenset({"document", "interview", "personal_communication", "speech"})


def read_leftover(draft: Draft) -> None:
    """Connect words that only join ("in the", "at", "from"); claim what else can only be one thing."""
    for match in list(_PIECE.finditer(draft.rest)):
        text = match[0].strip(_EDGES)
        words = _WORD.findall(text.casefold())
        if words and all(word in en.CONNECTIVES for word in words):
            draft.connect(match.start(), match.end())
            continue
        if not words or not text[0].isupper():
            continue
        start = match.start() + match[0].index(text)
        _claim(draft, text, start, start + len(text))


def _claim(draft: Draft, text: str, start: int, end: int) -> None:
    kind = draft.get("type")
    archival = any(word in text for word in en.ARCHIVE_WORDS)
    if kind in _UNPUBLISHED and archival and not draft.has("archive") and is_body(text.split(",")[0]):
        house, comma, place = text.partition(",")
        draft.claim("archive", house, start, start + len(house), "house-left")
        if comma and place.strip():
            draft.claim("archive-place", place.strip(), end - len(place.strip()), end, "place-of-house")
    elif kind == "webpage" and not draft.has("container-title") and not draft.has("publisher"):
        draft.claim("container-title", clean_title(text), start, end, "web-site")
