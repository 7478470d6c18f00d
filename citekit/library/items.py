"""CSL-JSON items as citekit keeps them: numbers as strings, dates as integers, no empty values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.languages.ru import SEASONS
from citekit.library.bib.dates import read_date, read_words
from citekit.model import Item
from citekit.names import person

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
        elif variable in DATES and isinstance(value, str | int):
            value = _date_in_words(str(value))
        elif variable in NAMES and isinstance(value, list | str | Mapping):
            value = [_name(name) for name in (value if isinstance(value, list) else [value]) if name]
        elif isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if value not in ("", None, [], {}):
            kept[variable] = value
    return kept


def _name(name: Any) -> Any:
    """A name without its empty parts, one that is only text in its parts; what is no name stays as it is."""
    if isinstance(name, str):
        return person(name).to_csl() or {"literal": name}
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
    words = kept.get("edtf") or kept.get("raw")
    if isinstance(words, str) and "date-parts" not in kept:
        read = read_date(words) or read_words(words)
        if read:
            return {key: value for key, value in kept.items() if key not in ("edtf", "raw")} | read
    parts = kept.get("date-parts")
    if isinstance(parts, list):
        points = [_point(point, kept) for point in parts if point]
        kept["date-parts"] = [point for point in points if point]
        if not kept["date-parts"]:
            del kept["date-parts"]
    if "season" in kept:
        kept["season"] = SEASONS.get(str(kept["season"]).lower()) or _integer(kept["season"])
    if "circa" in kept:
        kept["circa"] = True
    return kept


def _date_in_words(text: str) -> dict[str, Any]:
    """A date that is text, against CSL-JSON: by ISO 8601, or as people write it."""
    return read_date(text) or read_words(text) or ({"literal": text} if text.strip() else {})


def _point(point: Any, date: dict[str, Any]) -> Any:
    """Year, month and day as integers.  For citeproc-js the months 13-16 and 21-24 are seasons."""
    if not isinstance(point, list | tuple):
        return [_integer(point)]
    if len(point) == 1 and isinstance(point[0], str) and (whole := read_date(point[0])):
        return whole["date-parts"][0]
    numbers = [_integer(number) for number in point if number not in ("", None)]
    if len(numbers) == 2 and numbers[1] in (13, 14, 15, 16, 21, 22, 23, 24):
        date.setdefault("season", (numbers[1] - 1) % 4 + 1 if numbers[1] < 20 else numbers[1] - 20)
        return numbers[:1]
    return numbers


def _integer(value: Any) -> Any:
    try:
        return int(value)
    except (TypeError, ValueError):
        return value
