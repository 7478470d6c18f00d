"""Where text comes from: files, encodings, folders, other formats, other packages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from citekit.model import Document
from citekit.readers import Format, ReaderError, decode, formats, read, read_bytes, read_many, read_text
from citekit.readers import registry as registry_module
from tests.readers.packing import call, docx, note, odt, p, pdf

CHINESE = "正文。①\n\n注释\n\n① 王某：《朝鲜战争中的空战》，北京：出版社，1990年，第3页。\n② 同上，第4页。\n"
RUSSIAN = "Примечания\n\n1. Петров А. Книга о войне. М., 1990. С. 3.\n2. Там же. С. 4.\n"
FRENCH = "Notes\n\n1. Étienne Dupré, La guerre aérienne – été 1951 (Paris: Éditions, 1990), p. 3.\n"

ENCODINGS = [
    pytest.param(CHINESE, "utf-8", id="utf-8"),
    pytest.param(CHINESE, "utf-8-sig", id="utf-8-with-mark"),
    pytest.param(CHINESE, "utf-16", id="utf-16-with-mark"),
    pytest.param(CHINESE, "utf-16-le", id="utf-16-little-endian"),
    pytest.param(RUSSIAN, "utf-16-be", id="utf-16-big-endian"),
    pytest.param(CHINESE, "gb18030", id="gb18030"),
    pytest.param(RUSSIAN, "cp1251", id="windows-1251"),
    pytest.param(RUSSIAN, "koi8-r", id="koi8-r"),
    pytest.param(FRENCH, "cp1252", id="windows-1252"),
    pytest.param("註釋\n\n1. 王某：《朝鮮戰爭中的空戰》，臺北：出版社，1990年，第3頁。\n", "big5", id="big5"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODINGS)
def test_encodings_that_can_be_known(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x.txt").text == text


UNREADABLE = [
    pytest.param(bytes(range(256)) * 40, "binary", id="binary"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 400, "binary", id="picture"),
    pytest.param("Ω".encode("cp1253") * 3 + b" \xff\xd8 \x81", "tried", id="unknown-encoding"),
    pytest.param(("Wei’s “Air” — über\n" * 40).encode() + b"\xe4\n", "41", id="damaged-utf-8"),
    pytest.param("Wei".encode("utf-16") + b"\x00\xd8", "UTF-16", id="damaged-utf-16"),
]


@pytest.mark.parametrize(("data", "words"), UNREADABLE)
def test_text_that_cannot_be_read_says_why(data: bytes, words: str) -> None:
    with pytest.raises(ReaderError) as caught:
        read_bytes(data, "x.txt")
    assert words in caught.value.message
    assert caught.value.help


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "thesis.md").write_text("x")
    with pytest.raises(ReaderError, match="no such file") as caught:
        read(tmp_path / "tesis.md")
    assert "thesis.md" in caught.value.help
    with pytest.raises(ReaderError, match="folder"):
        read(tmp_path)
    with pytest.raises(ReaderError):
        read("nul\0character.md")


def test_stray_nul_characters_and_any_line_ends() -> None:
    document = read_bytes("A.¹\0 B.²\r\n\r\n¹ Wei,\0 3.\r\n\r\n² Ibid.\r\n".encode() + b"x" * 500, "x.txt")
    assert [note.text for note in document.notes][:1] == ["Wei, 3."]


JSON_LINES = [
    pytest.param(
        '{"n": "1", "text": "Wei, 3."}\n\n{"n": 2, "text": "Ibid."}\n{"n": "B1", "text": "Wei. Air."}',
        id="notes",
    ),
    pytest.param(
        '\ufeff{"n": "1", "text": "Wei, 3.", "extra": []}\n{"n": "2", "text": "Ibid."}\n{"n":"B1","text":"Wei. Air."}',
        id="bom",
    ),
]


@pytest.mark.parametrize("text", JSON_LINES)
def test_json_lines(text: str) -> None:
    document = read_bytes(text.encode(), "notes.jsonl")
    assert [(note.n, note.text) for note in document.notes] == [("1", "Wei, 3."), ("2", "Ibid.")]
    assert [(entry.n, entry.text) for entry in document.bibliography] == [("B1", "Wei. Air.")]
    assert read_bytes(text.encode(), "-").format == "jsonl"


@pytest.mark.parametrize(
    "line", ["{", '{"n": "1"}', "[]", "null", '{"n": 1.5, "text": "x"}', "[" * 5000, '{"n": "", "text": "x"}']
)
def test_a_bad_json_line_is_named(line: str) -> None:
    with pytest.raises(ReaderError) as caught:
        read_text('{"n": "1", "text": "x"}\n' + line, "notes.jsonl")
    assert caught.value.message.startswith("notes.jsonl:2:")
    assert caught.value.line == 2


REFERENCES = [
    pytest.param("Wei. *Air*. 1990.\nLin. Sea. 1991\nZhou, Land\n", ["Wei. Air. 1990.", "Lin. Sea. 1991", "Zhou, Land"], id="one-a-line"),
    pytest.param("Wei. Air.\nBeijing, 1990.\n\nLin. Sea. 1991.\n", ["Wei. Air. Beijing, 1990.", "Lin. Sea. 1991."], id="blank-lines"),
    pytest.param("[1] 王某. 空战[M]. 1990.\n[2] 李某. 海战[M]. 1991.\n", ["王某. 空战[M]. 1990.", "李某. 海战[M]. 1991."], id="numbered"),
    pytest.param("Литература\n\nПетров А. Книга.\nИванов И. Том.\n", ["Петров А. Книга.", "Иванов И. Том."], id="under-a-heading"),
    pytest.param("Wei, Bihai, and others of the air force, Air: A History of the\nwar in the sky. Beijing, 1990.\nLin. Sea.\n", ["Wei, Bihai, and others of the air force, Air: A History of the war in the sky. Beijing, 1990.", "Lin. Sea."], id="wrapped"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_bare_references(text: str, expected: list[str]) -> None:
    document = read_text(text, "-", "references")
    assert [entry.text for entry in document.bibliography] == expected


def test_several_documents(tmp_path: Path) -> None:
    for number, text in ((10, "Zhou."), (2, "Lin."), (1, "Wei.")):
        (tmp_path / f"chapter{number}.md").write_text(
            f"A.[^1]\n\n[^1]: {text}\n\n# Bibliography\n\n- {text} 1990.\n"
        )
    (tmp_path / "notes.xyz").write_text("not read")
    documents = read_many([tmp_path])
    assert [(note.n, note.text) for document in documents for note in document.notes] == [
        ("1:1", "Wei."), ("2:1", "Lin."), ("3:1", "Zhou."),
    ]  # fmt: skip
    assert [mark.n for document in documents for mark in document.marks] == ["1:1", "2:1", "3:1"]
    assert [entry.n for document in documents for entry in document.bibliography] == ["B1:1", "B2:1", "B3:1"]


def test_documents_whose_numbers_go_on_keep_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A.¹\n\n¹ Wei.\n")
    (tmp_path / "b.md").write_text("B.²\n\n² Lin.\n")
    assert [note.n for document in read_many([tmp_path]) for note in document.notes] == ["1", "2"]


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="no document"):
        read_many([tmp_path])


def test_another_package_brings_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        name, value = "shout", "other:FORMAT"

        def load(self) -> Format:
            return Format(
                "shout", (".shout",), lambda text, name: Document(name, "shout", source=text.upper())
            )

    monkeypatch.setattr(
        registry_module, "entry_points", lambda group: [Point()] if group == "citekit.readers" else []
    )
    formats.cache_clear()
    try:
        assert read_text("hey", "x.shout").source == "HEY"
    finally:
        formats.cache_clear()


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(ReaderError) as caught:
        read_text("x", "x.md", "wordstar")
    assert "markdown" in caught.value.help


@pytest.mark.parametrize("name", ["thesis.doc", "thesis.rtf", "thesis.pages", "thesis.wpd"])
def test_formats_that_are_not_read_say_what_to_do(name: str) -> None:
    data = b"{\\rtf1 text}" if name.endswith("rtf") else b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    with pytest.raises(ReaderError) as caught:
        read_bytes(data, name)
    assert ".docx" in caught.value.help


SNIFFED = [
    pytest.param(docx(p("One.", call(1)), note(1, "Wei.")), "docx", id="docx"),
    pytest.param(odt("<text:p>x</text:p>"), "odt", id="odt"),
    pytest.param(pdf([[(72, 700, 12, "x")]]), "pdf", id="pdf"),
    pytest.param(b"\n<!DOCTYPE html><p>x", "html", id="html"),
    pytest.param(b"\\documentclass{book}", "latex", id="latex"),
    pytest.param(b"x", "markdown", id="anything-else"),
]


@pytest.mark.parametrize(("data", "format_"), SNIFFED)
def test_standard_input_tells_its_format(data: bytes, format_: str) -> None:
    assert read_bytes(data, "-").format == format_


def test_readers_are_loaded_only_when_used() -> None:
    code = (
        "import sys, citekit.readers as r; r.read_text('A.¹\\n\\n¹ Wei.', 'x.md');"
        "print([m for m in ('lxml', 'pypdfium2', 'pylatexenc', 'markdown_it') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReaderError) as caught:
        read_bytes(pdf([[(72, 700, 12, "x")]]), "thesis.pdf")
    assert "pypdfium2" in caught.value.message
    assert "citekit[pdf]" in caught.value.help


def test_json_notes_survive_a_round_trip() -> None:
    row = {"n": "1", "text": "Wei, Air, 3.", "emphasis": [[5, 8]]}
    (note,) = read_text(json.dumps(row), "notes.jsonl").notes
    assert [span.of(note.text) for span in note.emphasis] == ["Air"]
