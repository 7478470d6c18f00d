"""By which convention a note cites: the signs it uses say so, whatever language its titles are in."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Convention: TypeAlias = Literal["chinese", "gost", "western"]

_CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґЎў]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
# GB/T 7714-2015, 8.5: the mark of the kind of source, [M], [J/OL], follows the title.
_GBT_MARK = re.compile(r"\[(?:[MCNJDRSPGAZ]|DB|CP|EB|CM|DS)(?:/(?:MT|DK|CD|OL))?\]")
_PARENTHESES = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")


def convention_of(text: str) -> Convention:
    """The convention *text* (a note, or one citation) follows.

    ``chinese``  《》 titles, full-width signs, GB/T 7714 marks of the kind of source
    ``gost``     GOST R 7.0.5: mostly Cyrillic, or the "//" between a part and its source
    ``western``  everything else: Chicago, Turabian, MLA notes and their mixtures
    """
    if "《" in text and _LATIN.search(text) is None:
        return "chinese"
    if "[" in text and _GBT_MARK.search(text):
        return "chinese"
    bare = _PARENTHESES.sub("", text) if len(text) > 40 else text
    han, cyrillic, latin = len(_HAN.findall(bare)), len(_CYRILLIC.findall(bare)), len(_LATIN.findall(bare))
    if han and han * 3 >= latin and han >= cyrillic:  # a Han character says about as much as three letters
        return "chinese"
    if cyrillic > latin or " // " in text:
        return "gost"
    return "western"
