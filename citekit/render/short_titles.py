"""Short titles for later notes: the main title without its subtitle (Chicago 18, 13.32-34).

Only where no other work begins with the same main title: a note that could mean two works is worse than a
long one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from citekit.render.archival import is_archival

SHORTENED = frozenset(
    ("book", "chapter", "article-journal", "article-magazine", "article-newspaper", "report", "thesis")
)


def main_title(title: str) -> str:
    """A title up to the colon before its subtitle."""
    return title.split(": ", 1)[0].strip()


class ShortTitles:
    """The short titles of a library."""

    def __init__(self, works: Iterable[Mapping[str, Any]]) -> None:
        titles = {str(work.get("title") or "").casefold() for work in works}
        self._shared = Counter(main_title(title) for title in titles if title)

    def add(self, item: Mapping[str, Any], work: Mapping[str, Any]) -> Mapping[str, Any]:
        """The item with a short title, where the *work* it was made of has none and one names it alone."""
        if work.get("title-short") or item.get("type") not in SHORTENED or is_archival(work):
            return item
        long = str(item.get("title-short") or item.get("title") or "")
        short = main_title(long)
        if short == long or self._shared[main_title(str(work.get("title") or "").casefold())] != 1:
            return item
        return {**item, "title-short": short}
