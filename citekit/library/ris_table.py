"""RIS: its types and tags with the CSL types and variables they hold, one table for both directions.

Source: Research Information Systems, "RIS Format Specifications" (2001) with the tags that Reference Manager
12 and EndNote added.  What RIS has no tag for is written as JSON in a user-defined field (``U5``).
"""

from __future__ import annotations

from functools import cache

RESIDUE_TAG = "U5"
RESIDUE_MARK = "citekit "

TYPES = {
    # CSL type: RIS type; the first CSL type of a RIS type is what that type is read as
    "book": "BOOK",
    "chapter": "CHAP",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "thesis": "THES",
    "report": "RPRT",
    "webpage": "ELEC",
    "manuscript": "MANSCPT",
    "document": "GEN",
    "personal_communication": "PCOMM",
    "paper-conference": "CPAPER",
    "entry-encyclopedia": "ENCYC",
    "entry-dictionary": "DICT",
    "legislation": "STAT",
    "bill": "BILL",
    "legal_case": "CASE",
    "hearing": "HEAR",
    "patent": "PAT",
    "map": "MAP",
    "dataset": "DATA",
    "software": "COMP",
    "motion_picture": "MPCT",
    "broadcast": "VIDEO",
    "song": "SOUND",
    "graphic": "ART",
    "figure": "FIGURE",
    "musical_score": "MUSIC",
    "periodical": "SER",
    "pamphlet": "PAMP",
    "post-weblog": "BLOG",
    "standard": "STAND",
    "article": "UNPB",
}

READ_TOO = {
    # RIS types that we do not write
    "ABST": "article-journal",
    "EJOUR": "article-journal",
    "INPR": "article-journal",
    "JFULL": "periodical",
    "EBOOK": "book",
    "EDBOOK": "book",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "GOVDOC": "report",
    "ICOMM": "personal_communication",
    "ADVS": "motion_picture",
    "CTLG": "book",
    "ANCIENT": "classic",
    "DBASE": "dataset",
    "AGGR": "dataset",
    "MULTI": "document",
    "SLIDE": "graphic",
    "CHART": "figure",
    "UNBILL": "bill",
    "LEGAL": "legislation",
}

NAMES = {"AU": "author", "A2": "editor", "A4": "translator"}
NAMES_READ_TOO = {"A1": "author", "ED": "editor", "A3": "collection-editor"}
NAMES_OF = {
    # Tags that mean another person in records of these CSL types (Zotero's and EndNote's tables).
    "personal_communication": {"A2": "recipient"},
    "thesis": {"A3": "contributor"},  # the supervisor
}

VARIABLES = {
    "TI": "title",
    "T2": "container-title",
    "T3": "collection-title",
    "ST": "title-short",
    "OP": "original-title",
    "VL": "volume",
    "IS": "issue",
    "ET": "edition",
    "PB": "publisher",
    "CY": "publisher-place",
    "M1": "number",
    "M3": "genre",
    "NV": "number-of-volumes",
    "SE": "section",
    "DO": "DOI",
    "UR": "URL",
    "LA": "language",
    "AB": "abstract",
    "N1": "note",
    "DB": "archive",
    "AN": "archive_location",
    "C1": "archive_collection",
    "C2": "archive-place",
    "CN": "call-number",
}
VARIABLES_READ_TOO = {
    "T1": "title",
    "BT": "container-title",
    "JO": "container-title",
    "JF": "container-title",
    "JA": "container-title-short",
    "J2": "container-title-short",
    "PP": "publisher-place",
    "N2": "abstract",
    "L1": "URL",
    "DP": "source",
}
DATES = {"DA": "issued", "Y2": "accessed"}
DATES_READ_TOO = {"PY": "issued", "Y1": "issued"}
PAGES = ("SP", "EP")


@cache
def csl_types() -> dict[str, str]:
    """The CSL type that each RIS type means."""
    return READ_TOO | {ris: csl for csl, ris in reversed(TYPES.items())}
