"""Into how many syllables of a system of romanisation a word falls; 0 where it does not belong to the
system."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from citekit.names.words import fold

# Hanyu Pinyin (GB/T 16159): the initials, and the finals that go with them.  Written by the rule, not by the
# list of the 410 syllables; the few combinations that no character has do no harm here.
_PINYIN = {
    "b p m f": "a o ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "d t n l": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo ui uan un ue",
    "g k h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j q x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh ch sh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "z c s r": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "y": "a e ao ou an ang i in ing ong u ue uan un o",
    "w": "a o ai ei an en ang eng u",
    "": "a o e ai ei ao ou an en ang eng er",
}
# Wade-Giles, apostrophes and umlauts left out, as books print it.
_WADE = {
    "p m f": "a o ai ei ao ou an en ang eng i ieh iao iu ien in ing u",
    "t n l": "a e o ai ei ao ou an en ang eng ung i ia ieh iao iu ien in iang ing u ui uan un ueh ih",
    "k h": "a o e ai ei ao ou an en ang eng ung u ua uo uai uei ui uan un uang",
    "ch hs": "i ia ieh iao iu ien in iang ing iung u ueh uan un a e ih ai ao ou an en ang eng ung ua o uai ui
    uang", "sh j": "a e ih ai ei ao ou an en ang eng ung u ua o uai ui uan un uang",
    "ts tz ss s": "a e u ai ao ou an en ang eng ung o ui uan un",
    "y": "a e eh ai ao u en in ing ueh uan un ung an ang i",
    "w": "a o ai ei an en ang eng u",
    "": "a o e ai ao ou an en ang erh i u",
}
# Korean: Revised Romanisation, McCune-Reischauer without breves, and what people make of them (Syngman,
# Chung, Moo).
_KOREAN_INITIALS = ["g", "k", "kk", "n", "d", "t", "tt", "r", "l", "rh", "m", "b", "p", "pp", "s", "ss", "sh", "j", "jj", "ch", "h", "y", "w"] + [""]
_KOREAN_VOWELS = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "oh", "oo", "ou", "u", "uh", "wa", "wae", "oe", "yo", "yoo", "woo", "wo", "we", "wi", "yu", "eu", "ui", "ee", "ie", "i", "ai"]
_KOREAN_FINALS = ["k", "g", "n", "t", "l", "m", "p", "b", "ng", "h", "s"] + [""]


def _product(rule: dict[str, str]) -> frozenset[str]:
    return frozenset(
        initial + final
        for initials, finals in rule.items()
        for initial in initials.split() or [""]
        for final in finals.split()
    )


@cache
def _pinyin() -> frozenset[str]:
    return _product(_PINYIN) - {"fi", "fie", "fiao", "fiu", "fian", "fin", "fing", "piu", "biu"}


@cache
def _wade() -> frozenset[str]:
    return _product(_WADE)


@cache
def _korean() -> frozenset[str]:
    return frozenset(
        initial + vowel + final for initial in _KOREAN_INITIALS for vowel in _KOREAN_VOWELS for final in
        _KOREAN_FINALS )


def _fewest(word: str, known: Callable[[], frozenset[str]], longest: int) -> int:
    """The least number of known syllables that make up *word*, 0 if none do (dynamic programming)."""
    syllables = known()
    best = [0] + [99] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - longest), end):
            if best[start] < best[end] - 1 and word[start:end] in syllables:
                best[end] = best[start] + 1
    return best[-1] if best[-1] < 99 else 0


@lru_cache(maxsize=16384)
def pinyin(word: str) -> int:
    """Syllables of *word* as pinyin: "Zhihua" 2, "Shen" 1, "Robert" 0."""
    folded = fold(word)
    return _fewest(folded, _pinyin, 6) if len(folded) <= 24 else 0


@lru_cache(maxsize=16384)
def korean(word: str) -> int:
    """Syllables of *word* as romanised Korean: "Ilsung" 2, "Philby" 0."""
    folded = fold(word)
    return _fewest(folded, _korean, 7) if len(folded) <= 16 else 0


@lru_cache(maxsize=16384)
def wade(word: str) -> int:
    """Syllables of *word* in Wade-Giles: "Kuofeng" 2, "Piao" 1."""
    folded = fold(word)
    return _fewest(folded, _wade, 6) if len(folded) <= 16 else 0
