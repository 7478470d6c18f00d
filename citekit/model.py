"""The values that pass between the stages: what a document, a note, a citation, a reference and a work are.

Every value is immutable.  Spans are half-open ranges of characters (code points) counted in the text of
the note they belong to, never in bytes.  Field names are those of CSL 1.0.2; a field that CSL does not
have is written ``custom.NAME`` and stands in the item's ``custom`` object.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Form: TypeAlias = Literal["full", "short", "ibid"]
"""How a note names its work: completely, by a short form, or only by pointing at the note before."""

Severity: TypeAlias = Literal["error", "warning", "info"]

Item: TypeAlias = dict[str, Any]
"""A work as a CSL-JSON item, the form in which it leaves the pipeline."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, ``start`` included, ``end`` not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of *text* that the span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same span counted from a place *by* characters earlier."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something the writer should know: what, where, and what to do about it."""

    code: str
    message: str
    severity: Severity = "warning"
    source: str | None = None
    note: str | None = None
    span: Span | None = None
    line: int | None = None
    help: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A person (``family``, perhaps ``given``) or a body or pseudonym (``literal``)."""

    family: str = ""
    given: str = ""
    literal: str = ""
    suffix: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""

    def to_csl(self) -> dict[str, str]:
        """The CSL-JSON name variable, without empty parts."""
        parts = {
            "family": self.family,
            "given": self.given,
            "literal": self.literal,
            "suffix": self.suffix,
            "dropping-particle": self.dropping_particle,
            "non-dropping-particle": self.non_dropping_particle,
        }
        return {key: value for key, value in parts.items() if value}


@dataclass(frozen=True, slots=True)
class Date:
    """A date or range as CSL has it: one or two ``(year[, month[, day]])``, or only the words of it."""

    parts: tuple[tuple[int, ...], ...] = ()
    literal: str = ""
    season: int | None = None
    circa: bool = False

    @property
    def year(self) -> int | None:
        """The (first) year, or None where only words are known."""
        return self.parts[0][0] if self.parts else None

    def to_csl(self) -> dict[str, Any]:
        """The CSL-JSON date variable."""
        csl: dict[str, Any] = {}
        if self.parts:
            csl["date-parts"] = [list(part) for part in self.parts]
        if self.literal:
            csl["literal"] = self.literal
        if self.season is not None:
            csl["season"] = self.season
        if self.circa:
            csl["circa"] = True
        return csl


Value: TypeAlias = str | bool | Date | tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing understood of a citation: a CSL field, its value, where it stood, the rule that read it."""

    name: str
    value: Value
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Note:
    """A foot- or endnote, or one entry of the bibliography (``n`` is then "B1", "B2", ...).

    ``text`` is one line, without its number and without emphasis marks; ``emphasis`` keeps the italic
    passages, ``pieces`` the places of the source text it was put together from (empty where the source
    is not plain text), ``solved`` the CSL-JSON that a reference manager stored in the note.  ``label`` is
    the place of the printed number before the first piece, with the space after it; ``anchor`` says where
    the note stands in a packaged source ("word/footnotes.xml#3": the part and the note's id in it).
    """

    n: str
    text: str
    emphasis: tuple[Span, ...] = ()
    pieces: tuple[Span, ...] = ()
    line: int | None = None
    solved: tuple[SolvedCitation, ...] = ()
    label: Span | None = None
    anchor: str = ""

    @property
    def is_entry(self) -> bool:
        """Whether this is an entry of the bibliography and no note."""
        return self.n[:1] == "B"


@dataclass(frozen=True, slots=True)
class SolvedCitation:
    """A citation that the source states as data (a Zotero field, ``\\cite{key}``): it beats parsing."""

    span: Span
    item: Mapping[str, Any]
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The place in the source text where a note is called."""

    n: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a source file."""

    name: str
    format: str
    notes: tuple[Note, ...] = ()
    bibliography: tuple[Note, ...] = ()
    source: str = ""
    marks: tuple[Mark, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A stretch of a note that cites, as the segmenter cut it out.

    ``lead`` covers the words that introduce it ("See also", "参见", "Цит. по:"), which are not part of
    ``span``; ``signal`` is their kind in one English word ("see", "see-also", "cited-in", "compare").
    ``trail`` covers words after it that say something of it ("Hereafter cited as APRF").
    """

    note: str
    span: Span
    convention: str
    lead: Span | None = None
    signal: str | None = None
    trail: Span | None = None


@dataclass(frozen=True, slots=True)
class Segments:
    """A note cut into what cites and what only talks.

    ``citations`` stand in order; ``prose`` and ``connectives`` cover the rest of the text.
    """

    citations: tuple[Citation, ...]
    prose: tuple[Span, ...] = ()
    connectives: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation as the grammar understood it, before anything is known of the other notes.

    ``back`` says how it points backwards, if it does:

    ``"ibid"``        the work of the citation before (Ibid., там же, 同上)
    ``"ibid-within"`` a new document in the collection or archive of the citation before
    ``"op-cit"``      a work of the named author cited earlier (op. cit., указ. соч., 前引书)
    ``"note"``        the work of another note, whose number is in ``back_note`` (同注③, see note 5 above)
    ``"elided"``      leaves out what the citation before it in the same note said ("д. 22, л. 27")

    ``fields`` hold what is printed; ``abbreviation`` the short name that the citation defines for later
    ("hereafter APRF", далее — РГАЛИ, 以下简称) and ``abbreviates`` which field it stands for: "work",
    "archive" or "container-title".
    ``connectives`` are the recognised words and punctuation that carry no field of their own; what neither
    they nor the fields cover is residue.
    """

    citation: Citation
    fields: tuple[Field, ...] = ()
    connectives: tuple[Span, ...] = ()
    locator: str | None = None
    locator_span: Span | None = None
    locator_label: str = "page"
    back: str | None = None
    back_note: str | None = None
    abbreviation: str | None = None
    abbreviates: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def get(self, name: str) -> Value | None:
        """The value of the first field called *name*, or None."""
        for entry in self.fields:
            if entry.name == name:
                return entry.value
        return None

    def text(self, name: str) -> str:
        """The value of a textual field, or the empty string."""
        value = self.get(name)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Work:
    """A distinct work with the notes that cite it (in order, a note as often as it cites)."""

    item: Item
    cited_in: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def id(self) -> str:
        """The citekey."""
        return str(self.item["id"])


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation of a note joined to its work: one element of ``cites`` in notes.jsonl."""

    work: str | None
    form: Form
    locator: str | None
    raw: str
    reference: Reference
    volume: str | None = None


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note with everything understood of it."""

    note: Note
    cites: tuple[Cite, ...]
    segments: Segments


@dataclass(frozen=True, slots=True)
class Result:
    """What ``citekit.parse`` gives back."""

    document: Document
    notes: tuple[ReadNote, ...]
    works: tuple[Work, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())
