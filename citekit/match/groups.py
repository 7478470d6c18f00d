"""Items put together step by step, with what each step rested on and what forbade others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from citekit.match.sketch import Sketch

Step: TypeAlias = Literal["decision", "identifier", "equal", "fingerprint", "place"]
"""What joined two items: the writer, an identifier, equality in every field, title with other evidence, a
place (file, or page of a collection) with parties and date."""

MOST_TOLD = 10_000
"""So many vetoes are kept; beyond that only their number is known."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two items that are one work (their numbers in the input), and why."""

    one: int
    two: int
    step: Step
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two items that look like one work and are kept apart, and what forbids it."""

    one: int
    two: int
    why: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Two items that may be one work: what speaks for it and against it.  The writer decides."""

    one: int
    two: int
    evidence: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(slots=True)
class Duplicates:
    """What :func:`citekit.match.duplicates.find_duplicates` found.

    ``groups`` are the works: the numbers of the items that are one, in order, groups by their first item.
    ``conflicts`` are items with one identifier that contradict each other otherwise.
    """

    groups: list[list[int]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    vetoes: list[Apart] = field(default_factory=list)
    vetoed: int = 0
    conflicts: list[Apart] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)


class Groups:
    """Which items are one so far (disjoint sets), each group with one sketch of all that is known of it.

    The sketches given are used up: that of the first item of a group takes in what the others say.
    """

    def __init__(self, sketches: list[Sketch], different: Iterable[tuple[int, int]] = ()) -> None:
        self.sketches = sketches
        self.merges: list[Merge] = []
        self._parent = list(range(len(sketches)))
        self._apart: dict[int, set[int]] = defaultdict(set)
        for one, two in different:
            self._apart[one].add(two)
            self._apart[two].add(one)

    def root(self, item: int) -> int:
        """The first item of the group that *item* is in."""
        parent = self._parent
        top = item
        while parent[top] != top:
            top = parent[top]
        while parent[item] != top:
            parent[item], item = top, parent[item]
        return top

    def sketch(self, item: int) -> Sketch:
        """What is known of the group of *item*."""
        return self.sketches[self.root(item)]

    def forbidden(self, one: int, two: int) -> bool:
        """Whether the writer has said that something of the one group is not something of the other."""
        if not self._apart:
            return False
        return self.root(two) in {self.root(other) for other in self._apart.get(self.root(one), ())}

    def join(self, one: int, two: int, step: Step, evidence: tuple[str, ...]) -> None:
        """Make one group of those of *one* and *two*; the earlier item stands for it."""
        a, b = sorted((self.root(one), self.root(two)))
        if a == b:
            return
        self.merges.append(Merge(one, two, step, evidence))
        self._parent[b] = a
        _complete(self.sketches[a], self.sketches[b])
        if b in self._apart:
            self._apart[a] |= self._apart.pop(b)

    def all(self) -> list[list[int]]:
        """The groups, in the order of their first items."""
        members: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            members.setdefault(self.root(item), []).append(item)
        return list(members.values())


_FILLED = tuple(name for name in Sketch.__slots__ if name not in ("kind", "ids"))


def _complete(one: Sketch, two: Sketch) -> None:
    """Add to *one* what *two* says besides."""
    for name in _FILLED:
        if not getattr(one, name):
            setattr(one, name, getattr(two, name))
    if two.ids != one.ids:
        one.ids = tuple(dict.fromkeys(one.ids + two.ids))
    if len(two.date) > len(one.date):
        one.date = two.date
