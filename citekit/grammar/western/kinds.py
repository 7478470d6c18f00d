"""The type, genre and language of a work from what a western citation says of it."""

from __future__ import annotations

import re

from citekit.grammar.draft import Draft
from citekit.grammar.western.runs import CYRILLIC, HAN
from citekit.grammar.western.titles import is_magazine, is_newspaper, is_periodical
from citekit.languages import en_prints
from citekit.model import Date, Field
from citekit.names.syllables import pinyin
from citekit.recognise import title_language

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-])*")
_LATIN_WORD = re.compile(r"[^\W\d_]+")
_SPEECH = re.compile(r"\b(?:speech|address|remarks|lecture|statement before|inaugural)\b", re.IGNORECASE)
_TITLE_OF_SPEECH = re.compile(
    r"(?:[\w’'-]+\s+){0,2}?(?:remarks|address|speech|lecture|sermon)\s+(?:to|at|before|in|on|by|broadcast|"
    r"delivered)\b|(?:inaugural|farewell)\s+address\b",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(r"\b(?:interview (?:with|by)|reminiscences of|oral history)\b", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:reports?|working paper|technical paper|roundups?|research memorandum|estimates?)\b", re.IGNORECASE
)
_GERMAN = re.compile(r"\b(?:der|die|das|und|des|im|für|fuer|von|eine?|zur|zum)\b")
_FRENCH = re.compile(r"\b(?:le|la|les|des|du|et|une?|au|aux|dans|pour)\b")
# Endings that only transliterated Russian has (ALA-LC, BGN).
_RUSSIAN_ENDING = re.compile(
    r"(?:sk(?:ii|iy|aia|aya|oe|oi|oy|ogo|ikh|im)|[oe]go|ykh|ikh|[iy]ia|[iy]ya|ii|nii|nie|niia|stvo|stva|"
    r"tsii|ost['’ı]?|osti|"
    r"[ao]mi|akh|aia|aya|nye|nyi|nyy|oi|ov|ev|om|em|noi|uiu|dy|ny|iny|ina|inu|ka|ki|ku|vy|va)['’]?$"
)
_RUSSIAN_SMALL = frozenset(
    {
        "i",
        "v",
        "vo",
        "na",
        "s",
        "so",
        "o",
        "ob",
        "k",
        "ot",
        "iz",
        "po",
        "dlia",
        "dlya",
        "pri",
        "za",
        "pod",
        "do",
        "u",
        "god",
        "gody",
    }
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|in|on|to|from|for|with|a|an|at|by|who|what|why|how|when|where|is|are|was|were|its|"
    r"his|her|"
    r"their|new|between|under|over|after|before|during|against|into|about|toward|towards|as)\b",
    re.IGNORECASE,
)
# Hepburn romanisation marks long vowels; Vietnamese has letters that no other Latin script has.
_JAPANESE = re.compile(r"[āūēōŌŪ]")
_JAPANESE_WORD = re.compile(
    r"(?:[kgsztdnhbpmyrwjf]?[yh]?[aiueoāūēō]|sh[aiuoūō]|ch[aiuoūō]|ts[uū]|n(?![aiueo])|[kstp](?=[kstpc]))+$"
)
_ACCENTS = re.compile(r"(?!.*[āēīōūǎěǐǒǔǖǘǚǜ]).*?[à-öø-ûý-ž]")
_VIETNAMESE = re.compile(r"[đĐơƠưƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


def is_pinyin(title: str) -> bool:
    """Whether a Latin-script *title* is Chinese in pinyin: every word, but for a name or two, is made of its
    syllables.
    """
    words = [w for w in _WORD.findall(title) if len(w) > 1 and not w.isupper()]
    if not words or _ENGLISH.search(title):
        return False
    known = sum(pinyin(w) > 0 for w in words)
    return (known >= 2 and known * 4 >= len(words) * 3) or (len(words) == 1 and pinyin(words[0]) >= 2)


def is_transliterated_russian(title: str) -> bool:
    """Whether a Latin-script *title* is transliterated Russian."""
    if _ENGLISH.search(title):
        return False
    tokens = [w.casefold() for w in _WORD.findall(title)]
    ending = sum(len(w) >= 4 and _RUSSIAN_ENDING.search(w) is not None for w in tokens)
    hits = ending + sum(w in _RUSSIAN_SMALL for w in tokens)
    return ending >= 1 and hits >= 2 and hits * 3 >= len(tokens)


def language_of(draft: Draft) -> str | None:
    """The language of the work: of its original-script title, else of its title; a document's that of its
    collection.
    """
    for name in ("original-title", "custom.original-container-title"):
        text = str(draft.get(name) or "")
        if text.isascii():
            continue
        if HAN.search(text):
            return (
                "ja"
                if re.search(r"[\u3040-\u30ff]", text)
                else "ko"
                if re.search(r"[\uac00-\ud7af]", text)
                else "zh"
            )
        if CYRILLIC.search(text):
            return "ru"
    printed = (
        draft.get("container-title") if draft.get("type") == "chapter" and draft.has("recipient") else None
    )
    title = str(printed or draft.get("title") or draft.get("container-title") or "")
    if not title:
        return _language_without_title(draft)
    container = str(draft.get("container-title") or "")
    return (
        _language_of_title(title)
        if title != container and not container
        else _language_of_both(title, container)
    )


def _language_without_title(draft: Draft) -> str | None:
    """Files of Russian archives are in Russian; other unprinted documents are in the language of the note."""
    if re.match(r"f(?:ond)?\.?\s", str(draft.get("archive_collection") or "")):
        return "ru" if not draft.has("recipient") else None
    return "en" if draft.has("archive") or draft.has("recipient") else None


def _language_of_both(title: str, container: str) -> str | None:
    """A translated title of an article in a pinyin journal is the translation of a Chinese article."""
    own = _language_of_title(title)
    if own == "en" and (is_pinyin(container) or is_transliterated_russian(container)):
        return _language_of_title(container)
    return own


def _language_of_title(title: str) -> str:
    if not title.isascii():
        if HAN.search(title):
            return "zh"
        if CYRILLIC.search(title):
            return "ru"
        words = _LATIN_WORD.findall(title.casefold())
        if _VIETNAMESE.search(title):
            return "vi"
        if (
            _JAPANESE.search(title)
            and sum(bool(_JAPANESE_WORD.match(w)) for w in words) * 4 >= len(words) * 3
        ):
            return "ja"
        foreign = title_language.of_foreign_title(title) if _ACCENTS.search(title) else None
        if foreign and not _ENGLISH.search(title):  # "La décadence" has the syllables of pinyin
            return foreign
    if is_pinyin(title):
        return "zh"
    if is_transliterated_russian(title) or title.split(",")[0].casefold() in en_prints.RUSSIAN_PERIODICALS:
        return "ru"
    english = _ENGLISH.search(title.replace("die ", "Die ")) is not None
    if not english:
        if _GERMAN.search(title) and re.search(r"\b(?:der|die|das|und|des|für|zur|zum|Die|Der)\b", title):
            return "de"
        if len(_FRENCH.findall(title)) >= 2:
            return "fr"
    elif title.isascii() and not _GERMAN.search(title):
        return "en"
    return title_language.of_foreign_title(title) or "en"


def weekly(draft: Draft) -> bool:
    """An issue above the twelfth of its year, without volume, is that of a weekly: a magazine, no journal."""
    issue = str(draft.get("issue") or "")
    if is_periodical(str(draft.get("container-title") or "")):
        return False
    return issue.isdigit() and int(issue) > 12 and not draft.has("volume") and int(issue) <= 53


def set_type(draft: Draft, *, quoted: bool, periodical: bool, contained: bool) -> None:
    """Decide the CSL type by the evidence gathered, and read the genre from the title where it names one."""
    if draft.has("type"):
        return
    at = len(draft.text)
    draft.imply(
        "type", _type(draft, quoted=quoted, periodical=periodical, contained=contained), at, at, "kind"
    )
    title = str(draft.get("title") or "")
    if draft.get("type") == "speech" and not draft.has("issued"):
        draft.fields = [
            Field("issued", f.value, f.span, f.rule) if f.name == "original-date" else f for f in draft.fields
        ]
    if (
        not draft.has("genre")
        and draft.get("type") in ("article-journal", "chapter", "speech")
        and re.search(r"\bSpeech\b", title)
    ):
        draft.imply("genre", "speech", at, at, "genre-in-title")


def _type(draft: Draft, *, quoted: bool, periodical: bool, contained: bool) -> str:
    title, container = str(draft.get("title") or ""), str(draft.get("container-title") or "")
    if periodical:
        return _periodical_type(draft, title, container)
    if contained:
        return "chapter"
    if draft.has("archive_location") or draft.has("archive_collection") or draft.has("archive"):
        return (
            "interview"
            if _INTERVIEW.search(title)
            else "report"
            if draft.has("number") and _REPORT.search(title)
            else "document"
        )
    if _INTERVIEW.search(title) and not draft.has("publisher-place"):
        return "interview"
    if draft.has("URL") and not draft.has("publisher") and not draft.has("issued"):
        return "webpage"
    if quoted and any(f.rule == "report-number" for f in draft.fields):
        return "report"
    if quoted and not draft.has("publisher") and _TITLE_OF_SPEECH.match(title):
        return "speech"
    if (draft.has("original-date") and not draft.has("issued")) or (quoted and draft.has("genre")):
        return "report" if _REPORT.search(title[:60]) else "document"
    if quoted and draft.has("URL"):
        return "webpage"
    if draft.has("genre") and not draft.has("publisher"):
        return "document"
    if quoted and not draft.has("publisher") and _SPEECH.search(draft.text):
        return "speech"
    if draft.has("number") and _REPORT.search(draft.text):
        return "report"
    if not draft.has("publisher") and any(f.rule in ("archive-cia", "archive-un") for f in draft.fields):
        return "document"
    return "book"


def _periodical_type(draft: Draft, title: str, container: str) -> str:
    if not title and (not draft.has("issued") or draft.has("issue")):
        return "collection"
    if is_magazine(container) or _by_month_alone(draft, container):
        return "article-magazine"
    if not title:
        return "article-newspaper" if _has_day(draft) else "article-journal"
    if is_newspaper(container) and _has_day(draft) and not draft.has("volume") and not draft.has("issue"):
        return "article-newspaper"
    if weekly(draft):
        return "article-magazine"
    numbered = draft.has("volume") or draft.has("issue") or draft.has("number")
    if _has_day(draft) and not numbered and not is_periodical(container):
        return "article-newspaper"  # a journal is cited by its numbers, a newspaper by the day
    return "article-journal"


def _by_month_alone(draft: Draft, container: str) -> bool:
    """Magazines are cited by their month, without the volume or number of a journal (Chicago 14.171)."""
    date = draft.get("issued")
    month = isinstance(date, Date) and bool(date.parts) and len(date.parts[0]) == 2
    return month and not (draft.has("volume") or draft.has("issue")) and not is_periodical(container)


def _has_day(draft: Draft) -> bool:
    date = draft.get("issued")
    return isinstance(date, Date) and bool(date.parts) and len(date.parts[0]) == 3
