"""What waits for the writer, one question at a time, and what becomes of the answers."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from citekit.library.joining import find_item, join_keys, keep_apart
from citekit.library.memory import Decision, Memory, OpenCitation, WaitingPair
from citekit.library.store import LibraryError
from citekit.model import Item


@dataclass(slots=True)
class Question:
    """Whether two items are one work (``pair``), or whether an open citation means the item ``suggested``."""

    pair: WaitingPair | None = None
    citation: OpenCitation | None = None
    suggested: str = ""


@dataclass(slots=True)
class Desk:
    """A library with its memory on the desk of the writer who goes through it."""

    items: list[Item]
    memory: Memory
    skipped: list[tuple[str, ...]] = field(default_factory=list)

    def next(self) -> Question | None:
        """The next question that was neither answered nor skipped."""
        keys = {str(item["id"]) for item in self.items}
        for pair in self.memory.waiting:
            if {pair.one, pair.two} <= keys and (pair.one, pair.two) not in self.skipped:
                return Question(pair=pair)
        for citation in self.memory.citations:
            if _name(citation) in self.skipped:
                continue
            for suggested in citation.suggestions:
                if suggested in keys and (*_name(citation), suggested) not in self.skipped:
                    return Question(citation=citation, suggested=suggested)
        return None

    def left(self) -> int:
        """How many questions wait, with those skipped."""
        return len(self.memory.waiting) + sum(bool(c.suggestions) for c in self.memory.citations)

    def yes(self, asked: Question) -> None:
        """They are one work; the citation means the item suggested."""
        if asked.pair is not None:
            join_keys(self.items, self.memory, asked.pair.one, asked.pair.two)
        elif asked.citation is not None:
            settle(self.memory, asked.citation, asked.suggested)

    def no(self, asked: Question) -> None:
        """They are not; after the last suggestion the citation means none of them."""
        if asked.pair is not None:
            keep_apart(self.memory, asked.pair.one, asked.pair.two)
        elif asked.citation is not None:
            asked.citation.suggestions.remove(asked.suggested)
            if not asked.citation.suggestions:
                settle(self.memory, asked.citation, "")

    def skip(self, asked: Question) -> None:
        """Not now: it is asked again in the next review."""
        if asked.pair is not None:
            self.skipped.append((asked.pair.one, asked.pair.two))
        elif asked.citation is not None:
            self.skipped.append(_name(asked.citation))


def _name(citation: OpenCitation) -> tuple[str, ...]:
    return (citation.source, citation.note, citation.raw)


def settle(memory: Memory, citation: OpenCitation, key: str) -> None:
    """Remember that *citation* means the item *key*, or none of those suggested ("")."""
    memory.decisions.append(Decision("citation", key, source=citation.source, raw=citation.raw))
    memory.citations = [c for c in memory.citations if c is not citation]


def notes_of(memory: Memory, key: str) -> list[str]:
    """Where the documents cite the item *key*: "thesis.md 14", each note once."""
    return list(
        dict.fromkeys(f"{source} {c.note}" for source, w in memory.works() if w.key == key for c in w.cited)
    )


def words_of(memory: Memory, key: str) -> list[str]:
    """The words that cite the item *key*, the fullest first."""
    raws = {c.raw for _, work in memory.works() if work.key == key for c in work.cited if c.form != "ibid"}
    return sorted(raws, key=len, reverse=True)


def listed(desk: Desk) -> str:
    """What waits as a file of decisions: put "same" or "different", "means" or "none" for each "?"."""
    items = {str(item["id"]): item for item in desk.items}
    lines = [
        "# What waits for review. Put a word for each ?, then: citekit review --decisions FILE",
        "#   same KEY KEY         one work: the first stays, the second becomes part of it",
        "#   different KEY KEY    two works",
        "#   means DOCUMENT NOTE WORDS KEY    the open citation means this work",
        "#   none DOCUMENT NOTE WORDS         it means none of those suggested",
    ]
    for pair in desk.memory.waiting:
        if pair.one not in items or pair.two not in items:
            continue
        lines += ["", f"# for: {'; '.join(pair.evidence)}"]
        lines += [f"# against: {'; '.join(pair.against)}"] if pair.against else []
        for key in (pair.one, pair.two):
            notes = ", ".join(notes_of(desk.memory, key)[:6])
            lines.append(f"# {key}: {in_short(items[key])}" + (f" ({notes})" if notes else ""))
        lines.append(shlex.join(["?", pair.one, pair.two]).replace("'?'", "?"))
    for citation in desk.memory.citations:
        lines += ["", f"# note {citation.note} of {citation.source}: {citation.why}".rstrip(": ")]
        lines += [f"# perhaps {k}: {in_short(items[k])}" for k in citation.suggestions if k in items]
        told = [*_name(citation), *citation.suggestions[:1]]
        lines.append("? " + shlex.join(told))
    return "\n".join(lines) + "\n"


def in_short(item: Item) -> str:
    """An item in one line: who, what, where, when, by which number."""
    creators = item.get("author") or item.get("editor")
    named = [n for n in creators if isinstance(n, Mapping)] if isinstance(creators, list) else []
    names = "; ".join(str(n.get("literal") or n.get("family") or "") for n in named[:3])
    number = f"№{item['number']}" if item.get("number") else ""
    elsewhere = [str(place.get("container-title", "")) for place in _also_in(item)]
    day = _day(item.get("original-date")) or _day(item.get("issued"))
    held = [
        item.get("container-title"),
        item.get("archive"),
        item.get("archive_location"),
        item.get("publisher"),
    ]
    parts = [names, str(item.get("title") or ""), *[str(h) for h in held if h][:2]]
    parts += [day, number]
    parts += [f"also in {place}" for place in elsewhere if place]
    return ", ".join(part for part in parts if part)


def _day(date: Any) -> str:
    parts = date.get("date-parts") if isinstance(date, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    return "-".join(str(number) for number in first) if isinstance(first, list) else ""


def _also_in(item: Item) -> list[Mapping[str, Any]]:
    custom = item.get("custom")
    places = custom.get("also_in") if isinstance(custom, Mapping) else None
    return [p for p in places if isinstance(p, Mapping)] if isinstance(places, list) else []


def decide(desk: Desk, text: str, name: str) -> int:
    """Follow the decisions in *text* (see :func:`listed`), all or none; how many there were.

    Raises:
        LibraryError: a line is no decision, or names what is not there; nothing has been done then.
    """
    decisions = list(_decisions(text, name))
    for line, verb, words in decisions:
        _check(desk, verb, words, f"{name}, line {line}")
    for line, verb, words in decisions:
        _follow(desk, verb, words, f"{name}, line {line}")
    return len(decisions)


def _decisions(text: str, name: str) -> Iterable[tuple[int, str, list[str]]]:
    wanted = {"same": 2, "different": 2, "means": 4, "none": 3}
    for number, line in enumerate(text.splitlines(), 1):
        try:
            words = shlex.split(line, comments=True)
        except ValueError as error:
            raise LibraryError(f"{name}, line {number}: {error}", "Close the quotation marks.") from None
        if not words or words[0] == "?":
            continue
        verb, *rest = words
        if verb == "none":
            rest = rest[:3]
        if len(rest) != wanted.get(verb):
            raise LibraryError(
                f"{name}, line {number} is no decision: {line.strip()}",
                "Write “same KEY KEY”, “different KEY KEY”, “means DOCUMENT NOTE WORDS KEY” or “none ...”.",
            )
        yield number, verb, rest


def _check(desk: Desk, verb: str, words: list[str], place: str) -> None:
    keys = words if verb in ("same", "different") else words[3:]
    for key in keys:
        try:
            find_item(desk.items, key)
        except KeyError:
            raise LibraryError(f"{place}: there is no {key} in the library", "Check the key.") from None
    if verb in ("means", "none") and _open(desk, words) is None:
        raise LibraryError(
            f"{place}: no citation of note {words[1]} of {words[0]} is open that reads {words[2]!r}",
            "citekit review --list shows those that are.",
        )


def _follow(desk: Desk, verb: str, words: list[str], place: str) -> None:
    if verb in ("same", "different"):
        one, two = (desk.memory.alias(key) for key in words)
        if one == two:
            if verb == "different":
                raise LibraryError(f"{place}: {words[0]} and {words[1]} have become one just before")
            return
        if verb == "same":
            join_keys(desk.items, desk.memory, one, two)
        else:
            keep_apart(desk.memory, one, two)
        return
    citation = _open(desk, words)
    if citation is not None:
        settle(desk.memory, citation, words[3] if verb == "means" else "")


def _open(desk: Desk, words: list[str]) -> OpenCitation | None:
    return next((c for c in desk.memory.citations if list(_name(c)) == words[:3]), None)
