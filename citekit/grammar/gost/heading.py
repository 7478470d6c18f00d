"""The authors at the head of a record, and its title."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.gost import extras
from citekit.grammar.gost.window import Window, keep_stop, strip, unquote
from citekit.languages import ru
from citekit.model import Name
from citekit.names import people
from citekit.recognise import russian_names

_SEVERAL_WORDS = re.compile(r"([A-ZÀ-Þ][a-zß-ÿ]+\s(?:d[’'])?[A-ZÀ-Þ][a-zß-ÿ]+)\s(?=[A-ZÀ-Þ]\.)([A-ZÀ-Þ]\.)")
_AREA = re.compile(r"\.\s[-–—]\s")
# RUSMARC headings of library catalogues: "Ключевский, Василий Осипович (1841-1911)."
_LIFE_DATES = re.compile(
    r"\s?\((?:[^()\d]{0,24}[;,]?\s)?\d{4}\s?(?:[-–—]\s?(?:\d{4})?)?(?:\s?гг?\.)?\)[.,]?\s?"
)
_RANK = re.compile(rf",\s(?:{'|'.join(ru.RANKS)})(?!\w)[.,]?\s?:?\s?")
# one name in religion, the surname in brackets: "Макарий (Булгаков), митр."
_MONK = re.compile(
    rf"(?P<name>[А-ЯЁ][а-яё]+(?:\s\([А-ЯЁ][\w-]+\))?),\s(?:{'|'.join(ru.RANKS)})(?!\w)[.,]?\s?:?\s?"
)
_PARALLEL = re.compile(r"\s=\s")


def authors(draft: Draft, window: Window, context: Context) -> int:
    """Claim the authors at the head; where the title begins."""
    start = window.start
    while start < window.end and draft.rest[start] in f" .,{BLANK}":
        start += 1
    head = russian_names.head(draft.rest, start, window.end)
    if draft.has("author"):
        return start
    if head is None:
        monk = _MONK.match(draft.rest, start, window.end)
        if monk:
            draft.claim("author", (Name(family=monk["name"]),), start, monk.end(), "name-in-religion")
        return monk.end() if monk else start
    printed = draft.text[head.start : head.names_end]
    printed = _SEVERAL_WORDS.sub(r"\1, \2", printed)
    found = people(printed, context.evidence, inverted=True if head.inverted and "," in printed else None)
    role = re.match(
        r"\s?\((?:отв\.\s|гл\.\s)?(?:ред|сост|eds?|Hrsg|Hg)\.?\)\.?\s?:?\s?",
        draft.rest[head.names_end : window.end],
    )
    end = head.names_end + role.end() if role else head.names_end
    rank = _RANK.match(draft.rest, end, window.end)
    dates = _LIFE_DATES.match(draft.rest, end, window.end)
    draft.claim("editor" if role else "author", found.names, head.start, end, "heading")
    if head.et_al or found.et_al:
        draft.claim("custom.et-al", True, head.names_end, head.end, "et-al")
    beside = rank or dates
    if beside:
        draft.connect(beside.start(), beside.end())
        return beside.end()
    return max(head.end, end)


def claim_title(draft: Draft, start: int, stop: int, limit: int, name: str) -> None:
    """Claim ``start:stop`` as the title *name*; a stop of abbreviation before *limit* belongs to it."""
    inner = strip(draft, Window(start, stop))
    if not inner:
        return
    if name == "title" and draft.has("URL"):
        inner = _before_remarks(draft, inner)
    begin, end = inner.start, keep_stop(draft.text, inner.end, max(limit, stop))
    if draft.text[end - 1] in "[(":  # of a bracket that a later area has taken (": [В 5 ч.]")
        end = strip(draft, Window(begin, len(draft.text[:end].rstrip("[(")))).end
    a, b = unquote(draft.text, begin, end)
    if name == "title" and draft.text[b - 1] == ")":
        b = _translated(draft, a, b)
    parallel = _PARALLEL.search(draft.text, a, b)
    if parallel:
        draft.claim(
            f"custom.parallel-{name}",
            draft.text[parallel.end() : b].strip(),
            parallel.start(),
            b,
            "parallel-title",
        )
        b = parallel.start()
    title = extras.MEDIUM.sub("", draft.text[a:b]).strip()
    draft.claim(name, re.sub(r"\s{2,}", " ", title), begin, max(b, begin), name)
    if not parallel and b < end:
        draft.blank(b, end)


def _before_remarks(draft: Draft, inner: Window) -> Window:
    """The title of a web page without the areas behind it (". – Москва. – Обновляется в течение суток")."""
    area = _AREA.search(draft.rest, inner.start, inner.end)
    if area is None:
        return inner
    draft.claim("note", draft.text[area.end() : inner.end], area.start(), inner.end, "remark-on-page")
    return Window(inner.start, area.start())


def _translated(draft: Draft, start: int, end: int) -> int:
    """A Chinese title in Palladius' transcription with its translation in brackets; where the title ends."""
    opening = draft.text.rfind("(", start, end)
    words = draft.text[start:opening].split() if opening > start else []
    if len(words) < 2 or not all(russian_names.is_chinese_given(w) for w in words):
        return end
    draft.claim(
        "custom.translated-title", draft.text[opening + 1 : end - 1], opening, end, "translated-title"
    )
    while draft.text[opening - 1] == " ":
        opening -= 1
    return opening
