"""The drawing of documents in time, and the bars of sources."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.report.charts import MOST_BARS, charts
from citekit.report.labels import kind_of, label
from citekit.report.timeline import MOST_COLUMNS, SENDERS, Timeline, timeline
from citekit.report.views import Facets, Label, Link, WorkView
from citekit.report.works import Known


def document(at: int, *date: int, sender: str = "Stalin") -> Known:
    item = {
        "id": f"w{at}",
        "type": "personal_communication",
        "author": [{"family": sender}],
        "recipient": [{"family": "Mao"}],
        **({"original-date": {"date-parts": [list(date)]}} if date else {}),
    }
    return Known(item, f"work-w{at}", label(item), kind_of(item), "", "", False, False)


def drawn(*dates: tuple[int, ...]) -> Timeline:
    made = timeline(document(at, *date) for at, date in enumerate(dates))
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("dates", "unit", "ticks"),
    [
        ([(1950, 7, 2), (1950, 9, 1)], "month", ["Jul 1950", "Aug", "Sep"]),
        ([(1949, 12, 2), (1950, 1, 1), (1951, 2)], "month", ["Dec 1949", "1950", "Feb 1951"]),
        (
            [(1949, 12, 2), (1950, 1, 1), (1951, 2), *((1951, m) for m in range(3, 13))],
            "month",
            ["1950", "Feb 1951"],
        ),
        ([(1950, 1), (1953, 7, 27)], "month", ["1950", "Jul 1953"]),
        ([(year, month) for year in range(1945, 1955) for month in (1, 6, 11)], "quarter", None),
        ([(year, 6) for year in range(1900, 1960)], "year", None),
        ([(1950,), (1952,)], "year", ["1950", "1951", "1952"]),
        ([(year,) for year in range(1500, 1900)], "decade", None),
    ],
    ids=["weeks", "winters", "no room", "one break", "decade", "half century", "years only", "centuries"],
)
def test_unit_and_ticks(dates: list[tuple[int, ...]], unit: str, ticks: list[str] | None) -> None:
    made = drawn(*dates)
    assert made.unit == unit
    if ticks is not None:
        assert [tick.words for tick in made.ticks] == ticks


def test_a_long_empty_time_is_a_break() -> None:
    assert len(drawn((1917, 11, 7), (1950, 6, 25)).breaks) == 1
    assert drawn((1950, 5), (1950, 6)).breaks == ()


def test_a_year_alone_is_listed_but_in_no_month() -> None:
    made = drawn((1950, 6, 25), (1950, 7), (1951,))
    assert len(made.cells) == 2
    assert made.unplaced == 1
    assert made.order == ("work-w0", "work-w1", "work-w2")


def test_without_dates_there_is_no_drawing() -> None:
    assert timeline([document(1)]) is None
    made = timeline([document(1), document(2, 1950, 6)])
    assert made is not None
    assert made.undated == 1


def test_the_year_of_a_collection_is_no_date_of_its_documents() -> None:
    work = document(1)
    work.item["issued"] = {"date-parts": [[2003]]}
    assert timeline([work]) is None


def test_the_commonest_senders_have_colours() -> None:
    works = [document(at, 1950, 1 + at % 12, sender=f"S{at % 8}") for at in range(60)]
    made = timeline(works)
    assert made is not None
    assert {cell.colour for cell in made.cells} == set(range(SENDERS + 1))
    assert sum(entry.count for entry in made.legend) == 60
    assert made.legend[-1].name == "others"


days = st.tuples(st.integers(-50, 2030), st.integers(1, 12), st.integers(1, 28))
dates = st.one_of(days, days.map(lambda day: day[:2]), days.map(lambda day: day[:1]))


@given(st.lists(dates, min_size=1, max_size=60))
def test_everything_stands_within_the_drawing(some: list[tuple[int, ...]]) -> None:
    made = drawn(*some)
    assert len(made.cells) + made.unplaced == len(made.order) == len(some)
    ends = [tick.at + 2 * len(tick.words) for tick in made.ticks]
    assert all(end < after.at for end, after in zip(ends, made.ticks[1:], strict=False))
    places = {(cell.x, cell.y) for cell in made.cells}
    assert len(places) == len(made.cells)
    for cell in made.cells:
        assert cell.x >= 0
        assert cell.x + cell.width <= 100.01
        assert 0 <= cell.y <= made.base


def test_many_years_make_few_columns() -> None:
    made = drawn(*((year, 1, 1) for year in range(1000, 2000)))
    assert len({cell.x for cell in made.cells}) <= max(MOST_COLUMNS, 100)


def work(kind: str, language: str = "en", archive: str = "", times: int = 1) -> WorkView:
    links = tuple(Link(f"note-{n}", str(n)) for n in range(times))
    facets = Facets((), (kind,), (language,), (archive,))
    return WorkView("work-x", "x", Label("x"), kind, language, links, (), (), (), facets)


def test_bars_count_works_and_citations() -> None:
    made = charts([work("book", times=3), work("book"), work("chapter", "zh", times=8)], {})
    kinds, languages = made
    assert [(bar.label, bar.works, bar.citations) for bar in kinds.bars] == [
        ("Book", 2, 4),
        ("Chapter", 1, 8),
    ]
    assert [bar.label for bar in languages.bars] == ["English", "Chinese"]
    assert kinds.bars[0].works_width == 25
    assert kinds.bars[1].citations_width == 100


def test_the_rest_is_one_bar() -> None:
    def many() -> Iterable[WorkView]:
        return (work("document", archive=f"archive:{at}") for at in range(MOST_BARS + 5))

    archives = charts(many(), {f"archive:{at}": f"Archive {at}" for at in range(99)})[-1]
    assert len(archives.bars) == MOST_BARS
    assert (archives.bars[-1].label, archives.bars[-1].works, archives.bars[-1].key) == ("6 others", 6, "")
    assert archives.bars[0].label == "Archive 0"
