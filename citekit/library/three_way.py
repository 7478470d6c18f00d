"""What was parsed last, what the writer has made of it, what is parsed now: one item from the three.

Field by field (``custom`` key by key): what the writer changed stays as the writer has it; what only the
document changed is taken from the document; where both changed it, the writer's word stands and the clash is
told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from citekit.library.items import normalised
from citekit.library.layout import placed
from citekit.model import Item

MARK = "no-longer-cited"
"""The key in ``custom`` of an item that a document cited once and no document cites now."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that the writer and the document have both changed, each to something else (None: removed)."""

    key: str
    field: str
    before: Any
    writer: Any
    document: Any


def merged(base: Item, ours: Item, theirs: Item) -> tuple[Item, list[Clash]]:
    """The writer's item *ours* brought up to date, and the clashes; *base* is what was parsed before."""
    result = dict(ours)
    clashes: list[Clash] = []
    key = str(ours.get("id"))
    old, mine, new = normalised(base), normalised(ours), normalised(theirs)
    for name in dict.fromkeys((*old, *new)):
        if name in ("id", "custom"):
            continue
        verdict = _settle(key, name, old.get(name), mine.get(name), new.get(name), clashes)
        if verdict == "theirs":
            result = _put(result, name, theirs.get(name))
    custom = _merged_custom(key, base, ours, theirs, clashes)
    if custom != (ours.get("custom") or {}):
        result = _put(result, "custom", custom or None)
    return result, clashes


def _merged_custom(key: str, base: Item, ours: Item, theirs: Item, clashes: list[Clash]) -> dict[str, Any]:
    old, mine, new = (_custom(item) for item in (base, ours, theirs))
    result = dict(mine)
    for name in dict.fromkeys((*old, *new)):
        verdict = _settle(key, f"custom.{name}", old.get(name), mine.get(name), new.get(name), clashes)
        if verdict == "theirs":
            if name in new:
                result[name] = new[name]
            else:
                result.pop(name, None)
    return result


def _custom(item: Item) -> dict[str, Any]:
    custom = item.get("custom")
    return {k: v for k, v in custom.items() if k != MARK} if isinstance(custom, dict) else {}


def _settle(key: str, name: str, old: Any, mine: Any, new: Any, clashes: list[Clash]) -> str:
    if mine == new or old == new:
        return "ours"
    if old == mine:
        return "theirs"
    clashes.append(Clash(key, name, old, mine, new))
    return "ours"


def _put(item: Item, name: str, value: Any) -> Item:
    if value is None:
        return {other: held for other, held in item.items() if other != name}
    return placed(item, name, value)
