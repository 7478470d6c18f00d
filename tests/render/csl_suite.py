"""Runs a case of the CSL processor test suite as citeproc-js' own runner does.

A case states a mode, a style, items and perhaps citations.  ``CITATIONS`` are the steps of a word processor:
what is asked is the state after the last one, each citation marked ``>>`` where that step changed it.
"""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

from citeproc import CitationStylesStyle

from citekit.render.collation import Collator
from citekit.render.compile import Program
from citekit.render.engine import Engine
from citekit.render.items import read_item
from citekit.render.outputs import get_format
from citekit.render.positions import CitationCluster, assign_positions, read_citation, read_cite

SUITE = Path(__file__).parents[3] / "shared" / "csl-test-suite"
HTML = get_format("html")


def section(text: str, name: str) -> str | None:
    found = re.search(rf">>=+ {name} =+>>[ \t]*\n(.*?)\n?<<=+ {name}", text, re.DOTALL)
    return found.group(1) if found else None


class Case:
    """A case of the suite, ready to run."""

    def __init__(self, name: str) -> None:
        text = (SUITE / f"{name}.txt").read_text(encoding="utf-8")
        self.mode = (section(text, "MODE") or "").strip()
        self.expected = (section(text, "RESULT") or "").strip()
        self.items = json.loads(section(text, "INPUT") or "[]")
        self.cites = section(text, "CITATION-ITEMS")
        self.steps = section(text, "CITATIONS")
        style = CitationStylesStyle(io.BytesIO((section(text, "CSL") or "").strip().encode()), validate=False)
        self.program = Program(style.root)
        entries = {str(item.get("id", "")): read_item(item) for item in self.items}
        self.engine = Engine(self.program, entries, Collator(self.program.language, group_scripts=False))

    def run(self) -> str:
        """What the case prints."""
        self.engine.register(list(self.engine.entries))
        if self.steps:
            texts = self._after_steps(json.loads(self.steps))
            if self.mode == "citation":
                return texts
        if self.mode == "citation":
            return self._citations()
        return self._bibliography()

    def _citations(self) -> str:
        clusters = json.loads(self.cites) if self.cites else [[{"id": id_} for id_ in self.engine.entries]]
        cited = (CitationCluster([read_cite(cite) for cite in cluster]) for cluster in clusters)
        return "\n".join(self.engine.finish(self.engine.citation(cluster), HTML) for cluster in cited)

    def _bibliography(self) -> str:
        engine = self.engine
        ids = engine.order if self.mode == "bibliography-nosort" else engine.sorted_entries()
        entries = [engine.finish(part, HTML) for part in engine.entries_of(ids)]
        rows = "".join(f'  <div class="csl-entry">{entry}</div>\n' for entry in entries if entry)
        return f'<div class="csl-bib-body">\n{rows}</div>'

    def _after_steps(self, steps: list[Any]) -> str:
        before = self._state(steps[:-1]) if len(steps) > 1 else {}
        after = self._state(steps)
        newest = steps[-1][0]["citationID"]
        return "\n".join(
            f"{'>>' if id_ == newest or before.get(id_) != text else '..'}[{place}] {text}"
            for place, (id_, text) in enumerate(after.items())
        )

    def _state(self, steps: list[Any]) -> dict[str, str]:
        citations = {step[0]["citationID"]: step[0] for step in steps}
        newest, pre, post = steps[-1]
        notes = dict([*pre, *post])
        notes[newest["citationID"]] = newest.get("properties", {}).get("noteIndex", 0)
        order = [*(id_ for id_, _note in pre), newest["citationID"], *(id_ for id_, _note in post)]
        clusters = [read_citation(citations[id_]) for id_ in order]
        for id_, cluster in zip(order, clusters, strict=True):
            cluster.note = notes[id_]
        near = int(self.program.citation.options.get("near-note-distance", 5))
        assign_positions(clusters, near, gaps_break=self.program.is_note)
        self.engine.register([item.id for cluster in clusters for item in cluster.items])
        return {
            id_: self.engine.finish(self.engine.citation(cluster), HTML)
            for id_, cluster in zip(order, clusters, strict=True)
        }
