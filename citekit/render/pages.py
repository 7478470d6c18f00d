"""Ranges of pages and other locators (CSL 1.0.2, "Page Ranges")."""

from __future__ import annotations

import re
from functools import lru_cache

_RANGE = re.compile(r"(?<![\w\\./])((?:\d*[^\W\d_]+)?)(\d+)\s*[-–]\s*((?:\d*[^\W\d_]+)?)(\d+)(?![\w-])")
_ROMAN = re.compile(r"(?<!\w)([ivxlcdm]+)\s*[-–]\s*([ivxlcdm]+)(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=16384)
def format_pages(text: str, style: str, delimiter: str) -> str:
    """Every range in *text* in the style's page-range format, with *delimiter* between the numbers.

    Numbers with a prefix ("N110") are a range where both have the same one; "N110-5" stays as it is.
    """
    if "-" not in text and "–" not in text:
        return _lists(text)
    if _is_composite(text):
        return text.replace("\\-", "-")

    def one(found: re.Match[str]) -> str:
        prefix, first, prefix2, last = found.groups()
        if prefix != prefix2:
            return f"{prefix}{first}-{prefix2}{last}"
        if not style:
            return f"{prefix}{first}{delimiter}{prefix2}{last}"
        begin, end = _shorten(first, last, style)
        return f"{prefix}{begin}{delimiter}{prefix if style == 'expanded' else ''}{end}"

    out = _RANGE.sub(one, text)
    out = _ROMAN.sub(lambda found: f"{found.group(1)}{delimiter}{found.group(2)}", out)
    return _lists(out.replace("\\-", "-"))


def _is_composite(text: str) -> bool:
    """Numbers like "1-2-3" or "N-110" are one number each, not ranges."""
    return bool(re.search(r"\d[-–]\d+[-–]\d", text))


def _lists(text: str) -> str:
    return re.sub(r"(?<=\d)\s*,\s*(?=\d)", ", ", text) if "," in text else text


def _shorten(first: str, last: str, style: str) -> tuple[str, str]:
    full = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if int(full) < int(first):
        return first, last
    if style == "expanded" or len(full) != len(first):
        return first, full
    common = 0
    while common < len(first) and first[common] == full[common]:
        common += 1
    if style == "minimal":
        return first, full[min(common, len(full) - 1) :]
    if style == "minimal-two":
        return first, full[min(common, max(len(full) - 2, 0)) :]
    if style.startswith("chicago"):
        return first, _chicago(first, full, common, style)
    return first, full


def _chicago(first: str, full: str, common: int, style: str) -> str:
    """The Chicago Manual of Style's table (CSL 1.0.2, appendix "Page Range Formats")."""
    number = int(first)
    if number < 100 or number % 100 == 0:
        return full
    if 1 <= number % 100 <= 9:
        return full[common:]
    if style in ("chicago", "chicago-15") and len(first) == 4 and len(full) - common >= 3:
        return full
    return full[min(common, len(full) - 2) :]
