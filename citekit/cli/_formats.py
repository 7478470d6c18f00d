"""The choice of an output format: by ``-t``, else by the ending of the file, else CSL-JSON."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

import click

from citekit.cli._guard import Failure
from citekit.cli._outputs import is_stream

_REWRITE = "citekit rewrite writes a document with its notes set anew, citekit render a printed bibliography."
INSTEAD = dict.fromkeys((".docx", ".md", ".markdown", ".tex", ".html", ".htm", ".rtf", ".txt"), _REWRITE)
NO_TEXT = {".docx", ".doc", ".odt", ".pdf", ".rtf"}
"""Endings of documents that are no plain text: no output of ours may bear them, whatever its format."""


class FormatChoice(click.ParamType[str]):
    """One of the formats at hand, which are looked up only when they are needed."""

    name = "format"

    def __init__(self, *, of_notes: bool = True) -> None:
        self.of_notes = of_notes

    @cached_property
    def choice(self) -> click.Choice[str]:
        from citekit.export import format_names

        return click.Choice(format_names(of_notes=self.of_notes))

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        return self.choice.get_metavar(param, ctx)

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str | None:
        return self.choice.get_missing_message(param, ctx)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        converted: str = self.choice.convert(value, param, ctx)
        return converted

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        return self.choice.shell_complete(ctx, param, incomplete)


def output_format(name: str | None, output: str | None, *, of_notes: bool = True) -> str:
    """The format called *name*, else what the ending of *output* means, else ``csl-json``.

    Raises:
        Failure: the ending of *output* says another format than *name*, or none where there is no *name*.
    """
    from citekit.export import find_format, format_names

    if output is None or output == "-" or is_stream(Path(output)) or Path(output).is_dir():
        return name or "csl-json"
    endings: dict[str, str] = {}
    for format_name in format_names():
        for suffix in find_format(format_name).suffixes:
            endings.setdefault(suffix, format_name)
    usable = {ending: of for ending, of in endings.items() if of_notes or not find_format(of).of_notes}
    ending = PurePath(output).suffix.lower()
    if name is None and ending in usable:
        return usable[ending]
    if name is None or ending in NO_TEXT:
        said = f"The ending {ending}" if ending else "A name without an ending"
        known = ", ".join(f"{suffix} ({of})" for suffix, of in usable.items())
        raise Failure(
            f"{output}: {said} is none of a bibliography. Known are {known}.",
            INSTEAD.get(ending, "Give the file such an ending."),
        )
    if ending in endings and _endings_of(name) and ending not in _endings_of(name):
        raise Failure(
            f"{output}: the ending {ending} means {endings[ending]}, and -t asks for {name}.",
            f"Leave out -t, or end the name in {' or '.join(_endings_of(name))}.",
        )
    return name


def _endings_of(name: str) -> tuple[str, ...]:
    from citekit.export import find_format

    # .bib alone means biblatex, so that bibtex does not claim it, though its files end so
    return (".bib",) if name == "bibtex" else find_format(name).suffixes
