"""A personal name in Chinese characters: Chinese, Japanese, Korean, or a foreign name transcribed."""

from __future__ import annotations

import re

from citekit.model import Name
from citekit.names.tables import foreign_han, han_surnames, japanese_surnames, remembered, word_set

_INTERPUNCT = re.compile(r"\s*[·・•．‧∙⋅]\s*")
_NATION = re.compile(r"^[\[［〔【（(][^\]］〕】）)]{1,4}[\]］〕】）)]\s*")
_SPACE = re.compile(r"\s+")
_OTHER = re.compile(r"[（）()《》“”\"、，,；;：:/0-9「」『』]")
_ONLY_HAN = re.compile(r"[\u3400-\u9fff々〇\U00020000-\U0002ffff]+\Z")
_HAN_THEN_INITIALS = re.compile(r"([\u3400-\u9fff]+)\s*[,，\s]\s*((?:[A-Z]\.?[\s-]*)+)\Z")  # 昂温, G.
_INITIALS_THEN_HAN = re.compile(r"((?:[A-Z]\.?[\s-]*)+)([\u3400-\u9fff]+)\Z")


def read(text: str, foreign: bool) -> Name:
    """The name *text*; *foreign* where it is known to be the author of a translated work."""
    bare = _NATION.sub("", text)
    if bare != text:
        text, foreign = bare, True
    parts = [part for part in _INTERPUNCT.split(text) if part]
    if len(parts) > 1:
        last = _INITIALS_THEN_HAN.match(parts[-1])  # 约翰·F.肯尼迪
        return _transcribed([*parts[:-1], last[1].strip(), last[2]] if last else parts)
    initials = _INITIALS_THEN_HAN.match(text)
    if initials is not None:
        return Name(family=initials[2], given=initials[1].strip())
    initials = _HAN_THEN_INITIALS.match(text)
    if initials is not None:
        return Name(family=initials[1], given=initials[2].strip())
    text = _without_title(_SPACE.sub("", text))
    if _OTHER.search(text) or not _ONLY_HAN.match(text):
        return Name(literal=text)
    if text in _anonymous():
        return Name(literal=text)
    if text in han_surnames() or text in foreign_han():
        return Name(family=text)
    cut = _surname_length(text, foreign)
    if cut:
        return Name(family=text[:cut], given=text[cut:])
    if is_transcription(text) or (foreign and len(text) >= 2) or _is_mostly_transcription(text):
        return Name(family=text)
    return Name(literal=text)


def _without_title(text: str) -> str:
    """罗申大使, 彭德怀司令员, 毛主席: the title that follows a name is no part of it."""
    for title in word_set("honorifics", "han"):
        name = text.removesuffix(title)
        if name != text and (len(name) > 1 or name in han_surnames()):
            return name
    return text


def _transcribed(parts: list[str]) -> Name:
    """杜威·佛克马: the family name stands last; of 爱新觉罗·溥仪, a clan name, first."""
    if parts[0] in han_surnames():
        return Name(family=parts[0], given="·".join(parts[1:]))
    return Name(family=parts[-1], given="·".join(parts[:-1]))


@remembered()
def _anonymous() -> frozenset[str]:
    return word_set("transcription-han", "anonymous")


@remembered()
def _transcription_characters() -> frozenset[str]:
    return frozenset("".join(word_set("transcription-han", "characters")))


def is_transcription(text: str) -> bool:
    """Whether every character of *text* is one with which foreign names are written (斯大林, 福柯)."""
    return len(text) > 1 and _transcription_characters().issuperset(text)


def _is_mostly_transcription(text: str) -> bool:
    """尼葛洛庞帝: longer than a Chinese name, and three quarters of it as foreign names are written."""
    return len(text) >= 4 and sum(char in _transcription_characters() for char in text) * 4 >= len(text) * 3


def _is_foreign_sounding(text: str) -> bool:
    """乔纳斯, 罗杰斯: a foreign name that begins with a Chinese surname by chance."""
    return is_transcription(text) and not word_set("transcription-han", "foreign").isdisjoint(text[1:])


def _surname_length(text: str, foreign: bool) -> int:
    """How many characters of *text* are the surname; 0 where it has none that is known."""
    surnames, japanese, size = han_surnames(), japanese_surnames(), len(text)
    if size >= 4 or foreign:
        for length in (3, 2):  # 实藤惠秀, 佐佐木毅
            if size > length and text[:length] in japanese:
                return length
    if size >= 3:
        for length in range(min(5, size - 1), 1, -1):
            if text[:length] in surnames and size - length <= 2:
                return length
    if (foreign and (size == 2 or is_transcription(text))) or (size == 3 and _is_foreign_sounding(text)):
        return 0
    if size in (2, 3) and text not in surnames and text[0] in surnames:
        return 1
    if size == 3 and text[:2] in japanese:
        return 2
    if size == 3 and text[0] in japanese:  # 森鸥外
        return 1
    return 2 if size == 4 and _is_japanese(text, foreign) else 0


def _is_japanese(text: str, foreign: bool) -> bool:
    """狭间直树: four characters, a surname that no table has, a given name with a Japanese ending."""
    if _is_mostly_transcription(text):
        return False
    return foreign or text[-1] in "".join(word_set("surnames-japanese", "given-endings"))
