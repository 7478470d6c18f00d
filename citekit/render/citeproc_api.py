"""citeproc-py's interface on this evaluator: code written for citeproc-py changes one line.

style = CitationStylesStyle("chicago-notes-bibliography", validate=False)
bibliography = Bibliography(style, works)          # instead of CitationStylesBibliography
citation = Citation([CitationItem("westad-2003", locator=Locator("page", "5"))])
bibliography.register(citation)
str(bibliography.cite(citation, print))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from citeproc import CitationStylesBibliography, CitationStylesStyle  # type: ignore[import-untyped]

from citekit.render.collation import Collator
from citekit.render.compile import Program
from citekit.render.engine import Engine
from citekit.render.items import read_item
from citekit.render.outputs import get_format
from citekit.render.positions import CitationCluster, CiteItem, assign_positions


class Bibliography(CitationStylesBibliography):  # type: ignore[misc]
    """A drop-in for ``CitationStylesBibliography``.

    *style*: a style as citeproc-py reads it.  *works*: CSL-JSON items.  *output*: as for ``Processor``.
    citeproc-py writes the keys of cites in small letters; so are the ids of the works.
    """

    def __init__(
        self, style: CitationStylesStyle, works: Iterable[Mapping[str, Any]], output: str = "html"
    ) -> None:
        self.program = Program(style.root)
        self.format = get_format(output)
        read = (read_item({**work, "id": str(work.get("id", "")).lower()}) for work in works)
        entries = {entry.id: entry for entry in read}
        self.engine = Engine(self.program, entries, Collator(self.program.language))
        super().__init__(style, entries)
        self._clusters: dict[int, CitationCluster] = {}
        self._is_settled = True

    def register(self, citation: Any, callback: Callable[[Any], object] | None = None) -> None:
        """Take a citation, in document order; *callback* is told of cites whose work there is not."""
        super().register(citation, callback)
        self._cites.append(citation)
        items = [_cite(item) for item in citation.cites if item.key in self.source]
        note = len(self._clusters) + 1 if self.program.is_note else 0
        self._clusters[id(citation)] = CitationCluster(items, note)
        self._is_settled = False

    def _settle(self) -> None:
        """Work out positions and disambiguation, once all that is known has been registered."""
        if not self._is_settled:
            assign_positions(list(self._clusters.values()), 5, gaps_break=self.program.is_note)
            self.engine.register(self.keys)
            self._is_settled = True

    def sort(self) -> None:
        """The bibliography is always in the order of the style."""

    def cite(self, citation: Any, callback: Callable[[Any], object] | None = None) -> str:
        """The text of a registered citation."""
        if callback is not None:
            for item in citation.cites:
                if item.key not in self.source:
                    callback(item)
        self._settle()
        return self.engine.finish(self.engine.citation(self._clusters[id(citation)]), self.format)

    def bibliography(self) -> list[str]:
        """The entries of all registered works."""
        self._settle()
        ids = self.engine.sorted_entries()
        texts = (self.engine.finish(part, self.format) for part in self.engine.entries_of(ids))
        return [text for text in texts if text]


def _cite(item: Any) -> CiteItem:
    locator = item.get("locator")
    return CiteItem(
        item.key,
        str(locator.identifier) if locator else "",
        str(locator.label) if locator else "page",
        str(item.get("prefix", "")),
        str(item.get("suffix", "")),
    )
