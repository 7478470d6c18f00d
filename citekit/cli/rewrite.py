"""``citekit rewrite``: a document with citations in place of its typed notes, or its notes set in a style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from citekit.cli._outputs import check_targets, write_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citekit.export import Exported
    from citekit.model import Diagnostic, Document, Result
    from citekit.rewrite.source import Rewritten
    from citekit.rewrite.word import RewrittenPackage

EPILOG = """\b
Examples:
  citekit rewrite thesis.md -t latex -o thesis.tex --bib references.bib
  citekit rewrite thesis.md -t markdown -o cited.md --bib references.json
  citekit rewrite chapter.tex -o cited.tex --bib references.bib
  citekit rewrite thesis.docx --style chicago-notes-archival -o set.docx
  citekit rewrite thesis.docx --expand-ibid -o expanded.docx
"""

FORMATS = ("latex", "markdown", "docx")
ENDINGS = {".tex": "latex", ".ltx": "latex", ".md": "markdown", ".markdown": "markdown", ".docx": "docx"}


@click.command("rewrite", epilog=EPILOG)
@click.argument("document", metavar="DOC")
@click.option(
    "-t", "--to", "target", type=click.Choice(FORMATS), help="What to write (or by the ending of -o)."
)
@click.option("-f", "--from", "source_format", metavar="FORMAT", help="Format of the input.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write the document there.")
@click.option("--bib", metavar="FILE", help="Write the works there: .bib, or .json or .yaml for pandoc.")
@click.option("--style", metavar="STYLE", help="For docx a citation style; for latex one of BibLaTeX's.")
@click.option("--fragment", is_flag=True, help="latex: the body alone, without a preamble.")
@click.option("--keep-bibliography", is_flag=True, help="latex: leave the typed bibliography as it is.")
@click.option("--repeat-pages", is_flag=True, help="Give a bare Ibid. the pages that it stands for.")
@click.option("--expand-ibid", is_flag=True, help="docx: write the work instead of Ibid.")
@click.option("--strict", is_flag=True, help="Exit with 1 if a note stays as typed.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def command(
    document: str,
    target: str | None,
    source_format: str | None,
    output: str,
    bib: str | None,
    style: str | None,
    fragment: bool,
    keep_bibliography: bool,
    repeat_pages: bool,
    expand_ibid: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Put citations in place of the typed notes of a document.

    As LaTeX or Markdown every note that was understood becomes a citation command, and the style of the
    document makes the note, its Ibid. too. A Word document keeps its notes, set in a style. Notes that were
    not understood stay as they were typed, and are listed.
    """
    from citekit.cli._guard import Failure
    from citekit.render import StyleError
    from citekit.rewrite.errors import RewriteError

    check_targets([output, bib], [document])
    wanted = target or _by_ending(output)
    options: dict[str, object] = {
        "style": style,
        "fragment": fragment,
        "keep_bibliography": keep_bibliography,
        "repeat_pages": repeat_pages,
        "expand_ibid": expand_ibid,
        "resource": _resource(bib, output),
    }
    _check_options(wanted, output, options)
    library = _library_format(bib, wanted)
    data, read = _read(document, source_format)
    try:
        result, rewritten = _rewritten(read, data, wanted, options)
    except RewriteError as error:
        raise Failure(str(error), error.help) from error
    except StyleError as error:
        raise Failure(str(error), "'citekit styles' lists those at hand.") from error
    content = rewritten.data if wanted == "docx" else rewritten.text  # type: ignore[union-attr]
    outputs: dict[str, str | bytes] = {output: content}
    found = list(rewritten.diagnostics)
    if bib is not None:
        exported = _bibliography(result, library)
        outputs[bib] = exported.text
        found += exported.diagnostics
    write_all(outputs)
    if not quiet:
        _tell(result, rewritten, found)
    if strict and any(finding.severity != "info" for finding in found):
        raise click.exceptions.Exit(1)


def _by_ending(output: str) -> str:
    from pathlib import PurePath

    ending = PurePath(output).suffix.lower()
    if output == "-" or ending not in ENDINGS:
        raise click.UsageError(
            "Say what to write: -t latex, -t markdown or -t docx, or -o with such an ending."
        )
    return ENDINGS[ending]


def _resource(bib: str | None, output: str) -> str:
    """The .bib as the LaTeX document names it: seen from its folder."""
    import os

    if bib is None or bib == "-":
        return "references.bib"
    folder = os.path.dirname(output) if output != "-" else ""
    return os.path.relpath(bib, folder or ".").replace(os.sep, "/")


def _check_options(target: str, output: str, options: dict[str, object]) -> None:
    """Refuse options that mean nothing for *target*, rather than pass over them."""
    only = {"fragment": "latex", "keep_bibliography": "latex", "expand_ibid": "docx"}
    for name, format_ in only.items():
        if options[name] and target != format_:
            raise click.UsageError(f"--{name.replace('_', '-')} is for {format_}, and {target} is written.")
    if target == "markdown" and options["style"]:
        raise click.UsageError("--style is for docx and latex; pandoc takes a style by --csl.")
    if target == "latex" and options["style"]:
        _check_latex_style(str(options["style"]))
    if target == "docx":
        if output == "-":
            raise click.UsageError("A Word document needs a file: -o new.docx")
        if not options["style"] and not options["expand_ibid"]:
            raise click.UsageError("Name a style for the notes (--style), or ask for --expand-ibid.")


def _check_latex_style(style: str) -> None:
    """Refuse one of our CSL styles, which LaTeX would look for in vain."""
    from citekit.render.styles import own_styles_folder

    if style.endswith(".csl") or (own_styles_folder() / f"{style}.csl").is_file():
        raise click.UsageError(
            f"{style} is a CSL style, and LaTeX takes one of BibLaTeX's, as verbose-ibid or gb7714-2015; "
            "without --style the notes are those of biblatex-chicago."
        )


def _read(source: str, source_format: str | None) -> tuple[bytes, Document]:
    """The bytes of the document and what its reader makes of them."""
    import sys
    from pathlib import Path

    from citekit.cli._inputs import STDIN
    from citekit.cli._talk import tell_failure
    from citekit.readers import ReaderError, read, read_bytes

    try:
        if source == "-":
            data = sys.stdin.buffer.read()
            return data, read_bytes(data, STDIN, format=source_format)
        document = read(source, format=source_format)
        return Path(source).read_bytes(), document
    except ReaderError as error:
        tell_failure(error.message, error.help)
        raise click.exceptions.Exit(2) from error


def _rewritten(
    document: Document, data: bytes, target: str, options: dict[str, object]
) -> tuple[Result, Rewritten | RewrittenPackage]:
    from citekit import parse
    from citekit.rewrite.latex import rewrite_latex
    from citekit.rewrite.markdown import to_markdown
    from citekit.rewrite.sources import rereadable
    from citekit.rewrite.tolatex import LatexOptions, to_latex
    from citekit.rewrite.word import rewrite_word

    repeat = bool(options["repeat_pages"])
    style = str(options["style"]) if options["style"] else None
    result = _with_library(parse(rereadable(document, target)))
    if target == "docx":
        return result, rewrite_word(result, data, style, expand_ibid=bool(options["expand_ibid"]))
    if target == "markdown":
        return result, to_markdown(result, repeat_pages=repeat)
    if document.format == "latex":
        return result, rewrite_latex(result, repeat_pages=repeat)
    made = LatexOptions(
        fragment=bool(options["fragment"]),
        style=style or "chicago",
        resource=str(options["resource"]),
        typed_bibliography=bool(options["keep_bibliography"]),
        repeat_pages=repeat,
    )
    return result, to_latex(result, made)


def _with_library(result: Result) -> Result:
    """*result* with the citekeys of the thesis's library and its works as the writer corrected them there."""
    from dataclasses import replace

    from citekit.cli._library import in_library_keys
    from citekit.cli._project import current, or_fail
    from citekit.library import store

    config = current()
    if config.path is None or not config.library_path.exists():
        return result
    (keyed,) = in_library_keys([result])
    items = {str(item["id"]): item for item in or_fail(lambda: store.read(config.library_path)).items}
    works = tuple(replace(work, item=items.get(work.id, work.item)) for work in keyed.works)
    return replace(keyed, works=works)


def _library_format(bib: str | None, target: str) -> str:
    """What the ending of *bib* means: pandoc reads CSL-JSON whole, and of a .bib not every field."""
    from citekit.export import format_of_suffix

    named = format_of_suffix(bib) if bib not in (None, "-") else None
    if named in (None, "biblatex"):
        return "biblatex"
    if target == "markdown" and named in ("csl-json", "csl-yaml"):
        return named
    readers = "pandoc reads .bib, .json and .yaml" if target == "markdown" else "LaTeX reads a .bib"
    raise click.UsageError(f"--bib {bib} has the ending of {named}; {readers}.")


def _bibliography(result: Result, library: str) -> Exported:
    from citekit.export import find_format, material_of

    return find_format(library).write(material_of([result]))


def _tell(result: Result, rewritten: Rewritten | RewrittenPackage, found: Sequence[Diagnostic]) -> None:
    """How many notes became what, and those that did not."""
    from citekit.cli._talk import tell_found

    parts = [
        (rewritten.commands, f"citation{'s' * (rewritten.commands != 1)}"),
        (rewritten.mixed, f"citation{'s' * (rewritten.mixed != 1)} among prose"),
        (rewritten.prose, "prose only"),
        (rewritten.kept, "as typed"),
    ]
    said = ", ".join(f"{count} {what}" for count, what in parts if count)
    count = sum(number for number, _ in parts)
    click.echo(
        f"{result.document.name}: {count} note{'' if count == 1 else 's'} ({said or 'none'})", err=True
    )
    unread = () if count else (d for d in result.document.diagnostics if d.severity != "info")
    tell_found([*unread, *found])
