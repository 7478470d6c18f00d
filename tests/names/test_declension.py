"""Russian names out of their cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from citekit.model import Name
from citekit.names import person
from citekit.names.declension import Case, nominative

ROWS: list[tuple[str, Case, str]] = [
    ("А. А. Говорова", "genitive", "Говоров|А. А."),
    ("Б. В. Ленского", "genitive", "Ленский|Б. В."),
    ("И. И. Минца", "genitive", "Минц|И. И."),
    ("Т. Г. Куприяновой", "genitive", "Куприянова|Т. Г."),
    ("Анны Павловны Зайцевой", "genitive", "Зайцева|Анна Павловна"),
    ("Александра Михайловича Василевского", "genitive", "Василевский|Александр Михайлович"),
    ("Павла Юдина", "genitive", "Юдин|Павел"),
    ("М. И. Глинки", "genitive", "Глинка|М. И."),
    ("Н. В. Гоголя", "genitive", "Гоголь|Н. В."),
    ("А. О. Чубарьяна", "genitive", "Чубарьян|А. О."),
    ("А. А. Громыко", "genitive", "Громыко|А. А."),
    ("Т. Г. Шевченко", "genitive", "Шевченко|Т. Г."),
    ("Мао Цзэдуна", "genitive", "Мао|Цзэдун"),
    ("Чжоу Эньлаю", "dative", "Чжоу|Эньлай"),
    ("Гао Ганом", "instrumental", "Гао|Ган"),
    ("Ким Ир Сену", "dative", "Ким|Ир Сен"),
    ("Лю Шаоци", "dative", "Лю|Шаоци"),
    ("Сталину", "dative", "Сталин"),
    ("Вышинскому", "dative", "Вышинский"),
    ("Микояну", "dative", "Микоян"),
    ("Молотовым", "instrumental", "Молотов"),
    ("Shtykov", "genitive", "Shtykov"),
    ("ЦК КПСС", "genitive", "literal:ЦК КПСС"),
]


@pytest.mark.parametrize(("text", "case", "expected"), ROWS, ids=[f"{text}-{case}" for text, case, _ in ROWS])
def test_nominative(text: str, case: Case, expected: str, shown: Callable[[Name], str]) -> None:
    assert shown(nominative(person(text), case)) == expected
