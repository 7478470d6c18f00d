"""The description of a printed work: authors, title, responsibility, and the source behind "//"."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.gost import document, extras, heading, latin, periodical, responsibility, tail, thesis
from citekit.grammar.gost.window import Window, first_understood, give_up, strip
from citekit.names import people
from citekit.recognise import russian_imprint, russian_names

_SLASHES = re.compile(r"\s?(?<!:)//(?!\S*\.\w+/)\s?")
_IN = re.compile(
    r"\.?\s?(?:[-–—]\s)?(?:[Вв]\s(?:кн|сб|изд)\.\s?:?\s|(?<=[.?!]\s)В\s:\s|(?:[.?!»\"]|–|—|-)\s"
    r"(?:In|in)\s?:\s)(?=[А-ЯA-Z«\"])"
)
# before GOST 7.1-84: "Статья. — «Сборник». М., 1974"; journals have year and number instead of an imprint
_QUOTED_SOURCE = re.compile(r"(?<=[.?!»])\s[-–—]\s(?=(?P<source>«[^«»]{3,160}»)[.,]\s)")
_SLASH = re.compile(r"\s?(?<![/\d])/(?![/\d])\s?(?=\S)")
_SUBTITLE = re.compile(rf"{BLANK}+\s?:\s(?=[^\W\d_])")
_ARCHIVE = re.compile(
    r"(?:(?:Личный|Семейный|Домашний|Текущий|Частный|Научный|Государственный"
    r"|Центральный)\s)?[Аа]рхив\s|Коллекция\s|Фонды\s|ОР\s|НА\s"
)


def separator(draft: Draft) -> re.Match[str] | None:
    """The mark between a part and the work that holds it: "//", "В кн.:", "In:"."""
    text = draft.rest
    if "//" in text:
        match = _SLASHES.search(text)
        if match:
            return match
    if "«" in text:
        match = _QUOTED_SOURCE.search(text)
        if match and russian_imprint.find(text, match.end("source"), match.end("source") + 60):
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
        host(draft, Window(mark.end(), last), context, entry=entry)
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


def host(draft: Draft, window: Window, context: Context, *, entry: bool) -> None:
    """The source of an article or chapter."""
    tail.read(draft, window, component=True, entry=entry)
    if draft.back == "ibid-within":
        return
    if _private_archive(draft, window):
        return
    extras.site(draft, window.start, window.end)
    start = window.start
    head = russian_names.head(draft.rest, start, first_understood(draft, start, window.end))
    told = head is not None and draft.text.startswith(draft.text[start : head.names_end])  # as before "//"
    if head and head.end < window.end and (told or draft.has("publisher-place")):
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
    number = next((f for f in draft.fields if f.name == "issue"), None)
    if number is not None:
        give_up(draft, "issue")
        printed = number.span.shifted(-draft.base)
        unit = printed.of(draft.text)
        draft.imply("archive_location", unit, printed.start, printed.end, "numbered-unit")
    draft.imply("type", "document", inner.start, inner.end, "archive-without-mark")
    return True


def _part(draft: Draft, window: Window, context: Context) -> None:
    """What stands before "//": authors and title of the part, or the heading of a printed document."""
    if latin.names_parties(draft, window) and latin.read_heading(draft, window, context, printed=True):
        return
    start = latin.read_body(draft, heading.authors(draft, window, context), window.end)
    window = Window(start, window.end)
    inner = strip(draft, window, stops=False)
    if not inner:
        return
    unpublished = draft.back == "ibid-within" and draft.locator_label == "folio"
    if document.read(draft, inner, context, printed=not unpublished):
        return
    _titled(draft, window, "title", context)


def _whole(draft: Draft, window: Window, context: Context, *, entry: bool) -> None:
    """A book, thesis, page of the web, or a short title."""
    if latin.read_short(draft, window, context):
        tail.read(draft, window, component=False, entry=entry)
        return
    start = latin.read_body(draft, heading.authors(draft, window, context), window.end)
    window = Window(start, window.end)
    latin.read_house(draft, window)
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
    stop = _title_end(draft, start, window.end)
    genre = thesis.read(draft, start, window.end) if name == "title" else None
    slash = _SLASH.search(draft.rest, start, window.end) if "/" in draft.rest else None
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
    heading.claim_title(draft, start, stop, window.end, name)
    _leftover_statements(draft, window, context)


def _title_end(draft: Draft, start: int, end: int) -> int:
    """Where what follows the title is understood; a kind of material in brackets only interrupts it."""
    stop = first_understood(draft, start, end)
    goes_on = _SUBTITLE.match(draft.rest, stop, end) if extras.MEDIUM.match(draft.text, stop) else None
    return first_understood(draft, goes_on.end(), end) if goes_on else stop


def _is_statement(draft: Draft, slash: re.Match[str]) -> bool:
    """A slash between statements has spaces, or a capital or role behind it ("title / ed. by")."""
    if tail.PART.match(draft.rest, slash.end()):  # "В 3-х т. / Т. 1. 1900–1939 гг."
        return False
    return slash[0] != "/" or draft.rest[slash.end() : slash.end() + 1].isupper()


def _leftover_statements(draft: Draft, window: Window, context: Context) -> None:
    """Statements that stand behind the edition or the volume ("Т. 2 / под ред. И. И. Иванова")."""
    slash = _SLASH.search(draft.rest, window.start, window.end) if "/" in draft.rest else None
    if slash and _is_statement(draft, slash):
        end = first_understood(draft, slash.end(), window.end)
        draft.connect(slash.start(), slash.end())
        responsibility.read(draft, slash.end(), end, context)
        return
    start = responsibility.statement_start(draft, window.start, window.end)
    if start < window.end:
        end = first_understood(draft, start, window.end)
        responsibility.read(draft, start, end, context)
