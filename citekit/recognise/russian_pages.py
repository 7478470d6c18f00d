"""Pages, leaves and columns in the Russian convention: "С. 5–7", "л. 12 об.–13", "Стб. 305"."""

from __future__ import annotations

import re

from citekit.languages.ru import LEAF_LABELS, PAGE_LABELS

_NUMBER = (
    r"(?:\d+(?:\s?об\.?(?!\w)|\s?зв\.?(?!\w)|\s?адв\.?(?!\w)|[а-яa-d](?!\w))?|[IVXLCХ]+(?![\w.])|[IVXLCХ]+(?=\."
    r"(?!\s?[A-ZА-Я]\.))|[ivxlc]+(?!\w))"
)
_RANGE = rf"\[?{_NUMBER}\]?(?:\s?[-–—−‑]\s?{_NUMBER})?(?:\s(?:и\sслед|и\sсл|сл|ff|и\sдал|и\sдр)\b\.?)?"
PAGE_LIST = (
    rf"{_RANGE}(?:(?:\s?,\s?|\s?;\s?|\s(?:и|та|і|and)\s|,\s(?:и)\s){_RANGE}(?![\w.]*\s"
    rf"(?:{'|'.join(('с', 'т', 'изд'))})\.))*"
)

_PAGE_LABEL = "|".join(sorted(PAGE_LABELS, key=len, reverse=True))
_LEAF_LABEL = "|".join(sorted(LEAF_LABELS, key=len, reverse=True))
LABELLED = re.compile(
    rf"(?<![\w])(?:(?P<page>(?i:{_PAGE_LABEL}))|(?P<leaf>(?i:{_LEAF_LABEL})))(?:\.\s?|\s)"
    rf"(?P<pages>{PAGE_LIST})(?!\w)"
)
"""A label with the pages after it: "С. 5–7", "л. 26", "P. 745", "стр. 12"."""

COUNT = re.compile(
    r"(?<![\w])(?:[IVXLCХ]+,\s)?(?P<count>\d+)(?:,\s?\[\d+\])?\s?(?:[сc]|стр|p|pp|[Ss]|л)\.?"
    r"(?=[.,;:\s(–—-]|$)(?!\.?\s?\d)"
)
"""The extent of a book: "207 с.", "XII, 345 с.", "312 p."."""

_DASHES = re.compile(r"\s*[-–—−‑]+\s*")
_VERSO = re.compile(r"(?<=\d)\s+(?=(?:об|зв|адв)\b)|(?<=об|зв)\.|(?<=адв)\.")
_AND = re.compile(r"\s*(?:,\s*(?:и|та|і)\s|\s(?:и|та|і|and)\s(?!след|сл\b|др\b|дал)|[,;])\s*")


def normalise(pages: str) -> str:
    """*pages* as the data contract has them: '-' for ranges, ", " between places, "12об" for a verso."""
    pages = _VERSO.sub("", pages.strip().strip("[]").rstrip(".,;").replace("]", ""))
    return _AND.sub(", ", _DASHES.sub("-", pages)).replace("Х", "X")


def label_of(match: re.Match[str]) -> str:
    """The CSL label of a match of :data:`LABELLED`: page, folio or column."""
    if match["leaf"]:
        return "folio"
    return "column" if match["page"].lower() in ("стб", "столб", "col") else "page"
