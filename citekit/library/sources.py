"""A parsed document as the library remembers it: works, the words that cite them, open citations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from citekit.library.memory import Cited, OpenCitation, ParsedWork
from citekit.match.titles import Relation, relation
from citekit.model import Cite, Item, Result

MOST_SUGGESTED = 4


@dataclass(slots=True)
class Source:
    """The works and the open citations of one document; ``name`` is how the library calls it."""

    name: str
    works: list[ParsedWork] = field(default_factory=list)
    citations: list[OpenCitation] = field(default_factory=list)


def source_of(result: Result, name: str) -> Source:
    """What the library remembers of *result*; open citations name works by the keys of the parser."""
    cited: dict[str, list[Cited]] = {work.id: [] for work in result.works}
    source = Source(name)
    reasons = {(d.note, d.span): d.message for d in result.diagnostics if d.note and d.severity == "warning"}
    before: list[str] = []
    for note in result.notes:
        here = []
        for cite in note.cites:
            if cite.work is not None:
                cited[cite.work].append(Cited(note.note.n, cite.form, cite.raw))
                here.append(cite.work)
                continue
            span = cite.reference.citation.span
            why = reasons.get((note.note.n, span)) or next(
                (text for (n, _), text in reasons.items() if n == note.note.n), ""
            )
            likely = _likely(cite, before, [work.item for work in result.works])
            source.citations.append(OpenCitation(name, note.note.n, cite.raw, note.note.text, why, likely))
        before = here or before
    source.works = [ParsedWork(work.item, cited[work.id], work.id) for work in result.works]
    return source


def with_keys(result: Result, keys: Mapping[str, str]) -> Result:
    """*result* with the citekeys of a library; *keys* gives them by those of the parser."""
    notes = tuple(
        replace(
            note,
            cites=tuple(replace(c, work=None if c.work is None else keys[c.work]) for c in note.cites),
        )
        for note in result.notes
    )
    works = tuple(replace(work, item={**work.item, "id": keys[work.id]}) for work in result.works)
    return replace(result, notes=notes, works=works)


def _likely(cite: Cite, before: list[str], works: list[Item]) -> list[str]:
    """The works that an open citation may mean: those of the note before, or those whose title it begins."""
    if cite.form == "ibid":
        return list(dict.fromkeys(reversed(before)))[:MOST_SUGGESTED]
    title = cite.reference.text("title")
    fitting = [
        str(item["id"])
        for item in works
        if title and relation(title, str(item.get("title") or "")) is not Relation.NONE
    ]
    return (fitting or list(dict.fromkeys(reversed(before))))[:MOST_SUGGESTED]
