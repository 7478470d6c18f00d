"""The words that introduce a citation in a western note: "See also", "For a survey, see", "cited in"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.languages import en


@dataclass(frozen=True, slots=True)
class Lead:
    """Introducing words: where they stand, and the kind of signal they give."""

    start: int
    end: int
    signal: str


def _words(phrases: list[str]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))


_AT_START = re.compile(
    rf"(?:and\s+)?(?P<lead>{_words([w for w in en.LEADS if w not in ('in', 'from', 'and', 'also')])})(?P<sep>[,:]?\s+)(?=\S)",
    re.IGNORECASE,
)
_AND = re.compile(r"and\s+", re.IGNORECASE)
_INSIDE = re.compile(
    r"(?:^|[,;:.]?\s)(?P<lead>see(?:\s+also)?(?:,?\s+(?:e\.g\.|for\s+(?:example|instance)|especially|inter\s+alia))?)(?P<sep>[,:]?\s+)(?=\S)",
    re.IGNORECASE,
)
_PROSE_LEAD = re.compile(rf"\b(?P<lead>(?:translated\s+by\s+[^.;,]{{3,80}}?\s+and\s+)?(?:{_words(list(en.PROSE_LEADS))})),?\s+(?:the\s+)?(?=[A-Z“\"‘\w])")
_IBID = re.compile(r"(?<=[.!?”\"’)])\s*(?P<lead>)(?=ibid\b)|(?<=\s)(?P<inner>)(?=ibid\b)", re.IGNORECASE)
_DATED = re.compile(r"\b(?:to|between|from|by)\b.*\b(?:1[5-9]|20)\d\d\b")
_NUMBER = "|".join(en.NUMBER_WORDS)
VOLUMES_OF = re.compile(
    rf"(?:and\s+)?(?:the\s+)?(?P<which>first|last)\s+(?:(?P<count>{_NUMBER})|of\s+(?P<total>{_NUMBER}))\s+volumes?\s+of\s+",
    re.IGNORECASE,
)
"""Volumes named in the lead: "the first four volumes of", "the last of four volumes of"."""
_CROSS_REFERENCE = re.compile(rf"\b(?:{'|'.join(en.CROSS_REFERENCE)})[.,]?$|^(?:chapters?|notes?|sections?|appendix)\s+\w+\.?$", re.IGNORECASE)
_DOCUMENT_OF = re.compile(
    rf"\b[A-Z][\w-]+(?:\s[A-Z][\w-]+)?[’']s\s+(?:\w+\s+)?(?:{'|'.join(en.GENRES)})\s+to\s+[A-Z]",
)
"""A document named by its sender in a sentence of prose: "Zhou's telegram to Peng"."""


def is_cross_reference(text: str) -> bool:
    """Whether *text* points to another place of the same thesis and cites no work."""
    return _CROSS_REFERENCE.search(text.strip()) is not None


def find_lead(text: str, veiled: str, start: int, end: int, *, prose: bool) -> Lead | None:
    """The lead of the unit ``text[start:end]``; with *prose* it may stand after a sentence's beginning.

    The lead ends where the citation begins.  None where nothing introduces it.
    """
    match = _AT_START.match(veiled, start, end)
    if match and not (prose and match["lead"].casefold() == "according to"):
        return _volumes(veiled, Lead(start, match.end(), _signal(match["lead"])), end)
    volumes = VOLUMES_OF.match(veiled, start, end)
    if volumes:
        return Lead(start, volumes.end(), "see")
    inside = _last(_INSIDE, veiled, start, min(end, start + 400))
    if inside and (prose or re.match(r"(?:for|on|regarding|concerning|about|as|also)\b", veiled[start:], re.IGNORECASE)):
        return Lead(inside.start("lead"), inside.end(), _signal(inside["lead"]))
    if prose:
        return _lead_in_prose(veiled, start, end)
    match = _AND.match(veiled, start, end)
    if match:
        return Lead(start, match.end(), "see-also")
    return None


def _lead_in_prose(veiled: str, start: int, end: int) -> Lead | None:
    document = _DOCUMENT_OF.search(veiled, start, end)
    if document and re.search(r"\bpp?\.\s*\d|,\s*\d+\.?$", veiled[document.end() : end]):
        return Lead(document.start(), document.start(), "see")
    ibid = _last(re.compile(r"(?<![\w])ibid\b", re.IGNORECASE), veiled, start, end)
    if ibid:
        before = veiled.rfind("”", start, ibid.start())
        sentence = max(veiled.rfind(mark, start, ibid.start()) for mark in (". ", "? ", "! ", "” ", '" '))
        at = sentence + 1 if sentence >= start and _opens_citation(veiled[sentence + 1 : ibid.start()]) else ibid.start()
        at = max(at, before + 1) if before >= start else at
        while veiled[at : at + 1].isspace():
            at += 1
        if veiled[at : ibid.start()].count(" ") > 12:
            at = ibid.start()
        return Lead(at, at, "see")
    published = _PROSE_LEAD.search(veiled, start, end)
    if published:
        return _volumes(veiled, Lead(published.start("lead"), published.end(), "see"), end)
    volumes = VOLUMES_OF.search(veiled, start, end)
    if volumes:
        return Lead(volumes.start(), volumes.end(), "see")
    return None


def _opens_citation(text: str) -> bool:
    """Whether the words between a sentence of prose and its ibid. are the document cited there ("Minutes ..., 20 August 1951, ")."""
    return "," not in text or (_DATED.search(text) is not None and len(text) < 160)


def _volumes(veiled: str, lead: Lead, end: int) -> Lead:
    """The lead lengthened by "the first four volumes of" where that follows."""
    match = VOLUMES_OF.match(veiled, lead.end, end)
    return Lead(lead.start, match.end(), lead.signal) if match else lead


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text, start, end):
        pass
    return found


def _signal(words: str) -> str:
    folded = re.sub(r"\s+", " ", words.casefold())
    return en.LEADS.get(folded) or ("see-also" if "also" in folded else "see")
