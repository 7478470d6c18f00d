"""The names of the gold sets, as the notes print them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.model import Name
from citekit.names import Evidence, gather, person

GOLD = Path(__file__).parents[3] / "shared" / "gold"
SETS = sorted(path.name.removesuffix(".works.json") for path in GOLD.glob("*.works.json"))


def printed_forms(name: dict[str, str]) -> list[str]:
    if "literal" in name:
        return [name["literal"]]
    family, given = name["family"], name.get("given", "")
    if not given:
        return [family]
    return [
        f"{given} {family}",
        f"{family} {given}",
        f"{family}, {given}",
        f"{given}, {family}",
        f"{given}·{family}",
    ]


@pytest.mark.skipif(not SETS, reason="the gold sets are not here")
@pytest.mark.parametrize("name", SETS)
def test_names_of_the_gold_sets(name: str) -> None:
    notes = [json.loads(line) for line in (GOLD / f"{name}.notes.jsonl").read_text("utf-8").splitlines()]
    entries = [note["text"] for note in notes if note["n"].startswith("B")]
    texts = [note["text"] for note in notes if not note["n"].startswith("B")]
    everything = "\n".join(entries + texts)
    wrong = []
    for work in json.loads((GOLD / f"{name}.works.json").read_text("utf-8")):
        for field in ("author", "editor", "translator", "recipient"):
            for gold in work.get(field, []):
                for form in printed_forms(gold):
                    foreign = field == "author" and "translator" in work
                    for evidence in (Evidence(), gather(texts, entries)):
                        if form in everything and person(form, evidence, foreign=foreign) != Name(**gold):
                            wrong.append((form, gold))
    assert not wrong
