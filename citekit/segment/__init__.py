"""Note text to Citations: what cites, what introduces, what only talks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from citekit.model import Citation, Note, Segments
from citekit.names.tables import word_set
from citekit.recognise.convention import Convention, convention_of

__all__ = ["habit_of", "segment"]

# GOST R 7.0.5-2008, 6.2: family name, then initials without a comma, whatever the language of the work.
_GOST_AUTHOR = re.compile(r"[A-ZÀ-ÝĀ-Ž][\w’'-]+\s(?:[A-ZÀ-ÝĀ-Ž][a-z]{0,2}\.\s?-?){1,3}\s?(?=[A-ZÀ-ÝĀ-Ž“\"«])")
# What no western note has: areas parted by full stops, with the capital letter of their label.
_GOST_AREA = re.compile(
    r"\.\s(?:[-–—]\s)?(?:(?:P|S|L|Bl)\.\s\d|(?:Vol|Bd|T)\.\s[\dIVX]|(?:RG|Record Group|Box|Folder)\s\d"
    r"|(?:1[89]|20)\d\d\.\s\d{1,2}\.?\s[A-Za-z]{3})"  # of a newspaper: "Le Temps. 1932. 6 mai"
    r"|\.\s[-–—]\s[^.:]{2,60}\s:\s[^:]{2,80},\s(?:1[5-9]|20)\d\d"  # GOST 7.1: ". – Urbana : Press, 1982"
    r"|\s/\s(?:Hrsg|Hg|Ed|Eds|Sous|Red)\b"  # the responsibility behind a slash: "/ Hrsg. von K. Schlögel"
)
_DIRECT_NAME = re.compile(
    r"(?P<given>[A-Z][a-z]+)\s(?:[A-Z]\.\s)+[A-Z][\w’'-]+[.,]\s(?P<quoted>[“\"](?=[A-Z]))?"
)
_HAN = re.compile(r"\s*[\u3400-\u9fff]")
_ENGLISH = re.compile(
    r"^(?:See|Cf\.|For|On|According|In)\s|(?:[.;,]\s|found\sin\s)(?:[Ss]ee|[Cc]f\.|[A-Z])\s|\s(?:see|found\sin)\s|^[A-Z][a-z]+(?:,?\s[a-z]+){3}[^\[]*\.\s[A-Z]"
)
_SAYS = re.compile(r"\s(?:is|are|was|were|has|have|that|which)\s")
_AUTHOR = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z]\b)+[.,]")
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_LEADS_IN = re.compile(r"(?:^|[\s(])(?:[Ss]ee|[Cc]f\.|[Qq]uoted|[Cc]ited)[\s,]|^(?:For|On|According)\s")


def habit_of(texts: Iterable[str]) -> Convention:
    """The convention that most of *texts* follow: it settles what a single citation leaves open.

    Records of foreign books count as Russian where their heading or their areas have the form of one: a list
    of sources on the Balkans may name more books in Latin script than in Cyrillic.
    """
    found = Counter(_manner(text) for text in texts)
    return found.most_common(1)[0][0] if found else "western"


def _manner(text: str) -> Convention:
    convention = convention_of(text)
    if convention != "western" or _begins_with_given_name(text):
        return convention
    return "gost" if _GOST_AUTHOR.match(text) or _GOST_AREA.search(text) else "western"


def _begins_with_given_name(text: str) -> bool:
    """ "Harry S. Smith. Memoirs": the initial stands within a name in its own order."""
    name = _DIRECT_NAME.match(text)
    return name is not None and (name["given"] in word_set("given-western") or bool(name["quoted"]))


def segment(note: Note, habit: Convention = "western") -> Segments:
    """Cut *note* by the rules of the convention it follows; *habit* is that of the whole document."""
    convention = convention_of(note.text)
    if convention == "chinese":
        from citekit.segment import chinese, western

        return western.segment(note) if _talks_english(note.text) else chinese.segment(note)
    if "gost" in (convention, habit) and not _CYRILLIC.search(note.text):
        return _latin_after_gost(note)
    if convention == "gost" or (habit == "gost" and _partly_russian(note.text)):
        from citekit.segment import gost

        return gost.segment(note)
    from citekit.segment import western

    return western.segment(note)


def _partly_russian(text: str) -> bool:
    """Whether one of several citations is Russian ("Фицпатрик Ш. ... С. 54; Getty J. A. ... P. 15")."""
    return ";" in text and any(convention_of(piece) == "gost" for piece in text.split(";"))


def _talks_english(text: str) -> bool:
    """Whether entries by GB/T 7714 stand in English sentences ("See DOE J. Title[M]: 173")."""
    if "]" not in text or _HAN.match(text):
        return False
    before = text.partition("[")[0]
    return _ENGLISH.search(text) is not None or (_SAYS.search(before) is not None and not _AUTHOR.match(text))


def _latin_after_gost(note: Note) -> Segments:
    """A note in Latin letters alone, with "//" or in a text after GOST.

    A western book has no sign of that convention but the form of its author there.  English sentences around
    such citations are cut as those of western notes are.
    """
    from citekit.recognise.russian_evidence import is_gost_manner
    from citekit.segment import gost, western

    segments = western.segment(note)
    heads = _GOST_AUTHOR.match(note.text) is not None  # "Gaddis J. L. We Now Know: ...", no words of prose
    talks = any(span.start or not heads for span in segments.prose) or _LEADS_IN.search(note.text) is not None
    manner = _manner(note.text) == "gost" or (is_gost_manner(note.text) and not note.is_entry)
    if manner and not talks:
        segments = gost.segment(note)
    return replace(segments, citations=tuple(_by_habit(c, note) for c in segments.citations))


def _by_habit(citation: Citation, note: Note) -> Citation:
    if citation.convention == "western" and _manner(citation.span.of(note.text)) == "gost":
        return replace(citation, convention="gost")
    return citation
