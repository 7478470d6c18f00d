"""Every line that our own styles print for the sample, as a historian has read it (tests/render/golden)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from render.sample import page

from citekit.render import Processor, check, list_styles

GOLDEN = Path(__file__).with_name("golden")
NAMES = [info.name for info in list_styles()]


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    """``python tests/render/test_own_styles.py`` writes the pages anew: read every line of the difference."""
    assert page(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_valid_csl(name: str) -> None:
    assert check(name) == []


@pytest.mark.parametrize(
    ("style", "note"),
    [
        (
            "chicago-notes-archival",
            "Stalin to Mao Zedong (斯大林致毛泽东电), telegram, October 11, 1950, no. 16030, in ",
        ),
        ("chicago-notes-archival", "Stalin to Mao Zedong, October 11, 1950, 2:588."),
        ("chicago-notes-archival-ibid", "Ibid., 8."),
        (
            "lishi-yanjiu-notes",
            "沈志华：《毛泽东、斯大林与朝鲜战争》，广州：广东人民出版社，2003年，第97—98页。",
        ),
        ("lishi-yanjiu-notes", "同上，第8页。"),
        ("gost-r-7.0.5-2008-footnotes", "РГАСПИ. Ф. 558. Оп. 11. Д. 335. Л. 97–98."),
        ("gost-r-7.0.5-2008-footnotes", "Там же. С. 8."),
        ("gbt7714-2015-note", "沈志华. 毛泽东、斯大林与朝鲜战争[M]. 广州: 广东人民出版社, 2003: 97-98."),
        ("gbt7714-2025-author-date", "(沈志华, 2003: 97-98)"),
    ],
)
def test_lines_that_matter(style: str, note: str) -> None:
    assert note in page(style)


@pytest.mark.parametrize(
    "style", ["chicago-notes-archival", "chicago-notes-archival-ibid", "turabian-notes-archival"]
)
@pytest.mark.parametrize("kind", ["article-journal", "article-newspaper"])
def test_the_translator_of_an_article_is_named(style: str, kind: str) -> None:
    item = {
        "id": "a", "type": kind, "title": "On Letters", "container-title": "Review",
        "author": [{"family": "Doe", "given": "Jane"}], "translator": [{"family": "Roe", "given": "John"}],
        "issued": {"date-parts": [[1996]]},
    }  # fmt: skip
    note = Processor(style, [item]).cite([{"items": [{"id": "a"}], "noteIndex": 1}])[0]
    assert "trans. John Roe, " in note


if __name__ == "__main__":
    for name in NAMES:
        (GOLDEN / f"{name}.txt").write_text(page(name), encoding="utf-8")
        sys.stdout.write(f"{name}\n")
