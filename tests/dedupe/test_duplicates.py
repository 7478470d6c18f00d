"""Which items of several libraries are one work, which only may be, and what forbids it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library.answers import in_short
from citekit.library.items import normalised
from citekit.match.duplicates import find_duplicates
from citekit.match.joined import join_items
from citekit.match.sketch import isbns, number_of

Item = dict[str, Any]


def names(*given: str) -> list[dict[str, str]]:
    """ "Ash, Anna" a person, "Union of Writers" a body."""
    parts = (name.partition(", ") for name in given)
    return [{"family": f, "given": g} if comma else {"literal": f} for f, comma, g in parts]


def date(*numbers: int) -> Item:
    return {"date-parts": [list(numbers)]}


BOOK: Item = {
    "type": "book",
    "author": names("Ash, Anna"),
    "title": "The Harbour and the War",
    "publisher": "Verso",
    "issued": date(2001),
}
ARTICLE: Item = {
    "type": "article-journal",
    "author": names("Birch, Boris"),
    "title": "Railways in the Far East, 1945–1950",
    "container-title": "Journal of Railway History",
    "volume": "12",
    "issue": "3",
    "page": "101-130",
    "issued": date(1998),
}
LETTER: Item = {
    "type": "chapter",
    "author": names("Ivanov, Ivan"),
    "recipient": names("Petrov, Petr"),
    "title": "Ivanov to Petrov",
    "genre": "telegram",
    "original-date": date(1946, 5, 5),
}
PRINTED = LETTER | {
    "container-title": "Documents on the Northern Question",
    "page": "12-13",
    "issued": date(1990),
}
NUMBERED = LETTER | {"number": "00777", "custom": {"archive_id": "no:00777"}}
FILED = LETTER | {"type": "personal_communication", "custom": {"file_id": "garf:f9401/op2/d136"}}
FILE: Item = {"type": "document", "archive": "GARF", "custom": {"file_id": "garf:f9401/op2/d136"}}


def but(item: Item, **changes: Any) -> Item:
    """*item* with other fields ("original_date" is original-date); None takes one out."""
    changed = item | {name.replace("_", "-"): value for name, value in changes.items()}
    return {name: value for name, value in changed.items() if value is not None}


ONE_WORK = [
    pytest.param(BOOK, but(BOOK, title="the harbour & the war"), id="case-and-ampersand"),
    pytest.param(BOOK, but(BOOK, author=names("Ash, A."), publisher=None), id="initials-and-no-publisher"),
    pytest.param(BOOK, but(BOOK, issued=None), id="no-year"),
    pytest.param(BOOK, but(BOOK, author=None, editor=names("Ash, Anna")), id="author-or-editor"),
    pytest.param(BOOK, but(BOOK, type="report"), id="kinds-that-programs-confuse"),
    pytest.param(
        but(BOOK, ISBN="0-306-40615-2", title="Harbour"),
        but(BOOK, ISBN="978-0-306-40615-7"),
        id="isbn-10-and-13",
    ),
    pytest.param(ARTICLE, but(ARTICLE, volume="XII", issue="No. 3", page="101"), id="numerals-and-labels"),
    pytest.param(
        but(ARTICLE, DOI="10.1000/ABC.5"),
        but(ARTICLE, DOI="https://doi.org/10.1000/abc.5", author=None, volume=None),
        id="doi-spelled-two-ways",
    ),
    pytest.param(NUMBERED, but(NUMBERED, title="伊万诺夫致彼得罗夫电"), id="number-across-languages"),
    pytest.param(NUMBERED, but(NUMBERED, custom=None), id="number-not-yet-identified"),
    pytest.param(FILED, but(FILED, title="Letter on the harbour"), id="file-parties-and-date"),
    pytest.param(FILE, but(FILE, archive="ГАРФ"), id="the-file-itself"),
    pytest.param(PRINTED, but(PRINTED, title="Ivanov’s message to Petrov"), id="page-of-a-collection"),
    pytest.param(LETTER, but(LETTER, id="other"), id="equal-in-every-field"),
    pytest.param(
        but(BOOK, author=names("Shen, Zhihua"), original_title="冷战中的盟友与对手关系史"),
        but(BOOK, author=names("沈, 志华"), title="冷战中的盟友与对手关系史"),
        id="original-title-and-the-author-in-both-scripts",
    ),
]
TWO_WORKS = [
    pytest.param(BOOK, but(BOOK, volume="2", author=None, title="Harbours"), id="nothing-in-common"),
    pytest.param(but(BOOK, volume="1"), but(BOOK, volume="2"), id="volumes"),
    pytest.param(BOOK, but(BOOK, author=names("Ash, Boris")), id="another-given-name"),
    pytest.param(BOOK, but(BOOK, type="thesis"), id="the-thesis-before-the-book"),
    pytest.param(BOOK, but(BOOK, title="The Harbour and the War, part 2"), id="parts"),
    pytest.param(ARTICLE, but(ARTICLE, title="Railways in the Far East, 1945–1951"), id="years-in-titles"),
    pytest.param(ARTICLE, but(ARTICLE, issue="4"), id="issues"),
    pytest.param(ARTICLE, but(ARTICLE, page="205-230"), id="two-parts-in-one-issue"),
    pytest.param(NUMBERED, but(NUMBERED, number="00778", custom={"archive_id": "no:00778"}), id="numbers"),
    pytest.param(FILED, but(FILED, original_date=date(1946, 5, 6)), id="another-day-in-one-file"),
    pytest.param(FILED, but(FILED, custom={"file_id": "garf:f9401/op2/d137"}), id="another-file"),
    pytest.param(PRINTED, but(PRINTED, genre="letter"), id="another-genre"),
    pytest.param(FILED, FILE, id="a-document-and-its-file"),
    pytest.param(
        but(BOOK, type="chapter", ISBN="0-306-40615-2", title="On Harbours", container_title="The Harbour"),
        but(BOOK, ISBN="0-306-40615-2"),
        id="a-chapter-with-the-isbn-of-its-book",
    ),
]
WAIT = [
    pytest.param(BOOK, but(BOOK, title="The Harbor and the War"), "titles alike", id="a-slip-in-the-title"),
    pytest.param(
        BOOK,
        but(BOOK, title="The Harbour and the War: A Memoir"),
        "one title begins the other",
        id="subtitle",
    ),
    pytest.param(BOOK, but(BOOK, issued=date(1983)), "the same title", id="two-editions"),
    pytest.param(
        but(BOOK, author=None, title="Peng Dehuai zhuan"),
        but(BOOK, author=None, title="Biography of Peng Dehuai", original_title="彭德怀传"),
        "the same title romanised",
        id="pinyin-and-characters",
    ),
    pytest.param(LETTER, PRINTED, "sender", id="a-letter-here-and-there"),
    pytest.param(NUMBERED, PRINTED, "sender", id="a-number-here-a-page-there"),
    pytest.param(
        LETTER,
        but(LETTER, author=names("Ivanof, Ivan"), title="Ivanof to Petrov"),
        "sender",
        id="a-name-misspelt",
    ),
]
CONFLICTS = [
    pytest.param(NUMBERED, but(NUMBERED, original_date=date(1950, 1, 1)), "date", id="date"),
    pytest.param(NUMBERED, but(NUMBERED, author=names("Wang, Ming")), "sender", id="sender"),
    pytest.param(
        but(ARTICLE, DOI="10.1000/1"),
        but(ARTICLE, DOI="10.1000/1", title="Bees", author=names("Cole, Carl")),
        "titles",
        id="title",
    ),
    pytest.param(
        but(BOOK, ISBN="0-306-40615-2", volume="1"),
        but(BOOK, ISBN="0-306-40615-2", volume="2"),
        "volume",
        id="set",
    ),
    pytest.param(
        but(NUMBERED, author=None, recipient=None, title=None),
        but(NUMBERED, original_date=date(1946, 5, 6)),
        "date",
        id="numbered-document-without-parties",
    ),
]


def test_a_number_without_a_date_joins_one_of_two_dates_only() -> None:
    bare = but(NUMBERED, author=None, recipient=None, title=None, original_date=None)
    other = but(NUMBERED, original_date=date(1946, 5, 6))
    found = find_duplicates([bare, NUMBERED, other])
    assert found.groups == [[0, 1], [2]]
    assert "date" in found.conflicts[0].why


@pytest.mark.parametrize(("one", "two"), ONE_WORK)
def test_one_work(one: Item, two: Item) -> None:
    found = find_duplicates([one, two])
    assert found.groups == [[0, 1]]
    assert all(merge.evidence for merge in found.merges)


@pytest.mark.parametrize(("one", "two"), TWO_WORKS)
def test_two_works(one: Item, two: Item) -> None:
    assert find_duplicates([one, two]).groups == [[0], [1]]


@pytest.mark.parametrize(("one", "two", "evidence"), WAIT)
def test_what_only_may_be_one_work_waits(one: Item, two: Item, evidence: str) -> None:
    found = find_duplicates([one, two])
    assert found.groups == [[0], [1]]
    (waiting,) = found.waiting
    assert any(evidence in said for said in waiting.evidence)


@pytest.mark.parametrize(("one", "two", "why"), CONFLICTS)
def test_an_identifier_that_other_facts_contradict_is_a_conflict(one: Item, two: Item, why: str) -> None:
    found = find_duplicates([one, two])
    assert found.groups == [[0], [1]]
    assert why in found.conflicts[0].why


def test_numbers_forbid_and_the_report_says_so() -> None:
    titled = but(NUMBERED, title="Ivanov to Petrov: the harbour must be held")
    found = find_duplicates([titled, but(titled, number="00778", custom={"archive_id": "no:00778"})])
    assert [veto.why for veto in found.vetoes] == ["no:00777 is not no:00778"]


def test_what_fits_two_works_is_left_alone() -> None:
    bare = but(BOOK, issued=None)
    found = find_duplicates([but(BOOK, edition="1"), but(BOOK, edition="2", issued=date(2005)), bare])
    assert found.groups == [[0], [1], [2]]
    assert {(w.one, w.two) for w in found.waiting} >= {(0, 2), (1, 2)}


def test_what_says_little_does_not_bind_two_editions() -> None:
    found = find_duplicates([but(BOOK, issued=None), BOOK, but(BOOK, issued=date(2005))])
    assert [1, 2] not in found.groups
    assert not any({1, 2} <= set(group) for group in found.groups)


def test_the_writer_decides() -> None:
    other = but(BOOK, issued=date(2005))
    assert find_duplicates([BOOK, other], same=[(0, 1)]).groups == [[0, 1]]
    found = find_duplicates([BOOK, BOOK], different=[(0, 1)])
    assert (found.groups, found.waiting) == ([[0], [1]], [])
    assert find_duplicates([BOOK, BOOK, BOOK], different=[(0, 1)]).groups in ([[0, 2], [1]], [[0], [1, 2]])


@given(st.permutations([BOOK, but(BOOK, issued=None), ARTICLE, NUMBERED, PRINTED, FILED, FILE, LETTER]))
def test_the_order_of_the_items_does_not_matter(items: list[Item]) -> None:
    """Only the full and the yearless citation of the book are one work here, wherever they stand."""
    groups = find_duplicates(items).groups
    joined = [sorted(map(items.index, (items[n] for n in group))) for group in groups if len(group) > 1]
    assert (
        joined == [sorted(n for n, item in enumerate(items) if item["title"] == BOOK["title"])]
        if all("title" in item for item in items)
        else len(joined) == 1
    )


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
fields = "type author recipient title original-title issued original-date DOI ISBN volume page custom genre".split()


@given(st.lists(st.dictionaries(st.sampled_from(fields), anything, max_size=6), max_size=4))
def test_whatever_a_library_holds_is_compared_and_joined(items: list[Item]) -> None:
    """What is no name, date or title is not looked at, and nothing is lost."""
    named = [{**item, "id": str(number)} for number, item in enumerate(items)]
    groups = find_duplicates(map(normalised, named)).groups
    assert sorted(number for group in groups for number in group) == list(range(len(items)))
    if named:
        joined = join_items(named)
        assert all(isinstance(in_short(item), str) for item in named)
        assert joined["id"] == "0"
        assert {name for item in named for name in item} - {"custom"} <= set(joined)
        assert named == [{**item, "id": str(number)} for number, item in enumerate(items)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0-306-40615-2", ["9780306406157"]),
        ("978-0-306-40615-7 (hbk) 0306406152", ["9780306406157", "9780306406157"]),
        ("0 8044 2957 X", ["9780804429573"]),
        ("12345", []),
    ],
)
def test_isbns(text: str, expected: list[str]) -> None:
    assert isbns(text) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Vol. XXII", "22"),
        ("022", "22"),
        ("第3卷", "3"),
        ("2nd", "2"),
        ("1-4", "1-4"),
        ("上册", "上 册"),
        ("", ""),
        (None, ""),
    ],
)
def test_numbers_without_labels(printed: str, expected: str) -> None:
    assert number_of(printed) == expected
