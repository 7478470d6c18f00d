"""What a citation leaves out because the one before it has said it: "№ 12. С. 5", "28 июня", "Т. 44. С. 7".

Files of an archive ("д. 22, л. 27") are completed where the works of the document are resolved; here only
what the note itself tells of periodicals and volumes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from citekit.grammar.draft import Draft
from citekit.grammar.gost.window import give_up
from citekit.model import Citation, Date, Note, Reference, Segments
from citekit.recognise.russian_dates import YEAR
from citekit.segment.gost import segment
from citekit.segment.gost_pieces import ELIDED

_TAKEN_OVER = ("title", "container-title", "type", "language")
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_cut = lru_cache(maxsize=16)(segment)


def complete(draft: Draft, note: Note, parse: Callable[[Citation], tuple[Reference, ...]]) -> None:
    """Settle what an elided citation of a volume, an issue or a newspaper's day means.

    A volume of the same set, and an article that goes on in the next issue, are places in the same work
    (``back`` "ibid"); another issue or day is one of the same periodical, whose title is taken over.
    """
    if draft.has("archive_location") or draft.has("archive_collection"):
        return
    if draft.has("volume") and not draft.has("issue") and not draft.has("issued"):
        draft.back = "ibid"
        return
    before = _before(draft.citation, _cut(note), note)
    if before is None:
        return
    earlier = parse(before)[-1]
    if earlier.text("title") and earlier.text("container-title") and not draft.has("issued"):
        draft.back = "ibid"
        give_up(draft, "issue")
        return
    whole = earlier.text("type") == "collection"
    if not whole and not earlier.text("type").startswith("article"):
        return
    for name in _TAKEN_OVER if whole else _TAKEN_OVER[1:]:
        value = earlier.get(name)
        if value is not None and not draft.has(name):
            draft.imply(name, value, 0, len(draft.text), "periodical-before")
    years = _YEAR.findall(note.text, before.span.start, draft.base)
    if not draft.has("issued") and years:
        draft.imply("issued", Date(((int(years[-1]),),)), 0, len(draft.text), "year-before")


def _before(citation: Citation, segments: Segments, note: Note) -> Citation | None:
    """The nearest earlier citation of the note that leaves nothing out."""
    for earlier in reversed(segments.citations):
        if earlier.span.end <= citation.span.start and not ELIDED.match(note.text, earlier.span.start):
            return earlier if earlier.convention == "gost" else None
    return None
