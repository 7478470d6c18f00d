"""What comes of reading a library."""

from __future__ import annotations

from dataclasses import dataclass, field

from citekit.model import Diagnostic, Item


@dataclass(frozen=True, slots=True)
class Loaded:
    """The references of a file as normalised CSL-JSON items, and what could not be understood of it."""

    name: str
    items: tuple[Item, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())
