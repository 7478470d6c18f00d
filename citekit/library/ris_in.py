"""RIS: references as databases and library catalogues give them out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from citekit.library import ris_table as ris
from citekit.library.bib.dates import read_date, read_words, with_month
from citekit.library.bib.people import as_printed
from citekit.library.csl_json_in import items_of
from citekit.library.difference import apply
from citekit.library.items import normalised
from citekit.library.loaded import Loaded
from citekit.model import Diagnostic, Item
from citekit.readers import ReaderError

_TAG = re.compile(r"^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$")


def read(text: str, name: str) -> Loaded:
    """The items of RIS *text*; *name* is its source for messages.

    Raises:
        ReaderError: there is no record in it.
    """
    records = list(_records(text))
    if not records:
        raise ReaderError(f"{name}: there is no RIS record in it", "A record begins with a line TY  - BOOK.")
    loaded = items_of([read_record(record, number) for number, (_, record) in enumerate(records, 1)], name)
    unclosed = [line for line, record in records if not any(tag == "ER" for tag, _ in record)]
    found = [
        Diagnostic(
            "library-open-record", f"The record does not end with ER ({name}, line {line}).", line=line
        )
        for line in unclosed
    ]
    return Loaded(name, loaded.items, (*loaded.diagnostics, *found))


def _records(text: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """The records of a file with the line each begins at: pairs of tag and value, continued lines joined."""
    record: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        found = _TAG.match(line.rstrip())
        if found is None:
            if record and line.strip():
                tag, value = record[-1]
                record[-1] = (tag, f"{value} {line.strip()}".strip())
            continue
        if found[1] == "TY":
            if record:
                yield start, record
            record, start = [], number
        elif not record:
            continue  # a heading of the data base, or what follows an ER
        record.append((found[1], (found[2] or "").strip()))
        if found[1] == "ER":
            yield start, record
            record = []
    if record:
        yield start, record


def read_record(record: list[tuple[str, str]], number: int = 1) -> Item:
    """The item that the pairs of tag and value in *record* stand for; unknown tags stand in ``custom``."""
    values: dict[str, list[str]] = {}
    for tag, value in record:
        if value:
            values.setdefault(tag, []).append(value)
    item: Item = {
        "id": values.pop("ID", [f"ris-{number}"])[0],
        "type": ris.csl_types().get(values.pop("TY", [""])[0].upper(), "document"),
    }
    residue = [text for text in values.pop(ris.RESIDUE_TAG, []) if text.startswith(ris.RESIDUE_MARK)]
    for tag, variable in (ris.NAMES | ris.NAMES_READ_TOO | ris.NAMES_OF.get(item["type"], {})).items():
        for name in values.pop(tag, []):
            item.setdefault(variable, []).append(_name(name))
    _put_dates(item, values)
    for tag, variable in (ris.VARIABLES | ris.VARIABLES_READ_TOO).items():
        found = values.pop(tag, [])
        if found and variable not in item:
            item[variable] = found[0] if variable != "note" else "\n".join(found)
    pages = [values.pop(tag, [""])[0] for tag in ris.PAGES]
    if pages[0] and not pages[1] and item["type"] == "book" and pages[0].isdigit():
        item["number-of-pages"] = pages[0]  # of a book alone: how long it is
    elif pages[0]:
        item["page"] = pages[0] if not pages[1] or pages[1] == pages[0] else f"{pages[0]}-{pages[1]}"
    if "SN" in values:
        number_of = values.pop("SN")[0]
        item["ISBN" if len(re.sub(r"\D", "", number_of)) > 8 else "ISSN"] = number_of
    if "KW" in values:
        item["keyword"] = ", ".join(values.pop("KW"))
    rest = {f"ris-{tag}": "\n".join(found) for tag, found in values.items() if tag != "ER"}
    if rest:
        item["custom"] = rest
    for text in residue:
        _apply(item, text.removeprefix(ris.RESIDUE_MARK))
    return normalised(item)


def _apply(item: Item, text: str) -> None:
    try:
        residue = json.loads(text)
    except ValueError:  # edited by hand: what the other tags say stands
        return
    if isinstance(residue, dict):
        apply(item, residue)


def _name(text: str) -> dict[str, str]:
    """``Family, Given, Suffix``; a name without a comma as printed, where its form tells its parts."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        printed = as_printed(text)
        if printed:
            return printed
        return {"literal": text} if " " in text else {"family": text}
    name = {"family": parts[0], "given": parts[1], "suffix": ", ".join(parts[2:])}
    return {part: value for part, value in name.items() if value}


def _put_dates(item: Item, values: dict[str, list[str]]) -> None:
    """The dates of a record; EndNote has the year in ``PY`` and the day or season alone in ``DA``."""
    for tag, variable in (ris.DATES | ris.DATES_READ_TOO).items():
        for text in values.pop(tag, []):
            date = _date(text)
            known = item.get(variable)
            if known and "literal" in known and "date-parts" in date:
                within = with_month(date, known["literal"])
                item[variable] = date if within else {"literal": f"{known['literal']} {text.strip('/')}"}
            item.setdefault(variable, date)


def _date(text: str) -> dict[str, Any]:
    """``YYYY/MM/DD/other``, each part after the year optional, or a date in words or by ISO 8601."""
    bare = text.strip("/ ")
    year, _, rest = bare.partition("/")
    if year.isdigit() and len(year) < 4 and not rest:
        return {"date-parts": [[int(year)]]}
    numbers = read_date(bare) if not rest or len(rest) == 4 else None
    return numbers or read_words(re.sub(r"/+", "/", bare)) or _year_and_words(year, rest) or {"literal": bare}


def _year_and_words(year: str, rest: str) -> dict[str, Any] | None:
    """``1996///Winter``: the words stand behind the last slash."""
    date: dict[str, Any] = {"date-parts": [[int(year)]]} if re.fullmatch(r"\d{4}", year) else {}
    words = rest.strip("/")
    return date if date and (not words or with_month(date, words)) else None
