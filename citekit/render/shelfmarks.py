"""Shelfmarks of archives: fond, opis and delo, or collection and box; leaves or pages within them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.render.items import CYRILLIC

UNPUBLISHED = frozenset(("document", "personal_communication", "manuscript"))
_FOND = re.compile(r"(?:ф|фонд|f|fond)\b\.?\s*[РP\d]", re.IGNORECASE)
_OPIS = re.compile(r"\b(?:оп|опись|op|opis|д|дело|d|delo)\b\.?\s*\d", re.IGNORECASE)


def is_fond(item: Mapping[str, Any]) -> bool:
    """Whether the shelfmark is of fond, opis and delo, which is read from the repository down to the leaf."""
    collection, location = str(item.get("archive_collection") or ""), str(item.get("archive_location") or "")
    if _FOND.match(collection) or _FOND.match(location):
        return True
    return bool(item.get("archive")) and bool(_OPIS.match(location))


def locator_label(item: Mapping[str, Any], label: str) -> str:
    """The label of a locator: in a Russian archive what is cited is a leaf, not a page."""
    if label == "page" and item.get("type") in UNPUBLISHED and is_fond(item):
        return "folio"
    return label


def shelfmark(item: Mapping[str, Any]) -> str:
    """Fond, opis and delo (or collection, box and folder) as one reference, parted as its parts are."""
    parts = [str(item.get(key) or "") for key in ("archive_collection", "archive_location")]
    full_stops = is_fond(item) and bool(CYRILLIC.search(parts[1])) and ", " not in parts[1]
    return joined_parts(parts, "ru" if full_stops else "en")


_LABELS = re.compile(
    r"(?:^|[,.;]?\s+|[,.;])(ф|фонд|оп|опись|д|дело|ед\. ?хр|кор|п|папка|т)\.?\s*(?=[\dР])", re.IGNORECASE
)
_SHORT = {"фонд": "ф", "опись": "оп", "дело": "д", "папка": "п"}


def in_gost_form(text: str) -> str:
    """A Russian shelfmark as GOST R 7.0.5-2008, 10.4, has it: "Ф. 9. Оп. 2. Д. 22"."""

    def label(found: re.Match[str]) -> str:
        word = _SHORT.get(found.group(1).lower(), found.group(1).lower())
        return f"{'. ' if found.start() else ''}{word[0].upper()}{word[1:]}. "

    return _LABELS.sub(label, text) if CYRILLIC.search(text) else text


def joined_parts(parts: list[str], language: str) -> str:
    """Russian references are parted by full stops (GOST R 7.0.5-2008, 10.4), others by commas."""
    kept = [part.strip(" ,").rstrip(".") if len(part) > 3 else part for part in parts if part.strip(" .,")]
    return (". " if language == "ru" else ", ").join(kept)
