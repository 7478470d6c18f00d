"""``citekit lint`` as a shell sees it: formats, exit codes, configuration, mending in the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SOURCE = "Text.[^1] More.[^2]\n\n[^1]: Ann Hart, *Early Printing*,, 7.\n[^2]: Ibid..\n"
CLEAN = "Text.[^1] More.[^2]\n\n[^1]: Ann Hart, *Early Printing* (London: Dent, 1901), 7.\n[^2]: Ibid.\n"

Command = Callable[..., Any]


@pytest.fixture
def chapter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "chapter.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_text_for_people(citekit: Command, chapter: Path) -> None:
    run = citekit("lint", "chapter.md", "--select", "double-punctuation")
    assert run.code == 1
    assert "chapter.md:3:33: note 1:" in run.out
    assert "[double-punctuation] Keep one “,”." in run.out
    assert "2 findings; --fix can mend 2" in run.err


def test_json_for_programs(citekit: Command, chapter: Path) -> None:
    run = citekit("lint", "chapter.md", "--select", "double-punctuation", "--format", "json")
    first, second = json.loads(run.out)
    assert first["note"] == "1"
    assert (first["line"], first["column"], first["span"], first["words"]) == (3, 33, [24, 26], ",,")
    assert (second["code"], second["fixable"], second["others"]) == ("double-punctuation", True, [])


def test_annotations_for_github(citekit: Command, chapter: Path) -> None:
    run = citekit("lint", "chapter.md", "--select", "double-punctuation", "--format", "github")
    assert run.out.splitlines()[0].startswith(
        "::warning file=chapter.md,line=3,col=33,title=double-punctuation::note 1: "
    )


def test_nothing_found(citekit: Command, chapter: Path) -> None:
    chapter.write_text(CLEAN, encoding="utf-8")
    run = citekit("lint", "chapter.md")
    assert (run.code, run.out, run.err) == (0, "", "Nothing found.\n")
    assert citekit("lint", "chapter.md", "--format", "json").out == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lint"], "Name a document"),
        (["lint", "chapter.md", "--select", "double-punctuaton"], "did you mean 'double-punctuation'"),
        (["lint", "missing.md"], "missing.md"),
        (["lint", "--explain", "nothing-of-the-kind"], "There is no lint rule"),
    ],
    ids=["no-document", "unknown-rule", "no-such-file", "no-such-page"],
)
def test_usage(citekit: Command, chapter: Path, arguments: list[str], words: str) -> None:
    run = citekit(*arguments)
    assert (run.code, run.out) == (2, "")
    assert words in run.err


def test_a_document_without_notes(citekit: Command, chapter: Path) -> None:
    chapter.write_text("Only text.\n", encoding="utf-8")
    run = citekit("lint", "chapter.md")
    assert (run.code, run.out) == (0, "")
    assert "has no notes" in run.err


def test_several_documents(citekit: Command, chapter: Path) -> None:
    (chapter.parent / "clean.md").write_text(CLEAN, encoding="utf-8")
    run = citekit("lint", "clean.md", "chapter.md", "missing.md", "--select", "double-")
    assert run.code == 1
    assert run.out.count("chapter.md:") == 2
    assert "missing.md" in run.err


def test_configuration(citekit: Command, chapter: Path) -> None:
    config = chapter.parent / "citekit.toml"
    config.write_text('[lint]\nselect = ["double-"]\nignore = ["double-space"]\n', encoding="utf-8")
    run = citekit("lint", "chapter.md", "--format", "json")
    assert {f["code"] for f in json.loads(run.out)} == {"double-punctuation"}
    assert citekit("lint", "chapter.md", "--ignore", "double-punctuation").code == 0
    config.write_text('[lint]\nignore = ["doubel-"]\n', encoding="utf-8")
    assert citekit("lint", "chapter.md").code == 2


def test_the_rules_explain_themselves(citekit: Command) -> None:
    listed = citekit("lint", "--rules")
    assert listed.code == 0
    assert "ibid-unclear  " in listed.out
    page = citekit("lint", "--explain", "ibid-unclear")
    assert page.out.startswith("ibid-unclear\n\n")
    assert "What to do:" in page.out


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with-byte-order-mark"])
def test_fix(citekit: Command, chapter: Path, mark: bytes) -> None:
    source = SOURCE.replace("\n", "\r\n").encode()
    chapter.write_bytes(mark + source)
    run = citekit("lint", "chapter.md", "--select", "double-", "--fix")
    assert run.code == 0
    assert "2 places mended" in run.err
    assert chapter.read_bytes() == mark + source.replace(b",,", b",").replace(b"..", b".")
    assert [path.name for path in chapter.parent.iterdir()] == ["chapter.md"]


def test_fix_leaves_alone_what_it_cannot_write(citekit: Command, chapter: Path) -> None:
    chapter.write_bytes(SOURCE.replace("Hart", "Härt").encode("latin-1"))
    before = chapter.read_bytes()
    run = citekit("lint", "chapter.md", "--select", "double-", "--fix")
    assert run.code == 1
    assert "not changed" in run.err
    assert chapter.read_bytes() == before


def test_standard_input(citekit: Command) -> None:
    run = citekit("lint", "-", "--from", "markdown", "--select", "double-", "--fix", stdin=SOURCE.encode())
    assert run.code == 1
    assert run.out.count("standard input:") == 2
    assert "not changed" in run.err
