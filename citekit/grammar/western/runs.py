"""Places in a western citation: where a title run ends, what stands in brackets behind it."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.languages.en import ABBREVIATIONS
from citekit.recognise.brackets import Pair, pairs

HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
SKIP = re.compile(rf"[\s,.;:{BLANK}]*")
_GAP = re.compile(rf"[\s,.;:{BLANK}]*")
_EDGES = " \t,.;:" + BLANK
_SPACES = re.compile(r"\s+")
_OPENERS = frozenset("\"“„«‘'《「『")
_SPACED_END = re.compile(r"\s+([?!])\s*[.,]*$")
_ABBREVIATED_END = re.compile(r"\b(?:[A-Z]|Inc|Jr|Sr|Ltd|Co|etc|gg?)\.$")
# one bracket may stand within: "(联共(布)中央政治局的决议)"
_BRACKET_AT_END = re.compile(
    r"\s{0,4}[(（](?P<original>[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]\s*$"
)
_WORD = re.compile(r"\w")  # marks around nothing quote nothing


class Marks:
    """The quotation marks and brackets of one citation, found once."""

    def __init__(self, text: str) -> None:
        self.all = [p for p in pairs(text) if not _belongs_to_word(text, p)]
        self.quotations = [
            p
            for p in self.all
            if p.is_quotation and _WORD.search(text, p.start, p.end) and not _belongs_to_name(text, p)
        ]
        self.round = [p for p in self.all if p.mark in "(（"]
        self.square = [p for p in self.all if p.mark in "[［"]

    def inside(self, at: int) -> Pair | None:
        """The pair that encloses the place *at*."""
        return next((p for p in self.all if p.start < at < p.end - 1), None)


def _belongs_to_word(text: str, pair: Pair) -> bool:
    """A letter or two in a bracket that touches a word is part of it: VKP(b)."""
    return pair.mark == "(" and pair.end - pair.start <= 4 and text[max(0, pair.start - 1)].isalpha()


def _belongs_to_name(text: str, pair: Pair) -> bool:
    """A quotation after "of" or "Series" is part of a name: Editorial Board of "Declassified Archives"."""
    before = text[: pair.start].rstrip()
    return before.endswith((" of", "Journal", "Newspaper", "newspaper", "journal", "Operation", "called"))


def is_original_script(text: str) -> bool:
    """Whether *text* is mostly in another script than Latin: the original of a translated title."""
    other = len(HAN.findall(text)) * 2 + len(CYRILLIC.findall(text))
    return other > 0 and other >= len(_LATIN.findall(text))


def original_at_end(title: str) -> re.Match[str] | None:
    """The bracket with the original that ends a translated *title* (its group "original"), or None."""
    match = _BRACKET_AT_END.search(title) if title.rstrip()[-1:] in (")", "）") else None
    return match if match and match.start() > 0 and is_original_script(match["original"]) else None


def strip(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """``start, end`` without the spaces and separators at both ends."""
    rest = draft.rest
    while start < end and rest[start] in _EDGES:
        start += 1
    while end > start and rest[end - 1] in _EDGES:
        end -= 1
    return start, end


def skip(draft: Draft, at: int) -> int:
    """The next place from *at* on that is neither separator nor already understood."""
    match = SKIP.match(draft.rest, at)
    return match.end() if match else at


def bracket_at(marks: list[Pair], draft: Draft, at: int) -> Pair | None:
    """The bracket that opens right at *at*, separators passed over."""
    match = _GAP.match(draft.rest, at)
    here = match.end() if match else at
    return next((p for p in marks if p.start == here), None)


_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_FULL_STOP = re.compile(r"[.?!](?=[\s)]|$)")


def sentence_end(text: str, start: int, end: int) -> int:
    """The first full stop between *start* and *end* that ends a title, or *end*.

    A stop after an initial or an abbreviation ends nothing; "?" and "!" belong to the title.
    """
    for match in _FULL_STOP.finditer(text, start, end):
        at = match.start()
        if text[at] != ".":
            continue
        word = re.search(r"([^\s(\[.]+(?:\.[^\s(\[.]+)*)$", text[max(start, at - 80) : at])
        bare = word[1].casefold().strip("’'\"“”‘(,") if word else ""
        if _INITIALS.fullmatch(bare):
            continue
        if bare in ABBREVIATIONS and at + 1 < end:
            continue
        return at
    return end


def last_match(
    pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> re.Match[str] | None:
    """The last match of *pattern* in ``text[start:end]``, or None."""
    found = None
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        found = match
    return found


def clean_title(text: str) -> str:
    """A title without the marks around it: quotation marks, 《》, separators, a doubled space."""
    text = _SPACES.sub(" ", text.replace(BLANK, " ")).strip(" \t,;:")
    while text[:1] in _OPENERS and [(0, len(text))] == [(p.start, p.end) for p in pairs(text)]:
        text = text[1:-1].strip(" ,;:")
    text = _SPACED_END.sub(r"\1", text).strip(" ,;:")
    if text.endswith(".") and not text.endswith("...") and not _ABBREVIATED_END.search(text):
        text = text[:-1].rstrip(" ,;:")
    return text
