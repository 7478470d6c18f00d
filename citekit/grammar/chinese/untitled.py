"""Citations without a title in brackets: documents of archives, interviews, references backwards."""

from __future__ import annotations

import re

from citekit.grammar.chinese import archival, imprint
from citekit.grammar.chinese.correspondence import Heading, read_heading
from citekit.grammar.chinese.kind import INTERVIEW
from citekit.grammar.chinese.pages import take_bare_pages, take_pages
from citekit.grammar.chinese.reading import Reading, chunks
from citekit.grammar.chinese.statement import read_names
from citekit.model import Date
from citekit.recognise.chinese_dates import DATE, NUMERIC_DATE, REIGN_DATE, date_of

_JUDGMENT = re.compile(
    r"(?:^|(?P<case>^[^,]{4,60}案)\s?,\s?)(?P<court>[^,()]*法院)\s?(?P<number>[(\[]\s?[12][0-9]{3}\s?[)\]][^,]{2,24}?号)\s?"
    r"(?P<genre>[^,]{0,6}(?:判决书|裁定书|决定书|调解书))"
)
_DATED_HEAD = re.compile(r"(?P<head>[^,:()《》“”]{4,40})\s?[,(]\s?")


def read_untitled(reading: Reading) -> None:
    """A citation without a title in brackets: a document of an archive, or a reference backwards."""
    take_pages(reading, 0)
    if reading.back is not None:
        imprint.take_section(reading, 0, len(reading.shape), False)
        imprint.take_volume(reading, 0, len(reading.shape))
        take_bare_pages(reading, 0)
        return
    pieces = chunks(reading.shape, 0, len(reading.shape))
    heading = read_heading(reading.shape[slice(*pieces[0])]) if pieces else None
    if heading is not None and heading.recipient is not None:
        _take_untitled_letter(reading, pieces[0], heading)
    _take_untitled_date(reading)
    if _take_judgment(reading):
        return
    archived = archival.take_holding(reading, 0)
    if not archived:
        imprint.take_volume(reading, 0, len(reading.shape))
        if (not reading.fields and reading.locator is not None) or (
            reading.has("volume") and len(reading.fields) == 1
        ):
            reading.back = "ibid"  # 第2卷，第515页: another place of the work just cited
    left = chunks(reading.shape, 0, len(reading.shape))
    if heading is not None and heading.recipient is None and heading.genre:
        reading.imply("genre", heading.genre, *pieces[0], "zh genre from the heading")
    if (
        left
        and reading.back is None
        and (heading is None or heading.recipient is None)
        and left[0][0] < 4
        and not reading.has("title")
    ):
        reading.take("title", *left[0], "zh untitled description")
    _decide_untitled(reading, archived, heading)


def take_letter_before(reading: Reading, stop: int) -> bool:
    """王平致李明函，1925年4月12日，某某编：《…》: a letter, no title marks, and the book that prints it."""
    found = _DATED_HEAD.match(reading.shape, 0, stop)
    heading = read_heading(found["head"]) if found else None
    if found is None or heading is None or not (heading.sender and heading.recipient):
        return False
    dated = DATE.match(reading.shape, found.end()) or REIGN_DATE.match(reading.shape, found.end())
    if dated is None:
        return False
    _take_untitled_letter(reading, found.span("head"), heading)
    reading.imply(
        "title", reading.text[slice(*found.span("head"))], *found.span("head"), "zh printed heading"
    )
    if dated.re is DATE:
        reading.claim("original-date", date_of(dated), *dated.span(), "zh date of a document")
    else:
        reading.claim(
            "custom.original-date-literal", reading.text[slice(*dated.span())], *dated.span(), "zh reign date"
        )
    return True


def _take_judgment(reading: Reading) -> bool:
    """包郑照诉…案，浙江省高级人民法院（1988）浙法民上字7号民事判决书 (《法学引注手册》: 司法案例)."""
    found = _JUDGMENT.search(reading.shape)
    if found is None:
        return False
    if found["case"]:
        reading.take("title", *found.span("case"), "zh name of a case")
    reading.take("authority", *found.span("court"), "zh court")
    reading.take("number", *found.span("number"), "zh number of a case")
    reading.take("genre", *found.span("genre"), "zh kind of judgment")
    year = re.search(r"[12][0-9]{3}", found["number"])
    if year:
        reading.imply("issued", Date(((int(year[0]),),)), *found.span("number"), "zh year of a case")
    reading.imply("type", "legal_case", *found.span("genre"), "zh judgment")
    reading.imply("language", "zh", 0, len(reading.text), "zh language")
    return True


def _take_untitled_letter(reading: Reading, span: tuple[int, int], heading: Heading) -> None:
    start, end = span
    if heading.genre:
        reading.imply("genre", heading.genre, start, end, "zh genre from the heading")
    for role, part in (("author", heading.sender), ("recipient", heading.recipient)):
        if part:
            names, _ = read_names(reading, start + part[0], start + part[1], transcribed=True)
            if names:
                reading.imply(role, names, start + part[0], start + part[1], f"zh {role} from the heading")
    reading.connect(start, end)


def _take_untitled_date(reading: Reading) -> None:
    for pattern in (DATE, NUMERIC_DATE):
        found = pattern.search(reading.shape)
        if found and not reading.has("original-date"):
            reading.claim("original-date", date_of(found), *found.span(), "zh date of a document")


def _decide_untitled(reading: Reading, archived: bool, heading: Heading | None) -> None:
    if reading.back is not None:
        return
    if heading is not None and heading.recipient is not None:
        kind = "personal_communication"
    elif INTERVIEW.search(reading.whole):
        kind = "interview"
    else:
        kind = "document"
    reading.imply("type", kind, 0, len(reading.text), "zh " + kind)
    reading.imply("language", "zh", 0, len(reading.text), "zh language")
