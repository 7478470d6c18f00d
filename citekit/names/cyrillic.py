"""A personal name in Cyrillic letters."""

from __future__ import annotations

import re

from citekit.model import Name
from citekit.names import latin, palladius
from citekit.names.evidence import Evidence
from citekit.names.tables import korean_surnames, remembered, vietnamese_surnames, word_set
from citekit.names.words import fold, is_initials

_PATRONYMIC = re.compile(
    r".{2,}(?:ович|евич|ьич|[кмнл]ич|овна|евна|ична|инична|івна|ївна|йович|аўна|еўна|овіч|евіч)\Z"
)
_TURKIC_PATRONYMIC = re.compile(r"(?:оглы|оглу|кызы|гызы|улы|уулу)\Z", re.IGNORECASE)
_CASE = re.compile(r"(?:[ауе]|ом|я|ю|ем)\Z")
_SURNAME = re.compile(
    r".{2,}(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|цкий|ской|цкой|ская|цкая|ський|цький|ська|цька|"
    r"енко|чук|щук|юк|ук|як|ян|янц|дзе|швили|ия|ых|их|ко|ик|ец|аго|ово)\Z"
)


def read(words: list[str], evidence: Evidence) -> Name:
    """The name whose words stand in the printed order, without a comma."""
    while len(words) > 1 and words[0].lower().rstrip(".") in word_set("honorifics", "before"):
        words = words[1:]
    if len(words) == 1:
        return Name(family=words[0])
    if len(words) > 5:
        return Name(literal=" ".join(words))
    settled = evidence.family_words(tuple(words)) or _family_words(words)
    given = words[settled.stop :] if settled.start == 0 else words[: settled.start]
    parts = latin.family(words[settled])
    return Name(
        family=parts.family,
        given=" ".join(given),
        dropping_particle=parts.dropping_particle,
        non_dropping_particle=parts.non_dropping_particle,
    )


def _family_words(words: list[str]) -> slice:
    count = len(words)
    if len(words[0]) == 1 and _is_asian(words):  # "Е Цзяньин", "У Сюцюань"
        return slice(0, 1)
    initials = [is_initials(word) for word in words]
    if not initials[0] and all(initials[1:]):  # "Орлов М. В.", "Ковальский Зб."
        return slice(0, 1)
    if any(initials):  # "М. В. Орлов", "Зб. Ковальский"
        return slice(_start(words), count)
    if _TURKIC_PATRONYMIC.match(words[-1]):  # "Алиев Гейдар Алирза оглы"
        return slice(0, 1)
    for at, word in enumerate(words):
        if at and _PATRONYMIC.match(word) and (at < count - 1 or count > 2):
            # "Орлов Александр Андреевич" / "Александр Андреевич Орлов"
            return slice(0, 1) if at == count - 1 else slice(at + 1, count)
    if _is_asian(words):  # "Ху Вэйян", "Ким Ир Сен", "Хо Ши Мин"
        return slice(0, 1)
    if count == 2 and _is_given(words[1]) and not _is_given(words[0]):  # "Петров Иван"
        return slice(0, 1)
    if count == 2 and _PATRONYMIC.match(words[1]) and _is_given(words[0]):  # "Иван Мицкевич"
        return slice(1, 2)
    if count == 2 and not _is_given(words[0]) and _SURNAME.match(words[0]) and not _SURNAME.match(words[1]):
        return slice(0, 1)
    return slice(_start(words), count)


def _start(words: list[str]) -> int:
    """Where a family name at the end begins: at its particles (фон Браун), else at the last word."""
    for at, word in enumerate(words[:-1]):
        if word.islower() and word in word_set("particles"):
            return at
    return len(words) - 1


@remembered()
def _given_names() -> frozenset[str]:
    return frozenset(fold(word) for word in word_set("russian-given"))


def _is_given(word: str) -> bool:
    return fold(word) in _given_names()


def _is_asian(words: list[str]) -> bool:
    """Chinese after Palladius, Korean after Kontsevich, Vietnamese: family name first, short words."""
    first = fold(words[0])
    if palladius.syllables(words[0]) in (1, 2) and palladius.is_surname(words[0]):
        # The given name may be declined: "Мао Цзэдуна", "Гао Ганом".
        return all(
            palladius.syllables(word) or palladius.syllables(_CASE.sub("", word)) for word in words[1:]
        )
    if first in korean_surnames() or first in vietnamese_surnames():
        return (len(words) == 3 and all(len(word) <= 6 and not _is_given(word) for word in words[1:])) or (
            len(words) == 2 and "-" in words[1]
        )
    return False
