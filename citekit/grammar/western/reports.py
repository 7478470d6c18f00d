"""Working papers and their like: papers numbered within a series, each published by itself."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.languages import en_prints
from citekit.recognise.dates import find_date

_PAPER = re.compile(
    rf"(?P<series>[A-Z][^,.;:()“”\"{BLANK}]*?\b(?:{'|'.join(en_prints.PAPER_SERIES)})(?:\s+[Ss]eries)?),?\s*"
    rf"(?:[Nn]o\.?|#|№|[Nn]umber)?\s*(?P<number>\d+)\b[,:]?\s*"
)


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
