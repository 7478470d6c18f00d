"""No regular expression takes exponential time: a note can hold any run of letters and signs.

Every pattern that the package has compiled is run on repetitions that tempt a backtracking engine; a linear one
needs microseconds for them, an exponential one ages.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import signal
from pathlib import Path
from types import FrameType

import pytest

import citekit

EXAMPLE = Path(__file__).parents[1] / "examples/chapter.md"
BEFORE = ("", "Stalin", "Xx, ")
REPEATED = (
    *(
        "x",
        "X",
        "Xx",
        "x ",
        "X. ",
        "Xx ",
        "xx-",
        "x'",
        "1",
        "1, ",
        "1-",
        ". ",
        " ",
        ", ",
        "(",
        "[",
        '"',
        "毛",
        "毛、",
    ),
    *(
        "第1",
        "И",
        "Ии ",
        "И. ",
        "и ",
        "ф. 1, ",
        "оп. 1 ",
        "p. 1, ",
        "№1 ",
        "of ",
        "and ",
        "the x ",
        "Xxxx, X. ",
        "/",
    ),
    *("-", "—", "«", "《", "1950", "Vol. 1 ", "ed. ", "no. 1 ", "http://x", "\u00a0", "Xxx Xxx, "),
)
AFTER = ("", "!")
SECONDS = 0.5


class AgeingError(Exception):
    """The pattern has not ended in time."""


def all_patterns() -> set[re.Pattern[str]]:
    """What is compiled once all modules are loaded and the example is parsed (some patterns come late)."""
    for module in pkgutil.walk_packages(citekit.__path__, "citekit."):
        if module.name != "citekit.__main__":
            importlib.import_module(module.name)
    citekit.parse(EXAMPLE)
    return {o for o in gc.get_objects() if isinstance(o, re.Pattern) and isinstance(o.pattern, str)}


def ageing_on(pattern: re.Pattern[str]) -> str | None:
    """A text on which *pattern* does not end in time."""
    for unit in REPEATED:
        for before in BEFORE:
            for after in AFTER:
                text = before + unit * 45 + after
                signal.setitimer(signal.ITIMER_REAL, SECONDS)
                try:
                    pattern.search(text)
                except AgeingError:
                    return text
                finally:
                    signal.setitimer(signal.ITIMER_REAL, 0)
    return None


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer")
def test_no_pattern_ages() -> None:
    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise AgeingError

    former = signal.signal(signal.SIGALRM, ring)
    try:
        ageing = {p.pattern[:200]: text for p in all_patterns() if (text := ageing_on(p)) is not None}
    finally:
        signal.signal(signal.SIGALRM, former)
    assert ageing == {}
