r"""Text to LaTeX and back: UTF-8 is kept, only what TeX would take for a command or a ligature is escaped.

What :func:`encode` writes contains no command but those of :data:`_COMMANDS`, whatever the text, and its
braces balance, so that a field can neither break out of its entry nor run anything.  :func:`decode` also
reads what other programs wrote (accents, ``\emph``, ``$...$``), through pylatexenc.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import LatexMacroNode
    from pylatexenc.macrospec import LatexContextDb

_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\`{}",  # `` and ?` are ligatures
    '"': r"\textquotedbl{}",  # a shorthand of babel in Russian, German, ...: "a would be ä
}
_SPECIAL = re.compile(r'[\\{}$&#%_^~`"]')
# Input ligatures of TeX fonts (fontspec "Ligatures=TeX", T1): -- ''  << >> ,,
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)")
_XDATA = re.compile(r"(xdata\s*)=", re.IGNORECASE)  # a reference, for biber, where a value begins so
_LAST_OF_PLANES = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
UNPRINTABLE = rf"\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}"
"""Control characters, halves of pairs and what is no character (Unicode 23.7): biber reads no such file."""
_CONTROL = re.compile(rf"[{UNPRINTABLE}\s]+")

_MARKS = {
    "<i>": r"\emph{",
    "<b>": r"\textbf{",
    "<sup>": r"\textsuperscript{",
    "<sub>": r"\textsubscript{",
    "<sc>": r"\textsc{",
    '<span class="nocase">': "{",
}
"""CSL's rich text (CSL-JSON specification, "Rich text markup within fields") and its LaTeX."""

_TAG = re.compile(r'(</?(?:i|b|sup|sub|sc)>|<span class="nocase">|</span>)')

_PLAIN = {escaped: plain for plain, escaped in _COMMANDS.items()} | {r"\{": "{", r"\}": "}"}
_ESCAPED = re.compile("|".join(re.escape(escaped) for escaped in sorted(_PLAIN, key=len, reverse=True)))
_TYPOGRAPHY = {"~": " ", "---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_SIGN = re.compile("|".join(re.escape(sign) for sign in _TYPOGRAPHY))
_NEEDS_PARSER = re.compile(r"\\|\$|(?<!\\)%")
_GROUP = re.compile(r"[{}]")


# Commands of other writers' files: signs, those whose argument stays within something, those that only change
# the font.  Of a command that nobody knows the argument stays, or its name where it has none.
_SIGNS = {
    "textbraceleft": "{", "textbraceright": "}", "textquotedbl": '"', "textasciicircum": "^", "textless": "<",
    "textgreater": ">", "textbar": "|", "S": "§", "P": "¶", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "copyright": "©", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "textnumero": "№",
    "dag": "†", "ddag": "‡", "slash": "/", "textendash": "–", "textemdash": "—", "cdot": "·",
    "textperiodcentered": "·", "newline": " ", "par": " ", "linebreak": " ",
    "textquotesingle": "'", "quotesinglbase": "‚", "quotedblbase": "„",
}  # fmt: skip
_AROUND = {
    "mkbibquote": "“%s”", "enquote": "“%s”", "href": "%(2)s", "url": "%s", "textsuperscript": "<sup>%s</sup>",
    "textsubscript": "<sub>%s</sub>", "textbf": "<b>%s</b>", "textsc": "<sc>%s</sc>",
    "foreignlanguage": "%(2)s", "textcolor": "%(2)s", "footnote": " [%s]",
} | dict.fromkeys(("emph", "textit", "mkbibemph", "mkbibitalic"), "<i>%s</i>")  # fmt: skip
_SWITCHES = (
    "it em bf rm sf tt sc sl itshape scshape bfseries slshape upshape normalfont rmfamily sffamily ttfamily "
    "relax protect selectfont small footnotesize large null noindent allowbreak nobreak "
    "bibrangedash"
).split()


def _unknown(node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    """A command that has nothing to work on stays, as text; the argument of another stays, and may follow."""
    arguments = [
        part for part in (node.nodeargd.argnlist if node.nodeargd else None) or () if part is not None
    ]
    if arguments:
        text: str = l2tobj.nodelist_to_text(arguments)
        return text
    source, end = node.parsing_state.s, node.pos + node.len
    return "" if source[end : end + 1] == "{" else f"\\{node.macroname}{node.macro_post_space}"


def tidy(text: str) -> str:
    """*text* on one line, without control characters, which TeX refuses."""
    return _CONTROL.sub(lambda found: " " if re.search(r"\s", found[0]) else "", text).strip()


def balanced(text: str) -> bool:
    r"""Whether the braces of *text* pair up, as BibTeX and biber count, to which ``\{`` is a brace too."""
    depth = 0
    for brace in _GROUP.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def encode(text: str) -> str:
    """*text* as the content of a .bib field."""
    text = tidy(text)
    return _escaped(text, paired=balanced(text))


def _escaped(text: str, *, paired: bool) -> str:
    text = _LIGATURE.sub("{}", _SPECIAL.sub(lambda found: _command(found[0], paired=paired), text))
    return _XDATA.sub(r"\1{=}", text) if "=" in text else text


def encode_marked(text: str) -> str:
    """*text* with CSL's rich text (``<i>``, ``<b>``, ``<sup>`` ...) as the content of a .bib field.

    Tags that do not pair up are text like any other.
    """
    pieces = _TAG.split(tidy(text))
    if len(pieces) == 1 or not _nested(pieces[1::2]):
        return encode(text)
    plain = "".join(pieces[::2])
    paired = balanced(plain) and all(balanced(piece) for piece in pieces[::2])
    written = [_escaped(piece, paired=paired) for piece in pieces]
    written[1::2] = ["}" if tag.startswith("</") else _MARKS[tag] for tag in pieces[1::2]]
    return "".join(written)


def _nested(tags: list[str]) -> bool:
    """Whether every tag is closed by its fellow, the last opened first."""
    opened: list[str] = []
    for tag in tags:
        if not tag.startswith("</"):
            opened.append(tag[1:].split()[0].rstrip(">"))
        elif not opened or opened.pop() != tag[2:-1]:
            return False
    return not opened


def _command(sign: str, *, paired: bool) -> str:
    if paired and sign in "{}":
        return "\\" + sign
    return _COMMANDS[sign]


def decode(source: str) -> str:
    """The text that *source*, the content of a .bib field, stands for; its grouping braces go."""
    if "\\" not in source and "$" not in source and "%" not in source:
        return _set(_SIGN.sub(lambda found: _TYPOGRAPHY[found[0]], source))
    pieces: list[str] = []
    start = 0
    # Our own escapes are taken out first: what is left is plain in all that citekit wrote, and quick to
    # decode.
    for escape in _ESCAPED.finditer(source):
        pieces += source[start : escape.start()], _PLAIN[escape[0]]
        start = escape.end()
    rest = source[start:]
    if any(_NEEDS_PARSER.search(piece) for piece in (*pieces[::2], rest)):
        return _parsed(source)
    plain = [_set(_SIGN.sub(lambda found: _TYPOGRAPHY[found[0]], piece)) for piece in (*pieces[::2], rest)]
    return "".join(part for pair in zip(plain, (*pieces[1::2], ""), strict=True) for part in pair)


def _set(text: str) -> str:
    return _GROUP.sub("", text)


def _parsed(source: str) -> str:
    """LaTeX of any kind as text; of a command that pylatexenc does not know, the argument stays."""
    converter, walker_context = _converter()
    try:
        text: str = converter.latex_to_text(source, latex_context=walker_context)
    except (IndexError, ValueError, RecursionError):  # pylatexenc on a command without its arguments
        return source
    return re.sub(r"\s+", " ", text).strip()


@cache
def _converter() -> tuple[LatexNodes2Text, LatexContextDb]:
    """pylatexenc with the commands that stand in .bib files besides its own."""
    from pylatexenc import latex2text, latexwalker
    from pylatexenc.macrospec import MacroSpec

    nothing = {"noopsort": 1, "SortNoop": 1}  # devices of sorting
    nothing |= dict.fromkeys(_SWITCHES, 0)
    text = latex2text.get_default_latex_context_db()
    text.add_context_category(
        "citekit",
        prepend=True,
        macros=[latex2text.MacroTextSpec(name, sign) for name, sign in (_SIGNS | _AROUND).items()]
        + [latex2text.MacroTextSpec(name, discard=True) for name in nothing],
        specials=[latex2text.SpecialsTextSpec("&", "&")],
    )
    text.set_unknown_macro_spec(latex2text.MacroTextSpec("", simplify_repl=_unknown))
    walker = latexwalker.get_default_latex_context_db()
    walker.add_context_category(
        "citekit",
        prepend=True,
        macros=[
            MacroSpec(name, "{" * (2 if "(2)" in sign else sign.count("%"))) for name, sign in _AROUND.items()
        ]
        + [MacroSpec(name, "") for name in _SIGNS]
        + [MacroSpec(name, "{" * count) for name, count in nothing.items()],
    )
    return latex2text.LatexNodes2Text(
        text, math_mode="verbatim", strict_latex_spaces=True, keep_comments=True
    ), walker
