"""What a document says of the order of its names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from citekit.model import Name
from citekit.names import gather, person

Shown = Callable[[Name], str]


@pytest.mark.parametrize(
    ("entry", "text", "expected"),
    [
        ("Shen, Zhihua. A Short History.", "Zhihua Shen", "Shen|Zhihua"),
        ("Shen, Zhihua. A Short History.", "Shen Zhihua", "Shen|Zhihua"),
        ("Jian, Chen and Li Danhui. Notes.", "Chen Jian", "Chen|Jian"),  # inverted wrongly
        ("Ping, Du. At the Headquarters.", "Du Ping", "Du|Ping"),
        ("Pingping, Gao, and Li Yaru. “A Fight.”", "Gao Pingping", "Gao|Pingping"),
        ("Kim, Il-sung. Works.", "Kim Il Sung", "Kim|Il Sung"),
        ("Imre, Nagy. On Communism.", "Nagy Imre", "Imre|Nagy"),
        ("Nagy, Imre. On Communism.", "Nagy Imre", "Nagy|Imre"),
        ("Nagy, Imre. On Communism.", "Imre Nagy", "Nagy|Imre"),
        ("García Márquez, Gabriel. Notes.", "Gabriel García Márquez", "García Márquez|Gabriel"),
        ("Головкин, Александр. Записки.", "Головкин Александр", "Головкин|Александр"),
    ],
)
def test_the_bibliography_settles_the_order(entry: str, text: str, expected: str, shown: Shown) -> None:
    assert shown(person(text, gather([], [entry]))) == expected


def test_the_habit_of_the_notes_decides_where_words_do_not(shown: Shown) -> None:
    western = gather(["See Zhihua Shen, Xiaoming Zhang and Danhui Li.", "Yafeng Xia, ibid."])
    chinese = gather(["Zhou Enlai to Mao Zedong; see also Peng Dehuai."])
    assert shown(person("Lin Xu", western)) == "Xu|Lin"
    assert shown(person("Lin Xu", chinese)) == "Lin|Xu"


def test_nothing_to_learn() -> None:
    assert gather([], []).families == {}
    assert gather(["", "Ibid."], ["“A Set of Telegrams.” Archive of the Party, no. 5.", ""]).families == {}
