"""Text to LaTeX and back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.library.bib.latex import balanced, decode, encode, encode_marked, tidy

ESCAPED = [
    ("毛泽东 и Сталин, née Ödön", "毛泽东 и Сталин, née Ödön"),
    ("Smith & Sons, 100 %, #5, a_b", r"Smith \& Sons, 100 \%, \#5, a\_b"),
    (r"\input{/etc/passwd}", r"\textbackslash{}input\{/etc/passwd\}"),
    ("a } b", r"a \textbraceright{} b"),
    ("{ } }", r"\textbraceleft{} \textbraceright{} \textbraceright{}"),
    ("$x^2$ ~ `q'", r"\$x\textasciicircum{}2\$ \textasciitilde{} \`{}q'"),
    ("a--b", "a-{}-b"),
    ("it''s", "it'{}'s"),
    ("nul\x00 esc\x1b tab\there", "nul esc tab here"),
]


@pytest.mark.parametrize(("text", "tex"), ESCAPED)
def test_encode(text: str, tex: str) -> None:
    assert encode(text) == tex
    assert decode(tex) == tidy(text)


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"M{\"u}ller, Ren\'e, \c{C}a, {\AA}, \v{S}, \ss{}, \o", "Müller, René, Ça, Å, Š, ß, ø"),
        ("The {Mao Zedong} {S}tory", "The Mao Zedong Story"),
        ("1950--1953 --- ``quoted'' a~b", "1950–1953 — “quoted” a b"),
        (r"\emph{Red} \textit{Wings} \textbf{x}", "<i>Red</i> <i>Wings</i> <b>x</b>"),
        (r"\textsc{apsr} \mkbibquote{in} \textsuperscript{2}", "<sc>apsr</sc> “in” <sup>2</sup>"),
        (r"\url{http://x.org/a_b} \href{http://x}{there}", "http://x.org/a_b there"),
        (r"\unknown{argument} stays", "argument stays"),
        (r"{\noopsort{Shen}}沈", "沈"),
        (r"50\% of \$5 \& more \ldots", "50% of $5 & more …"),
        ("$x^2$", "$x^2$"),
        (r"a lone \ or \begin{x}", "a lone or "),
        ("AT&T and 50% off", "AT&T and 50% off"),
    ],
)
def test_decode_of_what_others_write(tex: str, text: str) -> None:
    assert decode(tex).strip() == text.strip()


@given(st.one_of(st.text(alphabet="ab \\{}$&#%_^~`'\"-<>,?!毛Ж", max_size=30), st.text(max_size=20)))
@settings(max_examples=400, deadline=None)
def test_any_text_comes_back_and_gains_no_command(text: str) -> None:
    tex = encode(text)
    assert decode(tex) == tidy(text)
    assert balanced(tex)
    commands = set(re.findall(r"\\(?:[A-Za-z]+|.)", tex, re.DOTALL))
    assert commands <= {
        r"\textbackslash",
        r"\textbraceleft",
        r"\textbraceright",
        r"\textasciicircum",
        r"\textasciitilde",
        r"\textquotedbl",
        *(f"\\{sign}" for sign in "{}$&#%_`"),
    }


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("On <i>Red & White</i> 10<sup>2</sup>", r"On \emph{Red \& White} 10\textsuperscript{2}"),
        ('<b><i>both</i></b> <span class="nocase">Mao</span>', r"\textbf{\emph{both}} {Mao}"),
        ("<i>open", "<i>open"),
        ("<i>crossed <b></i></b>", "<i>crossed <b></i></b>"),
        ("a < b > c", "a < b > c"),
        ("<i>brace {</i> }", r"\emph{brace \textbraceleft{}} \textbraceright{}"),
    ],
)
def test_rich_text(text: str, tex: str) -> None:
    assert encode_marked(text) == tex
    if "nocase" not in text:
        assert decode(tex) == text
