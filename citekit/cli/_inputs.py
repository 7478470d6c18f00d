"""What the commands read: documents, references typed on the line, libraries; "-" is standard input."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from citekit.cli._guard import Failure

if TYPE_CHECKING:
    from citekit.library import Loaded
    from citekit.model import Document

T = TypeVar("T")

STDIN = "standard input"
"""How messages name what came in by "-"."""


@contextlib.contextmanager
def as_file(source: str) -> Iterator[Path]:
    """The file that *source* names; for "-" a temporary file with what stands on standard input."""
    if source != "-":
        yield Path(source)
        return
    with tempfile.TemporaryDirectory(prefix="citekit-") as folder:
        data = sys.stdin.buffer.read()
        path = Path(folder) / f"stdin{_ending(data)}"
        path.write_bytes(data)
        yield path


def _ending(data: bytes) -> str:
    """The file ending that says what *data* is: JSON lines, JSON, BibTeX, Word, PDF, else text."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    signs = {b"{": ".jsonl", b"[": ".json", b"@": ".bib", b"PK\x03\x04": ".docx", b"%PDF": ".pdf"}
    return next((ending for sign, ending in signs.items() if head.startswith(sign)), ".md")


def read_document(source: str) -> Document:
    """The document that *source* names.

    Raises:
        ReaderError: it cannot be read; the error says why and what to do.
    """
    from citekit import readers

    with as_file(source) as path:
        if source != "-":
            return readers.read(path)
        try:
            return replace(readers.read(path), name=STDIN)
        except readers.ReaderError as error:
            message = error.message.replace(str(path), STDIN).replace(path.name, STDIN)
            raise readers.ReaderError(message, error.help, line=error.line) from None


def of_each(sources: Sequence[str], read: Callable[[str], T]) -> tuple[list[T], int]:
    """*read* applied to each of *sources*, and the number of those that failed, which are told on stderr.

    Raises:
        Failure: none could be read.
    """
    from citekit.cli._talk import tell_failure
    from citekit.readers import ReaderError

    results: list[T] = []
    failures = 0
    for source in sources:
        try:
            results.append(read(source))
        except ReaderError as error:
            tell_failure(error.message, error.help)
            failures += 1
    if not results:
        raise Failure("Nothing could be read.") if failures > 1 else click.exceptions.Exit(2)
    return results, failures


def read_library(source: str) -> Loaded:
    """The library that *source* names.

    Raises:
        ReaderError: it cannot be read; the error says why and what to do.
    """
    from citekit import library

    with as_file(source) as path:
        return library.load(path)
