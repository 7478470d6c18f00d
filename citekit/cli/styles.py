"""``citekit styles``: the citation styles at hand."""

from __future__ import annotations

import sys
from pathlib import Path

import click

EPILOG = """\b
Examples:
  citekit styles
  citekit styles list --public chicago
  citekit styles show lishi-yanjiu-notes
  citekit styles show chicago-notes-archival --csl > my-faculty.csl
  citekit styles check my-faculty.csl
"""


@click.group("styles", epilog=EPILOG, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List, show and check citation styles.

    A style is a CSL file: one of citekit's own, one of the thousands that others have made (they come with
    the extra "styles": pip install 'citekit[styles]'), or a file of yours.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@command.command("list", epilog="\b\nExample:\n  citekit styles list --public turabian\n")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option("--public", is_flag=True, help="Also those of the extra 'styles'.")
def list_(words: tuple[str, ...] = (), public: bool = False) -> None:
    """List the styles whose name or title contains every WORD."""
    from citekit.cli._talk import tell_warning
    from citekit.render import list_styles

    found = list_styles(public)
    if public and all(info.is_own for info in found):
        tell_warning("there are no public styles here", "pip install 'citekit[styles]'")
    wanted = [word.casefold() for word in words]
    for info in found:
        if all(word in f"{info.name} {info.title}".casefold() for word in wanted):
            click.echo(
                f"{info.name}\t{info.title}" if not sys.stdout.isatty() else f"{info.name:32} {info.title}"
            )


@command.command("show", epilog="\b\nExample:\n  citekit styles show gbt7714-2015-note\n")
@click.argument("style")
@click.option("--csl", is_flag=True, help="Write the file itself, to change a copy of it.")
def show(style: str, csl: bool) -> None:
    """Show what STYLE is and how it prints.

    The sample is a book, an article and an archival file, in three languages.
    """
    from citekit.cli._guard import Failure
    from citekit.render import StyleError, find_style
    from citekit.render.card import card

    try:
        if csl:
            click.echo(find_style(style).read_bytes(), nl=False)
            return
        shown = card(style)
    except StyleError as error:
        raise Failure(str(error), "'citekit styles' lists those at hand.") from None
    click.echo(
        f"{shown.title}\n  kind      {shown.kind}\n  language  {shown.language}\n  file      {shown.path}"
    )
    if shown.summary:
        click.echo(f"  {shown.summary}")
    click.echo("\nNotes" if shown.kind == "note" else "\nCitations")
    for n, text in enumerate(shown.notes, 1):
        click.echo(f"  {n}. {text}")
    if shown.bibliography:
        click.echo("\nBibliography")
        for text in shown.bibliography:
            click.echo(f"  {text}")


@command.command("check", epilog="\b\nExample:\n  citekit styles check my-faculty.csl\n")
@click.argument("styles", nargs=-1, required=True, metavar="STYLE...")
@click.option("--strict", is_flag=True, help="Exit with 1 also for what the schema of CSL forbids.")
def check(styles: tuple[str, ...], strict: bool) -> None:
    """Check whether each STYLE can be used; exit with 2 if one cannot."""
    from citekit.cli._talk import tell_failure, tell_warning
    from citekit.render import check as check_style

    code = 0
    for style in styles:
        found = check_style(style)
        for diagnostic in found:
            place = f"{Path(style).name}, line {diagnostic.line}: " if diagnostic.line else ""
            tell = tell_failure if diagnostic.severity == "error" else tell_warning
            tell(f"{place}{diagnostic.message} [{diagnostic.code}]", diagnostic.help)
        if any(diagnostic.severity == "error" for diagnostic in found):
            code = 2
        elif found:
            code = max(code, int(strict))
        click.echo(
            f"{style}: {'ok' if not found else 'cannot be used' if code == 2 else 'usable, with faults'}"
        )
    if code:
        raise click.exceptions.Exit(code)
