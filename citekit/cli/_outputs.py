"""Where data goes: standard output, or files that are replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from citekit.cli._guard import Failure


def check_targets(targets: Sequence[str | None], inputs: Sequence[str]) -> None:
    """Refuse two outputs in one place, and an output that would replace an input.

    Raises:
        click.UsageError: with the place.
    """
    named = [target for target in targets if target is not None]
    for target in named:
        if named.count(target) > 1:
            place = "standard output" if target == "-" else target
            raise click.UsageError(f"Two outputs would go to {place}; give each its own file.")
        if target != "-" and any(_same_file(target, source) for source in inputs if source != "-"):
            raise click.UsageError(f"{target} is an input; writing the output there would destroy it.")


def _same_file(one: str, other: str) -> bool:
    with contextlib.suppress(OSError):
        return os.path.samefile(one, other)
    return False


def write_all(outputs: Mapping[str, str | bytes]) -> None:
    """Write each text to its place ("-" is standard output): all files are replaced, or none.

    Raises:
        Failure: a file cannot be written; the files are then as they were before.
    """
    written: list[tuple[Path, Path]] = []
    target = Path()
    try:
        for place, text in outputs.items():
            target = Path(place)
            if place == "-" or is_stream(target):
                continue
            real = Path(os.path.realpath(target))  # a link keeps pointing where it points
            written.append((_beside(real, text), real))
        for temporary, target in written:
            os.replace(temporary, target)
    except OSError as error:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)
        raise Failure(
            f"{target} cannot be written: {error.strerror or error}.",
            "Check that the folder exists and that you may write there.",
        ) from error
    for place, text in outputs.items():
        if place == "-":
            click.echo(_utf8(text), nl=False)
        elif is_stream(Path(place)):
            _pour(place, text)


def _pour(place: str, text: str | bytes) -> None:
    try:
        Path(place).write_bytes(_utf8(text))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(f"{place} cannot be written: {error.strerror or error}.") from error


def _utf8(text: str | bytes) -> bytes:
    """*text* in UTF-8, whatever the terminal's encoding; half a surrogate pair becomes "?". Bytes stay."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "replace")


def is_stream(path: Path) -> bool:
    """Whether *path* is a pipe or device (/dev/stdout, <(...)), which cannot be replaced."""
    return path.exists() and not (stat.S_ISREG(path.stat().st_mode) or path.is_dir())


def _beside(target: Path, text: str | bytes) -> Path:
    """*text* in a new file beside *target*, so that the renaming stays within one file system."""
    if target.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_utf8(text))
        temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    umask = os.umask(0o022)
    os.umask(umask)
    return umask
