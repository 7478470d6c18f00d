"""What follows the mark in an entry by GB/T 7714: the journal, or edition, place, publisher, year, pages."""

from __future__ import annotations

import re
from itertools import pairwise

from citekit.grammar.chinese import imprint
from citekit.grammar.chinese.gbt_names import STOP, take_authors
from citekit.grammar.chinese.reading import Reading, trim
from citekit.grammar.chinese.statement import role_at_end
from citekit.model import Date
from citekit.recognise.chinese_dates import DATE, NUMERIC_DATE, date_of
from citekit.recognise.chinese_numbers import arabic
from citekit.recognise.chinese_pages import PAGES, normalise, pages_of

_PAGES = r"(?P<pages>[A-Za-z]?[0-9ivxlIVXL]+(?:\s?[-+,、]\s?[A-Za-z]?[0-9ivxlIVXL]+)*)"
JOURNAL = re.compile(
    rf"^(?P<name>.+?)\s?,\s?(?:(?P<year>[12][0-9]{{3}})(?:年)?(?P<slash>\s?[/-]\s?[0-9]{{4}})?(?:(?:\s?-\s?|"
    rf"/)[0-9]{{1,2}}(?:-[0-9]{{1,2}})?)?)?\s?[,]?\s?(?P<volume>第?[0-9A-Za-z]+(?:\s?卷)?)?\s?[,]?\s?"
    rf"(?:[(]\s?(?P<issue>[^()]+?)\s?[)]|"
    rf"第\s?(?P<no>[0-9〇一二三四五六七八九十-]+)\s?期)?\s?(?:[:,]\s?(?:第|"
    rf"[Pp]{{1,2}}\.?)?\s?{_PAGES}\s?页?)?\s?(?:[:,]\s?(?P<article>[A-Za-z]?[0-9]+))?\s?[.]?\s?$"
)
_NEWSPAPER = re.compile(
    r"^(?P<name>.+?)\s?,\s?(?P<date>[12][0-9]{3}\s?[-./年]\s?[0-9]{1,2}(?:\s?[-./月]\s?[0-9]{1,2}\s?日?)?)\s?(?:(?:,?\s?[(]|,)\s?(?:第)?(?P<page>[A-Za-z]?[0-9]+(?:[-,][A-Za-z]?[0-9]+)*|"
    r"[〇一二三四五六七八九十]+)\s?版?\s?[)]?)?\s?[.]?\s?$"
)
_ONLY_PAGES = re.compile(rf"(?:(?P<label>ll?|[Лл]|pp?|P|fols?)\.\s?)?{_PAGES}\s?[.]?")
_PLACE_HOUSE = re.compile(
    r"(?P<place>[^:.;]*?(?:(?:[A-ZА-Я]|Mass|Calif|Conn|Pa|Md|St)[.][^:.;]*?){0,3})\s?:\s?(?P<house>[^:]+?)\s?(?:,\s?(?P<year>[\[(]?(?:[c约])?(?:[12][0-9]{3}|"
    r"[一二][〇一二三四五六七八九]{3})(?:\s?-\s?[0-9]{4}|-[01][0-9]-[0-3][0-9])?[\])]?)\s?年?(?:\s?版)?(?:\s?\([^)]*\))?)?\s?$"
)
# 曹卫东译, between the mark and the imprint: a name with its role and no comma between them
_NAMED_BARE = re.compile(r"[一-鿿·]{2,8}(?:[、,]\s?[一-鿿·]{2,8})*(?:译|编译|校注|点校|整理)")
_YEAR_ONLY = re.compile(
    r"^[\[(]?(?P<year>[12][0-9]{3})(?:-(?P<month>[0-9]{2})-(?P<day>[0-9]{2}))?[\])]?\s?年?$"
)
_EDITION = re.compile(
    r"^(?:(?P<n>[0-9]+|第[0-9一二三四五六七八九十]+)\s?版|(?P<e>[0-9]+)(?:st|nd|rd|th) ed|"
    r"(?P<w>修订版|增订本|修订本|新[0-9]*版|"
    r"影印版|影印本|[^\s.]{1,6}本|Rev\.? ed))\.?$"
)

# "2nd ed." and "BURGER T, trans." are whole elements (GB/T 7714-2015, 4.1.2): their stop ends one
_ELEMENT_END = re.compile(r"(?:[0-9](?:st|nd|rd|th)|[Rr]ev\.?)\sed$|,\s?(?:trans|ed)$")


def date_of_numbers(words: str) -> Date:
    """The date *words*, year, month and day in digits: 2000-11-20."""
    return Date((tuple(int(n) for n in re.findall(r"[0-9]+", words)),))


def take_tail(reading: Reading, start: int, kind: str) -> None:
    """What follows the mark."""
    begin, stop = trim(reading.shape, start, len(reading.shape))
    stop = _before_electronic(reading.shape, begin, stop)
    if begin >= stop:
        return
    pages = _ONLY_PAGES.fullmatch(reading.shape, begin, stop)
    if pages and ":" in reading.whole[start:begin]:  # a work cited again: 题名[M]: 33
        reading.locate(normalise(pages["pages"]), *pages.span("pages"), _label(pages["label"]))
        return
    if kind == "J":
        translator = _TRANSLATOR.match(reading.shape, begin, stop)
        if translator:
            take_authors(reading, begin, translator.end("who"), "translator")
            begin = trim(reading.shape, translator.end(), stop)[0]
        found = JOURNAL.match(reading.shape[begin:stop])
        if found:
            take_journal(reading, begin, found)
            return
    if kind == "N":
        found = _NEWSPAPER.match(reading.shape[begin:stop])
        if found:
            _take_newspaper(reading, begin, found)
            return
    if kind in "JN" and not re.search(r"[:,]", reading.shape[begin:stop]):
        reading.take("container-title", begin, stop, "GB/T 7714 8.3 journal")
        return
    take_book_tail(reading, begin, stop, kind)


_TRANSLATOR = re.compile(r"(?P<who>[^.:0-9]{2,60},\s?(?:trans|译))\.\s?")


def _label(word: str | None) -> str:
    """What kind of place a label stands for: leaves of a file, else pages."""
    return "folio" if word and word[0].lower() in "lлf" else "page"


def _before_electronic(shape: str, begin: int, stop: int) -> int:
    at = shape.find("\x1f", begin, stop)
    while at >= 0:
        rest = shape[at:stop].strip("\x1f .,;")
        if not re.search(r"\w", rest):
            return trim(shape, begin, at)[1]
        at = shape.find("\x1f", at + 1, stop)
    return stop


def take_journal(reading: Reading, offset: int, found: re.Match[str]) -> None:
    """Record what a match of :data:`JOURNAL` states; *offset* is where its text begins."""
    reading.take(
        "container-title", offset + found.start("name"), offset + found.end("name"), "GB/T 7714 8.3 journal"
    )
    if found["year"] and not reading.has("issued"):
        reading.claim(
            "issued",
            Date(((int(found["year"]),),)),
            offset + found.start("year"),
            offset + found.end("year"),
            "GB/T 7714 8.3 year",
        )
    issue = "issue" if found["issue"] else "no"
    if found["volume"]:
        start, end = offset + found.start("volume"), offset + found.end("volume")
        if (
            found["year"] is None
            and found["volume"].isdigit()
            and len(found["volume"]) == 4
            and not reading.has("issued")
        ):
            reading.claim("issued", Date(((int(found["volume"]),),)), start, end, "GB/T 7714 8.3 year")
        else:
            reading.claim(
                "volume", re.sub(r"第|\s?卷", "", reading.text[start:end]), start, end, "GB/T 7714 8.3 volume"
            )
    if found[issue]:
        start, end = offset + found.start(issue), offset + found.end(issue)
        reading.claim(
            "issue",
            arabic(re.sub(r"^第|期$|\s", "", reading.whole[start:end]))
            if reading.whole[start:end].isascii()
            else re.sub(r"^第|期$", "", reading.text[start:end]),
            start,
            end,
            "GB/T 7714 8.3 issue",
        )
    for group in ("pages", "article"):
        if found[group]:
            _take_extent(reading, offset + found.start(group), offset + found.end(group), part=True)
            return


def _take_extent(reading: Reading, start: int, end: int, part: bool) -> None:
    """Pages: of a part in a bibliography its extent, everywhere else the cited ones."""
    pages = normalise(reading.whole[start:end]).replace("+", ", ")
    if reading.is_entry and part:
        reading.claim("page", pages, start, end, "GB/T 7714 8.7 extent")
    elif reading.locator is None:
        reading.locate(pages, start, end)


def _take_newspaper(reading: Reading, offset: int, found: re.Match[str]) -> None:
    reading.take(
        "container-title", offset + found.start("name"), offset + found.end("name"), "GB/T 7714 8.3 newspaper"
    )
    if not reading.has("issued") or "-" in found["date"]:
        reading.drop("issued")
        reading.claim(
            "issued",
            date_of_numbers(found["date"]),
            offset + found.start("date"),
            offset + found.end("date"),
            "GB/T 7714 8.3 day",
        )
    if found["page"]:
        reading.locate(normalise(found["page"]), offset + found.start("page"), offset + found.end("page"))


def take_book_tail(reading: Reading, begin: int, stop: int, kind: str) -> None:
    """Other responsibility, edition, place, publisher, year, pages."""
    stop = _take_pages(reading, begin, stop, part=kind == "C" and reading.has("container-title"))
    for start, end in _sentences(reading.shape, begin, stop):
        piece = reading.shape[start:end]
        edition = _EDITION.match(piece)
        if edition and not reading.has("edition"):
            value = edition["n"] or edition["e"] or ""
            reading.claim(
                "edition",
                arabic(value.removeprefix("第")) if value else reading.text[start:end],
                start,
                end,
                "GB/T 7714 8.3 edition",
            )
        elif re.search(
            r"(?:[,\s]等?|等)(?:主?编|译|校|注|整理|编译|译注|修订|点校|trans\.?|eds?\.?|пер\.?|ред\.?)$",
            piece,
        ) or (_NAMED_BARE.fullmatch(piece) and role_at_end(piece)):
            take_authors(reading, start, end, "translator")
        elif not _take_place_house(reading, start, end, kind):
            _take_loose(reading, start, end, kind)


def _sentences(shape: str, begin: int, stop: int) -> list[tuple[int, int]]:
    edges = [begin]
    for found in STOP.finditer(shape, begin, stop):
        before = shape[edges[-1] : found.start()]
        if (
            re.search(
                r"(?:^|\s)(?:[A-ZА-Я]|Mass|St|Co|Inc|Ltd|Univ|[Ee]d|[Tt]rans|Calif|Conn|Pa|Md)$", before
            )
            and not _ELEMENT_END.search(before)
            and not re.match(r"\.\s?[一-鿿]", shape[found.start() :])
        ):
            continue
        edges.append(found.end())
    edges.append(stop)
    spans = [trim(shape, a, b) for a, b in pairwise(edges)]
    return [s for s in spans if s[0] < s[1]]


def _take_pages(reading: Reading, begin: int, stop: int, part: bool) -> int:
    """The pages at the end; gives the place where the rest ends."""
    numbered = PAGES.search(reading.shape, begin, stop)
    if numbered:
        pages = pages_of(numbered)
        _take_extent(reading, pages.start, pages.end, part)
        return trim(reading.shape, begin, pages.start)[1] if pages.end >= stop - 2 else stop
    found = re.search(rf"(?<=[\w年版\])])\s?[:]\s?{_PAGES}\s?[.]?\s?$", reading.shape[begin:stop])
    if found is None:
        return stop
    _take_extent(reading, begin + found.start("pages"), begin + found.end("pages"), part)
    return trim(reading.shape, begin, begin + found.start())[1]


def _take_place_house(reading: Reading, start: int, end: int, kind: str) -> bool:
    found = _PLACE_HOUSE.match(reading.shape[start:end])
    if found is None or not found["place"].strip():
        return False
    if not reading.has("publisher-place"):
        begin, stop = trim(reading.shape, start + found.start("place"), start + found.end("place"))
        if re.search(r"[a-z]$", reading.shape[begin:stop]) and found["place"].endswith("."):
            stop += 1  # the stop of an abbreviated state belongs to it: Cambridge, Mass.
        reading.claim("publisher-place", reading.text[begin:stop], begin, stop, "GB/T 7714 8.4 place")
    house = (start + found.start("house"), start + found.end("house"))
    thesis = re.search(r"[(]?(?:博士|硕士|学士)?(?:学位|毕业)?论文[)]?$", reading.shape[slice(*house)])
    if thesis and kind == "D":
        genre = trim(re.sub("[()]", " ", reading.whole), house[0] + thesis.start(), house[1])
        reading.take("genre", *genre, "GB/T 7714 kind of thesis")
        house = (house[0], house[0] + thesis.start())
    reading.take("publisher", *house, "GB/T 7714 8.4 publisher")
    if found["year"]:
        _claim_year(reading, start + found.start("year"), start + found.end("year"))
        reading.connect(start + found.end("year"), start + found.end())
    return True


def _claim_year(reading: Reading, start: int, end: int) -> None:
    if reading.has("issued"):
        reading.connect(start, end)
        return
    words = reading.whole[start:end]
    day = NUMERIC_DATE.fullmatch(words)
    if day:
        reading.claim("issued", date_of(day), start, end, "GB/T 7714 8.4 day")
        return
    years = [int(arabic(y)) for y in re.findall(r"[0-9〇一二三四五六七八九]{4}", words)]
    reading.claim(
        "issued",
        Date(tuple((y,) for y in years[:2]), circa="约" in words or "[" in words),
        start,
        end,
        "GB/T 7714 8.4 year",
    )


def _take_loose(reading: Reading, start: int, end: int, kind: str) -> None:
    """A piece without "place:": 北京大学, 2005; 1989-07-26; a journal with its place."""
    piece = reading.shape[start:end]
    year = _YEAR_ONLY.match(piece)
    if year:
        if year["month"] and not reading.has("issued"):
            reading.claim("issued", date_of_numbers(piece), start, end, "GB/T 7714 8.4 day")
        else:
            _claim_year(reading, start, end)
        return
    numeric = NUMERIC_DATE.fullmatch(piece) or DATE.fullmatch(piece)
    if numeric and not reading.has("issued"):
        reading.claim("issued", date_of(numeric), start, end, "GB/T 7714 8.4 date")
        return
    house = re.match(r"^(?P<house>.+?)\s?,\s?(?P<year>[12][0-9]{3})\s?年?(?:版)?$", piece)
    if house:
        _claim_year(reading, start + house.start("year"), start + house.end("year"))
        end = start + house.end("house")
    if kind in "JN" and not reading.has("container-title"):
        reading.take("container-title", start, end, "GB/T 7714 8.3 journal")
        return
    number = re.match(
        r"^(?:[A-Z]+(?:/[A-Z])?\s?[0-9][0-9.\-]+|[A-Z]{2}[0-9.]+[A-Z]?)$", reading.shape[start:end]
    )
    if number and not reading.has("number"):
        reading.take("number", start, end, "GB/T 7714 number of a document")
    elif not reading.has("publisher") and (house or kind in "DRAM" or role_at_end(piece) is None):
        before, after = len(reading.fields), reading.has("publisher")
        imprint.take_imprint(reading, start) if not house and not after and "," in piece else None
        if len(reading.fields) == before and not reading.has("publisher"):
            reading.take("publisher", start, end, "GB/T 7714 8.4 publisher")
