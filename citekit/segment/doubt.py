"""Prose that seems to cite what was not understood: no Ibid. leads past it (data contract, "Ibid.").

A note that only talks is passed over, as writers do. It cites where words lead to a source ("see", цит. по,
转引自), or where a page, an imprint, an address, an archive or another note is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from citekit import archives
from citekit.archives.repositories import lookup
from citekit.languages import en, ru, zh
from citekit.segment.leads import is_cross_reference

_FROM_SOURCES = frozenset(
    {"quoted-in", "cited-in", "reprinted-in", "published-in", "translated-in", "based-on"}
)
_PAGE = re.compile(
    r"(?<!\w)(?:pp?|fols?|vols?|[СсЛлТт])\.\s?\d|第\s?\d+\s?[页頁卷期]|\([^()]*:\s[^()]*,\s(?:1[5-9]|20)\d\d\)"
    r"|https?://|\bwww\.|\bdoi\.org/"
)
_ANOTHER_NOTE = re.compile(
    r"(?<!\w)(?:(?:[Ss]ee|[Aa]s\sin|[Cc]f\.)\s(?:also\s)?(?:above,?\s|the\s)?(?:foot|end)?notes?\s\d"
    r"|[Сс]м\.\s(?:выше\s)?(?:прим|примечание|сноск)[а-я.]*\s\d)|见(?:前)?注\s?\d"
)
_OWN_PLACE = "|".join(sorted(en.CROSS_REFERENCE, key=len, reverse=True))
_OWN_BESIDE = "|".join(sorted(en.CROSS_REFERENCE_BESIDE, key=len, reverse=True))
# "chapter 3, where this is told", “The Home Front” below, "below", гл. 3, выше
_WITHIN = re.compile(
    rf"(?:[“\"][^“”\"]*[”\"][\s,]*|(?:{_OWN_BESIDE})\.?\s+|[\d–-]+[\s,]+)*(?:{_OWN_PLACE})\b"
    r"|(?:выше|ниже|главу|гл\.|раздел|параграф|прил)|[上下]文|[前后]文|本[文书章]",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"(?<!\w)[A-ZА-ЯЁ]\w{2,}")


def may_cite(text: str) -> bool:
    """Whether a stretch without a recognised citation may have one all the same ("See the work of Doe.")."""
    if is_cross_reference(text) and not _ANOTHER_NOTE.search(text):
        return False
    if _PAGE.search(text) or _ANOTHER_NOTE.search(text):
        return True
    if any(not _WITHIN.match(text, lead.end()) for lead in _leads().finditer(text)):
        return True
    return bool(archives.find(text)) or any(lookup(word) for word in _CAPITALISED.findall(text))


@cache
def _leads() -> re.Pattern[str]:
    """Words that lead to a source, where a clause begins with them or they cannot be anything else."""
    sure = [words for words, kind in (*en.LEADS.items(), *ru.SIGNALS.items()) if kind in _FROM_SOURCES]
    han = [words for words in zh.SIGNALS if len(words) > 1]
    return re.compile(
        rf"(?:(?:^|[.,;:(—–]\s*)(?:but\s+|and\s+)?(?:see|cf\.|compare|contrast|смотри|сравни)"
        r"|(?<!\w)(?<!\d\s)(?:см|ср|див)\."
        rf"|^(?:for|on|regarding|concerning)\b[^.;]{{1,120}}?\ssee|\b(?:{_words(sure)})"
        rf"|(?:^|(?<=[。；，：（])){_words(han, grouped=True)})[\s,:]*(?=\S)",
        re.IGNORECASE,
    )


def _words(phrases: Iterable[str], *, grouped: bool = False) -> str:
    found = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))
    return f"(?:{found})" if grouped else found
