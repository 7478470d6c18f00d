"""Pages, leaves and columns as western notes cite them, normalised to the digits with '-' for ranges."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d+(?:\s?(?:ob|v|r|rev)\b\.?|[a-d]\b)?|[ivxlc]+\b)"
# Chicago 14.157: "901n5", "346nn12-13", "337 and n. 14"; "12f.", "12 ff."; "passim" says "here and there".
_NOTE = r"(?:n+\.?|notes?)\s?\d+(?:\s*[-–]\s*\d+)?\b"
_RANGE = rf"{_NUMBER}(?:\s*[-–—−~]\s*{_NUMBER})?(?:\s?ff?\b\.?|\s?{_NOTE})?"
_BETWEEN = r"(?:\s*,\s*(?:and\s+|esp(?:ecially|\.)\s+)?(?:pp?\.\s*)?|\s+and\s+|\s*&\s*)"
PAGE_LIST = rf"{_RANGE}(?:{_BETWEEN}(?:{_RANGE}|{_NOTE}|passim\b))*"

_LABEL = (
    r"chapters|chapter|chaps|chap|ch|pp|p|pages|page|ll|l|fols?|ff|cols?|columns?|paras?|str|ss?"
    r"(?=\.\s*\d)|locs?|S(?=[.\s])"
)
LABELLED = re.compile(
    rf"(?<![\w.’'])(?P<label>{_LABEL})(?:\.?\s*(?=\d)|(?:\.\s*|\s+)(?=[ivxlc]))(?P<pages>{PAGE_LIST})(?!\w)"
)
"""Pages with their label: "pp. 12-13", "ll. 5ob-6", "cols. 12, 14"; German S., Russian s. and str."""

BARE_AT_END = re.compile(rf"(?<![^\W_])(?P<pages>{PAGE_LIST})(?P<tail>[\s.,;)]*)$")
"""Pages without a label as the last thing of a citation."""

_LABELS = {"l": "folio", "f": "folio", "c": "column"}

_LABEL_INSIDE = re.compile(r"\bpp?\.\s*(?=\d)")
_DASHES = re.compile(r"\s*[-–—−~]+\s*")
_AND = re.compile(r"\s*,?\s*(?:\band\b|&)\s*")


def normalise(pages: str) -> str:
    """*pages* as the data contract has them: '-' for ranges, ", " between places, no trailing point."""
    pages = _DASHES.sub("-", pages.strip().rstrip(".,;"))
    pages = _AND.sub(", ", _LABEL_INSIDE.sub("", pages))
    return re.sub(r"\s*,\s*", ", ", re.sub(r"(?<=\d)\s+(?=ob\b)", "", pages))


def label_of(word: str) -> str:
    """The CSL locator label that *word* ("pp", "ll", "cols", "para") stands for."""
    if word.startswith("para"):
        return "paragraph"
    if word.startswith("loc"):
        return "page"  # of an electronic edition (Chicago 14.160)
    return "chapter" if word.startswith("ch") else _LABELS.get(word[0], "page")
