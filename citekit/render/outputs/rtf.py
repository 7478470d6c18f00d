"""Rich Text Format: characters beyond ASCII as \\uN, in UTF-16 units."""

from __future__ import annotations

_WRAP = {
    ("font-style", "italic"): (r"{\i{}", "}"),
    ("font-style", "oblique"): (r"{\i{}", "}"),
    ("font-style", "normal"): (r"{\i0{}", "}"),
    ("font-weight", "bold"): (r"{\b{}", "}"),
    ("font-weight", "normal"): (r"{\b0{}", "}"),
    ("font-variant", "small-caps"): (r"{\scaps{}", "}"),
    ("font-variant", "normal"): (r"{\scaps0{}", "}"),
    ("text-decoration", "underline"): (r"{\ul{}", "}"),
    ("vertical-align", "sup"): (r"{\super{}", "}"),
    ("vertical-align", "sub"): (r"{\sub{}", "}"),
}


class Rtf:
    """The body of an RTF document (the caller writes its header)."""

    name = "rtf"
    flips = True
    flat = False

    def escape(self, text: str) -> str:
        """Backslash and braces, and everything that is not ASCII."""
        return "".join(_character(char) for char in text)

    def wrap(self, attribute: str, value: str) -> tuple[str, str]:
        """The group of a formatting attribute."""
        return _WRAP.get((attribute, value), ("", ""))

    def block(self, display: str, text: str) -> str:
        """The number of an entry ends with a tab, a block begins a line."""
        if display == "left-margin":
            return text.rstrip() + r"\tab "
        return (r"\line " if display in ("block", "indent") else "") + text


def _character(char: str) -> str:
    if char in "\\{}":
        return "\\" + char
    if char < "\x7f":
        return char
    units = char.encode("utf-16-le")
    return "".join(
        rf"\uc0\u{int.from_bytes(units[at : at + 2], 'little', signed=True)}{{}}"
        for at in range(0, len(units), 2)
    )
