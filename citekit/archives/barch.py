"""German archives: "BArch, R 43 II/1234, Bl. 12", "PA AA, B 12, Bd. 123", "SAPMO-BArch, DY 30/3475".

Bundesarchiv, "Zitierweisen": BArch, Bestandssignatur (its name in brackets), "/", Archivnummer; Blatt, folio
or page locates within.  Politisches Archiv, "Archivalien bestellen und zitieren": PA AA, Bestand, Signatur.
"""

from __future__ import annotations

import re

from citekit.archives import holdings
from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes
from citekit.archives.tables import words
from citekit.model import Span

NAME = "barch"
GATE = (
    *(
        "BArch",
        "Bundesarchiv",
        "SAPMO",
        "PA AA",
        "PA-AA",
        "PAAA",
        "PA/AA",
        "Politisches Archiv",
        "BStU",
        "BA-MA",
        "BAK",
    ),
    *("BAB", "德国联邦"),
)

_SHELF = lazy(
    lambda: (
        rf"(?<![\w/])(?:Bestand\s)?(?P<fonds>(?:{words('german fonds')})\s?\d{{0,5}}"
        r"(?:[\s-][IVX]{1,4}(?:\s\d)?|\s[A-Z][a-zäöü]+(?=,)|[-/]?[A-Z]?(?=/|,|\s))?)(?:\s\([^()]*\))?"
        r"(?:\s?/\s?|,?\s(?P<label>(?:Bd|Band|Bde|Nr|vol)\.?\s?)|(?<=MfAA),?\s|(?<=MfS),?\s|,\s(?=[A-Z][A-Z-]*\s?\d|(?:J\s)?IV\s))"
        r"(?P<unit>(?:J\s)?(?:IV\s(?:[A-C]\s)?)?[A-Z]{0,3}\s?[A-Z\d][\w./–—-]*(?:\s?/\s?\d+)*)"
    )
)

_POLITICAL = lazy(r"(?<![\w/])(?P<fonds>R)\s?(?P<unit>\d{4,6}[a-z]?)(?P<label>)(?![\w/])")
"""The Politisches Archiv counts its volumes up to 1945 through: "R 29857" has no Bestand of its own."""


def find(text: str) -> list[ArchiveReference]:
    """All references to the German federal archives in *text*."""
    found: list[ArchiveReference] = []
    floor = 0
    for match in _SHELF.finditer(text):
        holding = holdings.before(text, match.start(), floor, known_only=True)
        if holding is not None and holding.kind == NAME:
            found.append(_read(text, match, holding))
            floor = found[-1].span.end
    for match in _POLITICAL.finditer(text) if "PA" in text or "Politisches" in text else ():
        holding = holdings.before(text, match.start(), floor, known_only=True)
        if holding is not None and holding.code == "paaa":
            found.append(_read(text, match, holding))
            floor = found[-1].span.end
    return found


def _read(text: str, match: re.Match[str], holding: holdings.Holding) -> ArchiveReference:
    unit = match["unit"].rstrip("./–—-")
    end = match.start("unit") + len(unit)
    leaves = behind(text, end)
    # The Stiftung's holdings (SAPMO) are those of the Bundesarchiv, cited under either name.
    code = "barch" if holding.code == "sapmo" else holding.code
    shelf = dashes(f"{match['fonds']}/{unit}").replace(" ", "").casefold()
    shelf = re.sub(r"(?<=\d)-(?=[ivx]+/)", "", shelf)  # "R 43-I" and "R 43 I" are one Bestand
    shelf = re.sub(r"(?<=\d)-(?=\d)", "/", shelf)
    return ArchiveReference(
        scheme=NAME,
        level="file",
        id=f"{code}:{shelf}",
        span=Span(holding.start, leaves[1].end if leaves else end),
        repository=holding.name,
        place=holding.place,
        collection=Part.of(text, *match.span("fonds")),
        location=Part.of(text, match.start("label" if match["label"] else "unit"), end),
        locator=leaves[0] if leaves else None,
        locator_span=leaves[1] if leaves else None,
        locator_label=leaves[2] if leaves else "folio",
        abbreviation=holding.abbreviation,
    )
