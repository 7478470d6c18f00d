"""A work that the notes cite and the bibliography does not list.

What it does: looks in the bibliography, where the document has one, for every book, article, thesis and
report that the notes cite, and for the book that a cited chapter stands in.  Letters, archival files, laws,
interviews, web pages and newspaper articles are not asked for: most styles list archives by collection
(Chicago Manual of Style, 17th ed., 14.222) and newspapers not at all (14.191).

Why it matters: readers look for the source in the bibliography; examiners compare the two.

Example: note 20 cites "Wang, Memories", and no entry has it

What to do: add the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.bibliography import Titles, cited_works, containers, listed_works, one_of, titles
from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.wording import name_of

_LISTED = frozenset(
    {"book", "chapter", "article-journal", "article-magazine", "thesis", "report", "collection"}
)
_KEPT = ("archive", "archive_collection", "archive_location")


def check(subject: Subject) -> Iterator[Finding]:
    """Cited works that no entry means."""
    entries = listed_works(subject)
    if not entries:
        return
    ids = {work.id for work in entries}
    known = Titles.of(title for work in entries for title in titles(work.item))
    seen = Titles()
    for work in cited_works(subject):
        item = work.item
        if work.id in ids or item.get("type") not in _LISTED or any(name in item for name in _KEPT):
            continue
        holders = list(containers(item)) if item.get("type") == "chapter" else []
        if holders and (one_of(holders, known) or one_of(holders, seen)):
            continue
        for holder in holders:
            seen.add(holder)
        use = subject.uses_of[work.id][0]
        what = f", from “{holders[0]}”," if holders else ""
        yield Finding(
            RULE.code,
            f"“{name_of(item)}”{what} is cited but not in the bibliography.",
            subject.at(use, "title", "container-title"),
            "Add an entry for it.",
        )


RULE = Rule("not-in-bibliography", "A work that is cited but not in the bibliography.", check)
