"""Letters and telegrams named by sender, recipient and date, several of them sometimes in one breath.

"A to B, 2 and 5 May 1950 telegrams" are two documents; "B to C, 3 May 1950, and B to A, 5 May 1950
telegrams" too (data contract, "joint citation").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.parties import Parties, party_names, read_parties
from citekit.grammar.western.runs import last_match, original_at_end
from citekit.languages import en
from citekit.model import Date, Field, Name, Note, Span
from citekit.names import Evidence
from citekit.names.order import is_asian_surname
from citekit.recognise.dates import DateMatch, date_at, find_date, find_dates

_MONTH = "|".join(sorted(en.MONTHS, key=len, reverse=True))
_GENRE = "|".join(re.escape(g) for g in sorted(en.GENRES, key=len, reverse=True))

# "2 and 5 May 1950", "1, 2, and 6 May 1950", "27 May and 8 June 1950"
_SEVERAL = re.compile(
    rf"(?P<list>\d{{1,2}}(?:\s+(?:{_MONTH}))?(?:,\s*\d{{1,2}}(?:\s+"
    rf"(?:{_MONTH}))?)*,?\s+and\s+\d{{1,2}}\s+(?:{_MONTH}))\s+(?P<year>(?:1[5-9]|20)\d\d)",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?P<day>\d{{1,2}})(?:\s+(?P<month>{_MONTH}))?", re.IGNORECASE)
_GENRE_BEHIND = re.compile(rf",?\s+(?P<genre>{_GENRE})\b", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?=[A-Z])")
_WITH_TO = re.compile(rf"(?:^|\s)to\s+\S|\b(?:{_GENRE})\s+(?:between|from)\b", re.IGNORECASE)
_FROM = re.compile(
    rf"^(?:(?P<words>\w+\s+)?(?P<genre>{_GENRE})(?:,?\s+(?:no\.?|number|#|№)?\s*(?P<number>\d[\w/-]*))?"
    r"(?:\s+(?:from|of|by)|,)\s+)(?P<parties>.+)$",
    re.IGNORECASE,
)
# "Clubb to Acheson, telegram 223": kind and number behind the parties.
_KIND_BEHIND = re.compile(
    rf",\s+(?:(?:(?:{'|'.join(en.KINDS_OF_SECRECY)})\s+)*(?P<genre>{_GENRE}|tel\.?|deptel|embtel)(?:\s+"
    rf"(?:no\.?|number|#|№)?\s*(?P<number>\d[\w/-]*))?"
    r"|(?:no\.?|number|#|№)?\s*(?P<alone>(?:[A-Z]{1,4}\s)?\d[\w/-]*))$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"^(?P<genre>(?:\w+\s+)?(?:{_GENRE}))\s+between\s+(?P<a>.+?)\s+and\s+(?P<b>.+)$", re.IGNORECASE
)
_OF_SENDER = re.compile(
    rf"^(?P<sender>.+?)[’']s?\s+(?:(?!to\b)\w+\s+)?(?P<genre>{_GENRE})\s+to\s+(?P<recipient>.+?)(?:\s+"
    rf"(?:on|of|dated))?$",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    rf"^(?P<sender>[^.]+(?:\s[A-Z]\.)?[^.]*)\.\s+(?P<genre>{_GENRE})\s+to\s+(?P<recipient>[^.]+)\.",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r",?\s*rec[’']d\.?(?:\s+at)?\s+(?P<when>[^.,(]+)")
_TOPIC = re.compile(r"\w[:：]\s")
_TOLD = re.compile(
    rf"(?P<sender>[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}})[’']s\s+(?:(?!to\b)\w+\s+)?(?P<genre>{_GENRE})\s+to\s+"
    rf"(?P<recipient>[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}})\s+(?:on|of|dated)\s+"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One document of a joint citation: its heading, parties, date, genre and where they stand."""

    heading: str
    parties: Parties
    date: Date
    genre: str
    span: Span
    date_span: Span
    number: str = ""


def read_letters(draft: Draft, evidence: Evidence, first_mark: int) -> tuple[list[Letter], int]:
    """The letters or telegrams that open the citation, and the place behind them.

    *first_mark* is the place of the first quotation mark: a citation with a quoted title at its head names
    its work by that.  An empty list where the citation does not begin so.
    """
    limit = first_mark if first_mark >= 0 else len(draft.rest)
    said = " to " in draft.rest or "between" in draft.rest or "from" in draft.rest
    if limit < 8 or not said or not _WITH_TO.search(draft.rest, 0, limit):
        return [], 0
    letters: list[Letter] = []
    at = len(draft.rest) - len(draft.rest.lstrip(f" .,;:{BLANK}"))
    while at < limit:
        found = _one(draft, at, limit, evidence)
        if not found:
            break
        letters.extend(found)
        at = found[-1].date_span.end
        genre = _GENRE_BEHIND.match(draft.rest, at)
        if genre:
            at = genre.end()
            kind = en.GENRES[genre["genre"].casefold()]
            letters = [letter if letter.genre else replace(letter, genre=kind) for letter in letters]
        more = _AND.match(draft.rest, at)
        if more is None:
            break
        at = more.end()
    return letters, at


def _one(draft: Draft, start: int, limit: int, evidence: Evidence) -> list[Letter]:
    """The documents of one pair of correspondents: as many as there are dates."""
    text = draft.rest
    several = _SEVERAL.search(text, start, limit)
    single = _date_of_letter(draft, start, limit)
    if several and (single is None or several.start() <= single.start):
        dates, begin, end = _days(several["list"], int(several["year"])), several.start(), several.end()
    elif single:
        dates, begin, end = [single.date], single.start, single.end
    else:
        return []
    heading = text[start:begin].replace(BLANK, " ").strip(" ,.")
    kind = _KIND_BEHIND.search(heading)
    number = _FROM.match(heading)
    if kind:
        heading = heading[: kind.start()]
    parties = _read_heading(heading, evidence)
    if parties is None or not (parties.sender or parties.genre):
        return []
    genre = parties.genre
    if kind and kind["genre"]:
        genre = genre or en.GENRES.get(kind["genre"].casefold(), "telegram")
    said = (kind["number"] or kind["alone"]) if kind else number["number"] if number else ""
    heading = re.sub(r"\s+(?:on|of|dated)$", "", heading)
    parties = _with_offices(parties)
    return [
        Letter(heading, parties, date, genre, Span(start, begin), Span(begin, end), said or "")
        for date in dates
    ]


def _with_offices(parties: Parties) -> Parties:
    """Capitals beside a name in ordinary letters are an office: "Franks to FO"; not in "MAO to KIM"."""
    sides = (parties.sender, parties.recipient)
    if not all(sides) or all(_is_capitals(name) for side in sides for name in side):
        return parties
    sender, recipient = (
        tuple(Name(literal=name.family) if _is_capitals(name) else name for name in side) for side in sides
    )
    return replace(parties, sender=sender, recipient=recipient)


def _is_capitals(name: Name) -> bool:
    """Whether a name is two to four capitals alone that are no surname of East Asia."""
    return (
        2 <= len(name.family) <= 4
        and name.family.isalpha()
        and name.family.isupper()
        and not name.given
        and not is_asian_surname(name.family)
    )


def _date_of_letter(draft: Draft, start: int, limit: int) -> DateMatch | None:
    """The first date outside brackets; a year alone only where no other year, of an imprint, was read."""
    text = draft.rest
    year = None
    for found in find_dates(text, start, limit):
        if text.rfind("(", start, found.start) > text.rfind(")", start, found.start):
            continue
        if found.is_precise:
            return found
        year = year or (found if len(found.date.parts) == 1 else None)
    return None if draft.has("issued") else year


def _days(text: str, year: int) -> list[Date]:
    """The dates of "27 May and 8 June": a day without month has that of the next."""
    found = [(int(m["day"]), m["month"]) for m in _DAY.finditer(text)]
    dates: list[Date] = []
    month = ""
    for day, word in reversed(found):
        month = word or month
        dates.append(Date(((year, en.MONTHS[month.casefold()], day),)))
    return dates[::-1]


def _read_heading(heading: str, evidence: Evidence) -> Parties | None:
    """Who wrote to whom by the heading before a date; None where it is no such heading."""
    if len(heading) > 200:
        return None
    between = _BETWEEN.match(heading)
    if between:
        if not (party_names(between["a"], evidence) and party_names(between["b"], evidence)):
            return None
        kind = between["genre"].casefold().strip()  # minutes are by neither side: nobody is their author
        return Parties((), (), en.GENRES.get(kind) or en.GENRES[kind.split()[-1]])
    owned = _OF_SENDER.match(heading)
    if owned:
        sender = party_names(owned["sender"], evidence)
        if sender:
            return Parties(
                sender, party_names(owned["recipient"], evidence), en.GENRES[owned["genre"].casefold()]
            )
    from_ = _FROM.match(heading)
    genre = en.GENRES[from_["genre"].casefold()] if from_ else ""
    parties = read_parties(from_["parties"] if from_ else heading, evidence, certain=False, dated=True)
    if not parties.sender or not parties.recipient or parties.genre in en.ADDRESSED_TO_ALL:
        return None
    return Parties(parties.sender, parties.recipient, parties.genre or genre)


def read_inverted_letter(draft: Draft, evidence: Evidence) -> Letter | None:
    """The form of a bibliography: "Doe, Jane. Letter to John Smith. Paris, May 5,
    1950.".
    """
    match = _INVERTED.match(draft.rest) if " to " in draft.rest and ". " in draft.rest else None
    if match is None:
        return None
    sender = party_names(match["sender"], evidence)
    recipient = party_names(match["recipient"], evidence)
    if not sender or not recipient:
        return None
    dated = find_date(draft.rest, match.end())
    span = Span(dated.start, dated.end) if dated else Span(match.end(), match.end())
    genre = en.GENRES[match["genre"].casefold()]
    date = dated.date if dated else Date()
    return Letter("", Parties(sender, recipient, genre), date, genre, Span(0, match.end()), span)


def read_told_letter(draft: Draft, note: Note, evidence: Evidence) -> Letter | None:
    """The document that the sentence before a bare collection speaks of.

    "According to A's telegram to B on 2 May 1950, ... Collected Papers 4, p. 17." cites the
    telegram, not the collection.
    """
    told = last_match(_TOLD, note.text, max(0, draft.base - 500), draft.base)
    if told is None or re.search(r"\bpp?\.\s*\d", note.text[told.end() : draft.base]):
        return None
    dated = date_at(note.text, told.end())
    sender, recipient = party_names(told["sender"], evidence), party_names(told["recipient"], evidence)
    if dated is None or not sender or not recipient:
        return None
    genre = en.GENRES[told["genre"].casefold()]
    span = Span(told.start() - draft.base, told.end() - draft.base)
    heading = f"{told['sender']} to {told['recipient']}"
    date_span = Span(dated.start, dated.end).shifted(-draft.base)
    return Letter(heading, Parties(sender, recipient, genre), dated.date, genre, span, date_span)


def letter_fields(draft: Draft, letter: Letter, *, printed: bool) -> tuple[Field, ...]:
    """The fields of one document; a title only where it is printed in a collection (data contract,
    "titles"), or where the heading says what it is about and no archive is named: a collection prints it.
    """
    span = letter.span.shifted(draft.base)
    fields = [Field("author", letter.parties.sender, span, "letter-parties")] if letter.parties.sender else []
    if letter.parties.recipient:
        fields.append(Field("recipient", letter.parties.recipient, span, "letter-parties"))
    told = bool(_TOPIC.search(letter.heading)) and not draft.has("archive")
    if letter.heading and (printed or told):
        original = original_at_end(letter.heading)
        title = letter.heading[: original.start()] if original else letter.heading
        fields.append(Field("title", title, span, "letter-heading"))
        if original:
            fields.append(Field("original-title", original["original"], span, "letter-heading"))
    if letter.date.parts:
        fields.append(
            Field("original-date", letter.date, letter.date_span.shifted(draft.base), "letter-date")
        )
    if letter.genre:
        fields.append(Field("genre", letter.genre, span, "letter-genre"))
    if letter.number:
        fields.append(Field("number", letter.number, span, "letter-number"))
    return tuple(fields)


def read_received(draft: Draft) -> None:
    """ "rec'd 9:05am": when a telegram came in."""
    match = _RECEIVED.search(draft.rest) if "rec" in draft.rest else None
    if match:
        draft.claim("custom.received", match["when"].strip(), match.start(), match.end(), "received")
