"""Lists of names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from citekit.model import Name
from citekit.names import people

Shown = Callable[[Name], str]
L = "literal:"
CASES = [
    ("Sergej N Goncarov, John W Lewis, and Litai Xue", ["Goncarov|Sergej N", "Lewis|John W", "Xue|Litai"]),
    (
        "Goncarov, Sergej N., John W. Lewis, and Litai Xue",
        ["Goncarov|Sergej N.", "Lewis|John W.", "Xue|Litai"],
    ),
    ("Zhihua, Shen, and Neil Silver", ["Shen|Zhihua", "Silver|Neil"]),
    ("Shen, Zhihua, and Yafeng Xia", ["Shen|Zhihua", "Xia|Yafeng"]),
    ("Pingping, Gao, and Li Yaru", ["Gao|Pingping", "Li|Yaru"]),
    ("Issacson, Walter, and Evan Thomas", ["Issacson|Walter", "Thomas|Evan"]),
    ("Lewis, John Wilson, and Xue Litai", ["Lewis|John Wilson", "Xue|Litai"]),
    ("Schnabel, James F., and Robert J. Watson", ["Schnabel|James F.", "Watson|Robert J."]),
    ("Li, Danhui and Xia, Yafeng", ["Li|Danhui", "Xia|Yafeng"]),
    ("Rotberg, R. I. and Rabb, T. K.", ["Rotberg|R. I.", "Rabb|T. K."]),
    ("Smith, J., Doe, A. B., & Jones, K.", ["Smith|J.", "Doe|A. B.", "Jones|K."]),
    ("Westad, Odd Arne; Chen, Jian", ["Westad|Odd Arne", "Chen|Jian"]),
    ("Futrell, Robert Frank", ["Futrell|Robert Frank"]),
    ("García Márquez, Gabriel", ["García Márquez|Gabriel"]),
    ("DeWitt Clinton Poole, Jr., and John Smith", ["Poole|DeWitt Clinton, Jr.", "Smith|John"]),
    ("W. Landi and B. G. Ryder.", ["Landi|W.", "Ryder|B. G."]),
    (
        "Child, Julia, Louisette Bertholle, and Simone Beck.",
        ["Child|Julia", "Bertholle|Louisette", "Beck|Simone"],
    ),
    ("Hussain I.; Habib, M.A.; & Ashfq, M.", ["Hussain|I.", "Habib|M.A.", "Ashfq|M."]),
    ("Younan PM, Polacino P, Ho O", ["Younan|PM", "Polacino|P", "Ho|O"]),
    ("Frank Futrell, Moseley, and Simpson", ["Futrell|Frank", "Moseley", "Simpson"]),
    ("R. I. Rotberg and T. K. Rabb", ["Rotberg|R. I.", "Rabb|T. K."]),
    ("KENNEDY W J, GARRISON R E", ["Kennedy|W J", "Garrison|R E"]),
    ("Shen Zhihua, Li Danhui, Yang Kuisong", ["Shen|Zhihua", "Li|Danhui", "Yang|Kuisong"]),
    ("Peng Dehuai and Gao Gang", ["Peng|Dehuai", "Gao|Gang"]),
    ("Zhou and Nie", ["Zhou", "Nie"]),
    ("Mao, Liu Shaoqi, and Chen Yun", ["Mao", "Liu|Shaoqi", "Chen|Yun"]),
    ("Stalin, Kim Il Sung, and Mao", ["Stalin", "Kim|Il Sung", "Mao"]),
    ("Agnes & Parmely Herrick", ["Herrick|Agnes", "Herrick|Parmely"]),
    ("Truman and Dean Acheson", ["Truman", "Acheson|Dean"]),
    ("the CMC and each army command", [L + "CMC", L + "each army command"]),
    (
        "Central Archives, Central Literature Research Office",
        [L + "Central Archives", L + "Central Literature Research Office"],
    ),
    (
        "Military History Research Department, Academy of Military Sciences",
        [L + "Military History Research Department, Academy of Military Sciences"],
    ),
    (
        "Academy of Military Sciences Military History Research Department",
        [L + "Academy of Military Sciences Military History Research Department"],
    ),
    ("U.S. Congress, Senate, Committee on Aid", [L + "U.S. Congress, Senate, Committee on Aid"]),
    ("Department of State, Office of the Historian", [L + "Department of State, Office of the Historian"]),
    ("Ministry of Foreign Affairs and Trade", [L + "Ministry of Foreign Affairs and Trade"]),
    (
        "Joint Chiefs of Staff and Secretary of Defense",
        [L + "Joint Chiefs of Staff", L + "Secretary of Defense"],
    ),
    ('Editorial Board of "Archives: A, B and C"', [L + 'Editorial Board of "Archives: A, B and C"']),
    ("谭汝谦、林启彦", ["谭|汝谦", "林|启彦"]),
    ("毛泽东和周恩来", ["毛|泽东", "周|恩来"]),
    ("王伟 李明", ["王|伟", "李|明"]),
    ("北京市宣武区档案馆、王灿炽", [L + "北京市宣武区档案馆", "王|灿炽"]),
    ("中共中央文献研究室、中央档案馆", [L + "中共中央文献研究室", L + "中央档案馆"]),
    ("А. А. Говоров, Т. Г. Куприянова", ["Говоров|А. А.", "Куприянова|Т. Г."]),
    ("Чубарьян, А. О., Торкунов, А. В.", ["Чубарьян|А. О.", "Торкунов|А. В."]),
    ("Ильин М.В., Петров А.Б.", ["Ильин|М.В.", "Петров|А.Б."]),
    ("А. А. Говоров и Т. Г. Куприянова", ["Говоров|А. А.", "Куприянова|Т. Г."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_people(text: str, expected: list[str], shown: Shown) -> None:
    found = people(text)
    assert [shown(name) for name in found.names] == expected
    assert not found.et_al


SHORTENED = [
    ("Wang Dinglie, et al.", ["Wang|Dinglie"]),
    ("Wang Dinglie et al", ["Wang|Dinglie"]),
    ("Lewis, John W., and others", ["Lewis|John W."]),
    ("许毅等", ["许|毅"]),
    ("许毅 等", ["许|毅"]),
    ("О. В. Андреева, Л. Л. Волкова и др.", ["Андреева|О. В.", "Волкова|Л. Л."]),
]


@pytest.mark.parametrize(("text", "expected"), SHORTENED, ids=[text for text, _ in SHORTENED])
def test_some_are_left_out(text: str, expected: list[str], shown: Shown) -> None:
    found = people(text)
    assert [shown(name) for name in found.names] == expected
    assert found.et_al


@pytest.mark.parametrize(
    ("text", "inverted", "expected"),
    [
        ("Mao, Zhou", False, ["Mao", "Zhou"]),
        ("Frank Futrell, Moseley", False, ["Futrell|Frank", "Moseley"]),
        ("Herrick, Carolyn Garrett, and John Smith", True, ["Herrick|Carolyn Garrett", "Smith|John"]),
    ],
)
def test_the_caller_knows_whether_names_are_inverted(
    text: str, inverted: bool, expected: list[str], shown: Shown
) -> None:
    assert [shown(name) for name in people(text, inverted=inverted).names] == expected


def test_nobody() -> None:
    assert people("").names == ()
    assert people(" , ").names == ()
