"""An entry of a .bib file as a CSL-JSON item."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from citekit.library.bib.dates import read_date, read_words, with_month
from citekit.library.bib.derived import derived_fields, taken_off
from citekit.library.bib.latex import decode
from citekit.library.bib.people import read_names
from citekit.library.bib.table import LANGUAGES, Kind, variables_of
from citekit.library.bib.types import DATELESS, csl_type
from citekit.library.difference import apply
from citekit.model import Item

RESIDUE = "cslextra"
"""The field with what no other field can say, as JSON: variables by name, null for one that is absent."""

CONSUMED = {
    "entrysubtype",
    RESIDUE,
    "year",
    "month",
    "day",
    "subtitle",
    "booksubtitle",
    "mainsubtitle",
    "journalsubtitle",
    "maintitle",
    "titlesource",
    "key",
    "options",
    "langidopts",
    "crossref",
    "xdata",
    "ids",
}
"""Fields that steer the reading or a style and say nothing of the work themselves."""

_RANGE = re.compile(r"(?:-|–|—)+")
_YEARS = re.compile(r"^(\d{4})\s*(?:-|–|/)+\s*(\d{4})$")
_BRACED_SIGN = re.compile(r"\{\\?([_%#&~$])\}")  # http://x.org/a{\_}b, as Mendeley writes addresses
_SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "journaltitle": "journalsubtitle",
}


def read_entry(entry: str, key: str, fields: Mapping[str, str]) -> Item:
    """The item of an entry of type *entry*; *fields* are the raw contents by lower-case field name.

    What has no CSL variable stands in ``custom`` under its field's name.
    """
    residue = _residue(fields.get(RESIDUE, ""))
    kind = csl_type(entry, decode(fields.get("entrysubtype", "")))
    item: Item = {"id": key, "type": str(residue.get("type") or kind)}
    fields = _whole_titles(fields)
    variables = variables_of(kind, biblatex=True)
    for name, source in fields.items():
        if name in CONSUMED:
            continue
        variable, how = variables.get(name, (f"custom.{name}", "text"))
        _put(item, variable, how, source)
    _put_main_title(item, fields)
    _put_year(item, fields)
    if entry.lower() == "letter" and "issued" in item and "original-date" not in item:
        item["original-date"] = item.pop("issued")  # what dates a letter is its own day
    apply(item, residue)
    _take_off_derived(item, made_title="titlesource" in fields)
    apply(item, residue)
    return item


def _whole_titles(fields: Mapping[str, str]) -> Mapping[str, str]:
    """*fields* with the subtitles, which CSL has none of, behind their titles."""
    subtitles = {name: fields[sub] for name, sub in _SUBTITLES.items() if name in fields and fields.get(sub)}
    if not subtitles:
        return fields
    whole = {}
    for name, subtitle in subtitles.items():
        title = fields[name].rstrip()
        whole[name] = f"{title}{'' if title.rstrip('}')[-1:] in ('?', '!', ':', '：') else ':'} {subtitle}"
    return {**fields, **whole}


def _put_main_title(item: Item, fields: Mapping[str, str]) -> None:
    """A set and its volume: what CSL calls title and ``volume-title`` are ``maintitle`` and ``title``."""
    main = decode(fields.get("maintitle", ""))
    if not main:
        return
    holder = "container-title" if "booktitle" in fields or "title" not in item else "title"
    if item.get("type") == "chapter":
        holder = "container-title"
    if holder in item:
        item["volume-title"] = item[holder]
    item[holder] = main


def _put(item: Item, variable: str, how: Kind, source: str) -> None:
    value: Any
    if how == "names":
        value, others = read_names(source)
        if others:
            _custom(item)["et-al" if variable == "author" else f"{variable}-et-al"] = True
    elif how == "date":
        edtf = source.strip("{} ")  # raw: the ~ of EDTF is no space
        value = read_date(edtf) or read_words(decode(source)) or {"literal": decode(source)}
    elif how == "pages":
        value = _RANGE.sub("-", decode(source))
    elif how == "verbatim":
        value = _doi(_address(source)) if variable == "DOI" else _address(source)
    elif how == "language":
        value = LANGUAGES.get(source.strip().lower(), decode(source))
    else:
        value = decode(source)
    if not value or variable in item:
        return
    if variable.startswith("custom."):
        _custom(item).setdefault(variable.removeprefix("custom."), value)
    else:
        item[variable] = value


def _custom(item: Item) -> dict[str, Any]:
    custom: dict[str, Any] = item.setdefault("custom", {})
    return custom


def _address(source: str) -> str:
    """A web address or DOI without what others escape in it."""
    return _BRACED_SIGN.sub(r"\1", source).replace("\\", "").strip("{} ")


def _doi(address: str) -> str:
    """The DOI alone, where others write the address of its resolver."""
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", address, flags=re.IGNORECASE)


def _put_year(item: Item, fields: Mapping[str, str]) -> None:
    """``year``, ``month``, ``day`` of BibTeX, where there is no ``date``; a month that is none stays data."""
    year, month = decode(fields.get("year", "")), decode(fields.get("month", ""))
    if "issued" in item:
        return
    if month and not year:
        _custom(item).setdefault("month", month)
    if not year:
        return
    span = _YEARS.match(year)
    if span:
        item["issued"] = {"date-parts": [[int(span[1])], [int(span[2])]]}
    elif re.fullmatch(r"-?\d{1,4}", year):
        item["issued"] = {"date-parts": [[int(year)]]}
    else:
        item["issued"] = read_date(year) or read_words(year) or {"literal": year}
    if month and not with_month(item["issued"], month, decode(fields.get("day", ""))):
        _custom(item).setdefault("month", month)


def _residue(source: str) -> dict[str, Any]:
    try:
        read = json.loads(decode(source)) if source else {}
    except ValueError:  # edited by hand: what the other fields say stands
        return {}
    return read if isinstance(read, dict) else {}


def _take_off_derived(item: Item, *, made_title: bool) -> None:
    """Remove from *item* what :func:`derived_fields` added for plain styles."""
    variables = variables_of(item["type"], biblatex=True)
    if item["type"] in DATELESS and "issued" in item and item["issued"] == item.get("original-date"):
        del item["issued"]
    hidden = {"note", "title"} if made_title else {"note"}
    bare = {variable: value for variable, value in item.items() if variable not in hidden}
    for biblatex in (True, False):
        for name, added in derived_fields(bare, biblatex=biblatex).items():
            variable, _ = variables.get(name, (f"custom.{name}", "text"))
            holder = item.get("custom", {}) if variable.startswith("custom.") else item
            place = variable.removeprefix("custom.")
            value = holder.get(place)
            if isinstance(value, str):
                holder[place] = taken_off(value, added)
                if not holder[place]:
                    del holder[place]
    if item.get("custom") == {}:
        del item["custom"]
