"""The description of a printed work: authors, title, responsibility, and the source behind "//"."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.gost import document, extras, periodical, responsibility, tail, thesis
from citekit.grammar.gost.window import Window, first_understood, keep_stop, strip, unquote
from citekit.names import people
from citekit.recognise import russian_names

_SLASHES = re.compile(r"\s?(?<!:)//(?!\S*\.\w+/)\s?")
_IN = re.compile(
    r"\.?\s?(?:[-–—]\s)?(?:[Вв]\s(?:кн|сб|изд)\.\s?:?\s|(?<=[.?!]\s)В\s:\s|(?:[.?!»\"]|–|—|-)\s"
    r"(?:In|in)\s?:\s)(?=[А-ЯA-Z«\"])"
)
_SLASH = re.compile(r"\s?(?<![/\d])/(?![/\d])\s?(?=\S)")
_SEVERAL_WORDS = re.compile(r"([A-ZÀ-Þ][a-zß-ÿ]+\s(?:d[’'])?[A-ZÀ-Þ][a-zß-ÿ]+)\s(?=[A-ZÀ-Þ]\.)([A-ZÀ-Þ]\.)")
_ARCHIVE = re.compile(
    r"(?:(?:Личный|Семейный|Домашний|Текущий|Частный|Научный|Государственный"
    r"|Центральный)\s)?[Аа]рхив\s|Коллекция\s|Фонды\s|ОР\s|НА\s"
)
_AREA = re.compile(r"\.\s[-–—]\s")
_PARALLEL = re.compile(r"\s=\s")


def separator(draft: Draft) -> re.Match[str] | None:
    """The mark between a part and the work that holds it: "//", "В кн.:", "In:"."""
    text = draft.rest
    if "//" in text:
        match = _SLASHES.search(text)
        if match:
            return match
    if "кн" in text or "сб" in text or "n:" in text or "изд" in text:
        return _IN.search(text)
    return None


def read(draft: Draft, context: Context, *, entry: bool) -> None:
    """Read the whole citation as the record of a printed or electronic work."""
    end = len(draft.rest)
    mark = separator(draft)
    if mark:
        draft.connect(mark.start(), mark.end())
        last = _last_source(draft, mark.end(), end)
        _host(draft, Window(mark.end(), last), context, entry=entry)
        _part(draft, Window(0, mark.start()), context)
        return
    if periodical.read(draft, Window(0, end), context, entry=entry):
        return
    _whole(draft, Window(0, end), context, entry=entry)


def _last_source(draft: Draft, start: int, end: int) -> int:
    """A second "//" leads to where the source itself is found (a site, an archive)."""
    match = _SLASHES.search(draft.rest, start, end)
    if match is None:
        return end
    draft.connect(match.start(), match.end())
    rest = strip(draft, Window(match.end(), end))
    if rest:
        draft.claim("source", draft.text[rest.start : rest.end], rest.start, rest.end, "second-source")
    return match.start()


def _host(draft: Draft, window: Window, context: Context, *, entry: bool) -> None:
    """The source of an article or chapter."""
    tail.read(draft, window, component=True, entry=entry)
    if draft.back == "ibid-within":
        return
    if _private_archive(draft, window):
        return
    extras.site(draft, window.start, window.end)
    start = window.start
    head = russian_names.head(draft.rest, start, first_understood(draft, start, window.end))
    if head and head.end < window.end and draft.has("publisher-place"):
        names = people(
            draft.text[start : head.names_end], context.evidence, inverted=head.inverted or None
        ).names
        draft.claim("container-author", names, start, head.end, "container-authors")
        start = head.end
    _titled(draft, Window(start, window.end), "container-title", context)


def _private_archive(draft: Draft, window: Window) -> bool:
    """ "// Личный архив семьи Рощиных": a source that has neither imprint nor shelf mark."""
    inner = strip(draft, window)
    if draft.has("issued") or not inner or _ARCHIVE.match(draft.rest, inner.start, inner.end) is None:
        return False
    draft.claim(
        "archive", draft.text[inner.start : inner.end], inner.start, inner.end, "archive-without-mark"
    )
    draft.imply("type", "document", inner.start, inner.end, "archive-without-mark")
    return True


def _part(draft: Draft, window: Window, context: Context) -> None:
    """What stands before "//": authors and title of the part, or the heading of a printed document."""
    start = authors(draft, window, context)
    window = Window(start, window.end)
    inner = strip(draft, window, stops=False)
    if not inner:
        return
    unpublished = draft.back == "ibid-within" and draft.locator_label == "folio"
    if document.read(draft, inner, context, printed=not unpublished):
        return
    _titled(draft, window, "title", context)


def authors(draft: Draft, window: Window, context: Context) -> int:
    """Claim the authors at the head; where the title begins."""
    start = window.start
    while start < window.end and draft.rest[start] in f" .,{BLANK}":
        start += 1
    head = russian_names.head(draft.rest, start, window.end)
    if head is None or draft.has("author"):
        return start
    printed = draft.text[head.start : head.names_end]
    printed = _SEVERAL_WORDS.sub(r"\1, \2", printed)
    found = people(printed, context.evidence, inverted=True if head.inverted and "," in printed else None)
    role = re.match(
        r"\s?\((?:отв\.\s|гл\.\s)?(?:ред|сост|eds?|Hrsg|Hg)\.?\)\.?\s?:?\s?",
        draft.rest[head.names_end : window.end],
    )
    end = head.names_end + role.end() if role else head.names_end
    draft.claim("editor" if role else "author", found.names, head.start, end, "heading")
    if head.et_al or found.et_al:
        draft.claim("custom.et-al", True, head.names_end, head.end, "et-al")
    return max(head.end, end)


def _whole(draft: Draft, window: Window, context: Context, *, entry: bool) -> None:
    """A book, thesis, page of the web, or a short title."""
    start = authors(draft, window, context)
    window = Window(start, window.end)
    tail.read(draft, window, component=False, entry=entry)
    inner = strip(draft, Window(start, first_understood(draft, start, window.end)))
    if inner and not draft.has("publisher-place") and document.read(draft, inner, context, printed=False):
        return
    _titled(draft, window, "title", context)


def _titled(draft: Draft, window: Window, name: str, context: Context) -> None:
    """The title at the front of *window*, with the statements of responsibility behind it."""
    start = window.start
    while start < window.end and draft.rest[start] in f" .,:;–—-{BLANK}":
        start += 1
    if start >= window.end:
        return
    stop = first_understood(draft, start, window.end)
    genre = thesis.read(draft, start, window.end) if name == "title" else None
    slash = _SLASH.search(draft.rest, start, window.end)
    if slash and _is_statement(draft, slash):
        end = first_understood(draft, slash.end(), window.end)
        while end < window.end and draft.rest[end:].lstrip(BLANK + " ]").startswith(";"):
            end = first_understood(draft, draft.rest.index(";", end), window.end)
        draft.connect(slash.start(), slash.end())
        responsibility.read(draft, slash.end(), end, context, thesis=genre is not None)
        stop = min(stop, slash.start())
    else:
        begin = responsibility.statement_start(draft, start, stop)
        if begin < stop:
            responsibility.read(draft, begin, stop, context)
            stop = begin
    if genre is not None:
        stop = min(stop, genre)
    claim_title(draft, start, stop, window.end, name)
    _leftover_statements(draft, window, context)


def _is_statement(draft: Draft, slash: re.Match[str]) -> bool:
    """A slash between statements has spaces, or a capital or role behind it ("title / ed. by")."""
    return slash[0] != "/" or draft.rest[slash.end() : slash.end() + 1].isupper()


def claim_title(draft: Draft, start: int, stop: int, limit: int, name: str) -> None:
    """Claim ``start:stop`` as the title *name*; a stop of abbreviation before *limit* belongs to it."""
    inner = strip(draft, Window(start, stop))
    if not inner:
        return
    if name == "title" and draft.has("URL"):
        inner = _before_remarks(draft, inner)
    begin, end = inner.start, keep_stop(draft.text, inner.end, max(limit, stop))
    while end > begin and draft.text[end - 1] in "[(":
        end -= 1
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
    draft.claim(name, draft.text[a:b].strip(), begin, max(b, begin), name)
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


def _leftover_statements(draft: Draft, window: Window, context: Context) -> None:
    """Statements that stand behind the edition or the volume ("Т. 2 / под ред. И. И. Иванова")."""
    slash = _SLASH.search(draft.rest, window.start, window.end)
    if slash and _is_statement(draft, slash):
        end = first_understood(draft, slash.end(), window.end)
        draft.connect(slash.start(), slash.end())
        responsibility.read(draft, slash.end(), end, context)
        return
    start = responsibility.statement_start(draft, window.start, window.end)
    if start < window.end:
        end = first_understood(draft, start, window.end)
        responsibility.read(draft, start, end, context)
