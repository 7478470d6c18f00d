"""Printed titles that differ from the title of their work, grouped by what is printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from citekit.lint.finding import Finding
from citekit.lint.subject import Subject
from citekit.lint.titles import Difference, Printing, difference, place_of, printings
from citekit.lint.wording import listed, shortened
from citekit.model import Item
from citekit.names.words import script_of

_NAMES = ("title", "original-title", "container-title", "custom.original-container-title")


def findings(subject: Subject, wanted: Iterable[Difference], code: str, advice: str) -> Iterator[Finding]:
    """One finding for each printed form that differs so from the title that its work has elsewhere."""
    kinds = frozenset(wanted)
    groups: dict[tuple[str, str], list[Printing]] = defaultdict(list)
    everything = list(printings(subject, _NAMES))
    for printing in everything:
        full = _nearest(printing, subject)
        if full is not None and _difference(printing.text, full) in kinds:
            groups[printing.text, full].append(printing)
    for (text, full), group in groups.items():
        places = [place_of(subject, printing) for printing in group]
        right = next((p for p in everything if p.text == full), None)
        others = (place_of(subject, right),) if right is not None else ()
        where = f" in {others[0].name}" if others else " elsewhere"
        yield Finding(
            code,
            f"“{shortened(text)}” in {listed(places)} is “{shortened(full, 90)}”{where}.",
            places[0],
            advice,
            (*others, *places[1:]),
        )


@lru_cache(maxsize=8192)
def _difference(printed: str, full: str) -> Difference:
    return difference(printed, full)


def _nearest(printing: Printing, subject: Subject) -> str | None:
    """The full title that the printed one stands for, in its script; None where one of them is unknown."""
    work = printing.use.work
    if work is None or _begins_with_creator(printing.text, work.item):
        return None
    own = script_of(printing.text)
    titles = [
        title for title in dict.fromkeys(_titles(work.item, printing.entry.name)) if script_of(title) == own
    ]
    ranks: dict[Difference, int] = {"none": 0, "capitals": 1, "spelling": 2, "wording": 3, "other": 4}
    return min(titles, key=lambda title: ranks[_difference(printing.text, title)], default=None)


def _begins_with_creator(text: str, item: Item) -> bool:
    """Whether the short form was read with its author as one title ("Hart, Letters")."""
    creators = (csl for role in ("author", "editor") for csl in item.get(role, ()))
    return any(csl.get("family") and text.startswith(f"{csl['family']},") for csl in creators)


def _titles(item: Item, name: str) -> Iterator[str]:
    """The titles of the work in the tongue and at the level of the field *name*."""
    custom = item.get("custom") or {}
    if name.startswith("custom.original-container"):
        found = [custom.get("original-container-title")]
    elif name == "original-title":
        found = [item.get("original-title")]
    else:
        places = (place.get("container-title") for place in custom.get("also_in", ()))
        found = [item.get("container-title"), *places]
        if name == "title":
            found += [item.get("title"), custom.get("translated-title")]
    yield from (str(title) for title in found if title)
