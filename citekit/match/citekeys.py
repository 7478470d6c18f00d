"""Readable, stable citekeys: ``shen2003maozedong``, ``stalin1950no16008``, ``rgaspi558-11-334``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
from string import Formatter
from typing import Any

from citekit.model import Item, Name

_WORD = re.compile(r"[a-z0-9]+")
_STOP = frozenset(
    "the a an of on in at to for and or from by with"
    " der die das und le la les de du des et i v na o ob s po".split()
)
_NOT_LATIN = re.compile(r"[^\x00-\u024f]")


def _ascii(text: str) -> str:
    if _NOT_LATIN.search(text):
        from citekit.names import romanise

        text = romanise.text(text)
    text = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


def _word(text: str, *, most: int = 1) -> str:
    found = _WORD.findall(_ascii(text))
    return "".join([w for w in found if w not in _STOP][:most] or found[:most])[:24]


def _family(name: dict[str, str]) -> str:
    family = name.get("family", "")
    if _NOT_LATIN.search(family):
        from citekit.names import romanise

        family = romanise.name(Name(family=family, given=name.get("given", ""))).family
    return _word(family) or _word(name.get("literal", ""), most=2)


def _year(item: Item) -> str:
    for field in ("original-date", "issued"):
        parts = (item.get(field) or {}).get("date-parts")
        if parts and parts[0]:
            return str(parts[0][0])
    return ""


def _date(date: dict[str, Any] | None) -> str:
    """19501003; what a library has written as text is text here."""
    return "".join(str(part).zfill(2) for part in ((date or {}).get("date-parts") or [[]])[0])


PATTERN_FIELDS = ("family", "recipient", "year", "date", "title", "number", "archive", "type")
"""What a writer's own pattern of citekeys can name in braces; "{title:2}" takes two words of it."""

_own_pattern: list[str] = [""]


def pattern_fields(pattern: str) -> list[str]:
    """The fields that *pattern* names.

    Raises:
        ValueError: its braces do not match, or stand round no name.
    """
    fields = [name for _, name, _, _ in Formatter().parse(pattern) if name is not None]
    if any(not name for name in fields):
        raise ValueError("a pair of braces is empty")
    return fields


def use_pattern(pattern: str) -> None:
    """Make citekeys after *pattern* ("{family}{year}{title}") in this process; "" for the usual ones."""
    _own_pattern[0] = pattern


def _patterned(item: Item, pattern: str) -> str:
    made = []
    for literal, name, words, _ in Formatter().parse(pattern):
        made.append(literal)
        if name:
            most = int(words) if words and words.isdigit() else 1
            made.append(_pattern_field(item, name, most))
    return re.sub(r"[^A-Za-z0-9_.:/+-]|(?<=[.:/+_-])[.:/+_-]+|[.:/+_-]+$|^[.:/+_-]+", "", "".join(made))


def _pattern_field(item: Item, name: str, most: int) -> str:
    if name == "family":
        creators = item.get("author") or item.get("editor") or []
        return _family(creators[0]) if creators else ""
    if name == "recipient":
        return _family(item["recipient"][0]) if item.get("recipient") else ""
    if name == "year":
        return _year(item)
    if name == "date":
        return _date(item.get("original-date") or item.get("issued"))
    if name == "archive":
        return _archive_key(item, "") if item.get("custom") else ""
    return _word(str(item.get(name) or ""), most=most)


def citekey(item: Item) -> str:
    """Family name of the first creator, year, and the archive number or the first words of the title.

    Or what the writer's own pattern says (:func:`use_pattern`), where it says anything of *item*.
    """
    own = _patterned(item, _own_pattern[0]) if _own_pattern[0] else ""
    if own:
        return own
    creators = item.get("author") or item.get("editor") or []
    head = _family(creators[0]) if creators else ""
    title = str(item.get("title") or item.get("container-title") or "")
    if item.get("number") and item.get("type") == "chapter":
        return f"{head}{_year(item)}no{_word(str(item['number']))}"
    if not head and not title:
        place = " ".join(str(item.get(f, "")) for f in ("archive", "archive_collection", "archive_location"))
        return _archive_key(item, place)
    if item.get("recipient"):
        tail = "to" + _family(item["recipient"][0])
        return f"{head}{tail}{_date(item.get('original-date'))}"
    return f"{head}{_year(item)}{_word(title, most=2 if head else 3)}" or "work"


def _archive_key(item: Item, place: str) -> str:
    identifier = str(
        (item.get("custom") or {}).get("archive_id") or (item.get("custom") or {}).get("file_id") or place
    )
    found = _WORD.findall(_ascii(identifier))
    return ("".join(found[:1]) + "-".join(found[1:]))[:40] or "work"


def free_key(key: str, taken: Container[str]) -> str:
    """*key*, or with the first letter behind it that makes it none of *taken*."""
    count, free = 0, key
    while free in taken:
        count += 1
        free = f"{key}{_letters(count)}"
    return free


def assign(items: Iterable[Item]) -> None:
    """Give every item an ``id`` in place, in order; equal keys get b, c, ... after the first.

    A key that comes about so is nobody else's: "li2000a" twice gives "li2000ab", which "Ab" would be too.
    """
    items = list(items)
    keys = [citekey(item) for item in items]
    taken = set(keys)
    counts: dict[str, int] = {}
    for item, key in zip(items, keys, strict=True):
        count = counts.get(key, -1) + 1
        free = key
        while count and (free := f"{key}{_letters(count)}") in taken:
            count += 1
        counts[key] = count
        taken.add(free)
        item["id"] = free


def _letters(count: int) -> str:
    """1 -> b, 25 -> z, 26 -> aa: what tells equal keys apart."""
    text = ""
    count += 1
    while count > 0:
        count, rest = divmod(count - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
