"""Whether a note whose words are Russian or Chinese is in the manner of Chicago all the same.

Chicago 18, 11.89 and 13.14: titles in other scripts are cited like any other.  What tells its notes from
those of GOST and of Chinese journals are commas between the elements, the imprint in round brackets with
half-width signs, and pages without a label behind a comma.
"""

from __future__ import annotations

import re

from citekit.recognise.pages import PAGE_LIST

_END = r"\s*(?:[.;]|$)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_IMPRINT = re.compile(
    rf"\((?:[^()《》，：]*[:,]\s)?{_YEAR}(?:[-–]{_YEAR})?\)(?:,\s(?:(?:\d+|[IVX]+):)?{PAGE_LIST}{_END}|:\s\d)"
)
# "Иванов, Город и деревня, 120", "王明, 城市史, 27": a family name, a title, and pages with no label
_NAME = (
    r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:(?:, |,? (?:и|and) )[А-ЯЁ][а-яё]+)*|[\u3400-\u9fff]{2,4}"
    r"(?:(?:, | and )[\u3400-\u9fff]{2,4})*)"
)
_SHORT = re.compile(
    rf"{_NAME}, (?P<title>[^,;.《》，：\[](?:[^;.《》，。\[]|\.(?=\w)){{2,200}}?), "
    rf"(?:(?:\d+|[IVX]+):)?\d+(?:[-–]\d+)?(?:, \d+(?:[-–]\d+)?)*{_END}"
)
# 'Иванов, “Город и деревня,” История, no. 3': a quoted title behind a comma, with the comma inside the marks
_QUOTED = re.compile(r"[^“”«»《》。，；：]{2,80}, “[^”《》]{2,250}[,?!]” ")
_LABELLED = re.compile(r"(?<!\w)(?:[СсЛл]|стр|Стб|№|оп|ф|д)\.?\s?\d|第\s?\d")


def is_western_manner(text: str) -> bool:
    """Whether the first citation of *text* has the imprint or the pages that only western notes have."""
    if _IMPRINT.search(text) or _QUOTED.match(text):
        return True
    match = _SHORT.match(text)
    return match is not None and _LABELLED.search(match["title"]) is None
