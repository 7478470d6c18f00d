"""The words that introduce a citation in a western note: "See also", "For a survey, see", "cited in"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from citekit.languages import en
from citekit.names import looks_like_people
from citekit.segment.opcit import words_before_op_cit


@dataclass(frozen=True, slots=True)
class Lead:
    """Introducing words: where they stand, and the kind of signal they give."""

    start: int
    end: int
    signal: str


def _words(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))


# "see", "see also", "see, for example,", "see especially", "see, among others,"
_SEE = rf"see(?:,?\s+(?:{_words(en.SEE_MODIFIERS)}))*"
# "the discussion in", "the essays in", "his": what may stand between "see" and the citation
_OBJECTS = re.compile(
    rf"(?:(?:the|an?|his|her|their|my)\s+)?(?:[a-z]+\s+){{0,2}}(?:{_words(en.SEE_OBJECTS)})\s+(?:in|by|"
    rf"of|from)\s+"
    r"(?:the\s+(?=[a-z]))?|(?:his|her|their|my)\s+(?=[A-Z“\"‘])"
)
_PLAIN = _words(w for w in en.LEADS if w not in ("in", "from", "and", "also", "see"))
_AT_START = re.compile(rf"(?:and\s+)?(?P<lead>{_SEE}|{_PLAIN})(?P<sep>[,:]?\s+)(?=\S)", re.IGNORECASE)
_INSIDE = re.compile(
    rf"(?:^|[,;:.]?\s)(?P<lead>{_SEE}|cf\.(?:\s+also)?)(?P<sep>[,:]?\s+)(?=\S)", re.IGNORECASE
)
_AND = re.compile(r"and\s+|also,?\s+(?=[A-Z“\"‘])", re.IGNORECASE)
_TOPIC_FIRST = re.compile(r"(?:for|on|regarding|concerning|about|as|also)\b", re.IGNORECASE)
# "for the reaction, Doe, History, 112": the "see" of the citation before still holds
_TOPIC = re.compile(r"(?:for|on|regarding|concerning|as\s+for|about)\s+[^,;:“\"]{3,80}[,:]\s+(?=[A-Z“\"‘])")
_PROSE_LEAD = re.compile(
    rf"\b(?P<lead>(?:translated\s+by\s+[^.;,]{{3,80}}?\s+and\s+)?(?:{_words(en.PROSE_LEADS)})),?\s+"
    rf"(?:the\s+)?(?=[A-Z“\"‘\w])"
)
_IBID = re.compile(r"(?<![\w])(?:ibid\b|同上)", re.IGNORECASE)
_DATED = re.compile(r"\b(?:to|between|from|by)\b.*\b(?:1[5-9]|20)\d\d\b")
_TOLD_IN = re.compile(
    rf"(?:[a-z]+\s+){{0,3}}(?:{_words(en.TOLD_OF)})(?:\s+(?:of|on|about|from)\s+[^,;“\"]{{2,80}}?)?"
    r"\s+(?:is\s+|are\s+)?in\s+(?=[A-Z])",
    re.IGNORECASE,
)
_NUMBER = "|".join(en.NUMBER_WORDS)
VOLUMES_OF = re.compile(
    rf"(?:and\s+)?(?:the\s+)?(?P<which>first|last)\s+(?:(?P<count>{_NUMBER})|of\s+"
    rf"(?P<total>{_NUMBER}))\s+volumes?\s+of\s+",
    re.IGNORECASE,
)
"""Volumes named in the lead: "the first four volumes of", "the last of four volumes of"."""
_DOCUMENT_OF = re.compile(
    rf"\b[A-Z][\w-]+(?:\s[A-Z][\w-]+)?[’']s\s+(?:\w+\s+)?(?:{'|'.join(en.GENRES)})\s+to\s+[A-Z]",
)
"""A document named by its sender in a sentence of prose: "Doe's telegram to Smith"."""
_PAGES_BEHIND = re.compile(r"\bpp?\.\s*\d|,\s*\d+\.?$")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_ROMAN = re.compile(r"[ivxlc]+")
_QUOTED_HEADING = re.compile(r"“[^“”]{2,160}”|\"[^\"]{2,160}\"")
_NUMBERED_NOTE = re.compile(r"\b(?:notes?|footnotes?|fn|nn?)\.?\s*\d", re.IGNORECASE)


def is_cross_reference(text: str) -> bool:
    """Whether *text* points to another place of the same thesis and cites no work ("the discussion in
    chapter 3 below"); a heading in quotation marks only where "below" or "above" says that it is of this text
    (“The Home Front” below), not a work that another note cites (“Tin and Trade,” note 12 above).
    """
    if len(text) > 80 and not any(place in text for place in en.PLACES_IN_TEXT):
        return False
    bare = _QUOTED_HEADING.sub(" ", text)
    if len(bare) > 80:
        return False
    words = [w for w in _TOKEN.findall(bare.casefold()) if not w.isdigit()]
    if not any(w in en.CROSS_REFERENCE for w in words):
        return False
    if bare != text and (en.PLACES_IN_TEXT.isdisjoint(words) or _NUMBERED_NOTE.search(bare)):
        return False
    return all(
        w in en.CROSS_REFERENCE or w in en.CROSS_REFERENCE_BESIDE or len(w) == 1 or _ROMAN.fullmatch(w)
        for w in words
    )


def find_lead(veiled: str, start: int, end: int, *, prose: bool) -> Lead | None:
    """The lead of the unit ``veiled[start:end]``; with *prose* it may stand after a sentence's beginning.

    The lead ends where the citation begins.  None where nothing introduces it.
    """
    match = _AT_START.match(veiled, start, end)
    if match and not (prose and match["lead"].casefold() == "according to"):
        return _lengthened(veiled, Lead(start, match.end(), _signal(match["lead"])), end)
    told = _told_in(veiled, start, end) or words_before_op_cit(veiled, start, end)
    if told > start:
        return Lead(start, told, "see")
    volumes = VOLUMES_OF.match(veiled, start, end)
    if volumes:
        return Lead(start, volumes.end(), "see")
    if prose or _TOPIC_FIRST.match(veiled, start):
        inside = _last(_INSIDE, veiled, start, min(end, start + 400))
        if inside:
            return _lengthened(veiled, Lead(inside.start("lead"), inside.end(), _signal(inside["lead"])), end)
    if prose:
        return _lead_in_prose(veiled, start, end)
    topic = _TOPIC.match(veiled, start, end) if veiled[start].islower() else None
    if topic:
        return Lead(start, topic.end(), "see")
    match = _AND.match(veiled, start, end)
    if match:
        return Lead(start, match.end(), "see-also")
    return None


def _told_in(veiled: str, start: int, end: int) -> int:
    """The end of "details in", "short biography of Doe in", where an author follows; 0 where none does."""
    match = _TOLD_IN.match(veiled, start, end)
    if match is None:
        return 0
    author = veiled[match.end() : end].partition(",")[0]
    named = "(" not in author and len(author) < 80 and looks_like_people(author)
    return match.end() if named else 0


def _lead_in_prose(veiled: str, start: int, end: int) -> Lead | None:
    document = _DOCUMENT_OF.search(veiled, start, end) if veiled.find(" to ", start, end) >= 0 else None
    if document and _PAGES_BEHIND.search(veiled[document.end() : end]):
        return Lead(document.start(), document.start(), "see")
    pointed = any(veiled.find(word, start, end) >= 0 for word in ("bid", "同上"))
    ibid = _last(_IBID, veiled, start, end) if pointed else None
    if ibid:
        at = _before_ibid(veiled, start, ibid.start())
        return Lead(at, at, "see")
    published = _PROSE_LEAD.search(veiled, start, end)
    if published:
        return _lengthened(veiled, Lead(published.start("lead"), published.end(), "see"), end)
    volumes = VOLUMES_OF.search(veiled, start, end)
    if volumes:
        return Lead(volumes.start(), volumes.end(), "see")
    return None


def _before_ibid(veiled: str, start: int, ibid: int) -> int:
    """Where the citation with "ibid." begins: at the document named before it, else at ibid. itself."""
    before = veiled.rfind("”", start, ibid)
    sentence = max(veiled.rfind(mark, start, ibid) for mark in (". ", "? ", "! ", "” ", '" '))
    at = sentence + 1 if sentence >= start and _opens_citation(veiled[sentence + 1 : ibid]) else ibid
    at = max(at, before + 1) if before >= start else at
    while veiled[at : at + 1].isspace():
        at += 1
    return ibid if veiled[at:ibid].count(" ") > 12 else at


def _opens_citation(text: str) -> bool:
    """Whether the words between a sentence of prose and its ibid. are the document cited there ("Minutes
    ..., 20 August 1951, ").
    """
    return "," not in text or (_DATED.search(text) is not None and len(text) < 160)


def _lengthened(veiled: str, lead: Lead, end: int) -> Lead:
    """The lead with what belongs to it: "the discussion in", "his", "the first four volumes of"."""
    for pattern in (_OBJECTS, VOLUMES_OF):
        match = pattern.match(veiled, lead.end, end)
        if match:
            lead = Lead(lead.start, match.end(), lead.signal)
    return lead


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found


def _signal(words: str) -> str:
    folded = re.sub(r"\s+", " ", words.casefold())
    return en.LEADS.get(folded) or ("see-also" if "also" in folded else "see")
