"""Repositories: which archive a printed name or abbreviation means.

The names are a table (``repositories.tsv``) that :func:`extend` adds to.  A repository that it lacks goes by
its own name, folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from citekit.archives.patterns import lazy
from citekit.archives.spelling import fold, slug
from citekit.archives.tables import rows, words


@dataclass(frozen=True, slots=True)
class Repository:
    """An archive: the code used in identifiers, how its holdings are numbered, the seat, the names."""

    code: str
    kind: str = ""
    place: str = ""
    names: tuple[str, ...] = ()


_FORM = (
    r"(?:(?:ФГ|ОГ|КГ|ОБ|ГК|ГБ|ФК|КК|К|Г|М|О)?(?:КУК?|БУК?|У)|"
    r"(?:(?:Федеральное|Областное|Краевое|Муниципальное|Республиканское) )?"
    r"(?:(?:[Гг]осударственное|[Кк]аз[её]нное|[Бб]юджетное|архивное) )*учреждение)"
)
LEGAL_FORM = lazy(rf"(?:^|(?<=\s)){_FORM}\s+")
"""An archive's legal form ("ГУ", "Государственное учреждение") comes and goes; the archive stays."""

_WORD = lazy(r"[^\s,.:;()«»“”\"/—–，。：；（）《》、]+")
_CYRILLIC_ACRONYM = lazy(r"[А-ЯЁ]{3,}(?: [А-ЯЁ]{2,})*|[А-ЯЁ]{2,}(?: [А-ЯЁ]{2,})+")
_PLAIN = dict(zip(map(ord, "АБВГДЕЗИЙКЛМНОПРСТУФЫЭ"), "ABVGDEZIIKLMNOPRSTUFYE", strict=True))
_LIBRARY_OF_CONGRESS = _PLAIN | {
    ord(letter): latin
    for letter, latin in zip("ЖХЦЧШЩЮЯ", ("Zh", "Kh", "Ts", "Ch", "Sh", "Shch", "Iu", "Ia"), strict=True)
}
_SCHOLARLY = _PLAIN | {
    ord(letter): latin
    for letter, latin in zip("ЖХЦЧШЩЮЯ", ("Ž", "Ch", "C", "Č", "Š", "Šč", "Ju", "Ja"), strict=True)
}
"""How abbreviations are romanised: by the Library of Congress and by Slavists (ISO/R 9)."""


class _Table:
    """The known names, by their folded spelling and by their first and last word."""

    def __init__(self) -> None:
        self.by_code: dict[str, Repository] = {}
        self.by_name: dict[str, tuple[Repository, str]] = {}
        self.first_words: set[str] = set()
        self.last_words: set[str] = set()
        self.cities: set[str] = {fold(city) for city in words("seats").split("|")}

    def add(self, repository: Repository) -> None:
        known = self.by_code.get(repository.code)
        if known is not None:
            kind, place = repository.kind or known.kind, repository.place or known.place
            repository = Repository(known.code, kind, place, repository.names)
        self.by_code[repository.code] = repository
        for name in repository.names:
            self.by_name[fold(name)] = (repository, name)
            self._know_words(name)
        if repository.place:
            self.cities.add(fold(repository.place.split(",")[0]))

    def _know_words(self, name: str) -> None:
        words = _WORD.findall(name)
        if words:
            self.first_words.update(fold(word) for word in words[:2])
            self.last_words.add(fold(words[-1]))

    def romanise(self) -> None:
        """Give every Cyrillic abbreviation its Latin forms, where no other archive goes by them."""
        for repository in list(self.by_code.values()):
            for name in repository.names:
                if _CYRILLIC_ACRONYM.fullmatch(name):
                    for letters in (_LIBRARY_OF_CONGRESS, _SCHOLARLY):
                        latin = name.translate(letters)
                        if fold(latin) not in self.by_name:
                            self.by_name[fold(latin)] = (repository, latin)
                            self._know_words(latin)


@cache
def _table() -> _Table:
    table = _Table()
    for code, kind, place, names in rows("repositories.tsv"):
        table.add(Repository(code, kind, place, tuple(names.split(" | "))))
    table.romanise()
    return table


def acronyms(kind: str) -> list[str]:
    """The Latin abbreviations of the archives of one *kind*."""
    known = [name for entry in _table().by_code.values() if entry.kind == kind for name in entry.names]
    return [name for name in known if name.isascii() and name.isupper() and " " not in name]


def extend(entries: Iterable[Mapping[str, object]]) -> None:
    """Add repositories to the table, or names to those it has.

    Args:
        entries: mappings as they stand in ``[[repository]]`` tables of ``citekit.toml``: ``code`` (a
            short word for identifiers) and ``names`` (a list, every name and abbreviation it goes by),
            perhaps ``place`` and ``kind`` (see the head of ``repositories.tsv``).

    Raises:
        ValueError: an entry has no code or no names; the message says which and what to write.
    """
    for entry in entries:
        code, names = entry.get("code"), entry.get("names")
        if not isinstance(code, str) or not re.fullmatch(r"[\w-]+", code):
            raise ValueError(f"repository {dict(entry)!r}: give it a code, one word such as 'rgali'")
        listed = [names] if isinstance(names, str) else names
        if (
            not isinstance(listed, list | tuple)
            or not all(isinstance(n, str) and fold(n) for n in listed)
            or not listed
        ):
            raise ValueError(f"repository {code!r}: give its names as a list, such as ['РГАЛИ', 'RGALI']")
        _table().add(Repository(code, str(entry.get("kind", "")), str(entry.get("place", "")), tuple(listed)))


def lookup(name: str) -> Repository | None:
    """The repository that goes by *name*, or None.  An abbreviation must be printed in capitals."""
    names = _table().by_name
    known = names.get(fold(name))
    if known is None:
        form = LEGAL_FORM.match(name)
        known = names.get(fold(name[form.end() :])) if form else None
    if known is None:
        return None
    repository, written = known
    if len(written) <= 6 and written.isupper() and not name.strip(" .,").isupper():
        return None
    if " " not in written and sum(c.isupper() for c in written) > 1 and sum(c.isupper() for c in name) < 2:
        return None
    return repository


def is_city(name: str) -> bool:
    """Whether *name* is the seat of a repository of the table."""
    return fold(name) in _table().cities


def ends_name(word: str) -> bool:
    """Whether a name of the table ends with *word*: the cheap test before looking for one."""
    return fold(word) in _table().last_words


def begins_name(word: str) -> bool:
    """Whether a name of the table begins with *word*, as its first or second."""
    return fold(word) in _table().first_words


def code_of(name: str) -> str:
    """The code of the repository called *name*: the table's, else the name itself, folded."""
    known = lookup(name)
    return known.code if known else slug(LEGAL_FORM.sub("", name, count=1))
