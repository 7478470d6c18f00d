"""Letters and telegrams named by sender, recipient and date, several of them sometimes in one breath.

"Zhou to Peng, 25 and 28 March 1951 telegrams" are two documents; "Peng to the CMC, 26 March 1951, and Peng
to Zhou, 28 March 1951 telegrams" too (data contract, "joint citation").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.parties import Parties, bare_heading, party_names, read_parties
from citekit.languages import en
from citekit.model import Date, Field, Note, Span
from citekit.names import Evidence
from citekit.recognise.dates import DATE, read_match

_MONTH = "|".join(sorted(en.MONTHS, key=len, reverse=True))
_GENRE = "|".join(re.escape(g) for g in sorted(en.GENRES, key=len, reverse=True))

# "25 and 28 March 1951", "10, 12, and 26 September 1951", "27 August and 8 September 1951"
_SEVERAL = re.compile(
    rf"(?P<list>\d{{1,2}}(?:\s+(?:{_MONTH}))?(?:,\s*\d{{1,2}}(?:\s+(?:{_MONTH}))?)*,?\s+and\s+\d{{1,2}}\s+(?:{_MONTH}))\s+(?P<year>(?:1[5-9]|20)\d\d)",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?P<day>\d{{1,2}})(?:\s+(?P<month>{_MONTH}))?", re.IGNORECASE)
_GENRE_BEHIND = re.compile(rf",?\s+(?P<genre>{_GENRE})\b", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?=[A-Z])")
_WITH_TO = re.compile(rf"(?:^|\s)to\s+\S|\b(?:{_GENRE})\s+(?:between|from)\b", re.IGNORECASE)
_FROM = re.compile(rf"^(?:(?P<words>\w+\s+)?(?P<genre>{_GENRE})(?:\s+(?:from|of|by)|,)\s+)(?P<parties>.+)$", re.IGNORECASE)
_BETWEEN = re.compile(rf"^(?P<genre>(?:\w+\s+)?(?:{_GENRE}))\s+between\s+(?P<a>.+?)\s+and\s+(?P<b>.+)$", re.IGNORECASE)
_OF_SENDER = re.compile(
    rf"^(?P<sender>.+?)[’']s?\s+(?:(?!to\b)\w+\s+)?(?P<genre>{_GENRE})\s+to\s+(?P<recipient>.+?)(?:\s+(?:on|of|dated))?$", re.IGNORECASE
)
_INVERTED = re.compile(rf"^(?P<sender>[^.]+(?:\s[A-Z]\.)?[^.]*)\.\s+(?P<genre>{_GENRE})\s+to\s+(?P<recipient>[^.]+)\.", re.IGNORECASE)
_RECEIVED = re.compile(r",?\s*rec[’']d\.?(?:\s+at)?\s+(?P<when>[^.,(]+)")
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


def read_letters(draft: Draft, evidence: Evidence, first_mark: int) -> tuple[list[Letter], int]:
    """The letters or telegrams that open the citation, and the place behind them.

    *first_mark* is the place of the first quotation mark: a citation with a quoted title at its head names
    its work by that.  An empty list where the citation does not begin so.
    """
    limit = first_mark if first_mark >= 0 else len(draft.rest)
    if limit < 8 or not _WITH_TO.search(draft.rest, 0, limit):
        return [], 0
    letters: list[Letter] = []
    at = 0
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
    single = DATE.search(text, start, limit)
    while single and text.rfind("(", start, single.start()) > text.rfind(")", start, single.start()):
        single = DATE.search(text, single.end(), limit)
    match = several if several and (single is None or several.start() <= single.start()) else single
    if match is None:
        return []
    heading = text[start : match.start()].replace(BLANK, " ").strip(" ,.")
    parties = _read_heading(heading, evidence)
    if parties is None or not (parties.sender or parties.genre):
        return []
    if match is several:
        dates = _days(match["list"], int(match["year"]))
    else:
        date = read_match(match)
        dates = [date] if date else []
    heading = re.sub(r"\s+(?:on|of|dated)$", "", heading)
    return [
        Letter(heading, parties, date, parties.genre, Span(start, match.start()), Span(match.start(), match.end()))
        for date in dates
    ]


def _days(text: str, year: int) -> list[Date]:
    """The dates of "27 August and 8 September": a day without month has that of the next."""
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
            return Parties(sender, party_names(owned["recipient"], evidence), en.GENRES[owned["genre"].casefold()])
    from_ = _FROM.match(heading)
    genre = en.GENRES[from_["genre"].casefold()] if from_ else ""
    parties = read_parties(bare_heading(from_["parties"] if from_ else heading), evidence, certain=False, dated=True)
    if not parties.sender or not parties.recipient:
        return None
    return Parties(parties.sender, parties.recipient, parties.genre or genre)


def read_inverted_letter(draft: Draft, evidence: Evidence) -> Letter | None:
    """The form of a bibliography: "Smith, Walter Bedell. Letter to Walter Lippmann. New York, January 22, 1955."."""
    match = _INVERTED.match(draft.rest)
    if match is None:
        return None
    sender = party_names(match["sender"], evidence)
    recipient = party_names(match["recipient"], evidence)
    if not sender or not recipient:
        return None
    dated = DATE.search(draft.rest, match.end())
    date = read_match(dated) if dated else None
    span = Span(dated.start(), dated.end()) if dated and date else Span(match.end(), match.end())
    genre = en.GENRES[match["genre"].casefold()]
    return Letter("", Parties(sender, recipient, genre), date or Date(), genre, Span(0, match.end()), span)


def read_told_letter(draft: Draft, note: Note, evidence: Evidence) -> Letter | None:
    """The document that the sentence before a bare collection speaks of.

    "According to Zhou's telegram to Peng on 22 March 1951, ... Zhou Enlai junshi wenxuan 4, p. 177." cites the
    telegram, not the collection.
    """
    told = None
    for told in _TOLD.finditer(note.text, max(0, draft.base - 500), draft.base):
        pass
    if told is None or re.search(r"\bpp?\.\s*\d", note.text[told.end() : draft.base]):
        return None
    dated = DATE.match(note.text, told.end())
    date = read_match(dated) if dated else None
    sender, recipient = party_names(told["sender"], evidence), party_names(told["recipient"], evidence)
    if dated is None or date is None or not sender or not recipient:
        return None
    genre = en.GENRES[told["genre"].casefold()]
    span = Span(told.start() - draft.base, told.end() - draft.base)
    heading = f"{told['sender']} to {told['recipient']}"
    return Letter(heading, Parties(sender, recipient, genre), date, genre, span, Span(dated.start() - draft.base, dated.end() - draft.base))


def letter_fields(draft: Draft, letter: Letter, *, printed: bool) -> tuple[Field, ...]:
    """The fields of one document; a title only where it is printed in a collection (data contract, "titles")."""
    span = letter.span.shifted(draft.base)
    fields = [Field("author", letter.parties.sender, span, "letter-parties")] if letter.parties.sender else []
    if letter.parties.recipient:
        fields.append(Field("recipient", letter.parties.recipient, span, "letter-parties"))
    if printed and letter.heading:
        fields.append(Field("title", letter.heading, span, "letter-heading"))
    if letter.date.parts:
        fields.append(Field("original-date", letter.date, letter.date_span.shifted(draft.base), "letter-date"))
    if letter.genre:
        fields.append(Field("genre", letter.genre, span, "letter-genre"))
    return tuple(fields)


def read_received(draft: Draft) -> None:
    """ "rec'd 8:22pm": when a telegram came in."""
    match = _RECEIVED.search(draft.rest) if "rec" in draft.rest else None
    if match:
        draft.claim("custom.received", match["when"].strip(), match.start(), match.end(), "received")
