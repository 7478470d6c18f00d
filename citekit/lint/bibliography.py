"""Which entry of the bibliography stands for which work of the notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citekit.lint.subject import Subject
from citekit.match.folding import words
from citekit.match.titles import alike, strict_relation
from citekit.model import Item, Work

_CONTAINERS = ("container-title", "collection-title")


def titles(item: Item) -> Iterator[str]:
    """The titles of a work in every tongue."""
    custom = item.get("custom") or {}
    for text in (item.get("title"), item.get("original-title"), custom.get("translated-title")):
        if text:
            yield str(text)


def containers(item: Item) -> Iterator[str]:
    """The titles of what a work stands in, in every tongue, also of further places."""
    custom = item.get("custom") or {}
    places = [str(place.get("container-title", "")) for place in custom.get("also_in", ())]
    named = [str(item.get(name, "")) for name in _CONTAINERS]
    original = [str(custom.get(f"{kind}-container-title", "")) for kind in ("original", "translated")]
    yield from (title for title in (*named, *original, *places) if title)


def listed_works(subject: Subject) -> list[Work]:
    """The works that the bibliography has."""
    ids = dict.fromkeys(cite.work for read in subject.entries for cite in read.cites if cite.work)
    return [subject.works[work] for work in ids]


def cited_works(subject: Subject) -> list[Work]:
    """The works that the notes cite."""
    ids = dict.fromkeys(cite.work for read in subject.notes for cite in read.cites if cite.work)
    return [subject.works[work] for work in ids]


class Titles:
    """Titles among which one is looked for, in full, in short or misspelt, without comparing it with all."""

    def __init__(self) -> None:
        self._titles: list[str] = []
        self._by_word: dict[str, list[int]] = {}

    @classmethod
    def of(cls, titles: Iterable[str]) -> Titles:
        """An index of *titles*; their places count from 0 in that order."""
        made = cls()
        for title in titles:
            made.add(title)
        return made

    def add(self, title: str) -> int:
        """Enter *title*; its place."""
        self._titles.append(title)
        for word in dict.fromkeys(words(title)):
            self._by_word.setdefault(word, []).append(len(self._titles) - 1)
        return len(self._titles) - 1

    def find(self, title: str) -> int | None:
        """The place of the first title that is *title*, a short form of it, or its full form."""
        groups = sorted((g for word in set(words(title)) if (g := self._by_word.get(word))), key=len)
        candidates = sorted({at for group in groups[:_RAREST] for at in group[:_MOST]})
        return next((at for at in candidates if _same(title, self._titles[at])), None)


_RAREST = 3  # words that titles of one work share at least one of
_MOST = 40  # titles with so common a word are not all looked at


def _same(one: str, other: str) -> bool:
    return bool(strict_relation(one, other) or strict_relation(other, one)) or alike(one, other)


def one_of(wanted: Iterable[str], known: Titles) -> bool:
    """Whether one of the titles *wanted* is one of *known*, in full or in short."""
    return any(known.find(title) is not None for title in wanted)
