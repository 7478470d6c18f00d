"""The smallest things names are made of: folded words, initials, and the script a name is printed in."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, TypeAlias

Script: TypeAlias = Literal["han", "cyrillic", "latin"]

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_DROPPED = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ъ": "", "ь": "", "ё": "е", "й": "й"})
_SIGNS = re.compile(r"['’‘ʻʼʹʺ`´\-‐‑‒–.]+")
_MARKS = re.compile(r"[\u0300-\u0305\u0307-\u036f]|(?<![иИ])\u0306")

# One token of initials: "J.", "J.K.", "F.-L.", "M", and shortened given names: "Зб.", "Yu.", "Chr.", "Wm."
_INITIALS = re.compile(
    r"(?:[^\W\d_]\.|[^\W\d_]|[A-ZÀ-ÞŠŽČŁ][a-zà-ÿ]{1,2}\.|[А-ЯЁІЇЄҐЎ][а-яёіїєґў]{1,2}\.)"
    r"(?:[-‐‑–]?(?:[^\W\d_]\.|[A-ZÀ-Þ][a-zà-ÿ]{1,2}\.|[А-ЯЁІЇЄҐЎ][а-яёіїєґў]{1,2}\.))*\Z"
)

# Initials run together without stops (Vancouver style): no vowel, or they would be a surname in capitals.
_RUN_TOGETHER = re.compile(r"(?!NG\b)[B-DF-HJ-NP-TV-XZ]{2,3}\Z")
_SHORT_NAME = re.compile(r"[AEIOU][a-z]{2}\.\Z|[A-Z](?:[aeiouy][a-z]|[a-z][aeiouy])\.\Z")


def script_of(text: str) -> Script:
    """Which of the three scripts decides how *text* is read as a name."""
    if text.isascii():
        return "latin"
    if _HAN.search(text):
        return "han"
    return "cyrillic" if _CYRILLIC.search(text) else "latin"


def fold(word: str) -> str:
    """*word* without case, diacritics, hyphens, apostrophes and full stops: "Il-sŏng" -> "ilsong"."""
    if word.isascii() and word.isalpha():
        return word.lower()
    lowered = _SIGNS.sub("", word.casefold())
    if not lowered.isascii():
        lowered = _MARKS.sub("", unicodedata.normalize("NFKD", lowered))
        lowered = unicodedata.normalize("NFC", lowered).translate(_DROPPED)
    return lowered


def is_initials(word: str) -> bool:
    """Whether *word* is an initial or several: "S.", "М.В.", "F.-L.", "W", "Зб.", Vancouver's "JK"."""
    if not word[:1].isupper() or len(word) > 12:
        return False
    return _INITIALS.match(word) is not None or _RUN_TOGETHER.match(word) is not None


def without_stop(text: str) -> str:
    """*text* without the full stop that ends a statement; that of an initial or abbreviation stays."""
    if not text.endswith(".") or text.endswith(".."):
        return text.rstrip(".…")
    last = text.rpartition(" ")[2]
    if "." in last[:-1] or last in ("Jr.", "Sr."):
        return text
    # "Rogoff, Ken." ends a sentence, "Ковальский Зб." and "Chr." are shortened: no vowel before their end.
    return text if is_initials(last) and not _SHORT_NAME.match(last) else text[:-1]
