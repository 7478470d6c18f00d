"""Nothing is lost: every character of every note is a field, connecting words, prose, a sign, or reported residue."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.coverage import coverage, residue
from citekit.model import Document, Note, Result
from citekit.pipeline import parse

SHARED = Path(__file__).parents[2] / "shared"
GOLD = sorted(SHARED.glob("gold/*.notes.jsonl"))

# Pieces that real notes are made of, in the three languages, and signs that go wrong in them.
PIECES = st.sampled_from(
    [
        "Ibid.", "ibid., ", "See also ", "See ", "; ", ". ", ", ", "p. 5", "pp. 12–15", "№16012 ", "(", ")", "“", "”", '"',
        "Kotkin, ", "Stalin", " to ", "Mao Zedong", "Vol. 2 of ", "(New York: Penguin, 2014)", "1950", "19 January 1950",
        "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97", "Там же. ", " // ", "Указ. соч. ", "Иванов И. И. ", "С. 5", " – ", "М.: Наука, 1990",
        "沈志华：", "《毛泽东》", "，", "第12页", "北京：人民出版社", "2003年", "同上", "转引自", "。", "档号：106-00023-01", "（", "）",
        "RG 59, 795.00/7-1050", "ed.", "et al.", "[translated]", "\u00a0", "'", "—", "тел.", "x" * 40, "?", "!", "<https://example.org/a>",
    ]
)  # fmt: skip
NOTES = st.lists(
    st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=60)), min_size=1, max_size=4
)


def read(lines: list[str]) -> Result:
    return parse(Document("any", "text", tuple(Note(str(n), line) for n, line in enumerate(lines, 1))))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NOTES)
def test_every_character_has_one_fate(lines: list[str]) -> None:
    for note in read(lines).notes:
        stretches = coverage(note)
        assert "".join(s.span.of(note.note.text) for s in stretches) == note.note.text
        assert all(a.span.end == b.span.start for a, b in pairwise(stretches))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NOTES)
def test_what_is_left_over_inside_a_citation_is_reported(lines: list[str]) -> None:
    result = read(lines)
    reported = {d.note for d in result.diagnostics if d.code == "not-understood"}
    assert reported == {note.note.n for note in result.notes if residue(note)}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NOTES)
def test_the_same_notes_give_the_same_works(lines: list[str]) -> None:
    one, two = read(lines), read(lines)
    assert [w.item for w in one.works] == [w.item for w in two.works]
    assert one.diagnostics == two.diagnostics


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NOTES)
def test_each_cite_is_a_stretch_of_its_note_and_means_a_known_work(lines: list[str]) -> None:
    result = read(lines)
    known = {work.id for work in result.works}
    for note in result.notes:
        for cite in note.cites:
            assert cite.raw in note.note.text
            assert cite.work is None or cite.work in known
    cited = {cite.work for note in result.notes for cite in note.cites}
    assert known <= cited


@pytest.mark.skipif(not GOLD, reason="the gold sets are not at hand")
@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name.split(".")[0])
def test_residue_inside_citations_is_at_most_two_in_a_hundred(path: Path) -> None:
    result = parse(path)
    inside = sum(len(c.span) for note in result.notes for c in note.segments.citations)
    left = sum(len(span) for note in result.notes for span in residue(note))
    assert left <= 0.02 * inside
