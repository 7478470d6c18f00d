"""The forms in which rendered text leaves: text, html, markdown, latex, rtf.

A format says how to escape characters and how to open and close each kind of formatting.  The writer walks
the punctuated tokens once: it alternates nested quotation marks, switches emphasis off where it is already
on (CSL 1.0.2, "Rendering Elements": formatting nests), and hands every run of text to the format.
"""

from __future__ import annotations

from typing import Protocol

from citekit.render.punctuation import Close, Open, Text, Token


class Format(Protocol):
    """How one output format writes."""

    name: str
    flips: bool

    def escape(self, text: str) -> str:
        """The text with the format's special characters made harmless."""

    def wrap(self, attribute: str, value: str) -> tuple[str, str]:
        """What opens and closes a formatting attribute's value."""

    def block(self, display: str, text: str) -> str:
        """A run with the CSL attribute ``display``."""

    def link(self, url: str) -> tuple[str, str]:
        """What opens and closes a link."""


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


class _Frame:
    __slots__ = ("buffer", "close", "display", "previous")

    def __init__(self) -> None:
        self.buffer: list[str] = []
        self.close = ""
        self.display = ""
        self.previous: list[tuple[str, str]] = []


def write(tokens: list[Token], fmt: Format, quotes: Quotes) -> str:
    """The tokens as a string of the format."""
    state = dict(NORMAL)
    depth = 0
    outer: list[Quotes] = []
    stack = [_Frame()]
    out = stack[0].buffer
    for token in tokens:
        if isinstance(token, Text):
            if token.text:
                out.append(fmt.escape(token.text))
        elif isinstance(token, Open):
            piece = token.piece
            frame = _Frame()
            opening = ""
            if piece.tag == "locale":
                outer.append(quotes)
                quotes = Quotes(*piece.data.quotes())
            if piece.tag == "link":
                opening, frame.close = fmt.link(piece.data)
            style = piece.style
            if piece.tag == "nodecor":
                style = tuple((name, NORMAL[name]) for name, now in state.items() if now != NORMAL[name])
            for attribute, value in style:
                wanted = _flipped(attribute, value, state, fmt.flips)
                if wanted == state[attribute]:
                    continue
                before, after = fmt.wrap(attribute, wanted)
                opening += before
                frame.close = after + frame.close
                frame.previous.append((attribute, state[attribute]))
                state[attribute] = wanted
            if piece.quotes:
                left, right = quotes.pairs[depth % 2]
                depth += 1
                opening += fmt.escape(left)
                frame.close = fmt.escape(right) + frame.close
            frame.display = piece.display if len(stack) == 1 else ""
            frame.buffer.append(opening)
            stack.append(frame)
            out = frame.buffer
        elif isinstance(token, Close):
            frame = stack.pop()
            if token.piece.quotes:
                depth -= 1
            if token.piece.tag == "locale":
                quotes = outer.pop()
            for attribute, value in reversed(frame.previous):
                state[attribute] = value
            out = stack[-1].buffer
            inner = "".join(frame.buffer[1:])
            if inner:
                inner = frame.buffer[0] + inner + frame.close
                out.append(fmt.block(frame.display, inner) if frame.display else inner)
    return "".join(out)


def _flipped(attribute: str, value: str, state: dict[str, str], flips: bool) -> str:
    """Emphasis within the same emphasis is switched off."""
    if flips and value == state[attribute] and attribute in ("font-style", "font-weight", "font-variant"):
        return NORMAL[attribute]
    return value
