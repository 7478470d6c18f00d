"""The lines and blocks of a plain text, each with its place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.model import Span

_LINE = re.compile(r"[^\r\n\f\x0b\x85\u2028\u2029]*")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x85\u2028\u2029]|\f")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_PAGE_NUMBER = re.compile(r"[\s\-–—·.|\[\]]*(?:\d{1,4}|[ivxlcIVXLC]{1,7})[\s\-–—·.|\[\]]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end: its place and its number, counted from 1."""

    text: str
    start: int
    number: int

    @property
    def end(self) -> int:
        """The place after the last character."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """Columns of white space before the text; a tab reaches to the next multiple of four."""
        column = 0
        for char in self.text:
            if char == " ":
                column += 1
            elif char == "\t":
                column += 4 - column % 4
            elif char == "\u3000":
                column += 2
            else:
                break
        return column

    @property
    def span(self) -> Span:
        """The place of the line in the source."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class Block:
    """Lines between blank lines (or page breaks)."""

    lines: list[Line] = field(default_factory=list)
    code: bool = False
    after_page_break: bool = False

    @property
    def start(self) -> int:
        """The place of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """The place after the last character."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """The block as it stands, lines joined by line feeds."""
        return "\n".join(line.text for line in self.lines)

    @property
    def is_page_number(self) -> bool:
        """Whether nothing but the number of a page stands here."""
        return len(self.lines) == 1 and _PAGE_NUMBER.fullmatch(self.lines[0].text) is not None


def lines_of(source: str) -> list[Line]:
    """The lines of *source*, whatever ends them; a form feed gives an empty line that ends a page."""
    lines: list[Line] = []
    position = 0
    while position <= len(source):
        match = _LINE.match(source, position)
        text = match.group() if match else ""
        lines.append(Line(text, position, len(lines) + 1))
        position += len(text)
        end = _BREAK.match(source, position)
        if end is None:
            break
        position = end.end()
    return lines


def blocks_of(source: str, *, markdown: bool) -> list[Block]:
    """The blocks of *source*; in Markdown a fenced block of code is one block whatever it contains."""
    blocks: list[Block] = []
    current = Block()
    fence = ""
    for line in lines_of(source):
        opening = _FENCE.match(line.text) if markdown else None
        if fence:
            current.lines.append(line)
            if opening and opening.group(1).startswith(fence) and not line.text.strip("`~ \t"):
                blocks.append(current)
                current, fence = Block(), ""
            continue
        if opening:
            if current.lines:
                blocks.append(current)
            current, fence = Block([line], code=True), opening.group(1)
            continue
        if line.text.strip():
            current.lines.append(line)
            continue
        if current.lines:
            blocks.append(current)
            current = Block()
        if source[line.end : line.end + 1] == "\f":
            current.after_page_break = True
    if current.lines:
        blocks.append(current)
    return blocks
