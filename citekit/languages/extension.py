"""Words that a writer adds to the tables of a language (``[words.en]`` in ``citekit.toml``)."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

LANGUAGES = ("en", "ru", "zh")
_READERS_OF_TABLES = ("citekit.recognise.", "citekit.segment.", "citekit.grammar.")


def tables(language: str) -> dict[str, str]:
    """The tables of *language* that can be added to: their name in ``citekit.toml``, and their kind.

    The kind is "list" (of words), "words" (word = word) or "numbers" (word = number).
    """
    module = import_module(f"citekit.languages.{language}")
    kinds = {name: _kind(value) for name, value in vars(module).items() if name.isupper() and name[0] != "_"}
    return {name.lower().replace("_", "-"): kind for name, kind in kinds.items() if kind}


def _kind(value: object) -> str:
    if isinstance(value, tuple | frozenset | list) and value and all(isinstance(word, str) for word in value):
        return "list"
    if isinstance(value, dict) and value and all(isinstance(word, str) for word in value):
        if all(isinstance(meaning, str) for meaning in value.values()):
            return "words"
        if all(isinstance(meaning, int) for meaning in value.values()):
            return "numbers"
    return ""


def extend(language: str, added: Mapping[str, Any]) -> None:
    """Add words to the tables of *language*, for this process.

    Args:
        language: one of :data:`LANGUAGES`.
        added: for each table, by its name in ``citekit.toml``, a list of words or a mapping from words.

    Raises:
        RuntimeError: documents have been read already: what reads the tables has been made from them.
    """
    module = import_module(f"citekit.languages.{language}")
    missing = {
        name: value for name, value in added.items() if not _has(getattr(module, _constant(name)), value)
    }
    if missing and any(name.startswith(_READERS_OF_TABLES) for name in sys.modules):
        raise RuntimeError("words can only be added before the first document is read")
    for name, value in missing.items():
        _add(module, _constant(name), value)


def _constant(name: str) -> str:
    return name.upper().replace("-", "_")


def _has(table: Any, added: Any) -> bool:
    if isinstance(added, Mapping):
        return all(table.get(word) == meaning for word, meaning in added.items())
    return all(word in table for word in added)


def _add(module: ModuleType, name: str, added: Any) -> None:
    table = getattr(module, name)
    if isinstance(table, dict):
        table.update(added)
    else:
        setattr(module, name, type(table)([*table, *(word for word in added if word not in table)]))
