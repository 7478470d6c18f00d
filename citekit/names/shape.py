"""Whether a text has the shape of a personal name, before anything is known of it."""

from __future__ import annotations

import re

from citekit.names.bodies import is_body, telling_words, title_words
from citekit.names.han import is_transcription
from citekit.names.order import place_of_family
from citekit.names.syllables import pinyin
from citekit.names.tables import compound_surnames, han_surnames, japanese_surnames, remembered, word_set

_CAPITAL = r"[A-ZÀ-ÞĀ-ŽḀ-ỿА-ЯЁІЇЄҐЎ]"
_LOWER = r"[a-zß-ÿā-žơư\u1e01-\u1effа-яёіїєґў]"
_INITIAL = rf"{_CAPITAL}{_LOWER}{{0,2}}\.(?:[-‐–]?{_CAPITAL}{_LOWER}{{0,2}}\.)*"
_FULL = (
    rf"(?:[dDlLO]['’]|Mc|Mac|De|Di|Du|La|Le|Van|al-|el-)?{_CAPITAL}{_LOWER}+(?:[-‐–'’]{_CAPITAL}?{_LOWER}+)*"
)
_WORD = rf"(?:{_INITIAL}{_FULL}|{_INITIAL}|{_FULL}|{_CAPITAL}{{2,}}|{_CAPITAL}|[IV]+)"
_HAN_NAME = re.compile(r"[\u3400-\u9fff々\U00020000-\U0002ffff]{2,8}\Z")
_HAN_DOTTED = re.compile(r"(?:[\u3400-\u9fffA-Z]{1,8}[·・•．‧.] ?){1,3}[\u3400-\u9fff]{1,7}\Z")  # F·W·泰勒
# Endings of English abstract nouns and their adjectives, and of possessives, which no usual name has.
_ABSTRACT = re.compile(r"(?:[ts]ions?|ology|ologies|ical|graphy|tional|isms?|bility|ivity|['’]s)\b")
_ARTICLES = ("A ", "Der ", "Die ", "Das ", "Les ", "Los ", "Las ", "Il ", "Os ")
_PINYIN_END = frozenset("aeioungr")
_SPLIT = re.compile(r"[ ,]+")


@remembered(32768)
def looks_like_person(text: str) -> bool:
    """Whether *text* has one to five words shaped like a personal name, in any of the three scripts.

    Pinyin names of two words, initials and particles are; titles ("Zhou Enlai nianpu", "The Korean War") and
    bodies ("Soviet Air Force") are not.
    """
    if len(text) > 60 or not text:
        return False
    if text > "\u3400" and text[0] >= "\u3400":
        return _looks_like_han_person(text)
    if _name_shape().match(text) is None:
        return not text.isascii() and _HAN_DOTTED.match(text) is not None
    words = _SPLIT.split(text.lower())
    if not title_words().isdisjoint(words) and _is_title(words) and not _is_an_ziwen(words):
        return False
    if text.startswith(_ARTICLES) or _ABSTRACT.search(text) or _is_pinyin_title(text):
        return False
    if telling_words().isdisjoint(words) and text < "\u0400" and not text.isupper():
        return True
    return not is_body(text)


@remembered()
def _name_shape() -> re.Pattern[str]:
    particles = "|".join(
        sorted(map(re.escape, word_set("particles", "dropping") | word_set("particles", "kept")))
    )
    word = rf"(?:(?:{particles}) )*{_WORD},?"
    tail = r"(?: Jr\.?| Sr\.?| оглы| кызы)"
    return re.compile(rf"{word}(?: {word}){{0,4}}(?:{tail}|(?: (?:{particles}))+)?\Z")


def _is_pinyin_title(text: str) -> bool:
    """Lishi Yanjiu, Dangdai Zhongguo: words of several syllables each, while a Chinese surname has one."""
    if text[-1] not in _PINYIN_END:
        return False
    words = text.split(" ")
    if len(words) < 2 or any(word[-1] not in _PINYIN_END for word in words) or "-" in text:
        return False
    if words[0].lower() in compound_surnames() or words[0] in word_set("given-western"):
        return False
    return all(pinyin(word) > 1 for word in words)


def _is_an_ziwen(words: list[str]) -> bool:
    """Whether only the first word is one of titles, but is a Chinese or Korean surname: An Ziwen."""
    return title_words().isdisjoint(words[1:]) and place_of_family(tuple(words)) == "first"


def _is_title(words: list[str]) -> bool:
    """Whether the title words among *words* make a title of it: not in "Theodore White", not in "White"."""
    if not word_set("not-names", "word").isdisjoint(words):
        return True
    return title_words().issuperset(words) and (len(words) > 1 or words[0] in word_set("not-names", "place"))


@remembered()
def _places() -> frozenset[str]:
    return word_set("not-names", "places-han")


def _looks_like_han_person(text: str) -> bool:
    if _HAN_DOTTED.match(text):
        return True
    if _HAN_NAME.match(text) is None or is_body(text):
        return False
    surnames, japanese, size = han_surnames(), japanese_surnames(), len(text)
    if text[:2] in _places():
        return False
    if size <= 3 and (text[0] in surnames or (size == 3 and text[0] in japanese)):
        return True
    if 3 <= size <= 6 and any(text[:cut] in surnames or text[:cut] in japanese for cut in (2, 3)):
        return True
    return size <= 6 and is_transcription(text)
