"""Citation to Reference: one grammar per convention of citing."""

from __future__ import annotations

from citekit.grammar.context import Context
from citekit.model import Citation, Note, Reference

__all__ = ["Context", "parse"]


def parse(citation: Citation, note: Note, context: Context) -> tuple[Reference, ...]:
    """The references that *citation* makes, read by the grammar of its convention."""
    if citation.convention == "chinese":
        from citekit.grammar import chinese

        return chinese.parse(citation, note, context)
    if citation.convention == "gost":
        from citekit.grammar import gost

        return gost.parse(citation, note, context)
    from citekit.grammar import western

    return western.parse(citation, note, context)
