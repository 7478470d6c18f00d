"""Likeness inside blocks: pairs of works that may be one are nominated, never joined (DESIGN, principle 3).

A block is what shares a cheap key: the beginning or the end of a title, author and year, the day of a letter.
A block is sorted by title and each work compared with the few that follow, so that the work stays linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from citekit.match.agreement import contradiction, other_identifier, people_meet, says_enough, scheme, support
from citekit.match.groups import MOST_TOLD, Apart, Duplicates, Groups, Waiting
from citekit.match.sketch import Creator, Sketch
from citekit.model import Name
from citekit.names.persons import alike_person, same_person

WINDOW = 6
"""With so many that follow it in its block a work is compared."""

BEGINNING = 10
"""So many letters at its beginning or end a title shares with those that it is compared with."""

ALIKE = 90.0
"""From this likeness of two folded titles on (rapidfuzz ratio, 0 to 100) they may be spellings of one."""

NAMES_ALIKE = 0.8
"""From this likeness of two names on they may be spellings of one (Orlov, Orlow)."""


def nominate(groups: Groups, result: Duplicates) -> list[Waiting]:
    """Pairs of groups that may be one work, each once; alike pairs that numbers forbid go to the vetoes."""
    found: list[Waiting] = []
    asked: set[tuple[int, int]] = {_pair(w.one, w.two) for w in result.waiting}
    for one, two in _pairs(groups):
        pair = _pair(one, two)
        if pair in asked or groups.forbidden(one, two):
            continue
        asked.add(pair)
        waiting = _compare(*pair, groups.sketches[pair[0]], groups.sketches[pair[1]], result)
        if waiting:
            found.append(waiting)
    return found


def _pair(one: int, two: int) -> tuple[int, int]:
    return (one, two) if one < two else (two, one)


def _pairs(groups: Groups) -> Iterator[tuple[int, int]]:
    """The pairs that meet in a block."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, one in enumerate(groups.sketches):
        if groups.root(number) == number:
            for key in _keys(one):
                blocks[key].append(number)
    for key, numbers in blocks.items():
        if len(numbers) == 1:
            continue
        if not isinstance(key, tuple) or key[0] != "day":
            numbers.sort(key=lambda n: groups.sketches[n].title)
        for place, number in enumerate(numbers):
            for other in numbers[place + 1 : place + 1 + WINDOW]:
                yield number, other


def _keys(one: Sketch) -> set[Hashable]:
    if one.kind == "letter":
        return {("day", one.date)} if len(one.date) == 3 else set()
    keys: set[Hashable] = set()
    for title in (one.title, one.original, one.translated):
        if title:
            letters = title.replace(" ", "")
            keys.add(letters[:BEGINNING] + "^")
            keys.add("$" + letters[-BEGINNING:])
    own = one.original or one.title
    if not own.isascii():
        keys.add("".join(_latin(own.replace(" ", "") if _is_han(own) else own))[:BEGINNING] + "^")
    if one.first and one.year:
        keys.add((one.first, one.year))
    return keys


@lru_cache(maxsize=65536)
def _latin(title: str) -> tuple[str, ...]:
    from citekit.names.romanise import ascii_words

    return ascii_words(title)


def _compare(one: int, two: int, a: Sketch, b: Sketch, result: Duplicates) -> Waiting | None:
    if a.kind == b.kind == "letter":
        return _letters(one, two, a, b)
    if bool(a.recipients) != bool(b.recipients):
        return None
    likeness = _titles_alike(a, b)
    if not likeness:
        return None
    why = contradiction(a, b)
    if why and not _only_edition(why):
        if likeness == "titles alike" and other_identifier(a, b):
            result.vetoed += 1
            if len(result.vetoes) < MOST_TOLD:
                result.vetoes.append(Apart(one, two, why))
        return None
    agree = support(a, b)
    named = a.creators and b.creators
    if named and "authors" not in agree and not _authors_alike(a, b):
        return None
    if not agree and not named and not (likeness.startswith("the same") and says_enough(a.title)):
        return None
    return Waiting(one, two, (likeness, *agree), (why,) if why else ())


def _only_edition(why: str) -> bool:
    """Another year or edition makes another edition of a work, which the writer may want to be one."""
    return why.startswith(("year", "edition"))


def _authors_alike(a: Sketch, b: Sketch) -> bool:
    return any(may_be_one_person(x, y) for x in a.creators for y in b.creators)


def _titles_alike(a: Sketch, b: Sketch) -> str:
    """How two titles are alike, in words; the empty string where they are not, or their numbers differ."""
    for x in (a.title, a.original, a.translated):
        for y in (b.title, b.original, b.translated):
            if not x or not y:
                continue
            if x == y:
                return "the same title" if (x, y) == (a.title, b.title) else "the same title in one language"
            if x.isascii() == y.isascii():
                if _digits(x) == _digits(y) and fuzz.ratio(x, y, score_cutoff=ALIKE):
                    return "titles alike"
                if _begins(x, y):
                    return "one title begins the other"
            elif _romanised_alike(x, y):
                return "the same title romanised"
    return ""


def _digits(title: str) -> list[str]:
    return [word for word in title.split() if not word.isalpha()]


def _begins(x: str, y: str) -> bool:
    shorter, longer = sorted((x, y), key=len)
    return longer.startswith(shorter + " ") and shorter.count(" ") >= 1 and len(shorter) >= 8


def _romanised_alike(x: str, y: str) -> bool:
    han, latin = (x, y) if y.isascii() else (y, x)
    romanised = "".join(_latin(han.replace(" ", "") if _is_han(han) else han))
    return len(romanised) >= 8 and fuzz.ratio(romanised, latin.replace(" ", ""), score_cutoff=ALIKE) > 0


def _is_han(title: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" for char in title)


def _letters(one: int, two: int, a: Sketch, b: Sketch) -> Waiting | None:
    """Letters of one day between persons who may be the same; other numbers of one scheme forbid it."""
    if a.genre and b.genre and a.genre != b.genre:
        return None
    if other_identifier(a, b) and (a.file or {scheme(x) for x in a.ids} & {scheme(y) for y in b.ids}):
        return None
    sides = []
    for role, x, y in (("sender", a.creators, b.creators), ("recipient", a.recipients, b.recipients)):
        side = _side(role, x, y)
        if not side:
            return None
        sides.append(side)
    return Waiting(one, two, ("date " + "-".join(str(n) for n in a.date), *sides))


def _side(role: str, one: tuple[Creator, ...], two: tuple[Creator, ...]) -> str:
    if people_meet(one, two):
        return role
    for a in one:
        for b in two:
            verdict = may_be_one_person(a, b)
            if verdict:
                return f"{role} {_printed(a)} {'=' if verdict == 'same' else 'like'} {_printed(b)}"
    return ""


@lru_cache(maxsize=65536)
def may_be_one_person(a: Creator, b: Creator) -> str | None:
    """ "same" or "like" where two names may be one person's, else None."""
    if a[0][:1] == "|" or b[0][:1] == "|":
        return "like" if a[0] == b[0] or fuzz.token_sort_ratio(a[0], b[0]) >= 85 else None
    one, two = Name(family=a[0], given=a[1]), Name(family=b[0], given=b[1])
    verdict = same_person(one, two)
    if verdict:
        return "same"
    return "like" if verdict is None and alike_person(one, two) >= NAMES_ALIKE else None


def _printed(name: Creator) -> str:
    return " ".join(part for part in (name[1], name[0].strip("|").title()) if part)
