"""The files of a library: read together, written together, never half, never by two runs at once.

Beside ``references.json`` stands the folder ``.citekit`` with, for this library, the memory, the previous
version and the lock.  Library and memory are replaced one after the other; a run that is killed in between
leaves the next memory beside the old one, and the next run sees from the library's checksum which of the two
belongs to it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from citekit.library import csl_json_in
from citekit.library.layout import laid_out
from citekit.library.memory import Memory, from_json
from citekit.model import Diagnostic, Item
from citekit.readers import ReaderError, decode

FOLDER = ".citekit"
PATIENCE = 3.0
"""Seconds to wait for another run to finish."""


class LibraryError(ReaderError):
    """The library cannot be used or written as it is: what is wrong, and what the writer can do."""


@dataclass(slots=True)
class Stored:
    """A library as it stood when it was read; ``raw`` are its bytes, None where there is no file yet."""

    path: Path
    items: list[Item] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    raw: bytes | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def is_kept(path: Path) -> bool:
    """Whether *path* is a library that documents were merged into: it is merged again, never replaced."""
    return bool(from_json(_json_of(_beside(path, "memory.json"))).items)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Stored]:
    """The library at *path*, which no other run can open until the block ends.

    Raises:
        LibraryError: another run has it open, or it is no library.
    """
    path = Path(os.path.realpath(path))
    with _locked(path):
        _recover(path)
        yield read(path)


def read(path: Path) -> Stored:
    """The library at *path* with what is remembered of it; an empty one where there is no file.

    Items are as the writer has them, only that each has a key of its own.

    Raises:
        LibraryError: it is no array of CSL-JSON items.
    """
    memory = from_json(_json_of(_beside(path, "memory.json")))
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Stored(path, memory=memory)
    except OSError as error:
        raise LibraryError(f"{path} cannot be read: {error.strerror or error}") from None
    text = decode(raw, str(path)).text
    if not text.strip():
        return Stored(path, memory=memory, raw=raw)
    loaded = csl_json_in.read(text, str(path))
    entries = json.loads(text)
    if not isinstance(entries, list) or len(entries) != len(loaded.items):
        raise LibraryError(
            f"{path} holds something that is no reference",
            "A library is an array of CSL-JSON items, [{...}, {...}]; take out or mend what is none.",
        )
    items = [
        {"id": found["id"], **({} if "type" in entry else {"type": found["type"]}), **_without_id(entry)}
        for entry, found in zip(entries, loaded.items, strict=True)
    ]
    return Stored(path, items, memory, raw, loaded.diagnostics)


def _without_id(entry: Any) -> Item:
    return {str(name): value for name, value in entry.items() if name != "id"}


def write(stored: Stored, items: list[Item], memory: Memory) -> bool:
    """Replace the library and its memory; the version before is kept.  Whether the library has changed.

    Raises:
        LibraryError: the file was changed since it was read, or cannot be written; it is then as it was.
    """
    path = stored.path
    data = laid_out(items).encode("utf-8", "replace")
    changed = data != stored.raw
    try:
        if (path.read_bytes() if path.exists() else None) != stored.raw:
            raise LibraryError(
                f"{path} was changed while citekit was working", "Nothing was written. Run the command again."
            )
        _beside(path, "").parent.mkdir(exist_ok=True)
        remembered = {"library": hashlib.sha256(data).hexdigest(), **memory.to_json()}
        following = _beside(path, "memory.next.json")
        _replace(following, json.dumps(remembered, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
        if changed:
            if stored.raw is not None:
                _replace(_beside(path, "previous.json"), stored.raw)
            _replace(path, data)
        os.replace(following, _beside(path, "memory.json"))
        stored.raw, stored.items = data, items
    except OSError as error:
        raise LibraryError(
            f"{path} cannot be written: {error.strerror or error}",
            "Check that the folder exists and that you may write there.",
        ) from error
    return changed


def _recover(path: Path) -> None:
    """Finish or undo what a run that was killed has left: the memory that belongs to the library counts."""
    following = _beside(path, "memory.next.json")
    with contextlib.suppress(OSError):
        for folder in (path.parent, following.parent):
            for left in folder.glob(f".{path.name.removesuffix('.json')}.*.new"):
                left.unlink()
        if not following.exists():
            return
        data = _json_of(following)
        library = path.read_bytes() if path.exists() else b""
        if isinstance(data, dict) and data.get("library") == hashlib.sha256(library).hexdigest():
            os.replace(following, _beside(path, "memory.json"))
        else:
            following.unlink()


def _replace(target: Path, data: bytes) -> None:
    """Make *data* the content of *target*, on the disk before its name changes."""
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    new = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            new.chmod(mode)
        os.replace(new, target)
    finally:
        new.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # not every system lets one open a folder
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _beside(path: Path, what: str) -> Path:
    return path.parent / FOLDER / f"{path.name.removesuffix('.json')}.{what}"


def _json_of(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    lock = _beside(path, "lock")
    try:
        lock.parent.mkdir(exist_ok=True)
        file = lock.open("a+b")
    except OSError as error:
        raise LibraryError(f"{lock.parent} cannot be written: {error.strerror or error}") from None
    with file:
        _wait_for(file.fileno(), path)
        yield


def _wait_for(handle: int, path: Path) -> None:
    """Hold the lock as long as the file is open: the system frees it even if the run is killed."""
    until = time.monotonic() + PATIENCE
    while not _try_lock(handle):
        if time.monotonic() > until:
            raise LibraryError(
                f"{path} is in use by another run of citekit", "Wait until it has ended, then run this again."
            )
        time.sleep(0.05)


def _try_lock(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        lock = getattr(msvcrt, "locking")  # noqa: B009
        try:
            lock(handle, getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
