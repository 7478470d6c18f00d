"""HTML as citeproc-js writes it, which the CSL test suite expects."""

from __future__ import annotations

import re
import unicodedata

_WRAP = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<em>", "</em>"),
    ("font-style", "normal"): ('<span style="font-style:normal;">', "</span>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("font-weight", "normal"): ('<span style="font-weight:normal;">', "</span>"),
    ("font-weight", "light"): ('<span style="font-weight:lighter;">', "</span>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps;">', "</span>"),
    ("font-variant", "normal"): ('<span style="font-variant:normal;">', "</span>"),
    ("text-decoration", "underline"): ('<span style="text-decoration:underline;">', "</span>"),
    ("text-decoration", "none"): ('<span style="text-decoration:none;">', "</span>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("vertical-align", "baseline"): ('<span style="baseline">', "</span>"),
}
_BLOCKS = {
    "block": ("\n\n    ", "csl-block", "\n"),
    "left-margin": ("\n    ", "csl-left-margin", ""),
    "right-inline": ("", "csl-right-inline", "\n  "),
    "indent": ("", "csl-indent", "\n  "),
}

_RAISED = re.compile(
    "[ª²³¹º\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u2070\u2071\u2074-\u207f\u2120\u2122\u3192-\u319f\u02c0\u02c1\u06e5\u06e6]"
)
_NO_DECOMPOSITION = {"\u02c0": "ʔ", "\u02c1": "ʕ", "\u06e5": "و", "\u06e6": "ي"}


def _superscript(found: re.Match[str]) -> str:
    """A superscript character as its base letter raised, which every font has."""
    char = found.group()
    decomposition = unicodedata.decomposition(char)
    if decomposition.startswith("<super>"):
        base = "".join(chr(int(code, 16)) for code in decomposition.split()[1:])
    else:
        base = _NO_DECOMPOSITION.get(char, char)
    return f"<sup>{base}</sup>"


class Html:
    """HTML fragments."""

    name = "html"
    flips = True
    flat = False

    def escape(self, text: str) -> str:
        """``&``, ``<`` and ``>`` as numeric references."""
        if "&" in text or "<" in text or ">" in text:
            text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
        return text if text.isascii() else _RAISED.sub(_superscript, text)

    def wrap(self, attribute: str, value: str) -> tuple[str, str]:
        """The element of a formatting attribute."""
        return _WRAP.get((attribute, value), ("", ""))

    def block(self, display: str, text: str) -> str:
        """A ``div`` of citeproc-js' classes."""
        before, name, after = _BLOCKS[display]
        return f'{before}<div class="{name}">{text}</div>{after}'
