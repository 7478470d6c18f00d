"""A book without a place of publication, or with a country in its place.

What it does: names books of which no citation gives a place although a publisher or year is given, and those
where a country stands for the place.  Documents that name no places at all (APA, the Chicago Manual of Style
since its 18th edition, 14.30) are not judged: at least half of their books must have one.

Why it matters: with the older styles the place tells apart publishers of one name and editions of one year.

Example: "(Office of Naval Records, 1904), 3-4" or "(US: Holt, 1915)"

What to do: add the city of the title page.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.countries import is_country
from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.sources import sources
from citekit.lint.subject import Subject
from citekit.lint.wording import shortened

_BOOKS = frozenset({"book", "chapter"})


def check(subject: Subject) -> Iterator[Finding]:
    """Books without a city, where most have one."""
    books = [source for source in sources(subject) if source.item.get("type") in _BOOKS]
    placed = [source for source in books if source.item.get("publisher-place")]
    if len(placed) * 2 < len(books):
        return
    for source in books:
        place = str(source.item.get("publisher-place", ""))
        if not place and ("publisher" in source.item or "issued" in source.item):
            message = f"No citation of “{shortened(source.title)}” gives the place of publication."
            yield Finding(RULE.code, message, subject.at(source.use, "publisher", "title"), "Add the city.")
        elif is_country(place):
            message = (
                f"“{place}” is a country; the place of publication of “{shortened(source.title)}” is a city."
            )
            yield Finding(
                RULE.code,
                message,
                subject.at(source.use, "publisher-place", "title"),
                "Put the city in its place.",
            )


RULE = Rule("missing-place", "A book without a place of publication, or with a country for it.", check)
