"""HTML as citeproc-js writes it, which the CSL test suite expects."""

from __future__ import annotations

from html import escape

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


class Html:
    """HTML fragments."""

    name = "html"
    flips = True

    def escape(self, text: str) -> str:
        """``&``, ``<`` and ``>`` as numeric references."""
        if "&" not in text and "<" not in text and ">" not in text:
            return text
        return text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")

    def wrap(self, attribute: str, value: str) -> tuple[str, str]:
        """The element of a formatting attribute."""
        return _WRAP.get((attribute, value), ("", ""))

    def block(self, display: str, text: str) -> str:
        """A ``div`` of citeproc-js' classes."""
        before, name, after = _BLOCKS[display]
        return f'{before}<div class="{name}">{text}</div>{after}'

    def link(self, url: str) -> tuple[str, str]:
        """An anchor."""
        return f'<a href="{escape(url)}">', "</a>"
