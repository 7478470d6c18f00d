"""Notes that follow the Russian convention, cut into citations (GOST R 7.0.5-2008, 4.10 and 6.1 to 6.13).

Citations stand between semicolons, and after the words that lead to them ("См. также:", "Цит. по:").  A
semicolon also stands inside a record: between two places of publication, between statements of
responsibility, between pages; those do not part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from citekit.languages import ru
from citekit.model import Citation, Note, Segments, Span
from citekit.recognise import russian_names
from citekit.recognise.brackets import veil
from citekit.recognise.convention import convention_of
from citekit.recognise.russian_dates import YEAR
from citekit.recognise.russian_pages import PAGE_LIST


def _words(phrases: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s?") for p in sorted(phrases, key=len, reverse=True))


_SIGNAL = _words(list(ru.SIGNALS))
_LEAD = re.compile(
    rf"(?:(?:а|и|но|или)\s)?(?P<signal>{_SIGNAL})(?!\w)(?P<more>(?:,?\s?[а-яёіїє]+\.?){{0,8}}:)?"
    rf"(?:[:\s]\s*|(?<=:))"
    rf"(?P<source>(?:в\sкн|в\sсб|кн|ст|изд)\.:?\s(?=[А-ЯA-Z«\"]))?",
    re.IGNORECASE,
)
_INNER_LEAD = re.compile(rf"(?:(?<=[\s(])|^)(?P<signal>{_SIGNAL})(?=[\s:,])", re.IGNORECASE)
_RECORD_GROUP = re.compile(r"\bRG\s?\d|\bBox\s\d|\b(?:FO|CAB|WO)\s\d")
_BACK = _words([*ru.IBID, *ru.OP_CIT])
_BACK_START = re.compile(rf"(?:{_words(list(ru.IBID))})(?!\w)", re.IGNORECASE)
_OP_CIT = re.compile(rf"(?<!\w)(?:{_words(list(ru.OP_CIT))})", re.IGNORECASE)
_HEREAFTER = re.compile(
    rf"[.,;]?\s*[(\[]?(?:{'|'.join(ru.HEREAFTER)})(?:\s?[:–—-]\s?|\s)\s?[^.;()]{{2,60}}[)\]]?", re.IGNORECASE
)

_SHELF_MARK = re.compile(
    r"(?<!\w)(?:[Фф]|[Оо]п|[Дд]|[Пп]|[Оо]ч|[Cc]пр|[Сс]пр|[Ее]д\.\s?хр|[Кк]артон|[Кк]\.)\.?\s?"
    r"(?:№\s?)?(?:[РПАСRPА]\s?[-–]\s?)?\d"
)
_FOND = re.compile(r"(?<!\w)(?:[Фф]\.|[Фф]онд|[Кк]артон|[Ее]д\.\s?хр\.)\s?(?:[А-ЯA-Z]\s?[-–.]?\s?)?\d")
_PAGES = re.compile(rf"(?<!\w)(?:[СсCcPpSЛлР]|стр|Стр|pp|лл|Лл|арк|Арк|Стб|стб)\.\s?(?:{PAGE_LIST})")
_YEAR_AT_END = rf"(?:\[?{YEAR}\]?(?:\s?[-–—/]\s?\d{{2,4}})?(?:\s?гг?\.)?)"
_IMPRINT = re.compile(
    rf"(?:{'|'.join(map(re.escape, ru.PLACE_ABBREVIATIONS))}|[А-ЯA-ZЁ][\w-]+(?:\s?[А-Яа-яA-Z][\w./-]+)?)"
    rf"(?:\s?:[^;]{{2,90}}?)?,?\s{_YEAR_AT_END}(?!\d)"
)
_EXTENT = re.compile(r"[.–—]\s\d{2,4}\s[сc]\.?$")
_YEAR_AREA = re.compile(rf"(?:\.|[!?»\"”)]|\.\s[-–—])\s{_YEAR_AT_END}(?=\.|$|\s[-–—]|,\s[№NС])")
_DATE_AREA = re.compile(r"(?:\.|,)\s\d{1,2}(?:\.\s?(?:\d\d|[IVX]+)\.\s?\d{4}|\s[а-я]{3,10}\.?)")
_ELIDED = re.compile(
    r"(?:[Фф]|[Оо]п|[Дд]|[Пп]|[Сс]пр|[Ее]д\.\s?хр|[Тт]|[Кк]н|[Чч]|[Вв]ып|Vol|Bd|№|[Дд]ок)\.?\s?"
    r"(?:№\s?)?(?:[РПА]\s?[-–]\s?)?(?:\d|[IVX])"
    rf"|{YEAR}\.\s(?:№|Т|Вып|\d\d?\s[а-я])|\d\d?\s[а-я]{{3,8}}\.?$"
)
_ONLY_PAGES = re.compile(rf"(?:(?:и\s)?(?:[СсCcPpЛл]|стр|pp|лл|Лл)\.\s?)?{PAGE_LIST}[.\s]*$")
_ROLE = re.compile(
    rf"(?:\[?(?:{_words([*ru.EDITOR_WORDS, *ru.TRANSLATOR_WORDS, *ru.OTHER_ROLE_WORDS])})(?!\w)"
    rf"|\[?Место\sзащиты)",
    re.IGNORECASE,
)
_PLACE_START = re.compile(
    rf"(?:{'|'.join(map(re.escape, ru.PLACE_ABBREVIATIONS))}|[А-ЯA-Z][\w-]+"
    rf"(?:\s[А-Яа-яA-Z][\w./-]+)?)\s?(?:[:,]|{YEAR})"
)
_PLACE_END = re.compile(
    rf"(?:(?<!\w)(?:{'|'.join(map(re.escape, ru.PLACE_ABBREVIATIONS))})|\s"
    rf"(?:{'|'.join(sorted(ru.CITIES))}))\s?$"
)
_SOURCE_NOUN = re.compile(rf"(?:{_words(list(ru.SOURCE_NOUNS))})(?!\w)", re.IGNORECASE)
_DOCUMENT = re.compile(rf"(?:{_words(list(ru.GENRES))})(?!\w)", re.IGNORECASE)
_LEGISLATION = re.compile(rf"(?:{_words(list(ru.LEGISLATION_WORDS))})", re.IGNORECASE)
_SHORT_TITLE = re.compile(r"\.\.\.|…")
_NOTE_REFERENCE = re.compile(
    r"(?:прим|примеч|сноск|ссылк|выше|ниже|наст\.|рис\.|табл|приложени|гл\.|§)", re.IGNORECASE
)
_AFTER_PAGES = re.compile(
    rf"(?:[СсCcPpSЛлР]|стр|pp|лл|Лл|Стб)\.\s?(?:{PAGE_LIST})\.?\s(?=[А-ЯЁA-Z«])|(?<=[а-я]\.|\d\."
    rf"|\.\.)\s(?={_BACK_START.pattern})"
)
_ACRONYM_FILE = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ]{1,}(?:\s[А-ЯЁ]{2,})*[.,]\s[Фф]\.")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.$")
_SENTENCE = re.compile(r"(?<=[.!?…»\"”)])\s(?=[А-ЯЁA-Z«])")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch between two dividing marks."""

    start: int
    end: int


def segment(note: Note) -> Segments:
    """Cut *note* into citations, prose and connecting words.

    A bibliography entry is one citation.  In a note the citations are divided by semicolons and led by
    "См.", "Цит. по"; what states no bibliographic fact is prose.
    """
    text = note.text
    start, end = _trim(text, 0, len(text))
    if note.is_entry:
        return _entry(note, start, end)
    veiled = veil(text)
    cutter = _Cutter(note, veiled)
    for piece in _pieces(text, veiled, start, end):
        cutter.add(piece)
    return cutter.segments()


def _entry(note: Note, start: int, end: int) -> Segments:
    lead = _LEAD.match(note.text, start, end)
    if lead:
        start = lead.end()
    if start >= end:
        return Segments(())
    span = Span(start, end)
    signal = ru.SIGNALS.get(_key(lead["signal"])) if lead else None
    return Segments((Citation(note.n, span, _convention(span.of(note.text)), None, signal),))


def _key(signal: str) -> str:
    return re.sub(r"\s+", " ", signal.lower()).strip()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without outer spaces and the closing full stop."""
    while start < end and text[start] in " \t ,;":
        start += 1
    while end > start and text[end - 1] in " \t ,;:":
        end -= 1
    if end > start and text[end - 1] == "." and not text.endswith("...", start, end):
        end -= 1
    return start, end


def _pieces(text: str, veiled: str, start: int, end: int) -> list[_Piece]:
    """The stretches between semicolons outside brackets, those that belong together rejoined."""
    cuts = [start]
    at = veiled.find(";", start, end)
    while at != -1:
        if not _belongs(text, cuts[-1], at, end):
            cuts.append(at + 1)
        at = veiled.find(";", at + 1, end)
    pieces = []
    for i, begin in enumerate(cuts):
        stop = cuts[i + 1] - 1 if i + 1 < len(cuts) else end
        pieces.extend(_sentences(text, veiled, begin, stop))
    return pieces


def _belongs(text: str, start: int, semicolon: int, end: int) -> bool:
    """Whether the semicolon stands inside one record."""
    before = text[start:semicolon].strip()
    stop = text.find(";", semicolon + 1, end)
    after = text[semicolon + 1 : stop if stop != -1 else end].strip()
    if not after or _ONLY_PAGES.match(after):
        return True
    if _PLACE_END.search(" " + before) and _PLACE_START.match(after):
        return True
    if (
        _PLACE_START.match(after)
        and _IMPRINT.match(after)
        and not _YEAR_SEEN.search(before[-12:])
        and ":" in before
    ):
        return True
    if _ROLE.match(after) and not _LEAD.match(after):
        return True
    slash = max(before.rfind(" / "), before.rfind("/ "))
    if slash > 0 and before[slash - 1 : slash] != "/" and not _YEAR_SEEN.search(before[slash:]):
        return " // " not in before[slash:]
    return _only_names(before)


_YEAR_SEEN = re.compile(rf"(?<!\d){YEAR}(?!\d)|[СсPpЛл]\.\s?\d")


def _only_names(text: str) -> bool:
    lead = _LEAD.match(text)
    head = russian_names.head(text, lead.end() if lead else 0)
    return head is not None and head.end >= len(text.rstrip(" ."))


def _sentences(text: str, veiled: str, start: int, end: int) -> list[_Piece]:
    """A stretch cut where a new citation begins without a semicolon."""
    cuts = [start]
    for match in _AFTER_PAGES.finditer(veiled, start, end):
        at = match.end()
        if _begins_citation(text, at, end):
            cuts.append(at)
    for match in _INNER_LEAD.finditer(veiled, start, end):
        before = veiled[start : match.start()].rstrip()
        if before.endswith((".", "!", "?", "…", "”", "»", '"', ")")) and not _LEAD_TAIL.search(before):
            cuts.append(match.start())
    edges = [*sorted(set(cuts)), end]
    return [_Piece(a, b) for a, b in pairwise(edges) if text[a:b].strip(" .;,")]


_LEAD_TAIL = re.compile(rf"(?:^|\s)(?:{_SIGNAL})$", re.IGNORECASE)


def _begins_citation(text: str, at: int, end: int) -> bool:
    return (
        _BACK_START.match(text, at, end) is not None
        or _ACRONYM_FILE.match(text, at, end) is not None
        or _HEREAFTER.match(text, at, end) is not None
        or _LEAD.match(text, at, end) is not None
        or (russian_names.head(text, at, end) is not None and _cites(text[at:end]))
    )


def _cites(piece: str) -> bool:
    """Whether *piece* states where something stands: pages, imprint, shelf mark, "//", Там же."""
    return (
        " // " in piece
        or "://" in piece
        or _RECORD_GROUP.search(piece) is not None
        or _PAGES.search(piece) is not None
        or _FOND.search(piece) is not None
        or _BACK_START.match(piece) is not None
        or _OP_CIT.search(piece) is not None
        or _YEAR_AREA.search(piece) is not None
        or _EXTENT.search(piece) is not None
        or _imprint(piece)
    )


def _imprint(piece: str) -> bool:
    """Whether a place and a year stand together after a boundary ("М., 1990", ", Москва, 1990")."""
    for match in _IMPRINT.finditer(piece):
        before = piece[: match.start()].rstrip()
        if not before or before[-1] in '.,;!?»")”–—-]…:':
            return True
    return False


def _ends_sentence(text: str, end: int) -> bool:
    """Whether the mark before *end* closes a sentence, not an initial or an abbreviation."""
    match = _WORD_BEFORE.search(text, max(0, end - 16), end)
    if match is None:
        return True
    word = match[1]
    return not (len(word) == 1 or word.lower() in ru.ABBREVIATED_WORDS)


def _stands_alone(inner: str) -> bool:
    """Whether what stands in brackets is a citation of its own, not a series or date of a record."""
    return (
        _FOND.search(inner) is not None
        or _BACK_START.match(inner) is not None
        or _DATED_NEWSPAPER.match(inner) is not None
        or (russian_names.head(inner) is not None and _cites(inner))
    )


def _opens_record(text: str, start: int, end: int) -> bool:
    """Whether the stretch begins with an author, the heading of a document, or an archive's file."""
    return (
        russian_names.head(text, start, end) is not None
        or _DOCUMENT.match(text, start, end) is not None
        or _ACRONYM_FILE.match(text, start, end) is not None
        or _BACK_START.match(text, start, end) is not None
    )


def _convention(piece: str) -> str:
    """The convention of *piece*; Latin records in the manner of GOST ("N. Y., 1990. P. 5") are GOST."""
    convention = convention_of(piece)
    if convention == "western" and is_gost_manner(piece):
        return "gost"
    return convention


_LATIN_GOST = re.compile(
    rf"№|\.\s(?:[-–—]\s)?(?:P|S|Vol|Bd|T)\.\s?\d|\.\s(?:[-–—]\s)?[A-Z][\w. ;-]+\s?"
    rf"(?::[^:;]{{2,80}})?,\s{YEAR}(?:\.|$)|^(?:Ibid|Ibidem)\.?(?:\s(?:P|S)\.|$)"
    rf"|\bOp\.\scit\.\s[PS]\."
)


_LATIN_HEADING = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+\s(?:[A-ZÀ-Þ]\.[\s-]?){1,3}(?:,\s[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ]\.|\s?[A-ZÀ-Þ«\"“])"
)


def is_gost_manner(piece: str) -> bool:
    """Whether a record in Latin script follows GOST: areas with full stops, "P." and "№" as GOST has them."""
    if _LATIN_GOST.search(piece):
        return True
    return _LATIN_HEADING.match(piece) is not None


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

    def add(self, piece: _Piece) -> None:
        """Read one stretch: its lead, its citation, the prose around it."""
        start, end = _trim(self.text, piece.start, piece.end)
        if start >= end:
            return
        hereafter = _HEREAFTER.fullmatch(self.text, start, end) or _HEREAFTER.fullmatch(
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
            signal = ru.SIGNALS.get(_key(match["signal"]))
            start = match.end()
        start, end = _trim(self.text, start, end)
        if start >= end:
            self.prose.append(Span(piece.start, piece.end))
            return
        self._cite(start, end, lead, signal)

    def _lead(self, start: int, end: int) -> re.Match[str] | None:
        """The lead of a stretch, at its beginning or after words of prose ("О политике партии см.:")."""
        match = _LEAD.match(self.text, start, end)
        if match:
            return match
        found = None
        for inner in _INNER_LEAD.finditer(self.veiled, start, end):
            if not self.text[inner.end() : end].lstrip(" ,"):
                break
            if _cites(self.text[start : inner.start()]):
                break
            found = _LEAD.match(self.text, inner.start(), end)
            if found and _cites(self.text[found.end() : end]):
                return found
        return None

    def _cite(self, start: int, end: int, lead: Span | None, signal: str | None) -> None:
        body = self.text[start:end]
        if lead is not None and _NOTE_REFERENCE.match(body) and not _cites(body):
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
            rest_start, rest_end = _trim(self.text, stop + (self.text[stop] == "."), end)
            if rest_start < rest_end:
                self.prose.append(Span(rest_start, rest_end))

    def _only_in_brackets(self, start: int, end: int) -> bool:
        """Whether all that cites stands in parentheses behind words of prose ("... ошибочна (см.: ...)")."""
        opening = _LED_BRACKET.search(self.text, start, end)
        if opening is not None:
            return not _cites(self.text[start : opening.start()])
        if self.text[end - 1] != ")" or _opens_record(self.text, start, end):
            return False
        at = self.text.rfind("(", start, end)
        before = self.text[start : max(at, start)]
        return len(before.split()) > 2 and not _cites(before) and _stands_alone(self.text[at + 1 : end - 1])

    def _is_citation(self, body: str, led: bool) -> bool:
        if _cites(body):
            return True
        if self.citations and (_ELIDED.match(body) or _SHELF_MARK.match(body)):
            return True
        if (
            _SOURCE_NOUN.match(body)
            and len(body) < 160
            and "архив" in body.lower() + "архив" * bool(_PMA.match(body))
        ):
            return True
        if _LEGISLATION.match(body) and len(body) < 300 and re.search(r"\d", body):
            return True
        if _DOCUMENT.match(body) and len(body) < 250 and _DATED.search(body):
            return True
        if not led:
            return _DATED_NEWSPAPER.match(body) is not None
        return len(body) < 200 and (
            russian_names.head(body) is not None or bool(re.search(rf"{YEAR}|\d", body))
        )

    def _after_prose(self, start: int, end: int) -> int:
        """Where the citation begins that sentences of prose precede."""
        text = self.text
        if _opens_record(text, start, end):
            return start
        for match in _SENTENCE.finditer(self.veiled, start, end):
            if not _ends_sentence(text, match.start()):
                continue
            before = text[start : match.start()]
            if _cites(before) or " / " in before:
                return start
            if _BACK_START.match(text, match.end(), end):
                return match.end()
            head = russian_names.head(text, match.end(), end)
            told = (
                head is not None
                and head.inverted
                and len(before.split()) > 3
                and _cites(text[head.end : end])
            )
            if told or _ACRONYM_FILE.match(text, match.end(), end):
                return match.end()
        return start

    def _before_prose(self, start: int, end: int) -> int:
        """Where the citation ends that sentences of prose follow."""
        text = self.text
        last = None
        for match in _PAGES.finditer(self.veiled, start, end):
            last = match
        stop = last.end() if last else None
        back = _BACK_START.match(text, start, end)
        if stop is None and back:
            stop = back.end()
        hereafter = _HEREAFTER.search(text, start, end)
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
            and not _cites(text[stop:end])
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
            inner = Span(*_trim(self.text, match.start(1), match.end(1)))
            body = inner.of(self.text)
            led = _LEAD.match(body)
            begin = inner.start + (led.end() if led else 0)
            if begin < inner.end and _cites(self.text[begin : inner.end]):
                if match.start() > last:
                    self.prose.append(Span(last, match.start()))
                signal = ru.SIGNALS.get(_key(led["signal"])) if led else None
                self._keep(begin, inner.end, Span(inner.start, begin) if led else None, signal)
                last = match.end()
        if last < end:
            self.prose.append(Span(last, end))

    def _keep(
        self, start: int, end: int, lead: Span | None, signal: str | None, *, note_reference: bool = False
    ) -> None:
        start, end = _trim(self.text, start, end)
        if start >= end:
            return
        piece = self.text[start:end]
        convention = "gost" if note_reference else _convention(piece)
        self.citations.append(Citation(self.note.n, Span(start, end), convention, lead, signal))


_PARENTHESIS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_LED_BRACKET = re.compile(rf"\((?:{_SIGNAL})[\s:]", re.IGNORECASE)
_PMA = re.compile(r"полевые\sматериалы|ПМА|интервью|рукопись|воспоминания|записано", re.IGNORECASE)
_DATED = re.compile(rf"(?<!\d)\d{{1,2}}[\s.][а-яё\dIVX]+[\s.]{YEAR}")
_DATED_NEWSPAPER = re.compile(
    rf"[«\"]?[А-ЯA-ZЁ][^.;]{{2,50}}[.,»\"]{{1,2}}\s(?:[-–—]\s)?(?:{YEAR}[.,]\s|\d{{1,2}}[.\s]"
    rf"(?:[а-я]+|\d\d|[IVX]+)[.\s]{YEAR})"
)
_TAIL_OF_RECORD = re.compile(
    r"^(?:URL|Режим|DOI|ISBN|\(|Пер\.|Ред\.|Изд\.|См\.|Серия|Доступ|Рец\.|Тираж|Подлинник|Копия"
    r"|Машинопись|Автограф|Рукопись|Заверенная|Перевод|[А-ЯA-Z][\w.]+\s?:)"
)
