"""No space between a sign and the words behind it.

What it does: finds a digit or letter straight behind a closing bracket, full stop, comma or semicolon, and a
bracket straight behind a closing quotation mark, in Latin and Cyrillic text.  Short abbreviations before a
number ("No.12", "Vol.2", "p.5"), initials, issue numbers ("33(2)"), decimals and Chinese text, which sets no
spaces, are left alone.

Why it matters: "Ibid.442" can be read as part of a number, and programs that read notes lose the page.

Example: "(London: Longman, 1990.)69-99" or "Ibid.442-443"

What to do: set a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match, each_match
from citekit.model import Span

_PLACES = re.compile(
    r"""(?P<bracket>(?<=[^\W\d_][^()]|\d[.)]|\d\d)\)(?=[^\W_]))
      | (?P<stop>(?<=[^\W\d_]{4})\.(?=\d))
      | (?P<comma>(?<=[^\W\d_])[,;](?=[^\W_]) | (?<=\d),(?=[^\W\d_]) | (?<=\d);(?=[^\W_]))
      | (?P<quote>(?<=[\w.,?!)])[”"](?=\())""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:nos|vols|vol|chap|chaps|cols|fols|paras|iss|вып|изд)|[^\W\d_]\.[^\W\d_]{1,4})\Z", re.IGNORECASE
)
_ISSUE = re.compile(r"\d\s?\([^()]*\Z")


def check(subject: Subject) -> Iterator[Finding]:
    """Signs that the next word touches."""
    for note, found in each_match(subject, _PLACES):
        before, after = note.text[: found.start()], note.text[found.end()]
        if after >= "\u2e80" or before[-1:] >= "\u2e80":
            continue
        if found["stop"] and _ABBREVIATION.search(before):
            continue
        if found["bracket"] and not _ends_passage(before):
            continue
        span = Span(found.start(), found.end() + 1)
        yield at_match(
            subject, note, span, RULE.code,
            f"No space behind “{found[0]}” in “{around(note.text, span)}”.", "Set one.",
        )  # fmt: skip


def _ends_passage(before: str) -> bool:
    """Whether the bracket that closes here opened as a word of its own: not "plural(s)" nor "33(2)"."""
    opening = before.rfind("(")
    return opening >= 0 and before[opening - 1 : opening] in ("", " ") and not _ISSUE.search(before)


RULE = Rule("missing-space", "No space between a sign and the next word.", check)
