"""The grammar of the Russian convention (GOST R 7.0.5, GOST 7.1, older note styles), as usage shows it."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.grammar.context import Context
from citekit.grammar.draft import Draft
from citekit.grammar.gost import archival, back, elided, extras, joint, kinds, latin, record
from citekit.model import Citation, Field, Note, Reference, Span

__all__ = ["parse"]

# “A” and “B” in Doe J. The Book: several chapters are named, the book is what is cited
_CHAPTERS = re.compile(r"(?P<chapters>“[^“”]+”(?:,?\s(?:and|и)\s“[^“”]+”)+)\s(?:in|в)\s(?=[A-ZА-ЯЁ])")


def parse(citation: Citation, note: Note, context: Context) -> tuple[Reference, ...]:
    """Read one citation of *note* that follows the Russian convention.

    Returns one reference; several where one stretch cites several documents together.  What no rule
    understands stays uncovered, for the report of residue.
    """
    chapters = _CHAPTERS.match(note.text, citation.span.start, citation.span.end)
    if chapters:
        return _book_of_chapters(citation, note, context, chapters)
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


def _book_of_chapters(
    citation: Citation, note: Note, context: Context, chapters: re.Match[str]
) -> tuple[Reference, ...]:
    book = replace(citation, span=Span(chapters.end(), citation.span.end))
    first, *others = parse(book, note, context)
    named = Field(
        "custom.chapters", chapters["chapters"], Span(*chapters.span("chapters")), "several-chapters"
    )
    within = Span(chapters.end("chapters"), chapters.end())
    return (
        replace(
            first, citation=citation, fields=(named, *first.fields), connectives=(within, *first.connectives)
        ),
        *others,
    )
