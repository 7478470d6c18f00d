"""What an archival reference is: its printed parts, its canonical identifier, its leaf."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from citekit.model import Span

Level: TypeAlias = Literal["item", "file", "collection"]
"""What an identifier names: one paper, a container of papers (delo, box, volume), or a whole collection."""


@dataclass(frozen=True, slots=True)
class Part:
    """One printed part of an archival reference, labels included, and where it stands in the text."""

    text: str
    span: Span

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Part:
        """The part ``text[start:end]``."""
        return cls(text[start:end], Span(start, end))


@dataclass(frozen=True, slots=True)
class ArchiveReference:
    """An archival reference found in a text.

    ``repository``, ``place``, ``collection`` and ``location`` are the CSL variables ``archive``,
    ``archive-place``, ``archive_collection`` and ``archive_location`` as printed; ``number`` is an item
    number without its sign.  ``id`` is the canonical identifier: equal for every spelling of one unit,
    without leaf, page and date.  ``elided`` is set where the reference leaves out its repository or fond
    and goes on from the one before; its ``id`` then begins with ``:`` and is completed by
    :func:`citekit.archives.completed`.
    """

    scheme: str
    level: Level
    id: str
    span: Span
    repository: Part | None = None
    place: Part | None = None
    collection: Part | None = None
    location: Part | None = None
    number: Part | None = None
    locator: str | None = None
    locator_span: Span | None = None
    locator_label: str = "folio"
    abbreviation: str | None = None
    elided: bool = False

    def printed_in(self, text: str) -> ArchiveReference:
        """The reference with its parts as *text* prints them, sign for sign where they were read."""

        def printed(part: Part | None) -> Part | None:
            return Part(part.span.of(text), part.span) if part else None

        return replace(
            self,
            repository=printed(self.repository),
            place=printed(self.place),
            collection=printed(self.collection),
            location=printed(self.location),
            number=printed(self.number),
        )

    @property
    def names_unit(self) -> bool:
        """Whether the reference by itself names something in a repository, not only the repository."""
        return not self.elided and self.scheme != "repository"

    @property
    def names_repository(self) -> bool:
        """Whether its identifier holds everywhere; "ф. 558, оп. 11" without its archive may be any."""
        return is_complete(self.id)


def is_complete(identifier: str) -> bool:
    """Whether *identifier* says in which repository its unit is, or of which series it is one.

    ``dangan:`` only says that the number is a Chinese archive's.
    """
    return ":" in identifier[1:] and not identifier.startswith("dangan:")
