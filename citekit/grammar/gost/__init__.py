"""The grammar of the Russian convention (GOST R 7.0.5, GOST 7.1, older note styles), as usage shows it."""

from __future__ import annotations

from citekit.grammar.context import Context
from citekit.grammar.draft import Draft
from citekit.grammar.gost import archival, back, elided, extras, joint, kinds, latin, record
from citekit.model import Citation, Note, Reference

__all__ = ["parse"]


def parse(citation: Citation, note: Note, context: Context) -> tuple[Reference, ...]:
    """Read one citation of *note* that follows the Russian convention.

    Returns one reference; several where one stretch cites several documents together.  What no rule
    understands stays uncovered, for the report of residue.
    """
    draft = Draft(citation, note.text, note.emphasis)
    entry = note.is_entry
    extras.read(draft, note.text)
    if back.read_note_reference(draft):
        return (draft.reference(),)
    back.read(draft, note.text, context)
    if not archival.read(draft, context):
        record.read(draft, context, entry=entry)
    if latin.is_latin(draft.text):
        latin.divide_titles(draft)
    if draft.back == "elided":
        elided.complete(draft, note, lambda before: parse(before, note, context))
    kinds.settle(draft, entry=entry)
    return joint.split(draft.reference(), note.text)
