"""What the Russian grammar reads of a note, a line for each citation: the form of the cases."""

from __future__ import annotations

from citekit.grammar.context import Context
from citekit.grammar.gost import parse
from citekit.model import Date, Name, Note, Reference, Value
from citekit.segment.gost import segment

CONTEXT = Context()


def said(note: Note) -> list[str]:
    """The prose of *note* as lines ``~ words``, its citations as ``type @locator | field=value | ...``."""
    segments = segment(note)
    lines = [f"~ {span.of(note.text).strip()}" for span in segments.prose]
    for citation in segments.citations:
        if citation.convention != "gost":
            lines.append(f"{citation.convention}: {citation.span.of(note.text)}")
            continue
        lead = f"[{citation.signal}] " if citation.signal else ""
        lines += [lead + line(reference) for reference in parse(citation, note, CONTEXT)]
    return lines


def line(reference: Reference) -> str:
    """One reference; fields in the order of their names, Russian ones without their language."""
    fields = {f.name: spoken(f.value) for f in reversed(reference.fields)}
    parts = [fields.pop("type", "-")]
    if reference.locator:
        parts[0] += f" @{reference.locator}"
    if reference.back:
        parts[0] += f" <{reference.back}{':' + reference.back_note if reference.back_note else ''}>"
    if fields.get("language") == "ru":
        del fields["language"]
    if reference.abbreviation:
        fields["hereafter"] = f"{reference.abbreviation} ({reference.abbreviates})"
    return " | ".join([*parts, *(f"{name}={value}" for name, value in sorted(fields.items()))])


def spoken(value: Value) -> str:
    """A value as text: names as family/given, bodies in quotation marks, dates with '-' and '/'."""
    if isinstance(value, Date):
        dates = "/".join("-".join(map(str, part)) for part in value.parts) or value.literal
        return f"{dates} season {value.season}" if value.season else dates
    if isinstance(value, tuple):
        return ", ".join(_name(name) for name in value)
    return str(value)


def _name(name: Name) -> str:
    if name.literal:
        return f'"{name.literal}"'
    return f"{name.family}/{name.given}" if name.given else name.family
