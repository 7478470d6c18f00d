r"""Citations as Pandoc writes them (pandoc manual, "Citation syntax").

A note that is nothing but citations becomes a citation in the text, which a note style turns into a note
again.  In a note with prose a citation is written ``@key [p. 12]``: pandoc puts ``[@key]`` in a note into
brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.model import Span
from citekit.rewrite.plan import Cited, Group, NotePlan

# CSL's labels in the words that pandoc knows in an English document: one page, several.
_LABELS = {
    "page": ("p.", "pp."), "folio": ("fol.", "fols."), "column": ("col.", "cols."),
    "chapter": ("chap.", "chaps."), "paragraph": ("para.", "paras."), "section": ("sec.", "secs."),
    "line": ("l.", "ll."), "note": ("n.", "nn."), "verse": ("v.", "vv."), "figure": ("fig.", "figs."),
}  # fmt: skip
_KEY = re.compile(r"\w(?:[\w:.#$%&\-+?<>~/]*\w)?")
_SIGNS = re.compile(r"([\\`*_\[\]@^~;])")


def in_text(plan: NotePlan, *, english: bool = True) -> str:
    """The note of *plan* as one citation."""
    cites = [cited for group in plan.groups for cited in plan.introduced(group)]
    return f"[{'; '.join(_normal(prefix, item, english) for prefix, item in cites)}]"


def in_note(group: Group, *, english: bool = True) -> str:
    """*group* among prose."""
    cited = "; ".join(_beside_prose(item, english) for item in group.items)
    return f"{cited} {_escaped(group.defines)}" if group.defines else cited


def _beside_prose(item: Cited, english: bool) -> str:
    pages = _pages(item, english)
    before = _escaped(item.chapters) + " " if item.chapters else ""
    return before + _key(item) + (f" [{pages}]" if pages else "")


def _normal(prefix: str, item: Cited, english: bool) -> str:
    pages = _pages(item, english)
    before = _escaped(prefix) + " " if prefix else ""
    return before + _key(item) + (f", {pages}" if pages else "")


def _key(item: Cited) -> str:
    return f"@{item.work}" if _KEY.fullmatch(item.work) else f"@{{{item.work}}}"


def _pages(item: Cited, english: bool) -> str:
    if item.elsewhere:
        return _marked(item.elsewhere, item.italic)
    pages = _escaped(item.locator or "")
    if item.volume is not None:  # pandoc takes no volume beside a page: CMOS 18, 14.23 writes 3:78-79
        return f"{item.volume}:{pages}" if pages else f"vol. {item.volume}"
    if not pages:
        return ""
    if item.label != "page" and item.typed_label:
        return f"{item.typed_label} {pages}"
    if not english or item.label not in _LABELS:
        return pages
    one, several = _LABELS[item.label]
    return f"{several if re.search('[-–,;]', pages) else one} {pages}"


def _marked(text: str, italic: Sequence[Span]) -> str:
    """*text* with its italic stretches."""
    out, at = "", 0
    for span in italic:
        out += f"{_escaped(text[at : span.start])}*{_escaped(span.of(text))}*"
        at = span.end
    return out + _escaped(text[at:])


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)
