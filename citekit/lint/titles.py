"""How a title is printed in one citation against the title of the work, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from citekit.lint.finding import Place
from citekit.lint.subject import Subject, Use
from citekit.model import Field

Difference: TypeAlias = Literal["none", "spelling", "wording", "capitals", "other"]

_WORD = re.compile(r"[^\W_]+(?:[’'.][^\W_]+)*\.?")
_SMALL = frozenset(
    "a an the and but or nor of in on at to by for from with as over under into upon du de la le".split()
)
_OWN = frozenset({"letter-heading", "original-heading", "issue-as-whole"})


@dataclass(frozen=True, slots=True, eq=False)
class Printing:
    """A title as a citation prints it, and the place."""

    text: str
    use: Use
    entry: Field


def words(title: str) -> tuple[str, ...]:
    """The words of a title as printed, without signs, Han characters one by one."""
    spaced = re.sub(r"([\u3400-\u9fff])", r" \1 ", title.replace("’", "'"))
    spaced = re.sub(r"(?<=\w)'s?\b", "", spaced)  # "Lu Xun" is a short form of "Lu Xun's Letters"
    return tuple(word.rstrip(".") if word.count(".") < 2 else word for word in _WORD.findall(spaced))


def difference(printed: str, full: str) -> Difference:
    """What sets a printed title apart from the full one; "none" where it is the same or a short form of it.

    "other" is another title altogether, with less than half of its words in common.

    A short form is a run of whole words of the full title; "Letter" for "Letters" or "U.S." for
    "United States" is none.
    """
    a, b = words(printed), words(full)
    if not a or not b:
        return "none"
    low_a, low_b = _lowered(a), _lowered(b)
    at = _run(low_a, low_b)
    if at is None and len(low_a) > len(low_b):
        at = 0 if _run(low_b, low_a) is not None else None
        return "none" if at is not None else _kind(low_a, low_b)
    if at is None:
        return _kind(low_a, low_b)
    if printed.isupper() or full.isupper():
        return "none"
    return "capitals" if _capitals_differ(a, b[at : at + len(a)]) else "none"


def _lowered(title: tuple[str, ...]) -> tuple[str, ...]:
    low = tuple(word.casefold() for word in title)
    return low[1:] if len(low) > 1 and low[0] in ("the", "a", "an") else low


def _run(short: tuple[str, ...], full: tuple[str, ...]) -> int | None:
    for at in range(len(full) - len(short) + 1):
        if full[at : at + len(short)] == short:
            return at
    return None


def _kind(a: tuple[str, ...], b: tuple[str, ...]) -> Difference:
    """A slip in the letters of some words, or other words."""
    from rapidfuzz.distance import OSA

    if 2 * len(_shared(a, b)) < len(a):
        return "other"
    one, two = _best_window(a, b)
    if len(one) != len(two):
        return "wording"
    unlike = [(x, y) for x, y in zip(one, two, strict=True) if x != y]
    if all(x.startswith(y) or y.startswith(x) for x, y in unlike):
        return "wording"  # another form of the word: Letter, Letters
    slips = all(
        OSA.distance(x, y) <= (1 if min(len(x), len(y)) < 6 else 2) or _few_letters(x, y) for x, y in unlike
    )
    return "spelling" if slips and len(unlike) * 2 <= max(len(one), 2) else "wording"


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> list[str]:
    """The words of *a* that *b* has too, in another form or misspelt perhaps."""
    return [
        x for x in a if any(x == y or x.startswith(y) or y.startswith(x) or _few_letters(x, y) for y in b)
    ]


def _few_letters(x: str, y: str) -> bool:
    """Two of three or more consonants in common, the first letter too: wenxun for wenxuan."""
    from rapidfuzz.distance import OSA

    bare = ["".join(c for c in word if c not in "aeiouü") for word in (x, y)]
    return x[0] == y[0] and min(len(x), len(y)) >= 4 and x.isascii() and OSA.distance(*bare) <= 1


def _best_window(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """*a* and the stretch of *b* of equal length that shares most words with it."""
    if len(a) >= len(b):
        return a, b
    at = max(range(len(b) - len(a) + 1), key=lambda i: sum(x == y for x, y in zip(a, b[i:], strict=False)))
    return a, b[at : at + len(a)]


def _capitals_differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether a word is capitalised in one and not in the other; the first and words in capitals apart."""
    pairs = list(zip(a[len(a) - len(b) :], b, strict=False))
    return any(
        x != y
        and x[:1] != y[:1]
        and i > 0
        and not (x.isupper() and len(x) > 1)
        and not (y.isupper() and len(y) > 1)
        for i, (x, y) in enumerate(pairs)
    )


def printings(subject: Subject, names: tuple[str, ...]) -> Iterator[Printing]:
    """Every title printed under one of the field *names*, without headings of letters and abbreviations."""
    short = {use.reference.abbreviation for use in subject.uses if use.reference.abbreviation}
    for use in subject.uses:
        for entry in use.reference.fields:
            if entry.name not in names or not isinstance(entry.value, str) or entry.rule in _OWN:
                continue
            if entry.value not in short and not (entry.value.isupper() and " " not in entry.value):
                yield Printing(entry.value, use, entry)


def place_of(subject: Subject, printing: Printing) -> Place:
    """The place of the title without the brackets and quotation marks around it."""
    return subject.place(printing.use.note, printing.entry.span)


def dated(use: Use) -> str:
    """The date of a document as the citation prints it, for a message: ", 3 March 1951,"."""
    entry = use.field("original-date")
    return f", {entry.span.of(use.note.text).strip(' ,()')}," if entry is not None and len(entry.span) else ""
