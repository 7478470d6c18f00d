"""Spelling made equal: the folding under which two printed forms of one archival unit become the same.

Nothing here is shown to anybody: folded text only makes up identifiers and keys of tables.
"""

from __future__ import annotations

import re
import unicodedata

from citekit.archives.patterns import lazy

DASHES = "-‐‑‒–—―−－﹣"
"""Everything that is printed for a hyphen or a dash between numbers."""

_DASHES = lazy(f"[{DASHES}]")
_VARIANT = lazy(
    "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2010-\u2012\u2015\u2043\u2212\ufe58\ufe63"
    "\uff03\uff0d-\uff19\uff21-\uff3a\uff41-\uff5a\u02bc\u2032\uff07\uff02]"
)
_ALIKE = {
    **dict.fromkeys(map(ord, "\u00a0\u1680\u202f\u205f\u3000"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2043\u2212\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u2015\ufe58"), "—"),
    **dict.fromkeys(map(ord, "\u02bc\u2032\uff07"), "’"),
    **{wide: chr(wide - 0xFEE0) for wide in (0xFF02, 0xFF03, *range(0xFF0E, 0xFF1A))},
    **{wide: chr(wide - 0xFEE0) for wide in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
}
# Signs that differ only in print, each to be read as one other sign (The Unicode Standard, chapter 6, "Space
# Characters", "Dashes and Hyphens"; the compatibility mappings of the full-width forms).
_RUSSIA = lazy("^俄(?:罗斯)?+(?:联邦)?+(?!国(?![家立防])|语|文|苏)")
"""俄总统档案馆 and 俄罗斯联邦总统档案馆 are one; 俄国 is not 俄 with 国 behind it, but 俄国防部 is."""

_LOWER = lazy(r"[a-zà-ÿа-яёіїє]{3}")
_UNPRINTED = lazy("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LEAD_HAN = lazy(r"^(?:参见|參見|参看|详见|詳見|见|見|转引自|轉引自|引自)[:：]?\s?")
_BETWEEN_SCRIPTS = lazy(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z\u0400-\u04ff])")
_NOT_WORD = lazy(r"[\W_]+")

# A signature's letter in transliteration: ГОСТ 7.79-2000, system B, and the Library of Congress agree here.
_LETTER = str.maketrans("абвгдежзиклмнопрстуфхэ", "abvgdejziklmnoprstufhe")

# Traditional characters in the names and labels of archives.
_SIMPLE = str.maketrans(
    "國館檔歷黨總統會縣號錄數蘇聯圖書機構資處東廣陝雲貴蔣閻馮灣華務經濟軍財電員辦廳區師團衛錢與會監吳",
    "国馆档历党总统会县号录数苏联图书机构资处东广陕云贵蒋阎冯湾华务经济军财电员办厅区师团卫钱与会监吴",
)

_LONG_NAMES = (
    ("российской федерации", "рф"),
    ("russian federation", "rf"),
    ("people's republic of china", "prc"),
    ("united states of america", "us"),
    ("united states", "us"),
    ("union of soviet socialist republics", "ussr"),
    ("ministry of foreign affairs", "mfa"),
    ("foreign ministry", "mfa"),
    ("archives", "archive"),
    ("中华人民共和国", "中国"),
)
# One name in long and short form: "Архив Президента Российской Федерации" and "Архив Президента РФ".

_HAN_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def alike(text: str) -> str:
    """*text* with one sign for every space, hyphen, apostrophe and full-width letter, none more or fewer."""
    return text if _VARIANT.search(text) is None else text.translate(_ALIKE)


def evenly(text: str) -> str:
    """*text* with single spaces, none at the ends, one between a Chinese word and a Latin or Cyrillic one,
    without signs that print nothing and without a Chinese "see" in front.
    """
    plain = " ".join(text.split())
    if plain.isascii():
        return plain
    return _BETWEEN_SCRIPTS.sub(" ", _LEAD_HAN.sub("", _UNPRINTED.sub("", plain)))


def fold(name: str) -> str:
    """*name* without case, spaces, punctuation, diacritics and the known long and short forms."""
    plain = (
        unicodedata.normalize("NFKC", name).casefold().replace("ё", "е").replace("’", "'").translate(_SIMPLE)
    )
    for long, short in _LONG_NAMES:
        if long in plain:
            plain = plain.replace(long, short)
    plain = plain.removeprefix("the ")
    folded = _NOT_WORD.sub("", plain.replace("&", "and"))
    if folded.isascii():
        return folded
    if folded[0] == "俄":
        folded = _RUSSIA.sub("俄罗斯", folded)
    marks = unicodedata.normalize("NFD", folded)
    return unicodedata.normalize(
        "NFC", "".join(c for c in marks if not "\u0300" <= c <= "\u036f" or c == "\u0306")
    )


def slug(name: str) -> str:
    """*name* as a readable piece of an identifier: lower case, words joined by ``-``, acronyms closed up."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е").translate(_SIMPLE)
    plain = plain.replace("’", "'").replace("'s ", "s ").replace("&", " and ")
    words = [word for word in _NOT_WORD.split(plain) if word]
    if words[:1] == ["the"]:
        words = words[1:]
    if not _LOWER.search(name):
        return "".join(words)
    return "-".join(words)


def signature(value: str) -> str:
    """The number of a fond, inventory or file in one spelling: "Р–5446" and "R-5446" are ``r5446``.

    Leading zeros stay: in the Russian foreign ministry's archive fond 0102 is not fond 102.
    """
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", value).casefold())
    plain = re.sub(r"\s*([-/.,])\s*", r"\1", plain.strip(" .,"))
    plain = re.sub(r"(?<=[^\W\d])[-. ]+(?=\d)|(?<=\d)[-./ ]+(?=[^\W\d])", "", plain)
    return plain.translate(_LETTER).replace(" ", "")


def simplified(value: str) -> str:
    """*value* with the characters of archives' names and labels in their simplified form."""
    return value.translate(_SIMPLE)


def dashes(value: str) -> str:
    """*value* with every dash as ``-``."""
    return _DASHES.sub("-", value)


def roman(value: str) -> int | None:
    """The number that a Roman numeral (up to 399) stands for, or None."""
    digits = [_ROMAN.get(c, 0) for c in value.casefold()]
    if not digits or 0 in digits:
        return None
    return sum(-d if d < after else d for d, after in zip(digits, [*digits[1:], 0], strict=True))


def volume(value: str) -> str:
    """A volume or part number in Arabic digits: "VII", "7" and "07" are ``7``."""
    number = roman(value)
    if number is not None:
        return str(number)
    return value.lstrip("0") or "0" if value.isdigit() else value.casefold()


def han_number(value: str) -> str:
    """A Chinese number in Arabic digits, positional (七八七) or with 十 and 百 (十八); others unchanged."""
    if not value or any(c not in _HAN_DIGITS and c not in "十百" for c in value):
        return value
    if all(c in _HAN_DIGITS for c in value):
        return "".join(str(_HAN_DIGITS[c]) for c in value)
    total, digit = 0, 0
    for c in value:
        if c in _HAN_DIGITS:
            digit = _HAN_DIGITS[c]
        else:
            total, digit = total + (digit or 1) * (10 if c == "十" else 100), 0
    return str(total + digit)
