"""Works to CSL-JSON, CSL-YAML, BibTeX, BibLaTeX, RIS, and notes to notes.jsonl: one file per format.

A file of this folder that defines ``FORMAT`` is a format; its name is the file's with hyphens.  Another
package adds one by an entry point of the group ``citekit.exporters`` that names a :class:`Format`.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module, metadata
from pathlib import PurePath

from citekit.export._format import Exported, Format, Material
from citekit.export._together import material_of

__all__ = [
    "Exported",
    "Format",
    "Material",
    "find_format",
    "format_names",
    "format_of_suffix",
    "material_of",
]

ENTRY_POINTS = "citekit.exporters"


def format_names(*, of_notes: bool = True) -> list[str]:
    """The names of all formats at hand, our own first; without those of notes if *of_notes* is false."""
    own = [
        module.name.replace("_", "-")
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_") and (of_notes or module.name != "notes")
    ]
    foreign = sorted(point.name for point in metadata.entry_points(group=ENTRY_POINTS))
    return own + [name for name in foreign if name not in own]


def find_format(name: str) -> Format:
    """The format called *name*.

    Raises:
        KeyError: there is no such format.
    """
    if name in {module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__)}:
        found: Format = import_module(f"{__name__}.{name.replace('-', '_')}").FORMAT
        return found
    for point in metadata.entry_points(group=ENTRY_POINTS, name=name):
        loaded: Format = point.load()
        return loaded
    raise KeyError(name)


def format_of_suffix(path: str) -> str | None:
    """The name of the format that the ending of *path* means, or None (``refs.bib`` is BibLaTeX)."""
    suffix = PurePath(path).suffix.lower()
    for name in format_names():
        if suffix in find_format(name).suffixes:
            return name
    return None
