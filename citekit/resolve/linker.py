"""Walks through the notes in order and finds the work that each citation means: one answer or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from citekit.match.folding import same_name, words
from citekit.match.identity import Facts, creators
from citekit.model import Diagnostic, Form, Name, Note, Reference, Segments
from citekit.resolve.archives import inherit_archive
from citekit.resolve.chain import Chain, Link
from citekit.resolve.collections import Collection, Collections, fill_from
from citekit.resolve.facts import facts_of, states_completely, states_source
from citekit.resolve.shelf import Holding, Occurrence, Shelf

_PARTS = frozenset({"chapter", "article-journal", "article-newspaper", "article-magazine"})
_BOOKS = frozenset({"book"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A note as segmented and parsed: its references stand in the order of its citations."""

    note: Note
    segments: Segments
    references: tuple[tuple[Reference, ...], ...]


@dataclass(slots=True)
class LinkedCite:
    """A reference with the work it means."""

    reference: Reference
    holding: Holding | None
    form: Form
    volume: str | None = None


@dataclass(slots=True)
class Linked:
    """What resolving gives: the cites of each reading, the works in the order of their first citation."""

    cites: list[list[LinkedCite]]
    holdings: list[Holding]
    diagnostics: list[Diagnostic] = field(default_factory=list)


def link(readings: Sequence[Reading]) -> Linked:
    """Link every reference of *readings* (notes in order, then the entries of the bibliography)."""
    return Linker(readings).run()


class Linker:
    """The state of one walk: shelf, collections, abbreviations, chain."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self.shelf = Shelf()
        self.collections = Collections()
        self.chain = Chain()
        self.archives: dict[tuple[str, ...], str] = {}
        self.abbreviated: dict[tuple[str, ...], Holding] = {}
        self.diagnostics: list[Diagnostic] = []
        self.entries = Shelf()
        self.last_group: list[Link] = []
        self._learn()

    def _learn(self) -> None:
        """What the whole document tells before any note is linked: collections, abbreviations, bibliography."""
        for reading in self.readings:
            for reference in _flat(reading):
                facts = facts_of(reference)
                if facts.values.get("type") != "chapter":
                    self.collections.learn(facts, reference.abbreviation, reference.abbreviates)
                if reading.note.is_entry and facts.values:
                    self.entries.put(facts)
                if reference.abbreviation and reference.abbreviates == "archive" and facts.text("archive"):
                    self.archives.setdefault(words(reference.abbreviation), facts.text("archive"))
        for reading in self.readings:
            for reference in _flat(reading):
                facts = facts_of(reference)
                if facts.values.get("type") == "chapter":
                    self.collections.learn(facts, reference.abbreviation, reference.abbreviates)

    def run(self) -> Linked:
        """Link all readings in order."""
        cites = []
        for reading in self.readings:
            if reading.note.is_entry:
                self.chain.here = []
            else:
                self.chain.open_note(reading.note.n)
            found = [cite for group in reading.references for cite in self._link_group(group, reading.note)]
            cites.append(found)
            if not reading.note.is_entry:
                self.chain.close_note(reading.note.n, discursive=not found)
        return Linked(cites, self.shelf.holdings, self.diagnostics)

    def _link_group(self, group: Sequence[Reference], note: Note) -> list[LinkedCite]:
        found, links = [], []
        if len(group) == 1 and (again := self._printed_again(group[0], note)):
            return again
        for reference in group:
            cite, made = self._link(reference, note, joint=len(group) > 1)
            found.append(cite)
            links.append(made)
        self.chain.here.extend(links)
        self.last_group = links
        return found

    def _printed_again(self, reference: Reference, note: Note) -> list[LinkedCite]:
        """After a document, "See also APRF, p. 142" is the same document in another collection, after two both of them."""
        facts = facts_of(reference)
        place = self._other_place(reference, facts)
        if place is None:
            return []
        cites = []
        for before in self.last_group:
            if before.holding is not None:
                cite, _ = self._accept(
                    reference, note, before.holding, Facts(dict(place.values)), "short", None, joint=len(self.last_group) > 1
                )
                cites.append(cite)
        return cites

    def _link(self, reference: Reference, note: Note, *, joint: bool) -> tuple[LinkedCite, Link]:
        facts = facts_of(reference)
        own = Facts(dict(facts.values))
        self._expand_archive(facts)
        form: Form = "full"
        collection: Collection | None = None
        if self._goes_on(reference, facts):
            reference = replace(reference, back="elided")
        if reference.back in ("ibid", "ibid-within", "elided"):
            form = "ibid"
            if reference.back == "ibid":
                return self._ibid(reference, note)
            collection = self._inherit(facts, reference, note)
        elif reference.back in ("note", "op-cit"):
            back = self._pointed_back(reference, facts, note)
            if back is not None:
                return back
        if collection is None and reference.back not in ("ibid-within", "elided"):
            collection = self._collection_of(facts, own)
        holding, form, known = self._find(reference, facts, own, form, note)
        if holding is None and not known:
            return self._unresolved(reference, facts, form)
        if holding is None:
            holding = self.shelf.put(facts)
        return self._accept(reference, note, holding, facts, form, collection, joint=joint)

    def _goes_on(self, reference: Reference, facts: Facts) -> bool:
        """A printed document without editor and collection, behind another in the same note, stands in the same collection."""
        return (
            reference.back is None
            and bool(self.chain.here)
            and self.chain.here[-1].facts.values.get("type") == "chapter"
            and facts.values.get("type") == "chapter"
            and not {"container-title", "editor", "archive", "publisher"} & facts.values.keys()
        )

    def _accept(
        self, reference: Reference, note: Note, holding: Holding, facts: Facts, form: Form,
        collection: Collection | None, *, joint: bool,
    ) -> tuple[LinkedCite, Link]:  # fmt: skip
        first = not holding.occurrences
        self.shelf.enrich(holding, facts)
        volume = str(facts.values["volume"]) if "volume" in facts.values else None
        holding.occurrences.append(Occurrence(note.n, reference, facts, form, volume, joint))
        if reference.abbreviation and reference.abbreviates == "work":
            self.abbreviated.setdefault(words(reference.abbreviation), holding)
        if first and facts.values.get("type") in (None, ""):
            holding.facts.values.setdefault("type", "book")
        cite = LinkedCite(reference, holding, form, volume)
        known_volume = volume or (holding.facts.text("volume") if holding.facts.values.get("type") == "chapter" else None)
        return cite, Link(holding, Facts({**facts.values, **holding.facts.values}), collection, known_volume or None)

    # -- pointing back ---------------------------------------------------------------------------------------

    def _ibid(self, reference: Reference, note: Note) -> tuple[LinkedCite, Link]:
        antecedent, why = self.chain.one()
        if antecedent is None or antecedent.holding is None:
            self._diagnose("ibid-unresolved", f"Ibid. is not resolved: {why}.", note, reference, "Write the short title instead of Ibid.")
            return self._unresolved(reference, Facts({}), "ibid")
        volume = reference.text("volume") or antecedent.volume
        facts = Facts({"volume": reference.text("volume")} if reference.text("volume") else {})
        antecedent.holding.occurrences.append(Occurrence(note.n, reference, facts, "ibid", volume))
        return (
            LinkedCite(reference, antecedent.holding, "ibid", volume),
            replace(antecedent, volume=volume),
        )

    def _inherit(self, facts: Facts, reference: Reference, note: Note) -> Collection | None:
        """ "Ibid. + new document": take over the collection, book or archive of the citation before."""
        antecedent, why = self.chain.shared()
        if antecedent is None:
            if reference.back == "ibid-within":
                self._diagnose("ibid-unresolved", f"The collection that Ibid. stands for is not certain: {why}.", note, reference, "Name the collection.")
            return None
        values = antecedent.facts.values
        if inherit_archive(facts, antecedent.facts):
            return None
        if antecedent.collection is not None and values.get("type") == "chapter":
            fill_from(facts, antecedent.collection)
            collection = antecedent.collection
        elif values.get("type") in ("book", "collection") or "container-title" in values:
            collection = self.collections.find(str(values.get("container-title") or values.get("title") or ""))
            if collection is not None:
                self._chapter_of_book(facts, antecedent, collection)
        else:
            return None
        if collection is not None:
            facts.values.setdefault("type", "chapter")
            if antecedent.volume and "volume" not in facts.values:
                facts.values["volume"] = antecedent.volume
        return collection

    @staticmethod
    def _chapter_of_book(facts: Facts, antecedent: Link, collection: Collection) -> None:
        """A chapter after Ibid. in a book by authors is by the same authors."""
        if "author" not in facts.values and "author" in antecedent.facts.values and not facts.is_letter:
            facts.values["author"] = antecedent.facts.values["author"]
        facts.values["type"] = "chapter"
        fill_from(facts, collection)

    def _pointed_back(self, reference: Reference, facts: Facts, note: Note) -> tuple[LinkedCite, Link] | None:
        """op. cit. and "note 5 above": the one work of that author, or of that note."""
        holding = None
        if reference.back_note:
            links = self.chain.by_note.get(reference.back_note, [])
            works = {id(x.holding): x.holding for x in links if x.holding is not None}
            named = creators(facts)
            if len(works) > 1 and named:
                works = {k: h for k, h in works.items() if self._by_some(h, named)}
            holding = next(iter(works.values())) if len(works) == 1 else None
        if holding is None and (creators(facts) or facts.text("title")):
            holding, _ = self.shelf.of_short_form(facts, quoted=False)
        if holding is None:
            self._diagnose(
                "back-reference-unresolved", "No single earlier work fits this back reference.", note, reference,
                "Name author and short title.",
            )  # fmt: skip
            return self._unresolved(reference, facts, "short")
        return self._accept(reference, note, holding, Facts(dict(facts.values)), "short", None, joint=False)

    @staticmethod
    def _by_some(holding: Holding, named: Iterable[object]) -> bool:
        return any(isinstance(a, Name) and same_name(a, b) for a in named for b in creators(holding.facts))

    # -- collections and short forms ---------------------------------------------------------------------------

    def _expand_archive(self, facts: Facts) -> None:
        name = facts.text("archive")
        full = self.archives.get(words(name)) if name else None
        if full:
            facts.values["archive"] = full

    def _collection_of(self, facts: Facts, own: Facts) -> Collection | None:
        """The collection that a chapter or printed document stands in, however shortly it is named."""
        if facts.values.get("type") not in ("chapter", None) or (own.text("title") and not own.values.get("type") and not own.is_letter and "container-title" not in own.values):
            return None
        document = facts.is_letter or "number" in facts.values or "genre" in facts.values
        title = facts.text("container-title")
        if title:
            found = self.collections.find(title, facts.text("custom.original-container-title"), facts.names("editor") or facts.names("author"))
        elif document and facts.values.get("type") == "chapter":
            found = self.collections.of_creators(facts.names("editor"), numbered="number" in facts.values) if facts.names("editor") else None
            if found is None and "number" in facts.values and not facts.names("editor"):
                found = self.collections.of_numbered()
        else:
            found = None
        if found is not None:
            fill_from(facts, found)
        return found

    def _find(
        self, reference: Reference, facts: Facts, own: Facts, form: Form, note: Note
    ) -> tuple[Holding | None, Form, bool]:
        """The work on the shelf, the form, and whether a new work may be made where there is none."""
        abbreviated = self._abbreviated(facts, own)
        if abbreviated is not None:
            return abbreviated, "short", True
        bare = not states_source(own) and form != "ibid" and not own.is_letter
        if not bare or own.values.get("type") == "chapter":
            found = self.shelf.same(facts) or (None if bare else self.shelf.bare_form_of(facts))
            if found is not None:
                complete = states_completely(own, found.occurrences[0].facts if found.occurrences else found.facts)
                return found, form if form == "ibid" else ("full" if complete else "short"), True
            if not bare:
                return None, form, bool(facts.values)
        return self._short_form(reference, facts, own, form, note)

    def _abbreviated(self, facts: Facts, own: Facts) -> Holding | None:
        title = own.text("title")
        if not title or creators(own) or states_source(own) and own.values.get("type") != "collection":
            return None
        return self.abbreviated.get(words(title))

    def _other_place(self, reference: Reference, own: Facts) -> Facts | None:
        """The collection of documents that a bare "see also" names right behind a document, as facts of the document."""
        if reference.citation.signal != "see-also" or not self.chain.here or not reference.locator:
            return None
        before = self.chain.here[-1]
        if before.holding is None or not before.facts.is_letter or creators(own) or own.is_letter:
            return None
        collection = self.collections.find(own.text("title"))
        if collection is None or not collection.prints_documents:
            return None
        place: dict[str, object] = {"custom.also-in": collection.title}
        for name in ("volume", "issue"):
            value = own.values.get(name) or (collection.facts.values.get(name) if name == "issue" else None)
            if value:
                place[f"custom.also-in-{name}"] = value
        return Facts(place)

    def _short_form(
        self, reference: Reference, facts: Facts, own: Facts, form: Form, note: Note
    ) -> tuple[Holding | None, Form, bool]:
        quoted = own.values.get("type") in _PARTS or any(f.rule == "quoted-title" for f in reference.fields)
        by_name = self._by_name_alone(reference, own)
        if by_name is not None:
            return by_name, "short", True
        found, candidates = self.shelf.of_short_form(own, quoted=quoted)
        if found is not None:
            return found, "ibid" if form == "ibid" else "short", True
        if not candidates:
            listed, candidates = self.entries.of_short_form(own, quoted=quoted)
            if listed is not None:
                holding = self.shelf.same(listed.facts) or self.shelf.put(listed.facts)
                return holding, form if form == "ibid" else "full" if not holding.occurrences else "short", True
        if not candidates and quoted and creators(own) and "container-title" not in own.values:
            self._chapter_of_only_book(facts, own)
        if candidates:
            names = "; ".join(h.facts.text("title") or "a letter" for h in candidates[:4])
            self._diagnose("short-form-ambiguous", f"This short form fits several works: {names}.", note, reference, "Add the short title.")
            return None, "short", False
        if not own.text("title") and not own.text("archive"):
            self._diagnose("short-form-unknown", "No work cited so far fits this short form.", note, reference, "Give the full citation once.")
            return None, "short", False
        return None, form, True

    def _by_name_alone(self, reference: Reference, own: Facts) -> Holding | None:
        """ "Poole, 65.": one or two plain words before the pages are the name of an author cited before."""
        title = own.text("title")
        if not title or creators(own) or len(title.split()) > 2 or any(f.rule == "quoted-title" for f in reference.fields):
            return None
        found, _ = self.shelf.of_short_form(Facts({"author": (Name(family=title),)}), quoted=False)
        return found

    def _chapter_of_only_book(self, facts: Facts, own: Facts) -> None:
        """A quoted title under authors with exactly one book is a chapter of that book."""
        book = self.shelf.of_creators(creators(own), kinds=_BOOKS)
        collection = self.collections.find(book.facts.text("title"), creators=creators(book.facts)) if book else None
        if book is not None and collection is not None:
            facts.values["type"] = "chapter"
            facts.values["author"] = book.facts.values.get("author", facts.values.get("author"))
            fill_from(facts, collection)

    # -- outcomes ----------------------------------------------------------------------------------------------

    def _unresolved(self, reference: Reference, facts: Facts, form: Form) -> tuple[LinkedCite, Link]:
        return LinkedCite(reference, None, form), Link(None, facts)

    def _diagnose(self, code: str, message: str, note: Note, reference: Reference, help_: str) -> None:
        self.diagnostics.append(
            Diagnostic(code, message, "warning", note=note.n, span=reference.citation.span, line=note.line, help=help_)
        )


def _flat(reading: Reading) -> Iterable[Reference]:
    return (reference for group in reading.references for reference in group)
