"""Unpublished archival documents: the archive, collection and location that a citation names."""

from __future__ import annotations

import re

from citekit import archives
from citekit.archives import ArchiveReference
from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.tables import words
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.parties import english_genre
from citekit.languages import en
from citekit.model import Span
from citekit.names import is_body
from citekit.recognise.dates import find_date

# Numbers of documents inside printed series are read with their headings; FRUS is a printed set.
_PRINTED = frozenset({"numero", "frus"})
_LABEL_BEFORE = re.compile(r"(?:\bUN\s+)?\b[Dd]oc(?:ument|\.)?\s*(?:[Nn]o\.?\s*)?$")
PRINTED_IN = re.compile(
    r",?\s*\b(?:(?:cited|quoted|printed|reprinted|published|reproduced|translated|available)\s+)?in\s+"
    r"(?=[A-Z“\"‘])"
)
"""The words between the archive of a document and the collection that prints it."""

_IMPRINT_BEHIND = re.compile(r"[\s.,]*\((?:[^()]*[:,])?[^()]*\b(?:1[5-9]|20)\d\d\.?\)")
_HOUSE = re.compile(
    rf"(?P<name>[A-Z][^,.;:()\[\]“”\"{BLANK}]{{4,70}}),\s+(?P<mark>"
    rf"(?=[^,\s]*\d[^,\s]*[-/.])[\w./:-]{{4,}})(?=,|\.?$|\s*[;(])"
)
_HOUSE_ENTRY = re.compile(
    rf"(?P<name>[A-Z](?:[^,.;:()“”\"{BLANK}]|(?<=\s[A-Z])\.){{4,90}}?)"
    rf"(?:\s+\((?P<short>[A-Z][\w-]{{1,11}})\))?"
    r"(?:,\s+(?P<place>[A-Z][^.,;:()]+(?:,\s+[A-Z][\w.]+?)?))?(?:\.\s+(?P<collection>[^.:]+?))?\.?"
)
_HOUSE_AND_LETTER = re.compile(
    rf"(?P<house>[A-Z][^,.;:()\[\]“”\"{BLANK}]{{4,70}})"
    r"(?:,\s+(?P<place>[A-Z][^\W\d_]+)(?=,))?"
    rf"(?:,\s+(?P<fonds>[A-Z][^;:()“”\"{BLANK}]{{2,80}}?))??,\s+(?P<mark>[A-Za-z][\w. ]{{0,12}}\d[\d,./]*\w*)"
    rf"(?:,\s+(?:f|ff|fo|fos|fol|fols|p|pp)\.\s?[\d–v-]+)?,\s+(?=[A-Z][\w.’ -]{{1,40}}\sto\s[A-Z])"
)
_SEAT = lazy(lambda: rf"(?:{words('seats')}|{words('cities with fonds')})$")
_PARTIES = re.compile(r"\w\s+to\s+[A-Z]|\b(?:from|between)\s+[A-Z]")
_REMARK = re.compile(r"\s*\((?P<remark>[^()]{4,200})\)\.?\s*$")


def read_archive(draft: Draft, *, entry: bool) -> None:
    """Claim archive, archive_collection, archive_location, archive-place and the leaves."""
    found = [
        reference
        for reference in archives.find(draft.rest)
        if reference.scheme not in _PRINTED and not _is_published(draft.rest, reference)
    ]
    for reference in found:
        _claim(draft, reference)
    if not found:
        if not (entry and _read_house(draft)) and not _house_before_letter(draft):
            _numbered_by_house(draft)
        return
    last = found[-1].span.end
    if draft.has("archive_location") or draft.has("archive_collection"):
        remark = _REMARK.match(draft.rest, last)
        if remark and not re.search(r"here(?:in)?after|henceforth", remark["remark"]):
            _read_remark(draft, remark)
        if not draft.has("archive"):
            _house_behind(draft, last)
        if not draft.has("archive"):
            _house_before(draft, found[0].span.start)


def _read_remark(draft: Draft, remark: re.Match[str]) -> None:
    """What brackets behind the leaves say: which document of the file is cited, or a remark on it.

    "(Stalin to Mao, 1 Oct. 1950)" is left, out of its brackets, to the rules for correspondence.
    """
    text, (start, end) = remark["remark"], remark.span("remark")
    dated = find_date(draft.rest, start, end)
    if dated is None or not dated.is_precise or dated.end < end:
        draft.claim("note", text, start, end, "remark-on-file")
        return
    heading = draft.rest[start : dated.start].rstrip(" ,(")
    genre = english_genre(heading)
    if _PARTIES.search(heading):
        draft.connect(start - 1, start)
        draft.connect(end, end + 1)
    elif genre and not draft.has("title"):
        heading = re.sub(r"\s(?:on|of|from|dated)$", "", heading)
        draft.claim("title", heading, start, start + len(heading), "document-behind-file")
        draft.claim("original-date", dated.date, dated.start, dated.end, "document-behind-file")
        draft.imply("genre", genre, start, start + len(heading), "document-behind-file")
    else:
        draft.claim("note", text, start, end, "remark-on-file")


def _is_published(text: str, found: ArchiveReference) -> bool:
    """Whether an imprint stands right behind what looks like the papers of some house: then it is a book of
    theirs.
    """
    return (
        found.level == "collection"
        and not found.number
        and _IMPRINT_BEHIND.match(text, found.span.end) is not None
    )


def _claim(draft: Draft, found: ArchiveReference) -> None:
    end = _before_printed_place(draft, found)
    for name, part in (
        ("archive", found.repository),
        ("archive-place", found.place),
        ("archive_collection", found.collection),
        ("archive_location", found.location),
        ("number", found.number),
    ):
        if part is not None and not draft.has(name) and part.span.end <= end:
            draft.claim(name, part.text.strip(), part.span.start, part.span.end, f"archive-{found.scheme}")
    if found.locator and found.locator_span and draft.locator is None and found.locator_span.end <= end:
        if end < len(draft.rest) and PRINTED_IN.match(draft.rest, found.locator_span.end):
            # of a document cited in its archive and in a collection, the pages are those of the collection
            draft.claim("custom.leaves", found.locator, *_of(found.locator_span), "leaves-of-printed")
        else:
            draft.locate(found.locator, *_of(found.locator_span), found.locator_label)
    if found.abbreviation and draft.abbreviation is None:
        draft.abbreviation, draft.abbreviates = found.abbreviation, "archive"
    if found.elided and draft.back is None:
        draft.back = "elided"
    label = _LABEL_BEFORE.search(draft.rest, max(0, found.span.start - 24), found.span.start)
    if label:
        draft.connect(label.start(), label.end())
    _connect_between(draft, found.span.start, end)


def _of(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _before_printed_place(draft: Draft, found: ArchiveReference) -> int:
    """The end of *found*, or the place before "in CWIHP Bulletin 6-7, 114" that prints the document."""
    printed = PRINTED_IN.search(draft.rest, found.span.start, found.span.end)
    house = found.repository
    if printed and house and house.span.start < printed.start() < house.span.end and " for " in house.text:
        return found.span.end  # "Center for Research in Jewish History" is no collection
    return printed.start() if printed else found.span.end


def _house_behind(draft: Draft, at: int) -> None:
    """The repository behind a location that names none itself: "FO 371/84082, TNA"."""
    match = re.compile(r"\s*,\s*(?P<name>[A-Z][^,;()“”\"]{1,60}?)\s*\.?$").match(draft.rest, at)
    if match and BLANK not in match["name"] and is_body(match["name"]):
        draft.claim("archive", match["name"], *match.span("name"), "house-behind")


def _house_before(draft: Draft, end: int) -> None:
    """The repository before a location, of a kind that the table lacks: "Tsentral’nyi arkhiv (TsA), Moscow.
    Fond 5".
    """
    match = _HOUSE_ENTRY.fullmatch(draft.rest[:end].rstrip(" ,.:"))
    if (
        match
        and not match["collection"]
        and any(w in match["name"] for w in en.ARCHIVE_WORDS)
        and is_house(match["name"])
    ):
        _claim_house(draft, match)


def _claim_house(draft: Draft, match: re.Match[str]) -> None:
    draft.claim("archive", match["name"], *match.span("name"), "house-by-name")
    if match["short"]:
        draft.abbreviation, draft.abbreviates = match["short"], "archive"
        draft.connect(match.start("short") - 1, match.end("short") + 1)
    if match["place"]:
        draft.claim("archive-place", match["place"], *match.span("place"), "house-by-name")


def _house_before_letter(draft: Draft) -> bool:
    """ "British Library, Add. MS 40,123, fos. 5-6, Doe to Roe, 3 May 1810": the archive first, then the
    letter.
    """
    match = _HOUSE_AND_LETTER.match(draft.rest)
    if match is None or not any(word in match["house"] for word in en.ARCHIVE_WORDS):
        return False
    if not is_house(match["house"]) or (match["place"] and not _SEAT.match(match["place"])):
        return False
    draft.claim("archive", match["house"], *match.span("house"), "house-before-letter")
    if match["place"]:
        draft.claim("archive-place", match["place"], *match.span("place"), "house-before-letter")
    if match["fonds"]:
        draft.claim("archive_collection", match["fonds"], *match.span("fonds"), "house-before-letter")
    draft.claim("archive_location", match["mark"], *match.span("mark"), "house-before-letter")
    leaves = behind(draft.rest, match.end("mark"))
    if leaves:
        draft.locate(leaves[0], *_of(leaves[1]), leaves[2])
    return True


def _numbered_by_house(draft: Draft) -> None:
    """A house by its name with the number of a file: "Some Provincial Archives, 12-34-5, 17"."""
    match = _HOUSE.match(draft.rest)
    if match and any(word in match["name"] for word in en.ARCHIVE_WORDS) and is_house(match["name"]):
        draft.claim("archive", match["name"], *match.span("name"), "house-by-name")
        draft.claim("archive_location", match["mark"], *match.span("mark"), "number-of-house")


def is_house(name: str) -> bool:
    """Whether *name*, which has a word for an archive, is that of a body, English or romanised."""
    return is_body(name) or "ang’anguan" in name or "ang'anguan" in name or "arkhiv" in name


def _read_house(draft: Draft) -> bool:
    """An entry that lists a house: "Harry S. Truman Library, Independence, MO. President's Secretary's
    Files.".
    """
    match = _HOUSE_ENTRY.fullmatch(draft.rest)
    if (
        match is None
        or not any(word in match["name"] for word in en.ARCHIVE_WORDS)
        or not is_body(match["name"])
    ):
        return False
    _claim_house(draft, match)
    if match["collection"]:
        draft.claim("archive_collection", match["collection"], *match.span("collection"), "house-listed")
    draft.imply("type", "document", *match.span("name"), "house-listed")
    return True


def _connect_between(draft: Draft, start: int, end: int) -> None:
    """Brackets, labels and the defined abbreviation inside the reference carry no field of their own."""
    at = start
    while at < end:
        if draft.rest[at] == BLANK:
            at += 1
            continue
        stop = at
        while stop < end and draft.rest[stop] != BLANK:
            stop += 1
        draft.connect(at, stop)
        at = stop
