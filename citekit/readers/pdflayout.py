"""The parts of a PDF page: columns, heads and page numbers, the area of the notes at the foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from citekit.readers.pdfpage import PdfLine, PdfPage

_PAGE_NUMBER = re.compile(
    r"[\s\-–—·.|\[\]•]*(?:(?:page|стр\.?|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7}|第\s*\d+\s*页)(?:\s*(?:of|/|из)\s*\d{1,4})?[\s\-–—·.|\[\]•]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.14  # of the height: where heads and page numbers stand
_FEWEST_REPEATS = 3
_FEWEST_LINES = 5  # of a column
_NOTE_SIZE = 0.94  # notes are set smaller than the text, commonly 0.8 to 0.9 of it


@dataclass(slots=True)
class Frame:
    """A column of a page (or the whole page), cut into body lines and the lines of the note area, from
    top to foot.

    ``by_rule``: a rule parts the two.
    """

    body: list[PdfLine] = field(default_factory=list)
    notes: list[PdfLine] = field(default_factory=list)
    by_rule: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document: the size of its text, and the distance of its lines."""

    size: float
    leading: float
    two_columns: bool = False


def measures_of(pages: Sequence[PdfPage]) -> Measures:
    """The size that most characters have, and the usual distance between two lines of that size."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 4) / 4] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    gaps = [
        above.y - below.y
        for page in pages[:400]
        for above, below in zip(page.lines, page.lines[1:], strict=False)
        if abs(above.size - size) < 0.6 and abs(below.size - size) < 0.6 and 0 < above.y - below.y < 4 * size
    ]
    in_two = sum(len(_columns(page, _FEWEST_LINES)) > 1 for page in pages)
    return Measures(size, median(gaps) if gaps else 1.25 * size, in_two * 2 > len(pages))


def drop_furniture(pages: Sequence[PdfPage], measures: Measures) -> None:
    """Take running heads and page numbers away."""
    edges = [_edges(page, measures) for page in pages]
    times: Counter[tuple[str, int]] = Counter()
    for lines in edges:
        times.update({_key(line) for line in lines})
    for page, lines in zip(pages, edges, strict=True):
        dropped = {
            id(line)
            for line in lines
            if _PAGE_NUMBER.fullmatch(line.text.strip()) or times[_key(line)] >= _FEWEST_REPEATS
        }
        if dropped:
            page.lines = [line for line in page.lines if id(line) not in dropped]


def _key(line: PdfLine) -> tuple[str, int]:
    """Lines with the same words at the same height are one running head."""
    return _DIGITS.sub("#", line.text.strip()).casefold(), round(line.y / 8)


def _edges(page: PdfPage, measures: Measures) -> list[PdfLine]:
    """The lines in the upper and lower margin that may be furniture: a gap parts them from the text."""
    lines = sorted(page.lines, key=lambda line: -line.y)
    upper, lower = page.height * (1 - _MARGIN), page.height * _MARGIN
    head = [line for line in lines[:4] if line.y > upper]
    foot = [line for line in lines[-4:] if line.y < lower]
    spacing = max(1.45, 1.15 * measures.leading / measures.size)
    return [*_apart(head, lines, spacing), *_apart(foot[::-1], lines[::-1], spacing)]


def _apart(edge: Sequence[PdfLine], lines: Sequence[PdfLine], spacing: float) -> list[PdfLine]:
    """Those *edge* lines that a gap parts from the following ones (*lines*, from the edge inwards).

    A gap is a distance of more than *spacing* times the size.
    """
    found: list[PdfLine] = []
    for index, line in enumerate(edge):
        if line.runs[0].raised and line.runs[0].text.strip().isdigit():  # a note of one line
            break
        near = 0.3 * line.size
        following = next((other for other in lines[index + 1 :] if abs(other.y - line.y) > near), None)
        gap = 1e9 if following is None else abs(following.y - line.y)
        apart = gap > spacing * max(line.size, following.size if following else 0)
        # A number set like the text and close to it is the last word of an entry ("Press, / 2002").
        other_size = following is not None and abs(following.size - line.size) > 0.08 * line.size
        if apart or (other_size and _PAGE_NUMBER.fullmatch(line.text.strip())):
            found.append(line)
        elif following is not None and abs(following.y - edge[0].y) > 2.5 * line.size:
            break
    return found


def frames_of(page: PdfPage, measures: Measures) -> list[Frame]:
    """The columns of a page in reading order, each cut into body and notes."""
    frames: list[Frame] = []
    # The last page of a document in two columns may have but a few lines in the right one.
    for lines in _columns(page, 1 if measures.two_columns else _FEWEST_LINES):
        frame = Frame(lines)
        _cut_notes(frame, page, measures)
        frames.append(frame)
    return frames


def _columns(page: PdfPage, fewest: int) -> list[list[PdfLine]]:
    """The lines of each column from top to foot, lines across both before and after them."""
    lines = sorted(page.lines, key=lambda line: (-line.y, line.x0))
    if not lines:
        return []
    left_edge, right_edge = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middle = (left_edge + right_edge) / 2
    across = [line for line in lines if line.x0 < middle - 12 and line.x1 > middle + 12]
    left = [line for line in lines if line.x1 <= middle + 12 and line.x0 < middle - 12]
    right = [line for line in lines if line.x0 >= middle - 12]
    if len(left) < fewest or len(right) < fewest or len(across) * 3 > len(lines):
        return [lines]
    top = max(left[0].y, right[0].y)
    head = [line for line in across if line.y > top]
    foot = [line for line in across if line.y <= top]
    return [column for column in (head, left, right, foot) if column]


def _cut_notes(frame: Frame, page: PdfPage, measures: Measures) -> None:
    """Move the lines of the note area from the body of *frame* to its notes."""
    lines = frame.body
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    largest = measures.size * 1.03
    for x0, x1, y in sorted(page.rules, key=lambda rule: rule[2]):
        below = [line for line in lines if line.y < y]
        if (
            not below
            or not left - measures.size <= x0 <= left + 3 * measures.size
            or x1 > right + measures.size
        ):
            continue
        # Text hangs over a rule that underlines it or belongs to a table; notes are no larger than the text.
        if y - below[0].y < 2.5 * measures.size and all(line.size <= largest for line in below):
            frame.by_rule = True
            frame.notes = below
            frame.body = [line for line in lines if line.y >= y]
    if frame.by_rule:
        return
    start = len(lines)
    while start and lines[start - 1].size <= _NOTE_SIZE * measures.size:
        start -= 1
    frame.body, frame.notes = lines[:start], lines[start:]
