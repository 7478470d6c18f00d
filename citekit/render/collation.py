"""Putting strings in order: without case and accents, Chinese by reading, scripts in groups."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, TypeAlias

from citekit.render.items import CJK

Key: TypeAlias = tuple[int, int, Any]

_IGNORED = re.compile(r"[\x01\x02\"'“”‘’«»„‚()\[\]{}<>*_.,:;!?…\-–—。，、；：？！《》〈〉「」『』（）〔〕]")
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


FAMILY_BEGINS, FAMILY_ENDS = "\x01", "\x02"
"""What a Chinese family name stands between in a sort key, so that it is read as a surname (曾 is Zeng)."""
_FAMILY = re.compile(f"{FAMILY_BEGINS}([^{FAMILY_ENDS}]*){FAMILY_ENDS}([^\\s,;、，；{FAMILY_BEGINS}]*)")


class Collator:
    """Sort keys for one style.

    *language* decides the order of scripts; *chinese* is "pinyin" or "strokes".
    *group_scripts* false compares all scripts in one row.
    """

    def __init__(self, language: str, chinese: str = "pinyin", group_scripts: bool = True) -> None:
        order = ORDERS.get(language[:2].lower(), DEFAULT_ORDER)
        self._rank = {script: place for place, script in enumerate(order)}
        self._group = group_scripts
        self._chinese = chinese
        self._keys: dict[str, Key] = {}

    def key(self, text: str) -> Key:
        """A key: keys compare as the texts should sort."""
        found = self._keys.get(text)
        if found is None:
            script = script_of(text)
            rank = self._rank[script] if self._group else 0
            found = (rank, 1, self._read(text)) if script == CHINESE else (rank, 0, fold(text))
            self._keys[text] = found
        return found

    def _read(self, text: str) -> tuple[Any, ...]:
        from citekit.model import Name
        from citekit.names import collate

        order: Any = "strokes" if self._chinese == "strokes" else "pinyin"
        out: list[Any] = []
        place = 0
        for found in _FAMILY.finditer(text):
            if text[place : found.start()].strip(" ,"):
                out += collate.title_key(text[place : found.start()].strip(" ,"), "zh", order)
            out += collate.name_key(Name(family=found.group(1), given=found.group(2)), order)
            place = found.end()
        if text[place:].strip(" ,"):
            out += collate.title_key(text[place:].strip(" ,"), "zh", order)
        return tuple(out)


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Lower case, without accents, punctuation and doubled spaces; й and ё keep their places."""
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
