"""Printed pages as numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PIECE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?\Z")


@dataclass(frozen=True, slots=True)
class Pages:
    """A range of pages, both ends included."""

    first: int
    last: int

    def within(self, other: Pages, slack: int = 0) -> bool:
        """Whether the range lies inside *other*, *slack* pages more on each side allowed."""
        return other.first - slack <= self.first and self.last <= other.last + slack

    def meets(self, other: Pages) -> bool:
        """Whether the two ranges share a page."""
        return self.first <= other.last and other.first <= self.last


def ranges(locator: str | None) -> list[Pages]:
    """The ranges of *locator* ("55, 88", "484-85"); empty where one of them is no plain number.

    A shorter second number stands for the last digits: 484-85 is 484 to 485 (Chicago Manual of Style,
    17th ed., 9.61).
    """
    found = []
    for piece in (locator or "").split(","):
        match = _PIECE.match(piece.strip())
        if match is None:
            return []
        first, last = match[1], match[2] or match[1]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        found.append(Pages(int(first), int(last)))
    return found


def extent(locator: str | None) -> Pages | None:
    """From the first to the last page of *locator*."""
    found = ranges(locator)
    return Pages(min(p.first for p in found), max(p.last for p in found)) if found else None
