"""The forms in which rendered text leaves: text, html, markdown, latex, rtf.

A format says how to escape characters and how to open and close each kind of formatting.  The writer walks
the punctuated tokens once: it alternates nested quotation marks, switches emphasis off where it is already
on (CSL 1.0.2, "Rendering Elements": formatting nests), and hands every run of text to the format.
"""

from __future__ import annotations

from typing import Protocol

from citekit.render.markup import Piece
from citekit.render.punctuation import Open, Text, Token


class Format(Protocol):
    """How one output format writes."""

    name: str
    flips: bool
    flat: bool

    def escape(self, text: str) -> str:
        """The text with the format's special characters made harmless."""

    def wrap(self, attribute: str, value: str) -> tuple[str, str]:
        """What opens and closes a formatting attribute's value."""

    def block(self, display: str, text: str) -> str:
        """A run with the CSL attribute ``display``."""


NORMAL = {
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "text-decoration": "none",
    "vertical-align": "baseline",
}
"""What an attribute's value is where nothing else is said."""


def get_format(name: str) -> Format:
    """The output format of that name; raises ValueError for one that there is not."""
    from citekit.render.outputs import html, latex, markdown, rtf, text

    known: dict[str, Format] = {
        "text": text.Plain(),
        "html": html.Html(),
        "markdown": markdown.Markdown(),
        "latex": latex.Latex(),
        "rtf": rtf.Rtf(),
    }
    if name not in known:
        raise ValueError(f"there is no output format {name!r}; there are {', '.join(known)}")
    return known[name]


FORMATS = ("text", "html", "markdown", "latex", "rtf")


class Quotes:
    """The quotation marks of a locale: outer and inner pair."""

    __slots__ = ("pairs",)

    def __init__(self, outer: tuple[str, str], inner: tuple[str, str]) -> None:
        self.pairs = (outer, inner)


class _Walk:
    """What holds at a place of the text: formatting, depth of quotation, the marks of the locale."""

    def __init__(self, quotes: Quotes, flips: bool) -> None:
        self.state = dict(NORMAL)
        self.quotes = quotes
        self.flips = flips
        self.depth = 0
        self._outer: list[Quotes] = []
        self._changes: list[list[tuple[str, str]]] = []

    def enter(self, piece: Piece) -> tuple[list[tuple[str, str]], str]:
        """Begin a piece: the formatting that it changes, and the quotation mark that opens it."""
        if piece.tag == "locale":
            self._outer.append(self.quotes)
            self.quotes = Quotes(*piece.data.quotes())
        style = piece.style
        if piece.tag == "nodecor":
            style = tuple((name, NORMAL[name]) for name, now in self.state.items() if now != NORMAL[name])
        changes, before = [], []
        for attribute, value in style:
            wanted = _flipped(attribute, value, self.state) if self.flips else value
            if wanted != self.state[attribute]:
                changes.append((attribute, wanted))
                before.append((attribute, self.state[attribute]))
                self.state[attribute] = wanted
        self._changes.append(before)
        mark = ""
        if piece.quotes:
            mark = self.quotes.pairs[self.depth % 2][0]
            self.depth += 1
        return changes, mark

    def leave(self, piece: Piece) -> str:
        """End a piece: the quotation mark that closes it."""
        mark = ""
        if piece.quotes:
            self.depth -= 1
            mark = self.quotes.pairs[self.depth % 2][1]
        return mark

    def restore(self, piece: Piece) -> None:
        """Take back what the piece changed."""
        for attribute, value in reversed(self._changes.pop()):
            self.state[attribute] = value
        if piece.tag == "locale":
            self.quotes = self._outer.pop()


def _flipped(attribute: str, value: str, state: dict[str, str]) -> str:
    """Emphasis within the same emphasis is switched off."""
    if value == state[attribute] and attribute in ("font-style", "font-weight", "font-variant"):
        return NORMAL[attribute]
    return value


def write(tokens: list[Token], fmt: Format, quotes: Quotes) -> str:
    """The tokens as a string of the format."""
    return _write_flat(tokens, fmt, quotes) if fmt.flat else _write_nested(tokens, fmt, quotes)


def _write_nested(tokens: list[Token], fmt: Format, quotes: Quotes) -> str:
    """For formats whose markup nests."""
    walk = _Walk(quotes, fmt.flips)
    stack: list[tuple[list[str], str]] = [([], "")]
    for token in tokens:
        out = stack[-1][0]
        if isinstance(token, Text):
            if token.text:
                out.append(fmt.escape(token.text))
        elif isinstance(token, Open):
            changes, mark = walk.enter(token.piece)
            wraps = [fmt.wrap(attribute, value) for attribute, value in changes]
            opening = "".join(before for before, _after in wraps) + fmt.escape(mark)
            stack.append(([opening], "".join(after for _before, after in reversed(wraps))))
        else:
            buffer, closing = stack.pop()
            mark = walk.leave(token.piece)
            walk.restore(token.piece)
            inner = "".join(buffer[1:])
            if inner:
                whole = buffer[0] + inner + fmt.escape(mark) + closing
                display = token.piece.display if len(stack) == 1 else ""
                stack[-1][0].append(_block(fmt, display, whole) if display else whole)
    return "".join(stack[0][0])


def _block(fmt: Format, display: str, text: str) -> str:
    """A run with ``display``; a space at its end stands after it, save after the number of an entry."""
    if display == "left-margin":
        return fmt.block(display, text)
    core = text.rstrip(" ")
    return fmt.block(display, core) + text[len(core) :]


def _write_flat(tokens: list[Token], fmt: Format, quotes: Quotes) -> str:
    """For formats whose signs do not nest: every run between two changes is closed by itself."""
    walk = _Walk(quotes, fmt.flips)
    runs: list[tuple[tuple[tuple[str, str], ...], str]] = []
    opened: list[int] = []

    def add(text: str) -> None:
        style = tuple((name, now) for name, now in walk.state.items() if now != NORMAL[name])
        if text and runs and runs[-1][0] == style and len(runs) not in opened:
            runs[-1] = (style, runs[-1][1] + text)
        elif text:
            runs.append((style, text))

    for token in tokens:
        if isinstance(token, Text):
            add(token.text)
        elif isinstance(token, Open):
            add(walk.enter(token.piece)[1])
            opened.append(len(runs))
        else:
            add(walk.leave(token.piece))
            walk.restore(token.piece)
            begin = opened.pop()
            if token.piece.display and not opened:
                block = fmt.block(token.piece.display, _runs(runs[begin:], fmt))
                runs[begin:] = [((("raw", ""),), block)]
    return _runs(runs, fmt)


def _runs(runs: list[tuple[tuple[tuple[str, str], ...], str]], fmt: Format) -> str:
    """The runs with their signs, which must not touch a space within."""
    out = []
    for style, text in runs:
        if style == (("raw", ""),):
            out.append(text)
            continue
        core = text.strip(" \u00a0")
        wraps = [fmt.wrap(attribute, value) for attribute, value in style] if core else []
        begin = text.index(core) if core else len(text)
        opening = "".join(before for before, _after in wraps)
        closing = "".join(after for _before, after in reversed(wraps))
        out.append(text[:begin] + opening + fmt.escape(core) + closing + text[begin + len(core) :])
    return "".join(out)
