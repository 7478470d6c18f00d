"""Journals, magazines, newspapers and bulletins: the part of a citation behind the title of an article."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.kinds import is_pinyin
from citekit.grammar.western.runs import Marks, bracket_at, clean_title, is_original_script, last_match, strip
from citekit.grammar.western.titles import is_magazine, is_newspaper, is_periodical
from citekit.languages import en_prints
from citekit.names import is_body, looks_like_people
from citekit.recognise.dates import DateMatch, date_at, find_date

_YEAR = r"(?:1[5-9]|20)\d\d"
_VOLUME = rf"(?:(?!{_YEAR}\b)\d+|[IVXLC]+)"
_ISSUE_WORD = r"(?:(?:[Nn]os?|[Ii]ssues?|[Nn]umbers?|№)\.?\s*(?:[Nn]o\.\s*)?)"
_NUMBER = r"[A-Z]?\d+[A-Z]?(?:\s*[-–—/]\s*\d+)?"
_DATED = rf"[^()]*?{_YEAR}[^()]*"

_NUMBERED = re.compile(
    rf"""[\s,.;{BLANK}]*(?:
      (?:[Vv]ol(?:ume)?s?\.?\s*(?P<v1>{_VOLUME})[,.:]?\s*(?:\d+,\s*)?{_ISSUE_WORD}(?P<i1>{_NUMBER})(?:\s*\((?P<d1>{_DATED})\))?)
    | (?:(?:[Vv]ol(?:ume)?\.?\s*)?(?P<v2>{_VOLUME})\s*\((?P<d2>{_DATED})\),?\s*{_ISSUE_WORD}(?P<i2>{_NUMBER}))
    | (?:(?P<v3>{_VOLUME}),\s*(?:(?P=v3),\s*)?{_ISSUE_WORD}(?P<i3>{_NUMBER})(?:\s*\((?P<d3>{_DATED})\))?)
    | (?:(?P<d4>{_YEAR}),?\s*{_ISSUE_WORD}(?P<i4>{_NUMBER}))
    | (?:{_ISSUE_WORD}(?P<i5>{_NUMBER})(?:\s*\((?P<d5>{_DATED})\))?)
    | (?:(?P<v6>{_VOLUME})\s*[:/.]\s*(?P<i6>\d+(?:[-–]\d+)?)\s*\((?P<d6>{_DATED})\))
    | (?:(?P<v7>{_VOLUME})\s?\((?P<i7>(?!{_YEAR}\)){_NUMBER})\)(?:\s*[,:(]\s*(?P<d7>{_YEAR})\)?)?)
    | (?:(?:[Vv]ol(?:ume)?\.?\s*)?(?P<v8>{_VOLUME}(?:[-–/]\d+)?)\s*\((?P<d8>{_DATED})\))
    | (?:[Vv]ol(?:ume)?\.?\s*(?P<v9>{_VOLUME})(?=,))
    )""",
    re.VERBOSE,
)
"""Volume, issue and date of an issue, in the forms of Chicago 14.171, MHRA 7.4, APA 9.25 and their mixtures.
"""

_LONGEST_TITLE = 400
"""No periodical, its original and its translation in brackets included, has a longer name."""

_OTHER_SIGN = re.compile(r"\(|\bno")
_SERIAL_CODE = re.compile(r"\b[A-Z]{2,}(?:-[A-Z0-9]+){2,}\b")
_HEAD_END = re.compile(
    rf"(?P<gap>[\s,.{BLANK}]+)(?=(?:[Vv]ol|[Nn]os?\b|[Ii]ssues?\b|№|\d|[IVXLC]+(?:,|\s\()))"
)
# "CWIHP Bulletin 6/7, 114": a bulletin by its number alone.
_BULLETIN = re.compile(r"(?<=Bulletin)\s+(?P<number>\d{1,3}(?:\s*[-–/]\s*\d{1,3})?)(?=\s*(?:[,.:]|$))")
_REVIEW_END = re.compile(r",\s+(?=[A-Z][^,]*$)")


def read_periodical(draft: Draft, start: int, marks: Marks, *, titled: bool, within: bool = False) -> bool:
    """Claim container-title, volume, issue and issued from *start* on where a periodical is cited there.

    *titled*: the title of an article stands before it; without, only an issue as a whole counts.  *within*:
    "in" stands before it, which books are introduced by: a volume alone then is that of a book.
    """
    start, end = strip(draft, start, len(draft.rest))
    if start >= end:
        return False
    found = _numbered(draft, start, end)
    if found and not (found[0]["v9"] and (within or not titled or draft.has("publisher"))):
        match, head_end = found
        _claim_container(draft, start, head_end, marks)
        _claim_issue(draft, match)
        _claim_date_behind(draft, match.end())
        return True
    return _by_number_alone(draft, start, end, marks) or (titled and _dated(draft, start, end, marks))


def _numbered(draft: Draft, start: int, end: int) -> tuple[re.Match[str], int] | None:
    """The numbers of an issue behind a container title."""
    last = last_match(_OTHER_SIGN, draft.rest, start)
    signed = last.start() if last else -1
    for head in _HEAD_END.finditer(draft.rest, start, end):
        title = draft.rest[start : head.start()]
        if len(title) > _LONGEST_TITLE:
            break
        if not title.strip(" ,.[]()" + BLANK):
            continue
        match = _NUMBERED.match(draft.rest, head.start())
        if match is None or match.end() <= head.end():
            continue
        lone_volume = match["v9"] and signed < match.end()
        if lone_volume and not is_periodical(title):
            continue
        return match, head.start()
    return None


def _by_number_alone(draft: Draft, start: int, end: int, marks: Marks) -> bool:
    match = _BULLETIN.search(draft.rest, start, end) if "Bulletin" in draft.rest else None
    if match is None:
        return False
    _claim_container(draft, start, match.start(), marks)
    number = re.sub(r"\s*[-–/]\s*", "-", match["number"])
    draft.claim("issue", number, *match.span("number"), "bulletin-number")
    return True


def _claim_container(draft: Draft, start: int, end: int, marks: Marks) -> None:
    """The title of the periodical, and what stands in brackets behind it: original, translation, place."""
    after = end
    for pair in marks.all:
        if not (start < pair.start and pair.end <= end + 1) or BLANK in draft.rest[pair.start : pair.end]:
            continue
        inner = draft.text[pair.start + 1 : pair.end - 1]
        if pair.mark in "(（" and is_original_script(inner):
            _claim_inner(draft, "custom.original-container-title", pair.start, pair.end, "original-container")
        elif pair.mark in "[［":
            _claim_inner(
                draft, "custom.translated-container-title", pair.start, pair.end, "translated-container"
            )
        elif pair.mark in "(（" and inner.isupper() and len(inner) <= 10:
            if pair.end < end - 1:
                continue  # the abbreviation of a body inside the title
            draft.abbreviation, draft.abbreviates = inner, "container-title"
            draft.connect(pair.start, pair.end)
        elif pair.mark in "(（":
            draft.claim("publisher-place", inner, pair.start, pair.end, "periodical-place")
        else:
            continue
        after = min(after, pair.start)
    left, right = strip(draft, start, after)
    if right > left:
        draft.claim("container-title", clean_title(draft.text[left:right]), left, right, "periodical-title")


def _claim_inner(draft: Draft, field: str, start: int, end: int, rule: str) -> None:
    draft.claim(field, clean_title(draft.text[start + 1 : end - 1]), start, end, rule)


def _claim_issue(draft: Draft, match: re.Match[str]) -> None:
    groups = {name: text for name, text in match.groupdict().items() if text}
    volume, issue, date = (next((n for n in groups if n[0] == kind), None) for kind in "vid")
    if volume == "v8" and _numbers_issues(draft, groups["v8"]):
        volume, issue = None, "v8"
    if volume:
        draft.claim("volume", match[volume], *match.span(volume), "periodical-volume")
    if issue:
        value = re.sub(r"\s*[-–—/]\s*", "-", match[issue])
        draft.claim("issue", value, *match.span(issue), "periodical-issue")
    if date:
        found = find_date(draft.text, *match.span(date))
        if found:
            draft.claim("issued", found.date, found.start, found.end, "issue-date")
    for at in range(match.start(), match.end()):
        if draft.rest[at] not in BLANK + " ,.;:()":
            draft.connect(at, at + 1)


def _numbers_issues(draft: Draft, number: str) -> bool:
    """Whether *number*, without "vol." or "no." before the year, is that of an issue.

    Chinese and Russian journals count issues within the year ("Lishi yanjiu, 6 (2000)" is no volume 6), some
    bulletins count issues only, and a range of numbers is a double issue.
    """
    title = str(draft.get("container-title") or "")
    if not number.isdigit() or title.casefold() in en_prints.COUNTED_BY_ISSUES:
        return not re.fullmatch(r"[IVXLC]+", number)
    return int(number) <= 12 and (is_pinyin(title) or draft.has("custom.original-container-title"))


def _claim_date_behind(draft: Draft, at: int) -> None:
    """A date behind the numbers that stands outside brackets: "no. 3, June 1952"; a year after a colon."""
    found = None if draft.has("issued") else find_date(draft.rest, at)
    if found:
        draft.claim("issued", found.date, found.start, found.end, "issue-date")


def _dated(draft: Draft, start: int, end: int, marks: Marks) -> bool:
    """A newspaper or magazine known by its date: "The Times, May 5, 1950, p. 2"; a coded
    serial.
    """
    code = _SERIAL_CODE.search(draft.rest, start, end)
    if code and not date_at(draft.rest, start) and draft.rest[start : code.start()].strip(" ,."):
        _claim_container(draft, start, code.start(), marks)
        draft.claim("number", code[0], *code.span(), "serial-code")
        _claim_date_behind(draft, code.end())
        return True
    found = find_date(draft.rest, start, end)
    if found is None or not found.is_precise or marks.inside(found.start):
        return False
    left, right = strip(draft, start, found.start)
    if right <= left or not _names_periodical(draft, left, right, found):
        return False
    _claim_container(draft, left, right, marks)
    draft.claim("issued", found.date, found.start, found.end, "issue-date")
    return True


def _names_periodical(draft: Draft, left: int, right: int, found: DateMatch) -> bool:
    """Whether ``text[left:right]``, before a date, names a periodical.

    By its words; or, behind a quoted title, because a short name with a full date that is neither a body nor
    a person can be nothing else ("“Reading Gorbachev,” The Spectator, 14 April 2010").
    """
    title = draft.rest[left:right]
    if len(title) > 90:
        return False
    if is_newspaper(title) or is_magazine(title) or is_periodical(title):
        return True
    if "," in title or BLANK in title or len(title.split()) > 5 or not title[0].isupper():
        return False
    if not found.has_day and (draft.locator is None or found.date.season is not None):
        return False
    behind = draft.rest[found.end :].strip(" ,.;:)" + BLANK)
    quoted = draft.text[:left].rstrip(" ,").endswith(("”", '"', "’", "'", "]"))
    bare = title.removeprefix("The ")
    return (
        quoted
        and not behind
        and not draft.has("archive")
        and not is_body(bare)
        and not (bare == title and draft.locator is None and looks_like_people(title) and " " in title)
    )


def read_review(draft: Draft, start: int, marks: Marks) -> bool:
    """ "review of Book, by Author, Journal 6, no. 3 (2006)": a review without a title of its own (Chicago
    14.202).
    """
    if not re.match(r"[Rr]eview of ", draft.rest[start:]):
        return False
    found = _numbered(draft, start, len(draft.rest))
    cut = _REVIEW_END.search(draft.rest, start, found[1]) if found else None
    if cut is None or not read_periodical(draft, cut.end(), marks, titled=True):
        return False
    draft.claim("title", clean_title(draft.text[start : cut.start()]), start, cut.start(), "review-title")
    return True


def translated_behind(draft: Draft, at: int, marks: Marks) -> int:
    """Claim the translation of a title in square brackets at *at*; the place behind it."""
    pair = bracket_at(marks.square, draft, at)
    if pair is None or not re.search(r"[A-Za-z]{3}", draft.text[pair.start : pair.end]):
        return at
    _claim_inner(draft, "custom.translated-title", pair.start, pair.end, "translated-title")
    return pair.end
