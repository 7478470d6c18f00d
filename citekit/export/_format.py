"""What an exporter gets, what it gives, and how it is described."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from citekit.model import Diagnostic, Item, ReadNote


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to export: works as CSL-JSON items, and the notes where a document was read.

    ``sources`` names the document of each note where there are several documents.
    """

    items: Sequence[Item] = ()
    notes: Sequence[ReadNote] = ()
    sources: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """The text of a file, and what could not be said in its format."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Format:
    """A way out: its name on the command line, what it is, the file endings that mean it.

    ``write`` gets all the material; with ``of_notes`` it writes the notes of a document, so that a
    library, which has none, cannot be written so.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Material], Exported]
    of_notes: bool = False
