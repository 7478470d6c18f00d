"""Putting strings in order: Latin without case and accents, Cyrillic, Chinese by reading, scripts in groups."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from citekit.render.items import CJK

Key: TypeAlias = tuple[int, str, str]

_IGNORED = re.compile(r"[\"'“”‘’«»„‚()\[\]{}<>*_.,:;!?…\-–—。，、；：？！《》〈〉「」『』（）〔〕]")
_SPACES = re.compile(r"[\s_/]+")

LATIN, CYRILLIC, CHINESE, OTHER = "latin", "cyrillic", "chinese", "other"

ORDERS = {
    "zh": (CHINESE, LATIN, CYRILLIC, OTHER),
    "ja": (CHINESE, LATIN, CYRILLIC, OTHER),
    "ru": (CYRILLIC, LATIN, CHINESE, OTHER),
    "uk": (CYRILLIC, LATIN, CHINESE, OTHER),
    "bg": (CYRILLIC, LATIN, CHINESE, OTHER),
}
"""The order in which a bibliography expects scripts, by the language of the style (GOST R 7.0.100-2018, 8:
Cyrillic before Latin; GB/T 7714-2015, 9.3: Chinese, Japanese, Western, Russian, others).  Elsewhere Latin
comes first."""
DEFAULT_ORDER = (LATIN, CYRILLIC, CHINESE, OTHER)


@lru_cache(maxsize=32768)
def script_of(text: str) -> str:
    """The script of the first letter."""
    for char in text:
        if char.isalpha():
            if CJK.match(char):
                return CHINESE
            name = unicodedata.name(char, "")
            if name.startswith("CYRILLIC"):
                return CYRILLIC
            return LATIN if name.startswith("LATIN") else OTHER
    return LATIN


class Collator:
    """Sort keys for one style.

    *language* decides the order of scripts; *chinese* is "pinyin" or "stroke" (the count of strokes), or
    "code" for the order of the characters themselves.
    """

    def __init__(self, language: str, chinese: str = "pinyin", group_scripts: bool = True) -> None:
        order = ORDERS.get(language[:2].lower(), DEFAULT_ORDER)
        self._rank = {script: place for place, script in enumerate(order)}
        self._group = group_scripts
        self._reading: Callable[[str], str] = _reader(chinese)
        self._keys: dict[str, Key] = {}

    def key(self, text: str) -> Key:
        """A key: strings sort as the texts should."""
        found = self._keys.get(text)
        if found is None:
            script = script_of(text)
            rank = self._rank[script] if self._group else 0
            folded = self._reading(text) if CJK.search(text) else fold(text)
            found = self._keys[text] = (rank, folded, text)
        return found[0], found[1], ""


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Lower case, without accents, punctuation and doubled spaces; й and ё keep their place in the alphabet."""
    text = _SPACES.sub(" ", _IGNORED.sub("", text)).strip().casefold()
    if text.isascii():
        return text
    out = []
    for char in text:
        if "а" <= char <= "я":
            out.append(char)
        elif char == "ё":
            out.append("е\uffff")
        else:
            base = unicodedata.normalize("NFKD", char)
            out.append("".join(mark for mark in base if not unicodedata.combining(mark)) or char)
    return "".join(out).replace("æ", "ae").replace("œ", "oe").replace("ø", "o").replace("ł", "l")


def _reader(chinese: str) -> Callable[[str], str]:
    if chinese == "code":
        return fold
    try:
        from citekit.names import collate
    except ImportError:
        return fold
    reading: Callable[[str], str] = collate.strokes if chinese == "stroke" else collate.pinyin
    return reading
