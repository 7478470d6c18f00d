"""References by fond, inventory and file: "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97" in every script.

ГОСТ Р 7.0.5-2008, clause 11: repository, fond, inventory (опись), storage unit (дело, ед. хр.), leaf;
between opis and delo the Foreign Ministry's archive counts folders (папка), manuscript departments boxes
(картон).  The parts may come in any order and the identifier has them in the order of the hierarchy.
Transliterated, translated and Ukrainian labels mean the same parts, so all spellings share one identifier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from citekit.archives import dangan, repositories
from citekit.archives.leaves import LIST, normalised
from citekit.archives.reference import ArchiveReference, Level, Part
from citekit.archives.spelling import DASHES, signature
from citekit.model import Span

NAME = "fond"
GATE = (
    "оп", "Оп", "ОП", "д.", "Д.", "дел", "Дел", "хр", "пр.", "op.", "Op.", "opis", "Opis", "d.", "elo", "nventory", "全宗", "目录", "目錄",
    "Ф.", "ф.", "онд", "f.", "ond ", "Д ", "д ", "а.е", "а. е",
)  # fmt: skip

_ORDER = ("fond", "section", "opis", "karton", "book", "serial", "bundle", "papka", "portfolio", "column", "delo", "volume", "part")
_FILE = frozenset(("delo", "papka", "karton", "book", "bundle", "column", "portfolio"))
_LEAVES = frozenset(("leaf", "page"))

_NUMBER = rf"\d+(?:[{DASHES}]?[^\W\d_]{{1,2}}(?![^\W_]))?(?:[/{DASHES}]\d+[^\W\d_]?(?![^\W_]))*"
_HAN_NUMBER = r"[〇○零一二三四五六七八九十百]+(?:[(（]\d+[)）])?"
_FOND_NUMBER = rf"(?:(?<=[\s.:：号號])[A-ZА-ЯІ]{{1,3}}\.?\s?[{DASHES}]?\s?|(?<=[\s.:：])[рп][{DASHES}.]\s?)?{_NUMBER}|{_HAN_NUMBER}"
_SEVERAL = rf"{_HAN_NUMBER}|{_NUMBER}(?:,\s?\d{{1,5}}[^\W\d_]?(?=\s*[.,;)]|\s*$)(?!\s*,?\s*(?:г|С|с|р)\b)){{0,6}}"

_GAP = re.compile(
    r"[\s.,:，、。：/\-–—]*(?:\([^()]{0,60}\)|（[^（）]{0,40}）|[«\"“][^»\"”]{0,60}[»\"”]|"
    r"(?:[Рр]еф(?:ерентура|\.)?|[Rr]ef(?:erentura|\.)?)[^,.;]{0,30})?[\s.,:，、。：/\-–—]*"
)
_IBID = re.compile(r"(?:[Тт]ам\s+же|[Тт]ам\s+само|[Ii]bid(?:em)?|同上|同前)[\s.,:，：—–-]*(?:in\s|[Сс]м\.)?$")
_PAGES_HAN = re.compile(rf"[，,、\s]*第\s*(?P<leaves>{LIST})\s*(?P<unit>[页頁张張])")
_PAGES_PLAIN = re.compile(rf"[，,.]\s*(?:С|с|S|pp?|P)\.\s?(?P<leaves>{LIST})")


@dataclass(frozen=True, slots=True)
class _Element:
    unit: str
    label: str
    generic: bool
    value: str
    start: int
    value_start: int
    end: int


@cache
def _labels() -> dict[str, tuple[str, bool]]:
    """Every label in lower case without spaces and stops -> its unit, and whether it needs company."""
    labels: dict[str, tuple[str, bool]] = {}
    for unit, _, words in _rows():
        for word in words:
            labels[_key(word.strip("[]"))] = (unit, word.startswith("["))
    return labels


@cache
def letters() -> dict[str, str]:
    """The sign of each unit in identifiers."""
    return {unit: letter for unit, letter, _ in _rows()}


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    text = files("citekit.archives").joinpath("fond_labels.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((unit, letter, tuple(words.split(" | "))) for unit, letter, words in rows)


def _key(label: str) -> str:
    return re.sub(r"[\s.'’ʹ]+", "", label).casefold()


@cache
def _element_pattern() -> re.Pattern[str]:
    """One label with its number.  Single letters need a stop or a space before the number."""
    words: dict[str, list[str]] = {"fond": [], "leaf": [], "other": []}
    for unit, _, labels in _rows():
        family = "fond" if unit == "fond" else "leaf" if unit in _LEAVES else "other"
        for label in labels:
            plain = re.escape(label.strip("[]")).replace(r"\ ", r"\s?")
            capital = re.escape(label.strip("[]").capitalize()).replace(r"\ ", r"\s?")
            words[family] += {plain, capital, plain.upper() if label.isalpha() and len(label) <= 2 else plain}
    groups = {family: "|".join(sorted(set(group), key=len, reverse=True)) for family, group in words.items()}
    sign = r"(?:\.|[:：])?\s*(?:[№#]\s*|[Nn]os?\.\s*)?"
    return re.compile(
        rf"(?<![^\W\d_\u4e00-\u9fff])(?:(?P<fond>{groups['fond']}){sign}(?P<fond_number>{_FOND_NUMBER})"
        rf"|(?P<other>{groups['other']}){sign}(?P<number>{_SEVERAL})"
        rf"|(?P<leaf>{groups['leaf']}){sign}(?P<leaves>{LIST}))(?![^\W\d_\u4e00-\u9fff])"
    )


def find(text: str) -> list[ArchiveReference]:
    """All references by fond, inventory and file in *text*."""
    found: list[ArchiveReference] = []
    floor = 0
    for group in _groups(text):
        reference = _read(text, group, floor, bool(found))
        if reference is not None:
            found.append(reference)
            floor = reference.span.end
    return found


def _elements(text: str) -> list[_Element]:
    labels = _labels()
    elements = []
    for match in _element_pattern().finditer(text):
        for label, number in (("fond", "fond_number"), ("other", "number"), ("leaf", "leaves")):
            if match[label] is not None:
                unit, generic = labels[_key(match[label])]
                elements.append(
                    _Element(unit, match[label], generic, match[number], match.start(), match.start(number), match.end(number))
                )
    return elements


def _groups(text: str) -> list[list[_Element]]:
    """Runs of elements with nothing but punctuation between them and no unit twice."""
    groups: list[list[_Element]] = []
    for element in _elements(text):
        current = groups[-1] if groups else []
        joined = bool(current) and _GAP.fullmatch(text, current[-1].end, element.start) is not None
        if joined and _fits(current, element):
            unit = _unit_in_company(current, element)
            current.append(element if unit == element.unit else _with_unit(element, unit))
        else:
            groups.append([element])
    return groups


def _with_unit(element: _Element, unit: str) -> _Element:
    return _Element(unit, element.label, element.generic, element.value, element.start, element.value_start, element.end)


def _fits(current: list[_Element], element: _Element) -> bool:
    units = {e.unit for e in current}
    return element.unit not in units and element.unit != "fond" if element.unit not in _LEAVES else not units & _LEAVES


def _unit_in_company(current: list[_Element], element: _Element) -> str:
    """What an ambiguous label means after *current*: "p. 5" behind a file is a page, before it a folder."""
    if element.unit == "papka" and element.value.isascii():
        files_named = any(e.unit == "delo" for e in current)
        if files_named and not any(e.unit == "papka" for e in current) and _is_latin(current):
            return "page"
    return element.unit


def _is_latin(current: list[_Element]) -> bool:
    return all(e.unit != "opis" or e.value.isascii() for e in current)


def _read(text: str, group: list[_Element], floor: int, follows: bool) -> ArchiveReference | None:
    leaves = [e for e in group if e.unit in _LEAVES]
    parts = [e for e in group if e.unit not in _LEAVES]
    while parts and leaves and parts[-1].start > leaves[0].start:
        parts.pop()
    if not parts:
        return None
    units = {e.unit for e in parts}
    if any(e.generic for e in parts) and len(parts) < 3 and "opis" not in units:
        return None
    ibid = _IBID.search(text, max(floor, parts[0].start - 30), parts[0].start) is not None
    holding = None if ibid else repositories.before(text, parts[0].start, floor)
    if not _is_reference(units, bool(leaves), ibid or follows, holding):
        return None
    end = (leaves or parts)[-1].end
    outer_start, outer_end = parts[0].start, max(end, parts[-1].end)
    locator, locator_span, label = _locator(text, leaves, outer_end)
    if locator_span is not None:
        outer_end = max(outer_end, locator_span.end)
    abbreviation = None
    if holding is None and not ibid and "fond" in units:
        holding = repositories.after(text, outer_end)
    if holding is not None:
        outer_start, outer_end = min(outer_start, holding.start), max(outer_end, holding.end)
        abbreviation = holding.abbreviation or repositories.definition(text, outer_end)
    elided = ibid or "fond" not in units or (holding is None and follows)
    level: Level = "file" if units & _FILE else "collection"
    chinese = holding is not None and holding.kind != NAME and not holding.name.text.isascii() and _is_han(parts)
    return ArchiveReference(
        scheme=dangan.NAME if chinese else NAME,
        level=level,
        id=_identifier(parts, holding.code if holding else "", elided, chinese),
        span=Span(outer_start, outer_end),
        repository=holding.name if holding else None,
        place=holding.place if holding else None,
        collection=_part(text, [e for e in parts if e.unit == "fond"]),
        location=_part(text, [e for e in parts if e.unit != "fond"]),
        locator=locator,
        locator_span=locator_span,
        locator_label=label,
        abbreviation=abbreviation,
        elided=elided,
    )


def _is_reference(units: set[str], leaves: bool, goes_on: bool, holding: repositories.Holding | None) -> bool:
    """Whether the labels together can only be archival: "д. 5" alone may be a house, "f. 12" a leaf."""
    below = units & (_FILE | {"opis"})
    if "fond" in units:
        return bool(below) or (holding is not None and repositories.lookup(holding.name.text) is not None)
    if {"opis", "delo"} <= units:
        return True
    return bool(below) and (goes_on or (leaves and bool(units & {"delo", "opis"})))


def _is_han(parts: list[_Element]) -> bool:
    return parts[0].label[0] > "\u4e00"


def _identifier(parts: list[_Element], code: str, elided: bool, chinese: bool) -> str:
    sign = letters()
    ranked = sorted(parts, key=lambda e: _ORDER.index(e.unit))
    if chinese:
        return f"{code}:{dangan.joined([e.value for e in ranked])}"
    path = "/".join(sign[e.unit] + signature(e.value) for e in ranked)
    return f":{path}" if elided else f"{code}:{path}" if code else path


def _part(text: str, elements: list[_Element]) -> Part | None:
    if not elements:
        return None
    return Part.of(text, elements[0].start, elements[-1].end)


def _locator(text: str, leaves: list[_Element], end: int) -> tuple[str | None, Span | None, str]:
    if leaves:
        first = leaves[0]
        return normalised(first.value), Span(first.start, first.end), "page" if first.unit == "page" else "folio"
    for pattern in (_PAGES_HAN, _PAGES_PLAIN):
        match = pattern.match(text, end)
        if match:
            at = next(i for i in range(match.start(), match.end()) if text[i] not in " ,.，、")
            return normalised(match["leaves"]), Span(at, match.end()), "page"
    return None, None, "folio"
