"""Words that stand twice in a row.

What it does: finds a word or number that is repeated at once ("ed. ed.", "33, 33", "of of") and a longer
phrase that is said twice ("and the Army and the Army").  Doubled names ("Pago Pago"), "had had" and "that
that" are left alone, as are dates of an archive's numbering.

Why it matters: repetitions come from forms of a reference manager that were filled twice, and from pasting.

Example: "Journal of Printing 12, 12, no. 2" or "Rev. ed. ed."

What to do: strike one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import around, at_match, without_addresses
from citekit.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ALLOWED = frozenset(
    ("had", "that", "so", "very", "ha", "no", "sic", "ff", "long", "many", "всё", "чуть", "едва")
)
_LONGEST = 8
_BETWEEN = re.compile(r"[.,]?\s*\Z")


def check(subject: Subject) -> Iterator[Finding]:
    """The longest repetition at each place."""
    for note in subject.texts:
        text = without_addresses(note.text)
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words) - 1:
            length = _repeated(text, words, at)
            if length:
                span = Span(words[at].start(), words[at + 2 * length - 1].end())
                yield at_match(
                    subject, note, span, RULE.code,
                    f"“{text[words[at].start() : words[at + length - 1].end()]}” stands twice in "
                    f"“{around(text, span)}”.",
                    "Strike one.",
                )  # fmt: skip
                at += 2 * length - 1
            at += 1


def _repeated(text: str, words: list[re.Match[str]], at: int) -> int:
    """How many words from *at* on are said again straight behind; 0 where none are."""
    for length in range(min(_LONGEST, (len(words) - at) // 2), 0, -1):
        first, second = words[at : at + length], words[at + length : at + 2 * length]
        between = text[first[-1].end() : second[0].start()]
        if [w[0].casefold() for w in first] != [w[0].casefold() for w in second]:
            continue
        if _BETWEEN.match(between) is None and not (length > 1 and between.isspace()):
            continue
        if length > 1 and between.strip() and all(w[0][0].isupper() for w in first):
            continue  # an author, and the title that begins with his name
        if length > 1 or _is_slip(first[0][0], second[0][0], between):
            return length
    return 0


def _is_slip(first: str, second: str, between: str) -> bool:
    if first.isdigit():
        return between.strip() == "," and len(first) <= 3
    if first[0] >= "\u2e80" or first.casefold() in _ALLOWED or len(first) == 1:
        return False
    name = first[0].isupper() and second[0].isupper()
    return not name and ("," not in between) and (between.isspace() or between.startswith("."))


RULE = Rule("repeated-words", "Words that stand twice in a row.", check)
