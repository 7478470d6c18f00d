"""A file of references, of any format that citekit reads, as items."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath

from citekit.library.loaded import Loaded
from citekit.readers import ReaderError, decode

SUFFIXES = {
    ".json": "csl_json_in",
    ".yaml": "csl_yaml_in",
    ".yml": "csl_yaml_in",
    ".bib": "bib_in",
    ".ris": "ris_in",
}
"""File endings with the module that reads them: its function ``read(text, name)`` gives a :class:`Loaded`."""

MOST = 256 * 1024 * 1024
"""Bytes; a larger file is no library of one writer."""


def load(path: str | Path) -> Loaded:
    """The references in the file *path*.

    The format follows from the file's ending, or from its first characters where the ending says nothing.

    Raises:
        ReaderError: there is no such file, or it is no library.
    """
    path = Path(path)
    return load_bytes(_bytes(path), str(path))


def load_bytes(data: bytes, name: str) -> Loaded:
    """The references in *data*, the content of a file called *name* (or of standard input).

    Raises:
        ReaderError: it is no library.
    """
    text = decode(data, name).text
    module = SUFFIXES.get(PurePath(name).suffix.lower()) or _by_content(text)
    if module is None:
        raise ReaderError(
            f"{name} is not a library that citekit knows",
            "A library is a .json (CSL-JSON), .bib, .ris or .yaml (CSL-YAML) file. "
            "The notes of a document are read by: citekit parse",
        )
    read: Callable[[str, str], Loaded] = import_module(f"citekit.library.{module}").read
    return read(text, name)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ReaderError(f"{path} is a folder", "Name a file in it.")
        if path.stat().st_size > MOST:
            raise ReaderError(f"{path} is larger than {MOST // 1024**2} MiB", "Is it a library at all?")
        return path.read_bytes()
    except FileNotFoundError:
        raise ReaderError(f"{path} does not exist", "Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError(f"{path} cannot be read: {reason}", "Check that you may read it.") from None


def _by_content(text: str) -> str | None:
    head = text[:2000].lstrip("\ufeff \t\r\n")
    if head.startswith(("[", "{")):
        return "csl_json_in"
    if head.startswith("TY  -"):
        return "ris_in"
    if head.startswith(("references:", "---")):
        return "csl_yaml_in"
    if head.startswith(("@", "%")) and "{" in head:
        return "bib_in"
    return None
