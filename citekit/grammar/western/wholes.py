"""Works cited as a whole: books, sets, issues, files; and articles whose title has no quotation marks."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.containers import (
    read_container,
    read_in,
    read_series,
    read_title,
    read_volume_behind,
    read_volume_of,
)
from citekit.grammar.western.creators import claim_people, creators_end, role_after
from citekit.grammar.western.kinds import narrator, set_type
from citekit.grammar.western.parties import english_genre
from citekit.grammar.western.periodical import PERIODICAL_WORD, is_newspaper, read_periodical
from citekit.grammar.western.runs import Marks, clean_title, sentence_end, strip
from citekit.languages import en
from citekit.model import Name
from citekit.names import is_body, looks_like_people
from citekit.recognise.dates import DATE, read_match

_IN = re.compile(r"\.\s+In:?\s+(?=[A-Z])")
_GENRE_END = re.compile(r"(?:^|[\s,])(?:undated\s+)?(?P<genre>" + "|".join(sorted(en.GENRES, key=len, reverse=True)) + r")$", re.IGNORECASE)
_NUMBERS = re.compile(r",?\s+nos?\.\s*(?P<numbers>\d+(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s*[-–]\s*)\d+)*)")


def read_whole(draft: Draft, marks: Marks, context: Context) -> None:
    """Read creators, title and series of a citation that has no quoted title."""
    at = _read_creators(draft, context)
    at = read_volume_of(draft, at)
    left, right = strip(draft, at, len(draft.rest))
    if right <= left:  # creators and pages alone are a short form; a file is its own work
        if draft.has("archive") or draft.has("archive_location"):
            set_type(draft, quoted=False, periodical=False, contained=False)
        return
    if _read_date_alone(draft, left, right):
        return
    if _read_unquoted_part(draft, left, marks, context):
        return
    if not draft.has("author") and _read_issue_or_newspaper(draft, left, marks):
        return
    _read_report_numbers(draft)
    after = read_title(draft, "title", left, len(draft.rest), marks, "title")
    if draft.emphasis and _read_bulletin(draft, after, marks):
        return
    if _read_printed_document(draft, after, marks, context):
        return
    read_volume_behind(draft)
    _read_own_date(draft)
    _read_genre_behind(draft)
    read_series(draft, after, len(draft.rest))
    if _says_more_than_title(draft):
        set_type(draft, quoted=False, periodical=False, contained=False)
    _issuer_from_title(draft)
    narrator(draft, context.evidence)
    _body_named_in_title(draft)


def _read_creators(draft: Draft, context: Context) -> int:
    left, right = strip(draft, 0, len(draft.rest))
    titled = next((span.start for span in draft.emphasis if span.end - span.start > 2), right)
    if titled <= left:
        return left
    end = creators_end(draft, left, min(right, titled))
    if end <= left and titled < right:
        end = _before_italics(draft, left, titled)
    if end <= left:
        return left
    role = role_after(draft, end)
    field = role[0] if role else "author"
    body = is_body(draft.rest[left:end].strip(" ,."))
    if role is None and not _titled_behind(draft, end, body=body):
        return left
    if not claim_people(draft, field, left, end, "creators", context.evidence):
        return left
    if role:
        draft.connect(end, role[1])
        return role[1]
    return end


def _titled_behind(draft: Draft, at: int, *, body: bool) -> bool:
    """Whether a title follows the creators: if only a date, numbers or a genre do, they are the title themselves.

    A person with nothing behind is a short form ("Poole, 65"); a body then is a title.
    """
    left, right = strip(draft, at, len(draft.rest))
    behind = draft.rest[left:right].split(BLANK)[0].strip(" ,.")
    if not behind:
        return not body
    dated = DATE.match(behind)
    return not (dated or re.match(r"nos?\.\s*\d|undated\b", behind) or _GENRE_END.fullmatch(behind))


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
    """ "Osgood, Kenneth A. Title of article. Diplomatic History 24, no. 3 (2000)", "Title. In Book"."""
    within = _IN.search(draft.rest, left)
    if within and not any(span.start <= left for span in draft.emphasis):
        draft.claim("title", clean_title(draft.text[left : within.start()]), left, within.start(), "part-title")
        draft.connect(within.start(), within.end())
        contained = read_container(draft, within.end(), marks, context.evidence)
        set_type(draft, quoted=True, periodical=False, contained=contained)
        return True
    if not draft.has("author"):
        return False
    end = sentence_end(draft.rest, left, len(draft.rest))
    if end >= len(draft.rest) - 3 or any(span.start <= left < span.end - 2 for span in draft.emphasis):
        return False
    if not read_periodical(draft, end, marks, titled=False):
        return False
    draft.claim("title", clean_title(draft.text[left:end]), left, end, "article-title")
    set_type(draft, quoted=True, periodical=True, contained=False)
    return True


def _read_issue_or_newspaper(draft: Draft, left: int, marks: Marks) -> bool:
    """An issue of a periodical as a whole ("CWIHPB, Issues 6-7"), a newspaper by its date alone."""
    if draft.has("publisher") or draft.has("publisher-place") or _several_numbers(draft):
        return False
    dated = DATE.search(draft.rest, left)
    if dated and is_newspaper(draft.rest[left : dated.start()]) and read_periodical(draft, left, marks, titled=True):
        set_type(draft, quoted=False, periodical=True, contained=False)
        return True
    if not read_periodical(draft, left, marks, titled=False):
        return False
    for index, entry in enumerate(draft.fields):
        if entry.name in ("container-title", "custom.original-container-title"):
            name = "title" if entry.name == "container-title" else "original-title"
            draft.fields[index] = type(entry)(name, entry.value, entry.span, entry.rule)
    at = len(draft.text)
    if draft.abbreviates == "container-title":
        draft.abbreviates = "work"
    draft.imply("type", "collection", at, at, "issue-as-whole")
    return True


def _several_numbers(draft: Draft) -> bool:
    """Whether a list of numbers is cited ("nos. 31, 32, and 33"): those of reports, not of one issue."""
    match = _NUMBERS.search(draft.rest) if "nos." in draft.rest else None
    return match is not None and match["numbers"].count(",") > 1


def _read_date_alone(draft: Draft, left: int, right: int) -> bool:
    """Nothing but a date beside a number or an archive: "UN Doc. S/1501, 25 June 1950"."""
    match = DATE.match(draft.rest, left)
    date = read_match(match) if match else None
    if match is None or date is None or draft.rest[match.end() : right].strip(" ,." + BLANK):
        return False
    draft.claim("original-date", date, match.start(), match.end(), "own-date")
    draft.imply("type", "document", match.start(), match.end(), "document-date")
    return True


def _read_printed_document(draft: Draft, at: int, marks: Marks, context: Context) -> bool:
    """ "Memorandum of Conversation, 25 June 1950, FRUS, 1950, vol. 7, 157-61": title, own date, and the collection behind it."""
    left, right = strip(draft, at, len(draft.rest))
    match = DATE.match(draft.rest, left)
    date = read_match(match) if match else None
    if match is None or date is None or not draft.locator or len(date.parts[0]) < 2 or draft.has("archive") or draft.has("author"):
        return False
    behind, _ = read_in(draft, match.end())
    genre = english_genre(str(draft.get("title") or ""))
    if strip(draft, behind, right)[0] >= right - 2 or not genre:
        return False
    draft.claim("original-date", date, match.start(), match.end(), "document-date")
    draft.imply("genre", genre, left, left, "genre-in-title")
    contained = read_periodical(draft, behind, marks, titled=False) or read_container(draft, behind, marks, context.evidence)
    set_type(draft, quoted=True, periodical=False, contained=contained)
    return True


def _read_bulletin(draft: Draft, at: int, marks: Marks) -> bool:
    """An italic title with the numbers of a journal or bulletin behind it is that of an article."""
    left, right = strip(draft, at, len(draft.rest))
    if not PERIODICAL_WORD.search(draft.rest, left, right) or not read_periodical(draft, left, marks, titled=False):
        return False
    set_type(draft, quoted=True, periodical=True, contained=False)
    return True


def _read_report_numbers(draft: Draft) -> None:
    match = _NUMBERS.search(draft.rest) if _several_numbers(draft) or draft.has("archive") else None
    if match:
        numbers = re.sub(r",?\s+and\s+", ", ", match["numbers"])
        draft.claim("number", numbers, match.start("numbers"), match.end("numbers"), "report-numbers")
        draft.connect(match.start(), match.start("numbers"))


def _read_own_date(draft: Draft) -> None:
    """A date left behind the title of an unpublished document is its own; of a speech or web page, its date."""
    if draft.has("issued") or draft.has("original-date"):
        return
    title = next((f for f in draft.fields if f.name == "title"), None)
    start = title.span.end - draft.base if title else 0
    match = DATE.search(draft.rest, start)
    date = read_match(match) if match else None
    if match and date:
        archival = draft.has("archive") or draft.has("archive_location") or draft.has("source")
        name = "original-date" if archival or not draft.has("URL") else "issued"
        draft.claim(name, date, match.start(), match.end(), "own-date")


def _read_genre_behind(draft: Draft) -> None:
    """ "Crusade for Freedom manifesto, undated pamphlet": the kind of a document named behind its title."""
    if draft.has("genre") or draft.has("publisher"):
        return
    left, right = strip(draft, 0, len(draft.rest))
    match = _GENRE_END.search(draft.rest, left, right)
    if match and len(draft.rest[left:right].split()) <= 3:
        draft.claim("genre", en.GENRES[match["genre"].casefold()], left, right, "genre-behind-title")
        return
    title = next((f for f in draft.fields if f.name == "title" and isinstance(f.value, str)), None)
    if title is None or draft.has("author") or "," not in str(title.value):
        return
    head, _, tail = str(title.value).rpartition(",")
    match = _GENRE_END.search(tail.strip())
    if match and len(tail.split()) <= 3 and head:
        index = draft.fields.index(title)
        draft.fields[index] = type(title)("title", head.strip(), title.span, title.rule)
        draft.imply("genre", en.GENRES[match["genre"].casefold()], title.span.end - draft.base - len(tail), title.span.end - draft.base, "genre-behind-title")


def _issuer_from_title(draft: Draft) -> None:
    """ "Crusade for Freedom manifesto": the words before the genre in the title of a document name who issued it."""
    title = str(draft.get("title") or "")
    match = _GENRE_END.search(title)
    if draft.get("type") != "document" or draft.has("author") or match is None or draft.has("archive"):
        return
    issuer = title[: match.start()].strip()
    if issuer and issuer[0].isupper():
        draft.imply("author", (Name(literal=issuer),), 0, len(issuer), "issuer-in-title")


_BODY_AND_TITLE = re.compile(r"(?P<body>[A-Z][\w .&'’-]+?)\s\((?P<short>[A-Z]{2,8})\)\s+[A-Z]")


def _body_named_in_title(draft: Draft) -> None:
    """ "Far East Command (FEC) Intelligence Digest": a body with its abbreviation at the head of a title is its author."""
    match = _BODY_AND_TITLE.match(str(draft.get("title") or ""))
    if match is None or draft.has("author"):
        return
    initials = "".join(word[0] for word in match["body"].split() if word[0].isupper())
    if initials == match["short"]:
        title = next(f for f in draft.fields if f.name == "title")
        start = title.span.start - draft.base
        draft.imply("author", (Name(literal=match["body"]),), start, start + len(match["body"]), "body-in-title")


def _says_more_than_title(draft: Draft) -> bool:
    """Whether the citation states where its work is to be found; if not it is a short form."""
    said = (
        "issued", "publisher", "publisher-place", "original-date", "URL", "DOI", "genre", "archive", "archive_collection",
        "archive_location", "source", "number", "edition", "editor", "translator", "custom.translated-title", "original-title",
    )  # fmt: skip
    return any(draft.has(name) for name in said)
