"""No word of a citation goes missing: the work says it, or it stands beside the command as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from citekit import parse
from citekit.coverage import coverage
from citekit.model import Cite, Date, Result
from citekit.rewrite.markdown import to_markdown
from citekit.rewrite.plan import Group, NotePlan, plans
from citekit.rewrite.tolatex import LatexOptions, to_latex

from .documents import BOOK, OTHER, pandoc, read

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared/corpus"
DOCUMENTS = {
    "example": ROOT / "examples/chapter.md",
    "thesis": CORPUS / "thesis.md",
    "article": CORPUS / "jcs-article.md",
}

TELEGRAM = "Ivanov to Petrov, 3 May 1946 telegram, Documents on Trade (Moscow: Progress, 1980), pp. 12-13."
AGAIN = "Ivanov to Petrov, 3 May 1946 telegram, cited in Anna Weber, ed., *Papers of the Harbour* (Berlin: Hafen, 1991), p. 7."
SHORT_NAME = "Erik Hansen, *Ports of the North* (Oslo: Havn, 1990) (hereafter PN), 5."

# The notes of a document; what the last of them becomes in LaTeX and in Markdown.
KEPT = {
    "chapters of a book": (
        (BOOK, "Chen. “The Road” and “The River” in *China's Road*, 7-9."),
        r"\autocite[“The Road” and “The River” in][7--9]{chen1994chinaroad}",
        "[“The Road” and “The River” in @chen1994chinaroad, pp. 7-9]",
    ),
    "chapters among prose": (
        (BOOK, "It is well told. See Chen, “The Road” and “The River” in *China's Road*, 7."),
        r"\footnote{It is well told. See \cite[“The Road” and “The River” in][7]{chen1994chinaroad}.}",
        "It is well told. See “The Road” and “The River” in @chen1994chinaroad [p. 7].",
    ),
    "another edition with its editor": (
        (TELEGRAM, AGAIN),
        r"\autocite[Anna Weber, ed., \emph{Papers of the Harbour} (Berlin: Hafen, 1991), p. 7]{ivanovtopetrov19460503}",
        "[@ivanovtopetrov19460503, Anna Weber, ed., *Papers of the Harbour* (Berlin: Hafen, 1991), p. 7]",
    ),
    "a short name that nothing uses any more": (
        (OTHER, SHORT_NAME),
        r"\autocite[5]{hansen1990portsnorth}",
        "[@hansen1990portsnorth, p. 5]",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("notes", "latex", "markdown"), KEPT.values(), ids=KEPT)
def test_typed_words_stand_beside_the_command(notes: tuple[str, ...], latex: str, markdown: str) -> None:
    result = read(pandoc(*notes))
    assert latex in to_latex(result, LatexOptions(fragment=True)).text
    assert markdown in to_markdown(result).text


def test_a_short_name_is_defined_where_it_is_still_used() -> None:
    result = read(pandoc(SHORT_NAME, "What PN says of the ice is not certain."))
    latex = to_latex(result, LatexOptions(fragment=True)).text
    assert r"\footnote{\cite[5]{hansen1990portsnorth} (hereafter PN).}" in latex
    assert "@hansen1990portsnorth [p. 5] (hereafter PN)." in to_markdown(result).text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_word_goes_missing(name: str) -> None:
    if not DOCUMENTS[name].exists():
        pytest.skip("the corpus is not here")
    result = parse(DOCUMENTS[name])
    missing = [
        (plan.read.note.n, word)
        for plan in plans(result)
        for word in unsaid(plan, result, short_names(result))
    ]
    assert missing == []


CONNECTING = set(
    # what points back, introduces a place, or counts: a style has its own words for it
    "ibid hereafter cited issues earlier there 同 上 第 页 年 月 日 卷 主 编".split()
)

# -- what is said ------------------------------------------------------------------------------------------------


def short_names(result: Result) -> set[str]:
    """The names that the document defines for its works: a style writes the works in full."""
    names = (cite.reference.abbreviation for read in result.notes for cite in read.cites)
    return {word for name in names if name for word in words(name)}


def unsaid(plan: NotePlan, result: Result, defined: set[str]) -> Iterator[str]:
    """The words of the citations of *plan* that neither their works nor the typed words beside them say."""
    items = {work.id: work.item for work in result.works}
    for group in plan.groups:
        cites = [
            cite
            for cite in plan.read.cites
            if group.full.start <= cite.reference.citation.span.start < group.full.end
        ]
        said = defined | set(beside(plan, group)) | CONNECTING
        for cite in cites:
            said |= set(words(items[cite.work or ""])) | set(written_dates(cite))
        for stretch in coverage(plan.read):
            inside = group.full.start <= stretch.span.start and stretch.span.end <= group.full.end
            if inside and stretch.kind in ("field", "residue"):
                for word in words(stretch.span.of(plan.text)):
                    if (len(word) > 3 or word > "\u2e80") and not any(
                        is_spelt_alike(word, other) for other in said
                    ):
                        yield word


def beside(plan: NotePlan, group: Group) -> Iterator[str]:
    for lead, item in plan.introduced(group):
        yield from words([lead, item.locator, item.typed_label, item.volume, item.elsewhere, group.defines])


def written_dates(cite: Cite) -> Iterator[str]:
    """The words of a date, and the years between two: a style writes them in its own way."""
    for field in cite.reference.fields:
        if isinstance(field.value, Date):
            if len(field.value.parts) == 2:
                yield from map(str, range(field.value.parts[0][0], field.value.parts[1][0]))
            yield from "january february march april may june july august september october november december".split()
            yield from "winter spring summer autumn".split()


def words(value: object) -> Iterator[str]:
    """Words, numbers and single Han characters in *value*, however deep they stand."""
    if isinstance(value, str):
        yield from re.findall(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|\d+", value.casefold())
    elif isinstance(value, Mapping):
        yield from words(list(value.values()))
    elif isinstance(value, Iterable):
        for part in value:
            yield from words(part)
    elif value is not None:
        yield str(value)


def is_spelt_alike(word: str, other: str) -> bool:
    """Whether a style writes *other* for *word*: another spelling of one name, the plural, its beginning."""
    return word == other or (
        word.isalpha() and other.isalpha() and Levenshtein.distance(word, other) <= max(1, len(word) // 4)
    )
