"""Style files that are broken or mean harm end in a clear error: no crash, no endless work, no other file read."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from citekit.render import Processor, StyleError, check

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
CITATION = '<citation><layout><text macro="a"/></layout></citation></style>'
LAUGHS = "".join(
    f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 30)
)
DOUBLING = "".join(
    f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>' for n in range(60)
)

HOSTILE = {
    "empty": ("", "not well-formed XML"),
    "not XML": ("Chicago, please", "not well-formed XML"),
    "cut off": (HEAD + "<citation>", "not well-formed XML"),
    "not CSL": ("<html><body/></html>", "the root element is <html>"),
    "a locale": ('<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0"/>', "the root element is <locale>"),
    "no citation": (HEAD + "</style>", "no cs:citation"),
    "no layout": (HEAD + "<citation/></style>", "no cs:layout"),
    "missing macro": (HEAD + CITATION, "'a' is called but not defined"),
    "circular macro": (HEAD + '<macro name="a"><text macro="a"/></macro>' + CITATION, "calls itself (a → a)"),
    "circle of macros": (
        HEAD + '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>' + CITATION,
        "calls itself (a → b → a)",
    ),
    "macros that multiply": (
        HEAD + DOUBLING + '<macro name="m60"><text value="x"/></macro>' + CITATION.replace('"a"', '"m0"'),
        "multiply",
    ),
    "external entity": (
        f'<!DOCTYPE style [<!ENTITY x SYSTEM "file://{Path(__file__)}">]>' + HEAD + "&x;</style>",
        "no entities",
    ),
    "external DTD": ('<!DOCTYPE style SYSTEM "http://127.0.0.1:9/x.dtd">' + HEAD + CITATION, "no entities"),
    "billion laughs": (f'<!DOCTYPE style [<!ENTITY l0 "ha">{LAUGHS}]>' + HEAD + "&l29;</style>", "no entities"),
    "deep": (HEAD + "<citation><layout>" + "<group>" * 200 + "</group>" * 200 + "</layout></citation></style>", "nested"),
    "deeper than the parser goes": (HEAD + "<group>" * 5000 + "</group>" * 5000 + "</style>", "not well-formed"),
    "5 MB of nesting": (HEAD + "<group>" * 400_000 + "</group>" * 400_000 + "</style>", "too many"),
    "a number that is none": (
        HEAD + '<citation><layout><names variable="author"><name et-al-min="x"/></names></layout></citation></style>',
        "cannot be used",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_clear_error(name: str, tmp_path: Path) -> None:
    text, message = HOSTILE[name]
    path = tmp_path / "style.csl"
    path.write_text(text, encoding="utf-8")
    started = time.monotonic()
    with pytest.raises(StyleError) as error:
        Processor(path, [])
    assert message in str(error.value)
    assert "style.csl" in str(error.value)
    assert time.monotonic() - started < 5
    found = check(path)
    assert [diagnostic.severity for diagnostic in found] == ["error"]


def test_no_such_style() -> None:
    with pytest.raises(StyleError, match="did you mean chicago-notes-archival"):
        Processor("chicago-notes-archivl", [])


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="there is no such file"):
        Processor(tmp_path / "none.csl", [])


def test_unknown_output() -> None:
    with pytest.raises(ValueError, match="there is no output format 'docx'"):
        Processor("chicago-notes-archival", [], output="docx")


def test_schema_warnings_name_the_line(tmp_path: Path) -> None:
    path = tmp_path / "style.csl"
    path.write_text(
        HEAD + '\n<citation><layout><text vairable="title"/></layout></citation></style>', encoding="utf-8"
    )
    assert {diagnostic.severity for diagnostic in check(path)} == {"warning"}
