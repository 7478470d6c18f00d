"""What a rule finds: what is wrong, every place that takes part, what to do, how it can be mended."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.model import Severity, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a note, of an entry of the bibliography, or of the text (``note`` is then None).

    ``span`` counts characters of the note's text.  ``line`` and ``column`` (both from 1) are those of the
    source file where the source is text; elsewhere ``column`` counts in the note.  ``words`` is what
    stands there.
    """

    note: str | None = None
    span: Span | None = None
    line: int | None = None
    column: int | None = None
    words: str = ""

    @property
    def name(self) -> str:
        """How a message names the note: "note 12", "entry B3"; a place in the text is "the text"."""
        if self.note is None:
            return "the text"
        return f"entry {self.note}" if self.note[:1] == "B" else f"note {self.note}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that no reader would object to: the characters of ``span`` in note ``note`` become ``new``."""

    note: str
    span: Span
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that needs the writer's eye.

    ``others`` are the places that disagree with ``place``; ``edits`` mend it, where that is safe.
    """

    code: str
    message: str
    place: Place
    help: str
    others: tuple[Place, ...] = ()
    edits: tuple[Edit, ...] = ()
    severity: Severity = "warning"
    source: str = ""
