"""Theses and manuscripts: "PhD diss., Stanford University, 2008" (Chicago 14.224)."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.languages import en
from citekit.model import Date

_THESIS = re.compile(en.THESIS, re.IGNORECASE)
_MANUSCRIPT = re.compile(
    r"unpublished\s+(?:manuscript|ms\.?|typescript|paper|memoirs?|diary)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def read_thesis(draft: Draft, start: int, end: int) -> bool:
    """Claim genre, publisher (the university) and issued of a thesis or manuscript stated in
    ``text[start:end]``.
    """
    match = _THESIS.search(draft.rest, start, end) if "hes" in draft.rest or "iss" in draft.rest else None
    kind = "thesis"
    if match is None and "npublished" in draft.rest:
        match, kind = _MANUSCRIPT.search(draft.rest, start, end), "manuscript"
    if match is None:
        return False
    year = _YEAR.search(draft.rest, match.end(), end)
    until = year.start() if year else match.end() + len(draft.rest[match.end() : end].rstrip(" ."))
    if year:
        draft.claim("issued", Date(((int(year[0]),),)), year.start(), year.end(), "thesis-year")
    place = draft.text[match.end() : until]
    university = place.strip(" ,.:")
    if university:
        at = match.end() + place.index(university)
        draft.claim("publisher", university, at, at + len(university), "thesis-university")
    draft.claim(
        "genre", draft.text[match.start() : match.end()].strip(), match.start(), match.end(), "thesis-kind"
    )
    draft.imply("type", kind, match.start(), match.end(), "thesis-kind")
    return True
