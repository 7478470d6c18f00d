r"""Citations as BibLaTeX commands (biblatex manual 3.9: citation commands).

A note that is nothing but citations becomes ``\autocite`` or ``\autocites``: the style makes the note, its
full stop and its Ibid.  Citations among prose stay in the ``\footnote`` as ``\cite``; there ``\autocite``
would put brackets around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.model import Span
from citekit.rewrite.latextext import Quotes
from citekit.rewrite.plan import Cited, Group, NotePlan

_RANGE = re.compile(r"(?<=[\w*])-(?=\w)")
_ROMAN = re.compile(r"[ivxlcdmIVXLCDM]+\.?")
_VOLUME = re.compile(r"\d+|[IVXLC]+")
# What the lookahead of \autocite would move before the note, and of \autocites take for another citation.
_LOOKED_AT = ".,;:!?[({"


def autocite(plan: NotePlan, following: str = "") -> str:
    r"""The note of *plan* as one command; *following* is the text after it."""
    cites = [cited for group in plan.groups for cited in plan.introduced(group)]
    command = _command("autocite", cites)
    return command + (r"\relax" if following[:1] and following[0] in _LOOKED_AT else "")


def cite(group: Group) -> str:
    """*group* among prose; the words that introduce it are prose."""
    command = _command("cite", [(item.chapters, item) for item in group.items])
    return f"{command} {_text(group.defines)}" if group.defines else command


def _command(name: str, cites: Sequence[tuple[str, Cited]]) -> str:
    written = [f"{_optional(_text(prefix), _postnote(item))}{{{item.work}}}" for prefix, item in cites]
    return f"\\{name}{'s' if len(written) > 1 else ''}{''.join(written)}"


def _optional(prenote: str, postnote: str) -> str:
    if prenote:
        return f"[{_guarded(prenote)}][{_guarded(postnote)}]"
    return f"[{_guarded(postnote)}]" if postnote else ""


def _guarded(argument: str) -> str:
    """An optional argument ends at the first bracket that stands outside braces."""
    return f"{{{argument}}}" if "[" in argument or "]" in argument else argument


def _text(text: str) -> str:
    return Quotes([text]).set(text)


def _marked(text: str, italic: Sequence[Span]) -> str:
    """*text* with its italic stretches."""
    out: list[str] = []
    at = 0
    quotes = Quotes([text])
    for span in italic:
        out += (quotes.set(text[at : span.start]), rf"\emph{{{quotes.set(span.of(text))}}}")
        at = span.end
    return "".join(out) + quotes.set(text[at:])


def _postnote(item: Cited) -> str:
    """The pages; ``3:78--79`` are those of volume 3 (CMOS 18, 14.23)."""
    if item.elsewhere:
        return _ranges(_marked(item.elsewhere, item.italic))
    pages = _ranges(_text(item.locator or ""))
    if pages and item.label != "page" and item.typed_label:
        # biblatex takes "ll." for Roman numbers of pages, and would print "pp. ll. 5"
        roman = "\\nopp " if _ROMAN.fullmatch(item.typed_label) else ""
        pages = f"{roman}{_text(item.typed_label)}~{pages}"
    if item.volume is None:
        return pages
    if not pages:
        return f"vol.~{_text(item.volume)}" if item.volume.isascii() else _text(item.volume)
    return f"{_text(item.volume)}{':' if _VOLUME.fullmatch(item.volume) else ', '}{pages}"


def _ranges(text: str) -> str:
    """Ranges between numbers with an en dash; a hyphen in a word stays."""
    return _RANGE.sub(lambda hyphen: "--" if _numeric(text, hyphen.start()) else "-", text.replace("–", "-"))


def _numeric(text: str, at: int) -> bool:
    left = re.search(r"(\w+)\*?$", text[:at])
    right = re.match(r"\w+", text[at + 1 :])
    return all(
        part is not None and re.fullmatch(r"\d+\w{0,3}|[ivxlcdm]+|[IVXLCDM]+|[A-Z]?\d+", part)
        for part in (left and left[1], right and right[0])
    )
