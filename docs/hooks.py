"""What mkdocs makes itself: the page of all commands, from their ``--help``, and the list of lint rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from citekit.cli import cli

HEAD = """# All commands

Data goes to standard output, everything else to standard error; `-` is standard input or output. Exit code 0:
done; 1: findings of `lint`, warnings under `--strict`, or some of several inputs failed; 2: wrong usage, or
nothing could be read, and then no file is written.
"""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages of the lint rules into the navigation, before the last page."""
    rules = sorted(path.name for path in (Path(config.docs_dir) / "lint").glob("*.md"))
    rules.sort(key=lambda name: name not in ("index.md", "README.md"))
    if rules and config.nav:
        config.nav.insert(-1, {"Lint rules": [f"lint/{name}" for name in rules]})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add ``commands.md``."""
    files.append(File.generated(config, "commands.md", content=commands()))
    return files


def commands() -> str:
    """The page as Markdown."""
    parts = [HEAD]
    for name, text in _help("citekit", cli, None):
        parts.append(f"## {name}\n\n```text\n{text.rstrip()}\n```\n")
    return "\n".join(parts)


def _help(name: str, command: click.Command, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    ctx = click.Context(command, parent, info_name=name.split()[-1], terminal_width=100)
    yield name, command.get_help(ctx)
    if isinstance(command, click.Group):
        for below in command.list_commands(ctx):
            found = command.get_command(ctx, below)
            if found is not None:
                yield from _help(f"{name} {below}", found, ctx)
