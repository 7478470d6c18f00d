"""Residue: what is understood of the citations of the gold documents (DESIGN, principle 1: all but 2 %)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from citekit.grammar import Context, parse
from citekit.model import Note
from citekit.names import gather
from citekit.segment import segment

from .reading_aloud import residue

GOLD = Path(__file__).parents[3] / "shared" / "gold"
DOCUMENTS = sorted(p.name.removesuffix(".notes.jsonl") for p in GOLD.glob("*.notes.jsonl"))


@pytest.mark.skipif(not DOCUMENTS, reason="the gold documents are not at hand")
@pytest.mark.parametrize("document", DOCUMENTS)
def test_little_is_left(document: str) -> None:
    lines = (GOLD / f"{document}.notes.jsonl").read_text(encoding="utf-8").splitlines()
    notes = [Note(line["n"], line["text"]) for line in map(json.loads, lines)]
    evidence = gather([n.text for n in notes if not n.is_entry], [n.text for n in notes if n.is_entry])
    characters, left = 0, []
    for note in notes:
        for citation in segment(note).citations:
            if citation.convention != "western":
                continue
            characters += len(citation.span)
            references = parse(citation, note, Context(evidence))
            left += [piece for piece in [residue(references[0], note)] if piece]
    unread = sum(len(re.sub(r"\W", "", piece)) for piece in left)
    assert unread <= 0.02 * characters, left
