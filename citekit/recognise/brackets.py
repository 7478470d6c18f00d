"""Quotation marks and brackets that belong together, in the scripts of notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile(r"[\"“”„«»()\[\]（）［］【】〔〕《》〈〉「」『』<>‘’']")

_CLOSERS = {
    "“": "”", "„": "“”", "«": "»", "(": ")）", "[": "]］", "（": "）)", "［": "］]", "【": "】", "〔": "〕",
    "《": "》", "〈": "〉", "「": "」", "『": "』", "<": ">", "‘": "’",
}  # fmt: skip
_CLOSING = frozenset("”»)]）］】〕》〉」』>")

# The next single mark that opens a quotation or, before punctuation, certainly closes one.
_NEXT_SINGLE = re.compile(r"(?P<open>(?<=[\s(\[])[‘'](?=\w))|(?P<close>[’'](?=[,.;:)\]]|$))|[“”\"]")

VEIL = "\x1e"
"""Stands for a character inside quotation marks or brackets in a veiled text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks and what they enclose: ``text[start]`` opens, ``text[end - 1]`` closes."""

    mark: str
    start: int
    end: int

    @property
    def is_quotation(self) -> bool:
        """Whether the marks are quotation marks (not brackets, not Chinese title marks)."""
        return self.mark in "\"“„«‘'「『"


def _opens_single(text: str, at: int) -> bool:
    """A single quotation mark opens after a space or bracket and before a letter; else it is an
    apostrophe.
    """
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in '([“"') and not after.isspace()


def _closes_single(text: str, at: int) -> bool:
    """Whether the single mark at *at* can close a quotation, and does not stand for a soft sign or a
    genitive.

    A mark before a space ("v sud’bakh Kitaia", "the Years’ End") closes nothing where a mark that certainly
    closes, one before punctuation, follows without another quotation in between.
    """
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isalnum() or after in "-’":
        return False
    if not after.isspace() or text[at - 1] in ",.?!…" or at + 1 == len(text):
        return True
    ahead = _NEXT_SINGLE.search(text, at + 1)
    return ahead is None or ahead["close"] is None


def pairs(text: str) -> list[Pair]:
    """The outermost matching pairs of *text*, in order.

    A straight double quote opens and closes by turns; a mark without its partner is passed over, so that
    one forgotten bracket never swallows the rest of a note.
    """
    found: list[Pair] = []
    stack: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        opener = _opener_for(mark, at, text, stack)
        if opener is None:
            if (
                mark == '"'
                or (mark in _CLOSERS and (mark != "‘" or _opens_single(text, at)))
                or (mark == "'" and _opens_single(text, at))
            ):
                stack.append((mark, at))
            continue
        open_mark, start = stack[opener]
        del stack[opener:]
        while found and found[-1].start > start:
            found.pop()
        found.append(Pair(open_mark, start, at + 1))
    return found


def _opener_for(mark: str, at: int, text: str, stack: list[tuple[str, int]]) -> int | None:
    """Index in *stack* of the mark that *mark* closes, or None where it closes nothing."""
    if mark == "'" or mark == "’":
        wanted = "'" if mark == "'" else "‘'"
        if not stack or stack[-1][0] not in wanted or not _closes_single(text, at):
            return None
        return len(stack) - 1
    if mark == '"':
        return next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == '"'), None)
    if mark not in _CLOSING and mark != "“":
        return None
    for i in range(len(stack) - 1, max(-1, len(stack) - 9), -1):
        if mark in _CLOSERS.get(stack[i][0], ""):
            return i
    return None


def veil(text: str, found: list[Pair] | None = None) -> str:
    """*text* with everything inside its outermost pairs replaced by :data:`VEIL`, the marks kept."""
    result = []
    last = 0
    for pair in pairs(text) if found is None else found:
        result.append(text[last : pair.start + 1])
        result.append(VEIL * (pair.end - pair.start - 2))
        last = pair.end - 1
    result.append(text[last:])
    return "".join(result)
