"""A note and its source side by side: citations are cut out with the mark-up that is theirs, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Span
from citekit.rewrite.align import LATEX, MARKDOWN, PLAIN, Markup, places, stretch

# Source, text, the words wanted, what of the source prints them (None: they cannot be cut out).
CASES = {
    "plain": (PLAIN, "See  Shen,\n45.", "See Shen, 45.", "Shen, 45", "Shen,\n45"),
    "emphasis inside": (MARKDOWN, "See *Mao*, 45.", "See Mao, 45.", "Mao, 45", "*Mao*, 45"),
    "emphasis that ends with the citation": (MARKDOWN, "*Ibid.*, 4. So", "Ibid., 4. So", "Ibid., 4", "*Ibid.*, 4"),
    "emphasis around more": (MARKDOWN, "*see Mao, 45*", "see Mao, 45", "Mao, 45", "Mao, 45"),
    "escaped": (MARKDOWN, r"A \[b\] c", "A [b] c", "[b]", r"\[b\]"),
    "entity": (MARKDOWN, "A &amp; B, 3", "A & B, 3", "A & B", "A &amp; B"),
    "link": (MARKDOWN, "see [Mao](http://x.y/z), 4", "see Mao, 4", "Mao", "[Mao](http://x.y/z)"),
    "underscore in a word": (MARKDOWN, "see a_b c", "see a_b c", "a_b", "a_b"),
    "emphasis that begins in it": (MARKDOWN, "see Mao, *War and 4*", "see Mao, War and 4", "Mao, War", None),
    "LaTeX": (LATEX, r"See \emph{Mao}, 45--46.", "See Mao, 45–46.", "Mao, 45–46", r"\emph{Mao}, 45--46"),
    "LaTeX quotes": (LATEX, "in ``War,'' 3", "in “War,” 3", "“War,” 3", "``War,'' 3"),
    "LaTeX specials": (LATEX, r"A \& B 5\% x", "A & B 5% x", "A & B", r"A \& B"),
    "LaTeX accents": (LATEX, r"see Caf\'e, 3", "see Café, 3", "Café", r"Caf\'e"),
    "LaTeX no-break space": (LATEX, "p.~5 x", "p. 5 x", "p. 5", "p.~5"),
    "LaTeX group around more": (LATEX, r"\emph{see Mao}", "see Mao", "Mao", "Mao"),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "raw", "text", "wanted", "found"), CASES.values(), ids=CASES)
def test_cases(markup: Markup, raw: str, text: str, wanted: str, found: str | None) -> None:
    spans = places(raw, text, markup)
    assert spans is not None
    start = text.index(wanted)
    part = stretch(raw, spans, Span(start, start + len(wanted)), markup)
    assert (part.of(raw) if part else None) == found


def test_what_does_not_agree_is_left() -> None:
    assert places("one thing", "another", MARKDOWN) is None
    assert places("", "a", LATEX) is None


@given(st.text(alphabet="a *_[](){}\\%~-'`\n<>&;", max_size=40), st.text(alphabet="a *-'“", max_size=20))
def test_any_text_ends(raw: str, text: str) -> None:
    for markup in (MARKDOWN, LATEX, PLAIN):
        spans = places(raw, text, markup)
        assert spans is None or len(spans) == len(text)
