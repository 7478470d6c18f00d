"""Items of the Digital National Security Archive: "DNSA, KT00233", "National Security Archive, CH00012".

The collection's two letters and a running number name one document.
"""

from __future__ import annotations

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.model import Span

NAME = "dnsa"
GATE = ("DNSA", "National Security Archive")

_ITEM = lazy(
    r"(?P<archive>Digital National Security Archive|DNSA|National Security Archive)\b(?:\s\([A-Z]+\))?"
    r"[^;\d]{0,80}?(?P<id>[A-Z]{2}\d{5})(?!\w)"
)


def find(text: str) -> list[ArchiveReference]:
    """All items of the Digital National Security Archive in *text*."""
    return [
        ArchiveReference(
            scheme=NAME,
            level="item",
            id=f"dnsa:{match['id'].casefold()}",
            span=Span(match.start(), match.end()),
            repository=Part.of(text, match.start("archive"), match.end("archive")),
            number=Part.of(text, match.start("id"), match.end("id")),
            locator_label="page",
        )
        for match in _ITEM.finditer(text)
    ]
