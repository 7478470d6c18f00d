r"""Text and Markdown to LaTeX: the commands, and the body, which stays what it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.rewrite.latexbody import from_markdown, from_text
from citekit.rewrite.tolatex import LatexOptions, to_latex

from .documents import BOOK, CHEN, OTHER, SHEN, pandoc, read

FRAGMENT = LatexOptions(fragment=True)


def notes(*typed: str) -> str:
    return to_latex(read(pandoc(*typed)), FRAGMENT).text


# The notes of a document, and what stands where the last of them was called.
COMMANDS = {
    "pages": ((BOOK,), rf"\autocite[125--57]{{{CHEN}}}"),
    "Ibid. is the style's": ((BOOK, "Ibid., 130."), rf"\autocite[130]{{{CHEN}}}"),
    "see": ((BOOK, "See Chen, *China's Road*, 7."), rf"\autocite[See][7]{{{CHEN}}}"),
    "no pages": ((BOOK, "See Chen, *China's Road*."), rf"\autocite[See][]{{{CHEN}}}"),
    "several": (
        (BOOK, OTHER, "Chen, *China's Road*, 3; Shen, *Mao, Stalin*, 4."),
        rf"\autocites[3]{{{CHEN}}}[4]{{{SHEN}}}",
    ),
    "prose keeps its emphasis": (
        (BOOK, "The *day* is not certain; see Chen, *China's Road*, 7."),
        rf"\footnote{{The \emph{{day}} is not certain; see \cite[7]{{{CHEN}}}.}}",
    ),
    "prose with specials": (
        (BOOK, "He doubts that it was 50% & more; see Chen, *China's Road*, 7."),
        rf"\footnote{{He doubts that it was 50\% \& more; see \cite[7]{{{CHEN}}}.}}",
    ),
    "prose only": (("He said “no” & left.",), r"\footnote{He said “no” \& left.}"),
    "leaves keep their label": (("РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97–98.",), r"\autocite[Л.~97--98]{"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "written"), COMMANDS.values(), ids=COMMANDS)
def test_commands(typed: tuple[str, ...], written: str) -> None:
    assert written in notes(*typed)


def test_a_note_not_understood_stays_with_its_reason() -> None:
    rewritten = to_latex(read(pandoc("Ibid., *9*.")), FRAGMENT)
    assert re.search(r"\\footnote\{% citekit: [\w-]+: .*\n\\mancite Ibid\., \\emph\{9\}\.\}", rewritten.text)
    assert rewritten.kept == 1
    assert [d.note for d in rewritten.diagnostics] == ["1"]


# What follows a note, and what \autocite must not take for its own.
@pytest.mark.parametrize("following", [".", ",", "[sic]", "(so)"])
def test_the_text_after_a_note_stays_where_it_is(following: str) -> None:
    typed = f"{BOOK[:-1]}; {OTHER}"
    written = to_latex(read(pandoc(typed, body=f"He came[^1]{following} And went.")), FRAGMENT).text
    assert f"{{{SHEN}}}\\relax{following} And went." in written


def test_notes_typed_at_the_foot_of_a_page_are_taken_out() -> None:
    source = f"""The decision was made in the first days of the month and it was then that the¹ Soviet

¹ {BOOK}

² {OTHER}

ambassador was told.²

Another paragraph.
"""
    written = to_latex(read(source), FRAGMENT).text
    assert written == (
        "The decision was made in the first days of the month and it was then that the"
        f"\\autocite[125--57]{{{CHEN}}} Soviet\nambassador was told.\\autocite[45]{{{SHEN}}}\n\nAnother paragraph.\n"
    )


def test_a_note_called_nowhere_is_not_lost() -> None:
    written = to_latex(read(f"A text.[^1]\n\nMore.\n\n[^1]: {BOOK}\n\n[^2]: {OTHER}\n"), FRAGMENT)
    assert SHEN in written.text
    assert "rewrite-uncalled" in {d.code for d in written.diagnostics}


def test_a_heading_keeps_its_note_out_of_the_contents() -> None:
    written = to_latex(read(pandoc(BOOK, body="# The *first* days[^1]\n\nText.")), FRAGMENT).text
    heading = r"\section[{The \emph{first} days}]{The \emph{first} days\autocite[125--57]{" + CHEN + "}}"
    assert heading in written


def test_the_bibliography_is_the_styles() -> None:
    source = pandoc(BOOK) + f"# Bibliography\n\nShen, Zhihua. *Mao*. London: Routledge, 2012.\n\n{BOOK}\n"
    result = read(source)
    made = to_latex(result).text
    assert made.count(r"\printbibliography") == 1
    assert r"\nocite{" in made
    assert "Columbia" not in made
    kept = to_latex(result, LatexOptions(typed_bibliography=True)).text
    assert "Routledge" in kept


def test_the_document_says_what_its_head_said() -> None:
    source = "---\ntitle: 'Days & Nights'\nauthor: [A. One, B. Two]\nlang: ru\n---\n\n" + pandoc(BOOK)
    made = to_latex(read(source), LatexOptions(style="verbose-ibid", resource="my.bib")).text
    for line in (
        r"\title{Days \& Nights}", r"\author{A. One and B. Two}", "english,russian]{babel}",
        r"style=verbose-ibid]{biblatex}", r"\addbibresource{my.bib}", r"\maketitle",
    ):  # fmt: skip
        assert line in made


BODIES = {
    "specials": (r"5 % of $x & #1_2 ~ ^ { }", r"5 \% of \$x \& \#1\_2 \textasciitilde{} \textasciicircum{} \{ \}"),
    "backslash": (r"a\\b \input{x}", r"a\textbackslash{}b \textbackslash{}input\{x\}"),
    "dashes stay dashes": ("1917--1921 a---b", "1917-{}-1921 a-{}-{}-b"),
    "quotation marks in pairs": ('He said "yes" and "no".', "He said ``yes'' and ``no''."),
    "one without a partner": ('5" long', r"5\textquotedbl{} long"),
    "apostrophes": ("Stalin's 'cold' '50s", "Stalin's `cold' '50s"),
    "marks in marks": ('"He said \'no\'"', "``He said `no'{}''"),
    "around emphasis": ('"*War* and peace"', r"``\emph{War} and peace''"),
    "Chinese without spaces": ('他说"好"了。', "他说``好''了。"),
    "curly marks stay": ("“So” ‘it’ «is»", "“So” ‘it’ «is»"),
    "emphasis": ("*a* **b** ~~c~~ `d_e`", r"\emph{a} \textbf{b} \sout{c} \texttt{d\_e}"),
    "emphasis between Chinese characters": ("在*《史记》*中", r"在\emph{《史记》}中"),
    "links": ("[here](http://x.org/a_b%20c#d)", r"\href{http://x.org/a_b\%20c\#d}{here}"),
    "addresses": ("see https://x.org/a_b, or <https://y.org>", r"see \url{https://x.org/a_b}, or \url{https://y.org}"),
    "headings": ("# A\n\n## B\n\n### C", "\\section{A}\n\n\\subsection{B}\n\n\\subsubsection{C}"),
    "a heading in capitals": ("THE WAR OF 1950\n\nText.", "\\section{THE WAR OF 1950}\n\nText."),
    "list": ("- [a] b\n- c", "\\begin{itemize}\n\\item {}[a] b\n\\item c\n\\end{itemize}"),
    "numbers": ("3. a\n4. b", "\\begin{enumerate}\n\\setcounter{enumi}{2}\n\\item a\n\\item b\n\\end{enumerate}"),
    "quotation": ("> a\n> b", "\\begin{quote}\na\nb\n\n\\end{quote}"),
    "code": ("```\n\\x{%\n```", "\\begin{verbatim}\n\\x{%\n\\end{verbatim}"),
    "code that would end it": ("```\n\\end{verbatim}\\x\n```", r"\textbackslash{}end\{verbatim\}\textbackslash{}x"),
    "comments go": ("a <!-- b --> c", "a  c"),
    "raised": ("1<sup>st</sup>", r"1\textsuperscript{st}"),
    "control characters": ("a\x07b", "ab"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "written"), BODIES.values(), ids=BODIES)
def test_bodies(source: str, written: str) -> None:
    assert written in from_markdown(source)


_PRINTS = {
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "'", "textquotedbl": '"',
}  # fmt: skip
_TOKEN = re.compile(
    r"\\(text[a-z]+)\{\}|\\url\{((?:\\.|[^{}\\])*)\}|\\([%&#$_{}])|(\{\})|(``|'')|(`)|(.)", re.DOTALL
)


def printed(latex: str) -> str:
    """What LaTeX of our making prints, quotation marks made straight, without white space."""
    text = re.sub(r"^\\section\{(.*)\}$", r"\1", latex, flags=re.MULTILINE)
    out = []
    for word, url, special, empty, double, single, other in _TOKEN.findall(text):
        sign = re.sub(r"\\(.)", r"\1", url) or special or ("'" if single else other)
        out.append(_PRINTS.get(word, "") or ('"' if double else "") or ("" if empty else sign))
    return re.sub(r"\s", "", "".join(out))


def bare(source: str) -> str:
    return re.sub(r"\s|[\x00-\x1f]", "", source.replace("`", "'"))


@settings(max_examples=300)
@given(st.text(alphabet="ab Zж中.,;:?!'\"`-–%&#$_{}[]()^~\\<>*|/@1", max_size=60))
def test_plain_text_prints_itself(source: str) -> None:
    assert printed(from_text(f"x {source}")) == bare(f"x {source}")


@pytest.mark.parametrize("source", ["see http://x.org/a_b%20(c)#d.", "ABC DEF", '"a \'b\' "c" d"'])
def test_more_of_what_is_printed(source: str) -> None:
    assert printed(from_text(source)) == bare(source)


PARTS = [
    *"""[^1]¦[^2]¦^[¦]¦*¦_¦`¦"¦'¦Ibid., 3.¦See ¦¹¦# ¦- ¦> ¦|¦\\¦{¦}¦$¦%¦Text goes on. ¦同上，第3页。¦<b>¦<!-- ¦(¦)¦⸨1⸩
    ¦https://x.org/a_b¦\\end{document}""".split("¦"),
    *("\n\n", "\n\n[^1]: ", "\n[^2]: ", "\n\n¹ ", "## Bibliography\n\n", "## Notes\n\n1. ", BOOK),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join), st.sampled_from(["markdown", "text"]))
def test_any_text_gives_latex_whose_braces_pair(source: str, format: str) -> None:  # noqa: A002
    written = to_latex(read(source, format), FRAGMENT).text
    bare = re.sub(r"\\begin\{verbatim\}.*?\\end\{verbatim\}|\\[\\{}%]", "", written, flags=re.DOTALL)
    bare = re.sub(r"(?m)%.*$", "", bare)
    assert bare.count("{") == bare.count("}")
    assert "\\end{document}" not in re.sub(
        r"\\begin\{verbatim\}.*?\\end\{verbatim\}", "", written, flags=re.DOTALL
    )
