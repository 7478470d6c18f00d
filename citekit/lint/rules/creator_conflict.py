"""One work with more authors, editors or translators in one citation than in another.

What it does: compares the full citations of a work (those that state the imprint) by the persons they name in
each role; names the citation that leaves somebody out.  Short titles and "et al." may leave names out.

Why it matters: the work is filed under one author here and under three there; a co-author goes unnamed.

Example: note 37 "Hart, Mill, and Cole, Early Printing (London: Dent, 1901)", entry B9 "Hart. Early Printing.
London: Dent"

What to do: name all of them, or "et al." where your style allows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.wording import name_of
from citekit.match.folding import family_key
from citekit.match.merge import printed_name
from citekit.model import Name

_ROLES = ("author", "editor", "translator")


def check(subject: Subject) -> Iterator[Finding]:
    """Each full citation against the one that names most."""
    for uses in subject.uses_of.values():
        full = [use for use in uses if _is_full(use) and not use.reference.back]
        fullest = max(full, key=lambda use: len(_named(use)), default=None)
        if fullest is None:
            continue
        for use in full:
            lacking = [name for key, name in _named(fullest).items() if key not in _named(use)]
            if not lacking or not _named(use).keys() < _named(fullest).keys():
                continue
            item = use.work.item if use.work else {}
            yield Finding(
                RULE.code,
                f"“{name_of(item)}” is cited here without {', '.join(map(printed_name, lacking))}, whom "
                f"{subject.place(fullest.note).name} names.",
                subject.at(use, *_ROLES),
                "Name the same persons everywhere.",
                (subject.at(fullest, *_ROLES),),
            )


def _is_full(use: Use) -> bool:
    stated = use.field("issued") is not None and use.field("title") is not None
    return stated and use.field("custom.et-al") is None and use.field("recipient") is None


def _named(use: Use) -> dict[str, Name]:
    """All persons and bodies that the citation names, by what must agree in two of their names."""
    names = (
        n for e in use.reference.fields if e.name in _ROLES and isinstance(e.value, tuple) for n in e.value
    )
    return {family_key(name): name for name in names}


RULE = Rule("creator-conflict", "One work with more persons in one citation than in another.", check)
