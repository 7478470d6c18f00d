"""The notes as the page shows them: coloured runs, the works they resolve to, what was found in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citekit.coverage import residue
from citekit.model import Cite, Field, ReadNote
from citekit.report.findings import Remark, Remarks
from citekit.report.labels import kind_name
from citekit.report.runs import fields_of, stretches_of
from citekit.report.values import in_words, language_name, script_language
from citekit.report.views import CiteView, Facets, FieldView, NoteView, State
from citekit.report.works import Known

SIGNALS = {"see": "see", "see-also": "see also", "but-see": "but see", "compare": "compare"}


def note_views(
    notes: Sequence[ReadNote], anchors: Sequence[str], known: Mapping[str, Known], remarks: Remarks
) -> tuple[NoteView, ...]:
    """All notes in their order; ``anchors`` are their places on the page."""
    return tuple(_view(read, anchor, known, remarks) for read, anchor in zip(notes, anchors, strict=True))


def _view(read: ReadNote, anchor: str, known: Mapping[str, Known], remarks: Remarks) -> NoteView:
    note = read.note
    fields = fields_of(read)
    own = remarks.of(note.n)
    flagged = [remark.place.span for remark in own if remark.place.span]
    works = [known[cite.work] for cite in read.cites if cite.work is not None]
    return NoteView(
        anchor=anchor,
        n=note.n,
        is_entry=note.is_entry,
        stretches=stretches_of(read, fields, flagged),
        fields=tuple(_field(entry, note.text) for entry in fields),
        cites=tuple(_cite(cite, known) for cite in read.cites),
        findings=tuple(remarks.view(remark, note.text) for remark in own),
        compared=remarks.comparing(note.n),
        facets=Facets(
            states=_states(read, works, own),
            kinds=_distinct(work.kind for work in works),
            languages=_distinct(work.language for work in works),
            archives=_distinct(work.source for work in works),
            findings=_distinct(remark.code for remark in own),
        ),
        lang=script_language(note.text),
    )


def _field(entry: Field, text: str) -> FieldView:
    """The field in words; its value is left empty where it is just what is printed."""
    value = in_words(entry.value)
    if entry.name == "type":
        value = kind_name(value)
    elif entry.name == "language":
        value = language_name(value)
    printed = entry.span.of(text)
    return FieldView(
        entry.name, "" if value == printed else value, entry.rule, entry.span.start, entry.span.end
    )


def _cite(cite: Cite, known: Mapping[str, Known]) -> CiteView:
    signal = cite.reference.citation.signal or ""
    work = known[cite.work] if cite.work is not None else None
    return CiteView(
        form=cite.form,
        signal=SIGNALS.get(signal, signal.replace("-", " ")),
        locator=_located(cite),
        volume=cite.volume or "",
        anchor=work.anchor if work else "",
        label=work.label if work else None,
    )


def _located(cite: Cite) -> str:
    """The locator with what it counts: "pp. 30–31", "leaf 5"."""
    if not cite.locator:
        return ""
    kind = cite.reference.locator_label
    if kind == "page":
        several = "-" in cite.locator or "," in cite.locator
        return f"{'pp.' if several else 'p.'} {cite.locator.replace('-', '–')}"
    return f"{kind} {cite.locator.replace('-', '–')}"


def _states(read: ReadNote, works: Sequence[Known], own: Sequence[Remark]) -> tuple[State, ...]:
    unlinked = any(cite.work is None for cite in read.cites)
    leftover = bool(residue(read))
    grave = any(remark.severity != "info" for remark in own)
    holds: dict[State, bool] = {
        "doubtful": unlinked or leftover or grave,
        "open": unlinked,
        "findings": bool(own),
        "leftover": leftover,
        "repeated": any(work.repeated for work in works),
        "nominated": any(work.nominated for work in works),
    }
    return tuple(state for state, held in holds.items() if held)


def _distinct(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key))
