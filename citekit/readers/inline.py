"""Markdown inside a paragraph: what a reader sees of it, and which passages are italic.

CommonMark 0.31 (clauses 2.4, 2.5, 6.1-6.6) says what the signs mean.  Two things differ on purpose.
Emphasis may begin and end beside any character that is not white space: CommonMark's rule of flanking
delimiters leaves the asterisks of ``在*《史记》*中`` standing, which no author means.  And
``<https://...>`` stays as written, because notes print addresses in angle brackets (MLA, GB/T 7714) and
the text of a note is kept to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

from citekit.model import Span

_SPECIAL = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<ticks>`+)
    | (?P<autolink><(?:[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)>)
    | (?P<comment><!--)
    | </?(?P<tag>[A-Za-z][A-Za-z0-9]{0,9})(?P<attributes>(?:\s[^<>]{0,500})?)/?>
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<run>\*+|_+)
    | (?P<strike>~~)
    | \^(?P<raised>[^\s^\[\]]{1,20})\^
    | (?P<open>!?\[)
    | \]\((?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)?)(?:\s+"[^"]{0,300}")?\)
    | \](?P<attribute>\{[^{}]{0,300}\})
    | (?P<close>\])
    """,
    re.VERBOSE,
)
_SIGNS = re.compile(r"[\\`<&*_~^!\[\]]")
_TARGET = re.compile(r"[/#.@:]|$")
_INLINE_TAGS = frozenset(
    {"a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q"}
    | {"s", "small", "span", "strong", "sub", "sup", "tt", "u", "wbr"}
)
_ITALIC_TAGS = frozenset({"em", "i", "cite"})
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_UNEVEN = re.compile(r"[\t\r\n\f\v]|  |^ | $")


@dataclass(frozen=True, slots=True)
class Inline:
    """A passage as a reader sees it: one line of text and the spans of it that are italic."""

    text: str
    emphasis: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Run:
    """A run of emphasis signs that waits for its closing run."""

    piece: int
    sign: str
    count: int


@dataclass(slots=True)
class _Output:
    """The pieces of text so far; signs that turn out to be mark-up are emptied afterwards."""

    pieces: list[str] = field(default_factory=list)
    runs: dict[str, list[_Run]] = field(default_factory=lambda: {"*": [], "_": []})
    brackets: list[int] = field(default_factory=list)
    strikes: list[int] = field(default_factory=list)
    italics: list[tuple[int, int]] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    comment_ends: bool = True

    def put(self, text: str) -> int:
        self.pieces.append(text)
        return len(self.pieces) - 1


def plain(raw: str) -> Inline:
    """*raw* as one line, nothing in it being mark-up."""
    return Inline(_SPACES.sub(" ", raw).strip(" "))


def markdown(raw: str) -> Inline:
    """*raw*, the Markdown of a paragraph, as a reader sees it."""
    if not _SIGNS.search(raw):
        return plain(raw)
    output = _Output()
    position = taken = 0
    while sign := _SIGNS.search(raw, position):
        position = sign.end()
        match = _SPECIAL.match(raw, sign.start())
        if match is not None:
            output.put(raw[taken : match.start()])
            position = taken = _take(raw, match, output)
    output.put(raw[taken:])
    return _assemble(output)


def _take(raw: str, match: re.Match[str], output: _Output) -> int:
    """Put what *match* means into *output*; the place where reading goes on."""
    kind = match.lastgroup
    if kind == "run":
        _emphasis_run(raw, match, output)
    elif kind == "escaped":
        output.put(match["escaped"])
    elif kind == "entity":
        output.put(unescape(match.group()))
    elif kind == "raised":
        output.put(match["raised"])
    elif kind == "ticks":
        return _code(raw, match, output)
    elif kind == "comment":
        return _comment(raw, match, output)
    elif kind == "open":
        output.brackets.append(output.put(match.group()))
    elif kind in ("target", "attribute", "close"):
        _closing_bracket(match, output)
    elif kind == "strike":
        _strike(output)
    elif kind in ("tag", "attributes"):
        _tag(match, output)
    elif kind == "autolink":
        output.put(match.group())
    return match.end()


def _code(raw: str, match: re.Match[str], output: _Output) -> int:
    ticks = match.group()
    end = raw.find(ticks, match.end())
    if end < 0:
        output.put(ticks)
        return match.end()
    output.put(raw[match.end() : end].strip(" "))
    return end + len(ticks)


def _comment(raw: str, match: re.Match[str], output: _Output) -> int:
    end = raw.find("-->", match.end()) if output.comment_ends else -1
    if end < 0:
        output.comment_ends = False  # not searched for again: a million "<!--" stay cheap
        output.put(match.group())
        return match.end()
    return end + 3


def _strike(output: _Output) -> None:
    piece = output.put("~~")
    if output.strikes:
        output.pieces[output.strikes.pop()] = ""
        output.pieces[piece] = ""
    else:
        output.strikes.append(piece)


def _tag(match: re.Match[str], output: _Output) -> None:
    name = match["tag"].lower()
    if name not in _INLINE_TAGS:
        output.put(match.group())
    elif name == "br":
        output.put(" ")
    elif name in _ITALIC_TAGS:
        if match.group().startswith("</"):
            if output.tags:
                output.italics.append((output.tags.pop(), len(output.pieces)))
        else:
            output.tags.append(len(output.pieces))


def _closing_bracket(match: re.Match[str], output: _Output) -> None:
    """The end of ``[text](address)`` or ``[text]{.class}`` keeps its text; a bare bracket stays a bracket."""
    is_link = match.lastgroup == "attribute" or (
        match.lastgroup == "target" and _TARGET.search(match["target"]) is not None
    )
    opening = output.brackets.pop() if output.brackets else None
    if is_link and opening is not None:
        output.pieces[opening] = ""
    else:
        output.put(match.group())


def _emphasis_run(raw: str, match: re.Match[str], output: _Output) -> None:
    """Close what the run closes and open what is left of it (CommonMark 6.2, without its flanking rule)."""
    sign, count = match.group()[0], len(match.group())
    before = raw[match.start() - 1 : match.start()]
    after = raw[match.end() : match.end() + 1]
    closes, opens = bool(before) and not before.isspace(), bool(after) and not after.isspace()
    if sign == "_":  # inside a word an underscore is a letter of it (file_name)
        closes, opens = closes and not _is_word(after), opens and not _is_word(before)
    waiting = output.runs[sign]
    while closes and count and waiting:
        opener = waiting[-1]
        used = 2 if count >= 2 and opener.count >= 2 else 1
        opener.count -= used
        count -= used
        output.pieces[opener.piece] = sign * opener.count
        if used == 1:
            output.italics.append((opener.piece + 1, len(output.pieces)))
        if not opener.count:
            waiting.pop()
    piece = output.put(sign * count)
    if opens and count:
        waiting.append(_Run(piece, sign, count))


def _is_word(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"  # Chinese has no spaces between words


def _assemble(output: _Output) -> Inline:
    starts = [0]
    for piece in output.pieces:
        starts.append(starts[-1] + len(piece))
    spans = (Span(starts[begin], starts[end]) for begin, end in output.italics)
    return one_line("".join(output.pieces), spans)


def one_line(text: str, spans: Iterable[Span] = ()) -> Inline:
    """*text* with every stretch of white space as one space and *spans* moved along; empty spans go."""
    emphasis = sorted(spans)
    if not emphasis:
        return plain(text)
    line, places = _squeezed(text) if _UNEVEN.search(text) else (text, range(len(text) + 1))
    kept: list[Span] = []
    for span in emphasis:
        start, stop = min(places[span.start], len(line)), min(places[span.end], len(line))
        inside = line[start:stop]
        start += len(inside) - len(inside.lstrip())
        stop -= len(inside) - len(inside.rstrip())
        if start < stop and not (kept and kept[-1].end >= stop):
            kept.append(Span(start, stop))
    return Inline(line, tuple(kept))


def _squeezed(text: str) -> tuple[str, list[int]]:
    """*text* with every stretch of white space as one space, and where each of its places went."""
    places: list[int] = []
    parts: list[str] = []
    length, end = 0, 0
    for match in _SPACES.finditer(text):
        parts.append(text[end : match.start()])
        places.extend(range(length, length + match.start() - end))
        length += match.start() - end
        places.extend([length] * (match.end() - match.start()))
        if length:  # none at the beginning
            parts.append(" ")
            length += 1
        end = match.end()
    parts.append(text[end:])
    places.extend(range(length, length + len(text) - end + 1))
    return "".join(parts).rstrip(" "), places
