"""One work cited with different years, places, publishers or editions.

What it does: compares what the citations and the entry of a work say of its imprint.  Dates that only differ
in exactness ("2000", "September 2000") agree, and so do publishers of which one adds a word like "Ltd".

Why it matters: two editions have different pages.  The note may cite the one, the bibliography list the
other.

Example: note 37 "New York: Holt, 1921", entry B9 "Rev. ed. London: Dent, 1943"

What to do: cite the edition that you used everywhere; if you used both, list both.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.wording import name_of
from citekit.match.folding import words
from citekit.model import Date
from citekit.names.words import script_of

_FIELDS = ("issued", "publisher-place", "publisher", "edition")
_NAMES = {"issued": "year", "publisher-place": "place", "publisher": "publisher", "edition": "edition"}
_FORMS = frozenset("ltd inc co company press publishing publishers publisher house verlag the and".split())


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each citation whose imprint is not that of the first."""
    for uses in subject.uses_of.values():
        stating = [use for use in uses if use.reference.back is None and _imprint(use)]
        for use in stating[1:]:
            first = next((u for u in stating if u is not use and _differ(u, use)), None)
            if first is None or stating.index(first) > stating.index(use):
                continue
            names = _differ(first, use)
            said = ", ".join(_printed(use, name) for name in names)
            other = ", ".join(_printed(first, name) for name in names)
            item = use.work.item if use.work else {}
            yield Finding(
                RULE.code,
                f"“{name_of(item)}” has another {' and '.join(_NAMES[name] for name in names)} here than in "
                f"{subject.place(first.note).name}: {said} against {other}.",
                subject.at(use, *names),
                "Cite the edition that you used; if you used both, list both.",
                (subject.at(first, *names),),
            )


def _imprint(use: Use) -> bool:
    return any(use.field(name) is not None for name in _FIELDS)


def _printed(use: Use, name: str) -> str:
    entry = use.field(name)
    return f"“{entry.span.of(use.note.text)}”" if entry is not None else ""


def _differ(one: Use, two: Use) -> list[str]:
    """The fields that the two state differently; an edition alone that one leaves out is no conflict."""
    return [name for name in _FIELDS if _contradict(name, one, two)]


def _contradict(name: str, one: Use, two: Use) -> bool:
    first, second = one.field(name), two.field(name)
    if first is None or second is None:
        return False
    if isinstance(first.value, Date) and isinstance(second.value, Date):
        a, b = first.value.parts, second.value.parts
        return bool(a and b) and any(x != y for x, y in zip(a[0], b[0], strict=False))
    if script_of(str(first.value)) != script_of(str(second.value)):
        return False  # 上海 and Shanghai
    a_words, b_words = set(words(str(first.value))) - _FORMS, set(words(str(second.value))) - _FORMS
    return bool(a_words and b_words) and not (a_words <= b_words or b_words <= a_words)


RULE = Rule("edition-conflict", "One work with different years, places, publishers or editions.", check)
