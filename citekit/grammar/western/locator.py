"""The cited pages of a western citation."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.recognise.dates import DATE
from citekit.recognise.pages import BARE_AT_END, LABELLED, PAGE_LIST, label_of, normalise

_ON_PAGE = re.compile(rf"\bon\s+pages?\s+(?P<pages>{PAGE_LIST})")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:\s*[-–—]\s*(?:(?:1[5-9]|20)\d\d|\d\d))?$")
_BARE_AFTER = re.compile(rf"(?:[.,)\]\"”’»{BLANK}?!:]|\bet al|[a-z*])\s*$")
_BEFORE_IN = re.compile(rf",\s*(?P<pages>{PAGE_LIST}),\s+(?=in\s+the\b)")
_NUMBER_LABEL = re.compile(r"(?:\bno|\bnos|\bvol|\bvols|\bissues?|\bpt|\bpart|\bbk|\bbook|№|\bserial|\bitem|\bbox|\bfolder|\bchap(?:ter)?s?)\.?\s*$", re.IGNORECASE)
_VOLUME_PAGE = re.compile(rf"(?<![\w.])(?P<volume>\d{{1,3}}|[IVXL]+)\s*:\s*(?P<pages>{PAGE_LIST})(?P<tail>[\s.,;)]*)$")


def read_locator(draft: Draft, *, entry: bool) -> None:
    """Claim the cited pages: those with a label, else a number that stands alone at the end.

    In a bibliography entry the range is kept as the locator for now; the kind of work decides later whether
    it is the extent (``page``) of an article or chapter (data contract, "page").
    """
    if not any(c.isdigit() for c in draft.rest) and "p" not in draft.rest:
        return
    match = _last_labelled(draft)
    if match:
        pages, start, end = match["pages"], match.start(), match.end()
        label = label_of(match.groupdict().get("label") or "p")
        draft.locate(normalise(pages), start, end, label)
        return
    match = _BEFORE_IN.search(draft.rest)
    if match:
        draft.locate(normalise(match["pages"]), match.start("pages"), match.end("pages"))
        return
    match = _VOLUME_PAGE.search(draft.rest)
    if match and not draft.has("volume") and not re.search(r"\d\s*$", draft.rest[: match.start()]):
        draft.claim("volume", match["volume"], match.start("volume"), match.end("volume"), "volume-colon-page")
        draft.locate(normalise(match["pages"]), match.start("pages"), match.end("pages"))
        return
    _bare(draft)


def _last_labelled(draft: Draft) -> re.Match[str] | None:
    found = _ON_PAGE.search(draft.rest) if " on page" in draft.rest else None
    if found:
        return found
    for found in LABELLED.finditer(draft.rest):
        pass
    return found


def _bare(draft: Draft) -> None:
    """A number without label is a page where it ends the citation and is no year, volume or issue."""
    match = BARE_AT_END.search(draft.rest.rstrip(" .,;)" + BLANK))
    if match is None:
        return
    start, end = match.start("pages"), match.end("pages")
    before = draft.rest[:start]
    if not before.strip(" .,;:" + BLANK) and draft.back is None and not draft.fields:
        return
    pages = match["pages"]
    if _ends_with_date(draft, end):
        return
    first, comma, _ = pages.partition(",")
    # "no. 551, 111-118" and "26 June 1950, 4": the first number is that of the issue or of the date
    if _NUMBER_LABEL.search(before) or (comma and _ends_with_date(draft, start + len(first))):
        if not comma or re.search(r"\bnos\.?\s*$", before):
            return
        start += len(first) + 1
        start += len(draft.rest[start:]) - len(draft.rest[start:].lstrip())
        before, pages = draft.rest[:start], draft.rest[start:end]
    if not _BARE_AFTER.search(before):
        return
    if re.fullmatch(r"[ivxlc]+", pages) and not before.rstrip().endswith(("," , ")", BLANK)):
        return
    closed = len(before.rstrip(" .,"))
    after_imprint = draft.has("issued") and draft.text[closed - 1 : closed] == ")"
    if _YEARS.fullmatch(pages) and not after_imprint:
        return
    if before.rstrip().endswith(":") and re.search(r"\([^()]*\d{4}\)\s*:\s*$", before) is None and not after_imprint:
        return
    if re.search(r"[a-z*]\s*$", before) and draft.back is None and not _is_tail_of_title(draft, before):
        return
    draft.locate(normalise(pages), start, end)


def _ends_with_date(draft: Draft, end: int) -> bool:
    """Whether the number that ends at *end* is the year of a date with month: "September 22, 1950"."""
    return any(m.end() == end and m.end() - m.start() > 6 for m in DATE.finditer(draft.rest, max(0, end - 30), end))


def _is_tail_of_title(draft: Draft, before: str) -> bool:
    """A number right behind a word is a page only in a short citation (no comma, "in Selected Works 517")."""
    return bool(re.search(r"(?:\bin\b|[\"”])", before, re.IGNORECASE)) or any(
        span.end <= len(before) <= span.end + 2 for span in draft.emphasis
    )
