"""``citekit review``: what waits for the writer, one question at a time."""

from __future__ import annotations

import os
import sys
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citekit.cli._outputs import write_all

if TYPE_CHECKING:
    from citekit.library.answers import Desk
    from citekit.library.store import Stored

EPILOG = """\b
Examples:
  citekit review
  citekit review references.json
  citekit review --list > decisions.txt
  citekit review --decisions decisions.txt
"""

KEYS = "[bold]y[/]es  [bold]n[/]o  [bold]s[/]kip  [bold]u[/]ndo  [bold]q[/]uit"


@click.command("review", epilog=EPILOG)
@click.argument("library", metavar="[LIB]", required=False)
@click.option("--list", "only_list", is_flag=True, help="Write what waits to standard output, ask nothing.")
@click.option("--decisions", metavar="FILE", help="Follow the decisions in this file, ask nothing.")
def command(library: str | None, only_list: bool, decisions: str | None) -> None:
    """Decide what may be one work, and what citations mean that could not be resolved.

    Shows one question at a time: y (yes), n (no), s (not now), u (undo the last answer), q (leave). Every
    answer is kept at once and never asked again. Without a terminal, what waits is listed in the form of a
    file of decisions, which --decisions takes when you have filled it in.
    """
    from citekit.cli._project import current, or_fail
    from citekit.library import store
    from citekit.library.answers import Desk, decide, listed
    from citekit.library.update import find_waiting

    path = Path(library) if library is not None else Path(os.path.relpath(current().library_path))
    asking = not only_list and decisions is None and sys.stdin.isatty() and sys.stdout.isatty()
    told = _decisions(decisions)

    def run() -> None:
        if not path.is_file():
            raise store.LibraryError(
                f"{path} does not exist", "citekit update makes the library of a thesis."
            )
        with store.opened(path) as stored:
            stored.memory.waiting = find_waiting(stored.items, stored.memory)
            desk = Desk(stored.items, stored.memory)
            if told is not None:
                done = decide(desk, told, str(decisions))
                store.write(stored, desk.items, desk.memory)
                click.echo(f"{path}: {done} decisions kept, {desk.left()} left", err=True)
            elif asking:
                _ask(desk, stored)
            else:
                write_all({"-": listed(desk)})

    or_fail(run)


def _decisions(name: str | None) -> str | None:
    from citekit.cli._guard import Failure

    if name is None:
        return None
    if name == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    try:
        return Path(name).read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise Failure(f"{name} cannot be read: {error.strerror or error}.") from None


def _ask(desk: Desk, stored: Stored) -> None:
    """Ask until nothing is left or the writer leaves; every answer is kept before the next question."""
    from rich.console import Console

    from citekit.cli._question import shown
    from citekit.library import store

    console = Console(highlight=False)
    before: list[Desk] = []
    while (asked := desk.next()) is not None:
        console.print(shown(desk, asked))
        console.print(f"[dim]{desk.left()} waiting[/]   {KEYS}")
        answer = _key("ynsuq")
        if answer == "q":
            break
        if answer == "u":
            if not before:
                console.print("There is nothing to undo.")
                continue
            desk = before.pop()
        else:
            before.append(deepcopy(desk))
            {"y": desk.yes, "n": desk.no, "s": desk.skip}[answer](asked)
        store.write(stored, desk.items, desk.memory)
    else:
        console.print("Nothing is waiting." if not before else "That was all.")


def _key(known: str) -> str:
    """The next key that is one of *known*."""
    while True:
        pressed = click.getchar().lower()
        if pressed in ("\x03", "\x04", "\x1b"):
            return "q"
        if pressed in known and pressed:
            return pressed
