"""A document set in a style and read again cites the same works, note by note: a table of styles and documents."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from citekit import parse
from citekit.readers import read

from .roundtrip import as_docx, differences, round_trip

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared/corpus"
DOCUMENTS = {
    "example": ROOT / "examples/chapter.md",
    "thesis": CORPUS / "thesis.md",
    "article": CORPUS / "jcs-article.md",
}
STYLES = (
    "chicago-notes-archival",
    "chicago-notes-archival-ibid",
    "turabian-notes-archival",
    "gbt7714-2015-note",
    "gbt7714-2025-note",
    "gost-r-7.0.5-2008-footnotes",
    "lishi-yanjiu-notes",
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("docx")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_works(name: str, style: str, folder: Path) -> None:
    if not DOCUMENTS[name].exists():
        pytest.skip("the corpus is not here")
    before, after, _ = round_trip(as_docx(DOCUMENTS[name], folder), style)
    assert [str(found) for found in differences(before, after)] == []


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_the_same_works_behind_libreoffice(suffix: str, folder: Path, tmp_path: Path) -> None:
    """LibreOffice opens what was written, and what it saves reads back too."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    before, _, made = round_trip(as_docx(DOCUMENTS["example"], folder), STYLES[0])
    source = tmp_path / "set.docx"
    source.write_bytes(made)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(tmp_path / "out"),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    after = parse(read(tmp_path / "out" / f"set.{suffix}"))
    assert [str(found) for found in differences(before, after)] == []
