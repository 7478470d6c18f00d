"""Prose that may cite something, and prose that only talks: what breaks the chain of Ibid. and what does not."""

from __future__ import annotations

import pytest

from citekit.segment.doubt import may_cite

CITES = [
    "See also the excellent work of Prof. Hansen.",
    "For the opposite view see the older literature by Hansen and the school of Petersen.",
    "The numbers are disputed; cf. the estimates of the General Staff.",
    "On this, see Hansen's unpublished memoir.",
    "This was cited in the report of the commission.",
    "The phrase is quoted from a speech of the minister.",
    "The passage (p. 33 of the manuscript) was left out later.",
    "The minutes are kept in RGASPI.",
    "A copy is in RG 59, Box 12.",
    "The database is at https://example.org/letters.",
    "The novel (London: Cape, 1999) tells it otherwise.",
    "See note 12 above.",
    "As in note 5.",
    "Об этом см. воспоминания маршала.",
    "Подробнее: цит. по рукописи автора.",
    "См. прим. 5.",
    "关于此事，参见杨先生的研究。",
    "转引自他人的文章。",
]
TALKS = [
    "The 50th Army was the former Guomindang (GMD) 60th Army which defected in 1948.",
    "“He”(他) is the original text, which may refer to the United States.",
    "Unfortunately, I have no access to the PLA Air Force report.",
    "Stalin did not live to see the end of the war.",
    "The delegates could see that the talks had failed (14 February 1950).",
    "See chapter 3 below.",
    "See the discussion in chapter 3, where the figures are given in full.",
    "This is discussed at length, see “The Home Front” below.",
    "On the price of tin see below.",
    "The treaty of friendship was signed on 14 February 1950 in Moscow.",
    "Подробнее об этом см. ниже.",
    "См. гл. 3 настоящей работы.",
    "Высота знамени 90 см. Его вышили в Туле.",
    "Здесь и далее даты приводятся по новому стилю.",
    "详见下文。",
    "此处指苏联。",
]


@pytest.mark.parametrize("text", CITES)
def test_it_may_cite(text: str) -> None:
    assert may_cite(text)


@pytest.mark.parametrize("text", TALKS)
def test_it_talks(text: str) -> None:
    assert not may_cite(text)
