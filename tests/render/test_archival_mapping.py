"""What public styles print of a telegram in a collection, a letter in an archive, and a file: nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from render.sample import WORKS

from citekit.render import Options, Processor
from citekit.render.archival import for_own_style, written_date
from citekit.render.parties import is_family_first, party
from citekit.render.shelfmarks import in_gost_form, locator_label, shelfmark

STYLES = Path(__file__).parents[3] / "shared" / "csl-expected" / "styles"
needs_styles = pytest.mark.skipif(not STYLES.is_dir(), reason="the public styles are not at hand")
CHICAGO, GBT = "chicago-notes-bibliography", "china-national-standard-gb-t-7714-2015-note"
GOST, MLA, APA = "gost-r-7-0-5-2008", "modern-language-association", "apa"


def work(id_: str) -> dict[str, Any]:
    return next(item for item in WORKS if item["id"] == id_)


def entry(style: str, id_: str, as_note: bool = False) -> str:
    processor = Processor(STYLES / f"{style}.csl", [work(id_)], options=Options(originals="original"))
    if as_note:
        return processor.cite([{"items": [{"id": id_, "locator": "97"}], "noteIndex": 1}])[0]
    return processor.bibliography()[0]


@needs_styles
@pytest.mark.parametrize(
    ("style", "as_note", "id_", "printed"),
    [
        (CHICAGO, True, "telegram", ("斯大林致毛泽东电", "October 11, 1950", "No. 16030", "朝鲜战争", "2003", "97")),
        (CHICAGO, True, "letter-en", ("Richard Nixon to Henry Kissinger", "letter", "February 1, 1969", "Box 1032")),
        (CHICAGO, True, "letter-ru", ("Сталин to В. М. Молотов", "January 6, 1950", "Ф. 558. Оп. 11. Д. 334", "РГАСПИ")),
        (CHICAGO, True, "file", ("Ф. 558. Оп. 11. Д. 335", "РГАСПИ", "97")),
        (GBT, True, "telegram", ("斯大林致毛泽东电", "1950年10月11日", "№ 16030", "朝鲜战争", "Taipei", "97")),
        (GBT, True, "letter-en", ("Richard Nixon to Henry Kissinger", "Box 1032, NSC Files", "National Archives II", "1969")),
        (GBT, True, "letter-ru", ("Ф. 558. Оп. 11. Д. 334", "РГАСПИ", "1950", "97")),
        (GBT, True, "file", ("Ф. 558. Оп. 11. Д. 335", "РГАСПИ", "97")),
        (GOST, False, "telegram", ("斯大林致毛泽东电", "11 октября 1950 г.", "№ 16030", "// 朝鲜战争", "Taipei", "2003")),
        (GOST, False, "letter-ru", ("Сталин", "Молотов", "письмо", "РГАСПИ. Ф. 558. Оп. 11. Д. 334", "1950")),
        (GOST, False, "letter-en", ("Richard Nixon", "Kissinger", "National Archives II", "Box 1032", "1969")),
        (GOST, False, "file", ("Ф. 558. Оп. 11. Д. 335", "РГАСПИ")),
        (MLA, False, "telegram", ("Stalin, Joseph V.", "斯大林致毛泽东电", "11 Oct. 1950", "No. 16030", "朝鲜战争")),
        (MLA, False, "letter-en", ("Richard Nixon to Henry Kissinger", "1 Feb. 1969", "National Archives II", "Box 1032")),
        (MLA, False, "letter-ru", ("Сталин", "6 Jan. 1950", "РГАСПИ", "Ф. 558. Оп. 11. Д. 334")),
        (MLA, False, "file", ("Ф. 558. Оп. 11. Д. 335", "РГАСПИ")),
        (APA, False, "telegram", ("Stalin, J. V.", "2003", "斯大林致毛泽东电", "No. 16030", "朝鲜战争", "1950")),
        (APA, False, "letter-en", ("1969", "Richard Nixon to Henry Kissinger", "Letter", "National Archives II", "Box 1032")),
        (APA, False, "letter-ru", ("1950", "Молотов", "РГАСПИ", "Ф. 558. Оп. 11. Д. 334")),
        (APA, False, "file", ("Ф. 558. Оп. 11. Д. 335", "РГАСПИ")),
    ],
)  # fmt: skip
def test_public_styles_print(style: str, as_note: bool, id_: str, printed: tuple[str, ...]) -> None:
    text = entry(style, id_, as_note)
    assert [part for part in printed if part not in text] == [], text


@needs_styles
def test_works_of_other_programs_go_in_as_they_are() -> None:
    """Without options and without ``custom``, a public style gets what citeproc-js would get."""
    foreign = {key: value for key, value in work("telegram").items() if key != "custom"}
    assert (
        "telegram no. 16030"
        in Processor(STYLES / f"{CHICAGO}.csl", [foreign]).cite([{"items": [{"id": "telegram"}]}])[0]
    )
    assert (
        "No. 16030"
        in Processor(STYLES / f"{CHICAGO}.csl", [work("telegram")]).cite([{"items": [{"id": "telegram"}]}])[0]
    )
    letter = Processor(STYLES / f"{CHICAGO}.csl", [work("letter-en")]).cite(
        [{"items": [{"id": "letter-en"}]}]
    )[0]
    assert "Richard Nixon to Henry Kissinger" in letter
    assert "1969" in letter


@needs_styles
def test_a_letter_is_not_written_to_its_collection() -> None:
    assert " to Korean War" not in entry(CHICAGO, "telegram", as_note=True)


@pytest.mark.parametrize(
    ("value", "language", "written"),
    [
        ({"date-parts": [[1950, 10, 11]]}, "en", "October 11, 1950"),
        ({"date-parts": [[1950, 10]]}, "en", "October 1950"),
        ({"date-parts": [[1950, 10, 11]]}, "zh", "1950年10月11日"),
        ({"date-parts": [[1950, 10, 11]]}, "ru", "11 октября 1950 г."),
        ({"date-parts": [[1950]]}, "ru", "1950"),
        ({"literal": "光绪二十六年"}, "zh", "光绪二十六年"),
        (None, "en", ""),
    ],
)
def test_written_date(value: Any, language: str, written: str) -> None:
    assert written_date(value, language) == written


@pytest.mark.parametrize(
    ("printed", "gost"),
    [
        ("ф. 9, оп. 2, д. 22", "Ф. 9. Оп. 2. Д. 22"),
        ("Ф. 558. Оп. 11. Д. 334", "Ф. 558. Оп. 11. Д. 334"),
        ("фонд 17, опись 4, дело 22", "Ф. 17. Оп. 4. Д. 22"),
        ("ф. Р–462, оп. 1, д. 201", "Ф. Р–462. Оп. 1. Д. 201"),
        ("Box 1032, NSC Files", "Box 1032, NSC Files"),
    ],
)
def test_shelfmarks_in_the_form_of_gost(printed: str, gost: str) -> None:
    assert in_gost_form(printed) == gost


@pytest.mark.parametrize(
    ("collection", "location", "mark"),
    [
        ("Ф. 558", "Оп. 11. Д. 334", "Ф. 558. Оп. 11. Д. 334"),
        ("ф. 9", "оп. 2, д. 22", "ф. 9, оп. 2, д. 22"),
        ("NSC Files", "Box 3", "NSC Files, Box 3"),
        ("", "Оп. 1", "Оп. 1"),
    ],
)
def test_shelfmark(collection: str, location: str, mark: str) -> None:
    assert shelfmark({"archive": "A", "archive_collection": collection, "archive_location": location}) == mark


@pytest.mark.parametrize(
    ("family", "given", "first"),
    [
        ("Mao", "Zedong", True),
        ("Kim", "Il Sung", True),
        ("Shen", "Zhihua", True),
        ("Ho", "Chi Minh", True),
        ("Stalin", "Joseph", False),
        ("Lee", "Robert E.", False),
        ("毛", "泽东", False),
    ],
)
def test_family_first(family: str, given: str, first: bool) -> None:
    assert is_family_first(family, given) is first


def test_party_joins_names() -> None:
    two = [{"family": "Peng", "given": "Dehuai"}, {"family": "Gao", "given": "Gang"}]
    assert party(two, "en") == "Peng Dehuai and Gao Gang"
    assert party([{"family": "彭", "given": "德怀"}, {"family": "高", "given": "岗"}], "zh") == "彭德怀、高岗"


def test_sender_is_not_repeated_where_the_title_names_him() -> None:
    item = for_own_style(work("telegram"), words="en")
    assert "author" not in item
    assert item["title"] == "Stalin to Mao Zedong"
    assert item["genre"] == "telegram"


def test_an_author_the_title_does_not_name_stays() -> None:
    assert for_own_style(work("record"), words="en")["author"] == work("record")["author"]


def test_leaves_in_russian_archives() -> None:
    assert locator_label(work("file"), "page") == "folio"
    assert locator_label(work("letter-en"), "page") == "page"
    assert locator_label(work("book-ru"), "page") == "page"
