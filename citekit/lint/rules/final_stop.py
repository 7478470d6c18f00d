"""Notes without a full stop at the end, among notes that have one.

What it does: counts the notes that end in a full stop (or another closing sign) and those that end in a
letter, digit or bracket; lists the rarer ones.  Entries of the bibliography are counted apart.  One finding
for each.

Why it matters: a note is a sentence; most styles close it with a stop, the others leave it out everywhere.

Example: note 1 "Ibid., 9." and note 2 "Ibid., 12"

What to do: end all notes in one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.lint.finding import Finding, Place
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.wording import listed
from citekit.model import Note, ReadNote, Span

_CLOSED = re.compile(r"[.!?。…][\"'”’»)\]）]*\Z|>\Z|/\Z")
_OPEN = re.compile(r"[\w)\]）\"”»]\Z")


def check(subject: Subject) -> Iterator[Finding]:
    """Notes, then entries."""
    yield from _rarer(subject, subject.notes, "notes")
    yield from _rarer(subject, subject.entries, "entries")


def _rarer(subject: Subject, reads: Sequence[ReadNote], what: str) -> Iterator[Finding]:
    closed = [read.note for read in reads if _CLOSED.search(read.note.text)]
    left_open = [
        read.note for read in reads if not _CLOSED.search(read.note.text) and _OPEN.search(read.note.text)
    ]
    if not closed or not left_open:
        return
    rare, usual = (left_open, closed) if len(left_open) <= len(closed) else (closed, left_open)
    places = [_end(subject, note) for note in rare]
    how = "without" if rare is left_open else "with"
    yield Finding(
        RULE.code,
        f"{listed(places).capitalize()} end{'s' if len(rare) == 1 else ''} {how} a full stop, "
        f"unlike {len(usual)} other {what}.",
        places[0],
        "End all in one way.",
        (_end(subject, usual[0]), *places[1:]),
    )


def _end(subject: Subject, note: Note) -> Place:
    return subject.place(note, Span(max(0, len(note.text) - 1), len(note.text)))


RULE = Rule("final-stop", "Notes without a full stop among notes that have one.", check)
