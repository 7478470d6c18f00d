"""What plain styles are told in the fields they print, as they know nothing of archives and recipients.

No style prints ``fond``, ``recipient`` or ``origdate``.  Measured on biblatex 3.18 with every entry type that
citekit writes: of ``howpublished``, ``note`` and ``addendum``, only ``addendum`` is printed by all of
``verbose-ibid``, ``biblatex-chicago`` (notes), ``gb7714-2015`` (which leaves out ``note`` of books, articles
and parts of books) and ``gost-footnote``; all four print ``titleaddon``, ``booktitleaddon`` and
``journaltitleaddon``.  The old BibTeX styles print ``note``.

What tells a document that a collection prints (to whom, its date, its number) stands behind its title, before
the collection: the pages of the collection close the note, and behind them it would be read as the
collection's (Chicago 14.224, 14.232; GOST R 7.0.5-2008, 7.3).

Everything here follows from other fields of the entry.  The reader works it out again and takes it off, so
that nothing comes back twice.
"""

from __future__ import annotations

import re
from typing import Any

from citekit.library.bib.latex import tidy
from citekit.model import Item
from citekit.names.order import is_asian_surname

JOINT = ". "
"""Between what the writer has in a field and what is added to it."""

DATELESS = {"document", "personal_communication", "manuscript", "interview", "speech"}
"""Types whose own date is ``original-date``: it is the only date where nothing was published."""

_ADDRESSED = {"en": "to {}", "ru": "адресат: {}", "zh": "致{}"}
_ISSUE = {"en": "no. {}", "ru": "№ {}", "zh": "第{}期"}
_AND = {"en": "and", "ru": "и"}
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_ARCHIVE = ("archive-place", "archive", "archive_collection", "archive_location")

# The parts of an archival reference that have fields of their own.  Words of GOST R 7.0.100-2018 and their
# English and Chinese equivalents in the notes of historians; the value is the first number after the word.
_UNITS = {
    "fond": r"(?:фонд|ф\.|fond|f\.|全宗(?:号)?)",
    "opis": r"(?:опись|оп\.|opis['’ʹ]?|op\.|目录(?:号)?)",
    "delo": r"(?:дело|д\.|ед\.\s?хр\.|delo|d\.|案卷(?:号)?)",
    "papka": r"(?:папка|пап\.|п\.|papka|pap\.|p\.)",
    "box": r"(?:box|коробка|盒)",
    "folder": r"(?:folder)",
}
_UNIT = {
    name: re.compile(rf"(?<!\w){words}\s*№?\s*([\w/.–-]*\w)", re.IGNORECASE) for name, words in _UNITS.items()
}


def derived_fields(item: Item, *, biblatex: bool) -> dict[str, str]:
    """The plain text of each field that follows from *item*, keyed by field; never depends on ``note``."""
    fields = _structured(item)
    untitled = item.get("type") in DATELESS and "title" not in item and bool(item.get("author"))
    if untitled:  # a letter is called by whom it is to: short forms need a name for it
        fields["title"] = _addressed(item)
    titles = _additions_to_titles(item)
    addressed, number, kept = "" if untitled else _addressed(item), _number(item), _archive(item)
    printed = _original_date(item)
    if biblatex:
        fields |= titles
        if item.get("type") in DATELESS and "issued" not in item and _iso(item.get("original-date")):
            fields["date"] = _iso(item["original-date"])
            printed = ""
        if item.get("type") == "chapter":
            fields["titleaddon"] = _sentence([titles["titleaddon"], addressed, printed, number])
            fields["addendum"] = kept
        else:
            fields["addendum"] = _sentence([addressed, number, kept, printed])
    else:
        if item.get("type") in DATELESS and "issued" not in item:
            printed = _original_date(item, always=True)
        fields["note"] = _sentence([*titles.values(), addressed, number, kept, printed])
    fields["shorttitle"] = short_title(item)
    if biblatex and str(item.get("type", "")).startswith("article-"):
        fields["issue"] = _season_of_two_years(item)
    return {name: text for name, text in fields.items() if text}


def short_title(item: Item) -> str:
    """The heading of a document with its day: what tells letters of one heading apart in a short form.

    It is written only where another document of the library has the heading too.
    """
    date = _original_date(item, always=True)
    if "title-short" in item or not item.get("title") or not date:
        return ""
    return f"{item['title']}, {date}" if item.get("type") in {"chapter", *DATELESS} else ""


def _season_of_two_years(item: Item) -> str:
    """The season of an issue of two years ("Winter 1995/96"), which a range of dates cannot say."""
    issued = item.get("issued") or {}
    season = str(issued.get("season", "")) if len(issued.get("date-parts") or ()) == 2 else ""
    return _SEASONS[int(season) - 1] if season in {"1", "2", "3", "4"} and _script(item) == "en" else ""


def _structured(item: Item) -> dict[str, str]:
    """fond, opis, delo, papka, box and folder, read from the archival reference as printed."""
    fields = {}
    for name, pattern in _UNIT.items():
        for variable in ("archive_collection", "archive_location"):
            found = pattern.search(str(item.get(variable, "")))
            if found:
                fields[name] = found[1]
                break
    return fields


def _additions_to_titles(item: Item) -> dict[str, str]:
    """Original and translated titles, where they are not the title itself."""
    custom = item.get("custom") or {}
    container = (
        "journaltitleaddon"
        if str(item.get("type", "")).startswith(("article-", "review"))
        else "booktitleaddon"
    )
    collection = _addition(custom.get("original-container-title"), custom.get("translated-container-title"))
    return {
        "titleaddon": _addition(item.get("original-title"), custom.get("translated-title")),
        container: _sentence([collection, _issue(item)]),
    }


def _issue(item: Item) -> str:
    """The number of the bulletin that prints a document, which no style prints of a part of a book."""
    issue = str(item.get("issue", "")) if item.get("type") == "chapter" else ""
    return _ISSUE[_script(item)].format(issue) if issue else ""


def _addition(original: Any, translated: Any) -> str:
    return " ".join([*([str(original)] if original else []), *([f"[{translated}]"] if translated else [])])


def _addressed(item: Item) -> str:
    """ "to Mao Zedong", where no title says whom the document was sent to."""
    names = [_display(name) for name in item.get("recipient") or ()]
    title = str(item.get("title", ""))
    if not names or all(_surname(name) in title for name in item["recipient"]):
        return ""
    script = _script(item, "".join(names))
    return _ADDRESSED[script].format(_listed(names, script))


def _script(item: Item, text: str = "") -> str:
    """The language to add words in: that of the letters the entry is written in, whatever its work's."""
    text = text or "".join(
        str(item.get(variable, "")) for variable in ("title", "container-title", *_ARCHIVE)
    )
    if re.search(r"[\u3400-\u9fff]", text):
        return "zh" if not re.search(r"[A-Za-z]{3}", text) else "en"
    return "ru" if re.search(r"[\u0400-\u04ff]", text) else "en"


def _listed(names: list[str], script: str) -> str:
    if script == "zh" or len(names) == 1:
        return "、".join(names)
    return f"{', '.join(names[:-1])} {_AND[script]} {names[-1]}"


def _surname(name: dict[str, Any]) -> str:
    return str(name.get("family") or name.get("literal") or "")


def _display(name: dict[str, Any]) -> str:
    family, given = _surname(name), str(name.get("given", ""))
    if re.search(r"[\u3400-\u9fff]", family):
        return family + given
    if is_asian_surname(family) or re.search(r"[\u0400-\u04ff]", family):
        return f"{family} {given}".strip()
    return f"{given} {family}".strip()


def _number(item: Item) -> str:
    """The number of the document, where the reference to its archive does not say it."""
    number = str(item.get("number", ""))
    if item.get("type") not in {"chapter", *DATELESS} or not number or number in _archive(item):
        return ""
    return number if re.match(r"\D*[№#]|No", number) else f"№{number}"


def _archive(item: Item) -> str:
    """Where the document is kept, as printed."""
    return ", ".join(str(item[variable]) for variable in _ARCHIVE if item.get(variable))


def _original_date(item: Item, *, always: bool = False) -> str:
    """The date of the document in words, where nothing else says its year."""
    parts = (item.get("original-date") or {}).get("date-parts") or [[]]
    if len(parts) != 1 or not parts[0]:
        return ""
    year, month, day = (*parts[0], 0, 0)[:3]
    if not always and str(year) in str(item.get("title", "")) and not month:
        return ""
    language = _script(item)
    if language == "zh":
        return f"{year}年" + f"{month}月" * bool(month) + f"{day}日" * bool(day)
    months = _MONTHS[language]
    if not (isinstance(month, int) and 1 <= month <= 12):
        return str(year)
    if not day and language != "en":
        return str(year)  # a Russian month without a day would need another case
    return f"{day} {months[month - 1]} {year}" if day else f"{months[month - 1]} {year}"


def _iso(date: Any) -> str:
    from citekit.library.bib.dates import write_date

    return write_date(date) if isinstance(date, dict) else ""


def _sentence(parts: list[str]) -> str:
    return ", ".join(tidy(part) for part in parts if part)


def joined(own: str, added: str) -> str:
    """What the writer has in a field, with what is added to it."""
    return own + JOINT + added if own and own != added else own or added


def taken_off(text: str, added: str) -> str:
    """The opposite of :func:`joined`."""
    if text == added:
        return ""
    return text.removesuffix(JOINT + added)
