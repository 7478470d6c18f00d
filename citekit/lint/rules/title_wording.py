"""One title that is repeated with other words.

What it does: compares every printed title with the title that its work has elsewhere in the document.  A
short title made of whole words of the full one is right ("Letters" for "Letters of a Soldier"); one that
changes them is named ("The U.S. Mint" for "The United States Mint").

Why it matters: the reader looks for a second book.

Example: "A list of sources" for "Documents and Sources of the War"

What to do: quote the title as it is, or shorten it by leaving words out.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.variants import findings


def check(subject: Subject) -> Iterator[Finding]:
    """Titles with other words."""
    yield from findings(
        subject, ("wording",), RULE.code, "Quote it as it is, or shorten it by leaving words out."
    )


RULE = Rule("title-wording", "One title repeated with other words.", check)
