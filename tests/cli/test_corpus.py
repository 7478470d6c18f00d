"""Real documents: their works are valid CSL-JSON, and every format gives them back."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import citekit
from citekit.export import Material, find_format
from citekit.library import Loaded, bib_in, ris_in
from citekit.library.items import normalised

SHARED = Path(__file__).parents[2] / "../shared"
DOCUMENTS = [*sorted(SHARED.glob("corpus/*.*")), *sorted(SHARED.glob("gold/*.notes.jsonl"))]
BACK: dict[str, Callable[[str, str], Loaded]] = {
    "biblatex": bib_in.read,
    "bibtex": bib_in.read,
    "ris": ris_in.read,
}


@cache
def works_of(path: Path) -> list[dict[str, Any]]:
    return [work.item for work in citekit.parse(path).works]


@cache
def validator() -> Callable[[Any], Any]:
    import fastjsonschema

    compiled: Callable[[Any], Any] = fastjsonschema.compile(
        json.loads((SHARED / "csl-data.json").read_text(encoding="utf-8"))
    )
    return compiled


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_works_are_valid(path: Path) -> None:
    works = works_of(path)
    validator()(works)
    assert len({work["id"] for work in works}) == len(works)
    assert works == [normalised(work) for work in works]


@pytest.mark.parametrize("name", BACK)
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_formats_give_them_back(path: Path, name: str) -> None:
    works = works_of(path)
    if works:
        assert list(BACK[name](find_format(name).write(Material(works)).text, "refs").items) == works
