"""CSL-JSON items as citekit keeps them: numbers as strings, dates as integers, no empty values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citekit.model import Item

NAMES = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author
    performer producer recipient reviewed-author script-writer series-creator translator""".split()
)
DATES = frozenset({"accessed", "available-date", "event-date", "issued", "original-date", "submitted"})


def normalised(item: Mapping[str, Any]) -> Item:
    """The same item with one spelling for each thing that CSL-JSON lets one spell in several ways.

    Programs write ``"volume": 33`` and ``"date-parts": [["1950"]]``; both mean what the strings and
    integers of citekit mean.
    """
    kept: Item = {}
    for variable, value in item.items():
        if variable in DATES and isinstance(value, Mapping):
            value = _date(value)
        elif variable in NAMES and isinstance(value, list):
            value = [{k: v for k, v in name.items() if v not in ("", None)} for name in value if name]
        elif isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if value not in ("", None, [], {}):
            kept[variable] = value
    return kept


def _date(date: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in date.items() if value not in ("", None, [], False)}
    parts = kept.get("date-parts")
    if isinstance(parts, list):
        points = [
            [_integer(number) for number in point if number not in ("", None)] for point in parts if point
        ]
        kept["date-parts"] = [point for point in points if point]
        if not kept["date-parts"]:
            del kept["date-parts"]
    if "season" in kept:
        kept["season"] = _integer(kept["season"])
    if "circa" in kept:
        kept["circa"] = True
    return kept


def _integer(value: Any) -> Any:
    try:
        return int(value)
    except (TypeError, ValueError):
        return value
