"""Where two pieces of text meet: doubled punctuation, quotation marks, spaces.

The table says which of two marks survives when a suffix, delimiter or prefix meets another; it is what the
CSL test suite asks for (``punctuation_FullMonty*``), and what citeproc-js does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from citekit.render.markup import Part, Piece

KEEP_FIRST, KEEP_SECOND, KEEP_BOTH = 1, 2, 3

SEAMS: dict[str, int] = {
    "!.": KEEP_FIRST, "!:": KEEP_FIRST,
    "?.": KEEP_FIRST, "?:": KEEP_FIRST,
    ":!": KEEP_SECOND, ":?": KEEP_SECOND, ":.": KEEP_FIRST,
    ";!": KEEP_SECOND, ";?": KEEP_SECOND, ";:": KEEP_FIRST, ";.": KEEP_FIRST,
    "!!": KEEP_FIRST, "??": KEEP_FIRST, "..": KEEP_FIRST, "::": KEEP_FIRST, ";;": KEEP_FIRST, ",,": KEEP_FIRST,
    "  ": KEEP_FIRST, " ,": KEEP_SECOND, " .": KEEP_SECOND, " ;": KEEP_SECOND,
    "。。": KEEP_FIRST, "，，": KEEP_FIRST, "；；": KEEP_FIRST, "：：": KEEP_FIRST, "、、": KEEP_FIRST,
    "？。": KEEP_FIRST, "！。": KEEP_FIRST, "。.": KEEP_FIRST, ".。": KEEP_SECOND,
}  # fmt: skip
"""Two characters that meet at a seam, and which of them stays."""

MARKS = frozenset(".,:;!?")


@dataclass(slots=True)
class Text:
    """A run of characters."""

    text: str


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
            out.append(Text(part))
    elif part.style or part.quotes or part.display or part.tag == "link":
        out.append(Open(part))
        for child in part.parts:
            _flatten(child, out)
        out.append(Close(part))
    else:
        for child in part.parts:
            _flatten(child, out)


def punctuate(tokens: list[Token], in_quote: bool) -> list[Token]:
    """Reconcile the punctuation of neighbouring texts; *in_quote* draws comma and period inside quotes."""
    last = -1
    for place, token in enumerate(tokens):
        if not isinstance(token, Text) or not token.text:
            continue
        if last >= 0:
            _meet(tokens, last, place, in_quote)
        if token.text:
            last = place
    return tokens


def _meet(tokens: list[Token], left: int, right: int, in_quote: bool) -> None:
    first, second = tokens[left], tokens[right]
    assert isinstance(first, Text) and isinstance(second, Text)
    head = second.text[0]
    closing = next((i for i in range(left + 1, right) if _is_quote_end(tokens[i])), -1)
    if closing >= 0 and head in MARKS:
        _meet_quote(tokens, first, second, closing, in_quote)
        return
    while first.text and second.text:
        verdict = SEAMS.get(first.text[-1] + second.text[0], KEEP_BOTH)
        if verdict == KEEP_BOTH:
            break
        if verdict == KEEP_FIRST:
            second.text = second.text[1:]
        else:
            first.text = first.text[:-1]
    if in_quote and second.text and second.text[0] in ",." and first.text == "" and closing < 0:
        return


def _is_quote_end(token: Token) -> bool:
    return isinstance(token, Close) and token.piece.quotes


def _meet_quote(tokens: list[Token], first: Text, second: Text, closing: int, in_quote: bool) -> None:
    """A mark after closing quotation marks: it moves inside, or what stands inside moves out."""
    head, tail = second.text[0], first.text[-1]
    if in_quote:
        if tail in ":;":
            first.text = first.text[:-1]
            tokens.insert(closing + 1, Text(tail))
            second.text = _survivors(tail, head) + second.text[1:]
            tokens[closing + 1] = Text("")
        elif head in ".,!?" and tail in MARKS or head in ".,":
            first.text = first.text[:-1] + _survivors(tail, head)
            second.text = second.text[1:]
        elif tail in "!?" and head == ":":
            second.text = second.text[1:]
        return
    if tail in MARKS:
        first.text = first.text[:-1]
        second.text = _survivors(tail, head) + second.text[1:]


def _survivors(tail: str, head: str) -> str:
    verdict = SEAMS.get(tail + head, KEEP_BOTH)
    if verdict == KEEP_FIRST:
        return tail
    return head if verdict == KEEP_SECOND else tail + head
