"""Which words of a title a style must not turn into lower case: they are braced in a .bib file."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from citekit.library.bib.latex import balanced

_WORD = re.compile(r"[^\W\d_][\w'’]*(?:-[^\W_][\w'’]*)*")
_BREAK = re.compile(r"[:.?!—–]\s*[\"“‘«(\[]*\s*$")
_BACK = 8
"""Characters before a word in which a colon or stop and opening quotes are looked for."""

_SMALL = frozenset(
    "a an the and but or nor for so yet as at by from in into of off on onto out over to up upon with via "
    "per than that if is its their his her it not no after before between during against under within".split()
)


@cache
def _proper() -> frozenset[str]:
    """What English capitalises wherever it stands: proper_names.txt."""
    text = files("citekit.export").joinpath("proper_names.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def protected(title: str, encoded: str, *, english: bool, whole: bool, names: Collection[str]) -> str:
    """*encoded*, the TeX of *title*, with braces around what keeps its capitals.

    In an English title these are names (of the library's own people, of peoples and states), abbreviations
    and, where the title is set in sentence case, every capitalised word but the first.  A title in another
    language is braced as a whole where *whole* says that the style would change it too.
    """
    if not english:
        return f"{{{encoded}}}" if whole and re.search(r"[A-ZÀ-ÞА-Я]", title) else encoded
    sentence_case, proper = _is_sentence_case(title), _proper()

    def brace(found: re.Match[str]) -> str:
        word = found[0]
        if encoded[found.start() - 1 : found.start()] == "\\" or not any(letter.isupper() for letter in word):
            return word
        before = encoded[max(0, found.start() - _BACK) : found.start()]
        first = (found.start() < _BACK and not before.strip('"“‘«([ ')) or _BREAK.search(before)
        if (
            any(letter.isupper() or letter.isdigit() for letter in word[1:])
            or any(part.lower() in proper or part in names for part in re.split(r"[-'’]", word))
            or bool(sentence_case and not first)
        ):
            return f"{{{word}}}"
        return word

    braced = re.sub(r"(?<!\\)\}( )\{", r"\1", _WORD.sub(brace, encoded))  # {Mao} {Zedong} is one name
    return braced if balanced(braced) else encoded


def _is_sentence_case(title: str) -> bool:
    """Whether most long words of *title* begin with a small letter."""
    words: list[str] = [word for word in _WORD.findall(title)[1:] if word.lower() not in _SMALL]
    return sum(word[0].islower() for word in words) * 2 > len(words)
