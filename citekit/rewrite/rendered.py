"""The citations of notes as a style writes them, as runs of text with their looks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Any

from citekit.model import Diagnostic, Item
from citekit.rewrite.plan import Cited, Group, NotePlan

_LOOKS = {"i": "italic", "em": "italic", "b": "bold", "sup": "raised", "sub": "lowered"}
_SPANS = {
    "font-variant:small-caps": "capitals",
    "text-decoration:underline": "underlined",
    "font-style:normal": "-italic",
    "font-weight:normal": "-bold",
}
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?…。！？])[\s\"”’)»]*$")
# A work that stands for a citation typed by hand: what follows it is no Ibid. of what is before it.
_BREAK: Item = {"id": "citekit-typed-by-hand", "type": "document", "title": "typed"}


@dataclass(frozen=True, slots=True)
class Look:
    """Characters with the names of their looks: italic, bold, raised, lowered, capitals, underlined."""

    text: str
    looks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Setting:
    """What takes the place of a stretch of a note: of ``start`` to ``end`` in its text."""

    start: int
    end: int
    looks: tuple[Look, ...]


def settings(
    plans: Sequence[NotePlan], works: Sequence[Item], style: str, *, ibid: bool
) -> tuple[list[list[Setting]], list[Diagnostic]]:
    """For each plan what the style writes in place of its citations; *ibid* false writes short forms instead.

    Raises:
        StyleError: the style is not there or cannot be used.
    """
    from citekit.render import Options, Processor

    processor = Processor(style, [*works, _BREAK], output="html", options=Options(ibid=ibid))
    clusters: list[dict[str, Any]] = []
    owners: list[tuple[int, Group | None]] = []
    for place, plan in enumerate(plans):
        for owner, cluster in _clusters(plan, place + 1):
            if cluster["items"][0]["id"] != _BREAK["id"]:
                owners.append((len(clusters), owner))
            else:
                owners.append((-1, None))
            clusters.append(cluster)
    written = processor.cite_apart(clusters)
    found: list[list[Setting]] = [[] for _ in plans]
    for cluster, (at, group), (whole, apart) in zip(clusters, owners, written, strict=True):
        place = cluster["noteIndex"] - 1
        if at >= 0 and group is None:
            found[place].append(_whole(plans[place], whole))
        elif at >= 0 and group is not None:
            found[place].append(_part(plans[place], group, apart))
    return found, [d for d in processor.diagnostics if _BREAK["id"] not in d.message]


def _clusters(plan: NotePlan, index: int) -> list[tuple[Group | None, dict[str, Any]]]:
    """The citations of a note for the processor; one of the whole note belongs to no group."""
    if plan.kind == "citations":
        items = [
            _item(item, words) for group in plan.groups for words, item in plan.introduced(group, spaced=True)
        ]
        return [(None, {"items": items, "noteIndex": index})]
    found: list[tuple[Group | None, dict[str, Any]]] = []
    typed = {"items": [{"id": _BREAK["id"]}], "noteIndex": index}
    for group in plan.groups:
        if plan.cites_by_hand:
            found.append((None, typed))
        items = [_item(item, f"{item.chapters} " if item.chapters else "") for item in group.items]
        found.append((group, {"items": items, "noteIndex": index}))
    if plan.cites_by_hand:
        found.append((None, typed))
    return found


def _item(item: Cited, prefix: str) -> dict[str, str]:
    made = {"id": item.work}
    if prefix:
        made["prefix"] = prefix
    if item.elsewhere:
        made["suffix"] = _suffix(item)
    elif item.locator:
        made |= {"locator": item.locator, "label": item.label}
    if item.volume and not item.elsewhere:
        made["volume"] = item.volume
    return made


def _suffix(item: Cited) -> str:
    """The typed words for another edition of a document, after what the style writes."""
    return f", {item.elsewhere}" if item.elsewhere else ""


def _whole(plan: NotePlan, html: str) -> Setting:
    """A note that is nothing but citations."""
    return Setting(plan.before(plan.groups[0]), len(plan.text), tuple(_parsed(html)))


def _part(plan: NotePlan, group: Group, apart: Sequence[tuple[str, str]]) -> Setting:
    """A citation among prose, whose signs stay as typed: the style's full stop goes where one follows."""
    starts = _SENTENCE_ENDS.search(plan.text[max(0, group.span.start - 20) : group.span.start])
    html = "; ".join(
        (starting if starts and not at else inside) + escape(_suffix(group.items[at]))
        for at, (inside, starting) in enumerate(apart)
    )
    html += escape(f" {group.defines}") if group.defines else ""
    looks = _parsed(html)
    if looks and plan.text[group.span.end : group.span.end + 1] == looks[-1].text[-1:] == ".":
        looks[-1] = Look(looks[-1].text[:-1], looks[-1].looks)
    return Setting(group.span.start, group.span.end, tuple(look for look in looks if look.text))


def _parsed(html: str) -> list[Look]:
    parser = _Looks()
    parser.feed(html)
    parser.close()
    return parser.found


@dataclass
class _Looks(HTMLParser):
    """Reads the few elements of the renderer's HTML."""

    found: list[Look] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take up the look of an element."""
        style = Mapping.get(dict(attrs), "style") or ""
        self.opened.append(_LOOKS.get(tag) or _SPANS.get(style.rstrip(";"), ""))

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        if self.opened:
            self.opened.pop()

    def handle_data(self, data: str) -> None:
        """Characters with the looks that are open."""
        looks: set[str] = set()
        for look in self.opened:
            if look.startswith("-"):
                looks.discard(look[1:])
            elif look:
                looks.add(look)
        self.found.append(Look(data, frozenset(looks)))
