"""The .bib in real LaTeX: our style, and four that know nothing of archives, print where a document is."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hostile import library as hostile_library

from citekit.export import Material, find_format
from citekit.library.bib.derived import derived_fields
from citekit.library.bib.reading import RESIDUE
from citekit.library.bib.table import EXCEPTIONS, ROWS
from citekit.library.bib.types import WRITTEN

STYLE_FILES = ("citekit.bbx", "citekit.cbx", "citekit.dbx")
BIBLATEX_STYLES = {
    "citekit": r"\usepackage[style=citekit]{biblatex}",
    "verbose-ibid": r"\usepackage[style=verbose-ibid]{biblatex}",
    "chicago": r"\usepackage[notes]{biblatex-chicago}",
    "gb7714-2015": r"\usepackage[style=gb7714-2015]{biblatex}",
    "gost-footnote": r"\usepackage[style=gost-footnote]{biblatex}",
}
PREAMBLE = r"""
\documentclass{article}
\usepackage[paperwidth=60cm,textwidth=55cm,textheight=24cm]{geometry}
\usepackage{fontspec}\setmainfont{DejaVu Serif}
\usepackage{xeCJK}\setCJKmainfont{Noto Serif CJK SC}
\usepackage[english,russian]{babel}
\usepackage{csquotes}
"""
LIBRARY: list[dict[str, Any]] = [
    {
        "id": "file",
        "type": "document",
        "archive": "РГАСПИ",
        "archive_collection": "Ф. 558",
        "archive_location": "Оп. 11. Д. 334",
        "language": "ru",
    },
    {
        "id": "printed",
        "type": "chapter",
        "author": [{"family": "Stalin"}],
        "recipient": [{"family": "Mao", "given": "Zedong"}],
        "title": "Stalin to Mao: On the division",
        "original-title": "斯大林致毛泽东电",
        "container-title": "Selected Archives",
        "custom": {"original-container-title": "档案选编"},
        "number": "16008",
        "original-date": {"date-parts": [[1950, 10, 11]]},
        "issued": {"date-parts": [[2015]]},
        "publisher": "Oriental & Sons",
        "publisher-place": "Shanghai",
        "page": "82-83",
        "language": "zh",
    },
    {
        "id": "letter",
        "type": "personal_communication",
        "author": [{"family": "Roshchin"}],
        "recipient": [{"literal": "Politburo"}],
        "original-date": {"date-parts": [[1950, 10, 3]]},
        "archive": "APRF",
        "archive_collection": "f. 45",
        "archive_location": "op. 1, d. 346",
        "genre": "telegram",
        "language": "en",
    },
    {
        "id": "book",
        "type": "book",
        "author": [{"family": "沈", "given": "志华"}],
        "title": "冷战在亚洲",
        "volume": "上册",
        "publisher": "九州出版社",
        "publisher-place": "北京",
        "issued": {"date-parts": [[2013]]},
        "language": "zh",
    },
    {
        "id": "article",
        "type": "article-journal",
        "author": [{"family": "Торкунов", "given": "А. В."}],
        "title": "Загадочная война",
        "container-title": "Вопросы истории",
        "issue": "11",
        "page": "3-17",
        "issued": {"date-parts": [[1994]]},
        "archive": "Личный архив",
        "language": "ru",
    },
    {
        "id": "hostile",
        "type": "book",
        "author": [{"family": "O}x", "given": "\\input{/etc/passwd}"}, {"literal": "and # % $ & _ ^ ~ \\"}],
        "title": "100 % $x^2 # & _ { } ~ \\end{document} \\write18{rm} \x07 } <<--'' \u200f\u202e",
        "publisher": "{Press and \\relax",
        "URL": "http://example.org/a_b%20c#d?e={}&f=\\x",
        "issued": {"literal": "n.d. %"},
        "note": "\\newline{} {",
        "abstract": "x" * 100_000,
        "language": "en",
    },
]
FOUND_IN_PRINT = (
    "РГАСПИ, Ф. 558, Оп. 11. Д. 334",
    "№16008",
    "斯大林致毛泽东电",
    "档案选编",
    "Oriental & Sons",
    "APRF, f. 45, op. 1, d. 346",
    "Politburo",
    "冷战在亚洲",
    "上册",
    "Загадочная война",
    "Личный архив",
    "\\end{document} \\write18{rm}",
)


def test_the_data_model_declares_what_is_written() -> None:
    model = files("citekit.export").joinpath("latex/citekit.dbx").read_text(encoding="utf-8")
    declared = set(re.findall(r"[a-z]+", model))
    written = {row.biblatex for row in ROWS} | {field for _, _, field, _ in EXCEPTIONS} | {RESIDUE}
    for item in LIBRARY:
        written |= derived_fields(item, biblatex=True).keys()
    assert written - declared == set()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (shutil.which("xelatex") and shutil.which("biber") and shutil.which("pdftotext")):
        pytest.skip("no TeX installation with xelatex and biber, or no pdftotext")
    path = tmp_path_factory.mktemp("latex")
    for name in STYLE_FILES:
        path.joinpath(name).write_text(
            files("citekit.export").joinpath("latex", name).read_text(encoding="utf-8"), encoding="utf-8"
        )
    for name in ("biblatex", "bibtex"):
        exported = find_format(name).write(Material(LIBRARY))
        path.joinpath(f"{name}.bib").write_text(exported.text, encoding="utf-8")
    return path


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    return done.stdout + done.stderr


def compiled(
    folder: Path, name: str, source: str, *bibliography: str, glyphs: bool = True
) -> tuple[str, str]:
    """The text of the PDF that *source* gives, and what the bibliography program said; no *glyphs* may miss."""
    folder.joinpath(f"{name}.tex").write_text(source, encoding="utf-8")
    latex = ("xelatex", "-interaction=nonstopmode", "-no-shell-escape", name)
    run(folder, *latex)
    said = run(folder, *bibliography, name)
    run(folder, *latex)
    run(folder, *latex)
    log = folder.joinpath(f"{name}.log").read_text(encoding="utf-8", errors="replace")
    assert re.findall(r"^!.*\n.*", log, re.MULTILINE) == []
    missing = [line for line in re.findall(r"Missing character.*", log) if not re.search(r"U\+20[02]", line)]
    assert missing == [] or not glyphs
    assert "Citation" not in "".join(re.findall(r"LaTeX Warning: .*undefined.*", log))
    text = run(folder, "pdftotext", "-layout", f"{name}.pdf", "-")
    return re.sub(r"\s+", " ", text), said


def misprinted(text: str, expected: tuple[str, ...]) -> list[str]:
    """What of *expected* does not stand in *text*; white space and the shape of quotes do not count."""
    bare = re.sub(r"[\s’'\u200f\u202e]", "", text)
    return [part for part in expected if re.sub(r"[\s’'\u200f\u202e]", "", part) not in bare]


def cited(keys: Iterable[str], bib: str, style: str) -> str:
    """A document that cites *keys* twice in a style, and prints the bibliography."""
    return (
        PREAMBLE
        + BIBLATEX_STYLES[style]
        + rf"\addbibresource{{{bib}.bib}}\begin{{document}}"
        + "".join(rf"Text.\autocite[5]{{{key}}} Again.\autocite[7]{{{key}}}" for key in keys)
        + r"\printbibliography\end{document}"
    )


def of_every_type() -> list[dict[str, Any]]:
    """An item of each type, kept in an archive, with words of its own in everything that must be printed."""
    return [
        {
            "id": f"all-{kind}",
            "type": kind,
            "author": [{"family": "Anson", "given": "Ann"}],
            "recipient": [{"family": f"Rec{at}x", "given": "Bob"}],
            "title": f"Title{at}x",
            "original-title": f"Своё{at}x",
            "container-title": f"Book{at}x",
            "number": f"77{at}",
            "original-date": {"date-parts": [[1940, 10, 3]]},
            "issued": {"date-parts": [[2015]]},
            "archive": f"Arc{at}x",
            "archive_collection": f"Ф. 88{at}",
            "archive_location": f"Оп. 1. Д. 99{at}",
            "call-number": f"MS{at}x",
            "language": "en",
        }
        for at, kind in enumerate(sorted(WRITTEN))
    ]


NOT_THERE = {
    # No style has a place for the name of a periodical's container, nor gb7714 for additions to its title.
    "collection": ("Своё", "Book"),
    "periodical": ("Своё", "Book"),
}


@pytest.mark.latex
@pytest.mark.parametrize("style", BIBLATEX_STYLES)
def test_biblatex(folder: Path, style: str) -> None:
    source = cited((item["id"] for item in LIBRARY), "biblatex", style)
    # biber drops what the data model of another style forbids (a volume 上册) where it is told to validate.
    biber = ("biber", "--validate-datamodel") if style == "citekit" else ("biber",)
    text, said = compiled(folder, style, source, *biber)
    assert re.findall(r"ERROR.*", said) == []
    if style == "citekit":
        assert re.findall(r"WARN.*", said) == []
        assert misprinted(text, ("沈志华", r"\input{/etc/passwd}")) == []
    assert misprinted(text, FOUND_IN_PRINT) == []


@pytest.mark.latex
@pytest.mark.parametrize("style", BIBLATEX_STYLES)
def test_what_is_kept_in_an_archive_is_printed_with_it(folder: Path, style: str) -> None:
    items = of_every_type()
    folder.joinpath("every.bib").write_text(
        find_format("biblatex").write(Material(items)).text, encoding="utf-8"
    )
    text, said = compiled(folder, f"every-{style}", cited((i["id"] for i in items), "every", style), "biber")
    assert re.findall(r"ERROR.*", said) == []
    missing = []
    for at, item in enumerate(items):
        asked = [f"Title{at}x", f"Rec{at}x", f"Своё{at}x", f"Book{at}x", f"77{at}", f"Arc{at}x", f"Ф. 88{at}"]
        asked += [f"Оп. 1. Д. 99{at}", f"MS{at}x"]
        lost = misprinted(text, tuple(asked))
        missing += [
            (item["type"], part) for part in lost if not part.startswith(NOT_THERE.get(item["type"], ()))
        ]
    assert missing == []


@pytest.mark.latex
@pytest.mark.parametrize("style", ["citekit", "verbose-ibid"])
def test_hostile_libraries_compile(folder: Path, style: str) -> None:
    items = hostile_library(seed=7, size=180)
    exported = find_format("biblatex").write(Material(items))
    assert not exported.diagnostics
    folder.joinpath("hostile.bib").write_text(exported.text, encoding="utf-8")
    source = cited((item["id"] for item in items), "hostile", style)
    text, said = compiled(folder, f"hostile-{style}", source, "biber", glyphs=False)
    assert re.findall(r"(?:ERROR|FATAL|.*namepart).*", said) == []
    assert "root:" not in text  # of /etc/passwd


@pytest.mark.latex
@pytest.mark.parametrize("style", ["plain", "plainnat", "abbrv", "alpha", "unsrt"])
def test_bibtex(folder: Path, style: str) -> None:
    natbib = r"\usepackage{natbib}" if style == "plainnat" else ""
    source = (
        PREAMBLE
        + natbib
        + r"\usepackage{url}\begin{document}Text.\nocite{*}"
        + rf"\bibliographystyle{{{style}}}\bibliography{{bibtex}}\end{{document}}"
    )
    text, said = compiled(folder, f"old-{style}", source, "bibtex")
    assert "error message" not in said
    assert misprinted(text, tuple(part for part in FOUND_IN_PRINT if part != "档案选编")) == []
    # Sorted by their sound, not by the bytes of their script.
    if style != "unsrt":
        names = [text.index(name) for name in ("Roshchin", "沈志华", "Stalin", "А. В. Торкунов")]
        assert names == sorted(names)
    # Bytes are what BibTeX cuts: initials and labels are whole letters.
    folder.joinpath(f"old-{style}.bbl").read_text(encoding="utf-8")
    assert "need author or key" not in said
