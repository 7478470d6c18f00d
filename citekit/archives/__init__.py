"""Archive identifiers, one file per scheme, and the table of repositories.

:func:`find` gives every archival reference of a text with its printed parts and its canonical identifier,
:func:`identify` the one a reference names.

A scheme is a module (or any object) with ``NAME``, ``GATE`` (substrings, one of which every reference of the
scheme contains) and ``find(text)``, which returns the references in order.  Another package adds one by an
entry point of the group ``citekit.archives``; :func:`extend` adds repositories that the table lacks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from citekit.archives import fond, holdings
from citekit.archives.reference import ArchiveReference, Part, is_complete
from citekit.archives.repositories import extend
from citekit.archives.spelling import alike, evenly

__all__ = ["ArchiveReference", "Part", "Scheme", "completed", "extend", "find", "identify", "is_complete"]


class Scheme(Protocol):
    """What a scheme has to offer."""

    NAME: str
    GATE: Sequence[str]

    def find(self, text: str) -> list[ArchiveReference]:
        """All references of the scheme in *text*, in order."""


_OWN = (
    *("wilson", "cia", "gale", "dnsa", "osa", "guoshiguan", "fond", "barch"),
    *("tna", "frus", "un", "dangan", "shelfmark", "microfilm", "papers", "numero"),
)
"""In the order in which they claim a passage that two schemes could read."""

_ANYTHING = re.compile(r"[0-9０-９档檔藏]|Papers|Collection|Agency|Archive|Librar|://")
_DEFINES = ("ereafter", "ereinafter", "алее", "简称", "簡稱")
_RANK = {"item": 0, "file": 1, "collection": 2}


@cache
def _schemes(ascii_only: bool) -> tuple[tuple[Sequence[str], Scheme], ...]:
    """The schemes with their gates; a text of ASCII alone needs no other signs looked for."""
    from importlib.metadata import entry_points

    own = [cast(Scheme, import_module(f"citekit.archives.{name}")) for name in _OWN]
    others = [cast(Scheme, point.load()) for point in entry_points(group="citekit.archives")]
    gates = ([sign for sign in s.GATE if sign.isascii() or not ascii_only] for s in (*own, *others))
    return tuple((gate, scheme) for gate, scheme in zip(gates, (*own, *others), strict=True) if gate)


def find(text: str) -> list[ArchiveReference]:
    """All archival references of *text*, in order, none overlapping another."""
    if _ANYTHING.search(text) is None:
        return []
    if not text.isascii() and (plain := alike(text)) != text:
        return [reference.printed_in(text) for reference in find(plain)]
    found: list[ArchiveReference] = []
    for gate, scheme in _schemes(text.isascii()):
        for sign in gate:
            if sign in text:
                found += [r for r in scheme.find(text) if all(_apart(r, other) for other in found)]
                break
    if len(found) > 1:
        found.sort(key=lambda r: r.span)
    if found and any(sign in text for sign in _DEFINES):
        found = [_with_definition(text, reference) for reference in found]
    return found


def _with_definition(text: str, reference: ArchiveReference) -> ArchiveReference:
    """The reference with the short name that is defined behind it: "..., д. 22, л. 2. Далее: ГАОПОТО"."""
    if reference.repository is None or reference.abbreviation is not None:
        return reference
    short = holdings.definition(text, reference.span.end)
    return replace(reference, abbreviation=short) if short else reference


def _apart(one: ArchiveReference, other: ArchiveReference) -> bool:
    return one.span.end <= other.span.start or one.span.start >= other.span.end


def identify(text: str) -> ArchiveReference | None:
    """The unit that *text* names, the most exact where it names several; None where it names none.

    A repository alone is no unit, nor is a reference that goes on from one before ("Там же. Д. 211").
    Spans are those in the text as :func:`evenly` spaces it.
    """
    units = [reference for reference in find(evenly(text)) if reference.names_unit]
    return min(units, key=lambda r: _RANK[r.level], default=None)


def completed(reference: ArchiveReference, antecedent: ArchiveReference) -> str:
    """The identifier of an elided *reference* that goes on from *antecedent*.

    What the reference names replaces the antecedent's unit of the same kind and everything below it:
    "д. 22" after ``rgaspi:f17/op4/d5`` is ``rgaspi:f17/op4/d22``; "ф. 9507, оп. 1, д. 2" keeps only
    the archive.
    """
    if not reference.elided:
        return reference.id
    own = reference.id.removeprefix(":").split("/")
    code, colon, path = antecedent.id.rpartition(":")
    kinds = [_kind(unit) for unit in own]
    kept = []
    for unit in path.split("/"):
        if _kind(unit) in kinds:
            break
        kept.append(unit)
    return fond.lettered(code + colon + "/".join([*kept, *own]))


def _kind(unit: str) -> str:
    """The letters that open a unit of an identifier: "op11" is an ``op``, "fr5446" an ``f``."""
    letters = re.match(r"[^\W\d]+", unit)
    kind = letters[0] if letters else ""
    return "f" if kind[:1] == "f" and len(kind) <= 3 else kind
