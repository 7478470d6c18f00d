"""Notes and bibliographies as they are typed into plain text and Markdown: one row for each shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.readers import read_text

NOTES = [
    pytest.param(
        "The war began.¹ It ended.²\n\n¹ Wei Bihai, *Kongzhan* (Beijing, 1990), 3.\n\n² Ibid., 4.\n\nIt was over.",
        {"1": "Wei Bihai, Kongzhan (Beijing, 1990), 3.", "2": "Ibid., 4."},
        id="raised-digits-between-paragraphs",
    ),
    pytest.param(
        "One.¹ Two.²\n\n¹Wei, *Air*, 3.\n²Ibid.\n\nBody.",
        {"1": "Wei, Air, 3.", "2": "Ibid."},
        id="no-space-after-number-and-no-blank-line-between",
    ),
    pytest.param(
        "Aid was asked for,¹ but the answer that was\n\n¹ Wei, *Air*, 3.\n\nexpected did not come.",
        {"1": "Wei, Air, 3."},
        id="body-goes-on-after-the-page",
    ),
    pytest.param(
        "Aid was asked for.¹ The answer did\n\n¹ Wei, “On the Coverage of the Army\n\n"
        "not come for a month.² The people who\n\nin the Border Area,” *Air* 3 (1990): 7.\n\n"
        "² Ibid.\n\nwaited were many.",
        {"1": "Wei, “On the Coverage of the Army in the Border Area,” Air 3 (1990): 7.", "2": "Ibid."},
        id="second-half-on-the-next-page-before-its-notes",
    ),
    pytest.param(
        "Помощь была обещана.¹ Однако ответ\n\n¹ Петров А. В. «Воздушное прикрытие китайской\n\n"
        "так и не пришел.² Те, кто его\n\nармии» // Вопросы истории. 1990. № 3. С. 7.\n\n² Там же. С. 9.\n\nждал, ушли.",
        {
            "1": "Петров А. В. «Воздушное прикрытие китайской армии» // Вопросы истории. 1990. № 3. С. 7.",
            "2": "Там же. С. 9.",
        },
        id="russian-note-cut-by-the-page",
    ),
    pytest.param(
        "苏联答应援助。¹ 但是回电\n\n¹ 《斯大林致毛泽东电：为中国\n\n迟迟未到。² 大家都在\n\n"
        "军队提供空军掩护》，《档案选编》，第7页。\n\n² 同上，第9页。\n\n等待。",
        {"1": "《斯大林致毛泽东电：为中国军队提供空军掩护》，《档案选编》，第7页。", "2": "同上，第9页。"},
        id="chinese-note-cut-by-the-page-joined-without-space",
    ),
    pytest.param(
        "One.¹ Two.²\n\n¹ Wei, *Air*, 3.\n\nSee also Lin, *Sea* (Beijing, 1991), pp. 4-5.\n\n² Ibid.\n\nBody.",
        {"1": "Wei, Air, 3. See also Lin, Sea (Beijing, 1991), pp. 4-5.", "2": "Ibid."},
        id="second-paragraph-inside-the-notes-of-a-page",
    ),
    pytest.param(
        "One.¹\n\n¹ Wei, *Air*, 3.\nThe next chapter of the war was fought on the ground by the infantry alone.\n\nBody.",
        {"1": "Wei, Air, 3."},
        id="body-follows-without-a-blank-line",
    ),
    pytest.param(
        "One.¹\n\n¹ Wei, *Air* (Beijing: Press, 1990),\n   pp. 3-4.\n\nBody.",
        {"1": "Wei, Air (Beijing: Press, 1990), pp. 3-4."},
        id="wrapped-note",
    ),
    pytest.param(
        "One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> Wei, *Air*, 3.\n\n<sup>2</sup>Ibid.\n",
        {"1": "Wei, Air, 3.", "2": "Ibid."},
        id="html-superscripts-of-pdf-converters",
    ),
    pytest.param(
        "One.^1^ Two.^2^\n\n^1^ Wei, *Air*, 3.\n\n^2^ Ibid.\n",
        {"1": "Wei, Air, 3.", "2": "Ibid."},
        id="carets",
    ),
    pytest.param(
        "这是第一点。① 这是第二点。②\n\n① 王某：《空战》，北京：出版社，1990年，第3页。\n② 同上，第4页。\n\n正文。",
        {"1": "王某：《空战》，北京：出版社，1990年，第3页。", "2": "同上，第4页。"},
        id="circled-digits",
    ),
    pytest.param(
        "理由有三：①时间；②地点；③人员。\n\n完。\n", {}, id="circled-points-of-an-argument-are-no-notes"
    ),
    pytest.param("An area of 40 km² and 10³ men.\n\nThe end.", {}, id="powers-are-no-notes"),
    pytest.param(
        "A.[^1] B.[^2]\n\n[^1]: Wei, *Air*, 3.\n[^2]: Ibid., 4;\nlazy line.\n\n    Second paragraph.\n\nBody again.",
        {"1": "Wei, Air, 3.", "2": "Ibid., 4; lazy line. Second paragraph."},
        id="markdown-footnotes",
    ),
    pytest.param(
        "A.[^wei] B.^[Lin, *Sea* [The Sea], 4.] C.[^zhou]\n\n[^zhou]: Zhou, 5.\n[^wei]: Wei, 3.\n",
        {"1": "Wei, 3.", "2": "Lin, Sea [The Sea], 4.", "3": "Zhou, 5."},
        id="named-and-inline-footnotes-count-in-order-of-calls",
    ),
    pytest.param(
        "A.[^1] `code [^2]`\n\n```\n[^3]: not a note\n```\n\n[^1]: Wei.\n",
        {"1": "Wei."},
        id="code-holds-no-notes",
    ),
    pytest.param(
        "A.(1) B.(2)\n\nEndnotes\n\n(1) Wei, *Air*, 3.\n(2) Ibid.\n",
        {"1": "Wei, Air, 3.", "2": "Ibid."},
        id="parens",
    ),
    pytest.param(
        "A.[1] B.[2]\n\n## Notes\n\n[1] Wei, *Air*, 3.\n\n[2] Ibid.\n",
        {"1": "Wei, Air, 3.", "2": "Ibid."},
        id="brackets",
    ),
    pytest.param(
        "Текст.¹ Ещё.²\n\nПримечания\n\n1. Петров А. Книга. М., 1990. С. 3.\n2. Там же.\n",
        {"1": "Петров А. Книга. М., 1990. С. 3.", "2": "Там же."},
        id="russian-notes",
    ),
    pytest.param(
        "正文。[1] 正文。[2]\n\n注　释：\n\n〔1〕王某：《空战》，第3页。\n〔2〕同上。\n",
        {"1": "王某：《空战》，第3页。", "2": "同上。"},
        id="chinese-notes",
    ),
    pytest.param(
        "正文。\n\n注释\n\n① 王某：《空战》，第3页。\n② 同①，第4页。\n",
        {"1": "王某：《空战》，第3页。", "2": "同①，第4页。"},
        id="chinese-circled-endnotes",
    ),
    pytest.param(
        "A.¹\n\nNotes\n\n1. Wei, *Air* 4 (1990), quoted by Lin,\n1951. The second volume is lost.\n2. Ibid.\n",
        {"1": "Wei, Air 4 (1990), quoted by Lin, 1951. The second volume is lost.", "2": "Ibid."},
        id="a-wrapped-year-is-no-number",
    ),
    pytest.param(
        "A.¹\n\nNotes\n\n1. A note of which the point is to be\n\nfound on the next page, 3.\n\n2. Ibid.\n\nAbout the Author\n\nWei lives.",
        {"1": "A note of which the point is to be found on the next page, 3.", "2": "Ibid."},
        id="endnote-cut-by-the-page-and-a-closing-part",
    ),
    pytest.param(
        "A.¹\n\nNotes\n\n1. Wei, *Air*, 3.\n\n2. Ibid.\n\nThis article was first printed in a journal that is no more.\n",
        {"1": "Wei, Air, 3.", "2": "Ibid."},
        id="text-after-the-last-endnote-is-text",
    ),
    pytest.param(
        "A.¹ B.²\n\nNotes\n\n1. Wei, *Air*, 3.\n\n57\n\n2. Ibid.\n",
        {"1": "Wei, Air, 3.", "2": "Ibid."},
        id="page-number",
    ),
    pytest.param(
        "# One\n\nA.¹\n\n# Two\n\nB.¹\n\n# Notes\n\n## One\n\n1. Wei, 3.\n\n## Two\n\n1. Lin, 4.\n2. Ibid.\n",
        {"1": "Wei, 3.", "2:1": "Lin, 4.", "2:2": "Ibid."},
        id="counting-anew-by-chapter",
    ),
    pytest.param(
        "---\ntitle: Notes\n---\n\nA.[^1]\n\n[^1]: Costs \\$5 &amp; *more*; `x` <https://a.org/b_c_d> [here](http://x.org).\n",
        {"1": "Costs $5 & more; x <https://a.org/b_c_d> here."},
        id="escapes-entities-links-front-matter",
    ),
    pytest.param("", {}, id="nothing"),
    pytest.param(
        "Notes\n\n6. Wei, 3.\n13. Lin, in Sea, vol.\n2. Beijing, 1990.\n63. Zhou, 4.\n",
        {"6": "Wei, 3.", "13": "Lin, in Sea, vol. 2. Beijing, 1990.", "63": "Zhou, 4."},
        id="excerpt-with-gaps",
    ),
    pytest.param(
        "# Notes\n# One\n1. Wei, 3.\n2. Lin, 4.\n\nThe end.\n",
        {"1": "Wei, 3.", "2": "Lin, 4."},
        id="headings-without-blank-lines",
    ),
    pytest.param(
        "A.¹\n\nNotes to Chapter 1\n\n1. Wei, 3.\n\nChapter 2\n\nB.¹\n\nNotes to Chapter 2\n\n1. Lin, 4.\n2. Ibid.\n",
        {"1": "Wei, 3.", "2:1": "Lin, 4.", "2:2": "Ibid."},
        id="a-section-of-notes-after-each-chapter",
    ),
    pytest.param(
        "正文。① 又。②\n\n① 王某：《空战》，第3页。\n② 同上。\n\n正文。① 又。②\n\n① 李某：《海战》，第5页。\n② 同上。\n",
        {"1": "王某：《空战》，第3页。", "2": "同上。", "2:1": "李某：《海战》，第5页。", "2:2": "同上。"},
        id="circled-numbers-begin-anew-on-each-page",
    ),
    pytest.param(
        "One.¹ Two.²\n\n¹ Wei, 3.\n\nHe was not alone in thinking so.\n\n² Lin, 4.\n",
        {"1": "Wei, 3. He was not alone in thinking so.", "2": "Lin, 4."},
        id="discursive-paragraph-among-notes-that-are-gathered-at-the-end",
    ),
    pytest.param(
        "The war began.¹ It ended.² All went home.³\n\n* * *\n\n1. Wei, *Air*, 3.\n\n2. Ibid.\n\n3. Lin, *Sea*, 4.\n",
        {"1": "Wei, Air, 3.", "2": "Ibid.", "3": "Lin, Sea, 4."},
        id="plain-list-without-a-heading-answers-raised-calls",
    ),
    pytest.param(
        "The war began.¹ The generals met.\n\n1. A list of points is no list of notes, since nothing calls it.\n\n"
        "2. Nor is this.\n\n¹ Wei, 3.\n",
        {"1": "Wei, 3."},
        id="a-list-in-the-body-is-no-list-of-notes",
    ),
    pytest.param(
        "The war began.1 It was not\n\n1 Wei, *Air*, 3.\n\nexpected.2 In 1950 all went home.3 Peace came.4\n\n2 Ibid.\n\n"
        "3 Lin, *Sea*, 4.\n\n4 Ibid., 5.\n",
        {"1": "Wei, Air, 3.", "2": "Ibid.", "3": "Lin, Sea, 4.", "4": "Ibid., 5."},
        id="raised-numbers-that-lost-their-place",
    ),
    pytest.param(
        "It began [1]. It went on [2]. It ended [3].\n\n[1] Wei, *Air*, 3.\n[2] Ibid.\n[3] Lin, *Sea*, 4.\n",
        {"1": "Wei, Air, 3.", "2": "Ibid.", "3": "Lin, Sea, 4."},
        id="brackets-without-a-heading",
    ),
    pytest.param(
        "One.¹ Two.²\n\n¹ Wei, 3.\n\n² Lin, 4.\n\nChapter 2\n\nThree.¹ Four.²\n\n¹ Zhou, 5.\n\nThe chapter goes on here.\n\n² Ibid.\n\nFive.³\n\n³ Ibid.\n",
        {"1": "Wei, 3.", "2": "Lin, 4.", "2:1": "Zhou, 5.", "2:2": "Ibid.", "2:3": "Ibid."},
        id="raised-numbers-begin-anew",
    ),
]


@pytest.mark.parametrize(("source", "expected"), NOTES)
def test_notes(source: str, expected: dict[str, str]) -> None:
    document = read_text(source, "chapter.md")
    assert {note.n: note.text for note in document.notes} == expected


BIBLIOGRAPHIES = [
    pytest.param(
        "References\n\n¹ Wei, B. Air. 1990.\n² Lin, A. Sea. 1991.\n",
        ["Wei, B. Air. 1990.", "Lin, A. Sea. 1991."],
        id="raised",
    ),
    pytest.param(
        "Contents\n\nBibliography\n\nChapter One\n\nText.\n\nBibliography\n\nPrimary Sources\n\nWei. Air.\n\nSecondary Sources\n\nLin. Sea. 1991.\n",
        ["Wei. Air.", "Lin. Sea. 1991."],
        id="a-line-of-the-contents-is-no-heading",
    ),
    pytest.param(
        "Bibliography\t56\n\nText.\n\nBIBLIOGRAPHY\n\n- Lin, *Sea*. Beijing, 1991.\n- Wei, *Air*.\n  Beijing, 1990.\n\nZhou. *Land*. 1992.\n",
        ["Lin, Sea. Beijing, 1991.", "Wei, Air. Beijing, 1990.", "Zhou. Land. 1992."],
        id="list-then-paragraphs",
    ),
    pytest.param(
        "Works Cited\n\nLin. Sea and Land.\n    Beijing, 1991.\nWei. Air.\n    Beijing, 1990.\n",
        ["Lin. Sea and Land. Beijing, 1991.", "Wei. Air. Beijing, 1990."],
        id="hanging-indentation",
    ),
    pytest.param(
        "References\n\nLin, A. (1991). Sea. Beijing.\nWei, B. (1990). Air. Beijing.\nZhou, C. (1992). Land. Xi'an.\n",
        ["Lin, A. (1991). Sea. Beijing.", "Wei, B. (1990). Air. Beijing.", "Zhou, C. (1992). Land. Xi'an."],
        id="one-a-line",
    ),
    pytest.param(
        "参考文献：\n\n[1] 王某. 空战[M]. 北京: 出版社, 1990.\n[2] 李某. 海战[J]. 史学, 1991(3): 5-9.\n",
        ["王某. 空战[M]. 北京: 出版社, 1990.", "李某. 海战[J]. 史学, 1991(3): 5-9."],
        id="numbered-chinese",
    ),
    pytest.param(
        "Список литературы\n\nАрхивные источники\n\n1. РГАЛИ. Ф. 1. Оп. 2.\n\nИсследования\n\n2. Петров А. Книга. - М., 1990. - 28 с.\n\nПриложение\n\n3. Таблица.\n",
        ["РГАЛИ. Ф. 1. Оп. 2.", "Петров А. Книга. - М., 1990. - 28 с."],
        id="russian-with-divisions-and-an-appendix-after-it",
    ),
    pytest.param(
        "## Bibliography\n\nLin, A. *Sea: A History of the\n\n57\n\nFleet*. Beijing, 1991.\n\nWei, B. *Air*. 1990.\n",
        ["Lin, A. Sea: A History of the Fleet. Beijing, 1991.", "Wei, B. Air. 1990."],
        id="entry-cut-by-the-page-after-a-preposition",
    ),
    pytest.param(
        "## Bibliography\n\nLin, A. *Sea: A History of the\n\n57\n\nold fleet*. Beijing, 1991.\n\nWei, B. *Air*. 1990.\n",
        ["Lin, A. Sea: A History of the old fleet. Beijing, 1991.", "Wei, B. Air. 1990."],
        id="entry-cut-by-the-page-inside-a-sentence",
    ),
]


@pytest.mark.parametrize(("source", "expected"), BIBLIOGRAPHIES)
def test_bibliography(source: str, expected: list[str]) -> None:
    document = read_text(source, "chapter.md")
    assert [entry.text for entry in document.bibliography] == expected
    assert [entry.n for entry in document.bibliography] == [f"B{n}" for n in range(1, len(expected) + 1)]
    assert not document.notes


FINDINGS = [
    pytest.param("A.¹ B.³\n\n¹ Wei.\n\n³ Lin.\n", {"note-number-gap"}, id="gap"),
    pytest.param("A.¹ B.²\n\n¹ Wei.\n\n² Lin.\n\n² Zhou.\n", {"note-number-repeated"}, id="repeated-number"),
    pytest.param("A.¹ B.² C.³\n\n¹ Wei.\n\n² Lin.\n", {"mark-without-note"}, id="mark-without-note"),
    pytest.param("A.¹\n\n¹ Wei.\n\n² Lin.\n", {"note-without-mark"}, id="note-without-mark"),
    pytest.param(
        "As was said (1).\nAnd more (2).\n\nAnd (3).\n", {"mark-without-note", "no-notes"}, id="only-marks"
    ),
    pytest.param("A plain story of 1950.\n", {"no-notes"}, id="nothing-to-work-on"),
    pytest.param(" \n\n", {"empty-source", "no-notes"}, id="empty"),
    pytest.param(
        "A.[^1]\n\n[^1]: Wei.\n[^1]: Lin.\n", {"note-defined-twice", "note-without-mark"}, id="defined-twice"
    ),
    pytest.param("A.[^1] B.[^2]\n\n[^1]: Wei.\n", {"mark-without-note"}, id="call-without-definition"),
]


@pytest.mark.parametrize(("source", "codes"), FINDINGS)
def test_what_a_reader_would_stumble_over_is_said(source: str, codes: set[str]) -> None:
    assert {finding.code for finding in read_text(source, "chapter.md").diagnostics} == codes


def test_every_note_knows_its_places() -> None:
    source = "A.¹ B.²\n\n¹ Wei, *Air*, 3.\n\n² Lin, *Sea\n  and Land*, 4.\n"
    document = read_text(source, "chapter.md")
    first, second = document.notes
    assert [span.of(source) for span in first.pieces] == ["Wei, *Air*, 3."]
    assert first.label is not None
    assert first.label.of(source) == "¹ "
    assert [span.of(first.text) for span in first.emphasis] == ["Air"]
    assert [span.of(second.text) for span in second.emphasis] == ["Sea and Land"]
    assert (first.line, second.line) == (3, 5)
    assert [(mark.n, mark.span.of(source)) for mark in document.marks] == [("1", "¹"), ("2", "²")]


def test_inline_notes_are_their_own_mark() -> None:
    source = "A.^[Wei, *Air*, 3.]\n"
    document = read_text(source, "chapter.md")
    assert [mark.span.of(source) for mark in document.marks] == ["^[Wei, *Air*, 3.]"]
    assert [piece.of(source) for piece in document.notes[0].pieces] == ["Wei, *Air*, 3."]


@given(st.text(alphabet='a¹²①*_[]^()"“”<>`&;\\#\n -1.Nts', max_size=200))
def test_any_text_gives_a_document(text: str) -> None:
    document = read_text(text, "x.md")
    for note in document.notes + document.bibliography:
        assert "\n" not in note.text
        assert note.text == note.text.strip(" ")
        for span in note.emphasis:
            assert 0 <= span.start < span.end <= len(note.text)
        for span in note.pieces:
            assert 0 <= span.start < span.end <= len(text)
