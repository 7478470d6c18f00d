"""Into how many syllables of a system of romanisation a word falls; 0 where it is foreign to the system."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from citekit.names.tables import remembered, rows
from citekit.names.words import fold

# ISO 7098:2015, 11.6: the apostrophe parts syllables that could be read together.
_APOSTROPHE = re.compile(r"['’ʼ]")


@remembered()
def _syllables(system: str) -> frozenset[str]:
    found: set[str] = set()
    for heading, words in rows("syllables"):
        if heading == system:
            columns = [column.replace("-", "").split(" ") for column in " ".join(words).split(" | ")]
            found.update("".join(parts) for parts in product(*columns))
    return frozenset(found - {""})


def _fewest(word: str, system: str) -> int:
    """The least number of syllables of *system* that make up *word*, 0 if none do (dynamic programming)."""
    syllables = _syllables(system)
    if not 0 < len(word) <= 24:
        return 0
    best = [0] + [99] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 7), end):
            if best[start] < best[end] - 1 and word[start:end] in syllables:
                best[end] = best[start] + 1
    return best[-1] if best[-1] < 99 else 0


@lru_cache(maxsize=16384)
def pinyin(word: str) -> int:
    """Syllables of *word* as pinyin: "Zhihua" 2, "Shen" 1, "Xi'an" 2, "Robert" 0."""
    counts = [_fewest(fold(part), "pinyin") for part in _APOSTROPHE.split(word)]
    return sum(counts) if all(counts) else 0


@lru_cache(maxsize=16384)
def korean(word: str) -> int:
    """Syllables of *word* as romanised Korean: "Ilsung" 2, "Philby" 0."""
    return _fewest(fold(word), "korean")


@lru_cache(maxsize=16384)
def wade(word: str) -> int:
    """Syllables of *word* in Wade-Giles: "Kuofeng" 2, "Piao" 1."""
    return _fewest(fold(word), "wade")
