"""A printed document cited without the collection that prints it.

What it does: names citations of a numbered or titled document that give a page but neither a collection, an
editor, an archive nor an Ibid., where the document was not cited in full before.

Why it matters: the page cannot be looked up in any book.

Example: "№00071 Molotov to Dekanozov (June 13, 1941)" 136-138.

What to do: name the collection, or write Ibid. where it is that of the note before.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use

_PLACES = (
    "container-title", "editor", "publisher", "archive", "archive_collection", "archive_location", "source",
    "URL", "collection-title", "DOI",
)  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """First citations of documents that do not say where they stand."""
    for uses in subject.uses_of.values():
        use = uses[0] if uses else None
        if use is None or use.work is None or use.work.item.get("type") != "chapter" or use.note.is_entry:
            continue
        if _is_document(use) and use.reference.back is None and not any(use.field(name) for name in _PLACES):
            yield Finding(
                RULE.code,
                "The document is cited by a page, but no collection is named.",
                subject.at(use, "number", "title"),
                "Name the collection, or write Ibid. where it is that of the note before.",
            )


def _is_document(use: Use) -> bool:
    return bool(use.reference.locator) and (
        use.field("number") is not None or use.field("original-date") is not None
    )


RULE = Rule("missing-source", "A printed document cited without its collection.", check)
