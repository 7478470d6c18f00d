"""Plain text: formatting is dropped, quotation marks stay."""

from __future__ import annotations


class Plain:
    """Plain text."""

    name = "text"
    flips = False
    flat = False

    def escape(self, text: str) -> str:
        """Nothing is special in plain text."""
        return text

    def wrap(self, attribute: str, value: str) -> tuple[str, str]:
        """No formatting."""
        return "", ""

    def block(self, display: str, text: str) -> str:
        """The number of an entry is set off by a space, a block stands on a line of its own."""
        if display == "left-margin":
            return text.rstrip() + " "
        return ("\n" if display in ("block", "indent") else "") + text
