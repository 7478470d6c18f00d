"""United Nations document symbols: "S/1501", "A/C.1/SR.349", "UN Doc. S/RES/83 (1950)", "A/RES/498(V)".

UN Editorial Manual, "Document symbols": organ, subsidiary body, kind of paper, number, session, revision.
The session in brackets belongs to a resolution's number before 1976; the year of a council's does not.
"""

from __future__ import annotations

import re

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes
from citekit.model import Span

NAME = "un"
GATE = ("S/", "A/", "E/", "T/", "D/", "P/", "C/", "S-")

_SYMBOL = lazy(
    r"(?<![\w/.-])(?P<label>(?:(?:UN|U\.N\.|United Nations|联合国)\s?(?:[Dd]oc(?:ument)?s?\.?|文件|[Gg]eneral [Aa]ssembly|[Ss]ecurity [Cc]ouncil)?\s?(?:[Nn]o\.?)?[\s,:：]*)?)"
    r"(?P<symbol>(?P<organ>[AESDT]|ST|DP|TD|AT|CAT|CERD|CCPR|CRC|CEDAW|UNEP|LOS)"
    r"(?P<path>(?:/(?:AC|C|CN|CONF|SC|WG|GA|PV|SR|RES|DEC|INF|NGO|Sub|SUB|SPC|BUR|P|L|ES|S|PRST|TRANS|PET|COM|Agenda)(?:[.-]\d+)?|/L\.|/PV\.\d+|/SR\.\d+|/L\.\d+|/ES-[IVX\d]+)*)"
    r"(?:/(?P<number>\d{1,5}))?"
    r"(?P<tail>(?:/(?:\d{1,5}|Add\.\d+|Rev\.\d+|Corr\.\d+|Supp\.\d+|L\.\d+|PV\.\d+|SR\.\d+))*)(?:\s?\((?P<bracket>[IVXLC]+|[12]\d{3}|ES-[IVX]+)\))?)"
    r"(?![\w/])"
)
_BOX = lazy(
    r"(?:UN|United Nations)\s(?:Archives|ARMS)[^;]{0,60}?(?P<symbol>S-\d{4}-\d{4}-\d{2,4}(?:-\d{3,5})?)(?![\w-])|(?<!\w)(?P<bare>S-\d{4}-\d{4}-\d{2,4}(?:-\d{3,5})?)(?![\w-])"
)


def find(text: str) -> list[ArchiveReference]:
    """All United Nations documents in *text*."""
    found = []
    for match in _SYMBOL.finditer(text):
        if (not match["path"] and not match["number"]) or not re.search(r"\d", match["symbol"]):
            continue
        if (
            not match["label"]
            and not match["path"]
            and (len(match["number"]) < 3 or match["organ"] not in ("A", "S", "E", "T"))
        ):
            continue
        symbol = dashes(match["symbol"].casefold())
        if match["bracket"] and match["bracket"].isdigit():
            symbol = symbol[: symbol.rindex("(")]
        found.append(_reference(text, match, "symbol", f"un:{symbol.replace(' ', '')}", "item"))
    for match in _BOX.finditer(text) if "S-" in text else ():
        group = "symbol" if match["symbol"] else "bare"
        found.append(_reference(text, match, group, f"unarms:{match[group].casefold()}", "file"))
    return found


def _reference(text: str, match: re.Match[str], group: str, identifier: str, level: str) -> ArchiveReference:
    number = Part.of(text, match.start(group), match.end(group))
    return ArchiveReference(
        scheme=NAME,
        level="item" if level == "item" else "file",
        id=identifier,
        span=Span(match.start(), match.end()),
        location=number if level == "file" else None,
        number=number if level == "item" else None,
        locator_label="page",
    )
