"""What needs the writer's eye in the notes of a document: rules, one a file, and the findings they make.

:func:`check` looks at one parsed document.  A rule is a module with ``RULE`` (:class:`Rule`); other packages
add theirs by entry points of the group ``citekit.lint``.
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.lint.finding import Edit, Finding, Place
from citekit.lint.rule import Rule, UnknownRuleError, all_rules, selected
from citekit.lint.source import mended
from citekit.lint.subject import Subject, Use
from citekit.model import Result

__all__ = [
    "Edit",
    "Finding",
    "Place",
    "Rule",
    "Subject",
    "UnknownRuleError",
    "Use",
    "all_rules",
    "check",
    "mended",
    "selected",
]


def check(result: Result, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Finding]:
    """The findings in a parsed document, in the order of its notes.

    Args:
        result: what :func:`citekit.parse` gave back.
        select: codes of the rules to apply, all where it is empty; "missing-" stands for all that begin so.
        ignore: codes of rules to leave out.

    Raises:
        UnknownRuleError: a code fits no rule.
    """
    subject = Subject(result)
    order = {note.n: at for at, note in enumerate(subject.texts)}
    found = [
        _sourced(finding, result.document.name)
        for rule in selected(select, ignore)
        for finding in rule.check(subject)
    ]
    end = len(order)
    return sorted(
        found,
        key=lambda f: (
            order.get(f.place.note or "", end),
            f.place.span.start if f.place.span else -1,
            f.code,
        ),
    )


def _sourced(finding: Finding, name: str) -> Finding:
    from dataclasses import replace

    return replace(finding, source=name)
