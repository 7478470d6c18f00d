"""A western note between its hard boundaries: semicolons, "and" after a closed citation, "quoted in"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.segment.closing import (
    archive_follows,
    cited_in_another,
    closes_later,
    is_closed,
    only_names_speaker,
    pages_follow,
)
from citekit.segment.opcit import ends_of_op_cit

_AND = re.compile(r"(?:,|(?<=\))|(?<=\d))\s+and\s+(?=[A-Z“\"‘])")
_WITH = re.compile(r",?\s+(?:with|to)\s+(?=[A-Z“\"‘])")
_QUOTED_IN = re.compile(
    r",?\s+\(?(?:as\s+)?quoted\s+(?:in|from|by)\s+|[,.]\s+(?=see\s+also\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the note between hard boundaries; ``named`` says that it only names who is quoted."""

    start: int
    end: int
    named: bool = False


def pieces(text: str, veiled: str) -> list[Piece]:
    """The note between its hard boundaries: semicolons, "and" after a closed citation, "quoted in"."""
    bounds = [
        (m.start(), m.end(), False)
        for m in re.finditer(r"[;；]", veiled)
        if not pages_follow(veiled, m.end())
        and not archive_follows(veiled, veiled.rfind(";", 0, m.start()) + 1, m.start())
    ]
    joints = [_AND] if " and " in veiled else []
    if "ompare" in veiled or "ontrast" in veiled:  # "Compare A, 70, with B, 410"
        joints.append(_WITH)
    for pattern in joints:
        for match in pattern.finditer(veiled):
            if is_closed(veiled[max(0, match.start() - 400) : match.start()]) and closes_later(
                veiled[match.end() :]
            ):
                bounds.append((match.start(), match.end(), False))
    if "uoted" in veiled or "ee also" in veiled:
        bounds += [
            (m.start(), m.start() + 1, "uoted" in m[0])
            for m in _QUOTED_IN.finditer(veiled)
            if m.start() > 80 or len(veiled[: m.start()].strip()) > 2
        ]
    bounds += [(start, start + 1, False) for start, _ in cited_in_another(text)]
    bounds += [(at, at, False) for at in ends_of_op_cit(veiled)]
    pieces, start = [], 0
    for left, right, quoted in sorted(bounds):
        if left > start:
            named = quoted and only_names_speaker(text[start:left], veiled[start:left])
            pieces.append(Piece(start, left, named))
        start = max(start, right)
    pieces.append(Piece(start, len(veiled)))
    return pieces
