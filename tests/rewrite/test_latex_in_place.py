r"""LaTeX with typed footnotes: only they change."""

from __future__ import annotations

import pytest

from citekit.rewrite.latex import rewrite_latex

from .documents import CHEN, SHEN, read

BOOK = (
    r"Chen Jian, \emph{China's Road to the Korean War} (New York: Columbia University Press, 1994), 125--57."
)
OTHER = r"Zhihua Shen, \textit{Mao, Stalin and the Korean War} (London: Routledge, 2012), 45."
FIRST = rf"1\footnote{{{BOOK}}}"
CITED = rf"1\autocite[125--57]{{{CHEN}}}"

CASES = {
    "a footnote": (f"{FIRST} % kept \\x\n", f"{CITED} % kept \\x\n"),
    "Ibid.": (FIRST + r" 2\footnote{\emph{Ibid.}, 7.} ", CITED + rf" 2\autocite[7]{{{CHEN}}} "),
    "several, before a full stop": (
        f"1\\footnote{{{BOOK[:-1]}; {OTHER}}}.",
        rf"1\autocites[125--57]{{{CHEN}}}[45]{{{SHEN}}}\relax.",
    ),
    "prose keeps its mark-up": (
        FIRST + r" 2\footnote{He \textbf{doubts} it\index{doubt}; see Chen, \emph{China's Road}, 3--4.}",
        CITED + rf" 2\footnote{{He \textbf{{doubts}} it\index{{doubt}}; see \cite[3--4]{{{CHEN}}}.}}",
    ),
    "a label is not lost": (
        rf"1\footnote{{\label{{fn:a}}{BOOK}}}",
        rf"1\footnote{{\label{{fn:a}}\cite[125--57]{{{CHEN}}}.}}",
    ),
    "footnotetext": (
        rf"1\footnotemark{{}} 2\footnotetext{{{BOOK}}}",
        rf"1\footnotemark{{}} 2\footnotetext{{\cite[125--57]{{{CHEN}}}.}}",
    ),
    "what is a citation already": (r"1\footcite[3]{key}", r"1\footcite[3]{key}"),
    "prose": (r"1\footnote{It is \emph{not} known why.}", r"1\footnote{It is \emph{not} known why.}"),
}


@pytest.mark.parametrize(("source", "written"), CASES.values(), ids=CASES)
def test_cases(source: str, written: str) -> None:
    head = "\\documentclass{article}\n\\usepackage{biblatex}\n\\begin{document}\nText "
    assert rewrite_latex(read(f"{head}{source}\n\\end{{document}}\n", "latex")).text == (
        f"{head}{written}\n\\end{{document}}\n"
    )


def test_one_not_understood_says_why() -> None:
    made = rewrite_latex(read(r"Text\footnote{\emph{Ibid.}, 9.}", "latex"))
    assert made.text.startswith("Text\\footnote{% citekit: ")
    assert made.text.endswith("\n\\mancite \\emph{Ibid.}, 9.}")
    assert made.kept == 1


def test_it_says_that_biblatex_is_needed() -> None:
    made = rewrite_latex(
        read(rf"\documentclass{{article}}\begin{{document}}{FIRST}\end{{document}}", "latex")
    )
    assert "rewrite-needs-biblatex" in {found.code for found in made.diagnostics}
