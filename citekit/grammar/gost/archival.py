"""Unpublished documents by archive, fond, inventory and file (GOST R 7.0.5-2008, section 11)."""

from __future__ import annotations

import re

from citekit import archives
from citekit.archives import ArchiveReference, fond
from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.gost import document, heading, record, shelves, units
from citekit.grammar.gost.window import Window, keep_stop, strip
from citekit.model import Field, Span
from citekit.recognise import russian_dates, russian_pages

_GATE = re.compile(
    r"(?<!\w)(?:[Фф]|[Оо]п|ОП|[Дд]|[Пп]|[Ее]д|[Сс]пр|[Кк]|[Кк]артон|[Фф]онд|[Оо]пись|[Дд]ело|[Кк]н"
    r"|[Тт]|RG|Record Group|f|fond|op|d|Box|FO|CAB|WO|PREM|ADM|HW|KV)\.?\s?(?:хр\.\s?)?(?:№\s?)?"
    r"(?:[РПА]\s?[-–]\s?)?\d"
)
_BY_NUMBER = re.compile(r"(?:[Аа]рхив|NARA|PRC)[^;]{0,80}?\d[-–/]\d|(?:[Аа]рхив|NARA)[^;]{0,40}\bRG\s?\d")
_FOREIGN = frozenset({"dangan", "guoshiguan", "rg", "presidential"})
"""Archives without fonds that Russian authors cite too: Chinese file numbers, record groups."""

_EXTENT = re.compile(r"[\s.,]*(?P<count>\d+)\s?л\.?(?=[\s.,\[]|$)")
_REPOSITORY = re.compile(
    r"[А-ЯЁ]{3,}|[Аа]рхив|[Оо]тд(?:ел|\.)|[Мм]узе|[Бб]иблиот|[Сс]обрание|[Ии]нститут|Archiv|Library|Bibliothek"
)
_CYRILLIC = re.compile(r"[А-Яа-я]")
_DIVIDER = re.compile(r"\s?(?://|[-–—])?\s?$")
_HEADING_IN_BRACKETS = re.compile(rf"[\s.{BLANK}]*[(\[](?P<title>[^()\[\]{BLANK}]{{6,}})[)\]]")
_LEAVES = re.compile(
    rf"[\s.,{BLANK}]*(?P<label>(?:[Лл]{{1,2}}|[Аа]рк)\.)\s?(?P<pages>{russian_pages.PAGE_LIST})[.,]\s(?=\w)"
)
_NOTE = re.compile(
    r"(?P<note>(?:Подлинник|Копия|Заверенная копия|Рукопись|Автограф|Машинопись|Черновик|Типограф"
    r"|Незаверенная|Перевод|Отпуск|"
    r"Подл\.|Коп\.|Фотокопия|Ротапринт|Ксерокопия)[^()]*)",
    re.IGNORECASE,
)
_REMARK_BEHIND = re.compile(rf"\.\s(?={_NOTE.pattern})")


def read(draft: Draft, context: Context) -> bool:
    """Read a citation of an archival unit; False where none is named."""
    if _GATE.search(draft.text) is None:
        return (draft.back == "ibid" and _in_same_file(draft, context)) or _on_shelf(draft, context)
    find = fond.find if _CYRILLIC.search(draft.text) else archives.find
    if draft.back == "elided" and units.elided(draft):
        _behind(draft, draft.rest.rfind(BLANK) + 1, context)
        return True
    references = [r for r in find(draft.text) if r.scheme != "numero" and (r.collection or r.location)]
    if not references:
        return _on_shelf(draft, context)
    reference = references[0]
    slashes = draft.rest.find(" // ", reference.span.end)
    if slashes != -1:
        return _printed(draft, reference, slashes, context)
    named = units.lettered_fond(draft, reference)
    if named is not None:
        reference = named
    _unit(draft, reference)
    start = reference.span.start
    if reference.location is not None:
        units.more(draft, reference.location.span.end)
    else:
        units.numbered(draft, reference.span.end)
        if len(references) > 1:
            units.rest_of(draft, reference, references[1])
        if not draft.has("archive_location"):
            units.fond_name(draft, reference.span.end)
    if reference.collection is None and draft.back is None:
        start = units.named_fond(draft, start)
    _heading(draft, start, context)
    _behind(draft, reference.span.end, context)
    return True


def _on_shelf(draft: Draft, context: Context) -> bool:
    """A manuscript by its collection and number, a German file by its holding."""
    start = shelves.read(draft)
    if start is None and _BY_NUMBER.search(draft.text):
        numbered = [r for r in archives.find(draft.text) if r.scheme in _FOREIGN and r.repository]
        if numbered and numbered[0].location is not None:
            _unit(draft, numbered[0])
            start = numbered[0].span.start
    if start is not None:
        _heading(draft, start, context)
    return start is not None


def _in_same_file(draft: Draft, context: Context) -> bool:
    """Another document of the file cited before: "Там же. Л. 5. Письмо В. М. Молотова от 3 мая 1950 г."."""
    leaves = _LEAVES.match(draft.rest)
    if leaves is None or not _heading_behind(draft, leaves.end(), context):
        return False
    draft.locate(
        russian_pages.normalise(leaves["pages"]), leaves.start("label"), leaves.end("pages"), "folio"
    )
    draft.back = "ibid-within"
    return True


def _printed(draft: Draft, reference: ArchiveReference, slashes: int, context: Context) -> bool:
    """A unit of an archive, perhaps with the document's heading, and behind "//" the book that prints it.

    The leaves are then not what is cited: the pages are those of the book.
    """
    if strip(draft, Window(0, reference.span.start)) or reference.location is None:
        return False
    between = Window(reference.span.end, slashes)
    inner = strip(draft, between)
    if inner and not document.read(draft, inner, context, printed=True):
        return False
    _unit(draft, reference)
    draft.drop("type")
    draft.connect(slashes, slashes + 4)
    if draft.locator is not None and draft.locator_span is not None:
        draft.fields.append(Field("custom.leaves", draft.locator, draft.locator_span, "leaves-of-printed"))
        draft.locator = draft.locator_span = None
    record.host(draft, Window(slashes + 4, len(draft.rest)), context, entry=False)
    return True


def _unit(draft: Draft, reference: ArchiveReference) -> None:
    """Claim repository, fond, inventory and file, leaves."""
    for name, part, rule in (
        ("archive", reference.repository, "repository"),
        ("archive-place", reference.place, "repository-place"),
        ("archive_collection", reference.collection, "fond"),
        ("archive_location", reference.location, "file"),
    ):
        if part is not None:
            draft.claim(name, part.text.strip(" ,"), part.span.start, part.span.end, rule)
    if reference.locator is not None and reference.locator_span is not None:
        span = reference.locator_span
        draft.locate(
            russian_pages.normalise(reference.locator), span.start, span.end, reference.locator_label
        )
    else:
        matches = list(russian_pages.LABELLED.finditer(draft.rest, reference.span.end))
        match = next((m for m in matches if m["leaf"]), matches[0] if matches else None)
        if match:
            draft.locate(
                russian_pages.normalise(match["pages"]),
                match.start(),
                match.end(),
                russian_pages.label_of(match),
            )
    abbreviation = reference.abbreviation
    if abbreviation and draft.abbreviation is None:
        draft.abbreviation = abbreviation
    if draft.abbreviation is not None and reference.repository is not None:
        draft.abbreviates = "archive"
    if draft.back == "ibid" and (reference.collection is not None or reference.location is not None):
        draft.back = "ibid-within"
    draft.imply("type", "document", reference.span.start, reference.span.end, "archival-unit")


def _heading(draft: Draft, end: int, context: Context) -> None:
    """What stands before the shelf mark: the document's author, title, date, addressee."""
    divider = _DIVIDER.search(draft.rest, 0, end)
    if divider and divider.end() == end and "//" in divider[0]:
        draft.connect(divider.start(), end)
        end = divider.start()
    start = heading.authors(draft, Window(0, end), context)
    window = strip(draft, Window(start, end), stops=False)
    if not window or BLANK in draft.rest[window.start : window.end].strip(BLANK):
        window = strip(draft, Window(start, _text_end(draft, start, end)), stops=False)
    if not window:
        return
    if document.read(draft, window, context, printed=False):
        return
    if (
        divider
        and "//" not in divider[0]
        and not draft.has("archive")
        and _REPOSITORY.search(draft.text, window.start, window.end)
    ):
        end = keep_stop(draft.text, window.end - draft.text.endswith("Archives.", 0, window.end), end)
        draft.claim("archive", draft.text[window.start : end], window.start, end, "repository")
        return
    _plain_title(draft, window)


def _text_end(draft: Draft, start: int, end: int) -> int:
    while start < end and draft.rest[start] == BLANK:
        start += 1
    at = draft.rest.find(BLANK, start, end)
    return end if at == -1 else at


def _plain_title(draft: Draft, window: Window) -> None:
    """A title without a word that tells its kind; its date, where it ends with one, is the document's."""
    end = window.end
    dates = russian_dates.find_all(draft.rest, window.start, window.end)
    if dates and dates[-1].end >= end - 2:
        last = dates[-1]
        draft.claim("original-date", last.date, last.start, last.end, "date-of-document")
        end = last.start
        lead = re.search(r"[\s,.(]*(?:от)?\s*$", draft.rest[window.start : end])
        end = window.start + lead.start() if lead else end
    inner = strip(draft, Window(window.start, end))
    if inner.end > inner.start:
        draft.claim("title", draft.text[inner.start : inner.end], inner.start, inner.end, "title-of-document")


def _behind(draft: Draft, start: int, context: Context) -> None:
    """A title in brackets behind the shelf mark, remarks on the copy (GOST R 7.0.5-2008, 11.8 to 11.10)."""
    extent = _EXTENT.match(draft.rest, start)
    if extent:
        draft.claim("number-of-pages", extent["count"], extent.start("count"), extent.end(), "extent")
        start = extent.end()
    match = _HEADING_IN_BRACKETS.match(draft.rest, start)
    if match and not _NOTE.match(match["title"]):
        _in_brackets(draft, match, context)
    else:
        _heading_behind(draft, start, context)
    note = _NOTE.search(draft.rest, start)
    if note:
        text = note["note"].strip(f" .{BLANK}")
        draft.connectives.append(Span(note.start(), note.end()).shifted(draft.base))
        draft.imply("note", text, note.start(), note.start() + len(text), "remark-on-copy")
        draft.blank(note.start(), note.end())


def _in_brackets(draft: Draft, match: re.Match[str], context: Context) -> None:
    """What brackets behind the shelf mark name: the document itself, or the title of the file."""
    begin, end = match.span("title")
    named = draft.has("title") or draft.has("recipient")
    if not named and document.read(draft, Window(begin, end), context, printed=False):
        draft.connect(begin - 1, begin)
        draft.connect(end, end + 1)
        return
    start = heading.authors(draft, Window(begin, end), context)
    draft.claim(
        "custom.file-title" if named else "title",
        draft.text[start:end].strip(" ."),
        start - (start == begin),
        end + 1,
        "title-behind",
    )


def _heading_behind(draft: Draft, start: int, context: Context) -> bool:
    """The document named behind its shelf mark ("Л. 5. Письмо В. М. Молотова"); whether there is one."""
    if draft.has("title") or draft.has("recipient"):
        return False
    end = len(draft.rest)
    while start < end and draft.rest[start] in f" .,;{BLANK}":
        start += 1
    remark = _REMARK_BEHIND.search(draft.rest, start, end)
    window = strip(draft, Window(start, remark.start() + 1 if remark else end), stops=False)
    if not window or BLANK in draft.rest[window.start : window.end]:
        return False
    return document.read(draft, window, context, printed=False)
