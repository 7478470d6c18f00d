"""A Russian note divided at its semicolons and leading words.

A semicolon also stands inside a record: between two places of publication, between statements of
responsibility, between pages; those do not part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from citekit.languages import ru
from citekit.recognise import russian_evidence, russian_names
from citekit.recognise.russian_dates import YEAR
from citekit.recognise.russian_evidence import phrases
from citekit.recognise.russian_pages import PAGE_LIST

SIGNAL = phrases(list(ru.SIGNALS))
LEAD = re.compile(
    rf"(?:(?:а|и|но|или)\s)?(?P<signal>{SIGNAL})(?!\w)(?P<more>(?:,?\s?[а-яёіїє]+\.?){{0,8}}:)?"
    rf"(?:[:\s]\s*|(?<=:))"
    rf"(?P<source>(?:в\sкн|в\sсб|кн|ст|изд)\.:?\s(?=[А-ЯA-Z«\"]))?",
    re.IGNORECASE,
)
INNER_LEAD = re.compile(rf"(?:(?<=[\s(])|^)(?P<signal>{SIGNAL})(?=[\s:,])", re.IGNORECASE)
COLON_LEAD = re.compile(r"[А-ЯЁ][^.:;,«»\"\d]{2,50}:\s(?=[А-ЯЁA-Z][\w’'-]+,?\s[А-ЯЁA-Z]\.)")
"""Words of prose before an author ("О том же: Иванов И. И. ...")."""
HEREAFTER = re.compile(
    rf"[.,;]?\s*[(\[]?(?:{'|'.join(ru.HEREAFTER)})(?:\s?[:–—-]\s?|\s)\s?[^.;()]{{2,60}}[)\]]?", re.IGNORECASE
)
ELIDED = re.compile(
    r"(?:[Фф]|[Оо]п|[Вв]оп|[Пп]ер|[Дд]|[Пп]|[Сс]пр|[Ее]д\.\s?хр|[Тт]|[Кк]н|[Чч]|[Вв]ып|Vol|Bd|№|[Дд]ок)\.?\s?"
    r"(?:№\s?)?(?:[РПА]\s?[-–]\s?)?(?:\d|[IVX])"
    rf"|{YEAR}[.,]\s(?:№|N\s|[Тт]\.|[Вв]ып|[Кк]н|\d\d?\s[а-я])|\d\d?\s(?:{'|'.join(ru.MONTHS)})(?:\.?$|[.,]\s[СсCc]\.)"
)
_ONLY_PAGES = re.compile(rf"(?:(?:и\s)?(?:[СсCcPpЛл]|стр|pp|лл|Лл)\.\s?)?{PAGE_LIST}[.\s]*$")
_ROLE_WORDS = phrases((*ru.EDITOR_WORDS, *ru.TRANSLATOR_WORDS, *ru.OTHER_ROLE_WORDS))
_ROLE = re.compile(rf"\[?(?:(?:{_ROLE_WORDS})(?!\w)(?!\.?\s?\d)|Место\sзащиты)", re.IGNORECASE)
_PLACE_START = re.compile(
    rf"(?:{'|'.join(map(re.escape, ru.PLACE_ABBREVIATIONS))}|[А-ЯA-Z][\w-]+"
    rf"(?:\s[А-Яа-яA-Z][\w./-]+)?)\s?(?:[:,]|{YEAR})"
)
_PLACE_END = re.compile(
    rf"(?:(?<!\w)(?:{'|'.join(map(re.escape, ru.PLACE_ABBREVIATIONS))})|\s"
    rf"(?:{'|'.join(sorted((*ru.CITIES, *ru.CITIES_OF_TWO_WORDS)))}))\s?$"
)
_AFTER_PAGES = re.compile(
    rf"(?:[СсCcPpSЛлР]|стр|pp|лл|Лл|Стб)\.\s?(?:{PAGE_LIST})\.?\s(?=[А-ЯЁA-Z«])|(?<=[а-я]\.|\d\."
    rf"|\.\.)\s(?={russian_evidence.BACK_START.pattern})"
)
_STEMS = tuple(sorted({stem for key in ru.SIGNALS for stem in (key[:3], key[:3].capitalize())}))
_LEAD_TAIL = re.compile(rf"(?:^|\s)(?:{SIGNAL})$", re.IGNORECASE)
_YEAR_SEEN = re.compile(rf"(?<!\d){YEAR}(?!\d)|[СсPpЛл]\.\s?\d")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch between two dividing marks."""

    start: int
    end: int


def signal_key(signal: str) -> str:
    """A leading phrase as the table of signals has it."""
    return re.sub(r"\s+", " ", signal.lower()).strip()


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without outer spaces and the closing full stop."""
    while start < end and text[start] in " \t ,;":
        start += 1
    while end > start and text[end - 1] in " \t ,;:":
        end -= 1
    if end > start and text[end - 1] == "." and not text.endswith("...", start, end):
        end -= 1
    return start, end


def pieces(text: str, veiled: str, start: int, end: int) -> list[Piece]:
    """The stretches between semicolons outside brackets, those that belong together rejoined."""
    cuts = [start]
    at = veiled.find(";", start, end)
    while at != -1:
        if not _belongs(text, cuts[-1], at, end):
            cuts.append(at + 1)
        at = veiled.find(";", at + 1, end)
    pieces = []
    for i, begin in enumerate(cuts):
        stop = cuts[i + 1] - 1 if i + 1 < len(cuts) else end
        pieces.extend(_sentences(text, veiled, begin, stop))
    return pieces


_REACH = 400
"""How far back a record is looked at to tell whether a semicolon belongs to it."""


def _belongs(text: str, start: int, semicolon: int, end: int) -> bool:
    """Whether the semicolon stands inside one record."""
    before = text[max(start, semicolon - _REACH) : semicolon].strip()
    stop = text.find(";", semicolon + 1, end)
    after = text[semicolon + 1 : stop if stop != -1 else end].strip()
    if not after or _ONLY_PAGES.match(after):
        return True
    if _PLACE_END.search(" " + before) and _PLACE_START.match(after):
        return True
    if (
        _PLACE_START.match(after)
        and russian_evidence.IMPRINT.match(after)
        and not _YEAR_SEEN.search(before[-12:])
        and ":" in before
    ):
        return True
    if _ROLE.match(after) and not LEAD.match(after):
        return True
    slash = max(before.rfind(" / "), before.rfind("/ "))
    if slash > 0 and before[slash - 1 : slash] != "/" and not _YEAR_SEEN.search(before[slash:]):
        return " // " not in before[slash:]
    return semicolon - start < _REACH and _only_names(before)


def _only_names(text: str) -> bool:
    lead = LEAD.match(text)
    head = russian_names.head(text, lead.end() if lead else 0)
    return head is not None and head.end >= len(text.rstrip(" ."))


def _sentences(text: str, veiled: str, start: int, end: int) -> list[Piece]:
    """A stretch cut where a new citation begins without a semicolon."""
    cuts = [start]
    for match in _AFTER_PAGES.finditer(veiled, start, end):
        at = match.end()
        if _begins_citation(text, at, end) and not _LEAD_TAIL.search(veiled, start, match.start()):
            cuts.append(at)
    leads = INNER_LEAD.finditer(veiled, start, end) if may_lead(veiled[start:end]) else ()
    for match in leads:
        before = veiled[start : match.start()].rstrip()
        if before.endswith((".", "!", "?", "…", "”", "»", '"', ")")) and not _LEAD_TAIL.search(before):
            cuts.append(match.start())
    edges = [*sorted(set(cuts)), end]
    return [Piece(a, b) for a, b in pairwise(edges) if text[a:b].strip(" .;,")]


def may_lead(text: str) -> bool:
    """Whether a word of :data:`citekit.languages.ru.SIGNALS` can stand in *text*."""
    return any(stem in text for stem in _STEMS)


def _begins_citation(text: str, at: int, end: int) -> bool:
    return (
        russian_evidence.BACK_START.match(text, at, end) is not None
        or russian_evidence.ACRONYM_FILE.match(text, at, end) is not None
        or HEREAFTER.match(text, at, end) is not None
        or LEAD.match(text, at, end) is not None
        or COLON_LEAD.match(text, at, end) is not None
        or (russian_names.head(text, at, end) is not None and russian_evidence.cites(text[at:end]))
    )
