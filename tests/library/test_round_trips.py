"""A library goes out in a format and comes back as it was: nothing is lost, whatever stands in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import libraries

from citekit.export import Material, find_format
from citekit.library import Loaded, bib_in, csl_json_in, csl_yaml_in, ris_in
from citekit.library.items import normalised

READERS: dict[str, Callable[[str, str], Loaded]] = {
    "biblatex": bib_in.read,
    "bibtex": bib_in.read,
    "ris": ris_in.read,
    "csl-json": csl_json_in.read,
    "csl-yaml": csl_yaml_in.read,
}
GOLD = sorted(Path(__file__).parents[2].joinpath("../shared/gold").glob("*.works.json"))


def there_and_back(library: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    exported = find_format(name).write(Material(library))
    assert not [d for d in exported.diagnostics if d.severity == "error"]
    return list(READERS[name](exported.text, "library").items)


@pytest.mark.parametrize("name", READERS)
@given(library=libraries)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_library(name: str, library: list[dict[str, Any]]) -> None:
    if library or name in ("csl-json", "csl-yaml", "bibtex", "biblatex"):
        assert there_and_back(library, name) == library


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_real_libraries(name: str, path: Path) -> None:
    library = [normalised(item) for item in json.loads(path.read_text(encoding="utf-8"))]
    assert there_and_back(library, name) == library
