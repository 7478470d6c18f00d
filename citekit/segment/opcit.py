"""Op. cit. in the middle of a sentence: "made by Doe, op. cit., p. 20, and denied by Roe, op. cit., p. 2"."""

from __future__ import annotations

import re

from citekit.recognise.pages import PAGE_LIST

_NAME = r"(?:[A-ZÀ-Ý]\.\s?)*(?:de |von |van )?[A-ZÀ-Ý][\w’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+){0,2}"
_NAMES = rf"{_NAME}(?:(?:,\s+|,?\s+and\s+|\s&\s){_NAME}){{0,2}}"
_NAMED = re.compile(rf"(?<=\s)(?P<names>{_NAMES}),?\s+(?:op|loc|art)\.?\s*cit\b")
_OP_CIT_ENDS = re.compile(rf"\bcit\.?,?\s*(?:pp?\.\s*)?{PAGE_LIST}(?=,?\s+[a-z])", re.IGNORECASE)
# "denied by Roe, op. cit.", "so does Roe, op. cit."
_LEADS = re.compile(rf"(?:[a-z][a-z’'-]*\s+){{1,8}}(?={_NAMES},?\s+(?:op|loc|art)\.?\s*cit\b)")


def ends_of_op_cit(veiled: str) -> list[int]:
    """Where citations with op. cit. end with which a sentence that has another of them goes on."""
    if veiled.count("cit") < 2:
        return []
    return [m.end() for m in _OP_CIT_ENDS.finditer(veiled) if "cit" in veiled[m.end() :]]


def named_before_op_cit(veiled: str, start: int, end: int) -> int:
    """Where the author named right before op. cit. begins, in a sentence of prose; -1 where none is."""
    match = _NAMED.search(veiled, start, end) if veiled.find("cit", start, end) >= 0 else None
    return match.start("names") if match else -1


def words_before_op_cit(veiled: str, start: int, end: int) -> int:
    """The end of the words in small letters before the author named with op. cit.; *start* if none."""
    match = _LEADS.match(veiled, start, end) if veiled.find("cit", start, end) >= 0 else None
    return match.end() if match else start
