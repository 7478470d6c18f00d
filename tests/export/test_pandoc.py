"""pandoc on what citekit writes: it reads all of it in silence, drops what the docs say, and agrees on a bibliography."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from citekit import parse
from citekit.export import Material, find_format, material_of
from citekit.library.bib.table import ROWS
from citekit.library.bib.types import WRITTEN
from citekit.library.items import DATES, NAMES
from citekit.render import Processor

pypandoc = pytest.importorskip("pypandoc")
ROOT = Path(__file__).parents[2]
STYLE = ROOT / "styles/chicago-notes-archival.csl"


def pandoc(*arguments: str | Path, text: str = "") -> str:
    """What pandoc writes; that it has nothing to say on standard error is part of the test."""
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), *map(str, arguments)],
        input=text,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    return done.stdout


def exported(items: list[dict[str, Any]], name: str, folder: Path) -> Path:
    path = folder / f"library.{'json' if name == 'csl-json' else 'bib'}"
    path.write_text(find_format(name).write(Material(items)).text, encoding="utf-8")
    return path


def read_back(items: list[dict[str, Any]], name: str, folder: Path) -> list[dict[str, Any]]:
    source = "csljson" if name == "csl-json" else name
    read: list[dict[str, Any]] = json.loads(
        pandoc("-f", source, "-t", "csljson", exported(items, name, folder))
    )
    return read


NUMBERS = {
    "volume": "2",
    "issue": "3",
    "edition": "2",
    "page": "44-68",
    "number": "16008",
    "ISBN": "978-0-19-953782-0",
    "URL": "https://example.org/a",
    "DOI": "10.1000/182",
    "language": "en",
}


def full(kind: str) -> dict[str, Any]:
    """An item of type *kind* in which every variable is set."""
    item: dict[str, Any] = {"id": f"all-{kind}", "type": kind}
    for row in ROWS:
        if row.csl in NAMES:
            item[row.csl] = [{"family": f"Mc{row.csl.title()}", "given": "Ann"}]
        elif row.csl in DATES:
            item[row.csl] = {"date-parts": [[1950, 10, 3]]}
        elif not row.csl.startswith("custom."):
            item[row.csl] = NUMBERS.get(row.csl, f"the {row.csl}")
    return item


@pytest.mark.parametrize("name", ["biblatex", "bibtex", "csl-json"])
def test_every_type_is_read_in_silence(tmp_path: Path, name: str) -> None:
    read = read_back([full(kind) for kind in sorted(WRITTEN)], name, tmp_path)
    assert [item["id"] for item in read] == [f"all-{kind}" for kind in sorted(WRITTEN)]


ROW = re.compile(r"^\| `([\w-]+)` \| (\w+) \| (\w+) \| (\w+) \|$", re.MULTILINE)
OF_INTEREST = (
    "author editor translator recipient container-title collection-title volume issue number edition publisher "
    "publisher-place page genre note archive archive_collection archive_location archive-place call-number "
    "issued original-date original-title event-title section DOI URL ISBN language title-short"
).split()


@pytest.mark.parametrize(("name", "column"), [("csl-json", 1), ("biblatex", 2), ("bibtex", 3)])
def test_the_docs_say_what_pandoc_drops(tmp_path: Path, name: str, column: int) -> None:
    docs = (ROOT / "docs/bibliography-formats.md").read_text(encoding="utf-8")
    _, _, section = docs.partition("## What pandoc drops")
    said = {row[0]: row[column] for row in ROW.findall(section)}
    (chapter,) = read_back([full("chapter")], name, tmp_path)
    found = {variable: "kept" if variable in chapter else "dropped" for variable in OF_INTEREST}
    assert said == found


ORDINARY: list[dict[str, Any]] = [
    {
        "type": "book",
        "author": [{"family": "Stueck", "given": "William"}],
        "title": "The Korean War: An International History",
        "publisher": "Princeton University Press",
        "publisher-place": "Princeton",
        "issued": {"date-parts": [[1995]]},
    },
    {
        "type": "book",
        "author": [{"family": "Goncharov", "given": "Sergei"}, {"family": "Lewis", "given": "John"}],
        "title": "Uncertain Partners",
        "publisher": "Stanford University Press",
        "issued": {"date-parts": [[1993]]},
        "edition": "2",
    },
    {
        "type": "book",
        "editor": [{"family": "Westad", "given": "Odd Arne"}],
        "title": "Brothers in Arms",
        "volume": "2",
        "collection-title": "Cold War Series",
        "publisher": "Woodrow Wilson Center",
        "issued": {"date-parts": [[1998]]},
    },
    {
        "type": "chapter",
        "author": [{"family": "Jones", "given": "Mary", "suffix": "Jr."}],
        "title": "Letters and Lists",
        "container-title": "Writing and Power",
        "editor": [{"family": "Brown", "given": "Ann"}],
        "page": "11-29",
        "publisher": "Open Press",
        "issued": {"date-parts": [[2004]]},
    },
    {
        "type": "article-journal",
        "author": [{"family": "Weathersby", "given": "Kathryn"}],
        "title": "Soviet Aims in Korea",
        "container-title": "Journal of Cold War Studies",
        "volume": "2",
        "issue": "3",
        "page": "44-68",
        "issued": {"date-parts": [[2000, 5]]},
        "DOI": "10.1000/182",
    },
    {
        "type": "article-newspaper",
        "author": [{"family": "Reston", "given": "James"}],
        "title": "Truce Talks",
        "container-title": "New York Times",
        "issued": {"date-parts": [[1951, 7, 10]]},
    },
    {
        "type": "thesis",
        "author": [{"family": "Mansourov", "given": "Alexandre"}],
        "title": "Communist War Coalition Formation",
        "genre": "PhD diss.",
        "publisher": "Columbia University",
        "issued": {"date-parts": [[1997]]},
    },
    {
        "type": "webpage",
        "title": "New Evidence",
        "container-title": "Digital Archive",
        "URL": "https://example.org/evidence",
        "accessed": {"date-parts": [[2020, 5, 1]]},
    },
    {
        "type": "report",
        "author": [{"literal": "Central Office of Research"}],
        "title": "Feasibility",
        "number": "7",
        "publisher": "Central Office of Research",
        "issued": {"date-parts": [[1950]]},
    },
    {
        "type": "book",
        "author": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}],
        "title": "Letters",
        "publisher": "Open Press",
        "issued": {"date-parts": [[1930]]},
    },
]


def bibliographies(items: list[dict[str, Any]], folder: Path, style: Path) -> tuple[list[str], list[str]]:
    """The entries that pandoc's citeproc and our renderer make, a line each, in the order of each."""
    library = exported(items, "csl-json", folder)
    theirs = pandoc(
        *("-f", "markdown", "-t", "plain", "--wrap=none", "--citeproc"),
        *(f"--bibliography={library}", f"--csl={style}"),
        text="---\nnocite: '@*'\n---\n",
    )
    ours = Processor(str(style), items).bibliography()
    return lines(theirs.splitlines()), lines(ours)


def lines(entries: list[str]) -> list[str]:
    return [re.sub(r"\s+", " ", entry).strip() for entry in entries if entry.strip()]


def test_ordinary_works_come_out_alike(tmp_path: Path) -> None:
    items = [{"id": f"work-{number}", "language": "en"} | item for number, item in enumerate(ORDINARY)]
    theirs, ours = bibliographies(items, tmp_path, STYLE)
    assert theirs == ours


def test_the_example_differs_only_by_what_is_ours(tmp_path: Path) -> None:
    """Parties, titles in two scripts, № and the order of an archive are added; no word of pandoc's is missing."""
    items = list(material_of([parse(ROOT / "examples/chapter.md")]).items)
    theirs, ours = bibliographies(items, tmp_path, STYLE)
    assert len(theirs) == len(ours) == len(items)
    for entry in theirs:
        words = set(re.findall(r"\w+", entry.lower()))
        assert any(words <= set(re.findall(r"\w+", mine.lower())) for mine in ours), entry
