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

from citekit.library.bib.dates import write_date, write_year
from citekit.library.bib.latex import tidy
from citekit.library.bib.types import CONTAINED, DATELESS, PRINTED_TOO
from citekit.model import Item
from citekit.names.order import is_asian_surname

JOINT = ". "
"""Between what the writer has in a field and what is added to it."""

_NUMBERED = {"report", "patent"}
"""Types whose number every style prints."""

_LETTER = {"en": "{} to {}", "ru": "{} (адресат: {})", "zh": "{}致{}"}
_ADDRESSED = {"en": "to {}", "ru": "адресат: {}", "zh": "致{}"}
_ISSUE = {"en": "no. {}", "ru": "№ {}", "zh": "第{}期"}
_HELPED = {
    "editor": {"en": "edited by {}", "ru": "под ред. {}", "zh": "{}编"},
    "translator": {"en": "translated by {}", "ru": "пер. {}", "zh": "{}译"},
}
_AND = {"en": "and", "ru": "и"}
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}
_ARCHIVE = ("archive-place", "archive", "archive_collection", "archive_location", "call-number", "source")

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
    fields = _structured(item) | _made_title(item)
    titles = _additions_to_titles(item)
    addressed, number, kept = _addressed(item), _number(item), _archive(item)
    if "journaltitleaddon" in titles:
        number = ""
    if fields.get("titlesource") == "parties":
        addressed = ""
    elif fields.get("titlesource") == "archive":
        number = kept = ""
    printed = _original_date(item)
    dated = item.get("type") in DATELESS and "issued" not in item
    if biblatex:
        fields |= titles
        if dated and _iso(item.get("original-date")):
            fields["date"] = _iso(item["original-date"])
            printed = ""
        if stands_in_book(item):
            fields["titleaddon"] = _sentence([titles["titleaddon"], addressed, printed, number])
            fields["addendum"] = kept
        else:
            fields["addendum"] = _sentence([addressed, number, kept, printed])
    else:
        if dated:
            printed = ""
            fields |= write_year(item.get("original-date"))
        titles |= {"volume": str(item.get("volume-title", "")), "helpers": _helpers(item)}
        fields["note"] = _sentence([*titles.values(), addressed, number, kept, printed])
    fields["shorttitle"] = short_title(item)
    return {name: text for name, text in fields.items() if text}


def short_title(item: Item) -> str:
    """The heading of a document with its day: what tells letters of one heading apart in a short form.

    It is written only where another document of the library has the heading too.
    """
    date = _original_date(item)
    if "title-short" in item or not item.get("title") or not date:
        return ""
    return f"{item['title']}, {date}" if item.get("type") in {"chapter", *DATELESS} else ""


def _made_title(item: Item) -> dict[str, str]:
    """The title of a document that has none, for styles that print nothing sensible without one.

    A letter is "Roshchin to Stalin" (The Chicago Manual of Style, 17th ed., 14.229), anything else that has
    no author either is called by its place in the archive.
    """
    if "title" in item or item.get("type") not in DATELESS:
        return {}
    author, recipient = item.get("author") or [], item.get("recipient") or []
    if author and recipient:
        script = _script(item, "".join(_display(name) for name in (*author, *recipient)))
        parties = (_listed([_display(name) for name in names], script) for names in (author, recipient))
        return {"title": _LETTER[script].format(*parties), "titlesource": "parties"}
    if not author and not recipient and is_shelfmark(item):
        return {"title": _sentence([_number(item), _archive(item)]), "titlesource": "archive"}
    return {}


def is_shelfmark(item: Item) -> bool:
    """Whether the place in an archive is all that *item* is called by."""
    return (
        item.get("type") in DATELESS
        and not any(item.get(variable) for variable in ("title", "author", "recipient", "container-title"))
        and bool(_archive(item))
    )


def stands_in_book(item: Item) -> bool:
    """Whether *item* is part of a book, whose own data close the note."""
    kind = item.get("type")
    return kind == "chapter" or (kind in PRINTED_TOO and "container-title" in item)


def volume_is_word(item: Item) -> bool:
    """Whether the volume brings its own word, as 上册 does: styles would print another before it."""
    volume = str(item.get("volume", ""))
    bookish = item.get("type") not in {"article-journal", "article-magazine", "article-newspaper", "review"}
    return bookish and re.search(r"[^\W\dIVXLCM_]", volume) is not None


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


def _helpers(item: Item) -> str:
    """The translator, and the editor of what has an author: old BibTeX styles print neither."""
    said = []
    for variable, words in _HELPED.items():
        if item.get(variable) and (variable == "translator" or editor_is_second(item)):
            names = [_display(name) for name in item[variable]]
            script = _script(item, "".join(names))
            said.append(words[script].format(_listed(names, script)))
    return ", ".join(said)


def editor_is_second(item: Item) -> bool:
    """Whether *item* is a book with an author, whose editor BibTeX refuses to print."""
    return bool(item.get("author") and item.get("editor")) and item.get("type") in {"book", "classic"}


def _additions_to_titles(item: Item) -> dict[str, str]:
    """Original and translated titles where they are not the title itself, the parts of sets and old books."""
    custom, kind = item.get("custom") or {}, str(item.get("type", ""))
    in_periodical = kind.startswith(("article-", "review"))
    own = [_addition(item.get("original-title"), custom.get("translated-title"))]
    container = [_addition(custom.get("original-container-title"), custom.get("translated-container-title"))]
    if kind not in CONTAINED:  # the name of a site, of a programme
        own, container = [*own, str(item.get("container-title", "")), *container], []
    holder = container if kind in CONTAINED and "container-title" in item else own
    if volume_is_word(item):
        holder.append(str(item["volume"]))
    if not in_periodical:
        holder.append(str(item.get("section", "")))
    container.append(_issue(item))
    if in_periodical:  # JPRS Report, JPRS-UAC-91-003: the number of the issue as a report
        container.append(_number(item))
    return {
        "titleaddon": _sentence(own),
        "journaltitleaddon" if in_periodical else "booktitleaddon": _sentence(container),
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
    if item.get("type") in _NUMBERED or not number or number in _archive(item):
        return ""
    return f"№{number}" if number[0].isdigit() else number


def _archive(item: Item) -> str:
    """Where the document is kept, as printed."""
    parts = [str(item[variable]) for variable in _ARCHIVE if item.get(variable)]
    if str(item.get("type", "")).startswith("article-"):
        parts.append(str(item.get("section", "")))
    return _sentence(parts)


def _original_date(item: Item) -> str:
    """The date of the document in words, where nothing else says its year."""
    parts = (item.get("original-date") or {}).get("date-parts") or [[]]
    if len(parts) != 1 or not parts[0]:
        return ""
    year, month, day = (*parts[0], 0, 0)[:3]
    if str(year) in str(item.get("title", "")) and not month:
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
