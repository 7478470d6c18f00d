"""Leaves and pages behind an archival reference, and their one spelling ("97–98 об." -> "97-98об")."""

from __future__ import annotations

import re

from citekit.archives.patterns import lazy
from citekit.archives.spelling import DASHES
from citekit.model import Span

_VERSO = r"(?:\s?(?:об|ob|verso|v|зв|адв|zv|recto|r|а|б|a|b)\.?(?![^\W_]))?"
_LEAF = rf"\[?\d{{1,5}}\]?{_VERSO}"
LIST = (
    rf"{_LEAF}(?:\s*(?:[{DASHES}]|,|，|、|\sи\s|\sand\s|\s?&\s?)\s*{_LEAF}"
    rf"(?!\d|\s*(?:г\.|гг\.|年|том|оп|д\.)))*(?<!\.)|{_LEAF}"
)
"""One leaf or several, with ranges and versos."""

_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_AFTER = lazy(
    r"[\s,，.;]*(?:"
    rf"(?P<folio>(?:ff?|fos|fols?|folios?|Bll?|лл?|Лл?|арк|ll?|k|Л)\.?\s?(?P<leaves>{LIST}))"
    rf"|(?P<page>(?:(?:pp?|С|с|стр|S|P)\.\s?|[页頁]\s?)(?P<pages>{LIST}))"
    rf"|(?P<han>第\s*(?P<han_pages>{LIST})\s*[页頁张張])"
    rf"|(?P<bare>(?<=[,:]\s)(?!{_YEAR})(?P<bare_pages>{LIST})(?=\s*(?:[.;)]|$)))"
    r")(?![^\W_\u4e00-\u9fff])"
)
"""Labelled leaves or pages, or a bare number that ends the clause ("..., 106-00023-01, 5-7.")."""

_READINGS = (
    ("folio", "leaves", "folio"),
    ("page", "pages", "page"),
    ("han", "han_pages", "page"),
    ("bare", "bare_pages", "page"),
)


def normalised(leaves: str) -> str:
    """*leaves* with ``-`` for ranges, verso joined to its number, one comma and space between."""
    plain = re.sub(f"[{DASHES}]", "-", leaves.strip(" ,"))
    plain = re.sub(r"\s*-\s*", "-", plain)
    plain = re.sub(r"\s*(?:[，、,]|\sи\s|\sand\s|&)\s*", ", ", plain)
    return re.sub(r"(?<=\d)\s+(?=[^\W\d_])|(?<=[^\W\d_])\.|[\[\]]", "", plain)


def behind(text: str, end: int) -> tuple[str, Span, str] | None:
    """The leaves or pages right after *end*: normalised, their span with label, and "folio" or "page"."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    group, value, label = next(reading for reading in _READINGS if match[reading[0]] is not None)
    return normalised(match[value]), Span(*match.span(group)), label
