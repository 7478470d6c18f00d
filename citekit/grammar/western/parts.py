"""Parts of something larger: articles, chapters, printed documents; their title stands in quotation marks."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.containers import (
    read_container,
    read_container_creators,
    read_in,
    read_title,
    read_volume_behind,
    read_volume_of,
)
from citekit.grammar.western.creators import claim_people, names_as_role, read_dash, role_after
from citekit.grammar.western.headed import read_kind_behind, read_number_behind
from citekit.grammar.western.heading import is_document, read_heading
from citekit.grammar.western.kinds import set_type
from citekit.grammar.western.parties import english_genre
from citekit.grammar.western.periodical import read_periodical, translated_behind
from citekit.grammar.western.reports import read_report_number
from citekit.grammar.western.runs import Marks, clean_title, skip, strip
from citekit.grammar.western.series import read_series
from citekit.languages import en, en_prints
from citekit.model import Name
from citekit.names import is_body, looks_like_people
from citekit.recognise.brackets import Pair
from citekit.recognise.dates import date_at, find_date, find_dates

_AND_QUOTED = re.compile(r"\s*,?\s*and\s*$")
_GENRE = re.compile(
    r"(?:^|\s)(?P<genre>" + "|".join(sorted(en.GENRES, key=len, reverse=True)) + r")\s*$", re.IGNORECASE
)
_PRINTED_SERIES = re.compile(rf"(?:{'|'.join(en_prints.PRINTED_SERIES)})\b")
_KIND_BEFORE_DATE = re.compile(r"(?P<kind>[a-z]+(?:\s[a-z]+){0,3}),\s+(?=[\dA-Z])")
_OF_BODY = re.compile(r"\s+(?:of|by)\s+(?:the\s+)?(?P<body>[A-Z].*)$")
_UNDATED = re.compile(r",?\s*\b(?:undated|n\.\s?d\.?)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"[\s,.]*(?:(?:cited|printed|reprinted|published|reproduced)\s+)?(?:in|from)\b|[\s,.]*(?:[A-Z“\"]|$)"
)
_ENDS_DATE = re.compile(r"[,;]|\.\s+In\b")
_ARTICLE_BEFORE = re.compile(r"(?:^|[\s(“\"])(?:[Tt]he|[Aa]n?)\s$")
_ENDS_TITLE = re.compile(
    r"\s*(?:[,.;(\[{}]|$|\d|[A-Z]|\b(?:in|at|from|trans|ed|and|to|paper|unpublished)\b)".replace("{}", BLANK)
)


def part_title(draft: Draft, marks: Marks) -> Pair | None:
    """The quotation that is the title of a part, or None.

    Quotation marks also stand around a word of a title ("“Red” China and Its Allies") and around the first
    half of one ("‘One Finger’s Worth’: New Evidence"): what follows such a quotation goes on with the title.
    """
    for pair in marks.quotations:
        inner = draft.text[pair.start + 1 : pair.end - 1]
        if draft.rest[pair.start] == BLANK or any(
            s.start < pair.start and pair.end < s.end for s in draft.emphasis
        ):
            continue
        closed = inner.rstrip()[-1:] in (",", ".", "?", "!")
        if not closed and _ARTICLE_BEFORE.search(draft.text, 0, pair.start):
            continue  # no title follows an article: "The “Underclass” Debate"
        lone = " " not in inner.strip() and re.match(r"\s+[A-Z]", draft.rest[pair.end :]) is not None
        opens = not draft.rest[: pair.start].strip(" ,." + BLANK)
        if closed or not ((lone and opens) or _ENDS_TITLE.match(draft.rest, pair.end) is None):
            return pair
    return None


def read_part(draft: Draft, start: int, end: int, marks: Marks, context: Context) -> None:
    """Read the citation of a part whose title is ``text[start:end]``: creators before it, container
    behind.
    """
    end = _several_chapters(draft, start, end, marks)
    if draft.has("custom.chapters"):
        _read_book_of_chapters(draft, start, end, marks, context)
        return
    at = read_heading(draft, start, end, marks, context.evidence)
    at = translated_behind(draft, at, marks)
    at = read_report_number(draft, at)
    at = _read_date_behind(draft, at)
    document = is_document(draft)
    collected = document and not draft.has("source") and not draft.has("editor")
    _read_creators(draft, 0, start, "editor" if collected else "author", context)
    if document:
        _prefer_stated_sender(draft)
    periodical, contained = _read_place(draft, at, marks, context, document=document)
    _read_date(draft)
    if draft.has("type"):
        return
    if document and not draft.has("archive") and not draft.has("source"):
        draft.imply("type", "chapter", start, end, "printed-document")
    elif document and draft.has("recipient") and draft.get("genre") in en.LETTER_GENRES:
        draft.imply("type", "personal_communication", start, end, "unprinted-letter")
    elif not _is_short(draft, periodical or contained):
        set_type(draft, quoted=True, periodical=periodical, contained=contained)


def _read_place(
    draft: Draft, at: int, marks: Marks, context: Context, *, document: bool
) -> tuple[bool, bool]:
    """Read where the part is printed, from *at* on: whether in a periodical, whether in a book."""
    here, inside = read_in(draft, at)
    series = None if inside else _PRINTED_SERIES.search(draft.rest, here)
    if series and series.start() > here:
        _claim_issuer(draft, here, series.start())
        here = series.start()
    if (not document or inside) and read_periodical(draft, here, marks, titled=True, within=inside):
        read_volume_behind(draft)
        # a document printed in a bulletin is a part of it, as it would be of a collection
        dated = draft.has("original-date") or bool(english_genre(str(draft.get("title") or "")))
        contained = document or (inside and dated)
        return not contained, contained
    if not inside and draft.has("archive"):
        return False, False  # what else an archival document says of itself is no container
    imprint = draft.has("publisher") or draft.has("publisher-place")
    if inside or series or imprint or _names_book(draft, here):
        whole = draft.get("type") in ("thesis", "report")
        return False, not whole and read_container(draft, here, marks, context.evidence)
    _read_issuer(draft, here)
    return False, False


def _read_book_of_chapters(draft: Draft, start: int, end: int, marks: Marks, context: Context) -> None:
    _read_creators(draft, 0, start, "author", context)
    at, _ = read_in(draft, end)
    at = read_volume_of(draft, at)
    if not draft.has("author"):  # “A” and “B” in Doe and Roe, The Book
        behind = read_container_creators(draft, at, len(draft.rest), context.evidence)
        if not re.search(r"\beds?\b", draft.text[at:behind]):
            names_as_role(draft, "editor", "author")
        at = behind
    read_series(
        draft, read_title(draft, "title", at, len(draft.rest), marks, "book-of-chapters"), len(draft.rest)
    )
    set_type(draft, quoted=False, periodical=False, contained=False)


def _claim_issuer(draft: Draft, start: int, end: int) -> None:
    """The body and number of a report between its title and the series that prints it."""
    left, right = strip(draft, start, end)
    right = _number_of_report(draft, left, right)
    if right > left and BLANK not in draft.rest[left:right]:
        draft.claim("publisher", draft.text[left:right], left, right, "issuer")


def _several_chapters(draft: Draft, start: int, end: int, marks: Marks) -> int:
    """ "A" and "B" in Book: with several chapters named, the book is what is cited."""
    last = end
    for quotation in marks.quotations[1:]:
        if quotation.start >= last and _AND_QUOTED.fullmatch(draft.text[last : quotation.start]):
            last = quotation.end
    if last == end or not re.match(r"[\s,.]*in\b", draft.text[last:], re.IGNORECASE):
        return end
    draft.claim("custom.chapters", draft.text[start:last].strip(" ,."), start, last, "several-chapters")
    return last


def _read_date_behind(draft: Draft, at: int) -> int:
    """ "“Speech at ...,” 6 December 1949, in Selected Works": a date between a document and its place is its
    own.
    """
    at = read_kind_behind(draft, at)
    here = skip(draft, at)
    kind = _KIND_BEFORE_DATE.match(draft.rest, here)  # "radio address, 26 June 1950"
    found = date_at(draft.rest, kind.end() if kind else here)
    if found is None or not found.is_precise or draft.has("original-date"):
        return read_number_behind(draft, at)
    if not _ENDS_DATE.match(draft.rest, found.end):
        return at
    end = read_number_behind(draft, found.end)
    if end == found.end and not _GOES_ON.match(draft.rest, end):
        return at
    left, right = strip(draft, end, len(draft.rest))
    if left >= right:
        return at
    draft.claim("original-date", found.date, found.start, found.end, "document-date")
    if kind:
        draft.claim("genre", kind["kind"], *kind.span("kind"), "kind-before-date")
    if draft.has("title") and not draft.has("genre"):
        genre = english_genre(str(draft.get("title")))
        if genre:
            draft.imply("genre", genre, at, at, "genre-in-title")
    return end


def _read_creators(draft: Draft, start: int, end: int, role: str, context: Context) -> None:
    left, right = strip(draft, start, end)
    if right <= left or read_dash(draft, left):
        return
    right = _number_of_report(draft, left, right)
    text = draft.rest[left:right]
    issued = english_genre(text)
    of = _OF_BODY.search(text) if issued else None
    if of:
        draft.claim("genre", issued, left, left + of.start(), "genre-before-title")
        draft.claim(
            "author", (Name(literal=of["body"]),), left + of.start("body"), right, "issuer-before-title"
        )
        draft.connect(left + of.start(), left + of.start("body"))
        return
    genre = _GENRE.search(text)
    if genre and not looks_like_people(text):
        draft.claim("genre", en.GENRES[genre["genre"].casefold()], left, right, "genre-before-title")
        return
    for at in range(left, right):
        stated = role_after(draft, at) if draft.rest[at] in ",( " else None
        if stated and stated[1] >= right - 1:
            if claim_people(draft, stated[0], left, at, "creators", context.evidence):
                draft.connect(at, min(stated[1], len(draft.rest)))
            return
    claim_people(draft, role, left, right, "creators", context.evidence)


def _prefer_stated_sender(draft: Draft) -> None:
    """Who is named before a document and sends it is its author, not the editor of a collection.

    "Stalin, “Stalin to Mao: ...,” in Declassified Archives, ed. ..." (Chicago) beside
    "Editorial Board, “Stalin to Mao: ...,” Declassified Archives".
    """
    sender = next((f for f in draft.fields if f.rule == "heading-parties" and f.name == "author"), None)
    if sender is None:
        return
    if _surnames(draft.get("editor")) == _surnames(sender.value):
        names_as_role(draft, "editor", "author")
    if any(f.name == "author" and f is not sender for f in draft.fields):
        draft.fields.remove(sender)


def _surnames(names: object) -> set[str]:
    return {name.family or name.literal for name in names} if isinstance(names, tuple) else set()


def _number_of_report(draft: Draft, left: int, right: int) -> int:
    """ "CIA, ORE 18-50, “...”": what stands behind the issuing body and ends in digits is the report's
    number.
    """
    head, comma, last = draft.rest[left:right].rpartition(",")
    number = last.strip(" " + BLANK)
    if not re.fullmatch(r"[A-Z][\w .’'-]{0,50}?\s*\d[\w./-]*", number) or draft.has("number"):
        return right
    at = draft.rest.index(number, left + len(head) + len(comma), right)
    draft.claim("number", number, at, at + len(number), "report-number")
    return strip(draft, left, at)[1]


def _names_book(draft: Draft, at: int) -> bool:
    """Whether something that can be a container's title stands at *at*: an italic run, or words before the
    pages.
    """
    at = skip(draft, at)
    if any(at <= span.start + 1 < len(draft.rest) and span.end > at for span in draft.emphasis):
        return True
    left, right = strip(draft, at, len(draft.rest))
    text = draft.rest[left:right].split(BLANK)[0]
    dated = find_date(text)
    return (
        draft.locator is not None and len(text) > 3 and text[0].isupper() and not (dated and dated.is_precise)
    )


def _read_issuer(draft: Draft, at: int) -> None:
    """ "Some Message," The Ministry, May 5, 1950: the body that issued a document."""
    left, right = strip(draft, at, len(draft.rest))
    dated = find_date(draft.rest, left)
    if dated:
        right = strip(draft, left, dated.start)[1]
    text = draft.rest[left:right].split(BLANK)[0].rstrip(" ,.")
    if not text:
        return
    undated = _UNDATED.search(text)
    if undated:
        draft.connect(left + undated.start(), left + undated.end())
        text = text[: undated.start()].rstrip(" ,.")
    words = text.casefold().split()
    if draft.has("source") and (is_body(text) or (text.isalpha() and text.isupper())):
        draft.claim("archive", text, left, left + len(text), "house-of-digitised")
    elif words and words[-1] in en.GENRES:
        draft.claim("genre", en.GENRES[words[-1]], left, left + len(text), "genre-behind-title")
    elif text and text[0].isupper() and (is_body(text) or dated) and len(words) <= 10:
        draft.claim("publisher", clean_title(text), left, left + len(text), "issuer")
    elif text and text[0].isupper() and draft.has("URL") and len(words) <= 10:
        draft.claim("container-title", clean_title(text), left, left + len(text), "web-site")


def _read_date(draft: Draft) -> None:
    """A date left over, or one that ends the title of a document, is the document's own; of a web page, its
    date.
    """
    if draft.has("original-date"):
        return
    found = None if draft.has("issued") else find_date(draft.rest)
    if found:
        page = draft.has("URL") and not any(draft.has(n) for n in ("source", "archive", "genre", "number"))
        draft.claim(
            "issued" if page else "original-date", found.date, found.start, found.end, "document-date"
        )
        return
    title = next((f for f in draft.fields if f.name == "title" and isinstance(f.value, str)), None)
    if title and english_genre(str(title.value)):
        start, end = title.span.start - draft.base, title.span.end - draft.base
        for found in find_dates(draft.text, start, end):
            if found.has_day and not draft.text[found.end : end].strip(' ,.”"’'):
                draft.imply("original-date", found.date, found.start, found.end, "date-in-title")


def _is_short(draft: Draft, placed: bool) -> bool:
    """A title without anything that says where it was published is a short form: its type is known
    elsewhere.
    """
    said = (
        "issued",
        "original-date",
        "publisher",
        "publisher-place",
        "URL",
        "DOI",
        "genre",
        "archive",
        "source",
        "number",
    )
    return not placed and not any(draft.has(name) for name in said)


def read_printed_place(draft: Draft, at: int, marks: Marks, context: Context) -> None:
    """Where a letter is printed: "Selected Works, p. 5", "cited in the Chronicle 1", "Bulletin, Issues
    3-4"; none for an
    unprinted one.
    """
    archival = draft.has("archive") or draft.has("archive_collection") or draft.has("archive_location")
    here, inside = read_in(draft, at)
    if draft.back == "ibid" or (archival and not inside):
        return
    left, right = strip(draft, here, len(draft.rest))
    if right - left < 2:
        return
    if read_periodical(draft, here, marks, titled=False, within=inside):
        return
    read_container(draft, here, marks, context.evidence)
