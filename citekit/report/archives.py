"""Which archive, or which collection of documents, an archival work comes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from citekit.archives.repositories import code_of
from citekit.model import Item
from citekit.report.labels import is_archival


def source_key(item: Item) -> str:
    """What all works of one archive (by any of its names) or one collection share; "" for other works."""
    if item.get("archive"):
        return f"archive:{code_of(str(item['archive']))}"
    if is_archival(item) and item.get("container-title"):
        return "in:" + re.sub(r"[\W_]+", " ", str(item["container-title"])).strip().casefold()
    return ""


def source_names(items: Iterable[Item]) -> dict[str, str]:
    """For each key the name under which most works have it, the commonest source first."""
    names: dict[str, Counter[str]] = {}
    for item in items:
        key = source_key(item)
        if key:
            printed = str(item.get("archive") or item.get("container-title"))
            names.setdefault(key, Counter())[printed] += 1
    ordered = sorted(names.items(), key=lambda entry: -entry[1].total())
    return {key: counted.most_common(1)[0][0] for key, counted in ordered}
