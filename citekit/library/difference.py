"""What one item says and another does not: the residue that a poorer format keeps beside its fields."""

from __future__ import annotations

from typing import Any

from citekit.model import Item


def difference(item: Item, back: Item) -> dict[str, Any]:
    """What *back* lacks of *item*, or has besides (null), variable by variable, ``custom`` key by key."""
    found = _differing(item, back)
    found.pop("custom", None)
    custom = _differing(item.get("custom") or {}, back.get("custom") or {})
    return found | ({"custom": custom} if custom else {})


def _differing(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {name: one.get(name) for name in {**one, **other} if one.get(name) != other.get(name)}


def united(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Two differences together; *other* stands where both speak."""
    custom = one.get("custom", {}) | other.get("custom", {})
    return one | other | ({"custom": custom} if custom else {})


def apply(item: Item, residue: dict[str, Any]) -> None:
    """Set what *residue* names in *item*, and remove what is null there."""
    for variable, value in residue.items():
        if variable == "custom" and isinstance(value, dict):
            custom = item.setdefault("custom", {})
            _set(custom, value)
            if not custom:
                del item["custom"]
        else:
            _set(item, {variable: value})


def _set(target: dict[str, Any], values: dict[str, Any]) -> None:
    for name, value in values.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = value
