"""Markdown as pandoc reads it."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_\[\]<>~^$|])")
_WRAP = {
    ("font-style", "italic"): ("*", "*"),
    ("font-style", "oblique"): ("*", "*"),
    ("font-weight", "bold"): ("**", "**"),
    ("font-variant", "small-caps"): ("[", "]{.smallcaps}"),
    ("text-decoration", "underline"): ("[", "]{.underline}"),
    ("vertical-align", "sup"): ("^", "^"),
    ("vertical-align", "sub"): ("~", "~"),
}


class Markdown:
    """Markdown with pandoc's attributes for what Markdown lacks."""

    name = "markdown"
    flips = True
    flat = True

    def escape(self, text: str) -> str:
        """A backslash before what Markdown would read as markup."""
        return _SPECIAL.sub(r"\\\1", text)

    def wrap(self, attribute: str, value: str) -> tuple[str, str]:
        """The signs of a formatting attribute."""
        return _WRAP.get((attribute, value), ("", ""))

    def block(self, display: str, text: str) -> str:
        """The number of an entry is set off by a space, a block by a new line."""
        if display == "left-margin":
            return text.rstrip() + " "
        return ("\\\n" if display in ("block", "indent") else "") + text
