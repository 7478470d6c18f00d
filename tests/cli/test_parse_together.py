"""Several documents at once: the chapters of one text, with their works in common."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_bad_input import Runner

ONE = """Said.[^1] Said again.[^2]

[^1]: Karin Holm, *The Sound and the Straits* (Oslo: Fjord Press, 1994), 11.

[^2]: Ibid., 12.
"""
TWO = """Said.[^1] Said again.[^2] And again.[^3]

[^1]: Ibid., 13.

[^2]: Holm, *Sound*, 14.

[^3]: Holm (note 2 above), 15.
"""


@pytest.fixture
def thesis(tmp_path: Path) -> Path:
    folder = tmp_path / "thesis"
    folder.mkdir()
    (folder / "chapter2.md").write_text(ONE, encoding="utf-8")
    (folder / "chapter10.md").write_text(TWO, encoding="utf-8")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_chapters_share_their_works(citekit: Runner, thesis: Path, jobs: int) -> None:
    run = citekit("parse", thesis, "--notes", "-", "-q", "--jobs", jobs)
    notes = [json.loads(line) for line in run.out.splitlines()]
    assert [note["n"] for note in notes] == ["1:1", "1:2", "2:1", "2:2", "2:3"]
    works = [note["cites"][0]["work"] for note in notes]
    assert works[0] is not None
    assert works == [works[0], works[0], None, works[0], works[0]]


def test_the_library_lists_a_work_of_two_chapters_once(citekit: Runner, thesis: Path) -> None:
    run = citekit("parse", thesis, "-t", "csl-json", "-q")
    assert [item["title"] for item in json.loads(run.out)] == ["The Sound and the Straits"]


def test_a_chapter_that_cannot_be_read_is_told_and_left_out(citekit: Runner, thesis: Path) -> None:
    run = citekit("parse", thesis / "chapter2.md", thesis / "none.md", "-t", "csl-json")
    assert run.code == 1
    assert "none.md" in run.err
    assert len(json.loads(run.out)) == 1
