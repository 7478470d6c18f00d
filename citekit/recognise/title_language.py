"""In what language a title is, by its letters and small words."""

from __future__ import annotations

import re

from citekit.languages import titles
from citekit.recognise import russian_names

OWN_LETTERS = re.compile(r"[іїєґў]|(?:спр|воп)\.", re.IGNORECASE)
"""Letters and labels of Ukrainian and Belarusian that Russian does not have."""

_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_BELARUSIAN = re.compile(
    r"ў|\bвоп\.|^(?=.*і)(?!.*[иїєґъѣ]).*ы|^(?=.*і)(?!.*[иїєґъѣ]).*(?:цц|дз|нск)", re.IGNORECASE
)
_SPRAVA = re.compile(r"\bспр\.", re.IGNORECASE)
_OLD_SPELLING = re.compile(r"[ѣѳѵ]|ъ(?!\w)", re.IGNORECASE)
# Russian of any age writes ъ before a vowel or at the end of a word, Bulgarian as a vowel: "България"
_BULGARIAN = re.compile(r"ъ[бвгджзйклмнпрстфхцчшщ]", re.IGNORECASE)
_RUSSIAN_ONLY = re.compile(r"[ыэёѣ]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-zÀ-žȘ-ț]")
_WORD = re.compile(r"\w+")
_ELISION = re.compile(r"\b(?:[ldLD]|[dD]ell|[dD]all|[nN]ell|[qQ]u)[’'](?=\w)")
_CYRILLIC_LETTERS = tuple((code, frozenset(letters)) for code, letters in titles.CYRILLIC_LETTERS)


def language_of(text: str) -> str | None:
    """The language of a title as an ISO 639-1 code, "en" where nothing tells; None without letters."""
    if text.isascii():
        cyrillic, latin = 0, sum(c.isalpha() for c in text)
    else:
        cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic >= latin and cyrillic:
        return _of_cyrillic(text)
    return (_of_latin(text) or "en") if latin else None


def told_in_latin(text: str) -> bool:
    """Whether letters or words of *text*, in Latin script, tell its language."""
    return _of_latin(text) is not None


def of_place(place: str) -> str | None:
    """The language in whose spelling one of the places of publication is printed."""
    return next(
        (code for name in re.split(r"\s?[;,–-]\s?", place) if (code := titles.PLACES.get(name))), None
    )


def _of_cyrillic(text: str) -> str:
    if is_transcribed_chinese(text):
        return "zh"
    low = set(text.lower())
    for code, letters in _CYRILLIC_LETTERS:
        if low & letters:
            return code
    if _BULGARIAN.search(text) and not _RUSSIAN_ONLY.search(text):
        return "bg"
    if OWN_LETTERS.search(text) is None:
        return "ru"
    if _BELARUSIAN.search(text):
        return "be"
    if _SPRAVA.search(text):
        return "uk"
    return "uk" if _UKRAINIAN.search(text) and not _OLD_SPELLING.search(text) else "ru"


def _of_latin(text: str) -> str | None:
    """The language with most of its small words and letters in *text*, and fewest letters it has not."""
    low = text.lower()
    words = {word.lower() for word in _WORD.findall(text) if len(word) > 1 or word.islower()}  # no "War I"
    foreign = set() if text.isascii() else {c for c in low if c > "\x7f" and _LATIN.match(c)}
    best, most = None, 0
    for code, letters in titles.LATIN_LETTERS.items():
        own = sum(letter in letters for letter in foreign)
        score = 2 * len(words & titles.LATIN_WORDS[code]) + 2 * own
        if code != "en":  # an English title may name Kraków and Brătianu
            score -= 3 * (len(foreign) - own)
        if score > most:
            best, most = code, score
    return best


def of_foreign_title(text: str) -> str | None:
    """The language of a title among English ones, where more than the name of a person or town tells it.

    Two small words do, or one beside letters of the language, or a word in small letters that has such
    letters, for names begin with a capital; French ones ("coup d’état") are at home in English.
    """
    code = _of_latin(text)
    if code is None or code == "en":
        return None
    words = _WORD.findall(text)
    likely = {word.lower() for word in words[:1]} | {word for word in words if word.islower()}
    small = len(titles.LATIN_WORDS[code] & likely) + (code in ("fr", "it") and bool(_ELISION.search(text)))
    own = [word for word in words if any(c in titles.LATIN_LETTERS[code] for c in word.lower())]
    told = small >= 2 or (small and own) or (code != "fr" and any(word.islower() for word in own))
    english = small < 2 and not titles.LATIN_WORDS["en"].isdisjoint(word.lower() for word in words)
    return code if told and not english else None


# two vowels or consonants together as Palladius writes Chinese and Russian words hardly ever do
_TELLING_SOUND = re.compile(r"цз|чж|[жшчхдглтн]э|ю[эйа]|у[ао]|ао|оу|эй", re.IGNORECASE)


def is_transcribed_chinese(text: str) -> bool:
    """Whether a title is Chinese in Cyrillic letters ("Жэньминь жибао"); the name of a person is none."""
    words = text.split()
    if not 2 <= len(words) <= 8 or russian_names.is_east_asian(text) or not _TELLING_SOUND.search(text):
        return False
    return all(len(w) > 1 and russian_names.is_chinese_given(w) for w in words)
