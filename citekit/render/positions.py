"""First, subsequent, ibid: where a cite stands among the cites before it (CSL 1.0.2, "position")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from citekit.render.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT


@dataclass(slots=True)
class CiteItem:
    """One cite of a citation."""

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    volume: str = ""
    position: int = FIRST
    near_note: bool = False
    first_note: str = ""
    suppress_author: bool = False
    author_only: bool = False


@dataclass(slots=True)
class CitationCluster:
    """A citation: the cites of one call."""

    items: list[CiteItem]
    note: int = 0


def read_citation(citation: Mapping[str, Any], note: int = 0) -> CitationCluster:
    """A citation as the public interface takes it; a missing note number is *note*."""
    items = citation.get("items") or citation.get("citationItems") or []
    index = citation.get("noteIndex", (citation.get("properties") or {}).get("noteIndex"))
    return CitationCluster([read_cite(item) for item in items], note if index is None else int(index))


_OWN_LABEL = re.compile(r"[^\W\d_]{1,5}\.\s*\d")


def read_cite(item: Mapping[str, Any]) -> CiteItem:
    """A cite; a locator is pages where nothing else is said and it names no label itself ("fol. 18")."""
    locator = "" if item.get("locator") is None else str(item["locator"]).strip()
    label = str(item.get("label") or "page")
    return CiteItem(
        str(item.get("id", "")),
        locator,
        "" if label == "page" and _OWN_LABEL.match(locator) else label,
        str(item.get("prefix") or ""),
        str(item.get("suffix") or ""),
        str(item.get("volume") or ""),
        int(item.get("position") or 0),
        bool(item.get("near-note")),
        str(item.get("first-reference-note-number") or ""),
        bool(item.get("suppress-author")),
        bool(item.get("author-only")),
    )


def assign_positions(
    citations: Sequence[CitationCluster], near_distance: int, allow_ibid: bool = True, gaps_break: bool = True
) -> None:
    """Set the position of every cite, in document order.

    An Ibid. points at the cite before it in the same citation, or at the only cite of the note before;
    *gaps_break* forbids it where a note without cites stands between (a reader would look for it there).
    """
    first_seen: dict[str, int] = {}
    last_seen: dict[str, int] = {}
    for place, citation in enumerate(citations):
        for number, cite in enumerate(citation.items):
            if cite.id not in first_seen:
                cite.position, cite.near_note, cite.first_note = FIRST, False, ""
                first_seen[cite.id] = citation.note
            else:
                before = _cite_before(citations, place, number, gaps_break)
                cite.position = _position(cite, before) if allow_ibid else SUBSEQUENT
                cite.near_note = citation.note - last_seen[cite.id] <= near_distance
                cite.first_note = str(first_seen[cite.id]) if first_seen[cite.id] else ""
            last_seen[cite.id] = citation.note


def _cite_before(
    citations: Sequence[CitationCluster], place: int, number: int, gaps_break: bool
) -> CiteItem | None:
    here = citations[place]
    if number > 0:
        return here.items[number - 1]
    place = next((at for at in range(place - 1, -1, -1) if bool(citations[at].note) == bool(here.note)), -1)
    if place < 0:
        return None
    before = citations[place]
    if len(before.items) != 1:
        return None
    if before.note != here.note:
        if gaps_break and here.note - before.note > 1:
            return None
        if before.note and place > 0 and citations[place - 1].note == before.note:
            return None
    return before.items[0]


def _position(cite: CiteItem, before: CiteItem | None) -> int:
    if before is None or before.id != cite.id:
        return SUBSEQUENT
    if cite.locator == before.locator and (cite.label == before.label or not cite.locator):
        return IBID if cite.volume == before.volume else SUBSEQUENT
    return IBID_WITH_LOCATOR if cite.locator else SUBSEQUENT
