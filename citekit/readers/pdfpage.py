"""The lines of a PDF page: characters with their places, put together by baseline.

pdfium gives characters in the order in which the page draws them, each with its origin, its box and the
text object it belongs to.  A raised, smaller character belongs to the line whose baseline lies a little
below its own; that is how a superscript is drawn (PDF 32000-1, 9.3.7 text rise, or simply another origin).
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from citekit.readers.rich import Run

_ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
_ITALIC_NAMES = (
    "italic",
    "oblique",
    "slanted",
    "kursiv",
    "-it",
    "ital",
    "cmti",
    "cmsl",
    "lmri",
    "lmromanslant",
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_LINE_ENDS = frozenset({0, 10, 13})
_SPACES = frozenset({9, 32, 0xA0, 0x3000})
_LINE_END_HYPHENS = frozenset({2, 0xFFFE})  # what pdfium gives for a hyphen that ends a line
_RAISED_SIZE = 0.86  # a superscript is smaller than its line, commonly 0.58 to 0.75 of it
_SAME_LINE = 0.18  # of the size: baselines that differ less are one
_HIGHEST_RISE = 0.7
_WIDEST_GAP = 2.2  # of the size: a wider gap parts columns
_SHORTEST_RULE = 0.06  # of the width of the page: a shorter one does not part notes from text
_MOST_CHARACTERS = 200_000  # of one page; a printed page has 2,000 to 6,000


_Rule = tuple[float, float, float]  # x0, x1, y


@dataclass(slots=True)
class Glyph:
    """A character with the space before it: its place, size and look."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    italic: bool
    raised: bool = False


@dataclass(slots=True)
class PdfLine:
    """A printed line: its extent, its baseline, the size of most of its characters."""

    x0: float
    x1: float
    y: float
    size: float
    runs: list[Run]
    page: int

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class PdfPage:
    """A page: its measures in points, its lines in the order of drawing, its horizontal rules (x0, x1, y)."""

    number: int
    width: float
    height: float
    lines: list[PdfLine] = field(default_factory=list)
    rules: list[_Rule] = field(default_factory=list)


@dataclass(slots=True)
class _Fragment:
    """Glyphs on one baseline, drawn one after the other."""

    glyphs: list[Glyph]
    y: float
    size: float

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return self.glyphs[-1].x1


def page_of(page: Any, number: int) -> PdfPage:
    """The text and rules of a pdfium page."""
    width, height = page.get_size()
    found = PdfPage(number, width, height)
    fragments = _joined(list(_fragments(_glyphs(page))))
    found.lines = [_line(fragment, number) for fragment in fragments]
    if found.lines:
        rules = list(_rules(page))
        dashes = {dash for line in found.lines if (dash := _drawn_dash(line, rules))}
        shortest = _SHORTEST_RULE * width
        found.rules = [rule for rule in rules if rule not in dashes and rule[1] - rule[0] >= shortest]
    return found


def _drawn_dash(line: PdfLine, rules: list[_Rule]) -> _Rule | None:
    """Write the dash that *line* begins with where it is drawn as a rule, not printed as a sign; that rule.

    TeX draws so the dash that stands for the names of the entry before (Chicago 18, 13.72).
    """
    if not line.runs[0].text.startswith((".", ",")):
        return None
    for rule in rules:
        left, right, y = rule
        length, above = (right - left) / line.size, (y - line.y) / line.size
        if 1.5 <= length <= 6 and -0.2 <= above <= 0.5 and abs(line.x0 - right) <= 0.3 * line.size:
            line.runs[0] = replace(line.runs[0], text=f"———{line.runs[0].text}")
            line.x0 = left
            return rule
    return None


def _is_ideograph(text: str) -> bool:
    return "\u2e80" <= text <= "\u9fff" and text not in "、。〈〉《》「」『』【】〔〕"


def _is_glue(word: str, after: str) -> bool:
    """Whether a gap is what Chinese typesetting puts beside digits and brackets.

    *word* is the word before it, or the sign or ideograph before it.
    After "№00601" stands a space that was typed, after "1950" none.
    """
    before = word[-1:]
    if _is_ideograph(before):
        return _is_ideograph(after) or after.isdigit() or after in "([)]"
    return _is_ideograph(after) and (word.isdigit() or before in "([)]")


class _Spacing:
    """Tells, character by character, whether the gap before it is a space that was typed."""

    def __init__(self) -> None:
        self._before, self._before_wide = "", False
        self._word, self._word_open = "", False

    def is_typed(self, text: str, wide: bool, gap: bool, generated: bool) -> bool:
        """Whether a space stands before *text*.

        *wide*: the character is as wide as an ideograph.  *gap*: the page shows a space, which pdfium
        made out of a distance (*generated*) or which is a character of its own.
        """
        possessive = self._before == "’" and self._before_wide and text.islower()
        if generated and (possessive or _is_glue(self._word, text)):
            gap = False
        elif self._shows_space_inside(text, wide):
            gap = True
        in_word = text in "№." or (text.isalnum() and not _is_ideograph(text))
        self._word = self._word + text if in_word and self._word_open and not gap else text
        self._before, self._before_wide, self._word_open = text, wide, in_word
        return gap

    def _shows_space_inside(self, text: str, wide: bool) -> bool:
        """Whether a quotation mark as wide as an ideograph shows the space typed between it and a letter."""
        if text in "“‘" and wide:
            return self._before.isascii() and (self._before.isalnum() or self._before in ".,;:)")
        return self._before == "”" and self._before_wide and text.isascii() and text.isalnum()


def _glyphs(page: Any) -> Iterator[Glyph]:
    """The characters of a page in the order of drawing."""
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    textpage = page.get_textpage()
    try:
        handle = textpage.raw
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        looks: dict[int, tuple[bool, float]] = {}
        spacing = _Spacing()
        gap = generated = False
        for index in range(min(textpage.count_chars(), _MOST_CHARACTERS)):
            code = raw.FPDFText_GetUnicode(handle, index)
            if code in _LINE_ENDS:
                continue
            if code in _SPACES:
                generated = bool(raw.FPDFText_IsGenerated(handle, index)) and (generated or not gap)
                gap = True
                continue
            raw.FPDFText_GetCharOrigin(handle, index, x, y)
            raw.FPDFText_GetLooseCharBox(handle, index, box)
            text = "-" if code in _LINE_END_HYPHENS else chr(code)
            italic, size = _look(raw, handle, index, looks)
            if spacing.is_typed(text, box.right - box.left > 0.9 * size, gap, generated):
                text = f" {text}"
            text = text.translate(_LIGATURES)
            yield Glyph(text, box.left, max(box.right, box.left), y.value, size, italic)
            gap = generated = False
    finally:
        textpage.close()


def _look(raw: Any, handle: Any, index: int, looks: dict[int, tuple[bool, float]]) -> tuple[bool, float]:
    """Whether the character at *index* is italic, and its size in points; kept for its whole text object."""
    text_object = raw.FPDFText_GetTextObject(handle, index)
    if not text_object:
        return False, float(raw.FPDFText_GetFontSize(handle, index))
    key = ctypes.addressof(text_object.contents)
    known = looks.get(key)
    if known is None:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(handle, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        known = _is_italic(raw, text_object), float(raw.FPDFText_GetFontSize(handle, index)) * scale
        looks[key] = known
    return known


def _is_italic(raw: Any, text_object: Any) -> bool:
    """Whether the font of a text object is italic: by its descriptor, else by its name."""
    font = raw.FPDFTextObj_GetFont(text_object)
    if not font:
        return False
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("latin-1").lower()
    angle = ctypes.c_int()
    raw.FPDFFont_GetItalicAngle(font, angle)
    return (
        bool(raw.FPDFFont_GetFlags(font) & _ITALIC_FLAG)
        or angle.value < 0
        or any(part in name for part in _ITALIC_NAMES)
        or name.endswith("it")
    )


def _fragments(glyphs: Iterator[Glyph]) -> Iterator[_Fragment]:
    """Glyphs that follow each other on one line, superscripts with the line they rise from."""
    current: _Fragment | None = None
    for glyph in glyphs:
        if current is None:
            current = _Fragment([glyph], glyph.y, glyph.size)
            continue
        size = max(current.size, glyph.size, 1.0)
        rise = glyph.y - current.y
        follows = -0.6 * size <= glyph.x0 - current.x1 <= _WIDEST_GAP * size
        if follows and abs(rise) <= _SAME_LINE * size and not _steps_down(current, glyph):
            current.size = max(current.size, glyph.size) if len(current.glyphs) < 3 else current.size
        elif follows and 0 < rise <= _HIGHEST_RISE * size and glyph.size <= _RAISED_SIZE * current.size:
            glyph.raised = True
        elif follows and _steps_down(current, glyph):
            # A line that begins with a superscript: the number of a note.
            for other in current.glyphs:
                other.raised = True
            current.y, current.size = glyph.y, glyph.size
        elif follows and -0.4 * size <= rise < 0 and glyph.size <= _RAISED_SIZE * current.size:
            pass  # a subscript
        else:
            yield current
            current = _Fragment([glyph], glyph.y, glyph.size)
            continue
        current.glyphs.append(glyph)
    if current is not None:
        yield current


def _steps_down(current: _Fragment, glyph: Glyph) -> bool:
    """Whether all of *current* is raised and small compared with *glyph*."""
    return (
        len(current.glyphs) <= 4
        and current.size <= _RAISED_SIZE * glyph.size
        and 0.05 * glyph.size < current.y - glyph.y <= _HIGHEST_RISE * glyph.size
    )


def _joined(fragments: list[_Fragment]) -> list[_Fragment]:
    """Fragments of one line joined: words drawn apart, and superscripts drawn before or after their line."""
    done: list[_Fragment] = []
    for fragment in fragments:
        for other in reversed(done[-6:]):
            if _joins(other, fragment):
                _take_in(other, fragment)
                break
        else:
            done.append(fragment)
    return done


def _joins(line: _Fragment, other: _Fragment) -> bool:
    size = max(line.size, other.size)
    rise = other.y - line.y
    small = len(other.glyphs) <= 4 and other.size <= _RAISED_SIZE * line.size
    raised = small and 0.05 * size < rise <= _HIGHEST_RISE * line.size
    hanging = _WIDEST_GAP if raised else 0.8  # the number of a note may hang to the left of it
    if other.x0 > line.x1 + 0.8 * size or other.x1 < line.x0 - hanging * size:
        return False
    return raised or abs(rise) <= _SAME_LINE * size


def _take_in(line: _Fragment, other: _Fragment) -> None:
    """Put the glyphs of *other* into *line* at their places."""
    if other.y - line.y > _SAME_LINE * line.size:
        for glyph in other.glyphs:
            glyph.raised = True
    line.glyphs = sorted([*line.glyphs, *other.glyphs], key=lambda glyph: glyph.x0)
    for before, glyph in zip(line.glyphs, line.glyphs[1:], strict=False):
        if glyph.x0 - before.x1 > 0.17 * line.size and not glyph.text.startswith(" "):
            glyph.text = f" {glyph.text}"


def _line(fragment: _Fragment, number: int) -> PdfLine:
    runs: list[Run] = []
    for glyph in fragment.glyphs:
        last = runs[-1] if runs else None
        if last is not None and (last.italic, last.raised) == (glyph.italic, glyph.raised):
            runs[-1] = Run(last.text + glyph.text, glyph.italic, glyph.raised)
        else:
            runs.append(
                Run(glyph.text if last is not None else glyph.text.lstrip(), glyph.italic, glyph.raised)
            )
    return PdfLine(fragment.x0, fragment.x1, fragment.y, fragment.size, _joined_slants(runs), number)


def _joined_slants(runs: list[Run]) -> list[Run]:
    """*runs* with the dash or apostrophe inside an italic title made italic: it came from another font."""
    joined: list[Run] = []
    for index, run in enumerate(runs):
        following = runs[index + 1] if index + 1 < len(runs) else None
        last = joined[-1] if joined else None
        inside = (
            last is not None and last.italic and (run.italic or (following is not None and following.italic))
        )
        if (
            last is not None
            and inside
            and (run.text in "–—-’'" or (run.italic and last.text[-1:] in "–—-’'"))
        ):
            joined[-1] = Run(last.text + run.text, italic=True)
        else:
            joined.append(run)
    return joined


def _rules(page: Any) -> Iterator[_Rule]:
    """The horizontal rules of a page."""
    import pypdfium2.raw as raw

    for index, shape in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2)):
        if index > 2000:  # a drawing, not rules
            return
        left, bottom, right, top = shape.get_bounds()
        if top - bottom <= 3 and right - left >= 6:
            yield left, right, (top + bottom) / 2
