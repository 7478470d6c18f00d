"""A whole thesis: its notes become the right commands, its body stays, and what LaTeX makes of it reads back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from citekit import parse
from citekit.export import find_format, material_of
from citekit.model import Result
from citekit.rewrite.markdown import to_markdown
from citekit.rewrite.plan import plans
from citekit.rewrite.source import Edit, regions, splice
from citekit.rewrite.thesisfolder import folder_files
from citekit.rewrite.tolatex import LatexOptions, to_latex

from .roundtrip import Difference, differences
from .test_latex import printed

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
EXAMPLE = ROOT / "examples/chapter.md"
THESIS = SHARED / "corpus/thesis.md"
needs_shared = pytest.mark.skipif(not THESIS.exists(), reason="the corpus is not here")

_ARGUMENT = r"(?:\[((?:[^\[\]{}]|\{[^{}]*\})*)\])?"
_CITES = re.compile(rf"\\(?:auto)?cites?((?:{_ARGUMENT}{_ARGUMENT}\{{[^{{}}]+\}})+)")
_CITE = re.compile(rf"{_ARGUMENT}{_ARGUMENT}\{{([^{{}}]+)\}}")
_NOTE = re.compile(rf"\\autocites?(?:{_ARGUMENT}{_ARGUMENT}\{{[^{{}}]+\}})+|\\footnote\{{")


def notes_of(latex: str) -> list[str]:
    """The LaTeX of each note of a rewritten body."""
    found, at = [], 0
    while note := _NOTE.search(latex, at):
        at = note.end()
        depth = 1 if note[0] == "\\footnote{" else 0
        while depth:
            at += 2 if latex[at] == "\\" else 1
            depth += {"{": 1, "}": -1}.get(latex[at - 1], 0) if latex[at - 2] != "\\" else 0
        found.append(latex[note.start() : at])
    return found


def cites_of(note: str) -> list[tuple[str, str | None]]:
    """Key and pages of each citation of a note."""
    found = []
    for commands in _CITES.finditer(note):
        for one, two, key in _CITE.findall(commands[1]):
            pages = re.sub(r"^\d+:(?=\d)", "", (two or one).replace("--", "-").strip("{}"))
            found.append((key, pages or None))
    return found


@pytest.fixture(scope="module")
def thesis() -> Result:
    return parse(THESIS)


@needs_shared
def test_notes_become_commands_with_the_right_works_and_pages(thesis: Result) -> None:
    lines = (SHARED / "gold/thesis.notes.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [note for line in lines if (note := json.loads(line))["n"][0] != "B" and note["cites"]]
    gold = [note for note in gold if all(cite["work"] for cite in note["cites"])]
    body = to_latex(thesis, LatexOptions(fragment=True)).text
    found = {str(n): cites_of(note) for n, note in enumerate(notes_of(body), 1)}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for note in gold:
        for cite, (key, _) in zip(note["cites"], found[note["n"]], strict=False):
            votes[cite["work"]][key] += 1
    right: dict[bool, list[bool]] = {True: [], False: []}
    for note in gold:
        ibid = any(cite["form"] == "ibid" for cite in note["cites"])
        wanted = [
            (max(votes[cite["work"]], key=votes[cite["work"]].__getitem__, default=""), cite["locator"])
            for cite in note["cites"]
        ]
        right[ibid].append(wanted == found[note["n"]])
    for ibid, marks in right.items():
        assert sum(marks) >= 0.9 * len(marks), "ibid." if ibid else "others"


def letters(text: str) -> str:
    """Letters and digits alone: quotation marks and dashes are other signs in LaTeX."""
    return "".join(char for char in text if char.isalnum())


def body_without_notes(result: Result) -> str:
    """The body, and the bibliography as far as it stays: letters and digits of what a reader sees."""
    source = result.document.source
    gone = [span for read in result.notes for span in regions(read.note, source)]
    gone += [mark.span for mark in result.document.marks]
    text = re.sub(
        r"\A---\n.*?\n---\n", "", splice(source, [Edit(span, "") for span in gone]), flags=re.DOTALL
    )
    text = re.sub(r"\]\([^()\s]*\)", "]", text)  # addresses of links
    text = re.sub(r"^\d+\.(?=\s)", "", text, flags=re.MULTILINE)  # the numbers of a list, which LaTeX counts
    return letters(text)


@needs_shared
def test_the_body_of_the_thesis_is_unchanged(thesis: Result) -> None:
    check_body(thesis)


def test_the_body_of_the_example_is_unchanged() -> None:
    check_body(parse(EXAMPLE))


def check_body(result: Result) -> None:
    latex = to_latex(result, LatexOptions(fragment=True)).text
    for note in notes_of(latex):
        latex = latex.replace(note, "", 1)
    latex = re.sub(r"\\nocite\{.*\}|\\printbibliography\[.*?\]|\\relax", "", latex)
    latex = re.sub(r"\\text[a-z]+\{\}", "", latex)
    latex = re.sub(r"\\href\{[^{}]*\}", "", latex)
    latex = re.sub(
        r"\\(?:emph|url|sout|section|subsection|subsubsection|begin|item|end)(?:\{(?:itemize|enumerate)\}(?:\n\\setcounter\{enumi\}\{\d+\})?)?",
        "",
        latex,
    )
    assert letters(printed(latex.replace("{", "").replace("}", ""))) == body_without_notes(result)


@needs_shared
def test_markdown_keeps_every_byte_but_the_notes(thesis: Result) -> None:
    """What stands between two notes of the source stands between them in the new text."""
    rewritten = to_markdown(thesis).text
    source, at = thesis.document.source, 0
    cuts = [mark.span for mark in thesis.document.marks]
    cuts += [span for plan in plans(thesis) for span in regions(plan.read.note, source)]
    start = 0
    for cut in sorted(cuts):
        piece = source[start : cut.start].strip("\n")
        found = rewritten.find(piece, at)
        assert found >= 0, piece[:80]
        at, start = found + len(piece), max(start, cut.end)
    assert rewritten.endswith(source[start:].lstrip("\n"))


# -- through pandoc -------------------------------------------------------------------------------------------


PANDOC = {
    "thesis": (THESIS, set()),
    # the printed order of an archival reference (file, fond, archive, leaf) is no order of any note
    "example": (EXAMPLE, {"note 19", "note 20", "note 25"}),
    # letters of one heading, and a document named with another collection that prints it
    "article": (SHARED / "corpus/jcs-article.md", {f"note {n}" for n in (12, 14, 19, 25, 38)}),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PANDOC)
def test_pandoc_sets_the_same_works(name: str, tmp_path: Path) -> None:
    """Rewritten Markdown that pandoc sets in a Chicago style reads back."""
    pypandoc = pytest.importorskip("pypandoc")
    source, open_ones = PANDOC[name]
    if not source.exists():
        pytest.skip("the corpus is not here")
    result = parse(source)
    (tmp_path / "cited.md").write_text(to_markdown(result, repeat_pages=True).text, encoding="utf-8")
    library = find_format("csl-json").write(material_of([result])).text
    (tmp_path / "references.json").write_text(library, encoding="utf-8")
    style = ROOT / "styles/chicago-notes-archival.csl"
    said = run(
        tmp_path, pypandoc.get_pandoc_path(), "cited.md", "--citeproc", "--bibliography=references.json",
        f"--csl={style}", "-M", "suppress-bibliography=true", "-t", "markdown-citations-smart", "--wrap=none",
        "-o", "set.md",
    )  # fmt: skip
    assert "not found" not in said
    found = differences(result, parse(tmp_path / "set.md"))
    assert {one.where for one in found if one.where.startswith("note")} <= open_ones


# -- in LaTeX -------------------------------------------------------------------------------------------------


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    return done.stdout + done.stderr


def compiled(folder: Path, latex: str, bibliography: str) -> Path:
    """The PDF that *latex* gives, without errors, undefined citations and missing glyphs."""
    if not (shutil.which("xelatex") and shutil.which("biber") and shutil.which("pdftotext")):
        pytest.skip("no TeX installation with xelatex and biber, or no pdftotext")
    (folder / "t.tex").write_text(latex, encoding="utf-8")
    (folder / "references.bib").write_text(bibliography, encoding="utf-8")
    command = ("xelatex", "-interaction=nonstopmode", "-no-shell-escape", "t")
    run(folder, *command)
    said = run(folder, "biber", "t")
    run(folder, *command)
    run(folder, *command)
    log = (folder / "t.log").read_text(encoding="utf-8", errors="replace")
    assert re.findall(r"^!.*\n.*", log, re.MULTILINE) == []
    assert re.findall(r"Missing character.*", log) == []
    assert re.findall(r"(?:Citation|Reference).*undefined.*", log) == []
    assert re.findall(r"ERROR.*", said) == []
    return folder / "t.pdf"


def bibliography_of(result: Result) -> str:
    return find_format("biblatex").write(material_of([result])).text


def read_back(source: Path, folder: Path, *, repeat_pages: bool = False) -> tuple[str, list[Difference]]:
    """The text of the PDF that biblatex-chicago makes of a document, and in which works and pages it differs."""
    result = parse(source)
    latex = to_latex(result, LatexOptions(repeat_pages=repeat_pages)).text
    assert r"\usepackage[notes,useibid,backend=biber]{biblatex-chicago}" in latex
    pdf = compiled(folder, latex, bibliography_of(result))
    return run(folder, "pdftotext", "-layout", "t.pdf", "-"), differences(result, parse(pdf))


@pytest.mark.latex
@needs_shared
def test_the_thesis_compiles_and_reads_back(tmp_path: Path) -> None:
    """Every note cites the same works (what a bare Ibid. leaves out of the pages, the style leaves out too)."""
    text, found = read_back(THESIS, tmp_path)
    assert "16012" in text
    bare = re.sub(r"\s", "", text)
    for part in (
        "俄罗斯解密档案选编",
        "苏联历史档案选编",
        "13October1950,№16012,in",
        "“RussianDeclassifiedArchives",
    ):
        assert part in bare
    assert [str(one) for one in found if "cites the pages" not in one.what] == []


@pytest.mark.latex
def test_the_example_compiles_and_reads_back(tmp_path: Path) -> None:
    text, found = read_back(EXAMPLE, tmp_path, repeat_pages=True)
    assert [str(one) for one in found] == []
    bare = re.sub(r"\s", "", text)
    for part in (
        "StalintoMaoZedongandZhouEnlai,1October1950,ArchiveofthePresidentoftheRussianFederation,fond45,opis1,"
        "delo334,listy97–98",
        "РГАСПИ,Ф.558,Оп.11.Д.334,Л.140",
        "徐焰,第一次较量",
    ):
        assert part in bare


@pytest.mark.latex
@needs_shared
def test_the_article_compiles_and_reads_back(tmp_path: Path) -> None:
    """Two notes name a document and then another collection that prints it, in words of their own."""
    _, found = read_back(SHARED / "corpus/jcs-article.md", tmp_path)
    assert {one.where for one in found if one.where.startswith("note")} <= {"note 12", "note 25"}


@pytest.mark.latex
@pytest.mark.parametrize("style", ["citekit", "verbose-ibid", "gb7714-2015", "gost-footnote"])
def test_the_example_compiles_in_other_styles(style: str, tmp_path: Path) -> None:
    result = parse(EXAMPLE)
    for name, content in folder_files().items():
        if name.startswith("citekit."):
            (tmp_path / name).write_text(content, encoding="utf-8")
    compiled(tmp_path, to_latex(result, LatexOptions(style=style)).text, bibliography_of(result))
    said = run(tmp_path, "biber", "--validate-datamodel", "t")
    assert re.findall(r"ERROR.*" if style != "citekit" else r"(?:ERROR|WARN).*", said) == []
    text = re.sub(r"[\s’']", "", run(tmp_path, "pdftotext", "-layout", "t.pdf", "-"))
    for part in (
        "16012",
        "Загадочнаявойна",
        "第一次较量",
        "罗申致斯大林电：毛泽东通知中国决定出兵朝鲜",
        "ChinasRoad",
        "toMaoZedongandZhouEnlai",
        "fond45,opis1,delo334",
        "РГАСПИ,Ф.558,Оп.11.Д.334",
        "CentralDecimalFile,795.00/10-450",
    ):
        assert part in text
    if style in ("citekit", "verbose-ibid"):
        assert "pp.30–84.10Ibid." in text


HOSTILE = r"""# \input{/etc/passwd} & 100 % of #1 $x^2$ _a_ {b} ~ [^1]

"Quoted" --- text with `\verb|x|` and <b>raw</b> and [a link](http://x.org/a_b%20c?d=#e), 5 > 4 < 6 \\ \relax[^2]

- [x] \item
- 毛泽东 “на русском” \end{document}

| a & b | c % |
|-------|----:|
| \\ | # |

```
\end{verbatim}\write18{rm}
```

[^1]: He said {no \end{footnote}} & "yes" % why #2.

[^2]: \input{x}: see William Stueck, *The {Korean} War: 100 % & #* (Princeton: University Press, 1995), 130--32.
"""


@pytest.mark.latex
def test_hostile_text_compiles(tmp_path: Path) -> None:
    from citekit.readers import read_text

    result = parse(read_text(HOSTILE, "hostile.md"))
    compiled(tmp_path, to_latex(result, LatexOptions(style="verbose-ibid")).text, bibliography_of(result))


@pytest.mark.latex
def test_make_pdf_in_a_new_folder(tmp_path: Path) -> None:
    if not all(map(shutil.which, ("make", "xelatex", "biber", "pdftotext"))):
        pytest.skip("no TeX installation with xelatex and biber, no make or no pdftotext")
    import sys

    for name, content in folder_files().items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    said = run(tmp_path, "make", f"CITEKIT={sys.executable} -m citekit", "pdf", "notes")
    assert (tmp_path / "thesis.pdf").exists(), said
    assert len((tmp_path / "build/notes.jsonl").read_text(encoding="utf-8").splitlines()) == 5
    text = run(tmp_path, "pdftotext", "-layout", "thesis.pdf", "-")
    for part in (
        "Archives",
        "РГАСПИ, Ф. 558, Оп. 11. Д. 334",
        "Books and Articles",
        "冷战在亚洲",
        "ibid., p. 140",
    ):
        assert part in text
