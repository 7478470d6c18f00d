"""Repositories: which archive a printed name or abbreviation means, and where in a text it stands.

The names are a table (``repositories.tsv``) that :func:`extend` adds to.  A repository that the table
does not know is recognised by the way archives are called, and its own name, folded, is then its code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from citekit.archives.patterns import lazy
from citekit.archives.reference import Part
from citekit.archives.spelling import fold, slug
from citekit.archives.tables import rows


@dataclass(frozen=True, slots=True)
class Repository:
    """An archive: the code used in identifiers, how its holdings are numbered, the seat, the names."""

    code: str
    kind: str = ""
    place: str = ""
    names: tuple[str, ...] = ()


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


class _Table:
    """The known names, by their folded spelling and by their first and last word."""

    def __init__(self) -> None:
        self.by_name: dict[str, tuple[Repository, str]] = {}
        self.first_words: set[str] = set()
        self.last_words: set[str] = set()
        self.cities: set[str] = set()

    def add(self, repository: Repository) -> None:
        for name in repository.names:
            self.by_name[fold(name)] = (repository, name)
            words = _WORD.findall(name)
            if words:
                self.first_words.update(fold(word) for word in words[:2])
                self.last_words.add(fold(words[-1]))
        if repository.place:
            self.cities.add(fold(repository.place.split(",")[0]))


_WORD = lazy(r"[^\s,.:;()«»“”\"/—–，。：；（）《》、]+")

_DEFINED = lazy(
    r"^\s*(?:далее(?:\s+везде)?|в\s+дальнейшем|здесь\s+и\s+далее|надалі|далі|hereafter|hereinafter|henceforth|"
    r"from here on|cited (?:hereafter )?as|abbreviated(?: as)?|以下简称为?|以下簡稱為?|以下簡稱|下称|下稱|后简称|简称|簡稱)"
    r"(?:\s+(?:referred to as|cited as|as|abbreviated as|сокращенно))?\s*[:,—–-]?\s*[\"“”«'‘]?"
    r"(?P<short>[^\"“”»’()]+?)[\"“”»'’]?\s*$",
    re.IGNORECASE,
)
# How a note announces the short name it will use: ГОСТ Р 7.0.5-2008 leaves the wording free; these are usual.

_AFTERWARDS = lazy(
    r"\s*[.,;]?\s*(?P<whole>[(\[（]?\s*(?:[Дд]алее|[Hh]ereafter|[Hh]ereinafter|以下简称|以下簡稱)\s*[:,—–-]?\s*[\"“«]?"
    r"(?P<short>[A-ZА-ЯЁІ\u4e00-\u9fff][\w-]*(?:\s[A-ZА-ЯЁІ№][\w-]*){0,3})[\"”»]?\s*[)\]）]?)"
)

_ACRONYM = lazy(r"^(?=(?:.*?[A-ZА-ЯЁІЇЄҐ]){2})[\w&/.:-]+(?:[\s-][A-ZА-ЯЁІ][\w.-]*){0,3}$")

_CYRILLIC_HEAD = lazy(
    r"\b(?:[Аа]рх[иі]в|[Гг]осархив|[Дд]ержархів|[Цц]ентр\s+(?:документации|хранения|документації)|[Мм]узей|"
    r"[Бб]иблиотека|[Бб]ібліотека|[Оо]тдел(?:ение)?\s+рукописей|[Рр]укописный\s+отдел|[Хх]ранилище|[Оо]тдел\s+письменных\s+источников)"
    r"(?!\w)"
)
_CYRILLIC_SHORT = lazy(
    r"(?:(?:[А-ЯЁІЇЄ][а-яёіїє]{0,4})?[А-ЯЁІЇЄ]{2}[\w-]*|[А-ЯЁ]{2,}[а-яё]{0,3}[А-ЯЁ]*)"
    r"(?:\s(?:(?:[А-ЯЁІ][а-яё]{0,3})?[А-ЯЁІ]{2}[\w-]*|СПб|России|України|МО))*"
    r"(?:\s№\s?\d+)?(?:,?\s(?:в\s)?г\.\s?[А-ЯЁ][\w-]+|\s[а-яё]+(?:ой|ской)\sобласти)?$"
)
_LATIN_HEAD = lazy(
    r"\b(?:Archives?|Arkhiv|Archiv|Archivum|Archiwum|Arhiva?|Levéltár|Library|Repository|Historical Society|Cent(?:er|re) (?:for|of)|"
    r"Museum|Record Office|Centr\w* dokumentats\w+)\b"
)
_LATIN_SHORT = lazy(
    r"(?:[A-Z][a-z]{0,2})?[A-Z]{2,}[A-Za-z]*(?:[ -](?:[A-Z][a-z]{0,2})?[A-Z]{2}[A-Za-z]*|[ -]SPb)*$"
)
_HAN_HEAD = lazy(
    r"[\u4e00-\u9fff]{0,30}(?:档案馆|檔案館|档案室|檔案室|档案局|史料馆|史料館|博物馆|博物館|图书馆|圖書館|资料室|資料室|"
    r"纪念馆|紀念館|文物馆|国史馆|國史館|党史馆|黨史館|研究院|研究所|档案处|資料館|资料馆)(?:[一二三]馆)?$"
)

_HARD = lazy(
    r"//|[;(\[«“\"《]|[:：。；]|(?<![\s.,(][гсдпЗ])(?<!им)(?<!обл)(?<!св)(?<!гор)(?<!им)(?<!\bSt)(?<![\s.(][A-ZА-ЯЁ])(?<!^[гсA-ZА-ЯЁ])\.\s"
)
"""Where a repository's name cannot reach across: full stops that do not end an abbreviation, brackets, //."""

_SKIP = lazy(r"[\s.,:;—–\-/|，。：；、．(（\[]*$")
_PARENTHESIS = lazy(r"\s*[(（\[]([^()（）\[\]]*)[)）\]]$")
_LEAD_AFTER = lazy(r"[\s,;(（/，–—-]*(?:藏于|现藏于?|現藏於?|in\s)?(?:the\s)?")
_LEAD_IN = lazy(
    r"^(?:\s|in\s|from\s|see(?: also)?\s|at\s|cited in\s|held (?:in|at)\s|[Сс]м\.?(?: также)?:?\s|в\s|из\s|по:\s|参见|见|現藏|现藏|藏于|载|據|据|引自|转引自)+"
)
_TOWN = lazy(
    r"\s?[,，]\s(?P<city>[A-Z][\w.'’-]+(?: [A-Z][\w'’-]+){0,2})(?:,\s(?P<state>[A-Z]{2}|[A-Z]\.[A-Z]\.?|[A-Z][a-z]+\.?))?$"
)
_PLACE_WORD = lazy(
    r"^(?:г\.\s?)?[A-ZА-ЯЁ][\w'’-]+(?:[\s-][A-ZА-ЯЁ][\w.'’-]*){0,3}(?:,\s(?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-ZА-ЯЁ][\w.-]+))?$"
)


@cache
def _table() -> _Table:
    table = _Table()
    for code, kind, place, names in rows("repositories.tsv"):
        table.add(Repository(code, kind, place, tuple(names.split(" | "))))
    return table


def extend(entries: Iterable[Mapping[str, object]]) -> None:
    """Add repositories to the table, or names to those it has.

    Args:
        entries: mappings as they stand in ``[[repository]]`` tables of ``citekit.toml``: ``code`` (a
            short word for identifiers) and ``names`` (a list, every name and abbreviation it goes by),
            perhaps ``place`` and ``kind`` (see the head of ``repositories.tsv``).

    Raises:
        ValueError: an entry has no code or no names; the message says which and what to write.
    """
    for entry in entries:
        code, names = entry.get("code"), entry.get("names")
        if not isinstance(code, str) or not re.fullmatch(r"[\w-]+", code):
            raise ValueError(f"repository {dict(entry)!r}: give it a code, one word such as 'rgali'")
        if isinstance(names, str):
            names = [names]
        if (
            not isinstance(names, list | tuple)
            or not names
            or not all(isinstance(n, str) and fold(n) for n in names)
        ):
            raise ValueError(
                f"repository {code!r}: give its names as a list, such as names = ['РГАЛИ', 'RGALI']"
            )
        _table().add(Repository(code, str(entry.get("kind", "")), str(entry.get("place", "")), tuple(names)))


def lookup(name: str) -> Repository | None:
    """The repository that goes by *name*, or None.  An abbreviation must be printed in capitals."""
    names = _table().by_name
    known = names.get(fold(name))
    if known is None:
        form = _LEGAL_FORM.match(name)
        known = names.get(fold(name[form.end() :])) if form else None
    if known is None:
        return None
    repository, written = known
    if len(written) <= 6 and written.isupper() and not name.strip(" .,").isupper():
        return None
    return repository


def is_city(name: str) -> bool:
    """Whether *name* is the seat of a repository of the table."""
    return fold(name) in _table().cities


def code_of(name: str) -> str:
    """The code of the repository called *name*: the table's, else the name itself, folded."""
    known = lookup(name)
    return known.code if known else slug(_LEGAL_FORM.sub("", name))


_FORM = (
    r"(?:(?:ФГ|ОГ|КГ|ОБ|ГК|ГБ|ФК|КК|К|Г|М|О)?(?:КУК?|БУК?|У)|(?:Федеральное |Областное |Краевое |Муниципальное |Республиканское )?"
    r"(?:(?:[Гг]осударственное|[Кк]аз[её]нное|[Бб]юджетное|архивное) )*учреждение)"
)
_LEGAL_FORM = lazy(rf"^{_FORM}\s+")
_FORM_BEFORE = lazy(rf"(?<!\w){_FORM}\s+$")
"""An archive's legal form ("ГУ", "Государственное учреждение") comes and goes; the archive stays."""


def before(text: str, end: int, floor: int = 0, *, known_only: bool = False) -> Holding | None:
    """The repository whose name ends just before *end*, separators and brackets between them allowed.

    Args:
        text: the note.
        end: where the fond, record group or number that it holds begins.
        floor: the name starts here or later.
        known_only: take only names of the table.
    """
    floor = max(floor, end - 260)
    skip = _SKIP.search(text, floor, end)
    stop = skip.start() if skip else end
    abbreviation: str | None = None
    place: Part | None = None
    outer = stop
    for _ in range(3):
        bracket = _PARENTHESIS.search(text, floor, stop)
        if bracket is None:
            break
        inside = bracket[1].strip()
        defined = _DEFINED.match(inside)
        if defined:
            abbreviation = defined["short"].strip(" .,")
        elif lookup(inside) or _ACRONYM.match(inside):
            abbreviation = abbreviation or inside
        elif is_city(inside.removeprefix("г. ")) or _PLACE_WORD.match(inside):
            at = text.index(inside, bracket.start())
            place = Part.of(text, at, at + len(inside))
        else:
            break
        stop = bracket.start()
    town = _TOWN.search(text, floor, stop)
    if (
        town
        and place is None
        and (town["state"] or is_city(town["city"]))
        and _known_before(text, town.start(), floor)
    ):
        place = Part.of(text, town.start("city"), stop)
        stop = town.start()
    span = _known_before(text, stop, floor)
    if span is None and not known_only:
        span = _called_before(text, stop, floor)
    if span is None:
        return None
    start, stop = span
    name = Part.of(text, start, stop)
    known = (lookup(f"{name.text} {place.text}") if place else None) or lookup(name.text)
    if known is None and abbreviation is not None:
        known = lookup(abbreviation)
    code = known.code if known else code_of(name.text)
    longer = (
        _known_before(text, _SKIP.search(text, floor, start).start(), floor)
        if known and start > floor
        else None
    )  # type: ignore[union-attr]
    if longer is None and known and start > floor:
        longer = _before_bracket(text, start, floor)
    if longer is not None:
        other = lookup(text[longer[0] : longer[1]])
        if other is not None and other.code == code:
            start = longer[0]
    return Holding(code, known.kind if known else "", start, outer, name, place, abbreviation)


def _before_bracket(text: str, start: int, floor: int) -> tuple[int, int] | None:
    """The known name before "(TNA): " in front of *start*."""
    skip = _SKIP.search(text, floor, start)
    bracket = _PARENTHESIS.search(text, floor, skip.start()) if skip else None
    return _known_before(text, bracket.start(), floor) if bracket else None


def _known_before(text: str, stop: int, floor: int) -> tuple[int, int] | None:
    """The longest name of the table that ends at *stop*."""
    table = _table()
    words = list(_WORD.finditer(text, max(floor, stop - 140), stop))
    if not words:
        return None
    last = words[-1]
    if "\u4e00" <= text[stop - 1] <= "\u9fff" or "\u3040" <= text[stop - 1] <= "\u30ff":
        return _known_han_before(text, last.start(), stop)
    if fold(last[0]) not in table.last_words:
        return None
    for word in words[-16:]:
        start = word.start()
        if fold(word[0]) in table.first_words and lookup(text[start:stop]):
            if text[max(floor, start - 4) : start] == "The ":
                start -= 4
            form = _FORM_BEFORE.search(text, floor, start)
            return form.start() if form else start, stop
    return None


def _known_han_before(text: str, start: int, stop: int) -> tuple[int, int] | None:
    if text[stop - 1] == "藏":
        stop -= 2 if text[stop - 2] in "馆館所" and text[stop - 3 : stop - 1] in ("馆馆",) else 1
    for at in range(max(start, stop - 30), stop - 1):
        if lookup(text[at:stop]):
            return at, stop
    return None


def _called_before(text: str, stop: int, floor: int) -> tuple[int, int] | None:
    """A name that ends at *stop* and is made as archives' names are made, though the table lacks it."""
    last = text[stop - 1 : stop]
    if "\u4e00" <= last <= "\u9fff":
        held = stop - 1 if last == "藏" else stop
        named = _HAN_HEAD.search(text, max(floor, held - 34), held)
        if named is None:
            return None
        lead = _LEAD_IN.match(named[0])
        return named.start() + (lead.end() if lead else 0), held
    from_ = max((m.end() for m in _HARD.finditer(text, floor, stop)), default=floor)
    chunk = text[from_:stop]
    cyrillic = any("\u0400" <= c <= "\u04ff" for c in chunk[-12:])
    head, short = (_CYRILLIC_HEAD, _CYRILLIC_SHORT) if cyrillic else (_LATIN_HEAD, _LATIN_SHORT)
    at = 0
    for segment in chunk.split(","):
        if head.search(segment):
            lead = _LEAD_IN.match(segment)
            skip = lead.end() if lead else 0
            if segment[skip : skip + 1].isupper():
                return from_ + at + skip, stop
        at += len(segment) + 1
    acronym = short.search(chunk)
    if acronym and not re.fullmatch(r"[IVXLC]+", acronym[0]):
        return from_ + acronym.start(), stop
    return None


def after(text: str, start: int) -> Holding | None:
    """The repository of the table whose name begins at or just after *start* ("..., д. 334 (РГАСПИ)")."""
    skip = _LEAD_AFTER.match(text, start)
    at = skip.end() if skip else start
    words = list(_WORD.finditer(text, at, at + 140))[:16]
    if not words or fold(words[0][0]) not in _table().first_words:
        if words and "\u4e00" <= words[0][0][0] <= "\u9fff":
            return _han_after(text, words[0].start(), words[0].end())
        return None
    for word in reversed(words):
        known = lookup(text[at : word.end()])
        if known:
            name = Part.of(text, at, word.end())
            return Holding(known.code, known.kind, at, word.end(), name)
    return None


def _han_after(text: str, start: int, end: int) -> Holding | None:
    held = end - 1 if text[end - 1] == "藏" else end
    named = _HAN_HEAD.search(text, start, held)
    known = lookup(text[start:held])
    if known is None and (named is None or named.start() != start):
        return None
    name = Part.of(text, start, held)
    return Holding(known.code if known else code_of(name.text), known.kind if known else "", start, end, name)


def definition(text: str, start: int) -> str | None:
    """The short name that words right after *start* define: ". Далее: ГАОПОТО", " (hereafter APRF)"."""
    announced = _AFTERWARDS.match(text, start)
    return announced["short"].strip() if announced else None
