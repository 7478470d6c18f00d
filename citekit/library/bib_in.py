"""BibTeX and BibLaTeX: the entries of a .bib file as items."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from citekit.library.bib.reading import read_entry
from citekit.library.bib.types import is_known
from citekit.library.items import normalised
from citekit.library.loaded import Loaded
from citekit.model import Diagnostic, Item

# What an entry takes over from the one it refers to (biblatex manual, appendix B; BibTeX takes the field
# itself).
_INHERITED_AS = {
    "title": "booktitle",
    "subtitle": "booksubtitle",
    "titleaddon": "booktitleaddon",
    "author": "bookauthor",
}
_NOT_INHERITED = {
    "crossref",
    "xref",
    "ids",
    "entryset",
    "key",
    "shorttitle",
    "sorttitle",
    "label",
    "options",
    "pages",
}


def read(text: str, name: str) -> Loaded:
    """The items of .bib *text*; *name* is its source for messages.

    Entries that cannot be parsed are left out with a diagnostic that says where they are.
    """
    import bibtexparser
    from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it would log becomes diagnostics
    library = bibtexparser.parse_string(
        text, parse_stack=[ResolveStringReferencesMiddleware(), RemoveEnclosingMiddleware()]
    )
    found = [_failure(block, name) for block in library.failed_blocks]
    entries = [*library.entries, *_repeated(library.failed_blocks)]
    fields = {
        entry.key.lower(): {f.key.lower(): str(f.value) for f in entry.fields} for entry in library.entries
    }
    items: list[Item] = []
    keys: set[str] = set()
    for entry in entries:
        own = {f.key.lower(): str(f.value) for f in reversed(entry.fields)}
        if not is_known(entry.entry_type):
            message = f"@{entry.entry_type} is no entry type of BibTeX or BibLaTeX; taken for a document."
            found.append(_diagnostic("library-unknown-type", message, name, entry.start_line))
        key = entry.key
        while key in keys:
            key += "-2"
        keys.add(key)
        items.append(normalised(read_entry(entry.entry_type, key, _complete(own, fields))))
    return Loaded(name, tuple(items), tuple(found))


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
        return _diagnostic(
            "library-same-field", f"A field is given twice ({fields}).", name, block.start_line
        )
    first = " ".join(str(block.raw or "").split())[:60]
    message = f"An entry cannot be parsed and is left out: {first}"
    return _diagnostic("library-broken-entry", message, name, block.start_line)


def _diagnostic(code: str, message: str, name: str, line: int | None) -> Diagnostic:
    place = f" ({name}, line {line + 1})" if line is not None else f" ({name})"
    advice = "Check the braces and commas of the entry." if code == "library-broken-entry" else None
    return Diagnostic(
        code, message + place, source=name, line=None if line is None else line + 1, help=advice
    )


def _complete(own: dict[str, str], library: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """*own* fields with those that the entries named in ``xdata`` and ``crossref`` add."""
    complete = dict(own)
    for key in own.get("xdata", "").split(","):
        complete = {**library.get(key.strip().lower(), {}), **complete}
    parent = library.get(own.get("crossref", "").strip().lower(), {})
    for name, value in parent.items():
        if name not in _NOT_INHERITED:
            complete.setdefault(_INHERITED_AS.get(name, name), value)
    return complete
