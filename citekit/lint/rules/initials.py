"""Initials with a stop in some names and without in others.

What it does: looks at the initials of authors, editors and translators.  Where most names of the document
have the stop ("John S. Mill"), the names without it are listed, and the other way round.

Why it matters: the same author stands twice in an index; most styles ask for the stop, some forbid it, none
allows both.

Example: "John S Mill" in note 7, "John S. Mill" in the bibliography

What to do: write all initials in one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding, Place
from citekit.lint.persons import mentions
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject

_WITH = re.compile(r"(?<![\w.])[A-ZА-ЯЁ]\.(?=[\s,A-ZА-ЯЁ-]|\Z)")
_WITHOUT = re.compile(r"(?<=\s)[A-ZА-ЯЁ](?=\s[A-ZА-ЯЁ]|\Z|,)")

_LONGEST = 60


def check(subject: Subject) -> Iterator[Finding]:
    """The rarer custom, one finding for each name."""
    named: dict[bool, list[tuple[str, Place]]] = {True: [], False: []}
    for mention in mentions(subject, ("author", "editor", "translator")):
        span = mention.place.span
        if not mention.name.given or span is None or len(span) > _LONGEST:
            continue
        words = mention.place.words + mention.use.note.text[span.end : span.end + 1].strip(" ,;:()")
        if _WITH.search(words):
            named[True].append((words, mention.place))
        elif _WITHOUT.search(words):
            named[False].append((words, mention.place))
    if not named[True] or not named[False]:
        return
    usual = len(named[True]) >= len(named[False])
    example, there = named[usual][0]
    for words, place in named[not usual]:
        yield Finding(
            RULE.code,
            f"The initial in “{words}” has {'no' if usual else 'a'} stop; others have "
            f"{'one' if usual else 'none'}: “{example}”.",
            place,
            "Write all initials in one way.",
            (there,),
        )


RULE = Rule("initials", "Initials with a stop in some names and without in others.", check)
