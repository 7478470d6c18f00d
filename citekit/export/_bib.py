"""Items to .bib entries, in the two dialects, so that reading them gives the same items again."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from citekit.library.bib import latex
from citekit.library.bib.dates import MONTHS, write_date
from citekit.library.bib.derived import derived_fields, joined
from citekit.library.bib.people import write_names
from citekit.library.bib.reading import CONSUMED, RESIDUE, read_entry
from citekit.library.bib.table import LANGUAGES, Kind, fields_of, variables_of
from citekit.library.bib.types import entry_type
from citekit.library.difference import difference, united
from citekit.library.items import NAMES, normalised
from citekit.model import Item, Name
from citekit.names import romanise

_LANGIDS = {tag: langid for langid, tag in reversed(LANGUAGES.items())}
_IN_KEYS = re.compile(r"[^\w:./+-]+")
_FIELD_NAME = re.compile(r"[a-z][a-z0-9]*")
# RFC 3986 allows none of these in an address; a .bib file cannot hold them in a field that is not escaped.
_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f\\{}\"^`<>|]")


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
        kind, subtype = entry_type(item.get("type", ""), biblatex=self.biblatex)
        plain = ({"entrysubtype": subtype} if subtype else {}) | self._fields(item)
        residue = difference(item, read_entry(kind, key, plain))
        fields = self._with_derived(item, plain)
        for _ in range(2):  # what is added for plain styles can hide a field: then that is named as well
            written = fields | ({RESIDUE: _json(residue)} if residue else {})
            missing = difference(item, read_entry(kind, key, written))
            if not missing:
                break
            residue = united(residue, missing)
        return kind, written

    def _fields(self, item: Item) -> dict[str, str]:
        """The fields that hold the variables of *item*, in the order of the table."""
        fields: dict[str, str] = {}
        for variable, (name, kind) in fields_of(item.get("type", ""), biblatex=self.biblatex).items():
            custom = item.get("custom") or {}
            value = custom.get(variable[7:]) if variable.startswith("custom.") else item.get(variable)
            if value is None or isinstance(value, bool):
                continue
            if variable == "issued" and not self.biblatex:
                fields |= _year(value)
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
            device = _sort_device if not self.biblatex else None
            well_formed = isinstance(value, list) and all(isinstance(name, dict) for name in value)
            return (
                write_names(value, extended=self.biblatex, others=others, sort_device=device)
                if well_formed
                else ""
            )
        if kind == "date":
            return write_date(value) if isinstance(value, dict) else ""
        if not isinstance(value, str):
            return ""
        if kind == "verbatim":
            return _NOT_IN_ADDRESSES.sub(_percent, value)
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
            written = text if name == "date" else latex.encode(text)
            if name in ("title", "shorttitle") or (name == "titleaddon" and item.get("type") == "chapter"):
                written = f"{{{written}}}"  # names and dates, which no style shall write small
            together[name] = joined(fields.get(name, ""), written)
        if not self.biblatex and "author" not in item and "editor" not in item:
            key = re.sub(r"[^A-Za-z0-9 ]+", "", romanise.text(str(item.get("title", ""))))
            if key and not str(item.get("title", "")).isascii():
                together["key"] = key
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


def _year(date: Any) -> dict[str, str]:
    """``year``, ``month``, ``day`` as BibTeX has them; a date in words stands as it is."""
    parts = (date.get("date-parts") or []) if isinstance(date, dict) else []
    if not parts or not all(isinstance(number, int) for number in parts[0]):
        literal = str(date.get("literal", "")) if isinstance(date, dict) else ""
        return {"year": latex.encode(literal)} if literal else {}
    fields = {"year": str(parts[0][0]) if len(parts) == 1 else f"{parts[0][0]}--{parts[-1][0]}"}
    if len(parts) == 1 and len(parts[0]) > 1 and 1 <= parts[0][1] <= 12:
        fields["month"] = MONTHS[parts[0][1] - 1]
        if len(parts[0]) > 2:
            fields["day"] = str(parts[0][2])
    return fields


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _json(residue: dict[str, Any]) -> str:
    """*residue* as TeX whose braces balance; control characters and half surrogates stay escaped in it."""
    text = json.dumps(residue, ensure_ascii=False)
    text = re.sub(
        r"[\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|(?! )\s", lambda c: f"\\u{ord(c[0]):04x}", text
    )
    return latex.encode(re.sub(r" {2,}", lambda run: "\\u0020" * len(run[0]), text))


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


def _sort_device(family: str, given: str) -> tuple[str, str]:
    r"""``{\noopsort{Shen}}``: BibTeX sorts by bytes, and prints nothing of it (btxdoc, section 4)."""
    latin = romanise.name(Name(family=family, given=given))
    return _noopsort(family, latin.family), _noopsort(given, latin.given)


def _noopsort(part: str, latin: str) -> str:
    letters = re.sub(r"[^A-Za-z-]+", "", latin).strip("-")
    return f"{{\\noopsort{{{letters[:1].upper()}{letters[1:]}}}}}" if letters and not part.isascii() else ""
