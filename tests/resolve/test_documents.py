"""Documents printed in collections: which collection, which pages, who wrote them."""

from __future__ import annotations

import pytest

from citekit.model import Item
from tests.resolve.notes import codes, forms, linked, read

NUMBERED = (
    "Anna Sidorova, ed. “№0{n} Ivanov to Petrov: On the price of grain (May {d}, 1946)” in Vol. 2 of "
    "Documents on Trade. (Moscow: Progress, 1980.) {p}."
)
PLAIN = "Boris Orlov, “{a} to Petrov: On wool” ({a_ru} Петрову: о шерсти) in Letters of the Ministry. (Kiev: Znanie, 1975.) {p}."
WITHIN = "Ibid. “№0{n} Petrov to Ivanov: Reply about the grain (May {d}, 1946)” {p}."
OTHERS = [
    PLAIN.format(a="Smirnov", a_ru="Смирнов", p=11),
    PLAIN.format(a="Volkov", a_ru="Волков", p=15),
    PLAIN.format(a="Zaitsev", a_ru="Зайцев", p=19),
]


def containers(lines: list[str]) -> list[str]:
    return [str(work.item.get("container-title")) for work in read(lines).works]


BY_NUMBER = [
    pytest.param(
        [NUMBERED.format(n=1234, d=3, p=12), *OTHERS, WITHIN.format(n=1240, d=9, p=14)],
        "Documents on Trade", id="a-number-belongs-to-the-edition-that-gives-numbers",
    ),
    pytest.param(
        [*OTHERS, "Ibid. “Petrov to Kuznetsov: Again on wool” (Петров Кузнецову: снова о шерсти) 20."],
        "Letters of the Ministry", id="without-a-number-the-collection-before",
    ),
    pytest.param(
        [*OTHERS, WITHIN.format(n=1240, d=9, p=14)], "Letters of the Ministry",
        id="no-collection-gives-numbers",
    ),
    pytest.param(
        [NUMBERED.format(n=1234, d=3, p=12), OTHERS[0], WITHIN.format(n=1240, d=9, p=14)],
        "Letters of the Ministry", id="one-document-makes-no-custom",
    ),
    pytest.param(
        [
            NUMBERED.format(n=1234, d=3, p=12),
            NUMBERED.format(n=2234, d=3, p=12).replace("Documents on Trade", "Papers on Industry"),
            *OTHERS, WITHIN.format(n=1240, d=9, p=14),
        ],
        "Letters of the Ministry", id="two-collections-give-numbers-none-is-chosen",
    ),
    pytest.param(
        [NUMBERED.format(n=1234, d=3, p=12), *OTHERS, "Ibid., no. 5, 20."],
        "Letters of the Ministry", id="a-short-number-is-no-archive-number",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), BY_NUMBER)
def test_the_collection_of_a_number_after_ibid(lines: list[str], expected: str) -> None:
    assert containers(lines)[-1] == expected


def test_a_collection_found_by_the_number_is_said() -> None:
    lines = [NUMBERED.format(n=1234, d=3, p=12), *OTHERS, WITHIN.format(n=1240, d=9, p=14)]
    result = read(lines)
    assert "ibid-by-number" in codes(result)
    item = result.works[-1].item
    assert (item["number"], item["publisher"]) == ("01240", "Progress")
    assert "volume" not in item
    assert forms(result)[-1] == "ibid"


TRADE = "Sidorova, ed., Documents on Trade (Moscow: Progress, 1980), "
PAGES = [
    pytest.param([f"Ivanov to Petrov, 3 May 1946, {TRADE}p. 12."], "12", id="one-page"),
    pytest.param(
        [f"Ivanov to Petrov, 3 May 1946, {TRADE}p. 12.", f"Ivanov to Petrov, 3 May 1946, {TRADE}pp. 11-14."],
        "11-14", id="the-widest",
    ),
    pytest.param(
        [f"Ivanov to Petrov, 3 May 1946, {TRADE}p. 12.", f"Ivanov to Petrov, 3 May 1946, {TRADE}p. 13."],
        "12", id="the-first-of-equal-ones",
    ),
    pytest.param([f"Ivanov to Petrov, 3 and 5 May 1946, {TRADE}pp. 12-15."], None, id="two-at-once"),
    pytest.param(
        [f"Ivanov to Petrov, 3 May 1946, {TRADE}p. 15.", f"Ivanov to Petrov, 3 and 5 May 1946, {TRADE}pp. 12-15."],
        None, id="pages-of-two-go-beyond-those-of-one",
    ),
    pytest.param(
        [f"Ivanov to Petrov, 3 and 5 May 1946, {TRADE}pp. 12-15.", f"Ivanov to Petrov, 3 May 1946, {TRADE}pp. 12-15."],
        "12-15", id="pages-of-two-and-of-one-are-the-same",
    ),
    pytest.param(
        [f"Ivanov to Petrov, 3 May 1946, {TRADE}pp. 112-18.", f"Ivanov to Petrov, 3 and 5 May 1946, {TRADE}pp. 112, 114-15."],
        "112-18", id="pages-of-two-lie-within-those-of-one",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), PAGES)
def test_the_pages_of_a_document(lines: list[str], expected: str | None) -> None:
    assert read(lines).works[0].item.get("page") == expected


OWN_WRITINGS = [
    pytest.param("叶圣陶：《复朱自清函》，1931年5月3日，见商金林编：《叶圣陶书信集》，北京：三联书店，1990年，第45页。", None, id="自己的书信集"),
    pytest.param("《叶圣陶致朱自清函》，1931年5月3日，见商金林编：《叶圣陶书信集》，北京：三联书店，1990年，第45页。", "45", id="题名有发信人"),
    pytest.param("叶圣陶：《复朱自清函》，1931年5月3日，见商金林编：《现代名人书信选》，北京：三联书店，1990年，第45页。", "45", id="别人所编的书"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), OWN_WRITINGS)
def test_a_letter_among_the_writings_of_its_sender(line: str, expected: str | None) -> None:
    assert read([line]).works[0].item.get("page") == expected


def correspondents(lines: list[str], at: int) -> list[object]:
    item: Item = read(lines).works[at].item
    return [item["author"], item["recipient"]]


VIA = f"Ivanov to Petrov via General Oleg Smirnov, 3 May 1946, {TRADE}p. 12."
PERSONS = [
    pytest.param(
        [VIA, f"Smirnov to Petrov, 5 May 1946, {TRADE}p. 14."],
        [[{"family": "Smirnov", "given": "Oleg"}], [{"family": "Petrov"}]], id="the-man-between-writes-himself",
    ),
    pytest.param(
        [VIA, f"Smirnow to Petrov, 5 May 1946, {TRADE}p. 14."],
        [[{"family": "Smirnow"}], [{"family": "Petrov"}]], id="another-spelling-is-left-alone",
    ),
    pytest.param(
        [VIA, VIA.replace("Oleg", "Igor"), f"Smirnov to Petrov, 5 May 1946, {TRADE}p. 14."],
        [[{"family": "Smirnov"}], [{"family": "Petrov"}]], id="two-men-of-the-name",
    ),
    pytest.param(
        [VIA, f"Anna Smirnov to Petrov, 4 May 1946, {TRADE}p. 13.", f"Smirnov to Petrov, 5 May 1946, {TRADE}p. 14."],
        [[{"family": "Smirnov", "given": "Anna"}], [{"family": "Petrov"}]], id="a-correspondent-comes-first",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), PERSONS)
def test_a_correspondent_in_full(lines: list[str], expected: list[object]) -> None:
    assert correspondents(lines, -1) == expected


TRANSLATED = [
    pytest.param(
        [VIA, "Arthur M. Stone Memoirs Of A Harbour. (港口回忆录) Trans. Wang Li. (Beijing: SDX Press, 1974.) 29."],
        ["Arthur M. Stone. Memoirs of a Harbour. (港口回忆录) Beijing: SDX Press, 1974."],
        [[1], [2], [2]], "Memoirs of a Harbour", id="author-run-into-the-title",
    ),
    pytest.param(
        ["Selected Poems, trans. Wang Li (Beijing: SDX Press, 1974), 29."],
        ["Arthur M. Stone. Selected Poems. London: Cape, 1981."],
        [[1], [2]], "Selected Poems", id="a-translation-of-another-year-is-another-book",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "entries", "links", "title"), TRANSLATED)
def test_a_book_named_by_its_translator_alone(
    lines: list[str], entries: list[str], links: list[list[int]], title: str
) -> None:
    result = read(lines, entries)
    assert linked(result) == links
    assert title in [work.item["title"] for work in result.works]


KEPT = "Petrov to Ivanov, 7 May 1950, APRF, f. 45, op. 1, d. 335, ll. 117-18."
BEHIND_A_FILE = [
    pytest.param(
        "Ivanov to Petrov, 11 May 1950, ibid., l. 122.",
        ("personal_communication", None, "op. 1, d. 335"), id="letter",
    ),
    pytest.param(
        "Record of conversation, 12 May 1950, ibid., ll. 130-32.",
        ("document", "Record of conversation", "op. 1, d. 335"), id="minutes",
    ),
    pytest.param(
        "Ivanov to Petrov, 11 May 1950, ibid., d. 336, l. 5.",
        ("personal_communication", None, "op. 1, d. 336"), id="letter-in-the-next-file",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), BEHIND_A_FILE)
def test_a_document_in_the_file_before(line: str, expected: tuple[str, str | None, str]) -> None:
    item = read([KEPT, line]).works[1].item
    assert (item["type"], item.get("title"), item["archive_location"]) == expected
    assert (item["archive"], item["archive_collection"]) == ("APRF", "f. 45")


def test_the_number_of_one_paper_is_not_that_of_the_next() -> None:
    item = (
        read(["Hale to Roe, 3 May 1950, NARA, RG 59, 793.00/5-350.", "Roe to Hale, 5 May 1950, ibid."])
        .works[1]
        .item
    )
    assert (item["archive"], item["archive_collection"]) == ("NARA", "RG 59")
    assert "archive_location" not in item


def test_a_document_in_the_issue_before() -> None:
    lines = [
        "Petrov to Ivanov, 1 May 1950, Trade History Bulletin, no. 4 (1994), p. 61.",
        "Petrov to Ivanov, 2 May 1950, APRF, f. 45, op. 1, d. 347, l. 41, in Trade History Bulletin, no. 5 (1995), p. 114.",
        "Minutes of conversation between Petrov and Ivanov, 3 May 1950, ibid., p. 115.",
    ]
    item = read(lines).works[2].item
    assert (item["type"], item["container-title"], item["issue"], item["page"]) == (
        "chapter", "Trade History Bulletin", "5", "115",
    )  # fmt: skip
    assert item["issued"] == {"date-parts": [[1995]]}
    assert "archive" not in item
