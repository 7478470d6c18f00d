"""Dates as English notes print them, as CSL dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.languages.en import MONTHS, SEASONS
from citekit.model import Date

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SEASON = "|".join(SEASONS)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"

DATE = re.compile(
    rf"""(?P<circa>\b(?:ca?\.|circa)\s*)?(?P<before>\b(?:before|after)\s+)?
    (?:
      (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?P<m1>{_MONTH})\.?,?\s+(?P<y1>{_YEAR})\b
    | \b(?P<m2>{_MONTH})\.?\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,\s*(?P<y2>{_YEAR})\b
    | \b(?P<m3>{_MONTH})\.?\s*[-–—/]\s*(?P<m3b>{_MONTH})\.?,?\s+(?P<y3>{_YEAR})\b
    | \b(?P<m4>{_MONTH})\.?,?\s+(?P<y4>{_YEAR})\b
    | \b(?P<season>{_SEASON})\.?,?\s+(?P<y5>{_YEAR})(?:\s*[-–—/]\s*(?P<y5b>\d{{2,4}}))?\b
    | \b(?P<iy>{_YEAR})-(?P<im>\d\d)-(?P<id>\d\d)\b
    | \b(?P<nd>[0-3]?\d)[./]\s?(?P<nm>[01]?\d)[./]\s?(?P<ny>{_YEAR})\b
    | \b(?P<y6>{_YEAR})(?:\s*[-–—/]\s*(?P<y6b>\d{{4}}|\d\d))?\b(?![-–—:/]\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_YEARS = re.compile(rf"{_YEAR}(?:,\s*{_YEAR})*,?\s+and\s+{_YEAR}")


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date and where it stands; ``precise`` says that it has a month, a season or a day."""

    date: Date
    start: int
    end: int

    @property
    def precise(self) -> bool:
        """Whether more than the year is known."""
        return bool(self.date.parts and len(self.date.parts[0]) > 1) or self.date.season is not None

    @property
    def has_day(self) -> bool:
        """Whether the day is known."""
        return bool(self.date.parts and len(self.date.parts[0]) > 2)


def _month(word: str) -> int:
    return MONTHS[word.casefold()]


def _second_year(first: int, text: str | None) -> int | None:
    """The end of a range whose second year may be cut to two digits ("1988/89")."""
    if not text:
        return None
    year = int(text) if len(text) == 4 else first - first % 100 + int(text)
    return year if year > first else None


def read_match(match: re.Match[str]) -> Date | None:
    """The date of a match of :data:`DATE`; None where the numbers are no date (day 32, month 13)."""
    g = match.groupdict()
    circa = bool(g["circa"])
    if g["y1"]:
        return _date(int(g["y1"]), _month(g["m1"]), int(g["d1"]), circa)
    if g["y2"]:
        return _date(int(g["y2"]), _month(g["m2"]), int(g["d2"]), circa)
    if g["y3"]:
        year = int(g["y3"])
        return Date(((year, _month(g["m3"])), (year, _month(g["m3b"]))), circa=circa)
    if g["y4"]:
        return Date(((int(g["y4"]), _month(g["m4"])),), circa=circa)
    if g["y5"]:
        year, until = int(g["y5"]), _second_year(int(g["y5"]), g["y5b"])
        parts: tuple[tuple[int, ...], ...] = ((year,), (until,)) if until else ((year,),)
        return Date(parts, season=SEASONS[g["season"].casefold()], circa=circa)
    if g["iy"]:
        return _date(int(g["iy"]), int(g["im"]), int(g["id"]), circa)
    if g["ny"]:
        return _date(int(g["ny"]), int(g["nm"]), int(g["nd"]), circa)
    year, until = int(g["y6"]), _second_year(int(g["y6"]), g["y6b"])
    return Date(((year,), (until,)) if until else ((year,),), circa=circa)


def _date(year: int, month: int, day: int, circa: bool) -> Date | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Date(((year, month, day),), circa=circa)


def find_dates(text: str, start: int = 0) -> list[DateMatch]:
    """Every date of *text* from *start* on, in order, not overlapping."""
    found = []
    for match in DATE.finditer(text, start):
        date = read_match(match)
        if date is not None:
            found.append(DateMatch(date, match.start(), match.end()))
    return found


def read_date(text: str) -> Date | None:
    """The date that the whole of *text* states, or None.

    Several years of a set published over time ("1987, 1988, 1989, and 1990") are read as a range.
    """
    text = text.strip().rstrip(".,")
    years = _YEARS.fullmatch(text)
    if years:
        numbers = re.findall(r"\d{4}", text)
        return Date(((int(numbers[0]),), (int(numbers[-1]),)))
    match = DATE.fullmatch(text)
    return read_match(match) if match else None
