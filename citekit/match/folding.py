"""Texts and names reduced to what counts when two of them are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from citekit.model import Name

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "les"})
# Written out where one citation has the word and the next its abbreviation.
_EXPANSIONS = (
    (re.compile(r"\bu\.\s?s\.(?:\s?a\.)?(?=\W|$)|\bus\b(?=\s+[A-Z])"), "united states"),
    (re.compile(r"\bu\.\s?s\.\s?s\.\s?r\.?|\bussr\b", re.IGNORECASE), "soviet union"),
    (re.compile(r"\bu\.\s?k\.(?=\W|$)", re.IGNORECASE), "united kingdom"),
    (re.compile(r"&"), " and "),
)
_US = re.compile(r"(?<!\w)US ")  # a word of its own: FRUS is none


@lru_cache(maxsize=32768)
def words(text: str) -> tuple[str, ...]:
    """The words of *text* without case, accents, signs and leading article; Han characters one by one."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"[’']s\b|[’'](?=\s|$)|(?<=\w)[’'](?=\w)", "", text)
    if "." in text or "&" in text or "US" in text or "U" in text:
        for pattern, written in _EXPANSIONS:
            text = pattern.sub(written, _US.sub("united states ", text.replace("U.S.", "u.s.")))
    text = text.casefold()
    found = _WORD.findall(_HAN.sub(r" \g<0> ", text)) if not text.isascii() else _WORD.findall(text)
    if len(found) > 1 and found[0] in _ARTICLES:
        found = found[1:]
    return tuple(found)


def fold(text: str) -> str:
    """*text* as its words in one string, for exact comparison."""
    return " ".join(words(text))


@lru_cache(maxsize=32768)
def family_key(name: Name) -> str:
    """What must agree in two names of one person or body: the family name, or all words of a body."""
    if name.literal:
        return "|" + " ".join(sorted(set(words(name.literal))))
    return " ".join(words(f"{name.non_dropping_particle} {name.family}"))


def given_agree(one: Name, two: Name) -> bool:
    """Whether two given names may be one person's: one is the beginning or the initials of the other."""
    a, b = words(one.given), words(two.given)
    if not a or not b:
        return True
    if "".join(a).startswith("".join(b)) or "".join(b).startswith("".join(a)):
        return True
    if set(a) <= set(b) or set(b) <= set(a):  # "Frank" for "Robert Frank"
        return True
    return all(x[0] == y[0] and (len(x) == 1 or len(y) == 1 or x == y) for x, y in zip(a, b, strict=False))


def same_name(one: Name, two: Name) -> bool:
    """Whether two printed names can be the same person or body."""
    if bool(one.literal) != bool(two.literal):
        return False
    return family_key(one) == family_key(two) and given_agree(one, two)
