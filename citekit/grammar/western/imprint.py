"""Place, publisher and year; reprints; the medium.

The imprint stands in brackets in notes (Chicago 14.20) and after a full stop or comma elsewhere.
"""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.editions import claim_edition_ahead
from citekit.grammar.western.reports import read_series_of_papers
from citekit.grammar.western.runs import Marks, is_original_script, last_match
from citekit.grammar.western.theses import read_thesis
from citekit.languages import en, en_prints, ru
from citekit.model import Date
from citekit.names import is_body
from citekit.recognise.dates import find_dates, read_date

_YEAR = r"(?:1[5-9]|20)\d\d"
_YEARS = (
    rf"(?:c(?:a?\.|irca)\s*)?\[?{_YEAR}\]?(?:\s*[-–/]\s*\d{{2,4}}|[-–](?=[\s.,)]|$))?"
    r"(?:,\s*\d{4})*(?:,?\s+and\s+\d{4})?[a-z]?"
)
_IMPRINT_YEAR = re.compile(
    rf"(?:^|[,:;\s])\s*(?:[\[(](?P<first>{_YEAR})[\])]\s*)?(?P<year>{_YEARS}|n\.\s?d\.?|"
    rf"forthcoming)(?:\s*[\[(](?P<before>{_YEAR})[\])])?\s*[.,]*\s*$"
)
_COLON = re.compile(r"\s*:\s*")
_STATE = re.compile(rf"^(?:{en_prints.STATES})$")
# "..., Chicago: University of Chicago Press, 2000" and ". Beijing: Press, 2002." without brackets.
_PLACE = rf"[^\W\d][^:;,.()\"“”{BLANK}]{{1,40}}?(?:\s[A-Z]\.\s?[A-Z]\.|,\s?[A-Z][A-Za-z.]{{1,6}})?"
_OPEN = re.compile(
    rf"(?:^|(?P<sep>[.,?!\"”’()）\]{BLANK}])\s*)(?P<place>{_PLACE})\s*:\s*"
    rf"(?P<publisher>[^:;{BLANK}\"“]{{2,110}}?),\s*(?P<year>{_YEARS}|n\.\s?d\.?)(?P<close>(?:\.?\))?)"
    rf"(?=[\s.,;{BLANK}]|$)"
)
_OPEN_WITHOUT_YEAR = re.compile(
    rf"(?:^|[.,?!\"”’{BLANK}]\s*)(?P<place>{_PLACE})\s*:\s*(?P<publisher>[^:;.{BLANK}\"“]{{2,110}}?)\.?\s*$"
)
_PUBLISHER_ALONE = re.compile(
    rf"(?<=[.?!)])\s+(?P<name>[A-Z][^,.:;()\d“”\"{BLANK}]{{2,60}}(?:,\s+[A-Z][\w]+)?)\.?\s*$"
)
_OPEN_WITHOUT_PLACE = re.compile(
    rf"(?:^|(?P<sep>[.)?!\"”{BLANK}:])\s*|\s{{2,}})(?P<publisher>[A-Z][^.:;(){BLANK}\"“]{{4,90}}?),\s*"
    rf"(?P<year>{_YEARS})\.?\s*$"
)
_AT_END = r"(?=\.?\s*$|,\s*(?:(?:pp?|S)\.?\s*)?\d)"
_YEAR_AT_END = re.compile(rf"{_YEARS}{_AT_END}")
_OPEN_COMMAS = re.compile(
    rf"[,.]\s+(?P<place>(?P<town>[A-Z][^,:;.()\d“”\"{BLANK}]{{2,24}})(?:,\s+(?P<state>{en_prints.STATES}))?),\s+"
    rf"(?P<publisher>[A-Z][^,:;()“”\"{BLANK}]{{2,60}}?),?\s+(?P<year>{_YEARS}){_AT_END}"
)
# German and British usage: ", Washington/Stanford 2011, pp. 81–97", ", London, 1934", ", London: 1920"
_PLACE_AND_YEAR = re.compile(
    rf",\s+(?P<place>[A-Z][^,:;()\d“”\"{BLANK}]{{2,40}}?)[,:]?\s+(?P<year>{_YEAR}){_AT_END}"
)
_NOT_AN_IMPRINT = re.compile(
    r"\b(?:born|died|see|now|then|before|after|hereafter|emphasis|page)\b", re.IGNORECASE
)
_REPRINT_WORD = r"(?:[Rr]epr(?:int(?:ed)?)?\.?|[Rr]eissued?)"
_REPRINT = re.compile(
    rf"^(?P<first>.*?)(?:[;.,]\s*{_REPRINT_WORD}[,:]?\s+(?:in\s+)?|;\s+(?=\D.*:))(?P<again>.+)$"
)
_REPRINT_OPEN = re.compile(rf"(?:(?<=[.,;]\s)(?P<year>{_YEAR})[.;,]\s+)?\b{_REPRINT_WORD}[,:]?\s+(?=[A-Z])")
_YEARS_OF_TITLE = re.compile(rf"{_YEAR}\s?[-–]\s?\d{{2,4}}$")
_MEDIUM = re.compile(
    r"[.,]\s+(?P<medium>Print|Web|Film|Kindle(?: edition)?|[Ee]-?[Bb]ook|PDF(?: e-?book)?|CD-ROM|"
    r"[Mm]icrofilm)(?=\.?\s*$|,\s*(?:loc|chap|ch)\b)"
)
_FINAL_STOP = re.compile(r"(?<!\bCo)(?<!\bLtd)(?<!\bInc)(?<!\bBros)(?<!\.[A-Z])\.$")
_ONE_PLACE = re.compile(r"(?:[A-ZÀ-Ý][\w.’'-]*(?:\s+|/|$)|(?:and|&)\s+){1,5}")


def read_imprint(draft: Draft, marks: Marks) -> None:
    """Claim publisher-place, publisher, issued (and edition, thesis) where the citation states them."""
    medium = _MEDIUM.search(draft.rest)
    if medium:
        draft.claim("medium", medium["medium"], *medium.span("medium"), "medium")
    for pair in reversed(marks.round):
        if any(s.start <= pair.start and pair.end <= s.end for s in draft.emphasis):
            continue  # a bracket inside an italic title belongs to the title
        inner = draft.text[pair.start + 1 : pair.end - 1]
        if BLANK in draft.rest[pair.start + 1 : pair.end - 1]:
            continue
        if is_original_script(inner) and not is_original_script(draft.text[: pair.start]):
            continue  # the original of a translated title
        if read_thesis(draft, pair.start + 1, pair.end - 1) or _read_bracketed(
            draft, pair.start + 1, pair.end - 1
        ):
            draft.connect(pair.start, pair.start + 1)
            draft.connect(pair.end - 1, pair.end)
            return
    if read_thesis(draft, 0, len(draft.rest)):
        return
    if draft.has("issued"):  # author-date style: the year stands behind the author
        _read_open_without_year(draft)
        return
    _read_open(draft, marks)
    if not draft.has("issued"):
        _read_year_alone(draft, marks)


def _read_bracketed(draft: Draft, start: int, end: int) -> bool:
    """The imprint in ``text[start:end]``, the inside of round brackets; False where it is none."""
    inner = draft.text[start:end]
    year = _IMPRINT_YEAR.search(inner)
    if year is None or _NOT_AN_IMPRINT.search(inner):
        return False
    head = _FINAL_STOP.sub("", inner[: year.start()].rstrip(" ,;"))
    if not head or not re.search(r"[A-Z\u00c0-\u042f\u3400-\u9fff]", head) or head.count(" ") > 25:
        return False
    if ":" not in inner and "," not in inner and not _ONE_PLACE.fullmatch(head):
        return False
    if ":" not in inner and _is_date(inner, year):
        return False  # "(April 1, 2010)" is the date of an issue, "(Moscow, 5 May 1950)" of a document
    at, until = claim_edition_ahead(draft, start, start + len(head))
    at = read_series_of_papers(draft, at, until) or at
    for print_before in ("first", "before"):  # "[1935] 1998", "1998 [1935]"
        if year[print_before]:
            first = start + year.start(print_before), start + year.end(print_before)
            _claim_year(draft, year[print_before], *first, "original-date")
    _claim_year(draft, year["year"], start + year.start("year"), start + year.end("year"))
    until = min(until, _without_month(draft, at, start + year.start("year")))
    again = _REPRINT.match(draft.rest[at:until])
    if again and (_IMPRINT_YEAR.search(again["first"]) or again["first"].strip().isdigit()):
        _read_first_print(draft, at, again)
        at += again.start("again")
    _places_and_publishers(draft, at, until)
    return True


def _is_date(inner: str, year: re.Match[str]) -> bool:
    """Whether the year of a bracket belongs to a date with its day, or the bracket is nothing but a date."""
    for found in find_dates(inner):
        whole = found.start == 0 and found.end >= len(inner.rstrip(" .,"))
        if whole or (found.has_day and found.end >= year.end("year")):
            return True
    return False


def _without_month(draft: Draft, start: int, end: int) -> int:
    """ "Washington, DC, February 2011": the month before the year belongs to the date; the place before
    it.
    """
    month = re.compile(rf"(?:{'|'.join(en.MONTHS)})\.?\s*$", re.IGNORECASE).search(draft.text, start, end)
    year = draft.get("issued")
    if month and isinstance(year, Date) and len(year.parts) == 1:
        dated = Date(((*year.parts[0][:1], en.MONTHS[month[0].strip(" .").casefold()]),))
        field = next(f for f in draft.fields if f.name == "issued")
        draft.drop("issued")
        draft.claim("issued", dated, month.start(), field.span.end - draft.base, "imprint-month")
        return month.start()
    return end


def _read_first_print(draft: Draft, at: int, again: re.Match[str]) -> None:
    """What a bracket says of the print that was reprinted: "(London: Cape, 1962; repr., New York: Ace,
    1964)".
    """
    first = again["first"]
    year = re.search(rf"{_YEAR}\s*$", first)
    if year:
        _claim_year(draft, year[0].strip(), at + year.start(), at + year.end(), "original-date")
    head = first[: year.start() if year else len(first)].rstrip(" ,")
    if head and _IMPRINT_YEAR.search(again["again"]) is None and ":" not in again["again"]:
        _places_and_publishers(draft, at, at + len(head))  # "(New York: Ace, 1962; repr. 1964)"
    elif head:
        draft.claim("original-publisher", head, at, at + len(head), "first-print")
    draft.connect(at + again.end("first"), at + again.start("again"))


def _read_year_alone(draft: Draft, marks: Marks) -> None:
    """A year alone in brackets is an imprint where no volume or issue number stands before it."""
    for pair in reversed(marks.round):
        inner = draft.rest[pair.start + 1 : pair.end - 1].strip(" .")
        before = draft.rest[: pair.start].rstrip()
        italic = any(s.start <= pair.start and pair.end <= s.end for s in draft.emphasis)
        if italic or not re.fullmatch(rf"{_YEAR}(?:[-–]{_YEAR})?", inner):
            continue
        numbered = re.search(r"\d\s*$|\b(?:no|vol|issues?)\.?\s*\S+$|,\s[IVXLC]{1,7}$", before)
        if numbered and not _YEARS_OF_TITLE.search(before):
            continue
        _claim_year(draft, inner, pair.start + 1, pair.end - 1)
        draft.connect(pair.start, pair.start + 1)
        draft.connect(pair.end - 1, pair.end)
        return


def _claim_year(draft: Draft, text: str, start: int, end: int, field: str = "issued") -> None:
    bare = text.strip("[]")
    date = read_date(bare.rstrip("-– "))
    if date is not None:
        draft.claim(field, date, start, end, "imprint-year")
    elif re.match(r"n\.", bare):
        draft.connect(start, end)  # "n.d.": the date is stated to be unknown, not left out
    else:
        draft.claim(field, Date(literal=bare), start, end, "imprint-year")


def _places_and_publishers(draft: Draft, start: int, end: int) -> None:
    """ "Place: Publisher", or several of them: "Washington, DC: Press; Stanford: University Press"."""
    houses = [m.span() for m in re.finditer(r"[^;]+", draft.text[start:end])]
    if len(houses) < 2 or not all(":" in draft.text[start + a : start + b] for a, b in houses):
        _place_and_publisher(draft, start, end)
        return
    for a, b in houses:
        _place_and_publisher(draft, start + a, start + b)
    for name in ("publisher-place", "publisher"):
        fields = [f for f in draft.fields if f.name == name]
        joined = "; ".join(dict.fromkeys(str(f.value) for f in fields))
        draft.drop(name)
        draft.fields += [type(f)(name, joined, f.span, f.rule) for f in fields[:1]]
        draft.connectives += [f.span for f in fields[1:]]


def _place_and_publisher(draft: Draft, start: int, end: int) -> None:
    """Divide "Place: Publisher"; without a colon, a first part that is no body is the place."""
    start, end = _trimmed(draft.text, start, end)
    head = draft.text[start:end]
    colon = _COLON.search(head)
    if colon:
        _claim_trimmed(draft, "publisher-place", start, start + colon.start(), "imprint-place")
        _claim_trimmed(draft, "publisher", start + colon.end(), end, "imprint-publisher")
        return
    parts = head.split(",")
    if len(parts) == 1:
        # "(РОССПЭН, 2000)": Chicago 18, 14.30, leaves out the place, and Russian usage abbreviates it
        named = (
            is_publisher(head)
            or _HOUSES.match(head)
            or (is_original_script(head) and head not in ru.PLACE_ABBREVIATIONS)
        )
        name = "publisher" if named else "publisher-place"
        _claim_trimmed(draft, name, start, end, "imprint-alone")
        return
    first = parts[0]
    taken = len(first)
    if _STATE.match(parts[1].strip()):
        taken += 1 + len(parts[1])
    if is_publisher(first) or len(first.split()) > 3:
        seat = _before_seat(parts)
        _claim_trimmed(draft, "publisher", start, start + seat, "imprint-publisher")
        _claim_trimmed(draft, "publisher-place", start + seat, end, "imprint-seat")
    elif taken >= len(head):
        _claim_trimmed(draft, "publisher-place", start, end, "imprint-place")
    else:
        _claim_trimmed(draft, "publisher-place", start, start + taken, "imprint-place")
        _claim_trimmed(draft, "publisher", start + taken + 1, end, "imprint-publisher")


def _before_seat(parts: list[str]) -> int:
    """Where the publisher ends in "Woodrow Wilson Center, Washington, DC": before a place with its state."""
    if len(parts) > 2 and _STATE.match(parts[-1].strip()) and not is_publisher(parts[-2]):
        return sum(len(part) + 1 for part in parts[:-2]) - 1
    return sum(len(part) + 1 for part in parts) - 1


_HOUSES = re.compile(rf"(?:[A-Z][\w.]*\s){{0,2}}(?:{'|'.join(en_prints.PUBLISHING_HOUSES)})\b(?!,)")
_PUBLISHER = re.compile(rf"\b(?:{'|'.join(en_prints.PUBLISHER_WORDS)})\b|chubanshe", re.IGNORECASE)


def is_publisher(text: str) -> bool:
    """Whether *text* names a publishing house or another body."""
    return is_body(text) or _PUBLISHER.search(text) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,:;.":
        start += 1
    while end > start and text[end - 1] in " ,:;":
        end -= 1
    return start, end


def _claim_trimmed(draft: Draft, name: str, start: int, end: int, rule: str) -> None:
    start, end = _trimmed(draft.text, start, end)
    if end > start:
        draft.claim(name, draft.text[start:end], start, end, rule)


def _read_open(draft: Draft, marks: Marks) -> None:
    """An imprint without brackets: the last "Place: Publisher, Year" outside quotation marks."""
    again = _REPRINT_OPEN.search(draft.rest) if "epr" in draft.rest or "eissue" in draft.rest else None
    if again:
        draft.connect(again.end("year") if again["year"] else again.start(), again.end())
        if again["year"]:
            _claim_year(draft, again["year"], *again.span("year"), "original-date")
    best = None
    for match in _OPEN.finditer(draft.rest) if ":" in draft.rest else ():
        if marks.inside(match.start("year")) or read_date(match["place"]):
            continue
        if _spans_a_lifetime(match["year"]):
            continue  # "Doe, Paris: A City in Arms, 1789–1871, 20": the years of a title
        if any(s.start < match.start("publisher") and match.end("year") <= s.end for s in draft.emphasis):
            continue  # "*Ports: The Harbours of the North, 1919-1989*": the years of an italic title
        if not _ends_a_date(draft, match.end("year"), with_day=True):
            best = match
    if best is None:
        if not _read_commas(draft, marks):
            _read_without_place(draft, marks)
        return
    _claim_year(draft, best["year"], *best.span("year"))
    _claim_trimmed(draft, "publisher-place", _town(draft, best), best.end("place"), "open-imprint-place")
    _claim_trimmed(draft, "publisher", *best.span("publisher"), "open-imprint-publisher")
    if best["close"].endswith(")"):
        draft.connect(best.end("close") - 1, best.end("close"))


def _spans_a_lifetime(years: str) -> bool:
    """Whether *years* are two with more than forty between them: no set takes so long to come out."""
    ends = re.fullmatch(rf"({_YEAR})\s*[-–/]\s*({_YEAR})", years)
    return ends is not None and int(ends[2]) - int(ends[1]) > 40


def _town(draft: Draft, imprint: re.Match[str]) -> int:
    """Where the place begins: of "Cambridge, Mass.: Harvard" the town stands before the comma."""
    start = imprint.start("place")
    head, comma, last = imprint["place"].rpartition(",")
    if comma and not _STATE.match(last.strip()):
        return start + len(head) + 1  # ", Stalin and the War, London: Routledge": the title ends there
    if not _STATE.match(imprint["place"].strip()):
        return start
    town = re.search(r"([^\W\d][^,.:;()\"”]*),\s*$", draft.rest[:start])
    return town.start() if town else start


def _read_open_without_year(draft: Draft) -> None:
    """ "Lanham, MD: Lexington Books." at the end of an entry whose year stands behind its author.

    APA leaves out the place (7th ed., 9.29): "Lexington Books." alone, behind the full stop of the title.
    """
    match = _OPEN_WITHOUT_YEAR.search(draft.rest) if ":" in draft.rest else None
    alone = None if match else _PUBLISHER_ALONE.search(draft.rest)
    if alone and (_PUBLISHER.search(alone["name"]) or _HOUSES.match(alone["name"])):
        _claim_trimmed(draft, "publisher", *alone.span("name"), "open-imprint-publisher")
    if match and (is_publisher(match["publisher"]) or len(match["publisher"].split()) <= 4):
        start = _town(draft, match)
        _claim_trimmed(draft, "publisher-place", start, match.end("place"), "open-imprint-place")
        _claim_trimmed(draft, "publisher", *match.span("publisher"), "open-imprint-publisher")


def _read_commas(draft: Draft, marks: Marks) -> bool:
    """ ", Armonk, N.Y., M. E. Sharpe, 2004" at the end of a citation: an imprint of commas alone."""
    if _YEAR_AT_END.search(draft.rest) is None:
        return False
    match = _PLACE_AND_YEAR.search(draft.rest)
    if match and all(
        town in en_prints.PUBLISHING_PLACES
        for town in re.split(r"\s*/\s*|\s+and\s+", match["place"].casefold())
    ):
        _claim_year(draft, match["year"], *match.span("year"))
        _claim_trimmed(draft, "publisher-place", *match.span("place"), "place-and-year")
        return True
    match = _OPEN_COMMAS.search(draft.rest)
    if match is None or marks.inside(match.start("year")) or _ends_a_date(draft, match.end("year")):
        return False
    if not match["state"] and match["town"].casefold() not in en_prints.PUBLISHING_PLACES:
        return False
    _claim_year(draft, match["year"], *match.span("year"))
    _claim_trimmed(draft, "publisher-place", *match.span("place"), "comma-imprint-place")
    _claim_trimmed(draft, "publisher", *match.span("publisher"), "comma-imprint-publisher")
    return True


_YEAR_BEFORE_NAME = re.compile(r".*\b(?:1[5-9]|20)\d\d\s+(?=[A-Z])")


def _read_without_place(draft: Draft, marks: Marks) -> None:
    match = last_match(_OPEN_WITHOUT_PLACE, draft.rest) if _YEAR_AT_END.search(draft.rest) else None
    if match is None or marks.inside(match.start("year")) or _ends_a_date(draft, match.end("year")):
        return
    titled = [s.end for s in draft.emphasis if match.start("publisher") <= s.end <= match.end("publisher")]
    start = max(titled, default=match.start("publisher"))
    dated = _YEAR_BEFORE_NAME.match(match["publisher"]) if not titled else None
    if dated:  # no publisher has a year in its name: the title ends there without a full stop
        start += dated.end()
    if not is_publisher(draft.text[start : match.end("publisher")]) or (match["sep"] is None and not titled):
        return
    _claim_year(draft, match["year"], *match.span("year"))
    parts = match["publisher"].split(",") if not titled else []
    if len(parts) > 1 and not is_publisher(parts[0]):
        _claim_trimmed(draft, "publisher-place", start, start + len(parts[0]), "open-imprint-place")
        start += len(parts[0]) + 1
    _claim_trimmed(draft, "publisher", start, match.end("publisher"), "open-imprint-publisher")


def _ends_a_date(draft: Draft, year_end: int, *, with_day: bool = False) -> bool:
    """Whether the year that ends at *year_end* belongs to a date with month or day: that is no imprint."""
    near = find_dates(draft.rest, max(0, year_end - 30), year_end)
    return any(found.end == year_end and (found.has_day if with_day else found.is_precise) for found in near)
