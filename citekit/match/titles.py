"""How two titles stand to each other: the same, a short form of the other, or only alike."""

from __future__ import annotations

from enum import IntEnum

from rapidfuzz.distance import Levenshtein

from citekit.match.folding import words


class Relation(IntEnum):
    """How a title stands to another, the stronger the higher."""

    NONE = 0
    ALIKE = 1  # a slip of the pen: few letters differ
    INSIDE = 2  # its words stand together inside the other ("Declassified Files in Russian Archives")
    BEGINS = 3  # it begins the other ("Biography of Mao")
    SAME = 4


def relation(short: str, full: str) -> Relation:
    """How *short* stands to *full*."""
    found = strict_relation(short, full)
    return found or (Relation.ALIKE if alike(short, full) else Relation.NONE)


def strict_relation(short: str, full: str) -> Relation:
    """The same without regard to slips of the pen: never ``ALIKE``, and much cheaper."""
    a, b = words(short), words(full)
    if not a or not b:
        return Relation.NONE
    if a == b:
        return Relation.SAME
    if len(a) <= len(b) and _begins(a, b):
        return Relation.BEGINS
    if 2 <= len(a) < len(b) and _inside(a, b):
        return Relation.INSIDE
    return Relation.NONE


def _begins(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The words of *a* open *b*; of the last one a beginning is enough ("Memoir" for "Memoirs")."""
    if a[:-1] != b[: len(a) - 1]:
        return False
    last, other = a[-1], b[len(a) - 1]
    return other == last or (len(last) >= 4 and other.startswith(last) and len(other) - len(last) <= 2)


def _inside(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return any(b[i : i + len(a)] == a for i in range(1, len(b) - len(a) + 1))


def alike(one: str, two: str) -> bool:
    """Whether two titles differ by a slip only: in at most one letter in twelve, and in no number."""
    a, b = "".join(words(one)), "".join(words(two))
    shorter, longer = sorted((len(a), len(b)))
    if shorter < 8 or longer - shorter > longer // 12 + 1:
        return False
    if [c for c in a if c.isdigit()] != [c for c in b if c.isdigit()]:
        return False
    allowed = max(1, longer // 12)
    return Levenshtein.distance(a, b, score_cutoff=allowed) <= allowed or _one_word_misspelt(
        words(one), words(two)
    )


def _one_word_misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """All words but one are equal; that one shares all consonants but one (wenxun, wenxuan)."""
    if len(a) != len(b) or len(a) < 3:
        return False
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(unlike) != 1:
        return False
    x, y = unlike[0]
    if x[0] != y[0] or min(len(x), len(y)) < 4 or not x.isascii() or Levenshtein.distance(x, y) > 3:
        return False
    return Levenshtein.distance(_consonants(x), _consonants(y)) <= 1


def _consonants(word: str) -> str:
    return "".join(c for c in word if c not in "aeiouü")
