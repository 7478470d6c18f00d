"""What citekit says on standard error: failures, the summary of a run, what needs the writer's eye."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from citekit.model import Diagnostic, Document, Result

SHOWN = 5
"""Diagnostics of one code that are shown in full unless ``--verbose`` asks for all."""

COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def tell_failure(message: str, advice: str | None = None) -> None:
    """Say what could not be done and what the writer can do about it."""
    click.echo(f"{click.style('Error:', fg='red', bold=True)} {_ended(message)}", err=True)
    if advice:
        click.echo(f"  {advice}", err=True)


def tell_warning(message: str, advice: str | None = None) -> None:
    """Say what is worth knowing though the work is done."""
    click.echo(f"{click.style('Warning:', fg='yellow', bold=True)} {_ended(message)}", err=True)
    if advice:
        click.echo(f"  {advice}", err=True)


def _ended(message: str) -> str:
    """*message* with a full stop, unless one ends it already, or the code of a finding does."""
    return message if message.endswith((".", "?", "!", "。", ".”", "?”", "!”", "]")) else message + "."


def summarise(results: Sequence[Result], *, verbose: bool = False) -> None:
    """What was found in each document, and what needs attention in it."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for result in results:
        console.print(f"[bold]{_plain(result.document.name)}[/]: {_found(result)}")
        tell_diagnostics(console, result, verbose=verbose)


def _telling(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """*found* without what goes without saying: an empty document has no notes."""
    told = list(found)
    empty = any(diagnostic.code == "empty-source" for diagnostic in told)
    return [diagnostic for diagnostic in told if not (empty and diagnostic.code == "no-notes")]


def _found(result: Result) -> str:
    """The figures of a run in one line."""
    entries = sum(note.note.is_entry for note in result.notes)
    cites = [cite for note in result.notes for cite in note.cites]
    full = [cite.work for cite in cites if cite.form == "full" and cite.work is not None]
    figures = [
        _count(len(result.notes) - entries, "note"),
        _count(entries, "bibliography entry", "bibliography entries") if entries else "",
        _count(len(cites), "citation"),
        _count(len(result.works), "work"),
        _count(len(full) - len(set(full)), "duplicate") + " joined",
    ]
    open_cites = sum(cite.work is None for cite in cites)
    if open_cites:
        figures.append(_count(open_cites, "citation") + " left open")
    return ", ".join(figure for figure in figures if figure)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def tell_diagnostics(console: Console, result: Result, *, verbose: bool) -> None:
    """The diagnostics of *result*, the grave ones first, at most :data:`SHOWN` of a code."""
    found = sorted(_telling(result.diagnostics), key=lambda d: (list(COLOURS).index(d.severity), d.code))
    if not found:
        return
    texts = {note.note.n: note.note.text for note in result.notes}
    counts = {severity: sum(d.severity == severity for d in found) for severity in COLOURS}
    counted = ", ".join(_severities(severity, number) for severity, number in counts.items() if number)
    console.print(f"\n[bold]Needs attention[/] ({counted})")
    for (_, code), group in groupby(found, key=lambda d: (d.severity, d.code)):
        alike = list(group)
        shown = alike if verbose else alike[:SHOWN]
        help_of_all = {diagnostic.help for diagnostic in shown}
        for diagnostic in shown:
            _print(console, diagnostic, texts, with_help=len(help_of_all) > 1)
        if len(help_of_all) == 1 and alike[0].help:
            console.print(f"    [dim]→ {_plain(_ended(alike[0].help))}[/]")
        if len(alike) > len(shown):
            console.print(f"    [dim]and {len(alike) - len(shown)} more of {code}; --verbose shows all[/]")


def _severities(severity: str, number: int) -> str:
    return f"{number:,} info" if severity == "info" else _count(number, severity)


def _print(console: Console, found: Diagnostic, texts: dict[str, str], *, with_help: bool) -> None:
    colour = COLOURS[found.severity]
    console.print(f"  [{colour}]{found.severity}[/] {found.code}{_plain(_place(found, texts))}")
    console.print(f"    {_plain(_ended(found.message))}")
    if with_help and found.help:
        console.print(f"    [dim]→ {_plain(_ended(found.help))}[/]")


def _place(found: Diagnostic, texts: dict[str, str]) -> str:
    """Where: the note with the words in question and their place in it, or the line of the source."""
    places = []
    if found.note is not None:
        places.append(f"{'entry' if found.note[:1] == 'B' else 'note'} {found.note}")
    if found.line is not None:
        places.append(f"line {found.line}")
    if found.span is not None and found.note in texts:
        words = found.span.of(texts[found.note])
        places.append(f"character {found.span.start + 1}: “{_short(words)}”")
    return " · " + ", ".join(places) if places else ""


def _short(words: str, limit: int = 60) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def _plain(text: str) -> str:
    """*text* without meaning for rich's markup and without characters that steer a terminal."""
    from rich.markup import escape

    return escape("".join(c if c.isprintable() else " " for c in text))


def summarise_notes(documents: Sequence[Document]) -> None:
    """How many notes each document has, and what was strange in reading it."""
    for document in documents:
        entries = len(document.bibliography)
        figures = _count(len(document.notes), "note")
        figures += f", {_count(entries, 'bibliography entry', 'bibliography entries')}" if entries else ""
        click.echo(f"{document.name}: {figures}", err=True)
        tell_found(_telling(document.diagnostics))


def tell_found(diagnostics: Iterable[Diagnostic]) -> None:
    """One line for each of *diagnostics*."""
    for found in diagnostics:
        place = f"note {found.note}: " if found.note else ""
        tell = tell_failure if found.severity == "error" else tell_warning
        tell(f"{place}{_ended(found.message)} [{found.code}]", found.help)


UNREAD = {"library-broken-entry", "library-not-an-item"}
"""What libraries report of an entry that could not be read at all."""


def left_out(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether a work is missing in what was written: that is no success, even if the rest is there."""
    return any(found.severity == "error" or found.code in UNREAD for found in diagnostics)
