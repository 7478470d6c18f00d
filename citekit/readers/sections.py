"""The parts of a text that headings announce: its notes and its bibliography."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.readers.blocks import Block, Line
from citekit.readers.headings import BIBLIOGRAPHY, CLOSING, NOTES, kind_of

_ATX = re.compile(r" {0,3}(#{1,6})(?:\s|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*")
# What an entry has and a line of a table of contents has not: a year, or a sign inside it.
_ENTRY = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\w[.,:] \S|[《«“\"*：，]|://")


@dataclass(slots=True)
class Section:
    """The blocks under a heading of one ``kind`` ("notes", "bibliography") and depth (0: plain)."""

    kind: str
    level: int
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Parts:
    """A document cut at its headings: body blocks, and the sections of notes and bibliography in order."""

    body: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def of(self, kind: str) -> list[Section]:
        """The sections of one kind."""
        return [section for section in self.sections if section.kind == kind]


def level_of(line: str) -> int:
    """The depth of a Markdown heading with number signs; 0 for another line."""
    match = _ATX.match(line)
    return len(match.group(1)) if match else 0


def parts_of(blocks: Sequence[Block]) -> Parts:
    """Cut *blocks* at the headings that announce notes or a bibliography.

    A section goes on to the next heading that announces something, or to a Markdown heading of its own depth.
    A heading in a table of contents announces nothing: what follows it is no entry.
    """
    parts = Parts()
    current: Section | None = None
    for block in blocks:
        kind, rest, level = (None, block, 0) if block.code else _announced(block)
        if kind is None and current is not None and current.level and 0 < level <= current.level:
            current = None
        if kind in (NOTES, BIBLIOGRAPHY):
            current = Section(kind, level)
            parts.sections.append(current)
            if rest.lines:
                current.blocks.append(rest)
            continue
        if kind == CLOSING:
            current = None
        (parts.body if current is None else current.blocks).append(block)
    _drop_contents(parts)
    return parts


def _announced(block: Block) -> tuple[str | None, Block, int]:
    """What the first line of *block* announces, the block without it, and the depth of the heading."""
    first = block.lines[0].text
    level = level_of(first)
    kind = kind_of(first)
    rest = block.lines[1:]
    if rest and _UNDERLINE.fullmatch(rest[0].text):
        level = 1 if "=" in rest[0].text else 2
        rest = rest[1:]
    elif kind is not None and rest and not level and not _begins_list(rest[0]):
        return None, block, 0  # the first line of a paragraph that happens to be such a word
    return kind, Block(rest), level


def _begins_list(line: Line) -> bool:
    text = line.text.lstrip("\\ \t[(（［〔【*")
    return not text[:1].islower() and (text[:1].isdigit() or not text[:1].isalpha() or len(text) > 30)


def _drop_contents(parts: Parts) -> None:
    """Give sections that hold no entry back to the body: they are lines of a table of contents."""
    rivals = len(parts.of(BIBLIOGRAPHY)) > 1
    for section in parts.of(BIBLIOGRAPHY):
        lines = [line.text for block in section.blocks[:40] for line in block.lines]
        if not lines or (rivals and not any(_ENTRY.search(line) for line in lines)):
            parts.sections.remove(section)
            parts.body.extend(section.blocks)
    parts.body.sort(key=lambda block: block.start)
