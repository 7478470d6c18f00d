"""An Ibid. after a note that cites several works.

What it does: names an Ibid. that opens a note where the note before cites more than one work, although it
could be resolved because the works stand in one collection.  (One that could not is "ibid-unclear".)

Why it matters: "ibid. should not be used if the preceding note contains more than one citation" (Chicago
Manual of Style, 17th ed., 14.34; Turabian, 9th ed., 16.4.2, says the same).

Example: note 88 cites two telegrams of one collection.  Note 89 "Ibid. 'Report to the Council', 546."

What to do: name the work, or the collection, again in short form.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.wording import name_of
from citekit.model import ReadNote


def check(subject: Subject) -> Iterator[Finding]:
    """Resolved Ibid. at the head of a note, against the works of the last note that cites."""
    before: ReadNote | None = None
    for read in subject.notes:
        first = read.cites[0] if read.cites else None
        if first is not None and before is not None and first.reference.back in ("ibid", "ibid-within"):
            works = list(dict.fromkeys(cite.work for cite in before.cites if cite.work))
            if first.work is not None and len(works) > 1:
                titles = " and ".join(f"“{name_of(subject.works[work].item)}”" for work in works[:3])
                yield Finding(
                    RULE.code,
                    f"Ibid. follows note {before.note.n}, which cites {len(works)} works: {titles}.",
                    subject.place(read.note, first.reference.citation.span),
                    "Name the work or the collection again in short form.",
                    (subject.place(before.note),),
                )
        if read.cites:
            before = read


RULE = Rule("ibid-after-several", "An Ibid. after a note that cites several works.", check)
