"""OpenDocument texts, HTML pages and LaTeX documents, each shape in a document of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.readers import read, read_bytes, read_text
from tests.readers.packing import odt

NOTE = (
    '<text:note text:id="ftn{0}" text:note-class="footnote"><text:note-citation>{0}</text:note-citation>'
    "<text:note-body><text:p>{1}</text:p></text:note-body></text:note>"
)
SLANTED = '<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>'

SPACED = 'Ibid.<text:s text:c="2"/>4<text:tab/>5.'
ITALIC = '<text:span text:style-name="T1">Air</text:span>'

ODT = [
    pytest.param(
        f"<text:p>One.{NOTE.format(1, 'Wei, Air, 3.')} Two.{NOTE.format(2, SPACED)}</text:p>",
        {"1": "Wei, Air, 3.", "2": "Ibid. 4 5."},
        id="footnotes-with-spaces-and-tabs",
    ),
    pytest.param(
        f"<text:tracked-changes><text:deletion><text:p>Gone{NOTE.format(9, 'Gone.')}</text:p></text:deletion></text:tracked-changes>"
        f"<text:p>One.{NOTE.format(1, 'Wei.')}</text:p>",
        {"1": "Wei."},
        id="deleted-text-is-no-text",
    ),
    pytest.param(f"<text:p>One.{NOTE.format('*', 'Wei.')}</text:p>", {"*": "Wei."}, id="custom-mark"),
    pytest.param(
        f"<text:p>One.<draw:frame><draw:text-box><text:p>Box{NOTE.format(1, 'Wei.')}</text:p></draw:text-box></draw:frame></text:p>",
        {"1": "Wei."},
        id="text-box",
    ),
    pytest.param(
        "<text:p>One.<text:span text:style-name='S'>1</text:span></text:p><text:h>Notes</text:h><text:p>1. Wei, 3.</text:p>",
        {"1": "Wei, 3."},
        id="typed-notes",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ODT)
def test_odt(text: str, expected: dict[str, str]) -> None:
    styles = (
        '<style:style style:name="S"><style:text-properties style:text-position="super 58%"/></style:style>'
    )
    document = read_bytes(odt(text, styles), "thesis.odt")
    assert {note.n: note.text for note in document.notes} == expected


def test_odt_italics_bibliography_and_zotero() -> None:
    mark = "ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;: [{&quot;itemData&quot;: {&quot;title&quot;: &quot;Air&quot;}}]} RND1"
    cited = (
        f'<text:reference-mark-start text:name="{mark}"/>Wei<text:reference-mark-end text:name="{mark}"/>, '
    )
    text = (
        f"<text:p>One.{NOTE.format(1, cited + ITALIC + '.')}</text:p>"
        '<text:h text:outline-level="1">Bibliography</text:h><text:list><text:list-item><text:p>Wei. Air. 1990.</text:p>'
        "</text:list-item><text:list-item><text:p>Lin. Sea. 1991.</text:p></text:list-item></text:list>"
    )
    document = read_bytes(odt(text, SLANTED), "thesis.odt")
    (note,) = document.notes
    assert [span.of(note.text) for span in note.emphasis] == ["Air"]
    assert [(solved.span.of(note.text), solved.item["title"]) for solved in note.solved] == [("Wei", "Air")]
    assert [entry.text for entry in document.bibliography] == ["Wei. Air. 1990.", "Lin. Sea. 1991."]


HTML = [
    pytest.param(
        '<p>One.<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a></p><section id="footnotes"><ol>'
        '<li id="fn1"><p>Wei, <em>Air</em>, 3.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>',
        {"1": "Wei, Air, 3."},
        id="pandoc",
    ),
    pytest.param(
        '<p>One.<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> Two.<sup id="cite_ref-a_2-0"><a href="#cite_note-a-2">[2]</a>'
        '</sup> Three.<sup id="cite_ref-a_2-1"><a href="#cite_note-a-2">[2]</a></sup></p><ol class="references">'
        '<li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a></span> <span>Wei, <i>Air</i>, 3.</span></li>'
        '<li id="cite_note-a-2"><span class="mw-cite-backlink">^ <a href="#cite_ref-a_2-0">a</a> <a href="#cite_ref-a_2-1">b</a></span> Lin.</li></ol>',
        {"1": "Wei, Air, 3.", "2": "Lin."},
        id="mediawiki",
    ),
    pytest.param(
        '<p class=MsoNormal>One.<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span><sup>[1]</sup></span></a></p>'
        '<div><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Wei, <i>Air</i>, 3.</p>'
        "<p>Second paragraph.</p></div></div>",
        {"1": "Wei, Air, 3. Second paragraph."},
        id="word",
    ),
    pytest.param(
        '<p>One.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1">'
        '<p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Wei, Air, 3.</p></div>',
        {"1": "Wei, Air, 3."},
        id="libreoffice",
    ),
    pytest.param(
        '<p>One.<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup></p><div class="footnotes"><ol><li id="fn:1">'
        '<p>Wei, Air, 3. <a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li></ol></div>',
        {"1": "Wei, Air, 3."},
        id="kramdown",
    ),
    pytest.param(
        '<p>One<a epub:type="noteref" id="r1" href="#n1">1</a>.</p><aside epub:type="footnote" id="n1"><p><a href="#r1">1</a>. Wei, Air, 3.</p></aside>',
        {"1": "Wei, Air, 3."},
        id="epub",
    ),
    pytest.param(
        "<p>One.<sup>1</sup> Two.<sup>2</sup></p><h2>Notes</h2><p>1. Wei, <i>Air</i>, 3.</p><p>2. Ibid.</p>",
        {"1": "Wei, Air, 3.", "2": "Ibid."},
        id="no-links",
    ),
    pytest.param('<p><a href="#top">up</a><a id="top" href="#x">x</a></p><p>No notes.</p>', {}, id="links-that-are-no-notes"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), HTML)
def test_html(page: str, expected: dict[str, str]) -> None:
    document = read_bytes(f"<html><body>{page}</body></html>".encode(), "page.html")
    assert {note.n: note.text for note in document.notes} == expected
    assert all("Wei, " not in line for line in document.source.splitlines()[:1])


def test_html_of_another_encoding() -> None:
    page = '<html><head><meta charset="gb2312"></head><body><p>正文</p><h2>参考文献</h2><p>王某：《空战》，1990年。</p></body></html>'
    document = read_bytes(page.encode("gb18030"), "page.html")
    assert [entry.text for entry in document.bibliography] == ["王某：《空战》，1990年。"]


LATEX = [
    pytest.param(r"A.\footnote{Wei, \emph{Air}, pp.~3--5.}", {"1": "Wei, Air, pp. 3–5."}, id="footnote"),
    pytest.param(r"A.\footnotemark\ B.\footnotemark\footnotetext[1]{Wei.}\footnotetext{Lin.}", {"1": "Wei.", "2": "Lin."}, id="mark-and-text"),
    pytest.param(r"A.\endnote{Wei.} B.\footnote[7]{Lin.}", {"1": "Wei.", "7": "Lin."}, id="endnote-and-given-number"),
    pytest.param("A.\\footnote{Wei, % a comment}\n \\textit{Air}, 5\\%.}", {"1": "Wei, Air, 5%."}, id="comment-and-escape"),
    pytest.param("A.\\begin{verbatim}\\footnote{no}\\end{verbatim} \\verb|\\footnote{no}| B.\\footnote{Wei.}", {"1": "Wei."}, id="verbatim"),
    pytest.param(r"A.\footnote{\'Emile Zol\`a, \v{S}tefan, \ss, ``Quote'', `x', \S~4, \textnumero~7.}", {"1": "Émile Zolà, Štefan, ß, “Quote”, ‘x’, § 4, № 7."}, id="accents-and-signs"),
    pytest.param(r"A.\footnote{Wei {\it Air\/} \textbf{3} \textsc{Lin}, \url{https://a.org/x_y%20z}.}", {"1": "Wei Air 3 Lin, https://a.org/x_y%20z."}, id="switches-and-addresses"),
    pytest.param("A.\\footnote{First.\n\nSecond \\enquote{quoted}.}", {"1": "First. Second “quoted”."}, id="two-paragraphs"),
    pytest.param(r"\documentclass{report}\begin{document}\chapter{X} A.\footnote{Wei.}\chapter{Y} B.\footnote{Lin.}", {"1": "Wei.", "2:1": "Lin."}, id="counting-by-chapter"),
    pytest.param(r'\usepackage[russian]{babel}\begin{document}А.\footnote{Петров А. <<Книга>> "--- М., 1990.}', {"1": "Петров А. «Книга» — М., 1990."}, id="russian-shorthands"),
    pytest.param(r"\def\x{\footnote{preamble}}\begin{document}A.\footnote{Wei.}\end{document}\footnote{after}", {"1": "Wei."}, id="only-the-document"),
    pytest.param(r"\newcommand{\fn}[1]{\footnote{#1}}\let\en\endnote\begin{document}A.\fn{Wei.} B.\en{Lin.}", {"1": "Wei.", "2:1": "Lin."}, id="own-names-of-footnote"),
    pytest.param(r"A.\footnote{毛泽东，\emph{空战}，第3页。}", {"1": "毛泽东，空战，第3页。"}, id="chinese"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), LATEX)
def test_latex(source: str, expected: dict[str, str]) -> None:
    assert {note.n: note.text for note in read_text(source, "thesis.tex").notes} == expected


def test_latex_places_citations_and_bibliography() -> None:
    source = (
        "A.\\footnote{See \\cite[12--14]{wei90}, \\emph{Air}.} B.\\footcite[see][7]{lin}\n"
        "\\begin{thebibliography}{9}\n\\bibitem{a} Wei. \\emph{Air}. 1990.\n\\bibitem[L]{b} Lin. Sea.\n\\end{thebibliography}\n"
    )
    document = read_text(source, "thesis.tex")
    first, second = document.notes
    assert [mark.span.of(source)[:9] for mark in document.marks] == ["\\footnote", "\\footcite"]
    assert [span.of(source) for span in first.pieces] == ["See \\cite[12--14]{wei90}, \\emph{Air}."]
    assert [span.of(first.text) for span in first.emphasis] == ["Air"]
    assert [(cited.item, cited.locator) for cited in first.solved] == [({"id": "wei90"}, "12-14")]
    assert [(cited.item, cited.locator) for cited in second.solved] == [({"id": "lin"}, "7")]
    assert [entry.text for entry in document.bibliography] == ["Wei. Air. 1990.", "Lin. Sea."]


def test_latex_reads_files_of_its_folder_only(tmp_path: Path) -> None:
    (tmp_path / "secret.tex").write_text("\\footnote{Secret.}")
    folder = tmp_path / "thesis"
    (folder / "parts").mkdir(parents=True)
    (folder / "parts" / "one.tex").write_text("B.\\footnote{Lin.}\\input{main}")
    (folder / "main.tex").write_text(
        f"A.\\footnote{{Wei.}}\\input{{parts/one}}\\input{{../secret}}\\input{{{tmp_path}/secret}}\\include{{lost}}C.\\footnote{{Zhou.}}"
    )
    document = read(folder / "main.tex")
    assert {note.n: note.text for note in document.notes} == {"1": "Wei.", "2": "Lin.", "3": "Zhou."}
    codes = [finding.code for finding in document.diagnostics]
    assert codes == ["input-circle", "input-outside", "input-outside", "input-missing"]
    assert [note.pieces == () for note in document.notes] == [False, True, False]
