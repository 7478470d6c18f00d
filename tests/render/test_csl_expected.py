"""What citeproc-js prints in 120 public styles, and how much of it is the same here.

Bibliographies are compared without numbering.  Where the two differ, citeproc-js errs by the style's own rules in
these ways: "LI H yu" for "Li, Hua-yu" (the second half of a hyphenated given name is no name of its own; also
"Hua yu"); a stray "p." of a label whose variable is empty (CSL 1.0.2, "Label"); "1952.." and doubled spaces.
Chinese titles sort by their reading here, by code point there.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from citekit.render import Processor

EXPECTED = Path(__file__).parents[3] / "shared" / "csl-expected"
pytestmark = pytest.mark.skipif(not EXPECTED.is_dir(), reason="the expected strings are not at hand")
NUMBERING = re.compile(r"^[\[(〔【]?\d+[\])〕】]?[.,]?\s*")


def load(name: str) -> Any:
    return json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))


@cache
def figures() -> dict[str, tuple[int, int]]:
    """Same strings and all strings, by collection and kind."""
    counts: dict[str, list[int]] = {}
    data = load("input")
    for collection in ("official", "bilingual"):
        for style, expected in load(collection).items():
            processor = Processor(EXPECTED / "styles" / f"{style}.csl", data["items"])
            kind = "notes" if processor.program.is_note else "in-text"
            compare(counts, f"{collection} {kind}", expected["cites"], processor.cite(data["citations"]))
            if expected["bib"] is not None:
                entries = [NUMBERING.sub("", entry).strip() for entry in processor.bibliography()]
                wanted = [NUMBERING.sub("", entry).strip() for entry in expected["bib"]]
                compare(counts, f"{collection} bibliography", wanted, entries)
    return {key: (same, total) for key, (same, total) in counts.items()}


def compare(counts: dict[str, list[int]], key: str, wanted: list[str], got: list[str]) -> None:
    count = counts.setdefault(key, [0, 0])
    count[0] += sum(one == other for one, other in zip(wanted, got, strict=False))
    count[1] += len(wanted)


@pytest.mark.parametrize(
    ("key", "least"),
    [
        ("official notes", 0.995),
        ("official in-text", 1.0),
        ("official bibliography", 0.975),
        ("bilingual notes", 1.0),
        ("bilingual in-text", 1.0),
        ("bilingual bibliography", 0.92),
    ],
)
def test_share_of_identical_strings(key: str, least: float) -> None:
    same, total = figures()[key]
    assert same / total >= least, f"{key}: {same} of {total}"
