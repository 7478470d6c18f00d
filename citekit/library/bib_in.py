"""BibTeX and BibLaTeX: the entries of a .bib file as items."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from citekit.library.bib.inheritance import complete
from citekit.library.bib.reading import read_entry
from citekit.library.bib.source import evaluated, with_keys
from citekit.library.bib.types import is_known
from citekit.library.items import normalised
from citekit.library.loaded import Loaded
from citekit.model import Diagnostic, Item

_HOLDERS = {"xdata", "set"}
"""Entry types that are no works: they only hold fields, or keys, for others."""


def read(text: str, name: str) -> Loaded:
    """The items of .bib *text*; *name* is its source for messages.

    Entries that cannot be parsed are left out with a diagnostic that says where they are.
    """
    import bibtexparser

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it would log becomes diagnostics
    text, keyless, commas = with_keys(text.lstrip("\ufeff"))
    found = [
        _diagnostic("library-no-key", "An entry has no key; it has got one.", name, line) for line in keyless
    ]
    found += [
        _diagnostic("library-missing-comma", "There is no comma behind the key.", name, line)
        for line in commas
    ]
    library = bibtexparser.parse_string(text, parse_stack=[])
    found += [_failure(block, name) for block in library.failed_blocks]
    macros: dict[str, str] = {}
    for string in library.strings:
        macros[string.key.lower()] = evaluated(str(string.value), macros)[0]
    entries = [*library.entries, *_repeated(library.failed_blocks)]
    fields = [_fields(entry, macros, found, name) for entry in entries]
    by_key = {
        entry.key.lower(): (entry.entry_type.lower(), own)
        for entry, own in reversed(list(zip(entries, fields, strict=True)))
        if entry.key
    }
    items: list[Item] = []
    keys: set[str] = set()
    for number, (entry, own) in enumerate(zip(entries, fields, strict=True), 1):
        kind = entry.entry_type.lower()
        if kind in _HOLDERS:
            continue
        if not is_known(kind):
            message = f"@{entry.entry_type} is no entry type of BibTeX or BibLaTeX; taken for a document."
            found.append(_diagnostic("library-unknown-type", message, name, entry.start_line))
        key = entry.key
        if not key:
            key = f"item-{number}"
            message = f"An entry has no key; it is called {key}."
            found.append(_diagnostic("library-no-key", message, name, entry.start_line))
        while key in keys:
            key += "-2"
        keys.add(key)
        items.append(normalised(read_entry(kind, key, complete(kind, own, by_key))))
    return Loaded(name, tuple(items), tuple(found))


def _fields(entry: Any, macros: dict[str, str], found: list[Diagnostic], name: str) -> dict[str, str]:
    """The fields of an entry, the first of each name; those behind a missing comma are told in *found*."""
    fields: dict[str, str] = {}
    for field in entry.fields:
        value, more = evaluated(str(field.value), macros)
        fields.setdefault(field.key.lower(), value)
        if more:
            message = f"There is no comma before {', '.join(more)} in {entry.key}."
            found.append(_diagnostic("library-missing-comma", message, name, entry.start_line))
        for other, said in more.items():
            fields.setdefault(other, said)
    return fields


def _repeated(failed: list[Any]) -> Iterator[Any]:
    """The good entries that bibtexparser sets aside because their key or a field is repeated."""
    from bibtexparser.model import Entry

    for block in failed:
        inner = getattr(block, "ignore_error_block", None)
        if isinstance(inner, Entry):
            yield inner


def _failure(block: Any, name: str) -> Diagnostic:
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    if isinstance(block, DuplicateBlockKeyBlock):
        message = f"Two entries have the key {block.key}; the later has got another one."
        return _diagnostic("library-same-key", message, name, block.start_line)
    if isinstance(block, DuplicateFieldKeyBlock):
        fields = ", ".join(sorted(block.duplicate_keys))
        message = f"A field is given twice ({fields}); the first stands."
        return _diagnostic("library-same-field", message, name, block.start_line)
    first = " ".join(str(block.raw or "").split())[:60]
    message = f"An entry cannot be parsed and is left out: {first}"
    return _diagnostic("library-broken-entry", message, name, block.start_line)


def _diagnostic(code: str, message: str, name: str, line: int | None) -> Diagnostic:
    place = f" ({name}, line {line + 1})" if line is not None else f" ({name})"
    advice = "Check the braces and commas of the entry." if code == "library-broken-entry" else None
    return Diagnostic(
        code, message + place, source=name, line=None if line is None else line + 1, help=advice
    )
