"""Speeches and papers read: where and when they were given (Chicago 14.217)."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.recognise.dates import find_date

_PAPER = re.compile(
    rf"(?P<genre>(?:conference\s+)?(?:paper|talk|lecture|presentation|keynote(?:\s+address)?))\s+"
    rf"(?:presented|delivered|given|read|prepared)\s+(?:at|to|for|before)\s+(?:the\s+)?"
    rf"(?P<event>[^,.;{BLANK}]+)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    rf"(?P<title>(?:speech|address|remarks|lecture|statement|testimony)\s+(?:to|at|before|in|"
    rf"on)\s+[^,.;{BLANK}]+)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"\s*[,.]\s*(?P<place>[A-Z][^,.;{BLANK}\d]{{2,40}}(?:,\s*(?:[A-Z]{{2}}|D\.\s?C\.))?)\s*,\s*$"
)


def read_speech(draft: Draft, start: int) -> bool:
    """Claim a paper presented, or an untitled speech, at *start* or behind it: type, genre, event, place,
    issued.
    """
    told = any(word in draft.rest for word in ("presented", "delivered", "given", "read ", "prepared"))
    paper = _PAPER.search(draft.rest, start) if told else None
    if paper:
        draft.claim("genre", paper["genre"].casefold(), *paper.span("genre"), "paper-presented")
        draft.claim("event-title", paper["event"].strip(), *paper.span("event"), "paper-presented")
        draft.connect(paper.end("genre"), paper.start("event"))
        end = paper.end()
    else:
        speech = _SPEECH.match(draft.rest, start)
        if speech is None or not draft.has("author"):
            return False
        draft.claim("title", speech["title"].strip(), *speech.span("title"), "speech-title")
        end = speech.end()
    read_place_and_date(draft, end, "issued")
    draft.imply("type", "speech", end, end, "speech")
    return True


def read_place_and_date(draft: Draft, at: int, field: str) -> None:
    """ ", Washington, DC, January 12, 1950" behind a speech or interview: its place, and its date as
    *field*.
    """
    dated = find_date(draft.rest, at)
    if dated is None:
        return
    place = _PLACE.match(draft.rest[at : dated.start])
    if place:
        draft.claim(
            "publisher-place",
            place["place"].strip(),
            at + place.start("place"),
            at + place.end("place"),
            "event-place",
        )
    if not draft.has(field):
        draft.claim(field, dated.date, dated.start, dated.end, "event-date")
