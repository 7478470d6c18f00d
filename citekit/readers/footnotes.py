"""Markdown footnotes: ``[^n]`` with its definition, and ``^[...]`` inside the paragraph.

The rules are those of pandoc's manual ("Footnotes"), which GitHub and most converters follow: a
definition goes on through lazy lines to the end of its block, and through every later block whose first
line is indented.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.model import Diagnostic, Mark, Span
from citekit.readers.blocks import Block, Line, lines_of
from citekit.readers.paragraphs import Collected, Paragraph, labelled

_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*")
_TOKEN = re.compile(r"\\.|(`+)|\^\[|\[\^([^\]\s\[]{1,100})\]|\[|\]")
_INDENT = 2  # pandoc asks for four columns; two and three are a common slip that means the same


@dataclass(slots=True)
class _Call:
    """A call in the body; an inline note brings its paragraph with it."""

    key: str
    span: Span
    inline: Paragraph | None = None


@dataclass(slots=True)
class FootNotes:
    """The notes in the order of their calls, and the blocks that are no definitions."""

    notes: list[Collected] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def find(blocks: Sequence[Block], source: str, name: str) -> FootNotes:
    """The footnotes of a Markdown document; ``notes`` is empty where it has none of this kind."""
    found = FootNotes()
    definitions = _definitions(blocks, found, name)
    calls = [
        call for block in found.body if not block.code for call in _calls(source, block.start, block.end)
    ]
    for call in calls:
        if call.inline is not None:
            definitions[call.key] = Collected("", [call.inline], None, call.inline.lines[0].number)
    # A definition may itself call notes.
    inner = [
        call
        for note in list(definitions.values())
        if note.label is not None
        for paragraph in note.paragraphs
        for call in _calls(source, paragraph.span.start, paragraph.span.end)
        if call.inline is None
    ]
    _number(definitions, calls + inner, found)
    return found


def _definitions(blocks: Sequence[Block], found: FootNotes, name: str) -> dict[str, Collected]:
    definitions: dict[str, Collected] = {}
    twice: list[tuple[str, int]] = []
    current: Collected | None = None
    for block in blocks:
        if current is not None and block.lines[0].indent >= _INDENT:
            current.paragraphs.append(Paragraph(block.lines))
            continue
        current = None
        before: Block | None = None
        for line in block.lines if not block.code else ():
            match = _DEFINITION.match(line.text)
            if match is not None:
                current = labelled(match.group(1), Paragraph([line], match.end()))
                if match.group(1) in definitions:
                    twice.append((match.group(1), line.number))
                    definitions[f"{match.group(1)} {line.number}"] = current  # kept: no call reaches it
                else:
                    definitions[match.group(1)] = current
            elif current is not None:
                current.paragraphs[-1].lines.append(line)
            elif before is None:
                before = Block([line])
                found.body.append(before)
            else:
                before.lines.append(line)
        if block.code:
            found.body.append(block)
    if twice:
        found.diagnostics.append(_defined_twice(name, twice))
    return definitions


def _defined_twice(name: str, twice: Sequence[tuple[str, int]]) -> Diagnostic:
    keys = list(dict.fromkeys(f"[^{key}]" for key, _ in twice))
    more = f" and {len(keys) - 20} more" if len(keys) > 20 else ""
    return Diagnostic(
        "note-defined-twice",
        f"Defined more than once: {', '.join(keys[:20])}{more}",
        source=name,
        note=twice[0][0],
        line=twice[0][1],
        help="Give each footnote a name of its own; until then a call means the first definition.",
    )


def _calls(source: str, start: int, end: int) -> list[_Call]:
    """The calls and inline notes in ``source[start:end]``, code left out."""
    calls: list[_Call] = []
    brackets: list[int | None] = []  # the open ones: where an inline note began, None for another bracket
    inside = 0  # open inline notes
    position = start
    while match := _TOKEN.search(source, position, end):
        position = match.end()
        token = match.group()
        if match.group(1):
            close = source.find(token, position, end)
            position = close + len(token) if close >= 0 else position
        elif match.group(2):
            calls.append(_Call(match.group(2), Span(match.start(), position)))
        elif token in ("[", "^["):
            brackets.append(match.start() if token == "^[" else None)
            inside += token == "^["
        elif token == "]" and brackets:
            begin = brackets.pop()
            inside -= begin is not None
            if begin is not None and not inside:  # a note inside a note stays part of its text
                calls.append(_inline(source, begin, position))
    return sorted(calls, key=lambda call: call.span.start)


def _inline(source: str, start: int, end: int) -> _Call:
    """The note ``^[...]`` that fills ``source[start:end]``."""
    number = source.count("\n", 0, start) + 1
    lines = [
        Line(line.text, line.start + start + 2, line.number + number - 1)
        for line in lines_of(source[start + 2 : end - 1])
    ]
    return _Call(f"^{start}", Span(start, end), Paragraph(lines))


def _number(definitions: dict[str, Collected], calls: Sequence[_Call], found: FootNotes) -> None:
    """Put the notes in the order of their calls and give them numbers.

    Names that are numbers are what the writer sees and stay; other names, and inline notes, are counted
    in the order of their calls, as every converter prints them.
    """
    order = list(dict.fromkeys(call.key for call in calls if call.key in definitions))
    known = set(order)
    order += [key for key in definitions if key not in known]
    printed = all(key.isdecimal() for key in order)
    numbers = {key: key if printed else str(index) for index, key in enumerate(order, 1)}
    for key in order:
        note = definitions[key]
        note.n = numbers[key]
        found.notes.append(note)
    for call in calls:
        if call.key in numbers:
            found.marks.append(Mark(numbers[call.key], call.span))
        elif not call.key.startswith("^"):
            found.marks.append(Mark(call.key, call.span))
