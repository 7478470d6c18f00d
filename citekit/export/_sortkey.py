"""Names and titles of other scripts in Latin letters, for programs that sort by bytes."""

from __future__ import annotations

import re
import unicodedata

_HAN = re.compile(r"[\u3400-\u9fff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def romanised(text: str) -> str:
    """*text* in ASCII letters: Chinese by pinyin, Cyrillic by ALA-LC, all without their marks."""
    if _HAN.search(text):
        from pypinyin import lazy_pinyin

        text = " ".join(lazy_pinyin(text))
    if _CYRILLIC.search(text):
        import iuliia

        text = iuliia.ALA_LC.translate(text)
    bare = unicodedata.normalize("NFD", text)
    return re.sub(r"\s+", " ", re.sub(r"[^A-Za-z0-9 -]+", "", bare)).strip()
