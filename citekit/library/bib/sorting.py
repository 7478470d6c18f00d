r"""Names in other letters for classic BibTeX, which sorts, abbreviates and cuts them by bytes.

``{\noopsort{Torkunov}Т}оркунов``: what stands in braces and begins with a command is one letter for BibTeX
(btxdoc, section 4: "special character").  It is sorted by the word in Latin letters, which is not printed; an
initial is the whole of it; and no label ("alpha" takes three letters) ends within a letter of several bytes.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest

from citekit.library.bib.latex import encode

COMMAND = re.compile(r"\\noopsort\s*\{[^{}]*\}")
_BETWEEN = re.compile(r"([\s-]+)")
_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "ı": "i"}
)
_LABEL = 3
"""Letters of a surname in the labels of alpha.bst."""


def reading(latin: str) -> str:
    """*latin*, how a name reads in Latin letters, without everything but A to Z, word by word."""
    return "".join(
        part if at % 2 else _capital(re.sub(r"[^A-Za-z]+", "", unicodedata.normalize("NFKD", part)))
        for at, part in enumerate(_BETWEEN.split(latin.translate(_PLAIN).strip(" -")))
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def as_one(text: str, latin: str) -> str:
    """The whole of *text* as one letter that is sorted by *latin*."""
    return f"{{\\noopsort{{{latin}}}{encode(text)}}}"


def marked(text: str, latin: str) -> str:
    """The words of *text*, each with its first letter sorted by its word of *latin*, as TeX."""
    words, spaces = _BETWEEN.split(text)[::2], _BETWEEN.split(text)[1::2]
    keys = _BETWEEN.split(latin)[::2]
    if len(keys) != len(words):
        keys = [re.sub(r"[\s-]", "", latin)] + [""] * (len(words) - 1)
    written = [_word(word, key) for word, key in zip(words, keys, strict=True)]
    return "".join(part for pair in zip_longest(written, spaces, fillvalue="") for part in pair)


def _word(word: str, latin: str) -> str:
    if word.isascii() or not word[:1].isalpha():
        return encode(word)
    end = 1
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    written, room = [as_one(word[:end], latin)], _LABEL - 1
    for place, letter in enumerate(word[end:], end):
        size = len(letter.encode("utf-8"))
        if room <= 0:
            return "".join(written) + encode(word[place:])
        written.append(encode(letter) if size <= room else as_one(letter, ""))
        room -= size if size <= room else 1
    return "".join(written)
