"""What the title of an unpublished document says of it: its kind, and who issued or sent it."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.grammar.western.parties import english_genre
from citekit.grammar.western.runs import strip
from citekit.languages import en
from citekit.model import Name, Span
from citekit.names import Evidence, is_body, looks_like_people, people

GENRE_END = re.compile(
    r"(?:^|[\s,])(?:undated\s+)?(?P<genre>" + "|".join(sorted(en.GENRES, key=len, reverse=True)) + r")$",
    re.IGNORECASE,
)
_BODY_ISSUES = re.compile(
    r"(?P<body>[A-Z].{1,80}?)\s+(?P<genre>resolution|decree|decision|directive|order|instruction|report|"
    r"minutes|protocol)s?"
    r"(?:\s+(?:no\.|№|of|on|dated)\b.*)?$"
)
_SENT_BY = re.compile(
    rf"(?:\w+\s+){{0,3}}?(?P<genre>{'|'.join(sorted(en.GENRES, key=len, reverse=True))})\s+(?:from|"
    rf"by)\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_UNDATED = re.compile(r",?\s+(?:undated|n\.\s?d\.?|no date)$", re.IGNORECASE)
_BODY_AND_TITLE = re.compile(r"(?P<body>[A-Z][\w .&'’-]+?)\s\((?P<short>[A-Z]{2,8})\)\s+[A-Z]")


def read_genre_behind(draft: Draft, evidence: Evidence) -> None:
    """ "Peace Union manifesto, undated pamphlet": the kind of a document named behind its title."""
    if draft.has("genre") or draft.has("publisher"):
        return
    _undated(draft)
    if (
        draft.has("archive") or draft.has("archive_location") or draft.back == "ibid"
    ) and read_genre_in_title(draft, evidence):
        return
    left, right = strip(draft, 0, len(draft.rest))
    match = GENRE_END.search(draft.rest, left, right)
    if match and len(draft.rest[left:right].split()) <= 3:
        draft.claim("genre", en.GENRES[match["genre"].casefold()], left, right, "genre-behind-title")
        return
    title = next((f for f in draft.fields if f.name == "title" and isinstance(f.value, str)), None)
    if title is None or "," not in str(title.value):
        return
    head, _, tail = str(title.value).rpartition(",")
    match = GENRE_END.search(tail.strip())
    if match and draft.has("author") and not tail.strip().islower():
        return  # "Doe, Church, State, Report": a title of its own
    if match and len(tail.split()) <= 3 and head:
        index = draft.fields.index(title)
        draft.fields[index] = type(title)("title", head.strip(), title.span, title.rule)
        draft.imply(
            "genre",
            en.GENRES[match["genre"].casefold()],
            title.span.end - draft.base - len(tail),
            title.span.end - draft.base,
            "genre-behind-title",
        )


def read_genre_in_title(draft: Draft, evidence: Evidence) -> bool:
    """The genre, and the issuing body, that the title of an unpublished document names.

    "Resolution of the Secretariat", "Politburo resolution of 5 January 1950", "Protocol no. 76".
    """
    title = next((f for f in draft.fields if f.name == "title" and isinstance(f.value, str)), None)
    if title is None:
        return False
    at, text = title.span.start - draft.base, str(title.value)
    genre = english_genre(text)
    sent = None if genre else _SENT_BY.match(text)
    if sent and looks_like_people(sent["who"].removeprefix("Ambassador ")):
        genre = en.GENRES[sent["genre"].casefold()]
        if not draft.has("author"):
            who = people(sent["who"].removeprefix("Ambassador "), evidence).names
            draft.imply("author", who, at + sent.start("who"), at + sent.end("who"), "sender-in-title")
    issued = None if genre else _BODY_ISSUES.match(text)
    if issued and is_body(issued["body"]):
        genre = en.GENRES[issued["genre"].casefold()]
        if not draft.has("author"):
            draft.imply(
                "author", (Name(literal=issued["body"]),), at, at + issued.end("body"), "issuer-in-title"
            )
    if genre:
        draft.imply("genre", genre, at, title.span.end - draft.base, "genre-in-title")
    return bool(genre)


def _undated(draft: Draft) -> None:
    """ "Spravka o sovetskikh spetsialistakh, undated": says that there is no date."""
    index = next(
        (i for i, f in enumerate(draft.fields) if f.name == "title" and isinstance(f.value, str)), None
    )
    match = _UNDATED.search(str(draft.fields[index].value)) if index is not None else None
    if index is None or match is None or not (draft.has("archive") or draft.has("archive_location")):
        return
    title = draft.fields[index]
    cut = title.span.end - draft.base - (len(str(title.value)) - match.start())
    draft.fields[index] = type(title)(
        "title", str(title.value)[: match.start()], Span(title.span.start, cut + draft.base), title.rule
    )
    draft.connect(cut, title.span.end - draft.base)


def issuer_from_title(draft: Draft, evidence: Evidence) -> None:
    """ "Peace Union manifesto": the words before the genre in the title of a document name who issued
    it.
    """
    title = str(draft.get("title") or "")
    match = GENRE_END.search(title)
    if draft.get("type") != "document" or draft.has("author") or match is None or draft.has("archive"):
        return
    issuer = title[: match.start()].strip()
    if not draft.has("genre"):
        draft.imply("genre", en.GENRES[match["genre"].casefold()], 0, len(title), "genre-in-title")
    owner = re.sub(r"[’']s?$", "", issuer)
    if owner and owner[0].isupper():
        names = (
            people(owner, evidence).names
            if owner != issuer and looks_like_people(owner)
            else (Name(literal=owner),)
        )
        draft.imply("author", names, 0, len(owner), "issuer-in-title")


def body_named_in_title(draft: Draft) -> None:
    """ "Some Body (SB) Digest": a body with its abbreviation at the head of a title is
    its author.
    """
    match = _BODY_AND_TITLE.match(str(draft.get("title") or ""))
    if match is None or draft.has("author"):
        return
    initials = "".join(word[0] for word in match["body"].split() if word[0].isupper())
    if initials == match["short"]:
        title = next(f for f in draft.fields if f.name == "title")
        start = title.span.start - draft.base
        draft.imply(
            "author", (Name(literal=match["body"]),), start, start + len(match["body"]), "body-in-title"
        )
