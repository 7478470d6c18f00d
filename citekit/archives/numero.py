"""Item numbers of a numbered series: "№00601", "No. 16012", as editions of declassified papers give them.

Where the line is drawn.  A number sign followed by four to six digits is an archive number when

* it has five or six digits, or four beginning with 0, or four right before the document's title
  ("№ 4135 Roshchin to Stalin"), and
* no year stands right before it ("1950. № 11921" is a newspaper's issue) and none in brackets right
  after it ("no. 12345 (1950)"), and
* no "/", "-" or ":" continues it ("RFE Item No. 8238/54", "№ 4–7", "№ 12345-ФЗ", "no. 00012: 5"), and
* the words before it in the same clause name neither an act (приказ, закон, order, directive), nor a
  periodical or bulletin, nor another thing that is numbered (box, patent, report, telegram).

Everything shorter is an issue of a periodical.
"""

from __future__ import annotations

import re

from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.tables import words
from citekit.model import Span

NAME = "numero"
GATE = ("№", "No.", "no.", "No ", "Nr", "N°", "Nº", "＃", "#")

_NUMBER = lazy(
    r"(?<![^\W\d_\u4e00-\u9fff])(?:№|No\.|no\.|Nr\.?|N[°º]|No(?=\s?0|\s\d{5})|[#＃])\s?(?P<number>\d{4,6})"
    r"(?!\d|\s?[/\-‐‑–—]\s?[\dA-Za-zА-Яа-я]|\s?\(\d{4}\)|\s?:\s?\d)"
)
_TITLE = lazy(r"[\s:，：]+[A-ZА-ЯЁ«“\"\u4e00-\u9fff][^\W\d_]{1,}")
_YEAR_BEFORE = lazy(r"(?:(?<!\d)(?:1[5-9]|20)\d\d|\bг|гг|年|期|卷)[.,)]*[\s–—-]*$")
_WORD_START = r"(?<![^\W\d_\u4e00-\u9fff])"
_ACT_OR_PERIODICAL = lazy(lambda: rf"{_WORD_START}(?:{words('acts')})(?!\w)[^\d;:]{{0,60}}$", re.IGNORECASE)
"""Acts and periodicals have other words between: "Приказ НКВД СССР № 00447", "Bulletin, XXII, No. 551"."""

_NUMBERED_THING = lazy(
    lambda: rf"{_WORD_START}(?:{words('numbered things')}|{words('newspapers')})(?!\w)[\s.,:«»\"”]*$",
    re.IGNORECASE,
)


def find(text: str) -> list[ArchiveReference]:
    """All item numbers in *text*."""
    return [reference for match in _NUMBER.finditer(text) if (reference := _read(text, match)) is not None]


def _read(text: str, match: re.Match[str]) -> ArchiveReference | None:
    start, end, digits = match.start(), match.end(), match["number"]
    if len(digits) == 4 and digits[0] != "0":
        first = text[:start].strip(' "“«(（《') == ""
        if not (first and _TITLE.match(text, end)):
            return None
    clause = re.split(r"[;(\"“«《（]", text[max(0, start - 80) : start])[-1]
    if _YEAR_BEFORE.search(clause) or _ACT_OR_PERIODICAL.search(clause) or _NUMBERED_THING.search(clause):
        return None
    leaves = behind(text, end)
    return ArchiveReference(
        scheme=NAME,
        level="item",
        id=f"no:{digits}",
        span=Span(start, leaves[1].end if leaves else end),
        number=Part.of(text, match.start("number"), match.end("number")),
        locator=leaves[0] if leaves else None,
        locator_span=leaves[1] if leaves else None,
        locator_label=leaves[2] if leaves else "page",
    )
