"""The source of a .bib file: what a value says, and slips of other programs that a reader can see through."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HEAD = r"^[ \t]*@[ \t]*(?!comment\b|string\b|preamble\b)\w+\s*[{(]"
# @book{ author = ...: EndNote writes no key where the writer has set no label.
_NO_KEY = re.compile(rf"({_HEAD})(?=\s*[A-Za-z][\w-]*\s*=)", re.IGNORECASE | re.MULTILINE)
_NO_COMMA = re.compile(
    rf"({_HEAD}\s*[^\s,{{}}()=#\"'%]+)(?=\s+[A-Za-z][\w-]*\s*=\s*[{{\"\w])", re.IGNORECASE | re.MULTILINE
)
_WORD = re.compile(r"[^\s#{}\",]+")
_FIELD = re.compile(r"([A-Za-z][\w:+-]*)\s*=\s*")
_SPACE = re.compile(r"\s*")


def with_keys(text: str) -> tuple[str, list[int], list[int]]:
    """*text* whose entries all have a key and a comma behind it, on the same lines as before.

    Also the lines (from 0) where a key, and where a comma was missing.
    """
    keyless: list[int] = []
    commas: list[int] = []

    def key(found: re.Match[str]) -> str:
        keyless.append(text.count("\n", 0, found.start()))
        return f"{found[1]}item-{len(keyless)},"

    text = _NO_KEY.sub(key, text)

    def comma(found: re.Match[str]) -> str:
        commas.append(text.count("\n", 0, found.start()))
        return f"{found[1]},"

    return _NO_COMMA.sub(comma, text), keyless, commas


def evaluated(raw: str, macros: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """What *raw*, a value as it stands in the file, says: its parts joined (``cup # " Ltd"``), macros set in.

    Also the fields that follow in it because a comma is missing, by name.  What cannot be read stays as it
    is.
    """
    said, place = "", 0
    while place < len(raw):
        part, place = _part(raw, place, macros)
        said += part
        place = _SPACE.match(raw, place).end()  # type: ignore[union-attr]  # it always matches
        if raw[place : place + 1] != "#":
            break
        place = _SPACE.match(raw, place + 1).end()  # type: ignore[union-attr]
    rest = raw[place:]
    field = _FIELD.match(rest)
    if field is None:
        return (f"{said} {rest}" if rest else said), {}
    value, more = evaluated(rest[field.end() :], macros)
    return said, {field[1].lower(): value} | more


def _part(raw: str, place: int, macros: Mapping[str, str]) -> tuple[str, int]:
    """One part of a value, and where it ends; braces count whether a backslash stands before them or not."""
    if raw[place] in '{"':
        quoted, depth = raw[place] == '"', 0
        for at in range(place + quoted, len(raw)):
            depth += (raw[at] == "{") - (raw[at] == "}")
            escaped = (
                quoted and raw[at - 1] == "\\" and '"' in raw[at + 1 :]
            )  # "\"Uber", which BibTeX refuses
            if depth == 0 and raw[at] == ('"' if quoted else "}") and not escaped:
                return raw[place + 1 : at], at + 1
        return raw[place:], len(raw)
    word = _WORD.match(raw, place)
    if word is None:
        return raw[place:], len(raw)
    return macros.get(word[0].lower(), word[0]), word.end()
