"""Whether "ed." belongs to the names before it or to those behind it.

"Jane Doe, ed., Town Walks" names an editor, "Jane Doe, Town Walks, ed. John Roe" an author, a title and an
editor (Chicago 18, 13.76 and 14.6); a title of two words with capitals looks like a second name.
"""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK
from citekit.names import is_body, looks_like_people

_SINGULAR = frozenset({"ed", "trans"})
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3})\b")


def is_name_and_title(head: str) -> bool:
    """Whether *head*, before a singular "ed.", is a name and a title that looks like one.

    Two names would have "eds." or an "and"; a single one may be inverted ("Doe, Jane").
    """
    first, comma, second = head.strip(" ,").partition(", ")
    if not comma and first.startswith(("The ", "A ", "An ")):
        return True  # "The Rights Movement: Four Essays, ed. Jane Doe": no one's name has an article
    if is_body(first) and is_body(second):
        return False  # "Office of Research, Central Archives, ed."
    return bool(comma) and " " in first and " and " not in head and _SUFFIX.match(second) is None


def belongs_to_editor(role: re.Match[str], head: str, bearer: str) -> bool:
    """Whether *role*, with what divides it from *head*, belongs to the *bearer* behind it."""
    if role["role"].casefold() not in _SINGULAR or not role[0].startswith(","):
        return False
    return is_name_and_title(head) and bearer.startswith(" ") and looks_like_people(bearer.strip())


def is_foreign_body(rest: str, head: str, role: re.Match[str]) -> bool:
    """Whether a role behind a comma or in brackets makes *head*, whatever its language, the name of a body.

    "Zhongyang wenxian yanjiushi, ed., ...": romanised bodies stand in no table.
    """
    marked = role[0].lstrip()[:1] in (",", "(") and re.match(r"[.)]*\s*[,:.]?\s", rest[role.end() :])
    words = head.split()
    return (
        bool(marked)
        and 2 <= len(words) <= 14
        and head[0].isupper()
        and not re.search(rf"[“”\"‘:{BLANK}\d,]", head)
    )
