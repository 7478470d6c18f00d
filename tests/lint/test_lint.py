"""The rules as a whole: selection, manual, places, mending, speed, robustness."""

from __future__ import annotations

import time
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit import parse
from citekit.lint import Finding, Rule, UnknownRuleError, all_rules, check, mended, selected
from citekit.lint.manual import index, page
from citekit.lint.titles import difference
from citekit.model import Document, Note
from citekit.readers import read_text
from citekit.recognise.page_numbers import Pages, ranges

ROOT = Path(__file__).parents[2]
TESTS = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
PAGES = ROOT / "docs" / "lint"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_each_rule_is_documented_and_tested(rule: Rule) -> None:
    assert f'"{rule.code}"' in TESTS, "no case names the rule"
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 80
    assert (PAGES / f"{rule.code}.md").read_text(encoding="utf-8") == page(rule), "run docs/lint/generate.py"
    module = (ROOT / "citekit/lint/rules").glob("*.py")
    assert sum(f'Rule("{rule.code}"' in path.read_text(encoding="utf-8") for path in module) == 1


def test_the_index_is_up_to_date() -> None:
    assert (PAGES / "index.md").read_text(encoding="utf-8") == index()
    assert {path.stem for path in PAGES.glob("*.md")} == {"index", *(rule.code for rule in all_rules())}


@pytest.mark.parametrize(
    ("select", "ignore", "some", "none"),
    [
        (["et-al"], [], {"et-al"}, {"initials"}),
        ([], ["et-al"], {"initials"}, {"et-al"}),
        (["missing-"], ["missing-page"], {"missing-year", "missing-place"}, {"missing-page", "et-al"}),
    ],
)
def test_selection(select: list[str], ignore: list[str], some: set[str], none: set[str]) -> None:
    codes = {rule.code for rule in selected(select, ignore)}
    assert some <= codes
    assert not none & codes


def test_unknown_rule() -> None:
    with pytest.raises(UnknownRuleError, match="did you mean 'ibid-unclear'"):
        selected(["ibid-unclaer"])


def test_a_rule_of_another_package(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("thanks", "A note of thanks.")
    module.RULE = Rule(  # type: ignore[attr-defined]
        "thanks", "Thanks.", lambda subject: (Finding("thanks", "!", subject.place(n), "") for n in subject.texts)
    )  # fmt: skip
    monkeypatch.setattr(EntryPoint, "load", lambda self: module)
    points = [EntryPoint("thanks", "thanks", "citekit.lint")]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: points)
    all_rules.cache_clear()
    try:
        document = Document("chapter", "notes", (Note("1", "I thank."),))
        assert [f.code for f in check(parse(document), ["thanks"])] == ["thanks"]
    finally:
        all_rules.cache_clear()


SOURCE = """\
Text.[^1] More.[^2] End.[^3]

[^1]: Ann Hart, *Early  Printing* , ed. Mill et. al (London:  Dent, 1901), 5..
[^2]: Ibid..
[^3]: Ann Hart, *Early Printing*,, 7. <https://example.org/a..b,,c>
"""
MENDED = """\
Text.[^1] More.[^2] End.[^3]

[^1]: Ann Hart, *Early Printing*, ed. Mill et al. (London: Dent, 1901), 5.
[^2]: Ibid.
[^3]: Ann Hart, *Early Printing*, 7. <https://example.org/a..b,,c>
"""


def test_mending_changes_only_what_is_wrong() -> None:
    document = read_text(SOURCE, "chapter.md")
    text, made = mended(document, check(parse(document)))
    assert text == MENDED
    assert made == 7
    again = read_text(text, "chapter.md")
    assert mended(again, check(parse(again))) == (text, 0)


def test_mending_leaves_packaged_sources_alone() -> None:
    document = Document("chapter.docx", "docx", (Note("1", "Ibid.."),), source="Ibid..")
    assert mended(document, check(parse(document))) == ("Ibid..", 0)


def test_places_in_the_source() -> None:
    document = read_text(SOURCE, "chapter.md")
    (found,) = [f for f in check(parse(document), ["double-punctuation"]) if f.place.note == "2"]
    assert (found.place.line, found.place.column, found.place.words) == (4, 11, "..")


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("484-85", [Pages(484, 485)]),
        ("55, 88", [Pages(55, 55), Pages(88, 88)]),
        ("312-207", [Pages(312, 207)]),
        ("9a", []),
        ("xii", []),
        (None, []),
        ("303-05", [Pages(303, 305)]),
    ],
)
def test_ranges(locator: str | None, expected: list[Pages]) -> None:
    assert ranges(locator) == expected


@pytest.mark.parametrize(
    ("printed", "full", "expected"),
    [
        ("Letters", "Letters of a Soldier", "none"),
        ("A Soldier", "Letters of a Soldier", "none"),
        ("Letter", "Letters of a Soldier", "wording"),
        ("Letters of the Soldier", "Letters of a Soldier", "wording"),
        ("Letters Of a Soldier", "Letters of a Soldier", "capitals"),
        ("LETTERS OF A SOLDIER", "Letters of a Soldier", "none"),
        ("Mingdai wenxun", "Mingdai wenxuan", "spelling"),
        ("Mingdai wenji", "Mingdai wenxuan", "wording"),
        ("Lu Xun", "Lu Xun's Letters", "none"),
        ("士兵书信", "士兵书信集", "none"),
        ("The Letters of a Soldier", "Letters of a Soldier", "none"),
        ("A Study of Inks", "Letters of a Soldier", "other"),
        ("", "Letters", "none"),
    ],
)
def test_difference_of_titles(printed: str, full: str, expected: str) -> None:
    assert difference(printed, full) == expected


PIECES = st.sampled_from(
    ["Ibid.", "Там же", "同上", "Hart", "“", "”", '"', "(", ")", ",", ".", ";", ":", " ", "  ", "№00071", "Molotov to Zhukov",
     "1941年7月1日", "莫洛托夫致朱可夫电", "pp. 9-3", "ed. ed.", "https://x.org/a,,b", "in Letters", "(London: Dent, 1901)", "\u0301", "I"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=6),
    st.lists(st.lists(PIECES, max_size=9).map("".join), max_size=3),
)
def test_no_note_breaks_a_rule(notes: list[str], entries: list[str]) -> None:
    document = Document(
        "chapter",
        "notes",
        tuple(Note(str(n), text) for n, text in enumerate(notes, 1)),
        tuple(Note(f"B{n}", text) for n, text in enumerate(entries, 1)),
    )
    texts = {note.n: note.text for note in (*document.notes, *document.bibliography)}
    for finding in check(parse(document)):
        for place in (finding.place, *finding.others):
            assert place.span is None or place.span.of(texts[place.note or ""]) == place.words
        assert finding.message[-1] in ".”"
        assert finding.help.endswith(".")


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_mending_keeps_letters_and_settles(text: str) -> None:
    """Only signs and spaces go; what was mended twice is as it was mended once."""
    source = f"Text.[^1]\n\n[^1]: Hart {text} end.\n"
    for _ in range(4):
        document = read_text(source, "chapter.md")
        after, made = mended(document, check(parse(document), ["double-", "space-"]))
        assert [c for c in after if c.isalnum()] == [c for c in source if c.isalnum()]
        if not made:
            break
        source = after
    assert not made


def test_work_grows_with_the_notes() -> None:
    """Ten times as many notes take at most some twenty times as long."""
    spent = {}
    for size in (100, 1000):
        notes = [f"Ann Hart{i % 37}, Early Types {i} (London: Dent, 1901), {i}." for i in range(size)]
        result = parse(Document("chapter", "notes", tuple(Note(str(n), t) for n, t in enumerate(notes, 1))))
        start = time.perf_counter()
        check(result)
        spent[size] = time.perf_counter() - start
    assert spent[1000] < 20 * spent[100] + 0.5
