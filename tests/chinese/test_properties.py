"""What holds of every text: nothing raises, spans lie inside, every character belongs somewhere."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.grammar.chinese import parse
from citekit.model import Citation, Note, Span
from citekit.segment.chinese import segment

from .reading_aloud import CONTEXT

_PIECES = st.sampled_from(
    (
        "《 》 〈 〉 “ ” （ ） ( ) [ ] 〔美〕 ， 、 ： ； 。 . , : // [M] [J] 沈志华 毛泽东 北京 人民出版社 "
        "1953年9月 第3卷 上册 第166—169页 页5 第4版 第2期 卷九 光绪三年 民国 著 编 译 主编 参见 见 转引自 "
        "同上 同注③ 前引书 档案馆 档号 106-00023-01 藏 博士学位论文 http://a.cn/b 致斯大林电 以下简称 等 "
        "2003 12(2): 1-16 Smith J. p. 5 Л. 97 的 记载"
    ).split(" ")
)
_NOTES = st.lists(_PIECES, min_size=1, max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(_NOTES)
def test_segments_lie_apart_and_cover_the_text(text: str) -> None:
    segments = segment(Note("1", text))
    spans = sorted([c.span for c in segments.citations] + list(segments.prose))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = sum(len(s) for s in spans) + sum(len(s) for s in segments.connectives)
    assert covered == len(text)


@settings(max_examples=300, deadline=None)
@given(_NOTES, st.sampled_from(["1", "B1"]))
def test_fields_lie_inside_the_citation(text: str, number: str) -> None:
    citation = Citation(number, Span(0, len(text)), "chinese")
    for reference in parse(citation, Note(number, text), CONTEXT):
        spans = [f.span for f in reference.fields] + list(reference.connectives)
        if reference.locator_span is not None:
            spans.append(reference.locator_span)
        assert all(0 <= s.start <= s.end <= len(text) for s in spans)
        assert all(f.value not in ("", ()) for f in reference.fields)
