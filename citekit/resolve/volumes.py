"""One volume under several names: 上卷, 上册 and 上 of one work are the same volume."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PART = re.compile("([上中下])[卷册冊]?")


def as_named_before(volume: str, before: Iterable[str | None]) -> str:
    """*volume* in the form in which the work's volumes *before* name it.

    编 and 集 are left alone: a work may be divided into those and into 册 as well.
    """
    part = _PART.fullmatch(volume)
    if part is None:
        return volume
    known = [v for v in before if v and (m := _PART.fullmatch(v)) and m[1] == part[1]]
    return volume if volume in known or len(set(known)) != 1 else known[0]
