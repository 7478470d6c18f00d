"""A document cited from a collection in volumes, without the volume.

What it does: finds collections and books that are cited by two or more of their volumes, and lists the notes
that cite another document or page of it and give none.  Ibid. keeps the volume of the note before.  One
finding for each collection.

Why it matters: page 462 exists in every volume.

Example: notes 14 and 53 cite "Vol. 2" and "Vol. 3 of Collected Letters"; note 26 "Collected Letters, 462-464"

What to do: add the volume.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.wording import listed, shortened


def check(subject: Subject) -> Iterator[Finding]:
    """Uses without a volume, in sets of which several volumes are cited."""
    volumes: dict[str, dict[str, Use]] = defaultdict(dict)
    for use in subject.uses:
        volume = use.reference.text("volume")
        holder = _holder(use)
        if volume and holder:
            volumes[holder].setdefault(volume, use)
    lacking: dict[str, list[Use]] = defaultdict(list)
    for use in subject.uses:
        if len(volumes[_holder(use)]) > 1 and _lacks(use):
            lacking[_holder(use)].append(use)
    for holder, uses in lacking.items():
        places = [subject.at(use, "container-title", "number", "title") for use in uses]
        others = [subject.at(other, "volume") for other in volumes[holder].values()]
        yield Finding(
            RULE.code,
            f"“{shortened(holder)}” is cited without a volume in {listed(places)}; {listed(others)} name its "
            f"volumes {', '.join(sorted(volumes[holder]))}.",
            places[0],
            "Add the volume.",
            (*others, *places[1:]),
        )


def _holder(use: Use) -> str:
    """The collection or the book in volumes that is cited."""
    if use.work is None or use.work.item.get("type") not in ("chapter", "book"):
        return ""
    item = use.work.item
    return str(item.get("container-title", "") if item.get("type") == "chapter" else item.get("title", ""))


def _lacks(use: Use) -> bool:
    """Whether neither the citation nor what is known of its document names a volume, and a page is cited."""
    if use.work is None or use.note.is_entry or not use.reference.locator or use.reference.text("volume"):
        return False
    named = use.work.item.get("type") == "book" or use.field("container-title") or use.field("editor")
    return (
        bool(named) and not use.work.item.get("volume") and not use.cite.volume and use.reference.back is None
    )


RULE = Rule("missing-volume", "A citation from a collection in volumes without the volume.", check)
