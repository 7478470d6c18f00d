"""Parts of something larger: articles, chapters, printed documents; their title stands in quotation marks."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.containers import read_container, read_in, read_series, read_title, read_volume_behind
from citekit.grammar.western.creators import claim_people, role_after
from citekit.grammar.western.heading import is_document, read_heading
from citekit.grammar.western.kinds import set_type
from citekit.grammar.western.periodical import read_periodical
from citekit.grammar.western.runs import Marks, clean_title, skip, strip
from citekit.languages import en
from citekit.names import is_body, looks_like_people
from citekit.recognise.dates import DATE, read_match

_AND_QUOTED = re.compile(r"\s*,?\s*and\s*$")
_GENRE = re.compile(r"(?:^|\s)(?P<genre>" + "|".join(sorted(en.GENRES, key=len, reverse=True)) + r")\s*$", re.IGNORECASE)
_UNDATED = re.compile(r",?\s*\b(?:undated|n\.\s?d\.?)\b", re.IGNORECASE)


def read_part(draft: Draft, start: int, end: int, marks: Marks, context: Context) -> None:
    """Read the citation of a part whose title is ``text[start:end]``: creators before it, container behind."""
    end = _several_chapters(draft, start, end, marks)
    if draft.has("custom.chapters"):
        _read_creators(draft, 0, start, "author", context)
        at, _ = read_in(draft, end)
        at = read_volume_of_or_here(draft, at)
        read_series(draft, read_title(draft, "title", at, len(draft.rest), marks, "book-of-chapters"), len(draft.rest))
        set_type(draft, quoted=False, periodical=False, contained=False)
        return
    at = read_heading(draft, start, end, marks, context.evidence)
    document = is_document(draft)
    _read_creators(draft, 0, start, "editor" if document and not draft.has("source") else "author", context)
    periodical = contained = False
    here, inside = read_in(draft, at)
    if not document and read_periodical(draft, here, marks, titled=True):
        periodical = True
        read_volume_behind(draft)
    elif inside or draft.has("publisher") or draft.has("publisher-place") or _names_book(draft, here):
        contained = draft.get("type") != "thesis" and read_container(draft, here, marks, context.evidence)
    elif not draft.has("archive"):
        _read_issuer(draft, here)
    _read_date(draft)
    if draft.has("type"):
        return
    if document and not draft.has("archive") and not draft.has("source"):
        draft.imply("type", "chapter", start, end, "printed-document")
    elif document and draft.has("recipient") and draft.get("genre") in en.LETTER_GENRES:
        draft.imply("type", "personal_communication", start, end, "unprinted-letter")
    elif _is_short(draft, periodical or contained):
        return
    else:
        set_type(draft, quoted=True, periodical=periodical, contained=contained)


def read_volume_of_or_here(draft: Draft, at: int) -> int:
    """The place behind "Vol. 2 of" at *at*, or *at*."""
    from citekit.grammar.western.containers import read_volume_of

    return read_volume_of(draft, at)


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


def _read_creators(draft: Draft, start: int, end: int, role: str, context: Context) -> None:
    left, right = strip(draft, start, end)
    if right <= left:
        return
    text = draft.rest[left:right]
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


def _names_book(draft: Draft, at: int) -> bool:
    """Whether something that can be a container's title stands at *at*: an italic run, or words before the pages."""
    at = skip(draft, at)
    if any(at <= span.start + 1 < len(draft.rest) and span.end > at for span in draft.emphasis):
        return True
    left, right = strip(draft, at, len(draft.rest))
    text = draft.rest[left:right].split(BLANK)[0]
    return draft.locator is not None and len(text) > 3 and text[0].isupper() and not DATE.search(text)


def _read_issuer(draft: Draft, at: int) -> None:
    """ "Veto Message," The White House, September 22, 1950: the body that issued a document."""
    left, right = strip(draft, at, len(draft.rest))
    dated = DATE.search(draft.rest, left)
    if dated:
        right = strip(draft, left, dated.start())[1]
    text = draft.rest[left:right].split(BLANK)[0].rstrip(" ,.")
    if not text:
        return
    words = text.rstrip(".").casefold().split()
    undated = _UNDATED.search(text)
    if undated:
        draft.connect(left + undated.start(), left + undated.end())
        text = text[: undated.start()].rstrip(" ,.")
        words = text.casefold().split()
    if words and words[-1] in en.GENRES:
        draft.claim("genre", en.GENRES[words[-1]], left, left + len(text), "genre-behind-title")
    elif text and text[0].isupper() and (is_body(text) or dated) and len(words) <= 10:
        draft.claim("publisher", clean_title(text), left, left + len(text), "issuer")


def _read_date(draft: Draft) -> None:
    """A date left over is the document's own."""
    if draft.has("issued") or draft.has("original-date"):
        return
    match = DATE.search(draft.rest)
    date = read_match(match) if match else None
    if match and date:
        draft.claim("original-date", date, match.start(), match.end(), "document-date")


def _is_short(draft: Draft, placed: bool) -> bool:
    """A title without anything that says where it was published is a short form: its type is known elsewhere."""
    said = ("issued", "original-date", "publisher", "publisher-place", "URL", "DOI", "genre", "archive", "source", "number")
    return not placed and not any(draft.has(name) for name in said)


def read_printed_place(draft: Draft, at: int, marks: Marks, context: Context) -> None:
    """Where a letter is printed: "APRF", "cited in Zhou Enlai nianpu 1", "CWIHPB, Issues 6-7"; none for an unprinted one."""
    if draft.back == "ibid" or draft.has("archive") or draft.has("archive_collection"):
        return
    here, _ = read_in(draft, at)
    left, right = strip(draft, here, len(draft.rest))
    if right - left < 2:
        return
    if read_periodical(draft, here, marks, titled=False):
        return
    read_container(draft, here, marks, context.evidence)
