"""In which case a name in a heading stands: "Письмо И. В. Сталина Мао Цзэдуну" has a genitive and a dative.

Only the case is told here, by the endings of masculine names and of foreign names in a consonant;
:mod:`citekit.names.declension` gives the nominative.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from citekit.names import palladius

Case: TypeAlias = Literal["genitive", "dative", "unmarked"]

_ENDINGS: tuple[tuple[str, Case], ...] = (
    ("ого", "genitive"), ("его", "genitive"), ("ому", "dative"), ("ему", "dative"),
    ("ові", "dative"), ("еві", "dative"), ("ко", "unmarked"), ("дзе", "unmarked"), ("швили", "unmarked"),
    ("ых", "unmarked"), ("их", "unmarked"),
    ("ии", "genitive"), ("ия", "unmarked"),
    ("а", "genitive"), ("я", "genitive"), ("ги", "genitive"), ("ки", "genitive"),
    ("у", "dative"), ("ю", "dative"),
)  # fmt: skip
_VOWELS = "аеёиоуыэюя"


def case_of(word: str, *, chinese: bool = False) -> Case:
    """The case that the ending of a surname (of a Chinese or Korean name, its last word) shows.

    A *chinese* name is declined only if what is left without the ending is made of Palladius' syllables too:
    "Цзэдуну" is, "Шаоци" and "Гу" are not.
    """
    low = word.lower()
    if len(low) < 3 and not chinese:
        return "unmarked"
    case: Case = next((case for ending, case in _ENDINGS if low.endswith(ending)), "unmarked")
    if case == "unmarked" or not chinese:
        return case
    stem = low[:-1] + "й" if low[-1] in "яю" and low[-2:-1] and low[-2] in _VOWELS else low[:-1]
    if low[-1] in "яю" and low[-2:-1] and low[-2] not in _VOWELS:
        stem = low[:-1] + "ь"
    return case if 0 < palladius.syllables(stem) <= 2 else "unmarked"
