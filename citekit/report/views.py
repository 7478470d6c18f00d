"""The values that the templates print: what stands on the page, in words, with nothing left to work out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from citekit.coverage import Kind

State: TypeAlias = Literal["open", "findings", "leftover", "doubtful", "repeated", "nominated"]
"""Why a note or work may need the writer's eye; the filter "Show" offers them."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of a citation: its CSL name, its value in words, the rule that read it, where it stood."""

    name: str
    value: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters of a note with one fate.

    ``group`` is the colour of its main field ("" where it is no field), ``fields`` the places in the note's
    list of all fields that cover it, ``lang`` its language where the script tells.
    """

    text: str
    kind: Kind
    group: str = ""
    fields: tuple[int, ...] = ()
    italic: bool = False
    flagged: bool = False
    lang: str = ""

    @property
    def classes(self) -> str:
        """The CSS classes of the run, "" where it is plain text."""
        names = {"field": f"f g-{self.group}", "connective": "c", "residue": "r"}.get(self.kind, "")
        marks = (names, "i" if self.italic else "", "w" if self.flagged else "")
        return " ".join(mark for mark in marks if mark)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Runs that follow on one another and belong to the same citations (their places among the note's)."""

    cites: tuple[int, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a place on the page, or (``anchor`` "") only its name."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in words; ``words`` are the characters it is about, ``others`` the places that take part."""

    code: str
    severity: str
    message: str
    help: str = ""
    words: str = ""
    others: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A work in a few words: who (or who to whom), when, what, in what it stands.

    ``quoted``: the title is that of a part (article, chapter, document) and stands in quotation marks;
    the languages are those of the scripts, "" for Latin letters.
    """

    head: str
    date: str = ""
    title: str = ""
    original: str = ""
    source: str = ""
    number: str = ""
    quoted: bool = False
    title_lang: str = ""
    original_lang: str = ""


@dataclass(frozen=True, slots=True)
class CiteView:
    """A citation of a note and the work it means (``anchor`` "" and ``label`` None where that is open)."""

    form: str
    signal: str = ""
    locator: str = ""
    volume: str = ""
    anchor: str = ""
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Facets:
    """What the filters ask of a note or a work: its states, kinds, languages, archives, codes of findings."""

    states: tuple[State, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    archives: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note as the page shows it.

    ``anchor`` is its id on the page, ``compared`` the notes whose findings name it.
    """

    anchor: str
    n: str
    is_entry: bool
    stretches: tuple[Stretch, ...]
    fields: tuple[FieldView, ...]
    cites: tuple[CiteView, ...]
    findings: tuple[FindingView, ...]
    compared: tuple[Link, ...]
    facets: Facets
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A work that may be the same as this one, with what speaks for it."""

    link: Link
    evidence: str


@dataclass(frozen=True, slots=True)
class WorkView:
    """A work as the page shows it, with links to every note that cites it."""

    anchor: str
    id: str
    label: Label
    kind: str
    language: str
    notes: tuple[Link, ...]
    entries: tuple[Link, ...]
    likenesses: tuple[Likeness, ...]
    values: tuple[tuple[str, str], ...]
    facets: Facets
    date_key: str = ""
    sort_key: str = ""

    @property
    def times(self) -> int:
        """How often notes and entries of the bibliography cite it."""
        return len(self.notes) + len(self.entries)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a filter, with how much it leaves."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices that the filters above a list offer."""

    states: tuple[Option, ...]
    kinds: tuple[Option, ...]
    languages: tuple[Option, ...]
    archives: tuple[Option, ...]
    findings: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers at the head of the page."""

    notes: int
    entries: int
    citations: int
    works: int
    open: int
    findings: int
