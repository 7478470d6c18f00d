"""What the commands read: documents, references typed on the line, libraries; "-" is standard input."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence
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


def read_document(source: str, format_name: str | None = None) -> Document:
    """The document that *source* names; *format_name* is its format where its name does not say it.

    Raises:
        ReaderError: it cannot be read; the error says why and what to do.
    """
    from citekit import readers

    if source == "-":
        data = sys.stdin.buffer.read()
        if format_name is None:
            refuse_library(data, STDIN)
        return readers.read_bytes(data, STDIN, format=format_name)
    if format_name is None and (data_of_library := _named_as_library(source)) is not None:
        refuse_library(data_of_library, source)
    return readers.read(source, format=format_name)


def _named_as_library(source: str) -> bytes | None:
    """The content of *source* if its ending is that of a library."""
    from citekit.library import SUFFIXES

    path = Path(source)
    with contextlib.suppress(OSError, ValueError):  # the reader says what is wrong with the file
        if path.suffix.lower() in SUFFIXES and path.is_file():
            return path.read_bytes()
    return None


def refuse_library(data: bytes, name: str) -> None:
    """Let nobody take a library for a document without notes.

    Raises:
        ReaderError: *data* is a library of at least one work.
    """
    from citekit import library
    from citekit.readers import ReaderError

    if name == STDIN and not data.lstrip().startswith((b"[", b"@", b"TY  -")):
        return  # Markdown may begin as CSL-YAML does
    try:
        is_library = bool(library.load_bytes(data, name).items)
    except ReaderError:
        return
    if is_library:
        raise ReaderError(
            f"{name} is a library of works, not a document with notes",
            "citekit export writes it in another format, citekit dedupe joins it with others, "
            "citekit review shows what waits in it.",
        )


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

    return library.load_bytes(sys.stdin.buffer.read(), STDIN) if source == "-" else library.load(source)
