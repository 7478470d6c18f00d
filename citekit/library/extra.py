"""Variables that Zotero keeps in its field "Extra" and gives out in ``note``: "original-date: 1950".

The convention is Zotero's ("Citing Fields from Extra", in its manual) and that of citeproc-js: lines that
begin with the name of a variable, a person being ``Family || Given``, and ``{:original-date: 1950}``.  Other
lines stay, and what the item says itself is never replaced.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from citekit.library.bib.dates import read_date, read_words
from citekit.library.bib.table import ROWS
from citekit.library.bib.types import WRITTEN
from citekit.library.items import DATES, NAMES
from citekit.model import Item

_LINE = re.compile(r"\s*([A-Za-z][A-Za-z _.-]*?)\s*:\s*(\S.*)")
_BRACED = re.compile(r"\{:([A-Za-z _-]+):\s*([^{}]+)\}")
_NOT_TAKEN = {"note", "id", "annote", "abstract"}


@cache
def _variables() -> dict[str, str]:
    """The CSL variables by their names as writers spell them, without hyphens and capitals."""
    names = {row.csl for row in ROWS if "." not in row.csl} | NAMES | DATES | {"type"}
    return {_bare(name): name for name in names - _NOT_TAKEN}


def _bare(name: str) -> str:
    return re.sub(r"[\s_.-]+", "", name).lower()


def without_extra(item: Item) -> Item:
    """*item* with the variables that its note holds, and without those lines."""
    note = item.get("note")
    if not isinstance(note, str) or ":" not in note:
        return item
    whole, item = item, dict(item)

    def braced(found: re.Match[str]) -> str:
        return "" if _put(item, found[1], found[2]) else found[0]

    kept: list[str] = []
    for line in re.split(r"\r?\n", _BRACED.sub(braced, note)):
        found = _LINE.fullmatch(line)
        if found is None or not _put(item, found[1], found[2]):
            kept.append(line)
    if "\n".join(kept) == note.replace("\r\n", "\n"):
        return whole
    rest = "\n".join(kept).strip()
    if rest:
        item["note"] = rest
    else:
        del item["note"]
    return item


def _put(item: Item, name: str, text: str) -> bool:
    """Whether *text* could be set as the variable called *name*."""
    variable, value = _variables().get(_bare(name)), text.strip()
    if variable == "type":
        if value in WRITTEN:
            item["type"] = value
        return value in WRITTEN
    if variable is None or (variable in item and variable not in NAMES):
        return False
    if variable in DATES:
        item[variable] = read_date(value) or read_words(value) or {"literal": value}
    elif variable in NAMES:
        names = item.get(variable, [])
        if not isinstance(names, list):
            return False
        item[variable] = [*names, _name(value)]
    else:
        item[variable] = value
    return True


def _name(text: str) -> dict[str, Any]:
    family, bars, given = (part.strip() for part in text.partition("||"))
    return {"family": family, **({"given": given} if given else {})} if bars else {"literal": text}
