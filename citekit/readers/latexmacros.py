"""What LaTeX commands mean for the text of a note, as tables.

From the LaTeX2e manual (latexref.xyz), biblatex 3.20 (3.9, citation commands), natbib, csquotes, babel
(russian, german). Commands that stand in no table are asked of pylatexenc; what that does not know either
keeps the text of its arguments.
"""

from __future__ import annotations

import logging
import re
from functools import cache, lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FOOTNOTES = _words("footnote endnote footnotetext endnotetext sidenote")
MARKS = _words("footnotemark endnotemark")
# Commands that make a note which holds nothing but a citation (biblatex 3.9.2, 3.9.3).
NOTE_CITES = _words("footcite footcites footcitetext footfullcite footcitetexts")
CITES = _words(
    """cite cites parencite parencites textcite textcites autocite autocites smartcite smartcites fullcite
    supercite citep citet citealp citealt citealp citeauthor citeyear citetitle citeyearpar citenum
    notecite fnotecite pnotecite nocite"""
)
ITALIC = _words("textit textsl emph")
UPRIGHT = _words("textup textnormal textrm")
ITALIC_SWITCHES = _words("it itshape sl slshape em")
UPRIGHT_SWITCHES = _words("rm upshape normalfont")
HEADINGS = {"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5}
INPUTS = _words("input include subfile InputIfFileExists")
# Commands whose one argument (after an optional one) prints nothing.
SILENT = _words(
    """label index glossary vspace hspace vskip hskip pagestyle thispagestyle setlength addtolength usepackage
    bibliographystyle hypersetup setcounter addtocounter selectlanguage nocite includegraphics phantomsection
    addcontentsline pagenumbering linespread setstretch cline ref pageref addbibresource bibliography
    newcommand renewcommand providecommand DeclareRobustCommand newenvironment renewenvironment def let"""
)
TWO_SILENT = _words(
    "addcontentsline setlength addtolength setcounter addtocounter newcommand renewcommand providecommand"
)
# Commands whose first argument is no text: a language, a colour, an address, a target.
FIRST_SILENT = _words("foreignlanguage textcolor colorbox href hypertarget hyperlink hyperref textlang")
VERBATIM = _words(
    "verbatim lstlisting minted comment Verbatim alltt filecontents "
    "equation align equation* align* displaymath"
)
SIGNS = {
    "S": "§", "P": "¶", "dots": "…", "ldots": "…", "textellipsis": "…", "textquotesingle": "'",
    "textquotedbl": "\"", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»",
    "og": "«", "fg": "»", "textnumero": "№", "No": "№", "textendash": "–", "textemdash": "—",
    "cyrdash": "—", "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\",
    "textbar": "|", "textless": "<", "textgreater": ">", "textunderscore": "_", "LaTeX": "LaTeX",
    "TeX": "TeX", "textperiodcentered": "·", "copyright": "©", "textcopyright": "©", "pounds": "£",
    "textsterling": "£", "euro": "€", "textdegree": "°", "slash": "/", "textdollar": "$",
    "textsection": "§", "textbullet": "•", "quad": " ", "qquad": " ", "space": " ",
    "thinspace": " ", "textvisiblespace": " ", "newline": " ", "nobreakspace": " ",
    "linebreak": " ", "hfill": " ",
}  # fmt: skip
SYMBOLS = {
    "\\": " ", "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ",
    "\n": " ", ",": " ", ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", ">": " ",
}  # fmt: skip
ACCENTS = _words("c v H u k r b d t") | frozenset("'`^\"~=.")
# Shorthands of babel's russian, ukrainian and german; only where the document loads one of these.
SHORTHANDS = {
    "\"---": "—", "\"--~": "—", "\"--*": "—", "\"=": "-", "\"~": "-", "\"-": "", "\"\"": "",
    "\"`": "„", "\"'": "“", "\"<": "«", "\">": "»",
}  # fmt: skip
LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "<<": "«", ">>": "»",
    ",,": "„", "~": " ",
}  # fmt: skip
_LABEL = re.compile(r"^(?:pp?|ff?|S|С|с|col|cols|vol|№|л|Л|第)\.?\s*(?=[\divxlcIVXLC])")


@cache
def _converter() -> object:
    from pylatexenc.latex2text import LatexNodes2Text

    # It warns of macros without their arguments; the writer has no use for that.
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    return LatexNodes2Text(keep_comments=False, strict_latex_spaces=True)


@lru_cache(maxsize=4096)
def by_library(snippet: str) -> str:
    """What pylatexenc prints for one command with its argument (an accent, a symbol).

    Empty where it knows none.
    """
    try:
        return str(_converter().latex_to_text(snippet, tolerant_parsing=True))  # type: ignore[attr-defined]
    except Exception:  # the library raises many kinds for broken input; the text around the command goes on
        return ""


def locator(postnote: str) -> str | None:
    """The cited pages in the second optional argument of a citation: "pp.~3--5" is "3-5"."""
    text = _LABEL.sub("", postnote.strip()).replace("–", "-")
    return text or None
