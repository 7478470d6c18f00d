"""The words of a locale: terms, date formats and options (CSL 1.0.2, "Locale Files" and "Locale Fallback").

The locale files are those of citeproc-py.  A chain of fallback (style's dialect, style's language, style's
own terms, file of the dialect, file of the language, en-US) is folded once into one table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

NS = "{http://purl.org/net/xbiblio/csl}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DEFAULT = "en-US"

FORM_FALLBACK = {
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
    "verb": ("verb", "long"),
    "short": ("short", "long"),
    "long": ("long",),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a term."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


@dataclass(slots=True)
class LocaleTable:
    """What one ``cs:locale`` element says, or a chain of them folded together."""

    terms: dict[tuple[str, str, str], Term] = field(default_factory=dict)
    dates: dict[str, tuple[dict[str, str], list[dict[str, str]]]] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)

    def over(self, other: LocaleTable) -> LocaleTable:
        """This table with what it lacks taken from *other*; ordinals are taken as a set or not at all."""
        theirs = other.terms
        if any(_is_ordinal(key[0]) for key in self.terms):
            theirs = {key: term for key, term in theirs.items() if not _is_ordinal(key[0])}
        return LocaleTable(
            {**theirs, **self.terms}, {**other.dates, **self.dates}, {**other.options, **self.options}
        )


def _is_ordinal(name: str) -> bool:
    return name == "ordinal" or name.startswith("ordinal-")


class Locale:
    """A locale as the evaluation uses it."""

    def __init__(self, language: str, table: LocaleTable, own_quotes: bool = False) -> None:
        self.language = language
        self.table = table
        self.own_quotes = own_quotes
        """Whether the style itself says where punctuation stands for this language."""
        self.punctuation_in_quote = table.options.get("punctuation-in-quote") == "true"
        self.limit_day_ordinals = table.options.get("limit-day-ordinals-to-day-1") == "true"
        self._found: dict[tuple[str, str, bool], str | None] = {}

    def term(self, name: str, form: str = "long", plural: bool = False) -> str | None:
        """The term in that form or the next one that there is; None where the locale has none."""
        key = (name, form, plural)
        if key not in self._found:
            self._found[key] = self._find(name, form, plural)
        return self._found[key]

    def _find(self, name: str, form: str, plural: bool) -> str | None:
        for candidate in FORM_FALLBACK.get(form, ("long",)):
            term = self.table.terms.get((name, candidate, ""))
            if term is not None:
                return term.multiple if plural else term.single
        return None

    def gender(self, name: str) -> str:
        """The grammatical gender of a term, for the ordinals that agree with it."""
        term = self.table.terms.get((name, "long", ""))
        return term.gender if term else ""

    def ordinal(self, number: int, gender: str = "", long: bool = False) -> str:
        """The number as an ordinal ("2nd"; long: "second")."""
        if long and 1 <= number <= 10:
            for form in (gender, ""):
                term = self.table.terms.get((f"long-ordinal-{number:02d}", "long", form))
                if term:
                    return term.single
        return f"{number}{self._ordinal_suffix(number, gender)}"

    def _ordinal_suffix(self, number: int, gender: str) -> str:
        last, two = number % 10, number % 100
        candidates = [(f"ordinal-{number:02d}", "whole-number")] if number < 100 else []
        candidates += [(f"ordinal-{two:02d}", "last-two-digits"), (f"ordinal-{last:02d}", "last-digit")]
        for name, match in candidates:
            for form in (gender, "") if gender else ("",):
                term = self.table.terms.get((name, "long", form))
                if term and (term.match or _usual_match(name)) == match:
                    return term.single
        for name in ("ordinal", "ordinal-04"):
            for form in (gender, "") if gender else ("",):
                term = self.table.terms.get((name, "long", form))
                if term:
                    return term.single
        return ""

    def quotes(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Outer and inner quotation marks."""
        return (
            (self.term("open-quote") or "“", self.term("close-quote") or "”"),
            (self.term("open-inner-quote") or "‘", self.term("close-inner-quote") or "’"),
        )


def _usual_match(name: str) -> str:
    return "last-digit" if name < "ordinal-10" else "last-two-digits"


def read_locale(element: Any) -> LocaleTable:
    """The table of a ``cs:locale`` element of lxml."""
    table = LocaleTable()
    for child in element:
        if child.tag == NS + "style-options":
            table.options.update(child.attrib)
        elif child.tag == NS + "date":
            parts = [dict(part.attrib) for part in child if part.tag == NS + "date-part"]
            table.dates[child.get("form", "text")] = (dict(child.attrib), parts)
        elif child.tag == NS + "terms":
            for term in child:
                if term.tag == NS + "term":
                    _read_term(term, table)
    return table


def _read_term(element: Any, table: LocaleTable) -> None:
    single = multiple = (element.text or "").strip("\n\t") if len(element) == 0 else ""
    for child in element:
        if child.tag == NS + "single":
            single = child.text or ""
        elif child.tag == NS + "multiple":
            multiple = child.text or ""
    key = (element.get("name", ""), element.get("form", "long"), element.get("gender-form", ""))
    table.terms[key] = Term(single, multiple, element.get("gender", ""), element.get("match", ""))


@lru_cache(maxsize=32)
def _locale_file(language: str) -> LocaleTable | None:
    from citeproc.frontend import CitationStylesLocale  # type: ignore[import-untyped]

    try:
        return read_locale(CitationStylesLocale(language, validate=False).root)
    except (ValueError, OSError):
        return None


def primary_dialect(language: str) -> str:
    """The dialect whose locale file stands for a bare language ("zh" -> "zh-CN")."""
    from citeproc import PRIMARY_DIALECTS  # type: ignore[import-untyped]

    return str(PRIMARY_DIALECTS.get(language, language))


def is_known_locale(language: str) -> bool:
    """Whether there is a locale file for a language or its primary dialect."""
    return (
        _locale_file(language) is not None
        or _locale_file(primary_dialect(language.split("-")[0])) is not None
    )


def build_locale(language: str, in_style: list[tuple[str, LocaleTable]]) -> Locale:
    """The locale of a language within a style whose own ``cs:locale`` elements are *in_style*."""
    base = language.split("-")[0]
    chain = [
        table for wanted in dict.fromkeys((language, base, "")) for lang, table in in_style if lang == wanted
    ]
    own_quotes = any("punctuation-in-quote" in table.options for table in chain)
    for name in dict.fromkeys((language, primary_dialect(base), DEFAULT)):
        table = _locale_file(name)
        if table is not None:
            chain.append(table)
    folded = chain[-1] if chain else LocaleTable()
    for table in reversed(chain[:-1]):
        folded = table.over(folded)
    return Locale(language, folded, own_quotes)
