"""Findings of the parser and of ``lint`` in one shape, each at its note, with links to those it compares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from citekit.model import Diagnostic, Severity, Span
from citekit.report.views import FindingView, Link

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
MOST_LINKS = 8
"""Of more places than these only so many are linked."""
FEW = 3
"""With more places than these a finding is one on a habit, and only its own note tells of it."""


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
    """A finding from wherever it comes: where it is, and the other places that take part."""

    code: str
    message: str
    severity: Severity
    help: str
    place: Place
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remarks:
    """All remarks: those on notes by the number of the note, and those on the whole document.

    ``elsewhere`` has for a note the other notes whose remarks compare it; ``anchors`` are the places of the
    notes on the page.
    """

    by_note: Mapping[str, Sequence[Remark]]
    elsewhere: Mapping[str, Sequence[str]]
    general: Sequence[Remark]
    number: int
    anchors: Mapping[str, str]

    def of(self, n: str) -> Sequence[Remark]:
        """The remarks on note *n*."""
        return self.by_note.get(n, ())

    def comparing(self, n: str) -> tuple[Link, ...]:
        """The notes at which a remark names note *n* beside its own."""
        return tuple(Link(self.anchors[other], other) for other in self.elsewhere.get(n, ()))

    def view(self, remark: Remark, text: str = "") -> FindingView:
        """*remark* in words; *text* is that of its note."""
        span = remark.place.span
        words = span.of(text) if span and len(span) < len(text) else ""
        links = [Link(self.anchors.get(other, ""), other) for other in remark.others]
        rest = len(links) - MOST_LINKS
        if rest > 0:
            links[MOST_LINKS:] = [Link("", f"{rest} more")]
        said = not any(map(str.isalnum, words)) or words in remark.message
        return FindingView(
            remark.code, remark.severity, remark.message, remark.help, "" if said else words, tuple(links)
        )


def collect(
    diagnostics: Iterable[Diagnostic], findings: Iterable[Finding], anchors: Mapping[str, str]
) -> Remarks:
    """The remarks on a document; ``anchors`` are the places of its notes on the page.

    Likenesses of works ("possibly-same") are left out: they stand with the works.
    """
    remarks = [
        Remark(d.code, d.message, d.severity, d.help or "", _Spot(d.note, d.span))
        for d in diagnostics
        if d.code != "possibly-same"
    ]
    said = {(remark.code, remark.place.note) for remark in remarks}
    remarks += [
        Remark(f.code, f.message, f.severity, f.help, f.place, _others(f))
        for f in findings
        if (f.code, f.place.note) not in said
    ]
    remarks.sort(key=lambda remark: SEVERITIES.index(remark.severity))
    by_note: dict[str, list[Remark]] = {}
    elsewhere: dict[str, list[str]] = {}
    general = []
    for remark in remarks:
        note = remark.place.note
        if note is None or note not in anchors:
            general.append(remark)
            continue
        by_note.setdefault(note, []).append(remark)
        for other in remark.others if len(remark.others) <= FEW else ():
            if note not in elsewhere.setdefault(other, []):
                elsewhere[other].append(note)
    return Remarks(by_note, elsewhere, general, len(remarks), anchors)


def _others(finding: Finding) -> tuple[str, ...]:
    """The other notes that take part, each once."""
    notes = (place.note for place in finding.others)
    return tuple(dict.fromkeys(note for note in notes if note is not None and note != finding.place.note))
