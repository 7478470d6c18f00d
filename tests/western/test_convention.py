"""By which convention a note cites."""

from __future__ import annotations

import pytest

from citekit.recognise.convention import convention_of

CASES = [
    ("Chen Jian, China’s Road (New York, 1994), 12.", "western"),
    ("Shi Zhe 师哲, Zai lishi juren shenbian 在历史巨人身边 (Beijing, 1995), 433.", "western"),
    ("Doe, Title (Сталин и война на Корейском полуострове в документах), 5.", "western"),
    ("沈志华：《毛泽东、斯大林与朝鲜战争》，第145页。", "chinese"),
    ("沈志华. 毛泽东[M]. 北京: 人民出版社, 2003.", "chinese"),
    ("Торкунов А. В. Загадочная война. М., 2000. С. 29.", "gost"),
    ("И. П. Орлов, Деревня и город (Наука, 1985), 113–18.", "western"),
    ("Орлов, Деревня и город, 120.", "western"),
    ("Орлов и Петров, Деревня и город, 2:120–21.", "western"),
    ("Орлов И. П. Деревня и город. М., 1985. С. 120.", "gost"),
    ("Орлов, И. П. Деревня и город / И. П. Орлов. — М. : Наука, 1985. — 311 с.", "gost"),
    ("Указ. соч., с. 120.", "gost"),
    ("王明, 城市与乡村：近代史论 (人民出版社, 1990), 22–25.", "western"),
    ("王明, 城市与乡村, 27.", "western"),
    ("王明, “论城市人口,” 社会科学, no. 6 (1990): 4.", "western"),
    ("И. Орлов, “Новое издательство,” Правда, no. 34, 1993, 3.", "western"),
    ("Орлов И. «Новое издательство» // Правда. 1993. № 34.", "gost"),
    ("王明：《城市与乡村》，北京：人民出版社，1990年，第22页。", "chinese"),
    ("Wang Ming：《城市与乡村》，Beijing：People’s Press，1990年，第22页。", "chinese"),
    ("Wang Ming, Chengshi yu xiangcun 《城市与乡村》 (Beijing, 1990), 22.", "western"),
    ("王明. 城市与乡村[M]. 北京: 人民出版社, 1990: 22.", "chinese"),
    ("Torkunov A. V. Voina // Problemy. 1992. No. 1.", "gost"),
    ("", "western"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:30] or "empty" for text, _ in CASES])
def test_convention(text: str, expected: str) -> None:
    assert convention_of(text) == expected
