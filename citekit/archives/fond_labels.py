"""The labelled numbers of references by fond, inventory and file: "Ф. Р-5446", "ед. хр. 12", "案卷334"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from citekit.archives.leaves import LIST
from citekit.archives.patterns import lazy
from citekit.archives.spelling import DASHES
from citekit.archives.tables import rows

_PREFIXED = ("fond", "delo")
"""The units whose numbers open with letters: "Ф. Р 5446", with a hyphen also "Д. П-1234"."""

_NEEDED = frozenset(("fond", "opis", "delo"))
LEAVES = frozenset(("leaf", "page"))
"""The units that locate within a file and are no part of its identity."""

_LETTER = rf"[{DASHES}/]?[^\W\d_]{{1,2}}(?![^\W_])|\s[абвab](?=\s*(?:[,;)]|$|\.\s?(?:[ЛлLl]|$)))"
"""86а, 86-а, 500/к; with a space ("208 а") only before the end, a comma or the leaf."""

_NUMBER = rf"\d+(?:{_LETTER})?(?:-\d{{1,4}}(?![\w-])|(?:[/{DASHES[1:]}]\d+[^\W\d_]?(?![^\W_]))*)"
"""目录1-13 with one hyphen; with more of them it is a file number as China's Foreign Ministry gives them."""

_HAN_NUMBER = r"[〇○零一二三四五六七八九十百]+(?:[(（]\d+[)）])?"
_FOND_NUMBER = (
    rf"(?:[A-ZА-ЯІ]{{1,3}}\.?\s?[{DASHES}]?\s?|[рп][{DASHES}.]\s?)?{_NUMBER}"
    rf"(?:\.[IVX]{{1,4}}(?![^\W_]))?|{_HAN_NUMBER}"
)
_SEVERAL = (
    rf"{_HAN_NUMBER}|(?:[A-ZА-ЯІ]{{1,3}}\s?[{DASHES}]\s?)?{_NUMBER}"
    rf"(?:,\s?\d{{1,5}}[^\W\d_]?(?=\s*[.,;)]|\s*$)(?!\s*,?\s*(?:г|С|с|р)\b)){{0,6}}"
)


_DIGITS = lazy(r"\d++")
_SIGNS = " .:：№#[’'ʹ\u00a0"
"""What may stand between a label and its number."""

_HAN_LABELLED = lazy(
    r"(?P<word>全宗[号號]?|目[录錄][号號]?|案卷[号號]?|卷宗[号號]?)[:：]?\s*(?=[〇○零一二三四五六七八九十百])"
)
_HAN_ORDINAL = lazy(r"第\s*(?P<number>\d+)\s*号?(?P<word>全宗|目录|案卷|卷宗|文件夹|页)")
_VALUES = {
    "fond": lazy(rf"(?:{_FOND_NUMBER})(?![^\W\d_\u4e00-\u9fff])"),
    "leaf": lazy(rf"(?:{LIST})(?![^\W\d_\u4e00-\u9fff])"),
    "other": lazy(rf"(?:{_SEVERAL})(?![^\W\d_\u4e00-\u9fff])"),
}
_TOKEN = lazy(r"[^\W_]+")
_BEFORE = lazy(r"[\s.]*$")


@dataclass(frozen=True, slots=True)
class Element:
    """A label with its number: the unit it names, the label and number as printed, where they stand.

    ``generic`` labels ("file") count only beside other labels of their language.
    """

    unit: str
    label: str
    generic: bool
    value: str
    start: int
    end: int


Reading: TypeAlias = tuple[tuple[str, ...], str, bool]
"""How a label's last word can be read: the words before it, the unit, whether it is generic."""


@cache
def letters() -> dict[str, str]:
    """The sign of each unit in identifiers."""
    return {unit: letter for unit, letter, _ in _rows()}


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    table = rows("fond_labels.tsv")
    return tuple((unit, letter, tuple(words.split(" | "))) for unit, letter, words in table)


@cache
def _labels() -> dict[str, list[Reading]]:
    """The last word of every label -> how it can be read, longest label first."""
    labels: dict[str, list[Reading]] = {}
    for unit, _, words in _rows():
        for label in words:
            *before, last = _TOKEN.findall(label.strip("[]").casefold())
            labels.setdefault(last, []).append((tuple(before), unit, label.startswith("[")))
    for readings in labels.values():
        readings.sort(key=lambda reading: -len(reading[0]))
    return labels


def elements(text: str) -> list[Element]:
    """Every labelled number of an archival reference, in order; none where there is no fond, opis or delo.

    The search goes from the numbers back to their labels: a text has few numbers and many words.
    """
    candidates = [c for match in _DIGITS.finditer(text) for c in _candidates(text, match.start())]
    if "卷" in text or "全宗" in text:
        labels = _labels()
        for match in _HAN_LABELLED.finditer(text):
            candidates.append((labels[match["word"]], match.start(), match.end("word"), match.end()))
        candidates.sort(key=lambda c: c[1])
        found = [Element(*_ordinal(m)) for m in _HAN_ORDINAL.finditer(text)] if "第" in text else []
        if len(found) > 1:
            return found
    if not any(unit in _NEEDED for readings, *_ in candidates for _, unit, _ in readings):
        return []
    apart: list[Element] = []
    for candidate in candidates:
        element = _element(text, *candidate)
        if element is not None and (not apart or element.start >= apart[-1].end):  # the letter of "16012d. 5"
            apart.append(element)
    return apart


def _ordinal(match: re.Match[str]) -> tuple[str, str, bool, str, int, int]:
    """The element of "第3全宗", where the label follows the number."""
    unit = "page" if match["word"] == "页" else _labels()[match["word"]][0][1]
    return unit, match["word"], False, match["number"], match.start(), match.end()


def _candidates(text: str, number: int) -> Iterator[tuple[list[Reading], int, int, int]]:
    """The label before *number*: how it can be read, its start and end, where its number begins."""
    end = _back(text, number)
    dash = end > 0 and text[end - 1] in DASHES
    if dash:
        end = _back(text, end - 1)
    start = _word_start(text, end)
    if start < end and text[start:end].casefold() in ("no", "nos", "nr"):
        end = _back(text, start)
        start = _word_start(text, end)
    if start == end:
        return
    word = text[start:end]
    labels = _labels()
    if len(word) <= 3 and (dash or word.isupper()):
        fond_end = _back(text, start)
        fond_start = _word_start(text, fond_end)
        readings = [
            r
            for r in labels.get(text[fond_start:fond_end].casefold(), ())
            if r[1] in _PREFIXED[: 1 + dash] and not r[2]
        ]
        if readings and fond_end < start:
            yield readings, fond_start, fond_end, start
            return
    if dash:
        return
    found = labels.get(word.casefold())
    if found is None and word[-1] > "\u4e00":
        size = next((n for n in (4, 3, 2, 1) if word[-n:] in labels), 0)
        found, start = labels.get(word[-size:] if size else ""), end - size
    if found:
        yield found, start, end, number - (text[number - 1] == "[")


def _back(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in _SIGNS:
        at -= 1
    return at


def _word_start(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isalpha():
        at -= 1
    return at


def _element(text: str, readings: list[Reading], start: int, end: int, number: int) -> Element | None:
    for before, unit, generic in readings:
        at = start
        for word in reversed(before):
            gap = _BEFORE.search(text, max(0, at - 3), at)
            stop = gap.start() if gap else at
            at = stop - len(word)
            if at < 0 or text[at:stop].casefold() != word or (at and text[at - 1].isalpha()):
                break
        else:
            family = "fond" if unit == "fond" else "leaf" if unit in LEAVES else "other"
            value = _VALUES[family].match(text, number)
            if value is None:
                return None
            return Element(unit, text[at:end], generic, value[0], at, value.end())
    return None
