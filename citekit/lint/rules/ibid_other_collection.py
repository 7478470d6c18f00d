"""An Ibid. that points at a collection in which such a document cannot stand.

What it does: looks at "Ibid." with a new document, whose collection is that of the note before.  Where the
document bears an archive number (№00071) and none of the other documents cited from that collection does,
while those of another collection all do, the Ibid. most likely means the other one.

Why it matters: a note was put in between, and the document now seems to be printed in the wrong book.

Example: note 121 cites №00070 of collection A, note 122 a telegram of collection B, note 123 "Ibid. №00071
..., 89-91."

What to do: name the collection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.wording import shortened

_ENOUGH = 3  # so many other documents make the custom of a collection


def check(subject: Subject) -> Iterator[Finding]:
    """Numbered documents in collections of unnumbered ones."""
    numbered: dict[str, list[Use]] = defaultdict(list)
    plain: dict[str, list[Use]] = defaultdict(list)
    for uses in subject.uses_of.values():
        first = uses[0] if uses else None
        if first is None or first.work is None or first.work.item.get("type") != "chapter":
            continue
        if "recipient" in first.work.item or "genre" in first.work.item:
            group = numbered if "number" in first.work.item else plain
            group[str(first.work.item.get("container-title", ""))].append(first)
    for title, uses in numbered.items():
        if not title or len(plain[title]) < _ENOUGH or len(uses) * _ENOUGH > len(plain[title]):
            continue
        likely = [
            t for t, others in numbered.items() if t != title and len(others) >= _ENOUGH and not plain[t]
        ]
        for use in uses:
            if use.reference.back == "ibid-within" and len(likely) == 1:
                yield Finding(
                    RULE.code,
                    f"Ibid. here means “{shortened(title)}”, but the document is numbered as "
                    f"only the documents of “{shortened(likely[0])}” are.",
                    subject.at(use, "number"),
                    "Name the collection instead of Ibid.",
                    (subject.at(numbered[likely[0]][0], "number"), subject.at(plain[title][0], "title")),
                )


RULE = Rule("ibid-other-collection", "An Ibid. that seems to mean another collection.", check)
