"""The works and notes that the styles are shown with, in tests and in the pages of docs/styles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from citekit.render import Options, Processor

WORKS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("works.json").read_text(encoding="utf-8"))
AGAIN = (
    ("telegram", "588"), ("book-zh", "7"), ("book-zh", "8"), ("book-zh", "8"), ("letter-ru", "99"), ("file", "12"),
    ("book-ru", "5"), ("record", "3"), ("chapter", "120"),
)  # fmt: skip


def citations() -> list[dict[str, Any]]:
    """Every work once, then some of them again, one after the other."""
    cited = [(str(work["id"]), "97-98") for work in WORKS] + list(AGAIN)
    return [
        {"items": [{"id": id_, "locator": locator}], "noteIndex": note}
        for note, (id_, locator) in enumerate(cited, 1)
    ]


def rendered(
    style: str | Path, options: Options | None = None, output: str = "text"
) -> tuple[list[str], list[str]]:
    """The notes and the bibliography of the sample in a style."""
    processor = Processor(style, WORKS, options=options, output=output)
    return processor.cite(citations()), processor.bibliography()


def page(style: str) -> str:
    """The sample as plain text: numbered notes, an empty line, the entries."""
    notes, entries = rendered(style)
    numbered = [f"{number} {note}" for number, note in enumerate(notes, 1)]
    return "\n".join([*numbered, "", *entries, ""])
