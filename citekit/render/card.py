"""What a style is, and how it prints: what ``citekit styles show`` tells."""

from __future__ import annotations

import os
from dataclasses import dataclass

from citekit.model import Item
from citekit.render.processor import Processor
from citekit.render.styles import find_style
from citekit.render.terms import NS

SAMPLE: tuple[Item, ...] = (
    {
        "id": "book",
        "type": "book",
        "author": [{"family": "Westad", "given": "Odd Arne"}],
        "title": "Decisive Encounters: The Chinese Civil War, 1946–1950",
        "publisher": "Stanford University Press",
        "publisher-place": "Stanford",
        "issued": {"date-parts": [[2003]]},
        "language": "en",
    },
    {
        "id": "article",
        "type": "article-journal",
        "author": [{"family": "沈", "given": "志华"}],
        "title": "中苏同盟与朝鲜战争的起源",
        "container-title": "历史研究",
        "issue": "2",
        "page": "97-110",
        "issued": {"date-parts": [[2000]]},
        "language": "zh",
    },
    {
        "id": "file",
        "type": "document",
        "archive": "РГАСПИ",
        "archive_collection": "Ф. 558",
        "archive_location": "Оп. 11. Д. 334",
        "language": "ru",
        "custom": {"file_id": "rgaspi:f558/op11/d334"},
    },
)
"""A book, an article and an archival file, in three languages."""

_CITED = (("book", "12"), ("book", "15"), ("article", "98"), ("file", "140"), ("book", "20"))


@dataclass(frozen=True, slots=True)
class Card:
    """A style: where it is, what it calls itself, its kind, and how it prints the sample."""

    title: str
    path: str
    kind: str
    language: str
    summary: str
    notes: tuple[str, ...]
    bibliography: tuple[str, ...]


def card(style: str | os.PathLike[str]) -> Card:
    """The card of a style.

    Raises:
        StyleError: it is not there or cannot be used.
    """
    processor = Processor(style, SAMPLE)
    info = processor.program.root.find(f"{NS}info")

    def said(name: str) -> str:
        return " ".join(str((info.findtext(f"{NS}{name}") if info is not None else "") or "").split())

    kinds = [] if info is None else [c.get("citation-format") for c in info.findall(f"{NS}category")]
    kind = next((kind for kind in kinds if kind), "note" if processor.program.is_note else "in-text")
    notes = processor.cite(
        {"items": [{"id": id_, "locator": page}], "noteIndex": n} for n, (id_, page) in enumerate(_CITED, 1)
    )
    return Card(
        said("title"),
        str(find_style(style)),
        kind,
        processor.program.language,
        said("summary"),
        tuple(notes),
        tuple(processor.bibliography()),
    )
