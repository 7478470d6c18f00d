"""The entries of a bibliography: list items, hanging paragraphs, one a line or one a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.readers.blocks import Block, Line
from citekit.readers.continuation import leans_on
from citekit.readers.paragraphs import (
    Collected,
    Paragraph,
    ends_open,
    labelled,
    open_signs,
    starts_inside_sentence,
)
from citekit.readers.sections import level_of

_ITEM = re.compile(
    r"""[ \t]*(?:
        (?P<bullet>[-*+•·▪‣◦])[ \t]+
      | (?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[①-⑳])[.)]?[ \t\u3000]*
      | \\?[\[〔【［(（]?(?P<number>\d{1,4})\\?[\]〕】］).、）．][.]?[ \t\u3000]*(?!\d)
    )(?=\S)""",
    re.VERBOSE,
)
_CLOSED = re.compile(r"(?:[.。!?)\]）】>]|\d|[A-Za-z]/?)[\"”’'»*_]*$")
_BEGINS_ENTRY = re.compile(r"[\W_]*(?:[^\W\d_]|\d{4})")
_BOLD_ONLY = re.compile(r"(\*\*|__)[^*_]+\1:?$")
# Words of the headings that divide a bibliography: kinds of sources and languages
# (Turabian 16.2.1, GOST 7.1, the usage of Chinese theses).
_DIVISIONS = re.compile(
    r"""\b(?:primary|secondary|archiv\w*|published|unpublished|books?|articles?|journals?|newspapers?|
      periodicals?|interviews?|documents?|dissertations?|theses|thesis|websites?|internet|online|memoirs?|
      collections?|sources|materials|literature|monographs?|chapters?|reports?|other|general|works|papers|
      manuscripts?|government|english|chinese|russian|korean|japanese)\b
      | \b(?:архив\w*|источник\w*|литератур\w*|опубликован\w*|неопубликован\w*|исследован\w*|мемуар\w*|
      стать\w*|книг\w*|периодик\w*|монографи\w*|диссертаци\w*|электронн\w*|документ\w*|газет\w*|журнал\w*|
      сборник\w*|воспоминан\w*|на\ русском|на\ английском|на\ китайском)\b
      | 档案|檔案|著作|论文|論文|专著|專著|期刊|报纸|報紙|报刊|報刊|史料|中文|英文|俄文|日文|韩文|外文
      | 网络|網路|古籍|资料|資料|回忆录|回憶錄|文集|文献|译著""",
    re.VERBOSE | re.IGNORECASE,
)


def entries(blocks: Sequence[Block], *, parted_by_pages: bool = True) -> list[Collected]:
    """The entries of the bibliography in *blocks*, numbered B1, B2 and so on.

    Headings inside the bibliography ("Primary sources") are no entries.  Where pages may part an entry
    (*parted_by_pages*) its halves are joined.
    """
    found: list[Collected] = []
    for block in blocks:
        if block.code or block.is_page_number or _divides(block):
            continue
        for number, paragraph in enumerate(_split(block)):
            if parted_by_pages and found and number == 0 and _belongs_to(found[-1], paragraph):
                found[-1].paragraphs.append(paragraph)
            else:
                found.append(labelled(f"B{len(found) + 1}", paragraph))
    return found


def is_arranged(block: Block) -> bool:
    """Whether bullets, numbers or indentation tell the entries of a block apart."""
    indents = {line.indent for line in block.lines}
    return _ITEM.match(block.lines[0].text) is not None or len(indents) > 1


def _divides(block: Block) -> bool:
    """Whether the block is a heading inside the bibliography."""
    if len(block.lines) > 1:
        return False
    text = block.lines[0].text.strip()
    if level_of(text) or _BOLD_ONLY.match(text):
        return True
    if _ITEM.match(text) and not re.match(r"\d", text):
        return False
    bare = re.sub(r"^[\dIVXivx一二三四五六七八九十]{1,4}[.、)]\s*", "", text)
    if len(bare) > 80 or re.search(r"[\d\"“”«»《》*]|://", bare) or bare.endswith("."):
        return False
    return bare.isupper() or ("," not in bare and "," not in text and _DIVISIONS.search(bare) is not None)


def _split(block: Block) -> list[Paragraph]:
    """The entries of one block."""
    lines = block.lines
    first = _ITEM.match(lines[0].text)
    if first is not None:
        return _items(lines, bulleted=first["bullet"] is not None)
    if len(lines) == 1:
        return [Paragraph(list(lines))]
    indents = [line.indent for line in lines]
    if min(indents) < max(indents):
        return _hanging(lines, indents)
    if _one_a_line(lines):
        return [Paragraph([line]) for line in lines]
    return [Paragraph(list(lines))]


def _items(lines: Sequence[Line], *, bulleted: bool) -> list[Paragraph]:
    """Entries with bullets or numbers; a line without one carries on the entry before it."""
    paragraphs: list[Paragraph] = []
    margin, last = lines[0].indent, None
    for line in lines:
        match = _ITEM.match(line.text)
        number = int(match["number"]) if match and match["number"] else None
        if match is not None and match["raised"]:
            begins = True
        elif bulleted:
            begins = match is not None and match["bullet"] is not None and line.indent <= margin + 1
        else:
            # A wrapped line may begin with a year or a page; the numbers of entries go up one by one.
            begins = number is not None and (last is None or last < number <= last + 5)
        if match is not None and begins:
            paragraphs.append(Paragraph([line], match.end()))
            last = number
        elif paragraphs:
            paragraphs[-1].lines.append(line)
    return paragraphs


def _hanging(lines: Sequence[Line], indents: Sequence[int]) -> list[Paragraph]:
    """Entries told apart by indentation: all lines but the first indented, or only the first one."""
    margin = min(indents)
    first_line_indented = indents[0] > margin
    paragraphs: list[Paragraph] = []
    for line, indent in zip(lines, indents, strict=True):
        if not paragraphs or (indent > margin) == first_line_indented:
            paragraphs.append(Paragraph([line]))
        else:
            paragraphs[-1].lines.append(line)
    return paragraphs


def _one_a_line(lines: Sequence[Line]) -> bool:
    """Whether each line is an entry: nearly all begin as one, end as one, and balance their brackets."""
    whole = sum(
        bool(_CLOSED.search(text) and _BEGINS_ENTRY.match(text))
        and not starts_inside_sentence(text)
        and open_signs(text) == 0
        and len(text) > 15
        for text in (line.text.strip() for line in lines)
    )
    closed = sum(
        line.text.rstrip().endswith((".", "。", ">")) or line.text.rstrip()[-1:].isdigit() for line in lines
    )
    return whole * 10 >= len(lines) * 8 and closed * 10 >= len(lines) * 7


def _belongs_to(entry: Collected, paragraph: Paragraph) -> bool:
    """Whether a paragraph carries on the entry before it, which a page or an annotation parted."""
    if paragraph.skip:
        return False
    if (
        paragraph.lines[0].indent >= 4
        and entry.paragraphs[0].lines[0].indent + 2 <= paragraph.lines[0].indent
    ):
        return True
    before, text = entry.paragraphs[-1].text, paragraph.text
    if not ends_open(before) and open_signs(before) <= 0:
        return False
    return (
        starts_inside_sentence(text) or leans_on(before) or (open_signs(before) > 0 and open_signs(text) < 0)
    )
