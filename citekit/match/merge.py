"""Several citations of one work put together into one CSL-JSON item.

What one says and another leaves out is merged; where two disagree the first stands and the others are kept in
``custom.conflicts`` (data contract, "Merging"). Nothing is invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from citekit.archives import is_complete
from citekit.archives.spelling import volume as volume_number
from citekit.match.extent import is_printed_document, widest
from citekit.match.folding import family_key, fold, given_agree, same_name, words
from citekit.match.identity import Facts, identifiers, volume_identifier
from citekit.model import Date, Item, Name
from citekit.names.persons import same_person

_NAMES = ("author", "editor", "translator", "recipient", "interviewer", "director")
_IN_TONGUES = ("archive", "archive_collection", "archive_location", "author", "recipient")
_NOT_MERGED = frozenset({"volume", "page"})
_OF_THE_DOCUMENT = frozenset({"author", "recipient", "genre", "original-date", "number"})
_QUIET = frozenset({"type", "language", "genre", "container-title", "custom.original-container-title"})
_SHORT_GIVES = frozenset(
    {"original-title", "custom.translated-title", "edition", "publisher", "publisher-place", "issued"}
)
_TITLES = frozenset({"title", "original-title", "container-title"})


@dataclass(frozen=True, slots=True)
class Statement:
    """What one citation says of the work, with what it inherits; *short* ones add what nobody else says."""

    facts: Facts
    short: bool
    complete: bool
    locator: str | None = None
    joint: bool = False


def merge(statements: Sequence[Statement], in_full: Callable[[Name], Name]) -> Item:
    """One item from *statements* in the order of the document, without an id.

    *in_full* gives the full form of a correspondent whom the heading names shortly, where one is known.
    """
    values: dict[str, object] = {}
    sure: set[str] = set()
    conflicts: dict[str, list[str]] = {}
    forms: dict[str, list[str]] = {}
    also_in: list[dict[str, object]] = []
    ordered = [s for s in statements if not s.short] or list(statements)
    rest = [s for s in statements if s.short and s not in ordered] if len(ordered) < len(statements) else []
    container = _collection(ordered)
    for statement in ordered:
        facts = Facts(dict(statement.facts.values))
        if _elsewhere(facts, container):
            also_in.append(_place(facts, statement.locator))
            facts = Facts({k: v for k, v in facts.values.items() if k in _OF_THE_DOCUMENT})
        elif fold(facts.text("container-title")) in container[1:]:
            # the same collection, named in its own language
            gives = {*_OF_THE_DOCUMENT, *({"editor", "translator"} - values.keys())}
            for name in ("publisher", "publisher-place"):
                if new := _new_forms(name, facts, values, forms):
                    forms.setdefault(name, []).extend(new)
            facts = Facts({k: v for k, v in facts.values.items() if k in gives})
        _take_other_forms(values, facts, forms)
        _merge_into(values, facts, sure, conflicts, complete=statement.complete)
    for statement in rest:
        if "custom.also-in" in statement.facts.values or _elsewhere(statement.facts, container):
            also_in.append(_place(statement.facts, statement.locator))
            continue
        for name in _SHORT_GIVES & statement.facts.values.keys():
            values.setdefault(name, statement.facts.values[name])
    _settle_roles(values, statements)
    original = next(
        (s.facts for s in statements if "original-title" in s.facts.values and "language" in s.facts.values),
        None,
    )
    if original is not None:
        values["language"] = original.values["language"]
    _name_in_full(values, in_full)
    _volume(values, statements, container, conflicts)
    _pages(values, statements, container)
    if forms:
        values["custom.other-forms"] = forms
    values.setdefault("type", _type_by_what_is_known(values))
    return _to_item(values, conflicts, also_in)


def _type_by_what_is_known(values: dict[str, object]) -> str:
    """The type of a work that no citation states fully: a kept document, a part, a page, else a book."""
    if "archive" in values or "archive_collection" in values or "archive_location" in values:
        return "document"
    if "container-title" in values:
        return "chapter"
    if "URL" in values and "publisher" not in values:
        return "webpage"
    return "document" if "title" not in values and identifiers(Facts(values))[0] else "book"


def _take_other_forms(values: dict[str, object], facts: Facts, forms: dict[str, list[str]]) -> None:
    """Archive, file and persons named in another language are no conflict: they are kept as forms."""
    if identifiers(Facts(values)) != identifiers(facts) or identifiers(facts) == (None, None):
        return
    for name in _IN_TONGUES:
        if name not in values or name not in facts.values:
            continue
        first, other = values[name], facts.values[name]
        if isinstance(other, tuple) and isinstance(first, tuple) and not any(_meets(n, first) for n in other):
            continue
        new = _new_forms(name, facts, values, forms)
        if new:
            forms.setdefault(name, []).extend(new)
        del facts.values[name]


def _new_forms(name: str, facts: Facts, values: dict[str, object], forms: dict[str, list[str]]) -> list[str]:
    """What *facts* have for *name*, unless it is known in this form."""
    known = [*_printed(values.get(name)), *forms.get(name, [])]
    return [text for text in _printed(facts.values.get(name)) if all(fold(text) != fold(k) for k in known)]


def _printed(value: object) -> list[str]:
    """A text, or names, as strings."""
    if isinstance(value, tuple):
        return [printed_name(name) for name in value]
    return [value] if isinstance(value, str) else []


def _meets(name: Name, names: tuple[Name, ...]) -> bool:
    """Whether one of *names* is the person *name*, perhaps in another script."""
    return any(same_name(n, name) or same_person(n, name) is True for n in names)


def _collection(statements: Sequence[Statement]) -> tuple[str, ...]:
    """The folded titles of the collection named first: as it is named, and in its own language."""
    first = next((s.facts for s in statements if s.facts.text("container-title")), None)
    if first is None:
        return ()
    title = fold(first.text("container-title"))
    alike = (s.facts for s in statements if fold(s.facts.text("container-title")) == title)
    originals = (fold(facts.text("custom.original-container-title")) for facts in alike)
    return (title, *(original for original in originals if original))


def _elsewhere(facts: Facts, container: tuple[str, ...]) -> bool:
    """Whether this citation of a printed document names another collection than the first."""
    title = facts.text("container-title")
    return bool(
        container and title and facts.values.get("type") == "chapter" and fold(title) not in container
    )


def _place(facts: Facts, locator: str | None) -> dict[str, object]:
    place: dict[str, object] = {}
    title = facts.text("container-title") or facts.text("custom.also-in")
    if title:
        place["container-title"] = title
    for name in ("volume", "issue"):
        value = facts.text(name) or facts.text(f"custom.also-in-{name}")
        if value:
            place[name] = value
    if locator:
        place["page"] = locator
    return place


def _merge_into(
    values: dict[str, object],
    facts: Facts,
    sure: set[str],
    conflicts: dict[str, list[str]],
    *,
    complete: bool,
) -> None:
    for name, value in facts.values.items():
        if name in _NOT_MERGED or name.startswith("custom.also-in"):
            continue
        if name not in values:
            values[name] = value
        elif name in _NAMES:
            _merge_names(values, name, value, conflicts)
        elif isinstance(value, Date):
            _merge_dates(values, name, value, conflicts)
        elif isinstance(value, str) and not _same_text(str(values[name]), value):
            if (name == "title" and _author_runs_in(str(values[name]), value, facts.names("author"))) or (
                name in _TITLES
                and complete
                and name not in sure
                and fold(value).startswith(fold(str(values[name])))
            ):
                values[name] = value
            elif name not in _QUIET and not (
                name == "title" and fold(str(values[name])).startswith(fold(value))
            ):
                _conflict(conflicts, name, value)
        if complete:
            sure.add(name)


def _author_runs_in(title: str, alone: str, author: Iterable[Name]) -> bool:
    """Whether *title* is *alone* with the author before it and no sign between ("Jane Doe Memoirs")."""
    return any(fold(title) == fold(f"{printed_name(name)} {alone}") for name in author)


def _same_text(one: str, two: str) -> bool:
    return fold(one) == fold(two) or (sorted(words(one)) == sorted(words(two)) and len(words(one)) > 3)


def _conflict(conflicts: dict[str, list[str]], name: str, value: str) -> None:
    known = conflicts.setdefault(name, [])
    if all(fold(value) != fold(other) for other in known):
        known.append(value)


def _merge_names(
    values: dict[str, object], name: str, value: object, conflicts: dict[str, list[str]]
) -> None:
    """The first list of names stands; a fuller given name takes a shorter one's place."""
    first, later = values[name], value
    if not isinstance(first, tuple) or not isinstance(later, tuple):
        return
    if len(first) == len(later) and all(same_name(a, b) for a, b in zip(first, later, strict=True)):
        values[name] = tuple(_fuller(a, b) for a, b in zip(first, later, strict=True))
        return
    keys = {family_key(n) for n in first}
    if name == "recipient" and {family_key(n) for n in later} <= keys:
        return
    if name == "recipient" and keys < {family_key(n) for n in later}:
        return
    if not {family_key(n) for n in later} <= keys:
        _conflict(conflicts, name, "; ".join(printed_name(n) for n in later))


def _fuller(one: Name, two: Name) -> Name:
    if not given_agree(one, two):
        return one
    a, b = "".join(words(one.given)), "".join(words(two.given))
    return two if len(b) > len(a) and b.startswith(a) else one


def printed_name(name: Name) -> str:
    """A name as one string."""
    return name.literal or " ".join(part for part in (name.given, name.family) if part)


def _merge_dates(values: dict[str, object], name: str, value: Date, conflicts: dict[str, list[str]]) -> None:
    first = values[name]
    if not isinstance(first, Date) or not value.parts:
        return
    if not first.parts:
        values[name] = value
    elif value.parts[0][: len(first.parts[0])] == first.parts[0]:
        if len(value.parts[0]) > len(first.parts[0]) and len(first.parts) == 1:
            values[name] = value
    elif first.parts[0][: len(value.parts[0])] != value.parts[0]:
        _conflict(conflicts, name, "-".join(str(n) for n in value.parts[0]))


def _settle_roles(values: dict[str, object], statements: Sequence[Statement]) -> None:
    """Names that one citation calls editors and another leaves without a role are editors."""
    author, editor = values.get("author"), values.get("editor")
    if not isinstance(author, tuple) or not isinstance(editor, tuple):
        return
    if {family_key(n) for n in author} <= {family_key(n) for n in editor} and values.get("type") in (
        "book",
        "collection",
    ):
        first = next(
            (s for s in statements if "author" in s.facts.values and "editor" not in s.facts.values), None
        )
        if first is not None:
            values["editor"] = author if len(author) == len(editor) else editor
            del values["author"]


def _name_in_full(values: dict[str, object], in_full: Callable[[Name], Name]) -> None:
    for role in ("author", "recipient"):
        names = values.get(role)
        if isinstance(names, tuple) and values.get("recipient"):
            values[role] = tuple(in_full(n) for n in names)


def _volume(
    values: dict[str, object],
    statements: Sequence[Statement],
    container: tuple[str, ...],
    conflicts: dict[str, list[str]],
) -> None:
    """A volume belongs to the item where only one is ever cited; a document's is where it stands."""
    found: dict[str, str] = {}  # "VII" and "7" are one volume, printed as it is first
    for statement in statements:
        volume = statement.facts.text("volume")
        if volume and not _elsewhere(statement.facts, container):
            found.setdefault(volume_number(volume), volume)
    if not found:
        return
    first, *others = found.values()
    part = str(values.get("type", "")) != "book"
    if not others or part:
        values["volume"] = first
        for other in others:
            _conflict(conflicts, "volume", other)


def is_set(statements: Iterable[Statement]) -> bool:
    """Whether a book is cited by more than one of its volumes: the volume then stands in each cite."""
    return len({volume_number(s.facts.text("volume")) for s in statements if s.facts.text("volume")}) > 1


def _pages(values: dict[str, object], statements: Sequence[Statement], container: tuple[str, ...]) -> None:
    """The extent: as stated in a bibliography; of a printed document the widest range cited for it alone."""
    stated = next((s.facts.text("page") for s in statements if s.facts.text("page")), "")
    found = stated
    if not stated and is_printed_document(Facts(values)):
        here = [
            s
            for s in statements
            if not _elsewhere(s.facts, container) and "custom.also-in" not in s.facts.values
        ]
        found = widest(
            [s.locator for s in here if s.locator and not s.joint],
            [s.locator for s in here if s.locator and s.joint],
        )
    if found:
        values["page"] = found


def _to_item(
    values: dict[str, object], conflicts: dict[str, list[str]], also_in: list[dict[str, object]]
) -> Item:
    item: Item = {}
    custom: dict[str, object] = {}
    item_id, file_id = identifiers(Facts(values))
    for name, value in values.items():
        target = custom if name.startswith("custom.") else item
        key = name.removeprefix("custom.")
        if isinstance(value, Date):
            target[key] = value.to_csl()
        elif isinstance(value, tuple):
            target[key] = [n.to_csl() for n in value]
        elif value not in ("", None):
            target[key] = value
    if conflicts:
        custom["conflicts"] = conflicts
    if also_in:
        custom["also_in"] = _distinct(also_in)
    if item_id:
        custom["archive_id"] = item_id
    file_id = file_id or volume_identifier(Facts(values))
    if file_id and is_complete(file_id):
        custom["file_id"] = file_id
    if custom:
        item["custom"] = custom
    return item


def _distinct(places: list[dict[str, object]]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for place in places:
        if place not in found:
            found.append(place)
    return found
