"""Signs, numbers, dates and pages as Chinese notes write them."""

from __future__ import annotations

import pytest

from citekit.recognise.chinese_dates import DATE, NUMERIC_DATE, REIGN_DATE, date_of
from citekit.recognise.chinese_numbers import arabic
from citekit.recognise.chinese_pages import NEWSPAPER_PAGE, PAGES, normalise, pages_of
from citekit.recognise.chinese_shape import shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《國史館館刊》，第１０期", "《国史馆馆刊》,第10期"),
        ("（臺北：聯經，1990年）", "(台北:联经,1990年)"),
        ("頁12－13", "页12-13"),
        ("〔美〕費正清【著】", "[美]费正清[著]"),
        ("「鹿港之『郊』」", "“鹿港之“郊””"),
        ("一九五○", "一九五〇"),
    ],
)
def test_shape(text: str, expected: str) -> None:
    assert shape(text) == expected
    assert len(shape(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("四八六", "486"), ("四百八十六", "486"), ("一〇五", "105"), ("一百〇五", "105"),
        ("十", "10"), ("二十", "20"), ("廿三", "23"), ("一九五〇", "1950"), ("元", "1"),
        ("33", "33"), ("上", "上"), ("一千二百", "1200"),
    ],
)  # fmt: skip
def test_arabic(text: str, expected: str) -> None:
    assert arabic(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1953年9月", ((1953, 9),)),
        ("1948 年", ((1948,),)),
        ("一九五〇年十月十三日", ((1950, 10, 13),)),
        ("民國三十九年", ((1950,),)),
        ("民國19年3月5日", ((1930, 3, 5),)),
        ("民國元年", ((1912,),)),
        ("1897年11月10日—12月11日", ((1897, 11, 10), (1897, 12, 11))),
        ("1950年10月2—5日", ((1950, 10, 2), (1950, 10, 5))),
    ],
)
def test_date(text: str, expected: tuple[tuple[int, ...], ...]) -> None:
    found = DATE.search(shape(text))
    assert found is not None
    assert date_of(found).parts == expected


@pytest.mark.parametrize("text", ["2000-11-20", "1998.8.16", "1949/10/1"])
def test_numeric_date(text: str) -> None:
    found = NUMERIC_DATE.search(text)
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize(
    "text", ["光绪二十六年十一月二十一日", "乾隆三十年", "嘉靖十二年閏三月", "同治甲子年", "宣统元年"]
)
def test_reign_date_keeps_its_words(text: str) -> None:
    found = REIGN_DATE.match(shape(text))
    assert found is not None
    assert found[0] == shape(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第166—169页", "166-169"),
        ("第429－431页", "429-431"),
        ("第九页a", "9a"),
        ("第10 页 b", "10b"),
        ("第461页下栏", "461"),
        ("頁2上", "2上"),
        ("頁12-13", "12-13"),
        ("頁19b", "19b"),
        ("第5—7、12页", "5-7, 12"),
        ("第12、15页", "12, 15"),
        ("第五三九——五四一页", "539-541"),
        ("第七六〇页", "760"),
        ("第531－32页", "531-32"),
        ("第5页以下", "5"),
        ("第12页注①", "12"),
        ("第25页—27页", "25-27"),
        ("p. 48", "48"),
    ],
)
def test_pages(text: str, expected: str) -> None:
    found = PAGES.search(shape(text))
    assert found is not None
    assert pages_of(found).locator == expected


@pytest.mark.parametrize(
    ("text", "page", "sheet"),
    [
        ("第4版", "4", None), ("第1 张第4 版", "4", "第1 张"), ("3張11版", "11", "3张"), ("版2", "2", None),
        ("A3版", "A3", None), ("第2、3版", "2, 3", None), ("第三版", "3", None),
    ],
)  # fmt: skip
def test_newspaper_page(text: str, page: str, sheet: str | None) -> None:
    found = NEWSPAPER_PAGE.search(shape(text))
    assert found is not None
    stated = (found["page"] or found["page_after"]) + (found["more"] or found["more_after"] or "")
    assert normalise(stated) == page
    assert found["sheet"] == sheet
