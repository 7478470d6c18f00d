"""Documents cited by their archive number at the head.

№16012 罗申致斯大林电：…(1950年10月13日); No.16012，罗申致斯大林电，1950年10月13日; or №16012，第87页.
"""

from __future__ import annotations

import re

from citekit.grammar.chinese import imprint
from citekit.grammar.chinese.correspondence import read_heading
from citekit.grammar.chinese.pages import take_pages
from citekit.grammar.chinese.reading import Reading
from citekit.grammar.chinese.statement import read_names
from citekit.grammar.chinese.titles import Plan
from citekit.recognise.chinese_dates import DATE, date_of

# The number of a document has four to six digits; that of an issue or a box is shorter.
_NUMBER = re.compile(r"(?:№|[Nn]o\.|编号\s?:?)\s?(?P<number>\d{4,6})(?!\d)\s?(?:[,:]\s?(?=[一-鿿]))?")
_DATED = re.compile(r"\s?\(\s?[^()]*?(?P<date>" + DATE.pattern + r")[^()]*\)")
_DATED_BEHIND = re.compile(r"\s?,\s?(?P<date>" + DATE.pattern + r")(?=\s?(?:[,;。]|$))")
_HEADING_END = re.compile(r"[,;]\s?(?:《|载|见|收|第|页|同上|[Pp]{1,2}\.)|《|$")


def take_numbered(reading: Reading, plan: Plan) -> bool:
    """Claim number, heading, date and parties of a document without title marks.

    What stands in 《》 behind it is its container.
    """
    number = _NUMBER.match(reading.shape)
    if number is None:
        return False
    reading.claim("number", number["number"], *number.span(), "zh number of a document")
    start = number.end()
    dated = _DATED.search(reading.shape, start) or _DATED_BEHIND.search(reading.shape, start)
    ahead = _HEADING_END.search(reading.shape, start)
    end = ahead.start() if ahead else len(reading.shape)
    if dated and (ahead is None or dated.start() <= end):
        found = DATE.search(reading.shape, *dated.span())
        if found:
            reading.claim("original-date", date_of(found), *dated.span(), "zh date after a heading")
        end = dated.start()
    take_heading(reading, start, end, "zh heading of a numbered document")
    reading.imply("type", "chapter", *number.span(), "zh numbered document")
    reading.imply("language", "zh", *number.span(), "zh numbered document")
    if plan.main is not None:
        main = plan.main
        reading.claim(
            "container-title", reading.text[slice(*main.inner())], main.start, main.end, "zh container"
        )
        imprint.take_volume(reading, main.end, len(reading.shape))
        take_pages(reading, main.end)
        imprint.take_imprint(reading, main.end)
    else:
        take_pages(reading, end)
    return True


def take_number(reading: Reading) -> None:
    """The archive number behind a title: 《罗申致斯大林电》(1950年10月13日)，№16012，沈志华主编：《…》."""
    signed = ("№" in reading.shape or "编号" in reading.shape) and not reading.has("number")
    number = _NUMBER.search(reading.shape) if signed else None
    if number:
        reading.claim("number", number["number"], *number.span(), "zh number of a document")


def take_heading(reading: Reading, start: int, end: int, rule: str) -> None:
    """Claim the heading of a document as its title, with the kind and the parties that it names."""
    title = reading.shape[start:end].strip(" ,;")
    if not title:
        return
    heading = read_heading(reading.shape[start:end])
    reading.take("title", start, end, rule)
    if heading is None:
        return
    if heading.genre:
        reading.imply("genre", heading.genre, start, end, "zh genre from the heading")
    for name, span in (("author", heading.sender), ("recipient", heading.recipient)):
        if span:
            names, _ = read_names(reading, start + span[0], start + span[1], transcribed=True)
            if names:
                reading.imply(name, names, start + span[0], start + span[1], "zh party from the heading")
