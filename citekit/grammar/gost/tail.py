"""What follows a title: edition, volume, issue, imprint, date, pages, extent, series.

The areas of a GOST record come in changing order and punctuation; each is found by its own
label and taken out, so that what remains at the front is the title.
"""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.gost.window import (
    AFTER_MARK,
    Window,
    first_understood,
    give_up,
    keep_stop,
    strip,
    unquote,
)
from citekit.languages import ru
from citekit.model import Date
from citekit.recognise import russian_dates, russian_imprint, russian_pages
from citekit.recognise.russian_dates import YEAR

_LABEL = "|".join(sorted(ru.VOLUME_LABELS, key=len, reverse=True))
_NUMBER = r"(?:[IVXLCХ]+|\d+)(?:\s?[-–—/]\s?(?:[IVXLCХ]+|\d+))?[а-яa-z]?(?:\s?\([\d–—/-]+\))?(?![\w])"
_INITIALS = "".join(sorted({form for label in ru.VOLUME_LABELS for form in (label[0], label[0].upper())}))
PART = re.compile(
    rf"(?=[{_INITIALS}]){AFTER_MARK}(?P<label>(?i:{_LABEL}))(?:\.\s?|\s)(?:№\s?|No\.?\s?)?(?P<number>{_NUMBER})"
    rf"(?=[.,;:)\s{BLANK}]|$)"
)
ISSUE = re.compile(
    rf"(?=[№NnI]){AFTER_MARK}(?:№№?|No\.?|no\.|N\.?|Nr\.?|nr\.|Issue\sNo\.?|Issues?\s)\s?(?P<number>{_NUMBER}(?:,\s"
    rf"(?:\d{{1,3}})(?=[.;]|$))?)(?=[.,;:)\s{BLANK}]|$)"
)
_SLASHED = re.compile(rf"{AFTER_MARK}(?P<volume>\d{{1,3}})\s?\((?P<issue>\d{{1,3}}(?:[-–/]\d+)?)\)")
_DOCUMENT_NUMBER = re.compile(
    rf"{AFTER_MARK}[Дд]ок(?:\.|умент)?\s?(?:№\s?)?(?P<number>\d+(?:\s?[-–]\s?\d+)?)"
)
_ARTICLE = re.compile(rf"{AFTER_MARK}[Сс]т\.\s?(?P<number>\d+(?:\s?[-–,]\s?\d+)*)")
_VOLUMES = re.compile(
    rf"(?:{AFTER_MARK}|\s?:\s|,\s)[ВвУуI]n?\s(?P<count>\d+|двух|трех|четырех|[IVX]+)[-\s]?(?:х|ти"
    rf"|и)?\s?(?P<unit>тт?|кн|ч|томах|книгах|частях|vols?|Bd)(?!\w)\.?"
)
_SECOND_PLACE = re.compile(r"\s?;\s(?P<place>[А-ЯA-Z][\w.\s/-]{0,25}?)\s?:\s")
_OTHER_STYLE = re.compile(r"\.?\s\(\d{1,2}\s[а-яё]+\.?(?:\s(?:ст|н)\.\s?ст\.?)?\)|\s(?:ст|н)\.\sст\.?(?!\w)")
""" "18 апр. (1 мая)": the day in the other calendar."""
_DIVIDING = re.compile(r"[.,]?\s(?:[-–—]\s)?")
_NO_PUBLISHER = re.compile(r"\s*\[?(?:[Бб]\.\s?и\.|[Бб]ез\sизд\.|[Ss]\.\s?n\.)\]?\s*")
""" "[б. и.]", sine nomine: a name is not given (GOST 7.1-2003, 5.5.4.3)."""
_COUNTED = (" т", " кн", " ч", " vol", " bd")
_EDITION = re.compile(
    rf"{AFTER_MARK}(?:\[)?(?:(?P<n>\d+|[IVX]+)(?:-?(?:е|ое|ге|те|ое)|-[а-я]+|\.)?\s(?:изд|вид|выд)"
    rf"(?:\.|ание|ання)?|(?P<l>\d+)(?:st|nd|rd|th)\s(?:[a-z]+\.?\s)?[Ee]d(?:\.|ition)"
    r"|(?P<g>\d+)\.,?\s(?:[a-zäöüß]+\.?,?\s(?:(?:und|u\.)\s[a-zäöüß]+\.?\s)?)?(?:Aufl(?:\.|age)|vyd\.|izd\.)"
    r"|(?P<f>\d+)e?\s(?:éd\.|édition|wyd\.|ed\.)|[Ww]yd\.\s(?P<w>\d+)"
    r"|(?:[Ии]зд|[Вв]ид)(?:\.|ание)\s(?:(?P<i>\d{1,2})(?!\d)(?:-?[а-я]+)?|(?P<o>втор|трет|четв[её]рт|пят|шест)(?:ое|ье)))(?:,?\s?(?:стереотип|испр|доп|перераб"
    r"|стер|исправ|дополн|переработ|расшир|сокр)[а-яё]*\.?(?:\sи\s[а-яё]+\.?)?)*\.?(?:\])?",
)
_EDITION_NUMBERS = ("n", "l", "g", "f", "w", "i", "o")
_EDITION_STEMS = ("зд", "ed", "Ed", "Aufl", "вид", "выд", "vyd", "wyd", "Wyd", "izd", "éd")
_EDITION_WORDS = re.compile(
    rf"{AFTER_MARK}(?P<words>(?:Стереотип\.\sизд|Репринт(?:ное|\.)?\s?(?:воспр(?:оизведение|\.)\s)?(?:изд(?:ание|ания|\.))?(?:\s\d{{4}}\sг(?:ода|\.))?"
    rf"|Факс\.\sизд|Юбил\.\sизд|Rev\.\sed)\.?)"
)
_SERIES = re.compile(rf"(?:[.\]{BLANK}]\s?(?:[-–—]\s)?|[-–—]\s)\((?P<series>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_SERIES_WORD = re.compile(r"^(?:[Сс]ер(?:ия|\.)|Series)\s?[:.]?\s?(?=[«\"А-ЯA-Z])")
_SERIES_NUMBER = re.compile(r"[;,.]\s?(?P<number>(?:[Тт]|[Вв]ып|[Кк]н|№|[Чч]|vol|Bd)\.?\s?[\dIVX]+[^;]*)$")
_YEAR = re.compile(
    rf"(?=[\[12]){AFTER_MARK}\[?(?P<year>{YEAR})\]?(?:\s?[-–—/]\s?(?P<to>(?:1[5-9]|20)\d\d|\d\d)(?!\d))?"
    rf"(?:\s?гг?\.|\s?г\.|\sр\.)?(?=[.,;:(]|\s[-–—(№NTТ]|\s?{BLANK}|$|\s(?:Vol|Bd|Jg))"
)
_PLACES = "|".join(sorted((*ru.CITIES, *ru.CITIES_OF_TWO_WORDS), key=len, reverse=True))
_PLACE_BEFORE = re.compile(rf"(?<!\s[А-ЯЁA-Z])[.)»]\s(?:г\.\s?)?(?P<place>{_PLACES})[,.]\s$")
_YEAR_PARTS = re.compile(r"(\d{4})(?:\s?[-–—/]\s?(\d{4}|\d\d?))?")
_REMARK = re.compile(
    r"\s?[:,;+]\s?(?:\[\d+\]\s?л\.\s)?(?:(?:цв|отд)\.\s)?(?:ил|портр|карт|табл|фот|факс|черт|схем|граф|прил)"
    r"(?:\.|$)(?:,\s(?:ил|портр|карт|табл|фот|цв\.\sил)(?:\.|$))*|;\s\d+(?:[хx]\d+)?\s?см\.?"
    r"|\((?:в\s(?:пер|обл|суперобл)\.|в\sобложке)[^()]*\)|\d[\d\s]*экз\.?|Библиогр\w*(?:\.|\sсписок)?(?:\s?:|\sв)(?:[^–—]|(?<=\d)[–—](?=\d))*"
)
_SUBSERIES = re.compile(rf"{AFTER_MARK}(?P<series>Сер(?:ия|\.)\s?[^.{BLANK}]+)")


def read(draft: Draft, window: Window, *, component: bool, entry: bool) -> None:
    """Claim in *window* all that may follow a title.

    *component*: the window describes the source of an article or chapter (behind "//").
    """
    _edition(draft, window)
    imprint = russian_imprint.find(draft.rest, window.start, window.end)
    if imprint and not _is_periodical_year(draft, imprint):
        _imprint(draft, imprint)
    elif imprint is None or component:
        _date(draft, window, component)
    _remarks(draft, window)
    _document_number(draft, window)
    _pages(draft, window)
    _extent(draft, window)
    if draft.has("issued"):
        _series(draft, window)
    _parts(draft, window, component)
    if not draft.has("issued"):
        _year(draft, window)
    if draft.has("issue"):
        _day_behind_number(draft, window)


def _is_periodical_year(draft: Draft, imprint: russian_imprint.Imprint) -> bool:
    """Whether an unknown "place" before the year ends a periodical's title ("История, 1995, № 3")."""
    behind = draft.rest[imprint.end : imprint.end + 12]
    return not imprint.known and re.match(r"\.?,?\s(?:[-–—]\s)?(?:№|N\s|No|\d\d?\s[а-я])", behind) is not None


def _imprint(draft: Draft, imprint: russian_imprint.Imprint) -> None:
    text = draft.text
    draft.claim("publisher-place", text[slice(*imprint.place)].strip("[] "), *imprint.place, "place")
    if imprint.publisher and _NO_PUBLISHER.fullmatch(text, *imprint.publisher):
        draft.connect(*imprint.publisher)
    elif imprint.publisher:
        start, end = imprint.publisher
        publisher = text[start:end].strip(" ,;")
        begin = start + text[start:end].index(publisher[0]) if publisher else start
        inner = unquote(text, begin, begin + len(publisher))
        second = _SECOND_PLACE.search(publisher)
        if second:
            _two_places(draft, second, begin, publisher)
        else:
            draft.claim("publisher", text[slice(*inner)], begin, begin + len(publisher), "publisher")
    date = year_of(text[slice(*imprint.year)])
    if date is not None:
        draft.claim("issued", date, *imprint.year, "year-of-imprint")
    else:
        draft.connect(*imprint.year)


def _two_places(draft: Draft, second: re.Match[str], begin: int, publisher: str) -> None:
    """ "М. : Астрель ; Тверь : АСТ": each place has its publisher; CSL has one variable for each."""
    first, last = publisher[: second.start()].strip(), publisher[second.end() :].strip()
    place = str(draft.get("publisher-place"))
    give_up(draft, "publisher-place")
    draft.claim("publisher", f"{first} ; {last}", begin, begin + len(publisher), "two-publishers")
    draft.imply(
        "publisher-place", f"{place} ; {second['place']}", begin, begin + len(publisher), "two-places"
    )


def year_of(text: str) -> Date | None:
    """The year or years that *text* states ("1990", "[1950]", "1950–1955", "1998/99")."""
    match = _YEAR_PARTS.search(text)
    if match is None:
        return None
    first = int(match[1])
    if match[2] is None:
        return Date(((first,),))
    last = int(match[2]) if len(match[2]) == 4 else first - first % (10 ** len(match[2])) + int(match[2])
    return Date(((first,), (last,))) if last > first else Date(((first,),))


def _date(draft: Draft, window: Window, component: bool) -> None:
    """The date of a newspaper or of an issue; in a title of its own (no source named) only at the end."""
    found = None
    for candidate in russian_dates.find_all(draft.rest, window.start, window.end):
        if component or _ends_record(draft, candidate.end, window.end):
            found = candidate
    if found and _after_mark(draft.rest, found.start, window.start):
        draft.claim("issued", found.date, found.start, found.end, "date")
        other = _OTHER_STYLE.match(draft.rest, found.end, window.end)
        if other:
            draft.connect(other.start(), other.end())
        place = _PLACE_BEFORE.search(draft.rest, window.start, found.start)
        if place and not component:
            draft.claim("event-place", place["place"], *place.span("place"), "place-of-date")


def _day_behind_number(draft: Draft, window: Window) -> None:
    """The day that stands behind the number of a newspaper: "Голос. 1877. № 123. 4 (16) мая"."""
    issued = draft.get("issued")
    field = next((f for f in draft.fields if f.name == "issue"), None)
    if field is None or not isinstance(issued, Date) or [len(part) for part in issued.parts] != [1]:
        return
    at = field.span.end - draft.base
    mark = _DIVIDING.match(draft.rest, at, window.end)
    day = russian_dates.DAY_AND_MONTH.match(draft.rest, mark.end() if mark else at, window.end)
    if day is None:
        return
    give_up(draft, "issued")
    draft.claim(
        "issued", russian_dates.day_of(issued.parts[0][0], day), day.start(), day.end(), "day-of-newspaper"
    )


def _ends_record(draft: Draft, end: int, stop: int) -> bool:
    rest = draft.rest[end:stop].strip(f" .,;–—-{BLANK}")
    return not rest or re.match(r"(?:[СсPpS]\.|[Сс]тр\.|№|\(|\d\d?\s[а-яё]+\.?$)", rest) is not None


def _after_mark(text: str, start: int, floor: int) -> bool:
    before = text[floor:start].rstrip(" [")
    return not before or before[-1] in f'.,;:!?…»")”]–—-({BLANK}' or before.endswith(" от")


def _edition(draft: Draft, window: Window) -> None:
    low = draft.rest
    if any(word in low for word in _EDITION_STEMS):
        match = _EDITION.search(low, window.start, window.end)
        if match:
            number = next(match[g] for g in _EDITION_NUMBERS if match[g])
            draft.claim("edition", ru.ORDINALS.get(number, number), match.start(), match.end(), "edition")
            return
        match = _EDITION_WORDS.search(low, window.start, window.end)
        if match:
            draft.claim("edition", match["words"].rstrip("."), match.start(), match.end(), "edition")


def _pages(draft: Draft, window: Window) -> None:
    """Printed pages; the article's extent or the cited place is decided once the type is known."""
    found = [
        m
        for m in russian_pages.LABELLED.finditer(draft.rest, window.start, window.end)
        if (m["page"] or draft.back)
        and _after_mark(draft.rest, m.start(), window.start)
        and not _is_extent(m)
    ]
    if not found:
        return
    first, last = found[0], found[-1]
    if len(found) > 1 and not re.fullmatch(r"[\s,;.и]*", draft.rest[found[-2].end() : last.start()]):
        found = [last]
        first = last
    locator = ", ".join(russian_pages.normalise(m["pages"]) for m in found)
    draft.locate(locator, first.start(), last.end(), russian_pages.label_of(last))


def _is_extent(match: re.Match[str]) -> bool:
    """A year behind "С." is none of its pages ("С. 1950" stands in no book)."""
    return match["page"] in ("p", "s") and match[0][1] != "."


def _extent(draft: Draft, window: Window) -> None:
    for match in russian_pages.COUNT.finditer(draft.rest, window.start, window.end):
        if _after_mark(draft.rest, match.start(), window.start):
            draft.claim("number-of-pages", match["count"], match.start(), match.end(), "extent")
            return


def _parts(draft: Draft, window: Window, component: bool) -> None:
    """Volume, part, book, issue: "Т. 3. Ч. 2", "Вып. 5", "№ 4–7", "Vol. 26. Issue 01"."""
    low = draft.text.lower()
    has_count = any(unit in low for unit in _COUNTED)
    count = _VOLUMES.search(draft.rest, window.start, window.end) if has_count else None
    if count:
        draft.claim("number-of-volumes", count["count"], count.start(), count.end(), "number-of-volumes")
    match = ISSUE.search(draft.rest, window.start, window.end)
    if match:
        draft.claim("issue", _tidy(match["number"]), match.start(), match.end(), "issue")
    volumes: list[str] = []
    for match in PART.finditer(draft.rest, window.start, window.end):
        kind = ru.VOLUME_LABELS[match["label"].lower()]
        number = _tidy(match["number"])
        if kind == "issue":
            if not draft.has("issue"):
                draft.claim("issue", number, match.start(), match.end(), "issue:вып")
                continue
            kind = "part"
        label = draft.text[match.start("label") : match.start("number")]
        printed = number if kind == "volume" and not volumes else label + number
        if volumes:
            give_up(draft, "volume")
        volumes.append(printed)
        draft.claim("volume", ". ".join(volumes), match.start(), match.end(), "volume")
        _volume_title(draft, match.end(), window.end)
    if not volumes and not draft.has("issue"):
        match = _SLASHED.search(draft.rest, window.start, window.end)
        if match and component:
            draft.claim("volume", match["volume"], *match.span("volume"), "volume(issue)")
            draft.claim(
                "issue", match["issue"], match.start("issue") - 1, match.end("issue") + 1, "volume(issue)"
            )


def _tidy(number: str) -> str:
    return number.replace("Х", "X").strip()


def _volume_title(draft: Draft, at: int, stop: int) -> None:
    """The title a volume has of its own ("Т. 24 : 22 июня 1941 г. – 1 января 1942 г.")."""
    match = re.match(r"\s?[:.]\s(?=[А-ЯA-Z\d«\"])", draft.rest[at:stop])
    if match is None:
        return
    start = at + match.end()
    end = first_understood(draft, start, stop)
    slash = draft.rest.find(" / ", start, end)
    end = slash if slash != -1 else end
    part = PART.search(draft.rest, start, end)
    end = part.start() if part else end
    inner = strip(draft, Window(start, end))
    if inner.end - inner.start > 3:
        last = keep_stop(draft.text, inner.end, stop)
        draft.claim("volume-title", draft.text[inner.start : last], inner.start, last, "volume-title")


def _year(draft: Draft, window: Window) -> None:
    """A year that stands alone ("Вопросы истории. 1994. № 11")."""
    last = None
    for match in _YEAR.finditer(draft.rest, window.start, window.end):
        if last is None or match.start() > last.end() + 40:
            last = match
    if last:
        date = year_of(last[0])
        if date is not None:
            draft.claim("issued", date, last.start(), last.end(), "year")


def _series(draft: Draft, window: Window) -> None:
    issued = max(f.span.end for f in draft.fields if f.name == "issued") - draft.base
    match = _SERIES.search(draft.rest, max(window.start, issued - 1), window.end)
    if match and BLANK not in match["series"] and re.search(r"[^\W\d]{2}", match["series"]):
        series = match["series"]
        number = _SERIES_NUMBER.search(series)
        start = match.start("series")
        if number:
            draft.imply(
                "collection-number",
                number["number"],
                start + number.start("number"),
                start + number.end("number"),
                "series-number",
            )
            series = series[: number.start()]
        name = _SERIES_WORD.sub("", series.strip(" ,;."))
        inner = unquote(name, 0, len(name))
        draft.claim("collection-title", name[slice(*inner)], start - 1, match.end(), "series")
        return
    match = _SUBSERIES.search(draft.rest, window.start, window.end)
    if match and not draft.has("collection-title"):
        draft.claim("collection-title", match["series"].strip(), match.start(), match.end(), "subseries")


def _remarks(draft: Draft, window: Window) -> None:
    """Illustrations, binding, print run: recognised, but nothing that CSL has a field for."""
    for match in _REMARK.finditer(draft.rest, window.start, window.end):
        draft.connect(match.start(), match.end())


def _document_number(draft: Draft, window: Window) -> None:
    if "ок" not in draft.text and "т." not in draft.text:
        return
    match = _DOCUMENT_NUMBER.search(draft.rest, window.start, window.end)
    if match:
        draft.claim("custom.document-number", match["number"], match.start(), match.end(), "document-number")
    match = _ARTICLE.search(draft.rest, window.start, window.end)
    if match:
        if draft.locator is None:
            draft.locate(match["number"], match.start(), match.end(), "article")
        else:
            draft.connect(match.start(), match.end())
