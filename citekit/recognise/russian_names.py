"""Where the authors stand at the head of a record: "Иванов И. И., Петров П. П. [и др.]", "И. И. Иванов."

A GOST record inverts the name in the heading ("Иванов И. И."); the responsibility statement and the
older style of journals put the initials first.  This module only finds the names; who is family and who
is given is the business of :mod:`citekit.names`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.languages.ru import (
    ET_AL,
    GENITIVE_SURNAME_ENDINGS,
    KOREAN_SURNAMES,
    NO_SURNAMES,
    SURNAME_ENDINGS,
)
from citekit.names import palladius, syllables
from citekit.names.order import is_asian_surname

_UPPER = "А-ЯЁІЇЄҐЎЂЃЅЈЉЊЋЌЏA-ZÀ-ÞĀ-ŽѢѲ"
_PARTICLE = (
    r"(?:(?:[Дд]е|[Дд]е ла|фон|[Фф]он дер|ван|[Вв]ан дер|[Вв]ан|дер|ла|ле|дю|аль|эль|бен|ибн|[Vv]on"
    r"|[Vv]on der|[Vv]an|[Vv]an der|[Dd]e|[Dd]u|[Dd]e la|al|d’|d'|д’|д'|О’|О'|O’|O'|аль-|ал-"
    r"|эль-)\s?)?"
)
SURNAME = rf"{_PARTICLE}[{_UPPER}](?:[^\W\d_]|[’'`]|[-‑–](?=[^\W\d_]))+"
INITIAL = (
    rf"(?:[{_UPPER}]|Дж|Ю|Я|Ж|Ч|Ш|Ф|Th|Ch|Ph|Zb|Зб|Ив|Вл|Вс|Вяч|Ал|Ст|Евг|Ник|Алекс|Ле|Хр|Эд|Мих|Дм|Конст|Серг|Гр|Mc"
    r"|Chr|Fr|Wm|Joh|Jos|Alex|Edw|Sz|Cs|Cz|Gy|Zs|Dž|Nj|Lj)\."
    rf"(?:[-‑–][{_UPPER}][а-яa-z]?\.)?"
)
INITIALS = rf"{INITIAL}(?:\s?{INITIAL}){{0,3}}"
INVERTED = rf"{SURNAME}(?:\s(?:d[’'])?[A-ZÀ-Þ][a-zß-ÿ]+)?(?:\s\([^()\d]{{2,30}}\))?(?:,\s|\s){INITIALS}"
DIRECT = rf"{INITIALS}\s?{SURNAME}(?:\s(?:мл|ст)\.)?"
_PATRONYMIC = r"\w+(?:ович|евич|ич|овна|евна|ична|инична|йович|івна|ївна|авіч|евіч|авіч|аўна|еўна|іч)"
FULL = rf"{SURNAME}(?:,\s|\s)[{_UPPER}]\w+\s{_PATRONYMIC}(?!\w)"
_ET_AL = "|".join(re.escape(w) for w in sorted(ET_AL, key=len, reverse=True))
_JOIN = r"(?:,\s|\s(?:и|та|і|і|and|und|et|&)\s|;\s(?=\S+\s[А-ЯA-Z]\.))"

_EAST = rf"[{_UPPER}][^\W\d_]+\s[{_UPPER}][^\W\d_-]+(?:-[^\W\d_]+)?(?=\.\s)"

_INVERTED_HEAD = re.compile(
    rf"(?:{INVERTED}|{FULL})(?:{_JOIN}(?:{INVERTED}|{FULL}|{_EAST}))*(?P<etal>,?\s(?:{_ET_AL}))?"
    rf"(?P<sep>\s?[.,:]?\s|\s?[.,;]?$|(?=\s?//))"
)
_DIRECT_HEAD = re.compile(
    rf"(?:{DIRECT})(?:{_JOIN}(?:{DIRECT}))*(?P<etal>,?\s(?:{_ET_AL}))?(?P<sep>[.,]\s(?:[-–—]\s)?|$)"
)
_EAST_HEAD = re.compile(
    rf"[{_UPPER}][\w-]+(?:\s[{_UPPER}][\w-]+){{1,2}}(?P<etal>,?\s(?:{_ET_AL}))?(?P<sep>\.\s|,\s)"
)
_LATIN_GIVEN_HEAD = re.compile(
    r"[A-Z][\w’'-]+,\s[A-Z][a-zé]+(?:\s[A-Z]\.)*(?P<etal>(?!))?(?P<sep>[.:]\s|\.$)"
)
_VOLUME = re.compile(r"(?:Т|Ч|T|P|S|С|Л|Ф)\.\s?(?:[IVXLC]+\.|[А-ЯA-Z]?-?\d)")
_INITIAL_AT = re.compile(rf"[{_UPPER}][а-яёa-z]{{0,2}}\.")


@dataclass(frozen=True, slots=True)
class Head:
    """Authors at the head of a record: names in ``start:names_end``, the title begins at ``end``."""

    start: int
    names_end: int
    end: int
    inverted: bool
    et_al: bool


def _head(match: re.Match[str], inverted: bool) -> Head:
    names_end = match.start("etal") if match["etal"] else match.start("sep")
    return Head(match.start(), names_end, match.end(), inverted, bool(match["etal"]))


def _is_title_word(word: str, after: str) -> bool:
    """Whether *word* before initials is a noun of the title ("Наследники Н. Сейдукова"), not a surname."""
    low = word.lower()
    if low in NO_SURNAMES:
        return True
    following = re.match(r"[\w-]+", after)
    if following is None or not following[0][0].isupper() or low.endswith(SURNAME_ENDINGS) or word.isupper():
        return False
    return following[0].lower().endswith(GENITIVE_SURNAME_ENDINGS)


def head(text: str, start: int = 0, end: int | None = None) -> Head | None:
    """The authors with which ``text[start:end]`` begins, or None."""
    stop = len(text) if end is None else end
    near = text[start : min(stop, start + 60)]
    if _INITIAL_AT.search(near):
        match = _INVERTED_HEAD.match(text, start, stop)
        if match:
            word = re.split(r"[\s,]", match[0], maxsplit=1)[0]
            if not _is_title_word(word, text[match.end() : stop]):
                return _head(match, inverted=True)
            return None
        match = _DIRECT_HEAD.match(text, start, stop)
        if match and not _VOLUME.match(match[0]):
            return _head(match, inverted=False)
    return _full_head(text, start, stop)


def _full_head(text: str, start: int, stop: int) -> Head | None:
    """Authors written out: "Орлов Александр Андреевич.", "Ли Минли.", "Smith, John."."""
    for pattern in (_INVERTED_HEAD, _EAST_HEAD, _LATIN_GIVEN_HEAD):
        match = pattern.match(text, start, stop)
        if match is None:
            continue
        if pattern is not _EAST_HEAD or is_east_asian(match[0][: _head(match, True).names_end - start]):
            return _head(match, inverted=True)
    return None


def is_east_asian(name: str) -> bool:
    """Whether *name* is Chinese or Korean, surname first, no initials ("Пак Хон Ён", "Мао Цзэдун")."""
    words = name.split()
    if not 2 <= len(words) <= 3 or any(len(w) > 12 for w in words):
        return False
    if words[0] in KOREAN_SURNAMES and len(words) == 3 and all(len(w) <= 4 for w in words):
        return True
    if words[0].isascii():
        return is_asian_surname(words[0]) and all(0 < syllables.pinyin(w) <= 2 for w in words[1:])
    return len(words) == 2 and palladius.is_surname(words[0]) and is_chinese_given(words[1])


def is_chinese_given(word: str) -> bool:
    """Whether *word* is made of one to three syllables of Palladius' transcription ("Цзэдун", "Ят-сен")."""
    return word[-1:].islower() and (0 < palladius.syllables(word) <= 3 or word.endswith("-сен"))
