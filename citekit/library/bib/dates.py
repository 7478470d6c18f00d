"""Dates between CSL and BibLaTeX, which writes them by EDTF (ISO 8601-2:2019, levels 0 and 1)."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any, TypeAlias

from citekit.languages import ru

CslDate: TypeAlias = dict[str, Any]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every BibTeX style knows for the months."""

SEASONS = ("Spring", "Summer", "Autumn", "Winter")
"""CSL's seasons, 1 to 4, in the words that a BibTeX style prints as the month."""

_NAMES = "January February March April May June July August September October November December".split()
_TO = re.compile(r"\s*(?:/|-+|–)\s*")
_SEASON_BASE = 20  # EDTF 21-24: spring to winter; CSL 1-4
_POINT = re.compile(
    r"^(?P<year>-?\d{4}|y-?\d{5,})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?)?(?P<sign>[~?%]?)(?:T.*)?$"
)
_DAY_BEFORE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+([^\W\d_]+)")
_DAY_BEHIND = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?")
_LONGEST_WORDS = 40
"""Characters; no date in words is longer."""


def write_date(date: CslDate) -> str:
    """The date as EDTF, or "" where it has no numbers that EDTF can hold (a literal alone)."""
    points = [_write_point(part, date, first=not at) for at, part in enumerate(date.get("date-parts") or ())]
    return "/".join(points) if points and all(points) else ""


def _write_point(parts: list[Any], date: CslDate, *, first: bool) -> str:
    try:
        numbers = [int(part) for part in parts]
    except (TypeError, ValueError):
        return ""
    if not numbers or not -9999 <= numbers[0] <= 9999:
        return ""
    if len(numbers) > 2 and numbers[0] > 0 and not _in_calendar(numbers[1], numbers[2], numbers[0]):
        del numbers[2]
    season = date.get("season")
    # The season of two years, "Winter 1996/1997", is one: it stands at the year it begins in.
    if first and season and len(numbers) == 1 and str(season) in {"1", "2", "3", "4"}:
        numbers.append(_SEASON_BASE + int(season))
    year = f"{'-' * (numbers[0] < 0)}{abs(numbers[0]):04}"
    return "-".join([year, *(f"{number:02}" for number in numbers[1:])]) + "~" * bool(date.get("circa"))


def read_date(source: str) -> CslDate | None:
    """The CSL date that EDTF *source* stands for; None where it is none, or open at an end.

    CSL knows one season only: a range from one to another is none of its dates.
    """
    points = [_POINT.match(point.strip()) for point in source.strip().split("/")]
    if not 1 <= len(points) <= 2:
        return None
    parts: list[list[int]] = []
    date: CslDate = {"date-parts": parts}
    for point in points:
        if point is None:
            return None
        numbers = [int(number.lstrip("y")) for number in point.group("year", "month", "day") if number]
        if len(numbers) > 1 and _SEASON_BASE < numbers[1] <= _SEASON_BASE + 4:
            season = numbers[1] - _SEASON_BASE
            if parts and date.get("season") != season:
                return None
            date["season"] = season
            numbers = numbers[:1]
        elif not _in_calendar(*numbers[1:]):
            return None
        if point["sign"]:
            date["circa"] = True
        parts.append(numbers)
    return date


def _in_calendar(month: int = 1, day: int = 1, year: int = 2000) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (monthrange(year, month)[1] if 0 < year < 9999 else 31)


def read_words(words: str) -> CslDate | None:
    """The CSL date that *words* state as a note would: "Winter 1996/1997", "3 May 1950", "c. 1950"; or None.

    Numbers alone that are no EDTF ("1939-45", "1950/10/03") are read too.
    """
    from citekit.recognise import dates

    words = words.strip()
    if not words or len(words) > _LONGEST_WORDS or not re.search(r"\d{4}", words):
        return None
    numbers = re.fullmatch(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?", words)
    if numbers:
        parts = [int(number) for number in numbers.groups() if number]
        return {"date-parts": [parts]} if _in_calendar(*parts[1:]) else None
    found = dates.read_date(words)
    return found.to_csl() if found else None


def with_month(date: CslDate, source: str, day: str = "") -> bool:
    """Put what a ``month`` field says into *date*, which has only years; False where it cannot be read.

    Besides a month it may name a season, two months, or the day as BibTeX's manual advises ("10~" # jan).
    """
    parts = date.get("date-parts") or [[0, 0]]
    words = source.strip().strip("{}").replace("~", " ").strip()
    inner = _DAY_BEFORE.fullmatch(words) or _DAY_BEHIND.fullmatch(words)
    if inner:
        said, words = (inner[1], inner[2]) if inner[1].isdigit() else (inner[2], inner[1])
        day = day or said
    season = ru.SEASONS.get(words.lower())
    halves = [month for half in _TO.split(words) if (month := _month(half))]
    if season and all(len(point) == 1 for point in parts):
        date["season"] = season
    elif len(parts) != 1 or len(parts[0]) != 1 or len(halves) != len(_TO.split(words)) or len(halves) > 2:
        return False
    else:
        date["date-parts"] = [[*parts[0], month] for month in halves]
        if len(halves) == 1 and day.isdigit() and _in_calendar(1, int(day)):
            date["date-parts"][0].append(int(day))
    return True


def write_year(date: Any) -> dict[str, str]:
    """``year``, ``month`` and ``day`` as BibTeX has them; a date in words stands as it is."""
    parts = (date.get("date-parts") or []) if isinstance(date, dict) else []
    if not parts or not all(isinstance(number, int) for number in parts[0]):
        literal = str(date.get("literal", "")) if isinstance(date, dict) else ""
        return {"year": literal} if literal else {}
    first, last = parts[0][0], parts[-1][0]
    fields = {"year": "c. " * bool(date.get("circa")) + (f"{first}--{last}" if first != last else str(first))}
    month = write_month(date)
    if month:
        fields["month"] = month
        if len(parts) == 1 and len(parts[0]) > 2:
            fields["day"] = str(parts[0][2])
    return fields


def write_month(date: CslDate) -> str:
    """What BibTeX's ``month`` says of *date*: a macro, or words for a season or two months; or ""."""
    parts = date.get("date-parts") or [[]]
    months = [point[1] for point in parts if len(point) > 1 and _in_calendar(point[1])]
    if date.get("season") in (1, 2, 3, 4) and not months:
        return SEASONS[date["season"] - 1]
    if not months or parts[0][0] != parts[-1][0]:
        return ""
    return (
        MONTHS[months[0] - 1] if months[0] == months[-1] else "--".join(_NAMES[month - 1] for month in months)
    )


def _month(source: str) -> int | None:
    """The month that a word or number names: "mar", "3", "марта", "März"."""
    word = source.strip().rstrip(".").lower()
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return ru.LATIN_MONTHS.get(word) or ru.MONTHS.get(word)
