"""CSL-JSON: an array of items, as Zotero, pandoc and citekit write it."""

from __future__ import annotations

import json
import re
from typing import Any

from citekit.library.extra import without_extra
from citekit.library.items import normalised
from citekit.library.loaded import Loaded
from citekit.model import Diagnostic, Item
from citekit.readers import ReaderError


def read(text: str, name: str) -> Loaded:
    """The items of CSL-JSON *text*; *name* is its source for messages.

    Raises:
        ReaderError: it is not JSON, or JSON of another kind.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise ReaderError(
            f"{name}{f':{line}' if line else ''}: this is not JSON ({getattr(error, 'msg', error)})",
            "A library is an array of items: [{...}, {...}].",
            line=line,
        ) from None
    except RecursionError:
        raise ReaderError(f"{name}: brackets are nested too deeply", "Is it a library at all?") from None
    return items_of(data, name)


def items_of(data: Any, name: str) -> Loaded:
    """The items in *data*, what a JSON or YAML file of CSL items holds: an array, or one under a name.

    What is no item, or lacks a type or key, is left out or given one, with a diagnostic.

    Raises:
        ReaderError: there are no items in it.
    """
    if isinstance(data, dict):
        data = next((data[key] for key in ("references", "items") if isinstance(data.get(key), list)), [data])
    if not isinstance(data, list):
        raise ReaderError(
            f"{name}: there are no references in it", "A library is an array of CSL-JSON items."
        )
    items: list[Item] = []
    found: list[Diagnostic] = []
    keys: set[str] = set()
    for number, entry in enumerate(data, 1):
        if not isinstance(entry, dict) or not ("type" in entry or "title" in entry or "id" in entry):
            found.append(
                _diagnostic("library-not-an-item", f"Element {number} is no CSL-JSON item; left out.", name)
            )
            continue
        item = without_extra(normalised(entry))
        if not isinstance(item.get("type"), str):
            found.append(
                _diagnostic("library-no-type", f"Item {number} has no type; taken for a document.", name)
            )
            item["type"] = "document"
        items.append(
            {"id": _key(item, number, keys, found, name)} | {k: v for k, v in item.items() if k != "id"}
        )
    if data and not items:
        raise ReaderError(
            f"{name}: there are no references in it", "A library is an array of CSL-JSON items."
        )
    return Loaded(name, tuple(items), tuple(found))


def _key(item: Item, number: int, keys: set[str], found: list[Diagnostic], name: str) -> str:
    key = str(item.get("id") or "")
    if "/" in key or not key:  # Zotero's own ids are addresses
        key = str(item.get("citation-key") or key)
    if not key:
        key = f"item-{number}"
        found.append(_diagnostic("library-no-key", f"Item {number} has no id; it is called {key}.", name))
    if key in keys:
        stem, count = key, 2
        while key in keys:
            key, count = f"{stem}-{count}", count + 1
        found.append(
            _diagnostic("library-same-key", f"Two items are called {stem}; the later is now {key}.", name)
        )
    keys.add(key)
    return key


def _diagnostic(code: str, message: str, source: str) -> Diagnostic:
    return Diagnostic(code, re.sub(r"\s+", " ", message), source=source)
