"""前引书 is a book and 前引文 an article; 注3 is the one work of note 3; 上卷 and 上册 are one volume."""

from __future__ import annotations

import pytest

from .notes import cites, codes, linked, read

BOOK = "沈志华：《毛泽东、斯大林与朝鲜战争》，广州：广东人民出版社，2003年，第5页。"
OTHER_BOOK = "沈志华：《无奈的选择》，北京：社会科学文献出版社，2013年，第5页。"
ARTICLE = "沈志华：《中国出兵朝鲜的决策》，《党史研究资料》1996年第1期，第5页。"
THESIS = "沈志华：《朝鲜战争的起源》，博士学位论文，北京大学历史学系，1995年，第5页。"
TWO = "杨奎松：《恩怨》，南昌：江西人民出版社，1999年，第5页；李丹慧：《珍宝岛》，《历史研究》1996年第3期，第5页。"


@pytest.mark.parametrize(
    ("before", "back", "work"),
    [
        ([BOOK], "沈志华，前引书，第7页。", 1),
        ([BOOK], "沈志华，前引文，第7页。", None),
        ([ARTICLE], "沈志华，前引文，第7页。", 1),
        ([ARTICLE], "沈志华，前揭书，第7页。", None),
        ([THESIS], "沈志华，前引文，第7页。", 1),
        ([BOOK, ARTICLE], "沈志华，前引文，第7页。", 2),
        ([BOOK, ARTICLE], "沈志华，前引书，第7页。", 1),
        ([BOOK, ARTICLE], "沈志华前揭书，第7页。", 1),
        ([BOOK, ARTICLE], "前引沈志华文，第7页。", 2),
        ([BOOK, ARTICLE], "前引书，第7页。", 1),
        ([BOOK, ARTICLE], "沈志华，前引，第7页。", None),
        ([BOOK, ARTICLE, OTHER_BOOK], "沈志华，前引书，第7页。", None),
        ([BOOK, ARTICLE, OTHER_BOOK], "沈志华，前引文，第7页。", 2),
        ([BOOK, ARTICLE], "参见注2。", 2),
        ([BOOK, ARTICLE], "注1，第9页。", 1),
        ([BOOK, TWO], "参见注2。", None),
        ([BOOK, TWO], "同前注2，李丹慧文，第6页。", 3),
        ([BOOK, TWO], "同注2引书，第6页。", 2),
        ([BOOK, TWO], "参见注7。", None),
    ],
)
def test_the_word_for_the_kind(before: list[str], back: str, work: int | None) -> None:
    result = read([*before, back])
    assert linked(result)[-1] == [work]
    assert ("back-reference-unresolved" in codes(result)) == (work is None)


def test_the_candidates_are_named() -> None:
    told = read([BOOK, OTHER_BOOK, "沈志华，前引书，第7页。"]).diagnostics[0].message
    assert "毛泽东、斯大林与朝鲜战争" in told
    assert "无奈的选择" in told


def test_the_kind_is_no_field_of_the_work() -> None:
    assert all("custom" not in w.item for w in read([BOOK, "沈志华，前引书，第7页。"]).works)


@pytest.mark.parametrize("again", ["上册", "上", "（上）", "上卷"])
def test_the_volumes_have_one_name(again: str) -> None:
    imprint = "，北京：人民出版社，1980年，第5页。"
    result = read([f"周恩来：《周恩来选集》上卷{imprint}", f"周恩来：《周恩来选集》{again}{imprint}"])
    assert linked(result) == [[1], [1]]
    assert [w.item.get("volume") for w in result.works] == ["上卷"]


def test_different_volumes_stay_apart() -> None:
    imprint = "，北京：人民出版社，1980年，第5页。"
    result = read([f"周恩来：《周恩来选集》上卷{imprint}", f"周恩来：《周恩来选集》下册{imprint}"])
    assert [c.volume for found in cites(result) for c in found] == ["上卷", "下册"]


def test_a_numbered_document_after_its_collection_is_a_work_of_its_own() -> None:
    collection = "沈志华主编：《中苏关系档案选编》第3册，上海：东方出版中心，2015年，第405页。"
    result = read([collection + "№16012，罗申致斯大林电，1950年10月13日。"])
    assert linked(result) == [[1, 2]]
    document = result.works[1].item
    assert (document["type"], document["number"]) == ("chapter", "16012")
    assert document["container-title"] == "中苏关系档案选编"
