"""One title with different capitals.

What it does: names titles that differ from the title of their work elsewhere only in the capitals of some
words ("Qingdai beijing shi", "Qingdai Beijing shi"; "A Walk over", "A Walk Over").

Why it matters: a bibliography is compared with the notes letter by letter; pinyin writes proper names with a
capital (GB/T 16159-2012, 6.3), English headline style prepositions without one (Chicago Manual of Style, 17th
ed., 8.159).

Example: "Letters By a Soldier" beside "Letters by a Soldier"

What to do: use one form, that of the title page as your style capitalises it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.variants import findings


def check(subject: Subject) -> Iterator[Finding]:
    """Titles that differ in capitals."""
    yield from findings(subject, ("capitals",), RULE.code, "Use one form.")


RULE = Rule("title-capitals", "One title with different capitals.", check)
