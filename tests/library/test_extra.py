"""CSL-JSON of other programs: Zotero's extra fields, dates and names against the schema."""

from __future__ import annotations

import json
from typing import Any

import pytest

from citekit.library import csl_json_in
from citekit.library.items import normalised


def read(item: dict[str, Any]) -> dict[str, Any]:
    (one,) = csl_json_in.read(json.dumps([{"id": "a", "type": "book"} | item]), "z.json").items
    return {key: value for key, value in one.items() if key not in ("id", "type")}


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("original-date: 1950-10-03", {"original-date": {"date-parts": [[1950, 10, 3]]}}),
        ("Original Date: 3 October 1950", {"original-date": {"date-parts": [[1950, 10, 3]]}}),
        (
            "Recipient: Mao || Zedong\nRecipient: Politburo\nArchive Place: Moscow",
            {
                "recipient": [{"family": "Mao", "given": "Zedong"}, {"literal": "Politburo"}],
                "archive-place": "Moscow",
            },
        ),
        ("Typed copy.\npublisher-place: X", {"note": "Typed copy.", "publisher-place": "X"}),
        ("{:original-date: 1950}Copy", {"note": "Copy", "original-date": {"date-parts": [[1950]]}}),
        ("Title: Another", {"note": "Title: Another"}),  # the item's own title stands
        ("Remark: nothing\nhttp://x.org", {"note": "Remark: nothing\nhttp://x.org"}),
        (
            "original-date: in the year of the horse",
            {"original-date": {"literal": "in the year of the horse"}},
        ),
    ],
)
def test_extra_fields(note: str, found: dict[str, Any]) -> None:
    item = read({"title": "Road", "note": note})
    assert item == {"title": "Road"} | found
    assert read(item) == item


def test_type_and_key() -> None:
    entry = {
        "id": "http://zotero.org/users/1/items/ABC",
        "type": "document",
        "note": "type: personal_communication\nCitation Key: stalin1950",
    }
    (item,) = csl_json_in.read(json.dumps([entry]), "z.json").items
    assert item == {"id": "stalin1950", "type": "personal_communication", "citation-key": "stalin1950"}


@pytest.mark.parametrize(
    ("date", "read_as"),
    [
        ("1950-10-03", {"date-parts": [[1950, 10, 3]]}),
        (1950, {"date-parts": [[1950]]}),
        ("no date", {"literal": "no date"}),
        ({"raw": "Winter 1996/1997"}, {"date-parts": [[1996], [1997]], "season": 4}),
        ({"raw": "long ago"}, {"raw": "long ago"}),
        ({"edtf": "1950-10~"}, {"date-parts": [[1950, 10]], "circa": True}),
        ({"date-parts": [["1996", "13"]]}, {"date-parts": [[1996]], "season": 1}),
        ({"date-parts": [[1996, 24]]}, {"date-parts": [[1996]], "season": 4}),
        ({"date-parts": [["1996-05"]]}, {"date-parts": [[1996, 5]]}),
        ({"date-parts": [[1996]], "season": "Winter"}, {"date-parts": [[1996]], "season": 4}),
    ],
)
def test_dates(date: Any, read_as: dict[str, Any]) -> None:
    assert read({"issued": date}) == {"issued": read_as}


def test_names() -> None:
    assert normalised({"author": "Smith, John", "editor": {"family": "Chen"}}) == {
        "author": [{"family": "Smith", "given": "John"}],
        "editor": [{"family": "Chen"}],
    }
