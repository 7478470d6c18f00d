"""Documents with mark-up (Word, OpenDocument, HTML): paragraphs of runs, and the Document they make.

A reader of such a format hands over its paragraphs and its notes.  The body becomes Markdown (so that
``Document.source`` can be read, searched and shown), in which ``[^n]`` stands for the call of a note.
Where the format has no notes of its own, the notes that the writer typed by hand are looked for in that
Markdown, as in any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from citekit.model import Diagnostic, Document, Mark, Note, SolvedCitation, Span
from citekit.readers import bibliography
from citekit.readers.blocks import blocks_of
from citekit.readers.headings import BIBLIOGRAPHY
from citekit.readers.inline import Inline, one_line
from citekit.readers.numbering import numbered
from citekit.readers.paragraphs import Builder
from citekit.readers.sections import parts_of
from citekit.readers.text import read_markdown

_SIGNS = re.compile(r"([\\`*_\[\]<>&~^])")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_NUMBER = re.compile(r"\s*[\[(]?(\d{1,4})[\])]?\s*")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look; ``raised`` is superscript."""

    text: str
    italic: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A place where a note is called."""

    n: str


@dataclass(frozen=True, slots=True)
class Solved:
    """A citation that a reference manager stored.

    The runs between ``start`` and ``end`` (places in the list).
    """

    start: int
    end: int
    items: tuple[tuple[dict[str, object], str | None], ...]


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its runs and calls, the depth of a heading (0: none), whether it is an item of a list.

    ``entry`` marks a paragraph that its style or a reference manager declares to be part of the bibliography.
    """

    runs: list[Run | Call] = field(default_factory=list)
    heading: int = 0
    item: str = ""
    entry: bool = False
    solved: list[Solved] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters of the paragraph."""
        return "".join(run.text for run in self.runs if isinstance(run, Run))


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of text with its italic passages and the citations that came as data."""

    text: str
    emphasis: tuple[Span, ...] = ()
    solved: tuple[SolvedCitation, ...] = ()


def passage(paragraphs: Iterable[Paragraph]) -> Passage:
    """The paragraphs of a note as one line."""
    parts: list[str] = []
    italics: list[Span] = []
    solved: list[tuple[Span, Solved]] = []
    length = 0
    for paragraph in paragraphs:
        if parts:
            parts.append(" ")
            length += 1
        places: list[int] = []
        for run in paragraph.runs:
            places.append(length)
            if isinstance(run, Run):
                if run.italic and run.text.strip():
                    if italics and italics[-1].end == length:
                        italics[-1] = Span(italics[-1].start, length + len(run.text))
                    else:
                        italics.append(Span(length, length + len(run.text)))
                parts.append(run.text)
                length += len(run.text)
        places.append(length)
        solved += [(Span(places[entry.start], places[entry.end]), entry) for entry in paragraph.solved]
    text = "".join(parts)
    read = one_line(text, italics)
    return Passage(read.text, read.emphasis, _moved(text, read, solved))


def _moved(text: str, read: Inline, solved: Sequence[tuple[Span, Solved]]) -> tuple[SolvedCitation, ...]:
    """The stored citations with their places in the one line."""
    found: list[SolvedCitation] = []
    for span, entry in solved:
        start = len(one_line(text[: span.start] + "|").text) - 1
        end = len(one_line(text[: span.end] + "|").text) - 1
        inside = read.text[start:end]
        start += len(inside) - len(inside.lstrip())
        end -= len(inside) - len(inside.rstrip())
        found += [
            SolvedCitation(Span(start, max(start, end)), item, locator) for item, locator in entry.items
        ]
    return tuple(found)


def markdown_of(paragraphs: Sequence[Paragraph]) -> tuple[str, list[Mark]]:
    """The paragraphs as Markdown, and the places in it where notes are called."""
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0

    def put(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    for paragraph in paragraphs:
        if not paragraph.runs:
            continue
        if paragraph.heading:
            put("#" * min(paragraph.heading, 6) + " ")
        elif paragraph.item:
            put(f"{paragraph.item} ")
        for run in _merged(paragraph.runs):
            if isinstance(run, Call):
                call = f"[^{run.n}]"
                marks.append(Mark(run.n, Span(length, length + len(call))))
                put(call)
            else:
                put(_escaped(run))
        put("\n\n")
    return "".join(parts), marks


def _merged(runs: Iterable[Run | Call]) -> list[Run | Call]:
    """Runs of one look joined: writing programs split them at every turn."""
    merged: list[Run | Call] = []
    for run in runs:
        last = merged[-1] if merged else None
        if (
            isinstance(run, Run)
            and isinstance(last, Run)
            and (run.italic, run.raised) == (last.italic, last.raised)
        ):
            merged[-1] = replace(last, text=last.text + run.text)
        else:
            merged.append(run)
    return merged


def _escaped(run: Run) -> str:
    text = re.sub(r"\s*\n\s*", " ", run.text)
    if run.raised:
        match = _RAISED_NUMBER.fullmatch(text)
        if match is not None:
            return match.group(1).translate(_RAISED)
    escaped = _SIGNS.sub(r"\\\1", text)
    bare = escaped.strip()
    if not run.italic or not bare:
        return escaped
    lead = escaped[: len(escaped) - len(escaped.lstrip())]
    return f"{lead}*{bare}*{escaped[len(lead) + len(bare) :]}"


def assembled(
    name: str,
    format: str,  # noqa: A002
    paragraphs: Sequence[Paragraph],
    notes: Sequence[Note],
    diagnostics: Sequence[Diagnostic] = (),
) -> Document:
    """The document that *paragraphs* and *notes* (in the order of their calls) make."""
    source, marks = markdown_of(paragraphs)
    declared = [
        _entry(index, paragraph) for index, paragraph in enumerate((p for p in paragraphs if p.entry), 1)
    ]
    if not notes:
        typed = read_markdown(source, name)
        return replace(
            typed,
            format=format,
            notes=_without_places(typed.notes),
            bibliography=tuple(declared) or _without_places(typed.bibliography),
            diagnostics=(*diagnostics, *typed.diagnostics),
        )
    named, calls, findings = numbered(notes, marks, source=name)
    entries = tuple(declared) or _without_places(_bibliography(source))
    return Document(name, format, named, entries, source, calls, (*diagnostics, *findings))


def _entry(index: int, paragraph: Paragraph) -> Note:
    read = passage([paragraph])
    return Note(f"B{index}", read.text, read.emphasis, solved=read.solved)


def _bibliography(source: str) -> tuple[Note, ...]:
    sections = parts_of(blocks_of(source, markdown=True)).of(BIBLIOGRAPHY)
    builder = Builder(source, markdown=True)
    listed = bibliography.entries([block for section in sections for block in section.blocks])
    return tuple(builder.note(entry) for entry in listed)


def _without_places(notes: Iterable[Note]) -> tuple[Note, ...]:
    """*notes* without places in the source text, which a packaged document does not have."""
    return tuple(replace(note, pieces=(), label=None, line=None) for note in notes)
