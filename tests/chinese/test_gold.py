"""The note guides of the gold set, field by field; skipped where it is absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.grammar.chinese import parse
from citekit.model import Note
from citekit.segment.chinese import segment

from .reading_aloud import CONTEXT

GOLD = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.skipif(not GOLD.exists(), reason="the gold set is not at hand")
@pytest.mark.parametrize("document", ["zh_css", "zh_cajhss"])
def test_every_citation_is_cut_and_located(document: str) -> None:
    for line in (GOLD / f"{document}.notes.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        note = Note(gold["n"], gold["text"])
        if not any("\u4e00" <= sign <= "\u9fff" for sign in note.text):
            continue
        citations = segment(note).citations
        assert len(citations) == len(gold["cites"]), note.text
        for citation, cite in zip(citations, gold["cites"], strict=True):
            (reference,) = parse(citation, note, CONTEXT)
            assert reference.locator == cite["locator"], note.text
