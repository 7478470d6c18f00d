"""The grammar of western notes: Chicago and its mixtures, with Chinese and Russian titles inside.

A citation is read from the outside in: what points back, addresses and archives, imprint, roles and pages
are recognised wherever they stand; then the parts in their order, creators, title, container, series.
"""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.addresses import read_addresses
from citekit.grammar.western.archival import read_archive
from citekit.grammar.western.authordate import read_author_date, read_author_date_short
from citekit.grammar.western.back import is_exhausted, read_author_alone, read_back, read_other_place
from citekit.grammar.western.characters import put_back, set_aside
from citekit.grammar.western.containers import read_abbreviation, read_set_size, read_volume_behind
from citekit.grammar.western.correspondence import (
    Letter,
    letter_fields,
    read_inverted_letter,
    read_letters,
    read_received,
    read_told_letter,
)
from citekit.grammar.western.creators import read_role_phrases
from citekit.grammar.western.editions import read_edition
from citekit.grammar.western.headed import find_headed, read_number_behind
from citekit.grammar.western.heading import find_numbered
from citekit.grammar.western.imprint import read_imprint
from citekit.grammar.western.kinds import language_of
from citekit.grammar.western.leftover import connect_words, read_leftover, read_remark
from citekit.grammar.western.locator import read_locator
from citekit.grammar.western.parliament import read_parliament
from citekit.grammar.western.parts import part_title, read_part, read_printed_place
from citekit.grammar.western.printed_in import read_article_that_prints
from citekit.grammar.western.reports import read_command_paper, read_series_of_papers
from citekit.grammar.western.runs import Marks
from citekit.grammar.western.trail import read_lead, read_trail
from citekit.grammar.western.wholes import read_nothing_more, read_whole
from citekit.languages.en import CORRESPONDENCE
from citekit.model import Citation, Field, Note, Reference

# A letter in a bibliography: "Doe. Doe to Roe, 3 October 1950", "———. Doe to Roe" (biblatex-chicago, @letter)
_FILED_UNDER = re.compile(
    r"""(?P<name>[^.,;()“”"]{2,60})\.\s+(?=(?P=name)\sto\s)
      | (?:[—–]\s?){2,}\.\s+(?=[^\W\d_a-z][^.,]{1,60}\sto\s)""",
    re.VERBOSE,
)
_EXTENT_TYPES = frozenset({"article-journal", "article-magazine", "chapter"})


def parse(citation: Citation, note: Note, context: Context) -> tuple[Reference, ...]:
    """What *citation* says: one reference, or one for each document of a joint citation."""
    draft = Draft(citation, note.text, note.emphasis)
    read_back(draft)
    marks = Marks(draft.text)
    characters = set_aside(draft, marks.all)
    read_remark(draft)
    read_addresses(draft)
    read_archive(draft, entry=note.is_entry)
    read_abbreviation(draft, marks)
    read_parliament(draft)
    read_command_paper(draft)
    if note.is_entry:
        read_author_date(draft, context.evidence)
    else:
        read_author_date_short(draft, context.evidence)
    read_imprint(draft, marks)
    read_series_of_papers(draft, 0, len(draft.rest))
    read_edition(draft)
    read_set_size(draft)
    read_role_phrases(draft, context.evidence)
    read_locator(draft)
    read_lead(draft, note, context.evidence)
    read_author_alone(draft, context.evidence)
    letters = _read_body(draft, marks, context, note)
    read_trail(draft, note)
    put_back(draft, characters)
    read_leftover(draft)
    if letters:
        return _letters(draft, letters, note)
    _finish(draft, note)
    return (draft.reference(),)


def _read_body(draft: Draft, marks: Marks, context: Context, note: Note) -> list[Letter]:
    """Read creators, title and container by the shape of the citation; letters are given back."""
    if draft.back:
        read_volume_behind(draft)
        read_other_place(draft)
        connect_words(draft)
    if is_exhausted(draft):
        read_nothing_more(draft)
        return []
    numbered = find_numbered(draft, marks)
    if numbered:
        read_part(draft, numbered[0], numbered[1], marks, context)
        return []
    read_article_that_prints(draft, marks, context.evidence)
    quotation = part_title(draft, marks)
    letter = read_inverted_letter(draft, context.evidence)
    if letter:
        draft.blank(letter.span.start, letter.span.end)
        draft.blank(letter.date_span.start, letter.date_span.end)
        _place_of_writing(draft, letter.span.end, letter.date_span.start)
        return [letter]
    filed = _FILED_UNDER.match(draft.rest) if note.is_entry and not quotation else None
    if filed:
        draft.connect(*filed.span())
    first_mark = next((q.start for q in marks.quotations if draft.rest[q.start] != BLANK), -1)
    letters, at = read_letters(draft, context.evidence, first_mark)
    if letters:
        for letter in letters:
            draft.blank(letter.span.start, letter.date_span.end)
        draft.blank(letters[-1].date_span.end, max(at, letters[-1].date_span.end))
        read_received(draft)
        at = read_number_behind(draft, at)
        read_printed_place(draft, at, marks, context)
        return letters
    headed = None if quotation else find_headed(draft)
    if headed:
        read_part(draft, *headed, marks, context)
        return []
    if quotation:
        read_part(draft, quotation.start, quotation.end, marks, context)
    else:
        read_whole(draft, marks, context)
        return _told(draft, note, context)
    return []


def _told(draft: Draft, note: Note, context: Context) -> list[Letter]:
    """A collection alone with pages, behind a sentence that names a document: the document printed there."""
    if draft.has("author") or draft.locator is None or not draft.has("title") or states_imprint(draft):
        return []
    letter = read_told_letter(draft, note, context.evidence) if "to " in note.text[: draft.base] else None
    if letter is None:
        return []
    draft.fields = [
        Field("container-title", f.value, f.span, f.rule) if f.name == "title" else f for f in draft.fields
    ]
    draft.drop("type")
    return [letter]


def states_imprint(draft: Draft) -> bool:
    """Whether the citation says where its work was published."""
    return draft.has("publisher") or draft.has("publisher-place") or draft.has("issued")


def _place_of_writing(draft: Draft, start: int, end: int) -> None:
    """What stands between recipient and date of an unprinted letter: its paper, and last the place."""
    head, _, place = draft.rest[start:end].rstrip(" ,.").rpartition(",")
    if place.strip() and len(place.split()) <= 3:
        at = draft.rest.index(place.strip(), start)
        draft.claim("publisher-place", place.strip(), at, at + len(place.strip()), "place-of-writing")
        if head.strip(" ,."):
            draft.claim("medium", head.strip(" ,."), start, start + len(head), "letter-paper")


def _letters(draft: Draft, letters: list[Letter], note: Note) -> tuple[Reference, ...]:
    """The references of letters and telegrams: chapters where a collection prints them, else
    communications.
    """
    printed = draft.has("container-title") or (draft.back == "ibid" and not draft.has("archive"))
    if draft.back == "ibid":
        draft.back = "ibid-within"
    found = []
    for letter in letters:
        fields = letter_fields(draft, letter, printed=printed)
        kind = "chapter" if printed else "personal_communication" if letter.parties.recipient else "document"
        if kind == "personal_communication" and letter.genre and letter.genre not in CORRESPONDENCE:
            kind = "document"
        copy = Draft(draft.citation, note.text)
        copy.fields = [*draft.fields, *fields]
        copy.imply("type", kind, 0, len(draft.text), "kind")
        language = language_of(copy)
        if language and not (printed and not draft.has("container-title")):
            copy.imply("language", language, 0, 0, "language")
        reference = draft.reference()
        found.append(replace(reference, fields=tuple(copy.fields)))
    return tuple(found)


def _finish(draft: Draft, note: Note) -> None:
    """The last deductions: extent or locator, and the language."""
    if draft.back == "ibid" and (draft.has("title") or draft.has("archive_location")):
        draft.back = "ibid-within"
    if note.is_entry and draft.locator and draft.get("type") in _EXTENT_TYPES and draft.locator_span:
        span = draft.locator_span.shifted(-draft.base)
        draft.imply("page", draft.locator, span.start, span.end, "extent")
        draft.locator = draft.locator_span = None
    if not draft.has("language"):
        language = language_of(draft)
        if language:
            draft.imply("language", language, 0, 0, "language")
