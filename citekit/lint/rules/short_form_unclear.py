"""A short title, op. cit. or "see note 5" that fits no work cited before, or several.

What it does: names the short forms that could not be resolved.

Why it matters: a reader who wants to look the source up cannot.

Example: "Smith, Letters, 7" where Smith's Letters were never cited in full, or two works of Smith begin so

What to do: give the full citation at the first place, or a longer short title.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject

_CODES = frozenset({"short-form-ambiguous", "short-form-unknown", "back-reference-unresolved"})


def check(subject: Subject) -> Iterator[Finding]:
    """What the resolver could not decide."""
    notes = {note.n: note for note in subject.texts}
    for diagnostic in subject.result.diagnostics:
        if diagnostic.code in _CODES and diagnostic.note in notes:
            yield Finding(
                RULE.code,
                diagnostic.message,
                subject.place(notes[diagnostic.note], diagnostic.span),
                diagnostic.help or "Give the full citation once.",
            )


RULE = Rule("short-form-unclear", "A short form that fits no work, or several.", check)
