"""Which paragraph after a note still belongs to it: the judgement a careful reader of printed pages makes.

A note is cut by the foot of the page, and its second half stands on the next page before the next note; or it
has a second paragraph; or body text follows it at once.  No single sign decides, so each sign that a
reader would name has a weight, and a paragraph joins its note only where the weights reach what is asked.
In doubt it stays body text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.readers.paragraphs import ends_open, open_signs, starts_inside_sentence

ENOUGH = 4

_CITES = re.compile(
    r"""\bpp?\.\s*\d | \bvols?\.\s*\d | \bno\.\s*\d | \b[Ii]bid | \bop\.\s*cit | https?://
      | \([^()]{0,80}\b(?:1[5-9]|20)\d\d[.,]?\)
      | 第\s*\d+.{0,12}页 | 页\s*\d | 同上 | 年版
      | \b[Сс]\.\s*\d | [Тт]ам\ же | \b(?:Ф|Оп|Д|Л|ф|оп|д|л)\.\s*\d | №\s*\d
      | \d\s*[-–]\s*\d+[.)]?$
      | ^(?:See|Cf|Quoted|Cited|См|Ср|Цит|参见|参阅|见)\b""",
    re.VERBOSE,
)
_LEANS_ON = re.compile(
    r"(?:[,:–—\-(\[“«《]|\b(?:and|or|of|the|in|to|by|for|from|with|a|an|eds?|trans|и|в|на|из|под|для|с|о|der|de|la))$"
)
_SAMPLE = 1500


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands between a note and the next one.

    ``first``           straight after the note
    ``before_note``     straight before the next note
    ``same_block``      no blank line parts it from the note
    ``body_open``       the body text before the note breaks off
    ``after_open_body`` the paragraph before it is body text that breaks off
    ``body_resumes``    the first body text after the next notes begins inside a sentence
    ``within_notes``    the next note was called before this one began, and nothing between them calls a note
    ``gathered``        all notes that follow were called before this one began
    """

    first: bool
    before_note: bool
    same_block: bool
    body_open: bool
    after_open_body: bool
    body_resumes: bool
    within_notes: bool
    gathered: bool = False


def leans_on(text: str) -> bool:
    """Whether *text* ends with a word or sign that needs another after it ("of the", a comma, "[")."""
    return _LEANS_ON.search(text[-60:].rstrip()) is not None


def belongs(note: str, text: str, calls_notes: bool, place: Place, enough: int = ENOUGH) -> bool:
    """Whether enough speaks for *text* being the next part of *note* (both as written)."""
    head = text[:_SAMPLE]
    total = _weight(note[-_SAMPLE:], head, calls_notes, place)
    citing, silent = total + 2 >= enough, total - (len(text) > 600) >= enough
    return citing if citing == silent else _CITES.search(head) is not None  # the dearest sign to look for


def _weight(tail: str, head: str, calls_notes: bool, place: Place) -> int:
    """What speaks for the paragraph going on from *tail*, save that it cites something."""
    inside_sentence = starts_inside_sentence(head)
    total = -6 if calls_notes else 0
    opened = open_signs(tail)
    if opened > 0:
        total += 4 if open_signs(head) < 0 else 1
    note_open = ends_open(tail)
    if note_open:
        total += 3 if leans_on(tail) else 2
    if inside_sentence and (note_open or opened > 0):
        total += 1
    total += place.before_note + 2 * place.same_block + 2 * place.within_notes + 2 * place.gathered
    if place.first and place.body_open:
        total -= 4 if inside_sentence else 2
    if place.after_open_body:
        # The body sentence before it is taken up after the notes: this paragraph cannot be its rest.
        total += 2 if place.body_resumes and not ends_open(head) else -1
    return total
