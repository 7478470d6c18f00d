"""What parliaments print: hearings and committee prints, debates (Chicago 18, 14.174-192; MHRA 7.9)."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.languages import en_prints
from citekit.model import Name
from citekit.recognise.dates import date_at, find_date

# "83rd Cong., 1st sess.", "82d Congress, 1st Session"
_SESSION = re.compile(
    r"\b\d{1,3}(?:st|nd|rd|th|d)\s+Cong(?:ress|\.)?(?:,?\s+\d(?:st|nd|rd|th|d)\s+[Ss]ess(?:ion\b|\.|\b))?"
)
_PART = re.compile(r"\s*,?\s*(?:pt\.?|part)\s+(?P<part>\d+)(?=\s*[,.;]|\s*$)")
# "U.S. Congress, Senate, Committee on Foreign Relations": a chamber, and what of it follows
_CHAMBER = re.compile(
    r"(?:U\.\s?S\.|US|United States)\s+(?:Congress|House(?: of Representatives)?|Senate)\b|Congress\b|"
    r"(?:House|Senate)\s+(?=(?:Select\s+|Special\s+|Sub)?[Cc]ommittee)"
)
_PART_OF_CHAMBER = re.compile(
    r"[,.]\s+(?:House(?: of Representatives)?|Senate|(?:Select\s|Special\s|Joint\s|Permanent\s)*"
    r"(?:Committee|Subcommittee)\b[^,.:;]*)(?=[,.]\s)"
)
_COMMITTEE = re.compile(r"[^,.:;]*")
_DEBATES = re.compile(rf"(?:{'|'.join(en_prints.DEBATES)})(?=[,.\s])[.]?")
_SERIES = re.compile(
    r"[\s,(]*(?P<series>\d|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)(?:st|nd|rd|th)?\s+"
    r"[Ss]er(?:ies|\.)?[),]*"
)
_VOLUME = re.compile(r"[\s,]*\b[Vv]ol(?:ume|\.)?\s*(?P<volume>\d+|[IVXLC]+)\b")
_JOINT = re.compile(rf"[\s,(){BLANK}]*")


def read_parliament(draft: Draft) -> None:
    """Claim the body and the session of a hearing; or the whole of a volume of debates."""
    if not _read_debates(draft) and "Cong" in draft.rest:
        _read_hearing(draft)


def _read_hearing(draft: Draft) -> None:
    session = _SESSION.search(draft.rest)
    if session is None or draft.has("archive"):
        return
    chamber = _CHAMBER.match(draft.rest)
    if chamber:
        end = chamber.end() if chamber[0][-1].isalpha() else _COMMITTEE.match(draft.rest, chamber.end()).end()  # type: ignore[union-attr]
        while part := _PART_OF_CHAMBER.match(draft.rest, end):
            end = part.end()
        draft.claim("author", (Name(literal=draft.text[:end].strip(" ,.")),), 0, end, "chamber")
    draft.claim("custom.session", session[0], *session.span(), "session")
    draft.imply("type", "report", *session.span(), "session")
    at = _JOINT.match(draft.rest, session.end()).end()  # type: ignore[union-attr]
    dated = date_at(draft.rest, at)
    if dated:
        draft.claim("issued", dated.date, dated.start, dated.end, "session-date")
    _read_part(draft, session.end())


def _read_part(draft: Draft, at: int) -> None:
    numbered = _PART.search(draft.rest, at)
    if numbered:
        draft.claim("custom.part", numbered["part"], *numbered.span("part"), "part-of-hearing")
        draft.connect(numbered.start(), numbered.start("part"))


def _read_debates(draft: Draft) -> bool:
    """ "House of Commons Debates, vol. 558, 31 October 1956, col. 1453": title, series, volume, day."""
    match = _DEBATES.match(draft.rest)
    if match is None:
        return False
    draft.claim("title", match[0].rstrip(), *match.span(), "debates")
    draft.imply("type", "book", *match.span(), "debates")
    series = _SERIES.match(draft.rest, match.end())
    if series:
        draft.claim("custom.series-number", series["series"], *series.span(), "series-of-debates")
    volume = _VOLUME.search(draft.rest, match.end())
    if volume:
        draft.claim("volume", volume["volume"], *volume.span(), "volume-of-debates")
    session = _SESSION.search(draft.rest, match.end())
    if session:
        draft.claim("custom.session", session[0], *session.span(), "session")
        _read_part(draft, session.end())
    dated = find_date(draft.rest, match.end())
    if dated and dated.is_precise:
        draft.claim("issued", dated.date, dated.start, dated.end, "day-of-debate")
    return True
