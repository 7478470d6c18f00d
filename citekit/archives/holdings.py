"""Where in a text a repository is named: before or after what it holds, with its place and abbreviation.

A repository of the table is found by its names; another one by the way archives are called
("Государственный архив ... области", "... Archives", "X市档案馆", an acronym), since there are more archives
than any table has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.archives import repositories
from citekit.archives.patterns import lazy
from citekit.archives.reference import Part
from citekit.archives.repositories import LEGAL_FORM
from citekit.archives.tables import words


@dataclass(frozen=True, slots=True)
class Holding:
    """A repository where it stands in a text: ``start`` to ``end`` covers name, definition and place."""

    code: str
    kind: str
    start: int
    end: int
    name: Part
    place: Part | None = None
    abbreviation: str | None = None


_WORD = lazy(r"[^\s,.:;()«»“”\"/—–，。：；（）《》、]+")
_FORM_BEFORE = lazy(lambda: rf"{LEGAL_FORM.pattern}$")

_DEFINED = lazy(
    lambda: (
        rf"^\s*(?:{words('definitions')})"
        r"(?:\s+(?:referred to as|cited as|as|abbreviated as|сокращенно))?\s*[:,—–-]?\s*[\"“”«'‘]?"
        r"(?P<short>[^\"“”»’()]+?)[\"“”»'’]?\s*$"
    ),
    re.IGNORECASE,
)
"""How a note announces the short name it will use; ГОСТ Р 7.0.5-2008 leaves the wording free."""

_AFTERWARDS = lazy(
    r"\s*[.,;]?\s*(?P<whole>[(\[（]?\s*(?:[Дд]алее|[Дд]алі|[Дд]алей|[Hh]ereafter|[Hh]ereinafter|以下简称|以下簡稱)\s*[:,—–-]?\s*[\"“«]?"
    r"(?P<short>[A-ZА-ЯЁІ\u4e00-\u9fff][\w-]*(?:\s[A-ZА-ЯЁІ№][\w-]*){0,3})[\"”»]?\s*[)\]）]?)"
)

_ACRONYM = lazy(
    r"^(?=(?:.*?[A-ZА-ЯЁІЇЄҐ]){2})[\w&/.:-]+(?:[\s-][A-ZА-ЯЁІ][\w.-]*){0,3}"
    r"(?:\s№\s?\d+)?(?:,?\s(?:в\s)?г\.\s?[А-ЯЁ][\w-]+)?$"
)

_CYRILLIC_HEAD = lazy(lambda: rf"(?<!\w)(?:{words('cyrillic heads')})(?!\w)", re.IGNORECASE)
_CYRILLIC_SHORT = lazy(
    r"(?:(?:[А-ЯЁІЇЄ][а-яёіїє]{0,4})?[А-ЯЁІЇЄ]{2}[\w-]*|[А-ЯЁ]{2,}[а-яё]{0,3}[А-ЯЁ]*)"
    r"(?:\s(?:(?:[А-ЯЁІ][а-яё]{0,3})?[А-ЯЁІ]{2}[\w-]*|СПб|России|України|МО))*"
    r"(?:\s№\s?\d+)?(?:,?\s(?:в\s)?г\.\s?[А-ЯЁ][\w-]+|\s[а-яё]+(?:ой|ской)\sобласти)?$"
)
_LATIN_HEAD = lazy(lambda: rf"\b(?:{words('latin heads')})\b", re.IGNORECASE)
_LATIN_SHORT = lazy(
    r"(?:[A-Z][a-z]{0,2})?[A-Z]{2,}[A-Za-z]*(?:[ -](?:[A-Z][a-z]{0,2})?[A-Z]{2}[A-Za-z]*|[ -]SPb)*$"
)
_HAN_HEAD = lazy(lambda: rf"[\u4e00-\u9fff]{{0,30}}(?:{words('han heads')})(?:[一二三]馆)?$")

_HARD = lazy(
    r"//|[;(\[«“\"《]|[:：。；]|(?<![\s.,(][гсдпмЗ])(?<!им)(?<!ім)(?<!обл)(?<!св)(?<!гор)(?<!\bSt)"
    r"(?<![\s.(][A-ZА-ЯЁ])(?<!^[гсA-ZА-ЯЁ])\.\s"
)
"""Where a repository's name cannot reach across: full stops that do not end an abbreviation, brackets, //."""

_SKIP = lazy(r"[\s.,:;—–\-/|，。：；、．(（\[]*$")
_PARENTHESIS = lazy(r"\s*[(（\[]([^()（）\[\]]*)[)）\]]$")
_LEAD_AFTER = lazy(r"[\s,;(（/，–—-]*(?:藏于|现藏于?|現藏於?|in\s)?(?:the\s)?")
_LEAD_IN = lazy(
    lambda: rf"^(?:\s|(?:{words('lead-ins')})(?:\s|(?<=[\u4e00-\u9fff]))|см\.:?\s?)+", re.IGNORECASE
)
_TOWN = lazy(
    r"\s?[,，]\s(?:г\.\s?)?(?P<city>[A-ZА-ЯІ][\w.'’-]+(?: [A-Z][\w'’-]+){0,2})"
    r"(?:,\s(?P<state>[A-Z]{2}|[A-Z]\.[A-Z]\.?|[A-Z][a-z]+\.?))?$"
)
_HAN_HELD = lazy(r"藏(?:[档檔]案?)?$")
"""上海市档案馆藏, 上海市檔案館藏檔."""

_HAN_TOWN = lazy(lambda: rf"(?P<town>{words('han towns')})[:：]\s?$")
"""南京：中国第二历史档案馆."""

_TOWN_BEHIND = lazy(
    r"(?:,\s|\s?(?P<open>\())(?P<place>(?P<city>[A-ZА-Я][\w.'’-]+(?: [A-Z][\w'’-]+){0,2})"
    r"(?:,\s(?:[A-Z]{2}(?!\w)|D\.C\.?))?)(?(open)\))"
)
_PLACE_WORD = lazy(
    r"^(?:г\.\s?)?[A-ZА-ЯЁ][\w'’-]+(?:[\s-][A-ZА-ЯЁ][\w.'’-]*){0,3}(?:,\s(?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-ZА-ЯЁ][\w.-]+))?$"
)


def before(text: str, end: int, floor: int = 0, *, known_only: bool = False) -> Holding | None:
    """The repository whose name ends just before *end*, separators and brackets between them allowed.

    Args:
        text: the note.
        end: where the fond, record group or number that it holds begins.
        floor: the name starts here or later.
        known_only: take only names of the table, or with an abbreviation of the table in brackets.
    """
    floor = max(floor, end - 260)
    outer = _skipped(text, end, floor)
    stop, abbreviation, place = _brackets(text, outer, floor)
    town = _TOWN.search(text, floor, stop) if place is None else None
    if town and (town["state"] or repositories.is_city(town["city"])):
        inner, short_name, _ = _brackets(text, town.start(), floor)
        if _known_before(text, inner, floor) or (short_name and repositories.lookup(short_name)):
            place, stop = Part.of(text, town.start("city"), stop), inner
            abbreviation = abbreviation or short_name
    short = repositories.lookup(abbreviation) if abbreviation else None
    span = _known_before(text, stop, floor)
    if span is None and (short or not known_only):
        span = _called_before(text, stop, floor)
    if span is None:
        return None
    name = Part.of(text, *span)
    known = short or (repositories.lookup(f"{name.text} {place.text}") if place else None)
    known = known or repositories.lookup(name.text)
    start = _longer(text, span[0], floor, known.code) if known else span[0]
    seat = _HAN_TOWN.search(text, floor, start)
    if seat and place is None:
        place, start = Part.of(text, *seat.span("town")), seat.start()
    code = known.code if known else repositories.code_of(name.text)
    return Holding(code, known.kind if known else "", start, outer, name, place, abbreviation)


def _skipped(text: str, end: int, floor: int) -> int:
    skip = _SKIP.search(text, floor, end)
    return skip.start() if skip else end


def _brackets(text: str, stop: int, floor: int) -> tuple[int, str | None, Part | None]:
    """Where the name before the brackets at *stop* ends, and the abbreviation and place they hold."""
    abbreviation: str | None = None
    place: Part | None = None
    while bracket := _PARENTHESIS.search(text, floor, stop):
        inside = bracket[1].strip()
        defined = _DEFINED.match(inside)
        if defined:
            abbreviation = defined["short"].strip(" .,")
        elif repositories.lookup(inside) or _ACRONYM.match(inside):
            abbreviation = abbreviation or inside
        elif place is None and (
            repositories.is_city(inside.removeprefix("г. ")) or _PLACE_WORD.match(inside)
        ):
            at = text.index(inside, bracket.start())
            place = Part.of(text, at, at + len(inside))
        else:
            break
        stop = bracket.start()
    return stop, abbreviation, place


def _longer(text: str, start: int, floor: int, code: str) -> int:
    """Where the same repository, named also before *start*, begins: "The National Archives (TNA): PRO"."""
    stop = _skipped(text, start, floor)
    bracket = _PARENTHESIS.search(text, floor, stop)
    for end in (stop, bracket.start() if bracket else floor):
        span = _known_before(text, end, floor) if end > floor else None
        other = repositories.lookup(text[slice(*span)]) if span else None
        if span and other and other.code == code:
            return span[0]
    return start


def _known_before(text: str, stop: int, floor: int) -> tuple[int, int] | None:
    """The longest name of the table that ends at *stop*."""
    said = list(_WORD.finditer(text, max(floor, stop - 140), stop))
    if not said:
        return None
    last = said[-1]
    if "\u3040" <= text[stop - 1] <= "\u9fff":
        return _known_han_before(text, last.start(), stop)
    if not repositories.ends_name(last[0]):
        return None
    for word in said[-16:]:
        start = word.start()
        if repositories.begins_name(word[0]) and repositories.lookup(text[start:stop]):
            if text[max(floor, start - 4) : start] == "The ":
                start -= 4
            form = _FORM_BEFORE.search(text, floor, start)
            return form.start() if form else start, stop
    return None


def _known_han_before(text: str, start: int, stop: int) -> tuple[int, int] | None:
    stop = _without_held(text, start, stop)
    for at in range(max(start, stop - 30), stop - 1):
        if repositories.lookup(text[at:stop]):
            return at, stop
    return None


def _without_held(text: str, start: int, stop: int) -> int:
    """Where the archive's name ends of which ``text[start:stop]`` says that it holds something."""
    held = _HAN_HELD.search(text, start, stop)
    return held.start() if held else stop


def _called_before(text: str, stop: int, floor: int) -> tuple[int, int] | None:
    """A name that ends at *stop* and is made as archives' names are made, though the table lacks it."""
    last = text[stop - 1 : stop]
    if "\u4e00" <= last <= "\u9fff":
        held = _without_held(text, floor, stop)
        named = _HAN_HEAD.search(text, max(floor, held - 34), held)
        if named is None:
            return None
        lead = _LEAD_IN.match(named[0])
        return named.start() + (lead.end() if lead else 0), held
    if last in "»”":
        return _quoted_before(text, stop, floor)
    begin = max((m.end() for m in _HARD.finditer(text, floor, stop)), default=floor)
    chunk = text[begin:stop]
    cyrillic = any("\u0400" <= c <= "\u04ff" for c in chunk[-12:])
    head, short = (_CYRILLIC_HEAD, _CYRILLIC_SHORT) if cyrillic else (_LATIN_HEAD, _LATIN_SHORT)
    at = begin
    for segment in chunk.split(","):
        if head.search(segment):
            lead = _LEAD_IN.match(segment)
            skip = lead.end() if lead else 0
            if segment[skip : skip + 1].isupper():
                return at + skip, stop
        at += len(segment) + 1
    acronym = short.search(chunk)
    if acronym and not re.fullmatch(r"[IVXLC]+", acronym[0]):
        return begin + acronym.start(), stop
    return None


def _quoted_before(text: str, stop: int, floor: int) -> tuple[int, int] | None:
    """A name in quotation marks after its legal form: ГКУ «Государственный архив Оренбургской области»."""
    start = text.rfind("«" if text[stop - 1] == "»" else "“", floor, stop)
    if start < 0 or not _CYRILLIC_HEAD.search(text, start, stop):
        return None
    form = _FORM_BEFORE.search(text, floor, start)
    return form.start() if form else start, stop


def after(text: str, start: int) -> Holding | None:
    """The repository of the table whose name begins at or just after *start* ("..., д. 334 (РГАСПИ)")."""
    skip = _LEAD_AFTER.match(text, start)
    at = skip.end() if skip else start
    said = list(_WORD.finditer(text, at, at + 140))[:16]
    if said and "\u4e00" <= said[0][0][0] <= "\u9fff":
        return _han_after(text, *said[0].span())
    if not said or not repositories.begins_name(said[0][0]):
        return None
    for word in reversed(said):
        known = repositories.lookup(text[at : word.end()])
        if known:
            return _placed(text, known, at, word.end())
    return None


def _placed(text: str, known: repositories.Repository, start: int, end: int) -> Holding:
    """The repository ``text[start:end]`` with the place that its name ends with or that follows it."""
    town = _TOWN.search(text, start, end)
    if town and repositories.is_city(town["city"]):
        name = Part.of(text, start, town.start())
        return Holding(known.code, known.kind, start, end, name, Part.of(text, town.start("city"), end))
    behind = _TOWN_BEHIND.match(text, end)
    if behind and repositories.is_city(behind["city"]):
        place, stop = Part.of(text, *behind.span("place")), behind.end()
        return Holding(known.code, known.kind, start, stop, Part.of(text, start, end), place)
    return Holding(known.code, known.kind, start, end, Part.of(text, start, end))


def _han_after(text: str, start: int, end: int) -> Holding | None:
    held = _without_held(text, start, end)
    named = _HAN_HEAD.search(text, start, held)
    known = repositories.lookup(text[start:held])
    if known is None and (named is None or named.start() != start):
        return None
    name = Part.of(text, start, held)
    return Holding(
        known.code if known else repositories.code_of(name.text),
        known.kind if known else "",
        start,
        end,
        name,
    )


def definition(text: str, start: int) -> str | None:
    """The short name that words right after *start* define: ". Далее: ГАОПОТО", " (hereafter APRF)"."""
    announced = _AFTERWARDS.match(text, start)
    return announced["short"].strip() if announced else None
