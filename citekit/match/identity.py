"""When two citations name the same work, and what forbids it (DESIGN, principle 3).

Numbers decide: equal item identifiers join, different ones never do. Letters and telegrams are the same where
sender, date and genre agree and the recipients overlap; books and articles where creators and title do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from citekit import archives
from citekit.match.folding import family_key, fold, same_name
from citekit.match.titles import alike
from citekit.model import Date, Name
from citekit.names.persons import same_person

_CREATORS = ("author", "editor", "translator")


@dataclass(slots=True)
class Facts:
    """What is known of a work so far, by field name (CSL names, ``custom.`` before others)."""

    values: dict[str, object]

    def text(self, name: str) -> str:
        """A textual field, or the empty string."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def names(self, name: str) -> tuple[Name, ...]:
        """The names of a role."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()

    def date(self, name: str) -> Date | None:
        """A date field."""
        value = self.values.get(name)
        return value if isinstance(value, Date) else None

    @property
    def is_letter(self) -> bool:
        """A document that somebody sent somebody."""
        return bool(self.names("author") and self.names("recipient"))

    @property
    def is_archival(self) -> bool:
        """A document or file cited by where it is kept, or printed in a collection under a number."""
        return self.is_letter or "archive_location" in self.values or "archive_collection" in self.values


@lru_cache(maxsize=8192)
def archive_identifier(archive: str, collection: str, location: str, number: str) -> tuple[str, str] | None:
    """The canonical identifier and its level for the printed parts of an archival reference."""
    parts = ", ".join(part for part in (archive, collection, location, number) if part)
    found = archives.identify(parts) if parts else None
    return (found.id, found.level) if found else None


def identifiers(facts: Facts) -> tuple[str | None, str | None]:
    """The item identifier and the file identifier of a work, None where there is none."""
    item, file = _kept(facts)
    return item or _published(facts), file


def _published(facts: Facts) -> str | None:
    """The item identifier that a number without an archive or an address has: "S/1501", a CIA-RDP number."""
    for printed in (facts.text("number"), facts.text("URL")):
        found = archive_identifier("", "", "", printed) if printed else None
        if found and found[1] == "item":
            return found[0]
    return None


def volume_identifier(facts: Facts) -> str | None:
    """The identifier of a volume of a published series that the schemes know: FRUS, 1950, vol. VII."""
    title, volume = facts.text("title"), facts.text("volume")
    if facts.text("type") != "book" or not title or not volume:
        return None
    found = archive_identifier("", "", "", f"{title}, vol. {volume}")
    return found[0] if found and found[0].startswith("frus:") and found[1] == "file" else None


def _kept(facts: Facts) -> tuple[str | None, str | None]:
    """The identifiers that number, archive, collection and location give."""
    number = facts.text("number")
    if number and not facts.text("archive") and not facts.text("source") and facts.text("type") == "chapter":
        found = archive_identifier("", "", "", f"№{number}")
        if found and found[1] == "item":
            return found[0], None
    if not facts.is_archival and not facts.text("archive"):
        return None, None
    found = archive_identifier(
        facts.text("archive"), facts.text("archive_collection"), facts.text("archive_location"), ""
    )
    if found is None:
        return None, None
    return (found[0], None) if found[1] == "item" else (None, found[0])


def keys(facts: Facts) -> list[tuple[str, ...]]:
    """Exact keys under which the same work is found again, the surest first."""
    found: list[tuple[str, ...]] = []
    item, file = identifiers(facts)
    if item:
        found.append(("item", item))
    for name in ("DOI", "ISBN"):
        if facts.text(name):
            found.append((name, facts.text(name).casefold()))
    date = facts.date("original-date")
    sent = facts.is_letter or (facts.names("author") and facts.text("genre"))
    if sent and date and date.parts:
        found += [("letter", family_key(sender), repr(date.parts)) for sender in facts.names("author")]
    if file and not facts.text("title") and not facts.is_letter and not date:
        found.append(("file", file))
    elif file and not item:
        found.append(("place", file, repr(date.parts) if date else fold(facts.text("title"))))
    if not file and not item and _archival_string(facts) and not facts.text("title") and not facts.is_letter:
        found.append(("printed-place", fold(_archival_string(facts))))
    if not (facts.is_letter and date):  # letters of one heading and different days are different letters
        titles = [fold(facts.text(name)) for name in ("title", "original-title")]
        found += [("title", title) for title in titles if title]
        series = archive_identifier("", "", "", facts.text("title")) if "19" in facts.text("title") else None
        if series and series[0].startswith("frus:"):
            found.append(("title", series[0]))
    if (
        facts.text("type") in ("article-newspaper", "article-journal")
        and not facts.text("title")
        and facts.text("container-title")
    ):
        found.append(
            ("issue", fold(facts.text("container-title")), repr(facts.date("issued")), facts.text("number"))
        )
    return found


def _archival_string(facts: Facts) -> str:
    return " ".join(facts.text(n) for n in ("archive", "archive_collection", "archive_location")).strip()


def same_work(one: Facts, two: Facts, key: tuple[str, ...]) -> bool:
    """Whether two works that share *key* are one: nothing that identifies them may contradict it."""
    if vetoed(one, two):
        return False
    if key[0] in ("item", "DOI", "ISBN", "file", "issue", "printed-place"):
        return True
    if key[0] == "letter":
        return _same_letter(one, two)
    if key[0] == "place":
        return _same_document_in_file(one, two)
    return _same_titled(one, two)


def vetoed(one: Facts, two: Facts) -> bool:
    """Whether different numbers, dates or kinds forbid that the two are one work."""
    item1, file1 = identifiers(one)
    item2, file2 = identifiers(two)
    if item1 and item2 and item1 != item2 and _series(item1) == _series(item2):
        return True
    if file1 and file2 and file1 != file2:
        return True
    for name in ("original-date",):
        a, b = one.date(name), two.date(name)
        if a and b and a.parts and b.parts and not _dates_agree(a, b):
            return True
    for name in ("DOI", "ISBN"):
        if one.text(name) and two.text(name) and one.text(name).casefold() != two.text(name).casefold():
            return True
    return False


def _series(identifier: str) -> str:
    """Whose numbers an identifier is one of: one document may have a number of each of two archives."""
    return identifier.partition(":")[0]


def _dates_agree(a: Date, b: Date) -> bool:
    return all(x == y for x, y in zip(a.parts[0], b.parts[0], strict=False))


def _same_letter(one: Facts, two: Facts) -> bool:
    a, b = one.text("genre"), two.text("genre")
    if a and b and a != b:
        return False
    if bool(one.names("recipient")) != bool(two.names("recipient")):
        return False
    return _overlap(one.names("author"), two.names("author")) and _overlap(
        one.names("recipient"), two.names("recipient")
    )


def _same_document_in_file(one: Facts, two: Facts) -> bool:
    """Two documents of one file and date are one if the parties agree in any script, or the title."""
    if one.is_letter and two.is_letter:
        return _meet(one.names("author"), two.names("author")) and _meet(
            one.names("recipient"), two.names("recipient")
        )
    return fold(one.text("title")) == fold(two.text("title")) and one.is_letter == two.is_letter


def _meet(one: Iterable[Name], two: Iterable[Name]) -> bool:
    """Whether two lists share a person, also under the forms of other scripts and romanisations."""
    a, b = list(one), list(two)
    return any(same_name(x, y) or same_person(x, y) is True for x in a for y in b)


def _overlap(one: Iterable[Name], two: Iterable[Name]) -> bool:
    """Whether two lists share a name, or one is empty."""
    a, b = list(one), list(two)
    if not a or not b:
        return True
    return any(same_name(x, y) for x in a for y in b)


def creators(facts: Facts) -> tuple[Name, ...]:
    """Everyone who made the work, in any role."""
    return tuple(n for role in _CREATORS for n in facts.names(role))


def _named_by_other_roles(one: Facts, two: Facts) -> bool:
    """Whether one citation names the author and the other only the translator, of a book of one year."""
    roles = [frozenset(r for r in _CREATORS if facts.names(r)) for facts in (one, two)]
    if frozenset({"translator"}) not in roles or roles[0] == roles[1]:
        return False
    year = one.date("issued")
    return year is not None and year == two.date("issued")


def _edited_by_collection(one: Facts, two: Facts) -> bool:
    """Whether *one* names the editors of its collection alone and *two* only the author, by its heading."""
    of_source = one.text("type") == "chapter" and not one.names("author")
    return of_source and bool(two.names("author")) and not two.names("editor")


def _same_titled(one: Facts, two: Facts) -> bool:
    """The same title, and nothing else that tells the two apart: creators, container, part of a set."""
    if not (
        _overlap(creators(one), creators(two))
        or _named_by_other_roles(one, two)
        or _edited_by_collection(one, two)
        or _edited_by_collection(two, one)
    ):
        return False
    a, b = _containers(one), _containers(two)
    if a and b and not any(x in y or y in x or alike(x, y) for x in a for y in b):
        return False
    kinds = {one.text("type"), two.text("type")} - {""}
    if len(kinds) == 2 and ("chapter" in kinds or "article-newspaper" in kinds) and bool(a) != bool(b):
        return _short_of_printed(one, two) or _short_of_printed(two, one)
    if a and one.text("type").startswith("article") and two.text("type").startswith("article"):
        return _same_issue(one, two)
    return not (
        one.text("section") and two.text("section") and fold(one.text("section")) != fold(two.text("section"))
    )


def _containers(facts: Facts) -> list[str]:
    """The title of what a work stands in, translated and in its own script."""
    titles = (facts.text(name) for name in ("container-title", "custom.original-container-title"))
    return [fold(title) for title in titles if title]


def _short_of_printed(short: Facts, printed: Facts) -> bool:
    """Whether *short*, a letter with nothing but its title, was cited from the collection that prints it."""
    places = ("archive", "archive_location", "archive_collection", "source", "container-title")
    return (
        short.is_letter
        and printed.text("type") == "chapter"
        and not any(short.text(name) for name in places)
        and _overlap(short.names("recipient"), printed.names("recipient"))
    )


def _same_issue(one: Facts, two: Facts) -> bool:
    for name in ("issue", "volume"):
        a, b = (side.text(name).lstrip("0").replace("–", "-") for side in (one, two))
        if a and b and a != b:
            return False
    first, second = one.date("issued"), two.date("issued")
    if first and second and first.parts and second.parts and not _dates_agree(first, second):
        return one.text("type") != "article-newspaper"
    return True
