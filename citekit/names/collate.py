"""Sort keys: where a name or a title stands in a bibliography of its script.

Chinese sorts by pinyin (surnames by their surname reading) or, by option, by strokes; Cyrillic by its
alphabet, ё as е; Latin with diacritics folded; leading articles of titles do not count (ISO 7154:1983, 4).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Literal, TypeAlias

from citekit.model import Name
from citekit.names import romanise
from citekit.names.tables import han_surnames, remembered, rows
from citekit.names.words import Script, fold, script_of

Key: TypeAlias = tuple[tuple[int, str], ...]
Order: TypeAlias = Literal["pinyin", "strokes"]

_SCRIPTS: tuple[Script, ...] = ("latin", "cyrillic", "han")
_ALPHABET = "абвгґдђѓеєжзѕиіїйјклљмнњопрстћќуўфхцчџшщъыьэюя"
_RANK = {letter: f"{rank:02d}" for rank, letter in enumerate(_ALPHABET)}
_NO_LETTER = re.compile(r"[^\w\s]+")


class StrokesUnavailableError(RuntimeError):
    """Sorting by strokes was asked for, and no source of stroke counts is installed."""


def name_key(who: Name, order: Order = "pinyin", scripts: tuple[Script, ...] = _SCRIPTS) -> Key:
    """The key by which *who* sorts among names: script, family name, given name.

    *order*: how Chinese characters sort.  *scripts*: which script comes first.
    Dropping particles (von) do not count, the others (van) do: CSL ``demote-non-dropping-particle="never"``.
    Raises StrokesUnavailableError for ``order="strokes"`` without a source of stroke counts.
    """
    if who.literal:
        return title_key(who.literal, order=order, scripts=scripts)
    family = f"{who.non_dropping_particle} {who.family}".strip()
    script = script_of(family)
    place = (scripts.index(script), "")
    if script == "han":
        return place, *_han_part(who.family, order, is_name=True), (0, ""), *_han_part(who.given, order)
    return place, (0, _letters(family, script)), (0, _letters(f"{who.given} {who.suffix}".strip(), script))


def title_key(
    title: str,
    language: str = "",
    order: Order = "pinyin",
    scripts: tuple[Script, ...] = _SCRIPTS,
) -> Key:
    """The key by which *title* sorts, without a leading article of its *language* (by default English)."""
    script = script_of(title)
    place = (scripts.index(script), "")
    if script == "han":
        return place, *_han_part(title, order)
    words = _NO_LETTER.sub(" ", title.replace("'", "’")).split()
    first = re.match(r"(?:[Ll]|[Dd])['’](?=\w)", title) if language[:2] in ("fr", "it") else None
    if first or (len(words) > 1 and words[0].lower() in _articles(language[:2] or "en")):
        words = words[1:]
    return place, (0, _letters(" ".join(words), script))


@remembered()
def _articles(language: str) -> frozenset[str]:
    return frozenset(word for heading, words in rows("articles") if heading == language for word in words)


def _letters(text: str, script: Script) -> str:
    if script == "cyrillic":
        lowered = text.lower().replace("ё", "е")
        return " ".join("".join(_RANK.get(char, char) for char in word) for word in lowered.split())
    return " ".join(fold(word) for word in re.split(r"[\s-]+", text) if word)


def _han_part(text: str, order: Order, *, is_name: bool = False) -> Key:
    if order == "strokes":
        count = _stroke_counter()
        return tuple((count(char), char) for char in text)
    if is_name and text in han_surnames():
        return ((0, fold(romanise.surname(text))), (0, text))
    parts: list[tuple[int, str]] = []
    for char in text:
        if char >= "\u3400":
            parts += [(0, fold(romanise.surname(char) if is_name else _reading(char))), (0, char)]
        else:
            parts.append((0, char.lower()))
    return tuple(parts)


@cache
def _reading(char: str) -> str:
    return "".join(romanise.pinyin_words(char)) or unicodedata.normalize("NFKD", char)


@cache
def _stroke_counter() -> Callable[[str], int]:
    """The number of strokes of a character, from the package ``strokes`` (Unihan kTotalStrokes)."""
    try:
        count = import_module("strokes").strokes
    except ImportError:
        raise StrokesUnavailableError(
            "sorting by strokes needs the package 'strokes': pip install strokes, or sort by pinyin"
        ) from None
    return lambda char: int(count(char))
