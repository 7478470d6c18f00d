"""Word documents: their notes set in a style, nothing else touched."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

import pytest

from citekit import parse
from citekit.model import Result
from citekit.readers import read_bytes
from citekit.render import StyleError
from citekit.rewrite.errors import RewriteError
from citekit.rewrite.word import rewrite_word

STYLE = "chicago-notes-archival-ibid"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOOK = "Chen Jian, *China's Road to the Korean War* (New York: Columbia University Press, 1994), 125–57."
SET = "Chen Jian, *China’s Road to the Korean War* (Columbia University Press, 1994), 125–57."


def runs(text: str, properties: str = "") -> str:
    """Runs for text in which *...* is italic."""
    out = []
    for number, part in enumerate(text.split("*")):
        look = f"<w:rPr>{'<w:i/>' if number % 2 else ''}{properties}</w:rPr>"
        out.append(f'<w:r>{look}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>' if part else "")
    return "".join(out)


def note(id_: int, content: str) -> str:
    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    return f'<w:footnote w:id="{id_}"><w:p><w:pPr/>{reference}{space}{content}</w:p></w:footnote>'


def package(*notes: str, kind: str = "footnote", more: dict[str, str] | None = None) -> bytes:
    """A Word document that calls the notes, which are runs; *more*: further parts of the package."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    body = "".join(
        f'<w:r><w:t>Sentence.</w:t></w:r><w:r><w:{kind}Reference w:id="{n}"/></w:r>'
        for n in range(1, len(notes) + 1)
    )
    separator = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships {rels}><Relationship Id="r" Type="{relations}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships {rels}><Relationship Id="r" '
        f'Type="{relations}/{kind}s" Target="{kind}s.xml"/><Relationship Id="s" '
        f'Type="{relations}/settings" Target="settings.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body><w:p>{body}</w:p></w:body></w:document>",
        f"word/{kind}s.xml": f"<w:{kind}s {W}>{separator}"
        + "".join(note(n, content).replace("footnote", kind) for n, content in enumerate(notes, 1))
        + f"</w:{kind}s>",
        "word/settings.xml": f"<w:settings {W}/>",
        "docProps/odd.bin": "\x00\x01 kept",
        **(more or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def reading(data: bytes) -> Result:
    return parse(read_bytes(data, "test.docx"))


def marked(data: bytes) -> list[str]:
    """The notes with their italics as *...*."""
    found = []
    for one in read_bytes(data, "test.docx").notes:
        text = one.text
        for span in reversed(one.emphasis):
            text = f"{text[: span.start]}*{span.of(text)}*{text[span.end :]}"
        found.append(text)
    return found


# The last note of a document as typed, and as it is set.
CASES = {
    "italics": ((BOOK,), SET),
    "Ibid.": ((BOOK, "*Ibid*, p. 130."), "Ibid., 130."),
    "a short form": ((BOOK, "It is not known why.", "Chen, *China's Road*, p. 3"), "Chen, *China’s Road to the Korean War*, 3."),
    "words that lead in": ((BOOK, "It is not known why.", "See Chen, *China's Road*, 3."), "See Chen, *China’s Road to the Korean War*, 3."),
    "prose keeps its looks": (
        (BOOK, "The *day* is not certain; see ibid., 3. It is *not* known why."),
        "The *day* is not certain; see ibid., 3. It is *not* known why.",
    ),
    "prose": (("It is *not* known why.",), "It is *not* known why."),
    "not understood": (("*Ibid.*,  9.",), "*Ibid.*, 9."),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "written"), CASES.values(), ids=CASES)
def test_notes_are_set(typed: tuple[str, ...], written: str) -> None:
    data = package(*map(runs, typed))
    made = rewrite_word(reading(data), data, STYLE)
    assert marked(made.data)[-1] == written


def test_every_other_part_is_the_same() -> None:
    data = package(runs(BOOK))
    made = rewrite_word(reading(data), data, STYLE)
    old, new = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, made.data))
    assert old.namelist() == new.namelist()
    changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/footnotes.xml"]


def test_notes_that_stay_are_the_same_and_listed() -> None:
    data = package(runs("It is *not* known why."), runs("Ibid., 9."))
    made = rewrite_word(reading(data), data, STYLE)
    assert made.data == data
    assert [found.note for found in made.diagnostics] == ["2"]


def test_the_looks_of_the_note_stay() -> None:
    data = package(runs(BOOK, '<w:sz w:val="18"/>'))
    xml = zipfile.ZipFile(io.BytesIO(rewrite_word(reading(data), data, STYLE).data)).read(
        "word/footnotes.xml"
    )
    assert re.search(rb'<w:rPr><w:i/><w:iCs/><w:sz w:val="18"/></w:rPr><w:t>China', xml)
    assert b'<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">Chen Jian, </w:t></w:r>' in xml


def test_it_reads_back_to_the_same_works() -> None:
    data = package(runs(BOOK), runs("Ibid., 130."), runs("He doubts it; see Chen, *China's Road*, 9."))
    before = reading(data)
    after = reading(rewrite_word(before, data, STYLE).data)
    keys = [[(cite.work, cite.locator) for cite in one.cites] for one in before.notes]
    assert [[(cite.work, cite.locator) for cite in one.cites] for one in after.notes] == keys


EXPANDED = {
    "Ibid. with a page": ((BOOK, "Ibid., 130."), "Chen, *China’s Road to the Korean War*, 130."),
    "a bare Ibid. has the pages too": ((BOOK, "Ibid."), "Chen, *China’s Road to the Korean War*, 125–57."),
    "others stay as typed": ((BOOK,), BOOK),
    "among prose": ((BOOK, "He doubts it; see ibid., 3."), "He doubts it; see Chen, *China’s Road to the Korean War*, 3."),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "written"), EXPANDED.values(), ids=EXPANDED)
def test_expanding_ibid(typed: tuple[str, ...], written: str) -> None:
    data = package(*map(runs, typed))
    assert marked(rewrite_word(reading(data), data, expand_ibid=True).data)[-1] == written


def test_no_ibid_after_what_is_cited_by_hand() -> None:
    data = package(
        runs(BOOK),
        runs("Ibid., 5. Someone in *Another Book* on page 7 gives the hour."),
        runs("Chen, *China's Road*, 6."),
    )
    made = marked(rewrite_word(reading(data), data, STYLE).data)
    assert not made[2].startswith("Ibid")


OBSTACLES = {
    "tracked changes": ('<w:ins w:id="9" w:author="A">{}</w:ins>', "tracked changes"),
    "a field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "field",
    ),
    "a simple field": ('<w:fldSimple w:instr="QUOTE">{}</w:fldSimple>', "field"),
    "a content control": ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "content control"),
}


@pytest.mark.parametrize(("around", "reason"), OBSTACLES.values(), ids=OBSTACLES)
def test_what_could_be_damaged_is_left(around: str, reason: str) -> None:
    data = package(around.format(runs(BOOK)))
    made = rewrite_word(reading(data), data, STYLE)
    assert made.data == data
    assert made.kept == 1
    assert reason in made.diagnostics[0].message


BETWEEN = {
    "deleted text": ('<w:del w:id="9" w:author="A"><w:r><w:delText>1</w:delText></w:r></w:del>', "tracked changes"),
    "a picture": ("<w:r><w:drawing/></w:r>", "picture"),
    "an alternative for old programs": (
        '<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice/><mc:Fallback/></mc:AlternateContent></w:r>', "picture",
    ),
    "a comment": ('<w:r><w:commentReference w:id="1"/></w:r>', "comment"),
    "hidden text": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "hidden text"),
}  # fmt: skip


@pytest.mark.parametrize(("between", "reason"), BETWEEN.values(), ids=BETWEEN)
def test_what_stands_within_a_citation_is_not_cut_out(between: str, reason: str) -> None:
    at = BOOK.index(" (New York")
    data = package(runs(BOOK[:at]) + between + runs(BOOK[at:]))
    made = rewrite_word(reading(data), data, STYLE)
    assert made.data == data
    assert reason in made.diagnostics[0].message


def test_what_cannot_be_done_is_said() -> None:
    data = package(runs(BOOK))
    with pytest.raises(RewriteError, match="style"):
        rewrite_word(reading(data), data)
    with pytest.raises(StyleError):
        rewrite_word(reading(data), data, "no-such-style")
