"""When two citations are one work, what vetoes it, and what is only nominated."""

from __future__ import annotations

import pytest

from tests.resolve.notes import linked, read

ONE_WORK = [
    pytest.param(
        "№ 16012 罗申致斯大林电：毛泽东通知中国决定出兵朝鲜(1950年10月13日)，《档案选编》第3卷，北京：东方出版中心，2015年，第87页。",
        "Editorial Board. “№16012 Roshchin to Stalin: Decision to send troops (October 13, 1950)” in Selected Archives. (Beijing: Oriental, 2015.) 87-88.",
        id="archive-number-across-languages",
    ),
    pytest.param(
        "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97–98.", "RGASPI, fond 558, opis' 11, delo 334, list 12.", id="file-russian-english",
    ),
    pytest.param(
        "俄罗斯国家社会政治史档案馆，全宗558，目录11，案卷334，第97—98页。", "RGASPI, f. 558, op. 11, d. 334, l. 1.", id="file-chinese-english",
    ),
    pytest.param(
        "Shtykov to Stalin, 19 January 1950, AVPRF, f. 059a, op. 5a, p. 11, d. 3, ll. 87-91.",
        "Штыков — Сталину, 19 января 1950 г. // АВПРФ. Ф. 059а. Оп. 5а. П. 11. Д. 3. Л. 87–91.",
        id="letter-in-one-file-named-in-two-scripts",
    ),
    pytest.param(
        "Zhihua Shen, Mao and Stalin (London: Routledge, 2012), 5.", "Shen Zhihua, Mao and Stalin (London: Routledge, 2012), 7.", id="name-order",
    ),
    pytest.param(
        "Robert Futrell, The Air War (New York: Duell, 1961), 5.", "Robert Futrell, The Air War, rev. ed. (Washington: Office of History, 1983), 7.",
        id="two-editions-are-a-conflict-not-two-works",
    ),
    pytest.param(
        "Zhou to Peng and Gao, 11 March 1951 telegram, in Nianpu (Beijing: Renmin, 1997), p. 138.",
        "Zhou to Peng Dehuai, 11 March 1951 telegram, in Chronicle of Peng (Beijing: Renmin, 1998), p. 484.",
        id="letter-with-overlapping-recipients",
    ),
    pytest.param(
        "葛罗米柯关于援助问题呈斯大林的报告[A]//张学明. 外交档案选编. 北京: 人民出版社, 2003: 54-55.",
        "葛罗米柯关于援助问题呈斯大林的报告[A]: 54-55.",
        id="document-by-its-heading-alone-after-its-collection-and-editor",
    ),
]  # fmt: skip

TWO_WORKS = [
    pytest.param(
        "葛罗米柯关于援助问题呈斯大林的报告[A]//张学明. 外交档案选编. 北京: 人民出版社, 2003: 54-55.",
        "葛罗米柯关于贸易问题呈斯大林的报告[A]: 54-55.",
        id="another-heading-is-another-document",
    ),
    pytest.param("РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97.", "РГАСПИ. Ф. 558. Оп. 11. Д. 335. Л. 97.", id="other-file"),
    pytest.param("Ф. 558. Оп. 11. Д. 334. Л. 97.", "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97.", id="archive-not-stated-is-not-a-stated-one"),
    pytest.param(
        "“№20071 Ivanov to Petrov: On air cover (August 28, 1950)” in Files. (Moscow: Progress, 1980.) 5.",
        "“№20072 Ivanov to Petrov: On air cover (August 28, 1950)” in Files. (Moscow: Progress, 1980.) 5.",
        id="other-number-however-alike",
    ),
    pytest.param(
        "Ivanov to Petrov, 5 May 1946, GARF, f. R-9401, op. 2, d. 136, l. 12.", "Ivanov to Petrov, 6 May 1946, GARF, f. R-9401, op. 2, d. 136, l. 14.",
        id="other-date-in-the-same-file",
    ),
    pytest.param(
        "Zhou to Peng, 11 March 1951 telegram, in Nianpu (Beijing: Renmin, 1997), p. 1.", "Zhou to Peng, 11 March 1951 letter, in Nianpu (Beijing: Renmin, 1997), p. 2.",
        id="other-genre",
    ),
    pytest.param("Anna Ash, The Cold War (London: Verso, 2001), 1.", "Boris Birch, The Cold War (London: Verso, 2001), 1.", id="other-author"),
    pytest.param(
        "“Editorial,” The Times, 26 June 1950, 4.", "“Editorial,” The Times, 27 June 1950, 4.", id="newspaper-of-another-day",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), ONE_WORK)
def test_one_work(one: str, two: str) -> None:
    assert linked(read([one, two])) == [[1], [1]]


@pytest.mark.parametrize(("one", "two"), TWO_WORKS)
def test_two_works(one: str, two: str) -> None:
    assert linked(read([one, two])) == [[1], [2]]


def test_the_same_correspondents_and_day_in_other_scripts_are_nominated_not_joined() -> None:
    result = read(
        [
            "Mao Tse-tung to Stalin, 2 October 1950 telegram, in Papers (Beijing: Zhongyang, 1987), p. 5.",
            "《毛泽东致斯大林电》，1950年10月2日，《文稿》第1册，北京：中央文献出版社，1987年，第539页。",
        ]
    )
    assert linked(result) == [[1], [2]]
    (found,) = [d for d in result.diagnostics if d.code == "possibly-same"]
    assert "1950-10-2" in found.message
    assert "毛" in found.message


def test_what_contradicts_is_kept_as_conflict() -> None:
    result = read(
        [
            "Robert Futrell, The Air War (New York: Duell, 1961), 5.",
            "Robert Futrell, The Air War (Washington: Office of History, 1983), 7.",
        ]
    )
    item = result.works[0].item
    assert item["issued"] == {"date-parts": [[1961]]}
    assert item["custom"]["conflicts"] == {
        "publisher": ["Office of History"],
        "publisher-place": ["Washington"],
        "issued": ["1983"],
    }


IDENTIFIED = [
    ("CIA-RDP79T00826A002000010001-5, p. 2.", "document", {"archive_id": "cia:rdp79t00826a002000010001"}),
    ("UN Security Council, S/1588, 7 July 1950, p. 2.", "document", {"archive_id": "un:s/1588"}),
    (
        "Wilson Center Digital Archive, https://digitalarchive.wilsoncenter.org/document/110225.",
        "webpage",
        {"archive_id": "wilson:110225"},
    ),
    (
        "Kim to Stalin, 3 May 1949, APRF, f. 3, op. 65, d. 826, l. 5, "
        "http://digitalarchive.wilsoncenter.org/document/110226.",
        "personal_communication",
        {"archive_id": "wilson:110226", "file_id": "aprf:f3/op65/d826"},
    ),
    ("FRUS, 1951, vol. VII, p. 148.", "book", {"file_id": "frus:1951/7"}),
    (
        "NARA, Microfilm Publication T-77, Roll 780, frame 5506789.",
        "document",
        {"file_id": "nara:t77/roll780"},
    ),
    ("档号：1-2-345，第3页。", "document", {}),
]


@pytest.mark.parametrize(("note", "kind", "identity"), IDENTIFIED)
def test_works_carry_their_identifiers(note: str, kind: str, identity: dict[str, str]) -> None:
    item = read([note]).works[0].item
    custom = item.get("custom", {})
    assert item["type"] == kind
    assert {name: custom[name] for name in ("archive_id", "file_id") if name in custom} == identity


def test_a_volume_in_roman_and_arabic_figures_is_one() -> None:
    item = read(["FRUS, 1951, vol. VII, p. 148.", "FRUS, 1951, vol. 7, p. 155."]).works[0].item
    assert item["volume"] == "VII"


def test_forms_of_another_language_are_no_conflict() -> None:
    result = read(["РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97.", "RGASPI, f. 558, op. 11, d. 334, l. 12."])
    custom = result.works[0].item["custom"]
    assert custom["file_id"] == "rgaspi:f558/op11/d334"
    assert custom["other-forms"]["archive"] == ["RGASPI"]
    assert "conflicts" not in custom


def test_correspondents_are_named_in_full_where_the_document_knows_one_name() -> None:
    result = read(
        [
            "Zhou Enlai to Peng Dehuai, 1 May 1951 telegram, in Nianpu (Beijing: Renmin, 1997), p. 138.",
            "Zhou to Peng, 2 May 1951 telegram, Nianpu, p. 139.",
        ]
    )
    item = result.works[1].item
    assert item["author"] == [{"family": "Zhou", "given": "Enlai"}]
    assert item["title"] == "Zhou to Peng"


def test_a_body_named_by_its_abbreviation_is_written_out() -> None:
    result = read(
        [
            "Peng to Central Military Commission (CMC), 26 March 1951 telegram, in Nianpu (Beijing: Renmin, 1997), p. 1.",
            "Peng to the CMC, 27 March 1951 telegram, Nianpu, p. 2.",
        ]
    )
    assert result.works[1].item["recipient"] == [{"literal": "Central Military Commission"}]
