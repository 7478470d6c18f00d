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
GATE = ("RDP", "rdp", "CIA", "CREST")

_RDP = lazy(
    r"(?:CIA\s?[-–—‑]\s?)?RDP\s?(?P<job>\d{2}[A-Z]?)\s?[-–—‑]\s?(?P<rest>[A-Z\d]{5,8}R\d{12})(?:\s?[-–—‑]\s?(?P<check>\d))?(?!\d)",
    re.I,
)
_NUMBER = lazy(
    r"(?:CIA|Central Intelligence Agency|CREST)\b[^;\d]{0,80}?(?:[Dd]oc(?:ument)?\.?\s?(?:[Nn]o\.?|[Nn]umber|#|№)?[\s:]*(?:\(FOIA\)\s?/ESDN \(CREST\):\s?)?)(?P<id>\d{10})(?!\d)"
)
_READING_ROOM = lazy(
    r"(?:https?://)?(?:www\.)?cia\.gov/[^\s;,]*?readingroom/(?:docs?|document)/(?P<id>\d{10}|[\w-]+)", re.I
)


def find(text: str) -> list[ArchiveReference]:
    """All papers of the CIA's collections in *text*."""
    found = []
    for match in _RDP.finditer(text):
        # The last figure only checks the others.
        found.append(
            _reference(text, match.span(), match.span(), f"rdp{match['job']}-{dashes(match['rest'])}")
        )
    for pattern in (_NUMBER, _READING_ROOM):
        for match in pattern.finditer(text):
            if not _RDP.search(text, match.start(), match.end() + 2) and match["id"].isdigit():
                found.append(_reference(text, match.span("id"), match.span("id"), match["id"]))
    return found


def _reference(
    text: str, span: tuple[int, int], number: tuple[int, int], identifier: str
) -> ArchiveReference:
    return ArchiveReference(
        scheme=NAME,
        level="item",
        id=f"cia:{identifier.casefold()}",
        span=Span(*span),
        number=Part.of(text, *number),
        locator_label="page",
    )
