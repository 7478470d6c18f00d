"""Entries by GB/T 7714: 作者. 题名[M]. 2版. 北京: 人民出版社, 1991: 33."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.grammar.chinese import archival
from citekit.grammar.chinese import gbt_documents as documents
from citekit.grammar.chinese.academic import LAW
from citekit.grammar.chinese.correspondence import read_heading
from citekit.grammar.chinese.gbt_names import STOP, split_author, take_authors
from citekit.grammar.chinese.gbt_tail import JOURNAL, date_of_numbers, take_book_tail, take_journal, take_tail
from citekit.grammar.chinese.reading import Reading, trim
from citekit.grammar.chinese.statement import read_names
from citekit.grammar.chinese.web import take_web
from citekit.grammar.western.runs import original_at_end
from citekit.languages import zh
from citekit.model import Name
from citekit.names import is_body
from citekit.recognise.chinese_dates import DATE, NUMERIC_DATE, date_of
from citekit.recognise.chinese_numbers import arabic
from citekit.recognise.chinese_shape import shape

# GB/T 7714-2015, annex B, tables B.1 and B.2, and further marks in use: [K] reference works, [PP] preprints.
_MARK = re.compile(
    r"\[\s?(?P<kind>M|C|N|J|D|R|S|P|G|A|Z|K|DB|CP|EB|CM|DS|PP)\s?(?P<carrier>/\s?(?:MT|DK|CD|OL))?\s?\]"
)
_TYPES = {
    "M": "book", "C": "book", "G": "book", "K": "book", "N": "article-newspaper", "J": "article-journal",
    "D": "thesis", "R": "report", "S": "standard", "P": "patent", "A": "document", "Z": "document",
    "DB": "dataset", "DS": "dataset", "CP": "software", "EB": "webpage", "CM": "map", "PP": "article",
}  # fmt: skip
_FULL_STOP = re.compile(r"\s?\.\s?")
_HOST = re.compile(r"\s?(?://|\.\s?(?:见|载|In)\s?:|\.?\s?见\s?:)\s?")
_VOLUME_AT_END = re.compile(
    r"(?P<before>[\s:(,]*)(?P<volume>(?:第\s?[0-9〇一二三四五六七八九十百]+\s?(?:卷|册|辑|编|集|部)|"
    r"(?<!案)卷\s?[0-9〇一二三四五六七八九十]+|[上中下](?:卷|册|编|集))(?:[上中下]册?)?|"
    r"[Vv]ols?\.?\s?[0-9]+(?:-[0-9]+)?|v\.\s?[0-9]+)[)]?\s?$"
)
_HOLDING_AT_END = re.compile(
    r"[:,]\s?(?P<location>(?:全宗|档号|卷宗|目录|案卷|档案号).*|[A-Z]{0,3}[0-9]+(?:-[0-9A-Za-z]+)+)$"
)
_NUMBER_AT_END = re.compile(r"[:,]\s?(?P<number>[A-Z]{0,4}(?:/[A-Z])?[\s-]?[0-9][0-9A-Za-z.\-/ ]*)\s?$")
_UNMARKED = re.compile(
    r"^(?P<who>[一-鿿·\s,、A-Z()\[\]]{2,60}?(?:[,.(]\s?[12][0-9]{3}[a-z]?\)?)?)\.\s?(?P<title>[^.]{2,120})\."
    r"(?:(?P<book>(?:[^.:]{1,30}\.)?\s?[一-鿿]{2,6}\s?:\s?[^.:]{2,30})|"
    r"(?P<journal>\s?[^.:,]{2,30}\s?[,(]\s?[^.]*[0-9].*))"
)
_BODY = re.compile(r"\s*(?P<body>(?:[A-Z]\.){2,}\s[A-Z][^.:]{3,80})\.\s?")
_IMPRINT_AHEAD = re.compile(
    r"\.\s?(?:[0-9]+(?:\s?版|(?:st|nd|rd|th) ed)\.\s?)?"
    r"[^.:]{1,30}(?:[A-Z]\.[^.:]{0,10})?\s?:\s?[^:]+?,\s?\[?[12c]"
)
_PAGES_AT_END = re.compile(r":\s?[0-9]+(?:[-,]\s?[0-9]+)*\s?\.?$")
_ACCESS = re.compile(r"\[\s?(?P<date>[12][0-9]{3}-[0-9]{1,2}(?:-[0-9]{1,2})?)\s?\]")
_PUBLISHED = re.compile(r"[(]\s?(?P<date>[12][0-9]{3}(?:-[0-9]{1,2}){0,2})\s?[)]")


def is_gbt(shape: str) -> bool:
    """Whether the citation bears the mark of the kind of its source, [M], [J/OL] (GB/T 7714-2015, 8.5)."""
    return "[" in shape and _MARK.search(shape) is not None


def is_unmarked(shape: str) -> bool:
    """Whether the citation has the order and the full stops of GB/T 7714, but no mark."""
    return "《" not in shape and "." in shape and _UNMARKED.match(shape) is not None


def parse_gbt(reading: Reading) -> None:
    """Read an entry by GB/T 7714."""
    take_web(reading)
    mark = _MARK.search(reading.shape)
    if mark is None:
        _parse_unmarked(reading)
        return
    _take_electronic_dates(reading, mark.end())
    _take_head(reading, 0, mark.start(), mark["kind"], "title")
    host = _HOST.match(reading.shape, mark.end())
    second = _MARK.search(reading.shape, mark.end())
    if host is None and second and mark["kind"] in "AMC":
        host = _FULL_STOP.match(reading.shape, mark.end())  # GB/T 7714-2005: 题名[A]. 编者. 文集[C].
    if host and mark["kind"] != "J":
        reading.connect(mark.start(), host.end())
        _take_host(reading, host.end())
        kind = "chapter"
    else:
        reading.connect(*mark.span())
        kind = _TYPES[mark["kind"]]
        if kind == "document":
            _take_archived(reading, mark.end())
            documents.read_file(reading)
        if host:
            reading.connect(*host.span())
        take_tail(reading, mark.end(), mark["kind"])
    if kind == "document" and mark["kind"] == "A":
        _publisher_as_archive(reading)
        _year_as_its_own(reading)
        kind = _take_parties(reading, mark.start()) or kind
    if mark["kind"] == "Z" and LAW.search(reading.whole[: mark.start()]):
        kind = "legislation"
    if kind == "document" and mark["kind"] == "Z" and reading.has("publisher"):
        kind = "book"
    reading.imply("type", kind, *mark.span(), "GB/T 7714 8.5 kind of source")
    _imply_language(reading, mark.start())


def _parse_unmarked(reading: Reading) -> None:
    """An entry without the mark of its kind: a journal by its volume and pages, else a book."""
    found = _UNMARKED.match(reading.shape)
    if found is None:
        return
    take_authors(reading, 0, found.end("who"), "author")
    _take_title(reading, "title", *trim(reading.shape, *found.span("title")))
    start = found.end("title")
    begin, stop = trim(reading.shape, start, len(reading.shape))
    journal = JOURNAL.match(reading.shape[begin:stop]) if found["journal"] else None
    if journal:
        take_journal(reading, begin, journal)
    else:
        take_book_tail(reading, begin, stop, "M")
    reading.imply(
        "type",
        "article-journal" if journal else "book",
        0,
        found.end("title"),
        "order of GB/T 7714 without a mark",
    )
    _imply_language(reading, found.end("title"))


def _take_electronic_dates(reading: Reading, start: int) -> None:
    """(2000-10-11)[2001-01-11]: day of publication and day of access (GB/T 7714-2015, 8.8)."""
    access = _ACCESS.search(reading.shape, start)
    if access and not reading.has("accessed"):
        reading.claim(
            "accessed", date_of_numbers(access["date"]), *access.span(), "GB/T 7714 8.8 day of access"
        )
    published = _PUBLISHED.search(reading.shape, start) if reading.has("URL") or access else None
    if published and "-" in published["date"]:
        reading.claim(
            "issued",
            date_of_numbers(published["date"]),
            *published.span(),
            "GB/T 7714 8.8 day of publication",
        )


def _take_head(reading: Reading, start: int, stop: int, kind: str, field: str) -> None:
    """Authors and title before the mark, or before the end of a host."""
    if field == "title" and documents.read(reading, start, stop):
        return
    volume = _VOLUME_AT_END.search(reading.shape, start, stop)
    if volume and volume.start() > start:
        words = reading.whole[slice(*volume.span("volume"))]
        digits = re.search(r"[0-9]+-[0-9]+|[0-9〇一二三四五六七八九十百]+", words)
        value = (
            reading.text[slice(*volume.span("volume"))]
            if digits is None or (words[-1:] in "册卷上中下" and words[0] != "第" and words[0] != "卷")
            else arabic(digits[0])
        )
        reading.claim("volume", value, *volume.span(), "GB/T 7714 8.2.3 volume")
        stop = volume.start()
    body = _BODY.match(reading.shape, start, stop)
    if body and is_body(body["body"]):  # "U.S. Department of State. Title": its first stop ends no author
        reading.claim("author", (Name(literal=body["body"]),), *body.span("body"), "GB/T 7714 8.1 body")
        start = body.end()
    split = None if body and reading.has("author") else split_author(reading.shape, start, stop)
    if split is not None:
        take_authors(reading, start, split[0], "author" if field == "title" else "editor")
        start = split[1]
    start, stop = trim(reading.shape, start, stop)
    if kind == "A":
        holding = _HOLDING_AT_END.search(reading.shape, start, stop)
        if holding:
            reading.take("archive_location", *holding.span("location"), "GB/T 7714 shelf mark")
            start, stop = trim(reading.shape, start, holding.start())
    if kind in "PSR":
        number = _NUMBER_AT_END.search(reading.shape, start, stop)
        if number and (kind != "R" or number["number"][:1].isalpha()):
            reading.take("number", *number.span("number"), "GB/T 7714 number of a document")
            reading.connect(number.start(), number.start("number"))
            start, stop = trim(reading.shape, start, number.start())
    _take_title(reading, field, *trim(reading.shape, start, stop))


def _take_title(reading: Reading, field: str, start: int, stop: int) -> None:
    value = reading.text[start:stop]
    translated = documents.TRANSLATION.fullmatch(value)
    if translated:
        name = "custom.translated-title" if field == "title" else "custom.translated-container-title"
        reading.claim(
            field, translated["title"], start, start + translated.end("title"), "GB/T 7714 8.2 title"
        )
        span = (start + translated.start("translation") - 1, stop)
        reading.claim(name, translated["translation"], *span, "translation in brackets")
        return
    original = original_at_end(value)
    if original and re.search("[A-Za-z]", value[: original.start()]):
        name = "original-title" if field == "title" else "custom.original-container-title"
        reading.claim(
            field, value[: original.start()], start, start + original.start(), "GB/T 7714 8.2 title"
        )
        reading.claim(name, original["original"], start + original.start(), stop, "original in brackets")
        return
    if reading.whole[start : start + 1] in "《〈“" and reading.whole[stop - 1 : stop] in "》〉”":
        value = value[1:-1]
    if value:
        reading.claim(field, value, start, stop, "GB/T 7714 8.2 title")


def _take_host(reading: Reading, start: int) -> None:
    """The book behind //: its editors, title and imprint."""
    mark = _MARK.search(reading.shape, start)
    stop = mark.start() if mark else _imprint_start(reading.shape, start)
    _take_head(reading, start, stop, "M", "container-title")
    if mark:
        reading.connect(*mark.span())
    take_tail(reading, mark.end() if mark else stop, "C")


def _imprint_start(shape: str, start: int) -> int:
    """Where the title of an unmarked host ends: before the piece with "place: publisher, year"."""
    stops = [
        m.start()
        for m in STOP.finditer(shape, start, len(shape.rstrip(" .")))
        if not shape[start : m.start()].casefold().endswith((" vol", " vols", " no"))
    ]
    found = [match for stop in stops if (match := _IMPRINT_AHEAD.match(shape, stop))]
    if found:  # the last imprint, with the edition before it
        return next(match.start() for match in found if match.end() == found[-1].end())
    pages = _PAGES_AT_END.search(shape, start)
    if not stops:
        return pages.start() if pages else len(shape)
    return stops[-1]


def _take_archived(reading: Reading, start: int) -> None:
    """关于中苏谈判的电报[A]. 档号: 109-00020-01, 1950-01-05: shelf mark and date of an archival paper."""
    if not archival.take_holding(reading, start):
        return
    found = DATE.search(reading.shape, start) or NUMERIC_DATE.search(reading.shape, start)
    if found:
        reading.claim("original-date", date_of(found), *found.span(), "GB/T 7714 [A] date")


def _publisher_as_archive(reading: Reading) -> None:
    """Of an archival paper [A] the place and house are those of the archive."""
    author = reading.get("author")
    if isinstance(author, tuple) and re.search(f"(?:{zh.REPOSITORY_WORDS})$", shape(author[0].literal)):
        _rename(reading, "author", "archive", author[0].literal)
    _rename(reading, "publisher", "archive")
    _rename(reading, "publisher-place", "archive-place")


def _year_as_its_own(reading: Reading) -> None:
    """An archival paper is not published: the year is that of the paper."""
    issued = next((f for f in reading.fields if f.name == "issued"), None)
    if issued is not None and not reading.has("original-date"):
        reading.drop("issued")
        reading.fields.append(replace(issued, name="original-date", rule="GB/T 7714 [A] date"))


def _take_parties(reading: Reading, stop: int) -> str | None:
    """Kind, sender and recipient of an archival paper, from its title; the type of a letter."""
    title = next((f for f in reading.fields if f.name == "title"), None)
    if title is None:
        return None
    start = title.span.start - reading.base
    heading = read_heading(reading.whole[start : title.span.end - reading.base])
    if heading is None:
        return None
    if heading.genre:
        reading.imply("genre", heading.genre, start, stop, "zh genre from the heading")
    for name, party in (("author", heading.sender), ("recipient", heading.recipient)):
        if party is not None and not reading.has(name):
            span = (start + party[0], start + party[1])
            names, _ = read_names(reading, *span, transcribed=True)
            if names:
                reading.imply(name, names, *span, "zh party from the heading")
    return "personal_communication" if heading.letter and heading.recipient else None


def _rename(reading: Reading, held: str, name: str, value: str | None = None) -> None:
    """The field *held* turns out to state *name*, unless that is known already."""
    entry = next((f for f in reading.fields if f.name == held), None)
    if entry is None:
        return
    start, end = entry.span.start - reading.base, entry.span.end - reading.base
    reading.drop(held)
    if reading.has(name):
        reading.connect(start, end)
    else:
        reading.imply(name, entry.value if value is None else value, start, end, "GB/T 7714 [A] repository")


def _imply_language(reading: Reading, stop: int) -> None:
    title = reading.get("title")
    text = title if isinstance(title, str) else reading.text[:stop]
    if re.search(r"[\u3041-\u30ff]", text):
        code = "ja"
    elif re.search(r"[\u4e00-\u9fff]", text):
        code = "zh"
    elif re.search(r"[\u0400-\u04ff]", text):
        code = "uk" if re.search(r"[іїєґ]", text) else "ru"
    elif re.search(r"\b(?:der|die|das|und|für|von|zur)\b", text, re.IGNORECASE):
        code = "de"
    elif re.search(r"\b(?:le|les|des|du|et|sur|une)\b", text, re.IGNORECASE):
        code = "fr"
    else:
        code = "en"
    reading.imply("language", code, 0, stop, "language of the title")
