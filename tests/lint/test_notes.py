"""Ibid., numbers, marks and bibliography: documents of a few notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from citekit import parse
from citekit.lint import check
from citekit.model import Diagnostic, Document, Note

Lint = Callable[..., Any]

HART = "Ann Hart, Early Printing (London: Dent, 1901), 5."
MILL = "John S. Mill, A System of Ink (Oxford: Clarendon Press, 1910), 7."
COLE = "Henry Cole, “The First Press,” Library 3, no. 2 (1920): 69-74."
TWO = f"{HART[:-1]}; {MILL}"

# rule, notes, entries, where something is found
CASES = [
    ("ibid-unclear", ["Ibid., 9."], [], ["1"]),
    ("ibid-unclear", [TWO, "Ibid., 9."], [], ["2"]),
    ("ibid-unclear", [TWO, HART, "Ibid., 9."], [], []),
    ("ibid-unclear", ["Иванов И. И. Книга. М., 1990. С. 5; Петров П. П. Труд. М., 1991. С. 6.", "Там же. С. 7."], [], ["2"]),
    ("ibid-after-several", [HART, "Ibid., 9."], [], []),
    ("ibid-after-several", [TWO, HART, "Ibid."], [], []),
    ("short-form-unclear", [HART, "Mill, op. cit., 9."], [], ["2"]),
    ("short-form-unclear", [HART, "Hart, op. cit., 9."], [], []),
    ("not-in-bibliography", [HART, MILL], ["Hart, Ann. Early Printing. London: Dent, 1901."], ["2"]),
    ("not-in-bibliography", [HART, MILL], [], []),
    ("never-cited", [HART], ["Hart, Ann. Early Printing. London: Dent, 1901.", "Cole, Henry. On Types. London: Holt, 1920."], ["B2"]),
    ("never-cited", [], ["Cole, Henry. On Types. London: Holt, 1920."], []),
    ("pages-backwards", ["Ann Hart, Early Printing (London: Dent, 1901), 312-207."], [], ["1"]),
    ("pages-backwards", ["Ann Hart, Early Printing (London: Dent, 1901), 303-05, 484-85."], [], []),
    (
        "locator-outside",
        ["Henry Cole, “The First Press,” Library 3, no. 2 (1920): 81."],
        ["Cole, Henry. “The First Press.” Library 3, no. 2 (1920): 69-74."],
        ["1"],
    ),
    (
        "locator-outside",
        ["Henry Cole, “The First Press,” Library 3, no. 2 (1920): 71-72."],
        ["Cole, Henry. “The First Press.” Library 3, no. 2 (1920): 69-74."],
        [],
    ),
    ("missing-page", [HART, MILL, "Henry Cole, On Types (London: Holt, 1920)."], [], ["3"]),
    ("missing-page", [HART, MILL, "See Henry Cole, On Types (London: Holt, 1920)."], [], []),
    ("missing-place", [HART, MILL, "Henry Cole, On Types (Office of Naval Records, 1920), 5."], [], ["3"]),
    ("missing-place", [HART, MILL, "Henry Cole, On Types (United States: Holt, 1920), 5."], [], ["3"]),
    ("missing-place", [HART, MILL, "Henry Cole, On Types (Singapore: Holt, 1920), 5."], [], []),
    ("missing-year", [HART, "Henry Cole, On Types (London: Holt), 5."], [], ["2"]),
    ("missing-year", [HART, MILL], [], []),
    ("missing-year", ["狄某：《笔记》，上海：有正书局，出版时间不详，第8页。", "民国《上海县续志》卷1《疆域》，第10页b。"], [], []),
    ("missing-page", ["张三：《明代流刑考》，《历史研究》1990年第3期。", "李四：《清代考》，《历史研究》1991年第3期。"], [], []),
    ("imprint-punctuation", [HART] * 10 + ["Henry Cole, On Types (London, Holt, 1920), 5."], [], ["11"]),
    ("publisher-in-title", ["Ann Hart, Early Printing-Dent Sons (London: Dent & Sons, 1901), 5."], [], ["1"]),
    ("publisher-in-title", ["Ann Hart, Early Printing (London: Dent & Sons, 1901), 5."], [], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "notes", "entries", "where"), CASES, ids=lambda v: v if isinstance(v, str) else ""
)
def test_notes(lint: Lint, code: str, notes: list[str], entries: list[str], where: list[str]) -> None:
    assert [finding.place.note for finding in lint(code, notes, entries)] == where


COLLECTION = (
    'Editorial Board, "№00{n} Molotov to Zhukov: On supply (July {d}, 1941)" (№00{n} 莫洛托夫致朱可夫电: 关于供应'
    "(1941年7月{d}日)) in Vol.2 of Selected Wartime Archives (战时档案选编) (Beijing: Oriental Press, 2015.) {p}."
)
WITHIN = 'Ibid. "№00{n} Molotov to Zhukov: On supply (July {d}, 1941)" (№00{n} 莫洛托夫致朱可夫电: 关于供应(1941年7月{d}日)) {p}.'


def test_ibid_after_two_documents_of_one_collection(lint: Lint) -> None:
    first = COLLECTION.format(n=101, d=1, p=10)
    second = f'{first[:-1]}; "№00102 Zhukov to Molotov: Reply (July 2, 1941)" (№00102 朱可夫致莫洛托夫电: 答复(1941年7月2日)) 11.'
    (found,) = lint("ibid-after-several", [second, WITHIN.format(n=103, d=3, p=12)])
    assert found.place.note == "2"
    assert "note 1" in found.message


def test_pages_follow_dates(lint: Lint) -> None:
    """Nine documents in the order of their days; one of them a hundred pages off."""
    pages = [10, 12, 15, 20, 121, 24, 26, 30, 33]
    notes = [COLLECTION.format(n=100, d=1, p=pages[0])]
    notes += [WITHIN.format(n=100 + i, d=1 + i, p=page) for i, page in enumerate(pages[1:], 1)]
    (found,) = lint("page-order", notes)
    assert (found.place.note, found.place.words) == ("5", "121")
    assert [place.note for place in found.others] == ["4", "6"]
    pages[4] = 22
    notes = [notes[0], *(WITHIN.format(n=100 + i, d=1 + i, p=page) for i, page in enumerate(pages[1:], 1))]
    assert lint("page-order", notes) == []


def test_a_number_in_a_collection_without_numbers(lint: Lint) -> None:
    plain = 'Li Wei, "{who} to Zhukov about supply" ({han}关于供应致朱可夫电) in Wartime Files (战时文件) (Taipei: Institute Press, 2003.) {p}.'
    notes = [
        COLLECTION.format(n=101, d=1, p=10),
        WITHIN.format(n=102, d=2, p=12),
        WITHIN.format(n=103, d=3, p=14),
    ]
    notes += [
        plain.format(who=who, han=han, p=p)
        for who, han, p in (("Konev", "科涅夫", 5), ("Molotov", "莫洛托夫", 9), ("Yudin", "尤金", 11))
    ]
    (found,) = lint("ibid-other-collection", [*notes, WITHIN.format(n=104, d=4, p=16)])
    assert found.place.note == "7"
    assert lint("ibid-other-collection", [*notes[:3], WITHIN.format(n=104, d=4, p=16)]) == []


def test_a_document_without_its_collection(lint: Lint) -> None:
    bare = '"№00109 Molotov to Zhukov: On peace (July 9, 1941)" (№00109 莫洛托夫致朱可夫电: 关于和平(1941年7月9日)) 36.'
    first = COLLECTION.format(n=101, d=1, p=10)
    assert [f.place.note for f in lint("missing-source", [first, bare])] == ["2"]
    assert lint("missing-source", [first, WITHIN.format(n=102, d=2, p=12)]) == []


def test_a_volume_left_out(lint: Lint) -> None:
    third = COLLECTION.format(n=105, d=5, p=9).replace("Vol.2", "Vol.3")
    bare = COLLECTION.format(n=104, d=4, p=11).replace("Vol.2 of ", "")
    (found,) = lint("missing-volume", [COLLECTION.format(n=101, d=1, p=10), third, bare])
    assert found.place.note == "3"
    assert lint("missing-volume", [COLLECTION.format(n=101, d=1, p=10), bare]) == []


def test_one_document_in_two_languages_is_no_conflict(lint: Lint) -> None:
    chinese = "《莫洛托夫致朱可夫电：关于供应》(1941年7月1日)，№00101，《战时档案选编》第2卷，北京：东方出版社，2015年，第10页。"
    for code in ("title-wording", "title-spelling", "edition-conflict", "date-conflict"):
        assert lint(code, [COLLECTION.format(n=101, d=1, p=10), chinese]) == []


def test_dates(lint: Lint) -> None:
    wrong = COLLECTION.format(n=101, d=1, p=10).replace("1941年7月1日", "1941年7月2日")
    (found,) = lint("date-conflict", [wrong])
    assert "its original title" in found.message
    later = WITHIN.format(n=101, d=9, p=10)
    assert [f.place.note for f in lint("date-conflict", [COLLECTION.format(n=101, d=1, p=10), later])] == [
        "2"
    ]
    assert lint("date-conflict", [COLLECTION.format(n=101, d=1, p=10), WITHIN.format(n=102, d=9, p=10)]) == []
    lacking = WITHIN.format(n=103, d=3, p=12).replace(" (July 3, 1941)", "")
    dated = [COLLECTION.format(n=101, d=1, p=10), WITHIN.format(n=102, d=2, p=11)]
    assert [f.place.note for f in lint("missing-date", [*dated, lacking])] == ["3"]


SOURCE = """\
Some text.¹ More text, "cited"²when he said so. The end.⁴

¹ Ann Hart, *Early Printing* (London: Dent, 1901), 5.

² Ibid.

³Ibid., 9.

⁵ Ibid., 10.

⁶ Ibid., 11.
"""


@pytest.mark.parametrize(
    ("code", "where"),
    [
        ("mark-without-note", [(None, 1)]),
        ("note-without-mark", [("3", 7), ("5", 9), ("6", 11)]),
        ("mark-spacing", [("3", 7), (None, 1)]),
        ("note-numbering", [("5", 9)]),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_marks_and_numbers(lint: Lint, code: str, where: list[tuple[str | None, int]]) -> None:
    assert [(f.place.note, f.place.line) for f in lint(code, SOURCE)] == where


def test_marks_in_a_document_without_notes(lint: Lint) -> None:
    (found,) = lint("mark-without-note", "Some text.¹ More text.² The end.³\n")
    assert "1 to 3" in found.message


def test_a_note_in_two_parts() -> None:
    """The reader says that it put a note together; the rule hands it on with the note's place."""
    said = Diagnostic(
        "note-rejoined", "Note 1 was cut by body text; its parts were put together again", note="1"
    )
    document = Document("chapter", "notes", (Note("1", HART, line=4),), diagnostics=(said,))
    (found,) = check(parse(document), ["note-split"])
    assert (found.place.note, found.place.line, found.message[-1]) == ("1", 4, ".")


def test_documents_without_marks_are_not_judged(lint: Lint) -> None:
    for code in ("mark-without-note", "note-without-mark", "mark-spacing", "note-split", "note-numbering"):
        assert lint(code, [HART, "Ibid."]) == []
