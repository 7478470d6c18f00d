"""Who is named before each title of a citation in the note style."""

from __future__ import annotations

import re

from citekit.grammar.chinese.reading import Reading, chunks
from citekit.grammar.chinese.statement import (
    Statement,
    claim_statement,
    read_statements,
    role_at_end,
    strip_lead,
)
from citekit.grammar.chinese.titles import Plan
from citekit.languages import zh
from citekit.model import Date
from citekit.recognise.chinese_dates import DATE, ERAS

_ERA_BEFORE = re.compile(
    rf"^\s?[(\[]?(?P<era>(?:{ERAS})(?:朝)?(?:[0-9〇一二三四五六七八九十]+年)?)[)\]]?\s?$"
)
_YEAR_BEFORE = re.compile(r"(?:[,.]\s?|\s?\()(?P<year>(?:18|19|20)[0-9]{2})[a-z]?\s?[)]?\s?[,:.]?\s?$")
_HELD_BEFORE = re.compile(r"^\s?(?P<archive>[^,:《]{4,30}?)(?:收|典)?藏\s?[,:]\s?$")


def take_statements(reading: Reading, plan: Plan, preface: bool) -> None:
    """Record who is named before each title, and the era before the title of a gazetteer."""
    last = 0
    for title in plan.order():
        start = last
        last = title.end
        if title is plan.main and preface and plan.container is title:
            _claim_before(
                reading,
                _after_blank(reading, start, title.start),
                title.start,
                main=True,
                author=not reading.has("author"),
            )
            break
        if title is plan.main:
            _take_year_after_author(reading, title.start)
            _claim_before(reading, _after_blank(reading, start, title.start), title.start, main=True)
        else:
            _claim_before(reading, _before_container(reading, start, title.start), title.start, main=False)


def _take_year_after_author(reading: Reading, stop: int) -> None:
    """费孝通，1998，《乡土中国》: the year of the author-date lists."""
    found = _YEAR_BEFORE.search(reading.shape, 0, stop)
    if found:
        reading.claim(
            "issued", Date(((int(found["year"]),),)), found.start(), found.end(), "zh year after the author"
        )


def _after_blank(reading: Reading, start: int, stop: int) -> int:
    """Where the statement begins, after the last understood passage."""
    stop = len(reading.shape[:stop].rstrip("\x1f ,:"))
    return reading.shape.rfind("\x1f", start, stop) + 1 if "\x1f" in reading.shape[start:stop] else start


def _claim_before(reading: Reading, start: int, stop: int, main: bool, author: bool = True) -> None:
    era = _ERA_BEFORE.match(reading.shape[start:stop].strip(",: ") and reading.shape[start:stop])
    if era:
        reading.claim(
            "edition",
            reading.text[slice(start + era.start("era"), start + era.end("era"))],
            start,
            stop,
            "zh era of a gazetteer",
        )
        return
    if start >= stop:
        return
    if reading.shape[start:stop].strip(" ,") in zh.PLACES:
        reading.take("publisher-place", start, stop, "zh place before a newspaper")
        return
    held = _HELD_BEFORE.match(reading.shape[start:stop])
    if held:
        reading.take("archive", start, start + held.end("archive"), "zh repository before the records")
        reading.connect(start + held.end("archive"), stop)
        return
    begin = strip_lead(reading.shape, start, stop)
    if begin > start:
        reading.connect(start, begin)
    for statement in read_statements(reading, begin, stop):
        _claim_one(reading, statement, main, author)


def _claim_one(reading: Reading, statement: Statement, main: bool, author: bool) -> None:
    """Record a statement; one without a role before a container names its author, who may be the writer."""
    if statement.role == "author" and (not main or not author):
        if reading.has("author"):
            if statement.names == reading.get("author"):
                reading.connect(statement.start, statement.end)
            else:
                claim_statement(
                    reading,
                    Statement("container-author", statement.names, statement.start, statement.end),
                    "zh author of a container",
                )
            return
        if not main:
            claim_statement(
                reading,
                Statement("container-author", statement.names, statement.start, statement.end),
                "zh author of a container",
            )
            return
    claim_statement(reading, statement, "zh statement before the title")


def _before_container(reading: Reading, start: int, stop: int) -> int:
    """Where the statement of a container begins between two titles."""
    pieces = chunks(reading.shape, start, stop)
    begin = stop
    for at, (piece_start, piece_end) in enumerate(reversed(pieces)):
        piece = reading.shape[piece_start:piece_end]
        last = at == 0
        lead = strip_lead(reading.shape, piece_start, piece_end) > piece_start or piece in zh.CONTAINER_LEADS
        ends = reading.shape[piece_end : piece_end + 1]
        role = role_at_end(piece)
        if DATE.search(piece) or re.match(r"第|卷", piece):
            break
        if lead:
            return piece_start
        if last and piece in zh.PLACES and piece_end == stop:
            return piece_start
        if (
            (last and (ends == ":" or (role and ends != ",") or (role and role[0] != "translator")))
            or (not last and role and begin < stop)
            or (last and ends == "," and _could_be_name(piece))
        ):
            begin = piece_start
        elif not last:
            break
    return begin


def _could_be_name(piece: str) -> bool:
    return re.fullmatch(r"[一-鿿]{2,4}(?:、[一-鿿]{2,4})*等?", piece) is not None and piece not in zh.PLACES
