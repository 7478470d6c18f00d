"""The heading of a document behind the leaves of its file: "Д. 334. Л. 99. Телеграмма Сталина Мао Цзэдуну".

GOST R 7.0.5 puts the heading before "//" and the shelf mark; many historians put it behind the leaves.
"""

from __future__ import annotations

import re

from citekit.languages import ru_sources
from citekit.recognise import russian_dates, russian_evidence
from citekit.recognise.russian_evidence import phrases

_LEAVES = re.compile(r"(?:[Лл]{1,2}|[Аа]рк)\.")
_GENRE = re.compile(
    r"(?:Из|Шифр\.?|Сов\.\sсекр\.|Копия|Черновик|Проект(?=\s[а-я])|[А-ЯЁ][а-яё]+(?:ая|ое|ый|ий))?\s?"
    rf"(?:{phrases(ru_sources.GENRES)})(?![\w-])",
    re.IGNORECASE,
)
_PARTY = r"(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё-]+){0,2}"
_NAMES = re.compile(
    r"(?:\s№\s?\d[\w/-]*|\s[А-ЯЁ][\w.()-]*|\s[–—-](?=\s[А-ЯЁ]))+(?:\s(?:о|об|обо|по|для|в|с)\s.+)?"
)
_DASHED = re.compile(rf"{_PARTY}\s?[–—-]\s{_PARTY}[.,]?\s(?=\d)")
_STOP = re.compile(r"[.!?…]\s(?=[А-ЯЁA-Z«])")


def follows_leaves(pages: str) -> bool:
    """Whether the pages that a citation ends with are leaves of a file ("Л. 5", "лл. 3-4", "арк. 7")."""
    return _LEAVES.match(pages) is not None


def heading_end(text: str, start: int, end: int) -> int | None:
    """Where the heading of a document that opens ``text[start:end]`` ends; None where none does.

    A heading is one sentence: a word for the kind of document, who wrote to whom or its number, and
    mostly a date that closes it; a sentence with a verb is prose.
    """
    genre = _GENRE.match(text, start, end) or _DASHED.match(text, start, end)
    if genre is None:
        return None
    stop = end
    for match in _STOP.finditer(text, genre.end(), end):
        dated = russian_dates.find_all(text, start, match.start() + 1)
        if russian_evidence.ends_sentence(text, match.start() + 1) or (
            dated and dated[-1].end >= match.start()
        ):
            stop = match.start() + 1
            break
    dates = russian_dates.find_all(text, genre.end(), stop)
    if dates and dates[-1].end >= len(text[:stop].rstrip(" .)")):
        return stop
    return stop if _NAMES.fullmatch(text[genre.end() : stop].rstrip(" .")) else None
