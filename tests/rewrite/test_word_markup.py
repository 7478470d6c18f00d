"""What Word itself writes into notes, and what must be left of it: revision marks, smart tags, bookmarks, fields."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest

from citekit.rewrite.word import rewrite_word
from tests.rewrite.test_word import BOOK, SET, STYLE, marked, package, reading, runs

SHORT = "Chen, *China’s Road to the Korean War*, 3."


def run(text: str, properties: str = "") -> str:
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidR="00A312F4">{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def note_xml(data: bytes, part: str = "word/footnotes.xml") -> str:
    """The last note of a part."""
    xml = zipfile.ZipFile(io.BytesIO(data)).read(part).decode("utf-8")
    return re.findall(r"<w:(?:foot|end)note .*?</w:(?:foot|end)note>", xml, re.DOTALL)[-1]


PIECES = (
    run("Chen ") + '<w:proofErr w:type="spellStart"/>' + run("Jian") + '<w:proofErr w:type="spellEnd"/>' + run(", ")
    + run("China's ", "<w:i/>") + run("Road to the Korean War", "<w:i/>") + run(" (")
)  # fmt: skip
CITY = '<w:smartTag w:uri="urn:x" w:element="City"><w:smartTag w:uri="urn:x" w:element="place">{}</w:smartTag></w:smartTag>'
TAIL = "Columbia University Press, 1994), 125–57."
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>NOTEREF _Ref1</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
INSERTED = '<w:ins w:id="3" w:author="A">' + run("very ") + "</w:ins>"

# The content of the note, the note as it is set, and what stands in it word for word.
KEPT = {
    "runs cut by the spelling checker": (PIECES + run("New York: " + TAIL), SET, []),
    "smart tags": (PIECES + CITY.format(run("New York")) + run(": " + TAIL), SET, []),
    "a smart tag at the edge": (CITY.format(run("Chen Jian")) + runs(BOOK.removeprefix("Chen Jian")), SET, []),
    "a bookmark": (
        '<w:bookmarkStart w:id="4" w:name="_Ref1"/>' + runs(BOOK) + '<w:bookmarkEnd w:id="4"/>',
        SET,
        ['<w:bookmarkStart w:id="4" w:name="_Ref1"/>', '<w:bookmarkEnd w:id="4"/>'],
    ),
    "a field in the prose": (
        runs("Of the kind described in note ") + FIELD + runs(" above. It is not certain; see Chen, *China's Road*, 3."),
        f"Of the kind described in note 1 above. It is not certain; see {SHORT}",
        [FIELD],
    ),
    "a tracked word in the prose": (
        runs("It is not ") + INSERTED + runs("certain; see Chen, *China's Road*, 3."),
        f"It is not very certain; see {SHORT}",
        [INSERTED],
    ),
    "a link in the prose": (
        runs("It is not ") + '<w:hyperlink w:anchor="x">' + run("certain") + "</w:hyperlink>"
        + runs("; see Chen, *China's Road*, 3."),
        f"It is not certain; see {SHORT}",
        ['<w:hyperlink w:anchor="x">' + run("certain") + "</w:hyperlink>"],
    ),
    "a formula in the prose": (
        runs("The formula ") + "<w:oMath/>" + runs("is not certain; see Chen, *China's Road*, 3."),
        f"The formula is not certain; see {SHORT}",
        ["<w:oMath/>"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "written", "kept"), KEPT.values(), ids=KEPT)
def test_what_word_writes_is_kept(content: str, written: str, kept: list[str]) -> None:
    data = package(runs(BOOK), runs("It is not known why."), content)
    made = rewrite_word(reading(data), data, STYLE)
    assert marked(made.data)[-1] in (written, written.replace(SET, SHORT.replace("3.", "125–57.")))
    assert made.kept == 0
    for piece in kept:
        assert piece in note_xml(made.data)


def test_endnotes_are_set_too() -> None:
    data = package(runs(BOOK), runs("*Ibid*, p. 130."), kind="endnote")
    made = rewrite_word(reading(data), data, STYLE)
    assert marked(made.data) == [SET, "Ibid., 130."]
    assert "<w:endnoteRef/>" in note_xml(made.data, "word/endnotes.xml")


def test_notes_that_stay_are_the_same_byte_for_byte() -> None:
    odd = (
        run("It is ")
        + "<w:r><w:tab/></w:r>"
        + INSERTED
        + FIELD
        + run("not &lt;known&gt; why.", '<w:b w:val="0"/>')
    )
    data = package(odd, runs(BOOK), odd)
    made = rewrite_word(reading(data), data, STYLE)
    old, new = (
        zipfile.ZipFile(io.BytesIO(each)).read("word/footnotes.xml").decode() for each in (data, made.data)
    )
    assert new.count(odd) == old.count(odd) == 2


PARTS = {
    "word/styles.xml": "<w:styles/>", "word/comments.xml": "<w:comments/>", "word/media/image1.png": "\x89PNG\x00",
    "customXml/item1.xml": "<a b='c'/>", "word/people.xml": "<w15:people/>", "word/header1.xml": "<w:hdr/>",
    "docProps/core.xml": "<cp:coreProperties/>", "word/glossary/document.xml": "<w:glossaryDocument/>",
}  # fmt: skip


def test_every_other_part_is_the_same_byte_for_byte() -> None:
    data = package(runs(BOOK), more=PARTS)
    made = rewrite_word(reading(data), data, STYLE)
    old, new = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, made.data))
    assert [entry.filename for entry in new.infolist()] == [entry.filename for entry in old.infolist()]
    assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["word/footnotes.xml"]
    assert [(e.date_time, e.compress_type) for e in new.infolist()] == [
        (e.date_time, e.compress_type) for e in old.infolist()
    ]


def test_the_declaration_stays_as_word_writes_it() -> None:
    data = package(runs(BOOK))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        xml = file.read("word/footnotes.xml").decode()
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    data = package(runs(BOOK), more={"word/footnotes.xml": head + xml})
    made = rewrite_word(reading(data), data, STYLE).data
    assert (
        zipfile.ZipFile(io.BytesIO(made))
        .read("word/footnotes.xml")
        .decode()
        .startswith(head + "<w:footnotes ")
    )


def test_a_reference_manager_keeps_its_citations() -> None:
    item = {
        "citationItems": [
            {"itemData": {"id": "x", "type": "book", "title": "Air", "author": [{"family": "Wei"}]}}
        ]
    }
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_ITEM CSL_CITATION '
        + json.dumps(item).replace('"', "&quot;")
        + '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("Wei, Air, 45")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    data = package(field, runs(BOOK))
    made = rewrite_word(reading(data), data, STYLE)
    assert field in zipfile.ZipFile(io.BytesIO(made.data)).read("word/footnotes.xml").decode()
    (found,) = [one for one in made.diagnostics if one.note == "1"]
    assert "reference manager" in found.message
    assert found.severity == "info"


def test_a_protected_document_is_set_and_the_writer_told() -> None:
    lock = 'w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    more = {
        "word/settings.xml": f'<{lock}><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    }
    data = package(runs(BOOK), more=more)
    made = rewrite_word(reading(data), data, STYLE)
    assert marked(made.data) == [SET]
    assert [one.code for one in made.diagnostics] == ["rewrite-protected"]


def test_a_signed_document_is_set_and_the_writer_told() -> None:
    data = package(runs(BOOK), more={"_xmlsignatures/origin.sigs": ""})
    made = rewrite_word(reading(data), data, STYLE)
    assert [one.code for one in made.diagnostics] == ["rewrite-signed"]


CHINESE = "王明：《“大跃进”研究》，北京：人民出版社，1990年，第5页。"
LOOKS = {
    "italics and no style of the run before": (
        runs(BOOK, '<w:rStyle w:val="a3"/>'), STYLE,
        ["<w:rPr><w:i/><w:iCs/></w:rPr><w:t>China’s Road to the Korean War</w:t>"],
    ),
    "small size and font stay": (
        runs(BOOK, '<w:rFonts w:ascii="Times" w:hint="eastAsia"/><w:sz w:val="18"/>'), STYLE,
        ['<w:rPr><w:rFonts w:ascii="Times"/><w:i/><w:iCs/><w:sz w:val="18"/></w:rPr><w:t>China’s'],
    ),
    "quotation marks among Chinese characters": (
        runs(CHINESE), "lishi-yanjiu-notes",
        ['<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>王明：《“大跃进”研究》'],
    ),
    "the language of a Russian book": (
        runs("Орлов И. П. Деревня и город. М.: Наука, 1985. С. 113."), STYLE,
        ['<w:i/><w:iCs/><w:lang w:val="ru-RU"/></w:rPr><w:t>Деревня и город</w:t>'],
    ),
    "a tracked change of the look is not carried on": (
        runs(BOOK, '<w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>'), STYLE, ["Chen Jian"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "style", "pieces"), LOOKS.values(), ids=LOOKS)
def test_looks(content: str, style: str, pieces: list[str]) -> None:
    data = package(content)
    xml = note_xml(rewrite_word(reading(data), data, style).data)
    for piece in pieces:
        assert piece in xml
    assert "rPrChange" not in xml
    assert 'w:val="a3"' not in xml


def test_a_document_without_notes_comes_back_as_it_was() -> None:
    data = package()
    made = rewrite_word(reading(data), data, STYLE)
    assert made.data == data
