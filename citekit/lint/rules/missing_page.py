"""A note that cites a book or article without a page.

What it does: names citations of books, chapters and articles without a page, leaf, column or section, in
documents whose notes mostly give one; articles are judged apart, since Chinese notes cite them by their
issue.  Ibid. alone keeps the page of the note before; "see", "cf." and notes that discuss the literature may
mean whole books, and so do works that are only mentioned.

Why it matters: a book of 500 pages is no proof that anybody can check.

Example: "Hart, A Short History of Printing (London: Dent, 1920)."

What to do: add the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.wording import name_of

_PAGED = frozenset({"book", "chapter", "article-journal", "article-magazine", "thesis"})
_MOSTLY = 0.6


def check(subject: Subject) -> Iterator[Finding]:
    """Citations of paged works in notes that only cite."""
    asked = [use for use in subject.uses if not use.note.is_entry and _is_asked(use)]
    for article in (False, True):
        uses = [use for use in asked if _is_article(use) is article]
        without = [use for use in uses if not _is_exact(use)]
        if len(uses) - len(without) >= _MOSTLY * len(uses):
            yield from _told(subject, without)


def _is_article(use: Use) -> bool:
    return use.work is not None and str(use.work.item.get("type")).startswith("article")


def _told(subject: Subject, without: list[Use]) -> Iterator[Finding]:
    for use in without:
        yield Finding(
            RULE.code,
            f"“{name_of(use.work.item) if use.work else ''}” is cited without a page.",
            subject.at(use, "title", "container-title"),
            "Add the page.",
        )


def _is_asked(use: Use) -> bool:
    reference = use.reference
    return (
        use.work is not None
        and use.work.item.get("type") in _PAGED
        and reference.back not in ("ibid", "note")
        and reference.citation.signal is None
        and not use.read.segments.prose
    )


def _is_exact(use: Use) -> bool:
    return bool(use.reference.locator or use.field("page") or use.field("section") or use.field("URL"))


RULE = Rule("missing-page", "A citation of a book or article without a page.", check)
