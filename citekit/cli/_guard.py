"""The outermost frame: whatever happens, the writer gets a sentence and an exit code, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}
"""What the system answers where a file cannot take what is written to it."""


class Failure(click.ClickException):
    """The command could not do its work (exit code 2)."""

    exit_code = 2

    def __init__(self, message: str, advice: str | None = None) -> None:
        super().__init__(message)
        self.advice = advice

    def show(self, file: object = None) -> None:
        from citekit.cli._talk import tell_failure

        tell_failure(self.message, self.advice)


def guarded(command: click.Command, arguments: Sequence[str] | None = None) -> NoReturn:
    """Run *command* on *arguments* (those of the process where none are given) and exit."""
    try:
        code = command.main(arguments, prog_name="citekit", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BrokenPipeError:
        # Whoever read our output has left ("citekit notes x | head"): nobody is there to be told.
        _silence()
        code = 1
    except OSError as error:
        if error.errno not in NO_ROOM:
            _raise_or_apologise(error)
        else:
            Failure(f"The output cannot be written: {error.strerror}.", "Make room there, and repeat.").show()
            _silence()
        code = 2
    except Exception as error:
        _raise_or_apologise(error)
        code = 2
    sys.exit(code if isinstance(code, int) else 0)


def _silence() -> None:
    """Let what is left of standard output go nowhere, or Python would complain of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _raise_or_apologise(error: Exception) -> None:
    if os.environ.get("CITEKIT_DEBUG"):
        raise error
    _apologise(error)


def _apologise(error: Exception) -> None:
    kind = type(error).__name__
    click.echo(
        f"{click.style('Error:', fg='red', bold=True)} citekit made a mistake of its own ({kind}: {error}).\n"
        "  Your files are as they were. Please report this, with the command and, if you can, the document.\n"
        "  CITEKIT_DEBUG=1 in front of the command shows where it happened.",
        err=True,
    )
