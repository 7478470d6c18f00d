"""Cuts a western note (Chicago, MHRA and their mixtures) into citations, what introduces them, and prose.

A semicolon always separates; a full stop only where the citation before it is closed, since notes in
bibliography style ("Author. Title. (Place: Publisher, Year.) 45.") are full of full stops themselves.
A citation is closed by its pages, its imprint or an address.
"""

from __future__ import annotations

import re

from citekit.languages import en
from citekit.model import Citation, Note, Segments, Span
from citekit.recognise.brackets import VEIL, Pair, pairs, veil
from citekit.recognise.convention import convention_of
from citekit.recognise.pages import PAGE_LIST
from citekit.segment.closing import (
    AFTER_CLOSED,
    AREA_AHEAD,
    IMPRINT,
    OPENS_SENTENCE,
    REMARK,
    before_remark,
    ends_document,
    imprint_before,
    is_abbreviation,
    is_closed,
    last_labelled_pages,
    names_document,
    pages_before_prose,
    tells_before_see,
)
from citekit.segment.leads import Lead, find_lead, is_cross_reference
from citekit.segment.opcit import named_before_op_cit
from citekit.segment.pieces import Piece, pieces

_IBID_ALONE = re.compile(rf"\s*ibid(?:em)?\b[.,]*\s*(?:(?:pp?\.?\s*)?{PAGE_LIST})?[\s.]*$", re.IGNORECASE)
_IBID = re.compile(r"(?<![\w])(?:ibid(?:em)?\b|同上)", re.IGNORECASE)
_SOFT_END = re.compile(r"[.?!][\"”’')\]*]*\s*(?=[“\"‘A-ZÀ-ÝА-Я\[(«])|(?<=\))\s+(?=[A-ZÀ-Ý“\"])")
_QUOTED_SENTENCE = re.compile(rf"{VEIL}[\"”]\s+(?=[“\"A-ZÀ-Ý])")
_LAST_WORD = re.compile(r"([\w.'’]+)$")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_HEREAFTER = re.compile(r"\b(?:here(?:in)?after|henceforth)\b", re.IGNORECASE)
# "Jane Doe in The History of the War on page 40 gives ..."
_TOLD_ON_PAGE = re.compile(r"(?:[A-Z][\w.’'-]+\s+){1,4}in\s+[A-Z][^.;]{5,120}?,?\s+on\s+pages?\s+\d")
_TITLE_GOES_ON = re.compile(r"\s*[,.]?\s*(?:\d+,\s*)?(?:pp?\.|on pages?\b|\[|\()")
_AUTHOR_BEFORE = re.compile(r"((?:[A-Z][\w.’'-]+\s+){1,3})(?:in\s+)?$")
_BEHIND_COLON = re.compile(r"(?<=[a-z]):\s+(?=[A-Z“\"‘])")
_EVIDENCE = re.compile(r"[“\"«\[]|\bpp?\.\s*\d|ibid|同上|\s/\s(?:ed|transl|comp)\b", re.IGNORECASE)
_BRACKETED_LEAD = re.compile(r"see\b|cf\b|e\.g\.|compare\b|for example\b", re.IGNORECASE)
_CYRILLIC = re.compile("[А-Яа-я]")
_PUNCTUATION = " \t.;,；"


def segment(note: Note) -> Segments:
    """The citations of *note*, in order, and the spans of its prose and connecting words."""
    text = note.text
    if _IBID_ALONE.match(text):
        return _with_connectives(text, [Citation(note.n, _trim(text, 0, len(text)), "western")], [])
    if note.is_entry:
        return _entry(note)
    marks = pairs(text)
    cutter = _Cutter(note, veil(text, marks), marks)
    for piece in pieces(text, cutter.veiled):
        cutter.cut(piece)
    return _with_connectives(text, cutter.citations, cutter.prose)


def _entry(note: Note) -> Segments:
    """An entry of a bibliography is one citation, whatever stops and semicolons it has."""
    lead = find_lead(veil(note.text), 0, len(note.text), prose=False) if note.text else None
    span = _trim(note.text, lead.end if lead else 0, len(note.text))
    return _with_connectives(note.text, [_cited(note, span, lead)] if len(span) else [], [])


def _cited(note: Note, span: Span, lead: Lead | None) -> Citation:
    shown = Span(lead.start, lead.end) if lead and lead.end > lead.start else None
    return Citation(note.n, span, convention_of(span.of(note.text)), shown, lead.signal if lead else None)


def _with_connectives(text: str, citations: list[Citation], prose: list[Span]) -> Segments:
    """The cut note; what lies between its stretches are the words and signs that connect them."""
    spans = list(prose)
    for citation in citations:
        spans += [s for s in (citation.lead, citation.span, citation.trail) if s is not None]
    gaps, at = [], 0
    for span in sorted(spans):
        if span.start > at:
            gaps.append(Span(at, span.start))
        at = max(at, span.end)
    if at < len(text):
        gaps.append(Span(at, len(text)))
    return Segments(tuple(citations), tuple(prose), tuple(gaps))


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _PUNCTUATION:
        start += 1
    while end > start and text[end - 1] in " \t;；":
        end -= 1
    return Span(start, end)


class _Cutter:
    """Groups the sentences of each piece into citations and prose."""

    def __init__(self, note: Note, veiled: str, marks: list[Pair]) -> None:
        self.note = note
        self.text = note.text
        self.veiled = veiled
        self.marks = marks
        self.citations: list[Citation] = []
        self.prose: list[Span] = []

    def cut(self, piece: Piece) -> None:
        """Cut one piece: a citation ends at the end of the first sentence that closes it."""
        if piece.named and not any(piece.start <= s.start < piece.end for s in self.note.emphasis):
            self._add_prose(_trim(self.text, piece.start, piece.end))
            return
        start = piece.start
        for end in [*self._sentence_ends(piece), piece.end]:
            if end <= start:
                continue
            if self._defines_abbreviation(start, end):
                start = end
            elif end == piece.end or self._ends_here(start, end) or self._talks(start, end):
                self._unit(start, end)
                start = end

    def _sentence_ends(self, piece: Piece) -> list[int]:
        ends: list[int] = []
        if _CYRILLIC.search(self.text, piece.start, piece.end) and (
            convention_of(self.text[piece.start : piece.end]) == "gost"
        ):
            return ends  # "РГАСПИ. Ф. 558. Оп. 11. Д. 334.": full stops part the fields of one citation
        for match in _SOFT_END.finditer(self.veiled, piece.start, piece.end):
            at = match.start()
            if self.veiled[at : at + 1] == ".":
                word = _LAST_WORD.search(self.veiled, max(piece.start, at - 30), at)
                if (word and is_abbreviation(word[1])) or AREA_AHEAD.match(self.veiled, match.end()):
                    continue
            elif self.veiled[at : at + 1].isspace() and not imprint_before(self.text, self.veiled, at):
                continue
            ends.append(match.end())
        ends += [
            match.end()
            for match in _QUOTED_SENTENCE.finditer(self.veiled, piece.start, piece.end)
            if self.text[match.start()] in ".?!"  # a sentence ends with the quotation that ends it
        ]
        return sorted(ends)

    def _ends_here(self, start: int, end: int) -> bool:
        sentence = self.veiled[start:end].rstrip()
        if not is_closed(sentence):
            return ends_document(self.veiled, start, end)
        if sentence.rstrip(" .,").endswith(")"):
            opened = sentence.rfind("(")
            inside = self.text[start + opened : start + len(sentence)]
            if not IMPRINT.search(inside.rstrip(" .,")):
                return False
        return not AFTER_CLOSED.match(self.veiled, end) and self.veiled[end : end + 1] not in "(["

    def _defines_abbreviation(self, start: int, end: int) -> bool:
        """A sentence like "Hereafter, this collection will be cited as SW" belongs to the citation before
        it.
        """
        if not self.citations or not _HEREAFTER.search(self.veiled, start, min(end, start + 40)):
            return False
        last = self.citations[-1]
        trail = _trim(self.text, start, end)
        self.citations[-1] = Citation(last.note, last.span, last.convention, last.lead, last.signal, trail)
        return True

    def _talks(self, start: int, end: int) -> bool:
        """Whether the sentence is prose: outside its titles it has words that citations have not."""
        if self.text.find(" // ", start, end) >= 0:
            return False  # GOST R 7.0.5: a part and its source
        words = self._prose_words(start, end)
        if words >= 2 or not words:
            return words >= 2 or tells_before_see(self.veiled, start, end)
        if OPENS_SENTENCE.match(self.veiled, start, end) and not is_closed(self.veiled[start:end]):
            return not (VEIL in self.veiled[start:end] or self._emphasised(start, end))
        shown = self.veiled[start:end]
        marked = any(c.isdigit() or c == VEIL for c in shown) or self._emphasised(start, end)
        return not marked or len(_WORD.findall(shown)) >= 7

    def _emphasised(self, start: int, end: int) -> bool:
        return any(start <= span.start < end for span in self.note.emphasis)

    def _prose_words(self, start: int, end: int) -> int:
        """How many words of prose stand outside titles; capitals ("He", "We Now Know") count at a beginning
        only.
        """
        visible = self.veiled[start:end]
        for span in self.note.emphasis:
            if start <= span.start and span.end <= end:
                visible = visible[: span.start - start] + " " * len(span) + visible[span.end - start :]
        count = 0
        for match in _WORD.finditer(visible):
            word = match[0]
            if word == "i":
                continue  # a Roman numeral, or the Russian for "and"
            if not word.islower():
                if (
                    not _opens_sentence(visible, match.start())
                    or visible[match.end() : match.end() + 1] == "."
                ):
                    continue
                word = word.casefold()
            count += word in en.PROSE_WORDS
        return count

    def _unit(self, start: int, end: int) -> None:
        """A complete unit: find its lead, and keep it as citation or prose."""
        trimmed = _trim(self.text, start, end)
        if not len(trimmed):
            return
        start, end = trimmed.start, trimmed.end
        if self._cites_in_bracket(start, end):
            self._add_prose(trimmed)
            return
        talks = self._talks(start, end) and (
            OPENS_SENTENCE.match(self.veiled, start, end) is not None
            or not names_document(self.veiled, start, end)
        )
        lead = find_lead(self.veiled, start, end, prose=talks)
        if lead and talks and not self._has_evidence(lead.end, end):
            lead = None
        if lead is None and talks:
            lead = self._lead_before_title(start, end)
        if lead is None and talks and not (self._cites_anyway(start, end) or self._cites_first(start, end)):
            self._add_prose(trimmed)
            return
        at = lead.end if lead else start
        until = pages_before_prose(self.veiled, at, end)
        if talks and until == end:
            until = self._end_before_prose(at, end)
        until = before_remark(self.text, at, until)
        span = _trim(self.text, at, until)
        if not self._is_citation(span):
            self._add_prose(trimmed)
            return
        if lead and lead.start > start:
            self._add_prose(_trim(self.text, start, lead.start))
        self.citations.append(_cited(self.note, span, lead))
        if until < end:
            self._add_prose(_trim(self.text, until, end))

    def _cites_in_bracket(self, start: int, end: int) -> bool:
        """Whether a sentence without pages or titles cites in a bracket: "Some (e.g., ...) say so"."""
        for pair in self.marks:
            if (
                pair.mark == "("
                and start < pair.start
                and pair.end < end
                and _BRACKETED_LEAD.match(self.text, pair.start + 1)
            ):
                before = self.veiled[start : pair.start]
                return not self._emphasised(start, pair.start) and not any(
                    c.isdigit() or c == VEIL for c in before
                )
        return False

    def _add_prose(self, span: Span) -> None:
        """Keep prose; a bracket in it that says "see" and cites is a citation of its own."""
        for pair in self.marks:
            if pair.mark != "(" or not (span.start <= pair.start and pair.end <= span.end):
                continue
            lead = _BRACKETED_LEAD.match(self.text, pair.start + 1)
            if lead is None or not is_closed(self.text[pair.start + 1 : pair.end - 1]):
                continue
            found = find_lead(self.text, pair.start + 1, pair.end - 1, prose=False)
            inner = _trim(self.text, found.end if found else lead.end(), pair.end - 1)
            if not self._is_citation(inner):
                continue
            if pair.start > span.start:
                self.prose.append(_trim(self.text, span.start, pair.start))
            self.citations.append(_cited(self.note, inner, found))
            span = _trim(self.text, pair.end, span.end)
        if len(span) and any(c.isalnum() for c in span.of(self.text)):
            self.prose.append(span)

    def _lead_before_title(self, start: int, end: int) -> Lead | None:
        """In a sentence of prose, an italic title with pages or an imprint begins a citation; so does a
        colon.
        """
        for span in self.note.emphasis:
            if start <= span.start < end and _TITLE_GOES_ON.match(self.veiled, span.end, end):
                author = _AUTHOR_BEFORE.search(self.veiled[start : span.start])
                at = start + author.start() if author else span.start
                return Lead(at, at, "see")
        named = named_before_op_cit(self.veiled, start, end)
        if named >= 0:
            return Lead(named, named, "see")
        on_page = self.veiled.find(" on page", start, end) >= 0
        told = _TOLD_ON_PAGE.search(self.veiled, start, end) if on_page else None
        if told:
            return Lead(told.start(), told.start(), "see")
        for match in _BEHIND_COLON.finditer(self.veiled, start, end):
            if is_closed(self.veiled[match.end() : end]) and not self._prose_words(match.end(), end):
                return Lead(match.end(), match.end(), "see")
        return None

    def _cites_anyway(self, start: int, end: int) -> bool:
        """A unit with prose words that is a citation all the same: its long title was not in quotation
        marks.
        """
        return (
            is_closed(self.veiled[start:end])
            and self._prose_words(start, end) <= 3
            and not OPENS_SENTENCE.match(self.veiled, start, end)
        )

    def _cites_first(self, start: int, end: int) -> bool:
        """Whether a complete citation with its imprint begins a sentence that goes on talking behind its
        pages.
        """
        until = pages_before_prose(self.veiled, start, end)
        return (
            until < end
            and not self._prose_words(start, until)
            and any(
                pair.mark == "(" and start < pair.start and pair.end <= until
                and IMPRINT.search(self.text, pair.start + 1, pair.end)
                for pair in self.marks
            )
        )  # fmt: skip

    def _has_evidence(self, start: int, end: int) -> bool:
        """Whether what follows a lead in a sentence of prose is a citation: pages, an imprint, a marked
        title.
        """
        if is_closed(self.veiled[start:end]) or _EVIDENCE.search(self.veiled, start, end):
            return True
        if self._emphasised(start, end) or pages_before_prose(self.veiled, start, end) < end:
            return True
        return _TOLD_ON_PAGE.match(self.veiled, start, end) is not None

    def _end_before_prose(self, start: int, end: int) -> int:
        """Where the citation ends when its sentence goes on talking ("... on page 407 gives two places")."""
        closed = last_labelled_pages(self.veiled, start, end)
        if closed >= 0 and self._prose_words(closed, end) and self._talks(closed - 1, end):
            return closed
        return end

    def _is_citation(self, span: Span) -> bool:
        text = span.of(self.text)
        if _IBID.match(text):
            return True
        if len(text) < 3 or not any(c.isalnum() for c in text) or is_cross_reference(text):
            return False
        if REMARK.fullmatch(text.strip(" .()")):
            return False
        return not text[0].islower() or any(c.isdigit() for c in text)


def _opens_sentence(text: str, at: int) -> bool:
    """Whether only signs, or the end of a sentence, stand before the word at *at*."""
    while at and text[at - 1].isspace():
        at -= 1
    if at == 0 or text[at - 1] in ".!?":
        return True
    while at and text[at - 1] in " ,;.:":
        at -= 1
    return at == 0
