"""What of a typed citation the work it means does not say: it would go missing with the typed words.

A style prints the work as the library has it.  What the citation says besides is the place where the document
is printed again (which stands beside the command then), the chapters of the book (before it), or a reason to
leave the note as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from citekit.coverage import residue
from citekit.model import Cite, Field, Item, ReadNote, Span

SIGNS = " \t\n.。．;；,，、"
"""What ends a citation and belongs to the sentence around it."""

_PARTICLE = 3  # letters: words up to this length are prepositions and articles, which carry nothing
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_NUMBERS = re.compile(r"\d+")
_CHAPTERS = "custom.chapters"
_OF_THE_DOCUMENT = frozenset(
    {"title", "original-title", "original-date", "author", "recipient", "genre", "number"}
)
_OF_ITS_PLACE = frozenset(
    {
        "container-title",
        "custom.original-container-title",
        "custom.translated-container-title",
        "container-author",
        "editor",
        "translator",
        "volume",
        "issue",
        "edition",
        "publisher",
        "publisher-place",
        "issued",
    }
)


def lost_words(read: ReadNote, works: Mapping[str, Item]) -> list[Span]:
    """The stretches inside the citations of a note whose words would go missing."""
    lost = []
    said: set[str] | None = None
    for span in residue(read):
        if said is None:
            said = {word for cite in read.cites for word in _words_of(works.get(cite.work or "", {}))}
        if _unsaid_words(span, read, said):
            lost.append(span)
    for cite in read.cites:
        item = works.get(cite.work or "", {})
        beside = {_CHAPTERS} | (_OF_ITS_PLACE if is_printed_elsewhere(read.note.text, cite, item) else set())
        lost += [field.span for field in _unsaid(read, cite, item) if field.name not in beside]
    return lost


def chapters(text: str, cite: Cite) -> Span | None:
    """“A” and “B” in: the typed names of the chapters where a book is cited for several of them."""
    field = next((f for f in cite.reference.fields if f.name == _CHAPTERS), None)
    if field is None:
        return None
    behind = [f.span.start for f in cite.reference.fields if f.span.start >= field.span.end]
    return _trimmed(text, Span(field.span.start, min(behind, default=field.span.end)))


def printed_elsewhere(text: str, cite: Cite, item: Item) -> Span | None:
    """The typed words that name another place of a document than its work has, with the pages there."""
    if not is_printed_elsewhere(text, cite, item):
        return None
    span = cite.reference.citation.span
    own = [f.span.end for f in cite.reference.fields if f.name in _OF_THE_DOCUMENT and f.span.end < span.end]
    place = [f.span for f in cite.reference.fields if f.name in _OF_ITS_PLACE]
    named = min((s.start for s in place if s.start >= max(own, default=0)), default=None)
    title = min(
        (f.span.start for f in cite.reference.fields if f.name == "container-title"), default=span.start
    )
    return _trimmed(text, Span(title if named is None else min(named, title), span.end))


def _trimmed(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip(SIGNS)))


def is_printed_elsewhere(text: str, cite: Cite, item: Item) -> bool:
    """Whether a document is cited from another edition than the one its work has first.

    The pages of a work are those of the collection it was first cited from; ``custom.also_in`` has others.
    """
    others = (item.get("custom") or {}).get("also_in") or ()
    pages = [str(place.get("page", "")) for place in others if isinstance(place, Mapping)]
    if not cite.locator or cite.form == "ibid" or not any(_within(cite.locator, page) for page in pages):
        return False
    if not _within(cite.locator, str(item.get("page", ""))):
        return True
    # The same pages in a set of which another edition is cited: what only that one has must not go.
    said = _words_of(item)
    return any(
        field.name in ("editor", "translator", "container-author") and not _has(item, field.name)
        for field in cite.reference.fields
        if _unsaid_words_of(field.span.of(text), said)
    )


def _unsaid(read: ReadNote, cite: Cite, item: Item) -> Iterable[Field]:
    """The fields of a citation that its work lacks and whose words it does not say anywhere else."""
    if not item:
        return
    said = None
    for field in cite.reference.fields:
        if not _has(item, field.name):
            said = said or _words_of(item) | _words_of(cite.locator) | _words_of(cite.volume)
            if _unsaid_words(field.span, read, said):
                yield field


def _has(item: Item, name: str) -> bool:
    return name in item or name.removeprefix("custom.") in (item.get("custom") or {})


def _unsaid_words(span: Span, read: ReadNote, said: set[str]) -> bool:
    return _unsaid_words_of(span.of(read.note.text), said)


def _unsaid_words_of(text: str, said: set[str]) -> bool:
    return any(
        word not in said
        for word in _WORDS.findall(text.casefold())
        if word.isdigit() or len(word) > _PARTICLE or word >= "\u2e80"
    )


def _words_of(value: object) -> set[str]:
    """The words and numbers in an item, however deep they stand."""
    if isinstance(value, str):
        return set(_WORDS.findall(value.casefold()))
    if isinstance(value, bool) or value is None:
        return set()
    if isinstance(value, int):
        return {str(value)}
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, Iterable) else ()
    return {word for part in inner for word in _words_of(part)}


def _within(locator: str, pages: str) -> bool:
    if not pages:
        return False
    if locator == pages:
        return True
    cited, whole = _full_range(locator), _full_range(pages)
    return cited is not None and whole is not None and whole[0] <= cited[0] and cited[1] <= whole[1]


def _full_range(pages: str) -> tuple[int, int] | None:
    """First and last page; "484-85" ends with 485."""
    numbers = _NUMBERS.findall(pages)
    if not numbers:
        return None
    first, last = numbers[0], numbers[-1]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first), int(last)
