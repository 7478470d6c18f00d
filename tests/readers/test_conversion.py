"""The same notes from every format: a document with real footnotes, turned into the others by pandoc.

The chapter below is the project's own text; the corpus beside the project is compared too where it is there.
"""

from __future__ import annotations

import shutil
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from citekit.model import Document
from citekit.readers import read
from tests.readers.conversion import convert, with_real_footnotes

pytest.importorskip("pypandoc")

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
CHAPTER = Path(__file__).parents[1] / "fixtures" / "readers" / "chapter.md"
FORMATS = ("docx", "odt", "html", "tex")
ALIKE = {"pdf": 0.97}


@cache
def wanted(path: Path) -> tuple[Document, str]:
    document = read(path)
    return document, with_real_footnotes(document)


def likeness(path: Path, suffix: str, folder: Path) -> dict[str, float]:
    """How alike the text of each note is in the converted document; 0 where it is missing, or where it should not be."""
    document, markdown = wanted(path)
    converted = read(convert(markdown, folder / f"{path.stem}.{suffix}"))
    expected = {note.n: note.text for note in document.notes + document.bibliography}
    found = {note.n: note.text for note in converted.notes + converted.bibliography}
    return {
        n: SequenceMatcher(None, expected.get(n, ""), found.get(n, ""), autojunk=False).ratio()
        for n in expected.keys() | found.keys()
    }


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_chapter_in_three_languages(suffix: str, tmp_path: Path) -> None:
    document, _ = wanted(CHAPTER)
    assert (len(document.notes), len(document.bibliography)) == (9, 4)
    assert set(likeness(CHAPTER, suffix, tmp_path).values()) == {1.0}


@pytest.mark.parametrize("suffix", FORMATS)
def test_italics_survive(suffix: str, tmp_path: Path) -> None:
    document, markdown = wanted(CHAPTER)
    converted = read(convert(markdown, tmp_path / f"chapter.{suffix}"))
    for one, other in zip(document.notes, converted.notes, strict=True):
        assert [span.of(one.text) for span in one.emphasis] == [
            span.of(other.text) for span in other.emphasis
        ]


def test_marks_stand_where_they_stood(tmp_path: Path) -> None:
    document, markdown = wanted(CHAPTER)
    converted = read(convert(markdown, tmp_path / "chapter.tex"))
    assert [mark.n for mark in converted.marks] == [mark.n for mark in document.marks]
    assert all(mark.span.of(converted.source).startswith("\\footnote{") for mark in converted.marks)


@pytest.mark.latex
@pytest.mark.skipif(shutil.which("xelatex") is None, reason="needs xelatex")
def test_a_chapter_printed(tmp_path: Path) -> None:
    assert min(likeness(CHAPTER, "pdf", tmp_path).values()) >= ALIKE["pdf"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus beside the project")
@pytest.mark.parametrize("name", ["thesis.md", "jcs-article.md"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_corpus(name: str, suffix: str, tmp_path: Path) -> None:
    assert min(likeness(CORPUS / name, suffix, tmp_path).values()) >= 0.99


@pytest.mark.latex
@pytest.mark.skipif(
    not CORPUS.is_dir() or shutil.which("xelatex") is None, reason="needs the corpus and xelatex"
)
@pytest.mark.parametrize("name", ["thesis.md", "jcs-article.md"])
def test_the_corpus_printed(name: str, tmp_path: Path) -> None:
    assert min(likeness(CORPUS / name, "pdf", tmp_path).values()) >= ALIKE["pdf"]


@pytest.mark.parametrize("suffix", ["docx", "odt", "html", "pdf"])
def test_documents_that_libreoffice_wrote(suffix: str) -> None:
    document, _ = wanted(CHAPTER)
    written = read(CHAPTER.with_name(f"libreoffice.{suffix}"))
    assert {n.n: n.text for n in written.notes} == {n.n: n.text for n in document.notes}
    assert [entry.text for entry in written.bibliography] == [entry.text for entry in document.bibliography]
    for one, other in zip(document.notes, written.notes, strict=True):
        assert [span.of(one.text) for span in one.emphasis] == [
            span.of(other.text) for span in other.emphasis
        ]
