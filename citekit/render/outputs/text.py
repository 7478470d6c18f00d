"""Plain text: formatting is dropped, quotation marks stay."""

from __future__ import annotations


class Plain:
    """Plain text."""

    name = "text"
    flips = False

    def escape(self, text: str) -> str:
        """Nothing is special in plain text."""
        return text

    def wrap(self, attribute: str, value: str) -> tuple[str, str]:
        """No formatting."""
        return "", ""

    def block(self, display: str, text: str) -> str:
        """One line: the number of an entry and its blocks are set off by a space."""
        if display == "left-margin":
            return text.rstrip() + " "
        return (" " if display in ("block", "indent") else "") + text.lstrip()

    def link(self, url: str) -> tuple[str, str]:
        """No links."""
        return "", ""
