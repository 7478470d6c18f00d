"""Citations that reference managers store in a document as data: Zotero, Mendeley and EndNote.

Zotero and Mendeley write CSL-JSON into the field or its bookmark ("ADDIN ZOTERO_ITEM CSL_CITATION {...}",
Mendeley Cite's content controls in base64); EndNote writes its own XML ("ADDIN EN.CITE <EndNote>..."),
which is mapped to CSL here by the field table of the EndNote XML export.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any

from citekit.readers.errors import ReaderError
from citekit.readers.packages import local, parse_xml

Items = tuple[tuple[dict[str, object], str | None], ...]

_LONGEST = 2_000_000  # characters of one field: a citation with abstracts has some ten thousand
_ENDNOTE_TYPES = {
    "Book": "book",
    "Edited Book": "book",
    "Book Section": "chapter",
    "Journal Article": "article-journal",
    "Magazine Article": "article-magazine",
    "Newspaper Article": "article-newspaper",
    "Thesis": "thesis",
    "Report": "report",
    "Manuscript": "manuscript",
    "Web Page": "webpage",
    "Personal Communication": "personal_communication",
}
_ENDNOTE_FIELDS = {
    "title": "title",
    "secondary-title": "container-title",
    "pages": "page",
    "volume": "volume",
    "number": "issue",
    "edition": "edition",
    "publisher": "publisher",
    "pub-location": "publisher-place",
    "electronic-resource-num": "DOI",
    "isbn": "ISBN",
    "url": "URL",
}


def is_bibliography(instruction: str) -> bool:
    """Whether a field holds the bibliography that a reference manager made."""
    return re.match(r"\s*ADDIN (?:ZOTERO_BIBL|Mendeley Bibliography|EN\.REFLIST)", instruction) is not None


def items_of(instruction: str) -> Items:
    """The items cited by a field, each with its locator; empty for a field of another kind."""
    if len(instruction) > _LONGEST:
        return ()
    if "CSL_CITATION" in instruction:
        return _csl(instruction[instruction.index("CSL_CITATION") + len("CSL_CITATION") :])
    if "EN.CITE" in instruction and "<EndNote" in instruction:
        return _endnote(instruction)
    return ()


def items_of_control(tag: str) -> Items:
    """The items cited by a content control of Mendeley Cite; *tag* is its tag."""
    prefix = "MENDELEY_CITATION_v3_"
    if not tag.startswith(prefix) or len(tag) > _LONGEST:
        return ()
    try:
        return _csl(base64.b64decode(tag[len(prefix) :], validate=False).decode("utf-8"))
    except (binascii.Error, UnicodeDecodeError):
        return ()


def _csl(text: str) -> Items:
    try:
        data, _ = json.JSONDecoder().raw_decode(text.strip())
    except (ValueError, RecursionError):
        return ()
    found: list[tuple[dict[str, object], str | None]] = []
    cited = data.get("citationItems") if isinstance(data, dict) else None
    for entry in cited if isinstance(cited, list) else ():
        item = entry.get("itemData") if isinstance(entry, dict) else None
        if isinstance(item, dict) and item:
            locator = entry.get("locator")
            found.append((item, str(locator) if locator not in (None, "") else None))
    return tuple(found)


def _endnote(instruction: str) -> Items:
    start, end = instruction.index("<EndNote"), instruction.rfind("</EndNote>")
    if end < 0:
        return ()
    try:
        root = parse_xml(instruction[start : end + len("</EndNote>")].encode(), "EndNote field")
    except ReaderError:
        return ()
    found: list[tuple[dict[str, object], str | None]] = []
    for cite in root.iter("Cite"):
        pages = cite.findtext("Pages") or None
        record = cite.find("record")
        item = _record(record) if record is not None else _short(cite)
        if item:
            found.append((item, pages))
    return tuple(found)


def _short(cite: Any) -> dict[str, object]:
    """What a Cite says without its record: an author and a year."""
    author, year = cite.findtext("Author"), cite.findtext("Year")
    item: dict[str, object] = {}
    if author:
        item["author"] = [{"family": author}]
    if year and year.isdecimal():
        item["issued"] = {"date-parts": [[int(year)]]}
    return item


def _record(record: Any) -> dict[str, object]:
    kind = record.find("ref-type")
    item: dict[str, object] = {
        "type": _ENDNOTE_TYPES.get(kind.get("name", "") if kind is not None else "", "document")
    }
    for role, field in (
        ("authors", "author"),
        ("secondary-authors", "editor"),
        ("subsidiary-authors", "translator"),
    ):
        names = [_name(_text(author)) for author in record.iterfind(f"contributors/{role}/author")]
        if names:
            item[field] = names
    for element in record.iter():
        field_name = _ENDNOTE_FIELDS.get(local(element))
        value = _text(element) if field_name else ""
        if field_name and value and field_name not in item:
            item[field_name] = value
    year = _text(record.find("dates/year"))
    if year[:4].isdecimal() and year:
        item["issued"] = {"date-parts": [[int(year[:4])]]}
    return item


def _text(element: Any) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _name(text: str) -> dict[str, str]:
    """EndNote's "Family, Given"; a name that ends with a comma is a body."""
    family, comma, given = text.partition(",")
    if comma and given.strip():
        return {"family": family.strip(), "given": given.strip()}
    return {"literal": family.strip()}
