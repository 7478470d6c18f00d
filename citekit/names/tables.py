"""The tables of names: text files beside this module, read when first needed, open to a user's additions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, ParamSpec, TypeAlias, TypeVar

from citekit.names.words import fold

TableName: TypeAlias = Literal[
    "surnames-han",
    "surnames-chinese-other",
    "surnames-korean",
    "surnames-vietnamese",
    "surnames-japanese",
    "pinyin-given",
    "given-western",
    "russian-given",
    "transcription-han",
    "syllables",
    "articles",
    "cyrillic-other",
    "declension-ru",
    "palladius",
    "list-words",
    "not-names",
    "bodies",
    "honorifics",
    "particles",
    "persons",
]

# How much more likely a word of a class is to be the surname: classes of the files, most frequent first.
_WEIGHTS = (3.0, 1.0, 0.2, 0.03, 3.0)

_added: dict[str, list[str]] = {}
_caches: list[Any] = []

P = ParamSpec("P")
T = TypeVar("T")


def remembered(size: int | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """`functools.lru_cache` for what depends on a table: :func:`extend` empties it."""

    def wrap(function: Callable[P, T]) -> Callable[P, T]:
        wrapped: Any = cache(function) if size is None else lru_cache(maxsize=size)(function)
        _caches.append(wrapped)
        return wrapped  # type: ignore[no-any-return]

    return wrap


def extend(table: TableName, lines: Iterable[str]) -> None:
    """Add *lines*, in the format of the file ``tables/TABLE.txt``, to a table of this process.

    They count as if they stood at the end of the file, so a line "= 0" may come first to choose the class.
    """
    _added.setdefault(table, []).extend(lines)
    _clear()


def forget(table: TableName | None = None) -> None:
    """Take back what :func:`extend` added to *table*, or to all tables."""
    if table is None:
        _added.clear()
    else:
        _added.pop(table, None)
    _clear()


def _clear() -> None:
    for cached in _caches:
        cached.cache_clear()


def lines(table: str) -> Iterator[tuple[str, str]]:
    """The lines of *table* with the heading above them: what follows "="; comments start with "#"."""
    text = (Path(__file__).parent / "tables" / f"{table}.txt").read_text("utf-8")
    heading = "0"
    for line in (*text.splitlines(), *_added.get(table, ())):
        if line.startswith("="):
            heading = line[1:].strip()
        elif line and not line.startswith("#"):
            yield heading, line


def rows(table: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of *table* as (heading, words)."""
    return ((heading, line.split()) for heading, line in lines(table))


def _weight(heading: str) -> float:
    return _WEIGHTS[int(heading)]


@remembered()
def han_surnames() -> dict[str, str]:
    """Chinese surnames in characters, simplified and traditional, with the pinyin of the surname."""
    found: dict[str, str] = {}
    for _, (simplified, reading, *variants) in rows("surnames-han"):
        for form in (simplified, *variants):
            found.setdefault(form, reading)
    return found


@remembered()
def chinese_surnames() -> dict[str, float]:
    """Romanised Chinese surnames (folded), pinyin and other systems, with their weight."""
    weights: dict[str, float] = {}
    for heading, (_, reading, *_) in rows("surnames-han"):
        key = fold(reading)
        weights[key] = max(weights.get(key, 0.0), _weight(heading))
    for heading, words in rows("surnames-chinese-other"):
        for word in words:
            key = fold(word)
            weights[key] = max(weights.get(key, 0.0), 0.2 if heading == "1" else 1.0)
    return weights


@remembered()
def compound_surnames() -> frozenset[str]:
    """Romanised Chinese surnames of several syllables (folded): Ouyang, Sima, Ssu-ma."""
    pinyin = {fold(words[1]) for heading, words in rows("surnames-han") if heading == "4"}
    return frozenset(pinyin | {fold(word) for word in word_set("surnames-chinese-other", "2")})


@remembered()
def korean_surnames() -> dict[str, float]:
    """Korean surnames in Latin and Cyrillic letters (folded), with their weight."""
    return _weighted("surnames-korean")


@remembered()
def vietnamese_surnames() -> dict[str, float]:
    """Vietnamese surnames in Latin and Cyrillic letters (folded, without signs), with their weight."""
    return _weighted("surnames-vietnamese")


def _weighted(table: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for heading, words in rows(table):
        for word in words:
            weights.setdefault(fold(word), 3.0 if heading == "0" else 0.2)
    return weights


@remembered()
def japanese_surnames() -> frozenset[str]:
    """Japanese surnames in characters, every printed form."""
    return frozenset(
        word
        for heading, words in rows("surnames-japanese")
        for word in words
        if heading == "0" and not word.isascii()
    )


@remembered()
def foreign_han() -> dict[str, str]:
    """Chinese forms of foreign family names and the names: 斯大林 Stalin; no surname is cut off them."""
    asian = ("China", "Korea", "Japan", "Vietnam")
    found: dict[str, str] = {}
    for section, line in lines("persons"):
        families, *_, han = line.split("|")
        if section not in asian:
            for form in han.split(";"):
                found.setdefault(form.strip(), families.split(";")[0].strip(" !?"))
    return found


@remembered()
def japanese_latin() -> frozenset[str]:
    """Japanese surnames in Hepburn romanisation (folded)."""
    return frozenset(fold(word) for _, words in rows("surnames-japanese") for word in words if word.isascii())


@remembered()
def word_set(table: str, heading: str | None = None) -> frozenset[str]:
    """All words of *table* (or those under one heading), as they stand in the file."""
    return frozenset(word for head, words in rows(table) if heading in (None, head) for word in words)
