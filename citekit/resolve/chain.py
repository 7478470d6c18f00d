"""What "Ibid." points at: the last thing cited, unless a gap or several works stand between."""

from __future__ import annotations

from dataclasses import dataclass, field

from citekit.match.identity import Facts
from citekit.resolve.collections import Collection
from citekit.resolve.shelf import Holding


@dataclass(slots=True)
class Link:
    """What a citation was found to mean: the work (None where none is certain), its facts and collection."""

    holding: Holding | None
    facts: Facts
    collection: Collection | None = None
    volume: str | None = None


@dataclass(slots=True)
class Chain:
    """The citations of the note before and of the note being read."""

    before: list[Link] = field(default_factory=list)
    here: list[Link] = field(default_factory=list)
    broken: str | None = None
    last_number: int | None = None
    chapter: str = ""
    by_note: dict[str, list[Link]] = field(default_factory=dict)

    def open_note(self, n: str) -> None:
        """Begin a note: a gap in the numbering breaks the chain."""
        chapter, _, own = n.rpartition(":")
        if (
            chapter != self.chapter
        ):  # each chapter counts from 1 ("2:14"): ibid. does not reach back into another
            self.chapter, self.before, self.broken, self.last_number = chapter, [], None, None
        number = int(own) if own.isdigit() else None
        if number is not None and self.last_number is not None and number != self.last_number + 1:
            self.broken = (
                f"note {self.last_number + 1} is missing before it" if number > self.last_number + 1 else None
            )
        self.last_number = number if number is not None else self.last_number
        self.here = []

    def close_note(self, n: str, *, discursive: bool, doubtful: bool = False) -> None:
        """End a note. One that only talks leaves the chain as it was; one that cites becomes its end.

        A *doubtful* one points to something that was not understood: ibid. behind it is not certain.
        """
        self.by_note[n] = self.here
        if not discursive:
            self.before, self.broken = self.here, None
        if doubtful:
            self.broken = f"note {n} before it points to a work that was not understood"

    def of_note(self, n: str) -> list[Link]:
        """What note *n* of the same chapter cites."""
        return self.by_note.get(f"{self.chapter}:{n}" if self.chapter else n, [])

    def antecedents(self) -> list[Link]:
        """The links that ibid. can mean: of this note if it has cited already, else of the note before."""
        if self.here:
            return self.here[-1:]
        return self.before

    def one(self) -> tuple[Link | None, str]:
        """The one antecedent, or None and why there is none."""
        if self.broken and not self.here:
            return None, self.broken
        found = self.antecedents()
        if not found:
            return None, "nothing is cited before it"
        if any(link.holding is None for link in found):
            return None, "what the citation before it means is not certain either"
        works = {id(link.holding) for link in found}
        if len(works) > 1:
            return None, f"the note before it cites {len(works)} works"
        return found[-1], ""

    def shared(self) -> tuple[Link | None, str]:
        """The antecedent for "Ibid. + new document": several will do where they share one collection."""
        if self.broken and not self.here:
            return None, self.broken
        found = self.antecedents()
        if not found:
            return None, "nothing is cited before it"
        if len(found) == 1:
            return found[0], ""
        places = {_place(link) for link in found}
        if len(places) == 1:
            return found[-1], ""
        return None, "the citations before it stand in different collections"


def _place(link: Link) -> tuple[object, ...]:
    """The collection, archive or book that a citation stands in."""
    values = link.facts.values
    title = values.get("container-title") or (values.get("title") if values.get("type") == "book" else None)
    return (title, values.get("archive"), values.get("archive_collection") if not title else None)
