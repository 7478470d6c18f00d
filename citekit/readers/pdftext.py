"""Paragraphs out of printed lines: gaps, indentation and line ends say where one ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from citekit.readers.continuation import leans_on
from citekit.readers.headings import kind_of
from citekit.readers.joining import Joiner
from citekit.readers.paragraphs import ends_open, open_signs, starts_inside_sentence
from citekit.readers.pdflayout import Measures
from citekit.readers.pdfpage import PdfLine
from citekit.readers.rich import Call, Paragraph, Run

_BULLET = re.compile(r"^[•◦▪‣·–—*-]\s+")
_NUMBERS = re.compile(r"\d{1,4}")
_CIRCLED = re.compile(r"[①-⑳]")
# TeX prints a straight quotation mark as a closing one, also where it opens: ”Title”.
_CLOSING_AS_OPENING = re.compile(r"(?<![\w”.,;:!?])”(?=[^\s”])([^“”]*)”")
_GAP = 1.3  # of the usual distance of lines: more begins a paragraph
_HEADING_SIZE = 1.12
_IDEOGRAPH = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")


def joined_runs(lines: Iterable[Sequence[Run]], joiner: Joiner) -> Iterable[Run]:
    """The runs of several lines as one row, hyphenated words put together."""
    row: list[Run] = []
    for runs in lines:
        if row and runs:
            left, gap = joiner.seam(
                row[-1].text.rstrip() or row[-1].text, runs[0].text.lstrip() or runs[0].text
            )
            row[-1] = replace(row[-1], text=left + gap)
        row.extend(runs)
    return row


def typed_quotes(text: str) -> str:
    """*text* with the straight quotation marks that TeX printed as ”...” put back one for one."""
    return _CLOSING_AS_OPENING.sub(r'"\1"', text) if "”" in text else text


def body_paragraphs(
    frames: Sequence[Sequence[PdfLine]],
    measures: Measures,
    joiner: Joiner,
    numbers: frozenset[str],
    *,
    circled: bool,
) -> list[Paragraph]:
    """The paragraphs of the body; raised numbers among *numbers* are calls of notes.

    *circled*: the notes have circled numbers (①), which call them whether they are raised or not.
    """
    groups: list[list[PdfLine]] = []
    for lines in frames:
        begun = len(groups)
        for block in _blocks(lines, measures):
            groups.extend(_by_indentation(block, measures))
        if begun and lines and len(groups) > begun and _carries_on(groups[begun - 1], groups[begun]):
            groups[begun - 1] += groups.pop(begun)
    return [_paragraph(lines, measures, joiner, numbers, circled) for lines in groups]


def _same_print(one: PdfLine, other: PdfLine) -> bool:
    """Whether two lines are set in one size, as far as that can be told.

    The size of a line is that of its first letters.  Latin type is set smaller than the Chinese of the same
    line where its own is the wider one (fontspec and CSS scale it), so that a line that begins with an
    ideograph seems to be larger than its neighbours.
    """
    scripts_differ = bool(_IDEOGRAPH.match(one.text)) != bool(_IDEOGRAPH.match(other.text))
    return abs(one.size - other.size) <= (0.2 if scripts_differ else 0.08) * one.size


def _carries_on(before: Sequence[PdfLine], after: Sequence[PdfLine]) -> bool:
    """Whether a page or column ends inside a paragraph."""
    last, first = before[-1], after[0]
    if not _same_print(last, first) or _BULLET.match(first.text):
        return False
    text = " ".join(line.text for line in before[-6:])
    if kind_of(text) is not None:  # a heading at the foot of a page
        return False
    if (
        last.text.endswith("-")
        or leans_on(text)
        or (open_signs(text) > 0 and open_signs(" ".join(line.text for line in after)) < 0)
    ):
        return True
    full = last.x1 >= max(line.x1 for line in before) - 1.5 * last.size and len(before) > 1
    return ends_open(text) and (starts_inside_sentence(first.text.lstrip("”")) or full)


def _blocks(lines: Sequence[PdfLine], measures: Measures) -> list[list[PdfLine]]:
    """Lines parted by a gap, by another size, or by a bullet."""
    blocks: list[list[PdfLine]] = []
    for line in lines:
        last = blocks[-1][-1] if blocks else None
        if last is not None and line.size <= 0.86 * measures.size and _NUMBERS.fullmatch(line.text.strip()):
            # A raised number that the line break parted from its word.
            blocks[-1].append(
                replace(line, size=last.size, runs=[replace(run, raised=True) for run in line.runs])
            )
            continue
        leading = measures.leading * line.size / measures.size
        if (
            last is not None
            and 0 <= last.y - line.y <= max(_GAP * leading, 1.15 * line.size)
            and _same_print(line, last)
            and not _begins_item(line, blocks[-1])
        ):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _begins_item(line: PdfLine, before: Sequence[PdfLine]) -> bool:
    """Whether a bullet begins *line*; a dash inside a quotation or bracket is the dash of a sentence."""
    bullet = _BULLET.match(line.text)
    if bullet is None:
        return False
    text = " ".join(other.text for other in before).replace("’", "")  # apostrophes close nothing
    return bullet[0][0] not in "–—-" or open_signs(text) <= 0


def _by_indentation(block: list[PdfLine], measures: Measures) -> list[list[PdfLine]]:
    """The paragraphs of a block whose lines are not all flush.

    Hanging ones, or ones with an indented first line.
    """
    margin = min(line.x0 for line in block)
    right = max(line.x1 for line in block)
    step = 0.8 * measures.size
    indented = [line.x0 > margin + step for line in block]
    if len(block) < 2 or not any(indented) or all(indented[1:]) or _BULLET.match(block[0].text):
        return [block]
    # Before an indented line stands a full one in hanging paragraphs, and mostly a short one (the last of its
    # paragraph) where first lines are indented.
    turns = [index for index in range(1, len(block)) if indented[index] and not indented[index - 1]]
    full = sum(block[index - 1].x1 > right - 6 * measures.size for index in turns)
    hanging = bool(turns) and full * 2 > len(turns) and sum(indented) * 3 >= len(block)
    groups: list[list[PdfLine]] = []
    for line, is_indented in zip(block, indented, strict=True):
        if not groups or is_indented != hanging:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _paragraph(
    lines: Sequence[PdfLine], measures: Measures, joiner: Joiner, numbers: frozenset[str], circled: bool
) -> Paragraph:
    row = list(joined_runs([line.runs for line in lines], joiner))
    text = "".join(run.text for run in row)
    bullet = _BULLET.match(text)
    if bullet is not None and row and len(row[0].text) >= bullet.end():
        row[0] = replace(row[0], text=row[0].text[bullet.end() :])
    large = lines[0].size >= _HEADING_SIZE * measures.size and len(text) < 200
    paragraph = Paragraph(heading=2 if large else 0, item="-" if bullet is not None else "")
    for run in row:
        if run.raised:
            paragraph.runs += _with_calls(run, numbers, _NUMBERS)
        elif circled and _CIRCLED.search(run.text):
            paragraph.runs += _with_calls(run, numbers, _CIRCLED)
        else:
            paragraph.runs.append(run)
    return paragraph


def _with_calls(run: Run, numbers: frozenset[str], form: re.Pattern[str]) -> list[Run | Call]:
    """A run whose numbers of a *form* are taken as calls where notes have them."""
    parts: list[Run | Call] = []
    end = 0
    for match in form.finditer(run.text):
        n = match.group() if match.group().isascii() else str(ord(match.group()) - ord("①") + 1)
        if n in numbers:
            if match.start() > end:
                parts.append(replace(run, text=run.text[end : match.start()]))
            parts.append(Call(n))
            end = match.end()
    if end < len(run.text):
        parts.append(replace(run, text=run.text[end:]))
    return parts
