"""Documents named by their heading: what stands between it and the collection that prints them.

"Heading, telegram, January 8, 1950, no. 16581, in Declassified Archives": kind, date and number, each of
which may be missing, but not all (Chicago 18, 14.115, of documents in published collections).
"""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.languages import en
from citekit.recognise.dates import date_at

_KIND = "|".join(sorted((re.escape(genre) for genre in en.GENRES), key=len, reverse=True))
_NUMBER = re.compile(
    r"[\s,]*(?<!\w)(?:[Nn]o\.|№|[Dd]oc(?:ument|\.)(?:\s+no\.)?)\s*(?P<number>\d(?:[\w/-]|\.(?=\w))*)(?=[,.])"
)
_STATED = re.compile(rf",\s+(?:(?P<kind>{_KIND}),\s+)?(?=(?P<next>in\s|no\.|№|\d|[A-Z]))", re.IGNORECASE)
_IN = re.compile(r",\s+in\s+(?=(?:the\s+)?[A-Z“\"‘])")


def read_number_behind(draft: Draft, at: int) -> int:
    """Claim "no. 16581" at *at*, between the date of a document and its collection; the place behind it."""
    match = _NUMBER.match(draft.rest, at)
    if match is None or draft.has("number"):
        return at
    draft.connect(match.start(), match.start("number"))
    draft.claim("number", match["number"], *match.span("number"), "number-behind-date")
    return match.end()


def find_headed(draft: Draft) -> tuple[int, int] | None:
    """Where an unquoted heading stands behind which kind or number are stated, and "in" follows."""
    if ", in " not in draft.rest:
        return None
    start = len(draft.rest) - len(draft.rest.lstrip(" ,.;:" + BLANK))
    for match in _STATED.finditer(draft.rest, start):
        at = match.start()
        if match["kind"]:
            at = match.end("kind")
        dated = date_at(draft.rest, match.start("next"))
        if dated and dated.is_precise:
            at = dated.end
        number = _NUMBER.match(draft.rest, at)
        if (match["kind"] or number) and _IN.match(draft.rest, number.end() if number else at):
            return start, match.start()
    return None


def read_kind_behind(draft: Draft, at: int) -> int:
    """Claim ", telegram" at *at*, where "in" follows; the place behind it."""
    match = _STATED.match(draft.rest, at)
    if match is None or not match["kind"] or not _IN.match(draft.rest, match.end("kind")):
        return at
    draft.claim("genre", en.GENRES[match["kind"].casefold()], *match.span("kind"), "kind-behind-heading")
    return match.end("kind")
