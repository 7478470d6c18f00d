"""What stands beside the description: web address, access date, identifiers, medium, short names."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.languages import ru
from citekit.model import Span
from citekit.recognise import russian_dates, russian_web

MEDIUM = re.compile(
    rf"\[(?P<mark>{'|'.join(map(re.escape, sorted(ru.MEDIUM_MARKS, key=len, reverse=True)))})"
    rf"(?:\s?[:;][^\]]*)?\]",
    re.IGNORECASE,
)
_CONTENT_TYPE = re.compile(
    r"\.?\s?[-–—]\s(?:Текст|Изображение|Электронные данные|Устная речь|Музыка|Движущееся изображение|Видео)"
    r"(?:\s\([^()]*\))?\s?:\s(?:непосредственный|электронный|неподвижное|аудио|визуальный)[^.–—/]*"
)
_HEREAFTER = re.compile(
    rf"(?:[(\[]\s?(?:{'|'.join(ru.HEREAFTER)})(?:\sпо\sтексту)?(?:\s?[:–—-]\s?|\s)\s?"
    rf"(?P<inside>[^()\[\]]{{2,80}}?)\s?[)\]])",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"[.,;]?\s*[(\[]?(?:{'|'.join(ru.HEREAFTER)})(?:\s?[:–—-]\s?|\s)\s?(?P<name>[^.;()\[\]]{{2,80}})",
    re.IGNORECASE,
)
_REFERENCE_FOLLOWS = re.compile(r"(?:ссылки|сноски|в\sтексте|указывается|цитируется)", re.IGNORECASE)
_SITE = re.compile(
    r"\s?[:.]\s?\[?(?:сайт|офиц(?:иальный)?\.?\sсайт|портал|электрон(?:ный)?\.?\sжурн(?:ал)?\.?"
    r"|информ\.\sпортал)[^\]:.]*\]?\.?",
    re.IGNORECASE,
)


def read(draft: Draft, note_text: str) -> None:
    """Claim what may stand in any record beside its description."""
    text = draft.text
    if "http" in text or "www." in text or "10." in text:
        _web(draft)
    if "обращени" in text or "доступ" in text or "ccess" in text or "посещени" in text or "звернен" in text:
        _accessed(draft)
    if "IS" in text:
        _numbers(draft)
    if "[" in text:
        for match in MEDIUM.finditer(draft.rest):
            draft.connect(match.start(), match.end())
    if "непосредственн" in text or "электронн" in text:
        content = draft.search(_CONTENT_TYPE)
        if content:
            draft.connect(content.start(), content.end())
    _abbreviation(draft, note_text)


def _web(draft: Draft) -> None:
    match = draft.search(russian_web.DOI)
    if match:
        start = match.start("doi")
        doi = russian_web.trim(match["doi"])
        draft.claim("DOI", doi, match.start(), start + len(doi), "doi")
    match = draft.search(russian_web.URL)
    if match:
        url = russian_web.trim(match["url"])
        end = match.start("url") + len(url)
        if draft.text[end : end + 1] == ">":
            end += 1
        draft.claim("URL", url, match.start(), end, "url")


def _accessed(draft: Draft) -> None:
    match = draft.search(russian_web.ACCESSED)
    if match:
        found = russian_dates.find(draft.rest, match.start("date"), match.end("date"))
        if found:
            draft.claim("accessed", found.date, match.start(), match.end(), "access-date")


def _numbers(draft: Draft) -> None:
    for name, pattern, group in (("ISBN", russian_web.ISBN, "isbn"), ("ISSN", russian_web.ISSN, "issn")):
        match = draft.search(pattern)
        if match:
            draft.claim(name, match[group].strip(), match.start(), match.end(), name.lower())


def _abbreviation(draft: Draft, note_text: str) -> None:
    """ "(далее — РГАЛИ)" inside the citation, or "Далее: ГАОПОТО" right behind it."""
    lowered = draft.text.lower()
    if any(word in lowered for word in ru.HEREAFTER):
        match = draft.search(_HEREAFTER)
        if match:
            name = match["inside"].strip(' «»"“”.')
            if not _REFERENCE_FOLLOWS.match(name):
                draft.abbreviation = name
            draft.connect(match.start(), match.end())
    if draft.abbreviation is None:
        behind = _BEHIND.match(note_text, draft.citation.span.end)
        if behind and not _REFERENCE_FOLLOWS.match(behind["name"]):
            draft.abbreviation = behind["name"].strip(' «»"“”.')
    if draft.abbreviation is not None:
        draft.abbreviates = "work"


def site(draft: Draft, start: int, end: int) -> None:
    """Take ": [сайт]", ". Официальный сайт" after the name of a site."""
    match = _SITE.search(draft.rest, start, end)
    if match:
        draft.connectives.append(Span(match.start(), match.end()).shifted(draft.base))
        draft.blank(match.start(), match.end())
