"""Note text to Citations: what cites, what introduces, what only talks."""

from __future__ import annotations

from citekit.model import Note, Segments
from citekit.recognise.convention import convention_of

__all__ = ["segment"]


def segment(note: Note) -> Segments:
    """Cut *note* by the rules of the convention it follows."""
    convention = convention_of(note.text)
    if convention == "chinese":
        from citekit.segment import chinese

        return chinese.segment(note)
    if convention == "gost":
        from citekit.segment import gost

        return gost.segment(note)
    from citekit.segment import western

    return western.segment(note)
