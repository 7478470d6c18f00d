"""Spellings that mean one person because the work, or the partner of a correspondence, is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from citekit.lint.finding import Finding, Place
from citekit.lint.persons import Mention, mentions
from citekit.lint.subject import Subject, Use
from citekit.lint.wording import listed
from citekit.match.folding import family_key, given_agree
from citekit.match.merge import printed_name
from citekit.model import Date, Name, Work
from citekit.names.order import is_asian_surname
from citekit.names.persons import person_key, same_person
from citekit.names.words import fold

_DAYS = 92  # two letters of one correspondence: within about three months


def of_one_work(subject: Subject, code: str) -> Iterator[Finding]:
    """Creators whose names differ by a letter between citations of one work, or by a given name left out."""
    groups: dict[tuple[str, Name], list[Mention]] = defaultdict(list)
    for mention in mentions(subject, ("author", "editor", "translator")):
        work = mention.use.work
        if work is None or mention.name.literal:
            continue
        for full in _creators(work):
            if _differs(mention.name, full):
                groups[mention.place.words, full].append(mention)
    for (words, full), found in groups.items():
        places = [mention.place for mention in found]
        other = _where(subject, found[0].use, full)
        yield Finding(
            code,
            f"“{words}” in {listed(places)} is “{other.words}” in {other.name} for the same work.",
            places[0],
            "Choose one form of the name.",
            (other, *places[1:]),
        )


def _creators(work: Work) -> Iterator[Name]:
    for role in ("author", "editor", "translator"):
        for csl in work.item.get(role, ()):
            if csl.get("family"):
                yield Name(family=csl["family"], given=csl.get("given", ""))


def _differs(printed: Name, full: Name) -> bool:
    if printed.given and full.given and family_key(printed) == family_key(full):
        return (not given_agree(printed, full) and _slip(printed.given, full.given)) or _left_out(
            printed, full
        )
    if bool(printed.given) != bool(full.given):
        return False
    return fold(printed.given) == fold(full.given) and _slip(printed.family, full.family)


def _left_out(printed: Name, full: Name) -> bool:
    """ "Stewart Mill" for "John Stewart Mill": the first given name is missing, not a later one."""
    words, known = fold(printed.given).split(), fold(full.given).split()
    return len(words) < len(known) and words[0] != known[0] and len(words[0]) > 1 and words[0] in known


def _slip(one: str, two: str) -> bool:
    """Whether two words differ by one letter put in, left out, changed, or by two neighbours exchanged."""
    from rapidfuzz.distance import OSA

    a, b = fold(one).replace(" ", ""), fold(two).replace(" ", "")
    return a != b and min(len(a), len(b)) >= 3 and OSA.distance(a, b, score_cutoff=1) <= 1


def _where(subject: Subject, use: Use, full: Name) -> Place:
    """The first place that prints the name so: in a citation of the same work, else of any."""
    found = [
        mention
        for mention in mentions(subject, ("author", "editor", "translator"))
        if printed_name(mention.name) == printed_name(full)
    ]
    own = [mention for mention in found if mention.use.work is use.work]
    return (own or found)[0].place if found else subject.place(use.note)


def by_partners(subject: Subject, code: str) -> Iterator[Finding]:
    """Correspondents whose names are a slip apart, with a partner in common and at nearly the same time."""
    by_spelling: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions(subject, ("author", "recipient", "via")):
        if _is_letter(mention.use) and not mention.name.literal:
            by_spelling[fold(mention.name.family), fold(mention.name.given)].append(mention)
    for one, two in combinations(by_spelling, 2):
        if (
            not _slip_apart(one, two)
            or same_person(by_spelling[one][0].name, by_spelling[two][0].name) is False
        ):
            continue
        pair = _linked(by_spelling[one], by_spelling[two])
        if pair is None:
            continue
        rare, usual = sorted((by_spelling[one], by_spelling[two]), key=_standing)
        places = [mention.place for mention in rare]
        partner = min(_partners(pair[0]) & _partners(pair[1]))
        yield Finding(
            code,
            f"“{places[0].words}” in {listed(places)} seems to be “{usual[0].place.words}” in "
            f"{listed(m.place for m in usual)}: both write to or hear from {partner.title()} at that time.",
            places[0],
            "If they are one person, choose one spelling.",
            (usual[0].place, *places[1:]),
        )


def _standing(group: list[Mention]) -> tuple[bool, int, int]:
    """The spelling to doubt sorts first: unknown to the tables, met less often, met later."""
    name = group[0].name
    known = person_key(name) is not None or is_asian_surname(name.family)
    return known, len(group), -group[0].use.note.line if group[0].use.note.line else 0


def _slip_apart(one: tuple[str, str], two: tuple[str, str]) -> bool:
    """A slip in the family name (of names without or with equal given names) or in the given name."""
    if one[0] == two[0]:
        return bool(one[1] and two[1]) and len(one[1]) >= 5 and _slip(one[1], two[1])
    if one[1] and two[1] and one[1] != two[1]:
        return False
    if len(one[0]) <= 4:
        return sorted(one[0]) == sorted(two[0]) and _slip(
            one[0], two[0]
        )  # letters exchanged, as in Wie for Wei
    return _slip(one[0], two[0])


def _linked(one: list[Mention], two: list[Mention]) -> tuple[Mention, Mention] | None:
    """Two mentions with a partner in common within some months, that do not stand in one letter together."""
    for a in one:
        for b in two:
            if a.use.work is b.use.work or not _near(_day(a.use), _day(b.use)):
                continue
            if _partners(a) & _partners(b):
                return a, b
    return None


def _is_letter(use: Use) -> bool:
    return use.work is not None and bool(use.work.item.get("author")) and bool(use.work.item.get("recipient"))


def _partners(mention: Mention) -> set[str]:
    """The family names of all others who take part in the letter."""
    item = mention.use.work.item if mention.use.work else {}
    names = {
        str(csl.get("family") or csl.get("literal"))
        for r in ("author", "recipient")
        for csl in item.get(r, ())
    }
    return {fold(name) for name in names} - {fold(mention.name.family)}


def _day(use: Use) -> date | None:
    entry = use.field("original-date")
    parts = (
        entry.value.parts[0]
        if entry is not None and isinstance(entry.value, Date) and entry.value.parts
        else ()
    )
    if len(parts) != 3:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def _near(one: date | None, two: date | None) -> bool:
    return one is not None and two is not None and abs((one - two).days) <= _DAYS
