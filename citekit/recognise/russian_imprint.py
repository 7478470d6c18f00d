"""Place, publisher and year in a Russian record: "М. : Наука, 2001", "М., 1990", "М. 1987, с. 5".

GOST records have place : publisher, year, short references leave out the publisher; journals of history
also leave out the comma between the place and the year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.languages.ru import ABBREVIATED_WORDS, CITIES, CITIES_OF_TWO_WORDS, PLACE_ABBREVIATIONS

_ABBREVIATION = "|".join(
    re.escape(p).replace(r"\ ", r"\s?") for p in sorted(PLACE_ABBREVIATIONS, key=len, reverse=True)
)
_UPPER = "А-ЯЁІЇЄЂЈЉЊЋЏA-ZÀ-ÞĀ-Ž"
_LOWER = "а-яёіїєґўђјљњћџa-zß-ÿā-ž"
_NAME = (
    rf"[{_UPPER}][{_LOWER}A-ZА-Я’'.]*[{_LOWER}](?:-(?:на-|де-|ле-|сюр-)?[А-ЯЁІЇA-Z]?[\w]+)*"
    r"(?:\s(?:на\sДону|[А-ЯЁA-Z][\w-]+(?:\s[A-ZА-Я][\w-]+)?|am\sMain|a\.\s?M\."
    r"|\([A-ZА-Я][\w.]+\)))?(?:\s\([A-ZА-Я][\w.]+\)|,\s(?:[A-Z]{2}|Mass|Conn|D\.\s?C|Ill|Calif)\.?(?![a-z]))?"
)
_PLACE = rf"\[?(?:{_ABBREVIATION}|{_NAME}|(?:USA?|UK)(?=\s?:))\]?(?:\s\[(?:и|и\sдр|etc)\.?\])?"
_YEAR = (
    r"(?P<year>(?:\[|cop\.\s|сор\.\s|©\s?|ценз\.\s)?(?:1[4-9]\d\d|20\d\d)(?:\?)?\]?"
    r"(?:\s?[-–—/]\s?(?:(?:1[4-9]|20)\d\d|\d\d?)?(?!\d))?(?:\s?г(?:г)?\.(?!\s?[а-я]))?"
    r"|\[?(?:б|Б)\.\s?г\.\]?|\[?[Ss]\.\s?a\.\]?|без\sгода)"
)
IMPRINT = re.compile(
    rf"(?P<place>{_PLACE}(?:(?:\s?;\s?|\s?[-–—]\s?|,\s|\s?/\s?){_PLACE})*?)"
    rf"(?:(?:\s?:\s?|,\s(?=[«\"]|[Ии]зд-во|изд\.|[Тт]ип\.|[Кк]н-во|[Гг]ос\.))"
    r"(?P<publisher>(?:(?!\s//\s|\.\s[-–—]\s).){2,140}?))?"
    rf"(?:,\s?|(?P<dot>(?<=[а-яa-z])\.\s)|(?P<bare>\s)){_YEAR}(?=[.,;:)\]]|\s|$)"
)
_BOUNDARY = re.compile(r"(?:[.!?…»\"”)\]:\x1f,]|(?<=\s)[-–—]|[-–—](?=\s)|/)\s?(?=[\[А-ЯЁІЇЄЂЈЉЊЋЏA-ZÀ-ÞĀ-Ž])")
_CITY = "|".join(sorted((*CITIES, *CITIES_OF_TWO_WORDS), key=len, reverse=True))
_KNOWN = re.compile(rf"\[?(?:(?:{_ABBREVIATION})|(?:{_CITY})(?!\w))")
# the older order of Soviet books, a comma where GOST has the colon: "М., Госполитиздат, 1957"
_COMMA = re.compile(r",\s")
_HOUSE = re.compile(
    r"(?:Univ|Press|Verlag|Books|Publ|[Ии]зд|[Тт]ип\.|[Кк]н-во)|издат\b|^«[^»]+»$|^\"[^\"]+\"$", re.IGNORECASE
)
_ISSUE = re.compile(r"\.?,?\s(?:[-–—]\s)?(?:№|N\s|No|[Тт]\.|Vol|\d\d?\s[а-я])")
_LAST_WORD = re.compile(r"(?<![\w.])([\w-]+)\.$")


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a work appeared: spans of its place, publisher and year in the text searched."""

    start: int
    end: int
    place: tuple[int, int]
    publisher: tuple[int, int] | None
    year: tuple[int, int]
    known: bool


def _follows_abbreviation(text: str, boundary: int) -> bool:
    """Whether the stop before *boundary* is of an abbreviation or initial ("Изд-во им. Сабашниковых")."""
    match = _LAST_WORD.search(text, max(0, boundary - 16), boundary)
    if match is None:
        return False
    word = match[1]
    return word.lower() in ABBREVIATED_WORDS or (len(word) == 1 and word.isupper())


def _candidates(text: str, start: int, end: int) -> list[Imprint]:
    found: list[Imprint] = []
    places = [start]
    places += [m.end() for m in _BOUNDARY.finditer(text, start, end)]
    for at in places:
        if found and at < found[-1].place[1]:
            continue
        match = IMPRINT.match(text, at, end)
        if match is None:
            continue
        known = _KNOWN.match(text, at, end) is not None
        before = text[start:at].rstrip()
        if not known and (match["bare"] or before.endswith((",", ":"))):
            continue
        if not known and (
            _follows_abbreviation(text, len(text[:at].rstrip()))
            or at == start  # "Romanticism: the war at sea, 1950–1953. London, 1995": the title comes first
        ):
            continue
        if match["dot"] and (
            not known or at == start or match["publisher"] or _ISSUE.match(text, match.end())
        ):
            continue
        if known and match["bare"] and match["publisher"]:
            continue
        publisher = match.span("publisher") if match["publisher"] else None
        house = found[-1].publisher if found else None
        if house and house[0] == at and ": " not in text[at : house[1]] and _HOUSE.search(text, *house):
            continue  # "New York: Oxford University Press" names one place
        place = match.span("place")
        if publisher is None and known:
            place, publisher = _publisher_behind_comma(text, place)
        found.append(Imprint(at, match.end(), place, publisher, match.span("year"), known))
    return found


def _publisher_behind_comma(
    text: str, place: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """Place and publisher of "М., Госполитиздат, 1957"; a second place ("Л., М., 1930") is no publisher."""
    comma = _COMMA.search(text, *place)
    if comma is None or _KNOWN.match(text, comma.end(), place[1]):
        return place, None
    return (place[0], comma.start()), (comma.end(), place[1])


def find(text: str, start: int = 0, end: int | None = None) -> Imprint | None:
    """The imprint in ``text[start:end]``: the last with a known place, else the last there is."""
    stop = len(text) if end is None else end
    found = _candidates(text, start, stop)
    if not found:
        return None
    known = [c for c in found if c.known] or found
    chosen = known[-1]
    for earlier in reversed(known[:-1]):
        between = text[earlier.start : chosen.start]
        if earlier.publisher and between.rstrip().endswith((";", "; М", ":")) and ". – " not in between:
            chosen = earlier
    return chosen
