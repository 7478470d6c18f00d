"""The notes of a document set again in a style: its citations rendered, its prose kept.

What stands between two citations stays where it stands: words that lead in ("See also"), remarks, the
writer's own punctuation.  Where only separators stand there, the style's delimiter takes their place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from citekit.model import Cite, ReadNote, Result
from citekit.render.processor import Processor

_SEPARATORS = re.compile(r"[\s;,.；，。、]*")
_STARTS = re.compile(r"(?:^|[.!?]\s+)$")
_ENDS = re.compile(r"[.。]\s*$")


def render_notes(result: Result, processor: Processor) -> list[tuple[str, str]]:
    """The number and the new text of every note, in order.

    *processor*: made with ``result.works``.  A citation whose work is not known stays as it was written, and
    so does a note without citations.  ``processor.bibliography()`` afterwards lists what the notes cite.
    """
    notes = [note for note in result.notes if not note.note.is_entry]
    numbers = _numbers(notes)
    citations = [
        {"items": [_item(cite) for cite in note.cites if cite.work], "noteIndex": number}
        for note, number in zip(notes, numbers, strict=True)
        if any(cite.work for cite in note.cites)
    ]
    rendered = iter(processor.cite_apart(citations))
    out = []
    for note in notes:
        if any(cite.work for cite in note.cites):
            whole, apart = next(rendered)
            out.append((note.note.n, _set(note, whole, apart)))
        else:
            out.append((note.note.n, note.note.text))
    return out


def _numbers(notes: Sequence[ReadNote]) -> list[int]:
    """The printed numbers, where they count up through the document; else their order."""
    printed = [int(note.note.n) if note.note.n.isdigit() else 0 for note in notes]
    counts_up = all(one < two for one, two in pairwise(printed))
    return printed if counts_up and all(printed) else list(range(1, len(notes) + 1))


def _item(cite: Cite) -> dict[str, str | None]:
    return {
        "id": cite.work,
        "locator": cite.locator,
        "label": cite.reference.locator_label,
        "volume": cite.volume,
    }


def _set(note: ReadNote, whole: str, apart: list[tuple[str, str]]) -> str:
    """A note with its citations in their new form."""
    text = note.note.text
    pieces = iter(apart)
    out: list[str] = []
    place = 0
    only_citations = True
    for cite in note.cites:
        inside, starting = next(pieces) if cite.work else (None, None)
        span = cite.reference.citation.span
        if span.start >= place:
            between = text[place : span.start]
            only_citations = only_citations and bool(_SEPARATORS.fullmatch(between))
            out.append(between)
            new = starting if _STARTS.search("".join(out)) else inside
            out.append(span.of(text) if new is None else new)
            place = max(place, span.end)
        elif inside is not None:  # a joint citation names several documents at one place
            out.append(f"; {inside}")
        only_citations = only_citations and inside is not None
    rest = text[place:]
    if only_citations and _SEPARATORS.fullmatch(rest):
        return whole
    joined = "".join(out)
    if _ENDS.match(rest) and joined.endswith((".", "。")):
        rest = rest.lstrip(".。")
    return joined + rest
