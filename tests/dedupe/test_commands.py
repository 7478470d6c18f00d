"""``citekit update``, ``dedupe`` and ``review`` in a thesis folder."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from citekit.library.store import opened

Runner = Callable[..., Any]

THESIS = """\
Here.[^1] There.[^2] Everywhere.[^3] Again.[^4]

[^1]: Anna Ash, *The Harbour and the War* (London: Verso, 2001), 12.
[^2]: “№00777 Ivanov to Petrov: On the harbour (May 5, 1946)” in *Files*. (Moscow: Progress, 1980.) 5.
[^3]: Ash, *The Harbour and the War*, 14; Carl Cole, *Fishing Fleets* (Oxford: Clarendon, 1987), 3.
[^4]: Ibid., 15.
"""
ARTICLE = """\
So.[^1] And so.[^2] And so.[^3]

[^1]: Anna Ash, *The Harbour and the War* (London: Verso, 1983), 99.
[^2]: №00777 伊万诺夫致彼得罗夫电：关于港口(1946年5月5日)，《档案选编》第3卷，北京：东方出版中心，2015年，第87页。
[^3]: Carl Cole, *Fishing Fleets* (Oxford: Clarendon, 1987), 9.
"""


@pytest.fixture
def thesis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A thesis folder to work in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "citekit.toml").write_text('documents = ["thesis.md"]\n', encoding="utf-8")
    (tmp_path / "thesis.md").write_text(THESIS, encoding="utf-8")
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def items(path: str = "references.json") -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(Path(path).read_text(encoding="utf-8"))}


def correct(key: str, path: str = "references.json", **fields: Any) -> None:
    """Change fields by hand."""
    data = json.loads(Path(path).read_text(encoding="utf-8"))
    for item in data:
        if item["id"] == key:
            item |= fields
    Path(path).write_text(json.dumps(data, indent=4), encoding="utf-8")


@pytest.mark.usefixtures("thesis")
@pytest.mark.parametrize("command", ["update", "parse thesis.md -o references.json"])
def test_the_library_is_merged_never_replaced(citekit: Runner, command: str) -> None:
    assert citekit(*command.split()).code == 0
    assert list(items()) == ["ash2001harbourwar", "cole1987fishingfleets", "ivanov1946no00777"]
    correct("ash2001harbourwar", title="The Harbour at War")
    Path("thesis.md").write_text(
        THESIS + "\n[^5]: Dora Dean, *Tides* (Leeds: Moor, 1970), 1.\n", encoding="utf-8"
    )
    run = citekit(*command.split())
    assert (run.code, run.out) == (0, "")
    assert "1 new" in run.err
    assert items()["ash2001harbourwar"]["title"] == "The Harbour at War"
    assert "dean1970tides" in items()


@pytest.mark.usefixtures("thesis")
def test_notes_have_the_keys_of_the_library(citekit: Runner) -> None:
    citekit("update", "-q")
    correct("ash2001harbourwar", id="ash")
    citekit("parse", "thesis.md", "--notes", "n.jsonl")
    lines = [json.loads(line) for line in Path("n.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [cite["work"] for line in lines for cite in line["cites"]][:3] == [
        "ash",
        "ivanov1946no00777",
        "ash",
    ]


@pytest.mark.usefixtures("thesis")
def test_elsewhere_a_file_is_replaced(citekit: Runner) -> None:
    Path("other.json").write_text('[{"id": "x", "type": "book"}]', encoding="utf-8")
    citekit("parse", "thesis.md", "-o", "other.json")
    assert "x" not in items("other.json")


@pytest.mark.usefixtures("thesis")
def test_a_library_in_another_format_is_refused(citekit: Runner) -> None:
    run = citekit("parse", "thesis.md", "-t", "bibtex", "-o", "references.json")
    assert run.code == 2
    assert "is the library of the thesis" in run.err
    assert not Path("references.json").exists()


def test_without_settings_documents_must_be_named(
    citekit: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = citekit("update")
    assert run.code == 2
    assert "Name the documents" in run.err
    (tmp_path / "t.md").write_text(THESIS, encoding="utf-8")
    assert citekit("update", "t.md", "-q").code == 0
    assert len(items()) == 3
    correct("ash2001harbourwar", title="Mine")
    citekit("parse", "t.md", "-o", "references.json", "-q")  # it has become a library by the update
    assert items()["ash2001harbourwar"]["title"] == "Mine"


@pytest.mark.usefixtures("thesis")
def test_a_broken_library_is_told_and_left(citekit: Runner) -> None:
    Path("references.json").write_text("[{", encoding="utf-8")
    run = citekit("update")
    assert run.code == 2
    assert "this is not JSON" in run.err
    assert Path("references.json").read_text(encoding="utf-8") == "[{"


@pytest.mark.usefixtures("thesis")
def test_a_document_that_is_gone_leaves_its_works(citekit: Runner) -> None:
    Path("citekit.toml").write_text('documents = ["thesis.md", "article.md"]', encoding="utf-8")
    citekit("update", "-q")
    Path("article.md").unlink()
    run = citekit("update")
    assert run.code == 1
    assert "no longer cited" not in run.err
    Path("citekit.toml").write_text('documents = ["thesis.md"]', encoding="utf-8")
    assert "1 no longer cited: ash1983harbourwar" in citekit("update").err.replace(
        "\n  no longer cited:", ":"
    )


@pytest.mark.usefixtures("thesis")
def test_dedupe_with_its_report(citekit: Runner) -> None:
    run = citekit("dedupe", "thesis.md", "article.md", "-o", "all.json", "--report", "r.json")
    assert run.code == 0
    assert "6 entries, 4 works; 2 merged" in run.err
    told = json.loads(Path("r.json").read_text(encoding="utf-8"))
    assert {m["key"]: m["because"][0]["evidence"] for m in told["merged"]} == {
        "ivanov1946no00777": ["no:00777"],
        "cole1987fishingfleets": ["title", "authors", "year", "publisher"],
    }
    (pair,) = told["waiting"]
    assert pair["one"]["cited"] == {"thesis.md": ["1", "3"]}
    assert pair["against"] == ["year 2001, 1983"]
    (shared,) = told["shared"]
    assert (shared["id"], shared["cited"]) == ("no:00777", {"thesis.md": ["2"], "article.md": ["2"]})


@pytest.mark.usefixtures("thesis")
def test_the_report_in_words(citekit: Runner) -> None:
    citekit("dedupe", "thesis.md", "article.md", "--report", "r.md")
    page = Path("r.md").read_text(encoding="utf-8")
    for words in ("## Merged (2)", "identifier: no:00777", "## Waiting for review (1)", "article.md: note 2"):
        assert words in page


@pytest.mark.usefixtures("thesis")
def test_who_cites(citekit: Runner) -> None:
    run = citekit("dedupe", "thesis.md", "article.md", "--cites", "№00777", "-q")
    assert run.out == "thesis.md\tivanov1946no00777\t2\narticle.md\tivanov1946no00777\t2\n"


@pytest.mark.usefixtures("thesis")
def test_libraries_of_several_formats(citekit: Runner) -> None:
    Path("c.bib").write_text(
        "@book{colleague, author={Cole, C.}, title={Fishing {Fleets}}, publisher={Clarendon}, year=1987,"
        " note={good on nets}}",
        encoding="utf-8",
    )
    run = citekit("dedupe", "thesis.md", "c.bib")
    (cole,) = [item for item in json.loads(run.out) if item["author"][0]["family"] == "Cole"]
    assert (cole["id"], cole["note"], cole["author"][0]["given"]) == (
        "cole1987fishingfleets",
        "good on nets",
        "Carl",
    )
    assert citekit("dedupe", "thesis.md", "c.bib", "-o", "all.bib").code == 0
    assert "@book{cole1987fishingfleets" in Path("all.bib").read_text(encoding="utf-8")


@pytest.mark.usefixtures("thesis")
def test_a_colleagues_items_go_into_the_library(citekit: Runner) -> None:
    citekit("update", "-q")
    correct("cole1987fishingfleets", title="Fishing Fleets!")
    Path("c.json").write_text(
        json.dumps(
            [
                {**items()["cole1987fishingfleets"], "id": "x", "title": "Fishing fleets", "note": "nets"},
                {"id": "dean", "type": "book", "title": "Tides"},
            ]
        ),
        encoding="utf-8",
    )
    assert citekit("dedupe", "references.json", "c.json", "-o", "references.json").code == 0
    assert items()["cole1987fishingfleets"]["title"] == "Fishing Fleets!"
    assert items()["cole1987fishingfleets"]["note"] == "nets"
    assert "dean" in items()
    before = items()
    citekit("update", "-q")
    assert items() == before
    assert citekit("dedupe", "--split", "cole1987fishingfleets").code == 0
    assert "note" not in items()["cole1987fishingfleets"]
    assert items()["x"]["note"] == "nets"


@pytest.mark.usefixtures("thesis")
def test_a_merge_is_undone_for_good(citekit: Runner) -> None:
    command = ("dedupe", "thesis.md", "article.md", "-o", "all.json", "-q")
    citekit(*command)
    assert citekit("dedupe", "--split", "ivanov1946no00777", "all.json").code == 0
    apart = [item for item in items("all.json").values() if item.get("number") == "00777"]
    assert [item["language"] for item in apart] == ["en", "zh"]
    citekit(*command)
    assert len([item for item in items("all.json").values() if item.get("number") == "00777"]) == 2
    run = citekit("dedupe", "--split", "ash2001harbourwar", "all.json")
    assert (run.code, "was not merged" in run.err) == (2, True)
    assert "There is no zzz" in citekit("dedupe", "--split", "zzz", "all.json").err


@pytest.mark.usefixtures("thesis")
def test_what_two_documents_share_in_the_library_is_split_too(citekit: Runner) -> None:
    Path("citekit.toml").write_text('documents = ["thesis.md", "article.md"]', encoding="utf-8")
    citekit("update", "-q")
    assert len(items()) == 4
    citekit("dedupe", "--split", "cole1987fishingfleets")
    assert {"cole1987fishingfleets", "cole1987fishingfleetsb"} <= set(items())
    citekit("update", "-q")
    assert len(items()) == 5


@pytest.mark.usefixtures("thesis")
def test_decisions_from_a_file_are_never_asked_again(citekit: Runner) -> None:
    Path("citekit.toml").write_text('documents = ["thesis.md", "article.md"]', encoding="utf-8")
    citekit("update", "-q")
    listed = citekit("review").out  # no terminal: what waits is listed
    assert (
        "? ash2001harbourwar ash1983harbourwar" in listed or "? ash1983harbourwar ash2001harbourwar" in listed
    )
    assert "? thesis.md 4 'Ibid., 15.' cole1987fishingfleets" in listed
    filled = listed.replace(
        "? ash1983harbourwar ash2001harbourwar", "same ash2001harbourwar ash1983harbourwar"
    )
    filled = filled.replace("? thesis.md", "means thesis.md")
    run = citekit("review", "--decisions", "-", stdin=filled.encode())
    assert (run.code, "2 decisions kept, 0 left" in run.err) == (0, True)
    joined = items()["ash2001harbourwar"]
    assert joined["custom"] == {"conflicts": {"issued": ["1983"]}, "former-keys": ["ash1983harbourwar"]}
    assert "ash1983harbourwar" not in items()
    before = items()
    citekit("update", "-q")
    assert items() == before
    assert "?" not in [line[:1] for line in citekit("review", "--list").out.splitlines()]
    citekit("dedupe", "--split", "ash2001harbourwar")
    assert items()["ash1983harbourwar"]["issued"] == {"date-parts": [[1983]]}
    citekit("update", "-q")
    assert len(items()) == 4


@pytest.mark.usefixtures("thesis")
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("same ash2001harbourwar", "line 1 is no decision"),
        ("maybe a b", "line 1 is no decision"),
        ("same ash2001harbourwar zzz", "there is no zzz"),
        ("means thesis.md 9 Ibid. ash2001harbourwar", "no citation of note 9"),
        ("same 'ash2001harbourwar", "line 1"),
    ],
)
def test_a_wrong_decision_stops_all(citekit: Runner, line: str, message: str) -> None:
    citekit("update", "-q")
    before = items()
    text = f"{line}\ndifferent ash2001harbourwar cole1987fishingfleets\n"
    run = citekit("review", "--decisions", "-", stdin=text.encode())
    assert run.code == 2
    assert message in run.err
    with opened(Path("references.json")) as stored:
        assert stored.memory.decisions == []
    assert items() == before


@pytest.mark.usefixtures("thesis")
def test_any_library_can_be_reviewed(citekit: Runner) -> None:
    book = {
        "id": "a",
        "type": "book",
        "author": [{"family": "Ash", "given": "A."}],
        "title": "The Harbour and the War",
    }
    Path("z.json").write_text(
        json.dumps([book, {**book, "id": "b", "title": "The Harbor and the War"}]), encoding="utf-8"
    )
    assert "? a b" in citekit("review", "z.json").out
    citekit("review", "z.json", "--decisions", "-", stdin=b"same a b")
    assert list(items("z.json")) == ["a"]


def read_until(handle: int, words: str, seconds: float = 10) -> str:
    """What a terminal has shown until *words* appear."""
    seen = b""
    end = time.monotonic() + seconds
    while words.encode() not in seen and time.monotonic() < end:
        if select.select([handle], [], [], 0.1)[0]:
            try:
                seen += os.read(handle, 65536)
            except OSError:
                break
    return seen.decode("utf-8", "replace")


def press(handle: int, key: bytes) -> None:
    """Type *key* when the terminal waits for a single key (what comes before is thrown away)."""
    import termios

    end = time.monotonic() + 10
    while termios.tcgetattr(handle)[3] & termios.ICANON and time.monotonic() < end:
        time.sleep(0.01)
    os.write(handle, key)


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
def test_one_question_at_a_time_on_a_terminal(citekit: Runner, thesis: Path) -> None:
    """No to the pair, undone, yes instead, no to the first meaning of the Ibid., yes to the second, left."""
    import pty

    Path("citekit.toml").write_text('documents = ["thesis.md", "article.md"]', encoding="utf-8")
    citekit("update", "-q")
    ours, theirs = pty.openpty()
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TERM": "xterm",
        "COLUMNS": "100",
    }
    review = subprocess.Popen(
        [sys.executable, "-m", "citekit", "review"],
        cwd=thesis,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        close_fds=True,
    )
    os.close(theirs)
    try:
        shown = read_until(ours, "2 waiting")
        for words in ("Are these one work?", "against: year", "thesis.md 1", "issued", "1983"):
            assert words in shown
        press(ours, b"n")
        assert "Does it mean cole1987fishingfleets?" in read_until(ours, "1 waiting")
        press(ours, b"u")
        assert "Are these one work?" in read_until(ours, "2 waiting")
        press(ours, b"y")
        read_until(ours, "1 waiting")
        press(ours, b"n")
        assert "Does it mean ash1983harbourwar?" in read_until(ours, "1 waiting")
        press(ours, b"y")
        read_until(ours, "That was all.")
        assert review.wait(timeout=10) == 0
    finally:
        review.kill()
        review.wait()
    os.close(ours)
    with opened(thesis / "references.json") as stored:
        assert [(d.kind, d.one, d.two) for d in stored.memory.decisions] == [
            ("same", "ash1983harbourwar", "ash2001harbourwar"),
            ("citation", "ash1983harbourwar", ""),
        ]
        assert len(stored.items) == 3
