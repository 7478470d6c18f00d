"""The fields of a citation for readers: an English label and one of eight colours for each.

The names are CSL 1.0.2's, appendix IV (variables), and those of ``custom`` in docs/data-contract.md.
"""

from __future__ import annotations

GROUPS = {
    "people": "People and bodies",
    "title": "Title",
    "within": "What it stands in",
    "date": "Date",
    "number": "Number, volume, edition",
    "pages": "Pages, leaves",
    "imprint": "Place and publisher",
    "kept": "Archive, address",
}
"""The colours of the page, in the order of the legend."""

FIELDS: dict[str, tuple[str, str]] = {
    "author": ("Author or sender", "people"),
    "recipient": ("Recipient", "people"),
    "editor": ("Editor", "people"),
    "translator": ("Translator", "people"),
    "container-author": ("Author of the book", "people"),
    "interviewer": ("Interviewer", "people"),
    "director": ("Director", "people"),
    "title": ("Title", "title"),
    "original-title": ("Title in its own script", "title"),
    "title-short": ("Short title", "title"),
    "container-title": ("Collection, book or journal", "within"),
    "collection-title": ("Series", "within"),
    "event-title": ("Event", "within"),
    "original-date": ("Date of the document", "date"),
    "issued": ("Published", "date"),
    "accessed": ("Accessed", "date"),
    "event-date": ("Date of the event", "date"),
    "number": ("Number", "number"),
    "volume": ("Volume", "number"),
    "number-of-volumes": ("Number of volumes", "number"),
    "issue": ("Issue", "number"),
    "edition": ("Edition", "number"),
    "chapter-number": ("Chapter", "number"),
    "section": ("Section", "number"),
    "ISBN": ("ISBN", "number"),
    "ISSN": ("ISSN", "number"),
    "page": ("Extent", "pages"),
    "locator": ("Cited pages", "pages"),
    "publisher": ("Publisher", "imprint"),
    "publisher-place": ("Place", "imprint"),
    "event-place": ("Place of the event", "imprint"),
    "archive": ("Archive", "kept"),
    "archive_collection": ("Fond, record group", "kept"),
    "archive_location": ("File", "kept"),
    "archive-place": ("Seat of the archive", "kept"),
    "DOI": ("DOI", "kept"),
    "URL": ("Web address", "kept"),
    "genre": ("Genre", "title"),
    "type": ("Kind of work", "title"),
    "language": ("Language", "title"),
    "custom.et-al": ("And others", "people"),
    "custom.translated-title": ("Title in translation", "title"),
    "custom.original-container-title": ("Collection in its own script", "within"),
    "custom.translated-container-title": ("Collection in translation", "within"),
}

_PART_OF_NAME = (
    ("container", "within"),
    ("title", "title"),
    ("author", "people"),
    ("editor", "people"),
    ("translator", "people"),
    ("recipient", "people"),
    ("date", "date"),
    ("received", "date"),
    ("publisher", "imprint"),
    ("institution", "imprint"),
    ("place", "imprint"),
    ("archive", "kept"),
    ("fond", "kept"),
    ("file", "kept"),
)
"""A field that the table lacks goes by the first of these words in its name."""


def label_of(name: str) -> str:
    """The field called *name* in English words."""
    known = FIELDS.get(name)
    words = name.removeprefix("custom.").replace("-", " ").replace("_", " ")
    return known[0] if known else words[:1].upper() + words[1:]


def group_of(name: str) -> str:
    """The colour of the field called *name*: a key of :data:`GROUPS`."""
    known = FIELDS.get(name)
    if known:
        return known[1]
    return next((group for part, group in _PART_OF_NAME if part in name), "number")
