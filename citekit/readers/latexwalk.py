"""A walk through LaTeX source: what it prints, in paragraphs of runs.

TeX is read as writers use it in running text: groups, commands with their arguments, ligatures, comments.
Macros are not expanded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from citekit.model import Span
from citekit.readers import latexmacros as macros
from citekit.readers.errors import ReaderError
from citekit.readers.rich import Call, Paragraph, Run, Solved

_TOKEN = re.compile(
    r"""\\(?P<word>[A-Za-z@]+)\*?[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?
      | \\(?P<symbol>.)
      | (?P<comment>%[^\n]*(?:\n[ \t]*|$))
      | (?P<paragraph>\n[ \t]*\n\s*)
      | (?P<brace>[{}])
      | (?P<math>\$\$?)
      | (?P<shorthand>"(?:---|--~|--\*|[=~\-"`'<>]))
      | (?P<ligature>---|--|``|''|<<|>>|,,|[`'~])""",
    re.VERBOSE | re.DOTALL,
)
_NEXT = re.compile(r"[ \t]*\n?[ \t]*")
_ACCENTED = re.compile(r"\s*(\\[a-zA-Z]+\s*|\S)")
# In an address a percent sign begins no comment.
_BRACES = re.compile(r"\\(?:url|href|path|nolinkurl)\s*\{[^{}\n]*\}|\\.|%[^\n]*|[{}]", re.DOTALL)
_DEEPEST = 100
_LONGEST_OPTION = 5000
_LONGEST_FORMULA = 2000


@dataclass(frozen=True, slots=True)
class TexFile:
    """A text that is being walked; ``main`` is the document itself, ``chain`` the files that led here.

    ``closing`` gives for the place of each opening brace that of its closing one.
    """

    text: str
    main: bool
    chain: tuple[Path, ...]
    closing: dict[int, int]


def tex_file(text: str, main: bool, chain: tuple[Path, ...]) -> TexFile:
    """*text* with its braces matched."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACES.finditer(text):
        token = match.group()
        if token == "{":
            opened.append(match.start())
        elif token == "}" and opened:
            closing[opened.pop()] = match.start()
        elif len(token) > 2 and token[0] == "\\":
            closing[match.start() + token.index("{")] = match.end() - 1
    return TexFile(text, main, chain, closing)


@dataclass(slots=True)
class _Look:
    """How characters look inside the current group."""

    italic: bool = False


class Walker:
    """Goes through a source once and gathers its paragraphs.

    A subclass takes the commands it knows more of.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.paragraphs: list[Paragraph] = []
        self.current = Paragraph()
        self.shorthands = False  # whether babel's " is a sign of its own
        self._look = _Look()
        self._depth = 0

    def walk(self, file: TexFile, start: int, end: int) -> None:
        """Take the source of *file* from *start* to *end*."""
        self._depth += 1
        if self._depth > _DEEPEST:
            self._too_deep()
        groups: list[_Look] = []
        position = start
        text = file.text
        while match := _TOKEN.search(text, position, end):
            self.put(text[position : match.start()])
            kind = match.lastgroup
            if kind == "brace":
                if match.group() == "{":
                    groups.append(replace(self._look))
                elif groups:
                    self._look = groups.pop()
                position = match.end()
            elif kind == "word":
                position = self.command(file, match, end)
            else:
                position = self._sign(file, match, end)
        self.put(text[position:end])
        if groups:
            self._look = groups[0]
        self._depth -= 1

    def _too_deep(self) -> NoReturn:
        raise ReaderError(
            f"{self.name}: groups or files are nested more than {_DEEPEST} deep",
            "Look for a macro or an \\input that calls itself.",
        )

    def put(self, text: str) -> None:
        """Characters of the current look; a line end is a space."""
        if text:
            self.current.runs.append(Run(text.replace("\n", " ").replace("\t", " "), self._look.italic))

    def paragraph(self, heading: int = 0, item: str = "") -> None:
        """A paragraph ends here, and another begins."""
        if self.current.text.strip() or any(isinstance(run, Call) for run in self.current.runs):
            self.paragraphs.append(self.current)
        self.current = Paragraph(heading=heading, item=item)

    def _sign(self, file: TexFile, match: re.Match[str], end: int) -> int:
        kind, token = match.lastgroup, match.group()
        if kind == "symbol":
            symbol = match["symbol"]
            if symbol in macros.ACCENTS:
                return self._accent(file, symbol, match.end(), end)
            if (
                symbol == ","
                and self._last_character() in "’‘”“"
                and file.text[match.end() : match.end() + 1] in "'`"
            ):
                return match.end()  # the thin space that keeps two closing quotation marks apart
            if symbol in "([":  # mathematics
                close = file.text.find("\\)" if symbol == "(" else "\\]", match.end(), end)
                return close + 2 if close >= 0 else match.end()
            self.put(macros.SYMBOLS.get(symbol, symbol))
        elif kind == "paragraph":
            self.paragraph()
        elif kind == "math":
            return self._math(file, token, match.end(), end)
        elif kind == "shorthand":
            self.put(macros.SHORTHANDS[token] if self.shorthands else token)
        elif kind == "ligature":
            self.put(macros.LIGATURES[token])
        return match.end()

    def _last_character(self) -> str:
        last = self.current.runs[-1] if self.current.runs else None
        return last.text[-1:] if isinstance(last, Run) and last.text else " "

    def _math(self, file: TexFile, token: str, start: int, end: int) -> int:
        close = file.text.find(token, start, min(end, start + _LONGEST_FORMULA))
        if close < 0:
            return start
        self.put(macros.by_library(f"${file.text[start:close]}$").strip())
        return close + len(token)

    def _accent(self, file: TexFile, accent: str, start: int, end: int) -> int:
        opened = self.argument(file, start, end)
        if opened is not None:
            inner, after = file.text[opened.start : opened.end], opened.end + 1
        else:
            match = _ACCENTED.match(file.text, start, end)
            if match is None:
                return start
            inner, after = match.group(1), match.end()
        self.put(macros.by_library(f"\\{accent}{{{inner.strip()}}}") or inner)
        return after

    def command(self, file: TexFile, match: re.Match[str], end: int) -> int:
        """Take a command and its arguments; the place where reading goes on."""
        word, after = match["word"], match.end()
        if word in macros.ITALIC | macros.UPRIGHT:
            return self._slanted(file, word, after, end)
        if word in macros.ITALIC_SWITCHES | macros.UPRIGHT_SWITCHES:
            self._look.italic = word in macros.ITALIC_SWITCHES
        elif word == "item":
            self.paragraph(item="-")
            return self.past_option(file, after, end)
        elif word == "par":
            self.paragraph()
        elif word in ("verb", "lstinline"):
            return self._verb(file, match, end)
        elif word in ("url", "path", "nolinkurl"):
            return self._url(file, after, end)
        elif word in ("enquote", "textquote"):
            return self._quoted(file, after, end)
        elif word in macros.SILENT:
            return self._silent(file, word, after, end)
        elif word in macros.FIRST_SILENT:
            first = self.argument(file, self.past_option(file, after, end), end)
            return first.end + 1 if first is not None else after
        elif word in macros.ACCENTS:
            return self._accent(file, word, after, end)
        else:
            self.put(macros.SIGNS[word] if word in macros.SIGNS else macros.by_library(f"\\{word}{{}}"))
        return after

    def _silent(self, file: TexFile, word: str, after: int, end: int) -> int:
        for _ in range(2 if word in macros.TWO_SILENT else 1):
            after = self.past_option(file, after, end)
            argument = self.argument(file, after, end)
            if argument is None:
                break
            after = self.past_option(file, argument.end + 1, end)
        return after

    def argument(self, file: TexFile, start: int, end: int) -> Span | None:
        """The inside of the group that begins at *start* (white space and comments before it), or None."""
        text = file.text
        position = _NEXT.match(text, start, end).end()  # type: ignore[union-attr]
        if text[position : position + 1] != "{":
            return None
        close = file.closing.get(position)
        return Span(position + 1, close) if close is not None and close < end else None

    def option(self, file: TexFile, start: int, end: int) -> Span | None:
        """The inside of the optional argument that begins at *start*, or None."""
        text = file.text
        position = _NEXT.match(text, start, end).end()  # type: ignore[union-attr]
        if text[position : position + 1] != "[":
            return None
        place, stop = position + 1, min(end, position + _LONGEST_OPTION)
        while place < stop:
            char = text[place]
            if char == "]":
                return Span(position + 1, place)
            if char == "}":
                return None
            place = file.closing.get(place, place) + 1 + (char == "\\")
        return None

    def past_option(self, file: TexFile, start: int, end: int) -> int:
        """The place after an optional argument that may begin at *start*."""
        option = self.option(file, start, end)
        return option.end + 1 if option is not None else start

    def apart(self, file: TexFile, span: Span) -> Paragraph:
        """The text of *span*, read apart from the paragraph around it."""
        outer, self.current = self.current, Paragraph()
        paragraphs, self.paragraphs = self.paragraphs, []
        look, self._look = self._look, _Look()
        self.walk(file, span.start, span.end)
        self.paragraph()
        inner = Paragraph()
        for part in self.paragraphs:
            if inner.runs:
                inner.runs.append(Run(" "))
            moved = len(inner.runs)
            inner.runs += part.runs
            inner.solved += [Solved(s.start + moved, s.end + moved, s.items) for s in part.solved]
        self.current, self.paragraphs, self._look = outer, paragraphs, look
        return inner

    def _slanted(self, file: TexFile, word: str, after: int, end: int) -> int:
        argument = self.argument(file, after, end)
        if argument is None:
            return after
        outer = self._look
        self._look = _Look(not outer.italic if word == "emph" else word in macros.ITALIC)
        self.walk(file, argument.start, argument.end)
        self._look = outer
        return argument.end + 1

    def _quoted(self, file: TexFile, after: int, end: int) -> int:
        argument = self.argument(file, after, end)
        if argument is None:
            return after
        self.put("“")
        self.walk(file, argument.start, argument.end)
        self.put("”")
        return argument.end + 1

    def _url(self, file: TexFile, after: int, end: int) -> int:
        argument = self.argument(file, after, end)
        if argument is None:
            return after
        self.put(re.sub(r"\\([%#&_~{}])", r"\1", argument.of(file.text)))
        return argument.end + 1

    def _verb(self, file: TexFile, match: re.Match[str], end: int) -> int:
        start = match.start() + 1 + len(match["word"])
        start += file.text[start : start + 1] == "*"
        sign = file.text[start : start + 1]
        close = file.text.find(sign, start + 1, end) if sign else -1
        if close < 0:
            return match.end()
        self.put(file.text[start + 1 : close])
        return close + 1
