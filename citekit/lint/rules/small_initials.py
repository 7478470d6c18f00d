"""A name of a person, place or publisher with a small first letter.

What it does: finds places and given or family names that begin with a small letter, and names of publishers
with a small last word behind capitals ("Harvest press").  Particles ("de", "von", "al-", "ibn") are small by
right.

Why it matters: proper names have capitals in every language of this kind; programs sort and match by them.

Example: "washington D.C.: Government Printing Office" or "trans. Wang weiguo"

What to do: write the capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.persons import mentions
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.model import Field, Span
from citekit.names.tables import word_set

_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-zà-þа-яё][\w'’-]*")
_GENERIC = re.compile(r"(?<=[A-Za-z] )(?:press|publishers?|house|books|verlag)\b\Z")


def check(subject: Subject) -> Iterator[Finding]:
    """Persons, then places and publishers."""
    for mention in mentions(subject, ("author", "editor", "translator", "recipient")):
        found = _small_name(mention.name.family, mention.name.given)
        if found and mention.place.span is not None and found in mention.place.words:
            start = mention.place.span.start + mention.place.words.index(found)
            place = subject.place(mention.use.note, Span(start, start + len(found)))
            yield Finding(
                RULE.code, f"“{mention.place.words}”: a name begins small.", place, "Write the capital."
            )
    for use in subject.uses:
        for name, pattern in (("publisher-place", _SMALL_WORD), ("publisher", _GENERIC)):
            entry = use.field(name)
            span = _small_in(entry, pattern, use.note.text) if entry is not None else None
            if entry is not None and span is not None:
                yield Finding(
                    RULE.code,
                    f"“{entry.span.of(use.note.text)}”: a name has a small letter.",
                    subject.place(use.note, span),
                    "Write the capital.",
                )


def _small_name(family: str, given: str) -> str:
    """The first word that begins small and is no particle; names all in small letters are pseudonyms."""
    if f"{family}{given}".islower():
        return ""
    for word in (*family.split()[-1:], *given.split()[:1]):
        if (
            word[:1].islower()
            and word.casefold() not in word_set("particles")
            and "-" not in word
            and "'" not in word
        ):
            return word
    return ""


def _small_in(entry: Field, pattern: re.Pattern[str], text: str) -> Span | None:
    printed = entry.span.of(text)
    found = pattern.match(printed) if pattern is _SMALL_WORD else pattern.search(printed)
    if found is None or printed.islower() or found[0] in ("s", "n", "б", "м", "л", "и"):
        return None
    return Span(entry.span.start + found.start(), entry.span.start + found.end())


RULE = Rule("small-initial", "A proper name with a small first letter.", check)
