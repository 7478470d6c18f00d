"""``citekit init``: a thesis folder."""

from __future__ import annotations

from pathlib import Path

import click

from citekit.cli._outputs import write_all

EPILOG = """\b
Examples:
  citekit init
  citekit init my-thesis && cd my-thesis && make
"""


@click.command("init", epilog=EPILOG)
@click.argument("folder", metavar="[FOLDER]", default=".")
def command(folder: str) -> None:
    """Make a thesis folder: settings, a Makefile, a text with a few notes, and the LaTeX frame around it.

    "make" in it gives the PDF with notes and a bibliography in sections; "make bib", "make notes" and "make
    lint" give the parts. Files that are there already stay as they are.
    """
    from citekit.cli._guard import Failure
    from citekit.rewrite.thesisfolder import folder_files

    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"{folder} cannot be made: {error.strerror or error}.") from error
    files = {str(place / name): text for name, text in folder_files().items()}
    there = {name for name in files if Path(name).exists() or Path(name).is_symlink()}
    write_all({name: text for name, text in files.items() if name not in there})
    for name in files:
        click.echo(f"{'kept' if name in there else 'made'}  {name}", err=True)
    click.echo("Next: type your text and notes in thesis.md, then: make", err=True)
