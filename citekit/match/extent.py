"""The pages that a document takes in its collection, from those that notes cite (data contract, "page")."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.match.folding import fold
from citekit.match.identity import Facts
from citekit.recognise.page_numbers import extent, ranges


def is_printed_document(facts: Facts) -> bool:
    """Whether the pages that notes cite tell where the work stands: an archival document that a collection
    prints.

    Of an essay a note cites the page it needs; of a document of a page or two, the document.
    """
    if facts.text("type") != "chapter":
        return False
    documentary = any(name in facts.values for name in ("recipient", "number", "genre"))
    return documentary and not _is_among_own_writings(facts)


def _is_among_own_writings(facts: Facts) -> bool:
    """A letter that its edition heads without the sender, in a book of the sender's letters or works.

    It is cited as an essay is, by its author and title: 《复王君函》 in 《李某书信集》.
    """
    if "number" in facts.values:
        return False
    names = [n for n in facts.names("author") if n.family and n.given]
    heads = fold(f"{facts.text('title')} {facts.text('original-title')}")
    book = fold(f"{facts.text('container-title')} {facts.text('custom.original-container-title')}")
    printed = [fold(f"{n.family} {n.given}") for n in names] + [fold(f"{n.given} {n.family}") for n in names]
    return any(name in book for name in printed) and not any(fold(n.family) in heads for n in names)


def widest(alone: Sequence[str], joint: Sequence[str]) -> str:
    """The widest of the ranges cited for the document *alone*, the first of equal ones.

    None where pages cited for several documents at once (*joint*) go beyond it: they leave open where each of
    them begins and ends.
    """
    best = max(alone, key=_width, default="")
    return best if best and all(_within(pages, best) for pages in joint) else ""


def _within(one: str, two: str) -> bool:
    """Whether the pages of *one* lie within those of *two*."""
    inner, outer = extent(one), extent(two)
    return one == two if inner is None or outer is None else inner.within(outer)


def _width(locator: str) -> int:
    """How many pages a range spans: "83-85" two, "484-85" one, "12" none; more than one range none."""
    found = ranges(locator)
    return found[0].last - found[0].first if len(found) == 1 else 0
