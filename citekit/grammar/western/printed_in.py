"""The article in which a document is printed, behind its heading and before its periodical or book.

"Doe to Roe, 3 May 1950, in Jane Hale, “New Papers on Trade,” Bulletin 5 (Spring 1995), p. 8": what is cited
is the document, and it stands in the bulletin. Journals of the history of the Cold War print documents so.
"""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.grammar.western.creators import claim_people
from citekit.grammar.western.parties import english_genre
from citekit.grammar.western.runs import Marks, clean_title
from citekit.names import Evidence, looks_like_people
from citekit.recognise.dates import find_dates

_IN_BEFORE = re.compile(r",\s+(?P<in>in\s+)(?P<whose>[^“\"‘:;()\d]{0,80})$")
_AT_START = re.compile(r"[\s,.]*(?P<in>in\b)?")
_NAME = re.compile(r"[\s,.]*(?:in\s+)?[A-Z]")


def read_article_that_prints(draft: Draft, marks: Marks, evidence: Evidence) -> None:
    """Claim ``container-author`` and ``custom.printed-in``, the title of the article; its place stays to be
    read.
    """
    if ", in " not in draft.rest:
        return
    for pair in marks.quotations:
        stated = _IN_BEFORE.search(draft.rest, max(0, pair.start - 120), pair.start)
        if stated is None or not _NAME.match(draft.rest, pair.end):
            continue
        whose = stated["whose"].strip(" ,")
        if whose and not looks_like_people(whose):
            continue
        heading = draft.rest[: stated.start()]
        if not any(found.is_precise for found in find_dates(heading, 0, len(heading))):
            continue
        if " to " not in heading and not english_genre(heading.lstrip(" ,.;:")):
            continue
        if whose:
            claim_people(draft, "container-author", *stated.span("whose"), "article-that-prints", evidence)
        title = clean_title(draft.text[pair.start : pair.end])
        draft.claim("custom.printed-in", title, pair.start, pair.end, "article-that-prints")
        again = _AT_START.match(draft.rest, pair.end)
        if again and again["in"]:
            draft.connect(*stated.span("in"))
        return
