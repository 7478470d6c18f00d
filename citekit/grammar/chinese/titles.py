"""The titles of a citation and what each of them names: a part, its container, a series."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.languages import zh

_OPEN, _CLOSE = "《〈", "》〉"
_QUOTED = re.compile(
    r"(?:^|(?<=[:,\]]))\s?“(?P<title>[^“”]*(?:“[^“”]*”[^“”]*)*)”(?=\s?(?:$|[,(.]|"
    + "|".join(zh.CONTAINER_LEADS[:20])
    + "))"
)
# 《当代中国》丛书编辑部, 《张闻天传》编写组: the title is part of the name of a body.
_BODY = re.compile(
    r"^[”\s]?(?:社论|社评|本报评论员|评论员|特约评论员|观察家|记者|编者按|短评)[\s,:]|"
    r"^[”\s]?(?:丛书|课题|项目|杂志|大型|大辞典|全集|文集|选集|年谱|传|史|研究|编纂|编辑|编写|编委|编审)*"
    r"(?:编辑部|编委会|编辑委员会|编写组|编辑组|编写委员会|编纂委员会|编纂组|编审委员会|课题组|丛书组|"
    r"委员会|写作组|编译组|编译委员会|杂志社|报社|社)"
)
_QUOTING = re.compile(r"(?:引|所引)\s?$")
_SECTION = re.compile(
    r"(?<![0-9〇一二三四五六七八九十百上中下后前])卷(?:之|"
    r"第)?\s?[0-9〇一二三四五六七八九十百千上中下首末廿卅\s、-]+(?:[上中下]|"
    r"之[一二三四五六七八九十]+)?\s?[·,.]?\s?$"
)
_SERIES = re.compile(rf"(?:{zh.SERIES_ENDINGS})(?:[·・].*|[(].*)?$")
_REPRINTING = re.compile(rf"(?:{zh.SERIES_ENDINGS}|{zh.COLLECTED_ENDINGS})(?:[·・].*|[(].*)?$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title in its brackets: ``start`` and ``end`` include them, ``mark`` is the opening one."""

    start: int
    end: int
    mark: str
    inside: bool = False

    def inner(self) -> tuple[int, int]:
        """The range without the brackets."""
        return self.start + 1, self.end - 1


@dataclass(slots=True)
class Plan:
    """Which title is which: ``container`` and ``series`` follow ``main``; old books have ``sections``."""

    main: Title | None = None
    container: Title | None = None
    series: Title | None = None
    sections: tuple[Title, ...] = ()
    quoted: tuple[Title, ...] = ()

    def order(self) -> list[Title]:
        """The titles that name a work, in the order they stand in."""
        return [t for t in (self.main, self.container, self.series) if t is not None]


def find_titles(shape: str) -> list[Title]:
    """The outermost titles in 《》 or 〈〉, or at the head in quotation marks."""
    titles: list[Title] = []
    depth = start = parentheses = 0
    for at, sign in enumerate(shape):
        if sign in _OPEN:
            if depth == 0:
                start = at
            depth += 1
        elif sign in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                titles.append(Title(start, at + 1, shape[start], parentheses > 0))
        elif depth == 0 and sign == "(":
            parentheses += 1
        elif depth == 0 and sign == ")" and parentheses:
            parentheses -= 1
    if depth:
        titles.append(Title(start, len(shape), shape[start]))
    quoted = _QUOTED.search(shape, 0, titles[0].start if titles else len(shape)) if "“" in shape else None
    if quoted and (titles or not quoted.start()):
        titles.insert(0, Title(quoted.start("title") - 1, quoted.end("title") + 1, "“"))
    return [t for t in titles if not _BODY.match(shape[t.end : t.end + 16])]


def lay_out(shape: str) -> Plan:
    """Decide which title is the part, the container, the series, the section of an old book."""
    plan = Plan()
    works: list[Title] = []
    titles = find_titles(shape)
    for at, title in enumerate(titles):
        before = shape[titles[at - 1].end if at else 0 : title.start]
        if at and _QUOTING.search(before):
            plan.quoted += (title,)
        elif works and _SECTION.search(before) and not _heads_series(shape, title, before):
            plan.sections += (title,)
        elif works and title.inside and not re.search(r"载|收|见|刊", before):
            plan.quoted += (title,)
        elif works and title.mark == "〈" and before.startswith("·"):
            plan.sections += (title,)
        else:
            works.append(title)
    if not works:
        return plan
    plan.main = works[0]
    rest = works[1:]
    if rest and _is_series(shape, works, plan.sections):
        plan.series, rest = rest[0], rest[1:]
    elif rest:
        plan.container, rest = rest[0], rest[1:]
    if rest and plan.series is None:
        plan.series, rest = rest[0], rest[1:]
    plan.quoted += tuple(rest)
    return plan


def _heads_series(shape: str, title: Title, before: str) -> bool:
    """A title after "卷九，" is no section but the series if it is counted in volumes or calls itself one."""
    if not before.rstrip().endswith(","):
        return False
    if _REPRINTING.search(shape[title.start + 1 : title.end - 1]):
        return True
    return re.match(r"\s?第\s?[0-9〇一二三四五六七八九十百]+\s?[册辑集卷]", shape[title.end :]) is not None


def _is_series(shape: str, works: list[Title], sections: tuple[Title, ...]) -> bool:
    first, second = works[0], works[1]
    between = shape[first.end : second.start]
    if (
        first.mark == "《"
        and re.search(r"卷\s?[0-9〇一二三四五六七八九十百千首末上中下]", between)
        and not _LEAD.search(between)
    ):
        return True
    return (
        len(works) == 2
        and first.mark == "《"
        and _SERIES.search(shape[second.start + 1 : second.end - 1]) is not None
        and not _LEAD.search(between)
    )


_LEAD = re.compile(r"(?:^|[,(\s])(?:" + "|".join(zh.CONTAINER_LEADS) + ")")
