"""Two works that may be one document.

What it does: names letters and telegrams of one day whose sender and recipient may be the same persons under
different spellings, but which nothing surer (an archive number, an equal name) joins.

Why it matters: the document stands twice in the bibliography, or two documents are mistaken for one.

Example: "Molotof to Zhukov, 2 July 1941" and "№00071 Molotov to Zhukov (July 2, 1941)"

What to do: if they are one, spell the names alike or give both the archive number; if not, nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.match.nominate import nominate


def check(subject: Subject) -> Iterator[Finding]:
    """What the matcher nominated, at the first citation of the later work."""
    for candidate in nominate(work.item for work in subject.result.works):
        one, two = subject.uses_of.get(candidate.one), subject.uses_of.get(candidate.two)
        if not one or not two:
            continue
        first, second = sorted((one[0], two[0]), key=subject.uses.index)
        yield Finding(
            RULE.code,
            f"This may be the document of {subject.place(first.note).name}: {'; '.join(candidate.evidence)}.",
            subject.at(second, "title"),
            "If it is, give both the same archive number, or spell the names alike.",
            (subject.at(first, "title"),),
        )


RULE = Rule("possibly-same", "Two works that may be one document.", check)
