"""The ids of notes and works on the page: readable, and never the same twice."""

from __future__ import annotations

import re


class Anchors:
    """Gives out ids that are unique on the page."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, kind: str, name: str) -> str:
        """An id such as "note-12"; the second note 12 of a document is "note-12-2"."""
        word = re.sub(r"[^\w.-]+", "_", name)
        wanted = f"{kind}-{word}"
        given, number = wanted, 1
        while given in self._taken:
            number += 1
            given = f"{wanted}-{number}"
        self._taken.add(given)
        return given
