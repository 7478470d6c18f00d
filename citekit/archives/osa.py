"""Radio Free Europe items and the reference codes of the Open Society Archives, which keep them.

"RFE Item No. 8238/54" is the number of an information report and the year; "HU OSA 300-1-2-45678" is the
archives' reference code (fonds, subfonds, series, unit, item).
"""

from __future__ import annotations

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes
from citekit.model import Span

NAME = "osa"
GATE = ("RFE", "RFERL", "OSA")

_ITEM = lazy(
    r"(?P<archive>RFE(?:/RL)?)\s(?:Information\s)?Items?\s?(?:[Nn]o\.?|#|№)?\s?(?P<id>\d{1,5}/\d{2,4})(?!\d)"
)
_CODE = lazy(
    r"(?P<archive>HU\s?OSA|OSA|Open Society Archives)(?:,\s(?:Budapest|HU OSA))?"
    r"[\s,]*(?:\((?:HU )?OSA\))?[\s,]*"
    r"(?P<id>\d{1,3}(?:[-–—]\d{1,5}){0,4}(?:[:/]\d+(?:[/–—-]\d+)*)?)(?!\w)"
)


def find(text: str) -> list[ArchiveReference]:
    """All items of Radio Free Europe and reference codes of the Open Society Archives in *text*."""
    found = []
    for pattern, prefix in ((_ITEM, "rfe"), (_CODE, "osa")):
        for match in pattern.finditer(text):
            number = Part.of(text, match.start("id"), match.end("id"))
            found.append(
                ArchiveReference(
                    scheme=NAME,
                    level="item" if prefix == "rfe" else "file",
                    id=f"{prefix}:{dashes(match['id'])}",
                    span=Span(match.start(), match.end()),
                    repository=Part.of(text, match.start("archive"), match.end("archive")),
                    location=number if prefix == "osa" else None,
                    number=number if prefix == "rfe" else None,
                    locator_label="page",
                )
            )
    return found
