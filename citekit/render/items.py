"""CSL-JSON items as the evaluation uses them: names taken apart, dates read, nothing malformed left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from citekit.model import Diagnostic
from citekit.render.labels import citation_label

NAME_VARIABLES = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator director
    editor editor-translator editorial-director executive-producer guest host illustrator
    interviewer narrator organizer original-author performer producer recipient reviewed-author
    script-writer series-creator translator""".split()
)
DATE_VARIABLES = frozenset(
    "accessed available-date container event-date issued original-date submitted".split()
)
NUMBER_VARIABLES = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number issue locator
    number number-of-pages number-of-volumes page page-first part-number printing-number section
    supplement-number version volume""".split()
)
NOTE_TEXTS = frozenset(
    """annote archive archive_collection archive_location archive-place authority call-number
    collection-title collection-title-short container-title container-title-short dimensions
    division DOI event-place event-title genre ISBN ISSN jurisdiction keyword language medium
    original-publisher original-publisher-place original-title part-title PMCID PMID publisher
    publisher-place references reviewed-genre reviewed-title scale source status title-short URL
    volume-title""".split()
)
CJK = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_ROMANESQUE = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u1e00-\u1fff]")


@dataclass(frozen=True, slots=True)
class Person:
    """A name of a name variable, its particles taken apart (CSL-JSON, "name variables")."""

    family: str = ""
    given: str = ""
    literal: str = ""
    suffix: str = ""
    dropping: str = ""
    non_dropping: str = ""
    comma_suffix: bool = False
    static: bool = False
    institution: bool = False

    @property
    def is_cjk(self) -> bool:
        """Written in Chinese, Japanese or Korean script: family name first and no space."""
        text = self.family + self.given
        return bool(text) and not _ROMANESQUE.search(text) and bool(CJK.search(text))


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date variable: one or two (year, month, day), a season, or words."""

    parts: tuple[tuple[int, int, int], ...] = ()
    season: int = 0
    literal: str = ""
    circa: bool = False
    seasons: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts or self.literal)


@dataclass(slots=True)
class Entry:
    """An item ready for evaluation."""

    id: str
    type: str
    text: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[Person, ...]] = field(default_factory=dict)
    dates: dict[str, DateValue] = field(default_factory=dict)
    language: str = ""
    print_language: str = ""
    present: frozenset[str] = frozenset()
    raw: Mapping[str, Any] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def has(self, variable: str) -> bool:
        """Whether the variable has a value."""
        return bool(self.text.get(variable) or self.names.get(variable) or self.dates.get(variable))


def read_item(item: Mapping[str, Any]) -> Entry:
    """An item of CSL-JSON; what is malformed is left out and reported in ``diagnostics``."""
    entry = Entry(str(item.get("id", "")), str(item.get("type") or ""), raw=item)
    if not entry.type:
        entry.type = "document"
        _report(
            entry, "render-no-type", "the item has no type; it is printed as a document", "give it a CSL type"
        )
    for key, value in {**read_note(item), **item}.items():
        if value is None or value == "" or key in ("id", "type", "custom"):
            continue
        if key in NAME_VARIABLES:
            _read_names(entry, key, value)
        elif key in DATE_VARIABLES:
            date = read_date(value)
            if date is None:
                _report(entry, "render-bad-date", f"the date {key} cannot be read", "write it as date-parts")
            elif date:
                entry.dates[key] = date
        elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
            entry.text[key] = str(value)
        elif isinstance(value, list) and all(isinstance(part, str) for part in value):
            entry.text[key] = ", ".join(value)
    _aliases(entry)
    entry.present = frozenset(
        key for values in (entry.text, entry.names, entry.dates) for key, value in values.items() if value
    )
    return entry


_NOTE_LINE = re.compile(r"^(?:\{:)?([A-Za-z][A-Za-z-]+):\s*(.+?)\}?\s*$")


def read_note(item: Mapping[str, Any]) -> dict[str, Any]:
    """The variables that a reference manager keeps as lines of the note ("original-date: 1949-10-01")."""
    note = item.get("note")
    if not isinstance(note, str) or ":" not in note:
        return {}
    found: dict[str, Any] = {}
    for line in note.split("\n"):
        got = _NOTE_LINE.match(line)
        if not got:
            break
        key, value = got.groups()
        if key in NAME_VARIABLES:
            family, _bar, given = (part.strip() for part in value.partition("||"))
            found.setdefault(key, []).append(
                {"family": family, "given": given} if given else {"literal": family}
            )
        elif key in DATE_VARIABLES or key in NOTE_TEXTS or key in NUMBER_VARIABLES:
            found[key] = value
    return found


def with_volume(entry: Entry, volume: str) -> Entry:
    """The entry of a set as a cite of one of its volumes sees it."""
    return replace(entry, text={**entry.text, "volume": volume}, present=entry.present | {"volume"})


def _report(entry: Entry, code: str, message: str, help_: str) -> None:
    entry.diagnostics.append(Diagnostic(code, f"{entry.id}: {message}", "warning", help=help_))


def _aliases(entry: Entry) -> None:
    text = entry.text
    entry.language = text.get("language", "")
    entry.print_language = print_language(entry.language, text)
    if "journalAbbreviation" in text and "container-title-short" not in text:
        text["container-title-short"] = text["journalAbbreviation"]
    if "shortTitle" in text and "title-short" not in text:
        text["title-short"] = text["shortTitle"]
    if "event" in text and "event-title" not in text:
        text["event-title"] = text["event"]
    elif "event-title" in text and "event" not in text:
        text["event"] = text["event-title"]
    if "citation-label" not in text:
        text["citation-label"] = citation_label(entry.names.get("author", ()), entry.dates.get("issued"))
    if "page" in text and "page-first" not in text:
        first = re.match(r"\s*(\w+)", text["page"])
        if first:
            text["page-first"] = first.group(1)


_SPAN = re.compile("<span[^>]*>.*?</span>")
_TAG = re.compile("</?span[^>]*>")


def print_language(language: str, text: Mapping[str, str]) -> str:
    """The language an item is printed in: its own, but by script where its titles are in another one.

    A Chinese work cited by a translated or romanised title is set like an English one.
    """
    title = (
        text.get("title")
        or text.get("container-title")
        or text.get("archive_collection")
        or text.get("archive")
    )
    if not title:
        return language
    title = _SPAN.sub("", title) or _TAG.sub("", title)
    if CJK.search(title):
        return language if language[:2] in ("zh", "ja", "ko") else "zh"
    if CYRILLIC.search(title):
        return language if language[:2] in ("ru", "uk", "bg", "be", "sr", "mk", "mn", "kk") else "ru"
    return "en" if language[:2] in ("zh", "ja", "ko", "ru", "uk", "bg") or not language else language


def _read_names(entry: Entry, key: str, value: Any) -> None:
    people = []
    for name in value if isinstance(value, list) else [value]:
        if isinstance(name, str) and name:
            people.append(Person(literal=name))
        elif isinstance(name, Mapping):
            person = read_name(name)
            if person is not None:
                people.append(person)
        else:
            _report(entry, "render-bad-name", f"a name of {key} cannot be read", "give it family and given")
    if people:
        entry.names[key] = tuple(people)


def read_name(name: Mapping[str, Any]) -> Person | None:
    """A CSL-JSON name; particles that stand in ``family`` or ``given`` are recognised."""

    def part(key: str) -> str:
        return str(name.get(key) or "").strip()

    if part("literal"):
        return Person(literal=part("literal"), institution=True)
    family, given, suffix = part("family"), part("given"), part("suffix")
    if not family and not given:
        return None
    if name.get("isInstitution"):
        return Person(literal=family or given, institution=True)
    dropping, non_dropping = part("dropping-particle"), part("non-dropping-particle")
    comma = bool(name.get("comma-suffix"))
    if not dropping and not non_dropping:
        family, given, suffix, dropping, non_dropping, comma = _parse_particles(family, given, suffix, comma)
    return Person(
        _typographic(family), _typographic(given), "", _typographic(suffix),
        _typographic(dropping), _typographic(non_dropping),
        comma, bool(name.get("static-ordering")),
    )  # fmt: skip


def _typographic(text: str) -> str:
    return text.replace("'", "’") if "'" in text else text


_GIVEN_PARTICLE = re.compile(r"\s((?>[a-zà-ÿ]+[’']?\s?)+)$")


@lru_cache(maxsize=8192)
def _parse_particles(
    family: str, given: str, suffix: str, comma: bool
) -> tuple[str, str, str, str, str, bool]:
    dropping = non_dropping = ""
    name_given = given
    if family.startswith('"') and family.endswith('"') and len(family) > 2:
        return family[1:-1], given, suffix, "", "", comma
    if (family and given and family[0].islower()) or "'" in family[:2] or "’" in family[:2]:
        found = re.match(
            r"^((?:[’']?[a-zà-ÿ.]+[’']?\s+)*(?:(?:[a-zà-ÿ]+[’'])(?=\w)|(?:al|el|as|ad|an|ar|at|az)-(?=\w))?)(?=\S)",
            family,
        )
        if found and found.group(1) and found.end() < len(family) and given:
            non_dropping = found.group(1)
            family = family[found.end() :]
            if non_dropping.endswith(" "):
                non_dropping = non_dropping.rstrip()
    if given and not suffix and re.search(r",!?\s", given):
        given, suffix = re.split(r",!?\s+", given, maxsplit=1)
        comma = comma or ",!" in name_given
    found = (
        _GIVEN_PARTICLE.search(given)
        if (given and given[-1:].islower()) or (given[-1:] in "’'" and given)
        else None
    )
    if found:
        dropping = found.group(1).strip()
        given = given[: found.start()]
    return family, given, suffix, dropping, non_dropping, comma


_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}


def read_date(value: Any) -> DateValue | None:
    """A CSL-JSON date; None where it cannot be read, an empty one where it says nothing."""
    if isinstance(value, str):
        return _raw_date(value)
    if isinstance(value, (int, float)):
        return DateValue(((int(value), 0, 0),))
    if not isinstance(value, Mapping):
        return None
    circa = bool(value.get("circa")) and value.get("circa") not in ("0", "false")
    literal = str(value.get("literal") or "")
    raw = value.get("raw")
    parts = value.get("date-parts")
    if not parts and isinstance(raw, str):
        date = _raw_date(raw)
        return DateValue(date.parts, date.season, date.literal, circa or date.circa, date.seasons)
    ranges: list[tuple[int, int, int]] = []
    try:
        for part in parts or []:
            numbers = [int(number) for number in part if number is not None and number != ""]
            if numbers and (numbers[0] or len(numbers) > 1 or ranges):
                ranges.append([*numbers, 0, 0, 0][:3])  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return DateValue(literal=literal) if literal else None
    if parts and not ranges and not literal:
        return None
    season = _season(value.get("season"))
    seasons: list[int] = []
    clean = []
    for year, month, day in (tuple(part) for part in ranges[:2]):
        if not 0 <= month <= 12:
            seasons.append((month - 13) % 4 + 1 if 12 < month < 25 else 0)
            month = 0
        else:
            seasons.append(season)
        clean.append((year, month, day))
    return DateValue(tuple(clean), seasons[0] if seasons else season, literal, circa, tuple(seasons))


def _season(value: Any) -> int:
    if value is None or value == "":
        return 0
    text = str(value).strip().lower()
    if text.isdigit():
        number = int(text)
        return number - 20 if number > 20 else (number - 12 if number > 12 else number)
    return _SEASONS.get(text, 0)


def _raw_date(text: str) -> DateValue:
    """A date written out: ISO 8601, ranges with "/", "Aug 31 2000", "Spring 2003"."""
    circa = text.strip().endswith("?") or text.strip().lower().startswith(("c.", "ca.", "circa"))
    halves = (
        text.split("/")
        if re.fullmatch(r"[\d-]+/[\d-]*", text.strip())
        else re.split(r"\s*[-–]\s+|\s+-\s*", text)
    )
    if len(halves) == 1:
        halves = re.split(r"(?<=[a-z])\s*[-–/]\s*(?=[A-Z])", text)
    parts: list[tuple[int, int, int]] = []
    seasons: list[int] = []
    for half in halves[:2]:
        got = _one_raw(half)
        if got is None:
            return DateValue(literal=text, circa=circa)
        parts.append(got[0])
        seasons.append(got[1])
    if len(parts) == 2 and not parts[0][0]:
        parts[0] = (parts[1][0], *parts[0][1:])
    return DateValue(tuple(parts), seasons[0] if seasons else 0, "", circa, tuple(seasons))


def _one_raw(text: str) -> tuple[tuple[int, int, int], int] | None:
    text = text.strip().strip("?").strip()
    iso = re.fullmatch(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text)
    if iso:
        year, month, day = iso.groups()
        return (int(year), int(month or 0), int(day or 0)), 0
    year = month = day = season = 0
    for word in re.findall(r"[^\W\d_]+|\d+", text):
        low = word.lower()
        if low in _SEASONS:
            season = _SEASONS[low]
        elif low[:3] in _MONTHS:
            month = _MONTHS[low[:3]]
        elif word.isdecimal() and len(word) > 2:
            year = int(word)
        elif word.isdecimal():
            day = int(word)
        else:
            return None
    return ((year, month, day), season) if year or month or season else None


def sortable_date(date: DateValue, depth: tuple[str, ...] = ("year", "month", "day")) -> str:
    """A date as a string that sorts: years before Christ before all others, a range after its beginning."""
    if not date.parts:
        return date.literal
    out = []
    for year, month, day in date.parts:
        month = month or (date.season * 3 if date.season else 0)
        text = f"Y{year:05d}" if year >= 0 else f"B{99999 + year:05d}"
        out.append(
            text + (f"{month:02d}" if "month" in depth else "") + (f"{day:02d}" if "day" in depth else "")
        )
    return "-".join(out)
