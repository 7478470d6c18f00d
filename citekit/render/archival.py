"""From our items to what styles print: archival documents.

A document printed in a collection is a chapter with a sender, a recipient, a date of its own, a number and a
genre; an unpublished one has a repository, a fond and a file (PROFILE, "Archival documents").  Public styles
know nothing of that: they print a telegram of 1949 as "n.d." or as a letter "to" its collection.  The two
functions here say what a style gets to see instead.

For our own styles (:func:`for_own_style`):

* a document between two parties becomes ``personal_communication``: its title names the parties ("Stalin to
  Mao"), so author and recipient are not repeated; ``genre`` and ``original-date`` stand beside it;
* the genre is put in the document's language, and left out where the title says it;
* an author whom the title names is not printed again.

For public styles (:func:`for_public_style`) everything goes into the variables that every style prints:

=================  =======================================================================================
a chapter's        title = "Stalin to Mao, telegram, October 11, 1950, no. 00601", title-short without number;
                   recipient, genre and number are dropped; an author-date style that prints original-date
                   keeps it there; the author stays, or the editor would be taken for the author
unpublished        type manuscript, issued = its own date, archive_location = fond, opis and delo together;
                   a style that prints no archive at all gets it as container-title
a file as a whole  title = fond, opis, delo; the repository stays the archive
=================  =======================================================================================
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from citekit.render.genres import GENRES, genre_in, is_named
from citekit.render.items import CJK, print_language, read_date
from citekit.render.parties import family_of, names_party, party
from citekit.render.shelfmarks import UNPUBLISHED, in_gost_form, is_fond, joined_parts, shelfmark

_TO = {"en": "{0} to {1}", "zh": "{0}致{1}", "ru": "{0} — {1}"}
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}


def language_of(item: Mapping[str, Any]) -> str:
    """The language a document is spoken of in: that of its printed title, else its own."""
    texts = {
        key: str(item[key]) for key in ("title", "container-title", "archive_collection") if item.get(key)
    }
    if not texts:
        parties = "".join(family_of(name) for key in ("author", "recipient") for name in _people(item, key))
        texts = {"title": parties} if parties else {}
    language = print_language(str(item.get("language") or ""), texts)[:2]
    return language if language in _TO else "en"


def is_published_document(item: Mapping[str, Any]) -> bool:
    """A document printed in a collection of documents."""
    if item.get("type") != "chapter":
        return False
    custom = item.get("custom")
    return bool(
        item.get("original-date")
        or item.get("recipient")
        or str(item.get("genre") or "").lower() in GENRES
        or (isinstance(custom, Mapping) and custom.get("archive_id"))
    )


def is_archival(item: Mapping[str, Any]) -> bool:
    """A document, published in a collection or not, or a file."""
    return is_published_document(item) or item.get("type") in UNPUBLISHED


def is_unprintable(item: Mapping[str, Any]) -> bool:
    """An unpublished document that a public style has no words for: untitled, or dated in its own way."""
    if item.get("type") not in UNPUBLISHED:
        return False
    return not item.get("title") or bool(item.get("original-date") and not item.get("issued"))


def heading(item: Mapping[str, Any], words: str) -> str:
    """What a document between parties is called: its printed heading, or "sender to recipient".

    *words*: the language of the words that join the names.
    """
    author, recipient = _people(item, "author"), _people(item, "recipient")
    title = str(item.get("title") or "")
    if title or not (author and recipient):
        return title
    if words == "zh" and not CJK.search(party(author, words) + party(recipient, words)):
        words = "en"
    return _TO.get(words, _TO["en"]).format(party(author, words), party(recipient, words))


def _people(item: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = item.get(key)
    return [name for name in value if isinstance(name, Mapping)] if isinstance(value, list) else []


def _is_between_parties(item: Mapping[str, Any], titles: str) -> bool:
    author, recipient = _people(item, "author"), _people(item, "recipient")
    if not author or not recipient:
        return False
    return not item.get("title") or (names_party(titles, author) and names_party(titles, recipient))


def all_titles(item: Mapping[str, Any]) -> str:
    """Every title of an item, in whatever script: a sender named in one of them is named."""
    custom = item.get("custom")
    more = custom.get("translated-title") if isinstance(custom, Mapping) else ""
    return " ".join(str(part) for part in (item.get("title"), item.get("original-title"), more) if part)


def for_own_style(
    item: Mapping[str, Any], titles: str = "", words: str = "", style_language: str = ""
) -> dict[str, Any]:
    """An item as our own styles take it.

    *titles*: all titles of the work; *words*: the language of the style's words where it is not the item's;
    *style_language*: that of the style, a Russian one writes shelfmarks in the form of GOST.
    """
    out = dict(item)
    if not is_archival(item):
        return out
    language = language_of(item)
    words = words or language
    titles = titles or all_titles(item)
    genre = str(item.get("genre") or "")
    if genre:
        if is_named(genre, titles, language):
            out.pop("genre")
        else:
            out["genre"] = genre_in(genre, words)
    if not item.get("original-date") and item.get("type") in UNPUBLISHED and item.get("issued"):
        out["original-date"] = out.pop("issued")
    if _is_between_parties(item, titles):
        out["title"] = heading(item, words)
        out["type"] = "personal_communication"
        out.pop("author", None)
        out.pop("recipient", None)
    elif item.get("title") and names_party(titles, _people(item, "author")):
        out.pop("author", None)
    if item.get("type") in UNPUBLISHED and out["type"] != "personal_communication":
        out["type"] = "document"
    _short_title(out, item, words)
    if is_fond(item) and language != "zh":
        mark = shelfmark(item)
        out["archive_location"] = in_gost_form(mark) if style_language[:2] == "ru" else mark
        out.pop("archive_collection", None)
        out.pop("archive-place", None)
    return out


def _short_title(out: dict[str, Any], item: Mapping[str, Any], words: str) -> None:
    """Documents of the same parties differ by their date: a short title keeps it."""
    date = written_date(out.get("original-date"), words)
    if item.get("recipient") and out.get("title") and date:
        title = str(out.get("title-short") or out["title"])
        if date not in title:
            out["title-short"] = f"{title}{_comma(title)}{date}"


def _comma(text: str) -> str:
    return "，" if CJK.search(text[-1:]) else ", "


def written_date(value: Any, language: str) -> str:
    """A date in words: "October 11, 1950", "1950年10月11日", "11 октября 1950 г."."""
    date = read_date(value) if value else None
    if not date:
        return ""
    if not date.parts:
        return date.literal
    year, month, day = date.parts[0]
    if language == "zh":
        return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    if not month:
        return str(year)
    name = _MONTHS.get(language, _MONTHS["en"])[month - 1]
    if language == "ru":
        return f"{day} {name} {year} г." if day else f"{name} {year} г."
    return f"{name} {day}, {year}" if day else f"{name} {year}"


def for_public_style(
    item: Mapping[str, Any], printed: Set[str], is_note: bool, titles: str = "", words: str = ""
) -> dict[str, Any]:
    """An item as a public style can print it.

    *printed*: the variables that the style ever prints; *titles* and *words* as for :func:`for_own_style`.
    """
    if not is_archival(item):
        return dict(item)
    titles = titles or all_titles(item)
    words = words or language_of(item)
    if item.get("type") == "chapter":
        return _published(item, is_note, "original-date" in printed, titles, words)
    return _unpublished(item, printed, is_note, titles, words)


def _published(
    item: Mapping[str, Any], is_note: bool, prints_original: bool, titles: str, words: str
) -> dict[str, Any]:
    out = dict(item)
    title, genre = heading(item, words), str(item.get("genre") or "")
    keeps_date = prints_original and not is_note
    date = "" if keeps_date else written_date(item.get("original-date"), words)
    if date in title:
        date = ""
    parts = [title]
    if genre and not is_named(genre, titles, language_of(item)):
        parts.append(genre_in(genre, words))
    comma = _comma(title)
    out["title-short"] = comma.join(part for part in (str(item.get("title-short") or title), date) if part)
    number = str(item.get("number") or "")
    parts.append(date)
    if number:
        parts.append(("No. " if words == "en" else "№ ") + number.removeprefix("№").strip())
    out["title"] = comma.join(part for part in parts if part)
    for key in ("recipient", "genre", "number"):
        out.pop(key, None)
    if not keeps_date:
        out.pop("original-date", None)
        if is_note and names_party(titles, _people(item, "author")) and not item.get("editor"):
            out.pop("author", None)
    return out


def _unpublished(
    item: Mapping[str, Any], printed: Set[str], is_note: bool, titles: str, words: str
) -> dict[str, Any]:
    out = dict(item)
    title, genre = heading(item, words), str(item.get("genre") or "")
    out["type"] = "manuscript"
    if genre and is_named(genre, titles, language_of(item)):
        out.pop("genre")
    elif genre and "genre" not in printed:
        out.pop("genre")
        title = f"{title}{_comma(title)}{genre_in(genre, words)}" if title else genre_in(genre, words)
    elif genre:
        out["genre"] = genre_in(genre, words)
    if item.get("original-date"):
        out.setdefault("issued", item["original-date"])
        out.pop("original-date", None)
    location = shelfmark(item)
    out.pop("archive_collection", None)
    out.pop("recipient", None)
    if item.get("recipient") and is_note and names_party(title, _people(item, "author")):
        out.pop("author", None)
    if not title and location:
        title, location = location, ""
    if title:
        out["title"] = title
    out["archive_location"] = location
    if not printed & {"archive", "archive_location"}:
        place = joined_parts([str(item.get("archive") or ""), location], "ru" if is_fond(item) else "en")
        if place:
            out["container-title"] = place
    return out
