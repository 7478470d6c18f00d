"""Items to .bib entries, in the two dialects, so that reading them gives the same items again."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from citekit.library.bib import latex
from citekit.library.bib.dates import write_date, write_year
from citekit.library.bib.derived import (
    derived_fields,
    editor_is_second,
    is_shelfmark,
    joined,
    stands_in_book,
    volume_is_word,
)
from citekit.library.bib.people import write_names
from citekit.library.bib.reading import CONSUMED, RESIDUE, read_entry
from citekit.library.bib.sorting import reading
from citekit.library.bib.table import LANGUAGES, Kind, fields_of, variables_of
from citekit.library.bib.types import PRINTED_TOO, csl_type, entry_type
from citekit.library.difference import difference, united
from citekit.library.items import NAMES, normalised
from citekit.model import Item, Name
from citekit.names import romanise

_LANGIDS = {tag: langid for langid, tag in reversed(LANGUAGES.items())}
_WORDS_OF_KEY = 4
"""Words of a title that BibTeX sorts a work without a person by."""

_STANDARD_NUMBER = re.compile(r"[\dXx][\dXx –‐-]*(?:[,;]? ?[\dXx –‐-]+)*")
_IN_KEYS = re.compile(r"[^\w:./+-]+")
_FIELD_NAME = re.compile(r"[a-z][a-z0-9]*")
# RFC 3986 allows none of these in an address; a .bib file cannot hold them in a field that is not escaped.
_NOT_IN_ADDRESSES = re.compile(rf"[{latex.UNPRINTABLE}\s\\{{}}\"^`<>|]")


def printed_type(item: Item, *, biblatex: bool) -> tuple[str, str]:
    """The entry type of *item* and its ``entrysubtype``: by its CSL type, and by what it is printed in."""
    kind = str(item.get("type", ""))
    entry, subtype = entry_type(kind, biblatex=biblatex)
    if kind in PRINTED_TOO and "container-title" in item:
        entry = "incollection"
    elif kind in PRINTED_TOO - {"personal_communication"} and "publisher" in item and "archive" not in item:
        entry = "book"
    elif entry == "periodical" and "issue" not in item:
        entry = "misc"  # gb7714-2015 takes no @periodical without a number
    elif is_shelfmark(item):
        return "misc", kind  # whose title styles set without quotation marks
    else:
        return entry, subtype
    return entry, subtype or (kind if csl_type(entry) != kind else "")


class Dialect:
    """How a library is written: BibLaTeX, or BibTeX with a device that sorts names in other scripts."""

    def __init__(self, items: Iterable[Item], *, biblatex: bool) -> None:
        items = list(items)
        self.biblatex = biblatex
        self.names = _names_in(items)
        self.headings = Counter(_heading(item) for item in items)

    def entry(self, item: Item, key: str) -> tuple[str, dict[str, str]]:
        """The entry type of *item* and its fields as TeX; :func:`read_entry` gives *item* back from them."""
        item = {"type": "document"} | normalised(item)
        kind, subtype = printed_type(item, biblatex=self.biblatex)
        plain = ({"entrysubtype": subtype} if subtype else {}) | self._named(kind, item, self._fields(item))
        residue = difference(item, read_entry(kind, key, plain))
        fields = self._with_derived(item, plain)
        if not self.biblatex:  # whose documents may be in the encoding OT1, which knows no such command
            fields = {name: value.replace(r"\textquotedbl{}", '"') for name, value in fields.items()}
        for _ in range(2):  # what is added for plain styles can hide a field: then that is named as well
            written = fields | ({RESIDUE: _json(residue)} if residue else {})
            missing = difference(item, read_entry(kind, key, written))
            if not missing:
                break
            residue = united(residue, missing)
        return kind, written

    def _named(self, kind: str, item: Item, fields: dict[str, str]) -> dict[str, str]:
        """*fields* by the names that they have in an entry of type *kind*, which may not be the table's."""
        renamed: dict[str, str] = {}
        if not self.biblatex and editor_is_second(item):
            renamed["editor"] = "bookeditor"
        numbered = fields_of(item["type"], biblatex=self.biblatex)["number"][0]
        if kind in ("incollection", "book") and numbered == "number":
            renamed["number"] = "docnumber"  # there a number is that of the series
        holder = "booktitle" if "booktitle" in fields else "title"
        if self.biblatex and "volumetitle" in fields and holder in fields:
            renamed |= {"volumetitle": holder, holder: "maintitle"}
        return {renamed.get(name, name): value for name, value in fields.items()}

    def _fields(self, item: Item) -> dict[str, str]:
        """The fields that hold the variables of *item*, in the order of the table."""
        fields: dict[str, str] = {}
        for variable, (name, kind) in fields_of(item.get("type", ""), biblatex=self.biblatex).items():
            custom = item.get("custom") or {}
            value = custom.get(variable[7:]) if variable.startswith("custom.") else item.get(variable)
            if value is None or isinstance(value, bool):
                continue
            if variable == "volume" and volume_is_word(item):
                name = "volumetext"
            if variable == "issued" and not self.biblatex:
                fields |= {
                    n: latex.encode(text).replace("-{}-", "--") for n, text in write_year(value).items()
                }
            elif written := self._written(variable, kind, value, item):
                fields[name] = written
        for name, value in (item.get("custom") or {}).items():
            if self._stands_alone(name, item) and isinstance(value, str):
                fields[name] = latex.encode(value)
        return fields

    def _written(self, variable: str, kind: Kind, value: Any, item: Item) -> str:
        """*value* as the content of a field of *kind*; "" where it cannot be written so."""
        if kind == "names":
            others = bool(
                (item.get("custom") or {}).get("et-al" if variable == "author" else f"{variable}-et-al")
            )
            readings = _readings if not self.biblatex else None
            well_formed = isinstance(value, list) and all(isinstance(name, dict) for name in value)
            return (
                write_names(value, extended=self.biblatex, others=others, readings=readings)
                if well_formed
                else ""
            )
        if kind == "date":
            return write_date(value) if isinstance(value, dict) else ""
        if not isinstance(value, str):
            return ""
        if kind == "verbatim":
            return _NOT_IN_ADDRESSES.sub(_percent, value)
        if kind == "standard number":
            return value if _STANDARD_NUMBER.fullmatch(value) else ""  # biber's warning enters the .bbl
        if kind == "language":
            return _LANGIDS.get(value) or _LANGIDS.get(value.split("-")[0], "")
        text = latex.encode(value)
        if kind == "pages":
            return re.sub(r"(?<=\w)(?:-|–)(?=\w)", "--", text)
        if kind == "list" and re.search(r"(?:^|\s)(?:and|others)(?:\s|$)", text, re.IGNORECASE):
            return f"{{{text}}}"
        if kind == "title":
            return self._protected(value, latex.encode_marked(value), item)
        return text

    def _protected(self, title: str, text: str, item: Item) -> str:
        from citekit.export._case import protected

        english = str(item.get("language", "en")).lower().startswith("en")
        return protected(title, text, english=english, whole=not self.biblatex, names=self.names)

    def _with_derived(self, item: Item, fields: dict[str, str]) -> dict[str, str]:
        derived = derived_fields({k: v for k, v in item.items() if k != "note"}, biblatex=self.biblatex)
        if self.headings[_heading(item)] < 2:
            derived.pop("shorttitle", None)
        together = dict(fields)
        for name, text in derived.items():
            written = text if name in ("date", "month") else latex.encode(text)
            if name in ("title", "shorttitle") or (name == "titleaddon" and stands_in_book(item)):
                written = f"{{{written}}}"  # names and dates, which no style shall write small
            together[name] = joined(fields.get(name, ""), written)
        if not self.biblatex and "author" not in item and "editor" not in item:
            words = romanise.ascii_words(str(item.get("title") or derived.get("title", "")))
            if words:
                together["key"] = " ".join(words[:_WORDS_OF_KEY]).capitalize()
        return together

    def _stands_alone(self, name: str, item: Item) -> bool:
        """Whether the key *name* of ``custom`` came from a .bib field of that name, and goes back there."""
        known = variables_of(item.get("type", ""), biblatex=self.biblatex)
        return bool(_FIELD_NAME.fullmatch(name)) and name not in known and name not in CONSUMED


def _heading(item: Item) -> str:
    """What a short form has of a work: who wrote it, and its title."""
    names = item.get("author") or item.get("editor") or ()
    surnames = [str(name.get("family") or name.get("literal")) for name in names if isinstance(name, dict)]
    return "|".join([*surnames, str(item.get("title", ""))]).casefold()


def _names_in(items: Iterable[Item]) -> Collection[str]:
    """The words of the personal names of a library, which stay capital in its titles."""
    return frozenset(
        word
        for item in items
        for variable in NAMES & item.keys()
        for name in item[variable]
        if isinstance(name, dict)
        for part in ("family", "given")
        for word in re.split(r"[\s-]+", str(name.get(part, "")))
        if len(word) > 2 and word[0].isupper()
    )


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))


_NOT_IN_JSON = re.compile(rf"[{latex.UNPRINTABLE}]|(?! )\s")


def _json(residue: dict[str, Any]) -> str:
    """*residue* as TeX whose braces balance; what no .bib file can hold stays escaped in it."""
    text = json.dumps(residue, ensure_ascii=False)
    text = _NOT_IN_JSON.sub(lambda found: json.dumps(found[0])[1:-1], text)
    text = re.sub(r" {2,}", lambda run: "\\u0020" * len(run[0]), text)
    return latex.encode(text).replace(r"\textquotedbl{}", '"')  # no style prints it


def keys_of(items: Sequence[Item]) -> list[str]:
    """A key for each item, unique: its id without what TeX and BibTeX stumble over."""
    keys: list[str] = []
    taken: set[str] = set()
    for item in items:
        base = _IN_KEYS.sub("", str(item["id"])) or "item"
        key, count = base, 1
        while key.lower() in taken:  # BibTeX takes Mao1950 and mao1950 for one key
            count += 1
            key = f"{base}-{count}"
        taken.add(key.lower())
        keys.append(key)
    return keys


def _readings(family: str, given: str) -> tuple[str, str]:
    """What BibTeX is to sort a name by: its romanisation, where it is not in plain Latin letters."""
    latin = romanise.name(Name(family=family, given=given))
    return (
        "" if family.isascii() else reading(latin.family),
        "" if given.isascii() else reading(latin.given),
    )
