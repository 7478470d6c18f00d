"""Letters and digits that a scanner took for each other.

What it does: finds a letter O, l or I (or Cyrillic О, З, І) inside a number ("19S0", "l950", "1O"), a digit
inside a word ("Th0mas", "1ondon"), letters of two alphabets in one word (a Latin "C" in "Cталин"), and "II"
for "Il" inside a Korean name ("Pak II Won").  Types of aircraft, marks of leaves ("5ob", "12v") and archive
signs are left alone.

Why it matters: the year or the name is then another one, and no search finds it.

Example: "Archive of the President, l950" or "Pak II Won"

What to do: write the letter or digit that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match, each_match
from citekit.model import Span
from citekit.names.tables import korean_surnames
from citekit.names.words import fold

_SUSPICIOUS = re.compile(
    r"""(?P<number>(?<![\w./-])(?:[lIOОЗ]\d{3}|\d[lIOОЗ]\d\d|\d\d[lIOSОЗ]\d|\d\d\d[lIOОЗ]|\d[OО]|[lI]\d(?=[-–,.]\d))(?![\w/]))
      | (?P<word>(?<![\w./-])(?:[10][a-z]{4,}|[A-Z]?[a-z]{2,}[01][a-z]{1,})(?![\w./-]))
      | (?P<korean>(?P<family>\b[A-Z][a-z]+)\ (?:II|ll|1l|I1)(?=[ -][A-Z]?[a-z]+\b))
      | (?P<mixed>\b(?:[A-Za-z]+[А-Яа-яЁё]+|[А-Яа-яЁё]+[A-Za-z]+)[A-Za-zА-Яа-яЁё]*\b)""",
    re.VERBOSE,
)
_ORDINAL = re.compile(r"1st\Z|0th\Z|1er\Z")


def check(subject: Subject) -> Iterator[Finding]:
    """Words and numbers with a sign of the other kind in them."""
    for note, found in each_match(subject, _SUSPICIOUS):
        if found["korean"] and fold(found["family"]) not in korean_surnames():
            continue
        if found["mixed"] and not _is_slip(found[0]):
            continue
        if found["word"] and _ORDINAL.search(found[0]):
            continue
        span = Span(*found.span())
        yield at_match(
            subject, note, span, RULE.code,
            f"“{found[0]}” in “{around(note.text, span)}” {_why(found)}.",
            "Compare it with the source and write what is meant.",
        )  # fmt: skip


def _is_slip(word: str) -> bool:
    """A word of one alphabet with a few letters of the other that look the same."""
    latin = [c for c in word if c.isascii()]
    cyrillic = [c for c in word if not c.isascii()]
    fewer = latin if len(latin) <= len(cyrillic) else cyrillic
    return (
        len(word) >= 4
        and len(fewer) * 2 < len(word)
        and all(c in "AaBCcEeHKkMOoPpTXxyАаВСсЕеНКкМОоРрТХху" for c in fewer)
    )


def _why(found: re.Match[str]) -> str:
    if found["korean"]:
        return "has two capital I, or two small L, where a Korean name has “Il”"
    if found["mixed"]:
        return "mixes Latin and Cyrillic letters"
    return "mixes letters and digits"


RULE = Rule("suspicious-ocr", "Letters and digits that a scanner took for each other.", check)
