"""Word documents, each feature in a document of its own."""

from __future__ import annotations

import base64
import json

import pytest

from citekit.model import Document
from citekit.readers import read_bytes
from tests.readers.packing import call, docx, italic, note, p

ZOTERO = {
    "citationItems": [
        {
            "id": 1,
            "locator": "45",
            "label": "page",
            "itemData": {"id": 1, "type": "book", "title": "Air", "language": "en"},
        }
    ]
}
ENDNOTE = (
    "<EndNote><Cite><Author>Wei</Author><Year>1990</Year><Pages>7</Pages><record><ref-type name='Journal Article'>17</ref-type>"
    "<contributors><authors><author>Wei, Bihai</author></authors></contributors><titles><title>Air</title>"
    "<secondary-title>Junshi lishi</secondary-title></titles><dates><year>1990</year></dates><volume>6</volume>"
    "</record></Cite></EndNote>"
)


def read(data: bytes) -> Document:
    return read_bytes(data, "thesis.docx")


def notes(data: bytes) -> dict[str, str]:
    return {entry.n: entry.text for entry in read(data).notes}


def field(instruction: str, result: str) -> str:
    """A complex field, its instruction cut in two as Word cuts it."""
    half = len(instruction) // 2
    parts = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>'
        for part in (instruction[:half], instruction[half:])
    )
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"{sign.format('begin')}{parts}{sign.format('separate')}{result}{sign.format('end')}"


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


FEATURES = [
    pytest.param(
        docx(p("One.", call(2), " Two.", call(3)), note(2, "Wei, ", italic("Air"), ", 3.") + note(3, "Ibid., 4.")),
        {"1": "Wei, Air, 3.", "2": "Ibid., 4."},
        id="footnotes",
    ),
    pytest.param(
        docx(
            p("One.", call(1, "endnote")) + p("Two.", call(2, "endnote")),
            endnotes=note(1, "Wei.", kind="endnote") + note(2, "Lin.", kind="endnote"),
            settings='<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>',
        ),
        {"1": "Wei.", "2": "Lin."},
        id="endnotes",
    ),
    pytest.param(
        docx(p("One.", call(1, "endnote")), endnotes=note(1, "Wei.", kind="endnote")), {"i": "Wei."}, id="roman-endnotes"
    ),
    pytest.param(
        docx(
            p("One.", call(1)) + p("", properties='<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>')
            + p("Two.", call(2), call(3)) + '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>',
            note(1, "Wei.") + note(2, "Lin.") + note(3, "Zhou."),
        ),
        {"1": "Wei.", "2:1": "Lin.", "2:2": "Zhou."},
        id="numbers-restart-with-the-section",
    ),
    pytest.param(
        docx(
            p("One.", call(1)), note(1, "Wei."), settings='<w:footnotePr><w:numStart w:val="57"/></w:footnotePr>'
        ),
        {"57": "Wei."},
        id="numbers-begin-later",
    ),
    pytest.param(
        docx(p("Title", call(1, custom="*"), " text.", call(2)), note(1, "* Thanks.") + note(2, "Wei.")),
        {"*": "Thanks.", "1": "Wei."},
        id="custom-mark-is-not-counted",
    ),
    pytest.param(
        docx(
            p("One.", f'<w:del w:id="1">{call(1)}</w:del>', f'<w:ins w:id="2">{call(2)}</w:ins>'),
            note(1, "Gone.")
            + note(2, "Wei, ", '<w:ins w:id="3"><w:r><w:t>Air</w:t></w:r></w:ins>', '<w:del><w:r><w:delText>Sea</w:delText></w:r></w:del>'),
        ),
        {"1": "Wei, Air"},
        id="tracked-changes-insertions-count-deletions-do-not",
    ),
    pytest.param(
        docx(p("One.", call(1)), note(1, "See ", '<w:hyperlink r:id="x" xmlns:r="r"><w:r><w:t>https://a.org</w:t></w:r></w:hyperlink>', ".")),
        {"1": "See https://a.org."},
        id="hyperlink",
    ),
    pytest.param(
        docx(p("One.", call(1)), note(1, "<w:r><w:rPr><w:smallCaps/></w:rPr><w:t>Wei Bihai</w:t></w:r>", ", 3.")),
        {"1": "Wei Bihai, 3."},
        id="small-caps-as-typed",
    ),
    pytest.param(
        docx(p("One.", call(1)), note(1, "Wei", "<w:r><w:tab/><w:t>3</w:t><w:br/><w:t>4</w:t></w:r>")),
        {"1": "Wei 3 4"},
        id="tabs-and-breaks-are-spaces",
    ),
    pytest.param(
        docx(p("One.", call(1)), note(1, "Wei.").replace("</w:footnote>", p("Second paragraph.") + "</w:footnote>")),
        {"1": "Wei. Second paragraph."},
        id="two-paragraphs",
    ),
    pytest.param(
        docx(p("One.", "<w:r><w:pict><w:txbxContent>" + p("Box.", call(1)) + "</w:txbxContent></w:pict></w:r>", call(2)), note(1, "Wei.") + note(2, "Lin.")),
        {"1": "Wei.", "2": "Lin."},
        id="text-box",
    ),
    pytest.param(
        docx(
            p("One.", call(1)), note(1, "Wei."), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main"
        ),
        {"1": "Wei."},
        id="strict-namespace",
    ),
    pytest.param(
        docx(p("One.", "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>") + p("Notes") + p("1. Wei, ", italic("Air"), ", 3.")),
        {"1": "Wei, Air, 3."},
        id="typed-notes-without-a-footnotes-part",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), FEATURES)
def test_notes(data: bytes, expected: dict[str, str]) -> None:
    assert notes(data) == expected


def test_italics_and_anchor() -> None:
    styles = '<w:style w:styleId="T"><w:name w:val="Book Title"/><w:rPr><w:i/></w:rPr></w:style>'
    by_style = '<w:r><w:rPr><w:rStyle w:val="T"/></w:rPr><w:t>Sea</w:t></w:r>'
    upright = '<w:r><w:rPr><w:rStyle w:val="T"/><w:i w:val="0"/></w:rPr><w:t>Land</w:t></w:r>'
    data = docx(
        p("One.", call(7)), note(7, italic("A"), italic("ir"), ", ", by_style, ", ", upright), styles=styles
    )
    (found,) = read(data).notes
    assert [span.of(found.text) for span in found.emphasis] == ["Air", "Sea"]
    assert found.anchor == "word/footnotes.xml#7"


def test_a_call_stands_in_the_body() -> None:
    document = read(docx(p("One.", call(2), " Two."), note(2, "Wei.")))
    assert [mark.span.of(document.source) for mark in document.marks] == ["[^1]"]
    assert document.source.startswith("One.[^1] Two.")


SOLVED = [
    pytest.param(
        field(f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(ZOTERO)} ", "<w:r><w:t>Wei, Air, 45</w:t></w:r>"),
        id="zotero",
    ),
    pytest.param(
        field(f"ADDIN CSL_CITATION {json.dumps(ZOTERO)}", "<w:r><w:t>Wei, Air, 45</w:t></w:r>"), id="mendeley"
    ),
    pytest.param(
        '<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_'
        + base64.b64encode(json.dumps(ZOTERO).encode()).decode()
        + '"/></w:sdtPr><w:sdtContent><w:r><w:t>Wei, Air, 45</w:t></w:r></w:sdtContent></w:sdt>',
        id="mendeley-cite",
    ),
]


@pytest.mark.parametrize("content", SOLVED)
def test_a_stored_citation_is_data(content: str) -> None:
    (found,) = read(docx(p("One.", call(1)), note(1, "See ", content, " again."))).notes
    assert found.text == "See Wei, Air, 45 again."
    (solved,) = found.solved
    assert solved.span.of(found.text) == "Wei, Air, 45"
    assert (solved.item["title"], solved.locator) == ("Air", "45")


def test_endnote_records_become_csl() -> None:
    content = field(f"ADDIN EN.CITE {ENDNOTE}", "<w:r><w:t>Wei 1990, 7</w:t></w:r>")
    (found,) = read(docx(p("One.", call(1)), note(1, content))).notes
    (solved,) = found.solved
    assert solved.item == {
        "type": "article-journal",
        "author": [{"family": "Wei", "given": "Bihai"}],
        "title": "Air",
        "container-title": "Junshi lishi",
        "volume": "6",
        "issued": {"date-parts": [[1990]]},
    }
    assert solved.locator == "7"


HEADING = '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="B"><w:name w:val="Bibliography"/></w:style>'
BIBLIOGRAPHIES = [
    pytest.param(p("Список литературы", properties='<w:pStyle w:val="1"/>') + p("Петров А. ", italic("Книга"), ". М., 1990."), id="russian"),
    pytest.param(p("参考文献") + p("Петров А. ", italic("Книга"), ". М., 1990.") + p("附录") + p("No entry, 1990."), id="chinese"),
    pytest.param(p("Петров А. ", italic("Книга"), ". М., 1990.", properties='<w:pStyle w:val="B"/>') + p("End."), id="style"),
    pytest.param(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_BIBL {}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Петров А. </w:t></w:r>'
        + italic("Книга") + '<w:r><w:t>. М., 1990.</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' + p("End."),
        id="zotero",
    ),
]  # fmt: skip


@pytest.mark.parametrize("content", BIBLIOGRAPHIES)
def test_bibliography_by_wording_style_or_program(content: str) -> None:
    document = read(docx(p("One.", call(1)) + content, note(1, "Wei."), styles=HEADING))
    assert [(entry.n, entry.text) for entry in document.bibliography] == [
        ("B1", "Петров А. Книга. М., 1990.")
    ]
    assert [span.of(entry.text) for entry in document.bibliography for span in entry.emphasis] == ["Книга"]


def test_numbering_by_page_is_not_sold_as_certain() -> None:
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    body = p("One.", call(1)) + p("<w:r><w:lastRenderedPageBreak/><w:t>Two.</w:t></w:r>", call(2), call(3))
    document = read(docx(body, note(1, "Wei.") + note(2, "Lin.") + note(3, "Zhou."), settings=settings))
    assert [entry.n for entry in document.notes] == ["1", "2:1", "2:2"]
    assert "numbering-by-page" in {finding.code for finding in document.diagnostics}
