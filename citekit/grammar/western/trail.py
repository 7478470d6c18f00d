"""What the words before and after a citation say of it: "the first four volumes of", "hereafter SW"."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.grammar.western.containers import HEREAFTER
from citekit.languages import en
from citekit.model import Note
from citekit.names import Evidence, people
from citekit.segment.leads import VOLUMES_OF

_CITED_AS = re.compile(
    r"(?:cited|referred\s+to|abbreviated)\s+(?:as|by|to)\s+[“\"‘*]?(?P<name>[A-Z][\w .,&’'-]*?)[”\"’*.,]*$",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(
    r"translated\s+by\s+(?P<names>.+?)\s+and\s+(?=(?:published|printed|reprinted)\b)", re.IGNORECASE
)


def read_lead(draft: Draft, note: Note, evidence: Evidence) -> None:
    """ "the first four volumes of X", "the last of four volumes of X" state the volumes cited."""
    lead = draft.citation.lead
    words = lead.of(note.text) if lead else ""
    translated = _TRANSLATED.match(words) if "ranslated" in words else None
    if lead and translated:
        start = lead.start - draft.base + translated.start("names")
        names = people(translated["names"], evidence).names
        draft.imply("translator", names, start, start + len(translated["names"]), "translator-in-lead")
    match = VOLUMES_OF.search(words)
    if lead is None or match is None:
        return
    total = en.NUMBER_WORDS.get((match["total"] or "").casefold())
    count = en.NUMBER_WORDS.get((match["count"] or "").casefold())
    first = match["which"].casefold() == "first"
    if total:
        volume = "1" if first else str(total)
    elif first and count:
        volume = f"1-{count}" if count > 1 else "1"
    else:
        return  # "the last two volumes" of an unknown number
    start = lead.start - draft.base + match.start()
    draft.imply("volume", volume, start, start + len(match[0]), "volumes-in-lead")


def read_trail(draft: Draft, note: Note) -> None:
    """A sentence behind the citation that gives it a short name."""
    trail = draft.citation.trail
    if trail is None or draft.abbreviation:
        return
    text = trail.of(note.text)
    match = _CITED_AS.search(text) or HEREAFTER.search(text)
    if match:
        draft.abbreviation, draft.abbreviates = match["name"].strip(), "work"
