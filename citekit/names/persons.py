"""Which names mean one person: by the table of persons, then by transliteration, never by guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.model import Name
from citekit.names import likeness
from citekit.names.people import person
from citekit.names.tables import lines, remembered
from citekit.names.words import fold, is_initials, script_of

_ASIAN_SECTIONS = frozenset({"China", "Korea", "Vietnam"})
_PATRONYMIC = re.compile(r".{3,}(?:[eo]vich|[eo]vna|ich|[её]вич|ович|ич|овна|евна)\Z")
_APART = re.compile(r"\s*;\s*")


@dataclass(slots=True)
class _Entry:
    """One line of the table: a key, and for each folded family name the given names that stand with it."""

    key: str
    givens: set[str] = field(default_factory=set)
    given_words: list[tuple[str, ...]] = field(default_factory=list)
    alone: bool = True


@dataclass(slots=True)
class _Table:
    families: dict[str, list[_Entry]] = field(default_factory=dict)
    han: dict[str, list[_Entry]] = field(default_factory=dict)


@remembered()
def _table() -> _Table:
    table = _Table()
    for section, line in lines("persons"):
        columns = [_forms(column) for column in line.split("|")]
        families, givens, cyrillic, han = (*columns, [], [], [])[:4]
        bare = [family.rstrip("!?") for family in families]
        marks = "".join(family[-1] for family in families if family[-1] in "!?")
        entry = _Entry(_slug(bare[0], givens[0] if givens else ""))
        entry.alone = "?" not in marks and (section not in _ASIAN_SECTIONS or "!" in marks)
        for given in givens:
            _add_given(entry, given)
        for form in cyrillic:
            name = person(form)
            bare.append(name.family)
            if name.given:
                _add_given(entry, name.given)
        for family in dict.fromkeys(fold(family.replace(" ", "")) for family in bare):
            table.families.setdefault(family, []).append(entry)
        for form in han:
            table.han.setdefault(form, []).append(entry)
    return table


def _forms(column: str) -> list[str]:
    return [form for form in _APART.split(column.strip()) if form]


def _slug(family: str, given: str) -> str:
    words = [fold(word) for word in re.split(r"[\s-]+", f"{family} {given}") if word]
    return "-".join(word for word in words if word)


def _add_given(entry: _Entry, given: str) -> None:
    entry.givens.add(fold(given.replace(" ", "")))
    entry.given_words.append(_given_words(given))


def _given_words(given: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[\s.]+", given.replace(".", ". ")) if word)


@remembered(8192)
def person_key(who: Name | str) -> str | None:
    """The canonical key ("mao-zedong") of a person in the table; None where unknown or ambiguous.

    *who*: a name, or the text of one ("Mao Tse-tung", "毛泽东", "Мао Цзэдун", "Mao").
    """
    if isinstance(who, str):
        found = _table().han.get(who.replace(" ", ""))
        if found:
            return _only(found)
        who = person(who)
    if who.literal or not who.family:
        return _only(_table().han.get(who.literal, []))
    if script_of(who.family) == "han":
        return _only(_table().han.get(who.family + who.given, []))
    family = fold((who.dropping_particle + who.non_dropping_particle + who.family).replace(" ", ""))
    candidates = _table().families.get(family, [])
    if not who.given:
        named = [entry for entry in candidates if entry.alone]
        return _only(named)
    joined = fold(who.given.replace(" ", ""))
    exact = [entry for entry in candidates if joined in entry.givens]
    words = _given_words(who.given)
    return _only(
        exact or [e for e in candidates if any(_compatible(words, known) for known in e.given_words)]
    )


def _only(entries: list[_Entry]) -> str | None:
    keys = {entry.key for entry in entries}
    return keys.pop() if len(keys) == 1 else None


def _compatible(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two given names can be one: each word is the other's, or its initial ("H. S.", "Harry S.").

    What the longer one has more must be initials or patronymics: Kim Il is not Kim Il Sung.
    """
    if not one or not two or not all(_word_fits(a, b) for a, b in zip(one, two, strict=False)):
        return False
    more = one[len(two) :] or two[len(one) :]
    return all(is_initials(word) or _PATRONYMIC.match(word) for word in more)


def _word_fits(one: str, two: str) -> bool:
    a, b = fold(one), fold(two)
    return a == b or (
        bool(a and b) and (is_initials(one) or is_initials(two)) and (a.startswith(b) or b.startswith(a))
    )


def same_person(a: Name | str, b: Name | str) -> bool | None:
    """Whether *a* and *b* name one person; None where that cannot be known.

    True: one key in the table, or the same family and given name in one romanisation.  False: two keys,
    given names that exclude each other, or family names that are nothing alike.  Likeness alone answers None
    (see :func:`alike_person`).
    """
    first, second = person_key(a), person_key(b)
    if first and second:
        return first == second
    one, two = _parsed(a), _parsed(b)
    if script_of(one.family) == script_of(two.family) == "han" and one != two:
        return None if likeness.romanised(one) == likeness.romanised(two) else False  # 张 and 章 sound alike
    (family_a, given_a), (family_b, given_b) = likeness.romanised(one), likeness.romanised(two)
    if not family_a or not family_b:
        return None
    if family_a == family_b:
        return _same_given(given_a, given_b)
    return False if likeness.alike_word(family_a, family_b) < 0.5 else None


def _same_given(one: str, two: str) -> bool | None:
    if one.replace(" ", "") == two.replace(" ", ""):
        return True
    words = _given_words(one), _given_words(two)
    if not one or not two or _compatible(*words):
        return None  # "Hale" may be Agnes Hale, "J. Ames" may be John Ames
    return None if likeness.alike_word(one, two) >= 0.7 else False


def _parsed(who: Name | str) -> Name:
    return person(who) if isinstance(who, str) else who


def alike_person(a: Name | str, b: Name | str) -> float:
    """How alike two names are, 0 to 1, across scripts and romanisations (Shtykov, Schtykow, Штыков).

    It only nominates: likeness is no identity.
    """
    if same_person(a, b):
        return 1.0
    return likeness.alike(_parsed(a), _parsed(b))
