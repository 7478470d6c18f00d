"""Signs of punctuation that stand twice or do not go together.

What it does: finds ",,", ";;", "..", ". .", ",.", ";," and the like, and a full stop before a semicolon
behind a number.  An ellipsis ("...", "…"), the stop of an abbreviation before a comma ("ed.,", "Inc.;",
"изд.,") and a title's own question mark before a comma (Chicago Manual of Style, 17th ed., 14.96) are right.

Why it matters: such pairs are left behind when a citation is cut, moved or joined; they show that nobody read
the note again.

Example: "Ibid.." or "3-4.." or "123.;"

What to do: keep the sign that the style asks for.  ``citekit lint --fix`` makes one sign of two equal ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match, each_match
from citekit.model import Span

_PAIRS = re.compile(
    r"""(?P<same>(?<!\.)\.\.(?!\.)|,\s?,|;\s?;|:\s?:|，，|。。|；；|、、)
      | (?P<apart>(?<![.\s])\.\s\.(?![.\s]))
      | (?P<closed>[.][”"'’]+\s?\.(?!\.))
      | (?P<mixed>,\s?\.(?!\d) | ;\s?[.,] | ,\s?; | :\s?[.,;](?!\w) | (?<=\d)\.;
                  | (?<=[\s'’])\.,(?!\w) | [，；、]。 | 。[，；])
      | (?P<bracket>:\s?(?=[(（][\u3400-\u9fff]) | ,\s?(?=\([^()]{2,40}:\s[^()]{2,80},\s?\d{4}\)))""",
    re.VERBOSE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Pairs of signs, addresses and ellipses left out."""
    for note, found in each_match(subject, _PAIRS):
        span = Span(*found.span())
        signs = found[0] + ("(" if found["bracket"] else "")
        yield at_match(
            subject, note, span, RULE.code,
            f"The signs “{signs}” in “{around(note.text, span)}” do not belong together.",
            f"Keep one “{signs[0]}”." if found["same"] else "Keep the one that the style asks for.",
            signs[0] if found["same"] else None,
        )  # fmt: skip


RULE = Rule("double-punctuation", "Signs that stand twice or do not go together.", check, fixes=True)
