"""German archives: "BArch, R 43 II/1234, Bl. 12", "PA AA, B 12, Bd. 123", "SAPMO-BArch, DY 30/3475".

Bundesarchiv, "Zitierweise": BArch, Bestandssignatur, "/", Archivsignatur; Blatt locates within.
Politisches Archiv: PA AA, Bestand, Band.
"""

from __future__ import annotations

import re

from citekit.archives import holdings
from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes
from citekit.model import Span

NAME = "barch"
GATE = (
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
    "BAB",
    "德国联邦",
)

_SHELF = lazy(
    r"(?<![\w/])(?P<fonds>(?:R|N|NS|DY|DE|DA|DC|DZ|DO|DN|DR|DG|DL|DM|DP|DQ|DVW|DVH|RH|RM|RL|RW|MSg|ZSg|B|BW|Z|NL|AV|MfAA|MfS|M|RAV|ZA|Slg|PERS)\s?\d{0,5}"
    r"(?:\s[IVX]{1,4}(?:\s\d)?|[-/]?[A-Z]?(?=/|,|\s))?)(?:\s?/\s?|,?\s(?:Bd|Band|Bde|Nr|vol)\.?\s?|(?<=MfAA),\s|(?<=MfS),?\s)(?P<unit>[A-Z]{0,3}\s?[A-Z\d][\w./-]*(?:\s?/\s?\d+)*)"
)


def find(text: str) -> list[ArchiveReference]:
    """All references to the German federal archives in *text*."""
    found = []
    floor = 0
    for match in _SHELF.finditer(text):
        holding = holdings.before(text, match.start(), floor, known_only=True)
        if holding is None or holding.kind != NAME:
            continue
        end = match.end() - (len(match["unit"]) - len(match["unit"].rstrip("./-")))
        leaves = behind(text, end)
        unit = re.sub(r"\s", "", match["unit"].rstrip("./-"))
        code = "barch" if holding.code == "sapmo" else holding.code
        reference = ArchiveReference(
            scheme=NAME,
            level="file",
            id=f"{code}:{dashes(match['fonds'].replace(' ', '') + '/' + unit).casefold()}",
            span=Span(holding.start, leaves[1].end if leaves else end),
            repository=holding.name,
            place=holding.place,
            collection=Part.of(text, match.start("fonds"), match.end("fonds")),
            location=Part.of(text, match.start("unit"), end),
            locator=leaves[0] if leaves else None,
            locator_span=leaves[1] if leaves else None,
            locator_label=leaves[2] if leaves else "folio",
            abbreviation=holding.abbreviation,
        )
        found.append(reference)
        floor = reference.span.end
    return found
