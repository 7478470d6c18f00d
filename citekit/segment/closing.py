"""Where a citation of a western note is complete: at its pages, its imprint or its address."""

from __future__ import annotations

import re

from citekit.languages import en
from citekit.recognise.brackets import VEIL
from citekit.recognise.pages import PAGE_LIST

_ENDS_WITH_PAGES = re.compile(
    rf"(?:(?<![\w.])(?:pp|p|pages?|ll|l|fols?|cols?)\.?\s*|[.,)\]\"”’'»*]\s*|[a-z]\s|"
    rf"\b[IVXL\d]{{1,4}}\s?:\s?|\):\s){PAGE_LIST}$"
)
_ENDS_WITH_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?$")
# "..., Stanford, CA: Stanford University Press, 1993": an imprint without brackets
_ENDS_WITH_IMPRINT = re.compile(
    r"[,.]\s+[A-ZÀ-Ý][^,:;()\d]{1,30}(?:,\s[A-Z][A-Za-z.]{1,5})?:\s[A-ZÀ-Ý][^:;()\d]{2,90},\s"
    r"(?:1[5-9]|20)\d\d$"
)
# "...[M]. Beijing: Press, 1990: 33", "...[A]: ll. 97-98": GB/T 7714-2015, 8.7
_MARKED = re.compile(rf"\[(?:[A-Z]{{1,2}}(?:/OL)?|{VEIL}{{1,5}})\]")
_ENDS_BEHIND_COLON = re.compile(rf":\s(?:(?:pp?|ll?)\.\s)?{PAGE_LIST}$")
_ENDS_WITH_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/)\S+?>?$")
IMPRINT = re.compile(r"[,:][^()]*\b(?:1[5-9]|20)\d\d[)\].,\s]*$|\bn\.\s?d\.?\)$")
"""The inside of a bracket, its closing mark included, that is an imprint."""

AFTER_CLOSED = re.compile(
    r"\s*(?:(?i:vols?|nos?|pp?|chap|ch|sec|part|pt|rev|reprint|edited|ed|trans|translated)\b|in\b|\d)"
)
"""What goes on with a citation behind its imprint."""

AREA_AHEAD = re.compile(
    r"(?:P|S|L|Vol|No|С|Л|Т)\.\s?\d|№\s?\d|(?:1[5-9]|20)\d\d(?:[-–]\d{2,4})?\.(?=\s|$)"
    r"|[A-ZÀ-Ý][^,.:;()\d]{1,30}(?:,\s[A-Z][A-Za-z.]{1,5})?:\s[A-ZÀ-Ý][^:;()\d]{2,90},\s(?:1[5-9]|20)\d\d(?!\d)"
)
"""An area of a record that follows a full stop: imprint, year, volume, pages (GOST R 7.0.5-2008, 7.4)."""

_LABELLED_END = re.compile(rf"\b(?:pp?\.|pages?)\s*{PAGE_LIST}")
_REMARK_BEHIND = r"\s+[—–]\s+(?=[^\s\d])"  # "240 — an excellent account"
_TOLD_BEHIND = re.compile(
    rf"(?<=[\s,.]){PAGE_LIST}(?=,?\s+(?:{'|'.join(en.TELLING_WORDS)})\b(?!\s+(?:in|from|by)\b)|{_REMARK_BEHIND})"
)
_WORD_BEHIND_NUMBER = re.compile(r"\d,?\s+[a-z—–]")
_VOLUME_WITHOUT_PAGE = re.compile(r"(?:\bvols?|\bnos?|\bchap|\bch|№)\.?\s*$", re.IGNORECASE)

_KIND = "|".join(sorted((re.escape(genre) for genre in en.GENRES), key=len, reverse=True))
_DATE = r"(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},\s)?(?:1[5-9]|20)\d\d"
_NUMBER = r"(?:no\.|№)\s?\d[\w./-]*"
_STATED = re.compile(
    rf",\s(?:(?:{_KIND}),\s(?:{_DATE},\s)?(?:{_NUMBER},\s)?|{_DATE},\s{_NUMBER},\s)in\s(?=[A-Z{VEIL}])"
)


def names_document(veiled: str, start: int, end: int) -> bool:
    """Whether ``veiled[start:end]`` begins with the heading of a document, however many words it has.

    Kind, date or number between commas and then "in" say so: "Doe to Roe: Smith asks if he could be heard,
    telegram, 5 May 1950, in Collected Papers".
    """
    return (veiled[start].isupper() or veiled[start] == VEIL) and _STATED.search(
        veiled, start, end
    ) is not None


REMARK = re.compile(
    r"(?:all\s+)?(?:(?:my|our|the\s+author[’']s|author[’']s|own)\s+)?(?:emphas[ie]s|italics|translations?)"
    r"(?:\s+(?:added|mine|ours|my\s+own|supplied|in\s+(?:the\s+)?original|by\s+(?:the\s+)?author|"
    r"is\s+mine|are\s+mine|from\s+(?:the\s+)?\w+(?:\s+original)?))*",
    re.IGNORECASE,
)
"""A remark on a quotation: "emphasis added", "my translation"."""

_REMARK_AT_END = re.compile(
    rf"\s*[(\[](?:{REMARK.pattern}|in\s+(?:{'|'.join(en.LANGUAGES)}))[)\]][\s.]*$", re.IGNORECASE
)
_REMARK_BEHIND_COMMA = re.compile(rf"[,;]\s+{REMARK.pattern}[\s.]*$", re.IGNORECASE)
_CITED_IN = re.compile(
    rf"\([^()]*\b(?:1[5-9]|20)\d\d\)(?:,\s*(?:pp?\.\s*)?{PAGE_LIST})?,?(?P<cited>\s+(?:as\s+)?cited\s+in\s+)",
    re.IGNORECASE,
)


_MONTH = f"(?i:{'|'.join(sorted(en.MONTHS, key=len, reverse=True))})"
_DAY = rf"(?:\d{{1,2}}\s{_MONTH}\.?,?|{_MONTH}\.?\s\d{{1,2}},)\s(?:1[5-9]|20)\d\d\b"
_DATED_BEFORE = re.compile(_DAY)
_SIDE = r"[A-Z](?:[^.;:,()]|(?<=[A-Z])\.|\([^()]*\)|,\s(?=and\s)){1,90}?"
_DOCUMENT_NEXT = re.compile(
    rf"\s*(?:(?:(?i:{_KIND}),?\s(?:from\s)?)?{_SIDE}\sto\s(?:the\s)?{_SIDE}"
    rf"|(?i:{_KIND})(?:,|\s(?:by|from|between)\s|\sof\s(?:conversation|meeting|talk)s?\b)[^.;]{{1,120}}?)"
    rf",\s(?:(?i:{_KIND}),?\s)?{_DAY}"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\b")
_REACH = 300
OPENS_SENTENCE = re.compile(rf"(?:{'|'.join(en.SENTENCE_OPENERS)})\b")
"""Words that begin a sentence of prose and no citation."""


def ends_document(veiled: str, start: int, at: int) -> bool:
    """Whether the full stop before *at* ends a document named by its heading and its day.

    "Doe to Roe, 3 May 1950, FO 371/84058. Roe to Doe, 5 May 1950, FO 371/84059.": a shelf mark has no sign of
    its own that closes a citation, but no document has two headings. "Doe to Roe, 3 May 1950. This was ...":
    the heading alone is a citation where the next sentence talks.
    """
    talks = OPENS_SENTENCE.match(veiled, at)
    if not (talks or _YEAR.search(veiled, at, at + _REACH)):
        return False
    if _DATED_BEFORE.search(veiled, max(start, at - _REACH), at) is None:
        return False
    if _DOCUMENT_NEXT.match(veiled, at):
        return True
    named = _DOCUMENT_NEXT.match(veiled, start, at) if talks else None
    return named is not None and not any(c.isalnum() for c in veiled[named.end() : at])


_SEE_AHEAD = re.compile(
    r"\s*(?:But\s+|(?:For|On|Regarding|Concerning|About)\s[^.;]{3,90}?,?\s)?(?:[Ss]ee|[Cc]f\.|[Cc]ompare)\s"
)
_LOWER = re.compile(r"(?<![\w’'-])[a-z][a-z’'-]+")
_SPEECH_QUOTED = re.compile(r"[a-z,:]\s+[“\"‘](?:\[?[a-z]|…|\. \. \.)[^”\"]*[”\"’][\s.]*$")
_LOCATED = re.compile(r"\s*[A-Z][A-Za-z ]{1,12},?\s+[Ff](?:ond)?\.?\s*[\dA-Z]")
_UNPLACED = re.compile(rf"\s*(?:{_KIND})\b[^;()“”\"{VEIL}]*\s(?:1[5-9]|20)\d\d$", re.IGNORECASE)


def tells_before_see(veiled: str, start: int, end: int) -> bool:
    """Whether a sentence before "See ..." only tells: no title marked, no number, small letters."""
    if _SEE_AHEAD.match(veiled, end) is None:
        return False
    shown = veiled[start:end]
    if "," in shown or VEIL in shown or any(c.isdigit() for c in shown):
        return False
    return sum(word[0] not in en.SMALL_WORDS for word in _LOWER.finditer(shown)) >= 3


def only_names_speaker(text: str, veiled: str) -> bool:
    """Whether what stands before "quoted in" cites nothing: a name, or the words quoted themselves."""
    return not re.search(rf"\d|{VEIL}", veiled) or _SPEECH_QUOTED.search(text) is not None


def archive_follows(veiled: str, start: int, at: int) -> bool:
    """Whether behind a semicolon at *at* stands where the document before it lies.

    "Letter from Doe to Roe, 10 January 1926; RGASPI, f. 85": a dated letter without any place but this.
    """
    return _LOCATED.match(veiled, at + 1) is not None and _UNPLACED.match(veiled[start:at]) is not None


def is_closed(text: str) -> bool:
    """Whether *text* (veiled) ends with pages, an imprint or an address: a citation is complete there."""
    text = text.rstrip(' .,;”"’*')
    if not text:
        return False
    if text[-1] == ")":
        return True
    if text[-1].isdigit():
        tail = text[-80:]
        if "]" in text and _MARKED.search(text) and _ENDS_BEHIND_COLON.search(tail):
            return True
        if ": " in tail and _ENDS_WITH_IMPRINT.search(text[-160:]):
            return True
        return not _ENDS_WITH_YEAR.search(tail) and _ENDS_WITH_PAGES.search(tail) is not None
    tail = text[-300:]
    return _ENDS_WITH_PAGES.search(tail[-80:]) is not None or (
        "/" in tail and _ENDS_WITH_ADDRESS.search(tail) is not None
    )


def imprint_before(text: str, veiled: str, at: int) -> bool:
    """Whether the bracket closed just before *at* is an imprint that no volume or page follows."""
    opened = veiled.rfind("(", 0, at)
    inside = text[opened:at]
    return bool(IMPRINT.search(inside[:-1] + ")")) and not AFTER_CLOSED.match(veiled, at)


def is_abbreviation(word: str) -> bool:
    """Whether the full stop after *word* belongs to it: an initial, "vol.", "U.S."."""
    bare = word.casefold().strip(".'’")
    return (len(bare) == 1 and bare.isalpha() and word[-1].isupper()) or bare in en.ABBREVIATIONS


def pages_follow(veiled: str, at: int) -> bool:
    """Whether only page numbers stand between a semicolon and the next: it then separates pages."""
    rest = veiled[at:].split(";", 1)[0].strip(" .")
    return bool(rest) and re.fullmatch(PAGE_LIST, rest) is not None


def closes_later(text: str) -> bool:
    """Whether the citation that begins *text* is closed before the next semicolon, or names a quoted
    title.
    """
    head = re.split(r"[;；]", text, maxsplit=1)[0]
    return is_closed(head) or "“" in head or '"' in head


def pages_before_prose(veiled: str, start: int, end: int) -> int:
    """The end of pages behind which the sentence goes on talking ("590, who sees the South as ..."), or
    *end*.
    """
    if _WORD_BEHIND_NUMBER.search(veiled, start, end) is None:
        return end
    for match in _TOLD_BEHIND.finditer(veiled, start, end):
        first = match[0].partition(",")[0]
        numbered = first == match[0] and _VOLUME_WITHOUT_PAGE.search(veiled[start : match.start()])
        if not numbered and not _ENDS_WITH_YEAR.fullmatch(match[0]):
            return match.end()
    return end


def last_labelled_pages(veiled: str, start: int, end: int) -> int:
    """The end of the last pages with a label in ``veiled[start:end]``, or -1."""
    found = -1
    for match in _LABELLED_END.finditer(veiled, start, end):
        found = match.end()
    return found


def before_remark(text: str, start: int, end: int) -> int:
    """The end of the citation ``text[start:end]`` before a remark in brackets or behind a comma."""
    last = text[start:end].rstrip(" .")
    remark = None
    if last[-1:] in (")", "]"):
        remark = _REMARK_AT_END.search(text, start, end)
    elif "mphas" in last[-40:] or "talics" in last[-40:]:
        remark = _REMARK_BEHIND_COMMA.search(text, start, end)
    return remark.start() if remark and remark.start() > start else end


def cited_in_another(text: str) -> list[tuple[int, int]]:
    """Where a work with its imprint is cited from another: "..., 1996), 60, cited in Doe, Straits, 50"."""
    return [m.span("cited") for m in _CITED_IN.finditer(text)] if "ited in" in text else []
