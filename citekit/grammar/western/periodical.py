"""Journals, magazines, newspapers and bulletins: the part of a citation behind the title of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.runs import Marks, bracket_at, clean_title, is_original_script, strip
from citekit.languages.en import MONTHS, SEASONS
from citekit.model import Date
from citekit.recognise.dates import DATE, read_match

_DATE_WORD = "|".join(sorted([*MONTHS, *SEASONS], key=len, reverse=True))
_ROMAN = r"[IVXLC]+"
_ISSUE = r"(?:(?:[Nn]os?|[Ii]ssues?|[Nn]umbers?|№)\.?\s*(?:[Nn]o\.\s*)?)(?P<issue>\d+(?:\s*[-–—/]\s*\d+)?)"
_PAREN_DATE = rf"(?:\s*\((?P<date>[^()]*?(?:1[5-9]|20)\d\d[^()]*)\))"

NUMBERED = re.compile(
    rf"""[\s,.;{BLANK}]*(?:
      (?:[Vv]ol(?:ume)?s?\.?\s*(?P<v1>\d+|{_ROMAN})[,.:]?\s*(?:\d+,\s*)?{_ISSUE}{_PAREN_DATE}?)
    | (?:(?P<v2>\d+|{_ROMAN}),\s*(?:(?P=v2),\s*)?{_ISSUE.replace('issue', 'i2')}{_PAREN_DATE.replace('date', 'd2')}?)
    | (?:{_ISSUE.replace('issue', 'i3')}{_PAREN_DATE.replace('date', 'd3')}?)
    | (?:(?P<v4>\d+)\s*[:/.]\s*(?P<i4>\d+(?:[-–]\d+)?){_PAREN_DATE.replace('date', 'd4')})
    | (?:(?P<v7>\d+)\((?P<i7>\d+(?:[-–]\d+)?)\)(?:\s*[,:(]\s*(?P<d7>(?:1[5-9]|20)\d\d)\)?)?)
    | (?:(?:[Vv]ol(?:ume)?\.?\s*)?(?P<v5>\d+|{_ROMAN}){_PAREN_DATE.replace('date', 'd5')})
    | (?:[Vv]ol(?:ume)?\.?\s*(?P<v6>\d+|{_ROMAN})(?=,))
    )""",
    re.VERBOSE,
)
"""Volume, issue and date of an issue, in the forms of Chicago 14.171, MHRA 7.4 and their mixtures."""

_SERIAL_CODE = re.compile(r"\b[A-Z]{2,}(?:-[A-Z0-9]+){2,}\b")
_HEAD_END = re.compile(rf"(?P<gap>[\s,.{BLANK}]+)(?=(?:[Vv]ol|[Nn]os?\b|[Ii]ssues?\b|№|\d|{_ROMAN},))")

_NEWSPAPER = re.compile(
    r"\b(?:times|post|herald|tribune|news|gazette|daily|weekly|star|globe|guardian|telegraph|observer|chronicle|"
    r"press|pravda|izvestiia|izvestiya|izvestia|ribao|bao|sun|mail|express|journal-constitution|dispatch|examiner|"
    r"inquirer|courier|monitor|press-gazette|register|sentinel|zeitung|monde|figaro|independent|republic|"
    r"zvezda|trud|evening|morning|sunday)\b|(?:ribao|bao)$|-gazette\b",
    re.IGNORECASE,
)
_MAGAZINE = re.compile(r"^(?:time|life|newsweek|look|spark|ogonek|ogonyok|the nation|fortune|harper|atlantic|the economist|the new yorker)\b", re.IGNORECASE)
PERIODICAL_WORD = re.compile(
    r"\b(?:journal|review|quarterly|bulletin|studies|history|affairs|magazine|annals|proceedings|transactions|zeitschrift|revue|yanjiu|xuebao|wenxian|lishi|vestnik|voprosy)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Issue:
    volume: tuple[str, int, int] | None
    issue: tuple[str, int, int] | None
    date: tuple[Date, int, int] | None


def read_periodical(draft: Draft, start: int, marks: Marks, *, titled: bool) -> bool:
    """Claim container-title, volume, issue and issued from *start* on where a periodical is cited there.

    *titled*: the title of an article stands before it; without, only an issue as a whole counts.
    """
    start, end = strip(draft, start, len(draft.rest))
    if start >= end:
        return False
    found = _numbered(draft, start, end)
    if found:
        match, head_end = found
        _claim_container(draft, start, head_end, marks)
        _claim_issue(draft, match)
        _claim_rest(draft, match.end())
        return True
    return titled and _dated(draft, start, end, marks)


def _numbered(draft: Draft, start: int, end: int) -> tuple[re.Match[str], int] | None:
    """The numbers of an issue behind a container title."""
    for head in _HEAD_END.finditer(draft.rest, start, end):
        if head.start() == start and not draft.rest[start].isalpha():
            continue
        match = NUMBERED.match(draft.rest, head.start())
        if match and match.end() > head.end() and draft.rest[start : head.start()].strip(" ,." + BLANK):
            if match["v6"] and not re.search(r"\(|\bno", draft.rest[match.end() :]) and not PERIODICAL_WORD.search(draft.rest[start : head.start()]):
                continue
            inside = draft.rest[start : head.start()]
            if "(" in inside.replace("(" + BLANK, ""):
                inside = inside.split("(")[0]
            return match, head.start()
    return None


def _claim_container(draft: Draft, start: int, end: int, marks: Marks) -> None:
    """The title of the periodical, and the original title in brackets behind it."""
    for pair in marks.round:
        if start <= pair.start < end and is_original_script(draft.text[pair.start + 1 : pair.end - 1]):
            draft.claim(
                "custom.original-container-title", clean_title(draft.text[pair.start + 1 : pair.end - 1]),
                pair.start, pair.end, "original-container",
            )  # fmt: skip
            end = min(end, pair.start)
    for pair in marks.round:
        if start < pair.start and pair.end <= end + 1 and BLANK not in draft.rest[pair.start : pair.end]:
            inner = draft.text[pair.start + 1 : pair.end - 1]
            if inner.isupper() and len(inner) <= 10 and pair.end < end - 1:
                continue  # the abbreviation of a body inside the title
            if inner.isupper() and len(inner) <= 10:
                draft.abbreviation, draft.abbreviates = inner, "container-title"
                draft.connect(pair.start, pair.end)
            else:
                draft.claim("publisher-place", inner, pair.start, pair.end, "periodical-place")
            end = min(end, pair.start)
    left, right = strip(draft, start, end)
    if right > left:
        draft.claim("container-title", clean_title(draft.text[left:right]), left, right, "periodical-title")


def _claim_issue(draft: Draft, match: re.Match[str]) -> None:
    groups = match.groupdict()
    volume = next((k for k in ("v1", "v2", "v4", "v5", "v6", "v7") if groups.get(k)), None)
    issue = next((k for k in ("issue", "i2", "i3", "i4", "i7") if groups.get(k)), None)
    date = next((k for k in ("date", "d2", "d3", "d4", "d5", "d7") if groups.get(k)), None)
    if volume == "v5" and _numbers_issues(draft, match[volume]):
        volume, issue = None, "v5"
    if volume:
        draft.claim("volume", match[volume], match.start(volume), match.end(volume), "periodical-volume")
    if issue:
        value = re.sub(r"\s*[-–—/]\s*", "-", match[issue])
        draft.claim("issue", value, match.start(issue), match.end(issue), "periodical-issue")
    if date:
        _claim_date(draft, match.start(date), match.end(date))
    for at in range(match.start(), match.end()):
        if draft.rest[at] not in BLANK + " ,.;:()":
            draft.connect(at, at + 1)


def _numbers_issues(draft: Draft, number: str) -> bool:
    """Chinese and Russian journals count issues within the year: "Junshi lishi, 6 (2000)" is no volume 6."""
    from citekit.grammar.western.kinds import is_pinyin

    title = str(draft.get("container-title") or "")
    return number.isdigit() and int(number) <= 12 and (is_pinyin(title) or draft.has("custom.original-container-title"))


def _claim_date(draft: Draft, start: int, end: int) -> None:
    match = DATE.search(draft.text, start, end)
    date = read_match(match) if match else None
    if match and date:
        draft.claim("issued", date, match.start(), match.end(), "issue-date")


def _claim_rest(draft: Draft, at: int) -> None:
    """A date behind the numbers that stands outside brackets: "no. 3, June 1952"; a year after a colon."""
    if draft.has("issued"):
        return
    match = DATE.search(draft.rest, at)
    date = read_match(match) if match else None
    if match and date:
        draft.claim("issued", date, match.start(), match.end(), "issue-date")


def _dated(draft: Draft, start: int, end: int, marks: Marks) -> bool:
    """A newspaper or magazine known by its date: "The New York Times, June 5, 1919, p. 12"; a coded serial."""
    code = _SERIAL_CODE.search(draft.rest, start, end)
    if code and not DATE.match(draft.rest, start) and draft.rest[start : code.start()].strip(" ,."):
        _claim_container(draft, start, code.start(), marks)
        draft.claim("number", code[0], code.start(), code.end(), "serial-code")
        _claim_rest(draft, code.end())
        return True
    match = DATE.search(draft.rest, start, end)
    date = read_match(match) if match else None
    if match is None or date is None or marks.inside(match.start()):
        return False
    left, right = strip(draft, start, match.start())
    title = draft.text[left:right]
    if right <= left or len(title) > 90 or not (is_newspaper(title) or is_magazine(title) or PERIODICAL_WORD.search(title)):
        return False
    if len(date.parts[0]) < 2 and date.season is None:
        return False
    _claim_container(draft, left, right, marks)
    draft.claim("issued", date, match.start(), match.end(), "issue-date")
    return True


def is_newspaper(title: str) -> bool:
    """Whether a container title has a word that newspapers have."""
    return _NEWSPAPER.search(title) is not None


def is_magazine(title: str) -> bool:
    """Whether a container title is that of a general magazine."""
    return _MAGAZINE.search(title) is not None
