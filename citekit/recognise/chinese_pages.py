"""Cited pages: 第166—169页, 第九页a, 頁12-13, 卷三葉五, 第1张第4版."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.recognise.chinese_numbers import NUMBER, arabic_runs

_SIDE = r"(?:\s?[a-dA-D](?![A-Za-z0-9]))"
_LEAF = rf"{NUMBER}{_SIDE}?(?:[上下](?![卷册编栏]))?"
_LIST = rf"{_LEAF}(?:\s?(?:-{{1,3}}|[、,.及和至])\s?第?\s?{_LEAF})*"
_TIGHT = rf"{_LEAF}(?:\s?(?:-{{1,3}}|[、及和至])\s?第?\s?{_LEAF})*"
_AFTER = (
    rf"(?P<side>{_SIDE})?(?:\s?[上中下左右]\s?(?:半?[栏页]|段))?(?:背面?|"
    rf"正面)?(?P<half>\s?[上下](?=[,;。)\s]|$))?"
)
_FOOT = r"(?:\s?(?:及)?(?:注释?|脚注|附注|以下|起|插图|表)\s?[0-9①-⑳\[\]]*)?"

PAGES = re.compile(
    rf"(?:第\s?(?P<before>{_LIST})|"
    rf"(?<![0-9.\-号第共])(?P<bare>{_TIGHT}))\s?(?:页码?|"
    rf"叶){_AFTER}(?:\s?[-至]\s?(?:第\s?)?(?P<to>{NUMBER}{_SIDE}?)\s?页)?{_FOOT}"
    rf"|(?<![一-鿿])(?:页码?|叶)\s?(?P<after>{_LIST}){_FOOT}"
    rf"|(?<![^\W\d_])(?:[Pp]{{1,2}}\s?\.?|[СсЛл]\.)\s?(?P<western>[0-9]+(?:\s?[-,]\s?[0-9]+)*)"
)
"""Pages or leaves in the shape of a text."""

NEWSPAPER_PAGE = re.compile(
    rf"(?:(?P<sheet>(?:第\s?)?{NUMBER}\s?张)[,、\s]{{0,2}})?(?:(?:第\s?)?(?P<page>[A-Za-z]?[0-9]{{1,3}}|"
    rf"{NUMBER})(?P<more>(?:\s?[-、,]\s?(?:第\s?)?[A-Za-z]?[0-9]{{1,3}})*)\s?版(?!社|本)"
    rf"|"
    rf"(?<![一-鿿])版\s?(?P<page_after>[A-Za-z]?[0-9]{{1,3}}|"
    rf"{NUMBER})(?P<more_after>(?:\s?[-、,]\s?[A-Za-z]?[0-9]{{1,3}})*))"
    rf"|(?P<only_sheet>第\s?{NUMBER}\s?张)(?!\s?第)"
)
"""A page of a newspaper: 第4版, 版2, A3版, 第1张第4版, 3張11版."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Cited pages: normalised as in "12-15, 20", and the characters that state them."""

    locator: str
    start: int
    end: int


def normalise(pages: str) -> str:
    """The pages *pages* (in the shape of a text) with '-' for ranges, ', ' between places, Arabic digits."""
    pages = arabic_runs(re.sub(r"[第页叶\s]|^\s*[СсЛл]\.", "", pages))
    pages = re.sub(r"(?<=[0-9])\.(?=[0-9])", ", ", pages)
    return re.sub(r"\s*[、,及和]\s*", ", ", pages).replace("至", "-").replace("---", "-").replace("--", "-")


def pages_of(match: re.Match[str]) -> Pages:
    """The value of a match of :data:`PAGES`."""
    listed = match["before"] or match["bare"] or match["after"] or match["western"]
    locator = normalise(listed) + (match["side"] or "").strip() + (match["half"] or "").strip()
    if match["to"]:
        locator += "-" + normalise(match["to"])
    return Pages(locator, match.start(), match.end())


def join(found: list[Pages]) -> Pages:
    """Several statements of pages as one: 第5页、第9页 is "5, 9"."""
    return Pages(", ".join(p.locator for p in found), found[0].start, found[-1].end)
