"""An archive that citekit does not know.

What it does: looks at the archives of cited files.  Names an abbreviation that is neither explained in the
document nor in citekit's table, and a name that is nearly, but not quite, one of the table ("National Archive
of the United States").  A name in full that merely is not in the table is taken as it stands.

Why it matters: nobody can order a file from "RGASPl"; and citekit tells files apart by their archive.

Example: "RGANl, f. 5, op. 28, d. 12" or "АВПР РФ, ф. 100"

What to do: correct the name, explain the abbreviation at its first use, or add the archive to
``citekit.toml`` ([[repository]] with code and names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citekit.archives.repositories import lookup
from citekit.archives.spelling import fold
from citekit.archives.tables import rows
from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject

_ABBREVIATION = re.compile(
    r"(?=(?:.*[A-ZА-ЯЁ]){2})[A-ZА-ЯЁ][A-ZА-ЯЁa-zа-яё0-9]{1,7}(?:[ -](?:РФ|RF|[A-ZА-ЯЁ]{1,5}))?\Z"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Each unknown name once, at its first place."""
    defined = {use.reference.abbreviation for use in subject.uses if use.reference.abbreviation}
    seen: set[str] = set()
    for use in subject.uses:
        entry = use.field("archive")
        if entry is None or not isinstance(entry.value, str) or entry.value in seen:
            continue
        name = entry.value
        seen.add(name)
        if lookup(name) is not None or name in defined:
            continue
        near = _near(name)
        if near is None and not _is_unexplained(name, subject):
            continue
        hint = f"; it is close to “{near}”" if near else ""
        yield Finding(
            RULE.code,
            f"“{name}” is no archive that citekit knows{hint}.",
            subject.place(use.note, entry.span),
            "Correct it, explain it at its first use, or add it to citekit.toml as a [[repository]].",
        )


def _is_unexplained(name: str, subject: Subject) -> bool:
    """An abbreviation that stands in brackets, or before an explanation, nowhere in the document."""
    if not _ABBREVIATION.match(name):
        return False
    source = subject.document.source
    around = re.compile(rf"[(（\[«“\"—–-]\s*{re.escape(name)}\s*[)）\]»”\",;]|{re.escape(name)}\s*[(（—–=]")
    texts = (note.text for note in subject.texts)
    return not around.search(source) and not any(around.search(text) for text in texts)


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for *_, names in rows("repositories.tsv") for name in names.split(" | "))


def _near(name: str) -> str | None:
    """The name of the table that *name* misspells, None where none is so close."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = 1 if len(name) <= 12 else 2
    if len(name) < 4:
        return None
    found = process.extractOne(fold(name), _folded(), scorer=OSA.distance, score_cutoff=allowed)
    if found is None or (len(name) <= 8 and found[1] and fold(name)[0] != found[0][0]):
        return None
    return _names()[found[2]]


@cache
def _folded() -> tuple[str, ...]:
    return tuple(fold(name) for name in _names())


RULE = Rule("unknown-archive", "An archive that citekit does not know.", check)
