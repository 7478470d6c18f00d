"""The numbers that Word prints for notes: counted through, anew in each section, or anew on each page.

ECMA-376 part 1, 17.11.11 (footnotePr), 17.11.17 (numFmt), 17.11.19 (numRestart), 17.11.20 (numStart); a
section's own settings go before those of the document.  Where counting starts anew on each page, pages
are known only from the breaks that Word noted when it last laid the document out, and a diagnostic says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from citekit.model import Diagnostic
from citekit.readers.packages import attribute, local

_KINDS = ("footnote", "endnote")
_CHICAGO = "*†‡§"  # Chicago Manual of Style 14.24: the row of signs, then doubled
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


@dataclass(slots=True)
class _Settings:
    """How the notes of one kind are numbered."""

    format: str = "decimal"
    start: int = 1
    restart: str = "continuous"

    def updated(self, properties: Any) -> _Settings:
        """These settings with what a footnotePr or endnotePr element says."""
        new = _Settings(self.format, self.start, self.restart)
        for child in properties if properties is not None else ():
            value = attribute(child, "val") or ""
            if local(child) == "numFmt" and value:
                new.format = value
            elif local(child) == "numStart" and value.isdecimal():
                new.start = int(value)
            elif local(child) == "numRestart" and value:
                new.restart = value
        return new


class NoteNumbers:
    """Gives each call its printed number while the body goes by."""

    def __init__(self, body: Any, settings: Any) -> None:
        """*body* is the element with the sections, *settings* the root of the settings part.

        Both may be None.
        """
        document = {
            "footnote": _Settings().updated(_child(settings, "footnotePr")),
            "endnote": _Settings(format="lowerRoman").updated(_child(settings, "endnotePr")),
        }
        properties = [] if body is None else [element for element in body.iter() if _is_section(element)]
        self._sections = [
            {kind: document[kind].updated(_child(section, f"{kind}Pr")) for kind in _KINDS}
            for section in properties
        ] or [document]
        self._section = 0
        self._page_breaks = 0
        self._counts = {kind: self._settings(kind).start - 1 for kind in _KINDS}

    def _settings(self, kind: str) -> _Settings:
        return self._sections[min(self._section, len(self._sections) - 1)][kind]

    def next(self, kind: str) -> str:
        """The number of the next note of *kind*."""
        self._counts[kind] += 1
        return _FORMATS.get(self._settings(kind).format, str)(self._counts[kind])

    def section_ends(self) -> None:
        """A section of the body ends here."""
        self._section += 1
        for kind in _KINDS:
            settings = self._settings(kind)
            if settings.restart in ("eachSect", "eachPage"):
                self._counts[kind] = settings.start - 1

    def page_ends(self) -> None:
        """A page ends here, as far as the document tells."""
        self._page_breaks += 1
        for kind in _KINDS:
            if self._settings(kind).restart == "eachPage":
                self._counts[kind] = self._settings(kind).start - 1

    def diagnostics(self, name: str) -> Iterator[Diagnostic]:
        """What is not sure of the numbers."""
        if any(section[kind].restart == "eachPage" for section in self._sections for kind in _KINDS):
            known = (
                "as Word last laid them out" if self._page_breaks else "which the document does not record"
            )
            yield Diagnostic(
                "numbering-by-page",
                f"The notes are counted anew on each page, {known}: the printed numbers may differ",
                source=name,
                help="Set the numbering to “continuous” in Word (References, Footnotes) for sure numbers.",
            )


def _child(element: Any, name: str) -> Any:
    return None if element is None else next((child for child in element if local(child) == name), None)


def _is_section(element: Any) -> bool:
    return local(element) == "sectPr" and local(element.getparent()) in ("pPr", "body")


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """a, b, ... z, aa, bb (ECMA-376, ST_NumberFormat lowerLetter)."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else str(number)


def _signs(number: int) -> str:
    return _CHICAGO[(number - 1) % 4] * ((number - 1) // 4 + 1) if number > 0 else str(number)


# Enclosed and Chinese numerals are given in Arabic digits, as they are in typed notes (①).
_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "chicago": _signs,
}
