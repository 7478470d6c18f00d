"""Numbers in the text of variables: what is numeric, ordinals, Roman numerals, plural."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.render.terms import Locale

_NUMERIC = re.compile(
    r"^\s*[^\W\d_]{0,3}\d+[^\W\d_]{0,3}(?:\s*[-–—,&、]\s*[^\W\d_]{0,3}\d+[^\W\d_]{0,3})*\s*$"
)
_ROMAN_NUMERAL = re.compile(r"^[ivxlcdm]+(?:\s*[-–,&]\s*[ivxlcdm]+)*\.?$", re.IGNORECASE)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_SPLIT = re.compile(r"\s*([-–—,&;]|\band\b|\bи\b|和)\s*")


@lru_cache(maxsize=4096)
def is_numeric(text: str) -> bool:
    """Numeric in the sense of CSL: numbers with a short prefix or suffix, in ranges or lists."""
    return bool(_NUMERIC.match(text)) or (
        bool(_ROMAN_NUMERAL.match(text)) and text not in ("i", "c", "d", "m")
    )


def roman(number: int) -> str:
    """Lower case Roman numeral; numbers it cannot write (0, 4000 and above) stay as they are."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out += letters
            number -= value
    return out


@lru_cache(maxsize=4096)
def is_plural(text: str) -> bool:
    """Whether the text names several numbers, so that its label is in the plural."""
    if re.search(r"\\-", text):
        text = text.replace("\\-", "")
    pieces = [piece for piece in re.split(r"\s*(?:[-–—,&;、，]|\band\b|\bи\b|和)\s*", text.strip()) if piece]
    return len(pieces) > 1 and all(
        re.search(r"\d", piece) or _ROMAN_NUMERAL.match(piece) for piece in pieces[:2]
    )


def render_number(text: str, form: str, locale: Locale, gender: str) -> str:
    """The text of a number variable in a ``cs:number`` form; what is not numeric stays as it is."""
    if not is_numeric(text):
        return text
    if form in ("", "numeric"):
        return _delimited(text)
    pieces = _SPLIT.split(text.strip())
    out = []
    for place, piece in enumerate(pieces):
        if place % 2:
            out.append(_between(piece))
        elif piece.isdigit():
            number = int(piece)
            if form == "roman":
                out.append(roman(number))
            else:
                out.append(locale.ordinal(number, gender, long=form == "long-ordinal"))
        else:
            out.append(piece)
    return "".join(out)


def _delimited(text: str) -> str:
    pieces = _SPLIT.split(text.strip())
    return "".join(_between(piece) if place % 2 else piece for place, piece in enumerate(pieces))


def _between(sign: str) -> str:
    if sign in "-–—":
        return "–"
    return ", " if sign in ",;" else f" {sign} "
