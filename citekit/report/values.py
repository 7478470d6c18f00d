"""Values of fields and items in words: names, dates, languages, scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from citekit.model import Date, Value

MONTHS = ("January February March April May June July August September October November December").split()
SEASONS = ("spring", "summer", "autumn", "winter")

LANGUAGES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "la": "Latin",
    "mn": "Mongolian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sr": "Serbian",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""English names of languages by their code (ISO 639-1)."""

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
"""Which language to tell the browser for a script, so that it takes the right shapes of the characters."""


def script_language(text: str) -> str:
    """The language that the script of *text* suggests, "" for Latin letters."""
    if text.isascii():
        return ""
    return next((language for language, script in _SCRIPTS if script.search(text)), "")


def language_name(code: str) -> str:
    """The English name of the language *code* ("zh", "zh-Hant"), or the code itself."""
    return LANGUAGES.get(code.split("-")[0].lower(), code)


def in_words(value: Value) -> str:
    """The value of a field in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if isinstance(value, Date):
        return date_in_words(value.to_csl())
    return names_in_words([name.to_csl() for name in value])


def date_in_words(date: Mapping[str, Any]) -> str:
    """A CSL date in words: "30 August 1950", "1995–1996", "spring 1995", "about 1950"."""
    parts = [part for part in date.get("date-parts") or () if part]
    if not parts:
        return str(date.get("literal", "") or date.get("raw", ""))
    words = "–".join(_day(part) for part in parts)
    season = date.get("season")
    if isinstance(season, int) and 1 <= season <= len(SEASONS):
        words = f"{SEASONS[season - 1]} {words}"
    return f"about {words}" if date.get("circa") else words


def _day(part: Sequence[Any]) -> str:
    numbers = [int(number) for number in part]
    year = str(numbers[0]) if numbers[0] > 0 else f"{-numbers[0]} BC"
    month = MONTHS[numbers[1] - 1] if len(numbers) > 1 and 1 <= numbers[1] <= 12 else ""
    day = str(numbers[2]) if month and len(numbers) > 2 else ""
    return " ".join(word for word in (day, month, year) if word)


def names_in_words(names: Sequence[Mapping[str, Any]]) -> str:
    """Names in the order of a catalogue, which shows what was taken for the family name."""
    return "; ".join(name_in_words(name) for name in names)


def name_in_words(csl: Mapping[str, Any]) -> str:
    """A CSL name: "Shen, Zhihua", "沈志华", "Beauvoir, Simone de", or the literal."""
    if csl.get("literal"):
        return str(csl["literal"])
    family = " ".join(str(csl[part]) for part in ("non-dropping-particle", "family") if csl.get(part))
    given = " ".join(str(csl[part]) for part in ("given", "dropping-particle") if csl.get(part))
    if given and script_language(family) in ("zh", "ja", "ko"):
        return family + given
    return ", ".join(part for part in (family, given, str(csl.get("suffix", ""))) if part)


def family_of(csl: Mapping[str, Any]) -> str:
    """The name by which notes call a correspondent: the family name, or the body."""
    if script_language(str(csl.get("family", ""))) in ("zh", "ja", "ko"):
        return name_in_words(csl)
    particle, family = csl.get("non-dropping-particle", ""), csl.get("family", "")
    return str(csl.get("literal") or " ".join(part for part in (particle, family) if part))


def item_value(value: Any) -> str:
    """Any value of a CSL-JSON item in words."""
    if isinstance(value, Mapping):
        if "date-parts" in value or "literal" in value or "raw" in value:
            return date_in_words(value)
        return "; ".join(f"{key}: {item_value(inner)}" for key, inner in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(
            name_in_words(v) if isinstance(v, Mapping) and _is_name(v) else item_value(v) for v in value
        )
    return str(value)


def _is_name(value: Mapping[str, Any]) -> bool:
    return "family" in value or ("literal" in value and "date-parts" not in value)
