"""What citekit remembers of a library: what was parsed last, decisions, what waits, what was joined.

It is one JSON file in the folder ``.citekit``.  Without it nothing is lost: the library stands as it is, and
the next run begins to remember again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from citekit.model import Item

VERSION = 1


@dataclass(slots=True)
class Cited:
    """A place where a work is cited: note, form, and the words that cite."""

    note: str
    form: str
    raw: str


@dataclass(slots=True)
class ParsedWork:
    """A work as a document says it, where it says it, and the key that it has in the library."""

    item: Item
    cited: list[Cited] = field(default_factory=list)
    key: str = ""


@dataclass(slots=True)
class OpenCitation:
    """A citation that could not be resolved: where, why, and the works that it may mean."""

    source: str
    note: str
    raw: str
    text: str
    why: str = ""
    suggestions: list[str] = field(default_factory=list)


@dataclass(slots=True)
class WaitingPair:
    """Two items of the library that may be one work, by key, with what speaks for it and against it."""

    one: str
    two: str
    evidence: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Decision:
    """What the writer has said: ``same`` or ``different`` of two keys, or which work a citation means.

    For a citation ``one`` is the key (empty: none of those suggested), ``source`` and ``raw`` the citation.
    """

    kind: str
    one: str
    two: str = ""
    source: str = ""
    raw: str = ""


@dataclass(slots=True)
class JoinedItems:
    """Items that became one: each as it was, with its own id, and what came of them.

    ``owners`` are, for each member, the works of documents that it stood for: (document, the parser's key).
    """

    key: str
    members: list[Item]
    result: Item
    owners: list[list[tuple[str, str]]] = field(default_factory=list)


@dataclass(slots=True)
class Memory:
    """Everything remembered of one library.

    ``sources`` are the works of each document as last parsed, ``items`` what was parsed for each key (the
    base of the next merge), ``deleted`` the keys that the writer took out of the library.
    """

    sources: dict[str, list[ParsedWork]] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    waiting: list[WaitingPair] = field(default_factory=list)
    citations: list[OpenCitation] = field(default_factory=list)
    joined: list[JoinedItems] = field(default_factory=list)

    def works(self) -> Iterator[tuple[str, ParsedWork]]:
        """Every work of every document, with the document's name."""
        for source, works in self.sources.items():
            for work in works:
                yield source, work

    def alias(self, key: str) -> str:
        """The key that *key* goes by since the writer joined items."""
        seen = set()
        while key not in seen:
            seen.add(key)
            key = next((d.one for d in self.decisions if d.kind == "same" and d.two == key), key)
        return key

    def decided(self, one: str, two: str) -> bool:
        """Whether the writer has said anything of these two keys."""
        return any({d.one, d.two} == {one, two} for d in self.decisions if d.kind in ("same", "different"))

    def answered(self, citation: OpenCitation) -> bool:
        """Whether the writer has said what this citation means."""
        return any(
            d.kind == "citation" and d.source == citation.source and d.raw == citation.raw
            for d in self.decisions
        )

    def owners(self, key: str) -> list[tuple[str, str]]:
        """The works of documents that the item *key* stands for: (document, the parser's key)."""
        return [(source, str(work.item["id"])) for source, work in self.works() if work.key == key]

    def rename(self, old: str, new: str) -> None:
        """Follow the writer who gave an item another key."""
        if old in self.items:
            self.items[new] = {**self.items.pop(old), "id": new}
        for _, work in self.works():
            work.key = new if work.key == old else work.key
        records: list[Decision | WaitingPair] = [*self.decisions, *self.waiting]
        for record in records:
            record.one = new if record.one == old else record.one
            record.two = new if record.two == old else record.two
        for joined in self.joined:
            joined.key = new if joined.key == old else joined.key

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {"version": VERSION, **asdict(self)}


def from_json(data: Any) -> Memory:
    """The memory in *data*; what is of another version or shape is not remembered.

    The folder is safe to delete, so a broken memory is as good as none.
    """
    if not isinstance(data, Mapping) or data.get("version") != VERSION:
        return Memory()
    try:
        return Memory(
            {
                str(source): [
                    ParsedWork(w["item"], [Cited(**c) for c in w["cited"]], w["key"]) for w in works
                ]
                for source, works in data["sources"].items()
            },
            dict(data["items"]),
            list(data["deleted"]),
            [Decision(**d) for d in data["decisions"]],
            [WaitingPair(**w) for w in data["waiting"]],
            [OpenCitation(**c) for c in data["citations"]],
            [JoinedItems(**j) for j in data["joined"]],
        )
    except (KeyError, TypeError, AttributeError):
        return Memory()
