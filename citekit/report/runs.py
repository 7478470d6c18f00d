"""A note cut into the runs that the page colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from citekit.coverage import coverage
from citekit.model import Field, ReadNote, Span
from citekit.report.fields import group_of
from citekit.report.values import script_language
from citekit.report.views import Run, Stretch

DERIVED = {"type", "language"}
"""Fields that are concluded from a whole citation: they colour no word of it."""


def fields_of(read: ReadNote) -> list[Field]:
    """Everything read of the note, in its order; cited pages are a field of their own."""
    found: list[Field] = []
    for cite in read.cites:
        reference = cite.reference
        found += reference.fields
        if reference.locator and reference.locator_span:
            rule = reference.locator_label
            found.append(Field("locator", reference.locator, reference.locator_span, f"locator: {rule}"))
    return list(dict.fromkeys(sorted(found, key=lambda f: (f.span, f.name))))


def stretches_of(read: ReadNote, fields: Sequence[Field], flagged: Iterable[Span]) -> tuple[Stretch, ...]:
    """The whole text of the note as stretches of runs; ``fields`` as :func:`fields_of` gives them."""
    marks = [span for span in flagged if len(span)]
    cites = [cite.reference.citation.span for cite in read.cites]
    runs = [(_inside(cites, span), run) for span, run in _runs(read, fields, marks, cites)]
    return tuple(
        Stretch(belonging, tuple(run for _, run in group))
        for belonging, group in groupby(runs, key=lambda entry: entry[0])
    )


def _runs(
    read: ReadNote, fields: Sequence[Field], marks: Sequence[Span], cites: Sequence[Span]
) -> Iterable[tuple[Span, Run]]:
    text = read.note.text
    covered = coverage(read)
    spans = [*(f.span for f in fields), *marks, *cites, *read.note.emphasis]
    edges = {0, len(text), *(stretch.span.start for stretch in covered)}
    edges.update(edge for span in spans for edge in (span.start, span.end) if 0 <= edge <= len(text))
    at = iter(covered)
    stretch = next(at, None)
    for start, end in pairwise(sorted(edges)):
        while stretch is not None and stretch.span.end <= start:
            stretch = next(at, None)
        if stretch is None:
            return
        span = Span(start, end)
        held = _inside([f.span for f in fields], span) if stretch.kind == "field" else ()
        inside = held if any(fields[at].name not in DERIVED for at in held) else ()
        words = span.of(text)
        run = Run(
            words,
            "connective" if held and not inside else stretch.kind,
            _group(fields, inside) if inside else "",
            inside,
            bool(_inside(read.note.emphasis, span)),
            bool(_inside(marks, span)),
            script_language(words),
        )
        yield span, run


def _inside(spans: Sequence[Span], part: Span) -> tuple[int, ...]:
    """The places of the *spans* that cover *part*."""
    return tuple(at for at, span in enumerate(spans) if span.start <= part.start and part.end <= span.end)


def _group(fields: Sequence[Field], inside: Iterable[int]) -> str:
    """The colour of the narrowest field; of equally narrow ones a title says more than the people in it."""
    named = [fields[at] for at in inside if fields[at].name not in DERIVED]
    narrowest = min(named, key=lambda entry: (len(entry.span), group_of(entry.name) != "title"))
    return group_of(narrowest.name)
