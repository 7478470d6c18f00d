r"""Text as LaTeX: specials escaped, ligatures of TeX fonts broken, straight quotation marks set in pairs.

UTF-8 is kept.  Straight marks become TeX's pairs of grave and acute ones, since a straight mark is printed as
a closing one by TeX fonts and is a command to babel in German and Russian; one that has no partner is
``\textquotedbl{}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.model import Diagnostic

_SPECIALS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "`": r"\textasciigrave{}",
    "\u00a0": "~", "\u00ad": r"\-",
}  # fmt: skip
_SPECIAL = re.compile("[" + re.escape("".join(_SPECIALS)) + "]")
# fontspec's Ligatures=TeX and T1: -- '' << >> ,, are one sign each; ?` and !` cannot come up.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)")
# TeX refuses control characters and noncharacters.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"{}\\^`|\u3000-\u303f\uff00-\uffef“”‘’«»\u4e00-\u9fff]+")
_AFTER_ADDRESS = ".,;:!?)]'"
OPENS, CLOSES, STRAIGHT = "``", "''", r"\textquotedbl{}"
SINGLE_OPENS = "`"


def escape(text: str) -> str:
    """*text* with what TeX would take for a command made harmless; quotation marks are left alone."""
    return _LIGATURE.sub("{}", _SPECIAL.sub(lambda sign: _SPECIALS[sign[0]], _CONTROL.sub("", text)))


def address(url: str) -> str:
    r"""*url* for ``\url`` and ``\href``, also inside the argument of another command (hyperref)."""
    url = re.sub(r"[\\{}^`|<>\"\s\x00-\x1f]", lambda sign: f"%{ord(sign[0]):02X}", _CONTROL.sub("", url))
    return url.replace("%", r"\%").replace("#", r"\#")


def one_line(text: str) -> str:
    """*text* for a comment: no line end, nothing that could end it."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()


_UNPAIRED = str.maketrans({"\\": "", "{": "(", "}": ")"})


def remark(reasons: Iterable[Diagnostic]) -> str:
    r"""Why a note stays as typed, as comments, and ``\mancite``: it breaks a chain of Ibid. (biblatex 3.9.7).

    Editors count the braces of comments too, so none stand there.
    """
    said = [
        f"% citekit: {reason.code}: {one_line(reason.message).translate(_UNPAIRED)}\n" for reason in reasons
    ]
    return "".join(said) + "\\mancite " if said else ""


class Quotes:
    """The straight quotation marks of a paragraph, told apart by what stands beside them.

    ``pieces`` are the runs of text of the paragraph in order (mark-up between them does not count).
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        whole = "".join(pieces)
        self._signs = _signs(whole)
        self._next = 0

    def set(self, text: str) -> str:
        """The next run of text as LaTeX; runs must come in the order of ``pieces``."""
        out = ""
        at = 0
        for sign in re.finditer("[\"']", text):
            out = _beside(out + self._addresses(text[at : sign.start()]), self._signs[self._next])
            self._next += 1
            at = sign.end()
        return out + self._addresses(text[at:])

    def _addresses(self, text: str) -> str:
        r"""Escaped text in which addresses are ``\url``, so that they break at the end of a line."""
        if "://" not in text:
            return escape(text)
        out: list[str] = []
        at = 0
        for found in _ADDRESS.finditer(text):
            url = found[0].rstrip(_AFTER_ADDRESS)
            if url.count("(") > url.count(")") and text[found.start() + len(url) :].startswith(")"):
                url += ")"
            out += (escape(text[at : found.start()]), rf"\url{{{address(url)}}}")
            at = found.start() + len(url)
        return "".join(out) + escape(text[at:])


def _beside(text: str, sign: str) -> str:
    """*text* and *sign*, kept apart where TeX would make another sign of them (''', ```, ?`)."""
    joins = text[-1:] == sign[0] or (sign[0] == "`" and text[-1:] in ("?", "!"))
    return f"{text}{{}}{sign}" if joins and text else text + sign


def _signs(text: str) -> list[str]:
    r"""What stands for each ``"`` and ``'`` of *text*, in order."""
    signs: list[str] = []
    doubles: list[int] = []  # places in signs
    opened: int | None = None
    for found in re.finditer("[\"']", text):
        place = found.start()
        before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        if found[0] == "'":
            signs.append(_single(text, place, before, after))
            continue
        doubles.append(len(signs))
        may_open = not after.isspace() and after != ""
        must_open = before == "" or before.isspace() or before in "([{“‘«—–（《「"
        if opened is None and may_open and (must_open or _beside_han(before, after)):
            opened = len(signs)
            signs.append(OPENS)
        elif opened is not None and before != "" and not before.isspace():
            signs.append(CLOSES)
            opened = None
        else:
            signs.append(STRAIGHT)
    if opened is not None:
        signs[opened] = STRAIGHT
    return signs


def _beside_han(before: str, after: str) -> bool:
    """Chinese has no spaces that would say on which side a mark stands."""
    return bool(before) and bool(after) and max(before, after) >= "\u2e80"


def _single(text: str, at: int, before: str, after: str) -> str:
    """An apostrophe, or a single mark that opens and that a later one closes."""
    opens = (before == "" or before.isspace() or before in '(["“«—–') and after.isalpha()
    return SINGLE_OPENS if opens and re.search(r"\w[.,!?]?'(?!\w)", text[at + 1 : at + 400]) else "'"
