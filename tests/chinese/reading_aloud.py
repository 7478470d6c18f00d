"""What the Chinese grammar reads of a note, a line for each citation: the form of the cases."""

from __future__ import annotations

from citekit.grammar.chinese import parse
from citekit.grammar.context import Context
from citekit.model import Date, Name, Note, Reference, Value
from citekit.segment.chinese import segment

CONTEXT = Context()


def said(note: Note) -> list[str]:
    """The citations of *note* as lines ``type @locator | field=value | ...``."""
    lines = []
    for citation in segment(note).citations:
        if citation.convention != "chinese":
            lines.append(f"{citation.convention}: {citation.span.of(note.text)}")
            continue
        lead = f"[{citation.signal}] " if citation.signal else ""
        lines += [lead + line(reference) for reference in parse(citation, note, CONTEXT)]
    return lines


def line(reference: Reference) -> str:
    """One reference; fields in the order of their names, Chinese ones without their language."""
    fields = {f.name: spoken(f.value) for f in reference.fields}
    parts = [fields.pop("type", "-")]
    if reference.locator:
        parts[0] += f" @{reference.locator}"
    if reference.back:
        parts[0] += f" <{reference.back}{':' + reference.back_note if reference.back_note else ''}>"
    if fields.get("language") == "zh":
        del fields["language"]
    if reference.abbreviation:
        fields["hereafter"] = f"{reference.abbreviation} ({reference.abbreviates})"
    return " | ".join([*parts, *(f"{name}={value}" for name, value in sorted(fields.items()))])


def spoken(value: Value) -> str:
    """A value as text: names as family/given, bodies in quotation marks, dates with '-' and '/'."""
    if isinstance(value, Date):
        return "/".join("-".join(map(str, part)) for part in value.parts) or value.literal
    if isinstance(value, tuple):
        return ", ".join(_name(name) for name in value)
    return str(value)


def _name(name: Name) -> str:
    return (
        f'"{name.literal}"' if name.literal else f"{name.family}/{name.given}" if name.given else name.family
    )
