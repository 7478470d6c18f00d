"""How good the parser is on hand-made gold: the floors it may not fall below, where the gold is at hand."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from citekit.model import Result
from citekit.pipeline import parse

SHARED = Path(__file__).parents[2] / "shared"
CORPUS = {"thesis": SHARED / "corpus" / "thesis.md", "jcs": SHARED / "corpus" / "jcs-article.md"}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the gold sets are not at hand")

FIGURES = ("notes", "cites", "locator", "form", "fields", "link", "perfect")
FLOORS = {
    "thesis": (1.0, 0.98, 0.97, 0.97, 0.93, 0.97, 0.65),
    "jcs": (1.0, 0.93, 0.92, 0.90, 0.86, 0.92, 0.40),
    "ru": (1.0, 0.96, 0.93, 0.93, 0.89, 0.95, 0.5),
    "zh": (1.0, 0.96, 0.95, 0.95, 0.89, 0.95, 0.5),
    "en": (1.0, 0.96, 0.93, 0.95, 0.87, 0.95, 0.5),
}


def scorer() -> ModuleType:
    if "score" not in sys.modules:
        spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["score"] = module
        spec.loader.exec_module(module)
    return sys.modules["score"]


def documents(group: str) -> list[str]:
    names = [path.name.removesuffix(".notes.jsonl") for path in sorted(SHARED.glob("gold/*.notes.jsonl"))]
    return [name for name in names if name == group or name.startswith(f"{group}_")]


def as_notes(result: Result, prefix: str) -> list[dict[str, object]]:
    return [
        {
            "n": prefix + note.note.n,
            "text": note.note.text,
            "cites": [
                {"work": c.work and prefix + c.work, "form": c.form, "locator": c.locator, "raw": c.raw}
                for c in note.cites
            ],
        }
        for note in result.notes
    ]


@pytest.mark.parametrize("group", FLOORS)
def test_floor(group: str) -> None:
    score = scorer()
    gold_notes, gold_works, notes, works = [], {}, [], {}
    for name in documents(group):
        path = SHARED / "gold" / f"{name}.notes.jsonl"
        result, prefix = parse(CORPUS.get(name, path)), f"{name}/"
        wanted = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for note in wanted:
            cites = [{**c, "work": prefix + c["work"]} for c in note["cites"]]
            gold_notes.append({**note, "n": prefix + note["n"], "cites": cites})
        gold_works |= {
            prefix + k: v for k, v in score.load_works(SHARED / "gold" / f"{name}.works.json").items()
        }
        kept = {prefix + note["n"] for note in wanted}
        notes += [note for note in as_notes(result, prefix) if note["n"] in kept]
        works |= {prefix + work.id: work.item for work in result.works}
    figures, errors, _ = score.score(gold_notes, gold_works, notes, works)
    found = {name: round(figures[name], 3) for name in FIGURES}
    missed = {
        n: (found[n], floor) for n, floor in zip(FIGURES, FLOORS[group], strict=True) if found[n] < floor
    }
    assert not missed, f"{missed}; first differences: {errors[:8]}"
