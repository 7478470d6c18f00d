"""The books and collections of a document: what chapters and printed documents stand in.

A collection is described once, in a full citation or in the bibliography, and named by a short title, an
abbreviation or its editors alone everywhere else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from citekit.match.folding import family_key, words
from citekit.match.identity import Facts, identifiers
from citekit.match.titles import Relation, alike, strict_relation
from citekit.model import Name

# Field of a collection cited by itself -> field of a document printed in it.
AS_CONTAINER = {
    "title": "container-title",
    "original-title": "custom.original-container-title",
    "custom.translated-title": "custom.translated-container-title",
    "publisher": "publisher",
    "publisher-place": "publisher-place",
    "issued": "issued",
    "edition": "edition",
    "collection-title": "collection-title",
    "language": "language",
    "issue": "issue",
}
_FROM_CHAPTER = {
    "container-title": "title",
    "custom.original-container-title": "original-title",
    "custom.translated-container-title": "custom.translated-title",
    "publisher": "publisher",
    "publisher-place": "publisher-place",
    "issued": "issued",
    "edition": "edition",
    "language": "language",
}
# Chronicles and lives tell of documents; they do not print them as a collection does (data contract).
_NARRATIVE = re.compile(
    r"\b(?:nianpu|zhuan|zhuanji|chronicles?|chronology|biography|life|memoirs?|huiyilu)\b|年谱|年譜|传|傳|летопись|биография",
    re.IGNORECASE,
)
_CUSTOM = 2  # so many documents without archive numbers show that a collection gives none


@dataclass(slots=True, eq=False)
class Collection:
    """A book or set that others stand in, with what is known of it."""

    facts: Facts
    creators: tuple[Name, ...] = ()
    explicit_editor: bool = False
    holds_documents: bool = False
    holds_numbered: bool = False
    in_series: int = 0
    outside_series: int = 0
    volumes: set[str] = field(default_factory=set)

    @property
    def title(self) -> str:
        """Its title."""
        return self.facts.text("title")

    @property
    def prints_documents(self) -> bool:
        """Whether it is a collection of documents, not a narrative that mentions them."""
        names = (
            f"{self.title} {self.facts.text('custom.translated-title')} {self.facts.text('original-title')}"
        )
        return not _NARRATIVE.search(names)


class Collections:
    """All collections of a document, found by title, short title, abbreviation or creators."""

    def __init__(self) -> None:
        self.all: list[Collection] = []
        self._by_title: dict[tuple[str, ...], list[Collection]] = defaultdict(list)
        self._by_word: dict[str, list[Collection]] = defaultdict(list)
        self._by_creator: dict[str, list[Collection]] = defaultdict(list)
        self._abbreviations: dict[tuple[str, ...], Collection] = {}

    def learn(
        self, facts: Facts, abbreviation: str | None = None, abbreviates: str | None = None
    ) -> Collection | None:
        """Take up what a citation says of a book: of itself, or of the container it names."""
        kind = facts.values.get("type")
        if kind == "chapter" or (kind is None and "container-title" in facts.values):
            known = self._learn_container(facts)
        elif kind in ("book", "collection", "report") and "title" in facts.values:
            known = self._learn(dict(facts.values), _creators(facts), "editor" in facts.values)
        else:
            known = None
        if known and abbreviation and abbreviates in ("work", "container-title"):
            self._abbreviations.setdefault(words(abbreviation), known)
        return known

    def _learn_container(self, facts: Facts) -> Collection | None:
        if "container-title" not in facts.values:
            return None
        values = {_FROM_CHAPTER[k]: v for k, v in facts.values.items() if k in _FROM_CHAPTER}
        if not (facts.text("publisher") or facts.text("publisher-place") or "issued" in facts.values):
            found = self.find(facts.text("container-title"))
            if found:
                self._note_documents(found, facts)
                return None
        known = self._learn(values, facts.names("editor"), "editor" in facts.values)
        self._note_documents(known, facts)
        return known

    @staticmethod
    def _note_documents(known: Collection, facts: Facts) -> None:
        if facts.is_letter or "number" in facts.values or "genre" in facts.values:
            known.holds_documents = True
            known.holds_numbered = known.holds_numbered or "number" in facts.values
            if identifiers(facts)[0] is not None:
                known.in_series += 1
            else:
                known.outside_series += 1

    def _learn(self, values: dict[str, object], creators: tuple[Name, ...], explicit: bool) -> Collection:
        title = str(values.get("title", ""))
        known = next((c for c in self._by_title.get(words(title), []) if _agree(c.creators, creators)), None)
        if known is None:
            known = Collection(Facts(values), creators, explicit)
            self.all.append(known)
            self._by_title[words(title)].append(known)
            for word in set(words(title)) | set(words(str(values.get("original-title", "")))):
                self._by_word[word].append(known)
            for name in creators:
                self._by_creator[family_key(name)].append(known)
            return known
        another_edition = {"issued", "publisher"} <= values.keys() and known.facts.values.get(
            "issued", values["issued"]
        ) != values["issued"]
        if not another_edition:
            for field_name, value in values.items():
                known.facts.values.setdefault(field_name, value)
        for name in creators:
            if known not in self._by_creator[family_key(name)]:
                self._by_creator[family_key(name)].append(known)
        known.creators = known.creators or creators
        known.explicit_editor = known.explicit_editor or explicit
        return known

    def find(self, title: str, original: str = "", creators: tuple[Name, ...] = ()) -> Collection | None:
        """The one collection that *title* can mean, or None."""
        folded = words(title)
        if not folded:
            return None
        if folded in self._abbreviations:
            return self._abbreviations[folded]
        same = _only(self._by_title.get(folded, []), creators)
        if same:
            return same
        pool = self._pool(folded, words(original))
        ranked = [(_relates(title, original, known), known) for known in pool]
        for wanted in (Relation.BEGINS, Relation.INSIDE):
            hits = [known for found, known in ranked if found == wanted]
            if hits:
                return _only(hits, creators)
        return _only([known for known in pool if alike(title, known.title)], creators)

    def _pool(self, *titles: tuple[str, ...]) -> list[Collection]:
        """Collections that share a rarer word with one of the titles; all of them where they are few."""
        if len(self.all) <= 200:
            return self.all
        seen: dict[int, Collection] = {}
        for folded in titles:
            for word in folded:
                group = self._by_word.get(word, [])
                if len(group) <= 50:
                    seen.update((id(c), c) for c in group)
        return list(seen.values())

    def of_creators(self, creators: Iterable[Name], *, numbered: bool = False) -> Collection | None:
        """The one collection of documents by these editors; a board may be named in a shorter form."""
        hits: dict[int, Collection] = {}
        for name in creators:
            for known in self._by_creator.get(family_key(name), []):
                hits[id(known)] = known
            if name.literal and family_key(name) not in self._by_creator:
                for known in self.all:
                    if any(_shorter_body(name, other) for other in known.creators):
                        hits[id(known)] = known
        found = [c for c in hits.values() if c.holds_documents or numbered]
        return found[0] if len(found) == 1 else None

    def of_numbered(self) -> Collection | None:
        """The one collection whose documents carry archive numbers."""
        found = [c for c in self.all if c.holds_numbered]
        return found[0] if len(found) == 1 else None

    def of_series(self, facts: Facts, nearest: Collection) -> Collection:
        """The collection that "Ibid." means before a document with an archive number ("№00601").

        It is the *nearest*, unless that prints documents without such numbers, and one other alone those of
        the series: a number belongs to the edition that gives it.
        """
        custom = nearest.outside_series >= _CUSTOM and not nearest.in_series
        if not custom or identifiers(facts)[0] is None:
            return nearest
        found = [c for c in self.all if c.in_series and not c.outside_series]
        return found[0] if len(found) == 1 else nearest


def _creators(facts: Facts) -> tuple[Name, ...]:
    return facts.names("editor") or facts.names("author")


def _agree(one: tuple[Name, ...], two: tuple[Name, ...]) -> bool:
    """Two books of one title are the same unless both name creators, and none in common."""
    if not one or not two:
        return True
    return bool({family_key(n) for n in one} & {family_key(n) for n in two})


def _only(found: list[Collection], creators: tuple[Name, ...]) -> Collection | None:
    if creators and len(found) > 1:
        found = [c for c in found if _agree(c.creators, creators)]
    return found[0] if len(found) == 1 else None


def _relates(title: str, original: str, known: Collection) -> Relation:
    best = strict_relation(title, known.title)
    if original and known.facts.text("original-title"):
        best = max(best, strict_relation(original, known.facts.text("original-title")))
    return best


def _shorter_body(short: Name, full: Name) -> bool:
    """Whether *short* begins *full*: an editorial board named without the subtitle of its work."""
    a, b = words(short.literal), words(full.literal)
    return 2 <= len(a) <= len(b) and a == b[: len(a)]


def _author_in_full(facts: Facts, collection: Collection) -> None:
    """ "Shen, 'A chapter', in his book": the author named shortly is the one whom the book names in full."""
    full = {family_key(n): n for n in collection.creators}
    names = tuple(
        full.get(family_key(n), n) if not n.given and not n.literal else n for n in facts.names("author")
    )
    if names and not facts.is_letter:
        facts.values["author"] = names


def fill_from(facts: Facts, collection: Collection) -> None:
    """Give a chapter or printed document what is known of the collection it stands in.

    The volume is not taken over: it is known only where it is printed. The short title gives way to the full.
    """
    values = facts.values
    document = facts.is_letter or "number" in values or "genre" in values or not values.get("author")
    for source, target in AS_CONTAINER.items():
        value = collection.facts.values.get(source)
        if value is None:
            continue
        if (
            target in ("container-title", "custom.original-container-title", "language")
            or target not in values
        ):
            values[target] = value
    if collection.creators and not document:
        _author_in_full(facts, collection)
    if collection.creators and (document or collection.explicit_editor):
        own = {family_key(n) for n in facts.names("author")}
        if document or not own & {family_key(n) for n in collection.creators}:
            values["editor"] = collection.creators
