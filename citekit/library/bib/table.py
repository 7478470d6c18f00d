"""Which field holds which CSL variable, in BibLaTeX and in BibTeX: one table for writing and for reading.

The left column is CSL 1.0.2 (with ``custom.`` keys of docs/data-contract.md), the middle the data model of
BibLaTeX (manual 2.2) or, where that has nothing, the CSL name without its hyphens; citekit.dbx declares
these.  Classic BibTeX has few fields, but ignores those it does not know: it gets the same ones, except
where the last column says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "text", "title", "list", "names", "date", "pages", "verbatim", "standard number", "language"
]


@dataclass(frozen=True, slots=True)
class Row:
    """A CSL variable, its two fields, and how its value is written."""

    csl: str
    biblatex: str
    kind: Kind
    bibtex: str


def _rows(kind: Kind, table: str) -> list[Row]:
    rows = []
    for line in table.strip().splitlines():
        csl, biblatex, *bibtex = line.split()
        rows.append(Row(csl, biblatex, kind, bibtex[0] if bibtex else biblatex))
    return rows


ROWS = (
    _rows(
        "names",
        """
        author               author
        editor               editor
        translator           translator
        recipient            recipient
        container-author     bookauthor
        chair                chair
        collection-editor    serieseditor
        compiler             compiler
        composer             composer
        contributor          contributor
        curator              curator
        director             director
        editorial-director   editorialdirector
        executive-producer   executiveproducer
        guest                guest
        host                 host
        illustrator          illustrator
        interviewer          interviewer
        narrator             narrator
        organizer            organizer
        original-author      origauthor
        performer            performer
        producer             producer
        reviewed-author      reviewedauthor
        script-writer        scriptwriter
        series-creator       seriescreator
        """,
    )
    + _rows(
        "title",
        """
        title                             title
        title-short                       shorttitle
        container-title                   booktitle
        collection-title                  series
        custom.translated-title           translatedtitle
        custom.translated-container-title translatedcontainertitle
        """,
    )
    + _rows(
        "text",
        """
        original-title                   origtitle
        custom.original-container-title  origcontainertitle
        container-title-short            shortjournal
        journalAbbreviation              journalabbreviation
        shortTitle                       titleabbreviation
        part-title                       parttitle
        volume-title                     volumetitle
        volume-title-short               shortvolumetitle
        volume                           volume
        issue                            issue
        number                           docnumber
        edition                          edition
        part                             part
        section                          section
        chapter-number                   chapter
        collection-number                number
        number-of-volumes                volumes
        number-of-pages                  pagetotal
        page-first                       firstpage
        printing                         printing
        supplement                       supplement
        version                          version
        genre                            genre
        medium                           medium
        status                           pubstate
        note                             note
        annote                           annotation
        abstract                         abstract
        keyword                          keywords
        archive                          archive
        archive_collection               archivecollection
        archive_location                 archivelocation
        archive-place                    archiveplace
        call-number                      callnumber
        source                           source
        authority                        authority
        jurisdiction                     jurisdiction
        references                       references
        event                            event
        event-title                      eventtitle
        event-place                      venue
        reviewed-genre                   reviewedgenre
        reviewed-title                   reviewedtitle
        dimensions                       dimensions
        division                         division
        scale                            scale
        year-suffix                      yearsuffix
        citation-label                   citationlabel
        citation-number                  citationnumber
        citation-key                     citationkey
        first-reference-note-number      firstnotenumber
        locator                          locator
        PMID                             pmid
        PMCID                            pmcid
        custom.archive_id                archiveid
        custom.file_id                   fileid
        custom.original-date-literal     origdateliteral
        """,
    )
    + _rows(
        "list",
        """
        publisher                 publisher
        publisher-place           location      address
        original-publisher        origpublisher
        original-publisher-place  origlocation
        """,
    )
    + _rows(
        "date",
        """
        issued          date
        original-date   origdate
        event-date      eventdate
        accessed        urldate
        available-date  availabledate
        submitted       submitteddate
        """,
    )
    + _rows("pages", "page pages")
    + _rows("verbatim", "DOI doi\nURL url")
    + _rows("standard number", "ISBN isbn\nISSN issn")
    + _rows("language", "language langid")
)

_PARTS_OF_PERIODICALS = {
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "review",
    "review-book",
}
_NUMBERED = {"report", "patent", "standard", "legislation", "bill", "regulation", "legal_case"}
_TYPED = {
    "thesis",
    "report",
    "patent",
    "manuscript",
    "document",
    "personal_communication",
    "speech",
    "interview",
    "pamphlet",
    "software",
}

EXCEPTIONS: tuple[tuple[set[str], str, str, str], ...] = (
    # of these CSL types, this variable stands in this BibLaTeX field, this BibTeX field
    (_PARTS_OF_PERIODICALS, "container-title", "journaltitle", "journal"),
    (_PARTS_OF_PERIODICALS | {"collection", "periodical"}, "issue", "number", "number"),
    (
        _PARTS_OF_PERIODICALS | {"collection", "periodical"},
        "collection-number",
        "seriesnumber",
        "seriesnumber",
    ),
    (_NUMBERED, "number", "number", "number"),
    (_NUMBERED, "collection-number", "seriesnumber", "seriesnumber"),
    (_TYPED, "genre", "type", "type"),
    ({"thesis"}, "publisher", "institution", "school"),
    ({"report"}, "publisher", "institution", "institution"),
    ({"webpage", "post", "post-weblog"}, "publisher", "organization", "organization"),
)

READ_TOO = {
    # fields that only others write, or that mean the same: the variable they are read as
    "address": "publisher-place",
    "journal": "container-title",
    "volumetext": "volume",
    "docnumber": "number",
    "bookeditor": "editor",
    "journaltitle": "container-title",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "venue": "event-place",
    "annote": "annote",
    "keywords": "keyword",
    "type": "genre",
    "eventtitle": "event-title",
    "library": "call-number",
    "shorthand": "citation-label",
}

LANGUAGES = {
    # langid of babel (its manual, section 1.16) and polyglossia; the first of a language is the one we write
    "english": "en",
    "chinese": "zh",
    "russian": "ru",
    "ukrainian": "uk",
    "belarusian": "be",
    "german": "de",
    "french": "fr",
    "italian": "it",
    "spanish": "es",
    "portuguese": "pt",
    "polish": "pl",
    "czech": "cs",
    "slovak": "sk",
    "hungarian": "hu",
    "romanian": "ro",
    "bulgarian": "bg",
    "serbian": "sr",
    "serbianc": "sr-Cyrl",
    "croatian": "hr",
    "slovenian": "sl",
    "macedonian": "mk",
    "albanian": "sq",
    "greek": "el",
    "latin": "la",
    "dutch": "nl",
    "danish": "da",
    "swedish": "sv",
    "norsk": "nb",
    "nynorsk": "nn",
    "finnish": "fi",
    "estonian": "et",
    "latvian": "lv",
    "lithuanian": "lt",
    "turkish": "tr",
    "hebrew": "he",
    "arabic": "ar",
    "japanese": "ja",
    "korean": "ko",
    "vietnamese": "vi",
    "mongolian": "mn",
    "american": "en-US",
    "british": "en-GB",
    "canadian": "en-CA",
    "australian": "en-AU",
    "ngerman": "de-DE",
    "austrian": "de-AT",
    "brazilian": "pt-BR",
    "chinese-simplified": "zh-Hans",
    "chinese-traditional": "zh-Hant",
}


@cache
def fields_of(csl_type: str, *, biblatex: bool) -> dict[str, tuple[str, Kind]]:
    """For works of *csl_type*: each CSL variable with its field and the kind of its value."""
    fields = {row.csl: (row.biblatex if biblatex else row.bibtex, row.kind) for row in ROWS}
    for types, variable, in_biblatex, in_bibtex in EXCEPTIONS:
        if csl_type in types:
            fields[variable] = (in_biblatex if biblatex else in_bibtex, fields[variable][1])
    return fields


@cache
def variables_of(csl_type: str, *, biblatex: bool) -> dict[str, tuple[str, Kind]]:
    """For works of *csl_type*: each field with its CSL variable, those of the other dialect too."""
    kinds = {row.csl: row.kind for row in ROWS}
    variables = {field: (csl, kinds[csl]) for field, csl in READ_TOO.items()}
    for dialect in (not biblatex, biblatex):
        variables |= {
            field: (csl, kind) for csl, (field, kind) in fields_of(csl_type, biblatex=dialect).items()
        }
    return variables
