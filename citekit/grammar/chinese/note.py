"""Citations in the note style: 责任者：《题名》，出版地：出版者，年，第N页."""

from __future__ import annotations

import re

from citekit.grammar.chinese import archival, imprint, periodical
from citekit.grammar.chinese.academic import take_academic, take_law, take_series_word
from citekit.grammar.chinese.backward import read_back, read_note_behind, take_abbreviation
from citekit.grammar.chinese.correspondence import Heading, read_heading
from citekit.grammar.chinese.kind import decide_type
from citekit.grammar.chinese.numbered import take_number, take_numbered
from citekit.grammar.chinese.pages import take_pages
from citekit.grammar.chinese.reading import Reading, chunks
from citekit.grammar.chinese.responsibility import take_statements
from citekit.grammar.chinese.statement import (
    read_names,
    strip_lead,
)
from citekit.grammar.chinese.titles import Plan, Title, lay_out
from citekit.grammar.chinese.untitled import read_untitled, take_letter_before
from citekit.grammar.chinese.web import take_web
from citekit.languages import zh
from citekit.recognise.chinese_dates import DATE, NUMERIC_DATE, REIGN_DATE, date_of

_NUMBER_SIGN = re.compile(r"^\s?№\s?(?P<number>[0-9]+)\s*")
_TITLE_DATE = re.compile(r"\s?\(\s?[^()]*?(?P<date>" + DATE.pattern + r")[^()]*\)\s?$")
_ANNALS = re.compile(r"实录|东华录|起居注|长编|要录|通鉴|纲目")
_PREFACE_AFTER = re.compile(
    rf"^\s?(?:(?:一书|书)?(?:所作|所写|所撰|写|作|"
    rf"撰写)?的?)?\s?[“]?(?P<word>{zh.FRONT_MATTER})[”]?(?=\s?[,(]|\s?$)"
)
_PREFACE_BY = re.compile(r"^(?:见)?(?P<who>[^,:《]{2,8})为(?P<book>.*《.*)$")
# 《宋会要辑稿》职官一之一二: a division that follows its title without a sign
_BARE_SECTION = re.compile(
    r"(?P<section>[一-鿿]{2,6}[〇一二三四五六七八九十]{1,4}之[〇一二三四五六七八九十]{1,4})(?=\s?[,;。]|$)"
)
_CASE = re.compile(r"^(?P<case>[^,:]{2,40}诉[^,:]{2,40}案)\s?,\s?(?:载)?$")
_CHAPTER = re.compile(
    r"第\s?[0-9〇一二三四五六七八九十]+\s?[章节](?:第\s?[0-9一二三四五六七八九十]+\s?节)?(?:\s?“[^”]{1,30}”)?"
)
_REPRINT = re.compile(
    r"[,(]\s?(?P<edition>(?:影印|景印)?[^,()《》:]{0,8}《[^《》]{2,16}》(?:影印|"
    r"景印)?(?:[^,()《》]{0,8}(?:《[^《》]{2,16}》)?本)?)\s?(?=[,)]|$)(?<=[本印])"
)
_SITE = re.compile(r"^[“]?[^,()“”:]{1,20}(?:网|网站|在线|官网|公众号|新闻网|博客|微博|频道|数据库)[”]?$")


def parse_note(reading: Reading) -> None:
    """Read a citation in the note style."""
    take_abbreviation(reading)
    read_back(reading)
    take_web(reading)
    _take_reprint(reading)
    plan = lay_out(reading.shape)
    if take_numbered(reading, plan):
        return
    preface = _take_preface_by(reading, plan)
    if plan.main is None:
        read_untitled(reading)
        return
    _take_case(reading, plan.main)
    kind = _periodical_of(reading, plan)
    if reading.back is None:
        read_note_behind(reading, plan.main.end)
    heading = _take_titles(reading, plan, kind, preface)
    take_number(reading)
    letter = heading is not None and heading.recipient is not None
    archival.take_holding_before(reading, plan.main.start, letter)
    take_statements(reading, plan, preface)
    _take_parties(reading, plan.main, heading)
    _take_rest(reading, plan, kind, heading)
    decide_type(reading, plan, kind, heading)


def _take_case(reading: Reading, main: Title) -> None:
    """陆红霞诉南通市发改委政府信息公开案，《最高人民法院公报》2015年第11期: a case reported in a journal."""
    found = _CASE.match(reading.shape[: main.start])
    if found:
        reading.take("title", *found.span("case"), "zh name of a case")


def _take_reprint(reading: Reading) -> None:
    """《四部丛刊》本, 《百部丛书集成》影印《湖北丛书》本: the edition of an old book by its series."""
    if "》本" in reading.shape or "》影印" in reading.shape:
        found = _REPRINT.search(reading.shape)
        if found:
            reading.take("edition", *found.span("edition"), "zh edition by its series")


def _periodical_of(reading: Reading, plan: Plan) -> Title | None:
    """The title that names a journal or newspaper, if one does."""
    title = plan.container or plan.main
    if (
        title is plan.main
        and title is not None
        and reading.shape[: title.start].strip(" ,:\x1f") not in zh.PLACES | {""}
    ):
        return None
    if title is None or plan.series is not None or (title is plan.main and plan.main.mark != "《"):
        return None
    tail = reading.shape[title.end :]
    if title is plan.container and plan.main and plan.main.mark == "“" and periodical.is_monthly(tail):
        return title  # “决策”，《二十一世纪》2000年10月: what stands in quotation marks is an article
    return title if periodical.is_periodical(reading.shape, title, tail) else None


def _take_preface_by(reading: Reading, plan: Plan) -> bool:
    """戴逸为…编：《…》（…）所作的序: the preface is the work, the book its container."""
    if plan.main is None or plan.container is not None:
        return False
    if take_letter_before(reading, plan.main.start):
        plan.container = plan.main
        return True
    after = reading.shape[plan.main.end :]
    written = re.search(rf"(?:所作|所写|所撰|写|作|撰)的?(?P<word>{zh.FRONT_MATTER})", after)
    by = _PREFACE_BY.match(reading.shape[: plan.main.end])
    if by and written:
        at = plan.main.end
        reading.take(
            "title", at + written.start("word"), at + written.end("word"), "zh preface written for a book"
        )
        reading.connect(at + written.start(), at + written.start("word"))
        names, _ = read_names(reading, *by.span("who"))
        reading.claim("author", names, *by.span("who"), "zh author of a preface")
        reading.connect(by.end("who"), by.start("book"))
        plan.container = plan.main
        return True
    word = _PREFACE_AFTER.match(after)
    if word and not after.startswith((",", "(")) and not re.match(r"卷", after):
        at = plan.main.end
        reading.take("title", at + word.start("word"), at + word.end("word"), "zh preface of a book")
        plan.container = plan.main
        return True
    return False


def _take_titles(reading: Reading, plan: Plan, kind: Title | None, preface: bool) -> Heading | None:
    """Record the titles; what the heading of a document says is handed back."""
    heading = None
    main = plan.main
    assert main is not None
    for title in plan.quoted:
        mark = re.search(r"(?:所)?引\s?$", reading.shape[: title.start])
        reading.connect(mark.start() if mark else title.start, title.end)
    if kind is not main and not preface:
        heading = _take_main(reading, main)
    if plan.container is not None and plan.container is not kind:
        reading.claim(
            "container-title",
            _inner(reading, plan.container),
            plan.container.start,
            plan.container.end,
            "zh container",
        )
    if plan.series is not None:
        reading.claim(
            "collection-title", _inner(reading, plan.series), plan.series.start, plan.series.end, "zh series"
        )
    return heading


def _inner(reading: Reading, title: Title) -> str:
    return (
        reading.text[slice(*title.inner())].strip()
        if reading.whole[title.end - 1] in "》〉”"
        else reading.text[title.start + 1 : title.end].strip()
    )


def _take_main(reading: Reading, main: Title) -> Heading | None:
    start, end = main.inner()
    if reading.whole[main.end - 1] not in "》〉”":
        end = main.end
    number = _NUMBER_SIGN.match(reading.shape[start:end])
    if number:
        reading.imply("number", number["number"], start, start + number.end(), "zh number of a document")
        start += number.end()
    heading = read_heading(reading.shape[start:end])
    dated = _TITLE_DATE.search(reading.shape[start:end])
    if dated and (dated["month"] or heading):
        found = DATE.search(reading.shape, start + dated.start("date"), start + dated.end("date"))
        if found:
            reading.imply("original-date", date_of(found), *found.span(), "zh date after a heading")
        end = start + dated.start()
    reading.claim("title", reading.text[start:end].strip(), main.start, main.end, "zh title")
    return heading


def _take_parties(reading: Reading, main: Title, heading: Heading | None) -> None:
    """Sender, recipient and kind of a document, as its heading states them."""
    if heading is None:
        return
    offset = main.start + 1
    number = _NUMBER_SIGN.match(reading.whole[offset : main.end])
    if number:
        offset += number.end()
    if heading.genre:
        reading.imply("genre", heading.genre, main.start, main.end, "zh genre from the heading")
    if heading.sender and not reading.has("author"):
        span = (offset + heading.sender[0], offset + heading.sender[1])
        names, _ = read_names(reading, *span, transcribed=True)
        if names:
            reading.imply("author", names, *span, "zh sender from the heading")
    if heading.recipient:
        span = (offset + heading.recipient[0], offset + heading.recipient[1])
        names, _ = read_names(reading, *span, transcribed=True)
        if names:
            reading.imply("recipient", names, *span, "zh recipient from the heading")


def _take_rest(reading: Reading, plan: Plan, kind: Title | None, heading: Heading | None) -> None:
    """Everything behind the titles."""
    main = plan.main
    assert main is not None
    order = plan.order()
    if kind is not None:
        _take_periodical_rest(reading, plan, kind, order)
        return
    annals = _ANNALS.search(reading.whole[main.start : main.end]) is not None
    bare = _BARE_SECTION.match(reading.shape, main.end)
    if bare and not plan.sections and plan.container is None:
        reading.take("section", *bare.span("section"), "zh division of an old book")
    imprint.take_section(reading, main.end, len(reading.shape), annals)
    if plan.series is not None:
        imprint.take_volume(
            reading, plan.series.end, min(len(reading.shape), plan.series.end + 16), "collection-number"
        )
    take_pages(reading, main.end)
    reading.connect_match(_CHAPTER.search(reading.shape, main.end))
    for title in reversed(order[:2]):
        if not reading.has("volume") and title is not plan.series:
            following = [t.start for t in order if t.start > title.start]
            imprint.take_volume(reading, title.end, min(following, default=len(reading.shape)))
    if not reading.has("volume") and plan.series is not None:
        imprint.take_volume(reading, plan.series.end, len(reading.shape))
    take_academic(reading, main.end)
    take_law(reading, main)
    archived = archival.take_holding(reading, main.end) or reading.has("archive")
    _take_document_date(reading, plan, archived, heading)
    imprint.take_series_behind(reading, main.end)
    take_series_word(reading, main.end)
    imprint.take_imprint(reading, main.end)
    _take_late(reading, main.end)


def _take_periodical_rest(reading: Reading, plan: Plan, kind: Title, order: list[Title]) -> None:
    newspaper = periodical.is_newspaper(reading.whole[kind.start + 1 : kind.end - 1])
    whole = kind is plan.main and not newspaper and not reading.has("title")
    field = "title" if whole else "container-title"
    if plan.main is not kind and plan.main is not None:
        part = re.match(
            r"\s?[(](?:[上中下]|[一二三四五]|续|[续完之一二三四]+)[)]", reading.shape[plan.main.end :]
        )
        if part:
            reading.connect(plan.main.end, plan.main.end + part.end())
        _take_document_date_before(reading, plan.main.end, kind.start)
    periodical.take_periodical(reading, kind, field)
    name = reading.whole[kind.start + 1 : kind.end - 1]
    dated = DATE.search(reading.shape, kind.end)
    if periodical.is_newspaper(name) or (dated and dated["day"] and not reading.has("issue")):
        periodical.take_newspaper_page(reading, kind.end)
    if reading.locator is None:
        take_pages(reading, kind.end)
    if reading.locator is None and dated and dated["day"]:
        periodical.take_newspaper_page(reading, kind.end)
    periodical.take_dates(reading, kind.end)
    periodical.take_column(reading, kind.end)
    periodical.take_place(reading, kind.end)
    archival.take_holding(reading, kind.end)
    _take_late(reading, kind.end)


def _take_document_date_before(reading: Reading, start: int, stop: int) -> None:
    found = DATE.search(reading.shape, start, stop)
    if found and not reading.has("original-date"):
        reading.claim("original-date", date_of(found), *found.span(), "zh date of a document")


def _take_document_date(reading: Reading, plan: Plan, archived: bool, heading: Heading | None) -> None:
    """The date of a document itself, which stands between its title and its container or archive."""
    main = plan.main
    assert main is not None
    limit = plan.container.start if plan.container else len(reading.shape)
    diary = re.search(r"日记|年谱|日志|日录", reading.whole[main.start : main.end]) is not None
    for pattern in (DATE, NUMERIC_DATE):
        found = pattern.search(reading.shape, main.end, limit)
        if found is None or (found.groupdict().get("month") is None and not archived and not plan.container):
            continue
        following = reading.shape[found.end() : found.end() + 1]
        if (following and following in "版第影标点") or (
            not archived and plan.container is None and _imprinted_before(reading, main.end, found.start())
        ):
            continue
        if diary and not archived:
            reading.connect(
                found.start(), found.end() + (reading.shape[found.end() : found.end() + 1] == "条")
            )
        elif not reading.has("original-date"):
            reading.claim("original-date", date_of(found), *found.span(), "zh date of a document")
        return
    reign = REIGN_DATE.search(reading.shape, main.end, limit)
    if reign and diary and not archived:
        reading.connect(*reign.span())
    elif (
        reign
        and (archived or plan.container)
        and not re.match(r"[^,()]*[本刻刊印]", reading.shape[reign.end() :])
    ):
        reading.claim(
            "custom.original-date-literal",
            reading.text[reign.start() : reign.end()],
            *reign.span(),
            "zh reign date",
        )


def _imprinted_before(reading: Reading, start: int, stop: int) -> bool:
    """Whether a place or publisher precedes the date, which then is that of publication."""
    passage = reading.shape[start:stop]
    return re.search(r"[一-鿿“]\s?:|出版|书局|书店|印书馆|书社|公司|大学|学院|印|馆|社", passage) is not None


def _take_late(reading: Reading, start: int) -> None:
    """What needs everything else to be read: site of a page, quoted preface, bare words."""
    for span in chunks(reading.shape, start, len(reading.shape)):
        piece = reading.shape[slice(*span)]
        if reading.has("URL") and _SITE.match(piece) and not reading.has("container-title"):
            begin = strip_lead(reading.shape, *span)
            reading.connect(span[0], begin)
            reading.take("container-title", begin, span[1], "zh site")
        elif re.fullmatch(
            rf"[“〈]?(?:{zh.FRONT_MATTER}|节录|节选|摘要|影印件|原件|复印件|下同|载|见|收|同上)[”〉]?", piece
        ):
            reading.connect(*span)
    if reading.has("URL") and not reading.has("issued"):
        for pattern in (DATE, NUMERIC_DATE):
            found = pattern.search(reading.shape, start)
            if found:
                reading.claim("issued", date_of(found), *found.span(), "zh date of a page")
                return
