"""Bodies: offices, archives, academies, editorial boards, as against persons."""

from __future__ import annotations

import re

from citekit.names.order import is_asian_surname
from citekit.names.tables import remembered, rows, word_set
from citekit.names.words import script_of

_PARENTHESES = re.compile(r"[（(][^（）()]*[）)]\Z")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ACRONYM = re.compile(r"[A-ZА-ЯЁ]{3,4}\Z|(?=[A-Z]*[B-DF-HJ-NP-TV-XZ]{3})[A-Z]{3,8}\Z|(?:[A-Z]\.){3,6}\Z")
# A name in capitals (BERG, SHAW, KIM) rather than an acronym: one syllable with consonants on both sides.
_PRONOUNCED = re.compile(r"[B-DF-HJ-NP-TV-XZ]+[AEIOUY]+[B-DF-HJ-NP-TV-Z]+\Z")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZБ-ДЖЗК-НП-ТФ-Щ]{2,5}\Z")
_OF = re.compile(r"\s+(?:of|for|on|in|at|du|de|des|für|der|del|della)\s+", re.IGNORECASE)


@remembered(8192)
def is_body(text: str) -> bool:
    """Whether *text* names a body: it holds a word such as Office, Ministry, 委员会, 档案馆, архив.

    Acronyms (CMC, CIA, ЦК) are bodies too.
    """
    text = text.strip(" ,.;:").removeprefix("the ")
    if not text:
        return False
    script = script_of(text)
    if script == "han":
        return _is_han_body(text)
    lowered = text.lower()
    if lowered in _names() or lowered in _states() or (text.isupper() and _is_acronym(text)):
        return True
    if " and " in lowered and not _OF.search(text):  # "Smith and Press" is no body, "Army and Navy Board" is
        lowered = lowered.rpartition(" and ")[2]
    words = _WORD.findall(lowered)
    if not _office_beginnings().isdisjoint(words[:1]) and _office().match(lowered):
        return True
    if script == "cyrillic":
        return any(_has_stem(word, stem) for word in words for stem in _stems(word[:2]))
    found = _body_words().intersection(words)
    if found and found <= _surname_like():  # "Edward House" against "Black Sea Fleet"
        return not title_words().isdisjoint(set(words) - found)
    return bool(found)


def _is_acronym(text: str) -> bool:
    """CMC, CINCFE, CC CPSU, ЦК; but not SHEN, MAO or STALIN, names printed in capitals."""
    words = text.split()
    if len(words) > 1:
        return _NO_VOWEL.match(words[0]) is not None and max(map(len, words)) <= 6
    if _NO_VOWEL.match(text) is not None or text.lower() in word_set("bodies", "acronym"):
        return True
    if _PRONOUNCED.match(text) or is_asian_surname(text):
        return False
    return _ACRONYM.match(text) is not None


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
def title_words() -> frozenset[str]:
    """Words of titles, places and bodies that do not stand in a personal name, or only in its family name."""
    return frozenset().union(*(word_set("not-names", heading) for heading in ("word", "place", "soft")))


@remembered()
def telling_words() -> frozenset[str]:
    """Lower-case words without one of which a text in Latin letters (not all capitals) names no body."""
    phrases = frozenset(word for name in _names() for word in name.split())
    return _body_words() | _office_beginnings() | phrases


@remembered()
def _surname_like() -> frozenset[str]:
    """Body words that are surnames too: they make a body only beside a word that is no name."""
    return word_set("bodies", "surname-like")


@remembered()
def _office_beginnings() -> frozenset[str]:
    return frozenset().union(
        *(word_set("bodies", heading) for heading in ("office", "office-before", "every"))
    )


@remembered()
def _office() -> re.Pattern[str]:
    """An office in place of its holder, as diplomatic papers name sender and addressee.

    "Secretary of State", "Ambassador in the Soviet Union", "Commander in Chief, Far East", "each command".
    """
    before, office, every = (
        "|".join(sorted(word_set("bodies", heading))) for heading in ("office-before", "office", "every")
    )
    return re.compile(
        rf"(?:(?:{before}) )*(?:{office})(?:[ -]general|[ -]in[ -]chief)?"
        rf"(?: (?:of|in|to|for|at|on)\b|[ -]general\Z|[ -]in[ -]chief)|(?:{every}) \w+"
    )


@remembered()
def _stem_table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for stem in sorted(word_set("bodies", "russian")):
        table[stem[:2]] = (*table.get(stem[:2], ()), stem)
    return table


def _has_stem(word: str, stem: str) -> bool:
    """Whether *word* is a form of *stem*: архивное of архив, but not the surname Судоплатов of суд."""
    return word.startswith(stem) and len(word) - len(stem) <= (5 if len(stem) > 4 else 2)


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
    bare = _PARENTHESES.sub("", text).strip("“”\"'《》")
    long, short, names = _han_endings()
    if bare in names:
        return True
    if len(bare) <= 2:
        return False
    return bare.endswith(long if len(bare) > 3 else short)


def belongs_together(one: str, two: str) -> bool:
    """Whether "*one*, *two*" is a part of a body and the body it is part of, in either order.

    "Military History Research Department, Chinese Academy of Military Sciences" and "U.S. Congress, Senate,
    Committee on Foreign Relations" are one body; "Central Archives, Central Literature Research Office" are
    two: archives are a house of their own.
    """
    first, second = _rank(one), _rank(two)
    if first == "state":  # "U.S. Department of State, Bureau of Public Affairs"
        return second != "whole"
    return "unit" in (first, second) and ("parent" in (first, second) or second == "state")


@remembered()
def _states() -> frozenset[str]:
    return frozenset(_phrases("state"))


@remembered()
def _phrases(heading: str) -> tuple[str, ...]:
    return tuple(phrase.replace("_", " ") for phrase in sorted(word_set("bodies", heading)))


def _rank(text: str) -> str:
    """ "state", "unit", "parent" or "whole", by the head of the name: the word before "of", else the last."""
    lowered = text.lower().strip(" .,").removeprefix("the ")
    if any(lowered == state or lowered.startswith(f"{state} ") for state in _phrases("state")):
        return "state"
    if lowered.endswith(_phrases("ministry")):
        return "parent"  # American departments are ministries, not parts of another body
    words = _WORD.findall(_OF.split(lowered)[0])
    head = words[-1] if words else ""
    return next((rank for rank in ("unit", "parent") if head in word_set("bodies", rank)), "whole")
