"""A document whose page does not fit its date.

What it does: looks at collections that print their documents by date (not at issues of periodicals).  Where
the pages of nearly all cited documents rise with their dates, a document far out of that order is named: its
page or its date is probably mistyped, or it stands in another volume.

Why it matters: this is how a wrong digit in a page, or last year's number in January, is found without the
book.

Example: documents of 13 July, p. 568, 15 July, p. 669, and 22 July, p. 573: the second is most likely on p.
569

What to do: look the document up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.titles import dated
from citekit.lint.wording import name_of, shortened
from citekit.match.titles import Relation, relation
from citekit.model import Date
from citekit.recognise.page_numbers import Pages, extent

_LEAST = 8  # so many dated documents show the order of a collection
_ORDERED = 0.8  # of neighbours must be in order
_REACH = 3  # so many documents on each side show that a new volume begins
_SLACK = 5  # pages that the order of one day's documents may differ


@dataclass(frozen=True, slots=True)
class _Document:
    day: tuple[int, ...]
    pages: Pages
    use: Use


def check(subject: Subject) -> Iterator[Finding]:
    """Every collection with enough dated documents, volume by volume where the volumes are named."""
    collections: dict[str, list[_Document]] = defaultdict(list)
    for work, uses in subject.uses_of.items():
        item = subject.works[work].item
        holder = str(item.get("container-title", ""))
        if holder and item.get("type") == "chapter" and "issue" not in item:
            document = _document(uses, holder)
            if document is not None:
                collections[holder].append(document)
    for holder, documents in collections.items():
        documents.sort(key=lambda d: (d.day, d.pages.first))
        if len(documents) >= _LEAST and _are_ordered(documents):
            yield from _strays(subject, holder, documents)


def _document(uses: list[Use], holder: str) -> _Document | None:
    for use in uses:
        date, pages = use.field("original-date"), extent(use.reference.locator)
        named = use.reference.text("container-title")
        if named and relation(named, holder) < Relation.ALIKE and not named.isupper():
            continue
        if date is not None and pages is not None and use.reference.citation.signal != "see-also":
            value = date.value
            if isinstance(value, Date) and len(value.parts) == 1 and len(value.parts[0]) == 3:
                return _Document(value.parts[0], pages, use)
    return None


def _are_ordered(documents: list[_Document]) -> bool:
    pairs = list(pairwise(documents))
    return sum(a.pages.first <= b.pages.first + _SLACK for a, b in pairs) >= _ORDERED * len(pairs)


def _strays(subject: Subject, holder: str, documents: list[_Document]) -> Iterator[Finding]:
    for segment in _volumes(documents):
        chain = _rising(segment)
        for at, document in enumerate(segment):
            low = next((d for d in reversed(segment[:at]) if d in chain), None)
            high = next((d for d in segment[at + 1 :] if d in chain), None)
            if document in chain or low is None or high is None or _between(low, document, high):
                continue
            yield _finding(subject, holder, document, low, high)


def _volumes(documents: list[_Document]) -> Iterator[list[_Document]]:
    """The documents cut where the pages begin anew: all of the next ones are below all of the last ones."""
    start = 0
    for at in range(1, len(documents)):
        before, after = documents[max(start, at - _REACH) : at], documents[at : at + _REACH]
        if max(d.pages.first for d in after) < min(d.pages.first for d in before) and len(after) == _REACH:
            yield documents[start:at]
            start = at
    yield documents[start:]


def _rising(segment: list[_Document]) -> list[_Document]:
    """The longest row of documents whose pages rise; of equal ones that with the smaller steps."""
    best: list[tuple[int, int, int]] = []  # length, minus the pages passed over, index of the one before
    for at, document in enumerate(segment):
        reach = (1, 0, -1)
        for i, earlier in enumerate(segment[:at]):
            step = document.pages.first - earlier.pages.first
            if step >= -_SLACK:
                reach = max(reach, (best[i][0] + 1, best[i][1] - abs(step), i))
        best.append(reach)
    at = max(range(len(best)), key=lambda i: best[i][:2])
    chain = []
    while at >= 0:
        chain.append(segment[at])
        at = best[at][2]
    return chain


def _between(low: _Document, document: _Document, high: _Document) -> bool:
    return low.pages.first - _SLACK <= document.pages.first <= high.pages.last + _SLACK


def _finding(subject: Subject, holder: str, document: _Document, low: _Document, high: _Document) -> Finding:
    item = document.use.work.item if document.use.work else {}
    return Finding(
        RULE.code,
        f"“{name_of(item)}”{dated(document.use)} on page {document.use.reference.locator} does not fit in "
        f"“{shortened(holder)}” between {_said(low)} and {_said(high)}.",
        subject.place(document.use.note, document.use.reference.locator_span or document.use.span),
        "Look the document up: its page, its date or its volume is wrong.",
        tuple(subject.place(d.use.note, d.use.reference.locator_span or d.use.span) for d in (low, high)),
    )


def _said(document: _Document) -> str:
    return (
        f"p. {document.use.reference.locator}{dated(document.use).rstrip(',')} (note {document.use.note.n})"
    )


RULE = Rule("page-order", "A document whose page does not fit its date.", check)
