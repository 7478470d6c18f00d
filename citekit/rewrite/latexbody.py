r"""Markdown and plain text as LaTeX: headings, emphasis, lists, quotations, links, code, tables.

CommonMark as markdown-it reads it, with the two extensions that writers use most (tables, ``~~struck~~``),
and with the readers' rule of emphasis: it may begin and end beside any character that is not white space,
since ``在*《史记》*中`` is meant.  What has no LaTeX (raw HTML) keeps its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from citekit.readers.blocks import blocks_of
from citekit.readers.headings import kind_of
from citekit.rewrite.latextext import Quotes, address, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

HEADINGS = ("section", "subsection", "subsubsection", "paragraph", "subparagraph", "subparagraph")
_AROUND = {
    "em_open": r"\emph{", "strong_open": r"\textbf{", "s_open": r"\sout{",
    "em_close": "}", "strong_close": "}", "s_close": "}", "link_close": "}",
}  # fmt: skip
_BLOCKS = {
    "paragraph_open": "", "bullet_list_open": "\\begin{itemize}\n", "bullet_list_close": "\\end{itemize}\n\n",
    "ordered_list_close": "\\end{enumerate}\n\n", "list_item_close": "",
    "blockquote_open": "\\begin{quote}\n", "blockquote_close": "\\end{quote}\n\n",
    "hr": "\\begin{center}\\rule{0.4\\linewidth}{0.4pt}\\end{center}\n\n",
    "table_close": "\\bottomrule\n\\end{tabular}\n\\end{center}\n\n", "thead_open": "\\toprule\n",
    "thead_close": "\\midrule\n", "tbody_open": "", "tbody_close": "", "tr_open": "", "th_close": "",
    "td_close": "",
}  # fmt: skip
_TAGS = {
    "i": r"\emph{", "em": r"\emph{", "cite": r"\emph{", "b": r"\textbf{", "strong": r"\textbf{",
    "sup": r"\textsuperscript{", "sub": r"\textsubscript{", "u": r"\underline{", "s": r"\sout{",
    "del": r"\sout{",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*?>")
_COUNTERS = ("enumi", "enumii", "enumiii", "enumiv")
_LONGEST_HEADING = 200


def from_markdown(source: str) -> str:
    """*source* as the body of a LaTeX document."""
    return _Writer(_parser().parse(source)).write()


def from_markdown_line(source: str) -> str:
    """The Markdown of a note: paragraphs without blocks around them."""
    paragraphs = re.split(r"\n[ \t]*\n\s*", source.strip())
    return "\n\n".join(
        _inline([token for block in _parser().parseInline(part.strip()) for token in block.children or ()])
        for part in paragraphs
    )


def from_text(source: str) -> str:
    """Plain text: paragraphs, and headings where a line in capitals or a known word stands alone."""
    out = []
    for block in blocks_of(source, markdown=False):
        text = "\n".join(line.text.strip() for line in block.lines)
        written = Quotes([text]).set(text)
        heading = len(block.lines) == 1 and is_heading(text)
        out.append(f"\\section{{{written}}}\n\n" if heading else f"{_safe_start(written)}\n\n")
    return "".join(out)


def is_heading(text: str) -> bool:
    """Whether a paragraph of its own is typed as headings are: in capitals, or a word like "Notes"."""
    letters = [char for char in text if char.isalpha()]
    cased = [char for char in letters if char.isupper() or char.islower()]
    if len(text) > _LONGEST_HEADING or not letters or text.rstrip()[-1] in ",;:…":
        return False
    if kind_of(text) is not None:
        return True
    return len(cased) >= 4 and len(cased) * 4 > len(letters) * 3 and all(char.isupper() for char in cased)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule for ``*`` and ``_`` with the readers' rule of where they open and close."""
    from markdown_it.rules_inline.state_inline import Delimiter

    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    before = state.src[state.pos - 1 : state.pos] if state.pos else ""
    after = state.src[state.pos + scanned.length : state.pos + scanned.length + 1]
    opens, closes = scanned.can_open, scanned.can_close
    if marker == "*" and max(before, after) >= "\u2e80":
        opens, closes = bool(after) and not after.isspace(), bool(before) and not before.isspace()
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=scanned.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=opens,
                close=closes,
            )
        )
    state.pos += scanned.length
    return True


class _Writer:
    """Writes block tokens one after the other."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.out: list[str] = []
        self.has_headings = any(token.type == "heading_open" for token in tokens)
        self.lists: list[str] = []
        self.columns = 0

    def write(self) -> str:
        for index, token in enumerate(self.tokens):
            write = _WRITERS.get(token.type)
            if write is not None:
                write(self, token, index)
            else:
                self.out.append(_BLOCKS.get(token.type, ""))
        return "".join(self.out)

    def inline(self, token: Token, index: int) -> None:
        text = _inline(token.children or [])
        around = self.tokens[index - 1]
        if around.type == "heading_open":
            self.out.append(_heading(int(around.tag[1]) - 1, text))
            return
        if around.type == "paragraph_open":
            if around.level == 0 and not self.has_headings and is_heading(token.content):
                self.out.append(_heading(0, text))
                return
            self.out.append(_safe_start(text))
            return
        self.out.append(text)

    def paragraph_close(self, token: Token, _index: int) -> None:
        if not self.out[-1].endswith("\n\n"):
            self.out.append("\n" if token.hidden else "\n\n")

    def bullet_list(self, token: Token, _index: int) -> None:
        self.lists.append("bullet")
        self.out.append(_BLOCKS[token.type])

    def ordered_list(self, token: Token, _index: int) -> None:
        self.lists.append("ordered")
        self.out.append("\\begin{enumerate}\n")
        start = int(token.attrGet("start") or 1)
        depth = self.lists.count("ordered")
        if start != 1 and depth <= len(_COUNTERS):
            self.out.append(f"\\setcounter{{{_COUNTERS[depth - 1]}}}{{{start - 1}}}\n")

    def list_end(self, token: Token, _index: int) -> None:
        self.lists.pop()
        self.out.append(_BLOCKS[token.type])

    def list_item(self, _token: Token, _index: int) -> None:
        self.out.append("\\item ")

    def code(self, token: Token, _index: int) -> None:
        if "\\end{verbatim}" in token.content:
            lines = token.content.rstrip("\n").split("\n")
            self.out.append("\\begin{quote}\\ttfamily\n" + "\\newline\n".join(map(escape, lines)))
            self.out.append("\n\\end{quote}\n\n")
        else:
            content = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", token.content).rstrip("\n")
            self.out.append(f"\\begin{{verbatim}}\n{content}\n\\end{{verbatim}}\n\n")

    def html(self, token: Token, _index: int) -> None:
        text = re.sub(r"<!--.*?-->", "", token.content, flags=re.DOTALL)
        text = _TAG.sub("", text).strip()
        if text:
            self.out.append(f"{Quotes([text]).set(text)}\n\n")

    def table(self, _token: Token, index: int) -> None:
        row = self.tokens[index:]
        end = next(place for place, token in enumerate(row) if token.type == "tr_close")
        sides = [str(token.attrGet("style") or "") for token in row[:end] if token.type == "th_open"]
        columns = "".join("r" if "right" in side else "c" if "center" in side else "l" for side in sides)
        self.out.append(f"\\begin{{center}}\n\\begin{{tabular}}{{{columns}}}\n")

    def cell(self, _token: Token, index: int) -> None:
        if self.tokens[index - 1].type != "tr_open":
            self.out.append(" & ")

    def row_end(self, _token: Token, _index: int) -> None:
        self.out.append(" \\\\\n")


_WRITERS: dict[str, Callable[[_Writer, Any, int], None]] = {
    "inline": _Writer.inline,
    "paragraph_close": _Writer.paragraph_close,
    "bullet_list_open": _Writer.bullet_list,
    "ordered_list_open": _Writer.ordered_list,
    "bullet_list_close": _Writer.list_end,
    "ordered_list_close": _Writer.list_end,
    "list_item_open": _Writer.list_item,
    "code_block": _Writer.code,
    "fence": _Writer.code,
    "html_block": _Writer.html,
    "table_open": _Writer.table,
    "th_open": _Writer.cell,
    "td_open": _Writer.cell,
    "tr_close": _Writer.row_end,
}


def _heading(depth: int, text: str) -> str:
    return f"\\{HEADINGS[min(depth, len(HEADINGS) - 1)]}{{{text}}}\n\n"


def _safe_start(text: str) -> str:
    r"""A bracket after ``\item`` or ``\\`` would be taken for its argument."""
    return f"{{}}{text}" if text.startswith(("[", "*")) else text


def _inline(tokens: Sequence[Token]) -> str:
    quotes = Quotes(token.content for token in tokens if token.type == "text")
    out: list[str] = []
    opened: list[str] = []
    in_address = False  # <https://...>: its text is the address
    for token in tokens:
        if token.type == "text":
            written = quotes.set(token.content)
            if not in_address:
                out.append(written)
        elif token.type == "softbreak":
            out.append("\n")
        elif token.type == "hardbreak":
            out.append("\\newline\n")
        elif token.type == "code_inline":
            out.append(f"\\texttt{{{escape(token.content)}}}")
        elif token.type == "link_open":
            url = str(token.attrGet("href") or "")
            in_address = token.info == "auto"
            if in_address:
                out.append(f"\\url{{{address(_shown(tokens, token) or url)}")
            else:
                out.append(f"\\href{{{address(url)}}}{{" if url else "{")
        elif token.type == "image":
            out.append(_image(token))
        elif token.type == "html_inline":
            out.append(_tag(token.content, opened))
        else:
            in_address = in_address and token.type != "link_close"
            out.append(_AROUND.get(token.type, ""))
    return "".join(out) + "}" * len(opened)


def _shown(tokens: Sequence[Token], link: Token) -> str:
    """The address as it is typed; markdown-it percent-encodes what it hands on."""
    after = tokens[list(tokens).index(link) + 1]
    return after.content if after.type == "text" else ""


def _image(token: Token) -> str:
    """The picture, or its description where the file is not there."""
    path = str(token.attrGet("src") or "")
    shown = escape(token.content)
    if not re.fullmatch(r"[\w./-]+", path):
        return shown
    return f"\\IfFileExists{{{path}}}{{\\includegraphics[width=\\linewidth]{{{path}}}}}{{{shown}}}"


def _tag(tag: str, opened: list[str]) -> str:
    found = _TAG.match(tag)
    if found is None:
        return ""
    name = found[2].lower()
    if name == "br":
        return "\\newline\n"
    if not found[1] and name in _TAGS and not tag.endswith("/>"):
        opened.append(name)
        return _TAGS[name]
    if found[1] and opened and opened[-1] == name:
        opened.pop()
        return "}"
    return ""
