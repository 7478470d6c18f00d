"""``citekit rewrite`` and ``citekit init`` on the command line."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from citekit.readers import read
from citekit.rewrite.thesisfolder import folder_files

from .documents import BOOK, CHEN, pandoc
from .test_word import package, runs

ROOT = Path(__file__).parents[2]
Command = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(pandoc(BOOK, "Ibid., 130."), encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(package(runs(BOOK), runs("Ibid., 130.")))
    return tmp_path


def test_latex_with_its_bibliography(folder: Path, citekit: Command) -> None:
    (folder / "out").mkdir()
    done = citekit("rewrite", "a.md", "-t", "latex", "-o", "out/a.tex", "--bib", "refs.bib")
    assert (done.code, done.out) == (0, "")
    assert "2 notes (2 citations)" in done.err
    written = (folder / "out/a.tex").read_text(encoding="utf-8")
    assert r"\addbibresource{../refs.bib}" in written
    assert rf"\autocite[130]{{{CHEN}}}" in written
    assert f"@book{{{CHEN}," in (folder / "refs.bib").read_text(encoding="utf-8")


def test_a_document_without_notes_is_done_with_a_warning(folder: Path, citekit: Command) -> None:
    (folder / "b.md").write_text("# A text\n\nwithout *notes*.\n", encoding="utf-8")
    done = citekit("rewrite", "b.md", "-t", "markdown")
    assert (done.code, done.out) == (0, "# A text\n\nwithout *notes*.\n")
    assert "no notes" in done.err


def test_the_ending_says_the_format(folder: Path, citekit: Command) -> None:
    assert citekit("rewrite", "a.md", "-o", "b.md", "-q").code == 0
    assert f"[@{CHEN}, p. 130]" in (folder / "b.md").read_text(encoding="utf-8")


def test_standard_output_and_fragment(folder: Path, citekit: Command) -> None:
    done = citekit("rewrite", "-", "-t", "latex", "--fragment", stdin=(folder / "a.md").read_bytes())
    assert done.out == rf"Sentence.\autocite[125--57]{{{CHEN}}} Sentence.\autocite[130]{{{CHEN}}}" + "\n"


def test_word(folder: Path, citekit: Command) -> None:
    done = citekit("rewrite", "a.docx", "--style", "chicago-notes-archival-ibid", "-o", "b.docx")
    assert done.code == 0
    assert read(folder / "b.docx").notes[1].text == "Ibid., 130."
    assert citekit("rewrite", "a.docx", "--expand-ibid", "-o", "c.docx").code == 0
    assert read(folder / "c.docx").notes[1].text.startswith("Chen, ")
    assert citekit("rewrite", "a.docx", "-t", "latex", "--fragment").out.count(r"\autocite") == 2


def test_word_with_typed_notes_can_become_latex(folder: Path, citekit: Command) -> None:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("A text.¹", f"¹ {BOOK}"))
    old = zipfile.ZipFile(BytesIO((folder / "a.docx").read_bytes()))
    with zipfile.ZipFile(folder / "typed.docx", "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name == "word/document.xml":
                content = f"{content.split('<w:p>')[0]}{body}</w:body></w:document>"
            new.writestr(name, content)
    done = citekit("rewrite", "typed.docx", "-t", "latex", "--fragment")
    assert done.out == rf"A text.\autocite[125--57]{{{CHEN}}}" + "\n"
    done = citekit("rewrite", "typed.docx", "--expand-ibid", "-o", "b.docx")
    assert done.code == 2
    assert "typed as text" in done.err


USAGE = {
    "no format": ("a.md",),
    "docx to standard output": ("a.docx", "-t", "docx", "--style", "x"),
    "docx without a style": ("a.docx", "-o", "b.docx"),
    "fragment of Markdown": ("a.md", "-t", "markdown", "--fragment"),
    "expand in LaTeX": ("a.md", "-t", "latex", "--expand-ibid"),
    "a style in Markdown": ("a.md", "-t", "markdown", "--style", "x"),
    "a CSL style in LaTeX": ("a.md", "-t", "latex", "--style", "lishi-yanjiu-notes", "-o", "b.tex"),
    "a CSL file in LaTeX": ("a.md", "-t", "latex", "--style", "mine.csl", "-o", "b.tex"),
    "over itself": ("a.md", "-o", "a.md"),
    "Markdown to Word": ("a.md", "--style", "chicago-notes-archival", "-o", "b.docx"),
    "no such style": ("a.docx", "--style", "no-such", "-o", "b.docx"),
    "no such file": ("b.md", "-t", "latex", "-o", "b.tex"),
    "notes without a text": ("n.jsonl", "-t", "latex", "-o", "b.tex"),
}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE)
def test_what_cannot_be_done(arguments: tuple[str, ...], folder: Path, citekit: Command) -> None:
    (folder / "n.jsonl").write_text('{"n": "1", "text": "Ibid."}\n', encoding="utf-8")
    before = sorted(os.listdir(folder))
    done = citekit("rewrite", *arguments)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert sorted(os.listdir(folder)) == before


def test_what_stays_as_typed_is_told_once(folder: Path, citekit: Command) -> None:
    """The number of the note comes once, and the code of the finding ends the line."""
    (folder / "b.md").write_text(pandoc("Ibid., 9."), encoding="utf-8")
    said = citekit("rewrite", "b.md", "-t", "latex", "-o", "b.tex").err
    assert "Warning: note 1: It stays as typed: " in said
    assert "[rewrite-kept]\n" in said


def test_strict_counts_what_stays_as_typed(folder: Path, citekit: Command) -> None:
    (folder / "b.md").write_text(pandoc("Ibid., 9."), encoding="utf-8")
    assert citekit("rewrite", "b.md", "-t", "latex", "-o", "b.tex", "--strict").code == 1
    assert citekit("rewrite", "a.md", "-t", "latex", "-o", "a.tex", "--strict").code == 0


def test_the_library_of_the_thesis_gives_the_keys(folder: Path, citekit: Command) -> None:
    (folder / "citekit.toml").write_text("", encoding="utf-8")
    assert citekit("parse", "a.md", "-o", "references.json").code == 0
    library = folder / "references.json"
    renamed = library.read_text(encoding="utf-8").replace(CHEN, "mychen").replace("New York", "Boston")
    library.write_text(renamed, encoding="utf-8")
    assert citekit("parse", "a.md", "-o", "references.json").code == 0
    done = citekit("rewrite", "a.md", "-t", "markdown", "--bib", "refs.bib")
    assert "[@mychen, p. 130]" in done.out
    assert "Boston" in (folder / "refs.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("target", "library", "begins"),
    [
        ("markdown", "refs.json", "["),
        ("markdown", "refs.yaml", "references:"),
        ("markdown", "refs.bib", "@"),
        ("latex", "refs.bib", "@"),
    ],
)
def test_the_ending_says_how_the_works_are_written(
    folder: Path, citekit: Command, target: str, library: str, begins: str
) -> None:
    assert citekit("rewrite", "a.md", "-t", target, "-o", "out", "--bib", library).code == 0
    written = (folder / library).read_text(encoding="utf-8").splitlines()
    assert any(line.startswith(begins) for line in written)


@pytest.mark.parametrize(("target", "library"), [("latex", "refs.json"), ("markdown", "refs.ris")])
def test_works_that_nothing_would_read_are_refused(
    folder: Path, citekit: Command, target: str, library: str
) -> None:
    done = citekit("rewrite", "a.md", "-t", target, "-o", "out", "--bib", library)
    assert done.code == 2
    assert library in done.err
    assert not (folder / library).exists()


def test_init_makes_a_folder_and_overwrites_nothing(folder: Path, citekit: Command) -> None:
    (folder / "t").mkdir()
    (folder / "t/Makefile").write_text("mine", encoding="utf-8")
    done = citekit("init", "t")
    assert done.code == 0
    assert (folder / "t/Makefile").read_text(encoding="utf-8") == "mine"
    assert "kept  t/Makefile" in done.err.replace(os.sep, "/")
    assert {path.name for path in (folder / "t").iterdir()} == folder_files().keys()
    thesis = (folder / "t/thesis.md").read_text(encoding="utf-8")
    (folder / "t/thesis.md").write_text("typed for years", encoding="utf-8")
    assert citekit("init", "t").code == 0
    assert (folder / "t/thesis.md").read_text(encoding="utf-8") == "typed for years" != thesis


def test_the_notes_of_the_skeleton_are_understood(folder: Path, citekit: Command) -> None:
    assert citekit("init").code == 0
    done = citekit("rewrite", "thesis.md", "-t", "latex", "--fragment", "--strict", "-o", "body.tex")
    assert (done.code, "5 notes (4 citations, 1 citation among prose)" in done.err) == (0, True)


def test_the_settings_of_the_skeleton_are_read(folder: Path) -> None:
    from citekit import config

    assert config.read(folder_files()["citekit.toml"], folder / "citekit.toml").documents == ("thesis.md",)


def test_the_example_is_such_a_folder() -> None:
    """It differs in what it reads, and takes the style from the source tree."""
    example = ROOT / "examples/thesis"
    for name, allowed in (("Makefile", 3), ("citekit.toml", 1), ("thesis.tex", 3)):
        made = folder_files()[name].splitlines()
        there = (example / name).read_text(encoding="utf-8").splitlines()
        assert len(set(there) - set(made)) <= allowed, name
        assert len(set(made) - set(there)) <= allowed, name
