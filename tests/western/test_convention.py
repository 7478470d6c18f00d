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
    ("Torkunov A. V. Voina // Problemy. 1992. No. 1.", "gost"),
    ("", "western"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:30] or "empty" for text, _ in CASES])
def test_convention(text: str, expected: str) -> None:
    assert convention_of(text) == expected
