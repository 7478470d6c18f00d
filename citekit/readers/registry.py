"""Which reader reads which format, by the name of the file, by its first bytes, or by the writer's word.

A reader is a function that is loaded only when a document of its format is read, so that a library for
Word or PDF costs nothing to those who write Markdown.  Another package registers one through the entry
point group ``citekit.readers``: the name is the format, the object a ``Format``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from citekit.model import Document
from citekit.readers.errors import ReaderError

GROUP = "citekit.readers"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the endings of its files, and where its reader is.

    ``reader`` is ``"module:function"``, or the function itself.  A reader of text takes ``(text, name)``,
    one of a binary format (``binary``) takes ``(bytes, name)``, one that looks at files beside the document
    (``wants_path``) takes ``(text or bytes, name, path or None)``; all give a Document.  ``extra`` is the
    extra of citekit that brings the library the reader needs.  A format that is not ``readable`` is only
    known to be refused with good advice.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str | Callable[..., Document]
    binary: bool = False
    wants_path: bool = False
    magic: tuple[bytes, ...] = ()
    extra: str = ""
    readable: bool = True

    def read(self, content: bytes | str, name: str, path: Path | None = None) -> Document:
        """The document in *content*; raises ReaderError where a library that the reader needs is missing."""
        try:
            reader = self._function()
            return reader(content, name, path) if self.wants_path else reader(content, name)
        except ModuleNotFoundError as error:
            raise ReaderError(
                f"{name}: reading {self.name} needs the package {error.name}, which is not installed",
                f'Install it with: pip install "citekit[{self.extra}]"'
                if self.extra
                else f"Install {error.name}.",
            ) from None

    def _function(self) -> Callable[..., Document]:
        if callable(self.reader):
            return self.reader
        module, _, function = self.reader.partition(":")
        found: Callable[..., Document] = getattr(import_module(module), function)
        return found


_OWN = (
    Format(
        "markdown",
        (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"),
        "citekit.readers.text:read_markdown",
    ),
    Format("text", (".txt", ".text"), "citekit.readers.text:read_plain_text"),
    Format("jsonl", (".jsonl", ".ndjson"), "citekit.readers.jsonlines:read_json_lines"),
    Format("docx", (".docx", ".docm", ".dotx"), "citekit.readers.docx:read_docx", binary=True),
    Format("odt", (".odt", ".ott"), "citekit.readers.odt:read_odt", binary=True),
    Format("html", (".html", ".htm", ".xhtml"), "citekit.readers.html:read_html", binary=True),
    Format("latex", (".tex", ".ltx"), "citekit.readers.latex:read_latex", wants_path=True),
    Format("pdf", (".pdf",), "citekit.readers.pdf:read_pdf", binary=True, magic=(b"%PDF-",), extra="pdf"),
    Format(
        "doc",
        (".doc", ".dot", ".rtf", ".wps", ".wpd", ".pages", ".sxw"),
        "citekit.readers.unsupported:refuse",
        binary=True,
        magic=(b"{\\rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        readable=False,
    ),
    Format("references", (".refs",), "citekit.readers.references:read_references"),
)


@cache
def formats() -> dict[str, Format]:
    """All formats by name: citekit's own and those of installed packages (which may replace one)."""
    known = {entry.name: entry for entry in _OWN}
    for point in entry_points(group=GROUP):
        try:
            found = point.load()
        except Exception as error:
            raise ReaderError(
                f"The reader “{point.name}” of another package does not load: {error}",
                f"Update or remove the package that brings it ({point.value}).",
            ) from error
        if isinstance(found, Format):
            known[point.name] = found
    return known


def format_named(name: str) -> Format:
    """The format called *name*; raises ReaderError with the names there are."""
    found = formats().get(name.lower().lstrip("."))
    if found is None:
        found = next(
            (entry for entry in formats().values() if f".{name.lower().lstrip('.')}" in entry.suffixes), None
        )
    if found is None:
        raise ReaderError(
            f"“{name}” is no format that can be read", f"There are: {', '.join(sorted(formats()))}."
        )
    return found


def format_of(name: str, head: bytes) -> Format:
    """The format of a source called *name* that begins with *head*.

    What the bytes say goes before the name, since a document may have been renamed; a name that says nothing
    means Markdown, which plain text is too, or JSON lines where the first line is an object with "n" and
    "text".
    """
    suffix = Path(name).suffix.lower()
    by_name = next((entry for entry in formats().values() if suffix and suffix in entry.suffixes), None)
    by_content = _by_content(head)
    if by_content is not None and (by_name is None or (by_content.binary and not by_name.binary)):
        return by_content
    if by_name is not None:
        return by_name
    begin = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if begin[:14].lower().startswith((b"<!doctype html", b"<html")):
        return formats()["html"]
    if begin.startswith((b"\\documentclass", b"\\documentstyle")):
        return formats()["latex"]
    first = begin.split(b"\n", 1)[0]
    if first.startswith(b"{") and b'"text"' in first and b'"n"' in first:
        return formats()["jsonl"]
    return formats()["markdown"]


def _by_content(head: bytes) -> Format | None:
    """The format whose sign *head* begins with; the two that are zip packages differ in their first part."""
    if head.startswith(b"PK\x03\x04"):
        return formats()["odt" if b"opendocument.text" in head[:200] else "docx"]
    return next(
        (entry for entry in formats().values() if any(head.startswith(sign) for sign in entry.magic)), None
    )
