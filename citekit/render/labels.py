"""The label of an item in styles that cite by label ("Doe65", "RoNo78"): the trigraph of citeproc-js.

One author gives four letters, two give two each, three give two, one and one, four and more one each; the
last two digits of the year follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1), 4: (1, 1, 1, 1)}


class _Named(Protocol):
    @property
    def family(self) -> str:
        """The family name."""

    @property
    def literal(self) -> str:
        """The name of a body."""


class _Dated(Protocol):
    @property
    def parts(self) -> tuple[tuple[int, int, int], ...]:
        """Year, month, day."""


def citation_label(people: Sequence[_Named], date: _Dated | None) -> str:
    """The label made of the authors and the year; empty where there is no author."""
    names = [person.family or person.literal for person in people[:4]]
    if not names:
        return ""
    letters = "".join(
        name.replace(" ", "")[:count] for name, count in zip(names, _LETTERS[len(names)], strict=True)
    )
    year = f"{date.parts[0][0] % 100:02d}" if date is not None and date.parts else ""
    return letters + year
