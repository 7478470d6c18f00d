"""From a path, a string or bytes to a Document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from citekit.model import Diagnostic, Document
from citekit.readers.decoding import decode
from citekit.readers.errors import ReaderError
from citekit.readers.registry import format_named, format_of, formats

_HEAD = 4096  # bytes that tell the format


def read(path: Path | str, *, format: str | None = None) -> Document:  # noqa: A002
    """The document at *path*.

    *format* names the format ("markdown", "docx", "references" ...) where the name of the file does not
    say it. Raises ReaderError for a path that is no readable file, or a file that is no document of its
    format.
    """
    path = Path(path)
    name = str(path)
    return read_bytes(_bytes_of(path, name), name, format=format, path=path)


def read_bytes(
    data: bytes,
    name: str,
    *,
    format: str | None = None,  # noqa: A002
    path: Path | None = None,
) -> Document:
    """The document in *data* (say, standard input); *name* stands for it in messages.

    *path* is where the document lies, for formats that refer to files beside it.
    """
    chosen = format_named(format) if format else format_of(name, data[:_HEAD])
    if not data.strip():
        return _examined(Document(name, chosen.name, diagnostics=(_empty(name),)))
    content: bytes | str = data if chosen.binary else decode(data, name).text
    return _examined(chosen.read(content, name, path))


def read_text(text: str, name: str, format: str | None = None) -> Document:  # noqa: A002
    """The document in *text*; *name* stands for it in messages, and tells the format unless *format* does."""
    chosen = format_named(format) if format else format_of(name, text[:_HEAD].encode(errors="replace"))
    if chosen.binary:
        raise ReaderError(f"{name}: {chosen.name} is not a text format", "Give the file itself.")
    if not text.strip():
        return _examined(Document(name, chosen.name, diagnostics=(_empty(name),)))
    return _examined(chosen.read(text, name))


def read_many(paths: Iterable[Path | str], *, format: str | None = None) -> list[Document]:  # noqa: A002
    """The documents at *paths* in order; a folder stands for the documents in it, in the order of their
    names.

    Where two documents have notes of the same number, all notes and marks are called ``chapter:n``, the
    chapter being the place of the document in the list, counted from 1; bibliographies likewise (``B2:7``).
    """
    return told_apart([read(path, format=format) for path in documents_in(paths)])


def documents_in(paths: Iterable[Path | str]) -> list[Path]:
    """The files that *paths* name: a folder gives the readable ones in it, in the order of their names."""
    found: list[Path] = []
    for path in map(Path, paths):
        if not path.is_dir():
            found.append(path)
            continue
        suffixes = {suffix for entry in formats().values() if entry.readable for suffix in entry.suffixes}
        inside = [
            entry
            for entry in path.iterdir()
            if entry.is_file() and entry.suffix.lower() in suffixes and not entry.name.startswith((".", "~$"))
        ]
        if not inside:
            raise ReaderError(
                f"{path}: no document in this folder can be read",
                f"Documents end in {', '.join(sorted(suffixes))}.",
            )
        found.extend(sorted(inside, key=_natural))
    return found


def told_apart(documents: Sequence[Document]) -> list[Document]:
    """*documents* with notes renamed ``chapter:n`` where two of them use the same number."""
    numbers = Counter(n for document in documents for n in {note.n for note in document.notes})
    entries = Counter(n for document in documents for n in {entry.n for entry in document.bibliography})
    notes_clash, entries_clash = any(c > 1 for c in numbers.values()), any(c > 1 for c in entries.values())
    return [
        replace(
            document,
            notes=tuple(replace(note, n=f"{chapter}:{note.n}") for note in document.notes)
            if notes_clash
            else document.notes,
            marks=tuple(replace(mark, n=f"{chapter}:{mark.n}") for mark in document.marks)
            if notes_clash
            else document.marks,
            bibliography=tuple(
                replace(entry, n=f"B{chapter}:{entry.n[1:]}") for entry in document.bibliography
            )
            if entries_clash
            else document.bibliography,
        )
        for chapter, document in enumerate(documents, 1)
    ]


def _natural(path: Path) -> list[tuple[int, int | str]]:
    """A key that puts chapter 2 before chapter 10."""
    import re

    return [
        (0, int(part)) if part.isdecimal() else (1, part) for part in re.split(r"(\d+)", path.name.casefold())
    ]


def _examined(document: Document) -> Document:
    """*document*, with a diagnostic where it has nothing to work on."""
    if document.notes or document.bibliography:
        return document
    calls = " (the text calls some, see there)" if document.marks else ""
    nothing = Diagnostic(
        "no-notes",
        f"{document.name} has no notes and no bibliography{calls}",
        source=document.name,
        help="Notes are read as footnotes, as [^1], with raised numbers (¹), or under a heading: “Notes”.",
    )
    return replace(document, diagnostics=(*document.diagnostics, nothing))


def _empty(name: str) -> Diagnostic:
    return Diagnostic("empty-source", f"{name} is empty", source=name)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReaderError(f"{name}: there is no such file", _similar(path)) from None
    except IsADirectoryError:
        raise ReaderError(
            f"{name}: is a folder", "Name the document in it; several documents are read one after the other."
        ) from None
    except PermissionError:
        raise ReaderError(f"{name}: may not be read", "Ask its owner for the right to read it.") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL character
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReaderError(f"{name}: cannot be read ({reason})") from None


def _similar(path: Path) -> str:
    """A file of nearly the same name in the same folder, for one who mistyped."""
    from difflib import get_close_matches

    try:
        names = [entry.name for entry in path.parent.iterdir()][:5000]
    except OSError:
        return "The folder does not exist either." if not path.parent.exists() else ""
    close = get_close_matches(path.name, names, n=1, cutoff=0.75)
    return (
        f"Is it “{close[0]}” that you mean?" if close else "Look whether the name and the folder are right."
    )
