"""Archival documents printed in a collection: "№01234 A to B: ... (May 5, 1950)" and its
like.
"""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.grammar.western.parties import (
    Parties,
    chinese_genre,
    english_genre,
    names_document,
    read_parties,
    sent_by_heading,
)
from citekit.grammar.western.runs import (
    Marks,
    bracket_at,
    clean_title,
    is_original_script,
    original_at_end,
    skip,
)
from citekit.model import Date
from citekit.names import Evidence
from citekit.recognise.dates import date_at, find_dates, read_date

NUMBER = re.compile(r"(?:№|N[oº°]\.?)\s?(?P<number>\d{4,6})\b\s*")
"""The number of a document in a numbered series: four to six digits, unlike the numbers of issues."""

_BEHIND = re.compile(r",|[.]?\s*in\s", re.IGNORECASE)
_DATE_AT_END = re.compile(r"\s*[(（](?P<date>[^()（）]*\d{4}[^()（）]*)[)）][.,]?\s*$")
_CHINESE_DATE = re.compile(r"(?P<y>\d{4})\s*年(?:\s*(?P<m>\d{1,2})\s*月)?(?:\s*(?P<d>\d{1,2})\s*日)?")


def find_numbered(draft: Draft, marks: Marks) -> tuple[int, int] | None:
    """Where an unquoted numbered heading stands: from its № to its date, or to the original in brackets."""
    match = NUMBER.search(draft.rest)
    if match is None or marks.inside(match.start()):
        return None
    if _BEHIND.match(draft.rest, match.end()) and any(q.end <= match.start() for q in marks.quotations):
        return None  # the number of the document whose title stands before it
    for pair in marks.round:
        if pair.start > match.end():
            inner = draft.text[pair.start + 1 : pair.end - 1]
            if is_original_script(inner):
                return match.start(), pair.start
            if read_heading_date(inner):
                return match.start(), pair.end
    end = draft.rest.find(",", match.end())
    return match.start(), end if end > 0 else len(draft.rest)


def read_heading_date(text: str) -> Date | None:
    """The date in the brackets of a heading, English or Chinese; "before October 19, 1950" keeps its
    words.
    """
    chinese = _CHINESE_DATE.search(text)
    if chinese:
        parts = tuple(int(g) for g in (chinese["y"], chinese["m"], chinese["d"]) if g)
        return Date((parts,))
    match = re.match(
        r"\s*(?:before|after|around|about|not later than|no later than|circa|ca?\.)\s+(?P<date>.+)$",
        text,
        re.IGNORECASE,
    )
    date = read_date(match["date"] if match else text)
    return Date(date.parts, literal=text.strip(), circa=date.circa) if date and match else date


def read_heading(draft: Draft, start: int, end: int, marks: Marks, evidence: Evidence) -> int:
    """Claim the heading ``text[start:end]`` of a printed document and the original heading behind it.

    Gives number, original-date, title, author (sender), recipient and genre; returns the place after it.
    """
    inner = draft.text[start:end]
    at = start
    number = NUMBER.match(inner.lstrip("\"“”'‘ "))
    if number:
        lead = len(inner) - len(inner.lstrip("\"“”'‘ "))
        draft.claim("number", number["number"], start + lead, start + lead + number.end(), "heading-number")
        at = start + lead + number.end()
    if at == start and inner[:1] in "\"“„«‘'":
        at += 1
    close = len(inner.rstrip("\"“”»'’.,; "))
    if inner[close : close + 1] in ("’", "'") and inner[0] not in "‘'":
        close += 1  # the apostrophe of "Years'" belongs to the title
    body = draft.text[at : start + close]
    dated = _DATE_AT_END.search(body)
    if dated:
        date = read_heading_date(dated["date"])
        if date:
            draft.claim(
                "original-date", date, at + dated.start("date"), at + dated.end("date"), "heading-date"
            )
            body = body[: dated.start()]
    inside = original_at_end(body)
    if inside:
        span = (at + inside.start("original"), at + inside.end("original"))
        draft.claim("original-title", inside["original"], *span, "original-in-heading")
        body = body[: inside.start()]
    title = clean_title(body)
    after, original = (end, inside["original"]) if inside else _original_heading(draft, end, marks)
    genre = chinese_genre(original) if original else ""
    known = bool(number) or bool(original and (names_document(original) or (genre and english_genre(title))))
    parties = read_parties(title, evidence, certain=known)
    if not parties.sender and not draft.has("original-date"):
        parties = _sent_on_a_day(draft, title, at, end, evidence)
    if title:  # a date alone between quotation marks is no title
        draft.claim("title", title, at, at + len(body), "quoted-title")
    if parties.sender:
        draft.imply("author", parties.sender, at, at + len(body), "heading-parties")
    if parties.recipient:
        draft.imply("recipient", parties.recipient, at, at + len(body), "heading-parties")
    genre = genre or parties.genre or (english_genre(title) if known else "")
    if genre and (known or parties.sender):
        draft.imply("genre", genre, at, at + len(body), "heading-genre")
    return after


def _sent_on_a_day(draft: Draft, title: str, start: int, end: int, evidence: Evidence) -> Parties:
    """The parties of a heading that ends with a day, or stands before one."""
    parties = sent_by_heading(title, evidence)
    if not parties.recipient:
        return Parties()
    dates = [found for found in find_dates(title) if found.has_day]
    last = dates[-1] if dates else None
    if last and not title[last.end :].strip(" .,"):
        at = draft.text.index(title[last.start : last.end], start)
        draft.imply("original-date", last.date, at, at + last.end - last.start, "date-in-title")
        return parties
    behind = date_at(draft.rest, skip(draft, end))
    return parties if behind and behind.has_day else Parties()


def _original_heading(draft: Draft, at: int, marks: Marks) -> tuple[int, str]:
    """Claim the heading in its own script, in brackets right behind the translated one."""
    pair = bracket_at(marks.round, draft, at)
    if pair is None:
        return at, ""
    inner = draft.text[pair.start + 1 : pair.end - 1]
    if not is_original_script(inner):
        return at, ""
    shift = pair.start + 1
    number = NUMBER.match(inner.lstrip("《 "))
    body_at = 0
    if number:
        body_at = len(inner) - len(inner.lstrip("《 ")) + number.end()
    body = inner[body_at:].rstrip("》 .。")
    dated = _DATE_AT_END.search(body)
    if dated and read_heading_date(dated["date"]):
        date = read_heading_date(dated["date"])
        if date and not draft.has("original-date"):
            draft.imply(
                "original-date",
                date,
                shift + body_at + dated.start(),
                shift + body_at + dated.end(),
                "original-heading-date",
            )
        body = body[: dated.start()]
    original = clean_title(body.replace("《", "", 1) if body.count("《") > body.count("》") else body)
    draft.claim("original-title", original, pair.start, pair.end, "original-heading")
    return pair.end, original


def is_document(draft: Draft) -> bool:
    """Whether what was read is an archival document: numbered, or sent by someone, or of a documentary
    genre.
    """
    numbered = any(f.rule == "heading-number" for f in draft.fields)
    return numbered or draft.has("recipient") or (draft.has("genre") and draft.has("author"))
