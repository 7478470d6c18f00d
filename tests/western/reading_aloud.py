"""What the western segmenter and grammar read of a note, a line for each stretch of it: the form of the
cases.
"""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.western import parse
from citekit.model import Date, Name, Note, Reference, Span, Value
from citekit.segment.western import segment

CONTEXT = Context()

_EMPHASIS = re.compile(r"\*([^*]+)\*")
_SEPARATORS = re.compile(r"[\s.,;:()\[\]{}<>\"“”„«»‘’'`\-–—!?…*]+")


def note_of(text: str, number: str = "1") -> Note:
    """A note of a case: ``B `` before the text makes an entry of a bibliography, ``*`` marks emphasis."""
    if text.startswith("B "):
        text, number = text[2:], "B1"
    emphasis, plain, last = [], "", 0
    for match in _EMPHASIS.finditer(text):
        plain += text[last : match.start()]
        emphasis.append(Span(len(plain), len(plain) + len(match[1])))
        plain += match[1]
        last = match.end()
    return Note(number, plain + text[last:], tuple(emphasis))


def said(note: Note) -> list[str]:
    """The stretches of *note* in their order: citations, each with what was read of it, and prose."""
    segments = segment(note)
    found = [(span.start, [f"prose: {span.of(note.text)}"]) for span in segments.prose]
    for citation in segments.citations:
        signal = f"[{citation.signal}] " if citation.signal else ""
        if citation.convention == "western":
            lines = [signal + line(reference, note) for reference in parse(citation, note, CONTEXT)]
        else:
            lines = [f"{signal}{citation.convention}: {citation.span.of(note.text)}"]
        found.append((citation.span.start, lines))
    return [line for _, lines in sorted(found) for line in lines]


def line(reference: Reference, note: Note) -> str:
    """One reference: type, locator, how it points back; then its fields in the order of their names."""
    fields = {f.name: spoken(f.value) for f in reference.fields}
    parts = [fields.pop("type", "-")]
    if reference.locator:
        parts[0] += (
            f" @{'' if reference.locator_label == 'page' else reference.locator_label + ' '}{reference.locator}"
        )
    if reference.back:
        parts[0] += f" <{reference.back}{':' + reference.back_note if reference.back_note else ''}>"
    if fields.get("language") == "en":
        del fields["language"]
    if reference.abbreviation:
        fields["hereafter"] = f"{reference.abbreviation} ({reference.abbreviates})"
    left = residue(reference, note)
    if left:
        fields["residue"] = left
    return " | ".join([*parts, *(f"{name}={value}" for name, value in sorted(fields.items()))])


def residue(reference: Reference, note: Note) -> str:
    """The words of the citation that neither a field nor a connective covers, apart by " / "."""
    span = reference.citation.span
    covered = [f.span for f in reference.fields] + list(reference.connectives)
    if reference.locator_span is not None:
        covered.append(reference.locator_span)
    text = list(note.text[: span.end])
    for part in covered:
        text[part.start : part.end] = "\0" * (min(part.end, span.end) - part.start)
    pieces = "".join(text[span.start :]).split("\0")
    return " / ".join(p.strip() for p in pieces if _SEPARATORS.sub("", p))


def spoken(value: Value) -> str:
    """A value as text: names as family/given, bodies in quotation marks, dates with '-' and '/'."""
    if isinstance(value, Date):
        numbers = "/".join("-".join(map(str, part)) for part in value.parts) or value.literal
        season = f" season {value.season}" if value.season else ""
        return ("about " if value.circa else "") + numbers + season
    if isinstance(value, tuple):
        return ", ".join(_name(name) for name in value)
    return str(value)


def _name(name: Name) -> str:
    if name.literal:
        return f'"{name.literal}"'
    family = " ".join(filter(None, [name.dropping_particle, name.non_dropping_particle, name.family]))
    return family + (f"/{name.given}" if name.given else "") + (f", {name.suffix}" if name.suffix else "")
