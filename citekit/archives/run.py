"""Runs of pieces that make up one reference to unpublished papers, and their division into fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.reference import Part
from citekit.archives.spelling import fold, slug
from citekit.archives.western import Piece, part, pieces
from citekit.model import Span

_PASSED = frozenset(
    ("rg", "decimal", "location", "collection", "repository", "place", "code", "title", "years")
)
_STRONG = frozenset(("rg", "decimal", "location"))
_FULL_STOP_BETWEEN = frozenset(("rg", "decimal", "location", "repository", "place"))


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring pieces of one reference, divided as CSL divides them."""

    text: str
    pieces: tuple[Piece, ...]
    repository: tuple[Piece, ...]
    place: tuple[Piece, ...]
    collection: tuple[Piece, ...]
    location: tuple[Piece, ...]
    leaves: tuple[str, Span, str] | None

    @property
    def span(self) -> Span:
        """The whole reference, leaf included."""
        end = self.pieces[-1].end
        return Span(self.pieces[0].start, max(end, self.leaves[1].end if self.leaves else end))

    @property
    def code(self) -> str:
        """The code of the repository: the table's, else its folded name; empty where none is named."""
        known = next((p.code for p in self.repository if p.code), "")
        name = self.part(self.repository)
        return known or (slug(name.text) if name else "")

    @property
    def holder(self) -> str:
        """How the repository numbers its holdings ("nara", "presidential"), as the table has it."""
        return next((p.holder for p in self.repository if p.holder), "")

    def part(self, chosen: tuple[Piece, ...]) -> Part | None:
        """The printed text from the first of *chosen* to the last."""
        return part(self.text, list(chosen))

    def of(self, kind: str) -> list[Piece]:
        """The pieces of one kind, in order."""
        return [p for p in self.pieces if p.kind == kind]

    def series(self) -> list[Piece]:
        """Collections and series named, from large to small."""
        return sorted(self.of("collection"), key=lambda p: p.rank)

    def containers(self) -> list[str]:
        """Lot, entry, box, folder in this order, each in its canonical spelling."""
        named = [p for p in self.pieces if p.kind in ("location", "title")]
        if any(p.label == "folder" and p.kind == "location" for p in named):
            named = [p for p in named if p.kind == "location"]
        ordered = sorted(named, key=lambda p: _rank(p.label))
        return [container(p.label, p.value) for p in ordered]


_CONTAINERS = (
    "accession",
    "job",
    "lot",
    "entry",
    "sa",
    "drawer",
    "carton",
    "container",
    "reel",
    "box",
    "case",
    "folder",
    "item",
    "frame",
)
"""From large to small."""

_HOLDING = lazy(r"\b(?:Librar(?:y|ies)|Archives?|Historical Society|Special Collections)\b")
_ONE_WORD = {"bx": "box", "boxe": "box", "fldr": "folder", "roll": "reel"}
_NUMBER = lazy(r"(?:[A-Z]{0,3}[-–\s]?)?\d[\d.]*(?:[-–/]\d+)?[A-Z]?(?![^\W_])")


def _rank(label: str) -> int:
    label = _ONE_WORD.get(label, label)
    return _CONTAINERS.index(label) if label in _CONTAINERS else _CONTAINERS.index("box")


def container(label: str, value: str) -> str:
    """A container in one spelling: "Folder 19 John Corbin" is ``folder19``, "Lot 64 D 563" ``lot64d563``.

    A folder that has only a title goes by the title, folded.
    """
    label = _ONE_WORD.get(label, label)
    value = value.strip(" \"“”„«»'‘’.:")
    if label == "lot":
        return "lot" + re.sub(r"[\s–-]", "", value).casefold()
    if label == "entry":
        value = value.replace("(", "").replace(")", "")
    number = _NUMBER.match(value)
    if number is None or (label == "folder" and _is_title(value, number.end())):
        return f"{label}-{fold(value)}"
    rest = slug(value[number.end() :]) if label == "entry" else ""
    plain = re.sub(r"[\s–-]", "-", number[0]).casefold()
    return label + re.sub(r"(?<=[a-z])-(?=\d)", "", plain) + (f"-{rest}" if rest else "")


def _is_title(value: str, end: int) -> bool:
    """Whether a folder's number is only the beginning of its title: "1950 Correspondence"."""
    return end < len(value) and (not value[0].isdigit() or re.match(r"\d{4}\b", value) is not None)


def runs(text: str) -> Iterator[Run]:
    """Every stretch of *text* that reads as a reference to unpublished papers."""
    found = pieces(text)
    at = 0
    while at < len(found):
        if not _anchors(found, at):
            at += 1
            continue
        first, last = _extent(text, found, at)
        chosen = tuple(found[first : last + 1])
        if _is_reference(text, chosen):
            yield _divided(text, chosen)
            at = last + 1
        else:
            at += 1


def _anchors(found: list[Piece], at: int) -> bool:
    return found[at].kind in _STRONG or (found[at].kind in ("collection", "repository"))


def _extent(text: str, found: list[Piece], at: int) -> tuple[int, int]:
    first = last = at
    while first > 0 and _joins(text, found, first - 1, first):
        first -= 1
    while last + 1 < len(found) and _joins(text, found, last, last + 1):
        last += 1
    last = _over_unknown(text, found, first, last)
    while found[first].kind in ("years", "place", "title", "code") and first < at:
        first += 1
    while found[last].kind == "years" and last > at and found[last - 1].kind != "collection":
        last -= 1
    return first, last


def _joins(text: str, found: list[Piece], left: int, right: int) -> bool:
    one, other = found[left], found[right]
    if other.gap > 1 or one.kind not in _PASSED or other.kind not in _PASSED:
        return False
    if other.gap == 1:
        return (one.kind in _FULL_STOP_BETWEEN and other.kind in _FULL_STOP_BETWEEN) or (
            one.kind == "collection" and one.rank <= 1 and other.kind in ("repository", "location")
        )
    if one.kind == "years":
        return left > 0 and found[left].gap == 0 and found[left - 1].kind in ("collection", "code")
    return not (other.kind == "years" and one.kind not in ("collection", "code", "rg"))


def _over_unknown(text: str, found: list[Piece], first: int, last: int) -> int:
    """Take in up to two unknown pieces ("Executive Secretariat") that stand between repository and box."""
    if not any(p.kind in ("repository", "rg") for p in found[first : last + 1]):
        return last
    for step in (1, 2):
        beyond = last + step + 1
        if beyond >= len(found) or any(found[i].gap for i in range(last + 1, beyond + 1)):
            return last
        between = found[last + 1 : beyond]
        if any(
            p.kind != "other"
            or not text[p.start].isupper()
            or re.search(r"\d{4}|[“”\"]", text[p.start : p.end])
            for p in between
        ):
            return last
        if found[beyond].kind in ("location", "decimal", "collection"):
            for p in between:
                p.kind, p.rank, p.value = "collection", 2, text[p.start : p.end]
            last = beyond
            while last + 1 < len(found) and _joins(text, found, last, last + 1):
                last += 1
            return last
    return last


def _is_reference(text: str, chosen: tuple[Piece, ...]) -> bool:
    kinds = {p.kind for p in chosen}
    known_holder = any(p.kind == "repository" and p.holder for p in chosen)
    true_collection = any(p.kind == "collection" and (p.code or p.rank <= 1) for p in chosen)
    if "rg" in kinds:
        return True
    if "decimal" in kinds:
        return bool(kinds & {"repository", "collection"}) or any(
            re.search(r"/\d{1,2}[-–—]\d{3,4}$", p.value) for p in chosen
        )
    if "location" in kinds:
        lots = any(p.label == "lot" and re.match(r"\d\d\s?[-–]?\s?[DF]\s?\d+", p.value) for p in chosen)
        containers = [p for p in chosen if p.kind == "location"]
        return bool(kinds & {"repository", "collection"}) or lots or len(containers) > 1
    if "collection" in kinds and "repository" in kinds:
        named = any(
            p.kind == "collection"
            and (p.code or re.search(r"\b(?:Papers|Collection|MSS?|Records)\b", p.value))
            for p in chosen
        )
        true_holder = any(p.kind == "repository" and (p.holder or _HOLDING.search(p.value)) for p in chosen)
        return true_collection and (named or true_holder)
    return known_holder and "repository" in kinds and _stands_alone(text, chosen)


def _stands_alone(text: str, chosen: tuple[Piece, ...]) -> bool:
    """A known repository, last in its sentence and not first in the text, holds what was named before."""
    before = text[: chosen[0].start].rstrip()
    after = text[chosen[-1].end :].lstrip()
    ends = not after or after[0] in ".;)" or behind(text, chosen[-1].end) is not None
    return ends and before.endswith((",", " in the", " in", "("))


def _divided(text: str, chosen: tuple[Piece, ...]) -> Run:
    for piece, following in pairwise(chosen):
        if piece.kind == "collection" and following.kind == "years":
            piece.value += f", {text[following.start : following.end]}"
    repository = _holders(chosen)
    place = tuple(p for p in chosen if p.kind == "place")
    inner = [p for p in chosen if p.kind not in ("repository", "place")]
    collection = _collection(chosen, inner)
    location = tuple(p for p in inner if p not in collection)
    if collection and location:
        first, last = collection[0].start, collection[-1].end
        before = [p for p in location if p.end <= first]
        later = [p for p in location if p.start >= last]
        stray = (
            before
            if before and later and not any(p.kind in ("location", "decimal") for p in before)
            else (
                later
                if before and later and not any(p.kind in ("location", "decimal") for p in later)
                else []
            )
        )
        collection = tuple(sorted([*collection, *stray], key=lambda p: p.start))
        location = tuple(p for p in location if p not in stray)
    return Run(text, chosen, repository, place, collection, location, behind(text, chosen[-1].end))


def _holders(chosen: tuple[Piece, ...]) -> tuple[Piece, ...]:
    holders = [i for i, p in enumerate(chosen) if p.kind == "repository"]
    if not holders:
        return ()
    known = [i for i in holders if chosen[i].holder]
    at = (known or holders)[-1]
    first = last = at
    while first - 1 in holders:
        first -= 1
    while last + 1 in holders:
        last += 1
    return chosen[first : last + 1]


def _collection(chosen: tuple[Piece, ...], inner: list[Piece]) -> tuple[Piece, ...]:
    """The largest unit below the repository, with the code and years that belong to it."""
    units = [p for p in inner if p.kind in ("rg", "collection")]
    if not units:
        return ()
    holder = next((p.start for p in chosen if p.kind == "repository"), None)
    large_first = holder is not None and holder < units[0].start
    rank = min(p.rank for p in units)
    best = [p for p in units if p.rank == rank]
    chief = best[0] if large_first or len(best) == 1 else best[-1]
    if any(p.kind == "rg" for p in units):
        chief = next(p for p in units if p.kind == "rg")
    at = inner.index(chief)
    group = [chief]
    for following in inner[at + 1 :]:
        if following.kind not in ("code", "years") and not (
            chief.kind == "rg" and following.kind == "collection" and following.rank == 1
        ):
            break
        group.append(following)
    for earlier in reversed(inner[:at]):
        if not (
            chief.kind == "rg"
            and (earlier.kind == "years" or (earlier.kind == "collection" and earlier.rank == 1))
        ):
            break
        group.insert(0, earlier)
    while group[0].kind == "years":
        del group[0]
    return tuple(group)
