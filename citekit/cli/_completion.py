"""``--install-completion``: the shell's completion file, written where the shell looks for it."""

from __future__ import annotations

import os
from pathlib import Path

import click

PLACES = {
    "bash": ("XDG_DATA_HOME", ".local/share", "bash-completion/completions/citekit"),
    "zsh": ("ZDOTDIR", "", ".zfunc/_citekit"),
    "fish": ("XDG_CONFIG_HOME", ".config", "fish/completions/citekit.fish"),
}
"""Per shell: the variable that names its folder, the folder below home otherwise, and the file in it."""

NEXT = {
    "bash": "Open a new terminal (the package bash-completion must be installed).",
    "zsh": "Add these two lines to ~/.zshrc, if they are not there, and open a new terminal:\n"
    "  fpath+=~/.zfunc\n  autoload -Uz compinit && compinit",
    "fish": "Open a new terminal.",
}


def install_completion(ctx: click.Context, _param: click.Parameter, shell: str | None) -> None:
    """Write the completion script of *shell* ("auto": of the shell that is running) and leave."""
    if shell is None or ctx.resilient_parsing:
        return
    from click.shell_completion import get_completion_class

    from citekit.cli._guard import Failure

    if shell == "auto":
        shell = Path(os.environ.get("SHELL", "")).name
    if shell not in PLACES:
        raise Failure(
            f"There is no completion for the shell {shell or 'that is running'!r}.",
            "Name one: citekit --install-completion bash (or zsh, fish).",
        )
    completion = get_completion_class(shell)
    if completion is None:  # a shell that this version of click has dropped
        raise Failure(f"The installed version of click has no completion for {shell}.")
    variable, below_home, name = PLACES[shell]
    folder = os.environ.get(variable) or str(Path.home() / below_home)
    path = Path(folder) / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            completion(ctx.command, {}, "citekit", "_CITEKIT_COMPLETE").source(), encoding="utf-8"
        )
    except OSError as error:
        raise Failure(f"{path} cannot be written: {error.strerror}.") from error
    click.echo(f"Completion for {shell} is in {path}.\n{NEXT[shell]}", err=True)
    ctx.exit()
