"""Kinds of works: CSL types and the entry types of BibLaTeX and BibTeX, one table for both directions.

BibLaTeX types: its manual, section 2.1 ("Entry Types").  BibTeX types: btxdoc, section 3.1; the old styles
print an entry of any other type with a warning, so that only those are written.  Where several CSL types
share an entry type, ``entrysubtype`` holds the CSL type of all but the one that the entry type means alone.
"""

from __future__ import annotations

from functools import cache

WRITTEN = {
    # CSL type: (BibLaTeX entry type, BibTeX entry type)
    "article": ("misc", "misc"),
    "article-journal": ("article", "article"),
    "article-magazine": ("article", "article"),
    "article-newspaper": ("article", "article"),
    "bill": ("legislation", "misc"),
    "book": ("book", "book"),
    "broadcast": ("video", "misc"),
    "chapter": ("incollection", "incollection"),
    "classic": ("book", "book"),
    "collection": ("periodical", "misc"),
    "dataset": ("dataset", "misc"),
    "document": ("unpublished", "unpublished"),
    "entry": ("inreference", "incollection"),
    "entry-dictionary": ("inreference", "incollection"),
    "entry-encyclopedia": ("inreference", "incollection"),
    "event": ("misc", "misc"),
    "figure": ("image", "misc"),
    "graphic": ("artwork", "misc"),
    "hearing": ("misc", "misc"),
    "interview": ("misc", "misc"),
    "legal_case": ("jurisdiction", "misc"),
    "legislation": ("legislation", "misc"),
    "manuscript": ("unpublished", "unpublished"),
    "map": ("misc", "misc"),
    "motion_picture": ("video", "misc"),
    "musical_score": ("misc", "misc"),
    "pamphlet": ("booklet", "booklet"),
    "paper-conference": ("inproceedings", "inproceedings"),
    "patent": ("patent", "misc"),
    "performance": ("performance", "misc"),
    "periodical": ("periodical", "misc"),
    "personal_communication": ("letter", "misc"),
    "post": ("online", "misc"),
    "post-weblog": ("online", "misc"),
    "regulation": ("legislation", "misc"),
    "report": ("report", "techreport"),
    "review": ("article", "article"),
    "review-book": ("article", "article"),
    "software": ("misc", "misc"),
    "song": ("music", "misc"),
    "speech": ("unpublished", "unpublished"),
    "standard": ("standard", "misc"),
    "thesis": ("thesis", "phdthesis"),
    "treaty": ("legal", "misc"),
    "webpage": ("online", "misc"),
}

ITSELF = {
    # entry type: the CSL type it means without an entrysubtype
    "article": "article-journal",
    "artwork": "graphic",
    "book": "book",
    "booklet": "pamphlet",
    "dataset": "dataset",
    "image": "figure",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "collection",
    "phdthesis": "thesis",
    "report": "report",
    "software": "software",
    "standard": "standard",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "document",
    "video": "broadcast",
    # and those that only others write
    "audio": "song",
    "bookinbook": "chapter",
    "collection": "book",
    "commentary": "book",
    "conference": "paper-conference",
    "electronic": "webpage",
    "inbook": "chapter",
    "manual": "book",
    "mastersthesis": "thesis",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "proceedings": "book",
    "reference": "book",
    "review": "review",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "www": "webpage",
}

DATELESS = {"document", "personal_communication", "manuscript", "interview", "speech"}
"""CSL types whose own date is ``original-date``: it is the only date where nothing was published."""

PRINTED_TOO = DATELESS | {"bill", "event", "hearing", "legal_case", "legislation", "regulation", "treaty"}
"""CSL types around which no style prints a book, and that historians cite from books all the same."""

CONTAINED = PRINTED_TOO | {
    *("article-journal", "article-magazine", "article-newspaper", "chapter", "entry", "entry-dictionary"),
    *("entry-encyclopedia", "paper-conference", "review", "review-book"),
}
"""CSL types whose ``container-title`` the entry types have a field for that styles print."""

SUBTYPES = {
    # The words others write in entrysubtype, besides the CSL types (biblatex manual 2.2.3; biblatex-chicago
    # 4.2).
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "letter": "personal_communication",
}
_OUR_WORDS = {"article-magazine": "magazine", "article-newspaper": "newspaper"}


def entry_type(csl_type: str, *, biblatex: bool) -> tuple[str, str]:
    """The entry type for *csl_type* and its ``entrysubtype``, which may be empty."""
    entry = WRITTEN.get(csl_type, ("misc", "misc"))[0 if biblatex else 1]
    if ITSELF[entry] == csl_type:
        return entry, ""
    return entry, _OUR_WORDS.get(csl_type, csl_type)


def csl_type(entry: str, subtype: str = "") -> str:
    """The CSL type of an entry, ``document`` where the entry type is unknown."""
    if subtype in WRITTEN:
        return subtype
    return SUBTYPES.get(subtype) or ITSELF.get(entry.lower(), "document")


@cache
def is_known(entry: str) -> bool:
    """Whether *entry* is an entry type that BibTeX or BibLaTeX defines."""
    return entry.lower() in ITSELF
