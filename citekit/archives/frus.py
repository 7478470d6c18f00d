"""Foreign Relations of the United States: "FRUS, 1950, vol. VII", "FRUS 1952–1954, XV, part 1, doc. 12".

Office of the Historian, "Citing the Foreign Relations series": subseries years, volume, part, document
number; the same make up its addresses.  The volume (with its part) is a container; a document number names
one document of it.  Editors, imprint and pages are not identity.
"""

from __future__ import annotations

import re

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes, volume
from citekit.model import Span

NAME = "frus"
GATE = (
    *(
        "FRUS",
        "FR 19",
        "FR, 19",
        "oreign Relations of",
        "oreign relations of",
        "FOREIGN RELATIONS",
        "/frus",
        "F.R.U.S",
        "ФРУС",
    ),
    *("美国对外关系", "美国外交文件"),
)

_SERIES = lazy(
    r"(?:[Tt]he\s)?[“\"]?(?:[Pp]apers [Rr]elating to the )?"
    r"Foreign Relations of the (?:United States|U\.\s?S\.|US)"
    r"(?:[:,] Diplomatic Papers)?[”\"]?"
    r"(?:\s?[(\[](?:hereafter |hereinafter |henceforth |cited as )*[“\"]?FRUS[”\"]?[)\]])?|"
    r"F\.?R\.?U\.?S\.?|ФРУС|(?<!\w)(?P<short>FR)(?=,?\s19\d\d)|《?美国(?:对外关系|外交)文件集?》?(?:[(（]FRUS[)）])?",
    re.IGNORECASE,
)
_YEARS_PRINTED = r"(?P<first>1[89]\d\d|20[01]\d)(?:\s?[-–—/]\s?(?P<last>\d{4}|\d\d)(?!\d))?年?[)\]]?"
_YEARS = lazy(rf"[\s,.:;(\[–—“”\"《》，：、]*{_YEARS_PRINTED}")
_YEARS_LATER = lazy(rf"[^;]{{0,90}}?[\s,(]{_YEARS_PRINTED}")
_VOLUME = lazy(
    r"[\s,.:;/，、]*(?:(?:[Vv]ol(?:ume|s?\.?)|VOL\.?|[Tt]ome|[Тт]\.|№)\s?(?P<labelled>[IVXLC]+|\d+|E-\d+)|"
    r"第\s?(?P<han>\d+|[IVXL]+)\s?卷|(?P<roman>[IVXL]+)(?=[\s,.:;)/，]|$)|"
    r"(?P<bare>\d{1,2})(?=:\s?\d|,?\s[Pp](?:ar)?t\.?\s?))(?![^\W_\u4e00-\u9fff])"
)
_SAME_SENTENCE = r"(?>[^;.]|\.(?!\s[A-Z])|(?<=[.\s(][A-Z])\.|(?<=eds)\.|(?<=ed)\.)"
_VOLUME_LATER = lazy(
    rf"{_SAME_SENTENCE}{{0,140}}?[\s,(](?:[Vv]ol(?:ume|s?\.?)|VOL\.?)\s?(?P<labelled>[IVXLC]+|\d+|E-\d+)(?![^\W_])"
)
_PART = lazy(
    r"(?:[,:]\s[A-Z][^,;()]{0,40}(?=,\s[Pp](?:ar)?t))?[\s,.:;(，]*"
    r"(?:[Pp](?:ar)?t\.?s?\s?(?P<part>\d|[IVX]+)|第\s?(?P<han>\d)\s?(?:部分|分册)|"
    r"(?<=[IVXLC\d])/(?P<slash>\d)|(?<=[IVXLC\d]):(?P<colon>\d)(?=[\s,.)]|$))"
)
_DOCUMENT = lazy(
    rf"(?:{_SAME_SENTENCE}{{0,160}}?[\s,(，](?:[Dd]oc(?:ument)?s?\.?|文件)|,\s(?=[Nn]o\.|№|#)|，第(?=\d+\s?号))\s?(?:[Nn]o\.|№|#)?\s?"
    r"(?P<doc>\d{1,4})(?:\s?号)?(?![\d/–-])"
)
_URL = lazy(
    r"frus(?P<first>\d{4})(?:-(?P<last>\d\d))?(?P<volume>(?:ve?\d+)?)(?P<part>(?:p\d)?)(?P<name>[A-Z][A-Za-z]+)?"
    r"(?:/d(?P<doc>\d+)|/(?:pg_\d+|ch\w+))?"
)
_CONFERENCE = lazy(r"(Malta|Yalta|Potsdam|Berlin|Tehran|Cairo|Quebec|Casablanca)")
"""The volumes on the conferences of the war have no number; the place names them."""


def find(text: str) -> list[ArchiveReference]:
    """All volumes and documents of the series in *text*."""
    found = [_from_address(text, at.end()) for at in re.finditer(r"/(?=frus\d{4})", text)]
    floor = 0
    for match in _SERIES.finditer(text):
        if match.start() >= floor and text[match.start() - 1 : match.start()] != "/":
            reference = _read(text, match)
            if reference:
                found.append(reference)
                floor = reference.span.end
    return sorted(found, key=lambda r: r.span)


def _from_address(text: str, start: int) -> ArchiveReference:
    match = _URL.match(text, start)
    assert match is not None, "the caller saw the address begin"
    unit = volume(match["volume"].removeprefix("v")) if match["volume"] else (match["name"] or "").casefold()
    years = _years(match["first"], match["last"] or "")
    begin = text.rfind("http", 0, start)
    begin = begin if begin >= 0 and " " not in text[begin:start] else start
    path = [years, unit, match["part"].removeprefix("p")]
    return _reference(text, Span(begin, match.end()), path, match.span("doc"))


def _read(text: str, match: re.Match[str]) -> ArchiveReference | None:
    end = match.end()
    conference = _CONFERENCE.search(text, end, end + 90)
    years = _YEARS.match(text, end)
    if years is None and conference:
        years = _YEARS_LATER.match(text, conference.end() - 1)
    if years is None:
        return None
    end = years.end()
    unit = ""
    found = _VOLUME.match(text, end) or _VOLUME_LATER.match(text, end)
    if found:
        unit, end = volume(next(filter(None, found.groups()))), found.end()
    elif conference:
        unit = "berlin" if conference[1] == "Potsdam" else conference[1].casefold()
    part = _PART.match(text, end)
    which = volume(next(filter(None, part.groups()))) if part else ""
    end = part.end() if part else end
    if match["short"] and not unit:
        return None  # the Federal Register is cited so too, but has no Roman volumes of one year
    document = _DOCUMENT.match(text, end)
    span = Span(match.start(), document.end() if document else end)
    path = [_years(years["first"], years["last"] or ""), unit, which]
    return _reference(text, span, path, document.span("doc") if document else (-1, -1))


def _years(first: str, last: str) -> str:
    """The subseries in one spelling: "1952–54" and "1952-1954" are ``1952-54``."""
    last = dashes(last)[-2:]
    return f"{first}-{last}" if last and last != first[-2:] else first


def _reference(text: str, span: Span, path: list[str], document: tuple[int, int]) -> ArchiveReference:
    number = Part.of(text, *document) if document[0] >= 0 else None
    named = [unit for unit in path if unit]
    return ArchiveReference(
        scheme=NAME,
        level="item" if number else "file" if len(named) > 1 else "collection",
        id="frus:" + "/".join(named) + (f"/d{number.text.lstrip('0')}" if number else ""),
        span=span,
        number=number,
        locator_label="page",
    )
