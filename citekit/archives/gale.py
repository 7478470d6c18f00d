"""Documents of the Gale collections: "document CHPJUP706316396", "Gale Document Number: GALE|CK2349103928".

Each scanned document of Gale Primary Sources has a number of its own, letters and nine or ten digits.
"""

from __future__ import annotations

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.model import Span

NAME = "gale"
GATE = ("Gale", "GALE", "gale", "DDRS", "Declassified Documents")

_NUMBER = lazy(
    r"(?:(?:Gale\s)?[Dd]oc(?:ument)?\.?\s?(?:[Nn]umber|[Nn]o\.?|#)?[\s:]*(?:GALE\|)?|GALE\||tinyurl\.galegroup\.com/|link\.gale\.com/apps/doc/)(?P<id>[A-Z]{1,6}\d{8,12})(?!\w)"
)


def find(text: str) -> list[ArchiveReference]:
    """All document numbers of the Gale collections in *text*."""
    return [
        ArchiveReference(
            scheme=NAME,
            level="item",
            id=f"gale:{match['id'].casefold()}",
            span=Span(match.start(), match.end()),
            number=Part.of(text, match.start("id"), match.end("id")),
            locator_label="page",
        )
        for match in _NUMBER.finditer(text)
    ]
