"""Which documents can be rewritten as what, and the form in which they can."""

from __future__ import annotations

from dataclasses import replace

from citekit.model import Document
from citekit.readers.text import read_markdown
from citekit.rewrite.errors import RewriteError

_WITH_BODY = ("markdown", "text", "latex", "docx", "odt", "html")


def rereadable(document: Document, target: str) -> Document:
    """*document* in a form that can be rewritten as *target* ("latex", "markdown", "docx").

    Word, OpenDocument and HTML whose notes are typed as text are read once more as the Markdown that their
    reader made, in which these notes have places.

    Raises:
        RewriteError: a document of this format cannot become *target*.
    """
    if target == "docx":
        if document.format != "docx":
            raise RewriteError(
                f"{document.name} is no Word document, and only such a one can be rewritten as docx",
                "Write -t latex or -t markdown; pandoc makes a Word document of its Markdown.",
            )
        return document
    if document.format not in _WITH_BODY or not document.source.strip():
        raise RewriteError(
            f"{document.name}: {document.format} has notes but no text around them to rewrite",
            "Give the document itself (Markdown, text, LaTeX, Word, OpenDocument or HTML).",
        )
    if document.format == "latex" and target == "markdown":
        raise RewriteError(
            f"{document.name} is LaTeX, which is rewritten as LaTeX only",
            "Write -t latex; pandoc makes Markdown of it.",
        )
    if document.format in ("docx", "odt", "html"):
        typed = not any(mark.span.of(document.source).startswith("[^") for mark in document.marks)
        if typed:
            return replace(read_markdown(document.source, document.name), diagnostics=document.diagnostics)
    return document
