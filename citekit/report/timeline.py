"""The archival documents by date: a column for each month (quarter, year, decade), a cell for each document.

All measures across are per cent of the width, so that the drawing fits any screen with letters of one size;
measures down are pixels.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from citekit.report.labels import is_archival
from citekit.report.values import MONTHS, family_of
from citekit.report.works import Known

MOST_COLUMNS = 84
"""With more columns than these the next coarser unit of time is taken."""
LONG_GAP = 6
"""So many empty columns and more become one break in the axis."""
SENDERS = 5
"""So many senders have a colour of their own."""
HEIGHT = 190
TALLEST_CELL = 14
HEAD = 16
"""Pixels above the highest column."""

UNITS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
"""Units of time by their length in months."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An archival work with the (first) day, month or year of its date."""

    anchor: str
    words: str
    sender: str
    date: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A document in the drawing; ``colour`` is the sender's place among the commonest, SENDERS for others."""

    anchor: str
    words: str
    x: float
    y: float
    width: float
    height: float
    colour: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on one of the axes."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Legend:
    """A sender with a colour."""

    colour: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing.

    ``order`` are the places of all dated documents on the page, the oldest first; ``unplaced`` of them have
    a date too coarse for the unit, so that they are listed but not drawn.
    """

    unit: str
    cells: tuple[Cell, ...]
    ticks: tuple[Tick, ...]
    rules: tuple[Tick, ...]
    breaks: tuple[float, ...]
    legend: tuple[Legend, ...]
    base: float
    unplaced: int
    undated: int
    span: str
    order: tuple[str, ...]


def timeline(works: Iterable[Known]) -> Timeline | None:
    """The drawing of the archival works among *works*, or None where none has a date."""
    archival = [work for work in works if is_archival(work.item)]
    dated = sorted((d for d in map(_dated, archival) if d is not None), key=lambda d: d.date)
    if not dated:
        return None
    unit = _unit(dated)
    placed = [d for d in dated if _fits(d, unit)]
    columns, breaks = _columns({_bin(d.date, unit) for d in placed})
    senders = Counter(d.sender for d in placed if d.sender)
    ranked = [name for name, count in senders.most_common(SENDERS) if count > 1 or len(senders) <= SENDERS]
    cells, cell_height = _cells(placed, columns, unit, ranked)
    width = 100 / len(columns)
    return Timeline(
        unit=unit,
        cells=cells,
        ticks=_ticks(columns, unit),
        rules=_rules(cell_height),
        breaks=tuple(round((at + 0.5) * width, 3) for at in breaks),
        legend=_legend(placed, ranked),
        base=HEAD + HEIGHT,
        unplaced=len(dated) - len(placed),
        undated=len(archival) - len(dated),
        span=_span(dated),
        order=tuple(d.anchor for d in dated),
    )


def _dated(work: Known) -> Dated | None:
    """Only the document's own date counts: the collection's year says nothing of when it was written."""
    item = work.item
    date = item.get("original-date") or (item.get("issued") if item.get("type") == "speech" else None) or {}
    parts = (date.get("date-parts") or [[]])[0]
    if not parts:
        return None
    authors = item.get("author") or []
    words = ", ".join(word for word in (work.label.date, work.label.head, work.label.title) if word)
    return Dated(
        work.anchor, words, family_of(authors[0]) if authors else "", tuple(int(number) for number in parts)
    )


def _bin(date: Sequence[int], unit: str) -> int:
    months = date[0] * 12 + (date[1] - 1 if len(date) > 1 else 0)
    return months // UNITS[unit]


def _fits(dated: Dated, unit: str) -> bool:
    """Whether the date is fine enough: a year alone belongs to no month."""
    return len(dated.date) > 1 or UNITS[unit] >= 12


def _unit(dated: Sequence[Dated]) -> str:
    """The finest unit that needs no more than MOST_COLUMNS and can show most of the documents."""
    for unit in UNITS:
        placed = [d for d in dated if _fits(d, unit)]
        if 2 * len(placed) >= len(dated) and len(_columns({_bin(d.date, unit) for d in placed})[0]) <= (
            MOST_COLUMNS
        ):
            return unit
    return "decade"


def _columns(bins: set[int]) -> tuple[list[int | None], list[int]]:
    """The columns from the first bin to the last (None is a break for a long empty time) and the breaks."""
    ordered = sorted(bins)
    columns: list[int | None] = [*ordered[:1]]
    breaks = []
    for one, other in pairwise(ordered):
        if other - one > LONG_GAP:
            breaks.append(len(columns))
            columns += [None, other]
        else:
            columns += range(one + 1, other + 1)
    return columns, breaks


def _cells(
    placed: Sequence[Dated], columns: Sequence[int | None], unit: str, ranked: Sequence[str]
) -> tuple[tuple[Cell, ...], float]:
    stacks: dict[int, list[Dated]] = defaultdict(list)
    for dated in placed:
        stacks[_bin(dated.date, unit)].append(dated)
    height = min(TALLEST_CELL, HEIGHT / max(len(stack) for stack in stacks.values()))
    width = 100 / len(columns)
    cells = []
    for at, column in enumerate(columns):
        for level, dated in enumerate(stacks[column] if column is not None else ()):
            colour = ranked.index(dated.sender) if dated.sender in ranked else SENDERS
            cells.append(
                Cell(
                    dated.anchor,
                    dated.words,
                    x=round((at + 0.1) * width, 3),
                    y=round(HEAD + HEIGHT - (level + 1) * height, 2),
                    width=round(0.8 * width, 3),
                    height=round(height * (0.86 if height > 4 else 1), 2),
                    colour=colour,
                )
            )
    return tuple(cells), height


def _ticks(columns: Sequence[int | None], unit: str) -> tuple[Tick, ...]:
    """Years at their first column, in a short time months, as many as have room."""
    starts = [(at, column * UNITS[unit]) for at, column in enumerate(columns) if column is not None]
    years = [
        (at, month)
        for before, (at, month) in zip([None, *starts], starts, strict=False)
        if before is None or before[1] // 12 != month // 12
    ]
    if len(years) == 1 and unit == "month":
        words = [
            (at, MONTHS[month % 12][:3] + (f" {month // 12}" if at == 0 else "")) for at, month in starts
        ]
    else:
        words = [
            (at, f"{MONTHS[month % 12][:3]} {month // 12}" if month % 12 else str(month // 12))
            for at, month in years
        ]
    ticks = [Tick(round(100 * at / len(columns), 3), said) for at, said in words]
    step = ceil(sum(_room(tick) for tick in ticks) / 100)
    return tuple(_apart(ticks[::step]))


def _room(tick: Tick) -> float:
    """Per cent of the width that the words of a tick need on a narrow screen."""
    return 2.0 * len(tick.words) + 1


def _apart(ticks: Sequence[Tick]) -> Iterator[Tick]:
    """The ticks whose words do not run into the next: a year is better known by its whole than by its end."""
    for one, after in pairwise(ticks):
        if after.at - one.at >= _room(one):
            yield one
    yield from ticks[-1:]


def _rules(cell_height: float) -> tuple[Tick, ...]:
    """Two to five lines across with round numbers of documents."""
    most = int(HEIGHT / cell_height)
    step = next((n * 10**power for power in range(7) for n in (1, 2, 5) if most / (n * 10**power) <= 4), most)
    return tuple(
        Tick(round(HEAD + HEIGHT - number * cell_height, 2), str(number))
        for number in range(step, most + 1, step)
    )


def _legend(placed: Sequence[Dated], ranked: Sequence[str]) -> tuple[Legend, ...]:
    counted = Counter(d.sender if d.sender in ranked else "" for d in placed)
    shown = [Legend(at, name, counted[name]) for at, name in enumerate(ranked)]
    return (*shown, Legend(SENDERS, "others", counted[""])) if counted[""] else tuple(shown)


def _span(dated: Sequence[Dated]) -> str:
    first, last = dated[0].date[0], dated[-1].date[0]
    return str(first) if first == last else f"{first}–{last}"
