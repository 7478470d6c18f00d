"""``citekit export``: libraries in another format."""

from __future__ import annotations

import click

from citekit.cli._formats import FormatChoice
from citekit.cli._inputs import of_each, read_library
from citekit.cli._outputs import check_targets, write_all

EPILOG = """\b
Examples:
  citekit export references.json -t biblatex -o references.bib
  citekit export zotero.bib -t csl-yaml
  citekit export references.json -o references.ris
"""


@click.command("export", epilog=EPILOG)
@click.argument("libraries", metavar="LIB...", nargs=-1, required=True)
@click.option("-t", "--to", "format_name", type=FormatChoice(of_notes=False), help="Format of the output.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write there; its ending can stand for -t.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything needs attention.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def command(
    libraries: tuple[str, ...], format_name: str | None, output: str, strict: bool, quiet: bool
) -> None:
    """Write libraries in another format.

    A LIB is a file of CSL-JSON, CSL-YAML, BibTeX, BibLaTeX or RIS. Several are written one after the other;
    "citekit dedupe" joins them.
    """
    from citekit.cli._formats import output_format
    from citekit.cli._talk import left_out, tell_found
    from citekit.export import Material, find_format

    if format_name is None and output == "-":
        raise click.UsageError("Say which format to write: -t FORMAT, or -o FILE with a telling ending.")
    check_targets([output], libraries)
    format_name = output_format(format_name, output, of_notes=False)
    read, failures = of_each(libraries, read_library)
    material = Material([item for library in read for item in library.items])
    exported = find_format(format_name).write(material)
    write_all({output: exported.text})
    found = [*(d for library in read for d in library.diagnostics), *exported.diagnostics]
    if not quiet:
        tell_found(found)
    if failures or left_out(found) or (strict and found):
        raise click.exceptions.Exit(1)
