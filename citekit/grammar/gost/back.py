"""Words that point back: Там же, Указ. соч., Он же, and what is left out."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import Draft
from citekit.languages import ru
from citekit.model import Citation, Name
from citekit.names import people
from citekit.recognise import russian_dates, russian_names


def _words(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s?") for p in sorted(phrases, key=len, reverse=True))


_IBID = re.compile(rf"(?:{_words(ru.IBID)})(?!\w)\.?", re.IGNORECASE)
_IBID_AFTER = re.compile(rf"(?://|[—–-]|\.)\s?(?P<ibid>{_words(ru.IBID)})(?!\w)\.?", re.IGNORECASE)
_OP_CIT = re.compile(
    rf"(?<!\w)(?:{_words(ru.OP_CIT)}|(?:{_words(tuple(p.rstrip('.') for p in ru.OP_CIT))})$)(?!\w)",
    re.IGNORECASE,
)
_OP_CIT_STEMS = ("соч", "раб", "прац", "пр.", "cit", "ст.", "изд", "кн.", "указ", "произв", "a. a", "a.a")
_WORKS = re.compile(r"(?<![\w.])[Сс]оч\.(?=\s?(?:[СсP]\.|$))")
_CALLED = re.compile(r"изд|кн|док|сб", re.IGNORECASE)
_SURNAME = re.compile(r"[А-ЯЁІЇЄҐA-Z][а-яёіїєґa-z’'-]+(?:-[А-ЯЁІЇЄҐA-Z][а-яёіїєґa-z’']+)?")
_SURNAMES = re.compile(
    rf"\s*(?P<names>{_SURNAME.pattern}(?:(?:,\s|\s(?:и|і|та|and)\s){_SURNAME.pattern})*)[.,]?\s*"
)
_SAME = re.compile(rf"(?:{_words(ru.SAME_AUTHOR)})(?![\w])\.?", re.IGNORECASE)
_ELIDED = re.compile(
    r"(?:(?P<shelf>[Фф]|[Оо]п|[Вв]оп|[Пп]ер|[Дд]|[Пп]|[Сс]пр|[Ее]д\.\s?хр|[Кк]артон)|(?P<part>[Тт]|[Кк]н|[Чч]"
    r"|[Вв]ып|Vol|Bd|№|№№|[Дд]ок))"
    r"\.?\s?(?:№\s?)?(?:[РПА]\s?[-–]\s?)?(?:\d|[IVX])"
    r"|(?P<issue>(?:1[89]|20)\d\d[.,]\s(?:№|N\s|[Тт]\.|[Вв]ып|[Кк]н|\d\d?\s[а-я])|(?P<day>\d\d?\s(?:"
    + "|".join(ru.MONTHS)
    + r")(?!\w)\.?)(?=$|,?\s[СсCc]\.))"
)
_DAY_ALONE = re.compile(
    rf"[\s.,–—-]*(?:№\s?\d+(?:\s?\(\d+\))?[.,]\s)?{russian_dates.DAY_AND_MONTH.pattern}\.?(?=$|,?\s[СсCc]\.)",
    re.IGNORECASE,
)
_NUMBERED_DAY = re.compile(
    rf"№\s?\d+(?:\s?\(\d+\))?[.,]\s{russian_dates.DAY_AND_MONTH.pattern}", re.IGNORECASE
)
_YEAR = re.compile(rf"(?<!\d){russian_dates.YEAR}(?!\d)")
_NOTE = re.compile(
    r"(?:прим(?:еч)?(?:\.|ание)|сноск[аиу]|ссылк[аиу])\s?(?:№\s?)?(?P<n>\d+)(?:\s(?:выше|к\s.{3,40}))?\.?$",
    re.IGNORECASE,
)


def read_note_reference(draft: Draft) -> bool:
    """ "См. примеч. 5": the work of another note."""
    match = _NOTE.match(draft.rest)
    if match is None:
        return False
    draft.back, draft.back_note = "note", match["n"]
    draft.connect(match.start(), match.end())
    return True


def read(draft: Draft, note_text: str, context: Context) -> None:
    """Recognise the pointing words and take them out of the rest."""
    match = _IBID.match(draft.rest)
    if match:
        draft.back = "ibid"
        draft.connect(0, match.end())
        _other_day(draft, match.end())
        return
    low = draft.text.lower()
    if " же" in low or "ibid" in low or " само" in low or " жа" in low:
        match = _IBID_AFTER.search(draft.rest)
        if match:
            draft.back = "ibid-within"
            draft.connect(match.start("ibid"), match.end())
        _same_author(draft, note_text, context)
    elif low.startswith(("id", "ders", "dies")):
        _same_author(draft, note_text, context)
    if draft.back is None:
        _op_cit(draft, low)
    if (
        draft.back is None
        and _ELIDED.match(draft.rest)
        and note_text[: draft.base].rstrip().endswith((";", ","))
    ):
        draft.back = "elided"
        _day_of_newspaper(draft, note_text)


def _other_day(draft: Draft, at: int) -> None:
    """ "Там же. 6 мая": the newspaper cited before, of another day of that year."""
    day = _DAY_ALONE.match(draft.rest, at)
    if day:
        month, number = russian_dates.day_of(1900, day).parts[0][1:]
        draft.claim("custom.day", f"{month}-{number}", day.start("day"), day.end("month"), "day-of-newspaper")
        draft.back = "ibid-within"


def _day_of_newspaper(draft: Draft, note_text: str) -> None:
    """ "Правда. 1950. 26 июня; 28 июня": the year is that of the citation before."""
    years = _YEAR.findall(note_text, 0, draft.base)
    numbered = _NUMBERED_DAY.match(draft.rest)
    if numbered and years:
        date = russian_dates.day_of(int(years[-1]), numbered)
        draft.claim("issued", date, numbered.start("day"), numbered.end(), "day-of-newspaper")
        return
    match = _ELIDED.match(draft.rest)
    if match and match["day"] and years:
        found = russian_dates.find(f"{match['day']} {years[-1]}")
        if found:
            draft.claim("issued", found.date, *match.span("day"), "day-of-newspaper")


def _op_cit(draft: Draft, low: str) -> None:
    if "." not in low:
        return
    if not any(stem in low for stem in _OP_CIT_STEMS):
        return
    match = _OP_CIT.search(draft.rest) or _WORKS.search(draft.rest)
    if match is None:
        return
    draft.back = "op-cit"
    end = match.end() + (draft.rest[match.end() : match.end() + 1] == ".")
    draft.connect(match.start(), end)
    _surnames(draft, match)


def _surnames(draft: Draft, op_cit: re.Match[str]) -> None:
    """Surnames alone before "Указ. соч.": it is by its author that a work is cited so."""
    match = None if _CALLED.search(op_cit[0]) else _SURNAMES.fullmatch(draft.rest, 0, op_cit.start())
    if match is None:
        return
    words = _SURNAME.findall(match["names"])
    if all(word.lower() not in ru.NO_SURNAMES for word in words):
        draft.claim("author", tuple(Name(family=word) for word in words), *match.span("names"), "surname")


def _same_author(draft: Draft, note_text: str, context: Context) -> None:
    """ "Он же. Книга. М., 1990": the author of the citation before, looked up in the same note."""
    match = _SAME.match(draft.rest)
    if match is None:
        return
    names = _author_before(draft.citation, note_text, context)
    if names:
        draft.claim("author", names, 0, match.end(), "same-author")
    else:
        draft.claim("custom.author-as-before", True, 0, match.end(), "same-author")


def _author_before(citation: Citation, note_text: str, context: Context) -> tuple[Name, ...]:
    """The authors that head the nearest earlier citation of the note."""
    before = note_text[: citation.span.start]
    for piece in reversed(re.split(r";\s|(?<=\d\.)\s|:\s", before)):
        head = russian_names.head(piece.strip())
        if head:
            stripped = piece.strip()
            return people(stripped[head.start : head.names_end], context.evidence).names
    return ()
