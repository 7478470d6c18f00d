"""One title that is spelled in different ways.

What it does: compares every printed title with the title that its work, or the collection it stands in, has
elsewhere in the document; names those that differ in some letters of a word.

Why it matters: in romanised titles a letter more is another word (wenji "collected works", wenjin no word at
all), and no catalogue finds it.

Example: "Lu Xun quanjin 4, p. 64" beside "Lu Xun quanji 4, p. 64"

What to do: look at the title page and correct the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.variants import findings


def check(subject: Subject) -> Iterator[Finding]:
    """Titles that are a slip apart."""
    yield from findings(subject, ("spelling",), RULE.code, "Look at the title page and correct the others.")


RULE = Rule("title-spelling", "One title spelled in different ways.", check)
