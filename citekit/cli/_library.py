"""What the commands that keep a library share: merging documents into it, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citekit.cli._project import or_fail, source_name

if TYPE_CHECKING:
    from citekit.library.update import Updated
    from citekit.model import Result


def merge(
    library: Path,
    results: Sequence[Result],
    *,
    restore: Iterable[str] = (),
    forget: Callable[[str], bool] = lambda _: False,
) -> Updated:
    """Merge *results* into the library at *library* and write it; what has happened.

    Raises:
        Failure: it is in use, or cannot be read or written; it is then as it was.
    """
    from citekit.library import store
    from citekit.library.sources import source_of
    from citekit.library.update import update

    def run() -> Updated:
        with store.opened(library) as stored:
            sources = [source_of(r, source_name(r.document.name, library)) for r in results]
            updated = update(stored.items, stored.memory, sources, restore=restore, forget=forget)
            updated.diagnostics[:0] = stored.diagnostics
            store.write(stored, updated.items, updated.memory)
            return updated

    return or_fail(run)


def merge_as(library: str, format_name: str, results: Sequence[Result]) -> tuple[list[Result], Updated]:
    """Merge *results* into *library*; they come back with its citekeys.

    Raises:
        click.UsageError: it was asked for in another format than the library has.
        Failure: as in :func:`merge`.
    """
    from citekit.library.sources import with_keys

    if format_name != "csl-json":
        raise click.UsageError(f"{library} is the library of the thesis, which is CSL-JSON.")
    path = Path(library)
    updated = merge(path, results)
    named = [(result, updated.keys[source_name(result.document.name, path)]) for result in results]
    return [with_keys(result, keys) for result, keys in named], updated


def in_library_keys(results: Sequence[Result]) -> list[Result]:
    """*results* with the citekeys of the thesis's library, where the working folder is one with a library.

    Works that are not in it yet keep the keys of the parser.

    Raises:
        Failure: the library cannot be read.
    """
    from citekit.cli._project import current
    from citekit.library import store
    from citekit.library.recognised import known_keys
    from citekit.library.sources import source_of, with_keys

    config = current()
    path = config.library_path
    if config.path is None or not path.exists():
        return list(results)
    stored = or_fail(lambda: store.read(path))
    named = []
    for result in results:
        source = source_of(result, source_name(result.document.name, path))
        named.append(with_keys(result, known_keys(source, stored.items, stored.memory)))
    return named


def tell_update(library: str | Path, updated: Updated, *, quiet: bool) -> None:
    """Say on standard error what has happened to the library; unless *quiet*, also what went well."""
    from citekit.cli._talk import tell_found

    if not quiet:
        _tell_figures(library, updated)
    tell_found(updated.diagnostics)


def _tell_figures(library: str | Path, updated: Updated) -> None:
    figures = [
        (len(updated.added), "new"),
        (len(updated.changed), "changed"),
        (len(updated.uncited), "no longer cited"),
        (len(updated.renamed), "renamed by you"),
    ]
    told = ", ".join(f"{number} {what}" for number, what in figures if number) or "nothing new"
    click.echo(f"{library}: {len(updated.items)} works, {told}", err=True)
    for word, keys in (("new", updated.added), ("no longer cited", updated.uncited)):
        if keys and len(keys) <= 10:
            click.echo(f"  {word}: {', '.join(keys)}", err=True)
    tell_waiting(len(updated.memory.waiting), len(updated.memory.citations), library)


def tell_waiting(pairs: int, citations: int, library: str | Path) -> None:
    """Say that something waits for the writer."""
    if pairs or citations:
        told = [f"{pairs} pair{'s' * (pairs != 1)} that may be one work"] * bool(pairs)
        told += [f"{citations} open citation{'s' * (citations != 1)}"] * bool(citations)
        click.echo(f"  waiting for you: {', '.join(told)} (citekit review {library})", err=True)
