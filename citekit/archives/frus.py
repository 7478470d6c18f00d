"""Foreign Relations of the United States: "FRUS, 1950, vol. VII", "FRUS 1952–1954, XV, part 1, doc. 12".

Office of the Historian, "Citing the Foreign Relations series": subseries years, volume, part, document
number.  The volume (with its part) is a container; a document number names one document of it.
Editors, imprint and pages are not identity.
"""

from __future__ import annotations

import re

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes, volume
from citekit.model import Span

NAME = "frus"
GATE = (
    "FRUS",
    "Foreign Relations of the",
    "foreign relations of the",
    "FOREIGN RELATIONS",
    "/frus",
    "美国对外关系",
    "美国外交文件",
    "ФРУС",
    "F.R.U.S",
)

_SERIES = lazy(
    r"(?:The\s)?(?:[“\"]?(?:Papers Relating to the )?Foreign Relations of the (?:United States|U\.\s?S\.|US)(?:: Diplomatic Papers|, Diplomatic Papers)?"
    r"[”\"]?(?:\s?[(\[](?:hereafter |hereinafter |henceforth |cited as )*[“\"]?FRUS[”\"]?[)\]])?|F\.?R\.?U\.?S\.?|ФРУС|FOREIGN RELATIONS OF THE UNITED STATES|"
    r"《?美国(?:对外关系|外交)文件集?》?(?:[(（]FRUS[)）])?)",
    re.IGNORECASE,
)
_YEARS = lazy(
    r"[\s,.:;(\[–—“”\"《》，：、]*(?P<first>1[89]\d\d|20[01]\d)(?:\s?[-–—/]\s?(?P<last>\d{4}|\d\d)(?!\d))?年?[)\]]?"
)
_YEARS_LATER = lazy(r"[^;]{0,90}?[\s,(](?P<first>1[89]\d\d)(?:\s?[-–—/]\s?(?P<last>\d{4}|\d\d)(?!\d))?[)\]]?")
_VOLUME = lazy(
    r"[\s,.:;/，、]*(?:(?:[Vv]ol(?:ume|s?\.?)|VOL\.?|[Tt]ome|[Тт]\.|№)\s?(?P<labelled>[IVXLC]+|\d+|E-\d+)|第\s?(?P<han>\d+|[IVXL]+)\s?卷|"
    r"(?P<roman>[IVXL]+)(?=[\s,.:;)/，]|$)|(?P<bare>\d{1,2})(?=:\s?\d|,?\s[Pp](?:ar)?t\.?\s))(?![^\W_\u4e00-\u9fff])"
)
_LATER_VOLUME = lazy(
    r"[^;]{0,140}?[\s,(](?:[Vv]ol(?:ume|s?\.?)|VOL\.?)\s?(?P<labelled>[IVXLC]+|\d+|E-\d+)(?![^\W_])"
)
_PART = lazy(
    r"(?:[,:]\s[A-Z][^,;()]{0,40}(?=,\s[Pp](?:ar)?t))?[\s,.:;(，]*(?:[Pp](?:ar)?t\.?s?\s?(?P<part>\d|[IVX]+)|第\s?(?P<han>\d)\s?(?:部分|分册)|(?<=[IVXLC\d])/(?P<slash>\d)|(?<=[IVXLC\d]):(?P<colon>\d)(?=[\s,.)]|$))"
)
_DOCUMENT = lazy(
    r"[^;]{0,160}?[\s,(，](?:[Dd]oc(?:ument)?s?\.?|[Nn]o\.|№|#|第)\s?(?:[Nn]o\.\s?)?(?P<doc>\d{1,4})(?:\s?号)?(?![\d/–-])"
)
_URL = lazy(
    r"frus(?P<years>\d{4}(?:-\d\d)?)(?P<volume>(?:ve?\d+)?)(?P<part>(?:p\d)?)(?P<name>[A-Z][A-Za-z]+)?(?:/d(?P<doc>\d+)|/(?:pg_\d+|ch\w+))?"
)
_CONFERENCE = lazy(r"(Malta|Yalta|Potsdam|Berlin|Tehran|Cairo|Quebec|Casablanca)")


def find(text: str) -> list[ArchiveReference]:
    """All volumes and documents of the series in *text*."""
    found = []
    floor = 0
    for match in re.finditer(r"/(?=frus\d{4})", text):
        reference = _from_url(text, match.end())
        if reference:
            found.append(reference)
    for match in _SERIES.finditer(text):
        if match.start() < floor or text[match.start() - 1 : match.start()] == "/":
            continue
        reference = _read(text, match)
        if reference:
            found.append(reference)
            floor = reference.span.end
    return found


def _from_url(text: str, start: int) -> ArchiveReference | None:
    match = _URL.match(text, start)
    if match is None:
        return None
    first, _, last = match["years"].partition("-")
    unit = volume(match["volume"].lstrip("v")) if match["volume"] else (match["name"] or "").casefold()
    path = "/".join(filter(None, (_years(first, last), unit, match["part"].removeprefix("p"))))
    begin = text.rfind("http", 0, start)
    begin = begin if begin >= 0 and " " not in text[begin:start] else start
    return _reference(text, Span(begin, match.end()), path, (match.start("doc"), match.end("doc")))


def _read(text: str, match: re.Match[str]) -> ArchiveReference | None:
    end = match.end()
    named = _CONFERENCE.search(text, end, end + 90)
    years = _YEARS.match(text, end)
    if years is None and named:
        years = _YEARS_LATER.match(text, named.end() - 1)
    if years is None:
        return None
    found = _VOLUME.match(text, years.end()) or _LATER_VOLUME.match(text, years.end())
    unit = ""
    end = years.end()
    if found:
        printed = found["labelled"] or (
            found.groupdict().get("han")
            or found.groupdict().get("roman")
            or found.groupdict().get("bare")
            or ""
        )
        unit, end = volume(printed), found.end()
    elif named:
        unit = "berlin" if named[1] == "Potsdam" else named[1].casefold()
    part = _PART.match(text, end)
    if part:
        end = part.end()
    which = volume(part["part"] or part["han"] or part["slash"] or part["colon"]) if part else ""
    path = "/".join(filter(None, (_years(years["first"], years["last"] or ""), unit, which)))
    document = _DOCUMENT.match(text, end)
    if document:
        end = document.end()
    return _reference(text, Span(match.start(), end), path, document.span("doc") if document else (-1, -1))


def _years(first: str, last: str) -> str:
    """The subseries in one spelling: "1952–54" and "1952-1954" are ``1952-54``."""
    last = dashes(last)[-2:]
    return f"{first}-{last}" if last and last != first[-2:] else first


def _reference(text: str, span: Span, path: str, document: tuple[int, int]) -> ArchiveReference:
    number = Part.of(text, *document) if document[0] >= 0 else None
    return ArchiveReference(
        scheme=NAME,
        level="item" if number else "file" if "/" in path else "collection",
        id=f"frus:{path}" + (f"/d{number.text.lstrip('0')}" if number else ""),
        span=span,
        number=number,
        locator_label="page",
    )
