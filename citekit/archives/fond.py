"""References by fond, inventory and file: "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97" in every script.

ГОСТ Р 7.0.5-2008, clause 11: repository, fond, inventory (опись), storage unit (дело, ед. хр.), leaf;
between opis and delo the Foreign Ministry's archive counts folders (папка), manuscript departments boxes
(картон).  The parts may come in any order and the identifier has them in the order of the hierarchy.
Transliterated, translated and Ukrainian labels mean the same parts, so all spellings share one identifier.
"""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.archives import dangan, han, holdings, repositories
from citekit.archives.fond_labels import LEAVES, Element, elements, letters
from citekit.archives.leaves import LIST, normalised
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Level, Part
from citekit.archives.spelling import signature
from citekit.model import Span

NAME = "fond"
GATE = ("",)
"""Every text: the labels are single letters, and looking for them is cheaper than a list of substrings."""

_ORDER = (
    "fond",
    "section",
    "opis",
    "perechen",
    "karton",
    "book",
    "serial",
    "bundle",
    "papka",
    "portfolio",
    "column",
    "delo",
    "document",
    "volume",
    "part",
)
_INVENTORY = frozenset(("opis", "perechen"))
_FILE = frozenset(("delo", "papka", "karton", "book", "bundle", "column", "portfolio"))

_GAP = lazy(
    r"[\s.,:，、。：/\-–—]*(?:\([^()]{0,60}\)|(?:1[5-9]|20)\d\d\s?гг?\.|（[^（）]{0,40}）|[«\"“][^»\"”]{0,60}[»\"”]|"
    r"(?:[Рр]еф(?:ерентура|\.)?|[Rr]ef(?:erentura|\.)?)[^,.;]{0,30})?[\s.,:，、。：/\-–—]*"
)
_COMPACT = lazy(
    r"(?<![\w/.-])(?P<fond>[A-ZА-Я]?-?\d{1,5})(?P<by>[/–—-])(?P<opis>\d{1,6}[a-zа-я]?)(?P=by)(?P<delo>\d{1,5}[a-zа-я]?)"
    r"(?:(?P=by)(?P<more>\d{1,5}[a-zа-я]?))?(?:(?P=by)(?P<leaf>\d+(?:[-–]\d+)?))?(?![\w/]|[-–]\d)"
)
"""Fond, opis, delo, leaf by position, a habit of Western authors: "RGASPI, 17/3/1080/3"."""
_SOVIET_FOND = lazy(r"^garf:f(?=[2-9]\d{3}|\d{5})")
_IBID = lazy(r"(?:[Тт]ам\s+же|[Тт]ам\s+само|[Ii]bid(?:em)?|同上|同前)[\s.,:，：—–-]*(?:in\s|[Сс]м\.)?$")
_PAGES_HAN = lazy(rf"[，,、\s]*第\s*(?P<leaves>{LIST})\s*(?P<unit>[页頁张張])")
_PAGES_PLAIN = lazy(rf"[，,.]\s*(?:С|с|S|pp?|P)\.\s?(?P<leaves>{LIST})")


def find(text: str) -> list[ArchiveReference]:
    """All references by fond, inventory and file in *text*."""
    found: list[ArchiveReference] = []
    floor = 0
    if any(sign in text for sign in "/-–—"):
        found += [r for match in _COMPACT.finditer(text) if (r := _compact(text, match)) is not None]
    for group in _groups(text):
        reference = _read(text, group, floor, bool(found))
        if reference is not None:
            found.append(reference)
            floor = reference.span.end
    return found


def _compact(text: str, match: re.Match[str]) -> ArchiveReference | None:
    holding = holdings.before(text, match.start(), known_only=True)
    if holding is None or holding.kind != NAME:
        return None
    # The Foreign Ministry's archive has the folder (папка) between opis and delo.
    with_papka = holding.code == "avprf" and match["more"] is not None
    papka, delo = (match["delo"], match["more"]) if with_papka else ("", match["delo"])
    leaf = "leaf" if with_papka else "more"
    path = [
        f"f{signature(match['fond'])}",
        f"op{signature(match['opis'])}",
        f"p{papka}" if papka else "",
        f"d{signature(delo)}",
    ]
    return ArchiveReference(
        scheme=NAME,
        level="file",
        id=lettered(f"{holding.code}:{'/'.join(filter(None, path))}"),
        span=Span(holding.start, match.end()),
        repository=holding.name,
        place=holding.place,
        collection=Part.of(text, *match.span("fond")),
        location=Part.of(text, match.start("opis"), match.end("more" if with_papka else "delo")),
        locator=normalised(match[leaf]) if match[leaf] else None,
        locator_span=Span(*match.span(leaf)) if match[leaf] else None,
        abbreviation=holding.abbreviation,
    )


def _groups(text: str) -> list[list[Element]]:
    """Runs of elements with nothing but punctuation between them and no unit twice."""
    found = elements(text)
    if all(element.unit in LEAVES for element in found):
        return []
    groups: list[list[Element]] = []
    for element in found:
        current = groups[-1] if groups else []
        joined = bool(current) and _GAP.fullmatch(text, current[-1].end, element.start) is not None
        if joined:
            element = _beside_its_file(current, element)
            _before_its_leaf(current, element)
        if joined and _fits(current, element):
            unit = _unit_in_company(current, element)
            current.append(element if unit == element.unit else replace(element, unit=unit))
        else:
            groups.append([element])
    return groups


def _beside_its_file(current: list[Element], element: Element) -> Element:
    """*element*, with whichever of 卷宗 and 案卷 is the larger made a folder: alone each is a delo.

    Chinese works on the Russian foreign ministry's archive so translate its папка and дело.
    """
    at = next((i for i, e in enumerate(current) if e.unit == "delo"), None)
    if element.unit != "delo" or at is None or any(e.unit == "papka" for e in current):
        return element
    if element.label.startswith("卷宗") and not current[at].label.startswith("卷宗"):
        return replace(element, unit="papka")
    if current[at].label.startswith("卷宗") and not element.label.startswith("卷宗"):
        current[at] = replace(current[at], unit="papka")
    return element


def _before_its_leaf(current: list[Element], element: Element) -> None:
    """Make the "p." between a file and its leaf a folder: "d. 235, p. 18, l. 10" has one locator only."""
    if element.unit == "leaf" and current[-1].unit == "page" and current[-1].label.casefold() == "p":
        current[-1] = replace(current[-1], unit="papka")


def _fits(current: list[Element], element: Element) -> bool:
    units = {e.unit for e in current}
    if element.unit == "document" and not ("perechen" in units and "delo" not in units):
        return False
    return (
        element.unit not in units and element.unit != "fond"
        if element.unit not in LEAVES
        else not units & LEAVES
    )


def _unit_in_company(current: list[Element], element: Element) -> str:
    """What an ambiguous label means after *current*: "p. 5" behind a file is a page, before it a folder."""
    if element.unit == "papka" and element.label.casefold() == "p":
        files_named = any(e.unit == "delo" for e in current)
        if files_named and not any(e.unit == "papka" for e in current) and _is_latin(current):
            return "page"
    return element.unit


def _is_latin(current: list[Element]) -> bool:
    return all(e.unit != "opis" or e.value.isascii() for e in current)


def _read(text: str, group: list[Element], floor: int, follows: bool) -> ArchiveReference | None:
    leaves = [e for e in group if e.unit in LEAVES]
    parts = [e for e in group if e.unit not in LEAVES]
    while parts and leaves and parts[-1].start > leaves[0].start:
        parts.pop()
    if not parts:
        return None
    units = {e.unit for e in parts}
    if "serial" in units and "delo" not in units:
        # The running number (порядковый номер) of an inventory is that of its files.
        parts = [replace(e, unit="delo") if e.unit == "serial" else e for e in parts]
        units = {e.unit for e in parts}
    sure = {e.unit for e in parts if not e.generic}
    if sure != units and len(parts) < 3 and "opis" not in sure:
        return None
    ibid = _IBID.search(text, max(floor, parts[0].start - 30), parts[0].start) is not None
    holding = None if ibid else holdings.before(text, parts[0].start, floor)
    if not _is_reference(units, bool(leaves), ibid or follows, holding):
        return None
    if units == {"delo"} and holding is not None and holding.kind == dangan.NAME:
        return None  # "Архив МИД КНР. Д. 118-00081-02": the number is a Chinese one
    end = (leaves or parts)[-1].end
    outer_start, outer_end = parts[0].start, max(end, parts[-1].end)
    locator, locator_span, label = _locator(text, leaves, outer_end)
    if locator_span is not None:
        outer_end = max(outer_end, locator_span.end)
    abbreviation = None
    if holding is None and not ibid and "fond" in units:
        holding = holdings.after(text, outer_end)
    if holding is None and not ibid and "fond" in units and _is_han(parts):
        holding = han.around(text, parts[0].start, parts[0].start, floor).holding
    if holding is not None and holding.code == "avprf" and "papka" not in units:
        parts += [replace(e, unit="papka") for e in leaves if e.unit == "page" and e.label.casefold() == "p"]
    if holding is not None:
        outer_start, outer_end = min(outer_start, holding.start), max(outer_end, holding.end)
        abbreviation = holding.abbreviation or holdings.definition(text, outer_end)
    elided = ibid or "fond" not in units or (holding is None and follows)
    level: Level = "file" if units & (_FILE | {"document"}) else "collection"
    chinese = (
        holding is not None and holding.kind != NAME and not holding.name.text.isascii() and _is_han(parts)
    )
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


def _is_reference(units: set[str], leaves: bool, goes_on: bool, holding: holdings.Holding | None) -> bool:
    """Whether the labels together can only be archival: "д. 5" alone may be a house, "f. 12" a leaf."""
    below = units & (_FILE | _INVENTORY)
    if "fond" in units:
        return bool(below) or (holding is not None and repositories.lookup(holding.name.text) is not None)
    if units & _INVENTORY and "delo" in units:
        return True
    return bool(below - {"papka"}) and (goes_on or (leaves and bool(units & {"delo", "opis"})))


def _is_han(parts: list[Element]) -> bool:
    return parts[0].label[0] > "\u4e00"


def _identifier(parts: list[Element], code: str, elided: bool, chinese: bool) -> str:
    sign = letters()
    ranked = sorted(parts, key=lambda e: _ORDER.index(e.unit))
    if chinese:
        return f"{code}:{dangan.joined([e.value for e in ranked])}"
    path = "/".join(sign[e.unit] + signature(e.value) for e in ranked)
    return f":{path}" if elided else lettered(f"{code}:{path}") if code else path


def lettered(identifier: str) -> str:
    """*identifier* with the letter of the fonds of the Soviet period in ГАРФ, which many authors leave out.

    The archive's fonds without a letter are those of the time before 1917 and have numbers below 2000;
    its predecessor ЦГАОР wrote no letter at all.
    """
    return _SOVIET_FOND.sub("garf:fr", identifier)


def _part(text: str, elements: list[Element]) -> Part | None:
    if not elements:
        return None
    return Part.of(text, elements[0].start, elements[-1].end)


def _locator(text: str, leaves: list[Element], end: int) -> tuple[str | None, Span | None, str]:
    if leaves:
        first = leaves[0]
        return (
            normalised(first.value),
            Span(first.start, first.end),
            "page" if first.unit == "page" else "folio",
        )
    for pattern in (_PAGES_HAN, _PAGES_PLAIN):
        match = pattern.match(text, end)
        if match:
            at = next(i for i in range(match.start(), match.end()) if text[i] not in " ,.，、")
            return normalised(match["leaves"]), Span(at, match.end()), "page"
    return None, None, "folio"
