"""Straight quotation marks around Chinese words, made as plain as the curly ones."""

from __future__ import annotations

import re

_PAIR = re.compile('"[^"]*"')
_HAN = re.compile("[一-鿿]")


def with_curly_quotes(shape: str) -> str:
    """*shape*, as long as it is, with the straight quotation marks around Chinese words as “ and ”.

    What stands in them without a Chinese character is left to the other conventions.
    """
    if shape.count('"') < 2:
        return shape
    return _PAIR.sub(lambda m: f"“{m[0][1:-1]}”" if _HAN.search(m[0]) else m[0], shape)
