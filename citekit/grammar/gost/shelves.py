"""Shelf marks without fond and inventory: manuscripts by collection and number, German archives by holding.

"ГИМ. Син. 962. Л. 10 об." is how medievalists cite old manuscripts: the library, the collection, the number
of its printed description. German archives count files within a holding ("BArch. R 901. Nr. 37123").
"""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.languages import ru
from citekit.recognise import russian_pages

_LABELS = "|".join(
    sorted({*ru.VOLUME_LABELS, *ru.PAGE_LABELS, *ru.LEAF_LABELS, "отд", "док", "д", "оп", "ф", "п"})
)
_COLLECTION = (
    rf"(?!(?i:{_LABELS})\.)(?:[Сс]обр(?:ание|\.)\s[^,№]{{3,60}}?"
    r"|[А-ЯЁ][а-яё]{1,12}\.?(?:-[А-ЯЁ][а-яё]{1,10}\.?)?(?:\sсобр(?:ание|\.)?)|[А-ЯЁ][а-яё]{1,12}\.(?:-[А-ЯЁ][а-яё]{1,10}\.)?)"
)
_UNIT = r"(?:№\s?)?\d[\w/]*|[FQO]\.(?:п\.)?[IVXL]+\.\d+|\d+\.\d+\.\d+"
_MANUSCRIPT = re.compile(
    r"(?P<archive>[А-ЯЁ]{2,6}(?:\s[А-ЯЁ]{2,5})*(?:[.,]\s(?:ОР|РО|ОРРК|НИОР|ОРК))?)[.,]\s"
    rf"(?:(?P<collection>{_COLLECTION})[.,]?\s)?(?P<location>{_UNIT})[.,]\s(?=[Лл]{{1,2}}\.\s?\d)"
)
_HOLDING = re.compile(
    r"(?P<archive>PA\sAA|[A-ZÄÖÜ][^.;]{0,80}?[Aa]rch(?:iv[^.;]{0,80})?(?:\s[A-Z][\w-]+)*)[.,]\s(?P<collection>[A-Z]{1,3}\s?\d+)"
    r"(?:[.,]\s(?P<location>(?:Nr\.|Bd\.)\s?\d[\w/]*))?[.,]?\s?(?=Bl\.|$)"
)


def read(draft: Draft) -> int | None:
    """Claim the shelf mark and its leaves; where it begins, or None where there is none."""
    start = draft.rest.find(" // ")
    start = start + 4 if start != -1 else 0
    if start < len(draft.rest) and draft.rest[start] == BLANK:
        return None
    match = _MANUSCRIPT.match(draft.rest, start) or _HOLDING.match(draft.rest, start)
    if match is None:
        return None
    for name, group, rule in (
        ("archive", "archive", "repository"),
        ("archive_collection", "collection", "manuscript-collection"),
        ("archive_location", "location", "shelf-mark"),
    ):
        if match[group]:
            draft.claim(name, match[group].rstrip(","), *match.span(group), rule)
    leaves = russian_pages.LABELLED.search(draft.rest, match.end())
    if leaves:
        pages = russian_pages.normalise(leaves["pages"])
        draft.locate(pages, leaves.start(), leaves.end(), russian_pages.label_of(leaves))
    draft.imply("type", "document", match.start(), match.end(), "archival-unit")
    return match.start()
