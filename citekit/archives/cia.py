"""Papers of the CIA's reading room: "CIA-RDP82-00457R005500100010-8", and its document numbers.

The "RDP" number of the CREST system names a job, a box, a folder and a document, so it names one paper.
"""

from __future__ import annotations

import re

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes
from citekit.model import Span

NAME = "cia"
GATE = ("RDP", "rdp", "CIA", "cia.gov", "CREST", "Central Intelligence")

_RDP = lazy(
    r"(?:CIA\s?[-–—]\s?)?RDP\s?[-–—]?(?P<year>\d\d)\s?[-–—]?\s?(?P<job>[A-Z]{0,2}\s?[-–—]?\d{4,6}[A-Z]{1,2}\d{12})"
    r"(?:\s?[-–—]\s?\d)?(?!\d)",
    re.IGNORECASE,
)
"""Year, job ("-00457R", "R01443R", "T00826A"), box, folder and document, three or four digits each.

The figure behind the last hyphen only checks the others, and is often left out."""

_NUMBER = lazy(
    r"(?:CIA|Central Intelligence Agency|CREST)\b[^;\d]{0,80}?"
    r"[Dd]oc(?:ument)?\.?\s?(?:[Nn]o\.?|[Nn]umber|#|№)?\s?(?:\(FOIA\)\s?/ESDN \(CREST\))?[\s:]*"
    r"(?P<id>\d{10})(?!\d)"
)
_READING_ROOM = lazy(r"cia\.gov/[^\s;,]*?readingroom/(?:docs?|document)/(?:DOC_)?(?P<id>\d{10})")


def find(text: str) -> list[ArchiveReference]:
    """All papers of the CIA's collections in *text*."""
    found = [
        _reference(text, match.span(), f"rdp{match['year']}{_job(match['job'])}")
        for match in _RDP.finditer(text)
    ]
    for known in (_NUMBER, _READING_ROOM):
        found += [_reference(text, match.span("id"), match["id"]) for match in known.finditer(text)]
    return sorted(found, key=lambda r: r.span)


def _job(printed: str) -> str:
    job = re.sub(r"[\s-]", "", dashes(printed))
    return f"-{job}" if job[0].isdigit() else job


def _reference(text: str, span: tuple[int, int], identifier: str) -> ArchiveReference:
    return ArchiveReference(
        scheme=NAME,
        level="item",
        id=f"cia:{identifier.casefold()}",
        span=Span(*span),
        number=Part.of(text, *span),
        locator_label="page",
    )
