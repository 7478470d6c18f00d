"""citekit.toml: every key is checked, and what it extends is extended."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from citekit.config import SCHEMA, Config, ConfigError, apply, find, load, nearest, read
from citekit.match import citekeys

ROOT = Path(__file__).parents[1]
FULL = """
library = "refs.json"
documents = ["a.md", "b.docx"]
citekey = "{family}:{year}{title:2}"
style = "chicago-notes"
locale = "en-GB"

[[repository]]
code = "GAPK"
names = ["Государственный архив Приморского края", "ГАПК"]
place = "Владивосток"

[names]
persons = ["Shtykov; Stykov | Terentii | Штыков Терентий | 什特科夫"]

[words.en]
leads = { "siehe" = "see" }
abbreviations = ["bearb"]

[lint]
select = ["ibid"]
"""


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    yield
    citekeys.use_pattern("")


def test_a_full_file() -> None:
    config = read(FULL, Path("/thesis/citekit.toml"))
    assert config.library_path == Path("/thesis/refs.json")
    assert config.documents == ("a.md", "b.docx")
    assert (config.style, config.locale, config.citekey) == (
        "chicago-notes",
        "en-GB",
        "{family}:{year}{title:2}",
    )
    assert config.repositories[0]["code"] == "GAPK"
    assert config.lint == {"select": ("ibid",)}


def test_an_empty_file_and_none() -> None:
    assert read("", Path("x/citekit.toml")).library == "references.json"
    assert Config(Path("x")).library_path == Path("x/references.json")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('libary = "x.json"', "unknown: “libary” (do you mean “library”?)"),
        ("zzz = 1", "unknown: “zzz”"),
        ("library = 5", "library must be a text"),
        ('library = "refs.bib"', "must be a .json file"),
        ('documents = "thesis.md"', "documents must be a list of texts"),
        ('[[repository]]\ncode = "X"\nname = ["Y"]', "in [[repository]]: “name” (do you mean “names”?)"),
        ("[repository]\ncode = 1", "repository must be a list of tables"),
        ('[names]\nperson = ["x"]', "in [names]: “person” (do you mean “persons”?)"),
        ('[words.eng]\nleads = ["x"]', "in [words]: “eng” (do you mean “en”?)"),
        ('[words.en]\nlead = ["x"]', "in [words.en]: “lead” (do you mean “leads”?)"),
        ('[words.en]\nabbreviations = "x"', "words.en.abbreviations must be a list of texts"),
        ('[words.en]\nmonths = ["x"]', "words.en.months must be a table of numbers"),
        ('[words.en]\nleads = { "siehe" = 1 }', "words.en.leads must be a table of words"),
        ('citekey = "{famliy}{year}"', "“famliy” (do you mean “family”?)"),
        ('citekey = "{family"', "citekey:"),
        ('citekey = "{}"', "a pair of braces is empty"),
        ("[lint]\nselekt = []", "in [lint]: “selekt” (do you mean “select”?)"),
        ("library = ", "citekit.toml: "),
    ],
)
def test_what_is_wrong_is_named(text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)) as caught:
        read(text, Path("citekit.toml"))
    assert caught.value.help


def test_a_repository_needs_a_code() -> None:
    with pytest.raises(ConfigError, match="give it a code"):
        apply(read('[[repository]]\nnames = ["X"]', Path("citekit.toml")))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "citekit.toml"
    with pytest.raises(ConfigError, match="cannot be read"):
        load(path)
    path.write_bytes('style = "文"'.encode("gb18030"))
    with pytest.raises(ConfigError, match="UTF-8"):
        load(path)


def test_the_nearest_folder_counts(tmp_path: Path) -> None:
    below = tmp_path / "chapters" / "one"
    below.mkdir(parents=True)
    (tmp_path / "citekit.toml").touch()
    assert find(below) == tmp_path / "citekit.toml"
    (tmp_path / "chapters/citekit.toml").touch()
    assert find(below) == tmp_path / "chapters/citekit.toml"


ITEM = {
    "type": "chapter",
    "author": [{"family": "Штыков", "given": "Т. Ф."}],
    "recipient": [{"literal": "Ministry of Foreign Affairs"}],
    "title": "On the harbour and the fleet",
    "number": "00777",
    "original-date": {"date-parts": [[1950, 7, 2]]},
    "custom": {"archive_id": "no:00777"},
}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("", "shtykov1950no00777"),
        ("{family}{year}", "shtykov1950"),
        ("{family}:{date}", "shtykov:19500702"),
        ("{title:2}-{year}", "harbourfleet-1950"),
        ("{family}-{recipient}-{number}", "shtykov-ministryforeign-00777"),
        ("{archive}", "no00777"),
        ("doc_{type}_{year}", "doc_chapter_1950"),
    ],
)
def test_citekeys_after_a_pattern(pattern: str, expected: str) -> None:
    citekeys.use_pattern(pattern)
    assert citekeys.citekey(ITEM) == expected


def test_an_empty_key_falls_back() -> None:
    citekeys.use_pattern("{recipient}")
    assert citekeys.citekey({"type": "book", "title": "Harbours of War"}) == "harbourswar"


def test_nearest() -> None:
    assert nearest("documnets", SCHEMA) == "documents"
    assert nearest("xyz", SCHEMA) is None


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "citekit", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_it_counts_for_the_commands(tmp_path: Path) -> None:
    """Words, repositories and keys of the file, from a folder below it."""
    (tmp_path / "citekit.toml").write_text(FULL, encoding="utf-8")
    (tmp_path / "text").mkdir()
    note = {"n": "1", "text": "Siehe Anna Ash, The Harbour and the War (London: Verso, 2001), 12."}
    (tmp_path / "text/n.jsonl").write_text(json.dumps(note), encoding="utf-8")
    done = run(tmp_path / "text", "parse", "n.jsonl")
    assert done.returncode == 0, done.stderr
    (item,) = json.loads(done.stdout)
    assert item["id"] == "ash:2001harbourwar"
    assert item["author"] == [{"family": "Ash", "given": "Anna"}]
    found = run(
        tmp_path / "text",
        "identify",
        "ГАПК. Ф. 5. Оп. 1. Д. 2",
        "Государственный архив Приморского края. Ф. 5. Оп. 1. Д. 2. Л. 3",
    )
    assert found.stdout.split() == ["GAPK:f5/op1/d2"] * 2


def test_a_wrong_file_is_told_and_help_still_helps(tmp_path: Path) -> None:
    (tmp_path / "citekit.toml").write_text("libary = 1", encoding="utf-8")
    done = run(tmp_path, "identify", "№00777")
    assert done.returncode == 2
    assert "“libary” (do you mean “library”?)" in done.stderr
    assert "Known: library, documents" in done.stderr
    assert run(tmp_path, "identify", "--help").returncode == 0


def test_every_key_is_documented() -> None:
    page = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    assert [key for key in SCHEMA if not re.search(rf"`\[*{key}", page)] == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("毛{family} %,{year}", "harbour1950"),
        ("{family}-{date}", "harbour-195003"),
        ("{family!r:>99}", "harbour"),
    ],
)
def test_citekeys_are_plain_whatever_the_pattern(pattern: str, expected: str) -> None:
    citekeys.use_pattern(pattern)
    item = {"type": "book", "author": [{"family": "Harbour"}], "issued": {"date-parts": [["1950", "3"]]}}
    assert citekeys.citekey(item) == expected
