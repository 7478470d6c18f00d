"""The printed numbers of notes: where they stand before a note, and where they call one in the body.

Two families.  Raised numbers (¹, ①, ``<sup>1</sup>``, ``^1^``) say by themselves that they belong to a
note.  Plain ones ("1.", "(1)", "[1]", "1)", "1、", "注1") are numbers of notes only under a heading that
says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.model import Span

_RAISED_VALUE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿➀-➉⓵-⓾"
_CIRCLED_RANGES = (("①", 20, 1), ("㉑", 15, 21), ("㊱", 15, 36), ("❶", 10, 1), ("➀", 10, 1), ("⓵", 10, 1))
_RAISED_LABEL = re.compile(
    rf"""[\s>]{{0,12}}(?:\*\*)?(?:
        \[?(?P<digits>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,4}})\]?(?![⁰¹²³⁴⁵⁶⁷⁸⁹])
      | (?P<circled>[{_CIRCLED}])
      | <sup>\s*(?:<a[^<>]{{0,200}}>)?\[?(?P<tagged>\d{{1,4}})\]?(?:</a>)?\s*</sup>
      | \^\[?(?P<caret>\d{{1,4}})\]?\^
      | \$\s*\^\{{?(?P<tex>\d{{1,4}})\}}?\s*\$
    )(?:\*\*)?[.:)、]?[\s\u3000]*""",
    re.VERBOSE,
)
_RAISED_CALL = re.compile(
    rf"""[⁰¹²³⁴⁵⁶⁷⁸⁹]+
      | [{_CIRCLED}]
      | <sup>\s*(?:<a[^<>]{{0,200}}>)?\[?(?P<tagged>\d{{1,4}})\]?(?:</a>)?\s*</sup>
      | (?<=\S)\^\[?(?P<caret>\d{{1,4}})\]?\^
      | \$\s*\^\{{?(?P<tex>\d{{1,4}})\}}?\s*\$""",
    re.VERBOSE,
)
_RAISED_HINT = re.compile(rf"[⁰¹²³⁴⁵⁶⁷⁸⁹{_CIRCLED}^]|<sup>")
# A raised number after a unit, a power of ten or the letter of a formula is no note: 40 m², km², 10³, x².
_POWER = re.compile(r"(?:(?<!\d)10|(?<![^\W\d_])(?:\d\s?(?:m|м|in|ft|yd|mi)|[kcd]m|к?м|[xyrRn])|[=+×]\s?)$")
_PLAIN_LABELS = {
    "dot": re.compile(r"\s*(?:\*\*)?(\d{1,4})\\?[.．](?:\*\*)?(?!\d)[\s\u3000]*(?=\S|$)"),
    "comma": re.compile(r"\s*(\d{1,4})、\s*(?=\S|$)"),
    "paren": re.compile(r"\s*\\?[(（](\d{1,4})\\?[)）][\s\u3000]*(?=\S|$)"),
    "half": re.compile(r"\s*(\d{1,4})\\?[)）][\s\u3000]*(?=\S|$)"),
    "bracket": re.compile(r"\s*\\?[\[〔【［](\d{1,4})\\?[\]〕】］](?!\()[:.]?[\s\u3000]*(?=\S|$)"),
    "word": re.compile(
        r"\s*[\[〔【［(（]?(?:注释?|註釋?|[Nn]ote|NOTE|[Пп]рим(?:ечание|\.))\s*(\d{1,4})[\]〕】］)）]?[:：.]?[\s\u3000]*(?=\S|$)"
    ),
    "bare": re.compile(r"\s*(\d{1,4})[\s\u3000]+(?=\S)"),
}
_PLAIN_CALLS = {
    "paren": re.compile(r"(?<=\S)\s?\\?[(（](\d{1,4})\\?[)）]"),
    "bracket": re.compile(r"(?<=\S)\s?\\?[\[〔【［](\d{1,4})\\?[\]〕】］](?!\()"),
    "attached": re.compile(r"(?<=[A-Za-zА-Яа-яё.,;:!?”’\"')\]»。，；：！？”）》])(\d{1,4})(?=[\s\"”’)—–]|$)"),
}


@dataclass(frozen=True, slots=True)
class Label:
    """A number before a note: its value, its form, and how many characters of the line it takes."""

    number: int
    form: str
    length: int


@dataclass(frozen=True, slots=True)
class Call:
    """A number in the body that calls a note."""

    number: int
    form: str
    span: Span


def _circled_value(char: str) -> int:
    for first, size, value in _CIRCLED_RANGES:
        if 0 <= ord(char) - ord(first) < size:
            return value + ord(char) - ord(first)
    return 0


def raised_label(line: str) -> Label | None:
    """The raised number that *line* begins with, or None."""
    if not line or not _RAISED_HINT.search(line[:60]):
        return None
    match = _RAISED_LABEL.match(line)
    if match is None:
        return None
    if match["digits"]:
        number, form = int(match["digits"].translate(_RAISED_VALUE)), "raised"
    elif match["circled"]:
        number, form = _circled_value(match["circled"]), "circled"
    else:
        number, form = int(match["tagged"] or match["caret"] or match["tex"]), "raised"
    return Label(number, form, match.end()) if number else None


def raised_calls(source: str, start: int, end: int) -> Iterator[Call]:
    """The raised numbers in ``source[start:end]``, powers left out."""
    if not _RAISED_HINT.search(source, start, end):
        return
    for match in _RAISED_CALL.finditer(source, start, end):
        text = match.group()
        plain = match["tagged"] or match["caret"] or match["tex"]
        form = "raised"
        if plain:
            number = int(plain)
        elif text[0] >= "①":
            number, form = _circled_value(text), "circled"
        elif len(text) <= 4:
            number = int(text.translate(_RAISED_VALUE))
            if _POWER.search(source, max(start, match.start() - 5), match.start()):
                continue
        else:
            continue
        if number:
            yield Call(number, form, Span(match.start(), match.end()))


def plain_labels(line: str) -> Iterator[Label]:
    """The plain numbers that *line* may be said to begin with, one for each form that fits."""
    head = line[:40]
    if not any(char.isdigit() for char in head[:16]):
        return
    for form, pattern in _PLAIN_LABELS.items():
        match = pattern.match(line)
        if match is not None:
            number = int(match.group(1))
            if number:
                yield Label(number, form, match.end())


def plain_calls(source: str, form: str, start: int, end: int) -> Iterator[Call]:
    """The numbers of one *form* ("paren", "bracket", "attached") in ``source[start:end]``."""
    for match in _PLAIN_CALLS[form].finditer(source, start, end):
        number = int(match.group(1))
        if number:
            begin = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Call(number, form, Span(begin, match.end()))
