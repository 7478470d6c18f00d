"""Documents in entries by GB/T 7714 [A]: their headings, and shelf marks that are not Chinese.

"Doe to Roe, telegram, 1951-03-03[A]//...", "某致某电, 1950-10-13, № 16012[A]//...",
"РГАСПИ, Ф. 558. Оп. 11[A]: Л. 5".
"""

from __future__ import annotations

import re

from citekit import archives
from citekit.grammar.chinese.numbered import take_heading
from citekit.grammar.chinese.reading import Reading, trim
from citekit.grammar.context import Context
from citekit.grammar.gost import latin
from citekit.grammar.gost.window import Window
from citekit.recognise.chinese_dates import DATE, date_of
from citekit.recognise.dates import read_date

TRANSLATION = re.compile(r"(?P<title>[^\[\]]*[^\[\]\s])\s\[(?P<translation>[^\[\]]*[A-Za-z]{3}[^\[\]]*)\]")
"""A romanised title with its translation in brackets."""

_NUMBER = re.compile(r"\s?,\s?№\s?(?P<number>[0-9]+(?:,\s?[0-9]+)*)$")
_DAY = re.compile(rf"\s?,\s?(?P<date>[12][0-9]{{3}}(?:-[0-9]{{2}}){{1,2}}|{DATE.pattern})$")
_HAN = re.compile(r"[一-鿿]")
_LEAVES = re.compile(r"\s?[:.]\s?(?:ll?|[Лл]|pp?|P)\.\s?[0-9]")


def read(reading: Reading, start: int, stop: int) -> bool:
    """Read the heading of a document in ``start:stop``; False where nothing says that it is one."""
    text = reading.text
    if latin.is_latin(text[start:stop]) and not _HAN.search(text[start:stop]):
        return latin.read_heading(reading, Window(start, stop), Context(reading.evidence), printed=True)
    start, stop = trim(reading.shape, start, stop)
    number = _NUMBER.search(reading.shape, start, stop)
    stop = number.start() if number else stop
    day = _DAY.search(reading.shape, start, stop)
    if number is None and day is None:
        return False
    stop = day.start() if day else stop
    if number:
        reading.claim("number", number["number"], *number.span(), "GB/T 7714 number of a document")
    if day:
        written = read_date(day["date"]) or date_of(DATE.search(day["date"]))  # type: ignore[arg-type]
        reading.claim("original-date", written, *day.span(), "GB/T 7714 date of a document")
    take_heading(reading, start, stop, "GB/T 7714 heading of a document")
    return True


def read_file(reading: Reading) -> None:
    """A shelf mark of a Russian or Western archive, behind the mark or before it ("РГАСПИ, Ф. 558[A]")."""
    found = [one for one in archives.find(reading.text) if one.scheme != "numero" and one.level != "item"]
    if not found or reading.has("archive_location"):
        return
    unit = found[0]
    start, end = unit.span.start + reading.base, unit.span.end + reading.base
    reading.fields = [f for f in reading.fields if not (f.span.start < end and start < f.span.end)]
    for name, part in (
        ("archive", unit.repository),
        ("archive_collection", unit.collection),
        ("archive_location", unit.location),
    ):
        if part is not None and not reading.has(name):
            words = part.text.strip(" ,")
            reading.claim(name, words, part.span.start, part.span.end, f"archive-{unit.scheme}")
