"""The works a document has named so far, found again by identity or by a short form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from citekit.match.folding import family_key, same_name, words
from citekit.match.identity import Facts, creators, keys, same_work
from citekit.match.titles import Relation, alike, relation, strict_relation
from citekit.model import Date, Name, Reference
from citekit.recognise.dates import find_dates
from citekit.resolve.bodies import shortens
from citekit.resolve.kinds import is_of_kind

_Key = TypeVar("_Key", bound=Hashable)
_FEWEST_OWN_WORDS = 3  # of a heading, besides the parties: more than "letter from ... to ..."


@dataclass(slots=True)
class Occurrence:
    """One citation of a work: the note, what it said, and the facts with everything inherited."""

    note: str
    reference: Reference
    facts: Facts
    form: str = "full"
    volume: str | None = None
    joint: bool = False


@dataclass(slots=True)
class Holding:
    """A work on the shelf: what is known of it, and where it is cited."""

    facts: Facts
    occurrences: list[Occurrence] = field(default_factory=list)


class Shelf:
    """Works by identity keys, creators and words of the title."""

    def __init__(self) -> None:
        self.holdings: list[Holding] = []
        self._by_key: dict[tuple[str, ...], list[Holding]] = defaultdict(list)
        self._by_creator: dict[str, list[Holding]] = defaultdict(list)
        self._by_first_word: dict[str, list[Holding]] = defaultdict(list)
        self._by_opening: dict[tuple[str, str, Date | None], list[Holding]] = defaultdict(list)
        self._placed: set[tuple[int, Hashable, int]] = set()

    def put(self, facts: Facts) -> Holding:
        """A new work."""
        holding = Holding(Facts(dict(facts.values)))
        self.holdings.append(holding)
        self._index(holding, facts)
        return holding

    def _index(self, holding: Holding, facts: Facts) -> None:
        for key in keys(facts):
            self._place(self._by_key, key, holding)
        for name in (*creators(facts), *facts.names("recipient")[:0]):
            self._place(self._by_creator, family_key(name), holding)
        for title in ("title", "original-title"):
            folded = words(facts.text(title))
            if folded:
                self._place(self._by_first_word, folded[0], holding)
        self._index_opening(holding)

    def _index_opening(self, holding: Holding) -> None:
        """By creator, opening of the title and year, for titles of which one begins the other."""
        opening = _opening(holding.facts.text("title"))
        if opening:
            for family in {family_key(name) for name in creators(holding.facts)}:
                self._place(self._by_opening, (family, opening, holding.facts.date("issued")), holding)

    def _place(self, index: dict[_Key, list[Holding]], key: _Key, holding: Holding) -> None:
        """Add a work to a group of an index, once."""
        mark = (id(index), key, id(holding))
        if mark not in self._placed:
            self._placed.add(mark)
            index[key].append(holding)

    def _opened_alike(self, named: tuple[Name, ...], title: str, issued: Date | None) -> list[Holding]:
        """The works of all these creators and this year whose title may begin *title*, or go on from it."""
        return [
            h
            for h in self._by_opening.get((family_key(named[0]), _opening(title), issued), [])
            if h.facts.date("issued") == issued
            and all(any(same_name(name, other) for other in creators(h.facts)) for name in named)
        ]

    def enrich(self, holding: Holding, facts: Facts) -> None:
        """Add what a further citation knows; what stands stays."""
        for name, value in facts.values.items():
            holding.facts.values.setdefault(name, value)
        self._index(holding, facts)

    def same(self, facts: Facts) -> Holding | None:
        """The one work on the shelf that *facts* describe, by the surest key that finds any."""
        for key in keys(facts):
            found = [h for h in self._by_key.get(key, []) if same_work(h.facts, facts, key)]
            if len(found) > 1:  # letters of one day between the same people: their headings tell them apart
                found = [h for h in found if _headed_alike(h.facts, facts)] or found
            if len(found) == 1:
                return found[0]
            if found:
                return None
        return self._longer_title(facts)

    def headed(self, facts: Facts) -> list[Holding]:
        """The documents of this sender that a heading alone names again, with their day or without.

        A heading that names no more than the parties ("Stalin to Mao") many letters have.
        """
        text = facts.text("title")
        title, written = words(text), self._of_creators(facts.names("author"))
        if text[-4:].isdigit():
            dated = [h for h in written if _is_headed_with_day(h.facts, text, title)]
            if dated:
                return dated
        parties = {w for name in ("author", "recipient") for n in facts.names(name) for w in _name_words(n)}
        own = sum(len(word) > 2 and word not in parties for word in title)
        if not facts.is_letter or own < _FEWEST_OWN_WORDS:
            return []
        return [h for h in written if words(h.facts.text("title")) == title]

    def _longer_title(self, facts: Facts) -> Holding | None:
        """A book of the same creators and year whose title one citation gives more of than the other."""
        if facts.text("type") != "book" or not facts.date("issued") or not creators(facts):
            return None
        found = [
            h
            for h in self._opened_alike(creators(facts), facts.text("title"), facts.date("issued"))
            if h.facts.text("type") == "book"
            and Relation.BEGINS
            in (
                relation(facts.text("title"), h.facts.text("title")),
                relation(h.facts.text("title"), facts.text("title")),
            )
        ]
        return found[0] if len(found) == 1 else None

    def of_short_form(
        self, facts: Facts, *, quoted: bool, kind: str = ""
    ) -> tuple[Holding | None, list[Holding]]:
        """The one work that creators and short title can mean, or None with the candidates.

        *kind*: the kind of work that the words name besides, see :mod:`citekit.resolve.kinds`.
        """
        named = creators(facts)
        title, original = facts.text("title"), facts.text("original-title")
        pool = self._of_creators(named) if named else self._of_title(title)
        if not title:
            pool = pool if named or not kind else self.holdings
            year = facts.date("issued")
            whole = [
                h for h in pool if not h.facts.is_letter and (not year or h.facts.date("issued") == year)
            ]
            if kind:
                whole = [h for h in whole if is_of_kind(h.facts, kind)]
            if kind == "book":  # a part of a book only where no book by itself fits
                whole = [h for h in whole if h.facts.text("type") != "chapter"] or whole
            written = [
                h for h in whole if any(same_name(n, a) for n in named for a in h.facts.names("author"))
            ]
            return _one(written or whole)  # what someone wrote comes before what he edited
        found = _best(pool, title, original)
        if not found and not (quoted and named):
            found = [h for h in pool if _alike(h, title, original)]
        if found:
            return _one(found)
        if named:
            return self._misspelt_creator(title, named)
        return None, []

    def _of_creators(self, named: Iterable[Name]) -> list[Holding]:
        pool: list[Holding] | None = None
        for name in named:
            group = [
                h
                for h in self._by_creator.get(family_key(name), [])
                if any(same_name(name, other) for other in creators(h.facts))
            ]
            kept = {id(h) for h in group}
            pool = group if pool is None else [h for h in pool if id(h) in kept]
        return pool or []

    def _of_title(self, title: str) -> list[Holding]:
        folded = words(title)
        if not folded:
            return []
        pool = list(self._by_first_word.get(folded[0], []))
        if len(self.holdings) <= 400:
            pool += [h for h in self.holdings if not any(h is p for p in pool)]
        return pool

    def _misspelt_creator(self, title: str, named: tuple[Name, ...]) -> tuple[Holding | None, list[Holding]]:
        """The same title under a name one letter off ("Xu Yam" for "Xu Yan"), or the short name of a body."""
        found = [
            h
            for h in self._of_title(title)
            if relation(title, h.facts.text("title")) == Relation.SAME
            and any(_one_letter_off(a, b) or shortens(a, b) for a in named for b in creators(h.facts))
        ]
        return _one(found)

    def of_creators(self, named: tuple[Name, ...], *, kinds: frozenset[str]) -> Holding | None:
        """The one work of these kinds by all of these creators."""
        found = [h for h in self._of_creators(named) if h.facts.text("type") in kinds]
        return found[0] if len(found) == 1 else None

    def bare_form_of(self, facts: Facts) -> Holding | None:
        """The work cited before by a shorter title alone of which *facts* are now the full form."""
        title = facts.text("title")
        named = creators(facts)
        if not title or not named or facts.text("type") not in ("", "book"):
            return None
        found = [
            h
            for h in self._opened_alike(named, title, None)
            if not h.facts.text("publisher")
            and "issued" not in h.facts.values
            and h.facts.text("type") in ("", "book")
            and relation(h.facts.text("title"), title) == Relation.BEGINS
        ]
        if len(found) != 1:
            return None
        found[0].facts.values["title"] = title  # later short forms are taken from the full one
        return found[0]


def _best(pool: Iterable[Holding], title: str, original: str) -> list[Holding]:
    """The works whose title *title* stands to in the closest relation, slips of the pen apart."""
    ranked: dict[Relation, list[Holding]] = defaultdict(list)
    for holding in pool:
        best = strict_relation(title, holding.facts.text("title"))
        if original:
            best = max(best, strict_relation(original, holding.facts.text("original-title")))
        ranked[best].append(holding)
    highest = max(ranked, default=Relation.NONE)
    return ranked[highest] if highest >= Relation.INSIDE else []


def _headed_alike(one: Facts, two: Facts) -> bool:
    """Whether two documents have the same title, in one script or another."""
    return any(
        one.text(name) and words(one.text(name)) == words(two.text(name))
        for name in ("title", "original-title")
    )


def _alike(holding: Holding, title: str, original: str) -> bool:
    return alike(title, holding.facts.text("title")) or bool(
        original and alike(original, holding.facts.text("original-title"))
    )


def _is_headed_with_day(work: Facts, text: str, title: tuple[str, ...]) -> bool:
    """Whether *text* is the heading of *work* with its day behind it: "Stalin to Mao, 5 May 1950"."""
    heading, date = words(work.text("title")), work.date("original-date")
    if not heading or not date or title[: len(heading)] != heading or len(title) == len(heading):
        return False
    return any(found.date.parts == date.parts for found in find_dates(text))


def _name_words(name: Name) -> tuple[str, ...]:
    return words(f"{name.given} {name.family} {name.literal}")


def _opening(title: str) -> str:
    """What two titles share of which one begins the other: four letters of the first word."""
    folded = words(title)
    return folded[0][:4] if folded else ""


def _one(found: list[Holding]) -> tuple[Holding | None, list[Holding]]:
    return (found[0], []) if len(found) == 1 else (None, found)


def _one_letter_off(one: Name, two: Name) -> bool:
    a = "".join(sorted(words(f"{one.family} {one.given} {one.literal}")))
    b = "".join(sorted(words(f"{two.family} {two.given} {two.literal}")))
    return len(a) >= 4 and Levenshtein.distance(a, b, score_cutoff=1) <= 1
