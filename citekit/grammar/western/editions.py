"""Editions: "2nd ed.", "rev. ed." (Chicago 14.113); what is printed of them becomes the field."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.languages import en

_EDITION = re.compile(en.EDITION, re.IGNORECASE)
_EDITION_WORDS = re.compile(rf"\b{en.EDITION_WORDS}(?:\s+ed\.)?", re.IGNORECASE)


def claim_edition_ahead(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Claim an edition that opens the imprint ``text[start:end]``: "(2nd ed., London: Verso, 1990)"."""
    match = _EDITION.match(draft.text, start, end)
    if match:
        draft.claim("edition", match["ordinal"], start, match.end(), "edition-in-imprint")
        return match.end(), end
    match = _EDITION_WORDS.match(draft.text, start, end)
    if match:
        draft.claim(
            "edition", draft.text[start : match.end()].strip(), start, match.end(), "edition-in-imprint"
        )
        return match.end(), end
    return start, end


def read_edition(draft: Draft) -> None:
    """Claim "2nd ed.", "Rev. ed.": the ordinal alone, other editions as printed (data contract)."""
    if draft.has("edition") or "ed" not in draft.rest:
        return
    match = _EDITION.search(draft.rest)
    if match:
        draft.claim("edition", match["ordinal"], match.start(), match.end(), "edition-ordinal")
        return
    match = _EDITION_WORDS.search(draft.rest)
    if match:
        value = re.sub(r"(\bed\.)\s+ed\.$", r"\1", draft.text[match.start() : match.end()].strip())
        if value.endswith("ed") and draft.rest[match.end() : match.end() + 1] == ".":
            value += "."
        draft.claim("edition", value, match.start(), match.end(), "edition-words")
