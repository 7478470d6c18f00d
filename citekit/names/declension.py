"""Russian personal names out of an oblique case: "под ред. А. А. Говорова", "Телеграмма Рощина Сталину".

Editors after "под ред." and senders stand in the genitive, addressees in the dative.  Only the endings of the
usual classes of names are undone; what has none of them (Громыко) stays as it is.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from citekit.model import Name
from citekit.names import palladius
from citekit.names.tables import korean_surnames, remembered, rows, word_set
from citekit.names.words import fold, is_initials, script_of

Case: TypeAlias = Literal["genitive", "dative", "instrumental"]

_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
# "Муравьева-Апостола", but "Бонч-Бруевича": of a double surname what is a surname alone declines too
_DECLINED_PART = re.compile(r"..(?:[оеё]в|[иы]н)(?:а|у|ым)\Z")
_FEMININE_GIVEN = re.compile(r".+(?:овны|евны|ичны|овне|евне|ичне|овной|евной|ичной)\Z")


@remembered()
def _endings(table: str) -> tuple[tuple[str, str], ...]:
    """Endings of an oblique case with those of the nominative, the longest first ("-" is none)."""
    pairs = [
        (words[0], words[1].replace("-", "")) for heading, words in rows("declension-ru") if heading == table
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def nominative(who: Name, case: Case) -> Name:
    """*who*, printed in *case*, in the nominative; as it is where it is not Cyrillic or has no such ending.

    Where initials hide whether a woman is meant, -ой is read as a woman's (Ивановой), -а as a man's.
    """
    if who.literal or script_of(who.family) != "cyrillic":
        return who
    chinese = palladius.syllables(who.family) > 0 and palladius.is_surname(who.family)
    if chinese and who.given:
        return Name(family=who.family, given=_changed(who.given, f"{case} chinese"))
    if " " in who.given and fold(who.family) in korean_surnames():
        return Name(family=who.family, given=_changed(who.given, case))
    table = f"{case} woman" if _is_woman(who.given) else case
    given = " ".join(_given(word, case) for word in who.given.split())
    *before, last = who.family.split("-")
    return Name(
        family="-".join(
            [
                *(_changed(part, case) if _DECLINED_PART.search(part) else part for part in before),
                _changed(last, table),
            ]
        ),
        given=given,
        dropping_particle=who.dropping_particle,
        non_dropping_particle=who.non_dropping_particle,
    )


def _is_woman(given: str) -> bool:
    return any(_FEMININE_GIVEN.match(word) for word in given.split())


def _changed(word: str, table: str) -> str:
    for oblique, ending in _endings(table):
        bare = oblique.removeprefix("*")
        stem = word[: len(word) - len(bare)]
        if word.endswith(bare) and len(stem) >= 2 and (bare == oblique or stem[-1].lower() in _CONSONANTS):
            return stem + ending.removeprefix("*")
    return word


def _given(word: str, case: Case) -> str:
    if is_initials(word):
        return word
    candidates = [word[: len(word) - len(o)] + n for o, n in _endings(f"{case} given") if word.endswith(o)]
    known = {fold(name) for name in word_set("russian-given")}
    return next((candidate for candidate in candidates if fold(candidate) in known), _changed(word, case))
