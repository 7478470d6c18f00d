"""An entry of a .bib file as a CSL-JSON item."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from citekit.library.bib.dates import month_number, read_date
from citekit.library.bib.derived import DATELESS, derived_fields, taken_off
from citekit.library.bib.latex import decode
from citekit.library.bib.people import read_names
from citekit.library.bib.table import LANGUAGES, Kind, variables_of
from citekit.library.bib.types import csl_type
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


def read_entry(entry: str, key: str, fields: Mapping[str, str]) -> Item:
    """The item of an entry of type *entry*; *fields* are the raw contents by lower-case field name.

    What has no CSL variable stands in ``custom`` under its field's name.
    """
    residue = _residue(fields.get(RESIDUE, ""))
    kind = csl_type(entry, decode(fields.get("entrysubtype", "")))
    item: Item = {"id": key, "type": str(residue.get("type") or kind)}
    variables = variables_of(kind, biblatex=True)
    for name, source in fields.items():
        if name in CONSUMED:
            continue
        variable, how = variables.get(name, (f"custom.{name}", "text"))
        _put(item, variable, how, source)
    _put_year(item, fields)
    apply(item, residue)
    _take_off_derived(item)
    apply(item, residue)
    return item


def _put(item: Item, variable: str, how: Kind, source: str) -> None:
    value: Any
    if how == "names":
        value, others = read_names(source)
        if others:
            _custom(item)["et-al" if variable == "author" else f"{variable}-et-al"] = True
    elif how == "date":
        edtf = source.strip("{} ")  # raw: the ~ of EDTF is no space
        value = read_date(edtf) or {"literal": decode(source)}
    elif how == "pages":
        value = _RANGE.sub("-", decode(source))
    elif how == "verbatim":
        value = source.replace("\\", "").strip() if variable != "DOI" else _doi(source)
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


def _doi(source: str) -> str:
    """The DOI alone, where others write the address of its resolver."""
    return re.sub(
        r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", source.replace("\\", "").strip(), flags=re.IGNORECASE
    )


def _put_year(item: Item, fields: Mapping[str, str]) -> None:
    """``year``, ``month`` and ``day`` of BibTeX, where there is no ``date``."""
    year = decode(fields.get("year", ""))
    if not year or "issued" in item:
        return
    span = _YEARS.match(year)
    if span:
        item["issued"] = {"date-parts": [[int(span[1])], [int(span[2])]]}
    elif re.fullmatch(r"-?\d{1,4}", year):
        parts = [int(year)]
        month = month_number(fields.get("month", ""))
        if month:
            day = decode(fields.get("day", ""))
            parts += [month, int(day)] if day.isdigit() else [month]
        item["issued"] = {"date-parts": [parts]}
    else:
        item["issued"] = {"literal": year}


def _residue(source: str) -> dict[str, Any]:
    try:
        read = json.loads(decode(source)) if source else {}
    except ValueError:  # edited by hand: what the other fields say stands
        return {}
    return read if isinstance(read, dict) else {}


def _take_off_derived(item: Item) -> None:
    """Remove from *item* what :func:`derived_fields` added for plain styles."""
    variables = variables_of(item["type"], biblatex=True)
    derived_date = item["type"] in DATELESS and item.get("issued") == item.get("original-date")
    hidden = {"note", "issued"} if derived_date else {"note"}
    untitled = {variable: value for variable, value in item.items() if variable not in {*hidden, "title"}}
    if item.get("title") == derived_fields(untitled, biblatex=True).get("title"):
        hidden.add("title")
    bare = {variable: value for variable, value in item.items() if variable not in hidden}
    for biblatex in (True, False):
        for name, added in derived_fields(bare, biblatex=biblatex).items():
            variable, how = variables.get(name, (f"custom.{name}", "text"))
            holder = item.get("custom", {}) if variable.startswith("custom.") else item
            place = variable.removeprefix("custom.")
            value = holder.get(place)
            if how == "date" and value == read_date(added):
                del holder[place]
            elif isinstance(value, str):
                holder[place] = taken_off(value, added)
                if not holder[place]:
                    del holder[place]
    if item.get("custom") == {}:
        del item["custom"]
