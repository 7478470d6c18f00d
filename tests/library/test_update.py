"""A library that documents are merged into: what the writer did stays, keys stay, nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from citekit import readers
from citekit.library.layout import in_order, laid_out, placed
from citekit.library.memory import Memory, ParsedWork, from_json
from citekit.library.sources import Source, source_of
from citekit.library.three_way import MARK, merged
from citekit.library.update import Updated, update
from citekit.model import Document, Note
from citekit.pipeline import parse

Item = dict[str, Any]

NOTES = [
    "Anna Ash, *The Harbour and the War* (London: Verso, 2001), 12.",
    "Ibid., 14.",
    "Boris Birch, “Railways in the Far East,” *Journal of Railway History* 12, no. 3 (1998): 101-130.",
    "“№00777 Ivanov to Petrov: On the harbour (May 5, 1946)” in Files. (Moscow: Progress, 1980.) 5.",
    "Carl Cole, *Fishing Fleets in the War* (Oxford: Clarendon Press, 1987), 3.",
]


def source(notes: list[str], name: str = "thesis.md") -> Source:
    numbered = tuple(Note(str(n), text.replace("*", "")) for n, text in enumerate(notes, 1))
    return source_of(parse(Document(name, "text", numbered)), name)


def run(library: list[Item], memory: Memory, *documents: Source, **options: Any) -> Updated:
    """An update whose memory has been to the disk and back, as between two runs of the command."""
    remembered = from_json(json.loads(json.dumps(memory.to_json())))
    kept = json.loads(laid_out(library))
    return update(kept, remembered, documents, **options)


def by_key(updated: Updated) -> dict[str, Item]:
    return {item["id"]: item for item in updated.items}


@pytest.fixture
def first() -> Updated:
    return run([], Memory(), source(NOTES))


def test_a_new_library_is_in_the_order_of_its_keys(first: Updated) -> None:
    assert [item["id"] for item in first.items] == [
        "ash2001harbourwar",
        "birch1998railwaysfar",
        "cole1987fishingfleets",
        "ivanov1946no00777",
    ]


def test_the_same_document_again_changes_nothing(first: Updated) -> None:
    again = run(first.items, first.memory, source(NOTES))
    assert (again.items, again.added, again.changed) == (first.items, [], [])


def test_what_the_writer_did_stands(first: Updated) -> None:
    """Five fields changed, one item added, one note more in the thesis: everything stands, keys unchanged."""
    items = first.items
    mine = {item["id"]: item for item in items}
    mine["ash2001harbourwar"]["title"] = "The Harbour at War"
    mine["ash2001harbourwar"]["publisher-place"] = "London and New York"
    mine["birch1998railwaysfar"]["author"] = [{"family": "Birch", "given": "Boris B."}]
    del mine["birch1998railwaysfar"]["issue"]
    mine["cole1987fishingfleets"]["custom"] = {"shelf": "room 4"}
    items.append({"id": "mine", "type": "book", "title": "My Own Find", "volume": 3})
    before = json.loads(laid_out(items))

    notes = ["Dora Dean, *Tides* (Leeds: Moor, 1970), 1.", *NOTES]
    after = run(items, first.memory, source(notes))

    assert after.added == ["dean1970tides"]
    assert [item for item in after.items if item["id"] != "dean1970tides"] == before
    assert not after.diagnostics


def test_only_what_the_document_changed_is_taken_in(first: Updated) -> None:
    mine = by_key(first)["ash2001harbourwar"]
    mine["title"] = "The Harbour at War"
    notes = [NOTES[0].replace("London: Verso", "London: Verso Books"), *NOTES[1:]]
    after = by_key(run(first.items, first.memory, source(notes)))["ash2001harbourwar"]
    assert (after["title"], after["publisher"]) == ("The Harbour at War", "Verso Books")


def test_a_clash_is_told_once_and_the_writers_word_stands(first: Updated) -> None:
    by_key(first)["ash2001harbourwar"]["publisher"] = "Verso Press"
    changed = source([NOTES[0].replace("London: Verso", "London: Verso Books"), *NOTES[1:]])
    after = run(first.items, first.memory, changed)
    assert by_key(after)["ash2001harbourwar"]["publisher"] == "Verso Press"
    (clash,) = after.diagnostics
    assert clash.code == "library-clash"
    assert "“Verso Press”" in clash.message
    assert "“Verso Books”" in clash.message
    assert not run(after.items, after.memory, changed).diagnostics


def test_what_is_no_longer_cited_is_marked_until_it_is_cited_again(first: Updated) -> None:
    after = run(first.items, first.memory, source(NOTES[:4]))
    assert after.uncited == ["cole1987fishingfleets"]
    assert by_key(after)["cole1987fishingfleets"]["custom"] == {MARK: True}
    again = run(after.items, after.memory, source(NOTES))
    assert again.items == first.items


def test_an_item_added_by_hand_is_never_marked(first: Updated) -> None:
    items = [*first.items, {"id": "mine", "type": "book", "title": "My Own Find"}]
    assert by_key(run(items, first.memory, source(NOTES)))["mine"] == items[-1]


def test_an_item_added_by_hand_is_the_work_when_it_is_cited(first: Updated) -> None:
    mine = {
        "id": "dean",
        "type": "book",
        "author": [{"family": "Dean", "given": "Dora"}],
        "title": "Tides of the North Sea",
        "issued": {"date-parts": [[1970]]},
        "note": "seen in Leeds",
    }
    notes = [*NOTES, "Dora Dean, *Tides of the North Sea* (Leeds: Moor, 1970), 1."]
    after = run([*first.items, mine], first.memory, source(notes))
    assert after.added == []
    assert by_key(after)["dean"] == mine


def test_a_key_that_the_writer_changed_stays(first: Updated) -> None:
    by_key(first)["ash2001harbourwar"]["id"] = "ash:harbour"
    after = run(first.items, first.memory, source([*NOTES, "Anna Ash, *The Harbour and the War*, 99."]))
    assert after.renamed == [("ash2001harbourwar", "ash:harbour")]
    assert "ash2001harbourwar" not in by_key(after)
    assert run(after.items, after.memory, source(NOTES)).renamed == []


def test_what_the_writer_deleted_stays_out_until_it_is_wanted_back(first: Updated) -> None:
    kept = [item for item in first.items if item["id"] != "cole1987fishingfleets"]
    after = run(kept, first.memory, source(NOTES))
    assert after.items == kept
    assert [d.code for d in after.diagnostics] == ["library-deleted-but-cited"]
    back = run(after.items, after.memory, source(NOTES), restore=["cole1987fishingfleets"])
    assert by_key(back)["cole1987fishingfleets"] == by_key(first)["cole1987fishingfleets"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param("Anna Ash, *The Harbor and the War* (London: Verso, 2001), 12.", id="spelling"),
        pytest.param("Anna Ash, *The Harbour and the War* (London: Verso, 2002), 12.", id="year"),
        pytest.param("Ash, Anna, The Harbour and the War. London: Verso, 2001, p. 12.", id="style"),
    ],
)
def test_a_corrected_note_keeps_the_key(first: Updated, changed: str) -> None:
    after = run(first.items, first.memory, source([changed, *NOTES[1:]]))
    assert [item["id"] for item in after.items] == [item["id"] for item in first.items]
    assert (after.added, after.uncited) == ([], [])


def test_letters_after_equal_keys_do_not_move(first: Updated) -> None:
    """A second work of 1987 on fishing fleets is cited before the first: the first keeps its key."""
    notes = ["Carl Cole, *Fishing Fleets of Norway* (Oslo: Fjord, 1987), 1.", *NOTES]
    after = run(first.items, first.memory, source(notes))
    assert after.added == ["cole1987fishingfleetsb"]
    assert by_key(after)["cole1987fishingfleets"]["publisher"] == "Clarendon Press"


def test_without_memory_the_library_stands_as_it_is(first: Updated) -> None:
    by_key(first)["ash2001harbourwar"]["title"] = "The Harbour at War"
    after = run(first.items, Memory(), source(NOTES))
    assert after.items == first.items
    assert not after.diagnostics


def test_two_documents_share_one_library(first: Updated) -> None:
    article = source(["Ash, Anna. The Harbour and the War. London: Verso, 2001.", NOTES[3]], "article.md")
    both = run(first.items, first.memory, article)
    assert (both.added, len(both.items)) == ([], 4)
    assert run(both.items, both.memory, source(NOTES[1:])).uncited == []
    alone = run(both.items, both.memory, source(NOTES[1:]), forget=lambda name: name == "article.md")
    assert "ash2001harbourwar" in alone.uncited


def test_numbers_are_not_rewritten() -> None:
    """The writer's 33 is no correction of "33"."""
    work = ParsedWork({"id": "a", "type": "book", "title": "T", "volume": "33"}, key="a")
    memory = Memory({"x": [work]}, {"a": work.item})
    mine = {"id": "a", "type": "book", "title": "T", "volume": 33}
    assert update([mine], memory, [Source("x", [work])]).items == [mine]


BASE = {"id": "a", "title": "Old", "issued": {"date-parts": [[1950]]}, "custom": {"k": "1", "gone": "x"}}


@pytest.mark.parametrize(
    ("ours", "theirs", "expected", "clashing"),
    [
        ({"title": "Mine"}, {}, {"title": "Mine"}, []),
        ({}, {"title": "New"}, {"title": "New"}, []),
        ({"title": "Mine"}, {"title": "New"}, {"title": "Mine"}, ["title"]),
        ({"title": "Same"}, {"title": "Same"}, {"title": "Same"}, []),
        ({"title": None}, {}, {"title": None}, []),
        ({"title": None}, {"title": "New"}, {"title": None}, ["title"]),
        ({}, {"title": None}, {"title": None}, []),
        ({}, {"page": "5"}, {"page": "5"}, []),
        (
            {"custom": {"k": "2", "gone": "x"}},
            {"custom": {"k": "1", "l": "3"}},
            {"custom": {"k": "2", "l": "3"}},
            [],
        ),
        ({"custom": None}, {"custom": {"k": "5", "gone": "x"}}, {"custom": None}, ["custom.k"]),
    ],
)
def test_three_ways(ours: Item, theirs: Item, expected: Item, clashing: list[str]) -> None:
    def changed(by: Item) -> Item:
        return {name: value for name, value in {**BASE, **by}.items() if value is not None}

    item, clashes = merged(BASE, changed(ours), changed(theirs))
    assert item == changed(expected)
    assert [clash.field for clash in clashes] == clashing


def test_one_field_a_line_in_a_steady_order() -> None:
    item = in_order({"title": "T", "custom": {"b": "2", "a": [1]}, "zzz": "z", "id": "x", "type": "book"})
    assert laid_out([item]) == (
        '[\n  {\n    "id": "x",\n    "type": "book",\n    "title": "T",\n    "zzz": "z",\n'
        '    "custom": {\n      "b": "2",\n      "a": [1]\n    }\n  }\n]\n'
    )
    assert laid_out([]) == "[]\n"
    assert list(placed({"id": "x", "title": "T", "page": "1"}, "volume", "2")) == [
        "id",
        "title",
        "volume",
        "page",
    ]


THESIS = Path(__file__).parents[3] / "shared/corpus/thesis.md"


@pytest.mark.skipif(not THESIS.exists(), reason="the corpus is not here")
def test_the_thesis_grows() -> None:
    document = readers.read(THESIS)
    first = run([], Memory(), source_of(parse(document), "thesis.md"))
    mine = by_key(first)
    for key in sorted(mine)[10:15]:
        mine[key]["title"] = f"{mine[key].get('title')} (corrected)"
    first.items.append({"id": "added-by-hand", "type": "book", "title": "Found in a shop"})
    before = json.loads(laid_out(first.items))
    new = Note("0", "Dora Dean, Tides of the North Sea (Leeds: Moor Press, 1970), 1.")
    grown = [new, *document.notes]
    notes = tuple(replace(note, n=str(number)) for number, note in enumerate(grown, 1))
    after = run(first.items, first.memory, source_of(parse(replace(document, notes=notes)), "thesis.md"))
    assert after.added == ["dean1970tidesnorth"]
    assert [item for item in after.items if item["id"] not in after.added] == before
    assert (after.uncited, after.diagnostics) == ([], [])
