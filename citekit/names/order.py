"""Where the family name stands in a romanised East Asian name: first, last, or unknown.

Nothing in "Zhihua Shen" says that the family name is the second word but knowledge of Chinese: a surname has
one syllable (compound ones apart) and stands in a short list, a given name has one or two and stands in none.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from citekit.names import syllables
from citekit.names.tables import (
    chinese_surnames,
    compound_surnames,
    japanese_latin,
    korean_surnames,
    remembered,
    vietnamese_surnames,
    word_set,
)
from citekit.names.words import fold

Place: TypeAlias = Literal["first", "last"]

# How much likelier a Chinese name in a Western text begins with the family name, where the words do not tell.
FAMILY_FIRST = 3.0
# What a given name counts that is no usual one-syllable given name, against one that is.
_UNUSUAL = 0.1

_VIETNAMESE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?\Z"
)
_JAPANESE = re.compile(
    r"(?:(?:ky|gy|sh|ch|ts|ny|hy|my|ry|by|py|[kgsztdnhfbpmyrwj])?[aeiou]h?|n(?![aeiouy])|(?<=[aeiou])(?:kk|ss|tt|pp)[aeiou])+\Z"
)
_SHORT = re.compile(r"(?!van|von|de|la|le)[^aeiou]{0,2}[aeiou]{1,2}[^aeiou]{0,2}\Z")
# Sounds that pinyin writes as no European language does.
_PLAINLY_PINYIN = re.compile(r"zh|x[iu]|q[iu]|uo|iao|iang|uang|iong|[aeiou]ng[^aeiou]")
_HYPHENS = re.compile(r"[-‐‑–]")


def is_asian_surname(word: str) -> bool:
    """Whether *word* is in the Chinese, Korean or Vietnamese table of romanised surnames."""
    return _surname(fold(word)) > 0


@remembered(8192)
def _surname(folded: str) -> float:
    return max(
        chinese_surnames().get(folded, 0.0),
        korean_surnames().get(folded, 0.0),
        vietnamese_surnames().get(folded, 0.0),
    )


@remembered(8192)
def is_asian_syllable(folded: str) -> bool:
    """Whether *folded* is one syllable of pinyin, Wade-Giles, Korean or Vietnamese."""
    return (
        syllables.pinyin(folded) == 1
        or syllables.wade(folded) == 1
        or syllables.korean(folded) == 1
        or _VIETNAMESE.match(folded) is not None
    )


def _is_hyphenated_given(word: str) -> bool:
    """Tse-tung, Il-sŏng, Kai-Shek, Ir-sen: two short parts joined, which only given names are."""
    parts = _HYPHENS.split(word)
    if len(parts) != 2 or max(map(len, parts)) > 6:
        return False
    return parts[1].islower() or all(is_asian_syllable(fold(part)) for part in parts)


def _as_given(folded: str) -> float:
    return 1.0 if folded in word_set("pinyin-given") or syllables.pinyin(folded) == 2 else _UNUSUAL


def place_of_family(words: tuple[str, ...], prior: float = FAMILY_FIRST) -> Place | None:
    """Where the family name stands in *words*, a name printed without a comma; None if it is not East Asian.

    *prior*: how much likelier family first is than family last where both words could be either.
    """
    if len(words) == 2:
        return _place_of_two(words[0], words[1], prior)
    if 3 <= len(words) <= 4:
        if _HYPHENS.search(words[-1]) and _surname(fold(words[0])) and _is_hyphenated_given(words[-1]):
            return "first"  # "Chan Lau Kit-ching"
        return _place_of_more(tuple(fold(word) for word in words), prior)
    return None


@remembered(4096)
def _place_of_two(one: str, two: str, prior: float) -> Place | None:
    a, b = fold(one), fold(two)
    compounds = compound_surnames()
    if a in compounds or b in compounds:
        if a in compounds and (is_asian_syllable(b) or _short_asian(b)):
            return "first"
        return "last" if b in compounds and _short_asian(a) else None
    first, last = _surname(a), _surname(b)
    hyphens = _HYPHENS.search(one) is not None, _HYPHENS.search(two) is not None
    if hyphens[0] != hyphens[1]:
        if hyphens[0]:
            return "last" if last and _is_hyphenated_given(one) else None
        return "first" if first and _is_hyphenated_given(two) else None
    return _place_by_pinyin(a, b, first, last, prior) or _place_by_habit(a, b, first, last, prior)


def _short_asian(folded: str) -> bool:
    return 0 < syllables.pinyin(folded) <= 2 or 0 < syllables.wade(folded) <= 2


def _place_by_pinyin(a: str, b: str, first: float, last: float, prior: float) -> Place | None:
    count = syllables.pinyin(a), syllables.pinyin(b)
    if count == (1, 2) and (first or _PLAINLY_PINYIN.search(b)):
        # A misprinted surname is in no table (Nei for Nie), but the given name shows the language.
        return "first"
    if count == (2, 1) and last:
        return "last"
    if count == (1, 1) and (first or last):
        return "first" if first * _as_given(b) * prior >= last * _as_given(a) else "last"
    return None


def _place_by_habit(a: str, b: str, first: float, last: float, prior: float) -> Place | None:
    """Wade-Giles, Korean, Vietnamese and Japanese words that are no pinyin."""
    known_first = bool(first) and (
        _is_loose_given(b) or (a in korean_surnames() and syllables.korean(b) == 2)
    )
    known_last = bool(last) and (_is_loose_given(a) or (b in korean_surnames() and syllables.korean(a) == 2))
    if known_first and known_last:
        return "first" if first * prior >= last else "last"
    if known_first or known_last:
        return "first" if known_first else "last"
    japanese = japanese_latin()
    if (a in japanese) != (b in japanese) and _JAPANESE.match(a) and _JAPANESE.match(b):
        return "first" if a in japanese else "last"
    return None


def _is_loose_given(folded: str) -> bool:
    return 1 <= syllables.wade(folded) <= 2 or is_asian_syllable(folded)


def _place_of_more(words: tuple[str, ...], prior: float) -> Place | None:
    first, last = _surname(words[0]), _surname(words[-1])
    if not (first or last) or not all(is_asian_syllable(word) for word in words):
        # "Kim Ir Sen": Korean by way of Russian fits no system, but is short all through.
        if korean_surnames().get(words[0], 0) > 1 and all(map(_SHORT.match, words[1:])):
            return "first"
        return None
    vietnamese = vietnamese_surnames()
    if vietnamese.get(words[0], 0) > 1 and _surname(words[-1]) < 3 and len(words) == 4:
        return "first"
    return "first" if first * prior >= last else "last"


def has_plain_order(one: str, two: str) -> bool:
    """Whether the syllables of a pinyin name show its order: one of the words has two, the other one."""
    return {syllables.pinyin(one), syllables.pinyin(two)} == {1, 2}


def swapped(family: str, given: str) -> bool:
    """Whether "*family*, *given*" was inverted wrongly: what stands first cannot be the family name, what
    follows can.

    Reference managers that take every name for a Western one print "Ping, Du" for Du Ping.
    """
    if not given or " " in given:
        return False
    left, right = fold(family.replace(" ", "-")), fold(given)
    if left in compound_surnames() or not _surname(right):
        return False
    if right in compound_surnames():
        return not _surname(left)
    if syllables.pinyin(left) == 1 and syllables.pinyin(right) == 1 and " " not in family:
        # An inverted form is ten times likelier right than wrong.
        return _surname(left) * _as_given(right) * 10 < _surname(right) * _as_given(left)
    if _surname(left) or " " in given or _HYPHENS.search(given):
        return False
    parts = [fold(part) for part in _HYPHENS.split(family.replace(" ", "-"))]
    return (syllables.pinyin(left) == 2 and syllables.pinyin(right) == 1) or (
        len(parts) == 2 and all(is_asian_syllable(part) for part in parts)
    )
