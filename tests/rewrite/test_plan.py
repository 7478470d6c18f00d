"""Which notes become commands, which keep their prose, which stay as typed."""

from __future__ import annotations

import pytest

from citekit.rewrite.plan import plans

from .documents import BOOK, CHEN, OTHER, SHEN, pandoc, read

# The notes of a document, the last of them looked at; its kind, and its works with pages.
KINDS = {
    "one citation": ((BOOK,), "citations", [(CHEN, "125-57")]),
    "Ibid. with a page": ((BOOK, "Ibid., 130."), "citations", [(CHEN, "130")]),
    "two, parted by a semicolon": (
        (BOOK, OTHER, "Chen, *China's Road*, 3; Shen, *Mao, Stalin*, 4."),
        "citations",
        [(CHEN, "3"), (SHEN, "4")],
    ),
    "see": ((BOOK, "See Chen, *China's Road*, 7."), "citations", [(CHEN, "7")]),
    "prose before": ((BOOK, "The day is not certain; see Chen, *China's Road*, 7."), "mixed", [(CHEN, "7")]),
    "prose after": ((BOOK, "Ibid., 9. He says that it rained all day."), "mixed", [(CHEN, "9")]),
    "prose only": (("The name is spelt in three ways.",), "prose", []),
    "Ibid. after two works stays": ((f"{BOOK[:-1]}; {OTHER}", "Ibid., 9."), "kept", []),
    "Ibid. after nothing stays": (("Ibid., 9.",), "kept", []),
    "同上": (("徐焰：《第一次较量》，北京：中国广播电视出版社，1990年，第22页。", "同上，第27页。"), "citations", None),
    "там же": (("Торкунов А. В. Загадочная война. М.: РОССПЭН, 2000. С. 113.", "Там же. С. 120."), "citations", None),
    "a sentence that needs the name": (
        (BOOK, "It rained. Chen in *China's Road* on page 7 gives the hour. See Chen, *China's Road*, 9."),
        "mixed",
        [(CHEN, "9")],
    ),
    "a remark taken for a title stays": ((BOOK, "Ibid., 9. The author doubts it."), "mixed", [(CHEN, "9")]),
}  # fmt: skip


@pytest.mark.parametrize(("notes", "kind", "cited"), KINDS.values(), ids=KINDS)
def test_kinds(notes: tuple[str, ...], kind: str, cited: list[tuple[str, str]] | None) -> None:
    plan = plans(read(pandoc(*notes)))[-1]
    assert plan.kind == kind
    if cited is not None:
        assert [(item.work, item.locator) for group in plan.groups for item in group.items] == cited


def test_a_note_kept_says_why() -> None:
    (plan,) = plans(read(pandoc("Ibid., 9.")))
    assert plan.reasons
    assert all(reason.note == "1" and reason.message for reason in plan.reasons)


def test_a_bare_ibid_can_be_given_its_pages() -> None:
    result = read(pandoc(BOOK, "Ibid."))
    assert plans(result)[1].groups[0].items[0].locator is None
    assert plans(result, repeat_pages=True)[1].groups[0].items[0].locator == "125-57"


def test_leaves_keep_the_label_as_typed() -> None:
    (plan,) = plans(read(pandoc("РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97–98.")))
    (item,) = plan.groups[0].items
    assert (item.locator, item.typed_label) == ("97-98", "Л.")


def test_lead_words_between_citations_are_small() -> None:
    plan = plans(read(pandoc(BOOK, OTHER, "Chen, *China's Road*, 3. See also Shen, *Mao, Stalin*, 4.")))[-1]
    assert [plan.prefix(group) for group in plan.groups] == ["", "see also"]
