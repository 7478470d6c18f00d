"""Note text to Citations: what cites, what introduces, what only talks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from citekit.model import Citation, Note, Segments
from citekit.recognise.convention import Convention, convention_of

__all__ = ["habit_of", "segment"]

# GOST R 7.0.5-2008, 6.2: family name, then initials without a comma, whatever the language of the work.
_GOST_AUTHOR = re.compile(r"[A-ZÀ-ÝĀ-Ž][\w’'-]+\s(?:[A-ZÀ-ÝĀ-Ž][a-z]{0,2}\.\s?-?){1,3}\s?(?=[A-ZÀ-ÝĀ-Ž“\"«])")


def habit_of(texts: Iterable[str]) -> Convention:
    """The convention that most of *texts* follow: it settles what a single citation leaves open.

    Beside Russian records those of foreign books count as Russian too where their heading has the form of
    one: a list of sources on the Balkans may name more books in Latin script than in Cyrillic.
    """
    told = [(convention_of(text), text) for text in texts]
    found = Counter(convention for convention, _ in told)
    if found["gost"] and found["western"] >= found["gost"]:
        foreign = sum(c == "western" and _GOST_AUTHOR.match(text) is not None for c, text in told)
        found["gost"] += foreign
        found["western"] -= foreign
    return found.most_common(1)[0][0] if told else "western"


def segment(note: Note, habit: Convention = "western") -> Segments:
    """Cut *note* by the rules of the convention it follows; *habit* is that of the whole document.

    In a bibliography after GOST a western book has no sign of the convention but the form of its author.
    """
    convention = convention_of(note.text)
    if habit == "gost" and convention == "western":
        from citekit.recognise.russian_evidence import is_gost_manner

        convention = "gost" if is_gost_manner(note.text) else convention
    if convention == "chinese":
        from citekit.segment import chinese

        return chinese.segment(note)
    if convention == "gost":
        from citekit.segment import gost

        return gost.segment(note)
    from citekit.segment import western

    segments = western.segment(note)
    if habit != "gost":
        return segments
    return replace(segments, citations=tuple(_by_habit(c, note) for c in segments.citations))


def _by_habit(citation: Citation, note: Note) -> Citation:
    if citation.convention == "western" and _GOST_AUTHOR.match(citation.span.of(note.text)):
        return replace(citation, convention="gost")
    return citation
