"""Citations by the Chinese convention: the note style of journals and presses, and GB/T 7714."""

from __future__ import annotations

import re

from citekit.grammar.chinese.gbt import is_gbt, is_unmarked, parse_gbt
from citekit.grammar.chinese.note import parse_note
from citekit.grammar.chinese.reading import Reading
from citekit.grammar.context import Context
from citekit.model import Citation, Note, Reference, Span

__all__ = ["parse"]


def parse(citation: Citation, note: Note, context: Context) -> tuple[Reference, ...]:
    """Read *citation*, a stretch of *note* that follows the Chinese convention.

    Gives one reference, or one for each work that a joint citation names.  Nothing raises: what no rule
    understands is the residue of the reference.
    """
    reading = Reading(citation, note, context)
    if is_gbt(reading.whole) or is_unmarked(reading.whole):
        parse_gbt(reading)
    else:
        parse_note(reading)
    _connect_punctuation(reading)
    return (reading.reference(),)


_PUNCTUATION = re.compile(r"[^\w\x1f]+")


def _connect_punctuation(reading: Reading) -> None:
    """The signs between the fields belong to the convention, not to the residue."""
    for found in _PUNCTUATION.finditer(reading.rest):
        reading.connectives.append(Span(*found.span()).shifted(reading.base))
