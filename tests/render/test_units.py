"""Names, dates, numbers, pages, case, punctuation, positions, sorting: one row for each thing learnt."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.render.collation import Collator, script_of
from citekit.render.elements import year_suffix
from citekit.render.items import read_date, read_name
from citekit.render.markup import Piece, parse_field, plain
from citekit.render.numbers import is_numeric, is_plural, roman
from citekit.render.outputs import Quotes, get_format, write
from citekit.render.pages import format_pages
from citekit.render.personal import initials
from citekit.render.positions import assign_positions, read_citation
from citekit.render.punctuation import flatten, punctuate
from citekit.render.textcase import apply


@pytest.mark.parametrize(
    ("given", "sign", "short"),
    [
        ("Odd Arne", ". ", "O. A."),
        ("V. M.", ". ", "V. M."),
        ("V.M.", ". ", "V. M."),
        ("Jean-Luc", ".", "J.-L."),
        ("Hua-yu", ". ", "H."),
        ("Андрей Мефодьевич", ". ", "А. М."),
        ("Ludwig van", ".", "L. van"),
        ("TSerendorj", ". ", "Ts."),
        ("M.E.", "", "ME"),
    ],
)
def test_initials(given: str, sign: str, short: str) -> None:
    assert initials(given, sign, True, True) == short


def test_initials_that_are_there_already() -> None:
    assert initials("John M.E.", ". ", False, True) == "John M. E."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"family": "van der Vlist", "given": "Eric"}, ("Vlist", "Eric", "", "van der")),
        ({"family": "Beethoven", "given": "Ludwig van"}, ("Beethoven", "Ludwig", "van", "")),
        ({"family": "d'Aubignac", "given": "F."}, ("Aubignac", "F.", "", "d’")),
        ({"family": "al-Khatib", "given": "A."}, ("Khatib", "A.", "", "al-")),
        ({"family": '"van Gogh"', "given": "V."}, ("van Gogh", "V.", "", "")),
        ({"family": "de Gaulle", "given": ""}, ("de Gaulle", "", "", "")),
    ],
)
def test_particles(name: dict[str, str], expected: tuple[str, ...]) -> None:
    person = read_name(name)
    assert person is not None
    assert (person.family, person.given, person.dropping, person.non_dropping) == expected


@pytest.mark.parametrize(
    ("value", "parts", "season"),
    [
        ({"date-parts": [[1950, 10, 11]]}, ((1950, 10, 11),), 0),
        ({"date-parts": [["1950", "10"]]}, ((1950, 10, 0),), 0),
        ({"date-parts": [[1949], [1950]]}, ((1949, 0, 0), (1950, 0, 0)), 0),
        ({"date-parts": [[1950, 13]]}, ((1950, 0, 0),), 1),
        ({"raw": "1950-10-11"}, ((1950, 10, 11),), 0),
        ({"raw": "1949/1950"}, ((1949, 0, 0), (1950, 0, 0)), 0),
        ({"raw": "11 Oct 1950"}, ((1950, 10, 11),), 0),
        (1950, ((1950, 0, 0),), 0),
    ],
)
def test_dates(value: Any, parts: Any, season: int) -> None:
    date = read_date(value)
    assert date is not None
    assert (date.parts, date.season) == (parts, season)


@pytest.mark.parametrize(
    "value", [[1950], {"date-parts": [[None]]}, {"date-parts": [["soon"]]}, {"date-parts": 5}]
)
def test_dates_that_cannot_be_read(value: Any) -> None:
    assert read_date(value) is None


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("117-151", "chicago", "117–51"),
        ("100-104", "chicago", "100–104"),
        ("101-108", "chicago", "101–8"),
        ("321-328", "minimal", "321–8"),
        ("321-328", "minimal-two", "321–28"),
        ("42-5", "expanded", "42–45"),
        ("484-85", "", "484–85"),
        ("55, 88", "chicago", "55, 88"),
        ("9a", "chicago", "9a"),
        ("5ob-6", "chicago", "5ob-6"),
        ("xii-xiv", "chicago", "xii–xiv"),
        ("N110-N115", "expanded", "N110–N115"),
        ("3-14-15", "chicago", "3-14-15"),
    ],
)
def test_pages(text: str, style: str, expected: str) -> None:
    assert format_pages(text, style, "–") == expected


@pytest.mark.parametrize(
    ("text", "numeric", "plural"),
    [
        ("7", True, False),
        ("7a", True, False),
        ("7-9", True, True),
        ("4、5", True, True),
        ("7 & 9", True, True),
        ("上册", False, False),
        ("Rev. ed.", False, False),
        ("XXII", True, False),
    ],
)
def test_numbers(text: str, numeric: bool, plural: bool) -> None:
    assert (is_numeric(text), is_plural(text)) == (numeric, plural)


def test_roman_and_suffixes() -> None:
    assert [roman(number) for number in (4, 1950, 0, 4000)] == ["iv", "mcml", "0", "4000"]
    assert [year_suffix(number) for number in (1, 26, 27)] == ["a", "z", "aa"]


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        ("title", "a history of the war in korea", "A History of the War in Korea"),
        ("title", "mao: the unknown story", "Mao: The Unknown Story"),
        ("title", "The USSR and eBay", "The USSR and eBay"),
        ("title", 'a <span class="nocase">von</span> story', "A von Story"),
        ("sentence", "Record of Conversation", "Record of Conversation"),
        ("sentence", "RECORD OF CONVERSATION", "Record of conversation"),
        ("capitalize-first", "запись беседы", "Запись беседы"),
        ("uppercase", "Ледовский", "ЛЕДОВСКИЙ"),
    ],
)
def test_case(case: str, text: str, expected: str) -> None:
    assert "".join(plain(part) for part in apply(parse_field(text), case, english=True)) == expected


def printed(*parts: Any, in_quote: bool = True) -> str:
    quotes = Quotes(("“", "”"), ("‘", "’"))
    return write(punctuate(flatten(Piece(list(parts))), in_quote), get_format("text"), quotes)


QUOTED = Piece(["Title"], quotes=True)
ASKED = Piece(["Title?"], quotes=True)


@pytest.mark.parametrize(
    ("parts", "inside", "outside"),
    [
        ((QUOTED, ", "), "“Title,” ", "“Title”, "),
        ((QUOTED, "."), "“Title.”", "“Title”."),
        ((QUOTED, ";"), "“Title”;", "“Title”;"),
        ((ASKED, "."), "“Title?”", "“Title?”"),
        ((ASKED, ", "), "“Title?,” ", "“Title?”, "),
        (("et al.", ". "), "et al. ", "et al. "),
        (("Ed.", ", "), "Ed., ", "Ed., "),
        (("What?", ". "), "What? ", "What? "),
        (("a ", " b"), "a b", "a b"),
        (("第1页。", "。"), "第1页。", "第1页。"),
    ],
)
def test_where_pieces_meet(parts: tuple[Any, ...], inside: str, outside: str) -> None:
    assert (printed(*parts), printed(*parts, in_quote=False)) == (inside, outside)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ('The "Honeymoon"', "The “Honeymoon”"),
        ('Stalin\'s "secret" war', "Stalin’s “secret” war"),
        ("'Quoted' words", "“Quoted” words"),
        ("the '50s", "the ’50s"),
        ('a 5" gun', 'a 5" gun'),
        ("为什么称为“中国大历史”？", "为什么称为“中国大历史”？"),
        ("“outer ‘inner’ outer”", "“outer ‘inner’ outer”"),
        ("<i>Pravda</i> & co", "Pravda & co"),
        ("a < b", "a < b"),
    ],
)
def test_quotes_in_fields(field: str, expected: str) -> None:
    assert printed(*parse_field(field)) == expected


def test_quotes_alternate() -> None:
    assert printed(Piece(list(parse_field('The "Honeymoon"')), quotes=True)) == "“The ‘Honeymoon’”"


@pytest.mark.parametrize(
    ("notes", "positions"),
    [
        ([(1, ["a"]), (2, ["a"]), (3, ["b"]), (4, ["a"])], [0, 2, 0, 1]),
        ([(1, ["a", "b"]), (2, ["b"])], [0, 0, 1]),
        ([(1, ["a", "a"])], [0, 2]),
        ([(1, ["a"]), (3, ["a"])], [0, 1]),
        ([(1, ["a"]), (1, ["b"]), (2, ["b"])], [0, 0, 1]),
        ([(0, ["a"]), (1, ["b"]), (0, ["a"])], [0, 0, 2]),
    ],
    ids=[
        "chain",
        "two works before",
        "same note",
        "gap",
        "two citations in the note before",
        "text and notes",
    ],
)
def test_positions(notes: list[tuple[int, list[str]]], positions: list[int]) -> None:
    clusters = [
        read_citation({"items": [{"id": id_} for id_ in ids], "noteIndex": note}) for note, ids in notes
    ]
    assign_positions(clusters, 5)
    assert [cite.position for cluster in clusters for cite in cluster.items] == positions


def test_first_reference_and_near_notes() -> None:
    clusters = [
        read_citation({"items": [{"id": id_}], "noteIndex": note})
        for note, id_ in ((3, "a"), (4, "b"), (20, "a"))
    ]
    assign_positions(clusters, 5)
    assert (clusters[2].items[0].first_note, clusters[2].items[0].near_note) == ("3", False)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Álvarez", "Zhou", "Ёлкин", "Жуков", "毛泽东"]),
        ("ru", ["Ёлкин", "Жуков", "Álvarez", "Zhou", "毛泽东"]),
        ("zh", ["毛泽东", "Álvarez", "Zhou", "Ёлкин", "Жуков"]),
    ],
)
def test_scripts_sort_in_groups(language: str, expected: list[str]) -> None:
    assert sorted(["Жуков", "毛泽东", "Zhou", "Ёлкин", "Álvarez"], key=Collator(language).key) == expected


def test_script_of() -> None:
    assert [script_of(text) for text in ("1950 Война", "《毛》", "Mao", "…")] == [
        "cyrillic",
        "chinese",
        "latin",
        "latin",
    ]
