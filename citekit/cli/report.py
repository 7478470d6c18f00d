"""``citekit report``: a page that shows each note beside what was understood of it."""

from __future__ import annotations

import sys

import click

from citekit.cli._inputs import of_each, read_document
from citekit.cli._outputs import check_targets, write_all

EPILOG = """\b
Examples:
  citekit report chapter.md -o report.html
  citekit report chapter.docx -o report.html --strict
"""


@click.command("report", epilog=EPILOG)
@click.argument("document", metavar="DOC")
@click.option(
    "-f",
    "--from",
    "source_format",
    metavar="FORMAT",
    help="Format of the input, where its name does not say it.",
)
@click.option("-o", "--output", metavar="FILE", default="-", help="Write the page there.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything needs attention.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def command(document: str, source_format: str | None, output: str, strict: bool, quiet: bool) -> None:
    """Show each note of a document beside what was understood of it, as one HTML page.

    The page has the notes with their fields in colours, the works they mean, the findings of "citekit lint",
    the archival documents in time, and the sources by kind, language and archive. It needs no network.
    """
    from citekit import lint, parse
    from citekit.cli._talk import summarise
    from citekit.report import page

    if output == "-" and sys.stdout.isatty():
        raise click.UsageError("Say where to write the page: -o report.html")
    check_targets([output], [document])
    (result,), _ = of_each([document], lambda source: parse(read_document(source, source_format)))
    findings = lint.check(result)
    write_all({output: page(result, findings)})
    if not quiet:
        summarise([result])
    severities = {d.severity for d in result.diagnostics} | {found.severity for found in findings}
    if strict and severities - {"info"}:
        raise click.exceptions.Exit(1)
