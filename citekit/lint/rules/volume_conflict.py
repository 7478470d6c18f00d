"""One document cited from different volumes of one collection.

What it does: compares the volumes that the citations of a document (a letter, a telegram, a chapter) name for
the same collection.  A book in several volumes may of course be cited by several.

Why it matters: the page is looked up in the wrong volume.

Example: "Selected Papers 1, p. 177" for a telegram that other notes cite from "Selected Papers 4, pp. 175-78"

What to do: look the document up and correct the volume.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.titles import dated
from citekit.lint.wording import listed, name_of
from citekit.match.folding import words
from citekit.match.titles import Relation, relation


def check(subject: Subject) -> Iterator[Finding]:
    """Documents with more than one volume of their collection."""
    for work, uses in subject.uses_of.items():
        item = subject.works[work].item
        holder = str(item.get("container-title", ""))
        if item.get("type") != "chapter" or not holder:
            continue
        volumes: dict[str, list[Use]] = defaultdict(list)
        for use in uses:
            entry = use.field("volume")
            if entry is not None and _names(use, holder):
                volumes[" ".join(words(str(entry.value)))].append(use)
        usual = max(volumes, key=lambda volume: len(volumes[volume]), default="")
        for volume, found in volumes.items():
            if volume == usual:
                continue
            places = [subject.at(use, "volume") for use in found]
            others = [subject.at(use, "volume") for use in volumes[usual]]
            yield Finding(
                RULE.code,
                f"“{name_of(item)}”{dated(found[0])} is in volume {volume} according to {listed(places)}, "
                f"in volume {usual} according to {listed(others)}.",
                places[0],
                "Look the document up and correct the volume.",
                (others[0], *places[1:]),
            )


def _names(use: Use, holder: str) -> bool:
    """Whether the volume is one of the collection *holder*: named here, or no other one is."""
    named = use.reference.text("container-title") or (
        use.reference.text("title") if use.reference.citation.signal == "see-also" else ""
    )
    return not named or relation(named, holder) >= Relation.ALIKE


RULE = Rule("volume-conflict", "One document cited from different volumes.", check)
