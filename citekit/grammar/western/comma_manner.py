"""Notes in which commas divide author and title, known by their imprint in brackets (Chicago 14.20)."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.names import looks_like_person
from citekit.names.order import place_of_family
from citekit.names.tables import word_set


def author_before_word(draft: Draft, head: str) -> str:
    """ "Jane Doe" of "Jane Doe, Politbiuro. Mechanisms of Power (Moscow: ...)": no inverted name.

    With its imprint in brackets the citation is a note, where a comma ends the author, and a Russian title
    may have a full stop before its subtitle.
    """
    first, comma, second = head.partition(", ")
    bracketed = any(
        f.rule.startswith("imprint") and "(" in draft.text[: f.span.start - draft.base][-2:]
        for f in draft.fields
    )
    one = comma and " " not in second and "," not in second and not second.endswith(".")
    return first if one and bracketed and " " in first and looks_like_person(first) else ""


def is_surely_person(text: str) -> bool:
    """Whether *text* is the name of a person and cannot be a title of a few capitalised words.

    Said by initials, by a usual given name, by a Chinese, Korean or Vietnamese surname in its place, or
    because it is one word that is no word of titles.
    """
    text = text.strip(" ,")
    if not looks_like_person(text):
        return False
    words = text.split()
    if len(words) == 1 or re.search(r"(?:^|\s)[A-Z]\.", text):
        return True
    return words[0] in word_set("given-western") or place_of_family(tuple(words)) is not None
