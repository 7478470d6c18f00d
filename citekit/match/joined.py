"""Several items of one work made into one, when they come from different documents and libraries.

The first stands; what it leaves out is taken from the others; where they disagree, theirs is kept in
``custom.conflicts`` (data contract, "Merging").  :mod:`citekit.match.merge` does the same for the citations
of one document, which know more (which is complete, what is inherited).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from citekit.match.folding import fold, given_agree, same_name
from citekit.match.merge import printed_name
from citekit.model import Item, Name

_NAMES = frozenset({"author", "editor", "translator", "recipient", "interviewer", "director", "compiler"})
_DATES = frozenset({"issued", "original-date", "accessed", "event-date", "submitted"})
_QUIET = frozenset({"id", "type", "language", "genre", "accessed", "citation-key"})
_GATHERED = frozenset({"conflicts", "other-forms"})
_OF_THE_PLACE = frozenset(
    """container-title publisher publisher-place issued editor volume issue page collection-title edition ISBN
    language""".split()
)
"""What belongs to the collection that prints a document, not to the document."""


def join_items(items: Sequence[Item]) -> Item:
    """One item from *items*, with the ``id`` of the first; they are not changed."""
    one = deepcopy(items[0])
    for other in items[1:]:
        _take(one, deepcopy(other))
    return one


def _take(one: Item, other: Item) -> None:
    custom = one.get("custom")
    own: dict[str, Any] = custom if isinstance(custom, dict) else {}
    given = other.pop("custom", None)
    theirs: dict[str, Any] = given if isinstance(given, dict) else {}
    if _printed_elsewhere(one, other):
        _take_place(own, other)
        other = {name: value for name, value in other.items() if name not in _OF_THE_PLACE}
        theirs = {
            name: value
            for name, value in theirs.items()
            if name not in ("original-container-title", "translated-container-title")
        }
    conflicts: dict[str, list[str]] = own.get("conflicts") or {}
    for name, value in other.items():
        if name not in one:
            one[name] = value
        elif name not in _QUIET:
            one[name] = _agreed(name, one[name], value, conflicts)
    for name, value in theirs.items():
        if name == "also_in":
            _add_places(own, value)
        elif name in _GATHERED:
            _gather(conflicts if name == "conflicts" else own.setdefault(name, {}), value)
        elif name not in own:
            own[name] = value
        elif isinstance(value, str) and isinstance(own[name], str):
            own[name] = _agreed(name, own[name], value, conflicts)
    if conflicts:
        own["conflicts"] = conflicts
    if own:
        one["custom"] = own


def _printed_elsewhere(one: Item, other: Item) -> bool:
    """Whether both are documents printed in collections, and in different ones."""
    first, second = one.get("container-title"), other.get("container-title")
    return bool(
        first
        and second
        and one.get("type") == other.get("type") == "chapter"
        and fold(str(first)) != fold(str(second))
    )


def _take_place(own: dict[str, Any], other: Item) -> None:
    place = {n: other[n] for n in ("container-title", "volume", "issue", "page") if other.get(n)}
    _add_places(own, [place])


def _add_places(own: dict[str, Any], places: Any) -> None:
    known = own.setdefault("also_in", [])
    known.extend(place for place in places if place not in known)


def _gather(known: dict[str, Any], new: Any) -> None:
    if isinstance(new, Mapping):
        for name, values in new.items():
            held = known.setdefault(name, [])
            held.extend(value for value in values if value not in held)


def _agreed(name: str, one: Any, other: Any, conflicts: dict[str, list[str]]) -> Any:
    """The value that stands; what cannot be agreed on goes to *conflicts*."""
    if one == other:
        return one
    agreed: Any
    if name in _NAMES and isinstance(one, list) and isinstance(other, list):
        agreed = _agreed_names(one, other)
    elif name in _DATES and isinstance(one, Mapping) and isinstance(other, Mapping):
        agreed = _agreed_date(one, other)
    else:
        agreed = one if fold(_printed(one)) == fold(_printed(other)) else None
    if agreed is not None:
        return agreed
    known = conflicts.setdefault(name, [])
    if all(fold(_printed(other)) != fold(text) for text in known):
        known.append(_printed(other))
    return one


def _agreed_names(one: list[Any], other: list[Any]) -> list[Any] | None:
    """The fuller of two lists of the same people, each with the fuller given name; None if they differ."""
    a, b = [_name(n) for n in one], [_name(n) for n in other]
    if not all(same_name(x, y) for x, y in zip(a, b, strict=False)) or (
        len(a) != len(b) and min(len(a), len(b)) == 0
    ):
        return None
    fuller = [
        other[place] if _says_more(b[place], a[place]) else one[place] for place in range(min(len(a), len(b)))
    ]
    return fuller + (one if len(a) > len(b) else other)[len(fuller) :]


def _says_more(one: Name, two: Name) -> bool:
    """Whether *one* has the given name of which *two* has only the beginning or initials."""
    if not given_agree(one, two):
        return False
    return len(one.given.replace(".", "")) > len(two.given.replace(".", ""))


def _name(csl: Any) -> Name:
    if not isinstance(csl, Mapping):
        return Name(literal=str(csl))
    return Name(
        family=str(csl.get("family", "")),
        given=str(csl.get("given", "")),
        literal=str(csl.get("literal", "")),
        non_dropping_particle=str(csl.get("non-dropping-particle", "")),
    )


def _agreed_date(one: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any] | None:
    a, b = one.get("date-parts"), other.get("date-parts")
    if not a or not b:
        return one if a or not b else other
    if len(a) == len(b) == 1:
        if list(b[0][: len(a[0])]) == list(a[0]):
            return other if len(b[0]) > len(a[0]) else one
        return one if list(a[0][: len(b[0])]) == list(b[0]) else None
    return one if a == b else None


def _printed(value: Any) -> str:
    """A value as one string, as ``conflicts`` keeps it."""
    if isinstance(value, list):
        return "; ".join(printed_name(_name(part)) for part in value)
    if isinstance(value, Mapping):
        points = value.get("date-parts") or []
        text = "/".join("-".join(str(number) for number in point) for point in points)
        return text or str(value.get("literal") or value.get("raw") or "")
    return str(value)
