"""Entries in author-date style, where the year stands behind the author.

"Shen, Z., & Xia, Y. (2015). Title." (APA 9.8), "Shen, Zhihua (2012) Title" (Harvard), "Chen, Jian. 1994.
Title." (Chicago 15.2).
"""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.creators import claim_people, role_after
from citekit.languages import en
from citekit.names import Evidence, is_body, looks_like_people, people
from citekit.recognise.dates import read_date
from citekit.recognise.pages import PAGE_LIST, normalise

_ROLE = "|".join(sorted(en.ROLE_SUFFIXES, key=len, reverse=True))
_AUTHOR_DATE = re.compile(
    rf"(?P<names>[^“”\"‘(\[\d]{{2,200}}?)(?P<role>,?\s*\(?(?:{_ROLE})\.?\)?[,.]?)?[\s,.]*"
    r"(?:\((?P<a>(?:1[5-9]|20)\d\d[a-z]?(?:,\s*[^()]{2,20})?|n\.\s?d\.|forthcoming)\)[.,:]?\s+"
    r"|(?<=[.)]\s)(?P<b>(?:1[5-9]|20)\d\d[a-z]?)\.\s+)(?=[“\"‘'\w])",
    re.IGNORECASE,
)


_YEAR_AHEAD = re.compile(
    r"\((?:(?:1[5-9]|20)\d\d|n\.|forth)|[.)]\s(?:1[5-9]|20)\d\d[a-z]?\.\s", re.IGNORECASE
)
_APA_NUMBERS = re.compile(
    r",\s+(?P<volume>(?!(?:1[5-9]|20)\d\d\b)\d{1,4})(?:,\s*(?P<issue>\d{1,3}))?"
    r"(?=,\s+(?:pp?\.\s*)?\d+\s*[-–]\s*\d+\.?\s*$)"
)


_SURNAME = r"[A-ZÀ-Ý][\w’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+)?"
# "Chen (1994)", "Chen and Shen 1994a", "Chen et al., 1994:", of which the pages have been read already
_SHORT = re.compile(
    rf"(?P<names>{_SURNAME}(?:(?:,\s+|,?\s+(?:and|&)\s+){_SURNAME})*)(?P<others>,?\s+et\s+al\.?)?,?\s+"
    r"(?P<open>\()?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?(?(open)\))"
    rf"(?:[,:]\s*(?:pp?\.\s*)?(?P<pages>{PAGE_LIST}))?[\s.,:{BLANK}]*$"
)


def read_author_date_short(draft: Draft, evidence: Evidence) -> None:
    """A citation by author and year alone ("Chen 1994, 57"; Chicago 15.22)."""
    match = _SHORT.match(draft.rest)
    date = read_date(match["year"]) if match else None
    if match is None or date is None or not looks_like_people(match["names"]) or is_body(match["names"]):
        return
    names = people(match["names"], evidence).names
    if not names:
        return
    draft.claim("author", names, *match.span("names"), "author-date-short")
    draft.claim("issued", date, *match.span("year"), "author-date-short")
    if match["pages"]:
        draft.locate(normalise(match["pages"]), *match.span("pages"))
    draft.connect(match.end("names"), match.start("year"))
    draft.connect(match.end("year"), match.start("pages") if match["pages"] else match.end())


def read_author_date(draft: Draft, evidence: Evidence) -> None:
    """Claim author (or editor) and issued of an entry that gives the year behind its author."""
    match = _AUTHOR_DATE.match(draft.rest) if _YEAR_AHEAD.search(draft.rest) else None
    if match is None:
        return
    names = match["names"].strip(" ,.").replace(" & ", " and ")
    if not names or not (looks_like_people(names) or is_body(names) or _is_initialled(names)):
        return
    end = match.end("names")
    role = role_after(draft, end) if match["role"] else None
    if not claim_people(
        draft, role[0] if role else "author", match.start("names"), end, "author-date", evidence
    ):
        return
    if role:
        draft.connect(end, role[1])
    opened = draft.rest.find("(", match.end("role") if match["role"] else end, match.end())
    if opened >= 0:
        draft.connect(opened, opened + 1)
        draft.connect(match.end("a"), draft.rest.index(")", match.end("a")) + 1)
    group = "a" if match["a"] else "b"
    text = match[group].split(",")[0].rstrip("abcdefgh")
    date = read_date(text)
    if date:
        draft.claim("issued", date, *match.span(group), "author-date")
    else:
        draft.connect(*match.span(group))
    _volume_and_issue(draft)


def _volume_and_issue(draft: Draft) -> None:
    """ ", 3, 1, 14–18." at the end of an entry: volume, issue and pages of a journal, as APA has them."""
    match = _APA_NUMBERS.search(draft.rest)
    if match:
        draft.claim("volume", match["volume"], *match.span("volume"), "apa-volume")
        if match["issue"]:
            draft.claim("issue", match["issue"], *match.span("issue"), "apa-issue")


def _is_initialled(names: str) -> bool:
    """Whether *names* is an APA list: "Shen, Z., and Xia, Y."."""
    return (
        re.fullmatch(r"(?:[^\W\d][\w’'-]+,\s+(?:[A-Z]\.[\s-]?)+,?\s*(?:and\s+)?)+", names + ".") is not None
    )
