"""The folder of a thesis: what ``citekit init`` puts there."""

from __future__ import annotations

from importlib.resources import files

from citekit.rewrite.preamble import Head, preamble

_TYPED = ("citekit.toml", "Makefile", "thesis.md")
_STYLE = ("citekit.bbx", "citekit.cbx", "citekit.dbx")
_HEAD = r"""% The frame of the thesis, of which XeLaTeX and biber make the PDF ("make pdf").
% The text is in thesis.md: "citekit rewrite" makes build/body.tex of it, with a citation command in place of
% every note that was understood.
"""


def folder_files() -> dict[str, str]:
    """The files of a new thesis folder by their names."""
    own = files("citekit.rewrite").joinpath("folder")
    made = {name: own.joinpath(name).read_text(encoding="utf-8") for name in _TYPED}
    made["thesis.tex"] = (
        _HEAD
        + preamble(Head(), "citekit", "references.bib")
        + own.joinpath("sections.tex").read_text("utf-8")
    )
    style = files("citekit.export").joinpath("latex")
    made |= {name: style.joinpath(name).read_text(encoding="utf-8") for name in _STYLE}
    made[".gitignore"] = "build/\n"
    return made
