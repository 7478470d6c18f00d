"""Chinese file numbers (档号): the Foreign Ministry's, and those of central, provincial and city archives.

档号编制规则 (DA/T 13-2022): fonds, catalogue (目录), file (案卷), item (件), joined by hyphens; hence
"全宗号1011，案卷号5961" and "1011-5961" are one number.  The Foreign Ministry's numbers (106-00023-01) go to
one paper or a few kept together; the count in brackets behind them, like a page, locates within.
"""

from __future__ import annotations

import re

from citekit.archives import han, holdings, repositories
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Level, Part
from citekit.archives.spelling import dashes, han_number, simplified
from citekit.archives.tables import words
from citekit.model import Span

NAME = "dangan"
GATE = (
    *(
        "馆",
        "館",
        "档案室",
        "檔案室",
        "档案局",
        "档号",
        "檔號",
        "号：",
        "號：",
        "外档",
        "二档",
        "部档案",
        "藏",
        "上档",
        "КНР",
        "городской архив",
        "муниципальный архив",
        "архив Китая",
    ),
    *(
        "FMA",
        "Foreign Ministry",
        "Affairs of the P",
        "Municipal Arch",
        "Provincial Arch",
        "Historical Archives",
    ),
    *("-00", "–00", "—00"),
    *repositories.acronyms("dangan"),
)

_FOREIGN_MINISTRY = lazy(r"^\d{3}-\d{5}-\d{2}$")
_MINISTRY_PAPERS = lazy(r"外交部(?:解密|开放|開放)?[档檔]案[》」”]?[\s，,：:、]*$")
"""The ministry's papers before one of its numbers: the archive is not named, but can be no other."""

_YEARS = lazy(r"^(?:1[6-9]|20)\d\d-(?:1[6-9]|20)?\d\d(?:-\d\d?)?$")
_ENGLISH_LABEL = lazy(
    r"(?:(?:[Ff]ile|[Dd]oc(?:ument)?\.?|[Aa]rchive|[Dd]ossier|[Дд]ело|[Дд]\.|[Dd]ang'?an(?: hao)?)?\s?"
    r"(?:[Nn]os?\.?|[Nn]umber|№|#)?[\s:]*)$"
)
_STROKE = lazy(
    r"(?<=[，,\s：:藏])(?P<fonds>\d{1,4}(?:[(（]\d+[)）])?)\s?(?:/|(?P<open>[（(]))(?P<file>\d{1,6})(?(open)[)）])"
    r"(?![\d/])"
)
"""Fonds and file parted by a stroke or with the file in brackets: "787/2345", "787（2345）"."""

_HAN_GROUP = lazy(r"^[〇○零一二三四五六七八九十百]+")
_HELD = lazy(
    lambda: (
        rf"(?:[，,。\s：:（(]|^)(?P<archive>[\u4e00-\u9fff]{{2,30}}(?:{words('han heads')}))"
        r"(?:收|馆|館|保|典)?藏(?=[，,。；;）)\s、]|$)"
    )
)
_TOWN = lazy(lambda: rf"(?:{words('han towns')})(?=[:：]$)")


def find(text: str) -> list[ArchiveReference]:
    """All references to Chinese archives in *text*, by number and by collection and holder."""
    found: list[ArchiveReference] = []
    floor = 0
    candidates = list(han.numbers(text))
    if "/" in text or "（" in text or "(" in text:
        strokes = [match for match in _STROKE.finditer(text) if _is_held(text, match.start())]
        candidates += [("", f"{m['fonds']}-{m['file']}", *m.span()) for m in strokes]
        candidates.sort(key=lambda one: one[2:])
    for label, printed, start, end in candidates:
        if start < floor:
            continue
        reference = _numbered(text, label, printed, (start, end), floor)
        if reference:
            found.append(reference)
            floor = reference.span.end
    for match in _HELD.finditer(text) if "藏" in text else ():
        if all(match.end() <= r.span.start or match.start() >= r.span.end for r in found):
            found.append(_held(text, match))
    return found


def _is_held(text: str, at: int) -> bool:
    """Whether the name of a Chinese archive of the table stands right before *at*."""
    holding = holdings.before(text, at, known_only=True)
    return holding is not None and holding.kind == NAME


def canonical(number: str) -> str:
    """A file number in one spelling: plain hyphens, Arabic digits, without the count in brackets."""
    plain = re.sub(r"\s", "", dashes(number).replace("（", "(").replace("）", ")")).rstrip("./")
    plain = re.sub(r"\(\d+\)$", "", plain)
    plain = simplified(plain)
    return "-".join(_HAN_GROUP.sub(lambda m: han_number(m[0]), group) for group in plain.split("-"))


def _numbered(
    text: str, label: str, printed: str, span: tuple[int, int], floor: int
) -> ArchiveReference | None:
    number = canonical(printed)
    start, end = span
    if not label:
        if _YEARS.match(number):
            return None
        english = _ENGLISH_LABEL.search(text, floor, start)
        start = english.start() if english else start
    ministry = _FOREIGN_MINISTRY.match(number) is not None
    seen = han.around(text, start, end, floor)
    if seen.holding is None:
        if not label and not ministry:
            return None
    elif seen.kind != NAME and (seen.kind or seen.holding.name.text.isascii()):
        return None
    level: Level = "item" if ministry or number.count("-") >= 3 else "file"
    unnamed = "prcfma" if ministry and _MINISTRY_PAPERS.search(text, floor, start) else NAME
    code = seen.holding.code if seen.holding else unnamed
    return han.reference(text, NAME, level, f"{code}:{number.casefold()}", seen, Part.of(text, *span))


def _held(text: str, match: re.Match[str]) -> ArchiveReference:
    """A collection with its holder and no number: "李劼人档案，中共四川省委统战部档案室藏"."""
    start, end = match.span("archive")
    seen = han.around(text, match.end(), match.end(), 0)
    name = re.sub(r"^(?:现|現|参见|见|原件)", "", match["archive"])
    start = end - len(name)
    before, _ = han.collection_before(text, start, 0)
    code = repositories.code_of(name)
    begin = before.span.start if before else start
    town = _TOWN.search(text, max(0, begin - 6), begin)
    return ArchiveReference(
        scheme=NAME if before else "repository",
        level="collection",
        id=f"{code}:{before.text.strip('《》“”「」')}" if before else code,
        span=Span(begin, max(match.end(), seen.leaves[1].end if seen.leaves else 0)),
        repository=Part.of(text, start, end),
        place=Part.of(text, town.start(), town.end()) if town else None,
        collection=before,
        locator=seen.leaves[0] if seen.leaves else None,
        locator_span=seen.leaves[1] if seen.leaves else None,
        locator_label="page",
    )


def joined(numbers: list[str]) -> str:
    """The file number that the labelled parts 全宗号, 目录号, 案卷号 make up."""
    return canonical("-".join(numbers))
