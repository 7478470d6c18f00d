r"""BibTeX: for the old styles, which sort by bytes, so that names in other scripts get a ``\noopsort``."""

from __future__ import annotations

from citekit.export._bibfile import write_bib
from citekit.export._format import Exported, Format, Material


def write(material: Material) -> Exported:
    """The works as BibTeX entries in UTF-8 (docs/bibliography-formats.md has the fields)."""
    return write_bib(material.items, biblatex=False)


FORMAT = Format("bibtex", "BibTeX, for plain, plainnat and other old styles", (), write)
