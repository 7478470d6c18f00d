"""What stands around a Chinese archive number: label, collection, repository, leaf, in either order.

The note rules of the Chinese Academy of Social Sciences' journals give title, date, collection, number and
holder ("北洋档案1011-5961，中国第二历史档案馆藏"); most authors put the holder first ("外交部档案馆，档号：
106-00023-01"), publications in Taiwan the collection in 《》 ("《蔣中正總統文物》，國史館藏，典藏號：…").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.archives import holdings, repositories
from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Level, Part
from citekit.archives.tables import words
from citekit.model import Span

_CLASS = (
    r"(?:[A-Z]{1,4}\d{0,3}|"
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}(?<![档案藏馆館号號第年月日页頁卷期])(?=\d))"
)
NUMBER = (
    rf"{_CLASS}?[\d〇一二三四五六七八九十]+[A-Za-z]?(?:[(（]\d+[)）])?"
    r"(?:\s?[-‐‑–—－]\s?(?:[A-Z]{1,3}(?=[-–—－]))?\d*[A-Za-z]{0,2}(?<=[\dA-Za-z])){1,6}(?:\s?[(（]\d+[)）])?"
)
"""Groups of digits joined by hyphens, with the letters or the one or two characters that open a class."""

CLASS_AND_STROKE = r"(?:[\u4e00-\u9fff]{1,3}\s?)?\d+(?:\.\d+)?/\d+(?:\.\d+)*"
"""The numbers of the party's archive in Taipei: 會5.3/123, 特30/12."""

_NUMERALS = frozenset("0123456789〇一二三四五六七八九十")
_CLASS_AT = lazy(r"[\u4e00-\u9fff]{1,2}(?<![档案藏馆館号號第年月日页頁卷期])(?=\d)")
_QUOTED = r"《[^《》]{2,30}》|[“\"「][^“”\"「」]{1,24}[”\"」](?:全宗|档案|檔案)?"
_COLLECTION = lazy(
    lambda: (
        rf"(?P<name>{_QUOTED}|[\u4e00-\u9fffA-Za-z·（）()]{{1,24}}(?:{words('han collections')}))"
        r"[藏]?[\s，,：:、;；]*$"
    )
)
_COLLECTION_AFTER = lazy(
    lambda: (
        rf"[\s，,（(]*(?P<name>{_QUOTED}|[\u4e00-\u9fff·]{{1,20}}(?:{words('han collections')}))"
        r"(?=[\s，,）)]*[\u4e00-\u9fff]{2,30}藏)"
    )
)
_SERIES_TITLE = lazy(lambda: rf"(?:{words('han collections')}|专档|專檔|档)[》”」\"]?$")
"""What ends a quoted collection's name; a quoted title of a document does not end so."""

_GENERIC = lazy(
    lambda: rf"^(?:[藏之的]?(?:历史|原始|馆藏|館藏|该|解密|开放|相关|有关)?(?:{words('han collections')}))$"
)
_HOLDER = lazy(lambda: rf".*(?:{words('han heads')}|馆|館)藏?(?=[“《「\u4e00-\u9fff])")
_QUOTES = '《“「"'
_UNKNOWN_SERIES = lazy(
    r"(?:(?<=[，,：:、\s藏])|^)(?P<name>[《“\"「(（]?[A-Z\u4e00-\u9fff](?:[^\d，,。.;；]|\.(?=\w|,)){1,44}?)[，,：:、\s]+$"
)
"""A series without a word that tells it as one: "录副奏折", "Junjichu lufu zouzhe"."""

_NOT_A_SERIES = lazy(
    lambda: (
        rf"(?:[编編著译譯撰辑輯]|出版社|[书書]局|[日月时時]报|{words('publishers')})[》”」\"]?$"
        r"|\bed(?:s|ited)?\b"
    )
)

_HELD = lazy(r"[\s，,（(；]*(?:原件)?(?:现藏于?|現藏於?|藏于|藏於)?")


_LABELLED = lazy(
    lambda: (
        rf"(?P<label>{words('han number labels')})(?:为|是)?[\s:：]*(?P<number>{NUMBER}|{CLASS_AND_STROKE}|"
        r"(?:[\u4e00-\u9fff]{1,3}|[A-Z]{1,3})?\d[\dA-Za-z./]*(?:[(（]\d+[)）])?)"
    )
)
_HYPHEN = lazy(r"[\d〇一二三四五六七八九十][A-Za-z]?[)）]?\s?[-‐‑–—－]\s?[\dA-Z]")
_BARE = lazy(rf"(?P<number>{NUMBER})(?![A-Za-z\d/]|[-–—]\d)")
_PAGES = lazy(r"^\d{1,4}[-‐‑–—－]\d{1,4}$")


def numbers(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Every archive number of *text* in order: its label (or ""), the number, where both together stand."""
    found = []
    if "号" in text or "號" in text:
        found = [(m["label"], m["number"], *m.span()) for m in _LABELLED.finditer(text)]
    for hyphen in _HYPHEN.finditer(text):
        match = _BARE.match(text, _number_start(text, hyphen.start()))
        if match and match.end() >= hyphen.end() and not _is_range(text, match):
            found.append(("", match["number"], *match.span()))
    end = 0
    for label, number, start, stop in sorted(found, key=lambda one: one[2:]):
        if start >= end:
            yield label, number, start, stop
            end = stop


def _number_start(text: str, at: int) -> int:
    """Where the number that holds the character at *at* begins, class letters and characters included."""
    while at > 0 and (text[at - 1] in _NUMERALS or (text[at - 1].isascii() and text[at - 1].isalpha())):
        at -= 1
    if at > 0 and text[at - 1] in "(（" and text[at].isdigit():
        return _number_start(text, at - 1)
    for size in (2, 1):
        start = at - size
        if (
            start >= 0
            and _CLASS_AT.match(text, start)
            and not (start and "\u4e00" <= text[start - 1] <= "\u9fff")
        ):
            return start
    return at


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Whether the number is rather a range of pages or years: two short groups, no archive before."""
    if _PAGES.match(match["number"]) is None:
        return False
    before = text[: match.start()].rstrip(" ，,：:、")[-1:]
    return not ("\u4e00" <= before <= "\u9fff") or before in "第年月"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything recognised next to a number: the span of the whole and its parts."""

    start: int
    end: int
    holding: holdings.Holding | None
    collection: Part | None
    place: Part | None
    leaves: tuple[str, Span, str] | None

    @property
    def kind(self) -> str:
        """How the repository numbers its holdings, as its table has it."""
        return self.holding.kind if self.holding else ""


def around(text: str, start: int, end: int, floor: int = 0) -> Surroundings:
    """The repository, collection and leaf that stand before or behind the number ``text[start:end]``."""
    holding, collection, begin = _before(text, start, floor)
    leaves = behind(text, end)
    outer = leaves[1].end if leaves else end
    if holding is None:
        holding, later, outer = _behind(text, outer, collection is None)
        collection = collection or later
    place = holding.place if holding else None
    if holding is not None:
        begin = min(begin, holding.start)
    if leaves is None:
        leaves = behind(text, outer)
        outer = leaves[1].end if leaves else outer
    return Surroundings(begin, outer, holding, collection, place, leaves)


def _before(text: str, start: int, floor: int) -> tuple[holdings.Holding | None, Part | None, int]:
    """Repository and collection before *start*, in either order, and where they begin."""
    collection, begin = collection_before(text, start, floor)
    holding = holdings.before(text, begin, floor)
    if holding is not None and not _is_archive(holding):
        holding = None
    if holding is None or (not holding.kind and holding.name.text.isascii()):
        beyond = _beyond_series(text, begin, floor) if _is_long(text, start) else None
        if beyond:
            holding, collection = beyond[0], collection or beyond[1]
    if holding is None and collection and not _is_series(collection):
        collection, begin = None, start
    if holding is not None and collection is None:
        collection, _ = collection_before(text, holding.start, floor)
        if collection and not _is_series(collection):
            collection = None
    if collection:
        begin = min(begin, collection.span.start)
    elif holding is None:
        begin = start
    return holding, collection, begin


def _is_long(text: str, start: int) -> bool:
    """Whether the number at *start* has three groups at least, as no range has."""
    return sum(text.count(dash, start, start + 24) for dash in "-–—") > 1


def _beyond_series(text: str, begin: int, floor: int) -> tuple[holdings.Holding, Part] | None:
    """The known archive before one or two series that stand between it and the number, and the series."""
    stop = at = begin
    for _ in range(2):
        series = _UNKNOWN_SERIES.search(text, max(floor, at - 60), at)
        if series is None or _NOT_A_SERIES.search(series["name"]):
            return None
        at, stop = series.start("name"), stop if stop < begin else series.end("name")
        holding = holdings.before(text, at, floor, known_only=True)
        if holding is not None and holding.kind in ("dangan", "guoshiguan"):
            return holding, Part.of(text, at, stop)
    return None


def _behind(text: str, end: int, search: bool) -> tuple[holdings.Holding | None, Part | None, int]:
    """Repository (and collection, if one is *searched* for) behind *end*, and where they end."""
    later = _COLLECTION_AFTER.match(text, end) if search else None
    at = later.end() if later else end
    held = _HELD.match(text, at)
    holding = holdings.after(text, held.end() if held else at)
    if holding is None or not _is_archive(holding):
        return None, None, end
    return holding, Part.of(text, *later.span("name")) if later else None, holding.end


def _is_series(collection: Part) -> bool:
    return collection.text[0] not in _QUOTES or _SERIES_TITLE.search(collection.text) is not None


def _is_archive(holding: holdings.Holding) -> bool:
    return holding.kind in ("dangan", "guoshiguan", "") or not holding.name.text.isascii()


def collection_before(text: str, start: int, floor: int) -> tuple[Part | None, int]:
    """The collection named before *start*, and where it begins; 馆藏档案 names none and is passed over."""
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
