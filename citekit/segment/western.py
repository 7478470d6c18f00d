"""Cuts a western note (Chicago, MHRA and their mixtures) into citations, what introduces them, and prose.

A semicolon always separates; a full stop only where the citation before it is closed, since notes in
bibliography style ("Author. Title. (Place: Publisher, Year.) 45.") are full of full stops themselves.
A citation is closed by its pages, its imprint or an address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.languages import en
from citekit.model import Citation, Note, Segments, Span
from citekit.recognise.brackets import pairs, veil
from citekit.recognise.convention import convention_of
from citekit.recognise.pages import PAGE_LIST
from citekit.segment.leads import Lead, find_lead, is_cross_reference

_IBID_ALONE = re.compile(rf"\s*ibid(?:em)?\b[.,]*\s*(?:(?:pp?\.?\s*)?{PAGE_LIST})?[\s.]*$", re.IGNORECASE)
_IBID = re.compile(r"(?<![\w])(?:ibid(?:em)?)\b", re.IGNORECASE)
_SOFT_END = re.compile(r"[.?!][\"”’')\]*]*\s*(?=[“\"‘A-ZÀ-ÝА-Я\[(«])|(?<=\))\s+(?=[A-ZÀ-Ý“\"])")
_LAST_WORD = re.compile(r"([\w.'’]+)$")
_ENDS_WITH_PAGES = re.compile(
    rf"(?:(?<![\w.])(?:pp|p|pages?|ll|l|fols?|cols?)\.?\s*|[.,)\]\"”’'»*]\s*|[a-z]\s){PAGE_LIST}$"
)
_ENDS_WITH_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?$")
_ENDS_WITH_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/)\S+?>?$")
_IMPRINT = re.compile(r"[,:][^()]*\b(?:1[5-9]|20)\d\d[)\].,\s]*$|\bn\.\s?d\.?\)$")
_AFTER_CLOSED = re.compile(
    r"\s*(?:(?i:vols?|nos?|pp?|chap|ch|sec|part|pt|rev|reprint|edited|ed|trans|translated)\b|in\b|\d)"
)
_AND = re.compile(r"(?:,|(?<=\))|(?<=\d))\s+and\s+(?=[A-Z“\"‘])")
_QUOTED_IN = re.compile(r",?\s+\(?(?:as\s+)?quoted\s+(?:in|from|by)\s+|[,.]\s+(?=see\s+also\b)", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_HEREAFTER = re.compile(r"\b(?:here(?:in)?after|henceforth)\b", re.IGNORECASE)
# "Robert Futrell in The United States Air Force in Korea on page 407 gives ..."
_TOLD_ON_PAGE = re.compile(r"(?:[A-Z][\w.’'-]+\s+){1,4}in\s+[A-Z][^.;]{5,120}?,?\s+on\s+pages?\s+\d")
_PUNCTUATION = " \t.;,；"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the note between hard boundaries."""

    start: int
    end: int


def segment(note: Note) -> Segments:
    """The citations of *note*, in order, and the spans of its prose and connecting words."""
    text = note.text
    if _IBID_ALONE.match(text):
        return Segments((Citation(note.n, _trim(text, 0, len(text)), "western"),))
    if note.is_entry:
        return _entry(note)
    veiled = veil(text, pairs(text))
    cutter = _Cutter(note, veiled)
    for piece in _pieces(veiled):
        cutter.cut(piece)
    return cutter.segments()


def _entry(note: Note) -> Segments:
    """An entry of a bibliography is one citation, whatever stops and semicolons it has."""
    lead = find_lead(note.text, veil(note.text), 0, len(note.text), prose=False)
    start = lead.end if lead else 0
    span = _trim(note.text, start, len(note.text))
    if not len(span):
        return Segments(())
    found = Citation(
        note.n, span, convention_of(span.of(note.text)),
        Span(lead.start, lead.end) if lead else None, lead.signal if lead else None,
    )  # fmt: skip
    return Segments((found,))


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _PUNCTUATION:
        start += 1
    while end > start and text[end - 1] in " \t;；":
        end -= 1
    return Span(start, end)


def _pieces(veiled: str) -> list[_Piece]:
    """The note between its hard boundaries: semicolons, "and" after a closed citation, "quoted in"."""
    bounds = [(m.start(), m.end()) for m in re.finditer(r"[;；]", veiled) if not _digits_follow(veiled, m.end())]
    for match in _AND.finditer(veiled):
        if _is_closed(veiled[: match.start()]) and _closes_later(veiled[match.end() :]):
            bounds.append((match.start(), match.end()))
    bounds += [(m.start(), m.start() + 1) for m in _QUOTED_IN.finditer(veiled) if m.start()]
    pieces, start = [], 0
    for left, right in sorted(bounds):
        if left > start:
            pieces.append(_Piece(start, left))
        start = max(start, right)
    pieces.append(_Piece(start, len(veiled)))
    return pieces


def _digits_follow(veiled: str, at: int) -> bool:
    """Whether only page numbers stand between a semicolon and the next: it then separates pages."""
    rest = veiled[at:].split(";", 1)[0].strip(" .")
    return bool(rest) and re.fullmatch(PAGE_LIST, rest) is not None


def _is_closed(text: str) -> bool:
    """Whether *text* (veiled) ends with pages, an imprint or an address: a citation is complete there."""
    text = text.rstrip(" .,;”\"’*")
    if not text:
        return False
    if text[-1] == ")":
        return True
    if text[-1].isdigit():
        return not _ENDS_WITH_YEAR.search(text) and _ENDS_WITH_PAGES.search(text) is not None
    return _ENDS_WITH_PAGES.search(text) is not None or _ENDS_WITH_ADDRESS.search(text) is not None


def _closes_later(text: str) -> bool:
    head = re.split(r"[;；]", text, maxsplit=1)[0]
    return _is_closed(head) or "“" in head or '"' in head


class _Cutter:
    """Groups the sentences of each piece into citations and prose."""

    def __init__(self, note: Note, veiled: str) -> None:
        self.note = note
        self.text = note.text
        self.veiled = veiled
        self.citations: list[Citation] = []
        self.prose: list[Span] = []

    def segments(self) -> Segments:
        return Segments(tuple(self.citations), tuple(self.prose))

    def cut(self, piece: _Piece) -> None:
        """Cut one piece: a citation ends at the end of the first sentence that closes it."""
        start = piece.start
        for end in [*self._sentence_ends(piece), piece.end]:
            if end <= start:
                continue
            if self._defines_abbreviation(start, end):
                start = end
            elif end == piece.end or self._ends_here(start, end) or self._talks(start, end):
                self._unit(start, end)
                start = end

    def _sentence_ends(self, piece: _Piece) -> list[int]:
        ends = []
        for match in _SOFT_END.finditer(self.veiled, piece.start, piece.end):
            at = match.start()
            if self.veiled[at : at + 1] == ".":
                word = _LAST_WORD.search(self.veiled, max(piece.start, at - 30), at)
                if word and _is_abbreviation(word[1]):
                    continue
            elif self.veiled[at : at + 1].isspace() and not self._imprint_before(at):
                continue
            ends.append(match.end())
        return ends

    def _imprint_before(self, at: int) -> bool:
        """Whether the bracket closed just before *at* is an imprint that no volume or page follows."""
        opened = self.veiled.rfind("(", 0, at)
        inside = self.text[opened:at]
        return bool(_IMPRINT.search(inside[:-1] + ")")) and not _AFTER_CLOSED.match(self.veiled, at)

    def _ends_here(self, start: int, end: int) -> bool:
        sentence = self.veiled[start:end].rstrip()
        if not _is_closed(sentence):
            return False
        if sentence.rstrip(" .,").endswith(")"):
            opened = sentence.rfind("(")
            inside = self.text[start + opened : start + len(sentence)]
            if not _IMPRINT.search(inside.rstrip(" .,")):
                return False
        return not _AFTER_CLOSED.match(self.veiled, end) and self.veiled[end : end + 1] not in "(["

    def _defines_abbreviation(self, start: int, end: int) -> bool:
        """A sentence like "Hereafter, this collection will be cited as APRF" belongs to the citation before it."""
        if not self.citations or not _HEREAFTER.search(self.veiled, start, min(end, start + 40)):
            return False
        previous = self.citations[-1]
        self.citations[-1] = Citation(
            previous.note, previous.span, previous.convention, previous.lead, previous.signal,
            _trim(self.text, start, end),
        )  # fmt: skip
        return True

    def _talks(self, start: int, end: int) -> bool:
        """Whether the sentence is prose: outside its titles it has words that citations have not."""
        words = self._prose_words(start, end)
        return words >= 2 or (words == 1 and len(_WORD.findall(self.veiled, start, end)) >= 7)

    def _prose_words(self, start: int, end: int) -> int:
        visible = self.veiled[start:end]
        for span in self.note.emphasis:
            if start <= span.start and span.end <= end:
                visible = visible[: span.start - start] + " " * len(span) + visible[span.end - start :]
        return sum(word in en.PROSE_WORDS for word in _WORD.findall(visible.casefold()))

    def _unit(self, start: int, end: int) -> None:
        """A complete unit: find its lead, and keep it as citation or prose."""
        trimmed = _trim(self.text, start, end)
        if not len(trimmed):
            return
        start, end = trimmed.start, trimmed.end
        talks = self._talks(start, end)
        lead = find_lead(self.text, self.veiled, start, end, prose=talks)
        if lead is None and talks:
            lead = self._lead_before_title(start, end)
        if lead is None and talks and not self._cites_anyway(start, end):
            self.prose.append(trimmed)
            return
        at = lead.end if lead else start
        if lead and talks and not self._has_evidence(at, end):
            self.prose.append(trimmed)
            return
        if lead and lead.start > start:
            self.prose.append(_trim(self.text, start, lead.start))
        until = self._end_before_prose(at, end) if talks else end
        span = _trim(self.text, at, until)
        if not self._is_citation(span):
            self.prose.append(Span(at, end))
            return
        self.citations.append(
            Citation(
                self.note.n, span, convention_of(span.of(self.text)),
                Span(lead.start, lead.end) if lead and lead.end > lead.start else None,
                lead.signal if lead else None,
            )  # fmt: skip
        )
        if until < end:
            self.prose.append(_trim(self.text, until, end))

    def _lead_before_title(self, start: int, end: int) -> Lead | None:
        """In a sentence of prose, an italic title with pages or an imprint begins a citation."""
        for span in self.note.emphasis:
            if start <= span.start < end:
                after = self.veiled[span.end : end]
                if re.match(r"\s*[,.]?\s*(?:\d+,\s*)?(?:pp?\.|on pages?\b|\[|\()", after):
                    author = re.search(r"((?:[A-Z][\w.’'-]+\s+){1,3})(?:in\s+)?$", self.veiled[start : span.start])
                    at = start + author.start() if author else span.start
                    return Lead(at, at, "see")
        told = _TOLD_ON_PAGE.search(self.veiled, start, end)
        return Lead(told.start(), told.start(), "see") if told else None

    def _cites_anyway(self, start: int, end: int) -> bool:
        """A unit with prose words that is a citation all the same: its long title was not in quotation marks."""
        return (
            _is_closed(self.veiled[start:end])
            and self._prose_words(start, end) <= 3
            and not re.match(r"(?:The|This|These|They|It|In|He|She|We|By|After)\b", self.veiled[start:end])
        )

    def _has_evidence(self, start: int, end: int) -> bool:
        """Whether what follows a lead in a sentence of prose is a citation: pages, an imprint, a marked title."""
        if _is_closed(self.veiled[start:end]) or re.search(r"[“\"«\[]|\bpp?\.\s*\d|ibid", self.veiled[start:end], re.I):
            return True
        return any(start <= span.start < end for span in self.note.emphasis) or bool(
            _TOLD_ON_PAGE.match(self.veiled, start, end)
        )

    def _end_before_prose(self, start: int, end: int) -> int:
        """Where the citation ends when its sentence goes on talking ("... on page 407 gives two places")."""
        closers = [m.end() for m in re.finditer(rf"\b(?:pp?\.|pages?)\s*{PAGE_LIST}", self.veiled[start:end])]
        if closers and self._prose_words(start + closers[-1], end) and self._talks(start + closers[-1] - 1, end):
            return start + closers[-1]
        return end

    def _is_citation(self, span: Span) -> bool:
        text = span.of(self.text)
        if not any(c.isalnum() for c in text):
            return False
        if is_cross_reference(text):
            return False
        if _IBID.match(text):
            return True
        if len(text) < 3 or text.casefold().strip(" .") in _REMARKS:
            return False
        return not text[0].islower() or bool(re.search(r"\d", text))


_REMARKS = frozenset({"emphasis added", "emphasis mine", "my translation", "my emphasis", "emphasis in original"})


def _is_abbreviation(word: str) -> bool:
    """Whether the full stop after *word* belongs to it: an initial, "vol.", "U.S."."""
    bare = word.casefold().strip(".'’")
    return (len(bare) == 1 and bare.isalpha() and word[-1].isupper()) or bare in en.ABBREVIATIONS
