"""What stands in a .bib file that citekit writes."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import libraries

from citekit.export import Material, find_format
from citekit.library.bib.latex import balanced
from citekit.library.bib.table import EXCEPTIONS, ROWS, fields_of, variables_of
from citekit.library.bib.types import ITSELF, WRITTEN, csl_type, entry_type

NAME = {"family": "Shen", "given": "Zhihua"}
FILE = {
    "id": "rgaspi",
    "type": "document",
    "archive": "РГАСПИ",
    "archive_collection": "Ф. 558",
    "archive_location": "Оп. 11. Д. 334",
    "language": "ru",
}
PRINTED = {
    "id": "stalin1950no16008",
    "type": "chapter",
    "author": [{"family": "Stalin"}],
    "recipient": [{"family": "Mao", "given": "Zedong"}],
    "title": "Stalin to Mao: Abandoning military assistance",
    "original-title": "斯大林致毛泽东电",
    "container-title": "Selected Archives",
    "number": "16008",
    "original-date": {"date-parts": [[1950, 10, 11]]},
    "issued": {"date-parts": [[2015]]},
    "page": "82-83",
    "genre": "telegram",
    "language": "zh",
}
LETTER = {
    "id": "letter",
    "type": "personal_communication",
    "author": [{"family": "Roshchin"}],
    "recipient": [{"family": "Mao", "given": "Zedong"}, {"family": "Zhou", "given": "Enlai"}],
    "original-date": {"date-parts": [[1950, 10, 3]]},
    "archive": "APRF",
    "archive_collection": "f. 45",
    "archive_location": "op. 1, d. 334",
    "genre": "telegram",
    "language": "en",
}


def written(item: dict[str, Any], name: str = "biblatex") -> dict[str, str]:
    text = find_format(name).write(Material([item])).text
    fields = dict(re.findall(r"^  ([a-z]+) = (.*),$", text, re.MULTILINE))
    fields["@"] = re.search(r"^@(?!preamble)(\w+)", text, re.MULTILINE)[1]  # type: ignore[index]
    return {key: value[1:-1] if value.startswith("{") else value for key, value in fields.items()}


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        (
            FILE,
            {
                "@": "misc",
                "entrysubtype": "document",
                "archive": "РГАСПИ",
                "archivecollection": "Ф. 558",
                "archivelocation": "Оп. 11. Д. 334",
                "fond": "558",
                "opis": "11",
                "delo": "334",
                "title": "{РГАСПИ, Ф. 558, Оп. 11. Д. 334}",
                "langid": "russian",
            },
        ),
        (
            PRINTED,
            {
                "@": "incollection",
                "author": "Stalin",
                "recipient": "Mao, Zedong",
                "booktitle": "Selected Archives",
                "docnumber": "16008",
                "origdate": "1950-10-11",
                "date": "2015",
                "pages": "82--83",
                "origtitle": "斯大林致毛泽东电",
                "titleaddon": "{斯大林致毛泽东电, 11 October 1950, №16008}",
                "genre": "telegram",
            },
        ),
        (
            LETTER,
            {
                "@": "letter",
                "title": "{Roshchin to Mao Zedong and Zhou Enlai}",
                "date": "1950-10-03",
                "origdate": "1950-10-03",
                "type": "telegram",
                "addendum": "APRF, f. 45, op. 1, d. 334",
            },
        ),
        (
            {
                "id": "a",
                "type": "report",
                "number": "7",
                "publisher": "Duell, Sloan and Pearce",
                "genre": "memorandum",
            },
            {"@": "report", "number": "7", "institution": "{Duell, Sloan and Pearce}", "type": "memorandum"},
        ),
        (
            {
                "id": "a",
                "type": "thesis",
                "publisher": "MGU",
                "genre": "kandidat diss.",
                "publisher-place": "М.",
            },
            {"@": "thesis", "institution": "MGU", "type": "kandidat diss.", "location": "М."},
        ),
        (
            {
                "id": "a",
                "type": "article-newspaper",
                "container-title": "Правда",
                "issued": {"date-parts": [[1950, 1, 2]]},
            },
            {"@": "article", "entrysubtype": "newspaper", "journaltitle": "Правда", "date": "1950-01-02"},
        ),
        (
            {"id": "a", "type": "webpage", "URL": "http://x.org/a_b%20c#d&e=~f", "DOI": "10.1000/a_b"},
            {"@": "online", "url": "http://x.org/a_b%20c#d&e=~f", "doi": "10.1000/a_b"},
        ),
        (
            {"id": "a", "type": "book", "URL": "http://x.org/} , \\input{x}", "issued": {"literal": "n.d."}},
            {"url": "http://x.org/%7D%20,%20%5Cinput%7Bx%7D"},
        ),
        (  # one season of two years
            {"id": "a", "type": "article-journal", "issued": {"date-parts": [[1996], [1997]], "season": 4}},
            {"date": "1996-24/1997"},
        ),
        (  # what is printed in a book is cited from it
            {"id": "a", "type": "speech", "title": "On War", "container-title": "Works", "page": "3-9"},
            {"@": "incollection", "entrysubtype": "speech", "booktitle": "Works", "pages": "3--9"},
        ),
        (
            {
                "id": "a",
                "type": "legislation",
                "title": "Закон",
                "number": "7",
                "container-title": "Собрание",
            },
            {"@": "incollection", "entrysubtype": "legislation", "docnumber": "7", "titleaddon": "{№7}"},
        ),
        (  # a chapter's number is that of the document, and the series has its own
            {"id": "a", "type": "chapter", "number": "16", "collection-number": "5", "collection-title": "S"},
            {"docnumber": "16", "number": "5", "series": "S"},
        ),
        (  # gb7714-2015 takes no periodical without a number
            {"id": "a", "type": "collection", "title": "Pravda"},
            {"@": "misc", "entrysubtype": "collection"},
        ),
        (
            {"id": "a", "type": "collection", "title": "Pravda", "issue": "7"},
            {"@": "periodical", "number": "7"},
        ),
        (  # a shorthand of babel in several languages
            {"id": "a", "type": "book", "title": 'Der "alte" Weg', "language": "de"},
            {"title": r"Der \textquotedbl{}alte\textquotedbl{} Weg"},
        ),
        (
            {"id": "a", "type": "hearing", "title": "Far East", "publisher": "GPO"},
            {"@": "book", "entrysubtype": "hearing", "publisher": "GPO"},
        ),
        (  # 上册 is a volume that brings its own word, 卷三 a division that BibLaTeX has no field for
            {
                "id": "a",
                "type": "book",
                "title": "实录",
                "volume": "上册",
                "section": "卷三",
                "language": "zh",
            },
            {"volumetext": "上册", "section": "卷三", "titleaddon": "上册, 卷三"},
        ),
        (
            {"id": "a", "type": "chapter", "title": "论", "container-title": "集", "volume": "下册"},
            {"volumetext": "下册", "booktitleaddon": "下册"},
        ),
        ({"id": "a", "type": "book", "title": "T", "volume": "XII"}, {"volume": "XII"}),
        (
            {"id": "a", "type": "book", "title": "Set", "volume-title": "First Part", "volume": "1"},
            {"maintitle": "Set", "title": "First Part", "volume": "1"},
        ),
        (
            {"id": "a", "type": "chapter", "title": "T", "container-title": "Set", "volume-title": "Part"},
            {"title": "T", "maintitle": "Set", "booktitle": "Part"},
        ),
        (
            {"id": "a", "type": "webpage", "title": "T", "container-title": "Digital Archive"},
            {"@": "online", "titleaddon": "Digital Archive"},
        ),
        (
            {"id": "a", "type": "document", "archive": "Bodleian", "call-number": "MS. Eng. 12"},
            {"@": "misc", "title": "{Bodleian, MS. Eng. 12}", "callnumber": "MS. Eng. 12"},
        ),
        (
            {"id": "a", "type": "manuscript", "title": "Diary", "archive": "BL", "call-number": "Add. 7"},
            {"@": "unpublished", "addendum": "BL, Add. 7"},
        ),
        (
            {
                "id": "a",
                "type": "personal_communication",
                "author": [{"family": "罗", "given": "申"}],
                "recipient": [{"family": "斯大林"}],
            },
            {"@": "letter", "title": "{罗申致斯大林}"},
        ),
    ],
    ids=lambda value: (
        value.get("type") if isinstance(value, dict) and "type" in value and "id" in value else ""
    ),
)
def test_biblatex(item: dict[str, Any], fields: dict[str, str]) -> None:
    assert written(item).items() >= fields.items()


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        (FILE, {"@": "misc", "title": "{РГАСПИ, Ф. 558, Оп. 11. Д. 334}", "fond": "558"}),
        (PRINTED, {"@": "incollection", "year": "2015", "note": "斯大林致毛泽东电, №16008, 11 October 1950"}),
        (
            LETTER,
            {
                "@": "misc",
                "title": "{Roshchin to Mao Zedong and Zhou Enlai}",
                "note": "APRF, f. 45, op. 1, d. 334",
                "year": "1950",
                "month": '"3~" # oct',
            },
        ),
        (
            {"id": "a", "type": "book", "issued": {"date-parts": [[1950, 4, 1]]}, "publisher-place": "北京"},
            {"@": "book", "year": "1950", "month": '"1~" # apr', "address": "北京"},
        ),
        (
            {
                "id": "a",
                "type": "book",
                "author": [{"family": "沈", "given": "志华"}],
                "title": "冷战",
                "language": "zh",
            },
            {"author": r"{\noopsort{Shen}沈}{\noopsort{Zhihua}志华}", "title": "冷战"},
        ),
        (
            {
                "id": "a",
                "type": "book",
                "author": [{"family": "Торкунов", "given": "А. В."}],
                "language": "ru",
            },
            {"author": r"{\noopsort{Torkunov}Т}оркунов, {\noopsort{A}А}. {\noopsort{V}В}."},
        ),
        (  # surnames are read as surnames, and Chinese ones in Cyrillic letters are Chinese
            {
                "id": "a",
                "type": "book",
                "author": [{"family": "曾", "given": "国藩"}, {"family": "Мао", "given": "Цзэдун"}],
            },
            {
                "author": r"{\noopsort{Zeng}曾}{\noopsort{Guofan}国藩} and {\noopsort{Mao}М}ао, {\noopsort{Zedong}Ц}зэдун"
            },
        ),
        (
            {"id": "a", "type": "book", "title": "Загадочная война", "language": "ru"},
            {"key": "Zagadochnaia voina", "title": "{Загадочная война}"},
        ),
        (  # no label of three letters ends within a letter of two bytes
            {"id": "a", "type": "book", "author": [{"family": "Muñoz", "given": "Éva"}]},
            {"author": r"{\noopsort{Munoz}M}u{\noopsort{}ñ}oz, {\noopsort{Eva}É}va"},
        ),
        (
            {"id": "a", "type": "book", "author": [{"literal": "Политбюро"}]},
            {"author": r"{\noopsort{Politbiuro}{Политбюро}}"},
        ),
        (
            {
                "id": "a",
                "type": "book",
                "author": [{"family": "Mao"}],
                "editor": [{"family": "王", "given": "五"}],
                "translator": [{"family": "Smith", "given": "Ann"}],
            },
            {
                "bookeditor": r"{\noopsort{Wang}王}{\noopsort{Wu}五}",
                "note": "王五编, translated by Ann Smith",
            },
        ),
        (
            {"id": "a", "type": "article-journal", "issued": {"date-parts": [[1996], [1997]], "season": 4}},
            {"year": "1996--1997", "month": "Winter"},
        ),
        (
            {"id": "a", "type": "book", "issued": {"date-parts": [[1950, 3], [1950, 4]]}},
            {"year": "1950", "month": "March--April"},
        ),
        (
            {"id": "a", "type": "book", "issued": {"date-parts": [[1950]], "circa": True}},
            {"year": "c. 1950"},
        ),
    ],
)
def test_bibtex(item: dict[str, Any], fields: dict[str, str]) -> None:
    assert written(item, "bibtex").items() >= fields.items()


@pytest.mark.parametrize(
    ("title", "language", "braced"),
    [
        ("Mao, Stalin and the Korean War", "en", "{Mao}, Stalin and the {Korean} War"),
        ("Sino-Soviet relations after 1953", "en", "{Sino-Soviet} relations after 1953"),
        (
            "The origins of the Korean war: Liberation and division",
            "en",
            "The origins of the {Korean} war: Liberation and division",
        ),
        ("How Stalin's men saw it, as Kotov told us", "en", "How {Stalin's} men saw it, as {Kotov} told us"),
        ("The USA, F-15s and McCarthy", "en", "The {USA}, {F-15s} and {McCarthy}"),
        ("Dangdai Zhongguo kongjun", "zh", "Dangdai Zhongguo kongjun"),
        ("A & B in \\China", "en", r"A \& B in \textbackslash{}{China}"),
    ],
)
def test_capitals_of_names(title: str, language: str, braced: str) -> None:
    item = {"id": "a", "type": "book", "title": title, "language": language, "author": [{"family": "Mao"}]}
    assert written(item)["title"] == braced


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ({"family": "Shtykov"}, "Shtykov"),
        ({"literal": "Editorial Board, A and B"}, "{Editorial Board, A and B}"),
        ({"family": "van Gogh", "given": "Vincent"}, "{van Gogh}, Vincent"),
        ({"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}, "van Gogh, Vincent"),
        (
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            "family={Humboldt}, given={Alexander}, prefix={von}, useprefix=false",
        ),
        ({"family": "King", "given": "Martin", "suffix": "Jr"}, "King, Jr, Martin"),
        ({"family": "Kim Il Sung"}, "family={Kim Il Sung}"),
        ({"family": "O}x", "given": "{"}, r"{O\textbraceright{}x}, {\textbraceleft{}}"),
    ],
)
def test_names(name: dict[str, str], field: str) -> None:
    assert written({"id": "a", "type": "book", "author": [name]})["author"] == field


def test_keys_that_tex_cannot_take() -> None:
    items = [{"id": id, "type": "book"} for id in ("a b", "ab", "AB", "毛1950", "{}", "x,y")]  # noqa: A001
    exported = find_format("biblatex").write(Material(items))
    assert re.findall(r"^@book\{(.*),$", exported.text, re.MULTILINE) == [
        "ab",
        "ab-2",
        "AB-3",
        "毛1950",
        "item",
        "xy",
    ]
    assert {d.code for d in exported.diagnostics} == {"export-key-changed"}


OURS = {
    *(r"\textbackslash", r"\textbraceleft", r"\textbraceright", r"\textasciicircum", r"\textasciitilde"),
    *(r"\textquotedbl",),
    *(r"\noopsort", r"\providecommand"),
    *(r"\emph", r"\textbf", r"\textsuperscript", r"\textsubscript", r"\textsc"),
    *(f"\\{sign}" for sign in "{}$&#%_`"),
}


@pytest.mark.parametrize("name", ["biblatex", "bibtex"])
@given(library=libraries)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_field_gains_a_command(name: str, library: list[dict[str, Any]]) -> None:
    text = find_format(name).write(Material(library)).text
    assert set(re.findall(r"\\(?:[A-Za-z]+|.)", text, re.DOTALL)) <= OURS
    assert balanced(text)
    assert len(re.findall(r"^@(?!preamble)", text, re.MULTILINE)) == len(library)


def test_a_title_of_a_hundred_kilobytes_is_refused() -> None:
    items = [{"id": "a", "type": "book", "title": "{毛 & Mao}\\ " * 10_000}, {"id": "b", "type": "book"}]
    exported = find_format("biblatex").write(Material(items))
    assert [(d.code, d.severity) for d in exported.diagnostics] == [("export-field-too-long", "error")]
    assert re.findall(r"^@book.*", exported.text, re.MULTILINE) == ["@book{b,"]


@pytest.mark.parametrize("biblatex", [True, False])
@pytest.mark.parametrize("kind", sorted(WRITTEN))
def test_the_table_reads_as_it_writes(kind: str, biblatex: bool) -> None:
    fields = fields_of(kind, biblatex=biblatex)
    assert len({field for field, _ in fields.values()}) == len(fields), "two variables share a field"
    for variable, (field, how) in fields.items():
        assert variables_of(kind, biblatex=True)[field] == (variable, how)
    entry, subtype = entry_type(kind, biblatex=biblatex)
    assert csl_type(entry, subtype) == kind
    assert entry in ITSELF


def test_the_exceptions_are_about_rows() -> None:
    assert {variable for _, variable, _, _ in EXCEPTIONS} <= {row.csl for row in ROWS}


def test_letters_of_one_heading_have_short_titles_with_their_day() -> None:
    again = PRINTED | {"id": "again", "number": "16009", "original-date": {"date-parts": [[1950, 10, 12]]}}
    other = PRINTED | {"id": "other", "title": "Stalin to Mao: On another matter"}
    text = find_format("biblatex").write(Material([PRINTED, again, other])).text
    assert re.findall(r"shorttitle = .*", text) == [
        "shorttitle = {{Stalin to Mao: Abandoning military assistance, 11 October 1950}},",
        "shorttitle = {{Stalin to Mao: Abandoning military assistance, 12 October 1950}},",
    ]


def test_one_winter_of_two_years_is_not_two() -> None:
    issued = {"date-parts": [[1995], [1996]], "season": 4}
    article = {"id": "a", "type": "article-journal", "title": "The Harbour", "issue": "6-7", "issued": issued}
    fields = written(article)
    assert (fields["date"], fields["number"]) == ("1995-24/1996", "6-7")
    document = PRINTED | {"container-title": "Bulletin", "issue": "6-7", "issued": issued}
    fields = written(document)
    assert (fields["date"], fields["booktitleaddon"]) == ("1995-24/1996", "no. 6-7")


@pytest.mark.parametrize("name", ["biblatex", "bibtex"])
def test_pandoc_reads_it(tmp_path: Path, name: str) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    items = [
        FILE,
        PRINTED,
        LETTER,
        {"id": "b", "type": "book", "title": 'The "first" {war} 100 %', "author": [NAME]},
    ]
    path = tmp_path / "refs.bib"
    path.write_text(find_format(name).write(Material(items)).text, encoding="utf-8")
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", name, "-t", "csljson", path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    read = json.loads(done.stdout)
    assert [item["id"] for item in read] == [item["id"] for item in items]
    assert read[1]["author"] == [{"family": "Stalin"}]
    assert "№16008" in read[1]["title" if name == "biblatex" else "note"]
