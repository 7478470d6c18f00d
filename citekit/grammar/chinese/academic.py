"""Theses, reports, papers read at meetings, laws, and series named without brackets."""

from __future__ import annotations

import re

from citekit.grammar.chinese.reading import Reading, chunks, trim
from citekit.grammar.chinese.titles import Title
from citekit.languages import zh
from citekit.recognise.chinese_dates import DATE, date_of
from citekit.recognise.chinese_numbers import arabic

_THESIS = re.compile(
    rf"(?P<before>[^,()\x1f《》]*?)(?P<genre>(?:未刊)?(?:{zh.THESIS_WORDS}))(?:\s?\(?未刊稿?\)?)?"
)
_REPORT = re.compile(rf"(?P<before>[^,()\x1f《》]*?)(?P<genre>{zh.REPORT_WORDS})(?=[,()\x1f]|$)")
_PAPER = re.compile(
    rf"[“](?P<event>[^“”]+)[”](?P<kind>(?:国际)?(?:学术)?(?:研讨会|讨论会|会议|论坛|"
    rf"年会)?)\s?(?:提交)?(?P<genre>{zh.PAPER_WORDS})"
)
_PAPER_PLAIN = re.compile(
    rf"(?P<event>[^,()“”\x1f《》]{{3,40}}(?:研讨会|讨论会|会议|论坛|年会|大会|"
    rf"座谈会))\s?(?P<genre>{zh.PAPER_WORDS})(?=[,()\x1f]|$)"
)
_SERIES_WORD = re.compile(
    r"(?P<series>[^,(;]*?(?:丛书|丛刊|文库|译丛|书系))(?:之(?P<n>[0-9一二三四五六七八九十]+)|"
    r"第(?P<m>[0-9一二三四五六七八九十]+)[种辑集])?$"
)
LAW = re.compile(r"(?:[^论研]法|法典|条例|宪法|办法|规定|细则|司法解释|规则)(?:\([^)]*\))?$")
_ARTICLE = re.compile(
    r"第\s?(?P<n>[0-9〇一二三四五六七八九十百千]+)\s?条(?:第\s?[0-9一二三四五六七八九十]+\s?款)?(?:第\s?[0-9一二三四五六七八九十(]+\)?\s?项)?"
)
_ISSUE_MARK = re.compile(r"^[一-鿿]{1,8}[\[(]?[12][0-9]{3}[\])]?(?:第)?[0-9]+号$")


def take_academic(reading: Reading, start: int) -> None:
    """Theses, reports of research, papers read at a meeting."""
    shape = reading.shape
    if (
        "论文" not in shape
        and "报告" not in shape
        and "稿" not in shape
        and "发言" not in shape
        and "演讲" not in shape
    ):
        return
    for pattern, kind in ((_THESIS, "thesis"), (_REPORT, "report")):
        found = pattern.search(shape, start)
        if found:
            _take_school(reading, found)
            reading.claim(
                "genre",
                reading.text[slice(*found.span("genre"))],
                *found.span("genre"),
                f"zh genre of a {kind}",
            )
            reading.imply("type", kind, *found.span("genre"), f"zh {kind}")
            rest = re.match(r"\s?[(]?未刊稿?[)]?", reading.shape[found.end("genre") :])
            if rest and rest[0].strip():
                reading.connect(found.end("genre"), found.end("genre") + rest.end())
            _take_school_after(reading, start)
            return
    paper = _PAPER.search(shape, start) or _PAPER_PLAIN.search(shape, start)
    if paper:
        event_end = paper.end("kind") if "kind" in paper.groupdict() and paper["kind"] else paper.end("event")
        value = reading.text[paper.start("event") : event_end].strip("”“").replace("”", "")
        reading.claim("event-title", value, paper.start(), paper.start("genre"), "zh meeting")
        reading.claim(
            "genre", reading.text[slice(*paper.span("genre"))], *paper.span("genre"), "zh genre of a paper"
        )
        reading.imply("type", "speech", *paper.span("genre"), "zh paper read at a meeting")
        _take_event_place(reading, start)


def _take_school(reading: Reading, found: re.Match[str]) -> None:
    """北京大学2002年博士学位论文: school and year before the genre."""
    before = trim(reading.shape, *found.span("before"))
    if before[0] >= before[1]:
        return
    piece = reading.shape[slice(*before)]
    year = re.search(r"[12][0-9]{3}\s?(?:年|届)", piece)
    if year:
        dated = DATE.match(piece[year.start() :].replace("届", "年"))
        if dated:
            reading.claim(
                "issued",
                date_of(dated),
                before[0] + year.start(),
                before[0] + year.end(),
                "zh year of a thesis",
            )
        if year.end() < len(piece):
            reading.take("publisher", before[0] + year.end(), before[1], "zh school of a thesis")
        before = (before[0], before[0] + year.start())
    if before[0] < before[1] and not reading.has("publisher"):
        colon = reading.shape.find(":", *before)
        if colon > 0:
            reading.take("publisher-place", before[0], colon, "zh place of a thesis")
            before = (colon + 1, before[1])
        reading.take("publisher", *before, "zh school of a thesis")


def _take_school_after(reading: Reading, start: int) -> None:
    """博士学位论文，北京师范大学历史系，2000年."""
    if reading.has("publisher"):
        return
    for span in chunks(reading.shape, start, len(reading.shape)):
        piece = reading.shape[slice(*span)]
        if re.search(
            r"大学|学院|研究院|研究所|研究生院|党校|系$|所$|社会科学院|社科院", piece
        ) and not re.search(r"[0-9]{4}", piece):
            colon = piece.find(":")
            if colon > 0:
                reading.take("publisher-place", span[0], span[0] + colon, "zh place of a thesis")
                span = (span[0] + colon + 1, span[1])
            reading.take("publisher", *span, "zh school of a thesis")
            return


def _take_event_place(reading: Reading, start: int) -> None:
    for span in chunks(reading.shape, start, len(reading.shape)):
        piece = reading.shape[slice(*span)]
        if (piece in zh.PLACES or re.fullmatch(r"[一-鿿·]{2,10}", piece)) and not reading.has("event-place"):
            reading.take("event-place", *span, "zh place of a meeting")


def take_law(reading: Reading, main: Title) -> None:
    """《民法典》第27条; 国发〔2010〕33号."""
    article = _ARTICLE.search(reading.shape, main.end)
    name = reading.whole[main.start + 1 : main.end - 1]
    if (
        article
        and reading.locator is None
        and (LAW.search(name) or re.search(r"法|条约|协定|章程|规则|条例", name))
    ):
        reading.locate(arabic(article["n"]), *article.span(), "section")
        if not reading.has("author"):
            reading.imply("type", "legislation", *article.span(), "zh article of a law")
    for span in chunks(reading.shape, main.end, len(reading.shape)):
        if _ISSUE_MARK.match(reading.shape[slice(*span)]):
            reading.take("number", *span, "zh number of a decree")
            issued = DATE.search(reading.shape, span[1])
            if issued:
                reading.claim("issued", date_of(issued), *issued.span(), "zh day of a decree")
                reading.connect_match(
                    re.compile("发布|公布|颁布|通过|施行|印发|修订|修正").match(reading.shape, issued.end())
                )
            reading.imply("type", "legislation", *span, "zh number of a decree")


def take_series_word(reading: Reading, start: int) -> None:
    """（中国社会科学院文库）: a series named without brackets of a title."""
    if reading.has("collection-title"):
        return
    for span in chunks(reading.shape, start, len(reading.shape)):
        found = _SERIES_WORD.match(reading.shape[slice(*span)])
        if found and len(found["series"]) > 3:
            reading.take("collection-title", span[0], span[0] + found.end("series"), "zh series")
            group = "n" if found["n"] else "m"
            if found[group]:
                reading.take(
                    "collection-number",
                    span[0] + found.start(group),
                    span[0] + found.end(group),
                    "zh number in a series",
                )
