"""What the evaluation of one cite knows and remembers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citekit.render.items import DateValue, Entry, Person
from citekit.render.terms import Locale

if TYPE_CHECKING:
    from citekit.render.compile import Program

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = 0, 1, 2, 3
"""Positions of a cite (CSL 1.0.2, "position"), each including those before it except FIRST."""


@dataclass(slots=True)
class Disambiguation:
    """How far one item has been spelt out to tell it from others.

    ``names`` is the number of names shown per list of names, ``givens`` the level (1 initials, 2 given name)
    per (list, name), ``condition`` how many ``<if disambiguate="true">`` hold, ``year_suffix`` counts from 1.
    """

    names: dict[int, int] = field(default_factory=dict)
    givens: dict[tuple[int, int], int] = field(default_factory=dict)
    condition: int = 0
    year_suffix: int = 0

    def copy(self) -> Disambiguation:
        """An independent copy."""
        return Disambiguation(dict(self.names), dict(self.givens), self.condition, self.year_suffix)


NOTHING = Disambiguation()


@dataclass(slots=True)
class SortOptions:
    """The et-al settings that a ``cs:key`` imposes on the names of its macro."""

    names_min: int = 0
    names_use_first: int = 0
    names_use_last: bool | None = None


class Context:
    """The state of the evaluation of one item in one place.

    ``called`` and ``found`` say whether, since they were last reset, a variable was asked for and whether one
    had a value: that is how groups know that they are empty.
    """

    __slots__ = (
        "area", "called", "capitalise", "conditions", "disambiguation", "drawn", "entry", "first_note",
        "found", "label", "locale", "locator", "looking", "nameset", "near_note", "number", "pending",
        "position", "program", "sort", "suppress_names", "suppressed", "used", "year_suffix_done",
    )  # fmt: skip

    def __init__(
        self,
        program: Program,
        entry: Entry,
        locale: Locale,
        area: str,
        disambiguation: Disambiguation = NOTHING,
        number: int = 0,
    ) -> None:
        self.program = program
        self.entry = entry
        self.locale = locale
        self.area = area
        self.disambiguation = disambiguation
        self.number = number
        self.locator = ""
        self.label = "page"
        self.position = FIRST
        self.near_note = False
        self.first_note = ""
        self.sort: SortOptions | None = None
        self.suppress_names = False
        self.suppressed: set[str] = set()
        self.used: list[str] | None = None
        self.called = False
        self.found = False
        self.drawn = False
        self.capitalise = False
        self.conditions = 0
        self.pending: dict[str, str] = {}
        self.looking = False
        self.nameset = 0
        self.year_suffix_done = False

    def text(self, variable: str) -> str:
        """The value of a textual variable, marked as asked for; empty where there is none."""
        self.called = True
        value = self.peek(variable)
        if value:
            self.found = self.drawn = True
            if self.used is not None:
                self.used.append(variable)
        return value

    def peek(self, variable: str) -> str:
        """The value of a textual variable without a trace."""
        if variable in self.suppressed:
            return ""
        if variable == "locator":
            return self.locator
        if variable == "citation-number":
            return str(self.number) if self.number else ""
        if variable == "first-reference-note-number":
            return self.first_note
        return self.entry.text.get(variable, "")

    def people(self, variable: str) -> tuple[Person, ...]:
        """The names of a variable, marked as asked for."""
        self.called = True
        if variable in self.suppressed:
            return ()
        names = self.entry.names.get(variable, ())
        if names:
            self.found = self.drawn = True
            if self.used is not None:
                self.used.append(variable)
        return names

    def date(self, variable: str) -> DateValue | None:
        """The value of a date variable, marked as asked for."""
        self.called = True
        if variable in self.suppressed:
            return None
        value = self.entry.dates.get(variable)
        if value:
            self.found = self.drawn = True
            if self.used is not None:
                self.used.append(variable)
        return value

    def has(self, variable: str) -> bool:
        """What a condition on the variable answers."""
        if variable in ("locator", "citation-number", "first-reference-note-number"):
            return bool(self.peek(variable))
        if variable in self.suppressed:
            return False
        if variable == "year-suffix":
            return bool(self.disambiguation.year_suffix)
        return self.entry.has(variable)

    def is_english(self) -> bool:
        """Whether title case may be applied: the language of item, script or style is English."""
        language = self.entry.language
        if not language:
            by_script = self.entry.print_language
            language = by_script if by_script not in ("", "en") else self.locale.language
        return language[:2].lower() == "en"
