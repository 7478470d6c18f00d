"""The public interface: options, sections, malformed works, outputs, languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render.sample import WORKS, citations, rendered

from citekit.render import Options, Processor, list_styles
from citekit.render.options import PLAIN
from citekit.render.outputs import FORMATS

CHICAGO = "chicago-notes-archival-ibid"
BOOK: dict[str, Any] = {
    "id": "b",
    "type": "book",
    "author": [{"family": "Westad", "given": "Odd Arne"}],
    "title": "Decisive Encounters",
    "publisher": "Stanford University Press",
    "issued": {"date-parts": [[2003]]},
}


def notes(*locators: str | None, options: Options | None = None, gap: int = 1) -> list[str]:
    """Notes citing the book, *gap* note numbers apart."""
    processor = Processor(CHICAGO, [BOOK], options=options)
    return processor.cite(
        {"items": [{"id": "b", "locator": locator}], "noteIndex": 1 + place * gap}
        for place, locator in enumerate(locators)
    )


FULL = "Odd Arne Westad, Decisive Encounters (Stanford University Press, 2003), 5."


@pytest.mark.parametrize(
    ("locators", "expected"),
    [
        (("5", "5"), [FULL, "Ibid."]),
        (("5", "6"), [FULL, "Ibid., 6."]),
        ((None, "6"), [FULL.replace(", 5.", "."), "Ibid., 6."]),
        (("5", None), [FULL, "Westad, Decisive Encounters."]),
    ],
    ids=["same page", "other page", "page after none", "none after page"],
)
def test_ibid(locators: tuple[str | None, ...], expected: list[str]) -> None:
    assert notes(*locators) == expected


def test_a_note_without_cites_between_breaks_ibid() -> None:
    assert notes("5", "5", gap=2)[1] == "Westad, Decisive Encounters, 5."


def test_without_ibid() -> None:
    assert notes("5", "6", options=Options(ibid=False))[1] == "Westad, Decisive Encounters, 6."


def test_full_notes() -> None:
    assert notes("5", "5", options=Options(full_notes=True)) == [FULL, FULL]


def test_notes_count_from_one() -> None:
    processor = Processor(CHICAGO, [BOOK])
    assert processor.cite([{"items": [{"id": "b", "locator": "5"}]}] * 2) == [FULL, "Ibid."]


def test_affixes() -> None:
    processor = Processor(CHICAGO, [BOOK])
    cite = {"id": "b", "locator": "5", "prefix": "see", "suffix": ", with a map"}
    assert processor.cite([{"items": [cite]}]) == [
        FULL.replace("Odd", "see Odd").replace("5.", "5, with a map.")
    ]


def test_cited_pages_stay_out_of_the_bibliography() -> None:
    processor = Processor(CHICAGO, [BOOK])
    processor.cite([{"items": [{"id": "b", "locator": "517"}]}])
    assert processor.bibliography() == [
        "Westad, Odd Arne. Decisive Encounters. Stanford University Press, 2003."
    ]


def test_only_what_is_cited_is_listed() -> None:
    processor = Processor(CHICAGO, [BOOK, {**BOOK, "id": "c", "title": "Cold War"}])
    assert len(processor.bibliography()) == 2
    processor.cite([{"items": [{"id": "c"}]}])
    assert processor.bibliography() == ["Westad, Odd Arne. Cold War. Stanford University Press, 2003."]


def test_a_locator_is_given_back_for_the_volume_cited() -> None:
    assert "2:588" in rendered(CHICAGO)[0][15]


@pytest.mark.parametrize(
    ("work", "code"),
    [
        ({"id": "x", "title": "No type"}, "render-no-type"),
        (
            {"id": "x", "type": "book", "title": "Null date", "issued": {"date-parts": [[None]]}},
            "render-bad-date",
        ),
        ({"id": "x", "type": "book", "title": "Odd date", "issued": ["1999"]}, "render-bad-date"),
        ({"id": "x", "type": "book", "title": "Odd name", "author": [7]}, "render-bad-name"),
        ({"type": "book", "title": "No id"}, "render-bad-id"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_malformed_works_are_told_and_printed(work: dict[str, Any], code: str) -> None:
    processor = Processor(CHICAGO, [work])
    entries = processor.bibliography()
    assert code in [diagnostic.code for diagnostic in processor.diagnostics]
    assert code == "render-bad-id" or work["title"].casefold() in entries[0].casefold()


def test_unknown_works_are_told() -> None:
    processor = Processor(CHICAGO, [BOOK])
    assert processor.cite([{"items": [{"id": "nobody"}]}]) == [""]
    assert processor.diagnostics[0].code == "render-unknown-work"
    assert "'nobody'" in processor.diagnostics[0].message


def test_an_empty_note_does_not_pass_unseen() -> None:
    processor = Processor(CHICAGO, [{"id": "x", "type": "document"}])
    assert "no printed form" in processor.cite([{"items": [{"id": "x"}]}])[0]
    assert processor.diagnostics[0].code == "render-unprinted"


@pytest.mark.parametrize(
    ("output", "title"),
    [
        ("text", "A & B: 50 % of $x_1"),
        ("html", "<i>A &#38; B: 50 % of $x_1</i>"),
        ("markdown", r"*A & B: 50 % of \$x\_1*"),
        ("latex", r"\emph{A \& B: 50 \% of \$x\_1}"),
        ("rtf", r"{\i{}A & B: 50 % of $x_1}"),
    ],
)
def test_outputs_escape(output: str, title: str) -> None:
    work = {**BOOK, "title": "A & B: 50 % of $x_1", "language": "de"}
    assert title in Processor(CHICAGO, [work], output=output).bibliography()[0]


@given(
    title=st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=40
    )
)
@settings(max_examples=30, deadline=None)
def test_no_title_breaks_an_output(title: str) -> None:
    for output in FORMATS:
        text = Processor(
            "gost-r-7.0.5-2008-footnotes", [{**BOOK, "title": title}], output=output
        ).bibliography()[0]
        assert "Stanford" in text
        if output == "latex":
            assert text.count("{") - text.count(r"\{") == text.count("}") - text.count(r"\}")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["family", "date-parts", "literal"]), inner)
        ),
        max_leaves=6,
    )
)
@settings(max_examples=80, deadline=None)
def test_no_value_breaks_an_item(value: Any) -> None:
    keys = (
        "author",
        "issued",
        "title",
        "recipient",
        "original-date",
        "volume",
        "custom",
        "language",
        "archive",
        "page",
    )
    works = [{"id": key, "type": "chapter", "container-title": "C", key: value} for key in keys]
    processor = Processor(CHICAGO, works)
    processor.bibliography()
    processor.cite([{"items": [{"id": key, "locator": value} for key in keys]}])


# -- languages --------------------------------------------------------------------------------------


FOUR = [{"family": name, "given": "A."} for name in ("One", "Two", "Three", "Four")]
FOUR_ZH = [{"family": name, "given": "明"} for name in "沈李杨牛"]
FOUR_RU = [{"family": name, "given": "А."} for name in ("Первый", "Второй", "Третий", "Четвёртый")]


@pytest.mark.parametrize(
    ("authors", "title", "language", "expected"),
    [
        (FOUR, "Title", "en", "ONE A, TWO A, THREE A, et al. Title"),
        (FOUR_ZH, "题名", "zh", "沈明, 李明, 杨明, 等. 题名"),
        (FOUR_RU, "Название", "ru", "ПЕРВЫЙ А, ВТОРОЙ А, ТРЕТИЙ А, и др. Название"),
    ],
    ids=["en", "zh", "ru"],
)
def test_terms_by_language(authors: list[Any], title: str, language: str, expected: str) -> None:
    work = {"id": "x", "type": "book", "author": authors, "title": title, "language": language}
    assert (
        Processor("gbt7714-2015-numeric", [work]).bibliography()[0].removeprefix("[1] ").startswith(expected)
    )


def listed(style: str, **chosen: Any) -> str:
    works = [
        {
            "id": "1",
            "type": "book",
            "author": [{"family": "曾", "given": "国藩"}],
            "title": "家书",
            "language": "zh",
        },
        {
            "id": "2",
            "type": "book",
            "author": [{"family": "毛", "given": "泽东"}],
            "title": "选集",
            "language": "zh",
        },
        {
            "id": "3",
            "type": "book",
            "author": [{"family": "Westad", "given": "O."}],
            "title": "A",
            "language": "en",
        },
        {
            "id": "4",
            "type": "book",
            "author": [{"family": "Ледовский", "given": "А."}],
            "title": "Б",
            "language": "ru",
        },
        {
            "id": "5",
            "type": "book",
            "author": [{"family": "Ёлкин", "given": "А."}],
            "title": "В",
            "language": "ru",
        },
    ]
    processor = Processor(style, works, options=Options(**chosen))
    return "".join(id_ for id_, _text in processor.entries())


@pytest.mark.parametrize(
    ("style", "order"),
    [
        ("gbt7714-2015-note", "21354"),
        ("gost-r-7.0.5-2008-footnotes", "54321"),
        ("chicago-notes-archival", "35421"),
    ],
)
def test_scripts_in_the_order_the_style_expects(style: str, order: str) -> None:
    """曾 is the surname Zeng, after 毛 Mao; ё sorts with е."""
    assert listed(style) == order


@pytest.mark.parametrize(
    ("originals", "expected"),
    [
        ("translated", "Shen Zhihua. Mao and Korea (毛泽东与朝鲜)."),
        ("romanised", "Shen Zhihua. Maozedong yu Chaoxian [Mao and Korea]."),
        ("original", "Shen Zhihua. 毛泽东与朝鲜."),
        ("as-is", "Shen Zhihua. Mao and Korea."),
    ],
)
def test_originals(originals: Any, expected: str) -> None:
    work = {
        "id": "x",
        "type": "book",
        "author": [{"family": "Shen", "given": "Zhihua"}],
        "title": "Mao and Korea",
        "original-title": "毛泽东与朝鲜",
        "language": "zh",
        "issued": {"date-parts": [[2003]]},
    }
    text = Processor("chicago-notes-archival", [work], options=Options(originals=originals)).bibliography()[0]
    assert text.casefold() == f"{expected} 2003.".casefold()


def test_originals_are_upright_within_italics() -> None:
    entries = rendered("chicago-notes-archival", output="html")[1]
    assert any(
        '<i>Korean War: Declassified Files in Russian Archives <span style="font-style:normal;">(' in e
        for e in entries
    )


# -- sections, collections, abbreviations -----------------------------------------------------------


def test_sections_put_archives_first() -> None:
    processor = Processor("chicago-notes-archival", WORKS)
    processor.cite(citations())
    sections = dict(processor.sections())
    assert list(sections) == [
        "Archives",
        "Published Documents",
        "Books and Articles",
        "Newspapers and Magazines",
    ]
    assert sum(len(entries) for entries in sections.values()) == len(WORKS)
    assert next(iter(Processor("lishi-yanjiu-notes", WORKS).sections()))[0] == "档案"


def test_one_entry_per_collection_and_fond() -> None:
    first = {**WORKS[0], "id": "t1", "volume": "10"}
    processor = Processor(
        "chicago-notes-archival", [WORKS[0], first, WORKS[1], WORKS[3]], options=Options(collections=True)
    )
    assert processor.bibliography() == [
        "Shen Zhihua, ed. Korean War: Declassified Files in Russian Archives (朝鲜战争：俄国档案馆的解密文件). "
        "Vols. 2, 10. Academia Sinica, 2003.",
        "РГАСПИ, Ф. 558.",
    ]


def test_abbreviations() -> None:
    works = [
        {
            "id": "1",
            "type": "document",
            "archive": "Russian State Archive of Socio-Political History (RGASPI)",
        },
        {"id": "2", "type": "book", "title": "Zhou Enlai nianpu", "custom": {"abbreviation": "ZEN"}},
    ]
    assert Processor("chicago-notes-archival", works).abbreviations() == [
        ("RGASPI", "Russian State Archive of Socio-Political History"),
        ("ZEN", "Zhou Enlai nianpu"),
    ]


def test_styles_are_listed() -> None:
    names = [info.name for info in list_styles()]
    assert {"chicago-notes-archival", "lishi-yanjiu-notes", "gost-r-7.0.5-2008-footnotes"} <= set(names)
    assert all(info.title and info.is_own for info in list_styles())


def test_layouts_by_language(tmp_path: Path) -> None:
    style = tmp_path / "two.csl"
    style.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="zh-CN"><citation>'
        '<layout locale="en ru" suffix="."><text term="in" suffix=" "/><text variable="title"/></layout>'
        '<layout suffix="。"><text variable="title" prefix="《" suffix="》"/></layout></citation></style>',
        encoding="utf-8",
    )
    works = [
        {"id": "1", "type": "book", "title": "War", "language": "en-GB"},
        {"id": "2", "type": "book", "title": "战争", "language": "zh"},
        {"id": "3", "type": "book", "title": "Война", "language": "ru"},
    ]
    processor = Processor(style, works, options=PLAIN)
    got = processor.cite([{"items": [{"id": str(n)}], "noteIndex": n} for n in (1, 2, 3)])
    assert got == ["In War.", "《战争》。", "В Война."]


def style_of(tmp_path: Path, layout: str, locale: str = "") -> Path:
    path = tmp_path / "style.csl"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="zh-CN">'
        f"{locale}<citation><layout>{layout}</layout></citation></style>",
        encoding="utf-8",
    )
    return path


def test_placeholders_in_terms(tmp_path: Path) -> None:
    locale = '<locale xml:lang="zh"><terms><term name="volume" form="short">第%s卷</term></terms></locale>'
    layout = '<group><label variable="volume" form="short"/><number variable="volume"/></group>'
    work = {"id": "x", "type": "book", "title": "全集", "volume": "3", "language": "zh"}
    processor = Processor(style_of(tmp_path, layout, locale), [work], options=PLAIN)
    assert processor.cite([{"items": [{"id": "x"}]}]) == ["第3卷"]


def test_institutions_have_a_look_of_their_own(tmp_path: Path) -> None:
    layout = (
        '<names variable="author"><name><name-part name="family" text-case="uppercase"/></name>'
        '<institution><institution-part name="long" font-style="italic"/></institution></names>'
    )
    works = [
        {"id": "x", "type": "book", "author": [{"literal": "Central Committee"}]},
        {"id": "y", "type": "book", "author": [{"family": "Westad", "given": "O."}]},
    ]
    processor = Processor(style_of(tmp_path, layout), works, output="html", options=PLAIN)
    got = processor.cite([{"items": [{"id": id_}]} for id_ in "xy"])
    assert got == ["<i>Central Committee</i>", "O. WESTAD"]


def test_strokes_without_a_source_of_strokes() -> None:
    processor = Processor("lishi-yanjiu-notes", WORKS, options=Options(chinese_order="strokes"))
    assert processor.bibliography()
    codes = [diagnostic.code for diagnostic in processor.diagnostics]
    assert codes in ([], ["render-no-strokes"])


def test_another_locale() -> None:
    processor = Processor(CHICAGO, [BOOK], locale="ru-RU")
    assert processor.cite([{"items": [{"id": "b", "locator": "5"}]}] * 2)[1] == "Там же."
    assert Processor(CHICAGO, [BOOK], locale="xx").diagnostics[0].code == "render-unknown-locale"


@pytest.mark.parametrize(
    ("title", "language", "printed"),
    [
        ("a history of war", "en", "A History of War"),
        ("a history of war", "", "A History of War"),
        ("СССР и Сталин в судьбах Китая", "", "СССР и Сталин в судьбах Китая"),
        ("Dangdai zhongguo kongjun", "zh", "Dangdai zhongguo kongjun"),
        ("Der große krieg", "de", "Der große krieg"),
    ],
)
def test_title_case_is_for_english(title: str, language: str, printed: str) -> None:
    assert (
        f". {printed}. "
        in Processor(CHICAGO, [{**BOOK, "title": title, "language": language}]).bibliography()[0]
    )


@pytest.mark.parametrize(
    ("titles", "short"),
    [
        (("Uncertain Partners: Stalin and Mao", "Cold War"), "Uncertain Partners"),
        (("Foreign Relations: 1950", "Foreign Relations: 1951"), "Foreign Relations: 1950"),
        (("Uncertain Partners: Stalin and Mao (不确定的盟友)",), "Uncertain Partners"),
        (("Мао: неизвестная история",), "Мао"),
    ],
    ids=["subtitle", "two works begin alike", "with its original", "Russian"],
)
def test_short_titles(titles: tuple[str, ...], short: str) -> None:
    works = [{**BOOK, "id": str(number), "title": title} for number, title in enumerate(titles)]
    notes = Processor("chicago-notes-archival", works).cite([{"items": [{"id": "0"}]}] * 2)
    assert notes[1] == f"Westad, {short}."
