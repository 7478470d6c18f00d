"""Interviews and oral histories: who tells, who asks, where and when (Chicago 14.211-213)."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.runs import clean_title, strip
from citekit.grammar.western.speeches import read_place_and_date
from citekit.names import Evidence, looks_like_person, people
from citekit.recognise.dates import find_date

_REMEMBERED = re.compile(
    r"^(?:the\s+)?(?:reminiscences|recollections|oral history(?: interview)?|testimony)\s+(?:of|"
    r"with)\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    rf"(?P<title>(?:[Aa]uthor[’']s?\s+|[Mm]y\s+|[Pp]ersonal\s+|[Tt]elephone\s+|[Oo]ral\s+[Hh]istory\s+|"
    rf"[Ii]n-person\s+)*"
    rf"[Ii]nterviews?\b(?:\s+(?:by|with)\s+(?:the\s+)?author)?(?:\s+(?:with|of)\s+(?P<who>[^,;({BLANK}]+?))?)"
    rf"(?:,?\s+by\s+(?P<asker>[^,;({BLANK}]+?))?(?=\s*[,(;{BLANK}]|(?<![A-Z])\.(?:\s|$)|\.?$)"
)
# "Doe interview, 12": the short form of an interview (Chicago 18, 14.108)
_NAMED = re.compile(
    rf"(?P<who>(?!Author|My|Personal|Telephone|Oral)[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){{0,2}})\s(?P<title>[Ii]nterview)[\s.,;{BLANK}]*$"
)
_MEDIUM = re.compile(
    r"[,.]\s+(?P<medium>tape recording|transcript|telephone|email|e-mail|video recording)\b", re.IGNORECASE
)


_EXCHANGE = re.compile(
    rf"(?P<title>(?:[Aa]uthor[’']s?\s+|[Mm]y\s+|[Pp]ersonal\s+|[Pp]rivate\s+)*(?P<genre>[Cc]onversation|"
    rf"[Cc]ommunication|[Cc]orrespondence|"
    rf"[Ee]-?mails?)\s+(?:by\s+(?:the\s+)?author\s+)?(?:with|from)\s+(?P<who>[^,;({BLANK}]+?))"
    rf"(?=\s*[,(;{BLANK}]|(?<![A-Z])\.(?:\s|$)|\.?$)"
)


def read_exchange(draft: Draft, start: int, evidence: Evidence) -> bool:
    """ "Email from Sergey Radchenko, 3 March 2015", "Conversation with Valentin Pak, Moscow": words with the
    author.
    """
    match = _EXCHANGE.match(draft.rest, start)
    if match is None or draft.has("archive"):
        return False
    who = match["who"].strip()
    draft.claim(
        "title", draft.text[match.start("title") : match.end("title")], *match.span("title"), "exchange-title"
    )
    if looks_like_person(who):
        draft.imply("author", people(who, evidence).names, *match.span("who"), "exchange-partner")
    draft.imply("genre", match["genre"].casefold(), *match.span("genre"), "exchange-genre")
    read_place_and_date(draft, match.end(), "original-date")
    draft.imply("type", "personal_communication", match.start(), match.start(), "exchange")
    return True


def narrator(draft: Draft, evidence: Evidence) -> None:
    """ "The Reminiscences of Jane Doe": an oral history is by the one who tells it."""
    match = _REMEMBERED.match(str(draft.get("title") or ""))
    if draft.has("author") or match is None or not looks_like_person(match["who"]):
        return
    title = next(f for f in draft.fields if f.name == "title")
    end = title.span.end - draft.base
    draft.imply("author", people(match["who"], evidence).names, end - len(match["who"]), end, "narrator")


def read_interview(draft: Draft, start: int, evidence: Evidence) -> bool:
    """Claim an unpublished interview at *start*: title, author (the one interviewed), interviewer, place,
    date.
    """
    if "nterview" not in draft.rest:
        return False
    named = _NAMED.match(draft.rest, start)
    if named and looks_like_person(named["who"]) and not draft.has("author"):
        draft.claim("author", people(named["who"], evidence).names, *named.span("who"), "interviewed")
        draft.claim("title", named["title"], *named.span("title"), "interview-title")
        draft.imply("type", "interview", start, start, "interview")
        return True
    match = _INTERVIEW.match(draft.rest, start)
    if match is None:
        return False
    end = match.end()
    if match["asker"] and looks_like_person(match["asker"].strip()):
        draft.claim(
            "interviewer", people(match["asker"], evidence).names, *match.span("asker"), "interviewer"
        )
        draft.connect(match.end("title"), match.start("asker"))
    else:
        end = match.end("title")
    draft.claim(
        "title",
        clean_title(draft.text[match.start() : match.end("title")]),
        match.start(),
        match.end("title"),
        "interview-title",
    )
    who = (match["who"] or "").strip()
    if who and looks_like_person(who) and not draft.has("author"):
        draft.imply("author", people(who, evidence).names, *match.span("who"), "interviewed")
    medium = _MEDIUM.search(draft.rest, end)
    if medium:
        draft.claim("medium", medium["medium"].casefold(), *medium.span("medium"), "interview-medium")
        if find_date(draft.rest, end, medium.start()) is None:  # "Tape recording. Seoul, 5 May 2012."
            end = max(end, medium.end())
    left, right = strip(draft, end, len(draft.rest))
    if left < right:
        read_place_and_date(draft, end, "original-date")
    draft.imply("type", "interview", match.start(), match.start(), "interview")
    return True
