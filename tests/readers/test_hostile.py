"""Files that are meant to do harm, or that are broken: a clear message, nothing read outside, no waiting."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile

import pytest

from citekit.readers import ReaderError, read_bytes, read_text
from tests.readers.packing import call, docx, note, odt, p, pdf, zipped

GOOD = docx(p("One.", call(1)), note(1, "Wei."))
DOCUMENT = zipfile.ZipFile(io.BytesIO(GOOD)).read("word/document.xml").decode()


def changed(**parts: str | bytes) -> bytes:
    """The good document with some parts replaced; a double underscore in a name is a slash."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as package:
        content: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    content.update({name.replace("__", "/").replace("_xml", ".xml"): value for name, value in parts.items()})
    return zipped(content)


def encrypted() -> bytes:
    data = bytearray(GOOD)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(sign, place + 1)
    return bytes(data)


def bomb() -> bytes:
    """A part of 400 MB that takes 400 kB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        with package.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(400):
                part.write(b" " * (1 << 20))
        package.writestr("_rels/.rels", "<Relationships/>")
    return buffer.getvalue()


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

REFUSED = [
    pytest.param(b"PK\x03\x04 nothing", "thesis.docx", id="no-zip"),
    pytest.param(GOOD[: len(GOOD) // 2], "thesis.docx", id="truncated"),
    pytest.param(zipped({"hello.txt": "hello"}), "thesis.docx", id="zip-without-a-text"),
    pytest.param(encrypted(), "thesis.docx", id="encrypted-zip"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000, "thesis.docx", id="password"),
    pytest.param(
        changed(word__document_xml=LAUGHS + DOCUMENT.split("?>", 1)[1]), "thesis.docx", id="entity-expansion"
    ),
    pytest.param(
        changed(word__document_xml=OUTSIDE + DOCUMENT.split("?>", 1)[1]), "thesis.docx", id="external-entity"
    ),
    pytest.param(
        changed(word__document_xml=(OUTSIDE + DOCUMENT.split("?>", 1)[1]).encode("utf-16")),
        "thesis.docx",
        id="entity-utf-16",
    ),
    pytest.param(changed(word__document_xml="<w:document>"), "thesis.docx", id="broken-xml"),
    pytest.param(changed(word__document_xml="<a>" * 100_000), "thesis.docx", id="deep-xml"),
    pytest.param(bomb(), "thesis.docx", id="zip-bomb"),
    pytest.param(zipped({"content.xml": "<x/>"}), "thesis.odt", id="odt-without-text"),
    pytest.param(
        zipped({"content.xml": "<x/>", "META-INF/manifest.xml": "<m><encryption-data/></m>"}),
        "thesis.odt",
        id="odt-password",
    ),
    pytest.param("\\emph{" * 100_000 + "}" * 100_000, "thesis.tex", id="latex-nested"),
    pytest.param("\\footnote{" * 300 + "x" + "}" * 300, "thesis.tex", id="latex-notes-in-notes"),
]


@pytest.mark.parametrize(("data", "name"), REFUSED)
def test_refused_with_a_message(data: bytes | str, name: str) -> None:
    began = time.perf_counter()
    with pytest.raises(ReaderError) as caught:
        read_bytes(data.encode() if isinstance(data, str) else data, name)
    assert caught.value.message.startswith(name)
    assert caught.value.help
    assert time.perf_counter() - began < 5


def test_names_that_point_outside_are_not_followed() -> None:
    data = changed(**{"../../evil.xml": "<x/>", "/etc/passwd": "x"})
    document = read_bytes(data, "thesis.docx")
    assert [entry.text for entry in document.notes] == ["Wei."]
    assert "package-strange-part" in {finding.code for finding in document.diagnostics}


def test_relations_that_point_outside_are_not_followed() -> None:
    relations = (
        '<Relationships><Relationship Type="x/footnotes" Target="../../../../etc/passwd"/>'
        '<Relationship Type="x/endnotes" Target="http://example.org/e.xml" TargetMode="External"/></Relationships>'
    )
    document = read_bytes(changed(**{"word/_rels/document.xml.rels": relations}), "thesis.docx")
    assert document.notes == ()
    assert "mark-without-note" in {finding.code for finding in document.diagnostics}


LARGE = [
    pytest.param("word " * 2_000_000, "x.md", id="one-line-of-10-MB"),
    pytest.param("a¹ " * 200_000, "x.md", id="many-superscripts"),
    pytest.param("¹" * 1_000_000, "x.md", id="one-superscript"),
    pytest.param("¹ " + "\"“«([*_`" * 50_000, "x.md", id="unbalanced-signs"),
    pytest.param("[^1]: x\n" * 40_000, "x.md", id="one-footnote-again-and-again"),
    pytest.param("^[" * 200_000, "x.md", id="open-inline-notes"),
    pytest.param("# Notes\n\n" + "1. x\n\n" * 30_000, "x.md", id="number-one-again-and-again"),
    pytest.param("<p>" * 100_000, "x.html", id="open-tags"),
    pytest.param("<a href='#a' id='a'>1</a>" * 20_000, "x.html", id="links-to-themselves"),
    pytest.param("".join(f"<a href='#n{i}' id='c{i}'>1</a>" for i in range(20_000)) + "<p id=top><a href='#c1'>x</a>" * 3, "x.html", id="links"),
    pytest.param("\\footnote{" * 50_000, "x.tex", id="open-groups"),
    pytest.param("$" * 200_001 + "\\verb|" * 20_000 + "%" * 1000, "x.tex", id="odd-signs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), LARGE)
def test_large_and_odd_texts_take_no_long_time(text: str, name: str) -> None:
    began = time.perf_counter()
    with contextlib.suppress(ReaderError):
        read_bytes(text.encode(), name)
    assert time.perf_counter() - began < 10


def test_packages_without_notes_are_documents() -> None:
    assert {d.code for d in read_bytes(docx(p("Text.")), "a.docx").diagnostics} == {"no-notes"}
    assert {d.code for d in read_bytes(odt("<text:p>Text.</text:p>"), "a.odt").diagnostics} == {"no-notes"}
    assert {d.code for d in read_bytes(b"<p>Text.</p>", "a.html").diagnostics} == {"no-notes"}
    assert {d.code for d in read_text("Text.", "a.tex").diagnostics} == {"no-notes"}
    assert {d.code for d in read_bytes(pdf([[(72, 700, 12, "Text.")]]), "a.pdf").diagnostics} == {"no-notes"}
