"""The cited pages of a western citation."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.runs import last_match
from citekit.recognise.dates import DateMatch, find_dates
from citekit.recognise.pages import BARE_AT_END, LABELLED, PAGE_LIST, label_of, normalise

_ON_PAGE = re.compile(rf"\bon\s+pages?\s+(?P<pages>{PAGE_LIST})")
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEARS = re.compile(rf"{_YEAR}(?:\s*[-–—]\s*(?:{_YEAR}|\d\d))?$")
_YEAR_AHEAD = re.compile(rf"(?P<year>{_YEAR})(?:\s*[-–—]\s*(?:{_YEAR}|\d\d))?,\s*(?P<next>\d+)")
_BARE_AFTER = re.compile(rf"(?:[.,)\]\"”’»{BLANK}?!:]|\bet al|[a-z*])\s*$")
_BEFORE_IN = re.compile(rf",\s*(?P<pages>{PAGE_LIST}),\s+(?=in\s+the\b)")
_NUMBER_LABEL = re.compile(
    r"(?:\bnos?|\bvols?|\bissues?|\bpt|\bpart|\bbk|\bbook|№|\bserial|\bitem|\bbox|\bfolder|\bchap(?:ter)?s?|"
    r"\btel|\btelegram|\bdocument|\bdoc|\bBulletin)\.?\s*(?:\d+/)?$",
    re.IGNORECASE,
)
_VOLUME_PAGE = re.compile(
    rf"(?<![\w.])(?P<volume>\d{{1,3}}|[IVXL]+)\s*:\s*(?P<pages>{PAGE_LIST})(?P<tail>[\s.,:;){BLANK}]*)$"
)
# MHRA 7.3: "(Cambridge, 2010), I, 45"; also "FRUS, 1950, VII, 376".
_ROMAN_VOLUME = re.compile(rf"(?:[){BLANK}\"”’]|\d)\s*,\s*(?P<volume>[IVX]+)\s*,\s*(?=(?:pp?\.\s*)?\d)")
_DIGIT = re.compile(r"\d")
_CHAPTER = re.compile(
    r"\b(?:chap(?:ter)?|ch)\.?\s*(?P<chapter>\d+|[IVX]+)(?=\s*,\s*(?:(?:pp?\.\s*)?\d)|\s+(?:in|of)\s+"
    r"(?:idem\b|[A-Z“\"‘]))"
)
_SUB_VERBO = re.compile(r"\bs\.\s?v+\.\s*[“\"‘](?P<word>[^”\"’]+)[”\"’]")
_NOTE_ALONE = re.compile(rf"[\s.,{BLANK}]*(?P<note>(?:nn?\.|notes?|fn\.)\s?\d+)[\s.{BLANK}]*$")
_PASSIM = re.compile(r",?\s*(?P<pages>passim)\.?\s*$")
# The extent of an article and the page cited in it: "44–68, at 50", "pp. 251–9 (p. 255)" (MHRA 7.4).
_EXTENT = re.compile(
    rf"(?:pp?\.?\s*)?(?P<extent>\d+\s*[-–—]\s*\d+)\s*(?:[,;]\s*(?:at|here(?:\s+at)?|quot(?:e|ed|ation)"
    rf"(?:\s+(?:at|on))?)"
    rf"\s+(?:pp?\.\s*)?|\s*[(\[](?:here\s+|at\s+)?pp?\.\s*)(?P<pages>{PAGE_LIST})[)\]]?"
)
# The page of a newspaper with its section: "New York Times, October 14, 1950, A1".
_SECTION_PAGE = re.compile(r",\s*(?:p\.\s*)?(?P<pages>[A-Z]{1,3}[-\s]?\d{1,3}(?:[-–]\d{1,3})?)(?=[\s.,;]*$)")


def read_locator(draft: Draft) -> None:
    """Claim the cited pages: those with a label, else a number that stands alone at the end.

    In a bibliography entry the range is kept as the locator for now; the kind of work decides later whether
    it is the extent (``page``) of an article or chapter (data contract, "page").
    """
    if _DIGIT.search(draft.rest) is None and "p" not in draft.rest:
        return
    _chapter_of_pages(draft)
    if _extent_and_page(draft) or _entry_word(draft):
        return
    match = _last_labelled(draft)
    if match:
        _roman_volume(draft, match.start())
        label = label_of(match.groupdict().get("label") or "p")
        draft.locate(normalise(match["pages"]), match.start(), match.end(), label)
        return
    match = _BEFORE_IN.search(draft.rest) if " in the" in draft.rest else None
    if match:
        draft.locate(normalise(match["pages"]), *match.span("pages"))
        return
    match = _VOLUME_PAGE.search(draft.rest)
    if match and not draft.has("volume") and not re.search(r"\d\s*$", draft.rest[: match.start()]):
        draft.claim("volume", match["volume"], *match.span("volume"), "volume-colon-page")
        draft.locate(normalise(match["pages"]), *match.span("pages"))
        return
    match = _SECTION_PAGE.search(draft.rest)
    if match and (dated := _date_before(draft, match.start())) and dated.has_day:
        draft.locate(match["pages"].replace(" ", ""), *match.span("pages"))
        return
    _bare(draft)


def _chapter_of_pages(draft: Draft) -> None:
    """ "ch. 7, pp. 128–54", "chapter 5 in Power Kills": the chapter beside the pages cited."""
    match = _CHAPTER.search(draft.rest) if "ch" in draft.rest else None
    if match:
        draft.claim("chapter-number", match["chapter"], match.start(), match.end(), "chapter-beside-pages")


def _entry_word(draft: Draft) -> bool:
    """ "s.v. “Chongchon.”": the entry of a work of reference (Chicago 14.234)."""
    match = _SUB_VERBO.search(draft.rest) if "s.v" in draft.rest or "s. v" in draft.rest else None
    if match:
        draft.locate(match["word"].strip(" ,."), match.start(), match.end(), "sub-verbo")
    return match is not None


def _extent_and_page(draft: Draft) -> bool:
    said = any(sign in draft.rest for sign in ("at ", "here", "quot", "(p", "[p"))
    match = last_match(_EXTENT, draft.rest) if said else None
    if match is None:
        return False
    draft.claim("custom.extent", normalise(match["extent"]), *match.span("extent"), "extent-before-page")
    draft.connect(match.start(), match.start("extent"))
    draft.connect(match.end("extent"), match.start("pages"))
    draft.locate(normalise(match["pages"]), match.start("pages"), match.end())
    return True


def _last_labelled(draft: Draft) -> re.Match[str] | None:
    found = _ON_PAGE.search(draft.rest) if " on page" in draft.rest else None
    return found or last_match(LABELLED, draft.rest)


def _roman_volume(draft: Draft, at: int) -> None:
    """Claim "I" of "(Cambridge, 2010), I, p. 45", whose pages begin at *at*."""
    match = None if draft.has("volume") else _ROMAN_VOLUME.search(draft.rest, max(0, at - 12))
    if match and match.end() == at:
        draft.claim("volume", match["volume"], *match.span("volume"), "roman-volume")


def _date_before(draft: Draft, end: int) -> DateMatch | None:
    """The date that ends at *end*, or None."""
    near = find_dates(draft.rest, max(0, end - 40), end)
    return next((found for found in near if found.end == end), None)


def _bare(draft: Draft) -> None:
    """A number without label is a page where it ends the citation and is no year, volume or issue."""
    note = _NOTE_ALONE.match(draft.rest) if draft.back == "ibid" else None
    passim = note or (_PASSIM.search(draft.rest) if "passim" in draft.rest else None)
    if passim and draft.rest[: passim.start()].rstrip().removesuffix("and").rstrip(" ,")[-1:].isdigit():
        passim = None
    if passim:
        draft.locate(passim[1], *passim.span(1))
        return
    match = BARE_AT_END.search(draft.rest.rstrip(" .,;:)" + BLANK))
    if match is None:
        return
    start, end = match.span("pages")
    if not draft.rest[:start].strip(" .,;:" + BLANK) and draft.back is None and not draft.fields:
        return
    start = _behind_years(draft, _behind_other_numbers(draft, start, end), end)
    pages, before = draft.rest[start:end], draft.rest[:start]
    if not pages or not _BARE_AFTER.search(before):
        return
    if re.fullmatch(r"[ivxlc]+", pages) and not before.rstrip().endswith((",", ")", BLANK)):
        return
    closed = len(before.rstrip(" .,:"))
    after_imprint = draft.has("issued") and draft.text[closed - 1 : closed] == ")"
    if _YEARS.fullmatch(pages) and not after_imprint and not draft.has("custom.session"):
        return
    if before.rstrip().endswith(":") and not re.search(r"\([^()]*\d\)\s*:\s*$", before) and not after_imprint:
        day = _date_before(draft, len(before.rstrip().rstrip(":")))
        if day is None or not day.has_day:  # "Izvestiia, Dec. 2, 1934: 1"
            return
    if re.search(r"[a-z*]\s*$", before) and draft.back is None and not _is_tail_of_title(draft, before):
        return
    _roman_volume(draft, start)
    draft.locate(normalise(pages), start, end)


def _behind_other_numbers(draft: Draft, start: int, end: int) -> int:
    """Where the pages begin in a run of numbers that may open with those of a date, an issue or a telegram.

    "no. 55, 11-18" and "June 26, 1950, 4"; *end* where no page is left.
    """
    for found in find_dates(draft.rest, max(0, start - 30), end):
        if found.end > start and (found.is_precise or found.start < start):
            start = _past_comma(draft, found.end, end)
    if start < end and _NUMBER_LABEL.search(draft.rest[max(0, start - 20) : start]):
        comma = draft.rest.find(",", start, end)
        several = re.search(r"\bnos\.?\s*$", draft.rest[:start])
        start = end if comma < 0 or several else _past_comma(draft, comma, end)
    return start


def _behind_years(draft: Draft, start: int, end: int) -> int:
    """Where the pages begin in "1950-1953, 321-22" and "1993, 29".

    Pages are listed as they follow one another, so a year before a smaller number is no page: it ends a title
    or dates an issue.
    """
    while match := _YEAR_AHEAD.match(draft.rest, start, end):
        if int(match["next"]) >= int(match["year"]):
            break
        start = match.start("next")
    return start


def _past_comma(draft: Draft, at: int, end: int) -> int:
    while at < end and draft.rest[at] in " ,":
        at += 1
    return at


def _is_tail_of_title(draft: Draft, before: str) -> bool:
    """A number right behind a word is a page only in a short citation (no comma, "in Collected Works 51")."""
    return bool(re.search(r"(?:\bin\b|[\"”])", before, re.IGNORECASE)) or any(
        span.end <= len(before) <= span.end + 2 for span in draft.emphasis
    )
