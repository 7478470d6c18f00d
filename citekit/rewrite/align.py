"""Where in the source each character of a note stands, so that a citation can be replaced in its mark-up.

The text of a note is its source without mark-up.  Both are walked side by side: what prints the next
character is kept with its place, what prints nothing is passed over.  Where the two part, nobody guesses: the
caller leaves the note as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from citekit.model import Span

_SPACE = re.compile(r"\s+")
_BROKEN_WORD = re.compile(r"[-\u00ad‐]?[ \t]*\r?\n[ \t>]*")
_CLOSING_QUOTES = "”’»“"


@dataclass(frozen=True, slots=True)
class Markup:
    """How a format marks up text: its signs, what each prints, and how a stretch is found to be whole."""

    signs: re.Pattern[str]
    printed: Callable[[re.Match[str]], str]
    whole: Callable[[str], bool]


def places(raw: str, text: str, markup: Markup) -> list[Span] | None:
    """For each character of *text* the stretch of *raw* that prints it; None where they do not agree."""
    found: list[Span] = []
    at = 0
    while len(found) < len(text):
        char = text[len(found)]
        space = _SPACE.match(raw, at) if char == " " else None
        if space is not None:
            found.append(Span(at, space.end()))
            at = space.end()
        elif raw[at : at + 1] == char and not _stands_for(raw, at, char, markup):
            found.append(Span(at, at + 1))
            at += 1
        else:
            after = _pass_over(raw, at, text, markup, found)
            if after is None:
                return None
            at = after
    return found


def _stands_for(raw: str, at: int, char: str, markup: Markup) -> bool:
    """Whether *char* at *at* begins a sign that prints it ("&amp;")."""
    sign = markup.signs.match(raw, at) if char == "&" else None
    return sign is not None and markup.printed(sign) == char


def _pass_over(raw: str, at: int, text: str, markup: Markup, found: list[Span]) -> int | None:
    """The place after a sign at *at*, whose print is added to *found*; None where it does not fit *text*."""
    sign = markup.signs.match(raw, at)
    if sign is not None:
        printed = markup.printed(sign)
        if not printed and raw[at] == "}" and text[len(found)] in _CLOSING_QUOTES:
            printed = text[len(found)]  # \enquote{...}
        if not text.startswith(printed, len(found)):
            return None
        found += [Span(at, sign.end())] * len(printed)
        return sign.end()
    broken = _BROKEN_WORD.match(raw, at) or _SPACE.match(raw, at)
    return broken.end() if broken is not None else None


def stretch(raw: str, spans: list[Span], wanted: Span, markup: Markup) -> Span | None:
    """The part of *raw* that prints the characters *wanted*, mark-up that it opens or closes included.

    None where it cannot be cut out without cutting a pair of signs.
    """
    first, last = spans[wanted.start], spans[wanted.end - 1]
    before = spans[wanted.start - 1].end if wanted.start else 0
    after = spans[wanted.end].start if wanted.end < len(spans) else len(raw)
    if raw[before : first.start].endswith("[") and raw[last.end : last.end + 2] == "](":
        return Span(before, after) if markup.whole(raw[before:after]) else None  # the text of a link
    for start in (first.start, before):
        for end in (last.end, after):
            if markup.whole(raw[start:end]):
                return Span(start, end)
    return None


_MARKDOWN_SIGNS = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
      | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
      | <!--.*?-->
      | </?(?P<tag>[A-Za-z][A-Za-z0-9]{0,9})(?:\s[^<>]{0,500})?/?>
      | \]\([^\s()<>]*(?:\([^\s()]*\)[^\s()]*)?(?:\s+"[^"]{0,300}")?\)
      | \]\{[^{}]{0,300}\}
      | \\(?=\n)
      | [*_`^\[\]] | ~~""",
    re.VERBOSE | re.DOTALL,
)


def _markdown_print(sign: re.Match[str]) -> str:
    if sign["escaped"]:
        return sign["escaped"]
    if sign["entity"]:
        return unescape(sign["entity"])
    return " " if (sign["tag"] or "").lower() == "br" else ""


def _markdown_whole(part: str) -> bool:
    bare = re.sub(r"\\.|(?<=\w)_(?=\w)", "", part)
    even = all(bare.count(sign) % 2 == 0 for sign in "*_`") and bare.count("~~") % 2 == 0
    return even and bare.count("[") == bare.count("]") and bare.count("</") * 2 == len(_TAGS.findall(bare))


_TAGS = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,500})?>")

MARKDOWN = Markup(_MARKDOWN_SIGNS, _markdown_print, _markdown_whole)

_LATEX_SIGNS = re.compile(
    r"""(?P<accent>\\(?:['`^"~=.]\s*|[cvHukr](?![A-Za-z])\s*)(?:\{\\?[A-Za-z]*\}|\\[ij](?![A-Za-z])|[^\W\d_]))
      | \\(?:label|index|glossary|nocite|phantomsection|vspace|hspace|foreignlanguage|textcolor|href
          |hypertarget|selectlanguage)\*?\s*(?:\[[^\[\]]*\])?\{[^{}]*\}
      | \\(?P<word>[A-Za-z]+)\*?[ \t]*(?:\{\})?
      | \\(?P<symbol>.)
      | %[^\n]*(?:\n[ \t]*|$)
      | (?P<ligature>---|--|``|''|<<|>>|,,|[`'~])
      | [{}$]""",
    re.VERBOSE | re.DOTALL,
)


def _latex_print(sign: re.Match[str]) -> str:
    from citekit.readers import latexmacros as macros

    if sign["accent"]:
        return macros.by_library(sign["accent"])
    if sign["word"]:
        return macros.SIGNS.get(sign["word"], "“" if sign["word"] in ("enquote", "textquote") else "")
    if sign["symbol"]:
        return macros.SYMBOLS.get(sign["symbol"], "")
    return macros.LIGATURES[sign["ligature"]] if sign["ligature"] else ""


def _latex_whole(part: str) -> bool:
    depth = 0
    for brace in re.findall(r"\\.|[{}]", part, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    return depth == 0


LATEX = Markup(_LATEX_SIGNS, _latex_print, _latex_whole)


def _none(_part: object) -> bool:
    return True


PLAIN = Markup(re.compile(r"(?!)"), lambda sign: sign[0], _none)
