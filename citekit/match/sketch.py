"""What of an item is looked at when many are compared: identifiers, folded title, names, numbers, dates.

A sketch is made once for each item, so that a million of them can be compared without folding a title twice.
It is small on purpose; what two sketches say of each other is in :mod:`citekit.match.agreement`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Any, Literal, TypeAlias

from citekit.archives import is_complete
from citekit.match.folding import family_key, fold
from citekit.match.identity import archive_identifier
from citekit.model import Item, Name

Kind: TypeAlias = Literal["letter", "record", "part", "article", "thesis", "whole", "any"]
"""What an item is, as coarsely as programs agree on it."""

Creator: TypeAlias = tuple[str, str]
"""The folded family name (of a body "|" and its words) and the given name as printed."""

_KINDS: dict[str, Kind] = {
    "chapter": "part", "entry": "part", "entry-dictionary": "part", "entry-encyclopedia": "part",
    "paper-conference": "part",
    "article": "article", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "review": "article", "review-book": "article", "post-weblog": "article",
    "thesis": "thesis",
    "book": "whole", "collection": "whole", "report": "whole", "classic": "whole", "pamphlet": "whole",
    "document": "whole", "manuscript": "whole", "personal_communication": "whole", "legislation": "whole",
}  # fmt: skip
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ISBN = re.compile(r"(?:97[89][-‐‑–\s]?)?(?:\d[-‐‑–\s]?){9}[\dXx](?!\d)")
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlcdm]+\Z")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_OF_A_DAY = frozenset({"article-newspaper", "article-magazine", "post-weblog"})
_CREATORS = ("author", "editor", "translator", "compiler")


@dataclass(slots=True)
class Sketch:
    """The compared parts of an item; empty where the item does not say.

    ``ids`` are the identifiers of the very thing ("no:16012", "doi:10.1000/1", "isbn:978..."), ``file`` of
    what holds it; ``year`` is that of publication, ``date`` the day a document was written or a newspaper
    came out; ``original`` is the title in its own script.
    """

    kind: Kind
    ids: tuple[str, ...] = ()
    file: str = ""
    title: str = ""
    original: str = ""
    translated: str = ""
    creators: tuple[Creator, ...] = ()
    recipients: tuple[Creator, ...] = ()
    year: int = 0
    date: tuple[int, ...] = ()
    genre: str = ""
    container: str = ""
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    edition: str = ""
    page: str = ""
    section: str = ""

    @property
    def first(self) -> str:
        """The family name of the first creator."""
        return self.creators[0][0] if self.creators else ""


def sketch(item: Item) -> Sketch:
    """The sketch of *item*, a normalised CSL-JSON item."""
    get = item.get
    stated = get("custom")
    custom: Mapping[str, Any] = stated if isinstance(stated, Mapping) else {}
    creators: tuple[Creator, ...] = ()
    for role in _CREATORS:
        if get(role):
            creators = _names(item[role])
            break
    recipients = _names(get("recipient") or ())
    kind: Kind = _KINDS.get(str(get("type") or ""), "any")
    item_id, file_id = _archive(item, custom)
    if creators and recipients:
        kind = "letter"
    elif kind == "whole" and (file_id or item_id or get("archive")):
        kind = "record"
    date = get("original-date") or (get("issued") if str(get("type")) in _OF_A_DAY else None)
    return Sketch(
        kind,
        _ids(item, kind, item_id),
        file_id,
        _folded(get("title") or ""),
        _folded(get("original-title") or ""),
        _folded(custom.get("translated-title") or ""),
        creators,
        recipients,
        _year(get("issued")),
        _day(date),
        str(get("genre") or ""),
        intern(_folded(get("container-title") or "")),
        intern(_folded(get("publisher") or "")),
        number_of(str(get("volume") or "")),
        number_of(str(get("issue") or "")),
        number_of(str(get("edition") or "")),
        _page(get("page")),
        _folded(get("section") or ""),
    )


def _folded(text: Any) -> str:
    return fold(text if isinstance(text, str) else str(text)) if text else ""


def _names(names: Any) -> tuple[Creator, ...]:
    found = []
    for name in names if isinstance(names, list) else ():
        if isinstance(name, Mapping):
            found.append(
                _creator(
                    str(name.get("family") or ""),
                    str(name.get("given") or ""),
                    str(name.get("literal") or ""),
                    str(name.get("non-dropping-particle") or ""),
                )
            )
    return tuple(found)


@lru_cache(maxsize=65536)
def _creator(family: str, given: str, literal: str, particle: str) -> Creator:
    name = Name(family=family, given=given, literal=literal, non_dropping_particle=particle)
    return (intern(family_key(name)), intern(given))


def _archive(item: Item, custom: Mapping[str, Any]) -> tuple[str, str]:
    """The identifiers of the document and of the file that holds it, stated or read from what is printed."""
    item_id, file_id = custom.get("archive_id") or "", custom.get("file_id") or ""
    if item_id or file_id:
        return str(item_id), str(file_id)
    archive = item.get("archive")
    if archive or item.get("archive_location"):
        parts = (archive, item.get("archive_collection"), item.get("archive_location"))
        found = archive_identifier(*(str(part or "") for part in parts), "")
        if found and is_complete(found[0]):
            return (found[0], "") if found[1] == "item" else ("", found[0])
    elif item.get("number") and item.get("type") == "chapter":
        found = archive_identifier("", "", "", f"№{item['number']}")
        if found and found[1] == "item":
            return found[0], ""
    return "", ""


def _ids(item: Item, kind: Kind, archive_id: str) -> tuple[str, ...]:
    """The identifiers of the thing itself; an ISBN is one of books only, chapters carry their book's."""
    found = [archive_id] if archive_id else []
    if item.get("DOI"):
        doi = _DOI.search(str(item["DOI"]))
        if doi:
            found.append("doi:" + doi[0].casefold().rstrip(".,;"))
    if item.get("ISBN") and kind in ("whole", "thesis"):
        found += sorted({f"isbn:{number}" for number in isbns(str(item["ISBN"]))})
    return tuple(found)


def isbns(text: str) -> list[str]:
    """The ISBNs in *text* with 13 digits and no hyphens (ISO 2108:2017, annex A: 978 before those of 10)."""
    found = []
    for match in _ISBN.finditer(text):
        digits = re.sub(r"[^\dXx]", "", match[0])
        if len(digits) == 10:
            digits = _thirteen(digits)
        if len(digits) == 13:
            found.append(digits)
    return found


def _thirteen(ten: str) -> str:
    body = "978" + ten[:9]
    check = -sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body)) % 10
    return f"{body}{check}"


def _year(date: Any) -> int:
    """The year of publication; 0 where it is not known or a span of years."""
    if isinstance(date, Mapping):
        parts = date.get("date-parts")
        if isinstance(parts, list) and len(parts) == 1 and parts[0] and isinstance(parts[0][0], int):
            return parts[0][0]
    return 0


def _day(date: Any) -> tuple[int, ...]:
    if isinstance(date, Mapping):
        parts = date.get("date-parts")
        if isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], list):
            return tuple(number for number in parts[0] if isinstance(number, int))
    return ()


@lru_cache(maxsize=65536)
def number_of(value: str) -> str:
    """A volume, issue or edition without label, leading zeros and Roman numerals: "Vol. XXII" is "22"."""
    if not value:
        return ""
    text = fold(value)
    digits = _DIGITS.findall(text)
    if digits:
        return "-".join(digit.lstrip("0") or "0" for digit in digits)
    last = text.split()[-1] if text else ""
    return str(_roman(last)) if _ROMAN.match(last) else text


def _roman(numeral: str) -> int:
    total = 0
    for sign, after in zip(numeral, [*numeral[1:], ""], strict=True):
        value = _ROMAN_VALUES[sign]
        total += -value if value < _ROMAN_VALUES.get(after, 0) else value
    return total


def _page(value: Any) -> str:
    """The first page; an article is told from another by where it begins."""
    return found[0].lstrip("0") if value and (found := _DIGITS.search(str(value))) else ""
