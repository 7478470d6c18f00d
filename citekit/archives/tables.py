"""The tables of the package: lines of columns separated by tabs, under a head of lines that begin with #."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of the table *name* (a file beside this one), cut into columns."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and line[0] != "#")


@cache
def words(name: str) -> str:
    """The list *name* of ``words.tsv`` as alternatives of a regular expression, longest first."""
    listed = next(row[1] for row in rows("words.tsv") if row[0] == name).split(" | ")
    escaped = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s") for word in listed)
    return "|".join(sorted(escaped, key=len, reverse=True))
