"""Parts of a Russian shelf mark beside the numbered fond and file: named fonds, numbered units, elisions."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.archives import ArchiveReference
from citekit.archives.reference import Part
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.gost.window import Window, give_up, strip
from citekit.model import Span
from citekit.recognise import russian_pages

_LABEL = r"(?:[Оо]п|[Вв]оп|[Пп]ер|[Дд]|[Пп]|[Сс]пр|[Ее]д\.\s?хр|[Кк]артон|[Кк]|[Кк]н|[Сс]т)"
_BELOW_FOND = re.compile(
    rf"(?P<unit>{_LABEL}\.?\s?(?:№\s?)?\d[\w/]*(?:\s?[-–]\s?\d+)?(?:[.,]\s{_LABEL}\.?\s?"
    rf"(?:№\s?)?\d[\w/]*(?:\s?[-–]\s?\d+)?)*)(?=[.,;\s]|$)"
)
# shelf marks of manuscript departments: "№ 7792", by format and subject "F.IV.215"
_NUMBER = re.compile(rf"[\s.,{BLANK}]*(?P<unit>№\s?\d[\w/-]*|[FQO]\.\s?[IVXL]+\.\s?(?:№\s?)?\d+)")
_NAMED_FOND = re.compile(
    r"(?:(?P<archive>[А-ЯЁ][^,]{1,80}?)[.,]\s)?(?P<fond>(?:[Фф]\.|[Фф]онд)\s"
    r"(?:[«\"][^»\"]{3,60}[»\"]|[А-ЯЁ][а-яё][^.,]{2,60}))[.,]?\s?$"
)
_LETTERED = re.compile(
    r"(?:(?P<archive>[А-ЯЁ][^,.]{1,80}?)[.,]\s)?(?P<fond>(?:[Фф]\.|[Фф]онд)\s[А-ЯЁ]{2,5})[.,]?\s?$"
)
_MORE = re.compile(
    r"(?:[.,]\s(?:[Пп]ортф|№|[Дд]|[Ее]д\.\s?хр|[Тт]|[Кк]н|[Чч]|[Сс]в|[Оо]п|[Пп]ер|[Пп]|[Дд]ок)\.?\s?"
    r"(?:№\s?)?\d[\w/-]*)+(?=[.,;\s]|$)"
)
_FOND_NAME = re.compile(rf"(?:\s?[-–—:]\s|[.,]\s|\s\()(?P<name>[А-ЯЁ«\"][^{BLANK}()]{{3,}})\)?$")


def elided(draft: Draft) -> bool:
    """A unit below the fond alone ("Картон 80. Ед. хр. 1-24", "Д. 13. Л. 8"), the rest said before."""
    match = _BELOW_FOND.match(draft.rest)
    if match is None:
        return False
    draft.claim("archive_location", match["unit"], match.start("unit"), match.end("unit"), "file")
    leaves = russian_pages.LABELLED.search(draft.rest, match.end())
    if leaves:
        draft.locate(
            russian_pages.normalise(leaves["pages"]),
            leaves.start(),
            leaves.end(),
            russian_pages.label_of(leaves),
        )
    draft.imply("type", "document", 0, match.end(), "archival-unit")
    return True


def numbered(draft: Draft, start: int) -> None:
    """ "ОР РГБ. Ф. 178. № 7792": collections of manuscripts that count their units without an inventory."""
    match = _NUMBER.match(draft.rest, start)
    if match:
        draft.claim(
            "archive_location", match["unit"], match.start("unit"), match.end("unit"), "numbered-unit"
        )


def rest_of(draft: Draft, fond_: ArchiveReference, below: ArchiveReference) -> None:
    """Opis and delo behind the printed name of the fond ("Ф. 2000. Главное управление. Оп. 1. Д. 5")."""
    same = bool(fond_.id and below.id) and str(below.id).startswith(f"{fond_.id}/")
    if below.location is None or (below.collection is not None and not same):
        return
    start, end = fond_.span.end, below.location.span.start
    inner = strip(draft, Window(start, end))
    if inner:
        draft.claim(
            "custom.fond-name", draft.text[inner.start : inner.end], inner.start, inner.end, "name-of-fond"
        )
    draft.claim("archive_location", below.location.text, end, below.location.span.end, "file")
    if below.locator is not None and below.locator_span is not None and draft.locator is None:
        draft.locate(
            russian_pages.normalise(below.locator), below.locator_span.start, below.locator_span.end, "folio"
        )


def named_fond(draft: Draft, end: int) -> int:
    """ "АВПРИ. Ф. «Китайский стол»" before an inventory: a fond with a name, no number; where it begins."""
    match = _NAMED_FOND.search(draft.rest, 0, end)
    if match is None:
        return end
    draft.claim("archive_collection", match["fond"], *match.span("fond"), "named-fond")
    if match["archive"]:
        draft.claim("archive", match["archive"], *match.span("archive"), "repository")
    return match.start()


def more(draft: Draft, location_end: int) -> None:
    """Units with further labels behind the location ("Оп. 1. Портф. 509. Д. 3")."""
    match = _MORE.match(draft.rest, location_end)
    if match is None:
        return
    start = next(f.span.start for f in draft.fields if f.name == "archive_location") - draft.base
    give_up(draft, "archive_location")
    draft.claim("archive_location", draft.text[start : match.end()], start, match.end(), "file")


def lettered_fond(draft: Draft, reference: ArchiveReference) -> ArchiveReference | None:
    """ "РГВИА. Ф. ВУА. Д. 3478": a fond called by letters, which for once are no repository's."""
    if reference.collection is not None or reference.repository is None:
        return None
    match = _LETTERED.search(draft.rest, 0, reference.repository.span.end)
    if match is None or match.start("fond") > reference.repository.span.start:
        return None
    return replace(
        reference,
        span=Span(match.start(), reference.span.end),
        repository=Part.of(draft.text, *match.span("archive")) if match["archive"] else None,
        collection=Part.of(draft.text, *match.span("fond")),
    )


def fond_name(draft: Draft, start: int) -> None:
    """The name of a fond cited as a whole ("Ф. 5446 – Совет министров СССР")."""
    match = _FOND_NAME.match(draft.rest, start)
    if match:
        draft.claim(
            "custom.fond-name", match["name"].strip(' .»«"'), match.start(), match.end(), "name-of-fond"
        )
