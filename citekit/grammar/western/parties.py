"""Sender, recipient and genre of a document, read from its heading in English and in Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from citekit.archives.repositories import is_city
from citekit.languages import en
from citekit.model import Name
from citekit.names import Evidence, is_body, looks_like_people, people
from citekit.names.bodies import title_words
from citekit.names.tables import word_set

_GENRE_WORDS = "|".join(re.escape(g) for g in sorted(en.GENRES, key=len, reverse=True))
_VERBS = "|".join(v.replace(" ", r"\s+") for v in sorted(en.SENDING_VERBS, key=len, reverse=True))
_TOPIC = r"(?=\s*[:：]|\s+(?:about|on|regarding|concerning|in\s+reply|to\s+relay|that)\b|$)"

_SENDING = re.compile(rf"^(?P<sender>.+?)\s+(?P<verb>{_VERBS})\s+(?P<recipient>.+?){_TOPIC}", re.IGNORECASE)
_POSSESSIVE = re.compile(
    rf"^(?P<sender>.+?)[’']s?\s+(?:\w+\s+){{0,2}}?(?P<genre>{_GENRE_WORDS})(?:\s+to\s+"
    rf"(?P<recipient>.+?){_TOPIC}|$)",
    re.IGNORECASE,
)
# "Letter from Doe to Roe", "Doe's telegram to Roe": with a day, no title of a study
_SENT = re.compile(
    rf"^(?:(?:\w+\s+)?(?:{_GENRE_WORDS})\s+from\s+.+?\s+to\s|.+?[’']s?\s+(?:\w+\s+)?(?:{_GENRE_WORDS})\s+to\s)",
    re.IGNORECASE,
)
_SPOKEN = "|".join(en.SPOKEN)
_OWN = re.compile(
    rf"^(?P<sender>.+?)[’']s?\s+(?:[a-z]+\s+)?(?P<genre>{_GENRE_WORDS}|{_SPOKEN})(?=\s+(?!to\b)[a-z]|\s*[:,]|$)"
)
_PRESENTS = re.compile(
    r"^(?P<sender>.+?)\s+(?:presents?|submits?)\s+(?P<recipient>.+?)[’']s?\s+instructions?\b", re.IGNORECASE
)
_SENDER_REPORTS = re.compile(rf"^(?P<sender>.+?)\s+(?P<genre>{_GENRE_WORDS})$", re.IGNORECASE)
_WITH_GENRE_BEFORE_TO = re.compile(
    rf"^(?P<sender>.+?)\s+(?P<genre>{_GENRE_WORDS})\s+to\s+(?P<recipient>.+?){_TOPIC}", re.IGNORECASE
)
_RECIPIENT_GENRE = re.compile(rf"[’']s?\s+(?P<genre>{_GENRE_WORDS})$", re.IGNORECASE)
# "the General Staff on the sending of troops": what a document is about begins behind its sender; the subject
# of a "Committee on Foreign Relations" is part of its name
_BEHIND_WHOLE = "|".join(rf"(?<={word})" for word in en.BODIES_WHOLE)
_NOT_BEHIND_BODY = "".join(rf"(?<!{word})" for word in en.BODIES_ON)
_SUBJECT = rf"(?:{_NOT_BEHIND_BODY}|{_BEHIND_WHOLE})\s+(?:on|about|regarding|concerning)\b"
_SUBJECT_INSIDE = re.compile(_SUBJECT, re.IGNORECASE)
_BODY_ISSUES = re.compile(
    rf"^(?:the\s+)?(?P<genre>{_GENRE_WORDS})\s+(?:of|by|from)\s+(?:the\s+)?(?P<body>.+?)(?:\s*[:：]|{_SUBJECT}|"
    rf"\s+to\b|$)",
    re.IGNORECASE,
)
_GENRE_AHEAD = re.compile(rf"^(?:\w+\s+)?(?P<genre>{_GENRE_WORDS}),\s+(?P<parties>.+)$", re.IGNORECASE)
_TOPIC_SIGN = re.compile(r"\s*[:：]\s*")
_PLACE_NOTE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_OFFICE_HOLDER = re.compile(r"(?P<office>[^()]+?)\s*\((?P<holder>[^()]+)\)$")
_ARTICLE = re.compile(r"^(?:the|from)\s+", re.IGNORECASE)
_VIA = re.compile(r",?\s+(?:via|through)\s+.*$", re.IGNORECASE)
_THROUGH_WHOM = re.compile(r"\s(?:via|through)\s+(?P<whom>[^,;:]+)")
_ROLE_TITLE = re.compile(
    r"^(?:comrades?|general|gen\.|marshal|ambassador|minister|colonel|president|premier|mr\.?|the)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who wrote to whom, and what kind of document it is, where the heading says so."""

    sender: tuple[Name, ...] = ()
    recipient: tuple[Name, ...] = ()
    genre: str = ""


def read_parties(heading: str, evidence: Evidence, *, certain: bool, dated: bool = False) -> Parties:
    """The parties in an English *heading*.

    With *certain* the heading is known to be that of a document (it has an archive number or an original
    heading that says so), with *dated* a date follows it; else only an unmistakable "A to B: ..." counts,
    since "From Vienna to Versailles" is the title of a study.
    """
    whole = heading.strip(" .,:;")
    heading = _TOPIC_SIGN.split(whole, maxsplit=1)[0]
    clear = heading != whole and looks_like_people(heading.split(" to ")[0])
    if not (certain or dated or clear or _GENRE_AHEAD.match(heading)):
        return Parties()
    announced = _GENRE_AHEAD.match(heading)
    if announced:  # "Ciphered Telegram, A to B"
        found = read_parties(announced["parties"], evidence, certain=certain, dated=True)
        return replace(found, genre=found.genre or _genre(announced)) if found.recipient else found
    presents = _PRESENTS.match(heading)
    if presents:
        return _parties(presents["sender"], presents["recipient"], "", evidence)
    issued = _BODY_ISSUES.match(heading)
    if issued and certain:
        by_body = _issued(heading, issued, evidence)
        if by_body:
            return by_body
    owned = _POSSESSIVE.match(heading)
    if owned and (certain or owned["recipient"]):
        found = _parties(owned["sender"], owned["recipient"] or "", owned["genre"], evidence)
        if found.sender:
            return found
    for pattern in (_WITH_GENRE_BEFORE_TO, _SENDING):
        match = pattern.match(heading)
        if match and _SUBJECT_INSIDE.search(match["sender"]):
            continue
        verb = match.groupdict().get("verb", "to").casefold() if match else ""
        if match and (certain or verb == "to" or (dated and verb.endswith(" to"))):
            found = _parties(
                match["sender"], match["recipient"], match.groupdict().get("genre") or "", evidence
            )
            if found.sender and found.recipient:
                return found
    reports = _SENDER_REPORTS.match(heading) if certain else None
    if reports:
        return _parties(re.sub(r"[’']s?(\s+\w+)?$", "", reports["sender"]), "", reports["genre"], evidence)
    return Parties()


def sent_by_heading(heading: str, evidence: Evidence) -> Parties:
    """The parties of a quoted heading with a day ("Doe's Telegram to Roe, 4 May 1950"), none where it is the
    title of a study.
    """
    return read_parties(heading, evidence, certain=True) if _SENT.match(heading) else Parties()


def is_someones_document(text: str) -> bool:
    """Whether *text* names what somebody said or wrote, whatever body stands in it."""
    return _OWN.match(text) is not None


def whose_document(heading: str, evidence: Evidence) -> Parties:
    """Who spoke or wrote by "Doe's talk at the congress"; a conversation is by neither side."""
    own = _OWN.match(heading)
    if own is None:
        return Parties()
    genre = {**en.GENRES, **en.SPOKEN}[own["genre"].casefold()]
    by = () if genre in ("conversation", "minutes") else party_names(own["sender"], evidence)
    return Parties(by, (), genre)


def _genre(match: re.Match[str]) -> str:
    return en.GENRES[match["genre"].casefold()]


def _issued(heading: str, match: re.Match[str], evidence: Evidence) -> Parties | None:
    """ "Resolution of the Council of Ministers: ...", "Report from the embassy to X on ...", "Letter from A
    to B".
    """
    genre = match["genre"]
    to = re.match(
        rf"^(?:the\s+)?{re.escape(genre)}\s+(?:of|by|from)\s+(?P<sender>.+?)\s+to\s+"
        rf"(?P<recipient>.+?){_TOPIC}",
        heading,
        re.IGNORECASE,
    )
    if to and not _SUBJECT_INSIDE.search(to["sender"]):
        found = _parties(to["sender"], to["recipient"], genre, evidence)
        if found.sender and found.recipient:
            return found
    body = match["body"].strip()
    names = (
        people(body, evidence).names
        if looks_like_people(body) and not is_body(body)
        else (Name(literal=body),)
    )
    return Parties(tuple(names), (), en.GENRES[genre.casefold()])


def _parties(sender: str, recipient: str, genre: str, evidence: Evidence) -> Parties:
    owner = _RECIPIENT_GENRE.search(recipient)
    if owner:
        genre, recipient = genre or owner["genre"], recipient[: owner.start()]
    kind = en.GENRES.get(genre.casefold(), "") if genre else ""
    return Parties(party_names(sender, evidence), party_names(recipient, evidence), kind)


def party_names(text: str, evidence: Evidence) -> tuple[Name, ...]:
    """The persons or bodies of one side; empty where *text* is neither.

    Of "the Ambassador in Korea (Muccio)", as FRUS prints it, the holder of the office is the party.
    """
    held = _OFFICE_HOLDER.match(text.strip(" ,.;"))
    if held and is_body(_ARTICLE.sub("", held["office"])) and _is_holder(held["holder"]):
        return people(held["holder"], evidence).names
    text = _VIA.sub("", _PLACE_NOTE.sub("", text)).strip(" ,.;")
    text = _without_seat(_ARTICLE.sub("", text))
    if not is_body(text) and looks_like_people(_ROLE_TITLE.sub("", text)):
        text = _ROLE_TITLE.sub("", text)
    if not text or len(text) > 120:
        return ()
    if looks_like_people(text) or is_body(text):
        return people(text, evidence).names
    if re.search(r"\b(?:and|&|,)\b", text):
        parts = re.split(r",?\s+(?:and|&)\s+|,\s+", text)
        if all(
            looks_like_people(p) or is_body(p) or p.casefold().startswith(("each ", "all ")) for p in parts
        ):
            return tuple(n for p in parts for n in people(re.sub(r"^the\s+", "", p), evidence).names)
    head, comma, _ = text.partition(",")  # "Doe, ambassador to Paris"
    return party_names(head, evidence) if comma else ()


def _without_seat(text: str) -> str:
    """ "the Secretary of State, Moscow": the place of writing between the parties and the date (FRUS)."""
    head, comma, place = text.rpartition(", ")
    seat = comma and (is_city(place) or place.casefold() in word_set("not-names", "place"))
    return head if seat and (is_body(head) or looks_like_people(head)) else text


def intermediary(heading: str, evidence: Evidence) -> tuple[Name, ...]:
    """The persons through whom a letter went: "Doe to Smith via Colonel Jane Roe"."""
    through = _THROUGH_WHOM.search(heading) if " via " in heading or " through " in heading else None
    return party_names(through["whom"], evidence) if through else ()


def _is_holder(text: str) -> bool:
    """Whether the words behind an office are a person, not the place where he sits ("Secretary of State
    (Washington DC)").
    """
    return looks_like_people(text) and not is_body(text) and title_words().isdisjoint(text.casefold().split())


_CHINESE_HEAD = re.compile(r"[:：（(]")


def chinese_genre(heading: str) -> str:
    """The genre that a Chinese heading ends with: 刘少奇致斯大林函：转交… is a letter (函)."""
    head = _CHINESE_HEAD.split(heading.strip("《》 "), maxsplit=1)[0].rstrip("》 ")
    whole = heading.strip("《》 .。")
    for part in (head, whole):
        for suffix, genre in en.CHINESE_GENRES:
            if part.endswith(suffix):
                return genre
    return ""


def names_document(heading: str) -> bool:
    """Whether a Chinese heading names a document that someone sent (致 to, 给, 呈 submits, 转 passes on) or a
    body issued.
    """
    return any(c in heading for c in ("致", "呈", "给", "給"))


def english_genre(heading: str) -> str:
    """The genre word at the head of an English heading without parties ("Resolution of the Politburo
    ...").
    """
    match = re.match(
        rf"(?:the\s+)?(?P<genre>{_GENRE_WORDS})(?:\s+(?:(?:of|by|from|between|to|on)\b|no\.|№)|,|$)",
        heading,
        re.IGNORECASE,
    )
    return en.GENRES[match["genre"].casefold()] if match else ""
