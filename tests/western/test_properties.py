"""What holds of every text: nothing raises, nothing is lost, and the same text is read the same way twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.grammar.western import parse
from citekit.model import Citation, Note, Span
from citekit.segment.western import segment

from .reading_aloud import CONTEXT

_PIECES = st.sampled_from(
    "Ibid. ibid., op. cit. See also cf. quoted in cited in|. and |; |, |. |: |.. ( ) [ ] “ ” ‘ ’ \" ' « » * "
    "Chen Jian| Westad,| Stalin| Mao Zedong to Stalin| The Cold War| Beijing: Renmin, 1990| (London, 1999)| 45–46"
    "| pp. 3, 5| 2:125| vol. 2| no. 3 (1995)| 14 December 1949| Fall 2007/Winter 2008| f. 5, op. 1, d. 3, l. 5ob| RG 59"
    "| Box 4| ed. X| trans. Jane Doe| PhD diss.| [Translated]| 毛泽东| Письмо| // http://a.org/b| accessed 1 May 2001"
    "| doi:10.1000/x| Telegram from| FRUS, 1950| Working Paper no. 3| hereafter X| n.d.| et al.,| Pravda|, who says"
    "| s.v. “x”| passim| I, 45| 5ob| \x00| ﬁ| 🙂".replace(" ", "| ").split("|")
)
_NOTES = st.lists(_PIECES, min_size=1, max_size=22).map("".join)
_TEXTS = st.one_of(_NOTES, st.text(max_size=80))


@settings(max_examples=250, deadline=None)
@given(_TEXTS, st.sampled_from(["1", "B1"]))
def test_a_note_is_cut_without_loss(text: str, number: str) -> None:
    segments = segment(Note(number, text))
    spans = [*segments.prose, *segments.connectives]
    for citation in segments.citations:
        spans += [s for s in (citation.lead, citation.span, citation.trail) if s is not None]
    spans.sort()
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end == b.start for a, b in pairwise(spans))
    assert sum(map(len, spans)) == len(text)


@settings(max_examples=250, deadline=None)
@given(_TEXTS, st.sampled_from(["1", "B1"]), st.integers(0, 30), st.integers(0, 30))
def test_fields_lie_inside_the_note(text: str, number: str, start: int, size: int) -> None:
    emphasis = (Span(start, start + size),) if size and start + size <= len(text) else ()
    note = Note(number, text, emphasis)
    citation = Citation(number, Span(0, len(text)), "western")
    references = parse(citation, note, CONTEXT)
    assert references == parse(citation, note, CONTEXT)
    for reference in references:
        spans = [f.span for f in reference.fields] + list(reference.connectives)
        if reference.locator_span is not None:
            spans.append(reference.locator_span)
        assert all(0 <= s.start <= s.end <= len(text) for s in spans)
        assert all(f.value not in ("", ()) for f in reference.fields)
