"""``citekit identify``: the canonical archive identifier of references."""

from __future__ import annotations

import sys

import click

EPILOG = """\b
Examples:
  citekit identify "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 5"
  citekit notes chapter.md | jq -r .text | citekit identify
"""


@click.command("identify", epilog=EPILOG)
@click.argument("references", metavar="[TEXT]...", nargs=-1)
@click.option(
    "--strict", is_flag=True, help="Exit with 1 if a reference has no identifier or names no archive."
)
def command(references: tuple[str, ...], strict: bool) -> None:
    """Give the canonical archive identifier of each reference, one line each; "-" where there is none.

    A file without its repository ("ф. 558, оп. 11, д. 334") may be in any archive: its identifier stays
    apart from those of files whose archive is named, and has no archive before a colon.

    Without TEXT, or with "-", the references are the lines of standard input.
    """
    from citekit.archives import identify

    unknown = 0
    lines = references if references and references != ("-",) else sys.stdin
    for line in lines:
        found = identify(line.strip())
        complete = found is not None and found.names_repository
        unknown += not complete
        click.echo(found.id if found is not None else "-")
        if found is not None and not complete:
            click.echo(f"{found.id}: the repository is not named", err=True)
    if strict and unknown:
        raise click.exceptions.Exit(1)
