"""A Chinese citation while it is being read: a draft with the shape of its text beside it."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.model import Citation, Note, Value
from citekit.recognise.chinese_shape import shape
from citekit.segment.chinese_quotes import with_curly_quotes

_EDGE = " ,.;:、·\x1f"


class Reading(Draft):
    """A :class:`~citekit.grammar.draft.Draft` whose rules look at ``shape`` instead of ``rest``.

    ``shape`` is as long as the citation; what is understood is blanked out in both.
    """

    def __init__(self, citation: Citation, note: Note, context: Context) -> None:
        super().__init__(citation, note.text, note.emphasis)
        self.shape = with_curly_quotes(shape(self.text))
        self.whole = self.shape
        self.evidence = context.evidence
        self.is_entry = note.is_entry
        self.translated = _TRANSLATED.search(self.shape) is not None

    def blank(self, start: int, end: int) -> None:
        """Take ``text[start:end]`` out of what is still to be understood."""
        super().blank(start, end)
        self.shape = self.shape[:start] + BLANK * (end - start) + self.shape[end:]

    def claim(self, name: str, value: Value, start: int, end: int, rule: str) -> None:
        """Record a field, unless its value is empty, as that of empty brackets is."""
        if value in ("", ()):
            self.connect(start, end)
        else:
            super().claim(name, value, start, end, rule)

    def take(self, name: str, start: int, end: int, rule: str) -> str:
        """Claim the text between *start* and *end*, without the signs at its edges, as the field *name*."""
        start, end = trim(self.whole, start, end)
        value = self.text[start:end]
        self.claim(name, value, start, end, rule)
        return value

    def connect_match(self, match: re.Match[str] | None, group: int | str = 0) -> bool:
        """Take what *match* covers out of the rest; False where there is no match."""
        if match is None:
            return False
        self.connect(*match.span(group))
        return True


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks and separating punctuation at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of ``text[start:end]`` between commas, semicolons, parentheses and understood passages."""
    found = []
    for match in _CHUNK.finditer(text, start, end):
        span = trim(text, *match.span())
        if span[0] < span[1]:
            found.append(span)
    return found


_TRANSLATED = re.compile(r"译(?:注|校)?(?:[,:;)\s、《]|$)")
_CHUNK = re.compile(r"[^,;()\x1f。]+")
