"""The nominative of a person's name that a heading declines: "Письмо И. В. Сталина Мао Цзэдуну".

Rules of the declension of surnames (Russian grammar, Academy of Sciences, 1980, vol. 1): masculine surnames in
consonant, -ов/-ин, -ский, and foreign names; names in -о, -и, -е, -у, -ы stay.  Women's surnames in -ой are put into
the nominative where the form is not ambiguous.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Case: TypeAlias = Literal["genitive", "dative", "unmarked"]

_RULES: tuple[tuple[str, Case, str], ...] = (
    # ending, its case, the ending of the nominative; the first that fits is taken
    ("ского", "genitive", "ский"), ("цкого", "genitive", "цкий"), ("скому", "dative", "ский"), ("цкому", "dative", "цкий"),
    ("ого", "genitive", "ой"), ("его", "genitive", "ий"), ("ому", "dative", "ой"), ("ему", "dative", "ий"),
    ("ской", "unmarked", "ская"), ("овой", "unmarked", "ова"), ("евой", "unmarked", "ева"), ("иной", "unmarked", "ина"),
    ("ая", "genitive", "ай"), ("ея", "genitive", "ей"), ("оя", "genitive", "ой"), ("уя", "genitive", "уй"),
    ("юя", "genitive", "юй"), ("эя", "genitive", "эй"), ("ыя", "genitive", "ый"), ("ия", "unmarked", "ия"),
    ("аю", "dative", "ай"), ("ею", "dative", "ей"), ("ою", "dative", "ой"), ("ую", "dative", "уй"),
    ("юю", "dative", "юй"), ("эю", "dative", "эй"), ("ию", "dative", "ий"), ("ии", "genitive", "ия"),
    ("ля", "genitive", "ль"), ("ня", "genitive", "нь"), ("ря", "genitive", "рь"), ("ся", "unmarked", "ся"),
    ("лю", "dative", "ль"), ("ню", "dative", "нь"), ("рю", "dative", "рь"), ("ги", "genitive", "га"),
    ("еца", "genitive", "ец"), ("ецу", "dative", "ец"),
    ("а", "genitive", ""), ("у", "dative", ""),
)  # fmt: skip
_STAYS = ("ко", "ло", "дзе", "швили", "ых", "их", "ци", "ши", "фу", "ху", "лу", "жу", "у-", "со", "ро", "то")
_PALLADIUS_FINALS = re.compile(r"(?:[бпмфдтнлгкхжшчцзср]у|юй|[бпмфдтлгкх]а|хуа|гуа|ша|жэ|ся|цзя|ця|сюй|шу|чжу|чу|ту|цзу|су)$", re.IGNORECASE)


def nominative(word: str, *, foreign: bool = False) -> tuple[str, Case]:
    """The nominative of a declined surname and the case it stands in.

    *foreign* marks names that Palladius' transcription gives (Мао Цзэдун): their syllables in -у, -а, -я stay.
    """
    low = word.lower()
    if len(low) < 3 or low.endswith(_STAYS) or low[-1] in "оеэи" and not low.endswith("ии"):
        return word, "unmarked"
    if foreign and _PALLADIUS_FINALS.search(low) and not re.search(r"[нйгр][ау]$", low):
        return word, "unmarked"
    for ending, case, base in _RULES:
        if low.endswith(ending):
            stem = word[: len(word) - len(ending)]
            if not re.search(r"[аеёиоуыэюя]", stem.lower()) and base:
                continue
            return stem + (base.upper() if word.isupper() else base), case
    return word, "unmarked"
