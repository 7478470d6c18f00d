"""The tables themselves: well formed, extendable, quick to load; and the public face of the package."""

from __future__ import annotations

import time
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit import names
from citekit.names import extend, looks_like_people, looks_like_person, people, person, syllables, tables

FOLDER = Path(tables.__file__).parent / "tables"
FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("table", FILES)
def test_a_table_says_where_it_comes_from(table: str) -> None:
    text = (FOLDER / f"{table}.txt").read_text("utf-8")
    assert text.startswith("# ")
    header = text[: text.index("\n\n")] if "\n\n" in text else text
    assert any(word in header for word in ("Compiled", "Source", "ISO", "IFLA", "after", "Words")), header


def test_every_table_can_be_extended() -> None:
    assert sorted(get_args(tables.TableName)) == FILES


def test_a_user_adds_a_surname() -> None:
    assert person("甪某某").literal == "甪某某"
    extend("surnames-han", ["= 3", "甪 Lu"])
    try:
        assert person("甪某某").family == "甪"
    finally:
        tables.forget("surnames-han")
    assert person("甪某某").literal == "甪某某"


def test_loads_quickly() -> None:
    tables.forget()
    start = time.perf_counter()
    person("沈志华")
    person("Zhihua Shen")
    person("Ху Вэйян")
    assert time.perf_counter() - start < 0.3  # 5 ms on an idle machine


@pytest.mark.parametrize(
    ("word", "pinyin"),
    [
        ("Zhihua", 2),
        ("Shen", 1),
        ("Xi'an", 2),
        ("Lü", 1),
        ("Zhuang", 1),
        ("Robert", 0),
        ("Smith", 0),
        ("", 0),
    ],
)
def test_syllables(word: str, pinyin: int) -> None:
    assert syllables.pinyin(word) == pinyin


def test_public_face() -> None:
    assert sorted(names.__all__) == [
        "Evidence",
        "People",
        "extend",
        "gather",
        "is_body",
        "looks_like_people",
        "looks_like_person",
        "people",
        "person",
    ]


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    name = person(text)
    assert not (name.literal and name.family)
    assert isinstance(people(text).et_al, bool)
    assert looks_like_person(text) in (True, False)
    assert looks_like_people(text) in (True, False)


LETTERS = st.text(alphabet="ABab éШш沈志华·.,;&-’'\"、等 and и", max_size=60)


@given(LETTERS)
def test_no_letter_of_a_name_is_invented(text: str) -> None:
    for name in people(text).names:
        printed = "".join(name.to_csl().values()).casefold()
        assert {char for char in printed if char.isalpha()} <= set(text.casefold())
