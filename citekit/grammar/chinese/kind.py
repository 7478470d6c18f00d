"""The CSL type of a work, from what its citation states (PROFILE, Type)."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.grammar.chinese import periodical
from citekit.grammar.chinese.academic import LAW
from citekit.grammar.chinese.correspondence import Heading
from citekit.grammar.chinese.reading import Reading
from citekit.grammar.chinese.titles import Plan, Title
from citekit.languages import zh
from citekit.model import Date

_RECORDS = re.compile(r"(?:档案|文物|全宗|文书)[》〉]$")
_BARE_PERIODICAL = re.compile(r"(?:日报|晚报|时报|申报|大公报|民报|晨报|杂志|[月季周旬]刊|学报|公报)$")
_SPEECH_TITLE = re.compile(rf"(?:{zh.SPEECH_WORDS})(?:稿|词|辞|提纲|记录)?$")
INTERVIEW = re.compile(r"访谈|采访|访问记录|口述")
_UNPUBLISHED = re.compile(rf"(?:{zh.UNPUBLISHED_WORDS})")
_NEWSPAPER_PAGE = re.compile(r"[张版]")


def decide_type(reading: Reading, plan: Plan, kind: Title | None, heading: Heading | None) -> None:
    """The CSL type, from what the citation states (PROFILE, Type)."""
    main = plan.main
    assert main is not None
    name, rule = _kind_of_work(reading, plan, kind, heading)
    if (
        name != "article-newspaper"
        and kind is None
        and name not in ("chapter", "personal_communication", "document")
    ):
        _drop_genre(reading)
    if name in ("speech", "webpage"):
        _date_as_issued(reading)
    if (
        name in ("document", "personal_communication")
        and reading.has("container-title")
        and reading.has("archive")
    ):
        _container_as_records(reading)
    if name in ("document", "personal_communication") and reading.has("archive_location") and heading is None:
        _title_as_records(reading, main)
    if not reading.has("type"):
        reading.imply("type", name, main.start, main.end, rule)
    title = reading.whole[main.start : main.end]
    language = (
        "ja"
        if re.search(r"[\u3041-\u30ff]", title)
        else "zh"
        if re.search(r"[\u4e00-\u9fff]", title)
        else None
    )
    if language:
        reading.imply("language", language, main.start, main.end, "zh language of the title")


def _kind_of_work(
    reading: Reading, plan: Plan, kind: Title | None, heading: Heading | None
) -> tuple[str, str]:
    held = reading.get("type")
    if isinstance(held, str):
        return held, "zh"
    main = plan.main
    assert main is not None
    title = reading.whole[main.start + 1 : main.end - 1]
    if (
        reading.back in ("ibid-within", "note")
        and plan.container is None
        and (main.mark == "〈" or heading is not None)
    ):
        return "chapter", "zh part of the work meant"
    if kind is None and _is_bare_periodical(reading, plan, title):
        return "collection", "zh periodical as a whole"
    if kind is not None:
        if kind is main and _is_run(reading):
            _container_as_title(reading)
            return "collection", "zh newspaper as a whole"
        newspaper = periodical.is_newspaper(reading.whole[kind.start + 1 : kind.end - 1])
        page = reading.locator is not None and _NEWSPAPER_PAGE.search(reading.whole[kind.end :]) is not None
        if newspaper or (page and not reading.has("issue")):
            return "article-newspaper", "zh newspaper"
        return (
            ("collection", "zh issue of a journal")
            if kind is main and not reading.has("container-title")
            else ("article-journal", "zh journal")
        )
    if (
        (reading.has("archive") or reading.has("archive_location"))
        and not reading.has("section")
        and not reading.has("publisher")
    ):
        if heading is not None and heading.letter and heading.recipient:
            return "personal_communication", "zh letter in an archive"
        return "document", "zh document in an archive"
    if plan.container is not None:
        return "chapter", "zh part of a book"
    published = reading.has("publisher") or reading.has("publisher-place") or reading.has("issued")
    if reading.has("URL") and not reading.has("publisher"):
        return "webpage", "zh page of the net"
    if not published and _SPEECH_TITLE.search(title) and not reading.has("volume"):
        return "speech", "zh speech"
    if heading is not None and heading.letter and heading.recipient and not published:
        return "personal_communication", "zh letter"
    if not published and LAW.search(title) and not reading.has("author"):
        return "legislation", "zh law"
    if not published and reading.has("original-date"):
        return ("interview", "zh interview") if INTERVIEW.search(title) else ("document", "zh dated document")
    if main.mark == "〈":
        return "chapter", "zh part without its container"
    if not published and main.mark == "《" and _UNPUBLISHED.search(reading.whole[main.end :]):
        return "manuscript", "zh unpublished manuscript"
    return "book", "zh book"


def _is_bare_periodical(reading: Reading, plan: Plan, title: str) -> bool:
    """《东方杂志》 alone in a bibliography."""
    if not reading.is_entry or plan.container is not None or not _BARE_PERIODICAL.search(title):
        return False
    return not any(reading.has(name) for name in ("publisher", "author", "editor"))


def _is_run(reading: Reading) -> bool:
    """《申报》，1919—1937年: a newspaper cited not by a day but as a whole."""
    issued = reading.get("issued")
    if reading.has("title") or reading.locator is not None or not isinstance(issued, Date):
        return False
    return len(issued.parts[0]) < 3 and not reading.has("issue")


def _container_as_title(reading: Reading) -> None:
    reading.fields = [replace(f, name="title") if f.name == "container-title" else f for f in reading.fields]


def _title_as_records(reading: Reading, main: Title) -> None:
    """《國民政府檔案》，檔號：一(1)-1234: the only title is that of the records."""
    if not _RECORDS.search(reading.whole[main.start : main.end]) or reading.has("archive_collection"):
        return
    reading.fields = [
        replace(f, name="archive_collection") if f.name == "title" else f for f in reading.fields
    ]


def _drop_genre(reading: Reading) -> None:
    """A book or speech called 报告 or 记录 is no archival document: those alone have a genre by title."""
    genre = next((f for f in reading.fields if f.name == "genre" and "heading" in f.rule), None)
    if genre is not None:
        reading.drop("genre")
        reading.fields = [f for f in reading.fields if "from the heading" not in f.rule]


def _date_as_issued(reading: Reading) -> None:
    """A speech carries its date in ``issued`` if it has no other."""
    held = next((f for f in reading.fields if f.name == "original-date"), None)
    if held is not None and not reading.has("issued"):
        reading.drop("original-date")
        start, end = held.span.start - reading.base, held.span.end - reading.base
        reading.imply("issued", held.value, start, end, "zh date of a speech or page")


def _container_as_records(reading: Reading) -> None:
    """〈蔣中正電閻錫山〉，《蔣中正總統文物》，國史館藏: the title of the records is their name."""
    if reading.has("collection-title"):
        file = next(f for f in reading.fields if f.name == "container-title")
        reading.drop("container-title")
        reading.drop("archive_collection")
        reading.fields = [
            replace(f, name="container-title") if f.name == "collection-title" else f for f in reading.fields
        ]
        reading.fields.append(replace(file, name="custom.file-title", rule="zh title of a file"))
    held = next(f for f in reading.fields if f.name == "container-title")
    reading.drop("container-title")
    if not reading.has("archive_collection"):
        reading.imply(
            "archive_collection",
            held.value,
            held.span.start - reading.base,
            held.span.end - reading.base,
            "zh body of records",
        )
