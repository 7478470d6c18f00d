"""Archive, fond and inventory that a citation leaves out because the one before it named them."""

from __future__ import annotations

import re

from citekit.match.identity import Facts

# The levels of an archival location from the outside in, by the labels of each language.
_LEVELS: tuple[tuple[str, ...], ...] = (
    ("оп", "op", "опис", "пер", "per", "perechen", "inventory", "目录", "entry", "lot", "series"),
    ("п", "папка", "papka", "box", "container", "carton", "盒"),
    ("д", "d", "дело", "док", "dok", "delo", "ед", "спр", "file", "folder", "案卷", "卷"),
)
_LABEL = re.compile(r"(?<![\w])(?P<label>[^\W\d_]+)\.?\s*(?=[\w№])", re.UNICODE)


def _level(label: str) -> int | None:
    word = label.casefold().rstrip(".")
    for index, labels in enumerate(_LEVELS):
        if any(word == known or (len(known) > 2 and word.startswith(known)) for known in labels):
            return index
    return None


def _first_level(location: str) -> int | None:
    for match in _LABEL.finditer(location):
        level = _level(match["label"])
        if level is not None:
            return level
    return None


def _outer_part(location: str, level: int) -> str:
    """What *location* has before its part of *level*: "оп. 1, " of "оп. 1, д. 201"."""
    for match in _LABEL.finditer(location):
        found = _level(match["label"])
        if found is not None and found >= level:
            return location[: match.start()]
    return f"{location}, " if _first_level(location) is not None else ""


def inherit_archive(facts: Facts, before: Facts) -> bool:
    """Complete "Там же, д. 211" from "Государственный архив, ф. 462, оп. 1, д. 201".

    True where *facts* are archival and something was taken over.
    """
    values, earlier = facts.values, before.values
    if not ({"archive_location", "archive_collection", "archive"} & values.keys()) or (
        "archive" not in earlier and "archive_collection" not in earlier
    ):
        return False
    if "archive" in values:
        return False
    if "archive_collection" not in values and "archive_location" in values:
        if "archive_collection" in earlier:
            values["archive_collection"] = earlier["archive_collection"]
        level = _first_level(str(values["archive_location"]))
        if level:
            values["archive_location"] = _outer_part(str(earlier.get("archive_location", "")), level) + str(
                values["archive_location"]
            )
    for name in ("archive", "archive-place"):
        if name in earlier:
            values.setdefault(name, earlier[name])
    values.setdefault("type", "document")
    return True
