"""Names and titles in Latin letters: Chinese in pinyin, Cyrillic by scheme, Palladius back to pinyin.

The heavy libraries (pypinyin, iuliia) are imported when first needed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Literal, TypeAlias, get_args

from citekit.model import Name
from citekit.names import palladius
from citekit.names.tables import foreign_han, han_surnames, remembered, rows
from citekit.names.words import script_of

Scheme: TypeAlias = Literal["ala-lc", "ala-lc-ties", "iso-9", "bgn-pcgn", "gost-7.79-b", "scientific"]
"""Ways to write Cyrillic in Latin letters.

``ala-lc`` is the Library of Congress table as books print it, without ligature ties (Iuliia); ``ala-lc-ties``
has them; ``iso-9`` is ISO 9:1995 = GOST 7.79-2000 system A, one letter for one (Ûliâ); ``bgn-pcgn`` the 1947
system of maps and newspapers (Yuliya); ``gost-7.79-b`` the Russian standard in ASCII; ``scientific`` that of
Slavists (Julija).
"""

SCHEMES: tuple[Scheme, ...] = get_args(Scheme)

_IULIIA: dict[Scheme, str] = {
    "ala-lc": "ALA_LC_ALT",
    "ala-lc-ties": "ALA_LC",
    "iso-9": "GOST_779",
    "bgn-pcgn": "BGN_PCGN",
    "gost-7.79-b": "GOST_779_ALT",
    "scientific": "SCIENTIFIC",
}
_OTHER_COLUMN: dict[Scheme, int] = {
    "ala-lc": 0,
    "ala-lc-ties": 0,
    "iso-9": 1,
    "bgn-pcgn": 2,
    "gost-7.79-b": 3,
    "scientific": 0,
}
_CYRILLIC_RUN = re.compile(r"[Ѐ-ԯ\u0300-\u036f]+(?:['’-][Ѐ-ԯ]+)*")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]|ськ|цьк|зьк")
_BELARUSIAN = re.compile(r"[ўЎ]")
_RUSSIAN_ONLY = re.compile(r"[ыэъёЫЭЪЁ]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff々\U00020000-\U0002ffff]+")
_GRAMMATICAL = re.compile(r"([的之与和及])")
_WORD = re.compile(r"[A-Za-z0-9]+")
_LATIN_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ı": "i"}
)


@lru_cache(maxsize=8192)
def cyrillic(text: str, scheme: Scheme = "ala-lc") -> str:
    """*text* with its Cyrillic letters in Latin ones; everything else stays.

    Words with Ukrainian or Belarusian letters follow the tables of these languages where the scheme has them
    (г is then h, и is y).  Raises ValueError for an unknown scheme, naming the known ones.
    """
    if scheme not in _IULIIA:
        raise ValueError(f"unknown scheme {scheme!r}; known are {', '.join(SCHEMES)}")
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    hints = _language(text)
    return _CYRILLIC_RUN.sub(lambda run: _cyrillic_word(run[0], scheme, hints), text)


def _language(text: str) -> str:
    if _BELARUSIAN.search(text):
        return "be"
    return "uk" if _UKRAINIAN.search(text) and not _RUSSIAN_ONLY.search(text) else "ru"


def _cyrillic_word(word: str, scheme: Scheme, language: str) -> str:
    if scheme != "iso-9":  # ISO 9 is the same for all languages
        if language in ("uk", "be"):
            word = word.replace("г", "h").replace("Г", "H")
        if language == "uk":
            word = word.replace("и", "y").replace("И", "Y")
    others = _others(scheme)
    latin = "".join(others.get(char, char) for char in word)
    return str(_schema(scheme).translate(latin))


@cache
def _schema(scheme: Scheme) -> Any:
    import iuliia

    return getattr(iuliia, _IULIIA[scheme])


@remembered()
def _others(scheme: Scheme) -> dict[str, str]:
    """Letters that iuliia 0.13 does not know, and ё, which it leaves as it is in some schemes."""
    column, table = _OTHER_COLUMN[scheme], {}
    for _, (letter, *latin) in rows("cyrillic-other"):
        table[letter] = latin[column]
        table[letter.upper()] = latin[column].capitalize()
    return table


def name(who: Name, scheme: Scheme = "ala-lc") -> Name:
    """The name in Latin letters: 曾国藩 -> Zeng Guofan, Мао Цзэдун -> Mao Zedong, Штыков -> Shtykov."""
    if who.literal:
        return Name(literal=text(who.literal, scheme))
    script = script_of(who.family + who.given)
    if script == "han":
        return Name(family=surname(who.family), given=_han_given(who.given), suffix=who.suffix)
    if script == "cyrillic":
        if _is_palladius(who):
            given = " ".join(palladius.to_pinyin(word) for word in who.given.split())
            return Name(family=palladius.to_pinyin(who.family), given=given)
        return Name(
            family=cyrillic(who.family, scheme),
            given=cyrillic(who.given, scheme),
            suffix=who.suffix,
            dropping_particle=cyrillic(who.dropping_particle, scheme),
            non_dropping_particle=cyrillic(who.non_dropping_particle, scheme),
        )
    return who


def _is_palladius(who: Name) -> bool:
    words = who.given.split()
    return bool(words) and palladius.is_surname(who.family) and all(map(palladius.syllables, words))


def surname(family: str) -> str:
    """A surname in pinyin as it is read in names: 曾 Zeng, 单 Shan, 尉迟 Yuchi; 斯大林 is Stalin."""
    known = han_surnames().get(family) or foreign_han().get(family)
    return known if known is not None else "".join(_syllables(family)).capitalize()


def _han_given(given: str) -> str:
    return " ".join(
        "".join(_joined(_syllables(part))).capitalize() for part in re.split(r"[·・\s]+", given) if part
    )


def _joined(syllables: list[str]) -> list[str]:
    """GB/T 16159-2012, 6.1: an apostrophe before a syllable that begins with a vowel (Xi'an)."""
    return syllables[:1] + [f"'{s}" if s[:1] in "aoe" else s for s in syllables[1:]]


def _syllables(han: str) -> list[str]:
    from pypinyin import lazy_pinyin

    return [str(syllable) for syllable in lazy_pinyin(han, v_to_u=True)]


def pinyin_words(han: str) -> list[str]:
    """*han* in pinyin, word by word: 朝鲜战争中的苏联空军 -> chaoxian zhanzheng zhong de sulian kongjun.

    Words are those of pypinyin's phrase table, grammatical characters, and, between them, pairs: most Chinese
    words have two characters (no dictionary is at hand; good enough for citekeys).
    """
    from pypinyin.seg.mmseg import seg

    words: list[str] = []
    for run in _HAN_RUN.findall(han):
        for piece in _GRAMMATICAL.split(run):
            singles = ""
            for word in (*seg.cut(piece), ""):
                if len(word) == 1:
                    singles += word
                    continue
                words += [singles[at : at + 2] for at in range(0, len(singles), 2)]
                singles = ""
                words += [word] if word else []
    return ["".join(_joined(_syllables(word))) for word in words]


def text(value: str, scheme: Scheme = "ala-lc") -> str:
    """*value* with everything in it romanised: Chinese in pinyin words, Cyrillic by *scheme*."""
    if value.isascii():
        return value
    if _HAN_RUN.search(value):
        value = _HAN_RUN.sub(lambda run: f" {' '.join(pinyin_words(run[0]))} ", value)
        value = re.sub(r"\s+", " ", value).strip()
    return cyrillic(value, scheme)


@lru_cache(maxsize=8192)
def ascii_words(value: str) -> tuple[str, ...]:
    """The words of *value* in plain lower-case ASCII, for citekeys: "Штыков" -> ("shtykov",)."""
    latin = unicodedata.normalize("NFKC", text(value)).casefold().translate(_LATIN_LETTERS)
    latin = unicodedata.normalize("NFKD", re.sub(r"['’ʹʺ`\"]", "", latin))
    return tuple(_WORD.findall("".join(char for char in latin if not unicodedata.combining(char))))
