"""What a citation leaves out because the one before it has said it: "№ 12. С. 5", "28 июня", "Т. 44. С. 7".

Files of an archive ("д. 22, л. 27") are completed where the works of the document are resolved; here only
what the note itself tells of periodicals and volumes.
"""

from __future__ import annotations

from collections.abc import Callable

from citekit.grammar.draft import Draft
from citekit.grammar.gost.window import give_up
from citekit.model import Citation, Date, Note, Reference
from citekit.segment.gost import segment

_TAKEN_OVER = ("title", "container-title", "type", "language")


def complete(draft: Draft, note: Note, parse: Callable[[Citation], tuple[Reference, ...]]) -> None:
    """Settle what an elided citation of a volume, an issue or a newspaper's day means.

    A volume of the same set is a place in the same work (``back`` "ibid"); an issue or a day is another
    one of the same periodical, whose title is taken from the citation before.
    """
    if draft.has("archive_location") or draft.has("archive_collection"):
        return
    if draft.has("volume") and not draft.has("issue") and not draft.has("issued"):
        draft.back = "ibid"
        return
    before = _before(draft.citation, note)
    if before is None:
        return
    earlier = parse(before)[-1]
    if earlier.text("title") and earlier.text("container-title") and not draft.has("issued"):
        draft.back = "ibid"  # an article that goes on in the next issue
        give_up(draft, "issue")
        return
    whole = earlier.text("type") == "collection"
    if not whole and not earlier.text("type").startswith("article"):
        return
    for name in _TAKEN_OVER if whole else _TAKEN_OVER[1:]:
        value = earlier.get(name)
        if value is not None and not draft.has(name):
            draft.imply(name, value, 0, len(draft.text), "periodical-before")
    issued = earlier.get("issued")
    if not draft.has("issued") and isinstance(issued, Date) and issued.parts:
        draft.imply("issued", Date((issued.parts[0][:1],)), 0, len(draft.text), "year-before")


def _before(citation: Citation, note: Note) -> Citation | None:
    """The citation of the note that ends before *citation* begins."""
    earlier = [c for c in segment(note).citations if c.span.end <= citation.span.start]
    return earlier[-1] if earlier and earlier[-1].convention == "gost" else None
