"""Volume, edition, place, publisher and year of a book, in any of the orders in which notes give them."""

from __future__ import annotations

import re

from citekit.grammar.chinese.reading import Reading, chunks, trim
from citekit.grammar.chinese.statement import (
    Statement,
    claim_statement,
    read_names,
    read_statements,
    role_at_end,
)
from citekit.languages import zh
from citekit.model import Date
from citekit.recognise.chinese_dates import DATE, ERAS, REIGN_DATE, date_of
from citekit.recognise.chinese_numbers import NUMBER, arabic, arabic_runs
from citekit.recognise.chinese_pages import normalise

_UNIT = "分册|卷|册|辑|编|集|部分|部|本|帙|函|种|輯|分卷|篇"
_PART = "[上中下](?:卷|册|编|集|部|辑|篇|函)|[正续补外前后初二三四五六七八九甲乙丙丁戊己庚辛壬癸]编|[内外]篇"
_ONE = (
    rf"(?:第\s?{NUMBER}(?:\s?[-、,至]\s?(?:第\s?)?{NUMBER})*\s?(?:{_UNIT})|"
    rf"(?<![第一-鿿]){NUMBER}\s?(?:册|辑|分册)(?!\))|(?:册|辑|分册|集)\s?[0-9一二三四五六七八九十]+|"
    rf"{_PART})"
)
VOLUME = re.compile(
    rf"(?P<all>{_ONE}(?:(?:\s?\([0-9]{{4}}-[0-9]{{4}}年?\)\s?|\s?[(,·、:]?\s?)(?:{_ONE}|"
    rf"[上中下](?=[)])))*)(?P<bound>\s?合订本)?(?P<close>[)])?"
)
_BRACKETED = re.compile(r"(?<=\x1f)\s?\(\s?(?P<part>[上中下]|[一二三四五六七八九十]{1,3})\s?\)")
_UNBRACKETED = re.compile(r"(?<=\x1f)\s?(?P<part>[上中下])(?=\s?(?:[,(;\x1f]|$))")  # 《史稿》上，北京
_SINGLE = re.compile(
    rf"^(?:第\s?(?P<n>{NUMBER}(?:\s?[-、,至]\s?(?:第\s?)?{NUMBER})*)\s?(?:{_UNIT})|"
    rf"(?P<m>{NUMBER})\s?(?:册|辑|分册)|(?:册|辑|分册|集)\s?(?P<k>[0-9一二三四五六七八九十]+))$"
)
SECTION = re.compile(
    r"(?<![0-9〇一二三四五六七八九十百上中下后前案])卷(?:之|"
    r"第)?\s?(?:[0-9〇一二三四五六七八九十百千廿卅]+(?:\s?[-、至]\s?[0-9〇一二三四五六七八九十百千廿卅]+)*|"
    r""
    r"首|末|[上中下](?![卷册编]))(?:[上中下](?![卷册编栏])|之[一二三四五六七八九十]+|"
    r"[(][上中下一二三四][)])?"
)
_YEAR = r"(?:[12][0-9]{3}|[一二][〇一二三四五六七八九]{3})"
_DATED = re.compile(
    rf"^(?P<before>.*?)\s?(?P<date>(?:公元)?{_YEAR}(?:\s?[-/]\s?{_YEAR})?\s?年?(?:\s?{NUMBER}\s?月)?(?:\s?{NUMBER}\s?日)?|"
    rf""
    rf"(?:中华)?民国\s?{NUMBER}\s?年(?:\s?{NUMBER}\s?月)?)\s?(?P<after>.*)$"
)
_NUMBERED = re.compile(
    rf"^(?:修订|增订)?第?\s?(?P<n>{NUMBER})\s?(?:次)?(?:修订)?版(?:第?\s?{NUMBER}\s?(?:次印)?刷)?$"
)
_EDITION = re.compile(
    rf"^[^0-9]{{0,14}}?(?:(?:{zh.EDITION_WORDS})本|修订版|增订版|增补版|"
    rf"修订第?[0-9一二三四五六七八九]+版|新版|再版|初版|最新版|增订新版|修订新版|全译本|简体字版|"
    rf"繁体字版|影印版|校订版|纪念版|典藏版|增修版|重印版|电子版|网络版|中文版|英文版|平装本|"
    rf"精装本|翻印版|影印|百衲本|通行本)$"
)
_OLD_PRINT = re.compile(rf"(?:{ERAS}|[清明宋元]).*(?:本|刻|刊|印|藏版)$")
_LABELS = {
    "译者": "translator",
    "译": "translator",
    "作者": "author",
    "口述者": "author",
    "受访者": "author",
    "口述": "author",
    "著者": "author",
}
_LABELLED = re.compile(
    r"^(?P<label>编者|译者|作者|著者|整理者?|访谈者?|采访者?|访问者?|记录者?|主编|口述者?|受访者|"
    r"校订者|校者|译)\s?:\s?"
)
# 卷八，户律，户役; 卷二十八，“元制百官皆蒙古人为之长”条
_SECTION_ENTRY = re.compile(
    r"\s?,\s?(?P<words>“[^”]{2,30}”条?|[一-鿿]{1,12}(?:年|月|条|律|役|门|类|传|志|纪|表|典|考|例|略|"
    r"篇))(?=\s?[,。\x1f]|$)"
)
_PRINTED = re.compile(
    r"^(?:刊行|出版|印行|印制|编印|刊印|发行|铅印|刻印|排印|石印|重印|影印|油印)?(?:版|本|初版|再版)?(?:第?[0-9一二三四五六七八九十]+(?:次印)?刷)?$"
)
_KNOWN_PUBLISHER = re.compile("(?:" + "|".join(map(re.escape, zh.PUBLISHER_ENDINGS)) + r")[)”]?$")
# 中央研究院近代史研究所史料丛刊48: a numbered series behind its publisher
# 三聯書店（香港）有限公司: the seat of a branch is part of its name
_COMPANY = re.compile(r"\s?\(\s?[一-鿿]{2,6}\s?\)\s?(?:股份|出版)*(?:有限公司|公司)")
_SAYS_PRINT = re.compile(r"\s?(?:版|[初再重]版|出版|印行|刊行|发行|[影铅石排油]印)")
_COULD_PUBLISH = re.compile(r"[一-鿿][一-鿿·\s]{1,19}")
_SERIES_BEHIND = re.compile(
    r"(?<![^,:()\x1f\s])[^,:()\x1f\s]+(?:"
    + "|".join(word for word in map(re.escape, zh.PUBLISHER_ENDINGS) if len(word) > 1 and word != "文化")
    + r")(?P<series>[^,:()\x1f]{1,12}(?:丛书|丛刊|丛编|文库))\s?"
    rf"(?P<mark>(?![0-9]{{4}})[(]?(?:之|第)?\s?(?P<number>{NUMBER})\s?(?:种|号|辑)?[)]?)(?=\s?(?:[,;)\x1f]|$))"
)
_PLACE_BEFORE = re.compile(
    "^(?P<place>"
    + "|".join(sorted(zh.PLACES, key=len, reverse=True))
    + r")\s?(?P<house>(?:"
    + "|".join(map(re.escape, zh.PLACELESS_PUBLISHERS))
    + ").*)$"
)
_CIRCULATION = re.compile(rf"^[\s,(]*(?:{zh.CIRCULATION_WORDS}|{zh.UNPUBLISHED_WORDS})[)]?$")
_FRONT = re.compile(rf"^[“〈]?(?:{zh.FRONT_MATTER})[”〉]?$")
_EXTENT = re.compile(rf"^(?:全|共|凡)?\s?{NUMBER}(?:-{NUMBER})?\s?[卷册辑](?:本)?$")
_YEARS = re.compile(r"^[12][0-9]{3}-[12][0-9]{3}年?$")
_BARE_PAGES = re.compile(r"^[0-9]+(?:\s?[-、]\s?[0-9]+)*$")


def take_section(reading: Reading, start: int, stop: int, annals: bool) -> None:
    """Record the 卷 of an old book with the title of its chapter; annals add the reign date it covers."""
    found = SECTION.search(reading.shape, start, stop)
    if found is None or reading.has("section"):
        return
    begin, end = found.span()
    following = re.match(
        r"[\s,·]*[《〈][^\x1f]*?[》〉](?:[·,]?\s?[《〈][^》〉\x1f]*[》〉])*", reading.shape[end:stop]
    )
    if following and _balanced(reading.shape[end : end + following.end()]):
        end += following.end()
    while True:
        entry = _SECTION_ENTRY.match(reading.shape, end, stop)
        if (
            entry is None
            or entry["words"] in zh.PLACES
            or _KNOWN_PUBLISHER.search(entry["words"])
            or _OLD_PRINT.search(entry["words"])
        ):
            break
        if not annals and REIGN_DATE.match(entry["words"]):
            break
        end = entry.end()
    if annals:
        dated = re.match(rf"\s?[,]\s?(?:{REIGN_DATE.pattern})[上中下]?(?=[,\s])", reading.shape[end:stop])
        if dated:
            end += dated.end()
    reading.claim("section", reading.text[begin:end], begin, end, "zh 卷 of an old book")


def _balanced(text: str) -> bool:
    return text.count("《") == text.count("》") and text.count("〈") == text.count("〉")


def take_volume(reading: Reading, start: int, stop: int, field: str = "volume") -> None:
    """Record the volume: 第9册 is "9", 上册 stays, 第5辑第1编 stays as printed."""
    for found in VOLUME.finditer(reading.shape, start, stop):
        before = reading.shape[found.start() - 1 : found.start()]
        begin, end = found.span("all")
        if before and before not in " ,;(:·\x1f版年":
            continue
        words = reading.whole[begin:end]
        single = _SINGLE.match(words)
        value = re.sub(r"\s?[(（][0-9]{4}[^)）]*[)）]\s?", "", reading.text[begin:end].strip())
        if single:
            value = (
                normalise(next(g for g in single.groups() if g))
                if "、" not in words
                else arabic_runs(re.sub(r"[第\s]", "", next(g for g in single.groups() if g)))
            )
        if words.count("(") > words.count(")") and found["close"]:
            end, value = found.end("close"), value + reading.text[found.end("close") - 1]
        elif before == "(" and found["close"]:
            begin, end = begin - 1, found.end("close")
        if found["bound"]:
            end = max(end, found.end("bound"))
        reading.claim(field, value, begin, end, "zh volume")
        return
    part = _BRACKETED.match(reading.shape, start) or _UNBRACKETED.match(reading.shape, start)
    if part and field == "volume":
        reading.claim(
            field, arabic(reading.whole[slice(*part.span("part"))]), *part.span(), "zh volume in brackets"
        )


def take_imprint(reading: Reading, start: int) -> None:
    """Read the remaining pieces after *start*: edition, translator, place, publisher, year."""
    for span in chunks(reading.shape, start, len(reading.shape)):
        begin, end = span
        while begin < end:
            begin, end = trim(reading.shape, begin, end)
            if begin >= end or not _take_piece(reading, begin, end):
                break
            following = chunks(reading.shape, begin, end)
            if not following:
                break
            begin, end = following[0]


def _take_piece(reading: Reading, begin: int, end: int) -> bool:
    """Read one piece; True if something of it was understood."""
    piece = reading.shape[begin:end]
    if _CIRCULATION.match(piece) or _FRONT.match(piece) or _is_extent(reading, begin, piece):
        reading.connect(begin, end)
        return True
    numbered = _NUMBERED.match(piece)
    if numbered and not reading.has("edition"):
        value = arabic(numbered["n"]) if piece[:1] not in "修增" else reading.text[begin:end]
        reading.claim("edition", value, begin, end, "zh numbered edition")
        return True
    if _OLD_PRINT.search(piece) and (REIGN_DATE.match(piece) or re.match(r"[清明宋元]", piece)):
        reading.take("custom.print" if reading.has("edition") else "edition", begin, end, "zh old print")
        return True
    if _EDITION.match(piece) and not re.match(r"\d{4}", piece) and not reading.has("edition"):
        reading.take("edition", begin, end, "zh edition")
        return True
    if piece.startswith("据") and re.search(r"[本版印]$", piece):
        reading.connect(begin, end)
        return True
    dated = _DATED.match(piece)
    if dated and _take_dated(reading, begin, dated):
        return True
    if role_at_end(piece) is not None and not _KNOWN_PUBLISHER.search(piece):
        for statement in read_statements(reading, begin, end):
            claim_statement(reading, statement, "zh statement after the title")
        return True
    if _BARE_PAGES.match(piece) and reading.has("issued") and reading.locator is None and len(piece) < 20:
        reading.locate(normalise(piece), begin, end)
        return True
    return _take_house(reading, begin, end)


def _is_extent(reading: Reading, begin: int, piece: str) -> bool:
    """How many volumes there are, or in brackets the years that a work covers."""
    if _EXTENT.match(piece):
        return True
    return reading.whole[begin - 1 : begin] == "(" and _YEARS.match(piece) is not None


def _take_dated(reading: Reading, begin: int, dated: re.Match[str]) -> bool:
    """人民出版社1990年版, 1977年标点本, 1997, 2003年第2版."""
    after = dated["after"].strip()
    date_start, date_end = begin + dated.start("date"), begin + dated.end("date")
    words = dated["date"]
    if words.isdigit() and (
        after or (dated["before"] and not dated["before"].endswith((" ", "社", "局", "店", "馆")))
    ):
        return False
    edition = after if after and not _PRINTED.match(after) else ""
    if after in ("影印本", "影印", "排印本", "铅印本", "石印本", "油印本", "刻本", "重印本"):
        edition = after
    if edition and not (
        _EDITION.match(edition) or _NUMBERED.match(edition) or edition.endswith(("本", "版", "印"))
    ):
        return False
    if reading.has("issued"):
        reading.connect(date_start, date_end)
    else:
        reading.claim("issued", _date(words), date_start, date_end, "zh year of publication")
    after_start = begin + dated.start("after")
    if edition and not reading.has("edition"):
        numbered = _NUMBERED.match(edition)
        value = (
            arabic(numbered["n"])
            if numbered and edition[:1] not in "修增"
            else reading.text[after_start : after_start + len(dated["after"])].strip()
        )
        reading.claim("edition", value, after_start, after_start + len(dated["after"]), "zh edition")
    elif after:
        reading.connect(after_start, after_start + len(dated["after"]))
    if dated["before"].strip():
        stated = _SAYS_PRINT.match(reading.whole[date_end : date_end + 4]) is not None
        _take_house(reading, *trim(reading.shape, begin, begin + dated.end("before")), stated=stated)
    return True


def _date(words: str) -> Date:
    found = DATE.match(words if words.rstrip().endswith(("年", "月", "日")) else words + "年")
    if found:
        return date_of(found)
    years = [int(arabic(y)) for y in re.findall(_YEAR, words)]
    return Date(tuple((y,) for y in years[:2]))


def _take_house(reading: Reading, begin: int, end: int, stated: bool = False) -> bool:
    """Place and publisher: 北京：人民出版社; 台北联经出版公司; 北京，人民出版社.

    *stated*: the year behind it is said to be that of a print (神州国光社1953年版), so that the words are the
    publisher whatever they end with.
    """
    company = _COMPANY.match(reading.shape, end)
    end = company.end() if company else end
    piece = reading.shape[begin:end]
    colon = piece.find(":")
    labelled = _LABELLED.match(piece)
    if labelled:
        names, more = read_names(reading, begin + labelled.end(), end)
        if names:
            role = _LABELS.get(labelled["label"], "editor")
            claim_statement(reading, Statement(role, names, begin, end, more), "zh labelled name")
            return True
    if 0 < colon < len(piece) - 1 and not re.search(r"[“”《》]", piece[:colon]):
        if not reading.has("publisher-place"):
            reading.take("publisher-place", begin, begin + colon, "zh place of publication")
            reading.connect(begin + colon, begin + colon + 1)
            begin += colon + 1
        if not reading.has("publisher"):
            reading.take("publisher", begin, end, "zh publisher after its place")
            return True
        return False
    split = _PLACE_BEFORE.match(piece)
    if split and not reading.has("publisher") and not reading.has("publisher-place"):
        reading.take("publisher-place", begin, begin + split.end("place"), "zh place before a publisher")
        reading.take("publisher", begin + split.start("house"), end, "zh publisher after its place")
        return True
    if piece in zh.PLACES or re.match(r"^[一-鿿]{2,4}[市县]$", piece):
        if reading.has("publisher-place"):
            return False
        reading.take("publisher-place", begin, end, "zh place of publication")
        return True
    if not reading.has("publisher") and (
        _KNOWN_PUBLISHER.search(piece) or (stated and _COULD_PUBLISH.fullmatch(piece))
    ):
        reading.take("publisher", begin, end, "zh publisher")
        return True
    return False


def take_series_behind(reading: Reading, start: int) -> None:
    """Record a numbered series that follows its publisher without a sign between them."""
    found = _SERIES_BEHIND.search(reading.shape, start)
    if found is None or reading.has("collection-title"):
        return
    reading.take("collection-title", *found.span("series"), "zh series of a publisher")
    mark = found.span("mark")
    if reading.has("collection-number"):
        reading.connect(*mark)
    else:
        reading.claim("collection-number", arabic(found["number"]), *mark, "zh number in a series")
