"""Dates between CSL and BibLaTeX, which writes them by EDTF (ISO 8601-2:2019, levels 0 and 1)."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

CslDate: TypeAlias = dict[str, Any]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every BibTeX style knows for the months."""

_SEASON_BASE = 20  # EDTF 21-24: spring to winter; CSL 1-4
_POINT = re.compile(
    r"^(?P<year>-?\d{4}|y-?\d{5,})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?)?(?P<sign>[~?%]?)(?:T.*)?$"
)


def write_date(date: CslDate) -> str:
    """The date as EDTF, or "" where it has no numbers that EDTF can hold (a literal alone)."""
    parts = date.get("date-parts") or ()
    if len(parts) == 2 and date.get("season"):
        # One winter of two years: EDTF would make two winters of it, so the years stand alone (derived.py).
        date = {name: value for name, value in date.items() if name != "season"}
    points = [_write_point(part, date) for part in parts]
    return "/".join(points) if points and all(points) else ""


def _write_point(parts: list[Any], date: CslDate) -> str:
    try:
        numbers = [int(part) for part in parts]
    except (TypeError, ValueError):
        return ""
    if not numbers or not -9999 <= numbers[0] <= 9999:
        return ""
    season = date.get("season")
    if season and len(numbers) == 1 and str(season) in {"1", "2", "3", "4"}:
        numbers.append(_SEASON_BASE + int(season))
    year = f"{'-' * (numbers[0] < 0)}{abs(numbers[0]):04}"
    return "-".join([year, *(f"{number:02}" for number in numbers[1:])]) + "~" * bool(date.get("circa"))


def read_date(source: str) -> CslDate | None:
    """The CSL date that EDTF *source* stands for; None where it is none, or open at an end."""
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
            date["season"] = numbers[1] - _SEASON_BASE
            numbers = numbers[:1]
        elif len(numbers) > 1 and not 1 <= numbers[1] <= 12:
            return None
        if point["sign"]:
            date["circa"] = True
        parts.append(numbers)
    return date


def month_number(source: str) -> int | None:
    """The month a BibTeX ``month`` field names: "mar", "March", "3"."""
    word = source.strip().strip("{}").lower()
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return MONTHS.index(word[:3]) + 1 if word[:3] in MONTHS else None
