"""How two titles stand to each other, and citekeys."""

from __future__ import annotations

import pytest

from citekit.match.citekeys import assign, citekey
from citekit.match.titles import Relation, relation

RELATIONS = [
    pytest.param("Red Wings Over the Yalu", "Red Wings over the Yalu", Relation.SAME, id="case"),
    pytest.param(
        "The U.S. Air Force", "United States Air Force", Relation.SAME, id="abbreviated-country-and-article"
    ),
    pytest.param("Biography", "Biography of Mao Zedong", Relation.BEGINS, id="first-word"),
    pytest.param("Memoir", "Memoirs by a Statesman", Relation.BEGINS, id="singular-of-the-last-word"),
    pytest.param(
        "Declassified Files",
        "Korean War: Declassified Files in Russian Archives",
        Relation.INSIDE,
        id="inside",
    ),
    pytest.param(
        "俄国档案馆的解密文件", "朝鲜战争：俄国档案馆的解密文件", Relation.INSIDE, id="inside-chinese"
    ),
    pytest.param("Junshi wenxun", "Junshi wenxuan", Relation.ALIKE, id="one-letter"),
    pytest.param(
        "Ye Jianying junshi wuxun", "Ye Jianying junshi wenxuan", Relation.ALIKE, id="one-word-misspelt"
    ),
    pytest.param("Наследники Сайдукова", "Наследники Сейдукова", Relation.ALIKE, id="one-letter-russian"),
    pytest.param(
        "Volume 1 of the History", "Volume 2 of the History", Relation.NONE, id="a-digit-is-no-slip"
    ),
    pytest.param(
        "Ye Jianying junshi wenji", "Ye Jianying junshi wenxuan", Relation.NONE, id="another-collection"
    ),
    pytest.param("War", "Warsaw Pact Documents", Relation.NONE, id="part-of-a-word"),
    pytest.param("", "Anything", Relation.NONE, id="empty"),
]

KEYS = [
    pytest.param({"type": "book", "author": [{"family": "Shen", "given": "Zhihua"}], "title": "Mao Zedong, Stalin", "issued": {"date-parts": [[2003]]}}, "shen2003maozedong", id="book"),
    pytest.param({"type": "book", "author": [{"family": "沈", "given": "志华"}], "title": "毛泽东、斯大林与朝鲜战争", "issued": {"date-parts": [[2003]]}}, "shen2003maozedongsida", id="chinese"),
    pytest.param({"type": "book", "author": [{"family": "曾", "given": "国藩"}], "title": "家书", "issued": {"date-parts": [[1985]]}}, "zeng1985jiashu", id="surname-reading"),
    pytest.param({"type": "book", "author": [{"family": "Штыков", "given": "Т. Ф."}], "title": "Дневник", "issued": {"date-parts": [[1950]]}}, "shtykov1950dnevnik", id="russian"),
    pytest.param({"type": "chapter", "author": [{"family": "Stalin"}], "number": "16008", "title": "Stalin to Mao", "original-date": {"date-parts": [[1950, 10, 11]]}}, "stalin1950no16008", id="numbered-document"),
    pytest.param({"type": "chapter", "author": [{"family": "Zhou"}], "recipient": [{"family": "Peng"}], "original-date": {"date-parts": [[1951, 3, 1]]}}, "zhoutopeng19510301", id="letter"),
    pytest.param({"type": "document", "archive": "РГАСПИ", "custom": {"file_id": "rgaspi:f558/op11/d334"}}, "rgaspif558-op11-d334", id="file"),
    pytest.param({"type": "book"}, "work", id="nothing-known"),
]  # fmt: skip


@pytest.mark.parametrize(("short", "full", "expected"), RELATIONS)
def test_relation(short: str, full: str, expected: Relation) -> None:
    assert relation(short, full) == expected


@pytest.mark.parametrize(("item", "expected"), KEYS)
def test_citekey(item: dict[str, object], expected: str) -> None:
    assert citekey(item) == expected


def test_equal_keys_are_told_apart_in_order() -> None:
    items = [{"type": "book", "title": "Ash"} for _ in range(28)]
    assign(items)
    keys = [item["id"] for item in items]
    assert keys[:3] == ["ash", "ashb", "ashc"]
    assert keys[25:28] == ["ashz", "ashaa", "ashab"]
    assert len(set(keys)) == 28


def test_keys_that_come_about_by_a_letter_are_nobody_elses() -> None:
    book = {"type": "book", "author": [{"family": "Li"}], "issued": {"date-parts": [["2000"]]}}
    items = [dict(book, title=title) for title in ("A", "A", "Ab", "A")]
    assign(items)
    assert [item["id"] for item in items] == ["li2000a", "li2000ac", "li2000ab", "li2000ad"]
