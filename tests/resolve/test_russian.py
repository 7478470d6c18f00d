"""What "Там же" of Russian notes means: another day, another number, another volume of what was cited before."""

from __future__ import annotations

import pytest

from .notes import read

PERIODICALS = [
    pytest.param(["Правда. 1930. 5 мая.", "Там же. 6 мая."], [[1930, 5, 5], [1930, 5, 6]], id="day"),
    pytest.param(
        ["Правда. 1930. 5 мая.", "Там же. 6 мая. С. 2."], [[1930, 5, 5], [1930, 5, 6]], id="day and page"
    ),
    pytest.param(["Правда. 1930. 5 мая.", "Там же. 1931. 7 янв."], [[1930, 5, 5], [1931, 1, 7]], id="year"),
    pytest.param(
        ["Степной край. 1906. № 3. 4 янв.", "Там же. № 5. 7 янв."], [[1906, 1, 4], [1906, 1, 7]], id="number"
    ),
]


@pytest.mark.parametrize(("notes", "dates"), PERIODICALS)
def test_other_issues_of_the_newspaper(notes: list[str], dates: list[list[int]]) -> None:
    works = [work.item for work in read(notes).works]
    assert [work["issued"]["date-parts"][0] for work in works] == dates
    assert len({work["container-title"] for work in works}) == 1


def test_a_day_after_a_book_is_of_nothing() -> None:
    result = read(["Милов Л. В. Пахарь. М., 1998. С. 5.", "Там же. 6 мая."])
    assert all("custom" not in work.item or "day" not in work.item["custom"] for work in result.works)


def test_another_volume_of_the_set() -> None:
    result = read(["Трагедия деревни. Т. 1. М., 1999. С. 5.", "Там же. Т. 2. М., 2000. С. 7."])
    assert len(result.works) == 1
    assert [note.cites[0].volume for note in result.notes] == ["1", "2"]
