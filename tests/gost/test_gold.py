"""The Russian notes of the gold set, cut and located; skipped where it is absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.grammar.gost import parse
from citekit.model import Note
from citekit.segment.gost import segment

from .reading_aloud import CONTEXT

GOLD = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.skipif(not GOLD.exists(), reason="the gold set is not at hand")
@pytest.mark.parametrize("document", ["ru_danilov", "ru_gorky", "ru_kosovo", "ru_rsl"])
def test_every_citation_is_cut_and_located(document: str) -> None:
    for line in (GOLD / f"{document}.notes.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        note = Note(gold["n"], gold["text"])
        citations = segment(note).citations
        assert [c.span.of(note.text).rstrip(".") for c in citations] == [
            c["raw"].rstrip(".") for c in gold["cites"]
        ]
        for citation, cite in zip(citations, gold["cites"], strict=True):
            (reference,) = parse(citation, note, CONTEXT)
            assert (reference.locator or None) == (cite["locator"] or None), note.text
