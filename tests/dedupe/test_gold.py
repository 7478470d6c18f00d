"""Two documents about one war: what both cite is found or asked for, and no two works are joined."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from citekit.library.account import who_cites
from citekit.library.dedupe import Deduped, dedupe, input_of_document
from citekit.library.memory import Memory
from citekit.model import Result

SHARED = Path(__file__).parents[3] / "shared"
DOCUMENTS = {"thesis": "thesis.md", "jcs": "jcs-article.md"}

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not here")


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    from citekit.pipeline import parse

    return {name: parse(SHARED / "corpus" / file) for name, file in DOCUMENTS.items()}


@pytest.fixture(scope="module")
def both(results: dict[str, Result]) -> Deduped:
    return dedupe([], Memory(), [input_of_document(result) for result in results.values()])


def judged(both: Deduped, name: str, result: Result) -> list[tuple[str, str]]:
    """(gold work, key found) of every citation of a gold set that has a work."""
    keys = {
        str(m.item["id"]): key
        for m, key in zip(both.members, both.keys, strict=True)
        if m.source == result.document.name
    }
    found = {note.note.n: note.cites for note in result.notes}
    pairs = []
    for line in (SHARED / f"gold/{name}.notes.jsonl").read_text(encoding="utf-8").splitlines():
        note = json.loads(line)
        for place, gold in enumerate(note["cites"]):
            cites = found.get(note["n"], ())
            work = cites[place].work if place < len(cites) else None
            if gold["work"]:
                pairs.append((gold["work"], keys[work] if work else f"missed {note['n']} {place}"))
    return pairs


def pairwise(both: Deduped, results: dict[str, Result]) -> tuple[float, float]:
    """Precision and recall over the pairs of citations of one gold set, both sets together."""
    right = found = real = 0
    for name, result in results.items():
        for (work, key), (other_work, other_key) in combinations(judged(both, name, result), 2):
            real += work == other_work
            found += key == other_key
            right += work == other_work and key == other_key
    return right / found, right / real


def test_precision_and_recall_over_both_gold_sets(both: Deduped, results: dict[str, Result]) -> None:
    precision, recall = pairwise(both, results)
    assert precision == 1.0
    assert recall >= 0.97


def item(both: Deduped, key: str) -> dict[str, Any]:
    return next(item for item in both.items if item["id"] == key)


def waiting(both: Deduped) -> list[tuple[dict[str, Any], dict[str, Any], list[str]]]:
    pairs = both.memory.waiting
    return [(item(both, p.one), item(both, p.two), [*p.evidence, *p.against]) for p in pairs]


def test_a_telegram_with_a_number_here_and_pages_there_is_asked_for(both: Deduped) -> None:
    (pair,) = [(one, two, why) for one, two, why in waiting(both) if one.get("number") == "00414"]
    one, two, why = pair
    assert one["original-date"] == two["original-date"] == {"date-parts": [[1951, 6, 13]]}
    assert two["custom"]["also_in"]
    assert {"date 1951-6-13", "sender", "recipient"} <= set(why)


@pytest.mark.parametrize(
    ("author", "years"),
    [("Futrell", (1961, 1983)), ("Shen", (2003, 1998)), ("Goncarov", (1994, 1993)), ("Wang", (1993, 1993))],
)
def test_books_of_both_are_asked_for(both: Deduped, author: str, years: tuple[int, int]) -> None:
    found = [
        tuple(i["issued"]["date-parts"][0][0] for i in (one, two))
        for one, two, _ in waiting(both)
        if one.get("author", [{}])[0].get("family") == author
    ]
    assert years in found


def test_few_are_asked_for_in_vain(both: Deduped) -> None:
    assert len(both.memory.waiting) <= 10


def test_no_two_works_of_one_document_became_one(both: Deduped) -> None:
    for name in DOCUMENTS.values():
        keys = Counter(k for m, k in zip(both.members, both.keys, strict=True) if m.source.endswith(name))
        assert set(keys.values()) == {1}


@pytest.mark.parametrize("spelling", ["№16012", "No. 16012", "#16012"])
def test_which_notes_cite_a_numbered_document(both: Deduped, spelling: str) -> None:
    ((source, key, notes),) = who_cites(both, spelling)
    assert source.endswith("thesis.md")
    assert item(both, key)["number"] == "16012"
    lines = (SHARED / "corpus/thesis.md").read_text(encoding="utf-8")
    assert "16012" in lines
    assert notes
