"""Numbers in Chinese numerals: 四八六, 一百二十三, 廿三, 一九五〇."""

from __future__ import annotations

import re

DIGITS = "〇一二三四五六七八九"
NUMERALS = DIGITS + "十百千廿卅元两"

_VALUE = {sign: value for value, sign in enumerate(DIGITS)} | {"元": 1, "两": 2}
_TENS = {"廿": 20, "卅": 30}
_UNIT = {"十": 10, "百": 100, "千": 1000}

NUMBER = rf"(?:[0-9]+|[{NUMERALS}]+)"
"""A number in the shape of a text (see :func:`citekit.recognise.chinese_shape.shape`), Arabic or Chinese."""

_RUN = re.compile(f"[{NUMERALS}]+")


def arabic(text: str) -> str:
    """The number *text* in Arabic digits: "四八六" and "四百八十六" are "486"; what is none stays."""
    if text.isascii() or not text:
        return text
    if all(sign in _VALUE for sign in text):
        return "".join(str(_VALUE[sign]) for sign in text)
    total = current = 0
    for sign in text:
        if sign in _VALUE:
            current = _VALUE[sign]
        elif sign in _TENS:
            total += _TENS[sign]
        elif sign in _UNIT:
            total += (current or 1) * _UNIT[sign]
            current = 0
        else:
            return text
    return str(total + current)


def arabic_runs(text: str) -> str:
    """*text* with every run of Chinese numerals in Arabic digits."""
    return _RUN.sub(lambda m: arabic(m[0]), text)
