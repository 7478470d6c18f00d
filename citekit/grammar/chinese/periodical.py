"""Journals and newspapers: 《新青年》第2卷第6号; 《民国日报》（广州）1933年8月11日，第1张第4版."""

from __future__ import annotations

import re

from citekit.grammar.chinese.reading import Reading, chunks
from citekit.grammar.chinese.titles import Title
from citekit.languages import zh
from citekit.model import Date
from citekit.recognise.chinese_dates import DATE, NUMERIC_DATE, REIGN_DATE, date_of
from citekit.recognise.chinese_numbers import NUMBER, arabic, arabic_runs
from citekit.recognise.chinese_pages import NEWSPAPER_PAGE, normalise

_NOT_NEWSPAPER = re.compile(f"(?:{zh.NOT_NEWSPAPERS})$")
_NEWSPAPER = re.compile(f"(?:{zh.NEWSPAPERS}|报|日报|晚报|晨报|时报|商报|新闻|News|Daily|Times)$")
_JOURNAL = re.compile(f"(?:{zh.JOURNAL_WORDS})(?:[(].*)?$")
_YEAR_OF = re.compile(r"(?P<year>[12][0-9]{3})\s?年(?:度)?(?!\s?[0-9〇一二三四五六七八九十]{1,3}\s?月)")
_VOLUME = re.compile(
    rf"(?:第\s?(?P<a>{NUMBER}(?:[-、]{NUMBER})?)\s?[卷年](?!本)|"
    rf"(?<![0-9])(?P<b>{NUMBER})\s?卷(?=\s?[,、]?\s?(?:第|"
    rf"{NUMBER}\s?[期号]))|新?(?P<c>[0-9]+)\s?(?=[(][0-9]+[)]))"
)
_ISSUE = re.compile(
    rf"(?:(?<!总)第\s?(?P<a>(?:S|Z)?{NUMBER}(?:\s?[-、,/]\s?(?:第\s?)?{NUMBER})?)\s?(?:期|号|册|辑|"
    rf"分册|本|回|次)(?:第?[上中下](?:[编册部])?)?(?:\s?合刊)?|"
    rf"(?<![第总0-9])(?P<b>{NUMBER}(?:\s?[-、]\s?{NUMBER})?)\s?期(?:\s?合刊)?"
    r"|(?P<c>[春夏秋冬](?:季)?(?:季号|季卷|之卷|号|季)|增刊(?:第?[0-9一二三四五六]+[期号]?)?|特刊|"
    r"专号|创刊号|试刊号|纪念号|专刊))"
)
_WHOLE_ISSUE = re.compile(rf"[,(]?\s?总\s?(?:第\s?)?(?P<n>{NUMBER}(?:-{NUMBER})?)\s?(?:期|号|辑)\s?[)]?")
_BRACKET = re.compile(r"\s?[(](?P<inside>[^()]{1,16})[)]")
_PLACE_BRACKET = re.compile(r"^\s?[(][^()0-9]{1,16}[)]")
_OWN_PART = re.compile(r"版|刊|报|号外|社会科学|自然科学|人文|哲学|双月|月刊|网络|网路|英文")
_YEARS = re.compile(r"([12][0-9]{3})\s?年?\s?-\s?([12][0-9]{3})\s?年")
# 《二十一世纪》2000年10月号: the issue of a monthly is called by its month
_MONTHLY = re.compile(
    rf"[\s,]*[12][0-9]{{3}}\s?年\s?(?:{NUMBER}\s?月(?:\s?[-、]\s?{NUMBER}\s?月)?|[春夏秋冬]季)(?P<mark>[号刊])?"
)
_MARK_BEHIND = re.compile(r"\s?[号刊](?=\s?(?:[,;()\x1f]|$))")
_COLUMN = re.compile(r"[,\s]?[“〈](?P<column>[^“”〈〉]{1,16})[”〉]")


def is_periodical(shape: str, title: Title, tail: str) -> bool:
    """Whether *title* is a journal or newspaper, by what follows it (*tail*) and how it is called."""
    name = shape[title.start + 1 : title.end - 1]
    issue = _ISSUE.search(tail[:48])
    head = _PLACE_BRACKET.sub("", tail[:40], count=1)
    if _WHOLE_ISSUE.match(tail.lstrip(" ,")):
        return True
    monthly = _MONTHLY.match(tail)
    if monthly and monthly["mark"]:
        return True
    if issue and (
        issue["b"]
        or issue["c"]
        or tail[issue.end() - 1] in "期号刊"
        or tail[issue.end() - 2 : issue.end()] == "期"
    ):
        return not re.search(r"出版社|书局|书店", tail[: issue.start()]) and not (
            issue["c"] and not _JOURNAL.search(name)
        )
    if re.match(r"\s?[,]?\s?(?:[12][0-9]{3}\s?年?\s?[,]?\s?)[0-9]+\s?[(][0-9-]+[)]", tail) or re.match(
        r"\s?[,]?\s?[0-9]+\s?[(][0-9-]+[)]", tail
    ):
        return True
    if is_newspaper(name) or _JOURNAL.search(name):
        at = DATE.search(head) or REIGN_DATE.search(head) or NUMERIC_DATE.search(head)
        if (
            at
            and at.start() <= 16
            and not re.search(r"出版|书局|书店|印书馆|[一-鿿]:", head[: at.end() + 3])
            and not re.match(r"\s?(?:版|影印|印)", head[at.end() :])
        ):
            return is_newspaper(name) or (
                _JOURNAL.search(name) is not None
                and (bool(at.groupdict().get("month")) or "辑" in head or "册" in head)
            )
        if issue and is_newspaper(name):
            return True
        return bool(re.match(r"[,\s]*(?:(?:第\s?)?\w{1,3}\s?版|版\s?\w)", head)) and is_newspaper(name)
    return bool(
        NEWSPAPER_PAGE.search(tail)
        and re.match(r"[\s,]*[12][0-9]{3}\s?年[^,]{0,12}[日号]", head)
        and "出版" not in tail
    )


def is_monthly(tail: str) -> bool:
    """Whether year and month stand right behind a title and no publisher after them."""
    return _MONTHLY.match(tail) is not None and re.search(r"出版|书局|书店|印书馆|版(?:,|$)", tail) is None


def is_newspaper(name: str) -> bool:
    """Whether a periodical called *name* is a newspaper: it ends in 报, but not in 学报, 丛报, 月报."""
    bare = re.sub(r"[(].*$", "", name).strip()
    if re.search(f"(?:{zh.NEWSPAPERS})$", bare):
        return True
    return _NEWSPAPER.search(bare) is not None and _NOT_NEWSPAPER.search(bare) is None


def take_periodical(reading: Reading, title: Title, field: str) -> None:
    """Record name, place, volume, issue and date of the periodical *title*, whose name becomes *field*."""
    end = title.end
    bracket = _BRACKET.match(reading.shape, end)
    name_start, name_end = title.inner()
    place: tuple[int, int] | None = None
    value = reading.text[name_start:name_end]
    if bracket and not re.match(r"[0-9〇一二三四五六七八九十第民]", bracket["inside"].strip()):
        if _OWN_PART.search(bracket["inside"]) and bracket["inside"] not in zh.PLACES:
            value += reading.text[bracket.start() : bracket.end()].strip()
            end = bracket.end()
        elif len(bracket["inside"]) <= 6:
            place = bracket.span("inside")
    if place is None:
        reading.claim(field, value, title.start, end, "zh periodical")
    else:
        reading.claim(field, value, title.start, title.end, "zh periodical")
        reading.take("publisher-place", *place, "zh place of a periodical")
    _take_volume_issue(reading, title.end)


def _take_volume_issue(reading: Reading, start: int) -> None:
    shape = reading.shape
    stop = min(len(shape), start + 60)
    volume = _VOLUME.search(shape, start, stop)
    if volume and volume.lastgroup:
        group = volume.lastgroup
        if not (shape[volume.end() - 1] == "年" and not _ISSUE.match(shape[volume.end() :].lstrip(" ,"))):
            reading.claim(
                "volume",
                arabic_runs(reading.whole[slice(*volume.span(group))]),
                *volume.span(),
                "zh volume of a periodical",
            )
    whole = _WHOLE_ISSUE.search(reading.shape, start, stop)
    issue = _ISSUE.search(reading.shape, start, stop)
    if whole and issue and whole.start() <= issue.start() < whole.end():
        issue = _ISSUE.search(reading.shape, whole.end(), stop)
    if issue and issue.lastgroup:
        group = issue.lastgroup
        words = reading.whole[slice(*issue.span(group))]
        value = (
            words
            if group == "c"
            else re.sub(
                r"\s|第",
                "",
                ", ".join(arabic(w) for w in words.split(",")) if "," in words else arabic_runs(words),
            )
        )
        reading.claim("issue", value, *issue.span(), "zh issue of a periodical")
        if whole:
            reading.connect(*whole.span())
    elif whole:
        reading.claim("issue", arabic(whole["n"]), *whole.span(), "zh whole number of a periodical")
    else:
        in_brackets = re.search(r"[(]\s?(?P<n>[0-9]+(?:[-/][0-9]+)?)\s?[)]", reading.shape[start:stop])
        if in_brackets and reading.has("volume"):
            reading.claim(
                "issue",
                in_brackets["n"],
                start + in_brackets.start(),
                start + in_brackets.end(),
                "zh issue of a periodical",
            )
    years = _YEARS.search(reading.shape, start, stop)
    if years:
        span = ((int(years[1]),), (int(years[2]),))
        reading.claim("issued", Date(span), *years.span(), "zh years of a periodical")
        return
    year = _YEAR_OF.search(reading.shape, start, stop)
    dated = DATE.match(reading.shape, year.start()) if year else None
    if year and dated:
        reading.claim("issued", date_of(dated), *year.span(), "zh year of a periodical")


def take_newspaper_page(reading: Reading, start: int) -> None:
    """Record the page of a newspaper as the locator, its sheet as the section."""
    found = NEWSPAPER_PAGE.search(reading.shape, start)
    if found is None:
        return
    page = found["page"] or found["page_after"]
    if page is None:
        reading.claim(
            "section",
            re.sub(r"\s", "", reading.text[found.start() : found.end()]),
            *found.span(),
            "zh sheet of a newspaper",
        )
        return
    more = found["more"] or found["more_after"] or ""
    reading.locate(normalise(page + more), *found.span())
    if found["sheet"]:
        sheet = re.sub(r"\s", "", reading.text[slice(*found.span("sheet"))])
        reading.imply("section", sheet, *found.span("sheet"), "zh sheet of a newspaper")


def take_column(reading: Reading, start: int) -> None:
    """Record the column of a periodical, “新章” or 〈圖書副刊〉, as the section."""
    found = _COLUMN.search(reading.shape, start)
    if found and not reading.has("section"):
        reading.claim(
            "section", reading.text[slice(*found.span("column"))], *found.span(), "zh column of a periodical"
        )


def take_dates(reading: Reading, start: int) -> None:
    """Record the date of the issue; a fuller date replaces the bare year already read."""
    dates = [*DATE.finditer(reading.shape, start), *NUMERIC_DATE.finditer(reading.shape, start)]
    for found in dates:
        date = date_of(found)
        held = reading.get("issued")
        if held is not None and len(getattr(held, "parts", ((),))[0]) >= len(date.parts[0]):
            reading.connect(*found.span())
            continue
        earlier = next((f.span for f in reading.fields if f.name == "issued"), None)
        if earlier is not None:
            reading.drop("issued")
            reading.connect(earlier.start - reading.base, earlier.end - reading.base)
        reading.claim("issued", date, *found.span(), "zh date of an issue")
        reading.connect_match(_MARK_BEHIND.match(reading.shape, found.end()))
    if not reading.has("issued"):
        bare = re.search(r"(?<=[(,])\s?(?P<year>[12][0-9]{3})(?=\s?[,)])", reading.shape[start:])
        if bare:
            reading.claim(
                "issued",
                Date(((int(bare["year"]),),)),
                start + bare.start("year"),
                start + bare.end("year"),
                "zh year of a periodical",
            )
    reign = REIGN_DATE.search(reading.shape, start)
    if reign and not reading.has("issued"):
        reading.claim(
            "custom.original-date-literal",
            reading.text[reign.start() : reign.end()],
            *reign.span(),
            "zh reign date",
        )


def take_place(reading: Reading, start: int) -> None:
    """Record a place that stands between commas: 《民国日报》，上海，1925年."""
    for span in chunks(reading.shape, start, len(reading.shape)):
        if reading.shape[slice(*span)] in zh.PLACES and not reading.has("publisher-place"):
            reading.take("publisher-place", *span, "zh place of a periodical")
