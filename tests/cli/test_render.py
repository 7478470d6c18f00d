"""``citekit render`` and ``citekit styles``: what goes out, in which form, and how it ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from citekit.render.outputs import FORMATS

CHAPTER = """\
Text.[^1] More.[^2] And more.[^3] Still more.[^4]

[^1]: Chen Jian, *China's Road to the Korean War* (New York: Columbia University Press, 1994), 125.
[^2]: Ibid., 127. This is 1 < 2 & 100% *mine*.
[^3]: РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 140.
[^4]: Ibid., 12; Nobody, op. cit., 5.

## Bibliography

Chen Jian. *China's Road to the Korean War*. New York: Columbia University Press, 1994.

Torkunov, A. V. *The War in Korea*. Tokyo: ICF, 2000.
"""
LIBRARY = """[{"id": "w", "type": "book", "author": [{"family": "Westad", "given": "Odd Arne"}],
"title": "Decisive & Encounters", "publisher": "SUP", "issued": {"date-parts": [[2003]]}}]"""
NO_CITATION = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info/></style>'
OWN = "chicago-notes-archival-ibid"
Runner = Callable[..., Any]


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    path = tmp_path / "chapter.md"
    path.write_text(CHAPTER, encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "refs.json"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def test_a_document_gives_its_notes_and_bibliography(citekit: Runner, chapter: Path) -> None:
    run = citekit("render", chapter, "--style", OWN)
    notes, bibliography = run.out.split("\nBibliography\n\n")
    assert run.code == 0
    lines = notes.splitlines()
    assert lines[:2] == ["Notes", ""]
    assert lines[2].startswith("1. Jian Chen") or lines[2].startswith("1. Chen Jian")
    assert lines[3] == "2. Ibid., 127. This is 1 < 2 & 100% mine."
    assert "558" in lines[4]
    assert len(bibliography.splitlines()) == 3
    assert "Torkunov" in bibliography  # cited by no note, but in the writer's own bibliography


def test_what_is_not_understood_stays_and_is_told(citekit: Runner, chapter: Path) -> None:
    run = citekit("render", chapter, "--style", OWN, "--as", "notes")
    assert "Nobody, op. cit., 5." in run.out
    assert "note 4: “Nobody, op. cit., 5" in run.err
    assert citekit("render", chapter, "--style", OWN, "--strict").code == 1
    assert citekit("render", chapter, "--style", OWN, "-q").err == ""


def test_ibid_can_be_expanded(citekit: Runner, chapter: Path) -> None:
    def second(*options: str) -> str:
        run = citekit("render", chapter, "--style", OWN, "--as", "notes", *options)
        return str(run.out.splitlines()[1])

    assert second().startswith("2. Ibid., 127.")
    assert second("--expand-ibid").startswith("2. Chen, China’s Road to the Korean War, 127.")
    assert "Columbia University Press, 1994), 127" in second("--full-notes")


def test_a_library_gives_its_bibliography(citekit: Runner, library: Path) -> None:
    run = citekit("render", library, "--style", OWN)
    assert (run.code, run.out) == (0, "Westad, Odd Arne. Decisive & Encounters. SUP, 2003.\n")
    notes = citekit("render", library, "--style", OWN, "--as", "notes").out
    assert notes == "1. Odd Arne Westad, Decisive & Encounters (SUP, 2003).\n"


def test_sections_begin_with_the_archives(citekit: Runner, chapter: Path) -> None:
    out = citekit(
        "render", chapter, "--style", OWN, "--sections", "--as", "bibliography", "-t", "markdown"
    ).out
    assert re.findall(r"^#+ .*", out, re.MULTILINE) == [
        "# Bibliography",
        "## Archives",
        "## Books and Articles",
    ]


@pytest.mark.parametrize(
    ("style", "headings"),
    [
        (OWN, ["Notes", "Bibliography"]),
        ("gbt7714-2015-note", ["注释", "参考文献"]),
        ("gost-r-7.0.5-2008-footnotes", ["Примечания", "Список источников и литературы"]),
    ],
)
def test_headings_speak_the_language_of_the_style(
    citekit: Runner, chapter: Path, style: str, headings: list[str]
) -> None:
    out = citekit("render", chapter, "--style", style, "-t", "markdown").out
    assert re.findall(r"^# (.*)", out, re.MULTILINE) == headings


def test_the_locale_overrules_the_style(citekit: Runner, chapter: Path) -> None:
    out = citekit("render", chapter, "--style", OWN, "--locale", "zh-CN").out
    assert out.startswith("注释\n")


@pytest.mark.parametrize(
    ("output", "prose"),
    [
        ("text", "This is 1 < 2 & 100% mine."),
        ("html", "This is 1 &#60; 2 &#38; 100% <i>mine</i>."),
        ("markdown", r"This is 1 \< 2 & 100% *mine*."),
        ("latex", r"This is 1 < 2 \& 100\% \emph{mine}."),
        ("rtf", r"This is 1 < 2 & 100% {\i{}mine}."),
    ],
)
def test_prose_is_text_in_every_format(citekit: Runner, chapter: Path, output: str, prose: str) -> None:
    assert output in FORMATS
    assert prose in citekit("render", chapter, "--style", OWN, "-t", output).out


def test_html_is_a_whole_page(citekit: Runner, chapter: Path, tmp_path: Path) -> None:
    page = tmp_path / "notes.html"
    assert citekit("render", chapter, "--style", OWN, "-o", page).code == 0
    opened: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "br"):
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    text = page.read_text(encoding="utf-8")
    Reader().feed(text)
    assert opened == []
    assert '<html lang="en-US">' in text


def test_rtf_is_a_whole_document(citekit: Runner, chapter: Path) -> None:
    out = citekit("render", chapter, "--style", OWN, "-t", "rtf").out
    assert out.startswith("{\\rtf1")
    plain = re.sub(r"\\[\\{}]", "", out)
    assert plain.count("{") == plain.count("}")
    assert out.isascii()


def test_style_and_locale_stand_in_the_settings(
    citekit: Runner, chapter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (chapter.parent / "citekit.toml").write_text(f'style = "{OWN}"\nlocale = "ru-RU"\n', encoding="utf-8")
    monkeypatch.chdir(chapter.parent)
    assert citekit("render", chapter).out.startswith("Примечания")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--style"),
        (["--style", "chicago-notes-archive"], "chicago-notes-archival"),
        (["--style", "missing.csl"], "there is no such file"),
        (["--style", "broken.csl"], "broken.csl"),
        (["--style", OWN, "-o", "CHAPTER"], "is an input"),
        (["--style", OWN, "-t", "word"], "word"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_unusable_style_ends_with_2_and_no_file(
    citekit: Runner, chapter: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(chapter.parent)
    Path("broken.csl").write_text(NO_CITATION, encoding="utf-8")
    before = sorted(path.name for path in Path().iterdir())
    named = [argument.replace("CHAPTER", str(chapter)) for argument in arguments]
    output = [] if "-o" in named else ["-o", "out.txt"]
    run = citekit("render", chapter, *named, *output)
    assert run.code == 2
    assert said in run.err
    assert sorted(path.name for path in Path().iterdir()) == before


def test_a_missing_document(citekit: Runner, tmp_path: Path) -> None:
    assert citekit("render", tmp_path / "none.md", "--style", OWN).code == 2
    assert citekit("render", tmp_path / "none.json", "--style", OWN).code == 2


def test_styles_are_listed(citekit: Runner) -> None:
    run = citekit("styles")
    assert run.out == citekit("styles", "list").out
    names = [line.split("\t")[0] for line in run.out.splitlines()]
    assert OWN in names
    assert [name for name in names if "turabian" in name] == [
        line.split("\t")[0] for line in citekit("styles", "list", "Turabian").out.splitlines()
    ]


def test_a_style_is_shown(citekit: Runner) -> None:
    run = citekit("styles", "show", "lishi-yanjiu-notes")
    assert "沈志华：《中苏同盟与朝鲜战争的起源》" in run.out
    assert "language  zh-CN" in run.out
    assert citekit("styles", "show", OWN, "--csl").out.startswith("<?xml")
    assert citekit("styles", "show", "nonsense").code == 2


def test_styles_are_checked(citekit: Runner, tmp_path: Path) -> None:
    broken = tmp_path / "broken.csl"
    broken.write_text(NO_CITATION, encoding="utf-8")
    run = citekit("styles", "check", OWN, broken)
    assert run.code == 2
    assert run.out == f"{OWN}: ok\n{broken}: cannot be used\n"
    assert citekit("styles", "check", OWN).code == 0
