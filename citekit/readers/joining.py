"""Lines that printing broke, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/\-_=&?%#.]$")
_IDEOGRAPHIC = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_FULL_STOP = re.compile("[，。、；：！？》」』】）]$")
_FIGURE = re.compile(r"[\d(（]")
_LAST_TOKEN = re.compile(r"[^\s\u2e80-\u9fff()（）《》]+$")
_FIGURES_SPACED = re.compile(r"[\u3400-\u9fff] [\d(]|(?<![№\w.])\d+ [\u3400-\u9fff]")
_FIGURES_CLOSE = re.compile(r"[\u3400-\u9fff][\d(]|(?<![№\w.])\d+[\u3400-\u9fff]")
_UNSPACED_END = re.compile(f"[{_IDEOGRAPHIC}—“‘]$")
_UNSPACED_START = re.compile(f"[{_IDEOGRAPHIC}—”’]")


class Joiner:
    """Joins broken lines by what the rest of the document writes: is it "re-port" or "forty-two"?"""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(match.group() for match in _WORD.finditer(self._source.lower()))

    def join(self, lines: Iterable[str]) -> str:
        """*lines* as one, with a space between two of them where the language has one."""
        joined: list[str] = []
        for line in lines:
            line = line.strip()
            if not line:
                continue
            if joined:
                joined[-1], gap = self.seam(joined[-1], line)
                joined.append(gap)
            joined.append(line)
        return "".join(joined)

    def seam(self, left: str, right: str) -> tuple[str, str]:
        """*left* as it stands before *right*, and what stands between them."""
        last = left[-1]
        if last == "\u00ad":
            return left[:-1], ""
        if last in "-‐\u2011":
            return self._hyphen(left, right)
        if last in "–—" and right[0].isdigit() and left[-2:-1].isdigit():
            return left, ""
        if last in "/-_=&?%#." and right[0].isalnum() and _ADDRESS.search(left[-300:]):
            return (left, "") if last != "." or right[0].islower() else (left, " ")
        if _UNSPACED_END.search(last) and _UNSPACED_START.match(right):
            return left, ""
        if _FULL_STOP.search(last) or self._figure_stands_close(left, right):
            return left, ""
        return left, " "

    def _figure_stands_close(self, left: str, right: str) -> bool:
        """Whether figures and Chinese meet at a line end and are written without a space ("1950年")."""
        if "\u3400" <= left[-1] <= "\u9fff" and _FIGURE.match(right):
            return self._figures_are_close
        if left[-1].isdigit() and "\u3400" <= right[0] <= "\u9fff":
            token = _LAST_TOKEN.search(left[-40:])  # a space follows "№00601", an archival number
            return token is not None and token.group().isdigit() and self._figures_are_close
        return False

    @cached_property
    def _figures_are_close(self) -> bool:
        spaced = sum(1 for _ in _FIGURES_SPACED.finditer(self._source))
        return sum(1 for _ in _FIGURES_CLOSE.finditer(self._source)) >= spaced

    def _hyphen(self, left: str, right: str) -> tuple[str, str]:
        """A hyphen at a line end: of the word, or of the printer."""
        before, after = _LAST_WORD.search(left[-80:-1]), _FIRST_WORD.match(right)
        if before is None or after is None or not left[-2:-1].isalnum():
            number_range = left[-2:-1].isdigit() and right[0].isdigit()
            return left, "" if number_range or (before and after) else " "
        first, second = before.group().lower(), after.group().lower()
        if first + second in self._words:
            return left[:-1], ""
        if f"{first}-{second}" in self._words or not after.group()[0].islower():
            return left, ""
        return left[:-1], ""
