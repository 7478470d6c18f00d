"""Where two pieces of text meet: doubled punctuation, quotation marks, spaces.

The table says which of two marks survives when a suffix, delimiter or prefix meets another; it is what the
CSL test suite asks for (``punctuation_FullMonty*``), and what citeproc-js does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from citekit.render.markup import Inner, Part, Piece

KEEP_FIRST, KEEP_SECOND, KEEP_BOTH = 1, 2, 3

SEAMS: dict[str, int] = {
    "!.": KEEP_FIRST, "!:": KEEP_FIRST,
    "?.": KEEP_FIRST, "?:": KEEP_FIRST,
    ":!": KEEP_SECOND, ":?": KEEP_SECOND, ":.": KEEP_FIRST,
    ";!": KEEP_SECOND, ";?": KEEP_SECOND, ";:": KEEP_FIRST, ";.": KEEP_FIRST,
    "!!": KEEP_FIRST, "??": KEEP_FIRST, "..": KEEP_FIRST, "::": KEEP_FIRST, ";;": KEEP_FIRST,
    ",,": KEEP_FIRST,
    "  ": KEEP_FIRST, "\u00a0\u00a0": KEEP_FIRST, " \u00a0": KEEP_SECOND, "\u00a0 ": KEEP_FIRST,
    "。。": KEEP_FIRST, "，，": KEEP_FIRST, "；；": KEEP_FIRST, "：：": KEEP_FIRST, "、、": KEEP_FIRST,
    "？。": KEEP_FIRST, "！。": KEEP_FIRST, "。.": KEEP_FIRST, ".。": KEEP_SECOND,
}  # fmt: skip
"""Two characters that meet at a seam, and which of them stays."""

MARKS = frozenset(".,:;!?")


@dataclass(slots=True)
class Text:
    """A run of characters; ``inner`` where it goes on with a field whose quotation has just closed."""

    text: str
    inner: bool = False


@dataclass(slots=True)
class Open:
    """The beginning of a formatted piece."""

    piece: Piece


@dataclass(slots=True)
class Close:
    """The end of a formatted piece."""

    piece: Piece


Token: TypeAlias = Text | Open | Close


def flatten(part: Part) -> list[Token]:
    """A part as a list of texts and of the beginnings and ends of formatting."""
    out: list[Token] = []
    _flatten(part, out)
    return out


def _flatten(part: Part, out: list[Token]) -> None:
    if isinstance(part, str):
        if part:
            out.append(Text(part, isinstance(part, Inner)))
    elif part.style or part.quotes or part.display or part.tag in ("nodecor", "locale"):
        out.append(Open(part))
        for child in part.parts:
            _flatten(child, out)
        out.append(Close(part))
    else:
        for child in part.parts:
            _flatten(child, out)


def punctuate(tokens: list[Token], in_quote: bool) -> list[Token]:
    """Reconcile the punctuation of neighbouring texts; *in_quote* draws marks into quotation marks."""
    last: list[int] = []
    for place, token in enumerate(tokens):
        if not isinstance(token, Text) or not token.text:
            continue
        while last and token.text:
            before = tokens[last[-1]]
            assert isinstance(before, Text)
            _meet(tokens, last[-1], place, in_quote)
            if before.text:
                break
            last.pop()
        if token.text:
            last.append(place)
            if len(last) > 8:
                del last[:4]
    return tokens


def _meet(tokens: list[Token], left: int, right: int, in_quote: bool) -> None:
    first, second = tokens[left], tokens[right]
    assert isinstance(first, Text)
    assert isinstance(second, Text)
    head = second.text[0]
    if head in MARKS and any(_is_quote_end(tokens[at]) for at in range(left + 1, right)):
        if not second.inner:
            _meet_quote(first, second, in_quote)
        return
    while first.text and second.text:
        verdict = SEAMS.get(first.text[-1] + second.text[0], KEEP_BOTH)
        if verdict == KEEP_BOTH or (second.text[0] == " " and _enters_formatting(tokens, left, right)):
            break
        if verdict == KEEP_FIRST:
            second.text = second.text[1:]
        else:
            first.text = first.text[:-1]


def _enters_formatting(tokens: list[Token], left: int, right: int) -> bool:
    """Whether formatting begins between two texts: a space within it is a formatted space of its own."""
    return any(isinstance(token, Open) and bool(token.piece.style) for token in tokens[left + 1 : right])


def _is_quote_end(token: Token) -> bool:
    return isinstance(token, Close) and token.piece.quotes


def _meet_quote(first: Text, second: Text, in_quote: bool) -> None:
    """A mark after closing quotation marks: it moves inside (``punctuation-in-quote``) or is dropped."""
    head, tail = second.text[0], first.text[-1]
    verdict = SEAMS.get(tail + head, KEEP_BOTH)
    if verdict == KEEP_FIRST:
        second.text = second.text[1:]
    elif in_quote and head in ".,!?":
        first.text = (first.text[:-1] if verdict == KEEP_SECOND else first.text) + head
        second.text = second.text[1:]
