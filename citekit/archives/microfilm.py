"""Microfilm publications of the National Archives: "NARA, T-77, roll 780, frame 5506789", "M1234, reel 5".

NARA, General Information Leaflet 17, "Microfilm": publication (letter and number), roll; the frame locates
within.  Authors on captured German records write "T-77/780/5506789".  Letter and number also name tanks and
rifles, so that the archive or the word "microfilm" must stand with them.
"""

from __future__ import annotations

import re

from citekit.archives import holdings
from citekit.archives.leaves import normalised
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Level, Part
from citekit.model import Span

NAME = "microfilm"
GATE = ("icrofilm", "icrocopy", "icropublication", "T-", "T–", "T7", "T8", "T3", "T1", "M-", "M1", "LM")

_PUBLICATION = lazy(
    r"(?<![\w/.-])(?P<label>(?:[Mm]icrofilm(?: [Pp]ublication)?|[Mm]icrocopy|[Mm]icropublication)s?,?\s"
    r"(?:[Nn]o\.\s?)?)?(?P<letter>[TMCP]|LM)[-–—\s]?(?P<number>\d{1,4})(?!\w|[-–—.]\d)"
    r"(?:(?:/|[,;]?\s(?:[Mm]icrofilm\s)?)(?P<labelled>(?:[Rr]olls?|[Rr]eels?|[Rr])\.?\s?(?:[Nn]o\.\s?)?|(?<=/))(?P<roll>\d{1,4})(?!\d)"
    r"(?:(?:/|,?\s)(?:(?:[Ff]rames?|[Ff]rs?|[Ff])\.?\s?|(?<=/))(?P<frames>\d{1,7}(?:[-–—]\d{1,7})?)(?!\d))?)?"
)
_GROUP = lazy(r"(?:RG|[Rr]ecord [Gg]roup)[\s-]?\d+(?:,\s[A-Z][^,;.\d]{3,60})?[\s,;]+$")


def find(text: str) -> list[ArchiveReference]:
    """All microfilm publications of the National Archives in *text*."""
    found: list[ArchiveReference] = []
    floor = 0
    for match in _PUBLICATION.finditer(text):
        reference = _read(text, match, floor)
        if reference is not None:
            found.append(reference)
            floor = reference.span.end
    return found


def _read(text: str, match: re.Match[str], floor: int) -> ArchiveReference | None:
    group = _GROUP.search(text, floor, match.start())
    begin = group.start() if group else match.start()
    holding = holdings.before(text, begin, floor, known_only=True) or holdings.after(text, match.end())
    if holding is not None and holding.kind != "nara":
        return None
    if not match["label"] and (holding is None or match["roll"] is None):
        return None
    level: Level = "file" if match["roll"] else "collection"
    roll = f"/roll{match['roll'].lstrip('0')}" if match["roll"] else ""
    start, end = match.span()
    frames = Span(*match.span("frames")) if match["frames"] else None
    return ArchiveReference(
        scheme=NAME,
        level=level,
        id=f"nara:{match['letter'].casefold()}{match['number'].lstrip('0')}{roll}",
        span=Span(min(begin, holding.start) if holding else begin, max(end, holding.end) if holding else end),
        repository=holding.name if holding else None,
        place=holding.place if holding else None,
        collection=Part.of(text, start, match.end("number")),
        location=Part.of(text, match.start("labelled"), match.end("roll")) if match["roll"] else None,
        locator=normalised(match["frames"]) if match["frames"] else None,
        locator_span=frames,
        locator_label="page",
        abbreviation=holding.abbreviation if holding else None,
    )
