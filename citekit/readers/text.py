"""Plain text and Markdown: one reader, since notes are typed into both in the same ways."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.model import Diagnostic, Document, Mark, Note
from citekit.readers import bibliography, endnotes, footnotes, pagenotes
from citekit.readers.blocks import Block, blocks_of
from citekit.readers.endnotes import ascending
from citekit.readers.headings import BIBLIOGRAPHY, NOTES
from citekit.readers.labels import Call, plain_calls
from citekit.readers.numbering import numbered
from citekit.readers.paragraphs import Builder, wraps
from citekit.readers.sections import Parts, parts_of

_FRONT_MATTER = "---"
_FEWEST_CALLS = 3  # "(1)", "(2)" may be points of an argument; three that close sentences are calls of notes


def read_markdown(source: str, name: str) -> Document:
    """The notes and bibliography of a Markdown text."""
    return _read(source, name, "markdown")


def read_plain_text(source: str, name: str) -> Document:
    """The notes and bibliography of a plain text; one with Markdown footnotes is read as Markdown."""
    is_markdown = "[^" in source and "\n[^" in source and "]:" in source
    return _read(source, name, "markdown" if is_markdown else "text")


def _read(source: str, name: str, format: str) -> Document:  # noqa: A002
    markdown = format == "markdown"
    blocks = (
        _without_front_matter(blocks_of(source, markdown=markdown))
        if markdown
        else blocks_of(source, markdown=False)
    )
    blocks = _one_line_each(blocks, source)
    builder = Builder(source, markdown=markdown)
    diagnostics: list[Diagnostic] = []
    notes: list[Note] = []
    marks: list[Mark] = []
    if markdown and ("[^" in source or "^[" in source):
        found = footnotes.find(blocks, source, name)
        diagnostics += found.diagnostics
        if found.notes or found.marks:
            notes = [builder.note(note) for note in found.notes]
            marks, blocks = found.marks, found.body
    parts = parts_of(blocks)
    if not notes:
        notes, typed_marks, more = _typed_notes(parts, source, name, builder)
        marks = typed_marks if notes or not marks else marks
        diagnostics += more
    sections = parts.of(BIBLIOGRAPHY)
    listed = bibliography.entries([block for section in sections for block in section.blocks])
    entries = tuple(builder.note(entry) for entry in listed)
    named, calls, findings = numbered(notes, marks, source=name)
    return Document(name, format, named, entries, source, calls, (*diagnostics, *findings))


def _one_line_each(blocks: list[Block], source: str) -> list[Block]:
    """*blocks*, or one for each line where the document parts its paragraphs by line ends alone."""
    lines = [line for block in blocks for line in block.lines]
    blank = source.count("\n") + 1 - len(lines)
    if blank * 10 > len(lines) or len(blocks) * 4 > len(lines) or wraps(lines):
        return blocks
    return [
        part
        for block in blocks
        for part in ([block] if block.code else [Block([line]) for line in block.lines])
    ]


def _without_front_matter(blocks: list[Block]) -> list[Block]:
    """*blocks* without the YAML that may stand at the top of a Markdown file."""
    if not blocks or blocks[0].lines[0].text.rstrip() != _FRONT_MATTER or blocks[0].lines[0].number != 1:
        return blocks
    for index, block in enumerate(blocks[:50]):
        lines = [line.text.rstrip() for line in block.lines]
        start = 1 if index == 0 else 0
        for end in (_FRONT_MATTER, "..."):
            if end in lines[start:]:
                rest = block.lines[lines.index(end, start) + 1 :]
                return ([Block(rest)] if rest else []) + blocks[index + 1 :]
    return blocks


def _typed_notes(
    parts: Parts, source: str, name: str, builder: Builder
) -> tuple[list[Note], list[Mark], list[Diagnostic]]:
    """Notes that are typed as text: in a section of their own, else with raised numbers between the body."""
    notes: list[Note] = []
    for section in parts.of(NOTES):
        found = endnotes.find(section)
        notes += [builder.note(note) for note in found.notes]
        parts.body += found.rest
    parts.body.sort(key=lambda block: block.start)
    if notes:
        numbers = frozenset(int(note.n) for note in notes)
        return notes, endnotes.marks_for(parts.body, source, numbers), []
    wrapped = wraps([line for block in parts.body for line in block.lines])
    on_pages = pagenotes.find(parts.body, source, name, wrapped=wrapped)
    if on_pages.notes:
        return [builder.note(note) for note in on_pages.notes], on_pages.marks, on_pages.diagnostics
    marks = on_pages.marks or _calls_without_notes(parts.body, source)
    return [], marks, []


def _calls_without_notes(body: Sequence[Block], source: str) -> list[Mark]:
    """Bracketed numbers that count upwards and close sentences: the calls of notes that were left out."""
    for form in ("paren", "bracket"):
        row = ascending(call for block in body for call in plain_calls(source, form, block.start, block.end))
        closing = sum(_closes(source, call) for call in row)
        if len(row) >= _FEWEST_CALLS and closing * 10 >= len(row) * 7:
            return [Mark(str(call.number), call.span) for call in row]
    return []


def _closes(source: str, call: Call) -> bool:
    after = source[call.span.end : call.span.end + 2]
    return not after.strip() or after[0] in ".,;:。，；："
