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
_CODE = re.compile(r"(?:[A-Z]{2,4}-)?[A-ZА-Я]{0,4}[\dA-Z]*\d[\w/.-]*")
_REMARK = re.compile(
    r"\s*[(\[](?:all\s+)?(?:(?:my|author[’']s)\s+)?(?:emphas[ie]s|italics|translations?|"
    r"ellipsis)\b[^()\[\]]{0,40}[)\]]\.?\s*$",
    re.IGNORECASE,
)


def read_remark(draft: Draft) -> None:
    """Take "(emphasis added)" at the end out of the rest: it says nothing of the work."""
    match = _REMARK.search(draft.rest) if draft.text.rstrip(" .")[-1:] in (")", "]") else None
    if match:
        draft.connect(match.start(), match.end())


def connect_words(draft: Draft) -> None:
    """Connect what is left where it is words that only join ("in the", "see esp.", "at")."""
    for match in list(_PIECE.finditer(draft.rest)):
        words = _WORD.findall(match[0].casefold())
        if words and all(word in en.CONNECTIVES for word in words):
            draft.connect(match.start(), match.end())


def read_leftover(draft: Draft) -> None:
    """Connect words that only join; claim what else can only be one thing."""
    connect_words(draft)
    for match in list(_PIECE.finditer(draft.rest)):
        text = match[0].strip(_EDGES)
        if text and text[0].isupper():
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
    elif kind in _UNPUBLISHED and text.casefold() in en.GENRES and not draft.has("genre"):
        draft.claim("genre", en.GENRES[text.casefold()], start, end, "genre-left")
    elif kind == "document" and _CODE.fullmatch(text) and not draft.has("number"):
        draft.claim("number", text, start, end, "code-left")
    elif kind == "webpage" and not draft.has("container-title") and not draft.has("publisher"):
        draft.claim("container-title", clean_title(text), start, end, "web-site")
