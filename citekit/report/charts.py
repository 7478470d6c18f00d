"""How the sources are spread: bars of works and of citations by kind, language and archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from citekit.report.labels import kind_name
from citekit.report.values import language_name
from citekit.report.views import WorkView

MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; widths are per cent.  ``key`` is the choice of the filter that shows its works ("": none)."""

    label: str
    works: int
    citations: int
    works_width: float
    citations_width: float
    key: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart; ``facet`` names the filter that its bars set."""

    title: str
    facet: str
    bars: tuple[Bar, ...]


def charts(works: Iterable[WorkView], source_names: Mapping[str, str]) -> tuple[Chart, ...]:
    """The charts that have anything to show."""
    works = list(works)
    made = (
        _chart("By kind", "kind", works, lambda work: work.facets.kinds, kind_name),
        _chart("By language", "language", works, lambda work: work.facets.languages, language_name),
        _chart(
            "By archive or collection of documents",
            "archive",
            works,
            lambda work: work.facets.archives,
            lambda key: source_names.get(key, key),
        ),
    )
    return tuple(chart for chart in made if chart.bars)


def _chart(
    title: str,
    facet: str,
    works: Iterable[WorkView],
    keys: Callable[[WorkView], Iterable[str]],
    name: Callable[[str], str],
) -> Chart:
    count: Counter[str] = Counter()
    citations: Counter[str] = Counter()
    for work in works:
        for key in keys(work):
            if key:
                count[key] += 1
                citations[key] += work.times
    rows = [(name(key), number, citations[key], key) for key, number in count.most_common()]
    if len(rows) > MOST_BARS:
        rest = rows[MOST_BARS - 1 :]
        rows[MOST_BARS - 1 :] = [
            (f"{len(rest)} others", sum(row[1] for row in rest), sum(row[2] for row in rest), "")
        ]
    widest = max((max(row[1], row[2]) for row in rows), default=1)
    return Chart(
        title,
        facet,
        tuple(
            Bar(label, number, cited, round(100 * number / widest, 2), round(100 * cited / widest, 2), key)
            for label, number, cited, key in rows
        ),
    )
