"""What in a stretch of a Russian note shows that it cites: pages, imprint, shelf mark, "//", Там же."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.languages import ru, ru_sources
from citekit.recognise import russian_names
from citekit.recognise.russian_dates import YEAR
from citekit.recognise.russian_pages import PAGE_LIST


def phrases(words: Iterable[str]) -> str:
    """A pattern for any of *words*, the longest first, a space optional where they have one."""
    return "|".join(re.escape(p).replace(r"\ ", r"\s?") for p in sorted(words, key=len, reverse=True))


_RECORD_GROUP = re.compile(r"\b(?:RG|Record Group)\s?\d|\b(?:Box|Folder)\s\d|\b(?:FO|CAB|WO)\s\d|\bBl\.\s?\d")
BACK_START = re.compile(rf"(?:{phrases(list(ru.IBID))})(?!\w)", re.IGNORECASE)
_OP_CIT = re.compile(
    rf"(?<!\w)(?:{phrases(list(ru.OP_CIT))}|(?:{phrases(p.rstrip('.') for p in ru.OP_CIT)})$)", re.IGNORECASE
)
_OP_CIT_STEMS = (
    "соч",
    "раб",
    "прац",
    "cit",
    "ст.",
    "изд",
    "кн.",
    "каз",
    "произв",
    "дис",
    "док",
    "A. a",
    "a. a",
)
SHELF_MARK = re.compile(
    r"(?<!\w)(?:[Фф]|[Оо]п|[Дд]|[Пп]|[Оо]ч|[Cc]пр|[Сс]пр|[Ее]д\.\s?хр|[Кк]артон|[Кк]\.)\.?\s?"
    r"(?:№\s?)?(?:[РПАСRPА]\s?[-–]\s?)?\d"
)
FOND = re.compile(r"(?<!\w)(?:[Фф]\.|[Фф]онд|[Кк]артон|[Ее]д\.\s?хр\.)\s?(?:[А-ЯA-Z]\s?[-–.]?\s?)?\d")
PAGES = re.compile(rf"(?<!\w)(?:[СсCcPpSЛлР]|Bl|стр|Стр|pp|лл|Лл|арк|Арк|Стб|стб)\.\s?(?:{PAGE_LIST})")
_YEAR_AT_END = rf"(?:\[?{YEAR}\]?(?:\s?[-–—/]\s?\d{{2,4}})?(?:\s?гг?\.)?)"
IMPRINT = re.compile(
    rf"(?:{'|'.join(map(re.escape, ru.PLACE_ABBREVIATIONS))}|[А-ЯA-ZЁ][\w-]+(?:\s?[А-Яа-яA-Z][\w./-]+)?)"
    rf"(?:\s?:[^;]{{2,90}}?)?,?\s{_YEAR_AT_END}(?!\d)"
)
_EXTENT = re.compile(r"[.–—]\s\d{2,4}\s[сc]\.?$")
_YEAR_AREA = re.compile(rf"(?:\.|[!?»\"”)]|\.\s[-–—])\s{_YEAR_AT_END}(?=\.|$|\s[-–—]|,\s[№NС])")
DOCUMENT = re.compile(rf"(?:{phrases(list(ru_sources.GENRES))})(?!\w)", re.IGNORECASE)
ACRONYM_FILE = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ]{1,}(?:\s[А-ЯЁ]{2,})*[.,]\s[Фф]\.")
DATED = re.compile(rf"(?<!\d)\d{{1,2}}[\s.][а-яё\dIVX]+[\s.]{YEAR}")
DATED_NEWSPAPER = re.compile(
    rf"[«\"]?[А-ЯA-ZЁ][^.;]{{2,50}}[.,»\"]{{1,2}}\s(?:[-–—]\s|от\s)?(?:{YEAR}[.,]\s|\d{{1,2}}[.\s]"
    rf"(?:[а-я]+|\d\d|[IVX]+)[.\s]{YEAR})"
)
DATED_QUOTED = re.compile(rf"»(?:,|\sот)\s\d{{1,2}}[\s.][а-яё\dIVX]+[\s.]{YEAR}")
""" "Статья. – «Правда», 5 марта 1937 г.": the source in quotation marks before its day."""
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.$")
_LATIN_GOST = re.compile(
    rf"№|\.\s(?:[-–—]\s)?(?:P|S|Vol|Bd|T)\.\s?\d|\.\s(?:[-–—]\s)?[A-ZÀ-ÞĀ-Ž][\w. ;-]+\s?"
    rf"(?::[^:;]{{2,80}})?,\s{YEAR}(?:\.|$)|^(?:Ibid|Ibidem)\.?(?:\s(?:P|S)\.|$)"
    rf"|\bOp\.\scit\.\s[PS]\."
)
_LATIN_HEADING = re.compile(
    r"[A-ZÀ-ÞĀ-Ž][\w’'-]+\s(?:[A-ZÀ-ÞĀ-Ž][a-z]{0,2}\.[\s-]?){1,3}"
    r"(?:,\s[A-ZÀ-ÞĀ-Ž][\w’'-]+\s[A-ZÀ-ÞĀ-Ž]\.|\s?[A-ZÀ-ÞĀ-Ž«\"“])"
)


_BY_VOLUME = re.compile(
    r"[.,]\s(?:[-–—]\s)?(?:[Тт]|Vol|Bd|[Вв]ып|[Кк]н|Док|док|Dok|Doc)\.\s?(?:№\s?)?[\dIVXL]+"
    r"(?:[.,]\s(?:[Оо]тд\.\s\d+[.,]\s)?№\s?\d+)?\.?$"
)
""" "Полн. собр. соч. Т. 5", "ДВП СССР. Т. XV. Док. 235": a set cited by volume or document alone."""


def _may_be_op_cit(text: str) -> bool:
    return any(stem in text for stem in _OP_CIT_STEMS)


def cites(piece: str) -> bool:
    """Whether *piece* states where something stands: pages, imprint, shelf mark, "//", Там же."""
    return (
        " // " in piece
        or "://" in piece
        or _RECORD_GROUP.search(piece) is not None
        or PAGES.search(piece) is not None
        or FOND.search(piece) is not None
        or BACK_START.match(piece) is not None
        or (_may_be_op_cit(piece) and _OP_CIT.search(piece) is not None)
        or _YEAR_AREA.search(piece) is not None
        or _EXTENT.search(piece) is not None
        or _BY_VOLUME.search(piece) is not None
        or _imprint(piece)
    )


def _imprint(piece: str) -> bool:
    """Whether a place and a year stand together after a boundary ("М., 1990", ", Москва, 1990")."""
    for match in IMPRINT.finditer(piece):
        before = piece[: match.start()].rstrip()
        if not before or before[-1] in '.,;!?»")”–—-]…:':
            return True
    return False


def ends_sentence(text: str, end: int) -> bool:
    """Whether the mark before *end* closes a sentence, not an initial or an abbreviation."""
    match = _WORD_BEFORE.search(text, max(0, end - 16), end)
    if match is None:
        return True
    word = match[1]
    return not (len(word) == 1 or word.lower() in ru.ABBREVIATED_WORDS)


def stands_alone(inner: str) -> bool:
    """Whether what stands in brackets is a citation of its own, not a series or date of a record."""
    return (
        FOND.search(inner) is not None
        or BACK_START.match(inner) is not None
        or DATED_NEWSPAPER.match(inner) is not None
        or (russian_names.head(inner) is not None and cites(inner))
    )


def opens_record(text: str, start: int, end: int) -> bool:
    """Whether the stretch begins with an author, the heading of a document, or an archive's file."""
    return (
        russian_names.head(text, start, end) is not None
        or DOCUMENT.match(text, start, end) is not None
        or ACRONYM_FILE.match(text, start, end) is not None
        or BACK_START.match(text, start, end) is not None
    )


def is_gost_manner(piece: str) -> bool:
    """Whether a record in Latin script follows GOST: areas with full stops, "P." and "№" as GOST has them."""
    if _LATIN_GOST.search(piece):
        return True
    return _LATIN_HEADING.match(piece) is not None
