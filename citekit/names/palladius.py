"""The Palladius system: Chinese in Cyrillic letters, syllable by syllable."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.names.tables import chinese_surnames, compound_surnames, remembered, rows

_SEPARATORS = re.compile(r"[-‐‑–'’ъ]")


@remembered()
def _table() -> dict[str, str]:
    """Cyrillic syllables to pinyin: initials and finals combined, the irregular ones as they are."""
    parts = {heading: _pairs(heading) for heading in ("initials", "hard", "soft initials", "soft", "whole")}
    table: dict[str, str] = {}
    for initials, finals in (("initials", "hard"), ("soft initials", "soft")):
        for cyrillic, latin in parts[initials].items():
            for final, pinyin in parts[finals].items():
                table.setdefault(cyrillic + final, latin + pinyin)
    return {**table, **parts["whole"]}


def _pairs(wanted: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for heading, row in rows("palladius"):
        if heading == wanted:
            for word in row:
                cyrillic, latin = word.replace("-", "").split("=")
                table[cyrillic] = latin
    return table


@lru_cache(maxsize=8192)
def split(word: str) -> tuple[str, ...]:
    """The pinyin syllables of a Palladius *word*, () where it is none: "Цзэдун" -> ("ze", "dong").

    Of several divisions the one with fewest syllables counts; an н between vowels begins a syllable unless ъ
    or an apostrophe says otherwise (Чанъань), as the system prescribes.
    """
    syllables: list[str] = []
    for part in _SEPARATORS.split(word.lower()):
        if not part or len(part) > 24:
            return ()
        divided = _divide(part)
        if not divided:
            return ()
        syllables += divided
    return tuple(syllables)


def _divide(word: str) -> tuple[str, ...]:
    table = _table()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 6), end):
            before, pinyin = best[start], table.get(word[start:end])
            if before is not None and pinyin is not None:
                now = best[end]
                if now is None or len(before) + 1 <= len(now):
                    best[end] = (*before, pinyin)
    return best[-1] or ()


def syllables(word: str) -> int:
    """How many Chinese syllables a Cyrillic *word* has in the Palladius system, 0 if it is none."""
    return len(split(word))


def is_surname(word: str) -> bool:
    """Whether a Cyrillic *word* is a Chinese surname after Palladius (Мао, Чжоу, Оуян)."""
    pinyin = "".join(split(word)).replace("ü", "u")
    return pinyin in chinese_surnames() or pinyin in compound_surnames()


def to_pinyin(word: str) -> str:
    """A Palladius word in pinyin, with the apostrophe of GB/T 16159; the word itself where it is none."""
    parts = split(word)
    if not parts:
        return word
    joined = parts[0] + "".join(f"'{part}" if part[0] in "aoe" else part for part in parts[1:])
    return joined.capitalize() if word[0].isupper() else joined
