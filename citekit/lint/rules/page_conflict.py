"""One telegram or letter cited with pages that do not meet.

What it does: compares the pages of all citations of a telegram, letter or other short document in one
collection. Pages inside the widest range agree with it; a joint citation of several documents agrees if it
holds the page. Reports and minutes are long and may be cited by any of their pages.

Why it matters: one of the pages is wrong.

Example: "Molotov to Zhukov, 3 March 1941 telegram, p. 142" and, later, the same telegram on "p. 141"

What to do: look the document up.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.titles import dated
from citekit.lint.wording import name_of
from citekit.match.titles import Relation, relation
from citekit.model import Item
from citekit.recognise.page_numbers import Pages, extent

_SHORT = frozenset({"telegram", "letter", "note", "cable", "cipher telegram"})


def check(subject: Subject) -> Iterator[Finding]:
    """Short documents of collections."""
    for work, uses in subject.uses_of.items():
        item = subject.works[work].item
        if item.get("type") != "chapter" or not _is_short(item):
            continue
        paged = [
            (use, pages) for use in uses if (pages := _pages(use, str(item["container-title"]))) is not None
        ]
        other = max(paged, key=lambda found: found[1].last - found[1].first, default=None)
        for use, pages in paged:
            if other is None or pages.meets(other[1]):
                continue
            yield Finding(
                RULE.code,
                f"“{name_of(item)}”{dated(use)} stands on page {use.reference.locator} here, on page "
                f"{other[0].reference.locator} according to {subject.place(other[0].note).name}.",
                subject.place(use.note, use.reference.locator_span or use.span),
                "Look the document up.",
                (subject.place(other[0].note, other[0].reference.locator_span or other[0].span),),
            )


def _is_short(item: Item) -> bool:
    return "container-title" in item and (
        item.get("genre") in _SHORT or ("recipient" in item and "genre" not in item)
    )


def _pages(use: Use, holder: str) -> Pages | None:
    """The pages that the citation gives for the collection *holder*."""
    if use.reference.citation.signal == "see-also" or use.reference.locator_label != "page":
        return None
    named = use.reference.text("container-title")
    if named and relation(named, holder) < Relation.ALIKE and not _is_abbreviation(named):
        return None
    return extent(use.reference.locator)


def _is_abbreviation(title: str) -> bool:
    return title.isupper() and " " not in title


RULE = Rule("page-conflict", "One telegram or letter with pages that do not meet.", check)
