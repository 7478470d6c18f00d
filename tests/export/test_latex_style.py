"""The .bib in real LaTeX: our style, and four that know nothing of archives, print where a document is."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from citekit.export import Material, find_format
from citekit.library.bib.derived import derived_fields
from citekit.library.bib.reading import RESIDUE
from citekit.library.bib.table import EXCEPTIONS, ROWS

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


def compiled(folder: Path, name: str, source: str, *bibliography: str) -> tuple[str, str]:
    """The text of the PDF that *source* gives, and what the bibliography program said."""
    folder.joinpath(f"{name}.tex").write_text(source, encoding="utf-8")
    latex = ("xelatex", "-interaction=nonstopmode", "-no-shell-escape", name)
    run(folder, *latex)
    said = run(folder, *bibliography, name)
    run(folder, *latex)
    run(folder, *latex)
    log = folder.joinpath(f"{name}.log").read_text(encoding="utf-8", errors="replace")
    assert re.findall(r"^!.*\n.*", log, re.MULTILINE) == []
    missing = [line for line in re.findall(r"Missing character.*", log) if not re.search(r"U\+20[02]", line)]
    assert missing == []
    assert "Citation" not in "".join(re.findall(r"LaTeX Warning: .*undefined.*", log))
    text = run(folder, "pdftotext", "-layout", f"{name}.pdf", "-")
    return re.sub(r"\s+", " ", text), said


def misprinted(text: str, expected: tuple[str, ...]) -> list[str]:
    """What of *expected* does not stand in *text*; white space and the shape of quotes do not count."""
    bare = re.sub(r"[\s’'\u200f\u202e]", "", text)
    return [part for part in expected if re.sub(r"[\s’'\u200f\u202e]", "", part) not in bare]


@pytest.mark.latex
@pytest.mark.parametrize("style", BIBLATEX_STYLES)
def test_biblatex(folder: Path, style: str) -> None:
    keys = [item["id"] for item in LIBRARY]
    source = (
        PREAMBLE
        + BIBLATEX_STYLES[style]
        + r"\addbibresource{biblatex.bib}\begin{document}"
        + "".join(rf"Text.\autocite[5]{{{key}}} Again.\autocite[7]{{{key}}}" for key in keys)
        + r"\printbibliography\end{document}"
    )
    # biber drops what the data model of another style forbids (a volume 上册) where it is told to validate.
    biber = ("biber", "--validate-datamodel") if style == "citekit" else ("biber",)
    text, said = compiled(folder, style, source, *biber)
    assert re.findall(r"ERROR.*", said) == []
    if style == "citekit":
        assert re.findall(r"WARN.*", said) == []
        assert misprinted(text, ("沈志华", r"\input{/etc/passwd}")) == []
    assert misprinted(text, FOUND_IN_PRINT) == []


@pytest.mark.latex
@pytest.mark.parametrize("style", ["plain", "plainnat"])
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
    names = [text.index(name) for name in ("Roshchin", "沈志华", "Stalin", "А. В. Торкунов")]
    assert names == sorted(names)
