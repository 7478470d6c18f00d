"""Works cited as a whole: books, sets, issues, files; and articles whose title has no quotation marks."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.archival import PRINTED_IN
from citekit.grammar.western.containers import (
    read_container,
    read_in,
    read_title,
    read_volume_behind,
    read_volume_of,
)
from citekit.grammar.western.creators import (
    claim_people,
    creators_end,
    names_as_role,
    read_dash,
    role_after,
)
from citekit.grammar.western.interviews import narrator, read_exchange, read_interview
from citekit.grammar.western.issuers import (
    GENRE_END,
    body_named_in_title,
    issuer_from_title,
    read_genre_behind,
    read_genre_in_title,
)
from citekit.grammar.western.kinds import set_type
from citekit.grammar.western.parties import english_genre, party_names, whose_document
from citekit.grammar.western.periodical import read_periodical, read_review
from citekit.grammar.western.runs import Marks, clean_title, sentence_end, strip
from citekit.grammar.western.series import read_series
from citekit.grammar.western.speeches import read_speech
from citekit.grammar.western.titles import is_magazine, is_newspaper, is_periodical
from citekit.languages import en, en_prints
from citekit.model import Name
from citekit.names import is_body, looks_like_people, looks_like_person
from citekit.recognise.dates import DateMatch, date_at, find_date, find_dates

_IN = re.compile(r"\.\s+In:?\s+(?=[A-Z])")
_BRACKETED_AUTHOR = re.compile(r"\[(?P<name>[^\[\]]{2,60})\],\s+(?=[A-Z])")
_UNSIGNED = re.compile(rf"(?P<title>{'|'.join(en_prints.UNSIGNED_ARTICLES)}),\s+(?=[A-Z])", re.IGNORECASE)
_STATEMENT = re.compile(
    r"(?P<title>[A-Z][^“”\"]{8,160}?),\s+(?P<paper>[A-Z][\w’'-]*(?:\s[\w’'-]+){0,4}),\s+$"
)
# "Jiang Jieshi [Chiang Kai-shek], Title": the same author in another spelling or script
_OTHER_NAME = re.compile(r"(?P<name>[^,;:.()\[\]“\"]{2,40}?)\s*\[(?P<other>[^\[\],]{2,40})\],\s*")
_NUMBERS_AHEAD = re.compile(
    r"(?:nos?\.|issues?|vols?\.?|№)\s*\d+(?!\d)(?!\.?,?\s+of\b)|undated\b", re.IGNORECASE
)
# "John Doe in The War on page 40 says": a book named in a sentence
_TOLD_IN = re.compile(r"(?P<who>(?:[A-Z][\w.’'-]+\s+){1,4}?)in\s+(?=[A-Z])")
_BY = re.compile(r",?\s+by\s+(?:the\s+)?(?P<who>.+)$", re.IGNORECASE)
_NUMBERS = re.compile(r",?\s+nos?\.\s*(?P<numbers>\d+(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s*[-–]\s*)\d+)*)")


def read_whole(draft: Draft, marks: Marks, context: Context) -> None:
    """Read creators, title and series of a citation that has no quoted title."""
    at = _read_creators(draft, read_volume_of(draft, 0), context)
    at = read_volume_of(draft, at)
    left, right = strip(draft, at, len(draft.rest))
    if right <= left:  # creators and pages alone are a short form; a file is its own work
        read_nothing_more(draft)
        return
    if _read_date_alone(draft, left, right) or read_speech(draft, left):
        return
    if read_interview(draft, left, context.evidence) or read_exchange(draft, left, context.evidence):
        return
    if _read_unquoted_part(draft, left, marks, context):
        return
    if _read_printed_document(draft, left, marks, context):
        return
    if not draft.has("author") and _read_issue_or_newspaper(draft, left, marks):
        return
    _read_report_numbers(draft)
    after = read_title(draft, "title", left, len(draft.rest), marks, "title")
    if draft.emphasis and _read_bulletin(draft, after, marks):
        return
    read_volume_behind(draft)
    _read_own_date(draft)
    if _read_printed_behind(draft, marks, context):
        return
    read_genre_behind(draft, context.evidence)
    read_series(draft, after, len(draft.rest))
    if _says_more_than_title(draft):
        set_type(draft, quoted=False, periodical=False, contained=False)
    issuer_from_title(draft, context.evidence)
    narrator(draft, context.evidence)
    body_named_in_title(draft)


def read_nothing_more(draft: Draft) -> None:
    """A file or an address without anything besides is itself the work; other citations are short forms."""
    if draft.back is None and any(
        draft.has(name) for name in ("archive", "archive_location", "archive_collection", "URL")
    ):
        set_type(draft, quoted=False, periodical=False, contained=False)


def _read_printed_behind(draft: Draft, marks: Marks, context: Context) -> bool:
    """ "..., AVPRF, f. 0100, ..., translated in CWIHP Bulletin, no. 6/7, 164": the collection behind the
    archive.
    """
    match = PRINTED_IN.search(draft.rest) if draft.has("archive_location") else None
    if match is None:
        return False
    read_genre_in_title(draft, context.evidence)
    at, _ = read_in(draft, match.start())
    if not read_periodical(draft, at, marks, titled=False, within=True):
        read_container(draft, at, marks, context.evidence)
    set_type(draft, quoted=True, periodical=False, contained=True)
    return True


def _read_creators(draft: Draft, start: int, context: Context) -> int:
    left, right = strip(draft, start, len(draft.rest))
    other = _OTHER_NAME.match(draft.rest, left)
    if other and looks_like_person(other["name"]) and looks_like_person(other["other"]):
        claim_people(draft, "author", left, other.end("name"), "author-twice", context.evidence)
        draft.connect(other.end("name"), other.end())
        return other.end()
    if (
        draft.has("author")
        or any(f.rule == "author-date" for f in draft.fields)
        or _UNSIGNED.match(draft.rest, left)
    ):
        return left
    behind = read_dash(draft, left)
    if behind:
        return behind
    bracketed = _BRACKETED_AUTHOR.match(draft.rest, left)
    if bracketed:
        if re.match(r"(?i)anon", bracketed["name"]):
            draft.connect(*bracketed.span())
        else:
            claim_people(draft, "author", *bracketed.span("name"), "bracketed-author", context.evidence)
        return bracketed.end()
    told = _TOLD_IN.match(draft.rest, left) if " on page" in draft.text else None
    if told and looks_like_person(told["who"].strip()):
        claim_people(draft, "author", *told.span("who"), "creators", context.evidence)
        draft.connect(told.end("who"), told.end())
        return told.end()
    titled = next((span.start for span in draft.emphasis if span.end - span.start > 2), right)
    if titled <= left:
        return left
    end = creators_end(draft, left, min(right, titled), before_title=titled < right)
    if end <= left and titled < right:
        end = _before_italics(draft, left, titled)
    if end <= left:
        return left
    role = role_after(draft, end)
    field = role[0] if role else "author"
    body = is_body(draft.rest[left:end].strip(" ,."))
    if body and draft.rest[left:end].rstrip(" ,.").casefold().endswith(en.DOCUMENTS_OF_BODIES):
        return left  # "Cabinet Conclusions, CM(56) 54"
    if role is None and not _titled_behind(draft, end, body=body):
        return left
    if not claim_people(draft, field, left, end, "creators", context.evidence):
        return left
    if role:
        draft.connect(end, role[1])
        return role[1]
    return end


def _titled_behind(draft: Draft, at: int, *, body: bool) -> bool:
    """Whether a title follows the creators: if only a date, numbers or a genre do, they are the title
    themselves.

    A person with nothing behind is a short form ("Doe, 65"); a body then is a title.
    """
    left, right = strip(draft, at, len(draft.rest))
    behind = draft.rest[left:right].split(BLANK)[0].strip(" ,.")
    if behind and not re.search(r"[^\W\d_]", behind):
        return False
    if not behind:
        return not body and not draft.has("publisher") and not draft.has("issued")
    return not (date_at(behind, 0) or _NUMBERS_AHEAD.match(behind) or GENRE_END.fullmatch(behind))


def _before_italics(draft: Draft, left: int, titled: int) -> int:
    """What stands before an italic title is its author, but for "Vol. 2 of" and "in"."""
    head = re.sub(r"(?:[,.\s]|\bin|\b[Vv]ols?\.?\s*\w+\.?\s*of)+$", "", draft.rest[left:titled])
    divided = bool(re.match(r"\s*[,.;:]", draft.rest[left + len(head) : titled]))
    if head and BLANK not in head and (divided or not is_body(head)) and looks_like_people(head):
        match = re.match(r"\s+in\s+$", draft.rest[left + len(head) : titled])
        if match:
            draft.connect(left + len(head), titled)
        return left + len(head)
    return left


def _read_unquoted_part(draft: Draft, left: int, marks: Marks, context: Context) -> bool:
    """ "Doe, Jane A. Title of article. Some Journal 2, no. 3 (2000)", "Title. In Book"."""
    within = _IN.search(draft.rest, left)
    if within and not any(span.start <= left for span in draft.emphasis):
        draft.claim(
            "title", clean_title(draft.text[left : within.start()]), left, within.start(), "part-title"
        )
        draft.connect(within.start(), within.end())
        contained = read_container(draft, within.end(), marks, context.evidence)
        set_type(draft, quoted=True, periodical=False, contained=contained)
        return True
    if read_review(draft, left, marks):
        set_type(draft, quoted=True, periodical=True, contained=False)
        return True
    if not draft.has("author"):
        return False
    end = sentence_end(draft.rest, left, len(draft.rest))
    if any(f.rule == "apa-volume" for f in draft.fields) and end < len(draft.rest) - 3:
        start, until = strip(draft, end, draft.rest.index(BLANK, end))
        draft.claim("container-title", clean_title(draft.text[start:until]), start, until, "apa-journal")
        draft.claim("title", clean_title(draft.text[left:end]), left, end, "article-title")
        set_type(draft, quoted=True, periodical=True, contained=False)
        return True
    if end >= len(draft.rest) - 3 or any(span.start <= left < span.end - 2 for span in draft.emphasis):
        return False
    if not read_periodical(draft, end, marks, titled=False):
        return False
    draft.claim("title", clean_title(draft.text[left:end]), left, end, "article-title")
    set_type(draft, quoted=True, periodical=True, contained=False)
    return True


def _read_issue_or_newspaper(draft: Draft, left: int, marks: Marks) -> bool:
    """An issue of a periodical as a whole ("Bulletin, Issues 3-4"), a newspaper by its date alone."""
    held = draft.has("archive") or draft.has("archive_location") or draft.has("number")
    if draft.has("publisher") or draft.has("publisher-place") or held or _several_numbers(draft):
        return False
    unsigned = _UNSIGNED.match(draft.rest, left)  # "Editorial, Renmin ribao, 6 November 1950"
    start = unsigned.end() if unsigned else left
    dated = find_date(draft.rest, start)
    if dated and dated.has_day and not unsigned:
        unsigned = _STATEMENT.match(
            draft.rest, left, dated.start
        )  # "Statement by the Ministry, Pravda, 4 July 1950"
        if unsigned and is_newspaper(unsigned["paper"]):
            start = unsigned.start("paper")
        else:
            unsigned = None
    if dated and not unsigned and _is_paper_alone(draft, draft.rest[left : dated.start], dated):
        title = strip(draft, left, dated.start)
        draft.claim("container-title", draft.text[slice(*title)], *title, "paper-alone")
        draft.claim("issued", dated.date, dated.start, dated.end, "issue-date")
        set_type(draft, quoted=False, periodical=True, contained=False)
        return True
    if (
        dated
        and is_newspaper(draft.rest[start : dated.start])
        and read_periodical(draft, start, marks, titled=True)
    ):
        if unsigned:
            draft.claim("title", unsigned["title"], *unsigned.span("title"), "unsigned-article")
        if not draft.has("issue"):
            set_type(draft, quoted=False, periodical=True, contained=False)
            return True
    elif unsigned or not read_periodical(draft, left, marks, titled=False):
        return False
    for name, whole in (("container-title", "title"), ("custom.original-container-title", "original-title"),
                        ("custom.translated-container-title", "custom.translated-title")):  # fmt: skip
        names_as_role(draft, name, whole)
    at = len(draft.text)
    if draft.abbreviates == "container-title":
        draft.abbreviates = "work"
    draft.imply("type", "collection", at, at, "issue-as-whole")
    return True


def _is_paper_alone(draft: Draft, name: str, dated: DateMatch) -> bool:
    """Whether *name* with a day and a page, and nothing besides, must be a newspaper; or is a known magazine.

    Documents have no pages to be found by, and their headings name a kind or a body.
    """
    name = name.strip(" ,.")
    words = name.split()
    if not dated.has_day or draft.rest[dated.end :].strip(" ,.;:()" + BLANK) or not words:
        return False
    if is_magazine(name):
        return True
    titled = all(word[0].isupper() or word in ("and", "of", "the", "&") for word in words)
    kinds = any(word.casefold() in en.GENRES for word in words)
    return draft.locator is not None and titled and len(words) <= 4 and not kinds and not is_body(name)


def _several_numbers(draft: Draft) -> bool:
    """Whether a list of numbers is cited ("nos. 1, 2, and 3"): those of reports, not of one issue."""
    match = _NUMBERS.search(draft.rest) if "nos." in draft.rest else None
    return match is not None and match["numbers"].count(",") > 1


def _read_date_alone(draft: Draft, left: int, right: int) -> bool:
    """Nothing but a date beside a number or an archive: "UN Doc. S/1501, 25 June 1950"."""
    found = date_at(draft.rest, left)
    if found is None or draft.rest[found.end : right].strip(" ,." + BLANK):
        return False
    draft.claim("original-date", found.date, found.start, found.end, "own-date")
    draft.imply("type", "document", found.start, found.end, "document-date")
    return True


def _read_printed_document(draft: Draft, left: int, marks: Marks, context: Context) -> bool:
    """ "Memorandum of Conversation, 25 June 1950, FRUS, 1950, vol. 7, 157-61": heading, date, and the
    collection.

    Without "in" before the collection the pages must say that something printed is cited, and the heading
    that it is a document.
    """
    if any(span.start <= left < span.end for span in draft.emphasis):
        return False
    right = strip(draft, left, len(draft.rest))[1]
    found = next((f for f in find_dates(draft.rest, left, right) if f.is_precise), None)
    if found is None or draft.has("archive") or draft.rest[left : found.start].rstrip()[-1:] != ",":
        return False
    start, end = strip(draft, left, found.start)
    heading = draft.text[start:end]
    behind, inside = read_in(draft, found.end)
    behind, until = strip(draft, behind, len(draft.rest))
    genre = english_genre(heading)
    if until - behind < 3 or not draft.rest[behind].isupper() or BLANK in draft.rest[start:end].strip(BLANK):
        return False
    if not inside and not (genre and draft.locator):
        return False
    _claim_heading(draft, start, end, genre, context)
    draft.claim("original-date", found.date, found.start, found.end, "document-date")
    periodical = read_periodical(draft, behind, marks, titled=False, within=inside)
    if not periodical:
        read_container(draft, behind, marks, context.evidence)
    set_type(draft, quoted=True, periodical=False, contained=True)
    return True


def _claim_heading(draft: Draft, start: int, end: int, genre: str, context: Context) -> None:
    """The heading of a printed document: title, genre, and who it is by ("by the Ambassador at Large
    (Jessup)").
    """
    heading = draft.text[start:end]
    draft.claim("title", clean_title(heading), start, end, "document-heading")
    if genre:
        draft.imply("genre", genre, start, start, "genre-in-title")
    by = _BY.search(heading)
    own = whose_document(heading, context.evidence)
    names = party_names(by["who"], context.evidence) if by else own.sender
    if own.genre and not genre:
        draft.imply("genre", own.genre, start, start, "genre-in-title")
    if not names and is_body(heading) and not (genre or own.genre):
        names = (Name(literal=heading),)
    if names and not draft.has("author"):
        draft.imply("author", names, start + (by.start("who") if by else 0), end, "heading-author")


def _read_bulletin(draft: Draft, at: int, marks: Marks) -> bool:
    """An italic title with the numbers of a journal or bulletin behind it is that of an article."""
    left, right = strip(draft, at, len(draft.rest))
    if not is_periodical(draft.rest[left:right]) or not read_periodical(draft, left, marks, titled=False):
        return False
    set_type(draft, quoted=True, periodical=True, contained=False)
    return True


def _read_report_numbers(draft: Draft) -> None:
    match = _NUMBERS.search(draft.rest) if _several_numbers(draft) else None
    if match:
        numbers = re.sub(r",?\s+and\s+", ", ", match["numbers"])
        draft.claim("number", numbers, match.start("numbers"), match.end("numbers"), "report-numbers")
        draft.connect(match.start(), match.start("numbers"))


def _read_own_date(draft: Draft) -> None:
    """A date left behind the title of an unpublished document is its own; of a web page, that of the page."""
    if draft.has("issued") or draft.has("original-date"):
        return
    archival = draft.has("archive") or draft.has("archive_location") or draft.has("source")
    title = next((f for f in draft.fields if f.name == "title"), None)
    end = title.span.end - draft.base if title else 0
    found = find_date(draft.rest, end)
    if found:
        name = "original-date" if archival or not draft.has("URL") else "issued"
        draft.claim(name, found.date, found.start, found.end, "own-date")
        return
    if title and archival:  # "Politburo resolution of 5 January 1950"
        for found in find_dates(draft.text, title.span.start - draft.base, end):
            if found.has_day and found.end == end:
                draft.imply("original-date", found.date, found.start, found.end, "date-in-title")


def _says_more_than_title(draft: Draft) -> bool:
    """Whether the citation states where its work is to be found; if not it is a short form."""
    said = (
        "issued", "publisher", "publisher-place", "original-date", "URL", "DOI", "genre", "archive",
        "archive_collection",
        "archive_location", "source", "number", "edition", "editor", "translator",
        "custom.translated-title", "original-title",
    )  # fmt: skip
    return any(draft.has(name) for name in said)
