"""Bodies: offices, archives, academies, editorial boards, as against persons."""

from __future__ import annotations

import re

from citekit.names.tables import remembered, rows, word_set
from citekit.names.words import script_of

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ACRONYM = re.compile(r"[A-ZА-ЯЁ]{3,7}s?\Z|[A-Z](?:\.[A-Z]){1,5}\.?\Z")
_VOWEL = re.compile(r"[AEIOUYАЕЁИОУЫЭЮЯ]")
_OF = re.compile(r"\s+(?:of|for|on|in|at|du|de|des|für|der|del|della)\s+", re.IGNORECASE)


@remembered(8192)
def is_body(text: str) -> bool:
    """Whether *text* names a body: it holds a word such as Office or Ministry, 委员会 or 档案馆, институт or архив.

    Acronyms (CMC, CIA, ЦК) are bodies too.
    """
    text = text.strip(" ,.;:").removeprefix("the ")
    if not text:
        return False
    script = script_of(text)
    if script == "han":
        return _is_han_body(text)
    lowered = text.lower()
    if lowered in _names() or _ACRONYM.match(text) is not None:
        return True
    if " and " in lowered and not _OF.search(text):  # "Smith and Press" is no body, "Army and Navy Board" is
        lowered = lowered.rpartition(" and ")[2]
    words = _WORD.findall(lowered)
    if script == "cyrillic":
        return any(word.startswith(stem) for word in words for stem in _stems(word[:2]))
    found = _body_words().intersection(words)
    if found and found <= _surname_like():  # "Edward House" against "Black Sea Fleet"
        return not word_set("not-names", "latin").isdisjoint(set(words) - found)
    return bool(found)


@remembered()
def _names() -> frozenset[str]:
    return frozenset(
        name
        for head, words in rows("bodies")
        if head == "name"
        for name in " ".join(words).split(";")
        if name
    )


@remembered()
def _body_words() -> frozenset[str]:
    return word_set("bodies", "unit") | word_set("bodies", "parent") | word_set("bodies", "whole")


@remembered()
def _surname_like() -> frozenset[str]:
    """Body words that are surnames too: they make a body only beside a word that is no name."""
    return word_set("bodies", "surname-like")


@remembered()
def _stem_table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for stem in sorted(word_set("bodies", "russian")):
        table[stem[:2]] = (*table.get(stem[:2], ()), stem)
    return table


def _stems(beginning: str) -> tuple[str, ...]:
    return _stem_table().get(beginning, ())


@remembered()
def _han_endings() -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    return (
        tuple(word_set("bodies", "han-end")),
        tuple(word_set("bodies", "han-short")),
        word_set("bodies", "han-name"),
    )


def _is_han_body(text: str) -> bool:
    bare = text.strip("“”\"'《》")
    long, short, names = _han_endings()
    if bare in names:
        return True
    if len(bare) <= 2:
        return False
    return bare.endswith(long if len(bare) > 3 else short)


def belongs_together(one: str, two: str) -> bool:
    """Whether "*one*, *two*" is a part of a body and the body it is part of, in either order.

    "Military History Research Department, Chinese Academy of Military Sciences" is one body, "Central
    Archives, Central Literature Research Office" are two: archives are a house of their own.
    """
    ranks = {_rank(one), _rank(two)}
    return ranks == {"unit", "parent"}


def _rank(text: str) -> str:
    """ "unit", "parent" or "" by the head of an English body name: the word before "of", else the last one."""
    lowered = text.lower().strip(" .,")
    if lowered in ("department of state", "state department", "war department", "navy department") or (
        lowered.endswith(("department of state", "department of defense", "department of the army"))
    ):
        return "parent"
    head = _WORD.findall(_OF.split(lowered)[0])[-1:] or [""]
    for rank in ("unit", "parent"):
        if head[0] in word_set("bodies", rank):
            return rank
    return "parent" if lowered in _countries() else ""


def _countries() -> frozenset[str]:
    return frozenset(
        {"united states", "ussr", "u.s.", "prc", "dprk", "united kingdom", "people's republic of china"}
    )
