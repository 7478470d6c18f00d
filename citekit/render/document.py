"""The notes of a document set again in a style: its citations rendered, its prose kept.

What stands between two citations stays where it stands: words that lead in ("See also"), remarks, the
writer's own punctuation.  Where only separators stand there, the style's delimiter takes their place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from citekit.model import Cite, Note, ReadNote, Result
from citekit.render.outputs import Format
from citekit.render.processor import Processor

_SEPARATORS = re.compile(r"[\s;,.；，。、]*")
_STARTS = re.compile(r"(?:^|[.!?]\s+)$")
_ENDS = re.compile(r"[.。]\s*$")
_NEXT = re.compile(r"\s+[^\W\d_a-zа-яё]")
_CLOSED = re.compile(r"[.?!…。？！](?:[\s”’\"»)\]*}]|</\w+>)*$")


def render_notes(result: Result, processor: Processor) -> list[tuple[str, str]]:
    """The number and the new text of every note, in order.

    *processor*: made with the items of ``result.works``.  A citation whose work is not known stays as it was
    written, and so does a note without citations, in the signs of the processor's output.
    ``processor.bibliography()`` afterwards lists what the notes cite.
    """
    notes = [note for note in result.notes if not note.note.is_entry]
    numbers = _numbers(notes)
    items = _items(notes)
    citations = [
        {"items": here, "noteIndex": number}
        for here, number in zip(items, numbers, strict=True)
        if any(item["id"] for item in here)
    ]
    rendered = iter(processor.cite_apart(citations))
    out = []
    for note in notes:
        if any(cite.work for cite in note.cites):
            whole, apart = next(rendered)
            out.append((note.note.n, _set(note, whole, apart, processor.format)))
        else:
            out.append((note.note.n, _kept(note.note, 0, len(note.note.text), processor.format)))
    return out


def _numbers(notes: Sequence[ReadNote]) -> list[int]:
    """The printed numbers, where they count up through the document; else their order."""
    printed = [int(note.note.n) if note.note.n.isdigit() else 0 for note in notes]
    counts_up = all(one < two for one, two in pairwise(printed))
    return printed if counts_up and all(printed) else list(range(1, len(notes) + 1))


def _items(notes: Sequence[ReadNote]) -> list[list[dict[str, str | None]]]:
    """The cites of every note; a bare Ibid. means the very place named before it (CMOS 17, 14.34)."""
    found = []
    before: dict[str, str | None] = {}
    for note in notes:
        here = []
        for cite in note.cites:
            item = _item(cite)
            if cite.form == "ibid" and not cite.locator and item["id"] and item["id"] == before.get("id"):
                item = before
            here.append(item)
            before = item
        found.append(here)
    return found


def _item(cite: Cite) -> dict[str, str | None]:
    """A cite; one whose work is not known has no id."""
    return {
        "id": cite.work or "",
        "locator": cite.locator,
        "label": cite.reference.locator_label,
        "volume": cite.volume,
    }


def _set(note: ReadNote, whole: str, apart: list[tuple[str, str]], fmt: Format) -> str:
    """A note with its citations in their new form."""
    text = note.note.text
    out: list[str] = []
    place = 0
    only_citations = True
    for cite, (inside, starting) in zip(note.cites, apart, strict=True):
        span = cite.reference.citation.span
        if span.start >= place:
            between = text[place : span.start]
            only_citations = only_citations and bool(_SEPARATORS.fullmatch(between))
            out.append(_kept(note.note, place, span.start, fmt))
            new = starting if _STARTS.search("".join(out)) else inside
            if cite.work and _NEXT.match(text, span.end):  # the stop may belong to the citation
                new = _closed(new, span.of(text))
            out.append(new if cite.work else _kept(note.note, span.start, span.end, fmt))
            place = max(place, span.end)
        elif cite.work:  # a joint citation names several documents at one place
            out.append(f"; {inside}")
        only_citations = only_citations and bool(cite.work)
    rest = text[place:]
    if only_citations and _SEPARATORS.fullmatch(rest):
        return whole
    joined = "".join(out)
    if _ENDS.match(rest) and joined.endswith((".", "。")):
        place += len(rest) - len(rest.lstrip(".。"))
    return _closed(joined + _kept(note.note, place, len(text), fmt), text)


def _closed(new: str, old: str) -> str:
    """*new* with the stop at the end of *old*, which went away with a citation that it stood in."""
    stop = _ENDS.search(old)
    return new if stop is None or _CLOSED.search(new) else new + stop.group().strip()


def _kept(note: Note, start: int, end: int, fmt: Format) -> str:
    """What stays of a note as it was written: in the signs of the output, its italics kept."""
    out: list[str] = []
    place = start
    before, after = fmt.wrap("font-style", "italic")
    for span in sorted(note.emphasis, key=lambda span: span.start):
        first, last = max(span.start, place), min(span.end, end)
        words = note.text[first:last].strip() if first < last else ""
        if words:  # signs of emphasis must not touch a space within
            first = note.text.index(words, first)
            out += [fmt.escape(note.text[place:first]), before, fmt.escape(words), after]
            place = first + len(words)
    return "".join([*out, fmt.escape(note.text[place:end])])
