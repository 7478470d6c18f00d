"""The formats at hand, and what each writes."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import libraries

from citekit import export
from citekit.export import (
    Exported,
    Format,
    Material,
    find_format,
    format_names,
    format_of_suffix,
    material_of,
)
from citekit.library import ris_in
from citekit.library.items import normalised
from citekit.model import Citation, Cite, Document, Note, ReadNote, Reference, Result, Segments, Span, Work

OURS = ["biblatex", "bibtex", "csl-json", "csl-yaml", "notes", "ris"]
SCHEMA = Path(__file__).parents[2] / "../shared/csl-data.json"


def result(name: str, item: dict[str, Any], text: str = "Chen, Road, 5.") -> Result:
    note = Note("1", text)
    reference = Reference(Citation("1", Span(0, len(text)), "western", signal="see"))
    cite = Cite(item["id"], "full", "5", text, reference)
    return Result(
        Document(name, "markdown", (note,)), (ReadNote(note, (cite,), Segments(())),), (Work(item, ("1",)),)
    )


def test_names() -> None:
    assert format_names() == OURS
    assert format_names(of_notes=False) == [name for name in OURS if name != "notes"]
    with pytest.raises(KeyError):
        find_format("word")


@pytest.mark.parametrize("name", OURS)
def test_each_file_is_its_format(name: str) -> None:
    assert find_format(name).name == name
    assert find_format(name).of_notes == (name == "notes")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.bib", "biblatex"),
        ("A.JSON", "csl-json"),
        ("x/y.yml", "csl-yaml"),
        ("n.jsonl", "notes"),
        ("a.txt", None),
    ],
)
def test_endings(path: str, name: str | None) -> None:
    assert format_of_suffix(path) == name


TSV = Format(
    "tsv", "a table", (".tsv",), lambda material: Exported("\t".join(i["id"] for i in material.items))
)


def test_another_package_adds_a_format(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("tsv", f"{__name__}:TSV", export.ENTRY_POINTS)
    monkeypatch.setattr(EntryPoint, "load", lambda self: TSV)
    monkeypatch.setattr(export.metadata, "entry_points", lambda **query: EntryPoints([point]).select(**query))
    assert format_names()[-1] == "tsv"
    assert find_format("tsv").write(Material([{"id": "a"}])).text == "a"
    assert format_of_suffix("a.tsv") == "tsv"


def test_notes() -> None:
    written = find_format("notes").write(material_of([result("a.md", {"id": "chen", "type": "book"})])).text
    assert json.loads(written) == {
        "n": "1",
        "text": "Chen, Road, 5.",
        "cites": [
            {
                "work": "chen",
                "form": "full",
                "locator": "5",
                "raw": "Chen, Road, 5.",
                "span": [0, 14],
                "signal": "see",
            }
        ],
    }


STALIN = [{"family": "Stalin"}]
WRITTEN = {"date-parts": [[1950, 10, 5]]}


@pytest.mark.parametrize(
    ("item", "lines"),
    [
        (
            {"type": "personal_communication", "recipient": STALIN, "original-date": WRITTEN},
            ["A2  - Stalin", "DA  - 1950/10/05", "PY  - 1950"],
        ),
        (
            {"type": "personal_communication", "recipient": STALIN, "editor": [{"family": "Wolff"}]},
            ["ED  - Wolff", "A2  - Stalin"],
        ),
        (
            {"type": "document", "recipient": STALIN, "note": "Copy.", "original-date": WRITTEN},
            ["N1  - To: Stalin", "N1  - Copy.", "DA  - 1950/10/05"],
        ),
        (
            {"type": "book", "issued": {"date-parts": [[1994]]}, "original-date": WRITTEN},
            ["DA  - 1994", "PY  - 1994"],
        ),
    ],
    ids=["letter", "edited letter", "telegram", "reprint"],
)
def test_ris_has_dates_and_addressees(item: dict[str, Any], lines: list[str]) -> None:
    item = {"id": "a"} | item
    written = find_format("ris").write(Material([item])).text
    assert set(lines) <= set(written.splitlines())
    assert list(ris_in.read(written, "a.ris").items) == [normalised(item)]


@pytest.mark.parametrize(
    ("second", "ids", "cited"),
    [
        ({"id": "chen", "type": "book", "title": "Road"}, ["chen"], "chen"),
        ({"id": "chen", "type": "book", "title": "Other"}, ["chen", "chena"], "chena"),
        ({"id": "xu", "type": "book"}, ["chen", "xu"], "xu"),
    ],
    ids=["the same work", "another work of that key", "another key"],
)
def test_several_documents(second: dict[str, Any], ids: list[str], cited: str) -> None:
    first = {"id": "chen", "type": "book", "title": "Road"}
    material = material_of([result("a.md", first), result("b.md", second)])
    assert [item["id"] for item in material.items] == ids
    assert material.notes[1].cites[0].work == cited
    assert material.sources == ["a.md", "b.md"]


@pytest.mark.skipif(not SCHEMA.exists(), reason="the CSL schema is not at hand")
@given(library=libraries)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_csl_json_is_valid(library: list[dict[str, Any]]) -> None:
    import fastjsonschema

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    fastjsonschema.validate(schema, json.loads(find_format("csl-json").write(Material(library)).text))
