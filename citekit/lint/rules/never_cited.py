"""An entry of the bibliography that no note cites.

What it does: names entries whose work is cited in no note and holds no cited chapter or document.  Documents
without notes are not judged.  Bibliographies "of works consulted" list such works on purpose: ignore the rule
for them.

Why it matters: under a heading like "Works cited" or "References" the entry is wrong; in a draft it is a
leftover.

Example: entry B8 "A History of Printing", and no note mentions it

What to do: delete the entry, or cite the work where you used it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.bibliography import Titles, cited_works, containers, one_of, titles
from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.wording import name_of


def check(subject: Subject) -> Iterator[Finding]:
    """Entries that nothing in the notes means."""
    cited = cited_works(subject)
    if not cited:
        return
    ids = {work.id for work in cited}
    holders = Titles.of(dict.fromkeys(title for work in cited for title in containers(work.item)))
    for read in subject.entries:
        works = [subject.works[cite.work] for cite in read.cites if cite.work]
        if not works or any(work.id in ids or one_of(titles(work.item), holders) for work in works):
            continue
        yield Finding(
            RULE.code,
            f"No note cites “{name_of(works[0].item)}”.",
            subject.place(read.note, read.cites[0].reference.citation.span),
            "Delete the entry, or cite the work where you used it.",
        )


RULE = Rule("never-cited", "An entry of the bibliography that no note cites.", check)
