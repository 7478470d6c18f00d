"""What stands around a Chinese archive number: label, collection, repository, leaf, in either order.

The 2007 rules of 《历史研究》 and the 2019 rules of the Chinese Academy of Social Sciences' journals give
title, date, collection, number, holder ("北洋档案1011-5961，中国第二历史档案馆藏"); most authors put the holder first
("外交部档案馆，档号：106-00023-01"), publications in Taiwan the collection in 《》 ("《蔣中正總統文物》，國史館藏，典藏號：…").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.archives import repositories
from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Level, Part
from citekit.model import Span

LABEL = (
    r"(?:数位典藏号|數位典藏號|典藏号|典藏號|入藏登录号|入藏登錄號|馆藏号|館藏號|档案编号|檔案編號|档案号|檔案號|档号|檔號|全宗案卷号|案卷号|案卷號|"
    r"卷宗号|卷宗號|文件编号|编号|編號|索档号|索書號|索书号|微卷号)"
)
NUMBER = (
    r"(?:[A-Z]{1,4}\d{0,3}|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}(?<![档案藏馆館号號第年月日页頁卷期])(?=\d))?[\d〇一二三四五六七八九十]+[A-Za-z]?(?:[(（]\d+[)）])?"
    r"(?:\s?[-‐‑–—－]\s?(?:[A-Z]{1,3}(?=[-–—－]))?\d*[A-Za-z]{0,2}(?<=[\dA-Za-z])){1,6}(?:\s?[(（]\d+[)）])?"
)
"""Groups of digits joined by hyphens, with the letters or the one or two characters that open a class."""

_COLLECTION = lazy(
    r"(?P<name>《[^《》]{2,30}》|[“\"「][^“”\"「」]{1,24}[”\"」](?:全宗|档案|檔案)?|[\u4e00-\u9fffA-Za-z·（）()]{1,24}(?:档案|檔案|全宗|文物|文书|文書|卷宗|个人档))[藏]?[\s，,：:、;；]*$"
)
_COLLECTION_AFTER = lazy(
    r"[\s，,（(]*(?P<name>《[^《》]{2,30}》|[“\"「][^“”\"「」]{1,24}[”\"」](?:全宗|档案|檔案)?|[\u4e00-\u9fff·]{1,20}(?:档案|檔案|全宗|文物|文书|文書))(?=[\s，,）)]*[\u4e00-\u9fff]{2,30}藏)"
)
_SERIES_TITLE = lazy(r"(?:文物|档案|檔案|全宗|文书|文書|专档|專檔|档)[》”」\"]?$")
_GENERIC = lazy(
    r"^(?:[藏之的]?(?:历史|原始|馆藏|館藏|该|解密|开放|相关|有关)?(?:档案|檔案|全宗|卷宗|文书|文書))$"
)
_HOLDER = lazy(
    r".*(?:档案馆|檔案館|档案室|檔案室|國史館|国史馆|黨史館|党史馆|馆|館)藏?(?=[“《「\u4e00-\u9fff])"
)
_QUOTES = '《“「"'
_PLACE = lazy(r"(?P<place>[\u4e00-\u9fff]{2,4})[:：]$")
_HELD = lazy(r"[\s，,（(；]*(?:原件)?(?:现藏于?|現藏於?|藏于|藏於)?")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything recognised next to a number: the span of the whole and its parts."""

    start: int
    end: int
    holding: repositories.Holding | None
    collection: Part | None
    place: Part | None
    leaves: tuple[str, Span, str] | None

    @property
    def kind(self) -> str:
        return self.holding.kind if self.holding else ""


def around(text: str, start: int, end: int, floor: int = 0) -> Surroundings:
    """The repository, collection and leaf that stand before or behind the number ``text[start:end]``."""
    collection, begin = collection_before(text, start, floor)
    holding = repositories.before(text, begin, floor)
    if holding is not None and not _is_archive(holding):
        holding = None
    if (
        holding is None
        and collection
        and collection.text[0] in _QUOTES
        and not _SERIES_TITLE.search(collection.text)
    ):
        collection, begin = None, start
    if holding is not None and collection is None:
        collection, _ = collection_before(text, holding.start, floor)
        if collection and collection.text[0] in _QUOTES and not _SERIES_TITLE.search(collection.text):
            collection = None
    leaves = behind(text, end)
    outer = leaves[1].end if leaves else end
    if holding is None:
        later = _COLLECTION_AFTER.match(text, outer) if collection is None else None
        at = later.end() if later else outer
        held = _HELD.match(text, at)
        holding = repositories.after(text, held.end() if held else at)
        if holding is not None and _is_archive(holding):
            outer = holding.end
            if later:
                collection = Part.of(text, later.start("name"), later.end("name"))
        else:
            holding = None
    place = holding.place if holding else None
    begin = min(begin if collection or holding else start, collection.span.start if collection else start)
    if holding is not None:
        begin = min(begin, holding.start)
        town = _PLACE.search(text, max(floor, holding.start - 6), holding.start)
        if town:
            place = Part.of(text, town.start("place"), town.end("place"))
            begin = min(begin, town.start())
    if leaves is None:
        leaves = behind(text, outer)
        outer = leaves[1].end if leaves else outer
    return Surroundings(begin, outer, holding, collection, place, leaves)


def _is_archive(holding: repositories.Holding) -> bool:
    return holding.kind in ("dangan", "guoshiguan", "") or not holding.name.text.isascii()


def collection_before(text: str, start: int, floor: int) -> tuple[Part | None, int]:
    """The collection named before *start*, and where it begins; words like 馆藏档案 name none but are passed over."""
    match = _COLLECTION.search(text, max(floor, start - 44), start)
    if match is None:
        return None, start
    name, stop = match["name"], match.end("name")
    holder = _HOLDER.match(name)
    if holder and not repositories.lookup(name):
        name = name[holder.end() :]
    name = re.sub(r"^[藏的]", "", name)
    at = stop - len(name)
    if repositories.lookup(name):
        return None, start
    if len(name) < 3 or _GENERIC.match(name):
        return None, at
    return Part.of(text, at, stop), at


def reference(
    text: str, scheme: str, level: Level, identifier: str, seen: Surroundings, location: Part
) -> ArchiveReference:
    """The reference that the number and its surroundings make up."""
    return ArchiveReference(
        scheme=scheme,
        level=level,
        id=identifier,
        span=Span(min(seen.start, location.span.start), max(seen.end, location.span.end)),
        repository=seen.holding.name if seen.holding else None,
        place=seen.place,
        collection=seen.collection,
        location=location,
        locator=seen.leaves[0] if seen.leaves else None,
        locator_span=seen.leaves[1] if seen.leaves else None,
        locator_label=seen.leaves[2] if seen.leaves else "page",
        abbreviation=seen.holding.abbreviation if seen.holding else None,
    )
