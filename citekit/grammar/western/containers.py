"""Books, collections and sets as a citation names them: title, original title, translation, volume,
series.
"""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.comma_manner import is_surely_person
from citekit.grammar.western.creators import (
    claim_people,
    creators_end,
    names_as_role,
    role_after,
)
from citekit.grammar.western.runs import (
    Marks,
    bracket_at,
    clean_title,
    is_original_script,
    sentence_end,
    skip,
    strip,
)
from citekit.grammar.western.series import read_series
from citekit.languages import en, en_prints
from citekit.names import Evidence, looks_like_person
from citekit.recognise.dates import find_dates

_NUMBER_WORD = "|".join(en.NUMBER_WORDS)
_VOLUME_OF = re.compile(
    r"(?:the\s+)?(?:vols?|volumes?|bk|book|part|pt)\b\.?\s*(?P<volume>\d+(?:\s*[-–]\s*\d+)?|"
    r"[IVXL]+)\.?\s*,?\s+of\s+",
    re.IGNORECASE,
)
_VOLUME_BEHIND = re.compile(
    rf"(?<![\w])(?:vols?|volumes?|bk|book)\b\.?\s*(?P<volume>\d+(?:\s*[-–]\s*\d+)?|[IVXL]+\b|"
    rf"(?:{_NUMBER_WORD})\b)(?!\s*of\b)(?:,?\s*(?:bk|pt|part|book)\.?\s*(?P<part>\d+))?",
    re.IGNORECASE,
)
_VOLUME_IN_WORDS = re.compile(rf"\b(?:volume|book)\s+(?P<word>{_NUMBER_WORD})\b", re.IGNORECASE)
_BARE_VOLUME = re.compile(r"(?:(?<=[a-z\])])\s+(?P<volume>\d{1,2})|,\s+(?P<roman>[IVX]{1,6}|[ivx]{1,6}))$")
_NUMBER_BEHIND = re.compile(r"\s+(\d{1,2}|[IVX]+)(?=\s*[,:])")
_VOLUME_TITLE = re.compile(r"\s*[:,]\s+(?=[A-Z“\"]|\d{4}\s+[A-Za-z])")
# MHRA 7.3: "The Cambridge History, i: Origins (Cambridge, 2010)"
_ROMAN_VOLUME = re.compile(rf"(?<=[,\s{BLANK}])\b(?P<volume>[ivx]{{1,4}})(?=:\s+[A-Z])")
_NUMBER_OF_VOLUMES = re.compile(r"\b(?P<n>\d+)\s+vols?\b\.?", re.IGNORECASE)
HEREAFTER = re.compile(
    r"(?:here(?:in)?after|henceforth)[,:]?\s+(?:(?:to\s+be\s+)?(?:cited|referred\s+to|abbreviated)\s+"
    r"(?:(?:as|by|to)\s+)?)?"
    r"[“\"‘*]?(?P<name>[A-Z][\w .,&’'-]*?)[”\"’.,*]*$",
    re.IGNORECASE,
)
"""The name by which a work is cited from here on: "hereafter SW", "henceforth cited as Doe, History".
"""

_SHORT_NAME = re.compile(r"\([A-Z]{2,8}\)(?=\s[A-Z][a-z])")
_VOLUME_AHEAD = re.compile(
    r",\s*[ivx]{1,4}:\s|,\s*(?:vols?|volume|bk|book)\b\.?\s*(?:\d+|[IVXL]+)\b", re.IGNORECASE
)
_ROLE_AHEAD = re.compile(r",\s*(?:ed|eds|trans|comp|edited|translated|introduction)\b", re.IGNORECASE)
_IN = re.compile(
    r"(?:(?:document|doc\.)\s*(?:no\.\s*)?(?P<number>\d+),?\s+)?"
    r"(?:(?:which\s+)?(?:is|was|are|were|can\s+be|appears)\s+)?(?:(?:(?:as\s+)?(?:cited|quoted)|printed|published|found|"
    r"reproduced|reprinted|translated|included|available|as)\s+)?(?:in|from)\b[,:]?\s+(?:the\s+(?-i:"
    r"(?=[a-z]|\W)))?",
    re.IGNORECASE,
)
# "A Life (1901–1980)": years in brackets that belong to a title.
_YEARS_IN_TITLE = re.compile(r"\((?:c\.\s?)?1?\d{3}\s*[-–—]\s*(?:\d{2,4})?\)")
# "CM 39(50)", and beside a document number the year of "Resolution 83 (1950)".
_PART_OF_NUMBER = re.compile(r"\((?:\d{1,2}|\d{4})\)")
_CABINET_PAPER = re.compile(r"\(\d\d\)\s?\d+")  # "CM(56) 54": the session of the papers of a cabinet
_IDEM = re.compile(r"(?:idem|eadem)\b[,.]?\s+", re.IGNORECASE)
_LETTERS_OF_WORD = re.compile(r"\([a-zа-я]{1,2}\)")  # VKP(b), ВКП(б): the bracket touches its word
_SERIES_AHEAD = re.compile(rf",\s+(?=(?:the\s+)?[A-Z][^,:;.]*\b(?:{'|'.join(en_prints.SERIES_WORDS)})\b)")


def read_in(draft: Draft, at: int) -> tuple[int, bool]:
    """Pass over "in", "cited in" at *at*: the place behind it, and whether there was one."""
    here = skip(draft, at)
    match = _IN.match(draft.rest, here)
    if match is None:
        return here, False
    if match["number"]:
        draft.claim("custom.document-number", match["number"], *match.span("number"), "number-in-collection")
    at = match.end("number") if match["number"] else match.start()
    draft.connect(at, match.end())
    return match.end(), True


def read_volume_of(draft: Draft, at: int) -> int:
    """ "Vol.2 of Title": claim the volume, return the place where the title begins."""
    here = skip(draft, at)
    match = _VOLUME_OF.match(draft.rest, here)
    if match is None:
        return here
    draft.claim("volume", match["volume"], match.start("volume"), match.end("volume"), "volume-of")
    draft.connect(match.start(), match.start("volume"))
    draft.connect(match.end("volume"), match.end())
    return match.end()


def read_volume_behind(draft: Draft) -> None:
    """ "Vol. 26", ", vol. 5, bk. 2", "Volume Two" behind or inside a title."""
    if draft.has("volume"):
        in_title = any(f.rule == "volume-in-title" for f in draft.fields)
        again = _VOLUME_BEHIND.search(draft.rest) if in_title else None
        if again and again["volume"] == draft.get("volume"):  # "Memoirs, Volume Two, vol. 2"
            draft.connect(*again.span())
        return
    roman = _ROMAN_VOLUME.search(draft.rest)
    if roman:
        draft.claim("volume", roman["volume"], *roman.span("volume"), "roman-volume")
        _volume_title(draft, roman.end())
        return
    if not re.search(r"vol|book|bk", draft.rest, re.IGNORECASE):
        return
    match = _VOLUME_BEHIND.search(draft.rest)
    if match is None:
        return
    word = match["volume"].casefold()
    value = (
        str(en.NUMBER_WORDS[word]) if word in en.NUMBER_WORDS else re.sub(r"\s*[-–]\s*", "-", match["volume"])
    )
    draft.claim("volume", value, match.start(), match.end(), "volume")
    _volume_title(draft, match.end())
    if match["part"]:
        draft.imply("custom.part", match["part"], match.start("part"), match.end("part"), "volume-part")


def _volume_title(draft: Draft, at: int) -> None:
    """ "vol. 2, The Roaring of the Cataract": the title of the volume itself, up to the imprint."""
    sign = _VOLUME_TITLE.match(draft.rest, at)
    if sign is None:
        return
    left, right = strip(draft, sign.end(), title_end(draft, sign.end(), len(draft.rest)))
    if (
        right - left > 3
        and not _ROLE_AHEAD.match(draft.rest, sign.start())
        and len(draft.text[left:right].split()) <= 20
    ):
        draft.claim("custom.volume-title", clean_title(draft.text[left:right]), left, right, "volume-title")


def read_set_size(draft: Draft) -> None:
    """ "3 vols.": how many volumes the set has."""
    match = _NUMBER_OF_VOLUMES.search(draft.rest) if "vol" in draft.rest else None
    if match:
        draft.claim("number-of-volumes", match["n"], match.start(), match.end(), "number-of-volumes")


def read_abbreviation(draft: Draft, marks: Marks) -> None:
    """ "(hereafter SW)" behind a title or an archive: the short name by which it is cited from here on."""
    for pair in [*marks.round, *marks.square]:
        inner = draft.text[pair.start + 1 : pair.end - 1]
        match = HEREAFTER.search(inner) if "ere" in inner or "ence" in inner else None
        if match:
            behind = draft.text[: pair.start].rstrip()
            archive = any(
                f.name == "archive" and f.span.end - draft.base == len(behind) for f in draft.fields
            )
            if draft.abbreviation is None:  # else it was defined for the archive
                draft.abbreviation = match["name"].strip()
                draft.abbreviates = "archive" if archive else "work"
            draft.connect(pair.start, pair.end)
            return


def title_end(draft: Draft, start: int, limit: int) -> int:
    """Where the title that begins at *start* ends: at a bracket, at what is understood, at a role, at a full
    stop.
    """
    for span in draft.emphasis:
        if span.start <= start + 1 and span.end > start + 1:
            return span.end
    end = limit
    for mark in ("(", "[", BLANK, "（"):
        at = draft.rest.find(mark, start, end)
        while at >= 0 and mark == "(" and (inside := _inside_title(draft, at, end)):
            at = draft.rest.find(mark, inside, end)
        if at >= 0:
            end = at
    for pattern in (_ROLE_AHEAD, _VOLUME_AHEAD, _SERIES_AHEAD):
        ahead = pattern.search(draft.rest, start, end)
        if ahead:
            end = ahead.start()
    return sentence_end(draft.rest, start, end)


def _inside_title(draft: Draft, at: int, end: int) -> int:
    """The end of a bracket at *at* that belongs to the title around it, 0 where it ends the title."""
    letters = _LETTERS_OF_WORD.match(draft.rest, at) if draft.rest[at - 1 : at].isalpha() else None
    if letters:
        return letters.end()
    short = _SHORT_NAME.match(draft.rest, at, end)  # "Some Body (SB) Digest"
    years = _YEARS_IN_TITLE.match(draft.rest, at)
    if years and not is_issue_number(draft.rest[:at]):
        return years.end()
    paper = _CABINET_PAPER.match(draft.rest, at)
    if paper and draft.rest[at - 1 : at].strip(" .").isupper():
        return paper.end()
    part = _PART_OF_NUMBER.match(draft.rest, at)
    if part and (
        draft.rest[at - 1 : at].isdigit() or (draft.has("number") and is_issue_number(draft.rest[:at]))
    ):
        return part.end()
    return short.end() if short else 0


def is_issue_number(before: str) -> bool:
    """Whether the text before a bracket ends with a number, so that years in the bracket date an issue."""
    return re.search(r"\d\s*$", before) is not None


def read_title(draft: Draft, field: str, start: int, limit: int, marks: Marks, rule: str) -> int:
    """Claim the title at *start* with its original or translated form behind it; the place after them.

    *field* is "title" or "container-title"; a volume number at its end ("wenxuan 4") is claimed as volume.
    """
    end = title_end(draft, start, limit)
    left, right = strip(draft, start, end)
    if right <= left:
        return end
    if right < limit and draft.rest[right : right + 1] in "?!":
        right += 1
    bare = _BARE_VOLUME.search(draft.text[left:right])
    behind = bare is None and right == end and _number_behind(draft, end)
    if bare and not draft.has("volume") and draft.locator is not None:
        number = bare["volume"] or bare["roman"]
        draft.claim("volume", number, right - len(number), right, "volume-behind-title")
        right = left + bare.start()
    right = _before_date(draft, left, right)
    title = clean_title(draft.text[left:right])
    if title:
        draft.claim(field, title, left, right, rule)
        _volume_in_words(draft, title, left)
    if behind:
        draft.claim("volume", draft.text[behind[0] : behind[1]], behind[0], behind[1], "volume-behind-title")
        end = behind[1]
    return _attachments(draft, field, max(end, right), marks)


def _before_date(draft: Draft, left: int, right: int) -> int:
    """ "A Pamphlet, May 5, 1950": a full date behind a comma ends a title that is not italic."""
    if any(span.start <= left + 1 and span.end >= right - 1 for span in draft.emphasis):
        return right
    for found in find_dates(draft.text, left, right):
        if found.is_precise and draft.text[left : found.start].rstrip().endswith(","):
            draft.rest = draft.rest[:left] + draft.text[left:right] + draft.rest[right:]
            return strip(draft, left, found.start)[1]
    return right


def _volume_in_words(draft: Draft, title: str, start: int) -> None:
    """ "Memoirs, Volume Two: The Last Years": the words name the volume and are part of the title."""
    match = _VOLUME_IN_WORDS.search(title)
    if match and not draft.has("volume"):
        draft.imply(
            "volume",
            str(en.NUMBER_WORDS[match["word"].casefold()]),
            start + match.start(),
            start + match.end(),
            "volume-in-title",
        )


def _number_behind(draft: Draft, at: int) -> tuple[int, int] | None:
    """A small number right behind an italic title is a volume where pages follow it."""
    match = _NUMBER_BEHIND.match(draft.rest, at)
    if match is None or draft.has("volume") or draft.locator is None:
        return None
    return match.start(1), match.end(1)


def _attachments(draft: Draft, field: str, at: int, marks: Marks) -> int:
    original = "original-title" if field == "title" else "custom.original-container-title"
    translated = "custom.translated-title" if field == "title" else "custom.translated-container-title"
    while True:
        pair = bracket_at(marks.round, draft, at)
        if pair and is_original_script(draft.text[pair.start + 1 : pair.end - 1]):
            inner = clean_title(draft.text[pair.start + 1 : pair.end - 1])
            draft.claim(original, inner, pair.start, pair.end, "original-script")
            at = pair.end
            continue
        if pair and _is_abbreviation(draft.text[pair.start + 1 : pair.end - 1]):
            draft.abbreviation = draft.text[pair.start + 1 : pair.end - 1]
            draft.abbreviates = "work" if field == "title" else "container-title"
            draft.connect(pair.start, pair.end)
            at = pair.end
            continue
        pair = bracket_at(marks.square, draft, at)
        if pair and re.search(r"[A-Za-z]{3}", draft.text[pair.start : pair.end]):
            inner = clean_title(draft.text[pair.start + 1 : pair.end - 1])
            draft.claim(translated, inner, pair.start, pair.end, "translated-title")
            at = pair.end
            continue
        return at


def _is_abbreviation(text: str) -> bool:
    return 2 <= len(text) <= 10 and text.replace("-", "").isalpha() and sum(c.isupper() for c in text) >= 2


def read_container(draft: Draft, at: int, marks: Marks, evidence: Evidence) -> bool:
    """Claim the book or collection that begins at *at*: its editors, title, volume, series. False where none
    is named.
    """
    at = read_volume_of(draft, at)
    limit = len(draft.rest)
    if not any(span.start <= at < span.end for span in draft.emphasis):
        at = read_container_creators(draft, at, limit, evidence)
    at = read_volume_of(draft, at)
    here, _ = strip(draft, at, limit)
    if here >= limit or draft.rest[here] in "([":
        return False
    before = len(draft.fields)
    after = read_title(draft, "container-title", here, limit, marks, "container")
    if len(draft.fields) == before:
        return False
    read_volume_behind(draft)
    read_series(draft, after, limit)
    return True


def read_container_creators(draft: Draft, at: int, limit: int, evidence: Evidence) -> int:
    """ "in John Doe, ed., A History": the names before the container's title are its
    editors.

    Those of one who wrote the part himself, and those before a quoted title, are authors.
    """
    start, _ = strip(draft, at, limit)
    idem = _IDEM.match(draft.rest, start)
    if idem:  # the author of the part himself
        draft.connect(*idem.span())
        return idem.end()
    titled = next((s.start for s in draft.emphasis if s.start > start), limit)
    quoted = re.compile(r",\s+[“\"‘]").search(draft.rest, start, limit)
    end = creators_end(draft, start, min(limit, titled, quoted.start() + 1 if quoted else limit))
    if quoted and end <= start and _is_lone_author(draft.rest[start : quoted.start()]):
        end = quoted.start()
    if end <= start:
        return at
    role = role_after(draft, end)
    before_title = titled < limit and titled - end <= 3
    if (
        role is None
        and not before_title
        and not quoted
        and not _names_precede_title(draft, start, end, limit)
    ):
        return at
    if not claim_people(draft, role[0] if role else "editor", start, end, "container-editor", evidence):
        return at
    if role is None and (quoted or draft.get("author") == draft.get("editor")):
        names_as_role(draft, "editor", "container-author")
    if role:
        draft.connect(end, role[1])
        return role[1]
    return end


def _is_lone_author(text: str) -> bool:
    return looks_like_person(text.strip(" ,."))


_LIST_GOES_ON = re.compile(r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?,?\s+and\s")


def _names_precede_title(draft: Draft, start: int, end: int, limit: int) -> bool:
    """Whether ``text[start:end]`` without a role is names: "in Bernstein and Li, China Learns, 107-30"."""
    if draft.rest[end : end + 1] != ",":
        return False
    left, right = strip(draft, end, limit)
    behind = draft.rest[left:right].split(BLANK)[0]
    names = draft.rest[start:end]
    several = " and " in names or "et al" in names
    if not several and _LIST_GOES_ON.match(behind):
        return False  # "in Huxley, Darwin, and the Apes" is one title
    return behind[:1].isupper() and len(behind) > 3 and (several or is_surely_person(names))
