"""What holds for every text: spans, order, speed; and what fits into the package as a whole."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.archives import completed, extend, find, identify, repositories

PIECES = st.sampled_from(
    """РГАСПИ|. |, |Ф. 17|Оп. 3|Д. 1080|Л. 3 об.|Там же|; |NARA|RG 59|Box 5|795.00/7-1050|Lot 64D563
    Truman Papers|(|)|«
    外交部档案馆|，|档号：|106-00023-01|藏|《|》|№16012|FRUS|1950|vol. VII|TNA
    FO 371/84090|S/1501|f.|d. 5|Library|Archives
    全宗|12| |-|Folder|"|№|/|BArch|R 43/12|AAN|л|南京：|Kew""".replace("\n    ", "|").split("|")
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_references_are_ordered_apart_and_inside_the_text(text: str) -> None:
    found = find(text)
    end = 0
    for reference in found:
        assert end <= reference.span.start < reference.span.end <= len(text)
        assert reference.id
        assert reference.elided == reference.id.startswith(":")
        if reference.locator_span is not None:
            assert (
                reference.span.start
                <= reference.locator_span.start
                <= reference.locator_span.end
                <= reference.span.end
            )
        end = reference.span.end


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    find(text)


@pytest.mark.parametrize(
    ("antecedent", "reference", "identifier"),
    [
        ("ГАРФ. Ф. Р-462. Оп. 1. Д. 201. Л. 29", "Там же. Д. 211. Л. 10", "garf:fr462/op1/d211"),
        ("ГАРФ. Ф. Р-462. Оп. 1. Д. 201. Л. 29", "Там же. Оп. 2. Д. 5", "garf:fr462/op2/d5"),
        ("ГАРФ. Ф. Р-462. Оп. 1. Д. 201. Л. 29", "Там же. Ф. Р-9507. Оп. 1. Д. 2", "garf:fr9507/op1/d2"),
        ("ГАРФ. Ф. Р-462. Оп. 1. Д. 201. Л. 29", "Там же. Ф. 9507. Оп. 1. Д. 2", "garf:fr9507/op1/d2"),
        ("АВПРФ. Ф. 0102. Оп. 6. П. 21. Д. 48", "Там же. П. 22. Д. 5", "avprf:f0102/op6/p22/d5"),
        ("Truman Library, PSF, Box 243, Folder 2", "Ibid., Box 244, Folder 3", "truman:psf/box244/folder3"),
        ("ГАРФ. Ф. 5. Оп. 1. Д. 2", "РГАСПИ. Ф. 17. Оп. 3. Д. 1", "rgaspi:f17/op3/d1"),
    ],
)
def test_elided_reference_is_completed(antecedent: str, reference: str, identifier: str) -> None:
    assert completed(find(reference)[0], find(antecedent)[0]) == identifier


def test_elided_reference_names_no_unit_by_itself() -> None:
    assert identify("Там же. Д. 211. Л. 10") is None


def test_item_is_preferred_to_the_file_that_holds_it() -> None:
    found = identify(
        "№16012, АП РФ. Ф. 45. Оп. 1. Д. 334, https://digitalarchive.wilsoncenter.org/document/117313"
    )
    assert found is not None
    assert found.level == "item"


@pytest.mark.parametrize(
    ("reference", "level"),
    [
        ("№00601", "item"),
        ("外交部档案馆，106-00023-01", "item"),
        ("國史館，典藏號：002-020400-00027-061", "item"),
        ("NARA, RG 59, 795.00/7-1050", "item"),
        ("CIA-RDP82-00457R005500100010-8", "item"),
        ("FRUS, 1950, vol. VII, doc. 155", "item"),
        ("РГАСПИ. Ф. 558. Оп. 11. Д. 334", "file"),
        ("FRUS, 1950, vol. VII", "file"),
        ("TNA, FO 371/84090", "file"),
        ("NARA, RG 59, Lot 64D563, Box 20", "file"),
        ("上海市档案馆，B182-1-373", "file"),
        ("РГАСПИ. Ф. 558", "collection"),
        ("NARA, RG 59", "collection"),
    ],
)
def test_level(reference: str, level: str) -> None:
    found = identify(reference)
    assert found is not None
    assert found.level == level


def test_extend_adds_repositories_and_names() -> None:
    before = identify("ГАХХО. Ф. 5. Оп. 1. Д. 2")
    assert before is not None
    assert before.id == "гаххо:f5/op1/d2"
    extend([{"code": "gahho", "names": ["ГАХХО", "State Archive of Nowhere"], "place": "Нигде"}])
    extend([{"code": "rgaspi", "names": "Партархив"}])
    assert identify("ГАХХО. Ф. 5. Оп. 1. Д. 2").id == "gahho:f5/op1/d2"  # type: ignore[union-attr]
    assert identify("State Archive of Nowhere, f. 5, op. 1, d. 2").id == "gahho:f5/op1/d2"  # type: ignore[union-attr]
    added = repositories.lookup("Партархив")
    assert added is not None
    assert (added.code, added.kind) == ("rgaspi", "fond")
    repositories._table.cache_clear()


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"names": ["X"]}, "give it a code"),
        ({"code": "two words", "names": ["X"]}, "give it a code"),
        ({"code": "x"}, "give its names"),
        ({"code": "x", "names": []}, "give its names"),
        ({"code": "x", "names": [5]}, "give its names"),
    ],
)
def test_extend_says_what_is_wrong(entry: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        extend([entry])


def test_names_of_the_table_are_unambiguous() -> None:
    from citekit.archives.spelling import fold
    from citekit.archives.tables import rows

    seen: dict[str, str] = {}
    for code, _, _, names in rows("repositories.tsv"):
        for name in names.split(" | "):
            assert seen.setdefault(fold(name), code) == code, name


def test_a_note_without_an_archive_costs_next_to_nothing() -> None:
    find("РГАСПИ. Ф. 17. Оп. 3. Д. 1; NARA, RG 59, Box 5; 上海市档案馆，B1-2-3")
    best = min(_seconds("Ibid.") for _ in range(5))
    assert best < 20e-6  # measured 0.3 µs; the limit allows for a busy machine


def _seconds(text: str, times: int = 200) -> float:
    begin = time.perf_counter()
    for _ in range(times):
        find(text)
    return (time.perf_counter() - begin) / times


GOLD = Path(__file__).parents[3] / "shared" / "gold" / "archive-ids.tsv"


@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold list is not at hand")
def test_gold_classes_are_kept_together_and_apart() -> None:
    classes: dict[str, set[str]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, reference = line.split("\t")[:2]
            found = identify(reference)
            classes.setdefault(name, set()).add(found.id if found else "-")
    assert classes.pop("-") == {"-"}
    assert [name for name, ids in classes.items() if len(ids) != 1 or "-" in ids] == []
    assert len(set().union(*classes.values())) == len(classes)
