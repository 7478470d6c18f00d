"""Whatever one feeds it, citekit says what is wrong, where, and what to do, and leaves no file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]

NOTE = (
    "Text.[^1]\n\n[^1]: Иванов И. И. Книга. М., 1990. С. 5; 沈志华：《中苏关系史》，北京，2003年，第5页。\n"
)

UNREADABLE = {
    "a binary": bytes(range(256)) * 40,
    "half a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 9,
    "UTF-16 cut off": NOTE.encode("utf-16")[:-1] + b"\xd8",
}
READABLE = {
    "an empty file": b"",
    "only white space": b" \n\n\t\n",
    "UTF-8 with a mark": b"\xef\xbb\xbf" + NOTE.encode(),
    "UTF-16": NOTE.encode("utf-16"),
    "GB18030": (
        "正文。[^1]\n\n[^1]: 沈志华：《中苏关系史纲》，北京：新华出版社，2007年，第5页。\n" * 4
    ).encode("gb18030"),
    "CP1251": ("Текст.[^1]\n\n[^1]: Иванов И. И. Большая книга о войне. М.: Наука, 1990. С. 5.\n" * 4).encode(
        "cp1251"
    ),
    "NUL bytes": b"Text.[^1]\n\n[^1]: Chen\x00 Jian, *Road* (New York: Press, 1994), 5.\n" + b"word " * 300,
    "unbalanced quotes": 'Text.[^1]\n\n[^1]: Chen, "A “Road «to (war [and *peace, 1990, 5.\n'.encode(),
    "Windows line ends": NOTE.replace("\n", "\r\n").encode(),
    "a note that calls itself": b"[^1]: See note [^1].\n\nText.[^1]\n",
}


@pytest.mark.parametrize("name", READABLE)
def test_what_can_be_read(citekit: Runner, tmp_path: Path, name: str) -> None:
    path = tmp_path / "thesis.md"
    path.write_bytes(READABLE[name])
    run = citekit("parse", path, "--notes", tmp_path / "notes.jsonl", "-o", tmp_path / "works.json")
    assert run.code == 0, run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read(citekit: Runner, tmp_path: Path, name: str) -> None:
    path = tmp_path / "thesis.md"
    path.write_bytes(UNREADABLE[name])
    assert_refused(citekit, tmp_path, path)


def test_a_missing_file(citekit: Runner, tmp_path: Path) -> None:
    assert_refused(citekit, tmp_path, tmp_path / "no such file.md")


def test_a_folder(citekit: Runner, tmp_path: Path) -> None:
    assert_refused(citekit, tmp_path, tmp_path)


LIBRARIES = {
    "keep.json": '[{"id": "a", "type": "book", "title": "T"}]',
    "keep.bib": "@book{a, title = {T}}",
    "keep.ris": "TY  - BOOK\nTI  - T\nER  - \n",
}


@pytest.mark.parametrize("command", ["parse", "notes", "report"])
@pytest.mark.parametrize("name", LIBRARIES)
def test_a_library_is_no_document(citekit: Runner, tmp_path: Path, command: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(LIBRARIES[name], encoding="utf-8")
    for run in (citekit(command, path), citekit(command, "-", stdin=path.read_bytes())):
        assert (run.code, run.out) == (2, "")
        assert "is a library" in run.err
        assert "citekit export" in run.err


def assert_refused(citekit: Runner, tmp_path: Path, path: Path) -> None:
    for command in ("parse", "notes", "export"):
        target = tmp_path / "out.json"
        options = ["-t", "csl-json"] if command == "export" else []
        run = citekit(command, path, *options, "-o", target)
        assert run.code == 2
        assert path.name in run.err
        assert "mistake of its own" not in run.err
        assert not target.exists()


def test_a_line_of_fifty_megabytes(citekit: Runner, tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_bytes(b"word " * 10_000_000)
    assert citekit("parse", path, "-o", tmp_path / "w.json").code in (0, 2)


def test_a_million_superscripts(citekit: Runner, tmp_path: Path) -> None:
    path = tmp_path / "marks.txt"
    path.write_text("¹²³" * 333_334, encoding="utf-8")
    assert citekit("parse", path, "-o", tmp_path / "w.json").code in (0, 2)


BROKEN_LIBRARIES = {
    "cut.json": ('[{"id": "a", "type": "book"', 2),
    "text.json": ("not json at all", 2),
    "number.json": ("12", 2),
    "deep.json": ("[" * 100_000, 2),
    "strings.json": ('["a", "b"]', 2),
    "mixed.json": ('[{"id": "a", "type": "book"}, 5]', 1),
    "no-type.json": ('[{"title": "T"}]', 0),
    "empty.json": ("[]", 0),
    "cut.bib": ("@book{a, title = {T", 1),
    "two.bib": ("@book{a, title = {T}}\n@book{a, title = {U}}\n@foo{b, title = {V}}", 0),
    "none.ris": ("hello", 2),
    "open.ris": ("TY  - BOOK\nTI  - T\n", 0),
    "broken.yaml": ("references: [a: b: c", 2),
}


@pytest.mark.parametrize("name", BROKEN_LIBRARIES)
def test_broken_libraries(citekit: Runner, tmp_path: Path, name: str) -> None:
    text, code = BROKEN_LIBRARIES[name]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    run = citekit("export", path, "-t", "csl-json", "-o", tmp_path / "out.json")
    assert run.code == code, run.err
    assert (tmp_path / "out.json").exists() == (code < 2)
    assert "mistake of its own" not in run.err


@pytest.mark.parametrize("command", ["export -t ris", "dedupe"])
def test_an_entry_that_cannot_be_read_is_named(citekit: Runner, tmp_path: Path, command: str) -> None:
    path = tmp_path / "bad.bib"
    path.write_text("@book{good, title={b}}\n\n@book{x, title={a}\n", encoding="utf-8")
    name, *options = command.split()
    run = citekit(name, path, *options)
    assert run.code == 1
    assert "good" in run.out
    assert "@book{x, title={a}" in run.err
    assert "line 3" in run.err
    assert citekit(name, path, *options, "-q").err == ""


def test_the_head_of_a_document_is_no_library(citekit: Runner, tmp_path: Path) -> None:
    path = tmp_path / "thesis.md"
    path.write_text("---\ntitle: Sixteen Days\nlang: en\n---\n\n" + NOTE, encoding="utf-8")
    run = citekit("export", path, "-o", tmp_path / "works.ris")
    assert run.code == 2
    assert "citekit parse" in run.err
    assert not (tmp_path / "works.ris").exists()
