"""``citekit parse``: documents to notes and works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from citekit.cli._formats import FormatChoice
from citekit.cli._outputs import check_targets, write_all

if TYPE_CHECKING:
    from citekit.model import Diagnostic

EPILOG = """\b
Examples:
  citekit parse chapter.md -o references.json
  citekit parse chapter.docx -t biblatex -o references.bib
  citekit parse chapter1.md chapter2.md -o references.json
  citekit parse thesis/ -o references.json --jobs 4
  citekit parse chapter.md --notes notes.jsonl --works works.json
  pdftotext -layout thesis.pdf - | citekit parse - -t csl-json
"""


@click.command("parse", epilog=EPILOG)
@click.argument("documents", metavar="DOC...", nargs=-1, required=True)
@click.option("-t", "--to", "format_name", type=FormatChoice(), help="Output format (default: csl-json).")
@click.option(
    "-f",
    "--from",
    "source_format",
    metavar="FORMAT",
    help="Format of the input, where its name does not say it.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the output there; its ending can stand for -t.")
@click.option("--notes", metavar="FILE", help="Write the notes with their citations there (JSON lines).")
@click.option("--works", metavar="FILE", help="Write the works there (CSL-JSON).")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    metavar="N",
    help="How many documents to work on at a time.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if anything needs attention.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
@click.option("-v", "--verbose", is_flag=True, help="Show everything that needs attention.")
def command(
    documents: tuple[str, ...],
    source_format: str | None,
    format_name: str | None,
    output: str | None,
    notes: str | None,
    works: str | None,
    jobs: int,
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Turn the notes of documents into a bibliography.

    Reads the foot- or endnotes and the bibliography of each DOC, finds what every note cites, resolves
    Ibid. and short titles, joins what is the same work, and writes the works. "-" is standard input.

    Several DOC, or a folder of them, are the chapters of one text: they share their works. Where two of them
    have notes of one number, notes are called by chapter and number, as in 2:14.

    Where FILE of -o is the library of the thesis, the works are merged into it, as by "citekit update".
    """
    from citekit.cli._formats import output_format
    from citekit.cli._library import in_library_keys, merge_as, tell_update
    from citekit.cli._project import is_library
    from citekit.cli._talk import left_out, summarise, tell_found
    from citekit.cli._together import parse_documents
    from citekit.export import find_format, material_of

    if output is None and (format_name is not None or (notes is None and works is None)):
        output = "-"
    check_targets([output, notes, works], documents)
    kept = output if output is not None and is_library(output) else None
    if kept is None:
        format_name = output_format(format_name, output)  # a name that misleads is told before the work
    results, failures = parse_documents(documents, source_format, jobs=jobs, quiet=quiet)
    if kept is not None:  # the library of a thesis is merged, never replaced
        results, merged = merge_as(kept, format_name or "csl-json", results)
        output = None
    else:
        results = in_library_keys(results)
    material = material_of(results)
    written = {}
    wanted = {output: format_name or "csl-json", notes: "notes", works: "csl-json"}
    unwritten: list[Diagnostic] = []
    for target, name in wanted.items():
        if target is not None:
            exported = find_format(name).write(material)
            written[target] = exported.text
            unwritten.extend(exported.diagnostics)
    write_all(written)
    if not quiet:
        summarise(results, verbose=verbose)
        tell_found(unwritten)
    if kept is not None:
        tell_update(kept, merged, quiet=quiet)
        unwritten += merged.diagnostics
    found = [d for result in results for d in result.diagnostics if d.severity != "info"] + unwritten
    if failures or left_out(unwritten) or (strict and found):
        raise click.exceptions.Exit(1)
