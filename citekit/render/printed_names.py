"""Chinese, Korean and Vietnamese names family name first where the document prints them so.

Chicago 17, 8.16 and 16.87, keeps such a name in its own order, but not that of an author who has taken up
the Western one ("Chen Jian", and "Zhihua Shen").  Which it is no rule can tell of an English book; the
writer, who saw its title page, can: the order typed where the work is first cited stays.  CSL-JSON says it by
``static-ordering``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.model import Item, Result, Work
from citekit.render.parties import NAME_KEYS, is_family_first


def in_printed_order(result: Result) -> list[Item]:
    """The items of *result*, the names in them that are printed family name first marked to stay so."""
    texts = {read.note.n: read.note.text for read in result.notes}
    return [_marked(work, texts) for work in result.works]


def _marked(work: Work, texts: Mapping[str, str]) -> Item:
    item = dict(work.item)
    for key in NAME_KEYS:
        names = item.get(key)
        if isinstance(names, list):
            printed = _printed(work, key, texts)
            item[key] = [_with_order(name, printed) for name in names]
    return item


def _printed(work: Work, key: str, texts: Mapping[str, str]) -> str:
    """The words in which the names of *key* first stand with more than family names, or nothing."""
    found = ""
    for n, reference in zip(work.cited_in, work.references, strict=True):
        for entry in reference.fields:
            if entry.name == key and isinstance(entry.value, tuple):
                words = entry.span.of(texts.get(n, ""))
                if any(name.given for name in entry.value):
                    return words
                found = found or words
    return found


def _with_order(name: Any, printed: str) -> Any:
    if not isinstance(name, Mapping) or not name.get("given") or not name.get("family"):
        return name
    family, given = str(name["family"]), str(name["given"])
    in_order = rf"\b{re.escape(family)}\s+{re.escape(given)}\b"
    if is_family_first(family, given) and re.search(in_order, printed):
        return {**name, "static-ordering": True}
    return name
