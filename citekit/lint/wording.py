"""Words of messages: places listed as people list them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citekit.lint.finding import Place
from citekit.model import Item

MOST = 12
"""So many notes are listed before "and 7 more"."""


def listed(places: Iterable[Place]) -> str:
    """The notes of *places*, each once: "notes 3, 7 and entry B2"."""
    notes = list(dict.fromkeys(place.note for place in places if place.note is not None))
    plain = [n for n in notes if n[:1] != "B"]
    entries = [n for n in notes if n[:1] == "B"]
    parts = [_counted("note", "notes", plain), _counted("entry", "entries", entries)]
    return " and ".join(part for part in parts if part)


def _counted(one: str, many: str, numbers: Sequence[str]) -> str:
    if not numbers:
        return ""
    shown = ", ".join(numbers[:MOST])
    more = f" and {len(numbers) - MOST} more" if len(numbers) > MOST else ""
    return f"{one if len(numbers) == 1 else many} {shown}{more}"


def name_of(item: Item) -> str:
    """What a message calls a work: its title, shortened, else its parties or its id."""
    title = str(item.get("title") or item.get("container-title") or item.get("id", ""))
    return shortened(title)


def shortened(text: str, limit: int = 60) -> str:
    """*text* cut at a word where it is long."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,.:;") + "…"
