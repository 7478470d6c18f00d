"""PDF documents drawn line by line, each feature of the page in a document of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.readers import ReaderError, read, read_bytes
from citekit.readers.joining import Joiner
from citekit.readers.pdflayout import Measures
from citekit.readers.pdfpage import PdfLine
from citekit.readers.pdftext import body_paragraphs
from citekit.readers.rich import Run
from tests.readers.packing import Rule, Word, from_objects, pdf


def notes(data: bytes) -> dict[str, str]:
    return {note.n: note.text for note in read_bytes(data, "thesis.pdf").notes}


def column(x: float, top: float, size: float, *lines: str) -> list[Word]:
    """Lines of text one below the other."""
    return [(x, top - index * size * 1.25, size, line) for index, line in enumerate(lines)]


BODY = column(
    72,
    760,
    12,
    "The war began in the summer of the year and nobody thought",
    "that it would last. The air forces were not ready for it.",
)
MARK = (520, 749.5, 7, "1")


def foot(y: float, number: str, *lines: str, x: float = 72) -> list[Word]:
    """A note: its raised number and its lines in small print."""
    return [(x, y + 3.5, 6, number), *((x + 4, y - 11 * i, 9, line) for i, line in enumerate(lines))]


RULE: Rule = (72, 140, 150)

PAGES = [
    pytest.param(
        [[*BODY, (330, 749, 7, "1"), RULE, *foot(125, "1", "Wei Bihai, Air Operations,"), (76, 114, 9, "3."), *foot(100, "2", "Ibid., 4.")]],
        {"1": "Wei Bihai, Air Operations, 3.", "2": "Ibid., 4."},
        id="note-area-under-a-rule",
    ),
    pytest.param(
        [[*BODY, *foot(125, "1", "Wei Bihai, Air Operations, 3.")]],
        {"1": "Wei Bihai, Air Operations, 3."},
        id="note-area-by-size-alone",
    ),
    pytest.param(
        [
            [*BODY, RULE, *foot(125, "1", "Wei Bihai, “Air Oper-".replace("“", '"'), "ations during the War, in")],
            [*BODY, RULE, (76, 125, 9, "Historical Retrospect, 3."), *foot(110, "2", "Ibid.")],
        ],
        {"1": 'Wei Bihai, "Air Operations during the War, in Historical Retrospect, 3.', "2": "Ibid."},
        id="note-runs-on-to-the-next-page-and-hyphenation",
    ),
    pytest.param(
        [
            [(72, 810, 9, "WEI: AIR OPERATIONS"), *BODY, RULE, *foot(125, str(n), f"Wei, {n}0."), (290, 40, 10, str(n + 56))]
            for n in (1, 2, 3)
        ],
        {"1": "Wei, 10.", "2": "Wei, 20.", "3": "Wei, 30."},
        id="running-heads-and-page-numbers-are-dropped",
    ),
    pytest.param(
        [
            [
                *column(50, 760, 10, *["The left column of the page runs down here"] * 8),
                *foot(125, "1", "Wei, Air, 3.", x=50),
                *column(320, 760, 10, *["The right column of the page runs down too"] * 8),
                *foot(125, "2", "Lin, Sea, 4.", x=320),
            ]
        ],
        {"1": "Wei, Air, 3.", "2": "Lin, Sea, 4."},
        id="two-columns",
    ),
    pytest.param(
        [
            [*BODY, (330, 749, 7, "1"), *column(72, 500, 9, "A quotation in smaller print stands in the middle"), *column(72, 450, 12, "And the text goes on."), RULE, *foot(125, "1", "Wei.")]
        ],
        {"1": "Wei."},
        id="small-print-in-the-text-is-no-note",
    ),
    pytest.param(
        [
            [*BODY, (330, 749, 7, "1")],
            [(72, 760, 14, "Notes"), (72, 730, 12, "1. Wei Bihai, Air Operations,"), (90, 715, 12, "1990, 3."), (72, 690, 12, "2. Ibid., 4.")],
        ],
        {"1": "Wei Bihai, Air Operations, 1990, 3.", "2": "Ibid., 4."},
        id="endnotes",
    ),
    pytest.param(
        [[*BODY, RULE, *column(72, 125, 9, "12 Wei Bihai, Air Operations, in Korea and in", "1950 elsewhere, 3.", "13 Ibid.")]],
        {"12": "Wei Bihai, Air Operations, in Korea and in 1950 elsewhere, 3.", "13": "Ibid."},
        id="plain-numbers-under-a-rule",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "expected"), PAGES)
def test_notes(pages: list[list[Word | Rule]], expected: dict[str, str]) -> None:
    assert notes(pdf(pages)) == expected


def test_the_call_is_found_in_the_body_and_the_title_in_italics() -> None:
    page = [
        *BODY,
        (330, 749, 7, "1"),
        RULE,
        *foot(125, "1", "Wei,"),
        (96, 125, 9, "/Air Operations"),
        (160, 125, 9, ", 3."),
    ]
    document = read_bytes(pdf([page]), "thesis.pdf")
    (note,) = document.notes
    assert [span.of(note.text) for span in note.emphasis] == ["Air Operations"]
    assert note.anchor == "page 1"
    assert "for it.[^1]" in document.source.replace(" [", "[")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [
                "Lin. Sea and Land, a long title that reaches the margin of the",
                "page and goes on. Beijing, 1991.",
                "Wei. Air and other things, a title that reaches the margin as",
                "well. Beijing, 1990.",
            ],
            id="hanging",
        ),
        pytest.param(
            [
                'Lin. "Sea and Land in the Age of the Steamships, with an Appendix',
                '- and a Map." Beijing: Harbour Press, 1991.',
                "Wei. Air and other things, a title that reaches the margin as it",
                "well may. Beijing, 1990.",
            ],
            id="a-dash-inside-a-quotation-begins-no-item",
        ),
    ],
)
def test_hanging_entries_of_a_bibliography(lines: list[str]) -> None:
    words: list[Word | Rule] = [(72, 700, 12, "Bibliography")]
    words += [(72 if index % 2 == 0 else 100, 670 - 15 * index, 12, line) for index, line in enumerate(lines)]
    document = read_bytes(pdf([[*BODY, *words]]), "thesis.pdf")
    assert [entry.text for entry in document.bibliography] == [
        f"{lines[0]} {lines[1]}",
        f"{lines[2]} {lines[3]}",
    ]


def test_the_dash_for_the_names_before_is_read_where_it_is_a_rule() -> None:
    words: list[Word | Rule] = [
        (72, 700, 12, "Bibliography"),
        *column(72, 670, 12, "Lin. Sea and Land, a long title that reaches the margin of the"),
        *column(100, 655, 12, "page and goes on. Beijing, 1991."),
        (72, 643, 36),
        *column(109, 640, 12, ". Air and Fire, a title that reaches the margin as well as"),
        *column(100, 625, 12, "the other. Beijing, 1990."),
    ]
    document = read_bytes(pdf([[*BODY, *words]]), "thesis.pdf")
    assert [entry.text for entry in document.bibliography] == [
        "Lin. Sea and Land, a long title that reaches the margin of the page and goes on. Beijing, 1991.",
        "———. Air and Fire, a title that reaches the margin as well as the other. Beijing, 1990.",
    ]


def test_chinese_set_larger_than_the_latin_beside_it_is_one_paragraph() -> None:
    def line(x: float, y: float, size: float, text: str) -> PdfLine:
        return PdfLine(x, 500, y, size, [Run(text)], 1)

    lines = [
        line(72, 600, 10.8, "Lin. “Sea and Land, a Title that Reaches the Margin.” 海"),
        line(94, 585.5, 12, "与陆地：一个标题. In Big Book, edited by Wei"),
        line(94, 571, 10.8, "Bihai. Beijing: Harbour Press, 1991."),
    ]
    (entry,) = body_paragraphs([lines], Measures(10.8, 14.5), Joiner(""), frozenset(), circled=False)
    assert entry.text == (
        "Lin. “Sea and Land, a Title that Reaches the Margin.” 海与陆地：一个标题. In Big Book, edited by Wei "
        "Bihai. Beijing: Harbour Press, 1991."
    )


def test_a_scan_says_what_to_do() -> None:
    with pytest.raises(ReaderError) as caught:
        read_bytes(pdf([[RULE], [RULE]]), "scan.pdf")
    assert "no text" in caught.value.message
    assert "ocrmypdf" in caught.value.help


def test_a_password_is_named() -> None:
    with pytest.raises(ReaderError, match="password"):
        read(Path(__file__).parents[1] / "fixtures" / "readers" / "password.pdf")


DAMAGED = [
    pytest.param(b"%PDF-1.4\nnothing\n", id="cut-off"),
    pytest.param(pdf([BODY])[:300], id="truncated"),
    pytest.param(from_objects(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 5 >>"]), id="cyclic-page-tree"),
    pytest.param(from_objects(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2000000000 >>"]), id="too-many-pages"),
]  # fmt: skip


@pytest.mark.parametrize("data", DAMAGED)
def test_damaged_files_give_a_message(data: bytes) -> None:
    with pytest.raises(ReaderError):
        read_bytes(data, "thesis.pdf")
