"""Reads and parses documents as the chapters of one text, with a bar for each where someone watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from citekit.cli._guard import Failure
from citekit.cli._inputs import read_document
from citekit.cli._talk import tell_failure

if TYPE_CHECKING:
    from citekit.model import Document, Result

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class _Unread:
    """Why a document could not be read; unlike an exception it passes between processes whole."""

    message: str
    help: str | None


def parse_documents(
    sources: Sequence[str], format_name: str | None, *, jobs: int, quiet: bool
) -> tuple[list[Result], int]:
    """What citekit understands of *sources* (a folder stands for the documents in it), and how many failed.

    Documents that cannot be read are told on standard error and left out.

    Raises:
        Failure: none could be read.
    """
    from citekit.pipeline import parse_together

    paths = list(_unfolded(sources))
    with ExitStack() as stack:
        run = stack.enter_context(_workers(min(jobs, len(paths))))
        shown = stack.enter_context(_bars(paths)) if _watched(paths, quiet=quiet) else _plainly
        read = list(shown(run(partial(_read, format_name), paths), range(len(paths))))
        kept = [place for place, found in enumerate(read) if not isinstance(found, _Unread)]
        documents = [found for found in read if not isinstance(found, _Unread)]
        results = (
            parse_together(documents, each=lambda do, them: shown(run(do, them), kept)) if documents else ()
        )
    failures = [found for found in read if isinstance(found, _Unread)]
    for failure in failures:
        tell_failure(failure.message, failure.help)
    if not results:
        raise Failure("Nothing could be read.") if len(failures) > 1 else click.exceptions.Exit(2)
    return list(results), len(failures)


def _unfolded(sources: Sequence[str]) -> Iterator[str]:
    for source in sources:
        if source != "-" and Path(source).is_dir():
            yield from map(str, _inside(source))
        else:
            yield source


def _inside(folder: str) -> Sequence[Path]:
    from citekit.readers import ReaderError
    from citekit.readers.sources import documents_in

    try:
        return documents_in([folder])
    except ReaderError as error:
        raise Failure(error.message, error.help) from error


def _read(format_name: str | None, source: str) -> Document | _Unread:
    from citekit.readers import ReaderError

    try:
        return read_document(source, format_name)
    except ReaderError as error:
        return _Unread(error.message, error.help)


@contextmanager
def _workers(jobs: int) -> Iterator[Callable[[Callable[[A], B], Iterable[A]], Iterable[B]]]:
    """A ``map`` that runs in *jobs* processes, or here where one is enough."""
    if jobs <= 1:
        yield map
        return
    import multiprocessing

    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        yield pool.imap


def _watched(paths: Sequence[str], *, quiet: bool) -> bool:
    return sys.stderr.isatty() and not quiet and "-" not in paths


def _plainly(found: Iterable[B], places: Iterable[int]) -> Iterator[B]:
    yield from (value for value, _ in zip(found, places, strict=True))


@contextmanager
def _bars(paths: Sequence[str]) -> Iterator[Callable[[Iterable[Any], Iterable[int]], Iterator[Any]]]:
    """A bar for each document, which moves when it is read and when it is parsed."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bars = [progress.add_task(Path(path).name, total=2) for path in paths]

        def shown(found: Iterable[B], places: Iterable[int]) -> Iterator[B]:
            for value, place in zip(found, places, strict=True):
                progress.advance(bars[place])
                yield value

        yield shown
