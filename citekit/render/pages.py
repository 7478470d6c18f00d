"""Ranges of pages and other locators (CSL 1.0.2, "Page Ranges")."""

from __future__ import annotations

import re
from functools import lru_cache

_RANGE = re.compile(r"(?<![\w\\])([^\W\d_]*)(\d+)([^\W\d_]*)\s*[-–]\s*([^\W\d_]*)(\d+)([^\W\d_]*)(?!\w)")
_DASH = re.compile(r"\s*(?<!\\)-\s*")


@lru_cache(maxsize=16384)
def format_pages(text: str, style: str, delimiter: str) -> str:
    """Every range in *text* in the style's page-range format, with *delimiter* between the numbers."""
    if "-" not in text and "–" not in text:
        return _lists(text)
    if _is_composite(text):
        return text.replace("\\-", "-") if "\\-" in text else text

    def one(found: re.Match[str]) -> str:
        prefix, first, tail, prefix2, last, tail2 = found.groups()
        if tail or tail2 or (prefix2 and prefix2 != prefix) or not style:
            return f"{prefix}{first}{tail}{delimiter}{prefix2}{last}{tail2}"
        begin, end = _shorten(first, last, style)
        second = prefix + end if style == "expanded" and prefix else end
        if prefix2 and style != "expanded" and len(end) == len(first):
            second = prefix2 + end
        return f"{prefix}{begin}{delimiter}{second}"

    out = _RANGE.sub(one, text)
    out = _DASH.sub(delimiter, out) if "://" not in out else out
    return _lists(out.replace("\\-", "-"))


def _is_composite(text: str) -> bool:
    """Numbers like "1-2-3" or "N-110" are one number each, not ranges."""
    return bool(re.search(r"\d[-–]\d+[-–]\d", text))


def _lists(text: str) -> str:
    return re.sub(r"(?<=\d)\s*,\s*(?=\d)", ", ", text) if "," in text else text


def _shorten(first: str, last: str, style: str) -> tuple[str, str]:
    if len(last) < len(first):
        full = first[: len(first) - len(last)] + last
    else:
        full = last
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
    if style == "chicago-15" or style == "chicago":
        if len(first) == 4 and len(full) - common >= 3:
            return full
    return full[min(common, len(full) - 2) :]
