"""A question of ``citekit review`` on the terminal: two items side by side, or a note and a work."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from citekit.library.answers import Desk, Question, in_short, notes_of, words_of
from citekit.library.joining import find_item
from citekit.library.layout import rank

if TYPE_CHECKING:
    from citekit.library.memory import OpenCitation

MARK = "bold yellow"
MOST_WORDS = 2


def shown(desk: Desk, asked: Question) -> RenderableType:
    """The question *asked*."""
    if asked.citation is not None:
        item = desk.items[find_item(desk.items, asked.suggested)]
        return _citation(asked.citation, asked.suggested, in_short(item))
    assert asked.pair is not None
    one = desk.items[find_item(desk.items, asked.pair.one)]
    two = desk.items[find_item(desk.items, asked.pair.two)]
    told: list[RenderableType] = [Text("Are these one work?", style="bold"), _side_by_side(one, two)]
    told.append(Text("for: " + "; ".join(asked.pair.evidence), style="green"))
    if asked.pair.against:
        told.append(Text("against: " + "; ".join(asked.pair.against), style="red"))
    for key in (asked.pair.one, asked.pair.two):
        told.append(_cited(desk, key))
    return Group("", *told)


def _side_by_side(one: Mapping[str, Any], two: Mapping[str, Any]) -> Table:
    """Both items, field by field; what only one has or what differs is marked."""
    table = Table(show_lines=False, expand=True)
    table.add_column("", style="dim", no_wrap=True)
    table.add_column(str(one["id"]), ratio=1, overflow="fold")
    table.add_column(str(two["id"]), ratio=1, overflow="fold")
    left, right = _fields(one), _fields(two)
    for name in sorted({*left, *right}, key=lambda n: (rank(n.split(".")[0]), n)):
        table.add_row(name, *_marked(left.get(name, ""), right.get(name, "")))
    return table


def _fields(item: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in item.items():
        if name == "custom" and isinstance(value, Mapping):
            found |= {f"custom.{key}": _printed(one) for key, one in value.items()}
        elif name != "id":
            found[name] = _printed(value)
    return found


def _printed(value: Any) -> str:
    if isinstance(value, Mapping) and "date-parts" in value:
        points = ("-".join(str(number) for number in point) for point in value["date-parts"])
        return "/".join(points)
    if isinstance(value, list) and all(isinstance(one, Mapping) for one in value):
        return "; ".join(_name(one) for one in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_printed(one)}" for key, one in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _name(name: Mapping[str, Any]) -> str:
    if "family" not in name and "literal" not in name:
        return ", ".join(f"{key} {value}" for key, value in name.items())
    parts = (name.get("family"), name.get("given"))
    return str(name.get("literal") or ", ".join(str(part) for part in parts if part))


def _marked(one: str, two: str) -> tuple[Text, Text]:
    """Two values with what differs between them marked, word by word."""
    left, right = Text(_safe(one)), Text(_safe(two))
    a, b = _safe(one).split(" "), _safe(two).split(" ")
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            left.stylize(MARK, *_place(a, i, j))
            right.stylize(MARK, *_place(b, k, m))
    return left, right


def _place(words: list[str], start: int, end: int) -> tuple[int, int]:
    """Where the words from *start* to *end* stand in the text that they are of."""
    first = sum(len(word) + 1 for word in words[:start])
    return first, max(first, first + sum(len(word) + 1 for word in words[start:end]) - 1)


def _safe(text: str) -> str:
    """*text* without characters that steer a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def _cited(desk: Desk, key: str) -> Text:
    notes = notes_of(desk.memory, key)
    told = Text(f"{key}: ", style="bold")
    told.append(", ".join(notes[:8]) or "cited in no note", style="not bold")
    for words in words_of(desk.memory, key)[:MOST_WORDS]:
        told.append(f"\n    {_safe(words)}", style="not bold italic")
    return told


def _citation(citation: OpenCitation, key: str, text: str) -> RenderableType:
    note = Text(_safe(citation.text))
    start = citation.text.find(citation.raw)
    if start >= 0:
        note.stylize(MARK, start, start + len(citation.raw))
    title = f"note {citation.note} of {citation.source}"
    told = Text(f"Does it mean {key}?\n", style="bold")
    told.append(_safe(text), style="not bold")
    return Group("", Panel(note, title=title, title_align="left"), Text(citation.why, style="dim"), told)
