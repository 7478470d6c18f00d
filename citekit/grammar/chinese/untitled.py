"""Citations without a title in brackets: documents of archives, interviews, references backwards."""

from __future__ import annotations

from citekit.grammar.chinese import archival, imprint
from citekit.grammar.chinese.correspondence import Heading, read_heading
from citekit.grammar.chinese.kind import INTERVIEW
from citekit.grammar.chinese.pages import take_pages
from citekit.grammar.chinese.reading import Reading, chunks
from citekit.grammar.chinese.statement import read_names
from citekit.recognise.chinese_dates import DATE, NUMERIC_DATE, date_of


def read_untitled(reading: Reading) -> None:
    """A citation without a title in brackets: a document of an archive, or a reference backwards."""
    take_pages(reading, 0)
    if reading.back is not None:
        imprint.take_section(reading, 0, len(reading.shape), False)
        imprint.take_volume(reading, 0, len(reading.shape))
        return
    pieces = chunks(reading.shape, 0, len(reading.shape))
    heading = read_heading(reading.shape[slice(*pieces[0])]) if pieces else None
    if heading is not None and heading.recipient is not None:
        _take_untitled_letter(reading, pieces[0], heading)
    _take_untitled_date(reading)
    archived = archival.take_holding(reading, 0)
    if not archived:
        imprint.take_volume(reading, 0, len(reading.shape))
        if (not reading.fields and reading.locator is not None) or (
            reading.has("volume") and len(reading.fields) == 1
        ):
            reading.back = "elided"
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
