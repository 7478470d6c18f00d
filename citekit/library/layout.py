"""How ``references.json`` is laid out: one field a line in a steady order, so that it diffs well."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from citekit.model import Item

ORDER = (
    *("id", "type", "author", "recipient", "interviewer", "director", "editor", "translator", "title"),
    *("original-title", "genre", "number", "original-date", "container-title", "collection-title", "section"),
    *("volume", "issue", "edition", "publisher", "publisher-place", "issued", "page", "archive"),
    *(
        "archive_collection",
        "archive_location",
        "archive-place",
        "DOI",
        "ISBN",
        "URL",
        "accessed",
        "language",
    ),
)
"""The fields of a new item come in this order, others after them, ``custom`` last."""

_RANK = {name: rank for rank, name in enumerate(ORDER)}


def laid_out(items: Sequence[Item]) -> str:
    """The text of a library: CSL-JSON, one field a line, those of ``custom`` too."""
    if not items:
        return "[]\n"
    return "[\n" + ",\n".join(_item(item) for item in items) + "\n]\n"


def _item(item: Item) -> str:
    lines = []
    for name, value in item.items():
        if name == "custom" and isinstance(value, dict) and value:
            inner = ",\n".join(f"      {_json(key)}: {_json(one)}" for key, one in value.items())
            lines.append(f'    "custom": {{\n{inner}\n    }}')
        else:
            lines.append(f"    {_json(name)}: {_json(value)}")
    return "  {\n" + ",\n".join(lines) + "\n  }"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def rank(name: str) -> int:
    """The place of a field in :data:`ORDER`; ``custom`` stands last."""
    return len(ORDER) + 1 if name == "custom" else _RANK.get(name, len(ORDER))


def in_order(item: Item) -> Item:
    """*item* with its fields in the order of :data:`ORDER`."""
    return dict(sorted(item.items(), key=lambda field: rank(field[0])))


def placed(item: Item, name: str, value: Any) -> Item:
    """*item* with *name* set; a new field comes before the first that :data:`ORDER` has after it."""
    if name in item:
        return {**item, name: value}
    later = next((other for other in item if rank(other) > rank(name)), None)
    made: Item = {}
    for other, held in item.items():
        if other == later:
            made[name] = value
        made[other] = held
    return made if later is not None else {**item, name: value}
