"""United Nations document symbols: "S/1501", "A/C.1/SR.349", "UN Doc. S/RES/83 (1950)", "A/RES/498(V)".

UN Editorial Manual, "Document symbols": organ, subsidiary body, kind of paper, number, session, revision.
The session in brackets belongs to a resolution's number before 1976; the year of a council's does not.
The Archives in New York number folders "S-0991-0001-08".
"""

from __future__ import annotations

import re

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes
from citekit.model import Span

NAME = "un"
GATE = ("S/", "A/", "E/", "T/", "D/", "P/", "C/", "R/", "S-")

_ORGAN = r"[AESDT]|ST|DP|TD|AT|CAT|CERD|CCPR|CRC|CEDAW|UNEP|LOS"
_BODY = r"AC|C|CN|CONF|SC|WG|GA|PV|SR|RES|DEC|INF|NGO|Sub|SUB|SPC|BUR|P|L|ES|S|PRST|TRANS|PET|COM|Agenda"
_SYMBOL = lazy(
    r"(?<![\w/.-])(?P<label>(?:(?:UN|U\.N\.|United Nations|联合国)\s?"
    r"(?:[Dd]oc(?:ument)?s?\.?|文件|[Gg]eneral [Aa]ssembly|[Ss]ecurity [Cc]ouncil)?\s?"
    r"(?:[Nn]o\.?)?[\s,:：]*)?)"
    rf"(?P<symbol>(?P<organ>{_ORGAN})(?P<path>(?:/(?:{_BODY})(?:[.-]\s?\d+)?|/ES-[IVX\d]+)*)"
    r"(?:/(?P<number>\d{1,5}))?(?P<tail>(?:/(?:\d{1,5}|(?:Add|Rev|Corr|Supp|L|PV|SR)\.\d+))*)"
    r"(?:\s?\((?P<bracket>[IVXLC]+|[12]\d{3}|ES-[IVX]+)\))?)(?![\w/])"
)
_FOLDER = lazy(
    r"(?:(?P<archive>(?:UN|United Nations) (?:Archives(?: and Records Management Section)?|ARMS)|UNARMS)"
    r"[^;]{0,60}?)?"
    r"(?<![\w-])(?P<folder>S-\d{4}-\d{4}-\d{2,4}(?:-\d{3,5})?)(?![\w-])"
)


def find(text: str) -> list[ArchiveReference]:
    """All United Nations documents in *text*."""
    found = [reference for match in _SYMBOL.finditer(text) if (reference := _symbol(text, match)) is not None]
    if "S-" in text:
        found += [_folder(text, match) for match in _FOLDER.finditer(text)]
    return sorted(found, key=lambda r: r.span)


def _symbol(text: str, match: re.Match[str]) -> ArchiveReference | None:
    if not re.search(r"\d", match["symbol"]):
        return None
    # Organ and number alone ("A/5") may be anything, unless it has three digits or the label says what it is.
    bare = not match["label"] and not match["path"]
    if bare and (match["number"] is None or len(match["number"]) < 3 or match["organ"] not in "ASET"):
        return None
    symbol = dashes(match["symbol"].casefold()).replace(" ", "")
    if match["bracket"] and match["bracket"].isdigit():
        symbol = symbol[: symbol.rindex("(")]
    return ArchiveReference(
        scheme=NAME,
        level="item",
        id=f"un:{symbol}",
        span=Span(*match.span()),
        number=Part.of(text, *match.span("symbol")),
        locator_label="page",
    )


def _folder(text: str, match: re.Match[str]) -> ArchiveReference:
    return ArchiveReference(
        scheme=NAME,
        level="file",
        id=f"unarms:{match['folder'].casefold()}",
        span=Span(*match.span()),
        repository=Part.of(text, *match.span("archive")) if match["archive"] else None,
        location=Part.of(text, *match.span("folder")),
        locator_label="page",
    )
