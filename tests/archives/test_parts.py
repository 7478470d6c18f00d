"""How references are divided into archive, place, collection, location, number, leaf (the data contract)."""

from __future__ import annotations

import pytest

from citekit.archives import ArchiveReference, find

Fields = dict[str, str | bool]


def fields(reference: ArchiveReference) -> Fields:
    parts = {
        "archive": reference.repository,
        "place": reference.place,
        "collection": reference.collection,
        "location": reference.location,
        "number": reference.number,
    }
    said: Fields = {name: part.text for name, part in parts.items() if part is not None}
    if reference.locator:
        said["leaf"] = f"{reference.locator_label} {reference.locator}"
    if reference.abbreviation:
        said["short"] = reference.abbreviation
    if reference.elided:
        said["elided"] = True
    return said


# GOST = ГОСТ Р 7.0.5-2008, clause 11; everything else rests on usage.
CASES: list[tuple[str, str, list[Fields]]] = [
    (
        "GOST",
        "Письмо Н. Н. // РГАЛИ. Ф. 970. Оп. 7. Д. 157. Л. 97–98 об.",
        [{"archive": "РГАЛИ", "collection": "Ф. 970", "location": "Оп. 7. Д. 157", "leaf": "folio 97-98об"}],
    ),
    (
        "GOST",
        "ОР РГБ. Ф. 573. Картон 41. Д. 55. Л. 18.",
        [{"archive": "ОР РГБ", "collection": "Ф. 573", "location": "Картон 41. Д. 55", "leaf": "folio 18"}],
    ),
    (
        "usage",
        "Российский государственный архив экономики (далее — РГАЭ). Ф. 1562. Оп. 3. Д. 5.",
        [
            {
                "archive": "Российский государственный архив экономики",
                "short": "РГАЭ",
                "collection": "Ф. 1562",
                "location": "Оп. 3. Д. 5",
            }
        ],
    ),
    (
        "usage",
        "Государственный архив Псковской области, ф. 9, оп. 2, д. 22, л. 2. Далее: ГАПО; Петров, П. П. Книга",
        [
            {
                "archive": "Государственный архив Псковской области",
                "short": "ГАПО",
                "collection": "ф. 9",
                "location": "оп. 2, д. 22",
                "leaf": "folio 2",
            }
        ],
    ),
    (
        "usage",
        "ГУ ГАПО № 2, г. Остров. Ф. 19. Оп. 1. Д. 3. С. 25.",
        [
            {
                "archive": "ГУ ГАПО № 2, г. Остров",
                "collection": "Ф. 19",
                "location": "Оп. 1. Д. 3",
                "leaf": "page 25",
            }
        ],
    ),
    (
        "usage",
        "ГКУ «Государственный архив Оренбургской области». Ф. Р-1. Оп. 1. Д. 123",
        [
            {
                "archive": "ГКУ «Государственный архив Оренбургской области»",
                "collection": "Ф. Р-1",
                "location": "Оп. 1. Д. 123",
            }
        ],
    ),
    (
        "usage",
        "Там же, ф. 95, оп. 1, д. 2, л. 26–32; д. 22, л. 27; д. 17, л. 16, 17, 21.",
        [
            {"collection": "ф. 95", "location": "оп. 1, д. 2", "leaf": "folio 26-32", "elided": True},
            {"location": "д. 22", "leaf": "folio 27", "elided": True},
            {"location": "д. 17", "leaf": "folio 16, 17, 21", "elided": True},
        ],
    ),
    (
        "usage",
        "AVP RF, f. 0102, op. 6, papka 21, d. 48, ll. 5ob-6",
        [
            {
                "archive": "AVP RF",
                "collection": "f. 0102",
                "location": "op. 6, papka 21, d. 48",
                "leaf": "folio 5ob-6",
            }
        ],
    ),
    (
        "usage",
        "Archive of the President of the Russian Federation (APRF), Fond 45, Opis 1, Delo 346, Listy 13-17",
        [
            {
                "archive": "Archive of the President of the Russian Federation",
                "short": "APRF",
                "collection": "Fond 45",
                "location": "Opis 1, Delo 346",
                "leaf": "folio 13-17",
            }
        ],
    ),
    (
        "usage",
        "《致电》，1917年9月15日，北洋档案1011-5961，中国第二历史档案馆藏。",
        [{"archive": "中国第二历史档案馆", "collection": "北洋档案", "location": "1011-5961"}],
    ),
    (
        "usage",
        "《座谈会记录》，1950 年7月，巴金档案，中共上海市委统战部档案室藏。",
        [{"archive": "中共上海市委统战部档案室", "collection": "巴金档案"}],
    ),
    (
        "usage",
        "〈致電〉，1942年1月1日，《蔣中正總統文物》，國史館藏，數位典藏號：002-010300-00048-001，頁12。",
        [
            {
                "archive": "國史館",
                "collection": "《蔣中正總統文物》",
                "location": "數位典藏號：002-010300-00048-001",
                "leaf": "page 12",
            }
        ],
    ),
    (
        "usage",
        "南京：中国第二历史档案馆，全宗号：1011，案卷号：5961",
        [
            {
                "archive": "中国第二历史档案馆",
                "place": "南京",
                "collection": "全宗号：1011",
                "location": "案卷号：5961",
            }
        ],
    ),
    (
        "usage",
        "Foreign Ministry Archives of the PRC, Beijing, 106-00023-01, 5-7.",
        [
            {
                "archive": "Foreign Ministry Archives of the PRC",
                "place": "Beijing",
                "location": "106-00023-01",
                "leaf": "page 5-7",
            }
        ],
    ),
    (
        "usage",
        "Herrick to Secretary of State, September 14, 1914. (National Archives, RG 59 763.72/859)",
        [{"archive": "National Archives", "collection": "RG 59", "location": "763.72/859"}],
    ),
    (
        "usage",
        "Bardel to Secretary of State, October 10, 1914. (National Archives, RG 59 123 B 23)",
        [{"archive": "National Archives", "collection": "RG 59", "location": "123 B 23"}],
    ),
    (
        "usage",
        "July 10, 1950, 795.00/7-1050, Record Group 59, National Archives, College Park, MD (hereafter NA).",
        [
            {
                "archive": "National Archives",
                "place": "College Park, MD",
                "collection": "Record Group 59",
                "location": "795.00/7-1050",
                "short": "NA",
            }
        ],
    ),
    (
        "usage",
        "September 14, 1914. (Ohio Historical Society, Columbus, Ohio, Asa Smith Papers, MS 25, "
        "Container 15, Folder 234).",
        [
            {
                "archive": "Ohio Historical Society",
                "place": "Columbus, Ohio",
                "collection": "Asa Smith Papers, MS 25",
                "location": "Container 15, Folder 234",
            }
        ],
    ),
    (
        "usage",
        "1914. (The Sheridan Libraries, The Johns Hopkins University, Asa Smith Papers GAR 19 Box 2.2, "
        "Folder 19 Robert Smith).",
        [
            {
                "archive": "The Sheridan Libraries, The Johns Hopkins University",
                "collection": "Asa Smith Papers GAR 19",
                "location": "Box 2.2, Folder 19 Robert Smith",
            }
        ],
    ),
    (
        "usage",
        "Kissinger to Nixon, March 2, 1970, Box 334, NSC Files, Nixon Presidential Materials Project (NPMP), "
        "National Archives II, College Park, MD.",
        [
            {
                "archive": "National Archives II",
                "place": "College Park, MD",
                "collection": "Nixon Presidential Materials Project (NPMP)",
                "location": "Box 334, NSC Files",
            }
        ],
    ),
    (
        "usage",
        "Photographs, 1944–1993, Series I: Writers, 1944–1979 (AP39.5), Box 58, Folder 740, "
        "Associated Press Corporate Archives, Associated Press Collections Online (Gale Primary Sources), "
        "document ADXYJI764026075",
        [
            {
                "archive": "Associated Press Corporate Archives",
                "collection": "Series I: Writers, 1944–1979 (AP39.5)",
                "location": "Box 58, Folder 740",
            },
            {"number": "ADXYJI764026075"},
        ],
    ),
    (
        "usage",
        'Memorandum, December 8, 1950, folder "Memoranda, December 1950," box 67, Acheson Papers, '
        "Harry S. Truman Library, "
        "Independence, Missouri.",
        [
            {
                "archive": "Harry S. Truman Library",
                "place": "Independence, Missouri",
                "collection": "Acheson Papers",
                "location": 'folder "Memoranda, December 1950," box 67',
            }
        ],
    ),
    (
        "usage",
        "The Reminiscences of Asa Smith, March 1952, 57, in the Columbia Center for Oral History Collection.",
        [{"archive": "Columbia Center for Oral History Collection"}],
    ),
    (
        "usage",
        "Weekly Intelligence Roundups, nos. 31, 32, United States Air Force Historical Research Agency, "
        "Montgomery, AL.",
        [
            {
                "archive": "United States Air Force Historical Research Agency",
                "place": "Montgomery, AL",
            }
        ],
    ),
    (
        "usage",
        "Cabinet Minutes, 27 June 1950, CAB 128/17, The National Archives, Kew (hereafter TNA).",
        [{"archive": "The National Archives", "place": "Kew", "location": "CAB 128/17", "short": "TNA"}],
    ),
    (
        "usage",
        "№16012，第87—88页",
        [{"number": "16012", "leaf": "page 87-88"}],
    ),
    (
        "Bundesarchiv, Zitierweisen",
        "BArch, R 43-I/161, fol. 91",
        [{"archive": "BArch", "collection": "R 43-I", "location": "161", "leaf": "folio 91"}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=text[:60]) for _, text, expected in CASES]
)
def test_division(text: str, expected: list[Fields]) -> None:
    assert [fields(reference) for reference in find(text)] == expected


@pytest.mark.parametrize("text", [text for _, text, _ in CASES])
def test_parts_stand_where_they_say(text: str) -> None:
    for reference in find(text):
        for part in (
            reference.repository,
            reference.place,
            reference.collection,
            reference.location,
            reference.number,
        ):
            if part is not None:
                assert part.span.of(text) == part.text
                assert reference.span.start <= part.span.start
                assert part.span.end <= reference.span.end
