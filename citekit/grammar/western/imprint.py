"""Place, publisher and year; edition; thesis statement; volume.

The imprint stands in brackets in notes (Chicago 14.20) and after a full stop or comma elsewhere.
"""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.runs import Marks, is_original_script
from citekit.languages import en
from citekit.model import Date
from citekit.names import is_body
from citekit.recognise.dates import DATE, read_date, read_match

_YEARS = r"(?:c(?:a?\.|irca)\s*)?\[?(?:1[5-9]|20)\d\d\]?(?:\s*[-–/]\s*\d{2,4})?(?:,\s*\d{4})*(?:,?\s+and\s+\d{4})?[a-z]?"
_IMPRINT_YEAR = re.compile(rf"(?:^|[,:\s])\s*(?P<year>{_YEARS}|n\.\s?d\.?|forthcoming)\s*[.,]*\s*$")
_COLON = re.compile(r"\s*:\s*")
_STATE = re.compile(
    r"^(?:[A-Z]{2}|D\.?C\.?|Mass\.?|Conn\.?|Calif\.?|Pa\.?|Va\.?|Ill\.?|Mich\.?|N\.J\.?|N\.Y\.?|N\.C\.?|Okla\.?|Tex\.?|"
    r"Md\.?|Minn\.?|Ohio|Wis\.?|Ky\.?|Ga\.?|Fla\.?|Colo\.?|Del\.?|Ind\.?|Kan\.?|Mo\.?|Tenn\.?|Wash\.?|UK|USA|Eng(?:land|\.)?|England)$"
)
# "..., Chicago: University of Chicago Press, 2000" and ". Beijing: Press, 2002." without brackets.
_OPEN = re.compile(
    rf"(?:^|(?P<sep>[.,?!\"”’{BLANK})])\s*)(?P<place>[^\W\d][^:;,.()\"“”{BLANK}]{{1,40}}?(?:\s[A-Z]\.\s?[A-Z]\.|,\s?[A-Z][A-Za-z.]{{1,6}})?)\s*:\s*"
    rf"(?P<publisher>[^:;{BLANK}\"“]{{2,110}}?),\s*(?P<year>{_YEARS}|n\.\s?d\.?)(?P<close>\.?\)?)(?=[\s.,;{BLANK}]|$)"
)
_OPEN_WITHOUT_PLACE = re.compile(
    rf"(?:^|(?P<sep>[.)?!\"”{BLANK}:])\s*|\s{{2,}})(?P<publisher>[A-Z][^.:;(){BLANK}\"“]{{4,90}}?),\s*(?P<year>{_YEARS})\.?\s*$"
)
_THESIS = re.compile(en.THESIS, re.IGNORECASE)
_EDITION = re.compile(en.EDITION, re.IGNORECASE)
_EDITION_WORDS = re.compile(rf"\b{en.EDITION_WORDS}(?:\s+ed\.)?", re.IGNORECASE)
_NOT_AN_IMPRINT = re.compile(r"\b(?:born|died|see|now|then|before|after|hereafter|emphasis)\b", re.IGNORECASE)


def read_imprint(draft: Draft, marks: Marks) -> None:
    """Claim publisher-place, publisher, issued (and edition, thesis) where the citation states them."""
    for pair in reversed(marks.round):
        if any(s.start <= pair.start and pair.end <= s.end for s in draft.emphasis):
            continue  # a bracket inside an italic title belongs to the title
        inner = draft.text[pair.start + 1 : pair.end - 1]
        if BLANK in draft.rest[pair.start + 1 : pair.end - 1] or is_original_script(inner):
            continue
        if _read_thesis(draft, pair.start + 1, pair.end - 1) or _read_bracketed(draft, pair.start, pair.end):
            draft.connect(pair.start, pair.start + 1)
            draft.connect(pair.end - 1, pair.end)
            return
    if _THESIS.search(draft.rest):
        _read_thesis(draft, 0, len(draft.rest))
        return
    _read_open(draft, marks)
    if not draft.has("issued"):
        _read_year_alone(draft, marks)


def _read_bracketed(draft: Draft, start: int, end: int) -> bool:
    inner = draft.text[start + 1 : end - 1]
    year = _IMPRINT_YEAR.search(inner)
    if year is None or _NOT_AN_IMPRINT.search(inner):
        return False
    head = inner[: year.start()].rstrip(" ,.")
    if not head:
        return False
    if DATE.fullmatch(inner.strip(" .,")) and ":" not in inner:
        return False  # "(April 1, 2010)" is the date of an issue
    if not re.search(r"[A-Z\u00c0-\u042f]", head) or head.count(" ") > 25:
        return False
    offset = start + 1
    head_start, head_end = _edition_first(draft, offset, offset + len(head))
    _claim_year(draft, year["year"], offset + year.start("year"), offset + year.end("year"))
    _place_and_publisher(draft, head_start, head_end)
    return True


def _read_year_alone(draft: Draft, marks: Marks) -> None:
    """A year alone in brackets is an imprint where no volume or issue number stands before it."""
    for pair in reversed(marks.round):
        inner = draft.rest[pair.start + 1 : pair.end - 1].strip(" .")
        before = draft.rest[: pair.start].rstrip()
        italic = any(s.start <= pair.start and pair.end <= s.end for s in draft.emphasis)
        if italic or not re.fullmatch(r"(?:1[5-9]|20)\d\d", inner) or re.search(r"\d\s*$|\b(?:no|vol|issues?)\.?\s*\S+$", before):
            continue
        _claim_year(draft, inner, pair.start + 1, pair.end - 1)
        draft.connect(pair.start, pair.start + 1)
        draft.connect(pair.end - 1, pair.end)
        return


def _edition_first(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Claim an edition that opens the imprint: "(2nd ed., London: Verso, 1990)"."""
    match = _EDITION.match(draft.text, start, end)
    if match:
        draft.claim("edition", match["ordinal"], start, match.end(), "edition-in-imprint")
        return match.end(), end
    match = _EDITION_WORDS.match(draft.text, start, end)
    if match:
        draft.claim("edition", draft.text[start : match.end()].strip(), start, match.end(), "edition-in-imprint")
        return match.end(), end
    return start, end


def _claim_year(draft: Draft, text: str, start: int, end: int) -> None:
    bare = text.strip("[]")
    date = read_date(bare)
    if date is not None:
        draft.claim("issued", date, start, end, "imprint-year")
    elif re.match(r"n\.", bare):
        draft.connect(start, end)  # "n.d.": the date is stated to be unknown, not left out
    else:
        draft.claim("issued", Date(literal=bare), start, end, "imprint-year")


def _place_and_publisher(draft: Draft, start: int, end: int) -> None:
    """Divide "Place: Publisher"; without a colon, a first part that is no body is the place."""
    text = draft.text
    while start < end and text[start] in " ,.;":
        start += 1
    head = text[start:end]
    colon = _COLON.search(head)
    if colon:
        _claim_trimmed(draft, "publisher-place", start, start + colon.start(), "imprint-place")
        _claim_trimmed(draft, "publisher", start + colon.end(), end, "imprint-publisher")
        return
    parts = head.split(",")
    if len(parts) == 1:
        name = "publisher" if is_body(head) or _is_publisher(head) else "publisher-place"
        _claim_trimmed(draft, name, start, end, "imprint-alone")
        return
    first = parts[0]
    taken = len(first)
    if _STATE.match(parts[1].strip()):
        taken += 1 + len(parts[1])
    if is_body(first) or _is_publisher(first) or len(first.split()) > 3:
        _claim_trimmed(draft, "publisher", start, end, "imprint-publisher")
    elif taken >= len(head):
        _claim_trimmed(draft, "publisher-place", start, end, "imprint-place")
    else:
        _claim_trimmed(draft, "publisher-place", start, start + taken, "imprint-place")
        _claim_trimmed(draft, "publisher", start + taken + 1, end, "imprint-publisher")


_PUBLISHER = re.compile(
    r"\b(?:press|publish|publishers?|publishing|books|verlag|editions?|éditions|presses|house|university|univ|printing|"
    r"office|institute|izdatel|izd|chubanshe|shuju|sons|company|bros|co)\b",
    re.IGNORECASE,
)


def _is_publisher(text: str) -> bool:
    return _PUBLISHER.search(text) is not None or "chubanshe" in text


def _claim_trimmed(draft: Draft, name: str, start: int, end: int, rule: str) -> None:
    text = draft.text
    while start < end and text[start] in " ,:;":
        start += 1
    while end > start and text[end - 1] in " ,:;":
        end -= 1
    if end > start:
        draft.claim(name, text[start:end], start, end, rule)


def _read_open(draft: Draft, marks: Marks) -> None:
    """An imprint without brackets: the last "Place: Publisher, Year" outside quotation marks."""
    best = None
    for match in _OPEN.finditer(draft.rest):
        if not marks.inside(match.start("year")) and not DATE.fullmatch(match["place"]):
            best = match
    if best is None:
        _read_without_place(draft, marks)
        return
    start = best.start("place")
    if _STATE.match(best["place"].strip()):  # "Cambridge, Mass.: Harvard": the town stands before the comma
        town = re.search(r"([^\W\d][^,.:;()\"”]*),\s*$", draft.rest[: best.start("place")])
        start = town.start() if town else start
    _claim_year(draft, best["year"], best.start("year"), best.end("year"))
    _claim_trimmed(draft, "publisher-place", start, best.end("place"), "open-imprint-place")
    _claim_trimmed(draft, "publisher", best.start("publisher"), best.end("publisher"), "open-imprint-publisher")
    if best["close"].endswith(")"):
        draft.connect(best.end("close") - 1, best.end("close"))


def _read_without_place(draft: Draft, marks: Marks) -> None:
    match = None
    for match in _OPEN_WITHOUT_PLACE.finditer(draft.rest):
        pass
    if match is None or marks.inside(match.start("year")) or _ends_a_date(draft, match.end("year")):
        return
    publisher = match["publisher"]
    titled = [span.end for span in draft.emphasis if match.start("publisher") <= span.end <= match.end("publisher")]
    start = max(titled, default=match.start("publisher"))
    if not (is_body(draft.text[start : match.end("publisher")]) or _is_publisher(draft.text[start : match.end("publisher")])):
        return
    if match["sep"] is None and not titled:
        return
    _claim_year(draft, match["year"], match.start("year"), match.end("year"))
    parts = publisher.split(",") if not titled else []
    if len(parts) > 1 and not is_body(parts[0]) and not _is_publisher(parts[0]):
        _claim_trimmed(draft, "publisher-place", start, start + len(parts[0]), "open-imprint-place")
        start += len(parts[0]) + 1
    _claim_trimmed(draft, "publisher", start, match.end("publisher"), "open-imprint-publisher")


def _ends_a_date(draft: Draft, year_end: int) -> bool:
    """Whether the year that ends at *year_end* belongs to a date with month or day: that is no imprint."""
    return any(m.end() == year_end and m.end() - m.start() > 5 for m in DATE.finditer(draft.rest, max(0, year_end - 30)))


def _read_thesis(draft: Draft, start: int, end: int) -> bool:
    """ "PhD diss., Stanford University, 2008", in brackets or between commas (Chicago 14.224)."""
    match = _THESIS.search(draft.rest, start, end)
    if match is None:
        return False
    year = None
    for year in re.finditer(r"\b(?:1[89]|20)\d\d\b", draft.rest[match.end() : end]):
        break
    until = match.end() + (year.start() if year else len(draft.rest[match.end() : end].rstrip(" .")))
    if year:
        at = match.end() + year.start()
        _claim_year(draft, year[0], at, at + 4)
    place = draft.rest[match.end() : until].strip(" ,.")
    if place:
        _claim_trimmed(draft, "publisher", match.end(), until, "thesis-university")
    draft.claim("genre", draft.text[match.start() : match.end()].strip(), match.start(), match.end(), "thesis-kind")
    draft.imply("type", "thesis", match.start(), match.end(), "thesis-kind")
    return True


def read_edition(draft: Draft) -> None:
    """Claim "2nd ed.", "Rev. ed.": the ordinal alone, other editions as printed (data contract)."""
    if draft.has("edition") or "ed" not in draft.rest:
        return
    match = _EDITION.search(draft.rest)
    if match:
        draft.claim("edition", match["ordinal"], match.start(), match.end(), "edition-ordinal")
        return
    match = _EDITION_WORDS.search(draft.rest)
    if match:
        value = re.sub(r"(\bed\.)\s+ed\.$", r"\1", draft.text[match.start() : match.end()].strip())
        if value.endswith("ed") and draft.rest[match.end() : match.end() + 1] == ".":
            value += "."
        draft.claim("edition", value, match.start(), match.end(), "edition-words")


def read_issue_date(draft: Draft, start: int, end: int) -> tuple[Date, int, int] | None:
    """The date in ``rest[start:end]`` where there is one: a season, a month or a day of an issue."""
    match = DATE.search(draft.rest, start, end)
    if match is None:
        return None
    date = read_match(match)
    return (date, match.start(), match.end()) if date else None
