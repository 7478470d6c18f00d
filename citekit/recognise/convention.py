"""By which convention a note cites: the signs it uses say so, whatever language its titles are in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from citekit.recognise.brackets import pairs
from citekit.recognise.western_manner import is_western_manner

Convention: TypeAlias = Literal["chinese", "gost", "western"]

_CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґЎў]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_CHINESE_SIGN = re.compile(r"[《》〈〉「」，。：；、（）]|第\s*\d|\d\s*[年页頁]|[编編著译譯]\s*[,.:]")
# "Shen Zhihua：《冷战》，Beijing：...": a name in any script, the full-width colon, the title in its marks
_CHINESE_TITLE = re.compile(r"\s*[^;；《》。]{0,120}：\s?《")
_ADDRESS = re.compile(r"\w+://\S+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
# GB/T 7714-2015, 8.5: the mark of the kind of source, [M], [J/OL], follows the title.
_GBT_MARK = re.compile(r"\[(?:[MCNJDRSPGAZ]|DB|CP|EB|CM|DS)(?:/(?:MT|DK|CD|OL))?\]")


def _letters(text: str) -> tuple[int, int, int]:
    """How many Han, Cyrillic and Latin letters *text* has."""
    if "://" in text:  # an address is in no language
        text = _ADDRESS.sub("", text)
    if text.isascii():
        return 0, 0, len(text)
    return len(_HAN.findall(text)), len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))


def _without_brackets(text: str) -> str:
    """*text* without what stands in brackets: there a western note gives titles in their own script."""
    kept, last = [], 0
    for pair in pairs(text):
        if pair.mark in "([（［":
            kept.append(text[last : pair.start])
            last = pair.end
    return "".join([*kept, text[last:]])


@lru_cache(maxsize=4096)  # asked for the habit of a document, for each note, and for what each note cites
def convention_of(text: str) -> Convention:
    """The convention *text* (a note, or one citation) follows.

    ``chinese``  《》 titles, full-width signs, GB/T 7714 marks of the kind of source
    ``gost``     GOST R 7.0.5: mostly Cyrillic, or the "//" between a part and its source
    ``western``  everything else: Chicago, Turabian, MLA notes and their mixtures
    """
    if "《" in text and (_LATIN.search(text) is None or _CHINESE_TITLE.match(text)):
        return "chinese"
    if "[" in text and _GBT_MARK.search(text):
        return "chinese"
    han, cyrillic, latin = _letters(text)
    if latin and (han or cyrillic) and ("(" in text or "[" in text or "（" in text):
        han, cyrillic, latin = _letters(_without_brackets(text))
    if han and han * 3 >= latin and han >= cyrillic:  # a Han character says about as much as three letters
        romanised = latin >= han and _LATIN.match(text.lstrip("“\"‘'")) and not _CHINESE_SIGN.search(text)
        # "Zhang San 张三, Shu de mingzi 书的名字"
        return "western" if romanised or is_western_manner(text) else "chinese"
    if " // " in text or (cyrillic > latin and not is_western_manner(text)):
        return "gost"
    return "western"
