"""The example chapter from end to end: what each note cites, and which notes cite the same work."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CHAPTER = Path(__file__).parents[2] / "examples/chapter.md"

# note: what it cites, by a nickname of the work, with the form and the pages.
CITED: dict[str, list[tuple[str, str, str | None]]] = {
    "1": [("road", "full", "125-57")],
    "2": [("mao-stalin", "full", "218-23")],
    "3": [("mao-stalin", "ibid", "224"), ("road", "short", "171-89")],
    "4": [("stalin 1 october", "full", "97-98")],
    "5": [("roshchin 3 october", "full", "105-106")],
    "6": [("manuscripts", "full", "539-40")],
    "7": [("discrepancy", "full", "237-42")],
    "8": [("discrepancy", "ibid", "239")],
    "9": [("new documents", "full", "30-84")],
    "10": [("new documents", "ibid", None)],
    "11": [("road", "short", "173"), ("mao-stalin", "short", "229")],
    "12": [("peng", "full", "257-58")],
    "13": [("16012", "full", "87-88")],
    "14": [("16012", "full", "87")],
    "15": [("16012", "short", "88")],
    "16": [("frus", "full", "848")],
    "17": [("frus", "ibid", "864-66")],
    "18": [("decimal file", "full", None)],
    "19": [("rgaspi", "full", "140")],
    "20": [("rgaspi", "full", "140-141")],
    "21": [("rgaspi", "full", "140-141")],
    "22": [("torkunov", "full", "113-118")],
    "23": [("torkunov", "ibid", "120")],
    "24": [("xu", "full", "22-25")],
    "25": [("xu", "ibid", "27")],
    "26": [("cold war in asia", "full", "112")],
    "27": [("new documents", "short", "32")],
    "28": [],
    "B1": [("road", "full", None)],
    "B2": [("peng", "full", None)],
    "B3": [("mao-stalin", "full", None)],
    "B4": [("new documents", "full", None)],
    "B5": [("cold war in asia", "full", None)],
    "B6": [("torkunov", "full", None)],
}

WORKS: dict[str, dict[str, Any]] = {
    "road": {
        "type": "book",
        "author": [{"family": "Chen", "given": "Jian"}],
        "title": "China's Road to the Korean War: The Making of the Sino-American Confrontation",
        "publisher": "Columbia University Press",
        "publisher-place": "New York",
    },
    "mao-stalin": {
        "author": [{"family": "Shen", "given": "Zhihua"}],
        "original-title": "毛泽东、斯大林与朝鲜战争",
        "edition": "2",
        "language": "zh",
    },
    "stalin 1 october": {
        "type": "personal_communication",
        "author": [{"family": "Stalin"}],
        "original-date": {"date-parts": [[1950, 10, 1]]},
        "archive_location": "opis 1, delo 334",
        "genre": "telegram",
    },
    "discrepancy": {
        "type": "article-journal",
        "author": [{"family": "Shen", "given": "Zhihua"}],
        "translator": [{"family": "Chen", "given": "Jian"}],
        "container-title": "Cold War International History Project Bulletin",
        "issue": "8-9",
    },
    "peng": {
        "title": "Peng Dehuai zishu",
        "custom": {"translated-title": "The Autobiography of Peng Dehuai"},
    },
    "16012": {
        "type": "chapter",
        "number": "16012",
        "original-date": {"date-parts": [[1950, 10, 13]]},
        "genre": "telegram",
        "volume": "3",
    },
    "frus": {"title": "Foreign Relations of the United States, 1950", "volume": "7"},
    "decimal file": {"type": "document", "archive": "National Archives"},
    "rgaspi": {
        "type": "document",
        "archive": "РГАСПИ",
        "archive_collection": "Ф. 558",
        "archive_location": "Оп. 11. Д. 334",
    },
    "torkunov": {"author": [{"family": "Торкунов", "given": "А. В."}], "publisher": "РОССПЭН"},
    "xu": {"author": [{"family": "徐", "given": "焰"}], "publisher-place": "北京"},
    "cold war in asia": {"author": [{"family": "沈", "given": "志华"}], "publisher": "九州出版社"},
}


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    from click.testing import CliRunner

    from citekit.cli import cli

    folder = tmp_path_factory.mktemp("example")
    notes, works = folder / "notes.jsonl", folder / "works.json"
    run = CliRunner().invoke(cli, ["parse", str(CHAPTER), "--notes", str(notes), "--works", str(works)])
    assert run.exit_code == 0, run.output
    lines = [json.loads(line) for line in notes.read_text(encoding="utf-8").splitlines()]
    items = json.loads(works.read_text(encoding="utf-8"))
    return {line["n"]: line for line in lines}, {item["id"]: item for item in items}


def nicknames(notes: dict[str, Any]) -> dict[str, str]:
    """Each nickname with the id of the work that the first note citing it names."""
    found: dict[str, str] = {}
    for n, cites in CITED.items():
        for (nickname, _, _), cite in zip(cites, notes[n]["cites"], strict=False):
            found.setdefault(nickname, cite["work"])
    return found


def test_every_note_is_there(parsed: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert list(parsed[0]) == list(CITED)


@pytest.mark.parametrize("n", CITED)
def test_notes(parsed: tuple[dict[str, Any], dict[str, Any]], n: str) -> None:
    notes, _ = parsed
    ids = nicknames(notes)
    found = [(cite["work"], cite["form"], cite["locator"]) for cite in notes[n]["cites"]]
    assert found == [(ids[nickname], form, locator) for nickname, form, locator in CITED[n]]


def test_different_works_have_different_items(parsed: tuple[dict[str, Any], dict[str, Any]]) -> None:
    ids = nicknames(parsed[0])
    assert len(set(ids.values())) == len(ids) == len(parsed[1])


@pytest.mark.parametrize("nickname", WORKS)
def test_works(parsed: tuple[dict[str, Any], dict[str, Any]], nickname: str) -> None:
    notes, works = parsed
    item = works[nicknames(notes)[nickname]]
    assert {key: item.get(key) for key in WORKS[nickname]} == WORKS[nickname]


@pytest.mark.parametrize("name", ["csl-json", "csl-yaml", "biblatex", "bibtex", "ris"])
def test_it_survives_every_format(
    citekit: Callable[..., Any], parsed: tuple[dict[str, Any], dict[str, Any]], tmp_path: Path, name: str
) -> None:
    works = tmp_path / "works.json"
    works.write_text(json.dumps(list(parsed[1].values()), ensure_ascii=False), encoding="utf-8")
    out = citekit("export", works, "-t", name).out
    back = citekit("export", "-", "-t", "csl-json", stdin=out.encode()).out
    assert json.loads(back) == list(parsed[1].values())
