"""The choice of an output format: by ``-t``, else by the ending of the file, else CSL-JSON."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import click


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


def output_format(name: str | None, output: str | None) -> str:
    """The format called *name*, else what the ending of *output* means, else ``csl-json``."""
    from citekit.export import format_of_suffix

    if name is not None:
        return name
    if output is None or output == "-":
        return "csl-json"
    return format_of_suffix(output) or "csl-json"
