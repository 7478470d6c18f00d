"""Archives in Taiwan: 國史館 (典藏號, 入藏登錄號, 數位典藏號), 近史所檔案館 (館藏號), 黨史館 (檔號).

Academia Historica numbers papers 002-020400-00027-061 (collection, series, volume, item); it has called the
number 入藏登錄號, 典藏號 and 數位典藏號 in turn.  The numbers of the Institute of Modern History have more
groups (11-07-02-05-01-012), the party's archive gives a class and a stroke (會5.3/123, 特30/12).
"""

from __future__ import annotations

import re

from citekit.archives import han
from citekit.archives.dangan import canonical
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Level, Part
from citekit.archives.tables import words

NAME = "guoshiguan"
GATE = (
    *(
        "國史館",
        "国史馆",
        "典藏",
        "入藏",
        "館藏號",
        "馆藏号",
        "檔號",
        "近史所",
        "近代史研究所",
        "黨史",
        "党史馆",
        "总统文物",
    ),
    *(
        "總統文物",
        "档案管理局",
        "Academia Historica",
        "Guoshiguan",
        "AH ",
        "AH,",
        "AH:",
        "-0",
        "KMT",
        "Kuomintang Arch",
    ),
    *("Guomindang Party", "Modern History Arch", "Institute of Modern History, A"),
)

_OWN = lazy(r"^\d{3}-\d{6}-\d{5}-\d{3}[a-z]?$")
_SERIES = lazy(r"^\d{3}-\d{6}-\d{5}$|^\d{12}[a-z]?$|^\d{3}-\d{4,6}-\d{4,5}(?:-\d{3,4})?$")
_OWN_LABEL = lazy(r"典藏|入藏")
_UNHYPHENATED = lazy(r"(?<!\d)\d{17}(?!\d)")
_CLASSED = lazy(
    lambda: (
        rf"(?:(?<=[，,\s：:])|^)(?:{words('party archive classes')})\s?{han.CLASS_AND_STROKE}(?![A-Za-z\d/])"
    )
)
_ENGLISH_LABEL = lazy(
    r"(?:(?:[Ff]ile|[Dd]oc(?:ument)?\.?|[Aa]ccession)?\s?(?:[Nn]os?\.?|[Nn]umber|#)?[\s:]*)$"
)


def find(text: str) -> list[ArchiveReference]:
    """All references to archives in Taiwan in *text*."""
    candidates = list(han.numbers(text))
    for bare in (_UNHYPHENATED, _CLASSED):
        candidates += [("", match[0], *match.span()) for match in bare.finditer(text)]
    found: list[ArchiveReference] = []
    floor = 0
    for label, printed, start, end in sorted(candidates, key=lambda one: one[2:]):
        reference = _read(text, label, printed, (start, end), floor) if start >= floor else None
        if reference:
            found.append(reference)
            floor = reference.span.end
    return found


def _read(text: str, label: str, printed: str, span: tuple[int, int], floor: int) -> ArchiveReference | None:
    number = canonical(printed).casefold()
    if re.fullmatch(r"\d{17}", number):
        number = f"{number[:3]}-{number[3:9]}-{number[9:14]}-{number[14:]}"
    start, end = span
    if not label:
        english = _ENGLISH_LABEL.search(text, floor, start)
        start = english.start() if english else start
    seen = han.around(text, start, end, floor)
    own = _OWN.match(number) is not None
    if seen.kind != NAME:
        labelled = _OWN_LABEL.search(label) is not None and _SERIES.match(number) is not None
        if seen.holding is not None or not (own or labelled):
            return None
    code = seen.holding.code if seen.holding else NAME
    level: Level = "item" if own or number.count("-") >= 4 else "file"
    return han.reference(text, NAME, level, f"{code}:{number}", seen, Part.of(text, *span))
