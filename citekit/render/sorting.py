"""``cs:sort``: the order of cites and of bibliography entries (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from citekit.render.collation import FAMILY_BEGINS, FAMILY_ENDS, Collator
from citekit.render.compile import SortKey
from citekit.render.context import Context, SortOptions
from citekit.render.elements import text_of
from citekit.render.items import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, Person, sortable_date

T = TypeVar("T")
_TAGS = re.compile(r"</?(?:i|b|sc|sup|sub|span)[^>]*>")


def sort_items(
    items: Sequence[T],
    keys: list[SortKey],
    context: Callable[[T], Context],
    collator: Collator,
) -> list[T]:
    """The items in the order of the keys; what lacks a key comes last, whatever the direction."""
    order = list(items)
    for key in reversed(keys):
        present: list[tuple[tuple[int, float, object], T]] = []
        missing: list[T] = []
        for item in order:
            value = key_value(key, context(item), collator)
            if value is None:
                missing.append(item)
            else:
                present.append((value, item))
        present.sort(key=lambda pair: pair[0], reverse=key.descending)
        order = [item for _value, item in present] + missing
    return order


def key_value(key: SortKey, ctx: Context, collator: Collator) -> tuple[int, float, object] | None:
    """What an item sorts by: a number or a collation key; None where it has no value."""
    ctx.sort = SortOptions(key.names_min, key.names_use_first, key.names_use_last)
    if key.nodes is not None:
        text = text_of(key.nodes, ctx).strip()
        if not text:
            return None
        return _textual(text, collator)
    variable = key.variable
    if variable in NAME_VARIABLES:
        people = ctx.entry.names.get(variable)
        if not people:
            return None
        text = " ".join(sort_name(person, ctx) for person in people)
        return (1, 0, collator.key(text))
    if variable in DATE_VARIABLES:
        date = ctx.entry.dates.get(variable)
        return (1, 0, sortable_date(date)) if date else None
    value = ctx.peek(variable)
    if not value:
        return None
    if variable in NUMBER_VARIABLES:
        return _textual(value, collator)
    return (1, 0, collator.key(_TAGS.sub("", value)))


def _textual(text: str, collator: Collator) -> tuple[int, float, object]:
    if re.fullmatch(r"-?\d+", text):
        return (0, float(text), "")
    return (1, 0, collator.key(_TAGS.sub("", text)))


def sort_name(person: Person, ctx: Context) -> str:
    """A name as it sorts: the particle before the family name only where the style does not demote it."""
    family, particle, given = person.family or person.literal, person.non_dropping, person.given
    if person.is_cjk:
        return f"{FAMILY_BEGINS}{family}{FAMILY_ENDS}{given}"
    demote = ctx.program.options.get("demote-non-dropping-particle", "display-and-sort")
    head = f"{particle} {family}" if particle and demote == "never" else family
    return f"{head} {given} {particle if demote != 'never' else ''}".strip()
