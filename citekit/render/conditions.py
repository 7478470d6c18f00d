"""``cs:if`` and ``cs:else-if``: what their attributes test (CSL 1.0.2, "Choose"; CSL-M for the last four)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from citekit.render.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context
from citekit.render.elements import Test
from citekit.render.numbers import is_numeric

Check: TypeAlias = Callable[[Context], bool]


@dataclass(slots=True)
class Condition(Test):
    """Single tests joined by ``match``: all, any, none or (CSL-M) nand.

    ``types`` repeats the values of those tests that ask for the item's type.
    """

    checks: list[Check]
    match: str = "all"
    types: list[frozenset[str]] = field(default_factory=list)

    def holds(self, ctx: Context) -> bool:
        """Whether the tests answer as ``match`` demands."""
        wanted = self.match in ("any", "none")
        for check in self.checks:
            if check(ctx) is wanted:
                return self.match in ("any", "nand")
        return self.match not in ("any", "nand")


def _type(value: str) -> Check:
    types = frozenset(value.split())
    return lambda ctx: ctx.entry.type in types


def _variable(value: str) -> Check:
    if value in ("locator", "citation-number", "first-reference-note-number", "year-suffix"):
        return lambda ctx: ctx.has(value)
    return lambda ctx: value in ctx.entry.present and value not in ctx.suppressed


def _numeric(value: str) -> Check:
    def check(ctx: Context) -> bool:
        text = ctx.peek(value)
        return bool(text) and is_numeric(text)

    return check


def _uncertain(value: str) -> Check:
    def check(ctx: Context) -> bool:
        date = ctx.entry.dates.get(value)
        return date is not None and date.circa

    return check


def _locator(value: str) -> Check:
    wanted = frozenset(value.split())
    return lambda ctx: bool(ctx.locator) and ctx.label.replace(" ", "-") in wanted


def _position(value: str) -> Check:
    def check(ctx: Context) -> bool:
        if ctx.area != "citation":
            return False
        if value == "near-note":
            return ctx.near_note
        if value == "far-note":
            return ctx.position >= SUBSEQUENT and not ctx.near_note
        if value == "first":
            return ctx.position == FIRST
        wanted = {"subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_WITH_LOCATOR}.get(
            value, 9
        )
        return ctx.position >= wanted

    return check


def _disambiguate(value: str) -> Check:
    def check(ctx: Context) -> bool:
        holds = ctx.conditions < ctx.disambiguation.condition
        if holds:
            ctx.conditions += 1
        return holds == (value == "true")

    return check


def _date_depth(low: int, high: int) -> Callable[[str], Check]:
    """Whether a date goes as deep as *low* (1 year, 2 month or season, 3 day) and not beyond *high*."""

    def build(value: str) -> Check:
        def check(ctx: Context) -> bool:
            date = ctx.entry.dates.get(value)
            if date is None or not date.parts:
                return False
            _year, month, day = date.parts[0]
            depth = 3 if day else (2 if month or date.season else 1)
            return low <= depth <= high

        return check

    return build


def _multiple(value: str) -> Check:
    def check(ctx: Context) -> bool:
        return len(ctx.entry.names.get(value, ())) > 1 or " " in ctx.peek(value).strip()

    return check


def _place(value: str) -> Check:
    return lambda ctx: ctx.area == value


WHOLE = frozenset(("type", "locator"))
"""Attributes that are one test however many values they list: an item has only one type."""

TESTS: dict[str, Callable[[str], Check]] = {
    "type": _type,
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
    "has-day": _date_depth(3, 3),
    "has-year-only": _date_depth(1, 1),
    "has-to-month-or-season": _date_depth(2, 2),
    "is-multiple": _multiple,
    "context": _place,
}
"""The test that each attribute makes of one of its values (of all of them, for those in ``WHOLE``)."""
