"""What an entry of a .bib file takes over by ``crossref`` and ``xdata`` (biblatex manual, appendix B)."""

from __future__ import annotations

import re
from collections.abc import Mapping

Entries = Mapping[str, tuple[str, Mapping[str, str]]]
"""The entry type and the fields of every entry, by its key in lower case."""

_TITLES = ("title", "subtitle", "titleaddon")
_OF_SETS = {name: f"main{name}" for name in _TITLES}
_OF_BOOKS = {name: f"book{name}" for name in _TITLES} | {"author": "bookauthor"}
_OF_PERIODICALS = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_NOT_INHERITED = {
    "crossref", "xref", "xdata", "ids", "entryset", "entrysubtype", "key", "shorttitle", "sorttitle",
    "indextitle", "label", "options", "pages", "presort", "related", "relatedtype", "cslextra",
}  # fmt: skip
_GRANULAR = re.compile(r"xdata=([^\s,{}]+)-(\w+)", re.IGNORECASE)


def complete(
    kind: str, own: Mapping[str, str], entries: Entries, seen: frozenset[str] = frozenset()
) -> dict[str, str]:
    """The *own* fields of an entry of type *kind* with those of the entries it names, and they in turn."""
    fields = {name: _granular(value, entries) for name, value in own.items()}
    for key in own.get("xdata", "").lower().split(","):
        found = _entry(key, entries, seen)
        if found:
            fields = {**complete(*found, entries, seen | {key.strip()}), **fields}
    key = own.get("crossref", "").strip().lower()
    parent = _entry(key, entries, seen)
    if parent:
        renamed = _renamed(kind, parent[0])
        for name, value in complete(*parent, entries, seen | {key}).items():
            if name not in _NOT_INHERITED:
                fields.setdefault(renamed.get(name, name), value)
    return fields


def _entry(key: str, entries: Entries, seen: frozenset[str]) -> tuple[str, Mapping[str, str]] | None:
    key = key.strip()
    return entries.get(key) if key and key not in seen else None


def _renamed(kind: str, parent: str) -> Mapping[str, str]:
    """What the fields of a *parent* are called in an entry of type *kind*."""
    if parent.startswith("mv"):
        return _OF_SETS
    if parent == "periodical":
        return _OF_PERIODICALS
    return {} if parent == kind else _OF_BOOKS


def _granular(value: str, entries: Entries) -> str:
    """The value itself, or the field of another entry that it names: ``xdata=key-field``."""
    found = _GRANULAR.fullmatch(value.strip())
    if found is None:
        return value
    _, fields = entries.get(found[1].lower(), ("", {}))
    return fields.get(found[2].lower(), value)
