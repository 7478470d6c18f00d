"""Findings of the parser and of ``lint`` in one shape, each at every note that takes part in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from citekit.model import Diagnostic, Severity, Span
from citekit.report.views import FindingView, Link

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
MOST_LINKS = 8
"""Of more places than these only so many are linked."""


class Place(Protocol):
    """Where a finding is: a note and the characters in it (see ``citekit.lint.Place``)."""

    @property
    def note(self) -> str | None:
        """The number of the note, or None for the text."""

    @property
    def span(self) -> Span | None:
        """The characters of the note."""


class Finding(Protocol):
    """What ``citekit.lint`` finds."""

    @property
    def code(self) -> str:
        """The rule."""

    @property
    def message(self) -> str:
        """What is wrong."""

    @property
    def help(self) -> str:
        """What to do."""

    @property
    def severity(self) -> Severity:
        """How bad it is."""

    @property
    def place(self) -> Place:
        """Where it is."""

    @property
    def others(self) -> Sequence[Place]:
        """The places that disagree with it."""


@dataclass(frozen=True, slots=True)
class _Spot:
    note: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding from wherever it comes, with its places: the main one first."""

    code: str
    message: str
    severity: Severity
    help: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Remarks:
    """All remarks, those on notes by the number of the note, and those on the whole document."""

    by_note: Mapping[str, Sequence[Remark]]
    general: Sequence[Remark]
    number: int
    anchors: Mapping[str, str] = field(default_factory=dict)

    def of(self, n: str) -> Sequence[Remark]:
        """The remarks on note *n*."""
        return self.by_note.get(n, ())

    def view(self, remark: Remark, text: str = "", n: str | None = None) -> FindingView:
        """*remark* in words, as it stands at note *n*, whose text is *text*."""
        own = next((p.span for p in remark.places if p.note == n and p.span is not None), None)
        others = dict.fromkeys(p.note for p in remark.places if p.note is not None and p.note != n)
        links = [Link(self.anchors.get(other, ""), name_of(other)) for other in others]
        rest = len(links) - MOST_LINKS
        if rest > 0:
            links[MOST_LINKS:] = [Link("", f"{rest} more")]
        words = own.of(text) if own and len(own) < len(text) else ""
        return FindingView(remark.code, remark.severity, remark.message, remark.help, words, tuple(links))


def name_of(n: str) -> str:
    """How messages name a note: "note 12", "entry B3"."""
    return f"entry {n}" if n[:1] == "B" else f"note {n}"


def collect(
    diagnostics: Iterable[Diagnostic], findings: Iterable[Finding], anchors: Mapping[str, str]
) -> Remarks:
    """The remarks on a document; ``anchors`` are the places of its notes on the page.

    Likenesses of works ("possibly-same") are left out: they stand with the works.
    """
    remarks = [
        Remark(d.code, d.message, d.severity, d.help or "", (_Spot(d.note, d.span),))
        for d in diagnostics
        if d.code != "possibly-same"
    ]
    said = {(r.code, r.places[0].note) for r in remarks}
    remarks += [
        Remark(f.code, f.message, f.severity, f.help, (f.place, *f.others))
        for f in findings
        if (f.code, f.place.note) not in said
    ]
    remarks.sort(key=lambda remark: SEVERITIES.index(remark.severity))
    by_note: dict[str, list[Remark]] = {}
    general = []
    for remark in remarks:
        notes = dict.fromkeys(place.note for place in remark.places if place.note in anchors)
        for note in notes:
            by_note.setdefault(str(note), []).append(remark)
        if not notes:
            general.append(remark)
    return Remarks(by_note, general, len(remarks), anchors)
