"""The whole way of a document: read, segment, parse, resolve, match."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path

from citekit.coverage import residue_diagnostics
from citekit.grammar import Context
from citekit.grammar import parse as parse_citation
from citekit.grammar.western.parties import intermediary
from citekit.match.citekeys import assign
from citekit.match.folding import family_key
from citekit.match.merge import Statement, is_set, merge
from citekit.match.nominate import nominate
from citekit.model import Cite, Diagnostic, Document, Name, Note, ReadNote, Result, Work
from citekit.names import Evidence, gather
from citekit.recognise.convention import Convention
from citekit.resolve.bodies import abbreviated_bodies, in_full
from citekit.resolve.facts import states_source
from citekit.resolve.linker import Linked, LinkedCite, Reading, link
from citekit.resolve.shelf import Holding
from citekit.segment import habit_of, segment

Each = Callable[[Callable[[Document], list[Reading]], Iterable[Document]], Iterable[list[Reading]]]
"""A ``map``."""


def parse(source: str | Path | Document) -> Result:
    """Everything citekit understands of *source*: a path, or a document already read.

    Raises ``citekit.readers.ReaderError`` where the file cannot be read.
    """
    if isinstance(source, Document):
        document = source
    else:
        from citekit.readers import read

        document = read(source)
    return parse_together([document])[0]


def parse_together(documents: Sequence[Document], *, each: Each = map) -> tuple[Result, ...]:
    """What citekit understands of *documents*, the chapters of one text: they share their works.

    A short form in one chapter may mean what another cites in full; ibid. does not reach from one to the next
    where each counts its notes from 1, and notes are then called ``chapter:n``.  *each* is the ``map`` that
    reads the notes of each document, for those who have processors to spare.
    """
    if len(documents) > 1:
        from citekit.readers.sources import told_apart

        documents = told_apart(documents)
    readings = list(each(read_notes, documents))
    in_order = sorted((r for group in readings for r in group), key=lambda r: r.note.is_entry)
    linked = link(in_order)
    bodies = abbreviated_bodies(note.text for d in documents for note in (*d.notes, *d.bibliography))
    works, ids = _works(linked, bodies)
    cites = dict(zip(map(id, in_order), linked.cites, strict=True))
    results = []
    for document, group in zip(documents, readings, strict=True):
        notes = tuple(
            ReadNote(reading.note, _cites(cites[id(reading)], reading.note, ids), reading.segments)
            for reading in group
        )
        numbers = {note.note.n for note in notes}
        told = (*(d for d in linked.diagnostics if d.note in numbers), *residue_diagnostics(notes))
        results.append(Result(document, notes, _cited_by(works, numbers), told))
    return tuple(
        replace(
            result,
            diagnostics=(
                *result.document.diagnostics,
                *_located((*result.diagnostics, *_nominations(result.works)), result.document),
            ),
        )
        for result in results
    )


def _cited_by(works: Iterable[Work], numbers: Set[str]) -> tuple[Work, ...]:
    """The *works* that notes of these *numbers* cite, with those citations alone."""
    found = []
    for work in works:
        own = [(n, r) for n, r in zip(work.cited_in, work.references, strict=True) if n in numbers]
        if own:
            found.append(Work(work.item, tuple(n for n, _ in own), tuple(r for _, r in own)))
    return tuple(found)


def _nominations(works: Iterable[Work]) -> Iterable[Diagnostic]:
    """Works that may be one document, for the writer to decide."""
    for candidate in nominate(work.item for work in works):
        yield Diagnostic(
            "possibly-same",
            f"{candidate.one} and {candidate.two} may be the same document: {'; '.join(candidate.evidence)}.",
            "info",
            help="If they are, give both the same archive number, or join them in the library.",
        )


def read_notes(document: Document) -> list[Reading]:
    """Segment and parse every note, then every entry of the bibliography."""
    context = Context(evidence_of(document))
    notes = (*document.notes, *document.bibliography)
    habit = habit_of(note.text for note in notes)
    return [_read_note(note, context, habit) for note in notes]


def evidence_of(document: Document) -> Evidence:
    """What the document says of the order of its names."""
    return gather((note.text for note in document.notes), (note.text for note in document.bibliography))


def _read_note(note: Note, context: Context, habit: Convention) -> Reading:
    segments = segment(note, habit)
    return Reading(
        note, segments, tuple(parse_citation(citation, note, context) for citation in segments.citations)
    )


def _works(linked: Linked, bodies: Mapping[str, str]) -> tuple[tuple[Work, ...], dict[int, tuple[str, bool]]]:
    """The works, and for each holding its id and whether its volumes stand in the cites."""
    full_names = _full_names(linked.holdings)

    def name_in_full(name: Name) -> Name:
        name = in_full(name, bodies)
        return full_names.get(family_key(name), name) if not name.given and not name.literal else name

    holdings = [h for h in linked.holdings if h.occurrences]
    statements = [_statements(h) for h in holdings]
    items = [merge(said, name_in_full) for said in statements]
    assign(items)
    works = tuple(
        Work(
            {"id": item.pop("id"), **item},
            tuple(o.note for o in holding.occurrences),
            tuple(o.reference for o in holding.occurrences),
        )
        for item, holding in zip(items, holdings, strict=True)
    )
    ids = {
        id(h): (work.id, work.item.get("type") == "book" and is_set(said))
        for h, work, said in zip(holdings, works, statements, strict=True)
    }
    return works, ids


def _statements(holding: Holding) -> list[Statement]:
    found = []
    for occurrence in holding.occurrences:
        short = (
            occurrence.form == "short" or not occurrence.facts.values or occurrence.reference.back == "ibid"
        )
        locator = occurrence.reference.locator if occurrence.reference.locator_label == "page" else None
        found.append(
            Statement(occurrence.facts, short, states_source(occurrence.facts), locator, occurrence.joint)
        )
    first = holding.occurrences[0]
    if all(s.short for s in found):
        found.insert(0, Statement(holding.facts, False, True, None, first.joint))
    return found


def _full_names(holdings: Iterable[Holding]) -> dict[str, Name]:
    """Correspondents whose family name stands for one full name in the whole document.

    Of a family name that no correspondent bears in full, the person through whom letters went counts.
    """
    letters = [o.facts for h in holdings for o in h.occurrences if o.facts.is_letter]
    own = _by_family(n for facts in letters for n in (*facts.names("author"), *facts.names("recipient")))
    between = _by_family(n for facts in letters for n in intermediary(facts.text("title"), Evidence()))
    return {
        family: next(iter(names.values())) for family, names in {**between, **own}.items() if len(names) == 1
    }


def _by_family(names: Iterable[Name]) -> dict[str, dict[str, Name]]:
    """The full names under each family name, by given name."""
    found: dict[str, dict[str, Name]] = {}
    for name in names:
        if name.given and name.family:
            given = name.given.casefold().replace("-", " ")
            found.setdefault(family_key(name), {}).setdefault(given, name)
    return found


def _cites(found: list[LinkedCite], note: Note, ids: dict[int, tuple[str, bool]]) -> tuple[Cite, ...]:
    cites = []
    for cite in found:
        work, in_volumes = ids[id(cite.holding)] if cite.holding is not None else (None, False)
        cites.append(
            Cite(
                work,
                cite.form,
                cite.reference.locator,
                cite.reference.citation.span.of(note.text),
                cite.reference,
                cite.volume if in_volumes else None,
            )
        )
    return tuple(cites)


def _located(diagnostics: Iterable[Diagnostic], document: Document) -> Iterable[Diagnostic]:
    return (replace(d, source=d.source or document.name) for d in diagnostics)
