"""Who wrote to whom: the names of senders and recipients in running text, and the order of Asian names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.render.items import CJK, CYRILLIC, read_name

FAMILY_FIRST_LANGUAGES = frozenset(("zh", "ko", "vi"))
NAME_KEYS = ("author", "editor", "translator", "recipient", "container-author", "collection-editor")


def family_of(name: Mapping[str, Any]) -> str:
    """The name by which a party is known: family name, or the body's name."""
    return str(name.get("family") or name.get("literal") or "")


def party(names: list[Mapping[str, Any]], language: str) -> str:
    """The names of a party in running text: given name first, except in Chinese and for Asian names."""
    return _listed([_full_name(name) for name in names], language)


def _full_name(name: Mapping[str, Any]) -> str:
    person = read_name(name)
    if person is None:
        return ""
    if person.literal or not person.given:
        return person.literal or person.family
    if person.is_cjk:
        return person.family + person.given
    if person.static or is_family_first(person.family, person.given):
        return f"{person.family} {person.given}"
    return " ".join(
        part for part in (person.given, person.dropping, person.non_dropping, person.family) if part
    )


def _listed(names: list[str], language: str) -> str:
    names = [name for name in names if name]
    if len(names) < 2:
        return "".join(names)
    word = {"zh": "、", "ru": " и "}.get(language, " and ")
    return (", " if language != "zh" else "、").join(names[:-1]) + word + names[-1]


def names_party(title: str, names: list[Mapping[str, Any]]) -> bool:
    """Whether a title names one of these people or bodies (Russian inflected: by the stem of the name)."""
    low = title.lower()
    for name in names:
        known = family_of(name).lower()
        stem = known[: max(4, len(known) - 2)] if CYRILLIC.search(known) else known
        if stem and stem in low:
            return True
    return False


def is_family_first(family: str, given: str) -> bool:
    """Whether a romanised name is Chinese, Korean or Vietnamese."""
    from citekit.names import order, words

    if (not family.isascii() and CJK.search(family)) or not given or "." in given:
        return False
    if not order.is_asian_surname(family):
        return False
    parts = [part for part in re.split(r"[\s'’-]+", given) if part]
    from citekit.names import syllables

    return all(
        order.is_asian_syllable(words.fold(part)) or syllables.pinyin(words.fold(part)) > 0 for part in parts
    )


def family_first(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """The item with the names of Chinese, Korean and Vietnamese works marked to stay family name first.

    "Mao Zedong" then has no comma in a bibliography; in an English book Zhihua Shen stays as printed there.
    """
    if str(item.get("language") or "")[:2] not in FAMILY_FIRST_LANGUAGES:
        return item
    out = dict(item)
    for key in NAME_KEYS:
        if isinstance(item.get(key), list):
            out[key] = [_static(name) if isinstance(name, Mapping) else name for name in item[key]]
    return out


def _static(name: Mapping[str, Any]) -> Mapping[str, Any]:
    family, given = str(name.get("family") or ""), str(name.get("given") or "")
    if family and given and is_family_first(family, given):
        return {**name, "static-ordering": True}
    return name
