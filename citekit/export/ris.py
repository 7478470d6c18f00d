"""RIS: for EndNote, Mendeley and the catalogues that take nothing else."""

from __future__ import annotations

import json
from typing import Any

from citekit.export._format import Exported, Format, Material
from citekit.library import ris_table as ris
from citekit.library.bib.dates import SEASONS
from citekit.library.bib.latex import tidy
from citekit.library.difference import difference
from citekit.library.items import normalised
from citekit.library.ris_in import read_record
from citekit.model import Item

LETTER = "PCOMM"


def write(material: Material) -> Exported:
    """The works as RIS records; what RIS has no tag for is kept as JSON in its user-defined field."""
    return Exported("\r\n".join(_record({"type": "document"} | normalised(item)) for item in material.items))


def _record(item: Item) -> str:
    pairs = _pairs(item)
    residue = difference(item, read_record(pairs))
    if residue:
        pairs.append((ris.RESIDUE_TAG, ris.RESIDUE_MARK + json.dumps(residue, ensure_ascii=True)))
    pairs.append(("ER", ""))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in pairs)


def _pairs(item: Item) -> list[tuple[str, str]]:
    """The tags of *item* with their values, each on one line."""
    pairs = [("TY", ris.TYPES.get(item.get("type", ""), "GEN")), ("ID", str(item["id"]))]
    recipients = _names(item, "recipient")
    is_letter = pairs[0][1] == LETTER
    special = ris.NAMES_OF.get(item["type"], {})
    for tag, variable in ris.NAMES.items():
        tag = "ED" if tag in special and tag == "A2" else tag
        pairs += [(tag, name) for name in _names(item, variable)]
    pairs += [(tag, n) for tag, variable in special.items() if tag != "A2" for n in _names(item, variable)]
    if is_letter:  # the second author of a letter is whom it is to, for EndNote
        pairs += [("A2", name) for name in recipients]
    elif recipients:
        pairs.append(("N1", f"To: {'; '.join(recipients)}"))
    date = item.get("issued") or item.get("original-date")  # archival documents were written, not published
    for tag, variable in ris.DATES.items():
        pairs.append((tag, _date(date if variable == "issued" else item.get(variable))))
    if date:
        pairs.append(("PY", _date(date).split("/")[0]))
    pairs += [(tag, str(item[variable])) for tag, variable in ris.VARIABLES.items() if item.get(variable)]
    length = (
        item.get("number-of-pages", "") if item["type"] == "book" else ""
    )  # a book's SP is how long it is
    first, dash, last = str(item.get("page", length)).partition("-")
    pairs += [("SP", first), ("EP", last)] if dash else [("SP", first)]
    pairs += [("SN", str(item[variable])) for variable in ("ISBN", "ISSN") if item.get(variable)]
    pairs += [("KW", word.strip()) for word in str(item.get("keyword", "")).split(",")]
    return [(tag, tidy(value)) for tag, value in pairs if tidy(value)]


def _names(item: Item, variable: str) -> list[str]:
    return [_name(name) for name in item.get(variable, []) if isinstance(name, dict)]


def _name(name: dict[str, Any]) -> str:
    if name.get("literal"):
        return str(name["literal"])
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    family = f"{particle} {name.get('family', '')}".strip()
    return ", ".join(str(part) for part in (family, name.get("given"), name.get("suffix")) if part)


def _date(date: Any) -> str:
    """``YYYY/MM/DD``; the first day of a range, ``YYYY///Winter``, or the words of a date without numbers."""
    if not isinstance(date, dict):
        return ""
    parts = (date.get("date-parts") or [[]])[0]
    if not parts:
        return str(date.get("literal", ""))
    year, *rest = parts
    written = f"{year:04}" if isinstance(year, int) and year >= 0 else str(year)
    if date.get("season") in (1, 2, 3, 4) and not rest:
        return f"{written}///{SEASONS[date['season'] - 1]}"
    return "/".join([written, *(f"{part:02}" if isinstance(part, int) else str(part) for part in rest)])


FORMAT = Format("ris", "RIS, for EndNote, Mendeley and library catalogues", (".ris",), write)
