"""Working papers and their like: papers numbered within a series, each published by itself."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.languages import en_prints
from citekit.recognise.dates import date_at, find_date

_PAPER = re.compile(
    rf"(?P<series>[A-Z][^,.;:()“”\"{BLANK}]*?\b(?:{'|'.join(en_prints.PAPER_SERIES)})(?:\s+[Ss]eries)?),?\s*"
    rf"(?:[Nn]o\.?|#|№|[Nn]umber)?\s*(?P<number>\d+)\b[,:]?\s*"
)


# ", NIE 11-2-63," behind a title: the capitals of a series of reports, and a number
_CODE = re.compile(
    r"[\s,]*(?P<number>[A-Z]{2,6}(?:\s|-)(?:[A-Z]{1,2}-)?\d[\w/-]*)(?=,\s+(?:\d{1,2}\s)?[A-Z]|\.?$)"
)


# "Cmd. 4827", "Cd. 8462", "Cmnd 124": papers laid before the British Parliament (MHRA 7.9)
_COMMAND = re.compile(r",?\s+(?P<number>(?:Cmn?d|Cd|Cm)\.?\s?\d{1,4})\b(?=\s*[,.;(]|\s*$)")


def read_command_paper(draft: Draft) -> None:
    """Claim the number of a command paper; it is a report."""
    match = _COMMAND.search(draft.rest) if " C" in draft.rest else None
    if match and draft.rest.count("(", 0, match.start()) == draft.rest.count(")", 0, match.start()):
        draft.claim("number", match["number"], *match.span("number"), "command-paper")
        draft.imply("type", "report", *match.span("number"), "command-paper")


def read_report_number(draft: Draft, at: int) -> int:
    """Claim the number of a report at *at*, behind its title, where its date follows; the place behind it."""
    match = _CODE.match(draft.rest, at)
    if match is None or draft.has("number") or draft.has("archive"):
        return at
    if date_at(draft.rest, match.end() + 2) is None:
        return at
    draft.claim("number", match["number"], *match.span("number"), "report-number")
    return match.end()


def read_series_of_papers(draft: Draft, start: int, end: int) -> int:
    """Claim "CWIHP Working Paper No. 63" in ``text[start:end]`` as series and number of a report.

    Returns the place behind it, 0 where there is none.
    """
    if not any(sign in draft.rest for sign in en_prints.PAPER_SIGNS):
        return 0
    match = _PAPER.search(draft.rest, start, end)
    if match is None:
        return 0
    series = match["series"]
    if not draft.rest[: match.start()].strip(" ,.(" + BLANK):
        return 0  # the words open the citation: they are its title
    draft.claim("collection-title", series, *match.span("series"), "paper-series")
    draft.claim("number", match["number"], *match.span("number"), "paper-number")
    draft.connect(match.end("series"), match.start("number"))
    draft.imply("type", "report", *match.span("series"), "paper-series")
    if not draft.has("issued") and draft.rest[match.end() : match.end() + 1] in "(,":
        found = find_date(draft.rest, match.end(), min(end, match.end() + 24))
        if found:
            draft.claim("issued", found.date, found.start, found.end, "paper-date")
    return match.end()
