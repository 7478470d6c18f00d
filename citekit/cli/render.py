"""``citekit render``: the notes and the bibliography of a document or library in a citation style."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from citekit.cli._inputs import of_each, read_document, read_library
from citekit.cli._outputs import check_targets, write_all

if TYPE_CHECKING:
    from citekit.render.printout import Printout, Request

EPILOG = """\b
Examples:
  citekit render thesis.md --style chicago-notes-archival
  citekit render thesis.docx --style gbt7714-2015-note --as bibliography
  citekit render references.json --style turabian-notes-archival --sections -t rtf -o works.rtf
  citekit render thesis.md --style my-faculty.csl --expand-ibid -t html -o notes.html
"""

FORMATS = ("text", "html", "markdown", "latex", "rtf")
ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".tex": "latex", ".rtf": "rtf"}
ORIGINALS = ("translated", "romanised", "original", "as-is")


@click.command("render", epilog=EPILOG)
@click.argument("source", metavar="DOC_or_LIB")
@click.option("--style", metavar="STYLE", help="A name of 'citekit styles', or a .csl file.")
@click.option(
    "--as",
    "parts",
    type=click.Choice(["notes", "bibliography", "both"]),
    help="What to print (default: both of a document, the bibliography of a library).",
)
@click.option(
    "-t", "--to", "output_format", type=click.Choice(FORMATS), help="Format of the output (default: text)."
)
@click.option(
    "-f", "--from", "source_format", metavar="FORMAT", help="Format of DOC, where its name does not say it."
)
@click.option("-o", "--output", metavar="FILE", default="-", help="Write there; its ending can stand for -t.")
@click.option("--locale", metavar="LANG", help="Another language than the style's own, as ru-RU.")
@click.option(
    "--expand-ibid", is_flag=True, help="Short forms in place of Ibid., which breaks when notes move."
)
@click.option("--full-notes", is_flag=True, help="The full form in every note.")
@click.option(
    "--originals",
    type=click.Choice(ORIGINALS),
    help="Titles that have an original: China (中国); Zhongguo [China]; 中国; or as the style has it.",
)
@click.option("--chinese-order", type=click.Choice(["pinyin", "strokes"]), help="How Chinese sorts.")
@click.option("--collections", is_flag=True, help="List collections and fonds, not each of their documents.")
@click.option("--sections", is_flag=True, help="The bibliography in sections, archives first.")
@click.option("--abbreviations", is_flag=True, help="Begin with a list of the abbreviations.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything needs attention.")
@click.option("-q", "--quiet", is_flag=True, help="Nothing on standard error.")
def command(
    source: str,
    style: str | None,
    parts: str | None,
    output_format: str | None,
    source_format: str | None,
    output: str,
    locale: str | None,
    strict: bool,
    quiet: bool,
    sections: bool,
    abbreviations: bool,
    **chosen: Any,
) -> None:
    """Print the notes and the bibliography in a citation style.

    The notes of a document keep their prose; what was not understood stays as it was typed, and is told. A
    library prints each work as a note cites it first. Style and language may stand in citekit.toml.
    """
    from citekit.cli._project import current
    from citekit.cli._talk import tell_found
    from citekit.render.printout import Request

    config = current()
    style = style or config.style or None
    if style is None:
        raise click.UsageError("Say in which style: --style NAME; 'citekit styles' lists them.")
    check_targets([output], [source])
    is_library = source_format is None and _is_library(source)
    request = Request(
        style,
        parts or ("bibliography" if is_library else "both"),  # type: ignore[arg-type]  # click has checked it
        output_format or _by_ending(output),
        locale or config.locale or None,
        _options(**chosen),
        sections,
        abbreviations,
    )
    printed = _printed(source, source_format, request, is_library=is_library)
    write_all({output: printed.text})
    found = [diagnostic for diagnostic in printed.diagnostics if diagnostic.severity != "info"]
    if not quiet:
        tell_found(printed.diagnostics)
    if strict and found:
        raise click.exceptions.Exit(1)


def _options(
    *,
    expand_ibid: bool,
    full_notes: bool,
    originals: str | None,
    chinese_order: str | None,
    collections: bool,
) -> dict[str, Any]:
    """The options that were chosen, by their names in ``citekit.render.Options``."""
    wanted = {
        "ibid": False if expand_ibid else None,
        "full_notes": full_notes or None,
        "originals": originals,
        "chinese_order": chinese_order,
        "collections": collections or None,
    }
    return {name: value for name, value in wanted.items() if value is not None}


def _is_library(source: str) -> bool:
    from citekit.library import SUFFIXES

    return PurePath(source).suffix.lower() in SUFFIXES


def _by_ending(output: str) -> str:
    return ENDINGS.get(PurePath(output).suffix.lower(), "text")


def _printed(source: str, source_format: str | None, request: Request, *, is_library: bool) -> Printout:
    """*source* as *request* wants it.

    Raises:
        Failure: the style cannot be used.
        click.exceptions.Exit: *source* cannot be read, which has been told.
    """
    from citekit import parse
    from citekit.cli._guard import Failure
    from citekit.cli._library import in_library_keys
    from citekit.cli._talk import tell_found
    from citekit.render import StyleError, find_style
    from citekit.render.printout import print_document, print_works

    try:
        find_style(request.style)  # a misspelt name is told before the document is read
        if is_library:
            (library,), _ = of_each([source], read_library)
            tell_found(library.diagnostics)
            return print_works(library.items, library.name, request)
        (result,), _ = of_each([source], lambda name: parse(read_document(name, source_format)))
        (result,) = in_library_keys([result])
        return print_document(result, request)
    except StyleError as error:
        raise Failure(str(error), "'citekit styles' lists those at hand.") from None
