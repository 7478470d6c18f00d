"""The works as the page shows them: in words, with every note that cites them, and what they are like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from citekit.match.nominate import nominate
from citekit.model import Item, ReadNote, Work
from citekit.report.anchors import Anchors
from citekit.report.archives import source_key
from citekit.report.fields import label_of
from citekit.report.labels import date_of, kind_name, kind_of, label
from citekit.report.values import item_value, language_name
from citekit.report.views import Facets, Label, Likeness, Link, State, WorkView


@dataclass(frozen=True, slots=True)
class Known:
    """What the notes have to know of a work they cite."""

    item: Item
    anchor: str
    label: Label
    kind: str
    language: str
    source: str
    repeated: bool
    nominated: bool


def known_works(works: Iterable[Work], anchors: Anchors) -> dict[str, Known]:
    """Every work by its id, in words and with its place on the page."""
    works = list(works)
    alike = {one for candidate in nominate(w.item for w in works) for one in (candidate.one, candidate.two)}
    return {
        work.id: Known(
            item=work.item,
            anchor=anchors.new("work", work.id),
            label=label(work.item),
            kind=kind_of(work.item),
            language=str(work.item.get("language", "")),
            source=source_key(work.item),
            repeated=len(work.cited_in) > 1,
            nominated=work.id in alike,
        )
        for work in works
    }


def work_views(
    known: Mapping[str, Known], notes: Sequence[ReadNote], note_anchors: Sequence[str]
) -> tuple[WorkView, ...]:
    """All works, by name and date; ``note_anchors`` are the places of the *notes* on the page."""
    cited, entered = _citing(notes, note_anchors)
    alike = _likenesses(known)
    views = [
        _view(key, work, cited.get(key, ()), entered.get(key, ()), tuple(alike.get(key, ())))
        for key, work in known.items()
    ]
    return tuple(sorted(views, key=lambda view: (view.sort_key, view.date_key, view.id)))


def _view(
    key: str,
    work: Known,
    notes: Sequence[Link],
    entries: Sequence[Link],
    alike: tuple[Likeness, ...],
) -> WorkView:
    states: list[State] = []
    if work.repeated:
        states.append("repeated")
    if work.nominated:
        states.append("nominated")
    return WorkView(
        anchor=work.anchor,
        id=key,
        label=work.label,
        kind=kind_name(work.kind),
        language=language_name(work.language),
        notes=tuple(notes),
        entries=tuple(entries),
        likenesses=alike,
        values=tuple(_values(work.item)),
        facets=Facets(tuple(states), (work.kind,), (work.language,), (work.source,)),
        date_key=_date_key(work.item),
        sort_key=re.sub(r"[\W_]+", " ", f"{work.label.head} {work.label.title}").strip().casefold(),
    )


def _citing(
    notes: Sequence[ReadNote], anchors: Sequence[str]
) -> tuple[dict[str, list[Link]], dict[str, list[Link]]]:
    """For each work the notes that cite it, and its entries in the bibliography."""
    cited: dict[str, list[Link]] = {}
    entered: dict[str, list[Link]] = {}
    for read, anchor in zip(notes, anchors, strict=True):
        side = entered if read.note.is_entry else cited
        for work in dict.fromkeys(cite.work for cite in read.cites if cite.work is not None):
            side.setdefault(work, []).append(Link(anchor, read.note.n))
    return cited, entered


def _likenesses(known: Mapping[str, Known]) -> dict[str, list[Likeness]]:
    found: dict[str, list[Likeness]] = {}
    for candidate in nominate(work.item for work in known.values()):
        evidence = "; ".join(candidate.evidence)
        for one, other in ((candidate.one, candidate.two), (candidate.two, candidate.one)):
            found.setdefault(one, []).append(Likeness(Link(known[other].anchor, other), evidence))
    return found


def _date_key(item: Item) -> str:
    """The date in a form that sorts: "1950-08-30", "" where there is none."""
    parts = (date_of(item).get("date-parts") or [[]])[0]
    return "-".join(f"{int(number):02d}" for number in parts)


def _values(item: Item) -> Iterator[tuple[str, str]]:
    """Everything the item says, in its order."""
    for name, value in item.items():
        if name == "custom":
            for inner, said in value.items():
                yield label_of(f"custom.{inner}"), item_value(said)
        elif name == "type":
            yield label_of(name), kind_name(str(value))
        elif name == "language":
            yield label_of(name), language_name(str(value))
        elif name != "id":
            yield label_of(name), item_value(value)
