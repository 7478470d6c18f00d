"""Names and titles followed by their characters without brackets.

"Zhang San 张三, Shu 书".
"""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.recognise.brackets import Pair

_RUN = re.compile(
    r"(?<=[\w’'.,”\"*)\]])\s+(?P<han>[《〈“]?[\u3400-\u9fff][\u3400-\u9fff·、，：；—\-《》〈〉“”]*)"
)
_LATIN = re.compile("[A-Za-zÀ-ɏ]")

# The field behind whose romanised form the characters stand, and the field they are.
_ORIGINALS = {
    "title": "original-title",
    "container-title": "custom.original-container-title",
    "publisher": "custom.original-publisher",
    "publisher-place": "custom.original-publisher-place",
    "author": "custom.original-author",
    "editor": "custom.original-editor",
    "translator": "custom.original-translator",
    "recipient": "custom.original-recipient",
}


def set_aside(draft: Draft, brackets: list[Pair]) -> list[tuple[int, int]]:
    """Take bare runs of characters out of the rest, so that the romanised text reads on; their places."""
    if draft.text.isascii():
        return []
    found = []
    latin = _LATIN.search(draft.text)
    for match in _RUN.finditer(draft.text):
        start, end = match.span("han")
        if latin is None or latin.start() > start:
            continue  # nothing is romanised before it: the characters are the title itself
        if any(p.start < start < p.end - 1 and p.mark in "(（" for p in brackets) and not _within_imprint(
            draft.text, start, brackets
        ):
            continue
        draft.rest = draft.rest[:start] + " " * (end - start) + draft.rest[end:]
        found.append((start, end))
    return found


def _within_imprint(text: str, at: int, brackets: list[Pair]) -> bool:
    pair = next(p for p in brackets if p.start < at < p.end - 1)
    return re.match(r"\([A-Z]", text[pair.start :]) is not None


def put_back(draft: Draft, places: list[tuple[int, int]]) -> None:
    """Give each run of characters the field that stands right before it."""
    for start, end in places:
        before = [f for f in draft.fields if f.span.end - draft.base <= start and f.name in _ORIGINALS]
        nearest = max(before, key=lambda f: f.span.end, default=None)
        text = draft.text[start:end].strip("《》〈〉“”，：；")
        if nearest is None:
            draft.connect(start, end)
        elif not draft.has(_ORIGINALS[nearest.name]):
            draft.claim(_ORIGINALS[nearest.name], text, start, end, "characters-behind")
        else:
            draft.connect(start, end)
