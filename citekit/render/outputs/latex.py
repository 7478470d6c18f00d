"""LaTeX: only LaTeX' own specials are escaped, everything else stays Unicode."""

from __future__ import annotations

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
        "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "\u00a0": "~",
    }
)  # fmt: skip
_WRAP = {
    ("font-style", "italic"): (r"\emph{", "}"),
    ("font-style", "oblique"): (r"\textsl{", "}"),
    ("font-style", "normal"): (r"\textup{", "}"),
    ("font-weight", "bold"): (r"\textbf{", "}"),
    ("font-weight", "normal"): (r"\textmd{", "}"),
    ("font-variant", "small-caps"): (r"\textsc{", "}"),
    ("font-variant", "normal"): (r"\textup{", "}"),
    ("text-decoration", "underline"): (r"\underline{", "}"),
    ("vertical-align", "sup"): (r"\textsuperscript{", "}"),
    ("vertical-align", "sub"): (r"\textsubscript{", "}"),
}


class Latex:
    """LaTeX for XeLaTeX, LuaLaTeX or pdfLaTeX with UTF-8."""

    name = "latex"
    flips = True
    flat = False

    def escape(self, text: str) -> str:
        """The ten special characters."""
        return text.translate(_SPECIAL)

    def wrap(self, attribute: str, value: str) -> tuple[str, str]:
        """The command of a formatting attribute."""
        return _WRAP.get((attribute, value), ("", ""))

    def block(self, display: str, text: str) -> str:
        """The number of an entry is set off by a space, a block by a line break."""
        if display == "left-margin":
            return text.rstrip() + " "
        return ("\\\\\n" if display in ("block", "indent") else "") + text
