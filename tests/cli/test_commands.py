"""The contract of the command line: where data goes, what is said, how it ends."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from citekit.cli import COMMANDS

CHAPTER = """\
Mao hesitated.[^1] He said so twice.[^2]

[^1]: Chen Jian, *China's Road to the Korean War* (New York: Columbia University Press, 1994), 125.
[^2]: Ibid., 127.
"""
Runner = Callable[..., Any]


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    path = tmp_path / "chapter.md"
    path.write_text(CHAPTER, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_an_example(citekit: Runner, command: str) -> None:
    run = citekit(*command.split(), "--help")
    assert run.code == 0
    assert "Example" in run.out
    assert run.err == ""


def test_data_goes_to_stdout_and_talk_to_stderr(citekit: Runner, chapter: Path) -> None:
    run = citekit("parse", chapter, "-t", "csl-json")
    assert run.code == 0
    assert [item["type"] for item in json.loads(run.out)] == ["book"]
    assert "2 notes, 2 citations, 1 work" in run.err


def test_without_any_target_the_works_go_to_stdout(citekit: Runner, chapter: Path) -> None:
    assert json.loads(citekit("parse", chapter).out)


def test_notes_and_works(citekit: Runner, chapter: Path, tmp_path: Path) -> None:
    notes, works = tmp_path / "n.jsonl", tmp_path / "w.json"
    run = citekit("parse", chapter, "--notes", notes, "--works", works)
    assert (run.code, run.out) == (0, "")
    lines = [json.loads(line) for line in notes.read_text(encoding="utf-8").splitlines()]
    (work,) = json.loads(works.read_text(encoding="utf-8"))
    assert [(line["n"], line["cites"][0]["work"]) for line in lines] == [("1", work["id"]), ("2", work["id"])]
    (cite,) = lines[1]["cites"]
    assert (cite["form"], cite["locator"], cite["span"][0]) == ("ibid", "127", 0)
    assert cite["raw"] == lines[1]["text"][slice(*cite["span"])]


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("refs.bib", "@book{"), ("refs.ris", "TY  - BOOK"), ("refs.yaml", "---"), ("refs.json", "[")],
)
def test_the_ending_names_the_format(
    citekit: Runner, chapter: Path, tmp_path: Path, name: str, beginning: str
) -> None:
    assert citekit("parse", chapter, "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)


@pytest.mark.parametrize(
    ("command", "options", "said"),
    [
        ("parse", ["-o", "y.docx"], "citekit rewrite"),
        ("parse", ["-o", "y.md"], "citekit render"),
        ("parse", ["-o", "y.bibb"], ".bib (biblatex)"),
        ("parse", ["-o", "y"], "without an ending"),
        ("parse", ["-t", "biblatex", "-o", "y.json"], "means csl-json"),
        ("parse", ["-t", "csl-json", "-o", "y.docx"], "none of a bibliography"),
        ("dedupe", ["-o", "y.docx"], "citekit rewrite"),
        ("dedupe", ["-o", "y.jsonl"], ".ris (ris)"),
        ("export", ["-o", "y.docx"], "citekit render"),
        ("export", ["-t", "ris", "-o", "y.bib"], "end the name in .ris"),
    ],
    ids=str,
)
def test_an_ending_that_misleads(
    citekit: Runner, chapter: Path, tmp_path: Path, command: str, options: list[str], said: str
) -> None:
    source = chapter
    if command == "export":
        source = tmp_path / "refs.json"
        citekit("parse", chapter, "-o", source)
    target = tmp_path / options[-1]
    run = citekit(command, source, *options[:-1], target)
    assert (run.code, target.exists()) == (2, False)
    assert said in run.err


def test_bibtex_ends_in_bib_too(citekit: Runner, chapter: Path, tmp_path: Path) -> None:
    assert citekit("parse", chapter, "-t", "bibtex", "-o", tmp_path / "refs.bib").code == 0
    assert citekit("parse", chapter, "-t", "csl-json", "-o", tmp_path / "refs.csl").code == 0


def test_notes_can_be_mended_and_parsed_again(citekit: Runner, chapter: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.jsonl"
    citekit("notes", chapter, "-o", notes)
    assert [json.loads(line)["n"] for line in notes.read_text(encoding="utf-8").splitlines()] == ["1", "2"]
    assert citekit("parse", notes).out == citekit("parse", chapter).out


def test_quiet(citekit: Runner, chapter: Path) -> None:
    for command in ("notes", "parse"):
        run = citekit(command, chapter, "-q")
        assert (run.code, run.err, bool(run.out)) == (0, "", True)


def test_standard_input(citekit: Runner, chapter: Path) -> None:
    run = citekit("parse", "-", stdin=CHAPTER.encode())
    assert run.out == citekit("parse", chapter).out
    assert "standard input: 2 notes" in run.err


def test_several_documents(citekit: Runner, chapter: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(CHAPTER.replace("Chen Jian", "Xu Yan"), encoding="utf-8")
    run = citekit("parse", chapter, other, "-t", "notes")
    lines = [json.loads(line) for line in run.out.splitlines()]
    assert [Path(line["source"]).name for line in lines] == ["chapter.md"] * 2 + ["other.md"] * 2
    assert len({line["cites"][0]["work"] for line in lines}) == 2


def test_one_of_several_fails(citekit: Runner, chapter: Path, tmp_path: Path) -> None:
    run = citekit("parse", chapter, tmp_path / "missing.md", "-o", tmp_path / "refs.json")
    assert run.code == 1
    assert "missing.md" in run.err
    assert json.loads((tmp_path / "refs.json").read_text(encoding="utf-8"))


def test_no_notes_is_a_warning(citekit: Runner, tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("A story without notes.\n", encoding="utf-8")
    run = citekit("parse", path)
    assert (run.code, run.out) == (0, "[]\n")
    assert "has no notes" in run.err
    assert citekit("parse", path, "--strict").code == 1


def test_an_empty_document_is_told_once(citekit: Runner, tmp_path: Path) -> None:
    path = tmp_path / "empty.md"
    path.write_bytes(b"")
    for command in ("parse", "notes"):
        run = citekit(command, path)
        assert run.code == 0
        assert run.err.count("empty.md is empty") == 1
        assert "has no notes" not in run.err
    path.write_text("A story without notes.\n", encoding="utf-8")
    for command in ("parse", "notes"):
        assert citekit(command, path).err.count("has no notes") == 1


def test_what_needs_attention_is_counted_and_said_in_sentences(citekit: Runner, tmp_path: Path) -> None:
    path = tmp_path / "chapter.md"
    path.write_text("A.[^1] B.[^2]\n\n[^1]: Ibid., 5.\n[^2]: Ibid., 6.\n", encoding="utf-8")
    lines = citekit("parse", path, "-v").err.splitlines()
    (head,) = [line for line in lines if line.startswith("Needs attention")]
    assert head == "Needs attention (2 warnings)"
    messages = [line for line in lines if line.startswith("    ")]
    assert len(messages) > 1
    assert all(line.endswith((".", "?")) for line in messages)


def test_an_existing_file_is_replaced_and_keeps_its_mode(
    citekit: Runner, chapter: Path, tmp_path: Path
) -> None:
    target = tmp_path / "refs.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    citekit("parse", chapter, "-o", target)
    assert json.loads(target.read_text(encoding="utf-8"))
    assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chapter.md", "refs.json"]


def test_a_link_keeps_pointing(citekit: Runner, chapter: Path, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    (tmp_path / "real.json").write_text("old", encoding="utf-8")
    citekit("parse", chapter, "-o", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["parse", "CHAPTER", "-t", "word"],
        ["parse", "CHAPTER", "--notes", "-", "--works", "-"],
        ["parse", "CHAPTER", "-o", "CHAPTER"],
        ["export", "CHAPTER"],
        ["export", "CHAPTER", "-t", "notes"],
        ["nonsense"],
        ["--install-completion", "csh"],
    ],
    ids=" ".join,
)
def test_usage(citekit: Runner, chapter: Path, arguments: list[str]) -> None:
    run = citekit(*(argument.replace("CHAPTER", str(chapter)) for argument in arguments))
    assert run.code == 2
    assert "Error" in run.err
    assert chapter.read_text(encoding="utf-8") == CHAPTER


def test_an_output_that_cannot_be_written(citekit: Runner, chapter: Path, tmp_path: Path) -> None:
    run = citekit("parse", chapter, "--works", tmp_path / "w.json", "-o", tmp_path / "no" / "refs.json")
    assert run.code == 2
    assert "cannot be written" in run.err
    assert not (tmp_path / "w.json").exists()
    assert citekit("parse", chapter, "-o", tmp_path).code == 2


FILE = "rgaspi:f558/op11/d334"


@pytest.mark.parametrize(
    ("wanted", "code"), [(FILE, 0), ("РГАСПИ. Ф. 558. Оп. 11. Д. 334", 0), ("№4711", 1), ("nosuch", 1)]
)
def test_who_cites_a_file(citekit: Runner, tmp_path: Path, wanted: str, code: int) -> None:
    path = tmp_path / "archive.md"
    path.write_text("A.[^1]\n\n[^1]: РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 140.\n", encoding="utf-8")
    run = citekit("dedupe", path, "--cites", wanted, "-q")
    assert (run.code, bool(run.out)) == (code, code == 0)
    assert (f"No note cites {wanted}" in run.err) == bool(code)


def test_identify(citekit: Runner) -> None:
    references = [
        "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 140",
        "RGASPI, f. 558, op. 11, d. 334, l. 5",
        "Ibid., 12",
    ]
    run = citekit("identify", *references)
    one, other, none = run.out.splitlines()
    assert (run.code, one, none) == (0, other, "-")
    assert citekit("identify", stdin="\n".join(references).encode()).out == run.out
    assert citekit("identify", "--strict", *references).code == 1


def test_identify_keeps_a_file_without_its_repository_apart(citekit: Runner) -> None:
    stated, bare = "РГАСПИ. Ф. 558. Оп. 11. Д. 334", "Ф. 558. Оп. 11. Д. 334. Л. 97–98"
    run = citekit("identify", stated, bare, "f. 558, op. 11, d. 334")
    assert run.out.splitlines() == ["rgaspi:f558/op11/d334", "f558/op11/d334", "f558/op11/d334"]
    assert "the repository is not named" in run.err
    assert citekit("identify", "--strict", bare).code == 1


def test_export_of_a_library(citekit: Runner, chapter: Path, tmp_path: Path) -> None:
    citekit("parse", chapter, "-o", tmp_path / "refs.json")
    bib = citekit("export", tmp_path / "refs.json", "-t", "biblatex").out
    back = citekit("export", "-", "-t", "csl-json", stdin=bib.encode())
    assert json.loads(back.out) == json.loads((tmp_path / "refs.json").read_text(encoding="utf-8"))


def test_export_tells_what_a_document_is(citekit: Runner, chapter: Path) -> None:
    run = citekit("export", chapter, "-t", "bibtex")
    assert run.code == 2
    assert "citekit parse" in run.err


def test_a_work_left_out_is_no_success(citekit: Runner, tmp_path: Path) -> None:
    path = tmp_path / "refs.json"
    path.write_text(
        json.dumps([{"id": "a", "type": "book", "title": "{x} " * 5000}, {"id": "b", "type": "map"}])
    )
    run = citekit("export", path, "-t", "biblatex")
    assert run.code == 1
    assert "a is left out" in run.err
    assert "@misc{b," in run.out


def test_a_mistake_of_our_own_is_told_without_a_traceback(
    citekit: Runner, chapter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("inner state")

    monkeypatch.delenv("CITEKIT_DEBUG", raising=False)
    monkeypatch.setattr("citekit.export.find_format", broken)
    run = citekit("parse", chapter)
    assert run.code == 2
    assert "CITEKIT_DEBUG=1" in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(citekit: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(variable, raising=False)
    run = citekit("--install-completion", shell)
    assert run.code == 0
    (written,) = (path for path in tmp_path.rglob("*citekit*") if path.is_file())
    assert "_CITEKIT_COMPLETE" in written.read_text(encoding="utf-8")
    assert str(written) in run.err


def test_completion_of_the_running_shell(
    citekit: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert citekit("--install-completion").code == 0
    assert (tmp_path / ".config/fish/completions/citekit.fish").exists()


def test_a_reader_who_leaves_early(process: Runner, chapter: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        f"{sys.executable} -m citekit notes {chapter} {chapter} | head -n 1",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("target", ["-o /dev/full", "> /dev/full"])
def test_no_space_left(chapter: Path, target: str) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        f"{sys.executable} -m citekit parse {chapter} {target}",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "mistake of its own" not in done.stderr
    assert "Exception" not in done.stderr
