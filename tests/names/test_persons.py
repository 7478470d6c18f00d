"""Which names mean one person.

The rows about the table name persons of the table; the others stand for names no table holds.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Name
from citekit.names import extend, tables
from citekit.names.persons import alike_person, person_key, same_person

KEYS = [
    ("Mao Zedong", "mao-zedong"),
    ("Mao Tse-tung", "mao-zedong"),
    ("Zedong, Mao", "mao-zedong"),
    ("Mao", "mao-zedong"),
    ("毛泽东", "mao-zedong"),
    ("毛澤東", "mao-zedong"),
    ("Мао Цзэдун", "mao-zedong"),
    ("Мао Цзе-дун", "mao-zedong"),
    ("Chairman Mao", "mao-zedong"),
    ("Joseph Stalin", "stalin-joseph"),
    ("J. V. Stalin", "stalin-joseph"),
    ("И. В. Сталин", "stalin-joseph"),
    ("斯大林", "stalin-joseph"),
    ("史達林", "stalin-joseph"),
    ("Filippov", "stalin-joseph"),
    ("Kim Il-sŏng", "kim-il-sung"),
    ("Ким Ир Сен", "kim-il-sung"),
    ("Il Sung Kim", "kim-il-sung"),
    ("Vyshinskii, A. Ia.", "vyshinsky-andrei"),
    ("Вышинский А. Я.", "vyshinsky-andrei"),
    ("维辛斯基", "vyshinsky-andrei"),
    ("Chiang Kai-shek", "jiang-jieshi"),
    ("蔣介石", "jiang-jieshi"),
    ("Harry Truman", "truman-harry"),
    ("Truman, Harry S.", "truman-harry"),
    ("John Foster Dulles", "dulles-john-foster"),
    ("Allen W. Dulles", "dulles-allen"),
    ("James Van Fleet", "van-fleet-james"),
    ("Charles de Gaulle", "de-gaulle-charles"),
    ("Ho Chi Minh", "ho-chi-minh"),
    # Ambiguous, unknown, or another person of the family.
    ("Dulles", None),
    ("Li", None),
    ("Kim Jong Un", None),
    ("Vasily Stalin", None),
    ("Chen", None),
    ("Johnson", None),
    ("John Smith", None),
    ("Ministry of Foreign Affairs", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), KEYS, ids=[text for text, _ in KEYS])
def test_person_key(text: str, expected: str | None) -> None:
    assert person_key(text) == expected


SAME = [
    ("Shtykov", "Штыков", True),
    ("Zhou Enlai", "周恩来", True),
    ("Chou En-lai", "Чжоу Эньлай", True),
    ("Zhou", "Zhou Enlai", True),
    ("Stalin", "Truman", False),
    ("John Foster Dulles", "Allen Dulles", False),
    # Not in the table: one romanisation.
    ("沈志华", "Shen Zhihua", True),
    ("沈志华", "Шэнь Чжихуа", True),
    ("Sokolov", "Соколов", True),
    ("Hong Il-pyo", "Hong Ilpyo", True),
    ("张汉夫", "章汉夫", None),
    ("张汉夫", "李汉夫", False),
    ("Carolyn Herrick", "Agnes Herrick", False),
    # Never a guess.
    ("Herrick", "Agnes Herrick", None),
    ("John W. Lewis", "J. W. Lewis", None),
    ("Sokolov", "Sokolow", None),
    ("Shtkov", "Shtykov", None),
    ("Dmitri Sokolov", "Dmitrii Sokolov", None),
    ("Central Archives", "Archives", None),
]


@pytest.mark.parametrize(("one", "two", "expected"), SAME, ids=[f"{a}={b}" for a, b, _ in SAME])
def test_same_person(one: str, two: str, expected: bool | None) -> None:
    assert same_person(one, two) is expected
    assert same_person(two, one) is expected


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Shtkov", "Shtykov"),
        ("Schtykow", "Shtykov"),
        ("Chtykov", "Штыков"),
        ("Goncharov", "Gontcharov"),
        ("Gromko", "Gromyko"),
        ("Dmitrii Sokolov", "Dmitri Sokolow"),
        ("T'an Cheng", "Tan Zheng"),
        ("Vishinski", "Vyshinskii"),
    ],
)
def test_alike(one: str, two: str) -> None:
    assert alike_person(one, two) >= 0.88


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Stalin", "Truman"),
        ("Molotov", "Malenkov"),
        ("Peng Dehuai", "Deng Xiaoping"),
        ("Carolyn Herrick", "Agnes Herrick"),
        ("Li Danhui", "Li Kenong"),
        ("Roshchin", "Razuvaev"),
    ],
)
def test_not_alike(one: str, two: str) -> None:
    assert alike_person(one, two) < 0.85


def test_a_user_adds_persons() -> None:
    assert person_key("Nikodim Testov") is None
    extend("persons", ["= Test", "Testov; Testoff | Nikodim; N. | Тестов Никодим | 捷斯托夫"])
    try:
        assert person_key("N. Testoff") == person_key("捷斯托夫") == person_key("Тестов") == "testov-nikodim"
    finally:
        tables.forget("persons")
    assert person_key("Nikodim Testov") is None


def test_the_table_is_sound() -> None:
    keys = set()
    for section, line in tables.lines("persons"):
        columns = [column.strip() for column in line.split("|")]
        assert 3 <= len(columns) <= 4, line
        assert section != "0", line
        assert (columns[0], columns[1]) not in keys, line
        keys.add((columns[0], columns[1]))
    assert len(keys) >= 200


@given(st.text(max_size=30), st.text(max_size=30))
def test_never_an_error(one: str, two: str) -> None:
    assert same_person(one, two) in (True, False, None)
    assert 0.0 <= alike_person(one, two) <= 1.0


@given(st.sampled_from([text for text, _ in KEYS]), st.sampled_from([text for text, _ in KEYS]))
def test_symmetric(one: str, two: str) -> None:
    assert same_person(one, two) == same_person(two, one)
    assert alike_person(one, two) == pytest.approx(alike_person(two, one), abs=0.02)


def test_a_name_is_itself() -> None:
    assert same_person(Name(family="Shen", given="Zhihua"), "Zhihua Shen") is True
