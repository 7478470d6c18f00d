"""A published work without a year.

What it does: names books, theses and articles of which no citation and no entry gives a year.  Words like
"n.d.", б. г. and 出版年不详 count as an answer, and so do the year of a reign and the scroll (卷) of an old
Chinese book.

Why it matters: without the year the edition is not known, and author-date styles cannot cite the work at all.

Example: "Zhang Wei, Recollections of the Front, vol. 1, p. 483"

What to do: add the year, or "n.d." where the book has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.sources import Source, sources
from citekit.lint.subject import Subject
from citekit.lint.wording import shortened
from citekit.recognise.chinese_dates import REIGN_DATE

_UNDATED = re.compile(
    r"\b(?:n\.\s?d\.|s\.\s?[ad]\.|o\.\s?J\.|no date|undated|forthcoming|in press)"
    r"|[Бб]\.\s?г\.|[Вв] печати|不详|不詳|待刊|即出"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Sources without any date."""
    for source in sources(subject):
        if "issued" not in source.item and not _is_dated_otherwise(source):
            yield Finding(
                RULE.code,
                f"No citation of “{shortened(source.title)}” gives a year.",
                subject.at(source.use, "container-title", "title"),
                "Add the year, or “n.d.” where there is none.",
            )


def _is_dated_otherwise(source: Source) -> bool:
    """By a date of its own, the year of a reign, the scroll of an old book, or a word that says so."""
    if (source.item.get("type") != "chapter" and "original-date" in source.item) or "section" in source.item:
        return True
    text = source.use.span.of(source.use.note.text)
    return REIGN_DATE.search(text) is not None or _UNDATED.search(text) is not None


RULE = Rule("missing-year", "A published work without a year.", check)
