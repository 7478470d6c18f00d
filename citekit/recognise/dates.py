"""Dates as western notes print them, as CSL dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.languages.en import MONTHS, SEASONS
from citekit.model import Date

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SEASON = "|".join(SEASONS)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DASH = r"\s*[-–—/]\s*"
_AND = r"(?:\s*[-–—/]\s*|\s*(?:,\s*)?(?:and|&)\s+)"

_POINT = re.compile(
    rf"""(?P<circa>\b(?:ca?\.|circa)\s*)?(?P<bound>\b(?:before|after)\s+)?
    (?:
      (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:{_DASH}(?P<d1b>\d{{1,2}}))?\.?\s+(?P<m1>{_MONTH})\.?,?\s+(?P<y1>{_YEAR})\b
    | \b(?P<m2>{_MONTH})\.?\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:{_AND}(?P<d2b>\d{{1,2}}))?,
      \s*(?P<y2>{_YEAR})\b
    | \b(?P<m3>{_MONTH})\.?{_DASH}(?P<m3b>{_MONTH})\.?,?\s+(?P<y3>{_YEAR})\b
    | \b(?P<m4>{_MONTH})\.?,?\s+(?P<y4>{_YEAR})\b
    | \b(?P<s5>{_SEASON})(?:{_DASH}(?P<s5b>{_SEASON}))?\.?,?\s+
      (?P<y5>{_YEAR})(?:{_DASH}(?P<y5b>\d{{2,4}})\b)?(?!\d)
    | \b(?P<iy>{_YEAR})-(?P<im>\d\d)-(?P<id>\d\d)\b
    | \b(?P<nd>[0-3]?\d)[./]\s?(?P<nm>[01]?\d)[./]\s?(?P<ny>{_YEAR})\b
    | \b(?P<y6>{_YEAR})(?:{_DASH}(?P<y6b>\d{{4}}|\d\d))?\b(?![-–—:/]\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# The first half of "16 September–15 October 1950", whose year stands only behind the second.
_WITHOUT_YEAR = re.compile(
    rf"(?:\b(?P<d1>\d{{1,2}})\s+(?P<m1>{_MONTH})|\b(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})|\b"
    rf"(?P<s>{_SEASON}))\.?{_DASH}(?=[\dA-Z])",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(_YEAR)
_LONGEST_BEFORE_YEAR = 48
_TO = re.compile(r"\s*[-–—/]\s*(?=\S)")
_YEARS = re.compile(rf"{_YEAR}(?:,\s*{_YEAR})*,?\s+and\s+{_YEAR}")


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date and where it stands in the text that was searched."""

    date: Date
    start: int
    end: int

    @property
    def is_precise(self) -> bool:
        """Whether more than the year is known: a season, a month, a day."""
        return len(self.date.parts[0]) > 1 or self.date.season is not None

    @property
    def has_day(self) -> bool:
        """Whether the day is known."""
        return len(self.date.parts[0]) > 2


def find_date(text: str, start: int = 0, end: int | None = None) -> DateMatch | None:
    """The first date of ``text[start:end]``, a range of dates being one; None where there is none."""
    return next(find_dates(text, start, end), None)


def date_at(text: str, at: int, end: int | None = None) -> DateMatch | None:
    """The date that begins right at *at*, or None."""
    end = len(text) if end is None else end
    return _ranged(text, at, end) or _pointed(text, _POINT.match(text, at, end), end)


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMatch]:
    """The dates of ``text[start:end]`` in order, not overlapping."""
    end = len(text) if end is None else end
    while year := _ANY_YEAR.search(text, start, end):  # what belongs to a year stands right before it
        match = _POINT.search(text, max(start, year.start() - _LONGEST_BEFORE_YEAR), end)
        if match is None:
            return
        opening = _WITHOUT_YEAR.search(text, max(start, match.start() - 24), match.start() + 1)
        found = _ranged(text, opening.start(), end) if opening else None
        found = found or _pointed(text, match, end)
        if found:
            yield found
        start = max(match.end(), found.end if found else 0)


def read_date(text: str) -> Date | None:
    """The date that the whole of *text* states, or None.

    Several years of a set published over time ("1987, 1988, 1989, and 1990") are read as a range.
    """
    text = text.strip().rstrip(".,")
    years = _YEARS.fullmatch(text)
    if years:
        numbers = re.findall(r"\d{4}", text)
        return Date(((int(numbers[0]),), (int(numbers[-1]),)))
    found = date_at(text, 0)
    return found.date if found and found.end == len(text) else None


def _pointed(text: str, match: re.Match[str] | None, end: int) -> DateMatch | None:
    """The date of *match*, joined with the date behind a dash: "February 15, 1955–December 1959"."""
    date = _read(match) if match else None
    if match is None or date is None:
        return None
    dash = _TO.match(text, match.end(), end)
    behind = _POINT.match(text, dash.end(), end) if dash else None
    until = _read(behind) if behind else None
    if behind and until and until.parts[-1] > date.parts[-1] and not match["y6"]:
        return DateMatch(
            Date((date.parts[0], until.parts[-1]), season=date.season, circa=date.circa),
            match.start(),
            behind.end(),
        )
    return DateMatch(date, match.start(), match.end())


def _ranged(text: str, at: int, end: int) -> DateMatch | None:
    """A range whose year stands only at its end: "16 September–15 October 1950", "Fall/Winter 2007"."""
    first = _WITHOUT_YEAR.match(text, at, end)
    second = _POINT.match(text, first.end(), end) if first else None
    until = _read(second) if second else None
    if first is None or second is None or until is None or second["y6"]:
        return None
    year = until.parts[0][0]
    if first["s"]:
        return DateMatch(Date(until.parts, season=SEASONS[first["s"].casefold()]), at, second.end())
    date = _day(year, first["m1"] or first["m2"], int(first["d1"] or first["d2"]))
    if date is None or date.parts[0] >= until.parts[-1]:
        return None
    return DateMatch(Date((date.parts[0], until.parts[-1])), at, second.end())


def _read(match: re.Match[str]) -> Date | None:
    """The date of a match of :data:`_POINT`; None where the numbers are no date (day 32, month 13)."""
    g = match.groupdict()
    circa = bool(g["circa"])
    if g["y1"] or g["y2"]:
        n = "1" if g["y1"] else "2"
        return _day(int(g[f"y{n}"]), g[f"m{n}"], int(g[f"d{n}"]), g[f"d{n}b"], circa=circa)
    if g["y3"]:
        year = int(g["y3"])
        return Date(((year, _month(g["m3"])), (year, _month(g["m3b"]))), circa=circa)
    if g["y4"]:
        return Date(((int(g["y4"]), _month(g["m4"])),), circa=circa)
    if g["y5"]:
        return Date(_span_of_years(g["y5"], g["y5b"]), season=SEASONS[g["s5"].casefold()], circa=circa)
    if g["iy"]:
        return _checked(int(g["iy"]), int(g["im"]), int(g["id"]))
    if g["ny"]:
        return _checked(int(g["ny"]), int(g["nm"]), int(g["nd"]))
    return Date(_span_of_years(g["y6"], g["y6b"]), circa=circa)


def _month(word: str) -> int:
    return MONTHS[word.casefold()]


def _day(year: int, month: str, day: int, last: str | None = None, *, circa: bool = False) -> Date | None:
    first = _checked(year, _month(month), day)
    until = _checked(year, _month(month), int(last)) if last else None
    if first and until and until.parts > first.parts:
        return Date((*first.parts, *until.parts), circa=circa)
    return Date(first.parts, circa=circa) if first else None


def _checked(year: int, month: int, day: int) -> Date | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Date(((year, month, day),))


def _span_of_years(first: str, second: str | None) -> tuple[tuple[int, ...], ...]:
    """One or two years; the second may be cut to two digits ("1988/89")."""
    year = int(first)
    if not second:
        return ((year,),)
    until = int(second) if len(second) == 4 else year - year % 100 + int(second)
    return ((year,), (until,)) if until > year else ((year,),)
