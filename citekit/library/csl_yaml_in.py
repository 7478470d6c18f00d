"""CSL-YAML: items under ``references``, as pandoc keeps them in the head of a document."""

from __future__ import annotations

import datetime
from typing import Any

from citekit.library.csl_json_in import items_of
from citekit.library.loaded import Loaded
from citekit.readers import ReaderError


def read(text: str, name: str) -> Loaded:
    """The items of CSL-YAML *text*, also of the head of a Markdown file.

    Raises:
        ReaderError: it is not YAML, or there are no references in it.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = next(iter(yaml.load_all(text, Loader=loader)), None)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else None
        problem = getattr(error, "problem", None) or error
        raise ReaderError(
            f"{name}{f':{line}' if line else ''}: this is not YAML ({problem})",
            "A library has its items under references:",
            line=line,
        ) from None
    if isinstance(data, dict) and not data.keys() & {"references", "items", "id", "type"}:
        raise ReaderError(
            f"{name}: its head names no references",
            "A library has its items under references: The notes of a document are read by: citekit parse",
        )
    return items_of(_plain(data), name)


def _plain(value: Any) -> Any:
    """*value* with the dates that YAML reads from 1950-04-01 as text again."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value
