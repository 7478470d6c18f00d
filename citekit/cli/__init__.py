"""The command line: one file per command, no logic in it.

Starting must be quick, so that nothing heavy is imported here: a command's file is imported when the command
runs, and what a command needs is imported inside its function.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from citekit.cli._completion import install_completion
from citekit.cli._guard import guarded
from citekit.cli._project import configure

COMMANDS = {
    "parse": "Turn the notes of a document into a bibliography.",
    "update": "Merge what documents cite into the library of the thesis.",
    "dedupe": "Make one library of documents and libraries.",
    "review": "Decide what may be one work, and what open citations mean.",
    "notes": "List the notes of a document, without reading what they cite.",
    "identify": "Give the canonical archive identifier of a reference.",
    "export": "Write a library in another format.",
    "render": "Print notes and bibliography in a citation style.",
    "styles": "List, show and check citation styles.",
    "rewrite": "Put citations in place of the typed notes of a document.",
    "report": "Show each note beside what was understood of it, as an HTML page.",
    "lint": "Say what is still wrong with the notes of a document.",
    "init": "Make a thesis folder with Makefile and skeleton.",
}
"""Each command with its line in ``citekit --help``; its file defines it as ``command``."""

EXAMPLES = """\b
Examples:
  citekit parse chapter.md -o references.json
  citekit parse chapter.md -t biblatex -o references.bib
  citekit render chapter.md --style chicago-notes-archival
  citekit identify "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 5"
"""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called *cmd_name*, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"citekit.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is asked for, with ``citekit.toml`` in force."""
        configure([*getattr(ctx, "_protected_args", ()), *ctx.args])
        return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands for ``--help``, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=LazyGroup,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--install-completion",
    type=click.Choice(["auto", "bash", "zsh", "fish"]),
    is_flag=False,
    flag_value="auto",
    expose_value=False,
    is_eager=True,
    callback=install_completion,
    help="Install the completion of commands and options for your shell.",
)
@click.version_option(package_name="citekit")
def cli() -> None:
    """Turn the typed footnotes of a thesis into a bibliography that you own.

    Data goes to standard output, everything else to standard error. "-" is standard input or output.
    """


def main() -> None:
    """Run ``citekit`` and leave with its exit code: 0 done, 1 findings or partly failed, 2 nothing done."""
    guarded(cli)
