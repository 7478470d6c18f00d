"""How alike two names look, brought into one script and with the habits of romanisation evened out."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.model import Name
from citekit.names import romanise
from citekit.names.words import fold, is_initials

# Spellings of one sound in Russian, Chinese and Korean names of Western books, evened out in this order.  The
# result is no romanisation: it only makes Shtykov, Štykov, Schtykow and Chtykov meet, or Chou and Zhou.
_EVENED = (
    (re.compile(r"shch|schtsch|chtch|sch|sh|sz"), "s"),
    (re.compile(r"tsch|tch|ch|cz|zh|dj|q(?=[aeiou])|j(?=[aeiou])"), "c"),
    (re.compile(r"ts|tz|dz|z"), "c"),
    (re.compile(r"kh|hs|x"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w|ff"), "v"),
    (re.compile(r"(?:iy|ij|yi|ii|yj|yy|ey|ei|ie|ye|y|j)(?=\b|$)"), "i"),
    (re.compile(r"y|j"), "i"),
    (re.compile(r"i(?=[aeou])"), ""),
    (re.compile(r"ou|oo|eu|u|o"), "u"),
    (re.compile(r"ae|ai|e"), "e"),
    (re.compile(r"g|k|q|c(?=[lrt])"), "k"),
    (re.compile(r"d|t"), "t"),
    (re.compile(r"b|p"), "p"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=8192)
def romanised(name: Name) -> tuple[str, str]:
    """The folded (family, given) of *name* in Latin letters; ("", "") for a literal."""
    if name.literal:
        return "", ""
    latin = romanise.name(name)
    family = f"{latin.non_dropping_particle}{latin.dropping_particle}{latin.family}"
    given = [word if is_initials(word) else fold(word) for word in latin.given.replace(".", ". ").split()]
    return fold(family.replace(" ", "")), " ".join(given)


@lru_cache(maxsize=8192)
def _even(word: str) -> str:
    for pattern, sound in _EVENED:
        word = pattern.sub(sound, word)
    return word


def alike_word(one: str, two: str) -> float:
    """Likeness of two romanised words, 0 to 1: the better of spelling and evened spelling (Jaro-Winkler)."""
    from rapidfuzz.distance import JaroWinkler

    one, two = one.replace(" ", ""), two.replace(" ", "")
    if not one or not two:
        return 0.0
    spelled = JaroWinkler.similarity(one, two)
    even = _even(one), _even(two)
    if min(map(len, even)) <= 3:  # too short to be told apart by their sounds
        return float(spelled)
    return float(max(spelled, 0.98 * JaroWinkler.similarity(*even)))


def alike(one: Name, two: Name) -> float:
    """Likeness of two names: the family names weigh most; given names count where both print one."""
    (family_one, given_one), (family_two, given_two) = romanised(one), romanised(two)
    if not family_one or not family_two:
        return 1.0 if one.literal and fold(one.literal) == fold(two.literal) else 0.0
    family = alike_word(family_one, family_two)
    if not given_one or not given_two:
        return family * 0.95
    return family * 0.65 + _alike_given(given_one, given_two) * 0.35


def _alike_given(one: str, two: str) -> float:
    first, second = one.split()[0], two.split()[0]
    if is_initials(first) or is_initials(second):
        return 0.9 if fold(first)[:1] == fold(second)[:1] else 0.0
    return alike_word(one, two)
