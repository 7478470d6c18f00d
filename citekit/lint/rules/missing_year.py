"""A published work without a year.

What it does: names books, theses and articles of which no citation and no entry gives a year.  Words like
"n.d.", б. г. and 出版年不详 count as an answer.

Why it matters: without the year the edition is not known, and author-date styles cannot cite the work at all.

Example: "Zhang Wei, Recollections of the Front, vol. 1, p. 483"

What to do: add the year, or "n.d." where the book has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.sources import sources
from citekit.lint.subject import Subject
from citekit.lint.wording import shortened


def check(subject: Subject) -> Iterator[Finding]:
    """Sources without any date."""
    for source in sources(subject):
        if "issued" not in source.item and "original-date" not in _own(source.item):
            yield Finding(
                RULE.code,
                f"No citation of “{shortened(source.title)}” gives a year.",
                subject.at(source.use, "container-title", "title"),
                "Add the year, or “n.d.” where there is none.",
            )


def _own(item: dict[str, object]) -> dict[str, object]:
    """The fields that date the source itself: those of a chapter date only the document in it."""
    return {} if item.get("type") == "chapter" else item


RULE = Rule("missing-year", "A published work without a year.", check)
