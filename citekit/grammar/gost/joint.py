"""Several documents cited together: "Телеграммы ..., 1 и 8 октября 1950 г.", "Правда. 1950. 26, 28 июня"."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.languages.ru import MONTHS
from citekit.model import Date, Field, Reference, Span

_DAYS = re.compile(r"(?<!\d)(?P<days>\d\d?(?:,\s\d\d?)*)(?:\sи\s|,\s)(?=\d\d?\s[а-яё])")
_BEHIND = re.compile(r"(?:,|\sи)\s(?P<day>\d\d?)\s(?P<month>[а-яё]{3,8})(?![а-яё])\.?")
_BEFORE = 30
"""How many characters before a date the other days may stand."""


def split(reference: Reference, text: str) -> tuple[Reference, ...]:
    """One reference for each date that the citation names beside the one that was read.

    *text* is that of the note.  All references share the citation's span and its printed pages.
    """
    for at, entry in enumerate(reference.fields):
        if entry.name not in ("original-date", "issued") or not isinstance(entry.value, Date):
            continue
        if len(entry.value.parts) != 1 or len(entry.value.parts[0]) != 3:
            continue
        dates, more = _dates(reference, entry, entry.value, text)
        if len(dates) > 1:
            fields, connectives = reference.fields, (*reference.connectives, *more)
            return tuple(
                replace(
                    reference,
                    fields=(*fields[:at], replace(entry, value=date), *fields[at + 1 :]),
                    connectives=connectives,
                )
                for date in dates
            )
    return (reference,)


def _dates(reference: Reference, entry: Field, first: Date, text: str) -> tuple[list[Date], list[Span]]:
    """The dates named together, and where those beside the first one stand."""
    year, month, _ = first.parts[0]
    dates, more = [first], []
    start = max(reference.citation.span.start, entry.span.start - _BEFORE)
    days = _DAYS.search(text, start, entry.span.end)
    if days and days.end() >= entry.span.start:
        numbers = [int(day) for day in days["days"].split(", ")]
        dates = [Date(((year, month, day),)) for day in numbers if 0 < day < 32] + dates
        more.append(Span(days.start(), days.end()))
    for match in _BEHIND.finditer(text, entry.span.end, reference.citation.span.end):
        if match["month"] in MONTHS and match.start() == (more[-1].end if more else entry.span.end):
            dates.append(Date(((year, MONTHS[match["month"]], int(match["day"])),)))
            more.append(Span(match.start(), match.end()))
    return dates, more
