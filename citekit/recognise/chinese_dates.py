"""Dates as Chinese notes write them: 1953年9月, 一九五〇年十月十三日, 民國三十九年, 2000-11-20."""

from __future__ import annotations

import re

from citekit.model import Date
from citekit.recognise.chinese_numbers import NUMERALS, arabic

_N = rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})"
_WESTERN = (
    r"(?:公元\s?)?(?P<year>[12][0-9]{3}|[12][〇一二三四五六七八九0-9]{3}|"
    r"[一二][〇一二三四五六七八九]{3})\s?年"
)
# The Republic counts its years from 1912 and has the western months: its dates translate exactly.
_REPUBLIC = rf"(?:中华)?民国\s?(?P<republic>{_N})\s?年(?:\s?\([12][0-9]{{3}}年?\))?"
_MONTH_DAY = rf"(?:\s?(?P<month>{_N})\s?月(?:份|\s?(?P<day>{_N})\s?(?:日|号|(?=[-至]\s?{_N}\s?日)))?)?"
_UNTIL = (
    rf"(?:\s?[-至]\s?(?:(?P<year2>[12][0-9]{{3}})\s?年)?(?:\s?(?P<month2>{_N})\s?月)?"
    rf"(?:\s?(?P<day2>{_N})\s?日)?(?<=[年月日]))?"
)
DATE = re.compile(rf"(?:{_WESTERN}|{_REPUBLIC}){_MONTH_DAY}{_UNTIL}")
"""A date in the shape of a text; :func:`date_of` gives its value."""

NUMERIC_DATE = re.compile(
    r"(?<![0-9.-])(?P<year>[12][0-9]{3})\s?(?P<sep>[-./])\s?(?P<month>1[0-2]|0?[1-9])"
    r"(?:\s?(?P=sep)\s?(?P<day>3[01]|[12][0-9]|0?[1-9]))?(?![0-9])"
)
"""A date in digits, 2000-11-20 or 1998.8."""

ERAS = (
    "洪武|建文|永乐|洪熙|宣德|正统|景泰|天顺|成化|弘治|正德|嘉靖|隆庆|万历|泰昌|天启|崇祯|弘光|隆武|"
    "永历|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|祺祥|"
    "同治|光绪|宣统|洪宪|民国|开元|天宝|贞观|元和|太平兴国|淳化|咸平|景德|庆历|嘉祐|熙宁|元丰|元祐|"
    "绍圣|崇宁|政和|宣和|靖康|建炎|绍兴|乾道|淳熙|庆元|"
    "嘉定|宝庆|绍定|端平|淳祐|咸淳|至元|大德|延祐|至正|至大|至治|明治|大正|昭和|平成|康德|大同"
)
"""Names of eras (年号): Ming and Qing complete, of others the commoner ones."""

REIGN_DATE = re.compile(
    rf"(?P<dynasty>[清明宋元唐][朝代]?\s?)?(?P<era>{ERAS})\s?(?:(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}}|"
    rf"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])\s?年?|年间)"
    rf"(?:\s?闰?(?:[{NUMERALS}正冬腊]{{1,3}}|[0-9]{{1,2}})\s?月(?:[初{NUMERALS}]{{1,3}}\s?日?|"
    rf"[0-9]{{1,2}}\s?日|[上中下](?:旬)?)?)?"
)
"""A date by the year of a reign; its months are lunar, so that it is kept in its own words."""


def _parts(match: re.Match[str]) -> tuple[tuple[int, ...], ...]:
    groups = match.groupdict()
    republic = groups.get("republic")
    year = int(arabic(republic)) + 1911 if republic else int(arabic(groups["year"]))
    first = [year]
    for name in ("month", "day"):
        if groups.get(name):
            first.append(int(arabic(groups[name])))
    if not (groups.get("year2") or groups.get("month2") or groups.get("day2")):
        return (_sane(first),)
    last = [int(groups["year2"]) if groups.get("year2") else year]
    if len(first) > 1 or groups.get("month2"):
        last.append(int(arabic(groups["month2"])) if groups.get("month2") else first[1])
    if groups.get("day2"):
        last.append(int(arabic(groups["day2"])))
    return (_sane(first), _sane(last))


def _sane(parts: list[int]) -> tuple[int, ...]:
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        return tuple(parts[:1])
    if len(parts) > 2 and not 1 <= parts[2] <= 31:
        return tuple(parts[:2])
    return tuple(parts)


def date_of(match: re.Match[str]) -> Date:
    """The value of a match of :data:`DATE` or :data:`NUMERIC_DATE`."""
    return Date(_parts(match))
