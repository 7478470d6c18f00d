"""Dates of western notes, alone and in their text."""

from __future__ import annotations

import pytest

from citekit.model import Date
from citekit.recognise.dates import date_at, find_date, find_dates, read_date

from .reading_aloud import spoken

WHOLE = [
    ("25 June 1950", "1950-6-25"),
    ("25th June 1950", "1950-6-25"),
    ("June 25, 1950", "1950-6-25"),
    ("June 25th, 1950", "1950-6-25"),
    ("5 Jan. 1951", "1951-1-5"),
    ("Sept. 3, 1951", "1951-9-3"),
    ("5 iiulia 1950", "1950-7-5"),
    ("16 dekabrya 1949", "1949-12-16"),
    ("3. März 1950", "1950-3-3"),
    ("12 août 1914", "1914-8-12"),
    ("1950-06-25", "1950-6-25"),
    ("25.06.1950", "1950-6-25"),
    ("25/6/1950", "1950-6-25"),
    ("June 1950", "1950-6"),
    ("March–April 1951", "1951-3/1951-4"),
    ("27–28 December 1950", "1950-12-27/1950-12-28"),
    ("January 15 and 17, 1950", "1950-1-15/1950-1-17"),
    ("December 27–28, 1950", "1950-12-27/1950-12-28"),
    ("16 September–15 October 1950", "1950-9-16/1950-10-15"),
    ("September 16–October 15, 1950", "1950-9-16/1950-10-15"),
    ("February 15, 1955–December 1959", "1955-2-15/1959-12"),
    ("May 1950–July 1953", "1950-5/1953-7"),
    ("Spring 2000", "2000 season 1"),
    ("Winter 1995/1996", "1995/1996 season 4"),
    ("Winter 1995-96", "1995/1996 season 4"),
    ("Fall 2007/Winter 2008", "2007/2008 season 3"),
    ("Fall/Winter 2007", "2007 season 3"),
    ("1950", "1950"),
    ("1950–53", "1950/1953"),
    ("ca. 1950", "about 1950"),
    ("1987, 1988, and 1990", "1987/1990"),
    ("32 June 1950", None),
    ("25.13.1950", None),
    ("June", None),
    ("1234", None),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE, ids=[text for text, _ in WHOLE])
def test_whole_text(text: str, expected: str | None) -> None:
    date = read_date(text)
    assert (spoken(date) if date else None) == expected


def test_dates_of_a_text_stand_in_order() -> None:
    text = "Pravda, 26 June 1950, 1; 3–5 July 1950; Fall 1993 (1994)"
    assert [(text[f.start : f.end], f.has_day) for f in find_dates(text)] == [
        ("26 June 1950", True), ("3–5 July 1950", True), ("Fall 1993", False), ("1994", False),
    ]  # fmt: skip


def test_date_at_a_place() -> None:
    text = "telegram, 5 May 1950, APRF"
    found = date_at(text, 10)
    assert found is not None
    assert found.date == Date(((1950, 5, 5),))
    assert date_at(text, 9) is None


@pytest.mark.parametrize("text", ["no date here", "pp. 1234–56", "", "RG 59, 795.00/6-2550"])
def test_no_date(text: str) -> None:
    assert find_date(text) is None
