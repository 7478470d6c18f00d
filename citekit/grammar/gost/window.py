"""A stretch of a citation under reading, and the marks that divide its areas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.grammar.draft import BLANK, Draft

AFTER_MARK = rf"(?:(?<=[.,;:!?…»\"”)\]{BLANK}]\s)|(?<=[-–—/]\s)|(?<=[(\[{BLANK}])|(?<=^))"
"""What stands before an area: a full stop, comma, dash, bracket, or something already understood."""

_OUTER = f" \t.,;:–—-/{BLANK}"
_OPENING = {"»": "«", "”": "“„", ")": "(", "]": "["}
_QUOTES = {"[": "]", "«": "»", '"': '"', "“": "”", "„": "“"}


@dataclass(frozen=True, slots=True)
class Window:
    """The characters ``start:end`` of a draft."""

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.end > self.start


def strip(draft: Draft, window: Window, *, stops: bool = True) -> Window:
    """*window* without the blanks and dividing marks at its edges.

    The full stop of an abbreviation at the end ("1914-1922 гг.", "..."), with *stops* False, stays.
    """
    text, start, end = draft.rest, window.start, window.end
    while start < end and text[start] in _OUTER:
        start += 1
    while end > start and text[end - 1] in _OUTER:
        if text[end - 1] == "." and (text.endswith("...", start, end) or not stops):
            break
        end -= 1
    return Window(start, end)


def first_understood(draft: Draft, start: int, end: int) -> int:
    """The first character of ``start:end`` that a rule has claimed, or *end*."""
    at = draft.rest.find(BLANK, start, end)
    return end if at == -1 else at


_LAST_WORD = re.compile(r"([^\W\d_]+)$")
_SHORT_ENDINGS = frozenset(
    "гг г вв в др пр т кн обл ун-т ин-та акад изд вып св н э док мат соч собр полн сб ст стат тт произв "
    "пер лит конф журн газ тр указ".split()
)


def keep_stop(text: str, end: int, limit: int) -> int:
    """*end* moved over a full stop that belongs to the last word ("1922 гг.")."""
    if end < limit and text[end] == ".":
        match = _LAST_WORD.search(text, max(0, end - 12), end)
        if match and match[1].lower() in _SHORT_ENDINGS:
            return end + 1
    return end


def give_up(draft: Draft, name: str) -> None:
    """Take back a field that a fuller one replaces; what it read stays understood."""
    for entry in draft.fields:
        if entry.name == name:
            draft.connectives.append(entry.span)
    draft.drop(name)


def unquote(text: str, start: int, end: int) -> tuple[int, int]:
    """``start:end`` without quotation marks that enclose all of it."""
    closer = _QUOTES.get(text[start : start + 1])
    if closer and end - start > 2 and text[end - 1] == closer and text.count(closer, start + 1, end) == 1:
        return start + 1, end - 1
    return start, end
