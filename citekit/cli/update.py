"""``citekit update``: the library of the thesis brought up to date with its documents."""

from __future__ import annotations

import os
from pathlib import Path

import click

from citekit.cli._inputs import of_each, read_document

EPILOG = """\b
Examples:
  citekit update
  citekit update chapter1.md chapter2.docx
  citekit update --restore chen1994china
"""


@click.command("update", epilog=EPILOG)
@click.argument("documents", metavar="[DOC]...", nargs=-1)
@click.option(
    "-f",
    "--from",
    "source_format",
    metavar="FORMAT",
    help="Format of the input, where its name does not say it.",
)
@click.option(
    "--library", metavar="FILE", help="The library (default: that of citekit.toml, references.json)."
)
@click.option("--restore", metavar="KEY", multiple=True, help="Take back an item that you deleted.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything needs attention.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
@click.option("-v", "--verbose", is_flag=True, help="Show everything that needs attention.")
def command(
    documents: tuple[str, ...],
    source_format: str | None,
    library: str | None,
    restore: tuple[str, ...],
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Merge what documents cite into the library of the thesis.

    Without DOC, the documents named in citekit.toml. Citekeys stay, and so does everything that you changed
    or added by hand: what only the document changed is taken in, and where both changed a field, yours stands
    and you are told. Works that no document cites any more are marked, never removed.
    """
    from citekit import parse
    from citekit.cli._library import merge, tell_update
    from citekit.cli._project import current, source_name
    from citekit.cli._talk import summarise

    config = current()
    target = Path(library) if library is not None else Path(os.path.relpath(config.library_path))
    listed = [os.path.relpath(config.folder / name) for name in config.documents]
    if not documents and not listed:
        raise click.UsageError('Name the documents, or list them in citekit.toml: documents = ["thesis.md"].')
    results, failures = of_each(
        documents or listed, lambda source: parse(read_document(source, source_format))
    )
    names = {source_name(source, target) for source in listed}
    updated = merge(target, results, restore=restore, forget=lambda name: not documents and name not in names)
    if not quiet:
        summarise(results, verbose=verbose)
    tell_update(target, updated, quiet=quiet)
    found = [d for r in results for d in r.diagnostics if d.severity != "info"] + updated.diagnostics
    if failures or (strict and found):
        raise click.exceptions.Exit(1)
