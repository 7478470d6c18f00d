"""Notes with raised numbers at the foot of the page, or gathered anywhere in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.model import Diagnostic, Mark
from citekit.readers.blocks import Block, Line
from citekit.readers.continuation import ENOUGH, Place, belongs
from citekit.readers.labels import Call, Label, plain_calls, plain_labels, raised_calls, raised_label
from citekit.readers.paragraphs import (
    Collected,
    Paragraph,
    ends_open,
    labelled,
    starts_inside_sentence,
)

_SAMPLE = 2000  # characters of a note that are looked at to judge whether it goes on
_FARTHEST_STEP = 9  # how far the number of a note inside a block may lie beyond the one before it


@dataclass(slots=True)
class PageNotes:
    """What was found: notes in order, the calls in the body, and notes that were put together again."""

    notes: list[Collected] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def find(blocks: Sequence[Block], source: str, name: str, *, wrapped: bool) -> PageNotes:
    """The notes with raised numbers in *blocks* of *source*; if there are none, those with plain ones.

    *wrapped*: the lines of the document are cut at a margin.  Body text between notes is left alone.
    """
    found = _found(_Splitter(source, wrapped, blocks, _RAISED), name)
    if found.notes:
        return found
    best = found
    for scheme in _plain_schemes(blocks, raised_are_called=len(found.marks) > 1):
        other = _found(_Splitter(source, wrapped, blocks, scheme), name)
        enough = len(other.notes) >= scheme.fewest and len(other.notes) * 10 >= len(other.marks) * 6
        if enough and len(other.notes) > len(best.notes):
            best = other
    return best


@dataclass(frozen=True, slots=True)
class _Scheme:
    """The forms that the numbers of notes and their calls have, and how many notes make it believable."""

    label: str
    call: str
    fewest: int = 1


_RAISED = _Scheme("raised", "raised")
_BARE_CALLS = {"bracket": ("bracket",), "paren": ("paren",), "dot": ("attached",), "bare": ("attached",)}


def _plain_schemes(blocks: Sequence[Block], *, raised_are_called: bool) -> list[_Scheme]:
    """The forms of plain numbers worth trying: with raised calls, or with calls of a form like their own."""
    forms = Counter(
        label.form for block in blocks for line in block.lines for label in plain_labels(line.text)
    )
    schemes: list[_Scheme] = []
    for form, count in forms.items():
        if raised_are_called and count >= 2:
            schemes.append(_Scheme(form, "raised", 2))
        elif not raised_are_called and count >= 3:
            schemes += [_Scheme(form, call, 3) for call in _BARE_CALLS.get(form, ())]
    return schemes


def _found(splitter: _Splitter, name: str) -> PageNotes:
    paragraphs, calls = splitter.paragraphs, splitter.calls
    found = PageNotes()
    if not any(paragraph.number for paragraph in paragraphs):
        found.marks = [Mark(str(call.number), call.span) for call in calls if call.form == "raised"]
        return found
    _collect(paragraphs, calls, found, name)
    numbers = {note.n for note in found.notes}
    found.marks = [
        Mark(str(call.number), call.span)
        for call in calls
        # ①②③ also count the points of an argument, so only those that a note answers are calls.
        if call.form == "raised" or str(call.number) in numbers
    ]
    return found


class _Splitter:
    """Cuts blocks into paragraphs and tells numbers of notes from calls at the start of a line."""

    def __init__(self, source: str, wrapped: bool, blocks: Sequence[Block], scheme: _Scheme) -> None:
        self.source = source
        self.wrapped = wrapped
        self.scheme = scheme
        self.last_call = self.last_note = 0
        self.paragraphs: list[Paragraph] = []
        self.calls: list[Call] = []
        self.called: Counter[tuple[str, int]] = Counter()
        self.body_open = False
        self.candidates = Counter(label.number for block in blocks if (label := self._label(block.lines[0])))
        for block in blocks:
            self.take(block)

    def _label(self, line: Line) -> Label | None:
        if self.scheme is _RAISED:
            return raised_label(line.text)
        return next((label for label in plain_labels(line.text) if label.form == self.scheme.label), None)

    def take(self, block: Block) -> None:
        """Add the paragraphs of *block*."""
        if block.is_page_number:
            return
        if block.code or block.lines[0].text.lstrip().startswith("#"):
            self.paragraphs.append(Paragraph(block.lines, heading=True))
            self.body_open = False
            return
        current: Paragraph | None = None
        for index, line in enumerate(block.lines):
            label = self._label(line)
            if label is not None and self._is_note(label, index, current):
                self._finish(current)
                self.called[self._call_form(label), label.number] -= 1
                self.last_note = label.number
                current = Paragraph([line], label.length, label.number, same_block=index > 0)
            elif current is None:
                current = Paragraph([line], same_block=index > 0)
                self._call(line)
            elif current.number is not None and self._ends_paragraph(current.lines[-1], line, block):
                self._finish(current)
                current = Paragraph([line], same_block=True)
                self._call(line)
            else:
                current.lines.append(line)
                if current.number is None:
                    self._call(line)
        self._finish(current)

    def _finish(self, paragraph: Paragraph | None) -> None:
        if paragraph is None:
            return
        self.paragraphs.append(paragraph)
        if paragraph.number is None:
            self.body_open = ends_open(paragraph.lines[-1].text[-400:])

    def _call(self, line: Line) -> None:
        if self.scheme.call == "raised":
            for call in raised_calls(self.source, line.start, line.end):
                self._take_call(call)
            return
        for call in plain_calls(self.source, self.scheme.call, line.start, line.end):
            if (
                self.last_call < call.number <= self.last_call + 3
            ):  # years and other figures do not count upwards
                self.last_call = call.number
                self._take_call(call)

    def _take_call(self, call: Call) -> None:
        self.calls.append(call)
        self.called[call.form, call.number] += 1

    def _call_form(self, label: Label) -> str:
        return label.form if self.scheme is _RAISED else self.scheme.call

    def _is_note(self, label: Label, index: int, current: Paragraph | None) -> bool:
        called = self.called[self._call_form(label), label.number] > 0
        if self.scheme is not _RAISED:
            return called and (label.number > self.last_note or label.number == 1)
        if label.form == "circled":
            return called
        if index == 0:
            # A call that happens to begin a block: the sentence before it is open and the note comes later.
            return called or not self.body_open or self.candidates[label.number] < 2
        if current is not None and current.number is not None:
            return label.number == 1 or current.number < label.number <= current.number + _FARTHEST_STEP
        return called  # else it is the call itself, at the beginning of a line

    def _ends_paragraph(self, line: Line, following: Line, block: Block) -> bool:
        """Whether *line* of a note is the last of its paragraph though the *following* one is not blank."""
        if not self.wrapped:
            return True  # each line is a paragraph; whether the next one is still the note is weighed later
        text = line.text.rstrip()
        if ends_open(text) or text.endswith((",", ";", ":", "：", "\\")):
            return False
        if self.body_open and starts_inside_sentence(following.text):
            return True
        if next(raised_calls(self.source, following.start, following.end), None) is not None:
            return True
        return len(text) < 0.75 * max(len(other.text) for other in block.lines[:200])


def _collect(paragraphs: list[Paragraph], calls: list[Call], found: PageNotes, name: str) -> None:
    """Fill *found* with the notes and the paragraphs between them that belong to them."""
    called_at: dict[int, list[int]] = {}
    for call in calls:
        called_at.setdefault(call.number, []).append(call.span.start)
    noted_at: dict[int, int] = {}
    starts = [call.span.start for call in calls]
    places = [index for index, paragraph in enumerate(paragraphs) if paragraph.number is not None]
    body = ""
    for paragraph in reversed(paragraphs[: places[0]]):
        if not paragraph.heading:
            body = paragraph.text
            break
    for order, index in enumerate(places):
        paragraph = paragraphs[index]
        note = labelled(str(paragraph.number), paragraph)
        found.notes.append(note)
        noted_at[paragraph.number or 0] = paragraph.lines[0].start
        end = places[order + 1] if order + 1 < len(places) else len(paragraphs)
        gap = paragraphs[index + 1 : end]
        if gap:
            following = paragraphs[end].number if end < len(paragraphs) else None
            here = paragraph.lines[0].start
            gathered = not starts or starts[-1] < here
            within = following is not None and _called_between(
                called_at.get(following, ()), noted_at.get(following, -1), here
            )
            resumes = _body_resumes(paragraphs, end)
            _extend(
                note, gap, _Gap(body, within, following is not None, resumes, starts, gathered), found, name
            )
            own = {id(other) for other in note.paragraphs}
            rest = [other for other in gap if not other.heading and id(other) not in own]
            body = rest[-1].text if rest else body


def _called_between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted *places* lies between *start* and *end*."""
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


@dataclass(frozen=True, slots=True)
class _Gap:
    """What is known of the stretch between two notes: the body before it, and what comes after it."""

    body: str
    within_notes: bool
    before_note: bool
    body_resumes: bool
    calls: list[int]
    gathered: bool


def _body_resumes(paragraphs: list[Paragraph], start: int) -> bool:
    """Whether the first body text from *start* on begins inside a sentence."""
    for paragraph in paragraphs[start : start + 60]:
        if paragraph.number is None:
            return not paragraph.heading and starts_inside_sentence(paragraph.text[:80])
    return False


def _extend(note: Collected, gap: list[Paragraph], around: _Gap, found: PageNotes, name: str) -> None:
    """Give *note* the paragraphs of *gap* that belong to it."""
    calls = [_calls_in(paragraph, around.calls) for paragraph in gap]
    within = around.within_notes and not any(calls)
    body_open = ends_open(around.body[-400:])
    text = note.paragraphs[0].text
    taken: list[int] = []
    for position, paragraph in enumerate(gap):
        if paragraph.heading:
            break
        if not text and position == 0:  # the number stood alone on its line
            taken.append(position)
            text = paragraph.text
            continue
        place = Place(
            first=position == 0,
            before_note=around.before_note and position == len(gap) - 1,
            same_block=paragraph.same_block and position == len(taken),
            body_open=body_open,
            after_open_body=position > len(taken) and ends_open(gap[position - 1].text[-400:]),
            body_resumes=around.body_resumes,
            within_notes=within,
            gathered=within and around.gathered,
        )
        middle = position > len(taken) and not place.before_note
        if belongs(text, paragraph.text, calls[position], place, ENOUGH + middle):
            taken.append(position)
            text = f"{text[-_SAMPLE:]} {paragraph.text}"
            if position >= len(taken):
                break
    for position in taken:
        note.paragraphs.append(gap[position])
    if taken and taken[-1] >= len(taken):
        found.diagnostics.append(
            Diagnostic(
                "note-rejoined",
                f"Note {note.n} was cut by body text; its parts were put together again",
                "info",
                name,
                note.n,
                line=note.line,
            )
        )


def _calls_in(paragraph: Paragraph, starts: list[int]) -> bool:
    index = bisect_left(starts, paragraph.lines[0].start)
    return index < len(starts) and starts[index] < paragraph.lines[-1].end
