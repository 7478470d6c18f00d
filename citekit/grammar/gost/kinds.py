"""What kind of work a record describes, in what language, and what its pages are."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.grammar.gost.window import give_up
from citekit.languages import ru, ru_sources
from citekit.model import Date
from citekit.recognise.title_language import OWN_LETTERS, language_of, of_place, told_in_latin


def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"
    )


def _titles(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, or beginnings of words where the table has a star."""
    stems = (re.escape(w.rstrip("*")) + ("" if w.endswith("*") else r"(?!\w)") for w in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)})")


_NEWSPAPER = _titles(ru_sources.NEWSPAPER_WORDS)
_PLAIN_NEWSPAPER = _titles(ru_sources.PLAIN_NEWSPAPER_WORDS)
_JOURNAL = _words(ru_sources.JOURNAL_WORDS)
_ALSO_NEWSPAPER = _words(ru_sources.ALSO_NEWSPAPER_WORDS)
_SERIAL = _words(ru_sources.SERIAL_WORDS)
_LEGISLATION = _words(ru_sources.LEGISLATION_WORDS)
_ACT = re.compile(r"\s:\s(?:федер\.\s|конституц\.\s)?(?:закон|указ|постановление|распоряжение)\s")
_LEGISLATION_SOURCE = _words(ru_sources.LEGISLATION_SOURCES)
_MAGAZINES = frozenset(ru_sources.MAGAZINES)
_SITE = re.compile(
    r"\b[\w-]+\.(?:ru|com|org|net|рф|ua|by|su|edu|gov|info|cn|uk|kz)\b|(?:^|\s)сайт|портал|интернет",
    re.IGNORECASE,
)
_SPEECH = _words(ru_sources.SPEECH_WORDS)
_INTERVIEW = re.compile(
    r"(?:интервью|беседа)\s(?:автора\s)?с\s|интервью\sавтора|полевые\sматериалы|записано\s(?:автором|от)",
    re.IGNORECASE,
)
_FIELDWORK = re.compile(r"полевые материалы|полевой дневник|пма\b")
_VENUE = re.compile(r"(?:[.?!»\"”]\s)(?P<venue>[А-ЯA-Z][^.?!]*(?:,\s[А-ЯA-Z][^.?!,]+)+)$")
_VENUE_WORD = re.compile(
    r"(?:universit|institut|club|hotel|hall|college|конференц|съезд|университет|институт|клуб|зал"
    r"|форум|симпозиум|академи)",
    re.IGNORECASE,
)
_PLACES = "|".join(map(re.escape, (*ru.PLACE_ABBREVIATIONS, *ru.CITIES, *ru.CITIES_OF_TWO_WORDS)))
_PLACE_IN_BRACKETS = re.compile(rf"\s\((?P<place>{_PLACES})\)$")
_PAGE_NUMBER = re.compile(r"\d+")
_WEEKS = 53
"""No weekly and no journal has more issues in a year; a higher number, unless of two in one, is a daily's."""
_NEWSPAPER_PAGES = 48


def periodical_kind(title: str) -> str | None:
    """What the words of a periodical's title say of it: newspaper, magazine, journal, or nothing."""
    low = title.lower().strip(' .,«»"“”')
    if low in _MAGAZINES or low.split(".")[0] in _MAGAZINES:
        return "article-magazine"
    if _PLAIN_NEWSPAPER.search(low):
        return "article-newspaper"
    if _JOURNAL.search(low):
        return "article-journal"
    if _NEWSPAPER.search(low):
        return "article-newspaper"
    return None


def settle(draft: Draft, *, entry: bool) -> None:
    """Add the type, the language, and give pages their place (extent or locator)."""
    of_set = draft.has("volume") and draft.has("publisher-place")  # "Там же. Т. 2. М., 2000"
    if draft.back == "ibid" and (draft.has("issue") or (draft.has("issued") and not of_set)):
        draft.back = "ibid-within"
    if not draft.has("type"):
        kind = _kind(draft)
        if (
            kind in ("article-journal", "article-magazine")
            and not draft.has("title")
            and not draft.has("author")
        ):
            kind = "collection"
            _issue_as_a_whole(draft)
        if kind:
            draft.imply("type", kind, 0, len(draft.text), f"type:{kind}")
    kind = str(draft.get("type") or "")
    if kind.startswith("article"):
        _bracketed_place(draft)
    if kind.startswith("article") or kind == "chapter":
        _pages(draft, kind, entry)
    if draft.has("issue") and kind in ("book", "chapter"):
        _issue_is_volume(draft)
    _language(draft)


def _bracketed_place(draft: Draft) -> None:
    """ "Руль (Берлин)": the place in brackets behind a periodical's name tells it from its namesakes."""
    field = next((f for f in draft.fields if f.name == "container-title"), None)
    found = _PLACE_IN_BRACKETS.search(str(field.value)) if field is not None else None
    if field is None or found is None or draft.has("publisher-place"):
        return
    start, end = field.span.start - draft.base, field.span.end - draft.base
    draft.drop("container-title")
    draft.claim("container-title", str(field.value)[: found.start()], start, end, field.rule)
    draft.imply("publisher-place", found["place"], start, end, "place-in-brackets")


def _kind(draft: Draft) -> str | None:
    if draft.back in ("ibid", "op-cit", "elided"):
        return None
    container = draft.get("container-title")
    title = str(draft.get("title") or "").lower()
    if isinstance(container, str):
        return _kind_of_part(draft, container, title)
    if draft.back == "ibid-within":
        if draft.locator_label == "folio":
            return "document"
        return "chapter" if draft.has("genre") else None
    if _LEGISLATION.match(title):
        return "legislation"
    if _INTERVIEW.search(title) and not draft.has("publisher-place"):
        return "interview"
    if _FIELDWORK.match(title):
        return "document"
    if draft.has("publisher-place") or draft.has("publisher") or draft.has("number-of-pages"):
        return "book"
    if draft.has("URL"):
        return "webpage"
    if draft.has("original-date") or draft.has("genre"):
        return "personal_communication" if draft.has("recipient") else "document"
    if _is_issue_of_periodical(draft):
        return "article-newspaper" if _is_newspaper_as_a_whole(draft) else "collection"
    if draft.has("issued"):
        return "speech" if _speech(draft, title) else "book"
    if draft.has("edition") or draft.has("volume"):
        return "book"
    return "document" if _is_source(title) and draft.locator is None else None


def _is_issue_of_periodical(draft: Draft) -> bool:
    """ "Былое. 1907. № 4", "СЗ СССР. 1929. № 75": a year and a number, and no author."""
    numbered = any(f.name == "issue" and f.rule == "issue" for f in draft.fields)
    return numbered and draft.has("issued") and not draft.has("author")


def _is_newspaper_as_a_whole(draft: Draft) -> bool:
    """ "Сибирская жизнь. 1913. № 70. 31 марта": with a day the number is that of a newspaper."""
    issued = draft.get("issued")
    field = next((f for f in draft.fields if f.name == "title"), None)
    if field is None or not isinstance(issued, Date) or len(issued.parts[0]) != 3:
        return False
    draft.drop("title")
    start, end = field.span.start - draft.base, field.span.end - draft.base
    draft.claim("container-title", field.value, start, end, "newspaper-as-a-whole")
    return True


def _is_source(title: str) -> bool:
    return title.startswith(ru_sources.SOURCE_NOUNS) or "архив" in title


def _kind_of_part(draft: Draft, container: str, title: str) -> str:
    low = container.lower()
    if not draft.has("author") and (
        _LEGISLATION_SOURCE.search(low) or (_LEGISLATION.match(title) or _ACT.search(title))
    ):
        return "legislation"
    if any(f.rule == "place-of-newspaper" for f in draft.fields):
        return "article-newspaper"
    if draft.has("publisher-place") or draft.has("publisher"):
        serial = _SERIAL.match(low) and (draft.has("issue") or draft.has("volume"))
        return "article-journal" if serial and not draft.has("editor") else "chapter"
    if draft.has("URL") and (
        _SITE.search(low)
        or (not draft.has("issue") and not draft.has("volume") and periodical_kind(low) is None)
    ):
        return "webpage"
    if draft.has("editor") and not draft.has("issue"):
        return "chapter"
    return _kind_of_article(draft, low)


def _kind_of_article(draft: Draft, container: str) -> str:
    """Newspaper, magazine or journal: by the title's words, then by date, number and pages."""
    told = periodical_kind(container)
    if not draft.has("issued") and not draft.has("issue"):
        return "chapter"
    if told in ("article-magazine", "article-newspaper") and not draft.has("volume"):
        return told
    issued = draft.get("issued")
    daily = isinstance(issued, Date) and bool(issued.parts) and len(issued.parts[0]) == 3
    pages = [int(n) for n in _PAGE_NUMBER.findall(draft.locator or "")]
    also = daily and _ALSO_NEWSPAPER.search(container) is not None
    if (told == "article-journal" and not also) or draft.has("volume"):
        return "article-journal"
    if any(page > _NEWSPAPER_PAGES for page in pages):
        return "article-journal"
    if daily:
        return "article-newspaper"
    number = _PAGE_NUMBER.findall(str(draft.get("issue") or ""))
    if len(number) == 1 and int(number[0]) > _WEEKS:
        return "article-newspaper"
    if not draft.has("issue") and isinstance(issued, Date) and len(issued.parts[0]) == 1 and not pages:
        return told or "chapter"
    return "article-journal"


def _speech(draft: Draft, title: str) -> bool:
    """A title with nothing but a venue and a day: a speech; the venue is taken out of the title."""
    issued = draft.get("issued")
    if not (isinstance(issued, Date) and issued.parts and len(issued.parts[0]) == 3):
        return False
    field = next((f for f in draft.fields if f.name == "title"), None)
    if field is None or not isinstance(field.value, str):
        return _SPEECH.search(title) is not None
    venue = _VENUE.search(field.value)
    if venue is None or not _VENUE_WORD.search(venue["venue"]):
        return _SPEECH.search(title) is not None or draft.has("author")
    start = field.span.start - draft.base
    draft.drop("title")
    draft.claim(
        "title",
        field.value[: venue.start() + (field.value[venue.start()] in '?!»"”')],
        start,
        start + venue.start(),
        "title",
    )
    draft.claim(
        "event-place", venue["venue"], start + venue.start("venue"), start + venue.end("venue"), "venue"
    )
    return True


def _pages(draft: Draft, kind: str, entry: bool) -> None:
    """In a bibliography the range of an article or chapter is its extent; in a note it is the place cited."""
    if not entry or draft.locator is None or draft.locator_span is None:
        return
    if kind == "article-newspaper" or draft.locator_label == "article":
        return
    span = draft.locator_span
    draft.imply("page", draft.locator, span.start - draft.base, span.end - draft.base, "extent-of-part")
    draft.locator, draft.locator_span = None, None


def _issue_as_a_whole(draft: Draft) -> None:
    """A journal cited without an article is the issue itself, and its title the work's (data contract)."""
    field = next(f for f in draft.fields if f.name == "container-title")
    draft.drop("container-title")
    start, end = field.span.start - draft.base, field.span.end - draft.base
    draft.claim("title", field.value, start, end, "issue-of-periodical")


def _issue_is_volume(draft: Draft) -> None:
    """ "Вып. 5" of a book is a volume of it."""
    field = next(f for f in draft.fields if f.name == "issue")
    value, volume = str(field.value), draft.get("volume")
    start, end = field.span.start - draft.base, field.span.end - draft.base
    give_up(draft, "issue")
    if field.rule == "issue" and volume:
        draft.imply("custom.document-number", value, start, end, "number-in-book")
    elif volume:
        give_up(draft, "volume")
        draft.imply("volume", f"{volume}. Вып. {value}", start, end, "issue-of-volume")
    else:
        draft.imply("volume", value, start, end, "issue-of-book")


_NOT_UKRAINIAN = re.compile(r"[ыэёъ]", re.IGNORECASE)


def _language(draft: Draft) -> None:
    """The language of the work by its title, else by the source or archive that holds it."""
    if draft.back in ("ibid", "op-cit") and not draft.has("title"):
        return
    for name, beside in _TELLING:
        value = draft.get(name)
        if isinstance(value, str) and value:
            language = _with_what_is_beside(draft, value, beside)
            if language:
                draft.imply("language", language, 0, len(draft.text), f"language-of-{name}")
                return
    if draft.has("recipient") or draft.has("genre"):
        language = language_of(draft.text)
        if language:
            draft.imply("language", language, 0, len(draft.text), "language-of-heading")


def _with_what_is_beside(draft: Draft, value: str, beside: tuple[str, ...]) -> str | None:
    """The language of *value*; where no letter or word of its own tells, by what is printed beside it."""
    language = language_of(value)
    more = [v for b in beside if isinstance(v := draft.get(b), str)]
    if language == "en" and not told_in_latin(value):
        place = draft.get("publisher-place")
        home = of_place(place) if isinstance(place, str) else None
        return home or language_of(" ".join([value, *more])) or language
    if language == "ru":
        place = draft.get("publisher-place")
        home = of_place(place) if isinstance(place, str) else None
        if home and not _NOT_UKRAINIAN.search(value):
            return home
        if OWN_LETTERS.search(draft.text):
            told = language_of(" ".join([value, *more]))
            if not ((told == "uk" and _NOT_UKRAINIAN.search(value)) or (told == "be" and "и" in value)):
                return told or language
    return language


_TELLING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("container-title", "publisher", "publisher-place")),
    ("container-title", ("publisher", "publisher-place")),
    ("archive", ("archive_collection", "archive_location")),
    ("archive_collection", ("archive_location",)),
    ("archive_location", ()),
)
