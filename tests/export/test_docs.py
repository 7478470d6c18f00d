"""docs/bibliography-formats.md says what the tables of the program say."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.library.bib.table import EXCEPTIONS, ROWS
from citekit.library.bib.types import WRITTEN, entry_type

LINES = (Path(__file__).parents[2] / "docs/bibliography-formats.md").read_text(encoding="utf-8").splitlines()


def written(kind: str, *, biblatex: bool) -> str:
    entry, subtype = entry_type(kind, biblatex=biblatex)
    return f"`@{entry}`" + (f" `{subtype}`" if subtype else "")


def other(one: str, two: str) -> str:
    return "" if one == two else f"`{two}`"


@pytest.mark.parametrize("kind", WRITTEN)
def test_types(kind: str) -> None:
    assert f"| `{kind}` | {written(kind, biblatex=True)} | {written(kind, biblatex=False)} |" in LINES


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.csl)
def test_fields(row: object) -> None:
    assert f"| `{row.csl}` | `{row.biblatex}` | {other(row.biblatex, row.bibtex)} |" in LINES  # type: ignore[attr-defined]


@pytest.mark.parametrize(("types", "variable", "biblatex", "bibtex"), EXCEPTIONS)
def test_exceptions(types: set[str], variable: str, biblatex: str, bibtex: str) -> None:
    assert (
        f"| {', '.join(sorted(types))} | `{variable}` | `{biblatex}` | {other(biblatex, bibtex)} |" in LINES
    )
