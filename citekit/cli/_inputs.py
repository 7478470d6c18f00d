"""What the commands read: documents, references typed on the line, libraries; "-" is standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
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
        return readers.read_bytes(sys.stdin.buffer.read(), STDIN, format=format_name)
    return readers.read(source, format=format_name)


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
