"""Articles and newspapers with commas: "Статья. — Вопросы истории, 1980, № 5, с. 33", "«Правда», 5.V.1950".

The style of the historical journals before and beside GOST R 7.0.5: no "//", the source
told by a dash, by its quotation marks, or by standing directly before year and number.
"""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import Draft
from citekit.grammar.gost import heading, kinds, tail
from citekit.grammar.gost.window import Window, unquote
from citekit.languages.ru import CITIES
from citekit.recognise import russian_dates, russian_imprint
from citekit.recognise.russian_dates import YEAR

_NUMBERED = re.compile(
    rf"[.,]\s(?:[-–—]\s)?(?P<year>{YEAR})(?:\s?[-–/]\s?\d{{2,4}})?(?:\s?гг?\.)?[.,]\s(?:[-–—]\s)?"
    rf"(?:№|N\s|No|[Тт]\.\s?\d|[Вв]ып\.|[Кк]н\.\s?\d|vol|Vol|Bd|[Сс]т\.)"
)
# the years before GOST 7.1-69: «Исторические записки», т. 55, 1956, стр. 96
_VOLUME_FIRST = re.compile(
    rf",\s(?:[Тт]|[Вв]ып|[Кк]н|[Чч]|№|N|vol|Vol|Bd|t|T)\.?\s?[\dIVXLC]+(?:,\s(?:№|[Вв]ып\.|[Кк]н\.|[Чч]\.|No\.)"
    rf"\s?[\dIVXLC]+)?,\s(?P<year>{YEAR})(?:\s?г\.)?(?=,\s(?:[Сс](?:тр)?|[Pp]p?|[Ss])\.|$)"
)
_DATED = re.compile(
    rf"[.,»\"”]\s(?:[-–—]\s)?(?:от\s)?(?=\d{{1,2}}(?:\s[а-яёіїє]|[./]\s?(?:\d|[IVX]))|{YEAR}[.,]\s"
    rf"(?:[-–—]\s)?(?:\d|[A-Z][a-z]{{2}}))"
)
# GOST R 7.0.5-2008, 10.4.4: of a newspaper the year, then day and month ("Савецкая Беларусь. 1924. 12 лют.")
_DAY_BEHIND_YEAR = re.compile(
    rf"[.,]?\s(?:[-–—]\s)?{YEAR}\.\s(?:[-–—]\s)?\d{{1,2}}(?:\s?[(–-]\d{{1,2}}\)?)?\.?\s(?:[а-яёіїєґўa-zé]|[A-Z][a-zä]{{2}})"
)
_SECTIONS = ("Сер", "Часть ", "Ч. неоф", "Ч. оф", "Отд", "Неоф", "Офиц", "Прил")
"""Sections of a periodical, as its title has them ("Вятские губернские ведомости. Часть неофициальная")."""
_NUMBER_BEHIND = re.compile(r",?\s№\s?(?P<number>\d+(?:\s?\(\d+\))?)$")
_CITY_BEHIND = re.compile(rf"\.\s(?:[-–—]\s)?(?P<city>{'|'.join(sorted(CITIES, key=len, reverse=True))})$")
_BEHIND_DATE = re.compile(r"(?:[-–—]\s)?(?:[СсCcPp]\.|[Сс]тр\.|№|\(|\d\d?\s[а-яё]+\.?$)")
_QUOTED = re.compile(r"[«\"“](?P<name>[^«»\"“”]{2,80})[»\"”]\s?$")
_DIVIDED = re.compile(r"(?:[.?!…»\"”)])\s(?:[-–—])\s(?=[А-ЯЁA-Z])|\s[-–—]\s(?=[А-ЯЁA-Z«\"])")
_GENRE_OF_PERIODICAL = re.compile(r"(?:[Гг]азета|[Жж]урнал|[Гг]аз\.|[Жж]урн\.|[Ее]женедельник)\s?(?=[«\"“])")
_SENTENCE = re.compile(r"[.?!…»\"”]\s(?=[А-ЯЁA-Z«\"])")


def read(draft: Draft, window: Window, context: Context, *, entry: bool) -> bool:
    """Read an article or newspaper without "//"; False where the citation is none."""
    text = draft.rest
    numbered = _NUMBERED.search(text, window.start, window.end)
    if numbered:
        border: int | None = numbered.start()
    else:
        volume = _VOLUME_FIRST.search(text, window.start, window.end)
        border = volume.start() if volume else _dated(draft, window)
    if border is None:
        return False
    imprint = russian_imprint.find(text, window.start, window.end)
    if imprint is not None and imprint.known and imprint.start < border:
        return False
    daily = _DAY_BEHIND_YEAR.match(text, border) is not None
    city = _CITY_BEHIND.search(text, window.start, border) if daily else None
    if city:
        border = city.start()
    start, divider = _source(text, window.start, border, numbered is not None, daily)
    if start is None:
        return False
    tail.read(draft, Window(border, window.end), component=True, entry=entry)
    if not draft.has("issued"):
        return False
    if city:
        draft.claim("publisher-place", city["city"], city.start(), city.end(), "place-of-newspaper")
    genre = _GENRE_OF_PERIODICAL.match(draft.rest, window.start)
    _name(draft, start, border)
    if genre:
        draft.connect(genre.start(), genre.end())
    elif divider > window.start:
        begin = heading.authors(draft, Window(window.start, divider), context)
        heading.claim_title(draft, begin, divider, divider, "title")
    return True


_DATE_LENGTH = 48
"""No date is longer."""


def _dated(draft: Draft, window: Window) -> int | None:
    """Where the date of a newspaper begins, if a day is named and only pages follow."""
    for match in _DATED.finditer(draft.rest, window.start, window.end):
        found = russian_dates.find(draft.rest, match.end(), min(match.end() + _DATE_LENGTH, window.end))
        if found and found.start == match.end() and found.has_day:
            behind = draft.rest[found.end : window.end].strip(" .,;")
            if not behind or _BEHIND_DATE.match(behind):
                return match.start() + (1 if draft.rest[match.start()] in '»"”' else 0)
    return None


def _source(text: str, floor: int, border: int, numbered: bool, daily: bool) -> tuple[int | None, int]:
    """Where the source's name begins, and where what precedes it ends; None where no source is told.

    *daily*: the date has the form that only newspapers have.
    """
    quoted = _QUOTED.search(text, floor, border)
    if quoted and quoted.end() >= border - 1:
        return quoted.start(), quoted.start()
    last = None
    for match in _DIVIDED.finditer(text, floor, border):
        last = match
    if last and (kinds.periodical_kind(text[last.end() : border]) or numbered):
        return last.end(), last.start() + 1
    for match in _SENTENCE.finditer(text, floor, border):
        if not text.startswith(_SECTIONS, match.end()):
            last = match
    if last:
        name = text[last.end() : border]
        if kinds.periodical_kind(name) and len(name) < 60 and name.strip() not in CITIES:
            return last.end(), last.start() + 1
        return None, 0
    if (
        (daily or kinds.periodical_kind(text[floor:border]))
        and text[floor:border].strip() not in CITIES
        and border - floor < 70
    ):
        return floor, floor
    return None, 0


def _name(draft: Draft, start: int, border: int) -> None:
    end = border
    while end > start and draft.text[end - 1] in " .,":
        end -= 1
    number = _NUMBER_BEHIND.search(draft.text, start, end)
    if number:
        draft.claim("issue", number["number"], number.start(), end, "issue")
        end = number.start()
    inner = unquote(draft.text, start, end)
    draft.claim("container-title", draft.text[slice(*inner)], start, end, "periodical")
