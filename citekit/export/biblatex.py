"""BibLaTeX: for biber, with archival data in its own fields and in what plain styles print."""

from __future__ import annotations

from citekit.export._bibfile import write_bib
from citekit.export._format import Exported, Format, Material


def write(material: Material) -> Exported:
    """The works as BibLaTeX entries in UTF-8 (docs/bibliography-formats.md has the fields)."""
    return write_bib(material.items, biblatex=True)


FORMAT = Format("biblatex", "BibLaTeX, for biber and pandoc", (".bib",), write)
