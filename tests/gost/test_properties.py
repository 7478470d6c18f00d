"""What holds for every note: nothing raises, spans stand in order and inside the note."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.grammar.gost import parse
from citekit.model import Note
from citekit.segment.gost import segment

from .reading_aloud import CONTEXT

PIECES = [
    "Иванов И. И. ", "И. И. Иванов. ", "Там же. ", "Указ. соч. ", "Цит. по: ", "См. также: ", "Он же. ",
    "М.: Наука, 2001. ", "М., 1990. ", " // ", " / ", "; ", ". – ", "С. 5–7", "Л. 12 об.",
    "РГАСПИ. Ф. 558. Оп. 11. Д. 334. ", "Д. 5. ", "Т. 3. ", "№ 5", "«", "»", "(", ")", "[и др.]",
    "под ред. ", "Правда. 1950. 26 июня", "(далее — РГАЛИ)", "дис. ... канд. ист. наук",
    "Письмо И. В. Сталина Мао Цзэдуну", "5 октября 1950 г.", "URL: http://a.ru/b", "Вопросы истории",
    "1950", ", ", "207 с.", "Ibid. P. 5", "...", "\n", "І", "ъ", "毛泽东", "\u0301", "I", "",
]  # fmt: skip
NOTES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)


@settings(max_examples=300, deadline=None)
@given(text=NOTES | ANY, entry=st.booleans())
def test_every_note_is_cut_and_read(text: str, entry: bool) -> None:
    note = Note("B1" if entry else "1", text)
    segments = segment(note)
    last = 0
    for citation in segments.citations:
        assert last <= citation.span.start < citation.span.end <= len(text)
        last = citation.span.end
        for reference in parse(citation, note, CONTEXT):
            for field in reference.fields:
                assert citation.span.start <= field.span.start <= field.span.end <= citation.span.end
                assert field.rule
            for span in reference.connectives:
                assert citation.span.start <= span.start <= span.end <= citation.span.end


@settings(max_examples=100, deadline=None)
@given(text=NOTES)
def test_an_entry_is_one_citation(text: str) -> None:
    assert len(segment(Note("B1", text)).citations) <= 1


def test_long_notes_take_time_in_proportion() -> None:
    """Repetitions of what rules look for: no rule looks at the whole note again for each of them."""
    for unit in (
        "а; ",
        "Слово и дело. ",
        "1950. ",
        "Т. 5. ",
        "Иванов И. И., ",
        "Правда. 1950. 5 мая; 6 мая; ",
    ):
        note = Note("1", unit * (6000 // len(unit)))
        start = time.process_time()
        for citation in segment(note).citations:
            parse(citation, note, CONTEXT)
        assert time.process_time() - start < 2.0, unit
