"""Walks through the notes in order and finds the work that each citation means: one answer or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from citekit.match.folding import same_name, words
from citekit.match.identity import Facts, creators
from citekit.match.titles import relation
from citekit.model import Diagnostic, Form, Name, Note, Reference, Segments
from citekit.resolve.chain import Chain, Link
from citekit.resolve.collections import Collection, Collections, fill_from
from citekit.resolve.dashes import DashedNames
from citekit.resolve.facts import facts_of, is_author_date, states_completely, states_source
from citekit.resolve.inherit import author_before, goes_on, inherit
from citekit.resolve.kinds import KIND_MEANT, is_of_kind
from citekit.resolve.shelf import Holding, Occurrence, Shelf
from citekit.resolve.short_forms import chapter_of_only_book, find_short_form, is_quoted
from citekit.resolve.volumes import as_named_before
from citekit.segment.doubt import may_cite


@dataclass(frozen=True, slots=True)
class Reading:
    """A note as segmented and parsed: its references stand in the order of its citations."""

    note: Note
    segments: Segments
    references: tuple[tuple[Reference, ...], ...]

    def all_references(self) -> Iterable[Reference]:
        """The references of all citations, in order."""
        return (reference for group in self.references for reference in group)


@dataclass(slots=True)
class LinkedCite:
    """A reference with the work it means, None where none is certain."""

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


_Outcome = tuple[LinkedCite, Link]


def link(readings: Sequence[Reading]) -> Linked:
    """Link every reference of *readings* (notes in order, then the entries of the bibliography)."""
    return Linker(readings).run()


class Linker:
    """The state of one walk: shelf, collections, abbreviations, chain."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        dashes = DashedNames()
        self.readings = [
            replace(one, references=dashes.named(one.references)) if one.note.is_entry else one
            for one in readings
        ]
        self.shelf = Shelf()
        self.entries = Shelf()
        self.collections = Collections()
        self.chain = Chain()
        self.archives: dict[tuple[str, ...], str] = {}
        self.abbreviated: dict[tuple[str, ...], Holding] = {}
        self.last_group: list[Link] = []
        self.diagnostics: list[Diagnostic] = []
        self._learn()

    def _learn(self) -> None:
        """What the document tells before any note is linked: collections, abbreviations, bibliography."""
        chapters = []
        for reading in self.readings:
            for reference in reading.all_references():
                facts = facts_of(reference)
                if facts.values.get("type") == "chapter":
                    chapters.append((facts, reference))
                else:
                    self.collections.learn(facts, reference.abbreviation, reference.abbreviates)
                if reading.note.is_entry and facts.values:
                    self.entries.put(facts)
                if reference.abbreviation and reference.abbreviates == "archive" and facts.text("archive"):
                    self.archives.setdefault(words(reference.abbreviation), facts.text("archive"))
        for facts, reference in chapters:
            self.collections.learn(facts, reference.abbreviation, reference.abbreviates)

    def run(self) -> Linked:
        """Link all readings in order."""
        cites = []
        for reading in self.readings:
            note = reading.note
            if note.is_entry:
                self.chain.here = []
            else:
                self.chain.open_note(note.n)
            found = [cite for group in reading.references for cite in self._link_group(group, note)]
            cites.append(found)
            if not note.is_entry:
                doubtful = any(may_cite(span.of(note.text)) for span in reading.segments.prose)
                self.chain.close_note(note.n, discursive=not found, doubtful=doubtful)
        return Linked(cites, self.shelf.holdings, self.diagnostics)

    def _link_group(self, group: Sequence[Reference], note: Note) -> list[LinkedCite]:
        """The references of one citation; a joint citation names several documents."""
        again = self._printed_again(group[0], note) if len(group) == 1 else []
        if again:
            return again
        outcomes = [self._link(reference, note, joint=len(group) > 1) for reference in group]
        self.last_group = [made for _, made in outcomes]
        self.chain.here.extend(self.last_group)
        return [cite for cite, _ in outcomes]

    def _link(self, reference: Reference, note: Note, *, joint: bool) -> _Outcome:
        facts = facts_of(reference)
        if facts.values.pop("custom.author-as-before", False):
            facts.values["author"] = author_before(self.chain)
        kind = str(facts.values.pop(KIND_MEANT, ""))
        own = Facts(dict(facts.values))
        self._expand_archive(facts)
        if goes_on(reference, facts, self.chain):
            reference = replace(reference, back="elided")
        if reference.back == "ibid":
            return self._ibid(reference, note)
        if reference.back in ("note", "op-cit"):
            return self._pointed_back(reference, facts, note, kind)
        pointing = reference.back in ("ibid-within", "elided")
        collection = self._inherit(facts, reference, note) if pointing else self._collection_of(facts, own)
        form: Form = "ibid" if pointing else "full"
        holding, form, certain = self._find(reference, facts, own, form, note)
        if holding is None and not certain:
            return self._unresolved(reference, facts, form)
        return self._accept(
            reference, note, holding or self.shelf.put(facts), facts, form, collection, joint=joint
        )

    def _accept(
        self, reference: Reference, note: Note, holding: Holding, facts: Facts, form: Form,
        collection: Collection | None, *, joint: bool,
    ) -> _Outcome:  # fmt: skip
        """Enter the citation under its work."""
        if not holding.occurrences:
            holding.facts.values.setdefault("type", "book")
        self.shelf.enrich(holding, facts)
        volume = as_named_before(facts.text("volume"), (o.volume for o in holding.occurrences)) or None
        if volume:
            facts.values["volume"] = volume
        holding.occurrences.append(Occurrence(note.n, reference, facts, form, volume, joint))
        if reference.abbreviation and reference.abbreviates == "work":
            self.abbreviated.setdefault(words(reference.abbreviation), holding)
        known_volume = volume or (
            holding.facts.text("volume") if holding.facts.text("type") == "chapter" else ""
        )
        known = Facts({**facts.values, **holding.facts.values})
        return LinkedCite(reference, holding, form, volume), Link(
            holding, known, collection, known_volume or None
        )

    # -- pointing back -----------------------------------------------------------------------------

    def _ibid(self, reference: Reference, note: Note) -> _Outcome:
        antecedent, why = self.chain.one()
        if antecedent is None or antecedent.holding is None:
            self._tell(
                "ibid-unresolved",
                f"Ibid. is not resolved: {why}.",
                note,
                reference,
                "Write the short title instead.",
            )
            return self._unresolved(reference, Facts({}), "ibid")
        stated = reference.text("volume")
        volume = stated or antecedent.volume
        facts = Facts({"volume": stated} if stated else {})
        antecedent.holding.occurrences.append(Occurrence(note.n, reference, facts, "ibid", volume))
        return LinkedCite(reference, antecedent.holding, "ibid", volume), replace(antecedent, volume=volume)

    def _inherit(self, facts: Facts, reference: Reference, note: Note) -> Collection | None:
        antecedent, why = self.chain.shared()
        if antecedent is not None:
            found = inherit(facts, antecedent, self.collections)
            nearest = antecedent.collection
            if found is not None and nearest not in (None, found) and reference.back == "ibid-within":
                message = (
                    f"Ibid. here means “{nearest.title}”, but the document is numbered as only those of "
                    f"“{found.title}” are; it is taken for one of these."
                )
                self._tell("ibid-by-number", message, note, reference, "Name the collection.")
            return found
        facts.values.pop("custom.day", None)
        if reference.back == "ibid-within":
            message = f"The collection that Ibid. stands for is not certain: {why}."
            self._tell("ibid-unresolved", message, note, reference, "Name the collection.")
        return None

    def _pointed_back(self, reference: Reference, facts: Facts, note: Note, kind: str) -> _Outcome:
        """Op. cit. and "note 5 above": the one work of that author and kind, or of that note."""
        named = creators(facts)
        holding = self._work_of_note(reference.back_note, named, kind) if reference.back_note else None
        if reference.back == "op-cit" and not (named or facts.text("title") or kind or reference.back_note):
            antecedent, _ = self.chain.one()  # "Loc. cit." alone: the place cited right before
            holding = antecedent.holding if antecedent else None
        if holding is not None and not _fits(facts, holding.facts):
            holding = None
        several: list[Holding] = []
        if holding is None and (named or facts.text("title") or (kind and not reference.back_note)):
            holding, several = self.shelf.of_short_form(facts, quoted=False, kind=kind)
        if holding is None:
            message = "No single earlier work fits this back reference."
            if several:
                titles = "; ".join(h.facts.text("title") or "a letter" for h in several[:4])
                message = f"This back reference fits several works: {titles}."
            self._tell("back-reference-unresolved", message, note, reference, "Name author and short title.")
            return self._unresolved(reference, facts, "short")
        return self._accept(reference, note, holding, facts, "short", None, joint=False)

    def _work_of_note(self, n: str, named: tuple[Name, ...], kind: str) -> Holding | None:
        """The one work of this kind that note *n* cites, or the one of these creators among several."""
        found = {
            id(made.holding): made.holding
            for made in self.chain.of_note(n)
            if made.holding is not None and is_of_kind(made.holding.facts, kind)
        }
        if len(found) > 1 and named:
            found = {
                key: h
                for key, h in found.items()
                if any(same_name(a, b) for a in named for b in creators(h.facts))
            }
        return next(iter(found.values())) if len(found) == 1 else None

    # -- collections -------------------------------------------------------------------------------

    def _expand_archive(self, facts: Facts) -> None:
        full = self.archives.get(words(facts.text("archive"))) if "archive" in facts.values else None
        if full:
            facts.values["archive"] = full

    def _collection_of(self, facts: Facts, own: Facts) -> Collection | None:
        """The collection that a chapter or printed document stands in, however shortly it is named."""
        title = facts.text("container-title")
        if facts.values.get("type") != "chapter" and not title:
            return None
        if facts.text("type").startswith("article"):
            return None
        found = None
        if title:
            named = facts.names("editor") or facts.names("author")
            found = self.collections.find(title, facts.text("custom.original-container-title"), named)
        elif facts.is_letter or "number" in facts.values or "genre" in facts.values:
            found = self._collection_by_editor(facts) or self._collection_just_cited(facts)
        if found is not None:
            fill_from(facts, found)
        return found

    def _collection_by_editor(self, facts: Facts) -> Collection | None:
        """The collection of a printed document by its editors, or the only one of numbered documents."""
        if facts.names("editor"):
            return self.collections.of_creators(facts.names("editor"), numbered="number" in facts.values)
        return self.collections.of_numbered() if "number" in facts.values else None

    def _collection_just_cited(self, facts: Facts) -> Collection | None:
        """The edited book right before a numbered document in the same note: "...，第405页。№16012，..."."""
        before = self.chain.here[-1] if self.chain.here and "number" in facts.values else None
        if before is None or before.facts.text("type") != "book" or not before.facts.names("editor"):
            return None
        found = self.collections.find(before.facts.text("title"), creators=before.facts.names("editor"))
        if found is not None and before.volume:
            facts.values.setdefault("volume", before.volume)
        return found

    def _printed_again(self, reference: Reference, note: Note) -> list[LinkedCite]:
        """After a document, "See also APRF, p. 142" is the same one elsewhere, after two both of them."""
        place = self._other_place(reference)
        if place is None:
            return []
        joint = len(self.last_group) > 1
        return [
            self._accept(
                reference, note, before.holding, Facts(dict(place.values)), "short", None, joint=joint
            )[0]
            for before in self.last_group
            if before.holding is not None
        ]

    def _other_place(self, reference: Reference) -> Facts | None:
        """The collection that a bare "see also" names behind a document, as facts of the document."""
        if reference.citation.signal != "see-also" or not self.chain.here or not reference.locator:
            return None
        before, own = self.chain.here[-1], facts_of(reference)
        if before.holding is None or not before.facts.is_letter or creators(own) or own.is_letter:
            return None
        collection = self.collections.find(own.text("title"))
        if collection is None or not collection.prints_documents:
            return None
        place: dict[str, object] = {"custom.also-in": collection.title}
        for name, value in (
            ("volume", own.text("volume")),
            ("issue", own.text("issue") or collection.facts.text("issue")),
        ):
            if value:
                place[f"custom.also-in-{name}"] = value
        return Facts(place)

    # -- works -------------------------------------------------------------------------------------

    def _find(
        self, reference: Reference, facts: Facts, own: Facts, form: Form, note: Note
    ) -> tuple[Holding | None, Form, bool]:
        """The work on the shelf, the form, and whether a new work may be made where there is none."""
        abbreviated = self._abbreviated(own)
        if abbreviated is not None:
            return abbreviated, "short", True
        headed = [] if states_source(own) else self.shelf.headed(own)
        if headed:
            return (
                (headed[0], "short", True) if len(headed) == 1 else self._ambiguous(headed, note, reference)
            )
        bare = (not states_source(own) or is_author_date(own)) and form != "ibid" and not own.is_letter
        if not bare or own.values.get("type") == "chapter":
            found = self.shelf.same(facts) or (None if bare else self.shelf.bare_form_of(facts))
            if found is not None:
                complete = states_completely(
                    own, found.occurrences[0].facts if found.occurrences else found.facts
                )
                return found, form if form == "ibid" else ("full" if complete else "short"), True
            if not bare:
                return None, form, bool(facts.values)
        return self._short_form(reference, facts, own, form, note)

    def _abbreviated(self, own: Facts) -> Holding | None:
        """The work that a defined abbreviation stands for ("APRF, p. 142")."""
        if states_source(own) and own.values.get("type") != "collection":
            return None
        title, named = own.text("title"), creators(own)
        if named:  # "DOT, 7." looks like a name and a page
            title = named[0].family or named[0].literal if len(named) == 1 and not title else ""
        return self.abbreviated.get(words(title)) if title else None

    def _short_form(
        self, reference: Reference, facts: Facts, own: Facts, form: Form, note: Note
    ) -> tuple[Holding | None, Form, bool]:
        found = find_short_form(reference, own, self.shelf, self.entries)
        if found.holding is not None and not found.listed:
            return found.holding, "ibid" if form == "ibid" else "short", True
        if found.holding is not None:
            holding = self.shelf.same(found.holding.facts) or self.shelf.put(found.holding.facts)
            return holding, form if form == "ibid" or not holding.occurrences else "short", True
        if found.candidates:
            return self._ambiguous(found.candidates, note, reference)
        if is_quoted(reference, own) and creators(own) and "container-title" not in own.values:
            chapter_of_only_book(facts, own, self.shelf, self.collections)
        if not own.text("title") and not own.text("archive"):
            message = "No work cited so far fits this short form."
            self._tell("short-form-unknown", message, note, reference, "Give the full citation once.")
            return None, "short", False
        return None, form, True

    def _ambiguous(
        self, candidates: Sequence[Holding], note: Note, reference: Reference
    ) -> tuple[None, Form, bool]:
        titles = "; ".join(h.facts.text("title") or "a letter" for h in candidates[:4])
        message = f"This short form fits several works: {titles}."
        self._tell("short-form-ambiguous", message, note, reference, "Add the title.")
        return None, "short", False

    def _unresolved(self, reference: Reference, facts: Facts, form: Form) -> _Outcome:
        return LinkedCite(reference, None, form), Link(None, facts)

    def _tell(self, code: str, message: str, note: Note, reference: Reference, help_: str) -> None:
        span = reference.citation.span
        self.diagnostics.append(
            Diagnostic(code, message, "warning", note=note.n, span=span, line=note.line, help=help_)
        )


def _fits(beside: Facts, work: Facts) -> bool:
    """Whether the name or title given beside a back reference is that of the work it points at."""
    named, known = creators(beside), creators(work)
    if named and known and not any(same_name(a, b) for a in named for b in known):
        return False
    title = beside.text("title")
    if not title or named:
        return True
    return any(words(title) == words(n.family or n.literal) for n in known) or bool(
        relation(title, work.text("title"))
    )
