"""The Palladius system: Chinese in Cyrillic letters, syllable by syllable."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.names.tables import chinese_surnames, compound_surnames

# Cyrillic syllable to pinyin.  The system of Archimandrite Palladius (Kafarov) as fixed in the Great
# Chinese-Russian Dictionary (ed. I. M. Oshanin, 1983-84): initials and finals combine regularly; н closes
# -ng, нь closes -n.
_INITIALS = {
    "": "", "б": "b", "п": "p", "м": "m", "ф": "f", "д": "d", "т": "t", "н": "n", "л": "l", "г": "g", "к":
    "k", "х": "h", "чж": "zh", "ч": "ch", "ш": "sh", "ж": "r", "цз": "z", "ц": "c", "с": "s",
}  # fmt: skip
_HARD = {
    "а": "a", "о": "o", "э": "e", "ай": "ai", "эй": "ei", "ао": "ao", "оу": "ou", "ань": "an", "энь": "en",
    "ан": "ang", "эн": "eng", "ун": "ong", "у": "u", "уа": "ua", "уо": "uo", "уай": "uai", "уй": "ui", "уэй":
    "ui", "уань": "uan", "унь": "un", "уань ": "uan", "уан": "uang", "ы": "i", "и": "i",
}  # fmt: skip
_SOFT = {
    "и": "i", "я": "ia", "е": "ie", "яо": "iao", "ю": "iu", "янь": "ian", "инь": "in", "ян": "iang", "ин":
    "ing", "юн": "iong", "юй": "u", "юэ": "ue", "юань": "uan", "юнь": "un",
}  # fmt: skip
_WHOLE = {
    "и": "yi", "я": "ya", "е": "ye", "яо": "yao", "ю": "you", "янь": "yan", "инь": "yin", "ян": "yang", "ин":
    "ying", "юн": "yong", "юй": "yu", "юэ": "yue", "юань": "yuan", "юнь": "yun", "у": "wu", "ва": "wa", "во":
    "wo", "вай": "wai", "вэй": "wei", "вань": "wan", "вэнь": "wen", "ван": "wang", "вэн": "weng", "эр": "er",
    "хуэй": "hui", "хуй": "hui", "хуа": "hua", "хо": "huo", "го": "guo", "ко": "kuo", "ши": "shi", "чжи":
    "zhi", "чи": "chi", "жи": "ri", "цзы": "zi", "цы": "ci", "сы": "si", "люй": "lü", "нюй": "nü", "люэ":
    "lüe", "нюэ": "nüe", "хань": "han", "до": "duo", "то": "tuo", "ло": "luo", "но": "nuo", "чжо": "zhuo",
    "чо": "chuo", "шо": "shuo", "жо": "ruo", "цзо": "zuo", "цо": "cuo", "со": "suo", "юйи": "yuyi",
}  # fmt: skip
_SEPARATORS = re.compile(r"[-‐‑–'’ъ]")


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for cyrillic, latin in _INITIALS.items():
        for final, pinyin in _HARD.items():
            table[cyrillic + final] = latin + pinyin
    for cyrillic, latin in {"цз": "j", "ц": "q", "с": "x"}.items():
        for final, pinyin in _SOFT.items():
            table[cyrillic + final] = latin + pinyin
    for cyrillic in ("б", "п", "м", "д", "т", "н", "л"):
        for final, pinyin in _SOFT.items():
            table.setdefault(cyrillic + final, _INITIALS[cyrillic] + pinyin)
    table.update(_WHOLE)
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
