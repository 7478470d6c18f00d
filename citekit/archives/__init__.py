"""Archive identifiers, one file per scheme, and the table of repositories.

:func:`find` gives every archival reference of a text with its printed parts and its canonical identifier,
:func:`identify` the one a reference names.  A scheme is a module with ``NAME``, ``GATE`` (substrings, one of
which every reference of the scheme contains) and ``find(text)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citekit.archives import (
    barch,
    cia,
    dangan,
    dnsa,
    fond,
    frus,
    gale,
    guoshiguan,
    numero,
    osa,
    papers,
    tna,
    un,
    wilson,
)
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.repositories import extend

__all__ = ["ArchiveReference", "Part", "extend", "find", "identify"]

_SCHEMES: list[tuple[tuple[str, ...], Callable[[str], list[ArchiveReference]]]] = [
    (scheme.GATE, scheme.find)
    for scheme in (
        wilson,
        cia,
        gale,
        dnsa,
        osa,
        guoshiguan,
        fond,
        barch,
        tna,
        frus,
        un,
        dangan,
        papers,
        numero,
    )
]
"""In the order in which they claim a passage that two schemes could read."""

_ANYTHING = re.compile(r"[0-9档檔藏]|Papers|Collection|Agency|Archives")
_RANK = {"item": 0, "file": 1, "collection": 2}


def find(text: str) -> list[ArchiveReference]:
    """All archival references of *text*, in order, none overlapping another."""
    if _ANYTHING.search(text) is None:
        return []
    found: list[ArchiveReference] = []
    for gate, scheme in _SCHEMES:
        for sign in gate:
            if sign in text:
                found += [r for r in scheme(text) if all(_apart(r, other) for other in found)]
                break
    if len(found) > 1:
        found.sort(key=lambda r: r.span)
    return found


def _apart(one: ArchiveReference, other: ArchiveReference) -> bool:
    return one.span.end <= other.span.start or one.span.start >= other.span.end


def identify(text: str) -> ArchiveReference | None:
    """The unit that a reference names, the most exact where it names several; None where it names none."""
    units = [reference for reference in find(text) if reference.names_unit]
    return min(units, key=lambda r: _RANK[r.level], default=None)
