"""CSL-JSON items as citekit keeps them: numbers as strings, dates as integers, no empty values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.model import Item

NAMES = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author
    performer producer recipient reviewed-author script-writer series-creator translator""".split()
)
_HALF = re.compile(r"[\ud800-\udfff]")
DATES = frozenset({"accessed", "available-date", "event-date", "issued", "original-date", "submitted"})


def normalised(item: Mapping[str, Any]) -> Item:
    """The same item with one spelling for each thing that CSL-JSON lets one spell in several ways.

    Programs write ``"volume": 33`` and ``"date-parts": [["1950"]]``; both mean what the strings and
    integers of citekit mean.
    """
    kept: Item = {}
    for variable, value in item.items():
        value = _scalars(value)
        if variable in DATES and isinstance(value, Mapping):
            value = _date(value)
        elif variable in NAMES and isinstance(value, list):
            value = [_name(name) for name in value if name]
        elif isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if value not in ("", None, [], {}):
            kept[variable] = value
    return kept


def _name(name: Any) -> Any:
    """A name without its empty parts; what is no name stays what it is."""
    return {k: v for k, v in name.items() if v not in ("", None)} if isinstance(name, Mapping) else name


def _scalars(value: Any) -> Any:
    """*value* with U+FFFD for halves of surrogate pairs, which JSON can hold but no file in UTF-8."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {str(key): _scalars(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_scalars(one) for one in value]
    return value


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
