"""Notes listed under a heading ("Endnotes", "Примечания", 注释) with plain or raised numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from citekit.model import Mark
from citekit.readers.blocks import Block, Line
from citekit.readers.continuation import ENOUGH, Place, belongs
from citekit.readers.labels import Call, Label, plain_calls, plain_labels, raised_calls, raised_label
from citekit.readers.paragraphs import Collected, Paragraph, ends_open, labelled
from citekit.readers.sections import Section, level_of

_FARTHEST_STEP = 50  # a gap in the numbers beyond this is a year or a page, not a note
_DIGITS = re.compile(r"\d+")
_FURNITURE_TIMES = 3  # a short line that stands so often is the head of a page


@dataclass(slots=True)
class _Candidate:
    """A line that may begin a note."""

    block: int
    line: int
    label: Label


@dataclass(slots=True)
class EndNotes:
    """The notes of a section; ``rest`` are the blocks after the last note that are text again."""

    notes: list[Collected] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)


def find(section: Section) -> EndNotes:
    """The notes that *section* lists, whatever form their numbers have; empty where it lists none."""
    blocks = [block for block in section.blocks if not block.is_page_number]
    blocks = _without_running_heads(blocks)
    chosen = _best_row(_candidates(blocks))
    found = EndNotes()
    if not chosen:
        found.rest = list(section.blocks)
        return found
    begins = {(candidate.block, candidate.line): candidate.label for candidate in chosen}
    last_block = chosen[-1].block
    for index, block in enumerate(blocks):
        if index < chosen[0].block:
            found.rest.append(block)
        elif index <= last_block:
            _take(found, block, index, begins)
        elif not _goes_on(found.notes[-1], block):
            found.rest.extend(blocks[index:])
            break
        else:
            found.notes[-1].paragraphs.append(Paragraph(block.lines))
    return found


def _take(found: EndNotes, block: Block, index: int, begins: dict[tuple[int, int], Label]) -> None:
    """Add the lines of a block to the notes that they begin or carry on."""
    if block.code:
        return
    if found.notes and _is_chapter_heading(block, index, begins):
        return
    current: Paragraph | None = None
    for number, line in enumerate(block.lines):
        if level_of(line.text):  # a chapter inside the notes
            current = None
            continue
        label = begins.get((index, number))
        if label is not None:
            current = Paragraph([line], label.length, label.number)
            found.notes.append(labelled(str(label.number), current))
        elif current is not None:
            current.lines.append(line)
        elif found.notes:
            current = Paragraph([line])
            found.notes[-1].paragraphs.append(current)


def _is_chapter_heading(block: Block, index: int, begins: dict[tuple[int, int], Label]) -> bool:
    """A short line before a note 1: "Chapter 2"."""
    following = begins.get((index + 1, 0))
    text = block.lines[0].text.strip()
    return (
        len(block.lines) == 1
        and following is not None
        and following.number == 1
        and len(text) < 100
        and text[-1] not in ".;,"
    )


def _goes_on(note: Collected, block: Block) -> bool:
    """Whether *block*, after the last number, is still text of the last note."""
    if block.code or level_of(block.lines[0].text):
        return False
    if block.lines[0].indent >= 2:
        return True
    text = " ".join(paragraph.text for paragraph in note.paragraphs[-2:])
    place = Place(True, False, False, False, False, False, False)
    return belongs(text, block.text, False, place, ENOUGH - 1) and ends_open(text)


def _without_running_heads(blocks: Sequence[Block]) -> list[Block]:
    """*blocks* without the short lines that every page repeats."""

    def key(block: Block) -> str | None:
        text = block.lines[0].text.strip()
        if len(block.lines) > 1 or len(text) > 80 or raised_label(text) or any(plain_labels(text)):
            bare = _DIGITS.sub("", text)
            return (
                bare
                if len(block.lines) == 1 and len(bare) > 12 and not any(c in bare for c in ".;")
                else None
            )
        return _DIGITS.sub("", text)

    keys = [key(block) for block in blocks]
    times = Counter(entry for entry in keys if entry)
    return [
        block
        for block, entry in zip(blocks, keys, strict=True)
        if entry is None or times[entry] < _FURNITURE_TIMES
    ]


def _candidates(blocks: Sequence[Block]) -> dict[str, list[_Candidate]]:
    """The lines that may begin a note, by the form of their number."""
    forms: dict[str, list[_Candidate]] = {}
    for index, block in enumerate(blocks):
        if block.code:
            continue
        for number, line in enumerate(block.lines):
            for label in _labels(line):
                forms.setdefault(label.form, []).append(_Candidate(index, number, label))
    return forms


def _labels(line: Line) -> Iterable[Label]:
    raised = raised_label(line.text)
    return (raised,) if raised is not None else plain_labels(line.text)


def _best_row(forms: dict[str, list[_Candidate]]) -> list[_Candidate]:
    """The longest row of numbers that count upwards; "12 Smith" only where no other form does."""
    rows = {form: row_of(candidates) for form, candidates in forms.items()}
    marked = [row for form, row in rows.items() if form != "bare"]
    best = max(marked, key=len, default=[])
    bare = rows.get("bare", [])
    return bare if len(best) < 2 and len(bare) > 2 else best


def row_of(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates that count upwards one by one, with few gaps, repeats, and new beginnings at 1."""
    row: list[_Candidate] = []
    last: int | None = None
    numbers = [candidate.label.number for candidate in candidates]
    for index, candidate in enumerate(candidates):
        number, ahead = numbers[index], numbers[index + 1 : index + 4]
        if last is None:
            # What follows the heading at once is a note; notes of an excerpt begin later and leave gaps.
            at_once = index == 0 and candidate.block == 0 and candidate.line == 0
            fits = number == 1 or number + 1 in ahead or (number <= 3 and not ahead) or at_once
        elif number == last + 1:
            # A wrapped line may begin with the next number by chance; then the true one follows it.
            fits = candidate.line == 0 or not (number in ahead[:1] and number + 1 not in ahead[:1])
        elif number == last:
            fits = candidate.line == 0 or number + 1 in ahead
        elif number == 1:
            fits = not ahead or 2 in ahead or 1 in ahead
        else:
            fits = (
                last < number <= last + _FARTHEST_STEP
                and (not ahead or max(ahead[:2]) > number)
                and last + 1 not in ahead
            )
        if fits:
            row.append(candidate)
            last = number
    return row


def marks_for(body: Sequence[Block], source: str, numbers: frozenset[int]) -> list[Mark]:
    """The places in *body* that call the notes with *numbers*.

    Raised numbers go first, then the bracketed or attached form that at least half of the notes have.
    """
    raised = [call for block in body for call in raised_calls(source, block.start, block.end)]
    if len({call.number for call in raised} & numbers) * 2 >= len(numbers):
        return [
            Mark(str(call.number), call.span)
            for call in raised
            if call.form == "raised" or call.number in numbers
        ]
    for form in ("bracket", "paren", "attached"):
        calls = ascending(
            call for block in body for call in plain_calls(source, form, block.start, block.end)
        )
        calls = [call for call in calls if call.number in numbers]
        if len(calls) * 2 >= len(numbers):
            return [Mark(str(call.number), call.span) for call in calls]
    return [Mark(str(call.number), call.span) for call in raised if call.number in numbers]


def ascending(calls: Iterable[Call]) -> list[Call]:
    """The calls that count upwards from 1, leaving out years and points of arguments between them."""
    row: list[Call] = []
    last = 0
    for call in calls:
        if last < call.number <= last + 3:
            row.append(call)
            last = call.number
    return row
