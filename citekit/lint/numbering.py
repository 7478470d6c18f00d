"""What the readers said of the row of notes, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding, Place
from citekit.lint.subject import Subject


def told(subject: Subject, code: str, said: frozenset[str], advice: str) -> Iterator[Finding]:
    """The diagnostics of the codes *said* as findings of the rule *code*."""
    notes = {note.n: note for note in subject.texts}
    for diagnostic in subject.document.diagnostics:
        if diagnostic.code not in said:
            continue
        note = notes.get(diagnostic.note or "")
        place = subject.place(note) if note is not None else Place(diagnostic.note, None, diagnostic.line)
        message = diagnostic.message if diagnostic.message.endswith(".") else f"{diagnostic.message}."
        yield Finding(code, message, place, diagnostic.help or advice)
