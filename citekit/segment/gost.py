"""Notes that follow the Russian convention, cut into citations, prose and connecting words."""

from __future__ import annotations

import re

from citekit.languages import ru, ru_sources
from citekit.model import Citation, Note, Segments, Span
from citekit.recognise import russian_evidence, russian_names
from citekit.recognise.brackets import veil
from citekit.recognise.convention import convention_of
from citekit.recognise.pages import PAGE_LIST
from citekit.recognise.russian_dates import YEAR
from citekit.recognise.russian_evidence import phrases
from citekit.segment.gost_heading import follows_leaves, heading_end
from citekit.segment.gost_pieces import (
    COLON_LEAD,
    ELIDED,
    HEREAFTER,
    INNER_LEAD,
    LEAD,
    SIGNAL,
    Piece,
    may_lead,
    pieces,
    signal_key,
    trim,
)

_SOURCE_NOUN = re.compile(rf"(?:{phrases(list(ru_sources.SOURCE_NOUNS))})(?!\w)", re.IGNORECASE)
_LAW_GAZETTE = re.compile(rf"(?:{phrases(ru_sources.LEGISLATION_SOURCES)})(?![^\W\d_])", re.IGNORECASE)
_LEGISLATION = re.compile(rf"(?:{phrases(list(ru_sources.LEGISLATION_WORDS))})", re.IGNORECASE)
_NOTE_REFERENCE = re.compile(
    r"(?:прим|примеч|сноск|ссылк|выше|ниже|наст\.|рис\.|табл|приложени|гл\.|§)", re.IGNORECASE
)
# "см. выше, с. 45", "см. главу 2 настоящей работы": a place in the writer's own text
_WITHIN_WORK = re.compile(
    r"(?:(?:выше|ниже)(?:[.,]?\s[СсC]\.\s?\d+(?:\s?[-–—]\s?\d+)?)?"
    r"|(?:глав[уые]|гл\.|раздел\w?|параграф\w?|§§?|приложени[ея]|введение|заключение)(?:\s[\w.,–-]+){0,6})",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?…»\"”)])\s(?=[А-ЯЁA-Z«])")

# "Doe, History of the Straits, 12" among Russian citations: Latin letters alone, and pages at the end
_WESTERN_SHORT = re.compile(rf"[A-ZÀ-Ý“\"][^А-Яа-яЁё;]{{2,250}},\s*(?:pp?\.\s*)?{PAGE_LIST}\.?")

# "Stueck W. The Korean War": a note that is nothing but an author after GOST and a title
_TITLE_ALONE = re.compile(r"[A-ZА-ЯЁ][\w’'-]+\s(?:[A-ZА-ЯЁ]\.\s?){1,3}\s?[A-ZА-ЯЁ«“\"][^.;]{3,120}")


def segment(note: Note) -> Segments:
    """Cut *note* into citations, prose and connecting words.

    A bibliography entry is one citation.  In a note the citations are divided by semicolons and led by
    "См.", "Цит. по"; what states no bibliographic fact is prose.
    """
    text = note.text
    start, end = trim(text, 0, len(text))
    if note.is_entry:
        return _entry(note, start, end)
    veiled = veil(text)
    cutter = _Cutter(note, veiled)
    for piece in pieces(text, veiled, start, end):
        cutter.add(piece)
    return cutter.segments()


def _entry(note: Note, start: int, end: int) -> Segments:
    lead = LEAD.match(note.text, start, end)
    if lead:
        start = lead.end()
    if start >= end:
        return Segments(())
    span = Span(start, end)
    signal = ru.SIGNALS.get(signal_key(lead["signal"])) if lead else None
    return Segments((Citation(note.n, span, _convention(span.of(note.text)), None, signal),))


def _convention(piece: str) -> str:
    """The convention of *piece*; Latin records in the manner of GOST ("N. Y., 1990. P. 5") are GOST."""
    convention = convention_of(piece)
    if convention == "western" and russian_evidence.is_gost_manner(piece):
        return "gost"
    return convention


class _Cutter:
    """Collects the citations of one note and what stands between them."""

    def __init__(self, note: Note, veiled: str) -> None:
        self.note = note
        self.text = note.text
        self.veiled = veiled
        self.citations: list[Citation] = []
        self.prose: list[Span] = []
        self.connectives: list[Span] = []

    def segments(self) -> Segments:
        return Segments(tuple(self.citations), tuple(self.prose), tuple(self.connectives))

    def add(self, piece: Piece) -> None:
        """Read one stretch: its lead, its citation, the prose around it."""
        start, end = trim(self.text, piece.start, piece.end)
        if start >= end:
            return
        hereafter = HEREAFTER.fullmatch(self.text, start, end) or HEREAFTER.fullmatch(
            self.text, start, piece.end
        )
        if hereafter:
            self.connectives.append(Span(start, end))
            return
        lead, signal = None, None
        match = self._lead(start, end)
        if match:
            if match.start() > start:
                self.prose.append(Span(start, match.start()))
            lead = Span(match.start(), match.end())
            signal = ru.SIGNALS.get(signal_key(match["signal"]))
            start = match.end()
        start, end = trim(self.text, start, end)
        if start >= end:
            self.prose.append(Span(piece.start, piece.end))
            return
        self._cite(start, end, lead, signal)

    def _lead(self, start: int, end: int) -> re.Match[str] | None:
        """The lead of a stretch, at its beginning or after words of prose ("О политике партии см.:")."""
        match = LEAD.match(self.text, start, end)
        if match:
            return match
        found = None
        if not may_lead(self.veiled[start:end]):
            return None
        for inner in INNER_LEAD.finditer(self.veiled, start, end):
            if not self.text[inner.end() : end].lstrip(" ,"):
                break
            if russian_evidence.cites(self.text[start : inner.start()]):
                break
            found = LEAD.match(self.text, inner.start(), end)
            if found and russian_evidence.cites(self.text[found.end() : end]):
                return found
        return None

    def _cite(self, start: int, end: int, lead: Span | None, signal: str | None) -> None:
        body = self.text[start:end]
        if lead is not None and _WITHIN_WORK.fullmatch(body):
            self.prose.append(Span(lead.start, end))
            return
        if lead is not None and _NOTE_REFERENCE.match(body) and not russian_evidence.cites(body):
            self._keep(start, end, lead, signal, note_reference=True)
            return
        begin = start if lead is not None else self._after_prose(start, end)
        if begin > start:
            self.prose.append(Span(start, begin))
        start, body = begin, self.text[begin:end]
        if self._only_in_brackets(start, end) or not self._is_citation(body, lead is not None):
            self._inside_brackets(start, end, lead)
            return
        stop = self._before_prose(start, end)
        self._keep(start, stop, lead, signal)
        if stop < end:
            rest_start, rest_end = trim(self.text, stop + (self.text[stop] == "."), end)
            if rest_start < rest_end:
                self.prose.append(Span(rest_start, rest_end))

    def _only_in_brackets(self, start: int, end: int) -> bool:
        """Whether all that cites stands in parentheses behind words of prose ("... ошибочна (см.: ...)")."""
        opening = _LED_BRACKET.search(self.text, start, end)
        if opening is not None:
            return not russian_evidence.cites(self.text[start : opening.start()])
        if self.text[end - 1] != ")" or russian_evidence.opens_record(self.text, start, end):
            return False
        at = self.text.rfind("(", start, end)
        before = self.text[start : max(at, start)]
        return (
            len(before.split()) > 2
            and not russian_evidence.cites(before)
            and russian_evidence.stands_alone(self.text[at + 1 : end - 1])
        )

    def _is_citation(self, body: str, led: bool) -> bool:
        if russian_evidence.cites(body):
            return True
        if self.citations and (ELIDED.match(body) or russian_evidence.SHELF_MARK.match(body)):
            return True
        if (
            _SOURCE_NOUN.match(body)
            and len(body) < 160
            and "архив" in body.lower() + "архив" * bool(_PMA.match(body))
        ):
            return True
        if _LAW_GAZETTE.match(body) and re.search(r"№\s?\d", body):
            return True
        if _LEGISLATION.match(body) and len(body) < 300 and re.search(r"\d", body):
            return True
        if russian_evidence.DOCUMENT.match(body) and len(body) < 250 and russian_evidence.DATED.search(body):
            return True
        if _WESTERN_SHORT.fullmatch(body) or (body == self.text.strip(" .") and _TITLE_ALONE.fullmatch(body)):
            return True
        if russian_names.head(body) is not None and russian_evidence.DATED_QUOTED.search(body):
            return True
        if not led:
            return russian_evidence.DATED_NEWSPAPER.match(body) is not None
        return len(body) < 200 and (
            russian_names.head(body) is not None or bool(re.search(rf"{YEAR}|\d", body))
        )

    def _after_prose(self, start: int, end: int) -> int:
        """Where the citation begins that sentences of prose precede."""
        text = self.text
        if russian_evidence.opens_record(text, start, end):
            return start
        words = COLON_LEAD.match(text, start, end)
        if words and russian_evidence.cites(text[words.end() : end]):
            return words.end()
        last = start
        for match in _SENTENCE.finditer(self.veiled, start, end):
            if not russian_evidence.ends_sentence(text, match.start()):
                continue
            before, sentence = text[start : match.start()], text[max(start, last - 2) : match.start()]
            last = match.start()
            if russian_evidence.cites(sentence) or " / " in sentence:
                return start
            if russian_evidence.BACK_START.match(text, match.end(), end):
                return match.end()
            head = russian_names.head(text, match.end(), end)
            told = (
                head is not None
                and head.inverted
                and len(before.split()) > 3
                and russian_evidence.cites(text[head.end : end])
            )
            file = russian_evidence.ACRONYM_FILE.match(text, match.end(), end)
            if told or (file and _TALK.search(before)):  # "РНБ. ОР. Ф. 550" is one repository
                return match.end()
        return start

    def _before_prose(self, start: int, end: int) -> int:
        """Where the citation ends that sentences of prose follow."""
        text = self.text
        last = None
        for match in russian_evidence.PAGES.finditer(self.veiled, start, end):
            last = match
        stop = last.end() if last else None
        if last and follows_leaves(last[0]):
            opening = trim(text, last.end() + text.startswith(".", last.end()), end)[0]
            stop = heading_end(text, opening, end) or stop
        back = russian_evidence.BACK_START.match(text, start, end)
        if stop is None and back:
            stop = back.end()
        hereafter = HEREAFTER.search(text, start, end)
        if (
            hereafter
            and hereafter.end() >= end - 1
            and hereafter[0][0] not in "(["
            and "(" not in hereafter[0][:3]
        ):
            self.connectives.append(Span(hereafter.start(), end))
            return hereafter.start()
        if stop is None or stop >= end:
            return end
        tail = text[stop:end].lstrip(" .")
        if (
            len(tail) > 20
            and tail[0].isupper()
            and not russian_evidence.cites(text[stop:end])
            and not _TAIL_OF_RECORD.search(tail)
        ):
            return stop
        return end

    def _inside_brackets(self, start: int, end: int, lead: Span | None) -> None:
        """A citation in parentheses within prose: "... (Правда. 1950. 26 июня)"."""
        if lead is not None:
            self.prose.append(Span(lead.start, lead.end))
        last = start
        for match in _PARENTHESIS.finditer(self.text, start, end):
            inner = Span(*trim(self.text, match.start(1), match.end(1)))
            body = inner.of(self.text)
            led = LEAD.match(body)
            begin = inner.start + (led.end() if led else 0)
            if begin < inner.end and russian_evidence.cites(self.text[begin : inner.end]):
                if match.start() > last:
                    self.prose.append(Span(last, match.start()))
                signal = ru.SIGNALS.get(signal_key(led["signal"])) if led else None
                self._keep(begin, inner.end, Span(inner.start, begin) if led else None, signal)
                last = match.end()
        if last < end:
            self.prose.append(Span(last, end))

    def _keep(
        self, start: int, end: int, lead: Span | None, signal: str | None, *, note_reference: bool = False
    ) -> None:
        start, end = trim(self.text, start, end)
        if start >= end:
            return
        piece = self.text[start:end]
        goes_on = self.citations and ELIDED.match(piece)
        convention = "gost" if note_reference or goes_on else _convention(piece)
        self.citations.append(Citation(self.note.n, Span(start, end), convention, lead, signal))


_TALK = re.compile(r"(?<![А-ЯЁA-Z])[а-яёіїє]{3,}")
_PARENTHESIS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_LED_BRACKET = re.compile(rf"\((?:{SIGNAL})[\s:]", re.IGNORECASE)
_PMA = re.compile(r"полевые\sматериалы|ПМА|интервью|рукопись|воспоминания|записано", re.IGNORECASE)
_TAIL_OF_RECORD = re.compile(
    r"^(?:URL|Режим|DOI|ISBN|\(|Пер\.|Ред\.|Изд\.|См\.|Серия|Доступ|Рец\.|Тираж|Подлинник|Копия"
    r"|Машинопись|Автограф|Рукопись|Заверенная|Перевод|[А-ЯA-Z][\w.]+\s?:)"
)
