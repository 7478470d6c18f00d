"""The choices of the filters, with how much each leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from citekit.report.labels import kind_name
from citekit.report.values import language_name
from citekit.report.views import Facets, Filters, Option, State

NOTE_STATES: dict[State, str] = {
    "doubtful": "Low confidence",
    "open": "No work found",
    "leftover": "Words not understood",
    "findings": "With findings",
    "repeated": "Work cited more than once",
    "nominated": "Possible duplicates",
}
WORK_STATES: dict[State, str] = {
    "repeated": "Cited more than once",
    "nominated": "Possible duplicates",
}


def filters(
    facets: Sequence[Facets], states: Mapping[State, str], source_names: Mapping[str, str]
) -> Filters:
    """The filters of a list whose elements have *facets*; choices that would leave nothing are left out.

    States stay even so: that there is no open citation is worth reading.
    """
    counted = Counter(state for facet in facets for state in facet.states)
    return Filters(
        states=tuple(Option(state, name, counted[state]) for state, name in states.items()),
        kinds=_options((facet.kinds for facet in facets), kind_name),
        languages=_options((facet.languages for facet in facets), language_name),
        archives=_options((facet.archives for facet in facets), lambda key: source_names.get(key, key)),
        findings=_options((facet.findings for facet in facets), str),
    )


def _options(keys: Iterable[Sequence[str]], name: Callable[[str], str]) -> tuple[Option, ...]:
    """The choices, the commonest first."""
    counted = Counter(key for several in keys for key in several if key)
    return tuple(Option(key, name(key), number) for key, number in counted.most_common())
