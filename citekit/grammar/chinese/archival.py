"""Archival holdings: 北洋档案1011-5961，中国第二历史档案馆藏; 全宗558，目录11，案卷334."""

from __future__ import annotations

import re

from citekit import archives
from citekit.grammar.chinese.reading import Reading, chunks
from citekit.grammar.draft import BLANK
from citekit.languages import zh

TRIGGER = re.compile(
    r"档案|档号|全宗|典藏|藏(?=[,;:)。]|$)|馆藏|案卷|卷宗|国史馆[”]?(?:藏|,\s?[^,)0-9]{0,6}[号藏])|"
    r"馆[”]?藏|收藏于|藏于|存于|"
    r"RG\s?[0-9]|索书号|登录号|(?<![^\W\d_])(?:[Фф]\.\s?|[Ff]\.\s?(?=[0-9]+\s?,\s?op))[0-9РП]"
)
_REPOSITORY = re.compile(rf"(?:{zh.REPOSITORY_WORDS})[”]?$")
_HELD = re.compile(
    r"^(?P<archive>.*?[”馆室局院所处会库心党部校学司]|.{4,20}?)(?:收|馆|典)?藏(?:品)?(?P<records>.*)$"
)
_KEPT = re.compile(r"^(?:现)?(?:收藏于|藏于|存于|原件存|现存|现藏|存|藏)(?P<archive>.+)$")
_LABEL = re.compile(rf"^(?:{zh.SHELFMARK_LABELS})\s?:?\s?(?=[A-Za-z0-9(〇一二三四五六七八九十])")
_LABEL_ALONE = re.compile(rf"(?P<collection>^.*?)(?P<location>(?:{zh.SHELFMARK_LABELS})\s?:\s?.+)$")
_MARK = re.compile(
    r"^(?:[A-Za-z]{0,4}\s?[0-9][0-9A-Za-z./]*(?:\s?[-./]\s?[0-9A-Za-z()]+)+|"
    r"[0-9]{3,}(?:\([0-9]+\))?)(?:\s?号)?$"
)
_BOX = re.compile(r"^第\s?[0-9A-Z〇一二三四五六七八九十]+\s?(?:盒|箱|文件夹|卷宗|宗|包|捆|夹|号|盘|卷)$")
_RECORDS = re.compile(rf"(?:{zh.RECORDS_WORDS})[”]?$")
_RECORDS_MARK = re.compile(
    rf"^(?P<records>.*(?:{zh.RECORDS_WORDS}))\s?:?\s?(?P<mark>[A-Za-z]*\s?[0-9][0-9A-Za-z./()-]*)$"
)
_ARCHIVES_PROPER = re.compile(r"(?:档案(?:馆|室|局|处|中心|史料馆)|国史馆|党史馆|党史会)[”]?$")
_PUBLISHED = re.compile(r"出版|书局|书店|书社|印书馆|[12][0-9]{3}\s?年版")
_KEEPING = re.compile(
    r"(?<=[\x1f”])\s?(?:收|馆|典)?藏(?:品)?(?=[,;。)\x1f]|$)|(?:收藏于|现藏于?|藏于|存于)(?=\x1f)"
)
_PLACE_ALONE = re.compile(
    r"[,(]\s?(?P<place>" + "|".join(sorted(zh.PLACES, key=len, reverse=True)) + r")[“,:\s]?(?=\x1f)"
)
_SEEN = re.compile(r"^(?:现?藏于?|见于?|据)\s?:?\s?")
_HOLDING_WORD = re.compile(r"(?:收|典|馆)?藏(?!号)")
_HELD_END = re.compile(r"(?:收|典)?藏$")
_COPY = re.compile(rf"^(?:{zh.UNPUBLISHED_WORDS})$")
_FOND = re.compile(r"^(?:全宗(?:号)?|卷宗号|RG)\s?:?\s?[A-Za-z0-9]+$")
_SUBGROUP = re.compile(r"\s?\(\s?[0-9]{1,3}\s?\)")
# What goes on with a shelf mark that a scheme has read in part: 全宗号18(2), 案卷号短期45
_GOES_ON = re.compile(
    rf"(?:\s?\(\s?[0-9]{{1,3}}\s?\))?(?:[,、\s]+(?:{zh.SHELFMARK_LABELS})\s?:?\s?"
    rf"(?:{zh.RETENTION_WORDS})?\s?[0-9A-Za-zА-я][0-9A-Za-z./-]*(?:\s?\([0-9]+\))?)*"
)
_EXPANSION = re.compile(rf"\s?\(\s?(?P<archive>[一-鿿]{{4,24}}(?:{zh.REPOSITORY_WORDS}))\s?\)")
_PLACE = re.compile(r"^(?P<place>" + "|".join(sorted(zh.PLACES, key=len, reverse=True)) + r")(?=[“])")


def take_holding(reading: Reading, start: int) -> bool:
    """Record repository, body of records and shelf mark after *start*; True if there are any."""
    if not (TRIGGER.search(reading.shape, start) or reading.has("archive")):
        return False
    marks: list[tuple[int, int]] = []
    found = _take_found(reading, start)
    for span in chunks(reading.shape, start, len(reading.shape)):
        piece = reading.shape[slice(*span)]
        if _take_archive(reading, span, piece):
            found = True
        elif _FOND.match(piece):
            reading.take("archive_collection", *span, "zh fond")
            found = True
        elif (
            _LABEL.match(piece)
            or (_BOX.match(piece) and reading.has("archive"))
            or (_MARK.match(piece) and (found or marks or reading.has("archive")))
        ):
            marks.append(span)
        elif not _take_records(reading, span, piece, marks):
            continue
        found = True
    _take_marks(reading, marks)
    return found or bool(marks)


def take_holding_before(reading: Reading, stop: int, letter: bool) -> bool:
    """Record repository and shelf marks that stand before the title: 外交部档案馆，档号：106-00021-01，《…》.

    What is only called a repository (研究所) must have a shelf mark behind it; and one that is named before
    a published work is its author.  *letter*: the title has a sender of its own, so that a colon will do too.
    """
    pieces = chunks(reading.shape, 0, stop)
    if not pieces or _PUBLISHED.search(reading.shape, stop):
        return False
    (start, end), *others = pieces
    name = reading.shape[start:end]
    colon = name.find(":")
    if colon > 0 and _LABEL.match(name[colon + 1 :]):  # 外交部档案馆：档号106-00021-01
        others.insert(0, (start + colon + 1, end))
        end = start + colon
    begin = start
    lead = _SEEN.match(name)
    if lead:
        begin += lead.end()
    marks: list[tuple[int, int]] = []
    for span in others:
        piece = reading.shape[slice(*span)]
        if not (_LABEL.match(piece) or _MARK.match(piece) or (_BOX.match(piece) and marks)):
            break
        marks.append(span)
    sign = reading.shape[end : end + 1]
    name = reading.shape[begin:end].rstrip(" :")
    held = _HELD_END.sub("", name)
    says_so = held != name
    if marks or _ARCHIVES_PROPER.search(held):
        name = held
    if "、" in name or not (
        (_REPOSITORY.search(name) and marks)
        or (_ARCHIVES_PROPER.search(name) and (sign == "," or says_so or (letter and end + 1 >= stop)))
    ):
        return False
    reading.connect(start, begin)
    reading.connect(begin + len(name), end)
    _claim_archive(reading, begin, begin + len(name))
    _take_marks(reading, marks)
    return True


def _take_found(reading: Reading, start: int) -> bool:
    """What the schemes of :mod:`citekit.archives` recognise."""
    for reference in archives.find(reading.rest):
        if (
            reference.scheme == "numero"
            or reference.span.start < start
            or not (reference.collection or reference.location)
        ):
            continue
        _take_fond(reading, reference)
        _take_expansion(reading, reference)
        for name, part in (
            ("archive", reference.repository),
            ("archive-place", reference.place),
            ("archive_collection", reference.collection),
            ("archive_location", reference.location),
        ):
            if (
                part is not None
                and BLANK not in reading.rest[part.span.start : part.span.end]
                and not reading.has(name)
            ):
                reading.claim(
                    name, part.text, part.span.start, part.span.end, f"archive scheme {reference.scheme}"
                )
        if reference.locator and reference.locator_span and reading.locator is None:
            reading.locate(reference.locator, reference.locator_span.start, reference.locator_span.end)
        reading.connect_match(_KEEPING.search(reading.shape, start))
        place = _PLACE_ALONE.search(reading.shape, start)
        if place and not reading.has("archive-place"):
            reading.take("archive-place", *place.span("place"), "zh place of a repository")
        return True
    return False


def _take_fond(reading: Reading, reference: archives.ArchiveReference) -> None:
    """A Chinese fond with its name, and what the schemes leave of it and of the file (DA/T 13-2022).

    国民政府实业部档案，全宗号422; 全宗号18（2）; 案卷号短期45.
    """
    part = reference.collection
    if part is None or "全宗" not in reading.shape[part.span.start : part.span.end]:
        return
    subgroup = _SUBGROUP.match(reading.shape, part.span.end)
    fond_end = subgroup.end() if subgroup else part.span.end
    more = _GOES_ON.match(reading.shape, reference.location.span.end if reference.location else fond_end)
    end = more.end() if more else fond_end
    if not reading.has("archive_collection"):
        named = _records_before(reading, reference.repository, part.span.start)
        reading.take("archive_collection", named, fond_end, "zh fond")
    if end > fond_end and not reading.has("archive_location"):
        reading.take("archive_location", fond_end, end, "zh shelf mark")


def _records_before(reading: Reading, repository: archives.Part | None, stop: int) -> int:
    """Where the name of the records begins that ends directly before *stop*, the number of their fond."""
    after = repository.span.end if repository and repository.span.end < stop else 0
    pieces = chunks(reading.shape, after, stop)
    if not pieces or reading.shape[pieces[-1][1] : stop].strip(" ,:"):
        return stop
    start, end = pieces[-1]
    held = _HOLDING_WORD.match(reading.shape, start, end)
    name = reading.shape[held.end() if held else start : end]
    return end - len(name) if _RECORDS.search(name) and not _REPOSITORY.search(name) and name else stop


def _take_expansion(reading: Reading, reference: archives.ArchiveReference) -> None:
    """АВПРФ（俄罗斯联邦对外政策档案馆）: the name in brackets is what the abbreviation means."""
    part = reference.repository
    found = _EXPANSION.match(reading.shape, part.span.end) if part and not reading.has("archive") else None
    if part is not None and found is not None and not re.search(r"[一-鿿]", part.text):
        reading.claim("archive", reading.text[slice(*found.span("archive"))], *found.span(), "zh repository")
        reading.connect(part.span.start, part.span.end)


def _take_archive(reading: Reading, span: tuple[int, int], piece: str) -> bool:
    start, end = span
    if reading.has("archive"):
        return False
    held = (
        _HELD.match(piece)
        if "藏" in piece and not piece.startswith(("典藏", "馆藏")) and "藏号" not in piece
        else None
    )
    kept = _KEPT.match(piece)
    if kept:
        _claim_archive(reading, start + kept.start("archive"), end)
        return True
    if held:
        records = held["records"].strip()
        _claim_archive(reading, start, start + held.end("archive"))
        mark = start + held.end("archive")
        reading.connect(mark, start + held.start("records"))
        if records:
            rest = (start + held.start("records"), end)
            if re.fullmatch(zh.RECORDS_WORDS, records):  # 安徽省档案馆馆藏档案: the word names no records
                reading.connect(*rest)
            elif not _take_records(reading, rest, reading.shape[slice(*rest)], []):
                reading.take("archive_collection", *rest, "zh records in a repository")
        return True
    if (
        _REPOSITORY.search(piece)
        and not re.search(r"[编著译]$", piece)
        and not _publishes(reading, end, piece)
    ):
        _claim_archive(reading, start, end)
        return True
    return False


def _publishes(reading: Reading, end: int, piece: str) -> bool:
    """臺北：國史館，2011年: a repository behind a place and before a year is the publisher."""
    return ":" in piece and re.match(r"\s?,?\s?(?:[12][0-9]{3}|民国)", reading.shape[end:]) is not None


def _claim_archive(reading: Reading, start: int, end: int) -> None:
    place = _PLACE.match(reading.shape[start:end])
    if place:
        reading.take("archive-place", start, start + place.end(), "zh place of a repository")
        start += place.end()
    colon = reading.shape.find(":", start, end)
    if colon > start:
        reading.take("archive-place", start, colon, "zh place of a repository")
        start = colon + 1
    value = reading.text[start:end].strip(" ，,:：")
    bare = value.strip('“”「」『』"')
    if value[:1] in '“「『"' and value[-1:] in '”」』"':
        value = bare
    if value:
        reading.claim("archive", value, start, end, "zh repository")


def _take_records(reading: Reading, span: tuple[int, int], piece: str, marks: list[tuple[int, int]]) -> bool:
    start, end = span
    labelled = _LABEL_ALONE.match(piece)
    marked = _RECORDS_MARK.match(piece)
    if labelled and labelled["collection"] and not reading.has("archive_collection"):
        reading.take("archive_collection", start, start + labelled.end("collection"), "zh body of records")
        reading.take("archive_location", start + labelled.start("location"), end, "zh shelf mark")
    elif labelled:
        marks.append(span)
    elif marked and not reading.has("archive_collection"):
        reading.take("archive_collection", start, start + marked.end("records"), "zh body of records")
        reading.take("archive_location", start + marked.start("mark"), end, "zh shelf mark")
    elif _RECORDS.search(piece) and not _COPY.match(piece) and not reading.has("archive_collection"):
        reading.take("archive_collection", *span, "zh body of records")
    else:
        return False
    return True


def _take_marks(reading: Reading, marks: list[tuple[int, int]]) -> None:
    """The shelf mark, from its first part to its last: 目录11，案卷334."""
    if not marks or reading.has("archive_location"):
        return
    start, end = marks[0][0], marks[0][1]
    for begin, stop in marks[1:]:
        if re.fullmatch(r"[\s,;:]*", reading.shape[end:begin]):
            end = stop
    if (
        reading.shape[end : end + 1] == "("
        and reading.shape.find(")", end) - end < 5
        and reading.shape.find(")", end) > 0
    ):
        end = reading.shape.find(")", end) + 1
    reading.claim("archive_location", reading.text[start:end].strip(), start, end, "zh shelf mark")
