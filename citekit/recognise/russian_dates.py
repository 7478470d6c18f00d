"""Dates as notes in the Russian convention print them: "5 октября 1950 г.", "1950. 26 июня", "5.X.1950"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.languages.ru import LATIN_MONTHS, MONTHS, SEASONS
from citekit.model import Date

_ALL_MONTHS = {**MONTHS, **LATIN_MONTHS}
_MONTH = "(?:" + "|".join(sorted(_ALL_MONTHS, key=len, reverse=True)) + r")(?![\w])\.?"
_SEASON = "(?:" + "|".join(SEASONS) + ")"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|\.|-?го)?"
_YEAR_WORD = r"(?:\s?(?:гг?\.|года|году|год|р\.|рр\.|року|г(?!\w)))?"

DATE = re.compile(
    rf"""(?<!\d)(?=\d)(?:
      (?P<d1>{_DAY}){_ORDINAL}(?:\s?[-–—]\s?(?P<d1b>{_DAY}){_ORDINAL})?(?:\s?\(\d\d?\))?\s
        (?P<m1>{_MONTH}),?\s?(?P<y1>{YEAR})(?!\d){_YEAR_WORD}
    | (?P<d8>{_DAY})\s(?P<m8>{_MONTH})\s?[-–—]\s?(?P<d8b>{_DAY})\s(?P<m8b>{_MONTH}),?\s?
        (?P<y8>{YEAR})(?!\d){_YEAR_WORD}
    | (?P<y2>{YEAR})(?:\s?г\.)?[.,]?\s(?:[-–—]\s)?(?:{_DAY}(?:,\s{_DAY})*(?:,|\sи)\s)?
        (?:(?P<d2a>{_DAY})\s?[-–—]\s?)?(?P<d2>{_DAY}){_ORDINAL}(?:\s?\(\d\d?\))?\s(?P<m2>{_MONTH})
    | (?P<y11>{YEAR})[.,]\s(?P<m11>{_MONTH})\s(?P<d11>{_DAY})(?:st|nd|rd|th)?(?![\w])
    | (?P<y9>{YEAR})(?:\s?г\.)?[.,]\s(?:[-–—]\s)?
        (?P<d9>{_DAY})[./](?P<m9>0?[1-9]|1[0-2]|[IVX]{{1,4}})(?![\d.])
    | (?P<d3>{_DAY})\s?[./-]\s?(?P<m3>0?[1-9]|1[0-2]|[IVX]{{1,4}})\s?[./–-]\s?
        (?P<y3>{YEAR}|(?<=\.)\d\d)(?!\d)(?!-\d){_YEAR_WORD}
    | (?P<y4>{YEAR})[./-](?P<m4>0[1-9]|1[0-2])[./-](?P<d4>{_DAY})(?!\d)
    | (?P<y10>{YEAR})[.,]\s(?:[-–—]\s)?(?:(?P<m10>{_MONTH})|(?P<s10>{_SEASON})(?!\w))(?=[.,;\s]|$)
    )
    | (?<!\w)(?=[^\W\d_]{{3,12}}\.?(?:\s?[-–—/]\s?[^\W\d_]{{3,12}}\.?)?,?\s\d)(?:
      (?P<m5>{_MONTH})\s(?P<d5>{_DAY})(?:st|nd|rd|th)?,\s(?P<y5>{YEAR})(?!\d)
    | (?P<m6>{_MONTH})(?:\s?[-–—/]\s?{_MONTH})?,?\s(?P<y6>{YEAR})(?!\d){_YEAR_WORD}
    | (?P<season>{_SEASON}),?\s(?P<y7>{YEAR})(?!\d){_YEAR_WORD}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""A date with at least a month; bare years are the imprint's."""

DAY_AND_MONTH = re.compile(rf"(?P<day>{_DAY})(?:\s?\(\d\d?\))?\s(?P<month>{_MONTH})(?!\w)", re.IGNORECASE)
"""A day without its year: "31 марта", "4 (16) мая" in both calendars."""

_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
_HINT = re.compile(r"\d[.\s/)–—-]|\d,|(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and the characters that state it."""

    date: Date
    start: int
    end: int

    @property
    def has_day(self) -> bool:
        """Whether the date names a day."""
        return bool(self.date.parts) and len(self.date.parts[0]) == 3


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _ROMAN.get(word.upper()) or _ALL_MONTHS[word.rstrip(".").lower()]


def _year(word: str) -> int:
    """A year; two digits ("15.03.99") are of the last hundred years."""
    year = int(word)
    return year if year > 99 else year + (1900 if year > 40 else 2000)


def read(match: re.Match[str]) -> Date | None:
    """The date of a match of :data:`DATE`, or None where it names no real day."""
    g = match.groupdict()
    if g["y1"]:
        year, month, day = int(g["y1"]), _month(g["m1"]), int(g["d1"])
        if g["d1b"] and int(g["d1b"]) > day:
            return Date(((year, month, day), (year, month, int(g["d1b"]))))
        return Date(((year, month, day),))
    if g["y8"]:
        year = int(g["y8"])
        return Date(((year, _month(g["m8"]), int(g["d8"])), (year, _month(g["m8b"]), int(g["d8b"]))))
    if g["y6"]:
        return Date(((int(g["y6"]), _month(g["m6"])),))
    if g["y7"]:
        return Date(((int(g["y7"]),),), season=SEASONS[g["season"].lower()])
    if g["y10"]:
        if g["s10"]:
            return Date(((int(g["y10"]),),), season=SEASONS[g["s10"].lower()])
        return Date(((int(g["y10"]), _month(g["m10"])),))
    for k in ("2", "9", "3", "4", "5", "11"):
        if g["y" + k]:
            month_word = g["m" + k].upper()
            if k in ("3", "9") and not month_word.isdigit() and month_word not in _ROMAN:
                return None
            date = (_year(g["y" + k]), _month(g["m" + k]), int(g["d" + k]))
            if k == "2" and g["d2a"] and int(g["d2a"]) < date[2]:
                return Date(((date[0], date[1], int(g["d2a"])), date))
            return Date((date,))
    return None


def day_of(year: int, match: re.Match[str]) -> Date:
    """The date of a match of :data:`DAY_AND_MONTH` in *year*."""
    return Date(((year, _month(match["month"]), int(match["day"])),))


def find(text: str, start: int = 0, end: int | None = None) -> FoundDate | None:
    """The first date with a month in ``text[start:end]``, or None."""
    stop = len(text) if end is None else end
    if not _HINT.search(text, start, stop):
        return None
    for match in DATE.finditer(text, start, stop):
        date = read(match)
        if date is not None:
            return FoundDate(date, match.start(), match.end())
    return None


def find_all(text: str, start: int = 0, end: int | None = None) -> list[FoundDate]:
    """Every date with a month in ``text[start:end]``, in order."""
    found = []
    at = find(text, start, end)
    while at is not None:
        found.append(at)
        at = find(text, at.end, end)
    return found
