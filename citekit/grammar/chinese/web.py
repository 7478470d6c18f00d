"""Addresses of the net and the day of access."""

from __future__ import annotations

import re

from citekit.grammar.chinese.reading import Reading
from citekit.recognise.chinese_dates import DATE, NUMERIC_DATE, date_of

# A blank before a slash inside an address is an accident of setting; the address goes on.
_URL = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s,;。()\u4e00-\u9fff《》\x1f]+(?:\s?/[^\s,;。()\u4e00-\u9fff《》\x1f]+)*"
)
_DOI = re.compile(
    r"(?:(?:doi|DOI)\s?[:.]?\s?|"
    r"https?://(?:dx\.)?doi\.org/)(?P<doi>10\.[0-9]{4,9}/[^\s,;。()\x1f\u4e00-\u9fff]+)"
)
_ACCESS = re.compile(
    r"(?:最后)?(?:访问|浏览|检索|查阅|登录|下载|阅读|读取|引用|查询|上网|点阅|点击|获取)(?:日期|"
    r"时间)?(?:为)?\s?:?|最后访问|accessed|检索于|浏览日期"
)
_SITE_LABEL = re.compile(r"(?:网址|载自|来源|链接|资料来源)\s?:?\s?$|(?:网址|链接)\s?:")


def take_web(reading: Reading) -> None:
    """Record URL, DOI and the date of access."""
    shape = reading.shape
    if "10." in shape:
        doi = _DOI.search(reading.text)
        if doi:
            value = doi["doi"].rstrip(".")
            reading.claim("DOI", value, doi.start(), doi.start("doi") + len(value), "zh doi")
            for again in _DOI.finditer(reading.rest):
                reading.connect(*again.span())
    if "://" not in reading.shape and "www." not in reading.shape:
        return
    found = _URL.search(reading.shape)
    if found is None:
        return
    end = found.end() - (len(found[0]) - len(found[0].rstrip(".")))
    label = _SITE_LABEL.search(reading.shape, 0, found.start())
    if label and label.end() >= found.start() - 1:
        reading.connect(*label.span())
    reading.claim("URL", reading.text[found.start() : end], found.start(), end, "zh url")
    _take_access(reading, end)


def _take_access(reading: Reading, after: int) -> None:
    word = _ACCESS.search(reading.shape)
    dates = [m for pattern in (DATE, NUMERIC_DATE) for m in pattern.finditer(reading.shape)]
    near = [m for m in dates if m.start() >= after] or [
        m for m in dates if word and abs(m.start() - word.end()) < 3
    ]
    if near:
        reading.claim("accessed", date_of(near[-1]), *near[-1].span(), "zh date of access")
    if word:
        reading.connect(*word.span())
