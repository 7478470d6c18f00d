"""``citekit notes``: the notes of documents as JSON lines."""

from __future__ import annotations

import click

from citekit.cli._inputs import of_each, read_document
from citekit.cli._outputs import check_targets, write_all

EPILOG = """\b
Examples:
  citekit notes chapter.md
  citekit notes chapter.docx -o notes.jsonl
  citekit notes thesis.md | grep Ibid
"""


@click.command("notes", epilog=EPILOG)
@click.argument("documents", metavar="DOC...", nargs=-1, required=True)
@click.option(
    "-f",
    "--from",
    "source_format",
    metavar="FORMAT",
    help="Format of the input, where its name does not say it.",
)
@click.option("-o", "--output", metavar="FILE", default="-", help="Write the notes there.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything needs attention.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def command(
    documents: tuple[str, ...], source_format: str | None, output: str, strict: bool, quiet: bool
) -> None:
    """List the notes of documents, without reading what they cite.

    One JSON line for each note, {"n": number, "text": text}; the entries of the bibliography are B1, B2, ...
    Such lines are also an input of "citekit parse", so that a note misread can be mended by hand.
    """
    from citekit.cli._talk import summarise_notes
    from citekit.export.notes import plain_lines

    check_targets([output], documents)
    read, failures = of_each(documents, lambda source: read_document(source, source_format))
    write_all({output: plain_lines(read)})
    if not quiet:
        summarise_notes(read)
    if failures or (strict and any(d.severity != "info" for document in read for d in document.diagnostics)):
        raise click.exceptions.Exit(1)
