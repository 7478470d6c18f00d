"""Code written for citeproc-py runs on this evaluator."""

from __future__ import annotations

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator
from render.sample import WORKS

from citekit.render.citeproc_api import Bibliography
from citekit.render.styles import own_styles_folder


def test_a_drop_in() -> None:
    style = CitationStylesStyle(str(own_styles_folder() / "chicago-notes-archival-ibid.csl"), validate=False)
    bibliography = Bibliography(style, WORKS, output="text")
    assert isinstance(bibliography, CitationStylesBibliography)
    first = Citation([CitationItem("book-en", locator=Locator("page", "5"))])
    second = Citation([CitationItem("book-en", locator=Locator("page", "6"))])
    missing: list[str] = []
    for citation in (first, second, Citation([CitationItem("nobody")])):
        bibliography.register(citation, lambda item: missing.append(item.key))
    assert bibliography.cite(first).endswith("(Stanford University Press, 2003), 5.")
    assert bibliography.cite(second) == "Ibid., 6."
    assert missing == ["nobody"]
    assert len(bibliography.bibliography()) == 1
