"""Reading .bib files that other programs and people wrote: slips, inheritance, dates and names in many forms."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.library import bib_in
from citekit.library.bib.dates import read_date, read_words, with_month, write_date
from citekit.library.bib.latex import decode
from citekit.library.bib.people import read_names, write_names
from citekit.library.bib.source import evaluated


@pytest.mark.parametrize(
    ("raw", "value", "more"),
    [
        ("{Road}", "Road", {}),
        ('"The {Road}"', "The {Road}", {}),
        ("1994", "1994", {}),
        ('cup # " \\& Co"', "Cambridge UP \\& Co", {}),
        ('jan # "~5"', "jan~5", {}),
        ("unknown", "unknown", {}),
        ("{a{b}c} # {d}", "a{b}cd", {}),
        ('"\\"Uber die {L}ehre"', '\\"Uber die {L}ehre', {}),
        ("{Road} year = 1990", "Road", {"year": "1990"}),
        ('{Road}\n  year = 1990 publisher = "P"', "Road", {"year": "1990", "publisher": "P"}),
        ("{Road} by night", "Road by night", {}),
        ("{never closed", "{never closed", {}),
        ("", "", {}),
    ],
)
def test_values(raw: str, value: str, more: dict[str, str]) -> None:
    assert evaluated(raw, {"cup": "Cambridge UP"}) == (value, more)


@pytest.mark.parametrize(
    ("text", "codes", "items"),
    [
        (  # EndNote
            "@book{\n   author = {Chen, Jian},\n   title = {Road}\n}\n",
            ["library-no-key"],
            [{"id": "item-1", "title": "Road"}],
        ),
        ("@book{, title={Road}}", ["library-no-key"], [{"id": "item-1", "title": "Road"}]),
        ("@book{a title={Road}}", ["library-missing-comma"], [{"id": "a", "title": "Road"}]),
        (
            "@book{a, title={Road} publisher={P}}",
            ["library-missing-comma"],
            [{"id": "a", "title": "Road", "publisher": "P"}],
        ),
        ("\ufeff@book{a, title={Road}}", [], [{"id": "a", "title": "Road"}]),
        (
            '@Comment{jabref-meta: x;}\n@preamble{"x"}\n@comment{@book{b, title={B}}}\nwrote x@y.org\n'
            "@book{a, title={Road}}",
            [],
            [{"id": "a", "title": "Road"}],
        ),
        (  # an empty key is nobody's parent
            "@book{, title={None}}\n@book{a, title={Road}}",
            ["library-no-key"],
            [{"id": "item-1", "title": "None"}, {"id": "a", "title": "Road"}],
        ),
    ],
)
def test_slips(text: str, codes: list[str], items: list[dict[str, str]]) -> None:
    loaded = bib_in.read(text, "refs.bib")
    assert [d.code for d in loaded.diagnostics] == codes
    assert [{k: v for k, v in i.items() if k not in ("type", "author")} for i in loaded.items] == items


def test_inheritance() -> None:
    text = """
    @inbook{ch, author={A, B}, title={Chapter}, crossref={bk}, pages={1--2}}
    @book{bk, title={First}, volume={1}, crossref={set}, date={2001}}
    @mvbook{set, title={Set}, subtitle={Sub}, editor={Ed, Al}, publisher={P}, shorttitle={S}}
    @xdata{press, publisher={XP}, location={XL}}
    @book{xd, title={X}, xdata={press}}
    @book{granular, title={Y}, publisher={xdata=press-publisher}}
    @book{egg, title={Egg}, crossref={hen}}
    @book{hen, title={Hen}, crossref={egg}, year={1990}}
    @article{art, title={Z}, crossref={per}}
    @periodical{per, title={Journal}, subtitle={of Things}, issuetitle={Special}, date={1999}}
    """
    loaded = bib_in.read(text, "refs.bib")
    items = {str(item.pop("id")): item for item in map(dict, loaded.items)}
    assert not loaded.diagnostics
    whole = {"editor": [{"family": "Ed", "given": "Al"}], "publisher": "P", "volume": "1"}
    whole |= {"issued": {"date-parts": [[2001]]}, "volume-title": "First"}
    assert items["ch"].items() >= (whole | {"title": "Chapter", "container-title": "Set: Sub"}).items()
    assert items["bk"].items() >= (whole | {"title": "Set: Sub"}).items()
    assert items["xd"] == {"type": "book", "title": "X", "publisher": "XP", "publisher-place": "XL"}
    assert items["granular"]["publisher"] == "XP"
    assert items["art"]["container-title"] == "Journal: of Things"
    assert items["egg"]["issued"] == items["hen"]["issued"]
    assert "press" not in items


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("year=1950, month=mar, day=7", {"date-parts": [[1950, 3, 7]]}),
        ('year=1950, month="10~" # jan', {"date-parts": [[1950, 1, 10]]}),
        ('year=1950, month=jan # "~10"', {"date-parts": [[1950, 1, 10]]}),
        ("year=1950, month={October 3}", {"date-parts": [[1950, 10, 3]]}),
        ("year=1950, month={Winter}", {"date-parts": [[1950]], "season": 4}),
        ("year={1996--1997}, month={Winter}", {"date-parts": [[1996], [1997]], "season": 4}),
        ("year=1950, month={Mar./Apr.}", {"date-parts": [[1950, 3], [1950, 4]]}),
        ("year=1950, month={Март}", {"date-parts": [[1950, 3]]}),
        ("year={1939-45}", {"date-parts": [[1939], [1945]]}),
        ("year={c. 1950}", {"date-parts": [[1950]], "circa": True}),
        ("year={[1950]}", {"literal": "[1950]"}),
        ("date={1996-24/1997}", {"date-parts": [[1996], [1997]], "season": 4}),
        ("date={1996-21/1996-23}", {"literal": "1996-21/1996-23"}),
        ("date={1950-10~}", {"date-parts": [[1950, 10]], "circa": True}),
        ("date={2000/}", {"literal": "2000/"}),
        ("date={196X}", {"literal": "196X"}),
    ],
)
def test_dates(fields: str, issued: dict[str, Any]) -> None:
    (item,) = bib_in.read(f"@book{{a, {fields}}}", "refs.bib").items
    assert item == {"id": "a", "type": "book", "issued": issued}


@pytest.mark.parametrize("fields", ["month=oct", "year=1950, month={Trinity Term}"])
def test_a_month_that_is_none_stays(fields: str) -> None:
    (item,) = bib_in.read(f"@book{{a, {fields}}}", "refs.bib").items
    assert item["custom"]["month"] in ("oct", "Trinity Term")


@pytest.mark.parametrize("season", [1, 2, 3, 4])
def test_seasons_go_out_and_come_back(season: int) -> None:
    for parts in ([[1996]], [[1996], [1997]]):
        date = {"date-parts": parts, "season": season}
        assert read_date(write_date(date)) == date
    assert write_date({"date-parts": [[1996], [1997]], "season": season}) == f"1996-2{season}/1997"


def test_words_that_are_no_date() -> None:
    assert read_words("1996/13/45") is None
    assert read_words("in 1950 or so they say, and much later still") is None
    assert not with_month({"date-parts": [[1950, 1]]}, "mar")


@pytest.mark.parametrize(
    ("field", "names", "others"),
    [
        ("沈志华 and 李丹慧", [("沈", "志华"), ("李", "丹慧")], False),
        ("沈志华;李丹慧；欧阳修", [("沈", "志华"), ("李", "丹慧"), ("欧阳", "修")], False),
        ("约翰·杜威", [("杜威", "约翰")], False),
        ("人民出版社", ["人民出版社"], False),
        ("Иванов И.И. and И. И. Сидоров", [("Иванов", "И.И."), ("Сидоров", "И. И.")], False),
        ("Иванов Иван Иванович", [("Иванов", "Иван Иванович")], False),
        (
            "Mao Zedong and Chen Jian and Kim Il Sung",
            [("Mao", "Zedong"), ("Chen", "Jian"), ("Kim", "Il Sung")],
            False,
        ),
        ("Jean-Paul Sartre and Smith, J. and et al.", [("Sartre", "Jean-Paul"), ("Smith", "J.")], True),
        ("沈志华 and 等", [("沈", "志华")], True),
        ("Xinhua News Agency", ["Xinhua News Agency"], False),
        ("{Barnes and Noble}", ["Barnes and Noble"], False),
    ],
)
def test_names_as_printed(field: str, names: list[Any], others: bool) -> None:
    read, et_al = read_names(field)
    assert [n.get("literal") or (n["family"], n.get("given")) for n in read] == names
    assert et_al == others


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ({"family": "沈", "given": "志华"}, "沈志华"),
        ({"family": "杜威", "given": "约翰"}, "约翰·杜威"),
        ({"family": "志", "given": "华沈"}, "志, 华沈"),  # not how such a name would be read
        ({"literal": "人民出版社"}, "{人民出版社}"),
    ],
)
def test_han_names_are_written_as_printed(name: dict[str, str], field: str) -> None:
    assert write_names([name], extended=True) == field
    assert read_names(field) == ([name], False)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\'E}t{\'e} \~n \O sted \c{c} {\H{o}}", "Été ñ Østed ç ő"),
        (r"\enquote{q} \foreignlanguage{russian}{да} \S 5 \pounds 3", "“q” да §5 £3"),
        (r"{\textless}i{\textgreater}Road{\textless}/i{\textgreater}", "<i>Road</i>"),
        (r"{\it Road} {\sc up}", "Road up"),
        (r"\mbox{a b} \somebody{c}", "a b c"),
        (r"before \somebody behind", r"before \somebody behind"),
        (r"\TeX{} \LaTeX", "TeX LaTeX"),
        (r"$x^2$", "$x^2$"),
    ],
)
def test_latex_of_others(source: str, text: str) -> None:
    assert decode(source) == text


@pytest.mark.parametrize(
    ("source", "url"),
    [
        (r"http://x.org/1{\_}2", "http://x.org/1_2"),
        (r"http://x.org/\~a\%20b", "http://x.org/~a%20b"),
        ("{http://x.org/a}", "http://x.org/a"),
    ],
)
def test_addresses(source: str, url: str) -> None:
    (item,) = bib_in.read(f"@online{{a, url={{{source}}}}}", "refs.bib").items
    assert item["URL"] == url
