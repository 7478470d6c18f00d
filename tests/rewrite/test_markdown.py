"""Markdown to Pandoc's Markdown: only the notes change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citekit import parse
from citekit.export import find_format, material_of
from citekit.rewrite.markdown import to_markdown

from .documents import BOOK, CHEN, OTHER, SHEN, pandoc, read

ROOT = Path(__file__).parents[2]

# A document, and what it becomes.
CASES = {
    "a note becomes a citation": (
        f"One.[^a] Two.\n\n[^a]: {BOOK}\n\nThree.\n",
        f"One.[@{CHEN}, pp. 125-57] Two.\n\nThree.\n",
    ),
    "Ibid., see, several": (
        f"1.[^1] 2.[^2] 3.[^3]\n\n[^1]: {BOOK}\n[^2]: See ibid., 9.\n[^3]: {OTHER[:-1]}; Chen, *China's Road*, 4.\n",
        f"1.[@{CHEN}, pp. 125-57] 2.[See @{CHEN}, p. 9] 3.[@{SHEN}, p. 45; @{CHEN}, p. 4]\n\n",
    ),
    "a note with prose stays a note": (
        f"1.[^1] 2.[^2]\n\n[^1]: {BOOK}\n\n[^2]: He *doubts* it; see *Ibid.*, 9.\n",
        f"1.[@{CHEN}, pp. 125-57] 2.[^2]\n\n[^2]: He *doubts* it; see @{CHEN} [p. 9].\n",
    ),
    "a note of prose is not touched": (
        "1.[^1]\n\n[^1]: He   *says* **no**\n    to `it`.\n",
        "1.[^1]\n\n[^1]: He   *says* **no**\n    to `it`.\n",
    ),
    "one not understood is not touched": ("1.[^1]\n\n[^1]: *Ibid.*,  9.\n", "1.[^1]\n\n[^1]: *Ibid.*,  9.\n"),
    "an inline note": (f"One^[{BOOK}] two.\n", f"One[@{CHEN}, pp. 125-57] two.\n"),
    "an inline note with prose": (
        f"1.^[{BOOK}] 2.^[He doubts it; see Chen, *China's Road*, 3.]\n",
        f"1.[@{CHEN}, pp. 125-57] 2.^[He doubts it; see @{CHEN} [p. 3].]\n",
    ),
    "raised numbers": (
        f"One.¹ Two.² Three.³\n\n¹ {BOOK}\n\n² Ibid.\n\n³ He doubts that *this* is so.\n\nFour.\n",
        f"One.[@{CHEN}, pp. 125-57] Two.[@{CHEN}] Three.[^3]\n\n[^3]: He doubts that *this* is so.\n\nFour.\n",
    ),
    "before a bracket a note stays a note": (
        f"One[^1](two).\n\n[^1]: {BOOK}\n",
        f"One[^1](two).\n\n[^1]: @{CHEN} [pp. 125-57].\n",
    ),
    "the body byte for byte": (
        f"A  b\t\r\n\r\n* *x*\r\n<b>&amp;</b>[^1]  \r\n\r\n[^1]: {BOOK}\r\n\r\nFour\r\n",
        f"A  b\t\r\n\r\n* *x*\r\n<b>&amp;</b>[@{CHEN}, pp. 125-57]  \r\n\r\nFour\r\n",
    ),
    "another language has other words for pages": (
        f"---\nlang: ru\n---\n\n1.[^1]\n\n[^1]: {BOOK}\n",
        f"---\nlang: ru\n---\n\n1.[@{CHEN}, 125-57]\n\n",
    ),
}


@pytest.mark.parametrize(("source", "written"), CASES.values(), ids=CASES)
def test_cases(source: str, written: str) -> None:
    assert to_markdown(read(source)).text == written


def test_figures() -> None:
    made = to_markdown(
        read(
            pandoc(
                BOOK,
                "He doubts it; see Chen, *China's Road*, 3.",
                "It is not known why.",
                f"{BOOK[:-1]}; {OTHER}",
                "Ibid., 9.",
            )
        )
    )
    assert (made.commands, made.mixed, made.prose, made.kept) == (2, 1, 1, 1)
    assert [d.note for d in made.diagnostics] == ["5"]


def test_pandoc_reads_the_citations() -> None:
    pypandoc = pytest.importorskip("pypandoc")
    source = to_markdown(read(pandoc(BOOK, f"{OTHER[:-1]}; Chen, *China's Road*, 4."))).text
    native = pypandoc.convert_text(source, "native", format="markdown")
    assert native.count("citationId") == 3
    assert "Note" not in native.replace("citationNoteNum", "")


def test_pandoc_renders_the_example(tmp_path: Path) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    result = parse(ROOT / "examples/chapter.md")
    source, library = tmp_path / "cited.md", tmp_path / "library.json"
    source.write_text(to_markdown(result).text, encoding="utf-8")
    library.write_text(find_format("csl-json").write(material_of([result])).text, encoding="utf-8")
    style = ROOT / "styles/chicago-notes-archival-ibid.csl"
    plain = pypandoc.convert_file(
        str(source),
        "plain",
        extra_args=["--citeproc", f"--bibliography={library}", f"--csl={style}", "--wrap=none"],
    )
    assert "?]" not in plain
    assert "???" not in plain
    notes = dict(re.findall(r"^\[(\d+)\] (.*)$", plain, re.MULTILINE))
    assert len(notes) == len(result.document.notes)
    assert notes["17"] == "Ibid., 7:864–66."
    assert notes["28"].startswith("The first to count them so")
    assert "Загадочная война" in notes["22"]
