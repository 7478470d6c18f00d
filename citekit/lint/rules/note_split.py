"""A note that body text cuts in two.

What it does: names notes whose parts stand apart in the source, with a paragraph of the text or another note
between them, as pages leave them when a PDF is turned into text.  citekit reads the parts as one note.

Why it matters: whoever opens the file sees half a note, and the other half in the middle of the text.

Example: "51 Smith to Jones: Air Cover for the Army" - two paragraphs of text - "in the Border Area, 573-575"

What to do: put the parts together in the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.numbering import told
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """What the readers put together."""
    yield from told(subject, RULE.code, frozenset({"note-rejoined"}), "Put its parts together in the source.")


RULE = Rule("note-split", "A note that body text cuts in two.", check)
