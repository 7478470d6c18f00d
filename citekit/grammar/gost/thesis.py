"""Theses and their abstracts: "дис. ... канд. ист. наук : 07.00.02"."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft

_GENRE = re.compile(
    r"(?P<mark>\s?[:.,;]\s|[-–—]\s|\()(?P<genre>(?:[Дд]окл(?:ад|\.)?\s?\.{3}\s|науч\.\sдокл\.\s"
    r"|[Аа]втореф(?:\.|ерат)?\s(?:дис|дисс|диссертации|канд|докт)|[Дд]исс?\.|[Дд]исс?\s(?:на"
    r"|\.\.\.|…)|[Дд]иссертация|[Дд]исертація|[Кк]анд\.\sдисс?|[Дд]окт\.\sдисс?|[Аа]втореф\."
    r"|[Вв]ыпускная\sквалификационная|[Мм]агистерская\sдис\w*|[Дд]ыс\.)"
    r"(?:(?!\s[:/]\s|\.\s[-–—]\s)[^/:;])*?(?:наук|искусствоведения|архитектуры|педагогики|магистра"
    r"|бакалавра|культурологии|работа|PhD|(?=\.?\s(?:М|Л|СПб|К)\.|\s:\s|\s/\s|$)))"
)
_FOREIGN = re.compile(
    r"(?P<mark>[.,:]\s)(?P<genre>(?:Ph\.?\s?D\.?\s(?:[Dd]iss|[Tt]hesis)\w*|Diss\.|Dissertation))"
)
_SPECIALTY = re.compile(r"\s?[:.]?\s?(?P<code>\d\d\.\d\d\.\d\d)(?:,\s?\d\d\.\d\d\.\d\d|\s?[-–—]\s[^:/.]+)?")
_SPECIALTY_BEFORE = re.compile(
    r"\s?:\s(?P<words>специальность\s(?P<code>\d\d?\.\d\d?\.\d\d?\.?)(?:\s?[«\"][^»\"]*[»\"])?)\s?:?\s?$"
)
_DEFENCE = re.compile(r"\s?:?\s?(?:защищена|утв\.|утверждена)\s\d\d?\.\d\d\.\d\d(?:\d\d)?")
_PLACE_OF_DEFENCE = re.compile(r"\[?Место\sзащиты\s?:\s?(?P<place>[^\]]+)\]?")


def read(draft: Draft, start: int, end: int) -> int | None:
    """Claim genre, specialty and place of defence in ``start:end``; where the genre begins, or None."""
    text = draft.rest
    low = text[start:end].lower()
    if (
        "дис" not in low
        and "diss" not in low
        and "thesis" not in low
        and "автореф" not in low
        and "квалиф" not in low
        and "дыс" not in low
    ):
        return None
    match = _GENRE.search(text, start, end) or _FOREIGN.search(text, start, end)
    if match is None:
        return None
    draft.claim(
        "genre",
        draft.text[match.start("genre") : match.end("genre")].strip(" ."),
        match.start("genre"),
        match.end("genre"),
        "thesis",
    )
    draft.imply("type", "thesis", match.start("genre"), match.end("genre"), "thesis")
    at = match.end()
    start_of_genre = match.start("mark")
    before = _SPECIALTY_BEFORE.search(draft.rest, start, match.start("genre"))
    if before:
        start_of_genre = before.start()
        draft.claim("custom.specialty", before["code"], before.start("words"), before.end(), "specialty")
    specialty = _SPECIALTY.match(draft.rest, at, end)
    if specialty:
        draft.claim(
            "custom.specialty", specialty["code"], specialty.start("code"), specialty.end(), "specialty"
        )
        at = specialty.end()
    for defence in _DEFENCE.finditer(draft.rest, at, end):
        draft.connect(defence.start(), defence.end())
    place = _PLACE_OF_DEFENCE.search(draft.rest, start, end)
    if place:
        draft.claim("publisher", place["place"].strip(" ."), place.start(), place.end(), "place-of-defence")
    return start_of_genre
