"""Names and titles followed by their characters without brackets.

"Zhang San 张三, Shu 书".
"""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.grammar.western.parties import chinese_genre
from citekit.recognise.brackets import Pair

# Numbers and short brackets that touch the characters are theirs: "1950年代", "联共(布)", "传(1949-1976)".
_RUN = re.compile(
    r"""(?:(?<=[\w’'.,”"*)\]])|(?<=[\u3400-\u9fff][:;]))\s+
    (?P<han>[《〈“]?[\u3400-\u9fff]
      (?:[\u3400-\u9fff·、，：；—\-《》〈〉“”]
      | (?:\d{1,4}|[:,])(?=[\u3400-\u9fff])
      | [(（](?:[\d\u3400-\u9fff]{1,8}|\d{4}\s?[-–—]\s?\d{2,4})[)）])*)""",
    re.VERBOSE,
)
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
# "斯大林致罗申电: 准备提供援助", "毛泽东, 斯大林与战争": one title, printed with half-width signs.
_HALF_WIDTH = re.compile(r"[:,;]\s")

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


_TITLES = ("title", "container-title")


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
        if nearest is None:
            draft.connect(start, end)
            continue
        name = _ORIGINALS[nearest.name]
        first = next((f for f in draft.fields if f.name == name and f.rule == "characters-behind"), None)
        if first and nearest.name in _TITLES and _goes_on(draft, first.span.end - draft.base, start):
            draft.fields.remove(first)
            start = first.span.start - draft.base
        elif draft.has(name):
            draft.connect(start, end)
            continue
        text = _bare(draft.text[start:end])
        draft.claim(name, text, start, end, "characters-behind")
        if name == "original-title" and draft.has("recipient") and not draft.has("genre"):
            genre = chinese_genre(text)
            if genre:
                draft.imply("genre", genre, start, end, "heading-genre")


def _goes_on(draft: Draft, end: int, start: int) -> bool:
    return _HALF_WIDTH.fullmatch(draft.text, end, start) is not None


def _bare(text: str) -> str:
    """*text* without separators at its ends, and without the marks around it where they are a pair."""
    text = text.strip("，：；")
    while len(text) > 1 and text[0] + text[-1] in ("《》", "〈〉", "“”") and text[0] not in text[1:]:
        text = text[1:-1].strip("，：；")
    return text
