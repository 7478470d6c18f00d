"""Documents named behind their file, and what identity they have: links across the notes of a document."""

from __future__ import annotations

import pytest

from citekit.archives import identify
from tests.resolve.notes import linked, read

FILE = "РГАСПИ. Ф. 558. Оп. 11. Д. 334."
BOOK = "Ледовский А. М. СССР и Сталин в судьбах Китая. М., 1999. С. 5."

TABLE = [
    pytest.param(
        [f"{FILE} Л. 99. Телеграмма Сталина Мао Цзэдуну от 1 октября 1950 г.", "Там же. Л. 100."],
        [[1], [1]],
        id="там-же-is-the-document",
    ),
    pytest.param(
        [
            f"Телеграмма Сталина Мао Цзэдуну от 1 октября 1950 г. // {FILE} Л. 99.",
            f"{FILE} Л. 99. Телеграмма Сталина Мао Цзэдуну от 1 октября 1950 г.",
            f"{FILE} Л. 105. Телеграмма Мао Цзэдуна Сталину от 2 октября 1950 г.",
            f"{FILE} Л. 5.",
        ],
        [[1], [1], [2], [3]],
        id="before-and-behind-are-one",
    ),
    pytest.param(
        [
            "RGASPI, f. 558, op. 11, d. 334, ll. 140-41 (Stalin to Mao, 1 Oct. 1950).",
            "RGASPI, f. 558, op. 11, d. 334, l. 150 (Kim Il Sung to Stalin, 5 Oct. 1950).",
            "Stalin to Mao, 1 October 1950, RGASPI, f. 558, op. 11, d. 334, l. 140.",
        ],
        [[1], [2], [1]],
        id="in-brackets",
    ),
    pytest.param(
        ["Ф. 558. Оп. 11. Д. 334. Л. 5.", f"{FILE} Л. 5.", "Ф. 558. Оп. 11. Д. 334. Л. 7."],
        [[1], [2], [1]],
        id="a-file-without-repository-is-not-one-of-a-named",
    ),
    pytest.param(
        [BOOK, "Ледовский. Указ. соч. С. 80.", "Ледовский, указ. соч., с. 81."],
        [[1], [1], [1]],
        id="surname-alone",
    ),
    pytest.param(
        ["AVPRF, f. 102, op. 6, p. 21, d. 48, l. 1.", "AVPRF, f. 0102, op. 6, p. 21, d. 48, l. 1."],
        [[1], [2]],
        id="leading-zero-of-a-secret-fond",
    ),
    pytest.param(
        ["FRUS 1950, vol. VII, p. 5.", "FRUS, 1950, VII, p. 6.", "FRUS, 1951, VII, p. 6."],
        [[1], [1], [2]],
        id="a-comma-makes-no-other-volume",
    ),
    pytest.param(
        [
            "FRUS, 1951, vol. VII, p. 148.",
            "Foreign Relations of the United States, 1951, vol. 7 (Washington: GPO, 1983), 155.",
            "Foreign Relations of the United States, 1952, vol. 7 (Washington: GPO, 1984), 155.",
        ],
        [[1], [1], [2]],
        id="the-series-in-short-and-in-full",
    ),
    pytest.param(
        [
            "上海市档案馆藏，B1-2-1519，第3页。",
            "SMA B1-2-1519, p. 4.",
            "Шанхайский городской архив, B1-2-1519. Л. 5.",
            "上海市档案馆藏，B1-2-1520，第3页。",
        ],
        [[1], [1], [1], [2]],
        id="a-file-in-three-languages",
    ),
    pytest.param(
        [
            "國史館，《蔣中正總統文物》，典藏號：002-020400-00027-062。",
            "國史館藏，《蔣中正總統文物》，典藏號：002-020400-00027-062。",
            "國史館，《蔣中正總統文物》，典藏號：002-020400-00027-063。",
        ],
        [[1], [1], [2]],
        id="a-collection-in-title-marks",
    ),
]


@pytest.mark.parametrize(("notes", "works"), TABLE)
def test_links(notes: list[str], works: list[list[int | None]]) -> None:
    assert linked(read(notes)) == works


def test_an_identifier_without_repository_is_incomplete() -> None:
    bare, named = identify("ф. 558, оп. 11, д. 334"), identify(FILE)
    assert bare is not None
    assert named is not None
    assert (bare.names_repository, named.names_repository) == (False, True)
    assert "custom" not in read(["Ф. 558. Оп. 11. Д. 334. Л. 5."]).works[0].item
