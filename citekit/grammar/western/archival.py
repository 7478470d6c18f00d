"""Unpublished archival documents: the archive, collection and location that a citation names."""

from __future__ import annotations

from citekit import archives
from citekit.grammar.draft import Draft
from citekit.names import Evidence

# Numbers of documents inside printed series are read with their headings; FRUS is a printed set.
_PRINTED = frozenset({"numero", "frus"})


def read_archive(draft: Draft, evidence: Evidence) -> None:
    """Claim archive, archive_collection, archive_location, archive-place and the leaves."""
    for found in archives.find(draft.rest):
        if found.scheme in _PRINTED:
            continue
        for name, part in (
            ("archive", found.repository),
            ("archive-place", found.place),
            ("archive_collection", found.collection),
            ("archive_location", found.location),
            ("number", found.number),
        ):
            if part is not None and not draft.has(name):
                draft.claim(name, part.text.strip(), part.span.start, part.span.end, f"archive-{found.scheme}")
        if found.locator and found.locator_span and draft.locator is None:
            draft.locate(found.locator, found.locator_span.start, found.locator_span.end, found.locator_label)
        if found.abbreviation and draft.abbreviation is None:
            draft.abbreviation, draft.abbreviates = found.abbreviation, "archive"
        if found.elided and draft.back is None:
            draft.back = "elided"
        _connect_between(draft, found.span.start, found.span.end)


def _connect_between(draft: Draft, start: int, end: int) -> None:
    """Brackets, labels and the defined abbreviation inside the reference carry no field of their own."""
    from citekit.grammar.draft import BLANK

    at = start
    while at < end:
        if draft.rest[at] == BLANK:
            at += 1
            continue
        stop = at
        while stop < end and draft.rest[stop] != BLANK:
            stop += 1
        draft.connect(at, stop)
        at = stop
