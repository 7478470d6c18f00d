"""A note that follows the Chinese convention, cut into citations, the words that lead to them, and prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.languages import zh
from citekit.model import Citation, Note, Segments, Span
from citekit.recognise.chinese_pages import PAGES
from citekit.recognise.chinese_shape import shape
from citekit.recognise.convention import convention_of
from citekit.segment.chinese_evidence import ELIDED, PROSE_WORDS, SOURCE_SIGNS, cites, is_back, names_work
from citekit.segment.chinese_quotes import with_curly_quotes

_SIGNALS = sorted(zh.SIGNALS, key=len, reverse=True)
_WHAT_FOLLOWS = r"(?:(?:以下|下列|如下)(?:论著|文献|著作|论文|研究|资料|诸书|诸文)?)?\s?[:]?\s?"
# Words that stand between the start of a sentence and its lead: 相关研究可参阅, 以上均见, 中译文见.
_BEFORE_LEAD = (
    r"(?:(?:关于|有关|对于|对)[^,;。:《》“”]{1,16}?[,的]?)?(?:以上|以下|上述|上引|有关|相关|引文|引语|"
    r"原文|译文|中译文|中译本|全文|本段|此段|此处|"
    r"此|其|这一|该|语|事|文|说|点|详情|具体|主要|详细|更多|研究|论述|内容|"
    r"情况|史料|资料|成果|讨论|分析|问题|说法|观点|记载|较|近来|最新|可|请|均|皆|俱|并|又|亦|也|还|另|"
    r"则|系|即|的){0,7}"
)
_LEAD = re.compile(_BEFORE_LEAD + "(?P<word>" + "|".join(_SIGNALS) + ")" + _WHAT_FOLLOWS)
_INNER_LEAD = re.compile(
    r"(?<=[,;。:()])\s?(?P<lead>"
    + _BEFORE_LEAD
    + "(?P<word>"
    + "|".join(w for w in _SIGNALS if w not in ("如", "例如", "参", "来源", "出处", "据"))
    + ")"
    + _WHAT_FOLLOWS
    + ")"
)
_CITED_IN = re.compile(r"(?P<lead>(?:[,;。(（]\s?)?(?P<word>转引自|转引|转见于|转见|转自)\s?[:]?\s?)")
_JOINED = re.compile(
    r"(?<=页)[^,、《;]{0,4}[,、]\s?(?:以及|及|和|与|"
    r"又)?(?=(?:[^,、;《》〈〉:]{2,30}(?:、[^,、;《》〈〉:]{2,12})*[:])?\s?[《〈])"
)
_QUOTE_AFTER = re.compile(r"(?:页|版)\s?[:,]\s?(?:“|(?:原文|文中|其中|此处|该文|该书|书中|作者)[^《]*$)")
_MARK = re.compile(r"\[\s?(?:M|C|N|J|D|R|S|P|G|A|Z|DB|CP|EB|CM|DS|PP|K)\s?(?:/\s?[A-Z]{2})?\s?\]")
_NUMBER_LEFT = re.compile(r"^\s?[\[(]?[0-9]{1,3}[\])]\s?|^\s?[①-⑳]\s?")
_OPENING, _CLOSING = "([《〈“", ")]》〉”"


@dataclass(slots=True)
class _Cut:
    """The growing list of segments; ``at`` is where the text not yet assigned begins."""

    note: Note
    shape: str
    citations: list[Citation] = field(default_factory=list)
    prose: list[Span] = field(default_factory=list)
    connectives: list[Span] = field(default_factory=list)

    def cite(self, start: int, end: int, lead: tuple[int, int] | None = None, word: str = "") -> None:
        start, end = _bounds(self.shape, start, end)
        if start >= end:
            return
        if lead:
            lead = _bounds(self.shape, *lead)
        self.citations.append(
            Citation(
                note=self.note.n,
                span=Span(start, end),
                convention=_convention(self.note.text[start:end]),
                lead=Span(*lead) if lead and lead[0] < lead[1] else None,
                signal=_signal(word),
            )
        )

    def talk(self, start: int, end: int) -> None:
        start, end = _bounds(self.shape, start, end)
        if start < end:
            self.prose.append(Span(start, end))


def _signal(lead: str) -> str | None:
    """The kind of signal of the words *lead*; 另, 又, 亦, 并 before it say "see also"."""
    words = re.sub(r"(?:以下|下列|如下).*$|[\s:,;。(]", "", lead)
    if not words:
        return None
    if words in zh.SIGNALS:
        return zh.SIGNALS[words]
    core = next((w for w in _SIGNALS if words.endswith(w)), "")
    kind = zh.SIGNALS.get(core, "see")
    return "see-also" if kind == "see" and re.search("[另又亦也还并]", words.removesuffix(core)) else kind


def segment(note: Note) -> Segments:
    """Cut *note* into citations (each with the convention it follows), prose and connecting signs.

    Source: the leads and separators of the notes for authors of 《近代史研究》 and 《法学》.
    """
    text = with_curly_quotes(shape(note.text))
    cut = _Cut(note, text)
    if _MARK.search(text):
        _segment_marked(cut)
    else:
        number = _NUMBER_LEFT.match(text)
        for start, end in _pieces(text, number.end() if number else 0, len(text), ";。!?"):
            _segment_piece(cut, start, end)
    if note.is_entry and not cut.citations and text.lstrip().startswith(("《", "〈")):
        cut.prose.clear()
        cut.cite(0, len(text))
    cut.citations.sort(key=lambda c: c.span)
    return Segments(tuple(cut.citations), tuple(sorted(cut.prose)), tuple(_gaps(cut)))


def _convention(text: str) -> str:
    if "《" in text or "〈" in text:
        return "chinese"
    return convention_of(text)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;。.:、":
        start += 1
    while end > start and text[end - 1] in " ,;。:、(":
        end -= 1
    while end > start and text[end - 1] == "." and (not text[end - 2].isascii() or text[end - 2].isdigit()):
        end -= 1
    if text[start:end].endswith(")") and text.count("(", start, end) < text.count(")", start, end):
        return _bounds(text, start, end - 1)
    if text[start : start + 1] == "(" and text.find(")", start) == end - 1:
        return _bounds(text, start + 1, end - 1)
    return start, end


def _pieces(text: str, start: int, end: int, signs: str) -> list[tuple[int, int]]:
    """The passages between *signs* that stand outside of brackets, titles and quotations."""
    found = []
    begin = start
    stack: list[str] = []
    for at in range(start, end):
        sign = text[at]
        if sign in _OPENING:
            stack.append(_CLOSING[_OPENING.index(sign)])
        elif stack and sign == stack[-1]:
            stack.pop()
        elif sign in _CLOSING and sign in stack:
            while stack and stack.pop() != sign:
                pass
        elif (not stack and sign == "." and "。" in signs and _ends_western(text, at)) or (
            not stack
            and sign in signs
            and not (sign in "!?" and text[at + 1 : at + 2].isascii() and text[at + 1 : at + 2].isalnum())
        ):
            found.append((begin, at))
            begin = at + 1
    found.append((begin, end))
    return [span for span in found if text[slice(*span)].strip(" ,.")]


def _ends_western(text: str, at: int) -> bool:
    """Whether the full stop at *at* ends a western reference before Chinese words: "p. 118.中译文见"."""
    if not "一" <= text[at + 1 : at + 2].strip() <= "鿿" or at < 3:
        return False
    return (text[at - 1].isdigit() or text[at - 2 : at].isalpha()) and text[at - 2 : at].isascii()


def _segment_marked(cut: _Cut) -> None:
    """An entry by GB/T 7714; several in one note are divided by semicolons or full stops."""
    text = cut.shape
    number = _NUMBER_LEFT.match(text)
    start = number.end() if number and not _MARK.match(text) else 0
    spans = _pieces(text, start, len(text), ";")
    marked = [s for s in spans if _MARK.search(text, *s) or is_back(text[slice(*s)].strip(" ,."))]
    if len(marked) < 2 or len(marked) < len(spans):
        spans = [(start, len(text))]
    for begin, end in spans:
        lead = _LEAD.match(text, begin, end)
        if lead and lead["word"] in zh.SIGNALS and len(lead["word"]) > 1:
            cut.cite(lead.end(), end, lead.span(), lead[0])
        else:
            cut.cite(begin, end)


def _segment_piece(cut: _Cut, start: int, end: int) -> None:
    text = cut.shape
    while start < end and text[start] in " ,.":
        start += 1
    body = text[start:end]
    leading = _LEAD.match(text, start, end)
    if leading and len(leading["word"]) > 1 and is_back(text[leading.end() : end]):
        _cite_chain(cut, leading.end(), end, leading.span(), leading[0])
        return
    if is_back(body):
        _cite_chain(cut, start, end, None, "")
        return
    lead = _LEAD.match(text, start, end)
    if lead and (
        cites(text[lead.end() : end])
        or names_work(text[lead.end() : end])
        or is_back(text[lead.end() : end])
        or _western(cut, lead.end(), end)
    ):
        _cite_chain(cut, lead.end(), end, lead.span(), lead[0])
        return
    if cites(body):
        _cite_chain(cut, start, end, None, "")
        return
    inner = _inner_lead(text, start, end)
    if inner is not None:
        cut.talk(start, inner.start("lead"))
        _cite_chain(cut, inner.end(), _closing(text, inner.start(), end), inner.span("lead"), inner["lead"])
        if _closing(text, inner.start(), end) < end:
            cut.talk(_closing(text, inner.start(), end) + 1, end)
        return
    after = _after_colon(text, start, end)
    if after is not None:
        cut.talk(start, after)
        _cite_chain(cut, after, end, None, "")
        return
    if (cut.citations and ELIDED.match(body) and not PROSE_WORDS.search(body)) or _western(cut, start, end):
        cut.cite(start, end)
    else:
        cut.talk(start, end)


def _after_colon(text: str, start: int, end: int) -> int | None:
    """The place behind a colon that introduces a citation: 主要有：杨奎松：《…》."""
    opening = min(
        (p for p in (text.find("《", start, end), text.find("〈", start, end)) if p >= 0), default=end
    )
    at = text.find(":", start, opening)
    while at >= 0:
        if cites(text[at + 1 : end]) and text[at + 1 : end].strip()[:1] not in ("", "“"):
            return at + 1
        at = text.find(":", at + 1, opening)
    return None


def _closing(text: str, start: int, end: int) -> int:
    """The end of a citation that begins inside of parentheses: their closing one."""
    at = start - 1
    while at >= 0 and text[at] == " ":
        at -= 1
    if at < 0 or text[at] != "(":
        return end
    depth = 0
    for place in range(at, end):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place
    return end


def _inner_lead(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first lead inside of a sentence that a citation follows."""
    for found in _INNER_LEAD.finditer(text, start, end):
        if _in_quotation(text, start, found.start()):
            continue
        if cites(text[found.end() : _closing(text, found.start("lead"), end)]):
            return found
    return None


def _in_quotation(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at) or text.count(
        "《", start, at
    ) > text.count("》", start, at)


def _cite_chain(cut: _Cut, start: int, end: int, lead: tuple[int, int] | None, word: str) -> None:
    """A citation and those joined to it: quoted through another work, or following its pages."""
    text = cut.shape
    quoted = _CITED_IN.search(text, start, end)
    while quoted and _in_quotation(text, start, quoted.start()):
        quoted = _CITED_IN.search(text, quoted.end(), end)
    if quoted and quoted.start() > start:
        stop = _closing(text, quoted.start("word"), end)
        _cite_chain(cut, start, quoted.start(), lead, word)
        _cite_chain(cut, quoted.end(), stop, quoted.span("lead"), quoted["lead"])
        return
    also = _also(text, start, end)
    if also is not None:
        _cite_chain(cut, start, also.start("lead"), lead, word)
        _cite_chain(cut, also.end(), _closing(text, also.start("lead"), end), also.span("lead"), also["lead"])
        return
    joined = _JOINED.search(text, start, end)
    if (
        joined
        and not _in_quotation(text, start, joined.start())
        and cites(text[joined.end() : end])
        and SOURCE_SIGNS.search(text, joined.end(), end)
    ):
        cut.cite(start, joined.start(), lead, word)
        _cite_chain(cut, joined.end(), end, None, "")
        return
    said = _QUOTE_AFTER.search(text, start, end)
    if (
        said
        and not _in_quotation(text, start, said.start())
        and not re.match(r".\s?[:,]\s?“[^”]{1,12}”,?\s?(?:第|载|页)", text[said.start() : end])
    ):
        cut.cite(start, said.start() + 1, lead, word)
        cut.talk(said.start() + 1, end)
        return
    cut.cite(start, end, lead, word)


_CONTAINING = frozenset(("见", "出自", "引自", "原文见", "出处", "可见"))


def _also(text: str, start: int, end: int) -> re.Match[str] | None:
    """A further citation after 另见, 参见, or after 见 where the first one is complete with its pages."""
    for found in _INNER_LEAD.finditer(text, start + 4, end):
        if _in_quotation(text, start, found.start()) or not (
            cites(text[found.end() : end]) or is_back(text[found.end() : end])
        ):
            continue
        if found["lead"].strip(" :") in _CONTAINING and not PAGES.search(text, start, found.start()):
            continue
        return found
    return None


def _western(cut: _Cut, start: int, end: int) -> bool:
    """Whether the passage is a reference in a European language."""
    body = cut.shape[start:end]
    if not re.search(r"[A-Za-zА-Яа-я]{3}", body) or len(re.findall(r"[一-鿿]", body)) * 3 > len(body):
        return False
    return re.search(r"\d", body) is not None and ("," in body or "." in body) and len(body) > 12


def _gaps(cut: _Cut) -> list[Span]:
    """The signs between the segments: leads and punctuation."""
    taken = sorted([c.span for c in cut.citations] + cut.prose)
    gaps, at = [], 0
    for span in taken:
        if span.start > at:
            gaps.append(Span(at, span.start))
        at = max(at, span.end)
    if at < len(cut.shape):
        gaps.append(Span(at, len(cut.shape)))
    return gaps
