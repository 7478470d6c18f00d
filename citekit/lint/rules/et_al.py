"""The abbreviation "et al." with its stop in the wrong place.

What it does: finds "et. al", "et. al.", "et al" without a stop, and "etal"; and "etc." behind the name of an
author, editor or translator.

Why it matters: "et" is a whole word (Latin "and"), "al." is short for "alii"; "etc." is said of things, not
of persons.

Example: "Hart et. al, Early Printing"

What to do: write "et al." ``citekit lint --fix`` does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match, each_match
from citekit.model import Span

_WRONG = re.compile(r"\b(?:et\.\s*al\b\.?|et\s+al\b(?!\.)|etal\b\.?)(?!['’\w])")


_ETC = re.compile(r"\betc\b\.?")


def check(subject: Subject) -> Iterator[Finding]:
    """Every other way to write it."""
    for note, found in each_match(subject, _WRONG):
        span = Span(*found.span())
        yield at_match(
            subject, note, span, RULE.code,
            f"“{found[0]}” in “{around(note.text, span)}” is written “et al.”.", "Write “et al.”.", "et al.",
        )  # fmt: skip
    for use in subject.uses:
        for entry in use.reference.fields:
            if isinstance(entry.value, tuple) and entry.name in ("author", "editor", "translator"):
                etc = _ETC.search(
                    use.note.text, entry.span.start, min(entry.span.end + 6, len(use.note.text))
                )
                if etc is not None and etc.start() <= entry.span.end + 2:
                    span = Span(*etc.span())
                    yield at_match(
                        subject, use.note, span, RULE.code,
                        f"“{span.of(use.note.text)}” in “{around(use.note.text, span)}” stands for persons.",
                        "Write “et al.”.",
                    )  # fmt: skip


RULE = Rule("et-al", "“et al.” with its stop in the wrong place.", check, fixes=True)
