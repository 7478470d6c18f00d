"""The thesis that the working folder belongs to: its ``citekit.toml`` and its library."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from citekit.config import Config

T = TypeVar("T")

FILE = "citekit.toml"


def configure(arguments: Sequence[str]) -> None:
    """Let ``citekit.toml`` count for the command in *arguments*; without one, nothing is imported.

    Raises:
        Failure: the file cannot be used.
    """
    if {"-h", "--help"} & set(arguments) or not _is_there():
        return
    from citekit.config import apply

    config = current()
    or_fail(lambda: apply(config))


def _is_there() -> bool:
    folder = os.path.abspath(".")
    while not os.path.isfile(os.path.join(folder, FILE)):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return False
    return True


def current() -> Config:
    """The settings that hold in the working folder.

    Raises:
        Failure: ``citekit.toml`` cannot be used.
    """
    from citekit.config import Config, find, load

    path = find(Path())
    return Config(Path()) if path is None else or_fail(lambda: load(path))


def or_fail(action: Callable[[], T]) -> T:
    """What *action* gives.

    Raises:
        Failure: it raised ``ReaderError``; with its message and advice.
    """
    from citekit.cli._guard import Failure
    from citekit.readers import ReaderError

    try:
        return action()
    except ReaderError as error:
        raise Failure(error.message, error.help or None) from None


def is_library(path: str | None) -> bool:
    """Whether *path* is the library of a thesis, which is merged and never replaced."""
    if path is None or path == "-":
        return False
    from citekit.library.store import is_kept

    config = current()
    named = config.path is not None and os.path.realpath(config.library_path) == os.path.realpath(path)
    return named or is_kept(Path(path))


def source_name(path: str, library: Path) -> str:
    """How the library calls the document *path*: as seen from its folder."""
    if path == "-":
        return "standard input"
    seen = os.path.relpath(os.path.realpath(path), os.path.dirname(os.path.realpath(library)))
    return Path(seen).as_posix()
