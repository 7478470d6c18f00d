"""Entries by GB/T 7714-2015 and -2025: 作者. 题名[M]. 2版. 北京: 人民出版社, 1991: 33."""

from __future__ import annotations

import re

from citekit.grammar.chinese import imprint
from citekit.grammar.chinese.reading import Reading, trim
from citekit.grammar.chinese.statement import Statement, claim_statement, role_at_end
from citekit.grammar.chinese.web import take_web
from citekit.model import Date, Name
from citekit.names import person
from citekit.recognise.chinese_dates import DATE, NUMERIC_DATE, date_of
from citekit.recognise.chinese_numbers import arabic
from citekit.recognise.chinese_pages import PAGES, normalise, pages_of

# GB/T 7714-2015, annex B, tables B.1 and B.2; -2025 adds [PP] preprints, [SW] software, [MS] manuscripts among others.
_MARK = re.compile(r"\[\s?(?P<kind>M|C|N|J|D|R|S|P|G|A|Z|DB|CP|EB|CM|DS|K|PP|SW|MS|AR|DA|LB|IM|V|AV)\s?(?P<carrier>/\s?(?:MT|DK|CD|OL))?\s?\]")
_TYPES = {
    "M": "book", "C": "book", "G": "book", "K": "book", "N": "article-newspaper", "J": "article-journal", "D": "thesis", "R": "report",
    "S": "standard", "P": "patent", "A": "document", "Z": "document", "DB": "dataset", "DS": "dataset", "DA": "dataset", "CP": "software",
    "SW": "software", "EB": "webpage", "CM": "map", "PP": "article", "MS": "manuscript", "AR": "document", "V": "motion_picture", "AV": "motion_picture",
}  # fmt: skip
_STOP = re.compile(r"\.(?=\s|[一-鿿《“\[(]|$)|(?<=[一-鿿])\.")
_ET_AL = re.compile(r",?\s?(?:等|et\s?al\.?|и др\.?)\s?$")
_AUTHOR_YEAR = re.compile(r"[,，]?\s?[(]?(?P<year>[12][0-9]{3})(?P<letter>[a-z])?[)]?\s?$")
_HOST = re.compile(r"\s?(?://|\.\s?(?:见|载|In)\s?:|\.?\s?见\s?:)\s?")
_VOLUME_AT_END = re.compile(r"(?P<before>[\s:(,]*)(?P<volume>(?:第\s?[0-9〇一二三四五六七八九十百]+\s?(?:卷|册|辑|编|集|部)|(?<!案)卷\s?[0-9〇一二三四五六七八九十]+|[上中下](?:卷|册|编|集))(?:[上中下]册?)?|Vol\.?\s?[0-9]+|v\.\s?[0-9]+)[)]?\s?$")
_HOLDING_AT_END = re.compile(r"[:,]\s?(?P<location>(?:全宗|档号|卷宗|目录|案卷|档案号).*)$")
_NUMBER_AT_END = re.compile(r"[:,]\s?(?P<number>[A-Z]{0,4}(?:/[A-Z])?[\s-]?[0-9][0-9A-Za-z.\-/ ]*)\s?$")
_PAGES = r"(?P<pages>[A-Za-z]?[0-9ivxlIVXL]+(?:\s?[-+,、]\s?[A-Za-z]?[0-9ivxlIVXL]+)*)"
_JOURNAL = re.compile(
    rf"^(?P<name>.+?)\s?,\s?(?:(?P<year>[12][0-9]{{3}})(?:年)?(?P<slash>/[0-9]{{4}})?(?:(?:\s?-\s?|/)[0-9]{{1,2}}(?:-[0-9]{{1,2}})?)?)?\s?[,]?\s?(?P<volume>第?[0-9A-Za-z]+(?:\s?卷)?)?\s?[,]?\s?"
    rf"(?:[(]\s?(?P<issue>[^()]+?)\s?[)]|第\s?(?P<no>[0-9〇一二三四五六七八九十-]+)\s?期)?\s?(?:[:,]\s?(?:第|[Pp]{{1,2}}\.?)?\s?{_PAGES}\s?页?)?\s?(?:[:,]\s?(?P<article>[A-Za-z]?[0-9]+))?\s?[.]?\s?$"
)
_NEWSPAPER = re.compile(r"^(?P<name>.+?)\s?,\s?(?P<date>[12][0-9]{3}\s?[-./年]\s?[0-9]{1,2}(?:\s?[-./月]\s?[0-9]{1,2}\s?日?)?)\s?(?:[(,]\s?(?:第)?(?P<page>[A-Za-z]?[0-9]+(?:[-,][A-Za-z]?[0-9]+)*|[〇一二三四五六七八九十]+)\s?版?\s?[)]?)?\s?[.]?\s?$")
_PLACE_HOUSE = re.compile(r"(?P<place>[^:.;]*?(?:[A-ZА-Я][.][^:.;]*?)?)\s?:\s?(?P<house>[^:]+?)\s?(?:,\s?(?P<year>[\[(]?(?:[c约])?(?:[12][0-9]{3}|[一二][〇一二三四五六七八九]{3})(?:\s?-\s?[0-9]{4})?[\])]?)\s?年?(?:\s?版)?(?:\s?\([^)]*\))?)?\s?$")
_YEAR_ONLY = re.compile(r"^[\[(]?(?P<year>[12][0-9]{3})(?:-(?P<month>[0-9]{2})-(?P<day>[0-9]{2}))?[\])]?\s?年?$")
_EDITION = re.compile(r"^(?:(?P<n>[0-9]+|第[0-9一二三四五六七八九十]+)\s?版|(?P<e>[0-9]+)(?:st|nd|rd|th) ed|(?P<w>修订版|增订本|修订本|新[0-9]*版|影印版|影印本|[^\s.]{1,6}本|Rev\.? ed))\.?$")
_UNMARKED = re.compile(
    r"^(?P<who>[一-鿿·\s,、A-Z()\[\]]{2,60}?(?:[,.(]\s?[12][0-9]{3}[a-z]?\)?)?)\.\s?(?P<title>[^.]{2,120})\."
    r"(?:(?P<book>(?:[^.:]{1,30}\.)?\s?[一-鿿]{2,6}\s?:\s?[^.:]{2,30})|(?P<journal>\s?[^.:,]{2,30}\s?[,(]\s?[^.]*[0-9].*))"
)
_ACCESS = re.compile(r"\[\s?(?P<date>[12][0-9]{3}-[0-9]{1,2}(?:-[0-9]{1,2})?)\s?\]")
_PUBLISHED = re.compile(r"[(]\s?(?P<date>[12][0-9]{3}(?:-[0-9]{1,2}){0,2})\s?[)]")


def is_gbt(shape: str) -> bool:
    """Whether the citation bears the mark of the kind of its source, [M], [J/OL] (GB/T 7714-2015, 8.5)."""
    return "[" in shape and _MARK.search(shape) is not None


def is_unmarked(shape: str) -> bool:
    """Whether the citation has the order and the full stops of GB/T 7714, but no mark: 作者. 题名. 北京: 三联书店, 2001."""
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
    if host and not mark["kind"] == "J":
        reading.connect(mark.start(), host.end())
        _take_host(reading, host.end())
        kind = "chapter"
    else:
        reading.connect(*mark.span())
        kind = _TYPES[mark["kind"]]
        if host:
            reading.connect(*host.span())
        _take_tail(reading, mark.end(), mark["kind"])
    if mark["kind"] == "A":
        _publisher_as_archive(reading)
    if kind == "document" and mark["kind"] == "Z" and reading.has("publisher"):
        kind = "book"
    reading.imply("type", kind, *mark.span(), "GB/T 7714 8.5 kind of source")
    _imply_language(reading, mark.start())


def _parse_unmarked(reading: Reading) -> None:
    """An entry without the mark of its kind: a journal by its volume and pages, else a book."""
    found = _UNMARKED.match(reading.shape)
    if found is None:
        return
    _take_authors(reading, 0, found.end("who"), "author")
    _take_title(reading, "title", *trim(reading.shape, *found.span("title")))
    start = found.end("title")
    begin, stop = trim(reading.shape, start, len(reading.shape))
    journal = _JOURNAL.match(reading.shape[begin:stop]) if found["journal"] else None
    if journal:
        _take_journal(reading, begin, journal)
    else:
        _take_book_tail(reading, begin, stop, "M")
    reading.imply("type", "article-journal" if journal else "book", 0, found.end("title"), "order of GB/T 7714 without a mark")
    _imply_language(reading, found.end("title"))


def _take_electronic_dates(reading: Reading, start: int) -> None:
    """(2000-10-11)[2001-01-11]: day of publication and day of access (GB/T 7714-2015, 8.8)."""
    access = _ACCESS.search(reading.shape, start)
    if access and not reading.has("accessed"):
        reading.claim("accessed", _date(access["date"]), *access.span(), "GB/T 7714 8.8 day of access")
    published = _PUBLISHED.search(reading.shape, start) if reading.has("URL") or access else None
    if published and "-" in published["date"]:
        reading.claim("issued", _date(published["date"]), *published.span(), "GB/T 7714 8.8 day of publication")


def _date(words: str) -> Date:
    return Date((tuple(int(n) for n in re.findall(r"[0-9]+", words)),))


def _take_head(reading: Reading, start: int, stop: int, kind: str, field: str) -> None:
    """Authors and title before the mark, or before the end of a host."""
    split = _split_author(reading.shape, start, stop)
    if split is not None:
        _take_authors(reading, start, split[0], "author" if field == "title" else "editor")
        start = split[1]
    start, stop = trim(reading.shape, start, stop)
    if kind == "A":
        holding = _HOLDING_AT_END.search(reading.shape, start, stop)
        if holding:
            reading.take("archive_location", *holding.span("location"), "GB/T 7714 shelf mark")
            start, stop = trim(reading.shape, start, holding.start())
    if kind in "PSR":
        number = _NUMBER_AT_END.search(reading.shape, start, stop)
        if number:
            reading.take("number", *number.span("number"), "GB/T 7714 number of a document")
            reading.connect(number.start(), number.start("number"))
            start, stop = trim(reading.shape, start, number.start())
    volume = _VOLUME_AT_END.search(reading.shape, start, stop)
    if volume and volume.start() > start:
        words = reading.whole[slice(*volume.span("volume"))]
        digits = re.search(r"[0-9〇一二三四五六七八九十百]+", words)
        value = reading.text[slice(*volume.span("volume"))] if digits is None or words[-1:] in "册卷上中下" and words[0] != "第" and words[0] != "卷" else arabic(digits[0])
        reading.claim("volume", value, *volume.span(), "GB/T 7714 8.2.3 volume")
        stop = volume.start()
    _take_title(reading, field, *trim(reading.shape, start, stop))


def _take_title(reading: Reading, field: str, start: int, stop: int) -> None:
    value = reading.text[start:stop]
    if reading.whole[start:start + 1] in "《〈“" and reading.whole[stop - 1 : stop] in "》〉”":
        value = value[1:-1]
    if value:
        reading.claim(field, value, start, stop, "GB/T 7714 8.2 title")


def _split_author(shape: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where the authors end and where the title begins; None where no author is named."""
    for found in _STOP.finditer(shape, start, stop):
        at = found.start()
        before, after = shape[start:at], shape[at + 1 : stop].lstrip()
        if not after:
            return None
        if re.search(r"(?:^|[\s.,\-])[^\W\d_]$", before) and re.match(r"[^\W\d_](?:\.|-[^\W\d_]\.)|,", after):
            continue  # an initial with another behind it
        if after.startswith(",") or (len(before) > 160 and "," not in before):
            continue
        if re.match(r"[12][0-9]{3}[a-z]?[.,]\s?", after):
            year = re.match(r"[12][0-9]{3}[a-z]?[.,]\s?", after)
            assert year is not None
            offset = len(shape[at + 1 : stop]) - len(after)
            return at + 1 + offset + year.end(), at + 1 + offset + year.end()
        return at, at + 1
    return None


def _take_authors(reading: Reading, start: int, stop: int, role: str) -> None:
    begin, stop = trim(reading.shape, start, stop)
    year = _AUTHOR_YEAR.search(reading.shape, begin, stop)
    if year and year.start() > begin:
        reading.claim("issued", Date(((int(year["year"]),),)), *year.span("year"), "GB/T 7714 9.3.2 year after the author")
        begin, stop = trim(reading.shape, begin, year.start())
    stated = role_at_end(re.sub(r"[,\s]+(?=\S{1,3}$)", "", reading.shape[begin:stop]))
    role_word = re.search(r"[,\s]\s?(?P<word>主编|编著|编|编辑|译|校|整理|著|eds?\.?|trans\.?|сост\.?|ред\.?)\s?$", reading.shape[begin:stop])
    end = stop
    if role_word:
        word = role_word["word"]
        role = "translator" if word.startswith(("译", "trans")) else "author" if "著" in word else "editor"
        stop = begin + role_word.start()
    elif stated and len(reading.shape[begin:stop]) > 2:
        role = stated[0]
        stop = begin + stated[1]
    names, more = _names(reading, begin, stop)
    if names:
        claim_statement(reading, Statement(role, names, begin, end, more), "GB/T 7714 8.1 statement of responsibility")


def _names(reading: Reading, start: int, stop: int) -> tuple[tuple[Name, ...], bool]:
    shape = reading.shape
    others = _ET_AL.search(shape, start, stop)
    if others:
        stop = others.start()
    names = []
    at = start
    cuts = [m.span() for m in re.finditer(r"[,;、]\s?|\s(?:and|&|и)\s", shape[start:stop])]
    for cut_start, cut_end in [*((a + start, b + start) for a, b in cuts), (stop, stop)]:
        begin, end = trim(shape, at, cut_start)
        if end < cut_start and shape[end] == "." and re.search(r"[^\W\d_]$", shape[begin:end]):
            end += 1
        piece = shape[begin:end]
        if re.fullmatch(r"[A-Z](?:[.\s-]+[A-Z])*\.?", piece) and names and cut_start:
            previous = names.pop()  # "Smith, J." with a comma between family name and initials
            names.append(Name(family=previous.family or previous.literal, given=reading.text[begin:end]))
        elif begin < end:
            names.append(_person(reading, begin, end))
        at = cut_end
    return tuple(n for n in names if n.to_csl()), others is not None


def _person(reading: Reading, start: int, end: int) -> Name:
    nation = re.match(r"[\[(][^\])]{1,6}[\])]\s?", reading.shape[start:end])
    foreign = nation is not None
    if nation:
        start += nation.end()
    raw = reading.text[start:end].strip()
    gbt = re.fullmatch(r"(?P<family>(?:(?:de|van|von|der|di|le|la|DE|VAN|VON|LE)\s)*[^\W\d_][^\s,.]+(?:\s[^\W\d_][^\s,.]{2,})?)\s(?P<given>[^\W\d_]\.?(?:[\s-]?[^\W\d_]\.?){0,3})", raw)
    if gbt and not re.search(r"[\u4e00-\u9fff]", raw) and (gbt["given"].upper() == gbt["given"]):
        return Name(family=gbt["family"], given=gbt["given"])
    unwin = re.fullmatch(r"(?P<family>[\u4e00-\u9fff·]+)\s(?P<given>[A-Z](?:[.\s]+[A-Z])*\.?)", raw)
    if unwin:  # 昂温 G: GB/T 7714-2015, 8.1.1
        return Name(family=unwin["family"], given=unwin["given"])
    return person(raw, reading.evidence, inverted=True if not re.search(r"[\u4e00-\u9fff]", raw) else None, foreign=foreign or reading.translated)


def _take_host(reading: Reading, start: int) -> None:
    """The book behind //: its editors, title and imprint."""
    mark = _MARK.search(reading.shape, start)
    stop = mark.start() if mark else _imprint_start(reading.shape, start)
    _take_head(reading, start, stop, "M", "container-title")
    if mark:
        reading.connect(*mark.span())
    _take_tail(reading, mark.end() if mark else stop, "C")


def _imprint_start(shape: str, start: int) -> int:
    """Where the title of an unmarked host ends: before the piece with "place: publisher, year"."""
    stops = [m.start() for m in _STOP.finditer(shape, start)]
    found = [s for s in stops if re.match(r"\.\s?(?:[0-9]+\s?版\.\s?)?[^.:]{1,30}(?:[A-Z]\.[^.:]{0,10})?\s?:\s?[^:]+?,\s?\[?[12c]", shape[s:])]
    if found:
        return found[0]
    return stops[-1] if stops and len(stops) > 1 else (stops[0] if stops else len(shape))


def _take_tail(reading: Reading, start: int, kind: str) -> None:
    """What follows the mark."""
    begin, stop = trim(reading.shape, start, len(reading.shape))
    stop = _before_electronic(reading.shape, begin, stop)
    if begin >= stop:
        return
    if kind == "J":
        found = _JOURNAL.match(reading.shape[begin:stop])
        if found:
            _take_journal(reading, begin, found)
            return
    if kind == "N":
        found = _NEWSPAPER.match(reading.shape[begin:stop])
        if found:
            _take_newspaper(reading, begin, found)
            return
    if kind in "JN" and not re.search(r"[:,]", reading.shape[begin:stop]):
        reading.take("container-title", begin, stop, "GB/T 7714 8.3 journal")
        return
    _take_book_tail(reading, begin, stop, kind)


def _before_electronic(shape: str, begin: int, stop: int) -> int:
    at = shape.find("\x1f", begin, stop)
    while at >= 0:
        rest = shape[at:stop].strip("\x1f .,;")
        if not re.search(r"\w", rest):
            return trim(shape, begin, at)[1]
        at = shape.find("\x1f", at + 1, stop)
    return stop


def _take_journal(reading: Reading, offset: int, found: re.Match[str]) -> None:
    reading.take("container-title", offset + found.start("name"), offset + found.end("name"), "GB/T 7714 8.3 journal")
    if found["year"] and not reading.has("issued"):
        reading.claim("issued", Date(((int(found["year"]),),)), offset + found.start("year"), offset + found.end("year"), "GB/T 7714 8.3 year")
    issue = "issue" if found["issue"] else "no"
    if found["volume"]:
        start, end = offset + found.start("volume"), offset + found.end("volume")
        if found["year"] is None and found["volume"].isdigit() and len(found["volume"]) == 4 and not reading.has("issued"):
            reading.claim("issued", Date(((int(found["volume"]),),)), start, end, "GB/T 7714 8.3 year")
        else:
            reading.claim("volume", re.sub(r"第|\s?卷", "", reading.text[start:end]), start, end, "GB/T 7714 8.3 volume")
    if found[issue]:
        start, end = offset + found.start(issue), offset + found.end(issue)
        reading.claim("issue", arabic(re.sub(r"^第|期$|\s", "", reading.whole[start:end])) if reading.whole[start:end].isascii() else re.sub(r"^第|期$", "", reading.text[start:end]), start, end, "GB/T 7714 8.3 issue")
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
    reading.take("container-title", offset + found.start("name"), offset + found.end("name"), "GB/T 7714 8.3 newspaper")
    if not reading.has("issued") or "-" in found["date"]:
        reading.drop("issued")
        reading.claim("issued", _date(found["date"]), offset + found.start("date"), offset + found.end("date"), "GB/T 7714 8.3 day")
    if found["page"]:
        reading.locate(normalise(found["page"]), offset + found.start("page"), offset + found.end("page"))


def _take_book_tail(reading: Reading, begin: int, stop: int, kind: str) -> None:
    """Other responsibility, edition, place, publisher, year, pages."""
    stop = _take_pages(reading, begin, stop, part=kind == "C" and reading.has("container-title"))
    for start, end in _sentences(reading.shape, begin, stop):
        piece = reading.shape[start:end]
        edition = _EDITION.match(piece)
        if edition and not reading.has("edition"):
            value = edition["n"] or edition["e"] or ""
            reading.claim("edition", arabic(value.removeprefix("第")) if value else reading.text[start:end], start, end, "GB/T 7714 8.3 edition")
        elif re.search(r"[,\s](?:等)?(?:主?编|译|校|注|整理|编译|译注|修订|点校|trans\.?|eds?\.?|пер\.?|ред\.?)$", piece):
            _take_authors(reading, start, end, "translator")
        elif not _take_place_house(reading, start, end, kind):
            _take_loose(reading, start, end, kind)


def _sentences(shape: str, begin: int, stop: int) -> list[tuple[int, int]]:
    edges = [begin]
    for found in _STOP.finditer(shape, begin, stop):
        before = shape[edges[-1] : found.start()]
        if re.search(r"(?:^|\s)(?:[A-ZА-Я]|Mass|St|Co|Inc|Ltd|Univ|[Ee]d|[Tt]rans|Calif|Conn|Pa|Md)$", before) and not re.match(r"\.\s?[一-鿿]", shape[found.start() :]):
            continue
        edges.append(found.end())
    edges.append(stop)
    spans = [trim(shape, a, b) for a, b in zip(edges, edges[1:], strict=False)]
    return [s for s in spans if s[0] < s[1]]


def _take_pages(reading: Reading, begin: int, stop: int, part: bool) -> int:
    """The pages at the end; gives the place where the rest ends."""
    numbered = PAGES.search(reading.shape, begin, stop)
    if numbered:
        pages = pages_of(numbered)
        _take_extent(reading, pages.start, pages.end, part)
        return trim(reading.shape, begin, pages.start)[1] if pages.end >= stop - 2 else stop
    found = re.search(rf"(?<=[0-9年版\])])\s?[:]\s?{_PAGES}\s?[.]?\s?$", reading.shape[begin:stop])
    if found is None:
        return stop
    _take_extent(reading, begin + found.start("pages"), begin + found.end("pages"), part)
    return trim(reading.shape, begin, begin + found.start())[1]


def _take_place_house(reading: Reading, start: int, end: int, kind: str) -> bool:
    found = _PLACE_HOUSE.match(reading.shape[start:end])
    if found is None or not found["place"].strip():
        return False
    if not reading.has("publisher-place"):
        reading.take("publisher-place", start + found.start("place"), start + found.end("place"), "GB/T 7714 8.4 place")
    house = (start + found.start("house"), start + found.end("house"))
    thesis = re.search(r"(?:博士|硕士)?(?:学位|毕业)?论文$", reading.shape[slice(*house)])
    if thesis and kind == "D":
        reading.take("genre", house[0] + thesis.start(), house[1], "GB/T 7714 kind of thesis")
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
    years = [int(arabic(y)) for y in re.findall(r"[0-9〇一二三四五六七八九]{4}", words)]
    reading.claim("issued", Date(tuple((y,) for y in years[:2]), circa="约" in words or "[" in words), start, end, "GB/T 7714 8.4 year")


def _take_loose(reading: Reading, start: int, end: int, kind: str) -> None:
    """A piece without "place:": 北京大学, 2005; 1989-07-26; a journal with its place."""
    piece = reading.shape[start:end]
    year = _YEAR_ONLY.match(piece)
    if year:
        if year["month"] and not reading.has("issued"):
            reading.claim("issued", _date(piece), start, end, "GB/T 7714 8.4 day")
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
    number = re.match(r"^(?:[A-Z]+(?:/[A-Z])?\s?[0-9][0-9.\-]+|[A-Z]{2}[0-9.]+[A-Z]?)$", reading.shape[start:end])
    if number and not reading.has("number"):
        reading.take("number", start, end, "GB/T 7714 number of a document")
    elif not reading.has("publisher") and (house or kind in "DRAM" or role_at_end(piece) is None):
        before, after = len(reading.fields), reading.has("publisher")
        imprint.take_imprint(reading, start) if not house and not after and "," in piece else None
        if len(reading.fields) == before and not reading.has("publisher"):
            reading.take("publisher", start, end, "GB/T 7714 8.4 publisher")


def _publisher_as_archive(reading: Reading) -> None:
    """Of an archival paper [A] the place and house are those of the archive."""
    for held, name in (("publisher", "archive"), ("publisher-place", "archive-place")):
        entry = next((f for f in reading.fields if f.name == held), None)
        if entry is not None:
            reading.drop(held)
            reading.imply(name, entry.value, entry.span.start - reading.base, entry.span.end - reading.base, "GB/T 7714 [A] repository")


def _imply_language(reading: Reading, stop: int) -> None:
    title = reading.get("title")
    text = title if isinstance(title, str) else reading.text[:stop]
    if re.search(r"[\u3041-\u30ff]", text):
        code = "ja"
    elif re.search(r"[\u4e00-\u9fff]", text):
        code = "zh"
    elif re.search(r"[\u0400-\u04ff]", text):
        code = "uk" if re.search(r"[іїєґ]", text) else "ru"
    elif re.search(r"\b(?:der|die|das|und|für|von|zur)\b", text, re.I):
        code = "de"
    elif re.search(r"\b(?:le|les|des|du|et|sur|une)\b", text, re.I):
        code = "fr"
    else:
        code = "en"
    reading.imply("language", code, 0, stop, "language of the title")
