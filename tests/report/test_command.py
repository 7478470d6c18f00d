"""``citekit report``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

NOTES = (
    '{"n": "1", "text": "Ann Roe, The War (London: Press, 1994), 12."}\n{"n": "2", "text": "Ibid., 13."}\n'
)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "chapter.jsonl"
    path.write_text(NOTES, encoding="utf-8")
    return path


def test_writes_the_page(citekit: Callable[..., Any], notes: Path, tmp_path: Path) -> None:
    done = citekit("report", notes, "-o", tmp_path / "report.html")
    assert (done.code, done.out) == (0, "")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Roe, Ann" in page
    assert "2 notes" in done.err


def test_the_page_can_go_to_standard_output(citekit: Callable[..., Any]) -> None:
    done = citekit("report", "-", "-f", "jsonl", "-q", stdin=NOTES.encode())
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("<!DOCTYPE html>")


def test_strict_fails_on_findings(citekit: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "open.jsonl"
    path.write_text('{"n": "1", "text": "Ibid., 13."}\n', encoding="utf-8")
    assert citekit("report", path, "-o", tmp_path / "r.html", "--strict").code == 1
    assert (tmp_path / "r.html").exists()


def test_never_over_the_document(citekit: Callable[..., Any], notes: Path) -> None:
    done = citekit("report", notes, "-o", notes)
    assert done.code == 2
    assert notes.read_text(encoding="utf-8") == NOTES


def test_a_missing_document_leaves_no_page(citekit: Callable[..., Any], tmp_path: Path) -> None:
    assert citekit("report", tmp_path / "none.md", "-o", tmp_path / "r.html").code == 2
    assert not (tmp_path / "r.html").exists()
