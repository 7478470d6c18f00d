"""The order of names and titles in a bibliography."""

from __future__ import annotations

import importlib.util
import random
from typing import Any

import pytest

from citekit.names import collate, person

NAMES = {
    "pinyin, surnames by their reading": [
        "安子文",
        "欧阳修",
        "单雄信",
        "沈志华",
        "王明",
        "曾国藩",
        "翟强",
        "张闻天",
    ],
    "one surname after the other": ["张闻天", "章汉夫", "章士钊"],
    "cyrillic, ё as е": ["Березин А.", "Елкин А.", "Ёлкин Б.", "Жуков Г. К.", "Яковлев"],
    "latin without marks and case": ["Ábel, Jan", "Müller, A.", "Muller, B.", "van Dyke, J.", "Zhang, S."],
    "given names decide": ["Dulles, Allen", "Dulles, John Foster"],
    "scripts apart": ["Zhang, S.", "Яковлев", "安子文"],
}
TITLES = {
    "articles": ["The Art of War", "A Short History", "Zeitschrift"],
    "chinese": ["朝鲜战争", "毛泽东传", "中国史"],
    "words before letters": ["New York", "Newark"],
}


def mixed(rows: list[str]) -> list[str]:
    return random.Random(5).sample(rows, len(rows))


@pytest.mark.parametrize("rows", NAMES.values(), ids=NAMES)
def test_names(rows: list[str]) -> None:
    assert sorted(mixed(rows), key=lambda text: collate.name_key(person(text))) == rows


@pytest.mark.parametrize("rows", TITLES.values(), ids=TITLES)
def test_titles(rows: list[str]) -> None:
    assert sorted(mixed(rows), key=collate.title_key) == rows


@pytest.mark.parametrize(
    ("title", "language", "same_as"),
    [
        ("Die Wende", "de", "Wende"),
        ("L’Asie", "fr", "Asie"),
        ("L'Asie", "fr", "Asie"),
        ("Las guerras", "es", "guerras"),
    ],
)
def test_articles_of_a_language(title: str, language: str, same_as: str) -> None:
    assert collate.title_key(title, language) == collate.title_key(same_as, language)


@pytest.mark.skipif(importlib.util.find_spec("strokes") is None, reason="the package strokes is optional")
def test_strokes() -> None:
    rows = ["丁一", "马士", "王明", "沈志华", "曾国藩"]
    assert sorted(mixed(rows), key=lambda text: collate.name_key(person(text), order="strokes")) == rows


def test_strokes_without_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(collate, "import_module", missing)
    collate._stroke_counter.cache_clear()
    with pytest.raises(collate.StrokesUnavailableError, match="pip install strokes"):
        collate.name_key(person("王明"), order="strokes")
    collate._stroke_counter.cache_clear()
