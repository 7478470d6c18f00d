"""What two sketches say of each other: what forbids that they are one work, and what speaks for it.

Numbers decide (DESIGN, principle 3).  Everything here is symmetric and says in words why.
"""

from __future__ import annotations

from collections.abc import Iterable

from citekit.match.folding import given_agree
from citekit.match.sketch import Creator, Sketch
from citekit.model import Name
from citekit.names.persons import same_person

_APART = frozenset({"part", "article", "thesis", "whole"})
LEAST_WORDS, LEAST_LETTERS = 3, 14
"""A title of fewer words, or fewer letters, names many works ("Introduction", "Korean War")."""


def scheme(identifier: str) -> str:
    """What kind of identifier it is: "no", "doi", "rgaspi"."""
    return identifier.partition(":")[0]


def other_identifier(one: Sketch, two: Sketch) -> str:
    """The identifiers by which the two are different documents, or the empty string.

    Two archive numbers are different documents whatever numbered them; a DOI says nothing against an ISBN.
    """
    for a in one.ids:
        if a in two.ids:
            continue
        for b in two.ids:
            if (
                _class(a) == _class(b)
                and b not in one.ids
                and not (_class(a) == "isbn" and _share_isbn(one, two))
            ):
                return f"{a} is not {b}"
    if one.file and two.file and one.file != two.file:
        return f"{one.file} is not {two.file}"
    return ""


def _class(identifier: str) -> str:
    kind = scheme(identifier)
    return kind if kind in ("doi", "isbn") else "archive"


def _share_isbn(one: Sketch, two: Sketch) -> bool:
    """A book has several ISBNs, bound and in paper; one in common is enough."""
    return any(a in two.ids for a in one.ids if scheme(a) == "isbn")


def contradiction(one: Sketch, two: Sketch) -> str:
    """What says that the two are different works, in words; the empty string where nothing does."""
    other = other_identifier(one, two)
    if other:
        return other
    if one.kind != two.kind and one.kind in _APART and two.kind in _APART:
        return f"kind {one.kind}, {two.kind}"
    if not dates_agree(one.date, two.date):
        return f"date {_printed_date(one.date)}, {_printed_date(two.date)}"
    if one.year and two.year and one.year != two.year and not (one.date and two.date):
        return f"year {one.year}, {two.year}"
    letters = one.kind == "letter"
    for name in ("edition", "section") if letters else ("volume", "issue", "edition", "section"):
        a, b = getattr(one, name), getattr(two, name)
        if a and b and not numbers_agree(a, b):
            return f"{name} {a}, {b}"
    if letters and one.genre and two.genre and one.genre != two.genre:
        return f"genre {one.genre}, {two.genre}"
    if not letters and one.kind in ("part", "article"):
        if one.page and two.page and one.page != two.page:
            return f"first page {one.page}, {two.page}"
        if one.container and two.container and not containers_agree(one.container, two.container):
            return "in another book or journal"
    if one.creators and two.creators and not people_meet(one.creators, two.creators, surely=False):
        return "other authors"
    if one.recipients and two.recipients and not people_meet(one.recipients, two.recipients, surely=False):
        return "other recipients"
    return ""


def numbers_agree(one: str, two: str) -> bool:
    """Whether two volumes, issues or editions can be one: equal, or one of the run of the other ("1-4")."""
    if one == two:
        return True
    runs = [[int(part) for part in number.split("-") if part.isdigit()] for number in (one, two)]
    if sorted(map(len, runs)) != [1, 2]:
        return False
    (single,), (first, last) = sorted(runs, key=len)
    return first <= single <= last


def dates_agree(one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    """Whether one date is the other, or its year or month."""
    return all(a == b for a, b in zip(one, two, strict=False))


def _printed_date(date: tuple[int, ...]) -> str:
    return "-".join(str(number) for number in date)


def containers_agree(one: str, two: str) -> bool:
    """Whether two folded titles of books or journals can be one: equal, or one the beginning of the other."""
    return one == two or one.startswith(two) or two.startswith(one)


def people_meet(one: Iterable[Creator], two: tuple[Creator, ...], *, surely: bool = True) -> bool:
    """Whether two lists share a person: the family name, and given names that do not exclude each other.

    Names in different scripts are compared by :func:`citekit.names.persons.same_person`; if *surely* is
    false, it is enough that they may be one person.
    """
    for a in one:
        for b in two:
            if a[0] == b[0]:
                if givens_agree(a[1], b[1]):
                    return True
            elif a[0].isascii() != b[0].isascii() and a[0][:1] != "|" and b[0][:1] != "|":
                verdict = same_person(Name(family=a[0], given=a[1]), Name(family=b[0], given=b[1]))
                if verdict or (verdict is None and not surely):
                    return True
    return False


def givens_agree(one: str, two: str) -> bool:
    """Whether two printed given names can be one person's."""
    if not one or not two or one == two:
        return True
    return given_agree(Name(given=one), Name(given=two))


def says_enough(title: str) -> bool:
    """Whether a folded title is long enough to name one work."""
    if title.isascii() or not any("\u3400" <= char <= "\u9fff" for char in title):
        return title.count(" ") + 1 >= LEAST_WORDS and len(title) >= LEAST_LETTERS
    return title.count(" ") + 1 >= 6


def support(one: Sketch, two: Sketch) -> tuple[str, ...]:
    """What else than the title the two have in common, in words."""
    found = []
    if one.creators and two.creators and people_meet(one.creators, two.creators):
        found.append("authors")
    for name in ("year", "date", "container", "publisher", "volume", "issue", "edition", "page", "section"):
        value = getattr(one, name)
        if value and value == getattr(two, name):
            found.append(name)
    return tuple(found)


def same_titled(one: Sketch, two: Sketch) -> tuple[str, ...]:
    """The evidence on which two works of one title, that do not contradict each other, are one; () if none.

    Authors or container must agree, and one thing more; two things more where the title says little or the
    kinds differ.  A letter must begin on the same page of the same collection, an unpublished document lie in
    the same file: their headings are alike too often.
    """
    if bool(one.recipients) != bool(two.recipients):
        return ()
    found = support(one, two)
    if one.kind == "letter" and not {"authors", "container", "page"} <= set(found):
        return ()
    if one.kind == "record" or two.kind == "record":
        return (*found, "file") if one.file and one.file == two.file and one.date == two.date else ()
    needed = 2 + (not says_enough(one.title)) + (one.kind != two.kind)
    return found if len(found) >= needed and ("authors" in found or "container" in found) else ()
