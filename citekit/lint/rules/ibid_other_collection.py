"""An Ibid. that points at a collection in which such a document cannot stand.

What it does: looks at "Ibid." with a new document, whose collection is that of the note before.  Where the
document bears an archive number (№00071) and none of the other documents cited from that collection does,
while those of one other collection do, citekit takes it for a document of the other, and says so.

Why it matters: a note was put in between, and the document now seems to be printed in the wrong book.

Example: note 121 cites №00070 of collection A, note 122 a telegram of collection B, note 123 "Ibid. №00071
..., 89-91."

What to do: name the collection.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """The documents that the resolver moved to the collection of their number."""
    moved = {(d.note, d.span): d for d in subject.result.diagnostics if d.code == "ibid-by-number"}
    for use in subject.uses if moved else ():
        told = moved.get((use.note.n, use.reference.citation.span))
        if told is not None:
            where = subject.at(use, "number")
            yield Finding(RULE.code, told.message, where, "Name the collection instead of Ibid.")


RULE = Rule("ibid-other-collection", "An Ibid. that seems to mean another collection.", check)
