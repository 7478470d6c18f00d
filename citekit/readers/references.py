"""A bare list of references, one a line or parted by blank lines: the whole text is a bibliography."""

from __future__ import annotations

from citekit.model import Document
from citekit.readers import bibliography
from citekit.readers.blocks import Block, Line, blocks_of
from citekit.readers.headings import kind_of
from citekit.readers.paragraphs import Builder, ends_open, starts_inside_sentence


def read_references(source: str, name: str) -> Document:
    """The references that *source* lists, as the entries B1, B2 and so on."""
    blocks = [block for block in blocks_of(source, markdown=True) if not _is_heading(block)]
    builder = Builder(source, markdown=True)
    if len(blocks) == 1 and not bibliography.is_arranged(blocks[0]):
        blocks = _by_lines(blocks[0].lines)
    entries = tuple(builder.note(entry) for entry in bibliography.entries(blocks, parted_by_pages=False))
    return Document(name, "references", bibliography=entries, source=source)


def _is_heading(block: Block) -> bool:
    return len(block.lines) == 1 and kind_of(block.lines[0].text) is not None


def _by_lines(lines: list[Line]) -> list[Block]:
    """One reference a line; lines that begin inside a sentence are wrapped, a full stop ends their entry."""
    wrapped = sum(starts_inside_sentence(line.text) for line in lines) * 7 > len(lines)
    blocks: list[Block] = []
    for line in lines:
        text = blocks[-1].lines[-1].text.rstrip() if blocks else ""
        goes_on = (
            wrapped
            and blocks
            and (starts_inside_sentence(line.text) or ends_open(text) or text.endswith((",", ";")))
        )
        if goes_on:
            blocks[-1].lines.append(line)
        else:
            blocks.append(Block([line]))
    return blocks
